import type { OfficerViewer } from '../platform/access/viewer.ts';
import {
  asked,
  Button,
  Day,
  Deadline,
  Details,
  dayWords,
  Form,
  Input,
  Instant,
  isAgain,
  problemOf,
  Radios,
  RecordPage,
  Select,
  SummaryList,
  stateOf,
  Textarea,
  Timeline,
  typedIn,
  VersionField,
} from '../platform/ui/index.ts';
import { mayOffer, OfferForm } from './offer.pages.tsx';
import { choices, type FormState, isOver, type Services, TaskTag } from './task.pages.tsx';
import type { Task, TaskEvent } from './task.store.ts';
import { isOpenTo, taskTransitions } from './task.transitions.ts';
import { acceptedHowWords } from './task.words.ts';

export interface TaskPageProps {
  task: Task;
  events: readonly TaskEvent[];
  services: Services;
  viewer: OfficerViewer;
  csrf: string;
  today: string;
  form: string | undefined;
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
      safety={
        task.isPersonal
          ? {
              title: 'About identifiable people',
              instructions: ['Only the services on its case may see it.'],
            }
          : undefined
      }
      sections={[
        {
          id: 'summary',
          title: 'What is asked',
          children: (
            <SummaryList
              rows={[
                { key: 'Expected', value: task.expected },
                { key: 'Set by', value: [task.setByName, task.setByAgencyName].filter(Boolean).join(', ') },
                task.partnerReference !== null && {
                  key: 'From the police’s tasking',
                  value: `${task.partnerSystem} ${task.partnerReference}${task.partnerOn ? `, ${dayWords(task.partnerOn)}` : ''}`,
                },
                task.seriesName !== null && {
                  key: 'At',
                  value:
                    task.meetingId && task.meetingOn ? (
                      <a class="govuk-link" href={`/meetings/${task.meetingId}`}>
                        {task.seriesName}, <Day day={task.meetingOn} />
                      </a>
                    ) : (
                      task.seriesName
                    ),
                },
                task.caseId !== null && {
                  key: 'Case',
                  value: (
                    <a class="govuk-link" href={`/cases/${task.caseId}`}>
                      {task.caseReference ?? 'Case'}
                    </a>
                  ),
                },
                task.timesCarried > 0 && {
                  key: 'First due',
                  value: (
                    <>
                      <Day day={task.firstDueOn} />; carried over{' '}
                      {task.timesCarried === 1 ? 'once' : `${task.timesCarried} times`}
                    </>
                  ),
                },
                task.acceptedHow !== null && {
                  key: 'Accepted',
                  value: [task.acceptedByName, acceptedHowWords[task.acceptedHow]].filter(Boolean).join('. '),
                },
                task.refusedReason !== null && { key: 'Refused because', value: task.refusedReason },
                task.resultWords !== null && { key: 'Result', value: task.resultWords },
              ]}
            />
          ),
        },
        {
          id: 'history',
          title: 'History',
          children: (
            <Timeline
              headingLevel={3}
              items={events.map((e) => ({
                label: e.words,
                when: <Instant at={e.at} />,
                byline: e.officerName ? `${e.officerName}, ${e.agencyName ?? ''}` : undefined,
              }))}
            />
          ),
        },
      ]}
      actions={<Actions {...props} />}
    />
  );
}

