import { areasAt, placeOfPostcode } from '../directory/index.ts';
import { findReport } from '../intake/index.ts';
import { invalid, notFound, ok, type Result, stale } from '../platform/failures/failures.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import type { ReportAbandoned } from './abandoned.forms.ts';
import { markKey, readMark } from './abandoned.mark.ts';
import { openAbandoned } from './abandoned.queries.ts';
import { type AbandonedVehicle, changeAbandoned } from './abandoned.store.ts';
import { abandonedOfficers, abandonedOpen } from './abandoned.transitions.ts';
import { findStanding, type Standing } from './abandoned-parts.store.ts';
import { caseToWork } from './case.commands.ts';
import { fileToActOn, movedOn } from './procedure.commands.ts';
import { addEvent } from './procedure.store.ts';

/** The file, if this officer may act on it; told apart from not seeing it at all. */
export async function abandonedToWork(
  work: Work,
  input: { abandonedId: string; version?: number },
): Promise<Result<AbandonedVehicle>> {
  const opened = await openAbandoned(work, input.abandonedId);
  return opened.ok ? fileToActOn(work, opened.value, acting, input.version) : opened;
}
const acting = {
  procedure: 'abandoned',
  officers: abandonedOfficers,
  onlyWhom: 'Only the agency that opened it acts on it: ask them.',
  notYours: 'Your role does not act on abandoned vehicles.',
} as const;

type Fields = Omit<ReportAbandoned, 'caseId' | 'reportId'>;
type AreaCodes = Pick<AbandonedVehicle, 'wardCode' | 'districtCode'>;
type Place = Pick<Standing, 'placeWords' | 'postcode' | 'lon' | 'lat'>;
interface Placed {
  area: AreaCodes;
  place: Place;
}

const fileColumns = ({ landKind, make, colour, seenOn }: Fields) => ({
  ...{ landKind, seenOn, make: make ?? null, colour: colour ?? null },
});

/** Where it stands: a postcode or a point that is typed decides the district, else what is known already stays. */
async function placed(work: Work, input: Fields, now: Placed): Promise<Result<Placed>> {
  if (input.seenOn > work.clock.today())
    return invalid({ field: 'seenOn', words: 'It cannot be in the future' });
  const placeWords = input.placeWords ?? now.place.placeWords;
  if ((input.lon === undefined) !== (input.lat === undefined))
    return invalid({
      field: input.lon === undefined ? 'lon' : 'lat',
      words: 'Enter both parts of the point, or neither',
    });
  const found = input.postcode
    ? await placeOfPostcode(work.db, input.postcode, work.clock.today())
    : undefined;
  if (input.postcode && !found)
    return invalid({
      field: 'postcode',
      words: 'We do not know this postcode. Check it, or give one near the vehicle',
    });
  if (input.lon !== undefined && input.lat !== undefined) {
    const area = await areasAt(work.db, input.lon, input.lat, work.clock.today());
    if (!area.districtCode && !found)
      return invalid({ field: 'lat', words: 'This point lies in no district that we know' });
    const { lon, lat } = input;
    const { wardCode, districtCode } = area.districtCode ? area : (found ?? area);
    return ok({
      area: { wardCode, districtCode },
      place: { placeWords, postcode: found?.postcode ?? null, lon, lat },
    });
  }
  if (!found) return ok({ area: now.area, place: { ...now.place, placeWords } });
  const { wardCode, districtCode, postcode, lon, lat } = found;
  return ok({ area: { wardCode, districtCode }, place: { placeWords, postcode, lon, lat } });
}

const nowhere: Placed = {
  area: { wardCode: null, districtCode: null },
  place: { placeWords: null, postcode: null, lon: null, lat: null },
};

const placeOf = ({ placeWords, postcode, lon, lat }: Place): Place => ({ placeWords, postcode, lon, lat });

/** What a report that the officer may see already says of the place; nothing of a sensitive one, which is its service’s alone. */
async function fromReport(work: Work, reportId: string | undefined): Promise<Result<Placed>> {
  if (!reportId) return ok(nowhere);
  const report = await findReport(work, reportId);
  if (!report) return notFound;
  if (report.isSensitive) return ok(nowhere);
  const { wardCode, districtCode } = report;
  return ok({ area: { wardCode, districtCode }, place: placeOf(report) });
}

