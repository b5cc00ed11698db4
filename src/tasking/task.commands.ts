import { findService, officersOf } from '../directory/index.ts';
import { addCaseEvent } from '../enforcement/index.ts';
import type { Day } from '../platform/clock/clock.ts';
import { invalid, notFound, ok, type Result, refusedByRule, stale } from '../platform/failures/failures.ts';
import { about, officerOf, type Work } from '../platform/http/work.ts';
import { enqueue } from '../platform/jobs/jobs.ts';
import { addTask, addTaskEvent, changeTask, findTask, type Task } from './task.store.ts';
import { type TaskAction, type TaskTransition, taskTransitionFor } from './task.transitions.ts';
import { taskStatusWords } from './task.words.ts';

export interface TaskInput {
  title: string;
  expected: string;
  serviceId: string;
  dueOn: Day;
}
export interface TaskOrigin {
  /** How it came from a meeting of the partners that is not held here. */
  partner?: { system: string; reference: string; on: Day } | undefined;
  seriesId?: string | undefined;
  meetingId?: string | undefined;
  /** The case it is about: the viewer was given it, or the agenda item that stands for it. */
  about?: { caseId: string; isPersonal: boolean; serviceIds: readonly string[] } | undefined;
}

/** Sets a task to a service: from a meeting, or between meetings on a case. Gives the new task's id. */
export async function setTask(
  work: Work,
  input: TaskInput,
  origin: TaskOrigin,
): Promise<Result<{ id: string; reference: string }>> {
  const viewer = officerOf(work);
  const service = await findService(work.db, input.serviceId);
  if (!service) return invalid({ field: 'serviceId', words: 'Choose the service that is to do it' });
  if (input.dueOn < work.clock.today())
    return invalid({ field: 'dueOn', words: 'The day must be today or later' });
  const file = origin.about;
  if (file?.isPersonal && !file.serviceIds.includes(service.id))
    return refusedByRule(
      'task.personal-audience',
      `${service.name} is not on this case, which is about identifiable people.`,
      'Add the service to the case first, with the reason they need to know.',
    );
  const id = work.ids.next();
  const reference = work.ids.reference('T');
  await addTask(work, {
    id,
    reference,
    seriesId: origin.seriesId ?? null,
    meetingId: origin.meetingId ?? null,
    caseId: file?.caseId ?? null,
    isPersonal: file?.isPersonal ?? false,
    title: input.title,
    expected: input.expected,
    setByAgencyId: viewer.agencyId,
    setByOfficerId: viewer.officerId,
    serviceId: service.id,
    agencyId: service.agencyId,
    setAt: work.clock.now(),
    dueOn: input.dueOn,
    partnerSystem: origin.partner?.system ?? null,
    partnerReference: origin.partner?.reference ?? null,
    partnerOn: origin.partner?.on ?? null,
  });
  await addTaskEvent(work, {
    taskId: id,
    kind: 'set',
    words: `Set to ${service.name}, ${service.agencyName}`,
  });
  if (file)
    await addCaseEvent(work, {
      caseId: file.caseId,
      kind: 'task-set',
      words: `Task ${reference} set to ${service.name}, ${service.agencyName}: ${input.title}`,
    });
  await enqueue(work.db, 'tell-task', { taskId: id });
  return ok({ id, reference });
}

const tellThem = 'They write in its history. Tell them.';
const movedOn = stale('This task has moved on since you opened it. Look at what happened, then try again.');
const notTheirs = (task: Task, mend: string) =>
  refusedByRule('task.other-agency', `This task is ${task.serviceName}'s, ${task.agencyName}.`, mend);

/** The line of the table that the viewer may take from where a task stands, or why there is none. */
function lineFor(work: Work, task: Task, action: TaskAction): Result<TaskTransition> {
  const line = taskTransitionFor(task, action);
  if (!line) return movedOn;
  const viewer = officerOf(work);
  if (!line.who.some((role) => viewer.roles.includes(role)))
    return refusedByRule(
      'task.role',
      `Your role cannot do this: ${line.button.toLowerCase()}.`,
      `It is for: ${line.who.join(', ')}.`,
    );
  if (line.side === 'receiver' && viewer.agencyId !== task.agencyId)
    return notTheirs(task, 'They accept it, refuse it, or give its result.');
  return ok(line);
}

