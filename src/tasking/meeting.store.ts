import { sql } from 'kysely';
import type { Day } from '../platform/clock/clock.ts';
import { changeRow } from '../platform/database/change.ts';
import type { Work } from '../platform/http/work.ts';
import type { ItemStatus, MeetingStatus, SeriesKind } from './meeting.words.ts';
import { meetingPolicy, paperPolicy } from './tasking.policy.ts';

/** One sitting, with what its series says about it. */
export interface Meeting {
  id: string;
  reference: string;
  seriesId: string;
  seriesName: string;
  kind: SeriesKind;
  areaCode: string;
  areaName: string | null;
  chairAgencyId: string;
  chairName: string | null;
  heldOn: Day;
  startsAt: string;
  place: string;
  status: MeetingStatus;
  openedAt: Date | null;
  closedAt: Date | null;
  version: number;
  memberServiceIds: string[];
  standingItems: string[];
  returnTemplate: string[];
}

const columns = sql`m.id, m.reference, m.series_id, s.name as series_name, s.kind, s.area_code, g.name as area_name, s.chair_agency_id,
  o.name as chair_name, m.held_on, m.starts_at, m.place, m.status, m.opened_at, m.closed_at, m.version, s.standing_items, s.return_template,
  array(select z.service_id from tasking.series_member z where z.series_id = s.id order by 1) as member_service_ids`;
const joins = sql`join tasking.series s on s.id = m.series_id left join directory.area g on g.code = s.area_code
  left join directory.officer o on o.id = s.chair_officer_id`;

/** One meeting, if the viewer may see it. */
export async function findMeeting({ db, viewer }: Work, id: string): Promise<Meeting | undefined> {
  const { rows } = await sql<Meeting>`select ${columns} from tasking.meeting m ${joins}
    where m.id = ${id} and ${meetingPolicy.visible(viewer, 'm')}`.execute(db);
  return rows[0];
}

export interface MeetingFilter {
  from?: Day | undefined;
  to?: Day | undefined;
  seriesId?: string | undefined;
}

/** Meetings the viewer may see, in order of day, soonest first or latest first. */
export async function listMeetings(
  { db, viewer }: Work,
  filter: MeetingFilter,
  order: 'soonest' | 'latest',
  limit: number,
): Promise<Meeting[]> {
  const parts = [sql`${meetingPolicy.visible(viewer, 'm')}`];
  if (filter.from) parts.push(sql`m.held_on >= ${filter.from}::date`);
  if (filter.to) parts.push(sql`m.held_on <= ${filter.to}::date`);
  if (filter.seriesId) parts.push(sql`m.series_id = ${filter.seriesId}`);
  const { rows } =
    await sql<Meeting>`select ${columns} from tasking.meeting m ${joins} where ${sql.join(parts, sql` and `)}
    order by ${order === 'soonest' ? sql`m.held_on, m.starts_at, m.id` : sql`m.held_on desc, m.starts_at desc, m.id`} limit ${sql.lit(limit)}`.execute(
      db,
    );
  return rows;
}

/** The next meeting of a kind for an area that has not begun: where a nomination goes. Told to anybody: a date is no secret. */
export async function nextMeetingFor(
  { db, clock }: Work,
  kind: SeriesKind,
  areaCode: string,
): Promise<{ id: string; heldOn: Day; seriesName: string; seriesId: string } | undefined> {
  const { rows } = await sql<{ id: string; heldOn: Day; seriesName: string; seriesId: string }>`
    select m.id, m.held_on, s.name as series_name, s.id as series_id from tasking.meeting m join tasking.series s on s.id = m.series_id
    where s.kind = ${kind} and s.area_code = ${areaCode} and s.is_active and m.status = 'scheduled' and m.held_on >= ${clock.today()}::date
    order by m.held_on limit 1`.execute(db);
  return rows[0];
}

/** The meeting of the same series after a day: one that is not called off, or only one that has not begun. */
export async function nextInSeries(
  { db }: Work,
  seriesId: string,
  after: Day,
  only: 'not-cancelled' | 'scheduled' = 'not-cancelled',
): Promise<{ id: string; heldOn: Day } | undefined> {
  const state = only === 'scheduled' ? sql`status = 'scheduled'` : sql`status <> 'cancelled'`;
  const { rows } = await sql<{ id: string; heldOn: Day }>`select id, held_on from tasking.meeting
    where series_id = ${seriesId} and held_on > ${after}::date and ${state} order by held_on limit 1`.execute(
    db,
  );
  return rows[0];
}

export const changeMeeting = (
  { db }: Work,
  meeting: { id: string; version: number },
  set: Partial<{ status: MeetingStatus; openedAt: Date; closedAt: Date; closedBy: string }>,
): Promise<boolean> => changeRow(db, 'tasking.meeting', meeting, set);

