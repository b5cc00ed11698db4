import { findService } from '../directory/index.ts';
import { invalid, notFound, ok, type Result, refusedByRule, stale } from '../platform/failures/failures.ts';
import { about, officerOf, type Work } from '../platform/http/work.ts';
import { enqueue } from '../platform/jobs/jobs.ts';
import { mayWork } from './report.policy.ts';
import { addEvent, changeReport, findReport, type Report } from './report.store.ts';
import { type ReportAction, transitionFor } from './report.transitions.ts';
import type { ReportOutcome } from './report.words.ts';

const onlyTheyWrite = 'Only the service it is with writes to the reporter.';
const notTheirs = (report: Report, mend: string) =>
  refusedByRule(
    'report.other-agency',
    `This report is with ${report.serviceName}, ${report.ownerAgencyName}.`,
    mend,
  );

/** The report, if the viewer may act on it now by this action; told apart from not being able to see it at all. */
async function reportToWork(work: Work, id: string, version: number): Promise<Result<Report>> {
  const report = await findReport(work, id);
  if (!report) return notFound;
  about(work, 'report', id);
  if (!mayWork(work.viewer, report))
    return notTheirs(report, 'Ask them to act, or to send it to your service.');
  if (report.version !== version)
    return stale(
      'Somebody changed this report while you had it open. Look at what they did, then try again.',
    );
  return ok(report);
}

async function step(
  work: Work,
  report: Report,
  action: ReportAction,
): Promise<Result<NonNullable<ReturnType<typeof transitionFor>>>> {
  const line = transitionFor(report.status, action);
  if (!line) return stale(`This cannot be done now: the report is ${report.status}.`);
  const viewer = officerOf(work);
  if (!line.who.some((role) => viewer.roles.includes(role)))
    return refusedByRule(
      'report.role',
      `Your role cannot do this: ${line.button.toLowerCase()}.`,
      `It is for: ${line.who.join(', ')}.`,
    );
  return ok(line);
}

/** Whether the viewer has this form of a report's page before them; else why not, which is then all there is to say of what was sent. */
export async function mayAnswer(
  work: Work,
  report: Report,
  form: 'questions' | 'duplicate',
): Promise<Result<unknown>> {
  if (!mayWork(work.viewer, report)) return notTheirs(report, onlyTheyWrite);
  return form === 'questions' ? ok(report) : step(work, report, 'mark-duplicate');
}

/** Moves a report along one line of the table, with what else changes, and tells its reporter. */
export async function moveReport(
  work: Work,
  input: {
    reportId: string;
    version: number;
    action: ReportAction;
    set?: Parameters<typeof changeReport>[2];
    words?: string;
    tells?: string;
  },
): Promise<Result<Report>> {
  const found = await reportToWork(work, input.reportId, input.version);
  if (!found.ok) return found;
  const report = found.value;
  const line = await step(work, report, input.action);
  if (!line.ok) return line;
  const saved = await changeReport(work.db, report, { status: line.value.to, ...input.set });
  if (!saved)
    return stale('Somebody changed this report a moment ago. Look at what they did, then try again.');
  await addEvent(work, {
    reportId: report.id,
    kind: input.action,
    words: input.words ? `${line.value.past}: ${input.words}` : line.value.past,
  });
  if (line.value.tells)
    await addEvent(work, {
      reportId: report.id,
      kind: 'told',
      words: input.tells ? `${line.value.tells} ${input.tells}` : line.value.tells,
      isPublic: true,
    });
  work.note.detail.action = input.action;
  return ok(report);
}

export const startReport = (
  work: Work,
  input: { reportId: string; version: number },
): Promise<Result<Report>> => moveReport(work, { ...input, action: 'start' });

export async function closeReport(
  work: Work,
  input: { reportId: string; version: number; outcome: ReportOutcome; outcomeWords: string },
): Promise<Result<Report>> {
  const moved = await moveReport(work, {
    ...input,
    action: 'close',
    set: { closedAt: work.clock.now(), outcome: input.outcome, outcomeWords: input.outcomeWords },
    words: input.outcomeWords,
    tells: input.outcomeWords,
  });
  if (moved.ok) await enqueue(work.db, 'tell-reporter', { reportId: input.reportId });
  return moved;
}