async function taskStep(
  work: Work,
  input: { taskId: string; version: number },
  action: TaskAction,
): Promise<Result<{ task: Task; line: TaskTransition }>> {
  const task = await findTask(work, input.taskId);
  if (!task) return notFound;
  about(work, 'task', task.id, { action });
  if (taskTransitionFor(task, action) && task.version !== input.version) return movedOn;
  const line = lineFor(work, task, action);
  return line.ok ? ok({ task, line: line.value }) : line;
}

/** Which lines of the table each form of a task's page takes: any of them opens it. */
const formLines: Readonly<Record<string, readonly TaskAction[]>> = {
  accept: ['accept'],
  refuse: ['refuse'],
  confirm: ['confirm'],
  contest: ['contest'],
  result: ['finish', 'correct-done'],
  'set-again': ['set-again'],
};

/** Whether the viewer has this form of a task's page before them; else why not, which is then all there is to say of what was sent. */
export function mayAnswer(work: Work, task: Task, form: string): Result<unknown> {
  if (form === 'note')
    return officerOf(work).agencyId === task.agencyId ? ok(task) : notTheirs(task, tellThem);
  if (form === 'publicity') return task.status === 'done' ? ok(task) : movedOn;
  const lines = (formLines[form] ?? []).map((action) => lineFor(work, task, action));
  return lines.find((line) => line.ok) ?? lines.find((line) => line !== movedOn) ?? movedOn;
}

async function finishStep(
  work: Work,
  input: {
    taskId: string;
    version: number;
    action: TaskAction;
    words?: string;
    set: Parameters<typeof changeTask>[2];
  },
): Promise<Result<Task>> {
  const step = await taskStep(work, input, input.action);
  if (!step.ok) return step;
  const { task, line } = step.value;
  if (!(await changeTask(work, task, { status: line.to, ...input.set })))
    return stale('Somebody changed this task a moment ago.');
  const words = input.words ? `${line.past}: ${input.words}` : line.past;
  await addTaskEvent(work, { taskId: task.id, kind: input.action, words });
  if (task.caseId)
    await addCaseEvent(work, {
      caseId: task.caseId,
      kind: `task-${input.action}`,
      words: `Task ${task.reference} ${words}`,
    });
  return ok(task);
}

export const acceptTask = (work: Work, input: { taskId: string; version: number }): Promise<Result<Task>> =>
  finishStep(work, {
    ...input,
    action: 'accept',
    set: {
      acceptedAt: work.clock.now(),
      acceptedBy: officerOf(work).officerId,
      acceptedHow: 'themselves',
    },
  });

/** Says that the agency did accept, in the meeting, what was recorded there as accepted. */
export const confirmTask = (work: Work, input: { taskId: string; version: number }): Promise<Result<Task>> =>
  finishStep(work, { ...input, action: 'confirm', set: { acceptedHow: 'confirmed' } });

/** Says that the agency did not: the task waits for its answer again, and its history keeps who was named and why. */
export const contestTask = (
  work: Work,
  input: { taskId: string; version: number; reason: string },
): Promise<Result<Task>> =>
  finishStep(work, {
    ...input,
    action: 'contest',
    words: input.reason,
    set: { acceptedAt: null, acceptedBy: null, acceptedHow: null },
  });

/** Refuses with the reason, which goes back to the meeting's next agenda. */
export const refuseTask = (
  work: Work,
  input: { taskId: string; version: number; reason: string },
): Promise<Result<Task>> =>
  finishStep(work, {
    ...input,
    action: 'refuse',
    words: input.reason,
    set: { refusedReason: input.reason, refusedAt: work.clock.now() },
  });

/**
 * Gives the result, done or not, or corrects one that was given; it goes on the meeting's next agenda by itself. What a
 * correction replaces stays in the history.
 */
