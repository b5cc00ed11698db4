import { hasRole } from '../platform/access/viewer.ts';
import { addDays } from '../platform/clock/clock.ts';
import type { Work } from '../platform/http/work.ts';
import { listMeetings, type Meeting } from './meeting.store.ts';
import { listReturns, type ReturnLine } from './return.store.ts';
import { listTasks, type Task } from './task.store.ts';
import { meetingReaders, readTasks } from './tasking.permissions.ts';

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