/** Sends a report to another service, with the reason; counted, because re-routing measures the directory. */
export async function rerouteReport(
  work: Work,
  input: { reportId: string; version: number; serviceId: string; reason: string },
): Promise<Result<Report>> {
  const report = await findReport(work, input.reportId);
  if (!report) return notFound;
  about(work, 'report', report.id, { action: 'reroute' });
  const viewer = officerOf(work);
  if (viewer.agencyId !== report.ownerAgencyId && viewer.agencyId !== report.receivedByAgencyId)
    return notTheirs(report, 'Ask them to send it on.');
  if (report.status !== 'new' && report.status !== 'in-progress')
    return stale('A report that is finished cannot be sent on. Open it again first.');
  if (report.version !== input.version)
    return stale(
      'Somebody changed this report while you had it open. Look at what they did, then try again.',
    );
  const service = await findService(work.db, input.serviceId);
  if (!service || (service.endsOn !== null && service.endsOn <= work.clock.today()))
    return invalid({ field: 'serviceId', words: 'Choose a service' });
  if (service.id === report.serviceId)
    return invalid({ field: 'serviceId', words: 'The report is already with this service: choose another' });
  const why = { ruleId: null, words: `Sent on by ${viewer.name}: ${input.reason}`, considered: 0 };
  const saved = await changeReport(work.db, report, {
    serviceId: service.id,
    ownerAgencyId: service.agencyId,
    routedBy: 'person',
    routeWhy: JSON.stringify(why),
    routedAt: work.clock.now(),
    timesRerouted: report.timesRerouted + 1,
  });
  if (!saved)
    return stale('Somebody changed this report a moment ago. Look at what they did, then try again.');
  await addEvent(work, {
    reportId: report.id,
    kind: 'rerouted',
    words: `Sent to ${service.name}, ${service.agencyName}: ${input.reason}`,
  });
  await enqueue(work.db, 'tell-service', { reportId: report.id });
  return ok(report);
}

/** Asks the reporter a question, who answers by coming back with the phrase; works for anonymous reporters too. */
export async function askReporter(
  work: Work,
  input: { reportId: string; body: string },
): Promise<Result<Report>> {
  const report = await findReport(work, input.reportId);
  if (!report) return notFound;
  about(work, 'report', report.id);
  if (!mayWork(work.viewer, report)) return notTheirs(report, onlyTheyWrite);
  await work.db
    .insertInto('intake.message')
    .values({
      id: work.ids.next(),
      reportId: report.id,
      fromReporter: false,
      officerId: officerOf(work).officerId,
      body: input.body,
      sentAt: work.clock.now(),
    })
    .execute();
  await addEvent(work, { reportId: report.id, kind: 'asked', words: 'The reporter was asked a question' });
  return ok(report);
}

/** Joins a report to an earlier one of the same thing. */
export async function markDuplicate(
  work: Work,
  input: { reportId: string; version: number; reference: string },
): Promise<Result<Report>> {
  const { rows } = await work.db
    .selectFrom('intake.report')
    .select('id')
    .where('reference', '=', input.reference.trim().toUpperCase())
    .execute()
    .then((rows) => ({ rows }));
  const earlier = rows[0] ? await findReport(work, rows[0].id) : undefined;
  if (!earlier)
    return invalid({ field: 'reference', words: 'There is no report with this reference that you can see' });
  if (earlier.id === input.reportId)
    return invalid({ field: 'reference', words: 'This is the report itself: enter the earlier one' });
  return moveReport(work, {
    reportId: input.reportId,
    version: input.version,
    action: 'mark-duplicate',
    set: { duplicateOfId: earlier.id, closedAt: work.clock.now() },
    words: earlier.reference,
  });
}
