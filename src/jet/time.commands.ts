import { activityClasses, nameOf, rowsOn } from '../../reference/jet.ts';
import { hasRole } from '../platform/access/viewer.ts';
import { addDays, type Day } from '../platform/clock/clock.ts';
import { invalid, notFound, ok, type Result, refusedByRule, stale } from '../platform/failures/failures.ts';
import { about, officerOf, type Work } from '../platform/http/work.ts';
import { dayWords, monthWords } from '../platform/ui/index.ts';
import { findTask } from '../tasking/index.ts';
import { findPlan } from './plan.store.ts';
import { myTeam } from './team.store.ts';
import { minuteWords, monthOf } from './time.split.ts';
import {
  addEntry,
  changeEntry,
  entryOfForm,
  findEntry,
  holdLog,
  isClosed,
  minutesOn,
  type TimeEntry,
} from './time.store.ts';

export interface TimeInput {
  onDay: Day;
  activity: string;
  minutes: number;
  taskId?: string | undefined;
  planId?: string | undefined;
  words: string;
}
/** As far back as anybody logs; a month left open longer is closed by its supervisor. */
const longestBack = 92;
const minutesInDay = 1440;

/** Everything about an entry that its form can mend, and how its activity counts on the day. */
async function checked(work: Work, input: TimeInput, was?: TimeEntry) {
  const today = work.clock.today();
  if (input.onDay > today) return invalid({ field: 'onDay', words: 'The day must be today or before' });
  if (input.onDay < addDays(today, -longestBack))
    return invalid({ field: 'onDay', words: 'The day must be within the last three months' });
  const activity = rowsOn(activityClasses, input.onDay).find(({ code }) => code === input.activity);
  if (!activity) return invalid({ field: 'activity', words: 'Choose what you did' });
  const logged = await minutesOn(work, input.onDay, was?.id ?? null);
  if (logged + input.minutes > minutesInDay)
    return invalid({
      field: 'minutes',
      words: `You have logged ${minuteWords(logged)} on ${dayWords(input.onDay)}: more than a day does not fit`,
    });
  const purpose = await purposeAgainst(work, input, was);
  return purpose ?? ok({ countsAs: activity.countsAs });
}
/** Why an entry is for no task and no plan of the viewer's agency; nothing where it is, or where it is for none. */
async function purposeAgainst(work: Work, input: TimeInput, was: TimeEntry | undefined) {
  const { agencyId } = officerOf(work);
  if (input.taskId && input.taskId !== was?.taskId) {
    const task = await findTask(work, input.taskId);
    if (task?.agencyId !== agencyId)
      return invalid({ field: 'taskId', words: 'Choose a task of your agency' });
  }
  const isMoved = input.planId !== (was?.planId ?? undefined);
  if (input.planId && (isMoved || input.onDay !== was?.onDay)) {
    const plan = await findPlan(work, input.planId);
    const isOpen = plan?.status === 'open' || !isMoved;
    if (!plan || !isOpen || input.onDay < plan.fromOn || input.onDay > plan.toOn)
      return invalid({ field: 'planId', words: 'Choose a patrol plan that is open and of that day' });
  }
  return undefined;
}
const closedMonth = (day: Day) =>
  refusedByRule(
    'time.month-closed',
    `${monthWords(day)} is closed: its time log is not changed any more.`,
    'Ask your supervisor, who closed it. What it says of the team stays as it was.',
  );

/** Logs what the viewer did. The same form sent twice is one entry. */
export async function logTime(
  work: Work,
  input: TimeInput & { key?: string | undefined },
): Promise<Result<TimeEntry>> {
  const team = await myTeam(work);
  if (!team.ok) return team;
  await holdLog(work, team.value.id);
  const before = input.key ? await entryOfForm(work, input.key) : undefined;
  if (before) return ok(before);
  if (await isClosed(work, team.value.id, monthOf(input.onDay))) return closedMonth(input.onDay);
  const good = await checked(work, input);
  if (!good.ok) return good;
  const { key, taskId, planId, ...rest } = input;
  const id = work.ids.next();
  await addEntry(work, {
    ...{ ...rest, id, teamId: team.value.id, countsAs: good.value.countsAs },
    ...{ taskId: taskId ?? null, planId: planId ?? null, formKey: key ?? null },
  });
  about(work, 'time-entry', id);
  const made = await findEntry(work, id);
  return made ? ok(made) : notFound;
}

/** An entry of the viewer's own that may still be changed. */
async function ownOpenEntry(
  work: Work,
  given: { timeEntryId: string; version: number },
): Promise<Result<TimeEntry>> {
  const entry = await findEntry(work, given.timeEntryId);
  if (!entry) return notFound;
  about(work, 'time-entry', entry.id);
  if (entry.officerId !== officerOf(work).officerId)
    return refusedByRule(
      'time.own',
      `${entry.officerName} logged this.`,
      'Ask them: everybody corrects their own time, and nobody else’s.',
    );
  await holdLog(work, entry.teamId);
  if (await isClosed(work, entry.teamId, monthOf(entry.onDay))) return closedMonth(entry.onDay);
  if (entry.isWithdrawn) return stale('This entry was withdrawn.');
  return entry.version === given.version
    ? ok(entry)
    : stale('You changed this entry meanwhile. Look again, then try again.');
}
const asItStood = (entry: TimeEntry): string =>
  `${minuteWords(entry.minutes)}, ${nameOf(activityClasses, entry.activity).toLowerCase()}, ${dayWords(entry.onDay)}`;

/** Corrects an entry of one's own; how it stood is kept. */
export async function correctTime(
  work: Work,
  input: TimeInput & { timeEntryId: string; version: number },
): Promise<Result<TimeEntry>> {
  const found = await ownOpenEntry(work, input);
  if (!found.ok) return found;
  const entry = found.value;
  if (await isClosed(work, entry.teamId, monthOf(input.onDay))) return closedMonth(input.onDay);
  if (entry.isPatrol && (input.planId !== (entry.planId ?? undefined) || input.activity !== entry.activity))
    return refusedByRule(
      'time.patrol',
      'This is the time of a patrol, and stays with its plan.',
      'Withdraw it, which takes the patrol with it, and log it anew.',
    );
  const good = await checked(work, input, entry);
  if (!good.ok) return good;
  const { onDay, activity, minutes, words, taskId, planId } = input;
  const set = {
    ...{ onDay, activity, minutes, words, countsAs: good.value.countsAs },
    ...{ taskId: taskId ?? null, planId: planId ?? null },
  };
  if (!(await changeEntry(work, entry, set, `Corrected; before: ${asItStood(entry)}`)))
    return stale('You changed this entry meanwhile. Look again, then try again.');
  const now = await findEntry(work, entry.id);
  return now ? ok(now) : notFound;
}

/** Takes an entry of one's own out of the log; that it was there stays. */
export async function withdrawTime(
  work: Work,
  input: { timeEntryId: string; version: number },
): Promise<Result<TimeEntry>> {
  const found = await ownOpenEntry(work, input);
  if (!found.ok) return found;
  const entry = found.value;
  if (!(await changeEntry(work, entry, { withdrawnAt: work.clock.now() }, `Withdrawn: ${asItStood(entry)}`)))
    return stale('You changed this entry meanwhile. Look again, then try again.');
  return ok({ ...entry, isWithdrawn: true, version: entry.version + 1 });
}

/** Whether the viewer reads a whole team, and not their own entries alone. */
export const readsTeam = (work: Work): boolean =>
  hasRole(work.viewer, 'jet-supervisor', 'community-safety-coordinator', 'performance-analyst');
