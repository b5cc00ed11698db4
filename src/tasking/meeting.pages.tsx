import { ConcernTable, type PremisesOfConcern } from '../inspection/index.ts';
import { escalationWords } from '../intake/index.ts';
import {
  asked,
  Button,
  Day,
  Details,
  EmptyState,
  Form,
  type FormState,
  Input,
  InsetText,
  isAgain,
  RecordPage,
  type RecordSection,
  stateOf,
  Tag,
  VersionField,
} from '../platform/ui/index.ts';
import type { Agenda, AgendaEntry } from './agenda.queries.ts';
import type { Decision, Meeting } from './meeting.store.ts';
import { meetingTransitions } from './meeting.transitions.ts';
import {
  type AgendaPart,
  agendaParts,
  agendaPartWords,
  itemStatusWords,
  meetingStatusWords,
  seriesKindWords,
} from './meeting.words.ts';
import { ReturnTable } from './return.pages.tsx';
import { TaskTag } from './task.pages.tsx';

const statusColour: Record<Meeting['status'], string> = {
  scheduled: 'blue',
  open: 'yellow',
  closed: 'green',
  cancelled: 'grey',
};
export const MeetingTag = ({ status }: { status: Meeting['status'] }) => (
  <Tag classes={`govuk-tag--${statusColour[status]}`}>{meetingStatusWords[status]}</Tag>
);

export interface MeetingPageProps extends FormState {
  agenda: Agenda;
  services: readonly { id: string; name: string; agencyName: string }[];
  mayRun: boolean;
  csrf: string;
  today: string;
  /** Of a Joint Action Group: premises of concern of its district that the viewer may read of. */
  premises: readonly PremisesOfConcern[];
}

/** One meeting: its agenda as the records make it, and its minutes once it is over. */
export function MeetingPage(props: MeetingPageProps) {
  const { agenda, services, mayRun } = props;
  const { meeting, entries } = agenda;
  const members = services.filter((s) => meeting.memberServiceIds.includes(s.id));
  const parts = agendaParts.filter((part) => entries.some((entry) => entry.part === part));
  const sections: RecordSection[] = parts.map((part) => ({
    id: part,
    title: agendaPartWords[part],
    children: <Part part={part} {...props} />,
  }));
  if (agenda.otherDecisions.length > 0)
    sections.push({
      id: 'decisions',
      title: 'Other decisions',
      children: agenda.otherDecisions.map((d) => <DecisionLine decision={d} />),
    });
  if (props.premises.length > 0)
    sections.push({
      id: 'premises',
      title: 'Premises of concern',
      children: <ConcernTable premises={props.premises} />,
    });
  const sitting: RecordSection = {
    id: 'members',
    title: 'Who sits at it',
    children: (
      <ul class="govuk-list govuk-list--bullet">
        {members.map((s) => (
          <li>
            {s.name}, {s.agencyName}
          </li>
        ))}
      </ul>
    ),
  };
  return (
    <RecordPage
      kind={seriesKindWords[meeting.kind]}
      name={
        <>
          {meeting.seriesName}, <Day day={meeting.heldOn} />
        </>
      }
      facts={[
        { label: 'Status', value: <MeetingTag status={meeting.status} /> },
        {
          label: 'When',
          value: (
            <>
              <Day day={meeting.heldOn} weekday /> at {meeting.startsAt}
            </>
          ),
        },
        { label: 'Where', value: meeting.place },
        { label: 'Chair', value: meeting.chairName ?? 'Not named' },
      ]}
      sections={
        sections.length > 0
          ? [...sections, sitting]
          : [
              {
                id: 'agenda',
                title: 'Agenda',
                children: (
                  <EmptyState title="Nothing on the agenda yet">
                    Cases taken to it, results of tasks and returns come here by themselves.
                  </EmptyState>
                ),
              },
              sitting,
            ]
      }
      actions={<Actions {...props} mayRun={mayRun} />}
    />
  );
}