export async function resultTask(
  work: Work,
  input: { taskId: string; version: number; isDone: boolean; resultWords: string },
): Promise<Result<Task>> {
  const before = await findTask(work, input.taskId);
  if (!before) return notFound;
  const isCorrection = taskTransitionFor(before, 'correct-done') !== undefined;
  const [done, notDone] = isCorrection
    ? (['correct-done', 'correct-not-done'] as const)
    : (['finish', 'give-up'] as const);
  const was = isCorrection
    ? `. Before: ${taskStatusWords[before.status].toLowerCase()}: ${before.resultWords ?? ''}`
    : '';
  return finishStep(work, {
    ...input,
    action: input.isDone ? done : notDone,
    words: `${input.resultWords}${was}`,
    set: { resultWords: input.resultWords, resultAt: work.clock.now(), resultBy: officerOf(work).officerId },
  });
}

/** Writes a note into the history of a task of one's own agency: what was seen or tried, before there is a result. */
export async function noteTask(work: Work, input: { taskId: string; words: string }): Promise<Result<Task>> {
  const task = await findTask(work, input.taskId);
  if (!task) return notFound;
  about(work, 'task', task.id, { action: 'note' });
  if (officerOf(work).agencyId !== task.agencyId) return notTheirs(task, tellThem);
  await addTaskEvent(work, { taskId: task.id, kind: 'note', words: `Note: ${input.words}` });
  return ok(task);
}

/** Sets a refused or unfinished task again, to another service. */
export async function setTaskAgain(
  work: Work,
  input: { taskId: string; version: number; serviceId: string; dueOn: Day },
): Promise<Result<Task>> {
  const service = await findService(work.db, input.serviceId);
  if (!service) return invalid({ field: 'serviceId', words: 'Choose the service that is to do it' });
  if (input.dueOn < work.clock.today())
    return invalid({ field: 'dueOn', words: 'The day must be today or later' });
  const task = await findTask(work, input.taskId);
  if (task?.isPersonal && !task.caseServiceIds.includes(service.id))
    return refusedByRule(
      'task.personal-audience',
      `${service.name} is not on this case, which is about identifiable people.`,
      'Add the service to the case first.',
    );
  const set = await finishStep(work, {
    ...input,
    action: 'set-again',
    words: `to ${service.name}, ${service.agencyName}`,
    set: {
      serviceId: service.id,
      agencyId: service.agencyId,
      dueOn: input.dueOn,
      refusedReason: null,
      refusedAt: null,
      resultWords: null,
      resultAt: null,
      resultBy: null,
      acceptedAt: null,
      acceptedBy: null,
      acceptedHow: null,
    },
  });
  if (set.ok) await enqueue(work.db, 'tell-task', { taskId: input.taskId });
  return set;
}

/**
 * Accepted in the meeting, there and then, on the word of a named officer of the agency that is to do it. The agency
 * confirms it or contests it afterwards; when the one who records is that officer's colleague, there is nothing to confirm.
 */
export async function acceptInRoom(work: Work, taskId: string, officerId: string): Promise<Result<Task>> {
  const task = await findTask(work, taskId);
  if (!task) return notFound;
  if (task.status !== 'set') return stale('This task has been answered already.');
  const person = (await officersOf(work.db, [task.agencyId])).find(({ id }) => id === officerId);
  if (!person)
    return invalid({
      field: 'acceptedBy',
      words: `Choose somebody of ${task.agencyName}: they accept for their own agency`,
    });
  const isOwn = officerOf(work).agencyId === task.agencyId;
  const saved = await changeTask(work, task, {
    status: 'accepted',
    acceptedAt: work.clock.now(),
    acceptedBy: officerId,
    acceptedHow: isOwn ? 'themselves' : 'in-room',
  });
  if (!saved) return stale('Somebody changed this task a moment ago.');
  await addTaskEvent(work, {
    taskId,
    kind: 'accept',
    words: `Accepted in the meeting: ${person.name}, ${person.agencyName}, said yes`,
  });
  return ok(task);
}
