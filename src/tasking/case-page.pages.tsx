import { ProsecutionButton } from '../court/index.ts';
import {
  AddServiceForm,
  abandonedOfficers,
  CaseStatusTag,
  type CaseTransition,
  CloseCaseForm,
  caseActionsFrom,
  caseOutcomeWords,
  closureOfficers,
  encampmentOfficers,
  mayWorkCase,
  penaltyOfficers,
  protectionOfficers,
} from '../enforcement/index.ts';
import { escalationWords } from '../intake/index.ts';
import type { OfficerViewer } from '../platform/access/viewer.ts';
import {
  asked,
  Button,
  Day,
  Details,
  Form,
  type FormState,
  Input,
  Instant,
  inSentence,
  isAgain,
  RecordPage,
  SummaryList,
  stateOf,
  Textarea,
  Timeline,
  VersionField,
} from '../platform/ui/index.ts';
import { HeldNotice, type Hold } from '../records/index.ts';
import type { CasePageView } from './case-page.routes.tsx';
import { itemStatusWords } from './meeting.words.ts';
import { OfferForm } from './offer.pages.tsx';
import { TaskForm, TaskTable } from './task.pages.tsx';

export interface CasePageProps extends CasePageView, FormState {
  hold: Hold | undefined;
  viewer: OfficerViewer;
  csrf: string;
  today: string;
}