/** An item that was put on an agenda; results, open tasks and returns are found when asked. */
export interface AgendaItem {
  id: string;
  meetingId: string;
  kind: 'standing' | 'nomination' | 'other';
  position: number;
  title: string;
  why: string | null;
  caseId: string | null;
  caseReference: string | null;
  caseSummary: string | null;
  caseServiceIds: string[];
  caseServices: string | null;
  reportCount: number;
  isPersonal: boolean;
  nominatedByName: string | null;
  status: ItemStatus;
}

/** The items of a meeting that the viewer may see. */
export async function listItems({ db, viewer }: Work, meetingId: string): Promise<AgendaItem[]> {
  const { rows } = await sql<AgendaItem>`
    select i.id, i.meeting_id, i.kind, i.position, i.title, i.why, i.case_id, i.is_personal, i.status, o.name as nominated_by_name,
      c.reference as case_reference, c.summary as case_summary,
      array(select z.service_id from enforcement.case_service z where z.case_id = i.case_id order by 1) as case_service_ids,
      (select string_agg(v.name || ', ' || a.name, '; ' order by z.joined_at, v.name) from enforcement.case_service z
        join directory.service v on v.id = z.service_id join directory.agency a on a.id = z.agency_id where z.case_id = i.case_id) as case_services,
      (select count(*)::int from intake.report r where r.case_id = i.case_id) as report_count
    from tasking.agenda_item i left join enforcement.case_file c on c.id = i.case_id left join directory.officer o on o.id = i.nominated_by
    where i.meeting_id = ${meetingId} and ${paperPolicy.visible(viewer, 'i')} order by i.position, i.nominated_at, i.id`.execute(
    db,
  );
  return rows;
}

export async function addItem(
  work: Work,
  item: {
    meetingId: string;
    kind: AgendaItem['kind'];
    position: number;
    title: string;
    why?: string | undefined;
    caseId?: string | undefined;
    isPersonal?: boolean;
  },
): Promise<void> {
  const officer = work.viewer.kind === 'officer' ? work.viewer.officerId : null;
  await work.db
    .insertInto('tasking.agendaItem')
    .values({
      id: work.ids.next(),
      why: null,
      caseId: null,
      ...item,
      nominatedBy: officer,
      nominatedAt: work.clock.now(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export interface Decision {
  id: string;
  itemId: string | null;
  aboutTaskId: string | null;
  taskId: string | null;
  taskReference: string | null;
  taskTitle: string | null;
  taskService: string | null;
  taskDueOn: Day | null;
  taskStatus: string | null;
  caseId: string | null;
  isPersonal: boolean;
  words: string;
  decidedAt: Date;
}

/** What a meeting decided, as far as the viewer may see it, in order. */
export async function listDecisions({ db, viewer }: Work, meetingId: string): Promise<Decision[]> {
  const { rows } = await sql<Decision>`
    select d.id, d.item_id, d.about_task_id, d.task_id, t.reference as task_reference, t.title as task_title, t.due_on as task_due_on, t.status as task_status,
      v.name || ', ' || a.name as task_service, d.case_id, d.is_personal, d.words, d.decided_at
    from tasking.decision d left join tasking.task t on t.id = d.task_id left join directory.service v on v.id = t.service_id
    left join directory.agency a on a.id = t.agency_id
    where d.meeting_id = ${meetingId} and ${paperPolicy.visible(viewer, 'd')} order by d.decided_at, d.id`.execute(
    db,
  );
  return rows;
}

/** Which services are in the room. */
export async function listPresent({ db }: Work, meetingId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('tasking.meetingPresent')
    .select('serviceId')
    .where('meetingId', '=', meetingId)
    .orderBy('serviceId')
    .execute();
  return rows.map((row) => row.serviceId);
}

export async function savePresent(
  { db }: Work,
  meetingId: string,
  serviceIds: readonly string[],
): Promise<void> {
  await db.deleteFrom('tasking.meetingPresent').where('meetingId', '=', meetingId).execute();
  if (serviceIds.length > 0)
    await db
      .insertInto('tasking.meetingPresent')
      .values(serviceIds.map((serviceId) => ({ meetingId, serviceId })))
      .execute();
}

export interface MeetingMention {
  meetingId: string;
  seriesName: string;
  heldOn: Day;
  meetingStatus: MeetingStatus;
  itemStatus: ItemStatus;
  decisions: string | null;
}

/** The meetings that a case the viewer has been given went to or will go to. */
export async function meetingsOfCase({ db }: Work, file: { id: string }): Promise<MeetingMention[]> {
  const { rows } = await sql<MeetingMention>`
    select m.id as meeting_id, s.name as series_name, m.held_on, m.status as meeting_status, i.status as item_status,
      (select string_agg(d.words, ' ' order by d.decided_at, d.id) from tasking.decision d where d.item_id = i.id) as decisions
    from tasking.agenda_item i join tasking.meeting m on m.id = i.meeting_id join tasking.series s on s.id = m.series_id
    where i.case_id = ${file.id} order by m.held_on desc`.execute(db);
  return rows;
}
