import { listServices } from '../directory/index.ts';
import { pageOfRows, type Sorted, sorted } from '../platform/database/sorting.ts';
import { demand, notFound, ok, type Result } from '../platform/failures/failures.ts';
import { addressWith, sortLinks } from '../platform/http/address.ts';
import { type FormAgain, formsOn } from '../platform/http/again.ts';
import { type Ask, act, type Route, show } from '../platform/http/declare.ts';
import { page, redirect } from '../platform/http/reply.ts';
import { about, officerOf, type Work } from '../platform/http/work.ts';
import {
  acceptTask,
  confirmTask,
  contestTask,
  mayAnswer,
  noteTask,
  refuseTask,
  resultTask,
  setTaskAgain,
} from './task.commands.ts';
import { TasksPage } from './task.pages.tsx';
import { findTask, listTaskEvents, listTasks, type Task, type TaskEvent, taskSorting } from './task.store.ts';
import { TaskPage } from './task-page.pages.tsx';
import {
  type TaskFilterInput,
  taskAgainSchema,
  taskContestSchema,
  taskFilterSchema,
  taskNoteSchema,
  taskParams,
  taskRefuseSchema,
  taskResultSchema,
  taskStepSchema,
} from './tasking.forms.ts';
import { readTasks, workTasks } from './tasking.permissions.ts';

export const taskPageSize = 50;

/** A page of tasks, and where the next starts. */
export async function pageOfTasks(
  work: Work,
  filter: TaskFilterInput,
  limit = taskPageSize,
): Promise<{ tasks: Task[]; next: string | null; sorted: Sorted }> {
  const way = sorted(taskSorting, filter);
  const found = await listTasks(work, filter, { sorted: way, limit: limit + 1 });
  const { rows: tasks, next } = pageOfRows(way, found, limit);
  work.note.detail.count = tasks.length;
  return { tasks, next, sorted: way };
}

/** One task for reading, with its history. */
export async function readTask(work: Work, id: string): Promise<Result<{ task: Task; events: TaskEvent[] }>> {
  const task = await findTask(work, id);
  if (!task) return notFound;
  about(work, 'task', id);
  return ok({ task, events: await listTaskEvents(work, task) });
}

/** The page of one task; again with a form of it that is to be changed. */
export async function shownTask(
  work: Work,
  { taskId }: { taskId: string },
  ask: Ask,
  again: Partial<FormAgain> = {},
) {
  const { task, events } = demand(await readTask(work, taskId));
  if (again.form) demand(mayAnswer(work, task, again.form));
  const services = await listServices(work.db);
  const { form, problems = [], typed = {} } = again;
  const body = (
    <TaskPage
      {...{ task, events, services, form, problems, typed }}
      viewer={officerOf(work)}
      csrf={ask.csrf}
      today={work.clock.today()}
    />
  );
  return page(`Task ${task.reference}`, body, {
    problems,
    back: { href: '/tasks?mine=yes&status=live', text: 'Tasks' },
    marking: 'OFFICIAL',
  });
}

const done = (result: Result<Task>, flash: string) => redirect(`/tasks/${demand(result).id}`, { flash });
const params = { taskId: '@taskId' };
const common = { permission: workTasks, params: taskParams };
const onTask = formsOn(shownTask);

/** Tasks: the list, one task, and the steps of its table. */
export const taskRoutes: readonly Route[] = [
  show({
    path: '/tasks',
    words: 'Tasks by the day they are due',
    permission: readTasks,
    audit: 'task.listed',
    query: taskFilterSchema,
    handle: async (work, { query }, ask) => {
      // Opened without a choice, the list is of what is still to be done.
      const filter = ask.url.includes('?') ? query : { ...query, status: 'live' as const };
      const { tasks, next, sorted } = await pageOfTasks(work, filter);
      return page(
        'Tasks',
        <TasksPage
          {...{ tasks, filter }}
          today={work.clock.today()}
          nextHref={next ? addressWith('/tasks', filter, { after: next }) : undefined}
          sort={sortLinks('/tasks', filter, sorted)}
        />,
        { wide: true },
      );
    },
  }),
  show({
    path: '/tasks/:taskId',
    words: 'One task',
    permission: readTasks,
    audit: 'task.opened',
    params: taskParams,
    example: { params },
    handle: (work, { params }, ask) => shownTask(work, params, ask),
  }),
  act({
    ...common,
    path: '/tasks/:taskId/accept',
    words: 'Accept a task for your service',
    audit: 'task.accepted',
    body: taskStepSchema,
    example: { params, body: { version: 1 } },
    handle: async (work, input) =>
      done(await acceptTask(work, { ...input.params, ...input.body }), 'Task accepted'),
    invalid: onTask('accept'),
  }),
  act({
    ...common,
    path: '/tasks/:taskId/refuse',
    words: 'Refuse a task, with the reason',
    audit: 'task.refused',
    body: taskRefuseSchema,
    example: { params, body: { version: 1, reason: 'It is not our land.' } },
    handle: async (work, input) =>
      done(
        await refuseTask(work, { ...input.params, ...input.body }),
        'Task refused. The reason is on the next agenda',
      ),
    invalid: onTask('refuse'),
  }),
  act({
    ...common,
    path: '/tasks/:taskId/confirm',
    words: 'Confirm that your agency accepted a task in the meeting',
    audit: 'task.acceptance-confirmed',
    body: taskStepSchema,
    example: { params, body: { version: 1 } },
    handle: async (work, input) =>
      done(await confirmTask(work, { ...input.params, ...input.body }), 'Confirmed'),
    invalid: onTask('confirm'),
  }),
  act({
    ...common,
    path: '/tasks/:taskId/contest',
    words: 'Say that your agency did not accept a task in the meeting',
    audit: 'task.acceptance-contested',
    body: taskContestSchema,
    example: { params, body: { version: 1, reason: 'Nobody of ours was there.' } },
    handle: async (work, input) =>
      done(
        await contestTask(work, { ...input.params, ...input.body }),
        'Contested. The task waits for your answer: accept or refuse it',
      ),
    invalid: onTask('contest'),
  }),
  act({
    ...common,
    path: '/tasks/:taskId/result',
    words: 'Give the result of a task',
    audit: 'task.result-given',
    body: taskResultSchema,
    example: { params, body: { version: 1, isDone: true, resultWords: 'Cleared and fenced.' } },
    handle: async (work, input) =>
      done(
        await resultTask(work, { ...input.params, ...input.body }),
        'Result given. It is on the next agenda',
      ),
    invalid: onTask('result'),
  }),
  act({
    ...common,
    path: '/tasks/:taskId/note',
    words: 'Write a note into the history of a task',
    audit: 'task.noted',
    body: taskNoteSchema,
    example: { params, body: { words: 'Nobody there at nine.' } },
    handle: async (work, input) => done(await noteTask(work, { ...input.params, ...input.body }), 'Noted'),
    invalid: onTask('note'),
  }),
  act({
    ...common,
    path: '/tasks/:taskId/set-again',
    words: 'Set a refused or unfinished task to another service',
    audit: 'task.set-again',
    body: taskAgainSchema,
    example: { params, body: { version: 1, serviceId: '@serviceId', dueOn: '2027-03-31' } },
    handle: async (work, input) =>
      done(await setTaskAgain(work, { ...input.params, ...input.body }), 'Task set again'),
    invalid: onTask('set-again'),
  }),
];
