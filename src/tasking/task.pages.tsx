import type { OfficerViewer } from '../platform/access/viewer.ts';
import { Button, Checkboxes, DataTable, Day, Deadline, Details, Form, Input, Instant, Radios, RecordPage, Select, SummaryList, Tag, Textarea, Timeline } from '../platform/ui/index.ts';
import type { TaskFilterInput } from './tasking.forms.ts';
import type { Task, TaskEvent } from './task.store.ts';
import { taskTransitions } from './task.transitions.ts';
import { type TaskStatus, taskStatusWords } from './task.words.ts';

const colour: Record<TaskStatus, string> = { set: 'blue', accepted: 'yellow', refused: 'red', done: 'green', 'not-done': 'orange' };
const isOver = (status: TaskStatus): boolean => status === 'done' || status === 'not-done';

/** A task's status in a word and a colour. */
export const TaskTag = ({ status }: { status: TaskStatus }) => <Tag classes={`govuk-tag--${colour[status]}`}>{taskStatusWords[status]}</Tag>;

/** Tasks in a table, wherever they are listed. */
export const TaskTable = ({ tasks, today, caption, nextHref }: { tasks: readonly Task[]; today: string; caption: string; nextHref?: string | undefined }) => (
  <DataTable
    caption={caption}
    captionClasses="govuk-visually-hidden"
    rows={tasks}
    columns={[
      { heading: 'Task', cell: (t) => <a class="govuk-link" href={`/tasks/${t.id}`}>{t.reference}</a> },
      { heading: 'What', cell: (t) => t.title },
      { heading: 'Whose', cell: (t) => `${t.serviceName}, ${t.agencyName}` },
      { heading: 'Due', cell: (t) => <Deadline due={t.dueOn} today={today} isDone={isOver(t.status)} /> },
      { heading: 'Status', cell: (t) => <><TaskTag status={t.status} />{t.timesCarried > 0 && ` carried over ${t.timesCarried === 1 ? 'once' : `${t.timesCarried} times`}`}</> },
    ]}
    empty={{ title: 'No tasks', children: 'Tasks are set by meetings, and between meetings from a case.' }}
    paging={nextHref ? { nextHref } : undefined}
  />
);

export interface TasksPageProps {
  tasks: readonly Task[];
  filter: TaskFilterInput;
  today: string;
  nextHref: string | undefined;
}

/** Tasks by the day they are due. */
export const TasksPage = ({ tasks, filter, today, nextHref }: TasksPageProps) => (
  <>
    <h1 class="govuk-heading-l">Tasks</h1>
    <Form method="get" action="/tasks" classes="bw-filters">
      <Select name="status" label="Status" value={filter.status ?? ''} items={[{ value: '', text: 'Any' }, { value: 'live', text: 'Not finished' }, { value: 'late', text: 'Late' }, ...Object.entries(taskStatusWords).map(([value, text]) => ({ value, text }))]} />
      <Checkboxes name="mine" classes="govuk-checkboxes--small" items={[{ value: 'yes', children: 'My service’s', checked: filter.mine }]} />
      <Button classes="govuk-button--secondary">Show</Button>
    </Form>
    <TaskTable tasks={tasks} today={today} caption="Tasks by the day they are due" nextHref={nextHref} />
  </>
);

interface FormState {
  csrf: string;
  problems: readonly { field: string; words: string }[];
  typed: Record<string, unknown>;
}
const problemOf = (state: FormState, field: string): string | undefined => state.problems.find((p) => p.field === field)?.words;
const typedIn = (state: FormState, field: string): string => (typeof state.typed[field] === 'string' ? state.typed[field] : '');
type Services = readonly { id: string; name: string; agencyName: string }[];
const choices = (services: Services) => [{ value: '', text: 'Choose' }, ...services.map((s) => ({ value: s.id, text: `${s.agencyName}: ${s.name}` }))];

/** What is to be done, by whom, by when, and what is expected. */
export const TaskForm = (props: FormState & { action: string; services: Services }) => (
  <Form action={props.action} csrfToken={props.csrf}>
    <Input name="title" id="task-title" label="What is to be done" value={typedIn(props, 'title')} errorMessage={problemOf(props, 'title')} />
    <Input name="expected" id="task-expected" label="What is expected" hint="So that it is plain when it is done." value={typedIn(props, 'expected')} errorMessage={problemOf(props, 'expected')} />
    <Select name="serviceId" id="task-service" label="Who does it" value={typedIn(props, 'serviceId')} errorMessage={problemOf(props, 'serviceId')} items={choices(props.services)} />
    <Input name="dueOn" id="task-due" label="Due" hint="For example, 3/12/2026" classes="govuk-input--width-10" value={typedIn(props, 'dueOn')} errorMessage={problemOf(props, 'dueOn')} />
    <Button classes="govuk-button--secondary">Set the task</Button>
  </Form>
);

export interface TaskPageProps {
  task: Task;
  events: readonly TaskEvent[];
  services: Services;
  viewer: OfficerViewer;
  csrf: string;
  today: string;
  problems: FormState['problems'];
  typed: FormState['typed'];
}

