import { flyTipActions } from '../../../reference/fly-tip.ts';
import { dayOf } from '../../platform/clock/clock.ts';
import {
  type FieldProblem,
  invalid,
  notFound,
  ok,
  type Result,
  refusedByRule,
  stale,
} from '../../platform/failures/failures.ts';
import { officerOf, type Work } from '../../platform/http/work.ts';
import { mayWork } from '../report.policy.ts';
import { openReport } from '../report.queries.ts';
import { addEvent, type Report } from '../report.store.ts';
import { type FlyTipInput, flyTipIssue } from './fly-tip.forms.ts';
import { findFlyTip } from './fly-tip.store.ts';

/** The report of fly-tipping, if the viewer's service works on it. */
export async function flyTipToWork(work: Work, reportId: string): Promise<Result<Report>> {
  const opened = await openReport(work, reportId);
  if (!opened.ok) return opened;
  const report = opened.value;
  // To whoever may not work on it, the page of a report is all there is of it.
  if (!mayWork(work.viewer, report) || report.ownerAgencyId !== officerOf(work).agencyId) return notFound;
  return report.issueType === flyTipIssue
    ? ok(report)
    : refusedByRule(
        'fly-tip.other-kind',
        `${report.reference} is about something else: ${report.issueName}.`,
        'The national return counts fly-tipping alone.',
      );
}

function problemsOf(
  { action, on, cost, outcome }: FlyTipInput,
  report: Report,
  today: string,
): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (action && !on) problems.push({ field: 'on', words: 'Enter the day of the action' });
  if (!action && (on || cost !== undefined || outcome))
    problems.push({ field: 'action', words: 'Choose the action that this was' });
  if (on && on > today) problems.push({ field: 'on', words: 'It cannot be in the future' });
  if (on && on < dayOf(report.receivedAt))
    problems.push({ field: 'on', words: 'It cannot be before the day on which it was reported' });
  if (action === 'prosecution' && !outcome)
    problems.push({ field: 'outcome', words: 'Choose how the prosecution ended, or that it waits' });
  if (action && action !== 'prosecution' && outcome)
    problems.push({ field: 'outcome', words: 'An outcome is of a prosecution alone' });
  return problems;
}

/** Records what the national return asks of a fly-tip and, where one is given, an action of the ladder. */
export async function describeFlyTip(
  work: Work,
  { reportId, ...input }: FlyTipInput & { reportId: string },
): Promise<Result<Report>> {
  const found = await flyTipToWork(work, reportId);
  if (!found.ok) return found;
  const report = found.value;
  const problems = problemsOf(input, report, work.clock.today());
  if (problems.length > 0) return invalid(...problems);
  const { tip } = await findFlyTip(work, reportId);
  const moved = stale('Somebody changed this while you had it open. Look at what they did, then try again.');
  if ((tip?.version ?? 0) !== input.version) return moved;
  const { agencyId, officerId } = officerOf(work);
  const { landType, wasteType, wasteSize, isEvidence } = input;
  const values = {
    ...{ landType, wasteType, wasteSize, isEvidence, clearancePence: input.clearance ?? null },
    ...{ describedBy: officerId, describedAt: work.clock.now(), version: input.version + 1 },
  };
  const saved = await work.db
    .insertInto('intake.flyTip')
    .values({ reportId, agencyId, ...values })
    .onConflict((there) =>
      there
        .columns(['reportId', 'agencyId'])
        .doUpdateSet(values)
        .where('intake.flyTip.version', '=', input.version),
    )
    .executeTakeFirst();
  if (saved.numInsertedOrUpdatedRows !== 1n) return moved;
  if (input.action && input.on)
    await work.db
      .insertInto('intake.flyTipAction')
      .values({
        ...{ id: work.ids.next(), reportId, agencyId, action: input.action, onDay: input.on },
        ...{ costPence: input.cost ?? null, outcome: input.outcome ?? null },
        ...{ recordedBy: officerId, recordedAt: work.clock.now() },
      })
      .execute();
  const name = flyTipActions.find(({ code }) => code === input.action)?.name;
  await addEvent(work, {
    reportId,
    kind: 'fly-tip',
    words: name ? `Fly-tip described; action recorded: ${name.toLowerCase()}` : 'Fly-tip described',
  });
  return ok(report);
}
