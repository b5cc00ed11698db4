import { PlaceMap, screeners } from '../directory/index.ts';
import { mayUse } from '../platform/access/permission.ts';
import { hasRole, type OfficerViewer } from '../platform/access/viewer.ts';
import {
  asked,
  Button,
  Deadline,
  Details,
  Form,
  type FormState,
  Input,
  Instant,
  isAgain,
  RecordPage,
  SummaryList,
  stateOf,
  Textarea,
  Timeline,
  VersionField,
} from '../platform/ui/index.ts';
import { HeldNotice, type Hold } from '../records/index.ts';
import { BegunFrom } from './begun-from.tsx';
import { flyTipIssue } from './fly-tip/fly-tip.forms.ts';
import { rerouteReports } from './intake.permissions.ts';
import { mayOpenVehicle, mayReadWords, mayWork } from './report.policy.ts';
import type { Report } from './report.store.ts';
import type { ReportEvent } from './report.timeline.ts';
import { actionsFrom, type Transition } from './report.transitions.ts';
import { channelWords, landOwnerWords, outcomeWords, reporterTypeWords } from './report.words.ts';
import { CloseForm, PassOnForm, RerouteForm } from './report-forms.pages.tsx';
import { StatusTag } from './report-list.pages.tsx';
import { Mentions } from './report-mentions.pages.tsx';

const words = (table: Record<string, string>, key: string | null): string =>
  key === null ? 'Not said' : (table[key] ?? key);

export interface ReporterView {
  name: string | null;
  phone: string | null;
  email: string | null;
  address: string | null;
}

export interface ReportPageProps extends FormState {
  hold?: Hold | undefined;
  report: Report;
  events: readonly ReportEvent[];
  messages: readonly { sentAt: Date; fromReporter: boolean; body: string; officerName: string | null }[];
  /** Undefined: this viewer is not told. Null: nobody left a name. */
  reporter: ReporterView | null | undefined;
  mentions: readonly { id: string; kind: string; label: string; others: number }[];
  services: readonly { id: string; name: string; agencyName: string }[];
  viewer: OfficerViewer;
  csrf: string;
  today: string;
}

/** One report: what was said, what happened, and what can be done next. */
export function ReportPage(props: ReportPageProps) {
  const { report, events, today } = props;
  return (
    <RecordPage
      kind="Report"
      name={`${report.reference}: ${report.issueName}`}
      facts={[
        { label: 'Status', value: <StatusTag status={report.status} /> },
        { label: 'With', value: `${report.serviceName}, ${report.ownerAgencyName}` },
        { label: 'Received', value: <Instant at={report.receivedAt} /> },
        {
          label: 'Due',
          value: <Deadline due={report.targetOn} today={today} isDone={report.closedAt !== null} />,
        },
      ]}
      safety={
        report.isSensitive
          ? {
              title: 'Sensitive',
              instructions: ['Do not tell anybody outside your service that this report exists.'],
            }
          : undefined
      }
      sections={[
        {
          id: 'summary',
          title: 'What was reported',
          children: (
            <>
              <HeldNotice hold={props.hold} />
              <Summary {...props} />
            </>
          ),
        },
        { id: 'records', title: 'People, vehicles and numbers named', children: <Mentions {...props} /> },
        { id: 'messages', title: 'Questions and answers', children: <Messages {...props} /> },
        {
          id: 'history',
          title: 'History',
          children: (
            <Timeline
              items={events.map((event) => ({
                label: event.words,
                when: <Instant at={event.at} />,
                byline: event.officerName ? `${event.officerName}, ${event.agencyName ?? ''}` : undefined,
              }))}
            />
          ),
        },
      ]}
      actions={<Actions {...props} />}
    />
  );
}

