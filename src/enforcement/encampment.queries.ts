import { listAreas } from '../directory/index.ts';
import { londonInstant } from '../platform/clock/clock.ts';
import { sorted } from '../platform/database/sorting.ts';
import { notFound, ok, type Result } from '../platform/failures/failures.ts';
import { about, type Work } from '../platform/http/work.ts';
import { findCase } from './case.store.ts';
import type { EncampmentFilterInput, EncampmentStepInput } from './encampment.forms.ts';
import { type Encampment, encampmentSorting, findEncampment, listEncampments } from './encampment.store.ts';
import { encampmentLinesFrom, encampmentOfficers } from './encampment.transitions.ts';
import { type EncampmentFacts, encampmentConditions, policeToTell } from './encampment.ts';
import type { EncampmentPaper } from './encampment.words.ts';
import {
  findLand,
  listLandServices,
  listReturns,
  listVehicles,
  listWelfare,
} from './encampment-parts.store.ts';
import { mayReadWhole } from './procedure.policy.ts';
import { listEditions, listEvents } from './procedure.store.ts';
import { pageOfFiles } from './procedure-files.store.ts';

/** A page of the list as it was asked for. */
export const pageOfEncampments = (work: Work, filter: EncampmentFilterInput, limit?: number) =>
  pageOfFiles(
    work,
    sorted(encampmentSorting, filter),
    (asked) => listEncampments(work, filter, asked),
    limit,
  );

/** One file for reading; noted in the audit by its id. */
export async function openEncampment(work: Work, id: string): Promise<Result<Encampment>> {
  const file = await findEncampment(work, id);
  if (!file) return notFound;
  about(work, 'encampment', file.id);
  return ok(file);
}

/** All that the needs of a step look at, for its moment; without a time the whole day counts as its noon. */
export async function encampmentFacts(
  work: Work,
  file: Encampment,
  input: Partial<EncampmentStepInput> = {},
): Promise<EncampmentFacts> {
  const on = input.on ?? work.clock.today();
  const at = input.on ? londonInstant(input.on, input.time ?? '12:00') : work.clock.now();
  const [land, welfare, vehicles] = await Promise.all([
    findLand(work, file.id),
    listWelfare(work, file.id),
    listVehicles(work, file),
  ]);
  return { file, land, welfare, vehicles, at, on, input, now: work.clock.now() };
}

/** Everything the page of one file shows, each part only if this viewer may see it. */
export async function encampmentPageView(work: Work, id: string) {
  const opened = await openEncampment(work, id);
  if (!opened.ok) return opened;
  const file = opened.value;
  const isOwn = mayReadWhole(work.viewer, file);
  const roles = work.viewer.kind === 'officer' ? work.viewer.roles : [];
  const [events, facts, services, papers, returns, theCase] = await Promise.all([
    listEvents(work, 'encampment', id),
    isOwn ? encampmentFacts(work, file) : undefined,
    isOwn ? listLandServices(work, id) : [],
    isOwn ? listEditions<EncampmentPaper>(work, 'encampment', id) : [],
    isOwn ? listReturns(work, file) : [],
    file.caseId ? findCase(work, file.caseId) : undefined,
  ]);
  const lines = facts
    ? encampmentLinesFrom(file.status, roles).map((line) => ({
        line,
        conditions: encampmentConditions(line, facts),
      }))
    : [];
  return ok({
    ...{ file, events, facts, services, papers, returns, lines, theCase, isOwn },
    mayWrite: isOwn && encampmentOfficers.some((role) => roles.includes(role)),
    /** From how many vehicles the police are to be told, where nobody has. */
    tellPolice: isOwn ? policeToTell(file, work.clock.today()) : undefined,
  });
}

/** Districts for a list's filter. */
export const encampmentDistricts = (work: Work) => listAreas(work.db, 'district', work.clock.today());