function Part({ part, agenda, today }: MeetingPageProps & { part: AgendaPart }) {
  const entries = agenda.entries.filter((entry) => entry.part === part);
  if (part === 'return') return <ReturnTable returns={agenda.returns} today={today} />;
  return (
    <ul class="govuk-list govuk-list--spaced">
      {entries.map((entry) => (
        <li>
          <strong>
            {entry.task ? (
              <a class="govuk-link" href={`/tasks/${entry.task.id}`}>
                {entry.title}
              </a>
            ) : entry.item?.caseId ? (
              <a class="govuk-link" href={`/cases/${entry.item.caseId}`}>
                {entry.title}
              </a>
            ) : (
              entry.title
            )}
          </strong>{' '}
          {entry.isPersonal && <Tag classes="govuk-tag--red">Personal</Tag>}{' '}
          {entry.item && entry.item.status !== 'waiting' && (
            <Tag classes="govuk-tag--grey">{itemStatusWords[entry.item.status]}</Tag>
          )}
          <Brief entry={entry} />
          {entry.decisions.map((d) => (
            <DecisionLine decision={d} />
          ))}
        </li>
      ))}
    </ul>
  );
}

const DecisionLine = ({ decision: d }: { decision: Decision }) => (
  <InsetText>
    <strong>Decided:</strong> {d.words}
    {d.taskId && d.taskReference && (
      <>
        <br />
        Task{' '}
        <a class="govuk-link" href={`/tasks/${d.taskId}`}>
          {d.taskReference}
        </a>{' '}
        to {d.taskService}: {d.taskTitle}, due <Day day={d.taskDueOn ?? ''} />
      </>
    )}
  </InsetText>
);

/** The record behind an entry, in brief. */
export function Brief({ entry }: { entry: AgendaEntry }) {
  const { item, task } = entry;
  if (task)
    return (
      <div>
        <TaskTag status={task.status} /> {task.serviceName}, {task.agencyName}; due <Day day={task.dueOn} />
        {task.timesCarried > 0 &&
          `; carried over ${task.timesCarried === 1 ? 'once' : `${task.timesCarried} times`}`}
        <br />
        {task.resultWords
          ? `Result: ${task.resultWords}`
          : task.refusedReason
            ? `Refused because: ${task.refusedReason}`
            : `Expected: ${task.expected}`}
      </div>
    );
  if (!item?.caseId) return item?.why ? <div>{item.why}</div> : null;
  return (
    <div>
      {item.caseSummary}
      <br />
      Why it is here:{' '}
      {(item.why && item.why in escalationWords
        ? escalationWords[item.why as keyof typeof escalationWords]
        : item.why) ?? 'not said'}
      . Case {item.caseReference}, {item.reportCount === 1 ? '1 report' : `${item.reportCount} reports`}. On
      it: {item.caseServices}.
    </div>
  );
}

function Actions(props: MeetingPageProps) {
  const { agenda, mayRun, csrf } = props;
  const { meeting } = agenda;
  const lines = mayRun ? meetingTransitions.filter((line) => line.from.includes(meeting.status)) : [];
  return (
    <>
      {mayRun && (meeting.status === 'scheduled' || meeting.status === 'open') && (
        <Button href={`/meetings/${meeting.id}/room`}>Go to the meeting room</Button>
      )}
      {lines.map((line) => (
        <Form action={`/meetings/${meeting.id}/${line.action}`} csrfToken={csrf}>
          <VersionField version={meeting.version} />
          <Button classes={line.action === 'open' ? undefined : 'govuk-button--secondary'}>
            {line.button}
          </Button>
        </Form>
      ))}
      {mayRun && (meeting.status === 'scheduled' || meeting.status === 'open') && (
        <Details summary="Add to any other business" open={isAgain(props, 'items')}>
          <Form action={`/meetings/${meeting.id}/items`} csrfToken={csrf}>
            <Input
              {...asked(stateOf(props, 'items'), 'title')}
              id="other-title"
              label="What it is about"
              hint="Without anybody’s name."
            />
            <Button classes="govuk-button--secondary">Add</Button>
          </Form>
        </Details>
      )}
      <ul class="govuk-list">
        <li>
          <a class="govuk-link" href={`/meetings/${meeting.id}/minutes`}>
            {meeting.status === 'closed' ? 'Minutes' : 'Agenda and minutes so far'}
          </a>
        </li>
        <li>
          <a class="govuk-link" href={`/meetings/${meeting.id}/minutes.pdf`}>
            As PDF
          </a>
        </li>
        <li>
          <a class="govuk-link" href={`/meetings/${meeting.id}/minutes.docx`}>
            As a Word file
          </a>
        </li>
        {agenda.next && (
          <li>
            <a class="govuk-link" href={`/meetings/${agenda.next.id}`}>
              Next meeting: <Day day={agenda.next.heldOn} />
            </a>
          </li>
        )}
      </ul>
    </>
  );
}
