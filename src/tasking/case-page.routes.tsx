import { listServices, type ServiceRow } from '../directory/index.ts';
import { caseParams, caseView, readCase, readCases, workCases } from '../enforcement/index.ts';
import { demand, type FieldProblem, ok, type Result } from '../platform/failures/failures.ts';
import { type Ask, act, type Route, show } from '../platform/http/declare.ts';
import { page, redirect } from '../platform/http/reply.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { holdOn } from '../records/index.ts';
import { CasePage } from './case-page.pages.tsx';
import { sendCaseToMeeting } from './meeting.commands.ts';
import { type MeetingMention, meetingsOfCase } from './meeting.store.ts';
import { setTask } from './task.commands.ts';
import { TaskForm } from './task.pages.tsx';
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

async function shown(work: Work, caseId: string, ask: Ask, problems: readonly FieldProblem[] = []) {
  const view = demand(await casePageView(work, caseId));
  const hold = await holdOn(work, 'case', caseId);
  const props = { ...view, hold, viewer: officerOf(work), csrf: ask.csrf, today: work.clock.today() };
  const body = <CasePage {...props} />;
  return page(`Case ${view.file.reference}`, body, {
    back: { href: '/cases', text: 'Cases' },
    marking: 'OFFICIAL',
    problems,
  });
}

const caseTask = taskSetSchema.omit({ caseId: true });

/** The page of one case: here, because its tasks and meetings are known here. */
export const casePageRoutes: readonly Route[] = [
  show({
    path: '/cases/:caseId',
    words: 'One case with its reports, services, tasks, meetings and history',
    permission: readCases,
    audit: 'case.opened',
    params: caseParams,
    example: { params: { caseId: '@caseId' } },
    handle: (work, { params }, ask) => shown(work, params.caseId, ask),
  }),
  act({
    path: '/cases/:caseId/send-to-meeting',
    words: 'Send a case to the next meeting',
    permission: workCases,
    audit: 'case.sent-to-meeting',
    params: caseParams,
    body: sendToMeetingSchema,
    example: { params: { caseId: '@caseId' }, body: { version: 1, why: 'It has come back.' } },
    handle: async (work, { params, body }) => {
      demand(await sendCaseToMeeting(work, { ...params, ...body }));
      return redirect(`/cases/${params.caseId}`, { flash: 'On the next agenda' });
    },
    invalid: (work, { params, problems }, ask) => shown(work, params.caseId, ask, problems),
  }),
  act({
    path: '/cases/:caseId/tasks',
    words: 'Set a task on a case between meetings',
    permission: workTasks,
    audit: 'task.set',
    params: caseParams,
    body: caseTask,
    example: {
      params: { caseId: '@caseId' },
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
    invalid: async (work, { params, raw, problems }, ask) => {
      const file = demand(await readCase(work, params.caseId));
      const body = (
        <>
          <h1 class="govuk-heading-l">Set a task</h1>
          <TaskForm
            action={`/cases/${file.id}/tasks`}
            services={await listServices(work.db)}
            csrf={ask.csrf}
            problems={problems}
            typed={raw}
          />
        </>
      );
      return page('Set a task', body, {
        problems,
        back: { href: `/cases/${file.id}`, text: file.reference },
      });
    },
  }),
];
