import type { ClientBase } from 'pg';
import type { County } from '../../county/index.ts';
import { addDays, type Day } from '../platform/clock/clock.ts';
import { insertRows } from '../platform/database/bulk.ts';
import { idFromName, repeatableIds } from '../platform/ids/ids.ts';
import type { SeededMeeting } from './seed-tasking.ts';
import { failures, refusals, works } from './seed-words.ts';

interface Setting {
  county: County;
  meetings: readonly SeededMeeting[];
  agencyOf: ReadonlyMap<string, string>;
  today: Day;
}
interface Picked {
  id: string;
  issueName: string;
  issueType: string;
  description: string;
  placeWords: string | null;
  serviceId: string;
  receivedAt: Date;
  districtCode: string;
  wardCode: string | null;
}

/** Cases taken to each Joint Action Group, decided there, with tasks in every state. */
export async function seedCases(client: ClientBase, setting: Setting): Promise<void> {
  const references = repeatableIds(`seed cases ${setting.today}`);
  const rows = {
    cases: [] as object[],
    services: [] as object[],
    caseEvents: [] as object[],
    items: [] as object[],
    decisions: [] as object[],
    tasks: [] as object[],
    taskEvents: [] as object[],
    reports: [] as { id: string; caseId: string }[],
  };
  for (const meeting of setting.meetings.filter((m) => m.series.kind === 'JAG')) {
    for (const [i, report] of (await pickReports(client, meeting, setting.today)).entries()) {
      if (!rows.reports.some((r) => r.id === report.id))
        addCaseRows(rows, {
          meeting,
          report,
          turn: i + Number(meeting.heldOn.slice(8)),
          references,
          setting,
        });
    }
  }
  await insertRows(client, 'enforcement.case_file', rows.cases);
  await insertRows(client, 'enforcement.case_service', rows.services);
  await insertRows(client, 'enforcement.case_event', rows.caseEvents);
  await insertRows(client, 'tasking.agenda_item', rows.items);
  await insertRows(client, 'tasking.task', rows.tasks);
  await insertRows(client, 'tasking.task_event', rows.taskEvents);
  await insertRows(client, 'tasking.decision', rows.decisions);
  await client.query(
    `update intake.report r set case_id = x."caseId"::uuid, status = 'escalated', version = version + 1 from jsonb_to_recordset($1::jsonb) as x(id uuid, "caseId" text) where r.id = x.id`,
    [JSON.stringify(rows.reports)],
  );
}

/** Two or three reports of the weeks before a meeting, of kinds that several services deal with. */
async function pickReports(client: ClientBase, meeting: SeededMeeting, today: Day): Promise<Picked[]> {
  const until = meeting.isHeld ? addDays(meeting.heldOn, -3) : today;
  const { rows } = await client.query<Picked>(
    `select r.id, t.name as "issueName", r.issue_type as "issueType", r.description, r.place_words as "placeWords", r.service_id as "serviceId",
       r.received_at as "receivedAt", r.district_code as "districtCode", r.ward_code as "wardCode"
     from intake.report r join directory.issue_type t on t.code = r.issue_type
     where r.district_code = $1 and not r.is_sensitive and r.status in ('new', 'in-progress', 'closed') and r.received_at >= $2::date and r.received_at < $3::date
       and r.service_id = any($4::uuid[]) order by md5(r.id::text || 'case') limit $5`,
    [
      meeting.series.areaCode,
      addDays(until, -30),
      until,
      meeting.series.memberServiceIds,
      meeting.isHeld ? 2 + (Number(meeting.heldOn.slice(8)) % 2) : 3,
    ],
  );
  return rows;
}

interface One {
  meeting: SeededMeeting;
  report: Picked;
  turn: number;
  references: { reference(prefix: string): string };
  setting: Setting;
}
type Rows = {
  cases: object[];
  services: object[];
  caseEvents: object[];
  items: object[];
  decisions: object[];
  tasks: object[];
  taskEvents: object[];
  reports: { id: string; caseId: string }[];
};

function addCaseRows(rows: Rows, one: One): void {
  const { meeting, report, turn, references, setting } = one;
  const id = idFromName(`case ${report.id}`);
  const openedAt = new Date(
    Math.min(report.receivedAt.getTime() + 86_400_000, Date.parse(`${setting.today}T08:00:00Z`)),
  ).toISOString();
  const others = meeting.series.memberServiceIds.filter((serviceId) => serviceId !== report.serviceId);
  const helper = others[turn % others.length] ?? report.serviceId;
  const isPersonal = turn % 7 === 3;
  const isOld = meeting.heldOn < addDays(setting.today, -120);
  const title = `${report.issueName}${report.placeWords ? `, ${report.placeWords}` : ''}`;
  const why = (['not-solved', 'more-than-one-service', 'failed-before'] as const)[turn % 3] ?? 'not-solved';
  rows.cases.push({
    id,
    reference: references.reference('C'),
    title,
    summary: report.description,
    status: meeting.isHeld ? (isOld ? 'closed' : 'open') : 'at-meeting',
    leadAgencyId: setting.agencyOf.get(report.serviceId),
    leadServiceId: report.serviceId,
    districtCode: report.districtCode,
    wardCode: report.wardCode,
    isPersonal,
    escalationRule: why,
    openedAt,
    closedAt: meeting.isHeld && isOld ? `${addDays(meeting.heldOn, 60)}T10:00:00Z` : null,
    outcome: meeting.isHeld && isOld ? (turn % 4 === 0 ? 'reduced' : 'solved') : null,
    outcomeWords: meeting.isHeld && isOld ? 'No more reports from the place for six weeks.' : null,
    version: 1,
  });
  for (const serviceId of new Set([report.serviceId, helper]))
    rows.services.push({
      caseId: id,
      serviceId,
      agencyId: setting.agencyOf.get(serviceId),
      joinedAt: openedAt,
      why: serviceId === report.serviceId ? 'Leads the case' : 'Needed from the start',
    });
  rows.caseEvents.push({
    id: idFromName(`case opened ${id}`),
    caseId: id,
    at: openedAt,
    kind: 'opened',
    words: 'Opened from a report and put on the next agenda',
    detail: {},
  });
  rows.reports.push({ id: report.id, caseId: id });
  const itemId = idFromName(`nomination ${id}`);
  rows.items.push({
    id: itemId,
    meetingId: meeting.id,
    kind: 'nomination',
    position: 50,
    title,
    why: ruleWords[why],
    caseId: id,
    isPersonal,
    nominatedAt: openedAt,
    status: meeting.isHeld ? 'decided' : 'waiting',
  });
  if (meeting.isHeld && meeting.closedAt)
    addBusiness(rows, one, { caseId: id, itemId, isPersonal, helper, decidedAt: meeting.closedAt });
}

