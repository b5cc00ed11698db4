import { z } from 'zod';
import { readCase } from '../enforcement/index.ts';
import { demand, type Result } from '../platform/failures/failures.ts';
import { apiGet, apiPost, type Route } from '../platform/http/declare.ts';
import type { Work } from '../platform/http/work.ts';
import { readAgenda } from './agenda.queries.ts';
import {
  addOtherItem,
  closeMeeting,
  notePresent,
  openMeeting,
  recordDecision,
  sendCaseToMeeting,
} from './meeting.commands.ts';
import { listMeetings, type Meeting } from './meeting.store.ts';
import { returnApi } from './return.api.ts';
import {
  acceptTask,
  confirmTask,
  contestTask,
  noteTask,
  refuseTask,
  resultTask,
  setTask,
  setTaskAgain,
} from './task.commands.ts';
import { pageOfTasks, readTask } from './task.routes.tsx';
import type { Task } from './task.store.ts';
import * as form from './tasking.forms.ts';
import { readMeetings, readTasks, runMeetings, workTasks } from './tasking.permissions.ts';
import { caseView, meetingView, taskView, wholeMeeting, wholeTask } from './tasking.views.ts';

const meetingParams = { meetingId: '@meetingId' };
const taskParams = { taskId: '@taskId' };

const shownMeeting = async (work: Work, id: string) => {
  const { meeting, entries, returns, present, decisions, next } = demand(await readAgenda(work, id));
  const agenda = entries.map(({ key, part, title, isPersonal, item, task }) => ({
    key,
    part,
    title,
    isPersonal,
    caseId: item?.caseId ?? task?.caseId ?? null,
    taskId: task?.id ?? null,
    status: item?.status ?? task?.status ?? null,
  }));
  return { ...meeting, agenda, returns, present, decisions, nextMeetingId: next?.id ?? null };
};
const afterMeeting = (work: Work, result: Result<Meeting>) => shownMeeting(work, demand(result).id);
const shownTask = async (work: Work, id: string) => {
  const { task, events } = demand(await readTask(work, id));
  return { ...task, events };
};
const afterTask = (work: Work, result: Result<Task>) => shownTask(work, demand(result).id);
const onMeeting = { permission: runMeetings, params: form.meetingParams, output: wholeMeeting, status: 200 };
const onTask = { permission: workTasks, params: form.taskParams, output: wholeTask, status: 200 };

const meetings: readonly Route[] = [
  apiGet({
    path: '/api/v1/meetings',
    words: 'Meetings of your services, latest first',
    permission: readMeetings,
    audit: 'meeting.listed',
    output: z.object({ meetings: z.array(meetingView) }),
    handle: async (work) => ({ meetings: await listMeetings(work, {}, 'latest', 100) }),
  }),
  apiGet({
    path: '/api/v1/meetings/:meetingId',
    words: 'One meeting with its agenda, decisions and returns',
    permission: readMeetings,
    audit: 'meeting.opened',
    params: form.meetingParams,
    output: wholeMeeting,
    example: { params: meetingParams },
    handle: (work, { params }) => shownMeeting(work, params.meetingId),
  }),
  apiPost({
    ...onMeeting,
    path: '/api/v1/meetings/:meetingId/open',
    words: 'Start a meeting',
    audit: 'meeting.started',
    body: form.meetingStepSchema,
    example: { params: meetingParams, body: { version: 1 } },
    handle: async (work, input) =>
      afterMeeting(work, await openMeeting(work, { ...input.params, ...input.body })),
  }),
  apiPost({
    ...onMeeting,
    path: '/api/v1/meetings/:meetingId/close',
    words: 'Close a meeting',
    audit: 'meeting.closed',
    body: form.meetingStepSchema,
    example: { params: meetingParams, body: { version: 2 } },
    handle: async (work, input) =>
      afterMeeting(work, await closeMeeting(work, { ...input.params, ...input.body })),
  }),
  apiPost({
    ...onMeeting,
    path: '/api/v1/meetings/:meetingId/present',
    words: 'Say which services are in the room',
    audit: 'meeting.present-noted',
    body: form.presentSchema,
    example: { params: meetingParams, body: { serviceIds: ['@serviceId'] } },
    handle: async (work, input) =>
      afterMeeting(work, await notePresent(work, { ...input.params, ...input.body })),
  }),
  apiPost({
    ...onMeeting,
    path: '/api/v1/meetings/:meetingId/items',
    words: 'Add to any other business',
    audit: 'meeting.item-added',
    body: form.otherItemSchema,
    example: { params: meetingParams, body: { title: 'Date of the walk-round' } },
    handle: async (work, input) =>
      afterMeeting(work, await addOtherItem(work, { ...input.params, ...input.body })),
  }),
  apiPost({
    path: '/api/v1/meetings/:meetingId/decisions',
    words: 'Record a decision and the task it sets',
    permission: runMeetings,
    audit: 'meeting.decided',
    params: form.meetingParams,
    body: form.decisionSchema,
    output: z.object({ decisionId: z.string(), taskId: z.string().nullable() }),
    example: {
      params: meetingParams,
      body: {
        words: 'Agreed to fence the lane.',
        title: 'Fence the lane',
        expected: 'Fence up',
        serviceId: '@serviceId',
      },
    },
    handle: async (work, input) => demand(await recordDecision(work, { ...input.params, ...input.body })),
  }),
  apiPost({
    path: '/api/v1/cases/:caseId/send-to-meeting',
    words: 'Send a case to the next meeting',
    permission: workTasks,
    audit: 'case.sent-to-meeting',
    params: z.object({ caseId: z.uuid() }),
    body: form.sendToMeetingSchema,
    output: caseView,
    status: 200,
    example: { params: { caseId: '@caseId' }, body: { version: 1, why: 'It has come back.' } },
    handle: async (work, input) => demand(await sendCaseToMeeting(work, { ...input.params, ...input.body })),
  }),
];