/** The mark that was typed, none if none was; refused when it cannot be one. */
function markIn({ mark: typed }: Fields): Result<{ mark: string | null; markKey: string | null }> {
  if (!typed) return ok({ mark: null, markKey: null });
  const mark = readMark(typed);
  return mark
    ? ok({ mark, markKey: markKey(mark) })
    : invalid({
        field: 'mark',
        words: 'Enter the registration mark, like AB12 CDE, or leave it empty if there is none',
      });
}

/** Opens the file of a vehicle, from a report or on a case that the officer may see, or by hand. */
export async function reportAbandoned(work: Work, input: ReportAbandoned): Promise<Result<AbandonedVehicle>> {
  const viewer = officerOf(work);
  if (input.caseId) {
    const theCase = await caseToWork(work, input.caseId);
    if (!theCase.ok) return theCase;
  }
  const known = await fromReport(work, input.reportId);
  if (!known.ok) return known;
  const mark = markIn(input);
  if (!mark.ok) return mark;
  const where = await placed(work, input, known.value);
  if (!where.ok) return where;
  const file = { id: work.ids.next(), agencyId: viewer.agencyId };
  await work.db
    .insertInto('enforcement.abandoned')
    .values({
      ...file,
      reference: work.ids.reference('AV'),
      status: 'reported',
      ...fileColumns(input),
      ...where.value.area,
      caseId: input.caseId ?? null,
      reportId: input.reportId ?? null,
      madeBy: viewer.officerId,
      madeAt: work.clock.now(),
    })
    .execute();
  await work.db
    .insertInto('enforcement.abandonedPlace')
    .values({
      ...{ abandonedId: file.id, agencyId: file.agencyId, occupierWords: input.occupierWords ?? null },
      ...mark.value,
      ...where.value.place,
    })
    .execute();
  await addEvent(work, 'abandoned', file, { kind: 'reported', words: 'File of an abandoned vehicle opened' });
  return openAbandoned(work, file.id);
}

/** Changes the report, until a notice is given on the strength of it. What must stay hidden stays as it is unless it is typed anew. */
export async function editAbandoned(
  work: Work,
  input: Fields & { abandonedId: string; version: number },
): Promise<Result<AbandonedVehicle>> {
  const found = await abandonedToWork(work, input);
  if (!found.ok) return found;
  const file = found.value;
  if (!abandonedOpen.report.from.includes(file.status)) return stale(abandonedOpen.report.refusal);
  const mark = markIn(input);
  if (!mark.ok) return mark;
  const standing = await findStanding(work, file.id);
  const where = await placed(work, input, {
    area: { wardCode: file.wardCode, districtCode: file.districtCode },
    place: standing ? placeOf(standing) : nowhere.place,
  });
  if (!where.ok) return where;
  if (!(await changeAbandoned(work.db, file, { ...fileColumns(input), ...where.value.area })))
    return movedOn();
  const { placeWords, ...point } = where.value.place;
  const typed = input.postcode !== undefined || input.lon !== undefined;
  await work.db
    .updateTable('enforcement.abandonedPlace')
    .set({
      ...mark.value,
      ...(standing?.isHidden
        ? { ...(placeWords ? { placeWords } : {}), ...(typed ? point : {}) }
        : { placeWords, ...point, occupierWords: input.occupierWords ?? null }),
      ...(standing?.isHidden && input.occupierWords ? { occupierWords: input.occupierWords } : {}),
    })
    .where('abandonedId', '=', file.id)
    .execute();
  await addEvent(work, 'abandoned', file, {
    kind: 'edited',
    words: 'Report changed',
    // A judgement may rest on what stood before: which mark that was is not lost by writing over it.
    reason: standing?.mark && standing.mark !== mark.value.mark ? `Mark before: ${standing.mark}` : undefined,
  });
  return openAbandoned(work, file.id);
}