const ruleWords = {
  'not-solved': 'It was not solved by day-to-day work',
  'more-than-one-service': 'It needs more than one service',
  'failed-before': 'It was dealt with before and came back',
} as const;

function addBusiness(
  rows: Rows,
  { meeting, turn, references, setting }: One,
  about: { caseId: string; itemId: string; isPersonal: boolean; helper: string; decidedAt: string },
): void {
  const work = works[turn % works.length] ?? works[0];
  const next = setting.meetings.find((m) => m.series.id === meeting.series.id && m.heldOn > meeting.heldOn);
  const taskId = idFromName(`task ${about.itemId}`);
  const isLast = next !== undefined && !next.isHeld;
  // Of the last meeting's tasks some wait for an answer, some are refused; of older ones most are done.
  const status = isLast
    ? (['set', 'accepted', 'done', 'accepted', 'refused'] as const)[turn % 5]
    : turn % 11 === 5
      ? 'not-done'
      : 'done';
  const resultDay = addDays(meeting.heldOn, 10 + (turn % 20));
  const resultOn = resultDay < setting.today ? resultDay : addDays(setting.today, -1);
  const hasResult = status === 'done' || status === 'not-done';
  const resultWords =
    status === 'done' ? work.result : status === 'not-done' ? failures[turn % failures.length] : null;
  const dueOn = next?.heldOn ?? addDays(meeting.heldOn, 42);
  rows.tasks.push({
    id: taskId,
    reference: references.reference('T'),
    seriesId: meeting.series.id,
    meetingId: meeting.id,
    caseId: about.caseId,
    isPersonal: about.isPersonal,
    title: work.title,
    expected: work.expected,
    setByAgencyId: meeting.series.chairAgencyId,
    setByOfficerId: meeting.series.chairPersonId,
    serviceId: about.helper,
    agencyId: setting.agencyOf.get(about.helper),
    setAt: about.decidedAt,
    dueOn,
    firstDueOn: dueOn,
    status,
    acceptedAt: status === 'set' || status === 'refused' ? null : about.decidedAt,
    refusedReason: status === 'refused' ? refusals[turn % refusals.length] : null,
    refusedAt: status === 'refused' ? `${resultOn}T12:00:00Z` : null,
    resultWords,
    resultAt: hasResult ? `${resultOn}T15:00:00Z` : null,
    timesCarried: 0,
    version: 1,
  });
  rows.taskEvents.push({
    id: idFromName(`task set ${taskId}`),
    taskId,
    at: about.decidedAt,
    kind: 'set',
    words: `Set by the ${meeting.series.name}`,
  });
  if (hasResult)
    rows.taskEvents.push({
      id: idFromName(`task result ${taskId}`),
      taskId,
      at: `${resultOn}T15:00:00Z`,
      kind: status === 'done' ? 'finish' : 'give-up',
      words: `${status === 'done' ? 'Done' : 'Not done'}: ${resultWords}`,
    });
  rows.decisions.push({
    id: idFromName(`decision ${about.itemId}`),
    meetingId: meeting.id,
    itemId: about.itemId,
    taskId,
    caseId: about.caseId,
    isPersonal: about.isPersonal,
    words: work.decided,
    decidedAt: about.decidedAt,
    recordedBy: meeting.series.chairPersonId,
  });
  // What came to nothing was looked at by the meeting after, so that it does not stand on agendas for ever.
  if (status === 'not-done' && next?.closedAt)
    rows.decisions.push({
      id: idFromName(`decision again ${about.itemId}`),
      meetingId: next.id,
      aboutTaskId: taskId,
      caseId: about.caseId,
      isPersonal: about.isPersonal,
      words: 'Noted. The service writes once more, and the group looks at it again if it comes back.',
      decidedAt: next.closedAt,
      recordedBy: meeting.series.chairPersonId,
    });
  rows.caseEvents.push({
    id: idFromName(`case decided ${about.itemId}`),
    caseId: about.caseId,
    at: about.decidedAt,
    kind: 'decision',
    words: `${meeting.series.name} decided: ${work.decided}`,
    detail: {},
  });
}