/** One task: what, whose, by when, what came of it, and what can be done next. */
export function TaskPage(props: TaskPageProps) {
  const { task, events, today } = props;
  return (
    <RecordPage
      kind="Task"
      name={`${task.reference}: ${task.title}`}
      facts={[
        { label: 'Status', value: <TaskTag status={task.status} /> },
        { label: 'Whose', value: `${task.serviceName}, ${task.agencyName}` },
        { label: 'Due', value: <Deadline due={task.dueOn} today={today} isDone={isOver(task.status)} /> },
      ]}
      safety={task.isPersonal ? { title: 'About identifiable people', instructions: ['Only the services on its case may see it.'] } : undefined}
      sections={[
        {
          id: 'summary',
          title: 'What is asked',
          children: (
            <SummaryList
              rows={[
                { key: 'Expected', value: task.expected },
                { key: 'Set by', value: [task.setByName, task.setByAgencyName].filter(Boolean).join(', ') },
                task.seriesName !== null && { key: 'At', value: task.meetingId && task.meetingOn ? <a class="govuk-link" href={`/meetings/${task.meetingId}`}>{task.seriesName}, <Day day={task.meetingOn} /></a> : task.seriesName },
                task.caseId !== null && { key: 'Case', value: <a class="govuk-link" href={`/cases/${task.caseId}`}>{task.caseReference ?? 'Case'}</a> },
                task.timesCarried > 0 && { key: 'First due', value: <><Day day={task.firstDueOn} />; carried over {task.timesCarried === 1 ? 'once' : `${task.timesCarried} times`}</> },
                task.refusedReason !== null && { key: 'Refused because', value: task.refusedReason },
                task.resultWords !== null && { key: 'Result', value: task.resultWords },
              ]}
            />
          ),
        },
        { id: 'history', title: 'History', children: <Timeline headingLevel={3} items={events.map((e) => ({ label: e.words, when: <Instant at={e.at} />, byline: e.officerName ? `${e.officerName}, ${e.agencyName ?? ''}` : undefined }))} /> },
      ]}
      actions={<Actions {...props} />}
    />
  );
}

function Actions(props: TaskPageProps) {
  const { task, viewer } = props;
  const lines = taskTransitions.filter((line) => line.from.includes(task.status) && line.who.some((role) => viewer.roles.includes(role)) && (line.side === 'setter' || viewer.agencyId === task.agencyId));
  if (lines.length === 0) return <p class="govuk-body">{isOver(task.status) ? 'It is finished. Its result is on the next agenda.' : `${task.serviceName} answers it.`}</p>;
  const has = (action: string) => lines.some((line) => line.action === action);
  return (
    <>
      {has('accept') && (
        <Form action={`/tasks/${task.id}/accept`} csrfToken={props.csrf}>
          <input type="hidden" name="version" value={task.version} />
          <Button>Accept</Button>
        </Form>
      )}
      {has('refuse') && <Details summary="Refuse, with the reason" open={problemOf(props, 'reason') !== undefined}><RefuseForm {...props} /></Details>}
      {has('finish') && <ResultForm {...props} />}
      {has('set-again') && <Details summary="Set it to another service" open={problemOf(props, 'serviceId') !== undefined}><AgainForm {...props} /></Details>}
      {!task.isPersonal && task.status === 'done' && (
        <Details summary="Offer as a success for publicity">
          <Form action="/publicity" csrfToken={props.csrf}>
            <input type="hidden" name="taskId" value={task.id} />
            <Textarea name="words" label="What went well" hint="No names, and nothing that tells who lives or works there." rows={4} />
            <Button classes="govuk-button--secondary">Offer it</Button>
          </Form>
        </Details>
      )}
    </>
  );
}

const RefuseForm = (props: TaskPageProps) => (
  <Form action={`/tasks/${props.task.id}/refuse`} csrfToken={props.csrf}>
    <input type="hidden" name="version" value={props.task.version} />
    <Textarea name="reason" label="Why it cannot be taken" hint="The meeting reads this." rows={3} value={typedIn(props, 'reason')} errorMessage={problemOf(props, 'reason')} />
    <Button classes="govuk-button--warning">Refuse</Button>
  </Form>
);

const ResultForm = (props: TaskPageProps) => (
  <Form action={`/tasks/${props.task.id}/result`} csrfToken={props.csrf}>
    <input type="hidden" name="version" value={props.task.version} />
    <Radios name="isDone" classes="govuk-radios--small" fieldset={{ legend: { children: 'Was it done?', classes: 'govuk-fieldset__legend--s' } }} value={typedIn(props, 'isDone')} errorMessage={problemOf(props, 'isDone')} items={[{ value: 'yes', children: 'Yes' }, { value: 'no', children: 'No, or not all of it' }]} />
    <Textarea name="resultWords" label="What was done, and what came of it" hint="This goes on the next agenda." rows={4} value={typedIn(props, 'resultWords')} errorMessage={problemOf(props, 'resultWords')} />
    <Button>Give the result</Button>
  </Form>
);

const AgainForm = (props: TaskPageProps) => (
  <Form action={`/tasks/${props.task.id}/set-again`} csrfToken={props.csrf}>
    <input type="hidden" name="version" value={props.task.version} />
    <Select name="serviceId" label="Who does it" value={typedIn(props, 'serviceId')} errorMessage={problemOf(props, 'serviceId')} items={choices(props.services)} />
    <Input name="dueOn" label="Due" hint="For example, 3/12/2026" classes="govuk-input--width-10" value={typedIn(props, 'dueOn')} errorMessage={problemOf(props, 'dueOn')} />
    <Button classes="govuk-button--secondary">Set it again</Button>
  </Form>
);
