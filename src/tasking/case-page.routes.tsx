import { listServices, type ServiceRow } from '../directory/index.ts';
import {
  addServiceToCase,
  type CaseFile,
  caseCloseSchema,
  caseNoteSchema,
  caseParams,
  caseServiceSchema,
  caseToWork,
  caseTransitionFor,
  caseView,
  closeCase,
  noteOnCase,
  readCase,
  readCases,
  workCases,
} from '../enforcement/index.ts';
import { demand, ok, type Result, stale } from '../platform/failures/failures.ts';
import { type FormAgain, formsOn } from '../platform/http/again.ts';
import { type Ask, act, type Route, show } from '../platform/http/declare.ts';
import { page, redirect } from '../platform/http/reply.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { holdOn } from '../records/index.ts';
import { CasePage } from './case-page.pages.tsx';
import { sendCaseToMeeting } from './meeting.commands.ts';
import { type MeetingMention, meetingsOfCase } from './meeting.store.ts';
import { setTask } from './task.commands.ts';
import { listTasks, type Task } from './task.store.ts';
import { sendToMeetingSchema, taskSetSchema } from './tasking.forms.ts';
import { workTasks } from './tasking.permissions.ts';

type Found = Extract<Awaited<ReturnType<typeof caseView>>, { ok: true }>['value'];
/** Everything the page of a case shows, each part as far as this viewer may see it. */
export interface CasePageView extends Found {
  tasks: Task[];
  meetings: MeetingMention[];
  allServices: ServiceRow[];
}

async function casePageView(work: Work, caseId: string): Promise<Result<CasePageView>> {
  const found = await caseView(work, caseId);
  if (!found.ok) return found;
  const tasks = await listTasks(work, { caseId }, { limit: 100 });
  const meetings = await meetingsOfCase(work, found.value.file);
  return ok({ ...found.value, tasks, meetings, allServices: await listServices(work.db) });
}

/** Whether a form of the page can be answered where its case stands; else why not. */
function mayAnswer(file: CaseFile, form: string): Result<unknown> {
  const isThere =
    form === 'close' || form === 'send-to-meeting'
      ? caseTransitionFor(file.status, form) !== undefined
      : form === 'notes' || form === 'publicity' || file.status !== 'closed';
  return isThere ? ok(file) : stale('This cannot be done now: the case has moved on.');
}

/** The page of one case; again with a form of it that is to be changed. */
export async function shownCase(
  work: Work,
  { caseId }: { caseId: string },
  ask: Ask,
  again: Partial<FormAgain> = {},
) {
  if (again.form) demand(mayAnswer(demand(await caseToWork(work, caseId)), again.form));
  const view = demand(await casePageView(work, caseId));
  const hold = await holdOn(work, 'case', caseId);
  const { form, problems = [], typed = {} } = again;
  const props = { ...view, hold, viewer: officerOf(work), csrf: ask.csrf, today: work.clock.today() };
  const body = <CasePage {...props} {...{ form, problems, typed }} />;
  return page(`Case ${view.file.reference}`, body, {
    back: { href: '/cases', text: 'Cases' },
    marking: 'OFFICIAL',
    problems,
  });
}

const onCase = formsOn(shownCase);
const working = { permission: workCases, params: caseParams };
const done = (result: Result<CaseFile>, flash: string) => redirect(`/cases/${demand(result).id}`, { flash });
const params = { caseId: '@caseId' };
const caseTask = taskSetSchema.omit({ caseId: true });

/** The page of one case and its forms: here, because its tasks and meetings are known here. */
export const casePageRoutes: readonly Route[] = [
  show({
    path: '/cases/:caseId',
    words: 'One case with its reports, services, tasks, meetings and history',
    permission: readCases,
    audit: 'case.opened',
    params: caseParams,
    example: { params },
    handle: (work, { params }, ask) => shownCase(work, params, ask),
  }),
  act({
    ...working,
    path: '/cases/:caseId/notes',
    words: 'Add a note to a case',
    audit: 'case.noted',
    body: caseNoteSchema,
    example: { params, body: { words: 'Visited with the landlord.' } },
    handle: async (work, { params, body }) =>
      done(await noteOnCase(work, { ...params, ...body }), 'Note added'),
    invalid: onCase('notes'),
  }),
  act({
    ...working,
    path: '/cases/:caseId/services',
    words: 'Add a service to a case',
    audit: 'case.service-added',
    body: caseServiceSchema,
    example: { params, body: { serviceId: '@serviceId', why: 'They hold the licence.' } },
    handle: async (work, { params, body }) =>
      done(await addServiceToCase(work, { ...params, ...body }), 'Service added'),
    invalid: onCase('services'),
  }),
  act({
    ...working,
    path: '/cases/:caseId/close',
    words: 'Close a case with its outcome',
    audit: 'case.closed',
    body: caseCloseSchema,
    example: {
      params,
      body: { version: 1, outcome: 'solved', outcomeWords: 'No reports for three months.' },
    },
    handle: async (work, { params, body }) =>
      done(await closeCase(work, { ...params, ...body }), 'Case closed'),
    invalid: onCase('close'),
  }),
  act({
    ...working,
    path: '/cases/:caseId/send-to-meeting',
    words: 'Send a case to the next meeting',
    audit: 'case.sent-to-meeting',
    body: sendToMeetingSchema,
    example: { params, body: { version: 1, why: 'It has come back.' } },
    handle: async (work, { params, body }) => {
      demand(await sendCaseToMeeting(work, { ...params, ...body }));
      return redirect(`/cases/${params.caseId}`, { flash: 'On the next agenda' });
    },
    invalid: onCase('send-to-meeting'),
  }),
  act({
    path: '/cases/:caseId/tasks',
    words: 'Set a task on a case between meetings',
    permission: workTasks,
    audit: 'task.set',
    params: caseParams,
    body: caseTask,
    example: {
      params,
      body: {
        title: 'Visit the site',
        expected: 'Photographs and a note',
        serviceId: '@serviceId',
        dueOn: '2027-03-31',
      },
    },
    handle: async (work, { params, body }) => {
      const file = demand(await readCase(work, params.caseId));
      const set = demand(
        await setTask(work, body, {
          about: { caseId: file.id, isPersonal: file.isPersonal, serviceIds: file.serviceIds },
        }),
      );
      return redirect(`/cases/${params.caseId}`, { flash: `Task ${set.reference} set` });
    },
    invalid: onCase('tasks'),
  }),
];
