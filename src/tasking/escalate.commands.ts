import { listServices } from '../directory/index.ts';
import { addCaseEvent, type CaseFile, openCase } from '../enforcement/index.ts';
import {
  attachToCase,
  type EarlierReport,
  type EscalationRule,
  earlierLikeThis,
  escalationWords,
  findReport,
  moveReport,
  type Report,
  wasNotSolved,
} from '../intake/index.ts';
import type { Day } from '../platform/clock/clock.ts';
import { notFound, ok, type Result, refusedByRule } from '../platform/failures/failures.ts';
import { about, type Work } from '../platform/http/work.ts';
import { addItem, nextMeetingFor } from './meeting.store.ts';

/** How many earlier closed reports of the same thing make "failed before". */
export const failedBeforeCount = 2;

/** What the escalate page proposes, and why. */
export interface EscalationProposal {
  report: Report;
  rule: EscalationRule | undefined;
  why: string;
  earlier: EarlierReport[];
  meeting: { id: string; heldOn: Day; seriesName: string } | undefined;
}

/** The district a report is in; without a place, the district of the council that owns it. */
async function districtOf(work: Work, report: Report): Promise<string | null> {
  if (report.districtCode) return report.districtCode;
  const row = await work.db
    .selectFrom('directory.agency as g')
    .innerJoin('directory.area as a', 'a.code', 'g.areaCode')
    .select('a.code')
    .where('g.id', '=', report.ownerAgencyId)
    .where('a.kind', '=', 'district')
    .executeTakeFirst();
  return row?.code ?? null;
}

/** Which rule the records point to (S2-28), with the history that points to it. */
export async function proposeEscalation(work: Work, reportId: string): Promise<Result<EscalationProposal>> {
  const report = await findReport(work, reportId);
  if (!report) return notFound;
  about(work, 'report', report.id);
  const earlier = await earlierLikeThis(work, report);
  const district = await districtOf(work, report);
  const meeting = district ? await nextMeetingFor(work, 'JAG', district) : undefined;
  if (earlier.length >= failedBeforeCount)
    return ok({
      report,
      earlier,
      meeting,
      rule: 'failed-before',
      why: `${earlier.length} earlier reports of the same kind at this place were closed in the twelve months before.`,
    });
  if (await wasNotSolved(work, report))
    return ok({
      report,
      earlier,
      meeting,
      rule: 'not-solved',
      why: 'This report was opened again after it was closed, or ended unsolved.',
    });
  return ok({
    report,
    earlier,
    meeting,
    rule: undefined,
    why: 'The records do not say which rule applies, so choose one.',
  });
}

export interface EscalateInput {
  reportId: string;
  version: number;
  rule: EscalationRule;
  otherServiceIds: readonly string[];
  title: string;
  summary: string;
  isPersonal: boolean;
}

/**
 * Takes a report to the next Joint Action Group of its district: opens a case with its history, joins the services, and
 * puts it on the agenda. The report's status moves by its own table.
 */
export async function escalateReport(
  work: Work,
  input: EscalateInput,
): Promise<Result<{ case: CaseFile; meeting: { id: string; heldOn: Day; seriesName: string } | undefined }>> {
  const proposed = await proposeEscalation(work, input.reportId);
  if (!proposed.ok) return proposed;
  const { report, earlier, meeting } = proposed.value;
  if (report.isSensitive)
    return refusedByRule(
      'escalate.sensitive',
      'That this report exists is restricted: it is not taken to a Joint Action Group.',
      'Use the safeguarding conference for it.',
    );
  if (
    input.rule === 'more-than-one-service' &&
    input.otherServiceIds.filter((id) => id !== report.serviceId).length === 0
  )
    return refusedByRule(
      'escalate.one-service',
      'Only one service is down for it.',
      'Add the other services that it needs, or choose another reason.',
    );
  const others = [...input.otherServiceIds].filter((id) => id !== report.serviceId);
  const opened = await openCase(work, {
    title: input.title,
    summary: input.summary,
    status: meeting ? 'at-meeting' : 'open',
    leadServiceId: report.serviceId,
    otherServiceIds: others,
    districtCode: await districtOf(work, report),
    wardCode: report.wardCode,
    isPersonal: input.isPersonal,
    escalationRule: input.rule,
    why: `Opened from report ${report.reference}: ${escalationWords[input.rule].toLowerCase()}`,
  });
  if (!opened.ok) return opened;
  const file = opened.value;
  const moved = await moveReport(work, {
    reportId: report.id,
    version: input.version,
    action: 'escalate',
    // No case reference in the words: readers of the report may not know of the case.
    set: { caseId: file.id },
  });
  if (!moved.ok) return moved;
  for (const old of earlier)
    await attachToCase(work, { reportId: old.id, caseId: file.id, caseReference: file.reference });
  if (earlier.length > 0)
    await addCaseEvent(work, {
      caseId: file.id,
      kind: 'history',
      words: `${earlier.length === 1 ? '1 earlier report' : `${earlier.length} earlier reports`} of the same problem put with it`,
    });
  if (meeting) await nominate(work, file, meeting, escalationWords[input.rule]);
  else
    await addCaseEvent(work, {
      caseId: file.id,
      kind: 'no-meeting',
      words: 'No Joint Action Group is down for this place: it is on no agenda yet',
    });
  work.note.detail.case = file.id;
  return ok({ case: file, meeting });
}

/** Puts a case on the agenda of a meeting; once on it, it stays once. */
export async function nominate(
  work: Work,
  file: CaseFile,
  meeting: { id: string; heldOn: Day; seriesName: string },
  why: string,
): Promise<void> {
  await addItem(work, {
    meetingId: meeting.id,
    kind: 'nomination',
    position: 50,
    title: file.title,
    why,
    caseId: file.id,
    isPersonal: file.isPersonal,
  });
  await addCaseEvent(work, {
    caseId: file.id,
    kind: 'nominated',
    words: `On the agenda of the ${meeting.seriesName} of ${dayInWords(meeting.heldOn)}`,
  });
}

const dayInWords = (day: Day): string =>
  new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`));

/** Services to choose from, the report's own left out; those that sit at the meeting come first. */
export async function servicesToJoin(work: Work, { report, meeting }: EscalationProposal) {
  const services = (await listServices(work.db)).filter((service) => service.id !== report.serviceId);
  const rows = meeting
    ? await work.db
        .selectFrom('tasking.meeting as m')
        .innerJoin('tasking.seriesMember as z', 'z.seriesId', 'm.seriesId')
        .select('z.serviceId')
        .where('m.id', '=', meeting.id)
        .execute()
    : [];
  const sitting = new Set(rows.map((row) => row.serviceId));
  return {
    atMeeting: services.filter((s) => sitting.has(s.id)),
    elsewhere: services.filter((s) => !sitting.has(s.id)),
  };
}
