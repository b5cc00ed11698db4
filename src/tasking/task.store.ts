import { type RawBuilder, sql } from 'kysely';
import type { Viewer } from '../platform/access/viewer.ts';
import type { Day } from '../platform/clock/clock.ts';
import { changeRow } from '../platform/database/change.ts';
import { type Sorted, type Sorting, sorted } from '../platform/database/sorting.ts';
import type { Work } from '../platform/http/work.ts';
import type { AcceptedHow, TaskStatus } from './task.words.ts';
import { taskPolicy } from './tasking.policy.ts';

/** A task as lists and its page show it. */
export interface Task {
  id: string;
  reference: string;
  seriesId: string | null;
  seriesName: string | null;
  meetingId: string | null;
  meetingOn: Day | null;
  caseId: string | null;
  caseReference: string | null;
  isPersonal: boolean;
  caseServiceIds: string[];
  title: string;
  expected: string;
  setByAgencyId: string;
  setByAgencyName: string;
  setByName: string | null;
  serviceId: string;
  serviceName: string;
  agencyId: string;
  agencyName: string;
  setAt: Date;
  dueOn: Day;
  firstDueOn: Day;
  status: TaskStatus;
  /** Who of the agency said yes; null until it is accepted, and of tasks accepted before this was kept. */
  acceptedByName: string | null;
  acceptedHow: AcceptedHow | null;
  refusedReason: string | null;
  resultWords: string | null;
  resultAt: Date | null;
  timesCarried: number;
  /** The system of the partners it came by, its reference there, and the day of the meeting that set it. */
  partnerSystem: string | null;
  partnerReference: string | null;
  partnerOn: Day | null;
  version: number;
  /** Its place in the order of the list it came with. */
  sortValue?: string;
}

const columns = sql`t.id, t.reference, t.series_id, s.name as series_name, t.meeting_id, m.held_on as meeting_on, t.case_id, c.reference as case_reference,
  t.is_personal, array(select z.service_id from enforcement.case_service z where z.case_id = t.case_id order by 1) as case_service_ids,
  t.title, t.expected, t.set_by_agency_id, b.name as set_by_agency_name, o.name as set_by_name, t.service_id, v.name as service_name,
  t.agency_id, a.name as agency_name, t.set_at, t.due_on, t.first_due_on, t.status, q.name as accepted_by_name, t.accepted_how, t.refused_reason, t.result_words, t.result_at, t.times_carried, t.partner_system, t.partner_reference, t.partner_on, t.version`;
const joins = sql`join directory.service v on v.id = t.service_id join directory.agency a on a.id = t.agency_id
  join directory.agency b on b.id = t.set_by_agency_id left join directory.officer o on o.id = t.set_by_officer_id left join directory.officer q on q.id = t.accepted_by
  left join tasking.series s on s.id = t.series_id left join tasking.meeting m on m.id = t.meeting_id
  left join enforcement.case_file c on c.id = t.case_id`;

/** One task, if the viewer may see it. */
export async function findTask({ db, viewer }: Work, id: string): Promise<Task | undefined> {
  const { rows } =
    await sql<Task>`select ${columns} from tasking.task t ${joins} where t.id = ${id} and ${taskPolicy.visible(viewer, 't')}`.execute(
      db,
    );
  return rows[0];
}

export interface TaskFilter {
  status?: 'live' | 'late' | 'unanswered' | TaskStatus | undefined;
  mine?: boolean | undefined;
  serviceId?: string | undefined;
  seriesId?: string | undefined;
  caseId?: string | undefined;
  /** Results that a meeting has not yet looked at, of tasks set before it. */
  resultsFor?: { seriesId: string; meetingId: string; since: Date | null; until: Date } | undefined;
  /** Refused, done or given up on this day or later. */
  answeredSince?: Day | undefined;
  /** Open tasks of a series set before a meeting. */
  openFor?: { seriesId: string; meetingId: string; heldOn: Day } | undefined;
}

