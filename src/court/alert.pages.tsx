import { traderTrades } from '../../reference/trader-scheme.ts';
import {
  asked,
  Button,
  Checkboxes,
  DataTable,
  Day,
  DayBoxes,
  Details,
  EmptyState,
  Form,
  type FormState,
  Input,
  problemOf,
  Select,
  SummaryList,
  Tag,
  Textarea,
  tickedIn,
  toChoose,
  VersionField,
} from '../platform/ui/index.ts';
import { type Alert, mostAlerts, type PublicAlert } from './alert.store.ts';
import { alertStatusWords, alertSteps, reachChannelWords } from './alert.words.ts';

/** Warnings as anybody reads them: on their own page, and above the list of checked traders. */
export const AlertList = ({ alerts, level = 2 }: { alerts: readonly PublicAlert[]; level?: 2 | 3 }) => {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <>
      {alerts.map((one) => (
        <section>
          <Heading class="govuk-heading-m">{one.title}</Heading>
          <p class="govuk-body">{one.words}</p>
          <p class="govuk-body">
            <strong>What you can do:</strong> {one.advice}
          </p>
          <p class="govuk-hint">
            {one.agencyName}, <Day day={one.publishedOn} />
          </p>
        </section>
      ))}
    </>
  );
};
export const AlertsPage = ({ alerts }: { alerts: readonly PublicAlert[] }) => (
  <>
    <h1 class="govuk-heading-l">Warnings to residents</h1>
    {alerts.length === 0 ? (
      <EmptyState title="There is no warning now">
        <p class="govuk-body">When trading standards or the police warn of something, it stands here.</p>
      </EmptyState>
    ) : (
      <AlertList alerts={alerts} />
    )}
    <p class="govuk-body">
      <a class="govuk-link" href="/checked-traders">
        Find a checked trader
      </a>
    </p>
  </>
);

/** Warnings in the making, those to be approved first. */
export const AlertDraftsPage = (
  props: FormState & { alerts: readonly Alert[]; mayDraft: boolean; csrf: string },
) => (
  <>
    <h1 class="govuk-heading-l">Warnings to residents</h1>
    <p class="govuk-body">
      Nobody outside reads a warning before a communications officer has approved it. A published one stands
      on{' '}
      <a class="govuk-link" href="/alerts">
        the public page
      </a>{' '}
      and, where it is about a trade, above the list of checked traders.
    </p>
    <DataTable
      caption="Warnings, those to be approved first"
      captionClasses="govuk-visually-hidden"
      rows={props.alerts}
      cappedAt={mostAlerts}
      columns={[
        {
          heading: 'Warning',
          cell: (one) => (
            <a class="govuk-link bw-reference" href={`/alert-drafts/${one.id}`}>
              {one.reference}
            </a>
          ),
        },
        { heading: 'Title', cell: ({ title }) => title },
        { heading: 'Now', cell: ({ status }) => <Tag>{alertStatusWords[status]}</Tag> },
        { heading: 'Until', cell: ({ endsOn }) => <Day day={endsOn} /> },
        { heading: 'Reached', cell: ({ reached }) => reached.toLocaleString('en-GB'), numeric: true },
      ]}
      empty={{
        title: 'There is no warning yet',
        children: props.mayDraft
          ? 'What came of a package or a prosecution can warn others: draft it here.'
          : 'Whoever brought a case or took a package on drafts one; it waits here to be approved.',
      }}
    />
    {props.mayDraft && (
      <Details summary="Draft a warning" open={props.problems.length > 0}>
        <Form action="/alert-drafts" csrfToken={props.csrf}>
          <Input
            {...asked(props, 'source')}
            label="Made from"
            hint="The reference of a prosecution of yours that has ended (PF-…), or of a package (PK-…). Whoever approves does not see it."
            classes="govuk-input--width-10"
          />
          <Input {...asked(props, 'title')} label="Title" />
          <Textarea
            {...asked(props, 'words')}
            label="What happens"
            hint="Nobody’s name, number or address"
            rows={4}
          />
          <Textarea {...asked(props, 'advice')} label="What people can do" rows={3} />
          <Checkboxes
            name="trades"
            fieldset={{
              legend: { children: 'Trades it is about (optional)', classes: 'govuk-fieldset__legend--s' },
            }}
            errorMessage={problemOf(props, 'trades')}
            classes="govuk-checkboxes--small"
            values={tickedIn(props, 'trades')}
            items={traderTrades.map(({ code, name }) => ({ value: code, children: name }))}
          />
          <DayBoxes {...props} name="endsOn" legend="Shown until" />
          <Button>Draft it</Button>
        </Form>
      </Details>
    )}
  </>
);

/** One warning: as it is read, its reach, and what can be done with it. */
export const AlertDraftPage = (props: FormState & { alert: Alert; mayApprove: boolean; csrf: string }) => {
  const { alert, mayApprove, csrf } = props;
  return (
    <>
      <span class="govuk-caption-l">Warning {alert.reference}</span>
      <h1 class="govuk-heading-l">{alert.title}</h1>
      <SummaryList
        rows={[
          { key: 'Now', value: <Tag>{alertStatusWords[alert.status]}</Tag> },
          { key: 'What happens', value: alert.words },
          { key: 'What people can do', value: alert.advice },
          { key: 'Shown until', value: <Day day={alert.endsOn} /> },
          { key: 'Drafted by', value: alert.madeByName },
          alert.approvedByName !== null && { key: 'Approved by', value: alert.approvedByName },
          {
            key: 'Reach',
            value: `${alert.reached.toLocaleString('en-GB')} reached; ${alert.opened.toLocaleString('en-GB')} of ${alert.sent.toLocaleString('en-GB')} opened${alert.sent > 0 ? ` (${((alert.opened / alert.sent) * 100).toFixed(1)}%)` : ''}`,
          },
        ]}
      />
      {mayApprove &&
        alertSteps
          .filter(({ from }) => (from as readonly string[]).includes(alert.status)) // the statuses of the table
          .map(({ action, button }) => (
            <Form action={`/alert-drafts/${alert.id}/steps/${action}`} csrfToken={csrf}>
              <VersionField version={alert.version} />
              <Button classes={action === 'publish' ? '' : 'govuk-button--secondary'}>{button}</Button>
            </Form>
          ))}
      {alert.status !== 'draft' && mayApprove && (
        <Form action={`/alert-drafts/${alert.id}/reach`} csrfToken={csrf}>
          <h2 class="govuk-heading-m">Write down how it went out</h2>
          <Select
            {...asked(props, 'channel')}
            label="How"
            items={toChoose(Object.entries(reachChannelWords).map(([value, text]) => ({ value, text })))}
          />
          <DayBoxes {...props} name="onDay" legend="Went out on" />
          <Input {...asked(props, 'sent')} label="Sent" classes="govuk-input--width-5" />
          <Input {...asked(props, 'opened')} label="Opened, of e-mails" classes="govuk-input--width-5" />
          <Input {...asked(props, 'reached')} label="People reached" classes="govuk-input--width-5" />
          <Button classes="govuk-button--secondary">Write it down</Button>
        </Form>
      )}
    </>
  );
};
