import { type Condition, listEditions, listEvents, movedOn } from '../../enforcement/index.ts';
import { pageOfRows, type Sorted, sorted } from '../../platform/database/sorting.ts';
import { failed, notFound, ok, type Result } from '../../platform/failures/failures.ts';
import { about, officerOf, type Work } from '../../platform/http/work.ts';
import { isInspector } from '../inspection.policy.ts';
import type { LicensingFilterInput, LicensingStepInput } from './licensing.forms.ts';
import {
  findLicensing,
  type Licensing,
  type LicensingLineRow,
  licensingSorting,
  listEvidence,
  listLicensings,
  listRepresentations,
  periodsSet,
} from './licensing.store.ts';
import { type LicensingLine, licensingLinesFrom, licensingOfficers } from './licensing.transitions.ts';
import { isOffered, type LicensingFacts, licensingConditions, periodsInUse } from './licensing.ts';
import type { LicensingPaper } from './licensing.words.ts';

const pageSize = 25;
/** A page of the list as it was asked for. */
export async function pageOfLicensings(
  work: Work,
  filter: LicensingFilterInput,
  limit = pageSize,
): Promise<{ files: LicensingLineRow[]; next: string | null; sorted: Sorted }> {
  const way = sorted(licensingSorting, filter);
  const { rows: files, next } = pageOfRows(
    way,
    await listLicensings(work, filter, { sorted: way, limit: limit + 1 }),
    limit,
  );
  work.note.detail.count = files.length;
  return { files, next, sorted: way };
}

/** One review for reading; noted in the audit by its id. */
export async function openLicensing(work: Work, id: string): Promise<Result<Licensing>> {
  const file = await findLicensing(work, id);
  if (!file) return notFound;
  about(work, 'licensing', file.id);
  return ok(file);
}
/** The review, if this officer may act on it as it stands. */
export async function licensingToWork(
  work: Work,
  { licensingId, version }: { licensingId: string; version?: number },
): Promise<Result<Licensing>> {
  const opened = await openLicensing(work, licensingId);
  if (!opened.ok) return opened;
  const { roles } = officerOf(work);
  if (!licensingOfficers.some((role) => roles.includes(role)))
    return failed({
      kind: 'not-allowed',
      words: 'Your role does not act on licence reviews.',
      whoCan: licensingOfficers.join(', '),
    });
  return version !== undefined && version !== opened.value.version ? movedOn() : opened;
}

/** The periods as the agency uses them on a day. */
export const periodsOn = async (work: Work, on: string) => periodsInUse(await periodsSet(work, on));

/** All that the needs of a step look at, for its day. */
export async function licensingFacts(
  work: Work,
  file: Licensing,
  input: Partial<LicensingStepInput> = {},
): Promise<LicensingFacts> {
  const today = work.clock.today();
  const on = input.on ?? today;
  const [evidence, periods] = await Promise.all([listEvidence(work, file.id), periodsOn(work, on)]);
  return { file, evidence, periods, on, today, input };
}

/** Everything the page of one review shows. */
export async function licensingPageView(work: Work, id: string) {
  const opened = await openLicensing(work, id);
  if (!opened.ok) return opened;
  const file = opened.value;
  const [events, facts, papers, representations] = await Promise.all([
    listEvents(work, 'licensing', id),
    licensingFacts(work, file),
    listEditions<LicensingPaper>(work, 'licensing', id),
    listRepresentations(work, id),
  ]);
  const lines: { line: LicensingLine; conditions: Condition[] }[] = licensingLinesFrom(
    file.status,
    officerOf(work).roles,
  )
    .map((line) => ({ line, conditions: licensingConditions(line, facts) }))
    .filter(({ conditions }) => isOffered(conditions));
  return ok({ file, events, facts, papers, representations, lines });
}

/** What a review waits for, by its status. */
const waits: Partial<Record<Licensing['status'], string>> = {
  applied: 'Give notice of the application',
  advertised: 'Set the hearing once representations are over',
  hearing: 'Record the decision of the hearing',
  decided: 'Record an appeal, or that nobody appealed',
};
/** Reviews of the viewer's agency that wait for somebody, the nearest day first: for the home page. */
export async function licensingsNeedMe(work: Work) {
  if (!isInspector(work.viewer)) return [];
  const files = await listLicensings(
    work,
    { status: 'open' },
    { sorted: sorted(licensingSorting, { sort: 'due' }), limit: 100 },
  );
  return files.flatMap(({ id, reference, tradingName, status, dueOn }) => {
    const what = waits[status];
    return what ? [{ id, reference, tradingName, what, dueOn }] : [];
  });
}
