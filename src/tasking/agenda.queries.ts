import { addDays, type Day, londonInstant } from '../platform/clock/clock.ts';
import { notFound, ok, type Result } from '../platform/failures/failures.ts';
import { about, type Work } from '../platform/http/work.ts';
import {
  type AgendaItem,
  type Decision,
  findMeeting,
  listDecisions,
  listItems,
  listMeetings,
  listPresent,
  type Meeting,
  nextInSeries,
} from './meeting.store.ts';
import { type AgendaPart, agendaParts } from './meeting.words.ts';
import { listReturns, type ReturnLine } from './return.store.ts';
import { findSeries } from './series.store.ts';
import { listTasks, type Task } from './task.store.ts';
import { mayShowInRoom } from './tasking.policy.ts';

/** One line of an agenda, wherever it comes from. */
export interface AgendaEntry {
  /** Stays the same while the meeting lasts: `item-…`, `task-…` or `returns`. */
  key: string;
  part: AgendaPart;
  title: string;
  item: AgendaItem | undefined;
  task: Task | undefined;
  isPersonal: boolean;
  caseServiceIds: readonly string[];
  decisions: Decision[];
}

export interface Agenda {
  meeting: Meeting;
  entries: AgendaEntry[];
  returns: ReturnLine[];
  present: string[];
  decisions: Decision[];
  /** Decisions on nothing that stands on the agenda, or on what has since left it. */
  otherDecisions: Decision[];
  next: { id: string; heldOn: Day } | undefined;
}

/** The meeting of the series before this one that was held. */
async function lastHeld(work: Work, meeting: Meeting): Promise<Date | null> {
  const before = await listMeetings(work, { seriesId: meeting.seriesId, to: meeting.heldOn }, 'latest', 12);
  return (
    before.find((m) => m.id !== meeting.id && m.heldOn < meeting.heldOn && m.status === 'closed')?.closedAt ??
    null
  );
}

/**
 * What the meeting that this one follows set to the services that sit here, as far as the viewer may see it: its other tasks
 * are not shown in a room of others.
 */
async function takenUp(work: Work, { id: meetingId, seriesId, heldOn }: Meeting): Promise<Task[]> {
  const series = await findSeries(work, seriesId);
  if (!series?.followsId) return [];
  const open = { seriesId: series.followsId, meetingId, heldOn };
  const tasks = await listTasks(work, { openFor: open }, { limit: 100 });
  return tasks.filter(({ serviceId }) => series.memberServiceIds.includes(serviceId));
}

const fromItem = (item: AgendaItem, decisions: readonly Decision[]): AgendaEntry => ({
  key: `item-${item.id}`,
  part: item.kind,
  title: item.title,
  item,
  task: undefined,
  isPersonal: item.isPersonal,
  caseServiceIds: item.caseServiceIds,
  decisions: decisions.filter((d) => d.itemId === item.id),
});
const fromTask = (task: Task, part: AgendaPart, decisions: readonly Decision[]): AgendaEntry => ({
  key: `task-${task.id}`,
  part,
  title: task.title,
  item: undefined,
  task,
  isPersonal: task.isPersonal,
  caseServiceIds: task.caseServiceIds,
  decisions: decisions.filter((d) => d.aboutTaskId === task.id),
});

/**
 * The agenda as the records make it: results that came back since last time, tasks still open, standing items,
 * nominations, returns, any other business; each only as far as the viewer may see it.
 */
export async function readAgenda(work: Work, meetingId: string): Promise<Result<Agenda>> {
  const meeting = await findMeeting(work, meetingId);
  if (!meeting) return notFound;
  about(work, 'meeting', meeting.id);
  const { seriesId, heldOn } = meeting;
  const items = await listItems(work, meeting.id);
  const decisions = await listDecisions(work, meeting.id);
  const since = await lastHeld(work, meeting);
  const results = await listTasks(
    work,
    {
      resultsFor: {
        seriesId,
        meetingId: meeting.id,
        since,
        until: meeting.closedAt ?? londonInstant(addDays(heldOn, 1), '00:00'),
      },
    },
    { limit: 100 },
  );
  const isOver = meeting.status === 'closed' || meeting.status === 'cancelled';
  // Once it is over, open tasks belong to the meeting after it.
  const open = isOver
    ? []
    : await listTasks(work, { openFor: { seriesId, meetingId: meeting.id, heldOn } }, { limit: 100 });
  const fromFollowed = isOver ? [] : await takenUp(work, meeting);
  const returns = await listReturns(work, { meetingId: meeting.id });
  const entries = [
    ...results.map((task) => fromTask(task, 'result', decisions)),
    ...[...open, ...fromFollowed].map((task) => fromTask(task, 'carried', decisions)),
    ...items.map((item) => fromItem(item, decisions)),
  ].sort((a, b) => agendaParts.indexOf(a.part) - agendaParts.indexOf(b.part));
  if (returns.length > 0) {
    const at = entries.findIndex((entry) => entry.part === 'other');
    entries.splice(at < 0 ? entries.length : at, 0, {
      key: 'returns',
      part: 'return',
      title: 'Data returns',
      item: undefined,
      task: undefined,
      isPersonal: false,
      caseServiceIds: [],
      decisions: [],
    });
  }
  const present = await listPresent(work, meeting.id);
  const placed = new Set(entries.flatMap((entry) => entry.decisions.map((d) => d.id)));
  const otherDecisions = decisions.filter((d) => !placed.has(d.id));
  return ok({
    meeting,
    entries,
    returns,
    present,
    decisions,
    otherDecisions,
    next: await nextInSeries(work, seriesId, heldOn),
  });
}

/** The agenda with only what everybody in the room may see. */
export const forTheRoom = (agenda: Agenda): AgendaEntry[] =>
  agenda.entries.filter((entry) => mayShowInRoom(entry, agenda.present));
