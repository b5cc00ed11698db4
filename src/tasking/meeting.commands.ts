import { sql } from 'kysely';
import { findService, officersOf } from '../directory/index.ts';
import { addCaseEvent, type CaseFile, caseToWork, findCase, moveCase } from '../enforcement/index.ts';
import { invalid, notFound, ok, type Result, refusedByRule, stale } from '../platform/failures/failures.ts';
import { about, officerOf, type Work } from '../platform/http/work.ts';
import { type AgendaEntry, readAgenda } from './agenda.queries.ts';
import { nominate } from './escalate.commands.ts';
import {
  addItem,
  changeMeeting,
  findMeeting,
  type Meeting,
  nextInSeries,
  nextMeetingFor,
  savePresent,
} from './meeting.store.ts';
import { type MeetingAction, meetingTransitionFor } from './meeting.transitions.ts';
import { freezeMinutes } from './minutes.commands.ts';
import { moveFollowers } from './series.follow.ts';
import { ensureMeetings, findSeries } from './series.store.ts';
import { acceptInRoom, setTask } from './task.commands.ts';
import type { DecisionInput } from './tasking.forms.ts';
import { mayRunMeeting } from './tasking.policy.ts';

/** The meeting, if the viewer may run it. */
async function meetingToRun(work: Work, id: string): Promise<Result<Meeting>> {
  const meeting = await findMeeting(work, id);
  if (!meeting) return notFound;
  about(work, 'meeting', id);
  if (!mayRunMeeting(work.viewer, meeting))
    return refusedByRule(
      'meeting.chair',
      'Only those who chair or co-ordinate this meeting record it.',
      `Ask ${meeting.chairName ?? 'the chair'}.`,
    );
  return ok(meeting);
}

async function step(
  work: Work,
  input: { meetingId: string; version: number },
  action: MeetingAction,
  set: Parameters<typeof changeMeeting>[2],
): Promise<Result<Meeting>> {
  const found = await meetingToRun(work, input.meetingId);
  if (!found.ok) return found;
  const meeting = found.value;
  const line = meetingTransitionFor(meeting.status, action);
  if (!line) return stale('This cannot be done now: the meeting has moved on.');
  if (meeting.version !== input.version || !(await changeMeeting(work, meeting, { ...set, status: line.to })))
    return stale('Somebody changed this meeting while you had it open. Look again, then try again.');
  return ok(meeting);
}

/** Starts a meeting. Not before its day: decisions carry the day they were made. */
export async function openMeeting(
  work: Work,
  input: { meetingId: string; version: number },
): Promise<Result<Meeting>> {
  return step(work, input, 'open', { openedAt: work.clock.now() });
}

/** The meeting after this one, made if it is not in the diary yet. */
async function following(work: Work, meeting: Meeting): Promise<{ id: string; heldOn: string } | undefined> {
  const series = await findSeries(work, meeting.seriesId);
  if (series) await ensureMeetings(work, series);
  return nextInSeries(work, meeting.seriesId, meeting.heldOn, 'scheduled');
}

/** Ends a meeting: minutes are made from what was recorded, and what is unfinished goes to the next one. */
export async function closeMeeting(
  work: Work,
  input: { meetingId: string; version: number },
): Promise<Result<Meeting>> {
  const closed = await step(work, input, 'close', {
    closedAt: work.clock.now(),
    closedBy: officerOf(work).officerId,
  });
  if (!closed.ok) return closed;
  const next = await following(work, closed.value);
  if (!next)
    return refusedByRule(
      'meeting.no-next',
      'There is no next meeting to carry unfinished business to.',
      'Set how often it meets.',
    );
  await sql`select tasking.finish_meeting(${input.meetingId}, ${next.id}, ${work.clock.now()})`.execute(
    work.db,
  );
  await freezeMinutes(work, input.meetingId);
  return closed;
}

/** Calls a meeting off: what was on its agenda goes to the next one. */
export async function cancelMeeting(
  work: Work,
  input: { meetingId: string; version: number },
): Promise<Result<Meeting>> {
  const cancelled = await step(work, input, 'cancel', {});
  if (!cancelled.ok) return cancelled;
  const next = await following(work, cancelled.value);
  if (!next)
    return refusedByRule(
      'meeting.no-next',
      'There is no next meeting to take its agenda.',
      'Set how often it meets.',
    );
  await sql`select tasking.finish_meeting(${input.meetingId}, ${next.id}, ${work.clock.now()})`.execute(
    work.db,
  );
  await moveFollowers(work, cancelled.value.seriesId);
  return cancelled;
}

/** The meeting before or while it is held, if the viewer may run it. */
export async function meetingNotOver(work: Work, id: string): Promise<Result<Meeting>> {
  const found = await meetingToRun(work, id);
  const isOver = found.ok && found.value.status !== 'open' && found.value.status !== 'scheduled';
  return isOver ? stale('This meeting is over.') : found;
}

/** The meeting while it is held, if the viewer may run it. */
export async function meetingToDecide(work: Work, id: string): Promise<Result<Meeting>> {
  const found = await meetingToRun(work, id);
  if (!found.ok || found.value.status === 'open') return found;
  return stale(
    found.value.status === 'scheduled'
      ? 'Start the meeting first.'
      : 'This meeting is over: its minutes are closed.',
  );
}