function filters(viewer: Viewer, filter: TaskFilter, today: Day): RawBuilder<unknown>[] {
  const parts: RawBuilder<unknown>[] = [sql`${taskPolicy.visible(viewer, 't')}`];
  if (filter.status === 'live') parts.push(sql`t.status in ('set', 'accepted')`);
  else if (filter.status === 'late')
    parts.push(sql`t.status in ('set', 'accepted') and t.due_on < ${today}::date`);
  else if (filter.status === 'unanswered') parts.push(sql`t.status = 'set'`);
  else if (filter.status) parts.push(sql`t.status = ${filter.status}`);
  if (filter.mine && viewer.kind === 'officer')
    parts.push(sql`t.service_id = any(${[...viewer.serviceIds]}::uuid[])`);
  if (filter.serviceId) parts.push(sql`t.service_id = ${filter.serviceId}`);
  if (filter.seriesId) parts.push(sql`t.series_id = ${filter.seriesId}`);
  if (filter.caseId) parts.push(sql`t.case_id = ${filter.caseId}`);
  const results = filter.resultsFor;
  if (results) {
    const { seriesId, meetingId, since, until } = results;
    const answered = sql`coalesce(t.result_at, t.refused_at)`;
    // A result is looked at once; what was refused or not done stays on the agenda until something is decided about it.
    parts.push(sql`t.series_id = ${seriesId} and t.meeting_id is distinct from ${meetingId} and ${answered} < ${until}
      and ((t.status = 'done' and ${answered} >= coalesce(${since}::timestamptz, '-infinity'))
        or (t.status in ('refused', 'not-done') and not exists (select 1 from tasking.decision zd join tasking.meeting zm on zm.id = zd.meeting_id
          where zd.about_task_id = t.id and zd.meeting_id <> ${meetingId} and zm.closed_at < ${until})))`);
  }
  if (filter.answeredSince)
    parts.push(
      sql`t.status in ('refused', 'done', 'not-done') and coalesce(t.result_at, t.refused_at) >= ${filter.answeredSince}::date`,
    );
  const open = filter.openFor;
  if (open)
    parts.push(
      sql`t.series_id = ${open.seriesId} and t.meeting_id is distinct from ${open.meetingId} and t.set_at < ${open.heldOn}::date + 1 and t.status in ('set', 'accepted')`,
    );
  return parts;
}

/** How lists of tasks can be sorted. */
export const taskSorting: Sorting = {
  usual: 'due',
  second: 'due',
  id: sql`t.id`,
  columns: {
    due: { value: sql`t.due_on`, type: 'date' },
    reference: { value: sql`t.reference`, type: 'text' },
    title: { value: sql`t.title`, type: 'text' },
    service: { value: sql`v.name`, type: 'text' },
    status: { value: sql`t.status`, type: 'text' },
  },
};

/** Some tasks in an order: by due day, earliest first, unless told; `sorted` says where the page starts. */
export async function listTasks(
  work: Work,
  filter: TaskFilter,
  asked: { sorted?: Sorted; limit: number },
): Promise<Task[]> {
  const { order, after, value } = asked.sorted ?? sorted(taskSorting, {});
  const parts = filters(work.viewer, filter, work.clock.today());
  if (after) parts.push(after);
  const { rows } = await sql<Task>`select ${columns}, ${value} as sort_value from tasking.task t ${joins}
    where ${sql.join(parts, sql` and `)} order by ${order} limit ${sql.lit(asked.limit)}`.execute(work.db);
  return rows;
}

export interface NewTask {
  id: string;
  reference: string;
  seriesId: string | null;
  meetingId: string | null;
  caseId: string | null;
  isPersonal: boolean;
  title: string;
  expected: string;
  setByAgencyId: string;
  setByOfficerId: string | null;
  serviceId: string;
  agencyId: string;
  setAt: Date;
  dueOn: Day;
  partnerSystem?: string | null;
  partnerReference?: string | null;
  partnerOn?: Day | null;
}

export async function addTask(work: Work, task: NewTask): Promise<void> {
  await work.db
    .insertInto('tasking.task')
    .values({ ...task, firstDueOn: task.dueOn, status: 'set' })
    .execute();
}

/** Changes a task if nobody saved before; false when somebody did. */
export const changeTask = (
  { db }: Work,
  task: { id: string; version: number },
  set: Partial<{
    status: TaskStatus;
    acceptedAt: Date | null;
    acceptedBy: string | null;
    acceptedHow: AcceptedHow | null;
    refusedReason: string | null;
    refusedAt: Date | null;
    resultWords: string | null;
    resultAt: Date | null;
    resultBy: string | null;
    serviceId: string;
    agencyId: string;
    dueOn: Day;
  }>,
): Promise<boolean> => changeRow(db, 'tasking.task', task, set);

export interface TaskEvent {
  id: string;
  at: Date;
  kind: string;
  words: string;
  officerName: string | null;
  agencyName: string | null;
}

/** What happened to a task the viewer has been given, newest first. */
export function listTaskEvents({ db }: Work, task: Task): Promise<TaskEvent[]> {
  return db
    .selectFrom('tasking.taskEvent as e')
    .leftJoin('directory.officer as o', 'o.id', 'e.officerId')
    .leftJoin('directory.agency as a', 'a.id', 'e.agencyId')
    .select(['e.id', 'e.at', 'e.kind', 'e.words', 'o.name as officerName', 'a.name as agencyName'])
    .where('e.taskId', '=', task.id)
    .orderBy('e.at', 'desc')
    .orderBy('e.id')
    .execute();
}

export async function addTaskEvent(
  { db, viewer, clock, ids }: Work,
  event: { taskId: string; kind: string; words: string },
): Promise<void> {
  const officer = viewer.kind === 'officer' ? viewer : undefined;
  await db
    .insertInto('tasking.taskEvent')
    .values({
      id: ids.next(),
      at: clock.now(),
      officerId: officer?.officerId ?? null,
      agencyId: officer?.agencyId ?? null,
      ...event,
    })
    .execute();
}