const tasks: readonly Route[] = [
  apiGet({
    path: '/api/v1/tasks',
    words: 'Tasks by due day, a page at a time',
    permission: readTasks,
    audit: 'task.listed',
    query: form.taskFilterSchema,
    output: z.object({ tasks: z.array(taskView), next: z.string().nullable() }),
    handle: (work, { query }) => pageOfTasks(work, query),
  }),
  apiPost({
    path: '/api/v1/tasks',
    words: 'Set a task on a case between meetings',
    permission: workTasks,
    audit: 'task.set',
    body: form.taskSetSchema,
    output: z.object({ id: z.string(), reference: z.string() }),
    example: {
      body: {
        caseId: '@caseId',
        title: 'Visit the site',
        expected: 'Photographs and a note',
        serviceId: '@serviceId',
        dueOn: '2027-03-31',
      },
    },
    handle: async (work, { body }) => {
      const file = demand(await readCase(work, body.caseId));
      return demand(
        await setTask(work, body, {
          about: { caseId: file.id, isPersonal: file.isPersonal, serviceIds: file.serviceIds },
        }),
      );
    },
  }),
  apiGet({
    path: '/api/v1/tasks/:taskId',
    words: 'One task with its history',
    permission: readTasks,
    audit: 'task.opened',
    params: form.taskParams,
    output: wholeTask,
    example: { params: taskParams },
    handle: (work, { params }) => shownTask(work, params.taskId),
  }),
  apiPost({
    ...onTask,
    path: '/api/v1/tasks/:taskId/accept',
    words: 'Accept a task',
    audit: 'task.accepted',
    body: form.taskStepSchema,
    example: { params: taskParams, body: { version: 1 } },
    handle: async (work, input) =>
      afterTask(work, await acceptTask(work, { ...input.params, ...input.body })),
  }),
  apiPost({
    ...onTask,
    path: '/api/v1/tasks/:taskId/refuse',
    words: 'Refuse a task with the reason',
    audit: 'task.refused',
    body: form.taskRefuseSchema,
    example: { params: taskParams, body: { version: 1, reason: 'It is not our land.' } },
    handle: async (work, input) =>
      afterTask(work, await refuseTask(work, { ...input.params, ...input.body })),
  }),
  apiPost({
    ...onTask,
    path: '/api/v1/tasks/:taskId/confirm',
    words: 'Confirm that your agency accepted a task in the meeting',
    audit: 'task.acceptance-confirmed',
    body: form.taskStepSchema,
    example: { params: taskParams, body: { version: 1 } },
    handle: async (work, input) =>
      afterTask(work, await confirmTask(work, { ...input.params, ...input.body })),
  }),
  apiPost({
    ...onTask,
    path: '/api/v1/tasks/:taskId/contest',
    words: 'Say that your agency did not accept a task in the meeting',
    audit: 'task.acceptance-contested',
    body: form.taskContestSchema,
    example: { params: taskParams, body: { version: 1, reason: 'Nobody of ours was there.' } },
    handle: async (work, input) =>
      afterTask(work, await contestTask(work, { ...input.params, ...input.body })),
  }),
  apiPost({
    ...onTask,
    path: '/api/v1/tasks/:taskId/result',
    words: 'Give the result of a task',
    audit: 'task.result-given',
    body: form.taskResultSchema,
    example: { params: taskParams, body: { version: 1, isDone: true, resultWords: 'Cleared and fenced.' } },
    handle: async (work, input) =>
      afterTask(work, await resultTask(work, { ...input.params, ...input.body })),
  }),
  apiPost({
    ...onTask,
    path: '/api/v1/tasks/:taskId/note',
    words: 'Write a note into the history of a task',
    audit: 'task.noted',
    body: form.taskNoteSchema,
    example: { params: taskParams, body: { words: 'Nobody there at nine.' } },
    handle: async (work, input) => afterTask(work, await noteTask(work, { ...input.params, ...input.body })),
  }),
  apiPost({
    ...onTask,
    path: '/api/v1/tasks/:taskId/set-again',
    words: 'Set a refused or unfinished task again',
    audit: 'task.set-again',
    body: form.taskAgainSchema,
    example: { params: taskParams, body: { version: 1, serviceId: '@serviceId', dueOn: '2027-03-31' } },
    handle: async (work, input) =>
      afterTask(work, await setTaskAgain(work, { ...input.params, ...input.body })),
  }),
];

/** Meetings, tasks and returns as JSON: the same commands as the pages. */
export const taskingApi: readonly Route[] = [...meetings, ...tasks, ...returnApi];
