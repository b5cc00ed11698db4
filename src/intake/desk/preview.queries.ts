import { z } from 'zod';
import { isHoliday } from '../../../reference/calendar.ts';
import {
  areaName,
  chooseService,
  findService,
  hoursWords,
  type IssueTypeRow,
  isGap,
  listIssueTypes,
  loadRouting,
  pointWords,
  type ResolvedPlace,
  type ServiceRow,
} from '../../directory/index.ts';
import { addWorkingDays, type Day } from '../../platform/clock/clock.ts';
import { ok, type Result } from '../../platform/failures/failures.ts';
import type { Work } from '../../platform/http/work.ts';
import { plainLine } from '../public/answers.ts';
import { guessesFor } from '../public/kind.guess.ts';
import { somethingElse } from '../public/report-it.steps.ts';
import { resolvePlace, routeFor } from '../report.commands.ts';
import { landOwnerAnswers } from '../report.words.ts';

const blank = <S extends z.ZodType>(schema: S) =>
  z.preprocess((raw) => (raw === '' ? undefined : raw), schema.optional());
const degrees = (limit: number) => blank(z.coerce.number('Enter degrees as a number').min(-limit).max(limit));

/** A complaint as it is told over the counter. */
export const previewSchema = z.object({
  words: z.preprocess((raw) => (typeof raw === 'string' ? plainLine(raw).slice(0, 4000) : ''), z.string()),
  issueType: blank(z.string().max(60)),
  /** Chosen from the whole A to Z: goes before what was guessed. */
  otherType: blank(z.string().max(60)),
  postcode: blank(z.string().max(10)),
  lon: degrees(180),
  lat: degrees(90),
  landOwner: z.preprocess((raw) => raw || 'unknown', z.enum(landOwnerAnswers)),
});
export type PreviewInput = z.output<typeof previewSchema>;

/** Where a complaint would go, whom to ring, why, and what would happen at night. */
export interface Preview {
  guesses: { type: IssueTypeRow; matched: readonly string[] }[];
  type: IssueTypeRow;
  /** The whole A to Z. */
  types: readonly IssueTypeRow[];
  /** Nothing in the A to Z has these words: the fallback inbox finds out. */
  isFallback: boolean;
  /** The directory has nobody for it, wherever it is. */
  isGap: boolean;
  placeWords: string | undefined;
  districtName: string | undefined;
  service: ServiceRow;
  hoursWords: string;
  why: string;
  considered: number;
  targetOn: Day;
  /** Who would get it outside office hours, when that is somebody else. */
  atNight: { name: string; phone: string; why: string } | undefined;
}

/** The answer to "where would this go?"; undefined while nothing has been asked. */
export async function previewRoute(work: Work, input: PreviewInput): Promise<Result<Preview | undefined>> {
  const code = input.otherType ?? input.issueType;
  if (!input.words && !code) return ok(undefined);
  const types = await listIssueTypes(work.db);
  const guesses = guessesFor(input.words, types);
  const type =
    types.find((row) => row.code === code && row.isActive) ??
    guesses[0]?.type ??
    types.find((row) => row.code === somethingElse);
  if (!type) return ok(undefined);
  const place = await resolvePlace(work, input);
  if (!place.ok) return place;
  const routed = await routeFor(work, type.code, place.value, input.landOwner);
  const service = await findService(work.db, routed.serviceId);
  if (!service) return ok(undefined);
  const { lon, lat, districtCode } = place.value;
  return ok({
    guesses,
    type,
    types: types.filter((row) => row.isActive),
    isFallback: routed.routedBy === 'fallback',
    isGap: isGap(routed, districtCode),
    placeWords:
      lon !== null && lat !== null ? await pointWords(work.db, { lon, lat }, districtCode) : undefined,
    districtName: await areaName(work.db, districtCode),
    service,
    hoursWords: hoursWords(service.hours),
    why: routed.why.words,
    considered: routed.why.considered,
    targetOn: addWorkingDays(work.clock.today(), type.targetWorkingDays, isHoliday),
    atNight: await nightService(work, type.code, place.value, {
      landOwner: input.landOwner,
      dayServiceId: service.id,
    }),
  });
}

async function nightService(
  work: Work,
  issueType: string,
  areas: ResolvedPlace,
  facts: { landOwner: string; dayServiceId: string },
): Promise<Preview['atNight']> {
  const table = await loadRouting(work.db, [issueType]);
  const routed = chooseService(table, {
    issueType,
    areas,
    landOwner: facts.landOwner,
    on: work.clock.today(),
    isOfficeHours: false,
  });
  if (!routed || routed.serviceId === facts.dayServiceId) return undefined;
  const service = await findService(work.db, routed.serviceId);
  return (
    service && { name: `${service.name}, ${service.agencyName}`, phone: service.phone, why: routed.why.words }
  );
}