/** One case: the problem, who is on it, what meetings decided, what was set, and what can be done next. */
export function CasePage(props: CasePageProps) {
  const { file, events, today, tasks } = props;
  return (
    <RecordPage
      kind="Case"
      name={`${file.reference}: ${file.title}`}
      facts={[
        { label: 'Status', value: <CaseStatusTag status={file.status} /> },
        { label: 'Led by', value: `${file.leadServiceName}, ${file.leadAgencyName}` },
        { label: 'Opened', value: <Instant at={file.openedAt} /> },
        { label: 'District', value: file.districtName ?? 'Not known' },
      ]}
      safety={
        file.isPersonal
          ? {
              title: 'About identifiable people',
              instructions: [
                'Only the services on this case may see it. Do not discuss it in front of others.',
              ],
            }
          : undefined
      }
      sections={[
        {
          id: 'summary',
          title: 'Summary',
          children: (
            <>
              <HeldNotice hold={props.hold} />
              <Summary {...props} />
            </>
          ),
        },
        { id: 'reports', title: 'Reports', children: <Reports {...props} /> },
        { id: 'services', title: 'Services on the case', children: <Services {...props} /> },
        {
          id: 'tasks',
          title: 'Tasks',
          children: <TaskTable tasks={tasks} today={today} caption="Tasks on this case" />,
        },
        { id: 'meetings', title: 'Meetings', children: <Meetings {...props} /> },
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

const Summary = ({ file }: CasePageProps) => (
  <SummaryList
    rows={[
      { key: 'Problem', value: file.summary },
      {
        key: 'Why it was opened',
        value:
          file.escalationRule in escalationWords
            ? escalationWords[file.escalationRule as keyof typeof escalationWords]
            : file.escalationRule,
      },
      file.outcome !== null && {
        key: 'Outcome',
        value: `${file.outcome in caseOutcomeWords ? caseOutcomeWords[file.outcome as keyof typeof caseOutcomeWords] : file.outcome}. ${file.outcomeWords ?? ''}`,
      },
    ]}
  />
);

function Reports({ reports, file }: CasePageProps) {
  const unseen = file.reportCount - reports.length;
  return (
    <>
      <ul class="govuk-list govuk-list--bullet">
        {reports.map((r) => (
          <li>
            <a class="govuk-link" href={`/reports/${r.id}`}>
              {r.reference}
            </a>
            : {r.issueName}, {r.placeWords ?? r.postcode ?? 'place not given'}, <Instant at={r.receivedAt} />
          </li>
        ))}
      </ul>
      {unseen > 0 && (
        <p class="govuk-body">
          {reports.length === 0 ? 'Its reports are' : `${unseen} more ${unseen === 1 ? 'is' : 'are'}`} with
          agencies whose reports you are not given. Ask the leading service.
        </p>
      )}
    </>
  );
}

const Services = ({ services }: CasePageProps) => (
  <ul class="govuk-list govuk-list--bullet">
    {services.map((s) => (
      <li>
        {s.serviceName}, {s.agencyName}: {inSentence(s.why)}
      </li>
    ))}
  </ul>
);

const Meetings = ({ meetings }: CasePageProps) =>
  meetings.length === 0 ? (
    <p class="govuk-body">It has been on no agenda.</p>
  ) : (
    <ul class="govuk-list govuk-list--spaced">
      {meetings.map((m) => (
        <li>
          <a class="govuk-link" href={`/meetings/${m.meetingId}`}>
            {m.seriesName}, <Day day={m.heldOn} />
          </a>
          : {itemStatusWords[m.itemStatus].toLowerCase()}
          {m.decisions && (
            <>
              <br />
              {m.decisions}
            </>
          )}
        </li>
      ))}
    </ul>
  );

/** What can be begun from a case, and by whom. */
const procedures: readonly { begin: string; who: readonly string[]; words: string }[] = [
  { begin: '/penalties/new', who: penaltyOfficers, words: 'Write a penalty notice' },
  { begin: '/protection/new', who: protectionOfficers, words: 'Write a community protection warning' },
  { begin: '/closures/new', who: closureOfficers, words: 'Begin a closure of premises' },
  { begin: '/encampments/new', who: encampmentOfficers, words: 'Report an unauthorised encampment' },
  {
    begin: '/abandoned-vehicles/new',
    who: abandonedOfficers,
    words: 'Open a file on an abandoned vehicle',
  },
];
/** Files that stand on a case, by their lists. */
const filesOnCase = [
  ['/encampments', 'Encampments on this case'],
  ['/abandoned-vehicles', 'Abandoned vehicles on this case'],
  ['/closures', 'Closures on this case'],
  ['/protection', 'Warnings and notices on this case'],
] as const;

function Actions(props: CasePageProps) {
  const { file, viewer, csrf } = props;
  if (!mayWorkCase(viewer, file))
    return (
      <p class="govuk-body">
        None of your agency’s services is on this case. {file.leadServiceName} leads it and can add yours.
      </p>
    );
  return (
    <>
      {caseActionsFrom(file.status, viewer.roles).map((line) => (
        <Step line={line} {...props} />
      ))}
      {file.status !== 'closed' &&
        procedures
          .filter(({ who }) => who.some((role) => viewer.roles.includes(role)))
          .map(({ begin, words }) => (
            <p class="govuk-body">
              <a class="govuk-link" href={`${begin}?caseId=${file.id}`}>
                {words}
              </a>
            </p>
          ))}
      <ProsecutionButton file={file} viewer={viewer} csrf={csrf} />
      {filesOnCase.map(([path, words]) => (
        <p class="govuk-body">
          <a class="govuk-link" href={`${path}?caseId=${file.id}`}>
            {words}
          </a>
        </p>
      ))}
      {file.status !== 'closed' && (
        <>
          <Details summary="Set a task" open={isAgain(props, 'tasks')}>
            <TaskForm
              {...stateOf(props, 'tasks')}
              action={`/cases/${file.id}/tasks`}
              services={
                file.isPersonal
                  ? props.allServices.filter((s) => file.serviceIds.includes(s.id))
                  : props.allServices
              }
            />
          </Details>
          <Details summary="Add a service" open={isAgain(props, 'services')}>
            <AddServiceForm {...stateOf(props, 'services')} services={props.allServices} />
          </Details>
        </>
      )}
      <Details summary="Add a note" open={isAgain(props, 'notes')}>
        <Form action={`/cases/${file.id}/notes`} csrfToken={csrf}>
          <Textarea {...asked(stateOf(props, 'notes'), 'words')} id="note-words" label="Note" rows={4} />
          <Button classes="govuk-button--secondary">Add note</Button>
        </Form>
      </Details>
      {!file.isPersonal && <OfferForm {...props} of={{ caseId: file.id }} />}
    </>
  );
}

function Step({ line, ...props }: CasePageProps & { line: CaseTransition }) {
  const { file, csrf } = props;
  const state = { ...stateOf(props, line.action), csrf };
  switch (line.action) {
    case 'close':
      return (
        <Details summary={line.button} open={isAgain(props, line.action)}>
          <CloseCaseForm {...state} file={file} />
        </Details>
      );
    case 'send-to-meeting':
      return (
        <Details summary={line.button} open={isAgain(props, line.action)}>
          <Form action={`/cases/${file.id}/send-to-meeting`} csrfToken={csrf}>
            <VersionField version={file.version} />
            <Input {...asked(state, 'why')} id="meeting-why" label="Why the meeting should look at it" />
            <Button classes="govuk-button--secondary">{line.button}</Button>
          </Form>
        </Details>
      );
    case 'start-enforcement':
    case 'reopen':
      return (
        <Form action={`/cases/${file.id}/${line.action}`} csrfToken={csrf}>
          <VersionField version={file.version} />
          <Button classes="govuk-button--secondary">{line.button}</Button>
        </Form>
      );
    case 'return-from-meeting':
      return null;
  }
}