function Actions(props: TaskPageProps) {
  const { task, viewer } = props;
  const lines = taskTransitions.filter(
    (line) =>
      isOpenTo(line, task) &&
      line.who.some((role) => viewer.roles.includes(role)) &&
      (line.side === 'setter' || viewer.agencyId === task.agencyId),
  );
  const has = (action: string) => lines.some((line) => line.action === action);
  return (
    <>
      {lines.length === 0 && (
        <p class="govuk-body">
          {isOver(task.status)
            ? 'It is finished. Its result is on the next agenda.'
            : `${task.serviceName} answers it.`}
        </p>
      )}
      {has('accept') && (
        <Form action={`/tasks/${task.id}/accept`} csrfToken={props.csrf}>
          <VersionField version={task.version} />
          <Button>Accept</Button>
        </Form>
      )}
      {has('refuse') && (
        <Details summary="Refuse, with the reason" open={isAgain(props, 'refuse')}>
          <RefuseForm {...stateOf(props, 'refuse')} />
        </Details>
      )}
      {has('confirm') && <ConfirmForms {...stateOf(props, 'contest')} />}
      {has('finish') && <ResultForm {...stateOf(props, 'result')} button="Give the result" />}
      {has('correct-done') && (
        <Details summary="Correct the result" open={isAgain(props, 'result')}>
          <p class="govuk-body">What it says now stays in the history.</p>
          <ResultForm {...stateOf(props, 'result')} button="Correct it" />
        </Details>
      )}
      {viewer.agencyId === task.agencyId && (
        <Details summary="Write a note" open={isAgain(props, 'note')}>
          <Form action={`/tasks/${task.id}/note`} csrfToken={props.csrf}>
            <Textarea
              {...asked(stateOf(props, 'note'), 'words')}
              id="note"
              label="What was seen or tried"
              hint="It stands in the history, for everybody who sees the task."
              rows={3}
            />
            <Button classes="govuk-button--secondary">Write it down</Button>
          </Form>
        </Details>
      )}
      {has('set-again') && (
        <Details summary="Set it to another service" open={isAgain(props, 'set-again')}>
          <AgainForm {...stateOf(props, 'set-again')} />
        </Details>
      )}
      {mayOffer(task, viewer) && <OfferForm {...props} of={{ taskId: task.id }} />}
    </>
  );
}

const RefuseForm = (props: TaskPageProps) => (
  <Form action={`/tasks/${props.task.id}/refuse`} csrfToken={props.csrf}>
    <VersionField version={props.task.version} />
    <Textarea
      {...asked(props, 'reason')}
      label="Why it cannot be taken"
      hint="The meeting reads this."
      rows={3}
    />
    <Button classes="govuk-button--warning">Refuse</Button>
  </Form>
);

const ConfirmForms = (props: TaskPageProps) => (
  <>
    <p class="govuk-body">
      It was recorded in the meeting that {props.task.acceptedByName ?? 'somebody of your agency'} accepted
      this for your agency.
    </p>
    <Form action={`/tasks/${props.task.id}/confirm`} csrfToken={props.csrf}>
      <VersionField version={props.task.version} />
      <Button>Confirm that we accepted it</Button>
    </Form>
    <Details summary="We did not accept it" open={isAgain(props, 'contest')}>
      <Form action={`/tasks/${props.task.id}/contest`} csrfToken={props.csrf}>
        <VersionField version={props.task.version} />
        <Textarea
          {...asked(props, 'reason')}
          label="What is wrong about it"
          hint="This stays in the history of the task. You can then accept or refuse it."
          rows={3}
        />
        <Button classes="govuk-button--warning">Contest it</Button>
      </Form>
    </Details>
  </>
);

const ResultForm = (props: TaskPageProps & { button: string }) => (
  <Form action={`/tasks/${props.task.id}/result`} csrfToken={props.csrf}>
    <VersionField version={props.task.version} />
    <Radios
      name="isDone"
      classes="govuk-radios--small"
      fieldset={{ legend: { children: 'Was it done?', classes: 'govuk-fieldset__legend--s' } }}
      value={typedIn(props, 'isDone')}
      errorMessage={problemOf(props, 'isDone')}
      items={[
        { value: 'yes', children: 'Yes' },
        { value: 'no', children: 'No, or not all of it' },
      ]}
    />
    <Textarea
      {...asked(props, 'resultWords')}
      label="What was done, and what came of it"
      hint="This goes on the next agenda."
      rows={4}
    />
    <Button>{props.button}</Button>
  </Form>
);

const AgainForm = (props: TaskPageProps) => (
  <Form action={`/tasks/${props.task.id}/set-again`} csrfToken={props.csrf}>
    <VersionField version={props.task.version} />
    <Select {...asked(props, 'serviceId')} label="Who does it" items={choices(props.services)} />
    <Input
      {...asked(props, 'dueOn')}
      label="Due"
      hint="For example, 3/12/2026"
      classes="govuk-input--width-10"
    />
    <Button classes="govuk-button--secondary">Set it again</Button>
  </Form>
);
