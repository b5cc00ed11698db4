import { findReport } from '../intake/index.ts';
import { londonInstant } from '../platform/clock/clock.ts';
import { sorted } from '../platform/database/sorting.ts';
import { notFound, ok, type Result } from '../platform/failures/failures.ts';
import { about, type Work } from '../platform/http/work.ts';
import type { AbandonedFilterInput, AbandonedStepInput } from './abandoned.forms.ts';
import { type AbandonedVehicle, abandonedSorting, findAbandoned, listAbandoned } from './abandoned.store.ts';
import { abandonedLinesFrom } from './abandoned.transitions.ts';
import { type AbandonedFacts, abandonedConditions, isReportedStolen } from './abandoned.ts';
import type { AbandonedPaper } from './abandoned.words.ts';
import {
  findStanding,
  listAssessment,
  listEnquiries,
  listNotices,
  listSameMark,
} from './abandoned-parts.store.ts';
import { listVehiclePhotos } from './abandoned-photo.store.ts';
import { findCase } from './case.store.ts';
import { mayReadWhole } from './procedure.policy.ts';
import { listEditions, listEvents } from './procedure.store.ts';
import { pageOfFiles } from './procedure-files.store.ts';
import { findCharge } from './vehicle-charge.store.ts';

/** A page of the list as it was asked for. */
export const pageOfAbandoned = (work: Work, filter: AbandonedFilterInput, limit?: number) =>
  pageOfFiles(work, sorted(abandonedSorting, filter), (asked) => listAbandoned(work, filter, asked), limit);

/** One file for reading; noted in the audit by its id. */
export async function openAbandoned(work: Work, id: string): Promise<Result<AbandonedVehicle>> {
  const file = await findAbandoned(work, id);
  if (!file) return notFound;
  about(work, 'abandoned', file.id);
  return ok(file);
}

/** All that the needs of a step look at, for its moment; without a time the whole day counts as its noon. */
export async function abandonedFacts(
  work: Work,
  file: AbandonedVehicle,
  input: Partial<AbandonedStepInput> = {},
): Promise<AbandonedFacts> {
  const on = input.on ?? work.clock.today();
  const at = input.on ? londonInstant(input.on, input.time ?? '12:00') : work.clock.now();
  const standing = await findStanding(work, file.id);
  const [assessment, enquiries, charge] = await Promise.all([
    listAssessment(work, file.id),
    listEnquiries(work, file.id, standing?.isHidden ?? true),
    findCharge(work, file, on),
  ]);
  return { file, standing, assessment, enquiries, charge, at, on, input, now: work.clock.now() };
}

/** Everything the page of one file shows, each part only if this viewer may see it. */
export async function abandonedPageView(work: Work, id: string) {
  const opened = await openAbandoned(work, id);
  if (!opened.ok) return opened;
  const file = opened.value;
  const isOwn = mayReadWhole(work.viewer, file);
  const roles = work.viewer.kind === 'officer' ? work.viewer.roles : [];
  const [events, facts, notices, papers, sameMark, theCase, report] = await Promise.all([
    listEvents(work, 'abandoned', id),
    isOwn ? abandonedFacts(work, file) : undefined,
    isOwn ? listNotices(work, id) : [],
    isOwn ? listEditions<AbandonedPaper>(work, 'abandoned', id) : [],
    isOwn ? listSameMark(work, file) : [],
    file.caseId ? findCase(work, file.caseId) : undefined,
    file.reportId ? findReport(work, file.reportId) : undefined,
  ]);
  const photos = facts ? await listVehiclePhotos(work, id, facts.standing?.isHidden ?? true) : [];
  const lines = facts
    ? abandonedLinesFrom(file.status, roles).map((line) => ({
        line,
        conditions: abandonedConditions(line, facts),
      }))
    : [];
  return ok({
    ...{ file, events, facts, photos, notices, papers, sameMark, lines, theCase, report, isOwn, roles },
    charge: facts?.charge,
    isStolen: facts !== undefined && isReportedStolen(facts.enquiries),
  });
}