function Summary({ report, reporter, viewer }: ReportPageProps) {
  return (
    <>
      <SummaryList
        rows={[
          { key: 'What', value: report.description ?? 'You are not shown the words' },
          {
            key: 'Where',
            value: [report.placeWords, report.postcode].filter(Boolean).join(', ') || 'No words given',
          },
          {
            key: 'Photos',
            value: (
              <a class="govuk-link" href={`/reports/${report.id}/photos`}>
                Photos sent with it
              </a>
            ),
          },
          report.issueType === flyTipIssue &&
            mayWork(viewer, report) && {
              key: 'National return',
              value: (
                <a class="govuk-link" href={`/reports/${report.id}/fly-tip`}>
                  Land, waste, size and what was done
                </a>
              ),
            },
          { key: 'Land', value: words(landOwnerWords, report.landOwner) },
          { key: 'Came by', value: words(channelWords, report.channel) },
          {
            key: 'Reported by',
            value: report.isAnonymous
              ? 'Somebody who did not give a name'
              : words(reporterTypeWords, report.reporterType),
          },
          reporter && {
            key: 'Contact',
            value:
              [reporter.name, reporter.phone, reporter.email, reporter.address].filter(Boolean).join(', ') ||
              'None left',
          },
          report.outcome !== null && {
            key: 'Outcome',
            value: `${words(outcomeWords, report.outcome)}. ${report.outcomeWords ?? ''}`,
          },
        ]}
      />
      <PlaceMap
        lon={report.lon}
        lat={report.lat}
        label={[report.placeWords, report.postcode].filter(Boolean).join(', ') || 'Place given on the map'}
      />
      <Details summary={`Why it is with ${report.serviceName}`}>
        <p class="govuk-body">{report.routeWhy.words}</p>
        <p class="govuk-body">
          {report.routeWhy.considered === 1
            ? '1 rule was considered.'
            : `${report.routeWhy.considered} rules were considered.`}
        </p>
      </Details>
    </>
  );
}

function Messages({ report, messages, viewer, csrf, ...state }: ReportPageProps) {
  return (
    <>
      {messages.length === 0 && (
        <p class="govuk-body">
          No questions have been asked. The reporter can answer with the reference and the words they were
          given, even without a name.
        </p>
      )}
      {messages.map((m) => (
        <div class="govuk-inset-text">
          <strong>{m.fromReporter ? 'The reporter' : (m.officerName ?? 'An officer')}</strong>,{' '}
          <Instant at={m.sentAt} />
          <br />
          {m.body}
        </div>
      ))}
      {mayWork(viewer, report) && (
        <Form action={`/reports/${report.id}/questions`} csrfToken={csrf}>
          <Textarea
            {...asked(stateOf(state, 'questions'), 'body')}
            label="Ask the reporter a question"
            rows={3}
            hint="They read this when they come back to their report."
          />
          <Button classes="govuk-button--secondary">Send question</Button>
        </Form>
      )}
    </>
  );
}

function Actions(props: ReportPageProps) {
  const { report, viewer } = props;
  if (!mayWork(viewer, report))
    return <p class="govuk-body">This report is with {report.serviceName}. They decide what is done.</p>;
  const lines = actionsFrom(report.status, viewer.roles);
  const mayFine = viewer.side === 'OPS';
  return (
    <>
      {hasRole(viewer, ...screeners) && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/screen?visit=${report.reference}`}>
            Screen before a visit
          </a>
        </p>
      )}
      {mayFine && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/penalties/new?reportId=${report.id}`}>
            Write a penalty notice
          </a>
        </p>
      )}
      {mayOpenVehicle(viewer, report) && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/abandoned-vehicles/new?reportId=${report.id}`}>
            Open a file on the vehicle
          </a>
        </p>
      )}
      <BegunFrom viewer={viewer} kind="report" id={report.id} />
      {lines.map((line) => (
        <Step line={line} {...props} />
      ))}
      {mayUse(viewer, rerouteReports) && mayReadWords(viewer) && <PassOnForm {...props} />}
      {(report.status === 'new' || report.status === 'in-progress') && (
        <Details summary="Send to another service">
          <RerouteForm {...props} problems={[]} typed={{}} />
        </Details>
      )}
    </>
  );
}

/** The button or form of one line of the table. */
function Step({ line, ...props }: ReportPageProps & { line: Transition }) {
  const { report, csrf } = props;
  const version = <VersionField version={report.version} />;
  switch (line.action) {
    case 'close':
      return (
        <Details summary={line.button}>
          <CloseForm {...props} problems={[]} typed={{}} />
        </Details>
      );
    case 'mark-duplicate':
      return (
        <Details summary={line.button} open={isAgain(props, 'duplicate')}>
          <Form action={`/reports/${report.id}/duplicate`} csrfToken={csrf}>
            {version}
            <Input
              {...asked(stateOf(props, 'duplicate'), 'reference')}
              label="Reference of the earlier report"
              classes="govuk-input--width-10"
            />
            <Button classes="govuk-button--secondary">{line.button}</Button>
          </Form>
        </Details>
      );
    case 'escalate':
      return (
        <p class="govuk-body">
          <a class="govuk-link" href={`/reports/${report.id}/escalate`}>
            {line.button}
          </a>
        </p>
      );
    case 'start':
    case 'reopen':
      return (
        <Form action={`/reports/${report.id}/${line.action}`} csrfToken={csrf}>
          {version}
          <Button>{line.button}</Button>
        </Form>
      );
  }
}
