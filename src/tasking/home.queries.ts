import { sql } from 'kysely';
import { meetingRunners } from '../directory/index.ts';
import { hasRole } from '../platform/access/viewer.ts';
import { addDays, type Day, weekdayOf } from '../platform/clock/clock.ts';
import type { Work } from '../platform/http/work.ts';
import { listMeetings, type Meeting } from './meeting.store.ts';
import { listReturns, type ReturnLine } from './return.store.ts';
import { listTasks, type Task } from './task.store.ts';
import { meetingReaders, readTasks } from './tasking.permissions.ts';
import { taskPolicy } from './tasking.policy.ts';

/** The login of other sides has no right on meetings: for them there is nothing to ask. */
const sits = (work: Work, roles: readonly string[]): boolean =>
  work.viewer.kind === 'officer' && work.viewer.side === 'OPS' && hasRole(work.viewer, ...roles);

/** Tasks of the viewer's services that wait for an answer or a result, soonest due first. */
export const tasksNeedingMe = async (work: Work, limit = 10): Promise<Task[]> =>
  sits(work, readTasks.roles) ? listTasks(work, { mine: true, status: 'live' }, { limit }) : [];

/** Meetings of the viewer's services in the next seven days. */
export async function meetingsThisWeek(work: Work): Promise<Meeting[]> {
  if (!sits(work, meetingReaders)) return [];
  const today = work.clock.today();
  return (await listMeetings(work, { from: today, to: addDays(today, 7) }, 'soonest', 10)).filter(
    (m) => m.status === 'scheduled' || m.status === 'open',
  );
}

/** Returns of the viewer's services that are due within two weeks, or late. */
export async function returnsDue(work: Work): Promise<ReturnLine[]> {
  const { viewer } = work;
  if (viewer.kind !== 'officer' || !sits(work, meetingReaders)) return [];
  const until = addDays(work.clock.today(), 14);
  return (await listReturns(work, { isOpen: true, serviceIds: viewer.serviceIds })).filter(
    (line) => line.dueOn <= until,
  );
}

/** How the tasks that are not finished stand with one agency. */
export interface AgencyLine {
  agencyName: string;
  live: number;
  /** Nobody has said yet whether they take it. */
  waiting: number;
  late: number;
}

/** What a co-ordinator sees across the agencies: open tasks by agency, and what came back since the last working day. */
export interface Sight {
  agencies: readonly AgencyLine[];
  back: readonly Task[];
  since: Day;
}

/** For those who run meetings; nothing for anybody else. */
export async function sightOf(work: Work): Promise<Sight | undefined> {
  if (!sits(work, meetingRunners)) return undefined;
  const today = work.clock.today();
  // On a Monday what came over the weekend is news too.
  const since = addDays(today, weekdayOf(today) === 1 ? -3 : -1);
  const { rows } = await sql<AgencyLine>`select a.name as agency_name, count(*)::int as live,
      count(*) filter (where t.status = 'set')::int as waiting, count(*) filter (where t.due_on < ${today}::date)::int as late
    from tasking.task t join directory.agency a on a.id = t.agency_id
    where t.status in ('set', 'accepted') and ${taskPolicy.visible(work.viewer, 't')}
    group by a.id, a.name order by late desc, waiting desc, live desc, a.name`.execute(work.db);
  return { agencies: rows, back: await listTasks(work, { answeredSince: since }, { limit: 10 }), since };
}