/** Says which services are in the room. */
export async function notePresent(
  work: Work,
  input: { meetingId: string; serviceIds: readonly string[] },
): Promise<Result<Meeting>> {
  const found = await meetingNotOver(work, input.meetingId);
  if (!found.ok) return found;
  const serviceIds = [...new Set(input.serviceIds)];
  for (const id of serviceIds)
    if (!(await findService(work.db, id)))
      return invalid({
        field: 'serviceIds',
        words: 'Choose services of the directory: one of these is not in it',
      });
  await savePresent(work, input.meetingId, serviceIds);
  return found;
}

/** Puts a line under any other business. */
export async function addOtherItem(
  work: Work,
  input: { meetingId: string; title: string },
): Promise<Result<Meeting>> {
  const found = await meetingNotOver(work, input.meetingId);
  if (!found.ok) return found;
  await addItem(work, { meetingId: input.meetingId, kind: 'other', position: 90, title: input.title });
  return found;
}

async function taskOf(
  work: Work,
  meeting: Meeting,
  entry: AgendaEntry | undefined,
  input: DecisionInput,
  nextOn: string | undefined,
): Promise<Result<string | null>> {
  if (!input.title || !input.serviceId || !input.expected) return ok(null);
  // Before anything is written: the room's page then shows what to change.
  const service = await findService(work.db, input.serviceId);
  const speakers = service ? await officersOf(work.db, [service.agencyId]) : [];
  if (service && input.acceptedBy && !speakers.some(({ id }) => id === input.acceptedBy))
    return invalid({
      field: 'acceptedBy',
      words: `Choose somebody of ${service.agencyName}: they accept for their own agency`,
    });
  const caseId = entry?.item?.caseId ?? entry?.task?.caseId;
  const about =
    entry && caseId ? { caseId, isPersonal: entry.isPersonal, serviceIds: entry.caseServiceIds } : undefined;
  const set = await setTask(
    work,
    {
      title: input.title,
      expected: input.expected,
      serviceId: input.serviceId,
      dueOn: input.dueOn ?? nextOn ?? work.clock.today(),
    },
    { seriesId: meeting.seriesId, meetingId: meeting.id, about },
  );
  if (!set.ok) return set;
  if (input.acceptedBy) {
    const accepted = await acceptInRoom(work, set.value.id, input.acceptedBy);
    if (!accepted.ok) return accepted;
  }
  return ok(set.value.id);
}

/** Records what was decided on an item, and sets the task that follows from it, in one act. */
export async function recordDecision(
  work: Work,
  input: DecisionInput & { meetingId: string },
): Promise<Result<{ decisionId: string; taskId: string | null }>> {
  const found = await meetingToDecide(work, input.meetingId);
  if (!found.ok) return found;
  const meeting = found.value;
  const agenda = await readAgenda(work, meeting.id);
  if (!agenda.ok) return agenda;
  const entry = agenda.value.entries.find((e) => e.key === input.itemKey);
  if (input.itemKey && !entry) return notFound;
  const task = await taskOf(work, meeting, entry, input, agenda.value.next?.heldOn);
  if (!task.ok) return task;
  const caseId = entry?.item?.caseId ?? entry?.task?.caseId ?? null;
  const decisionId = work.ids.next();
  await work.db
    .insertInto('tasking.decision')
    .values({
      id: decisionId,
      meetingId: meeting.id,
      itemId: entry?.item?.id ?? null,
      aboutTaskId: entry?.task?.id ?? null,
      taskId: task.value,
      caseId,
      isPersonal: entry?.isPersonal ?? false,
      words: input.words,
      decidedAt: work.clock.now(),
      recordedBy: officerOf(work).officerId,
    })
    .execute();
  if (entry?.item)
    await work.db
      .updateTable('tasking.agendaItem')
      .set({ status: 'decided' })
      .where('id', '=', entry.item.id)
      .execute();
  if (caseId)
    await addCaseEvent(work, {
      caseId,
      kind: 'decision',
      words: `${meeting.seriesName} decided: ${input.words}`,
    });
  return ok({ decisionId, taskId: task.value });
}

/** Sends a case that is not on an agenda to the next Joint Action Group of its district. */
export async function sendCaseToMeeting(
  work: Work,
  input: { caseId: string; version: number; why: string },
): Promise<Result<CaseFile>> {
  const found = await caseToWork(work, input.caseId);
  if (!found.ok) return found;
  const meeting = found.value.districtCode
    ? await nextMeetingFor(work, 'JAG', found.value.districtCode)
    : undefined;
  if (!meeting)
    return refusedByRule(
      'case.no-meeting',
      'No Joint Action Group is down for this place.',
      'Ask the community safety co-ordinator which meeting should look at it.',
    );
  const moved = await moveCase(work, { ...input, action: 'send-to-meeting', words: input.why });
  if (!moved.ok) return moved;
  const file = (await findCase(work, input.caseId)) ?? moved.value;
  await nominate(work, file, meeting, input.why);
  return ok(file);
}
