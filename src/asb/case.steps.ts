import { sql } from 'kysely';
import { changeRow } from '../platform/database/change.ts';
import { notFound, ok } from '../platform/failures/failures.ts';
import type { Work } from '../platform/http/work.ts';
import { type AsbCase, type Complainant, findAsbCase, listComplainants } from './case.store.ts';
import { asbCaseStatusWords, asbCaseTransitions } from './case.transitions.ts';
import type { AsbSteps } from './steps.ts';

interface CaseFacts {
  file: AsbCase;
  complainants: readonly Complainant[];
  today: string;
  /** Releases to come that are planned for. */
  releasesAhead: number;
  /** Actions of its plans that have no result yet, as far as the agency leads them. */
  openActions: number;
}
/** How a case goes on. */
export const caseSteps: AsbSteps<AsbCase, CaseFacts> = {
  procedure: 'asb',
  recordKind: 'asb-case',
  lines: asbCaseTransitions,
  words: asbCaseStatusWords,
  find: findAsbCase,
  // A case is seen by its own agency alone.
  actor: ({ agencyId }) => ({ agencyId, otherwise: notFound }),
  async facts(work: Work, file) {
    const today = work.clock.today();
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from asb.release_plan p
      where p.asb_id = ${file.id} and p.release_on > ${today}::date`.execute(work.db);
    const { rows: actions } = await sql<{ n: number }>`select count(*)::int as n from asb.action x
      join asb.release_plan p on p.id = x.plan_id join tasking.task t on t.id = x.task_id
      where p.asb_id = ${file.id} and t.status in ('set', 'accepted')`.execute(work.db);
    return {
      openActions: actions[0]?.n ?? 0,
      file,
      complainants: await listComplainants(work, file.id),
      today,
      releasesAhead: rows[0]?.n ?? 0,
    };
  },
  needs: {
    'complainant-named': ({ complainants }) => ({
      words: 'There is somebody who complains, with a named contact',
      met: complainants.length > 0,
      mend: 'Add who complains.',
      field: 'complainants',
    }),
    'all-contacted': ({ complainants }) => ({
      words: 'Everybody who complains has been contacted',
      met: complainants.every(({ contactedOn }) => contactedOn !== null),
      mend: `Still to contact: ${complainants.flatMap(({ contactedOn, position }) => (contactedOn === null ? [`complainant ${position}`] : [])).join(', ')}.`,
      field: 'complainants',
    }),
    'risk-up-to-date': ({ file, today }) => ({
      words: 'The risk is assessed, and up to date',
      met: file.level !== null && file.assessDueOn > today,
      mend: 'Assess the risk.',
      field: 'risk',
    }),
    'risk-not-high': ({ file }) => ({
      words: 'The risk is not high any more',
      met: file.level !== 'high',
      mend: 'Assess the risk again once it has fallen.',
      field: 'risk',
    }),
    'plans-done': ({ releasesAhead }) => ({
      words: 'Nobody of the case waits for a release that is planned for',
      met: releasesAhead === 0,
      mend: 'Keep it open until after the release.',
      field: 'orders',
    }),
    'actions-answered': ({ openActions }) => ({
      words: 'Every action of its plans has its result',
      met: openActions === 0,
      mend: `${openActions} still open: ask for the results, or close them.`,
      field: 'orders',
    }),
  },
  async apply(work, { line, input }) {
    const outcome = input.outcome ?? '';
    const sets: Readonly<Record<string, Record<string, unknown>>> = {
      close: { outcome, closedOn: work.clock.today() },
      reopen: { outcome: null, closedOn: null, assessDueOn: work.clock.today() },
    };
    return ok(sets[line.action] ?? {});
  },
  change: (work, file, set) => changeRow(work.db, 'asb.asbCase', file, set),
};
