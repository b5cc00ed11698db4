import {
  asked,
  Button,
  Checkboxes,
  DataTable,
  type DataTableProps,
  Deadline,
  Form,
  Input,
  orAny,
  Select,
  Tag,
} from '../platform/ui/index.ts';
import type { Task } from './task.store.ts';
import { type TaskStatus, taskStatusWords } from './task.words.ts';
import type { TaskFilterInput } from './tasking.forms.ts';

const colour: Record<TaskStatus, string> = {
  set: 'blue',
  accepted: 'yellow',
  refused: 'red',
  done: 'green',
  'not-done': 'orange',
};
export const isOver = (status: TaskStatus): boolean => status === 'done' || status === 'not-done';

/** A task's status in a word and a colour. */
export const TaskTag = ({ status }: { status: TaskStatus }) => (
  <Tag classes={`govuk-tag--${colour[status]}`}>{taskStatusWords[status]}</Tag>
);

/** Tasks in a table, wherever they are listed. */
export const TaskTable = ({
  tasks,
  today,
  caption,
  nextHref,
  sort,
}: {
  tasks: readonly Task[];
  today: string;
  caption: string;
  nextHref?: string | undefined;
  sort?: DataTableProps<Task>['sort'];
}) => (
  <DataTable
    caption={caption}
    captionClasses="govuk-visually-hidden"
    rows={tasks}
    columns={[
      {
        heading: 'Task',
        sortKey: 'reference',
        cell: (t) => (
          <a class="govuk-link bw-reference" href={`/tasks/${t.id}`}>
            {t.reference}
          </a>
        ),
      },
      { heading: 'What', sortKey: 'title', cell: (t) => t.title },
      { heading: 'Whose', sortKey: 'service', cell: (t) => `${t.serviceName}, ${t.agencyName}` },
      {
        heading: 'Due',
        sortKey: 'due',
        cell: (t) => <Deadline due={t.dueOn} today={today} isDone={isOver(t.status)} />,
      },
      {
        heading: 'Status',
        sortKey: 'status',
        cell: (t) => (
          <>
            <TaskTag status={t.status} />
            {t.timesCarried > 0 &&
              ` carried over ${t.timesCarried === 1 ? 'once' : `${t.timesCarried} times`}`}
          </>
        ),
      },
    ]}
    empty={{ title: 'No tasks', children: 'Tasks are set by meetings, and between meetings from a case.' }}
    sort={sort}
    paging={nextHref ? { nextHref } : undefined}
  />
);

export interface TasksPageProps {
  tasks: readonly Task[];
  filter: TaskFilterInput;
  today: string;
  nextHref: string | undefined;
  sort: DataTableProps<Task>['sort'];
}

/** Tasks by the day they are due. */
export const TasksPage = ({ tasks, filter, today, nextHref, sort }: TasksPageProps) => (
  <>
    <h1 class="govuk-heading-l">Tasks</h1>
    <Form method="get" action="/tasks" classes="bw-filters">
      {filter.sort && <input type="hidden" name="sort" value={filter.sort} />}
      <Select
        name="status"
        label="Status"
        value={filter.status ?? ''}
        items={orAny([
          { value: 'live', text: 'Not finished' },
          { value: 'late', text: 'Late' },
          ...Object.entries(taskStatusWords).map(([value, text]) => ({ value, text })),
        ])}
      />
      <Checkboxes
        name="mine"
        classes="govuk-checkboxes--small"
        items={[{ value: 'yes', children: 'My service’s', checked: filter.mine }]}
      />
      <Button classes="govuk-button--secondary">Show</Button>
    </Form>
    <TaskTable tasks={tasks} today={today} caption="Tasks" nextHref={nextHref} sort={sort} />
  </>
);

/** What was typed into a form, and what is wrong with it. */
export interface FormState {
  csrf: string;
  problems: readonly { field: string; words: string }[];
  typed: Record<string, unknown>;
}
export type Services = readonly { id: string; name: string; agencyName: string }[];
export const choices = (services: Services) => [
  { value: '', text: 'Choose' },
  ...services.map((s) => ({ value: s.id, text: `${s.agencyName}: ${s.name}` })),
];

/** What is to be done, by whom, by when, and what is expected. */
export const TaskForm = (props: FormState & { action: string; services: Services }) => (
  <Form action={props.action} csrfToken={props.csrf}>
    <Input {...asked(props, 'title')} id="task-title" label="What is to be done" />
    <Input
      {...asked(props, 'expected')}
      id="task-expected"
      label="What is expected"
      hint="So that it is plain when it is done."
    />
    <Select
      {...asked(props, 'serviceId')}
      id="task-service"
      label="Who does it"
      items={choices(props.services)}
    />
    <Input
      {...asked(props, 'dueOn')}
      id="task-due"
      label="Due"
      hint="For example, 3/12/2026"
      classes="govuk-input--width-10"
    />
    <Button classes="govuk-button--secondary">Set the task</Button>
  </Form>
);
