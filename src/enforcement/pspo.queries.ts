import { sorted } from '../platform/database/sorting.ts';
import { notFound, ok, type Result } from '../platform/failures/failures.ts';
import { about, officerOf, type Work } from '../platform/http/work.ts';
import { namedInText } from './named.store.ts';
import { mayReadWhole } from './procedure.policy.ts';
import { listEditions, listEvents } from './procedure.store.ts';
import type { Condition } from './procedure.ts';
import { pageOfFiles } from './procedure-files.store.ts';
import type { PspoFilterInput, PspoStepInput } from './pspo.forms.ts';
import { findPspo, listPspos, type Pspo, pspoSorting } from './pspo.store.ts';
import { madeStatuses, openStatuses, type PspoNeed, pspoLinesFrom } from './pspo.transitions.ts';
import { alertOn, alertWords, type PspoFacts, pspoConditions, textOf } from './pspo.ts';
import type { PspoPaper, PspoStatus } from './pspo.words.ts';
import { listAuthorised, listColleagues, listConsultees, listPublished } from './pspo-parts.store.ts';
import { overlapping } from './pspo-power.ts';

/** A page of the list as it was asked for. */
export const pageOfPspos = (work: Work, filter: PspoFilterInput, limit?: number) =>
  pageOfFiles(work, sorted(pspoSorting, filter), (asked) => listPspos(work, filter, asked), limit);

/** One file for reading; noted in the audit by its id. */
export async function openPspo(work: Work, id: string): Promise<Result<Pspo>> {
  const file = await findPspo(work, id);
  if (!file) return notFound;
  about(work, 'pspo', file.id);
  return ok(file);
}

/** All that the needs of a step look at, for its day. */
export async function pspoFacts(
  work: Work,
  file: Pspo,
  input: Partial<PspoStepInput> = {},
): Promise<PspoFacts> {
  const [consultees, officers, colleagues] = await Promise.all([
    listConsultees(work, file),
    listAuthorised(work, file.id),
    listColleagues(work),
  ]);
  const today = work.clock.today();
  return { file, consultees, officers, colleagues, on: input.on ?? today, today, input };
}

/** Needs that the kind of an order decides. */
const ofKind: readonly string[] = ['new', 'older', 'ordinary', 'expedited'] satisfies readonly PspoNeed[];
/** Whether a step is of orders of another kind: once the proposal cannot be changed, nothing mends that, and it is not offered. */
const isOfOtherKind = (file: Pspo, conditions: readonly Condition[]): boolean =>
  !openStatuses.includes(file.status) && conditions.some(({ code, met }) => !met && ofKind.includes(code));

const overStatuses: readonly PspoStatus[] = ['expired', 'discharged', 'withdrawn'];

/** Everything the page of one file shows, each part only if this viewer may see it. */
export async function pspoPageView(work: Work, id: string) {
  const opened = await openPspo(work, id);
  if (!opened.ok) return opened;
  const file = opened.value;
  const isOwn = mayReadWhole(work.viewer, file);
  const roles = work.viewer.kind === 'officer' ? work.viewer.roles : [];
  const today = work.clock.today();
  const [events, facts, papers, others] = await Promise.all([
    listEvents(work, 'pspo', id),
    isOwn ? pspoFacts(work, file) : undefined,
    isOwn ? listEditions<PspoPaper>(work, 'pspo', id) : [],
    listPublished(work.db, today, true),
  ]);
  const lines = facts
    ? pspoLinesFrom(file.status, roles)
        .map((line) => ({ line, conditions: pspoConditions(line, facts) }))
        .filter(({ conditions }) => !isOfOtherKind(file, conditions))
    : [];
  // Of an order that is over, or was given up, nothing is to be done.
  const overlaps = overStatuses.includes(file.status) ? [] : overlapping(file, others);
  // Said until anybody reads it; the steps that lead there ask.
  const isAhead = file.status !== 'published' && !overStatuses.includes(file.status);
  const named = isOwn && isAhead ? await namedInText(work, textOf(file)) : [];
  return ok({
    file,
    named,
    events,
    facts,
    papers,
    lines,
    isOwn,
    overlaps,
    today,
    alert: madeStatuses.includes(file.status) ? alertOn(file.endsOn, today) : undefined,
  });
}

/** An order of the viewer's agency that ends soon, or that was made and not published. */
export interface PspoNeedingMe {
  id: string;
  reference: string;
  title: string;
  why: string;
  dueOn: string | null;
}
/** For the home page of whoever keeps the orders: 12, 6 and 3 months before the last day, and what is to be published. */
export async function psposNeedingMe(work: Work): Promise<PspoNeedingMe[]> {
  const { roles } = officerOf(work);
  const mine = await Promise.all(
    (['ending', 'made'] as const).map((status) =>
      listPspos(work, { status, agency: 'mine' }, { limit: 100 }),
    ),
  );
  const files = [...new Map(mine.flat().map((file) => [file.id, file])).values()];
  return files.flatMap((file) => {
    if (pspoLinesFrom(file.status, roles).length === 0) return [];
    const months = alertOn(file.endsOn, work.clock.today());
    const why =
      file.status === 'made'
        ? 'Publish it'
        : months === undefined
          ? undefined
          : `Ends within ${months} months. ${alertWords(file)}`;
    const { id, reference, title, endsOn } = file;
    return why ? [{ id, reference, title, why, dueOn: endsOn }] : [];
  });
}
