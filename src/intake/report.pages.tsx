import type { OfficerViewer } from '../platform/access/viewer.ts';
import type { Content } from '../platform/ui/index.ts';
import {
  Button,
  DataTable,
  Deadline,
  Details,
  Form,
  Input,
  Instant,
  RecordPage,
  Select,
  SummaryList,
  Tag,
  Textarea,
  Timeline,
} from '../platform/ui/index.ts';
import { mayWork } from './report.policy.ts';
import type { Report, ReportEvent } from './report.store.ts';
import { actionsFrom } from './report.transitions.ts';
import {
  channelWords,
  landOwnerWords,
  outcomes,
  outcomeWords,
  reporterTypeWords,
  statusWords,
} from './report.words.ts';

const words = (table: Record<string, string>, key: string | null): string =>
  key === null ? 'Not said' : (table[key] ?? key);

const statusColour = {
  new: 'blue',
  'in-progress': 'yellow',
  closed: 'green',
  duplicate: 'grey',
  escalated: 'purple',
} as const;

/** A report's status in a word and a colour. */
export const StatusTag = ({ status }: { status: Report['status'] }) => (
  <Tag classes={`govuk-tag--${statusColour[status]}`}>{statusWords[status]}</Tag>
);

export interface ReportsPageProps {
  reports: readonly Report[];
  nextHref: string | undefined;
  exportHref: string;
  today: string;
  filters: Content;
}

/** Reports, newest first. */
export const ReportsPage = ({ reports, nextHref, exportHref, today, filters }: ReportsPageProps) => (
  <>
    <h1 class="govuk-heading-l">Reports</h1>
    <p class="govuk-body"><a class="govuk-link" href="/reports/take">Take a report</a> · <a class="govuk-link" href="/reports/map">Reports on a map</a></p>
    <DataTable
      caption="Reports, newest first"
      captionClasses="govuk-visually-hidden"
      filters={filters}
      rows={reports}
      columns={[
        {
          heading: 'Report',
          cell: (r) => (
            <a class="govuk-link" href={`/reports/${r.id}`}>
              {r.reference}
            </a>
          ),
        },
        { heading: 'About', cell: (r) => r.issueName },
        { heading: 'Where', cell: (r) => r.placeWords ?? r.postcode ?? r.wardCode ?? 'Not known' },
        { heading: 'Received', cell: (r) => <Instant at={r.receivedAt} /> },
        { heading: 'With', cell: (r) => r.serviceName },
        {
          heading: 'Due',
          cell: (r) => <Deadline due={r.targetOn} today={today} isDone={r.closedAt !== null} />,
        },
        { heading: 'Status', cell: (r) => <StatusTag status={r.status} /> },
      ]}
      empty={{
        title: 'No reports here',
        children:
          'Reports that fit what you chose would be listed here. Choose less, or take a report for somebody.',
        action: { href: '/reports/take', children: 'Take a report' },
      }}
      paging={{ nextHref }}
      exports={{ csvHref: exportHref }}
    />
  </>
);

export interface ReporterView {
  name: string | null;
  phone: string | null;
  email: string | null;
  address: string | null;
}

export interface ReportPageProps {
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
        { id: 'summary', title: 'What was reported', children: <Summary {...props} /> },
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

function Summary({ report, reporter }: ReportPageProps) {
  return (
    <>
      <SummaryList
        rows={[
          { key: 'What', value: report.description ?? 'You are not shown the words' },
          { key: 'Where', value: [report.placeWords, report.postcode].filter(Boolean).join(', ') || 'No words given' },
          { key: 'Photos', value: <a class="govuk-link" href={`/reports/${report.id}/photos`}>Photos sent with it</a> },
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

const Mentions = ({ mentions }: ReportPageProps) =>
  mentions.length === 0 ? (
    <p class="govuk-body">
      Nothing is named in this report that could be matched. You can add a person, firm, vehicle or number
      from its page.
    </p>
  ) : (
    <ul class="govuk-list govuk-list--bullet">
      {mentions.map((m) => (
        <li>
          <a class="govuk-link" href={`/records/${m.id}`}>
            {m.label}
          </a>{' '}
          ({m.kind}){m.others > 0 && `: also in ${m.others} other ${m.others === 1 ? 'record' : 'records'}`}
        </li>
      ))}
    </ul>
  );

function Messages({ report, messages, viewer, csrf }: ReportPageProps) {
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
            name="body"
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
  const { report, viewer, csrf } = props;
  if (!mayWork(viewer, report))
    return <p class="govuk-body">This report is with {report.serviceName}. They decide what is done.</p>;
  const lines = actionsFrom(report.status, viewer.roles);
  const version = <input type="hidden" name="version" value={report.version} />;
  return (
    <>
      {lines.map((line) => {
        switch (line.action) {
          case 'close':
            return (
              <Details summary={line.button}>
                <CloseForm {...props} problems={[]} typed={{}} />
              </Details>
            );
          case 'mark-duplicate':
            return (
              <Details summary={line.button}>
                <Form action={`/reports/${report.id}/duplicate`} csrfToken={csrf}>
                  {version}
                  <Input
                    name="reference"
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
      })}
      {(report.status === 'new' || report.status === 'in-progress') && (
        <Details summary="Send to another service">
          <RerouteForm {...props} problems={[]} typed={{}} />
        </Details>
      )}
    </>
  );
}

interface FormState {
  problems: readonly { field: string; words: string }[];
  typed: Record<string, unknown>;
}
const problemOf = (state: FormState, field: string): string | undefined =>
  state.problems.find((p) => p.field === field)?.words;
const typedIn = (state: FormState, field: string): string =>
  typeof state.typed[field] === 'string' ? (state.typed[field] as string) : '';

type CloseProps = Pick<ReportPageProps, 'report' | 'csrf'> & FormState;
export const CloseForm = (props: CloseProps) => (
  <Form action={`/reports/${props.report.id}/close`} csrfToken={props.csrf}>
    <input type="hidden" name="version" value={props.report.version} />
    <Select
      name="outcome"
      label="How did it end?"
      errorMessage={problemOf(props, 'outcome')}
      value={typedIn(props, 'outcome')}
      items={[
        { value: '', text: 'Choose' },
        ...outcomes.map((code) => ({ value: code, text: outcomeWords[code] })),
      ]}
    />
    <Textarea
      name="outcomeWords"
      label="What was done"
      hint="The reporter reads this."
      rows={3}
      value={typedIn(props, 'outcomeWords')}
      errorMessage={problemOf(props, 'outcomeWords')}
    />
    <Button>Close report</Button>
  </Form>
);

type RerouteProps = Pick<ReportPageProps, 'report' | 'csrf' | 'services'> & FormState;
export const RerouteForm = (props: RerouteProps) => (
  <Form action={`/reports/${props.report.id}/reroute`} csrfToken={props.csrf}>
    <input type="hidden" name="version" value={props.report.version} />
    <Select
      name="serviceId"
      label="Service"
      errorMessage={problemOf(props, 'serviceId')}
      value={typedIn(props, 'serviceId')}
      items={[
        { value: '', text: 'Choose' },
        ...props.services.map((s) => ({ value: s.id, text: `${s.agencyName}: ${s.name}` })),
      ]}
    />
    <Input
      name="reason"
      label="Why"
      value={typedIn(props, 'reason')}
      errorMessage={problemOf(props, 'reason')}
    />
    <Button classes="govuk-button--secondary">Send on</Button>
  </Form>
);
