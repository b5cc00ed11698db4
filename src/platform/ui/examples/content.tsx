import * as ui from '../index.ts';
import type { Example } from './example.ts';

/** Components one reads. */
export const contentExamples: readonly Example[] = [
  {
    name: 'Accordion',
    shown: (
      <ui.Accordion
        id="example-accordion"
        headingLevel={3}
        items={[
          { heading: 'Who can see this', content: 'Everyone in the team.', summary: 'Access' },
          { heading: 'How long it is kept', content: <p class="govuk-body">Six years.</p>, expanded: true },
        ]}
      />
    ),
  },
  {
    name: 'Details',
    shown: <ui.Details summary="Why is this asked?">So that it goes to the right place.</ui.Details>,
  },
  {
    name: 'ErrorSummary',
    shown: <ui.ErrorSummary disableAutoFocus errorList={[{ children: 'Enter a name', href: '#wrong' }]} />,
  },
  { name: 'InsetText', shown: <ui.InsetText>It can take up to ten days.</ui.InsetText> },
  {
    name: 'NotificationBanner',
    shown: (
      <ui.NotificationBanner titleId="example-banner" titleHeadingLevel={3}>
        The service will be shut on Sunday from 6am to 8am.
      </ui.NotificationBanner>
    ),
  },
  {
    name: 'Panel',
    shown: (
      <ui.Panel title="Sent" headingLevel={3}>
        Your reference is <br />
        <strong>BW-4471-QX</strong>
      </ui.Panel>
    ),
  },
  {
    name: 'SummaryList',
    shown: (
      <ui.SummaryList
        card={{
          title: { children: 'Contact', headingLevel: 3 },
          actions: { items: [{ href: '#', children: 'Remove' }] },
        }}
        rows={[
          {
            key: 'Name',
            value: 'Ada Example',
            actions: { items: [{ href: '#', children: 'Change', visuallyHiddenText: 'name' }] },
          },
          { key: 'Since', value: <ui.Day day="2027-01-04" /> },
        ]}
      />
    ),
  },
  {
    name: 'Table',
    shown: (
      <ui.Table
        caption="Visits by month"
        captionClasses="govuk-table__caption--m"
        firstCellIsHeader
        head={[{ children: 'Month' }, { children: 'Visits', format: 'numeric' }]}
        rows={[
          [{ children: 'January' }, { children: 85, format: 'numeric' }],
          [{ children: 'February' }, { children: 75, format: 'numeric' }],
        ]}
      />
    ),
  },
  {
    name: 'Tabs',
    shown: (
      <ui.Tabs
        idPrefix="example-tab"
        items={[
          { label: 'Today', panel: 'Three things today.' },
          { label: 'This week', panel: 'Nine things this week.' },
        ]}
      />
    ),
  },
  {
    name: 'Tag and Badge',
    shown: (
      <p class="govuk-body">
        <ui.Tag>New</ui.Tag> <ui.Tag classes="govuk-tag--green">Done</ui.Tag>{' '}
        <ui.Tag classes="govuk-tag--red">Late</ui.Tag> <ui.Badge>Draft</ui.Badge>{' '}
        <ui.Badge classes="moj-badge--red">Urgent</ui.Badge>
      </p>
    ),
  },
  {
    name: 'TaskList',
    shown: (
      <ui.TaskList
        items={[
          { title: 'What happened', href: '#', status: { children: 'Completed' } },
          {
            title: 'Where it happened',
            href: '#',
            hint: 'A map, an address or words',
            status: { tag: { children: 'Incomplete', classes: 'govuk-tag--blue' } },
          },
          {
            title: 'Check and send',
            status: { children: 'Cannot start yet', classes: 'govuk-task-list__status--cannot-start-yet' },
          },
        ]}
      />
    ),
  },
  { name: 'WarningText', shown: <ui.WarningText>This cannot be undone once it is sent.</ui.WarningText> },
  {
    name: 'Alert',
    shown: (
      <>
        <ui.Alert title="For information">The list was made this morning.</ui.Alert>
        <ui.Alert variant="success" title="Saved" showTitleAsHeading headingTag="h3" dismissible>
          The change can be undone until tonight.
        </ui.Alert>
        <ui.Alert variant="warning" title="Not checked">
          Two addresses were not checked.
        </ui.Alert>
        <ui.Alert variant="error" title="Not sent">
          The letter was not sent.
        </ui.Alert>
      </>
    ),
  },
  { name: 'Banner', shown: <ui.Banner type="information">Figures to the end of last month.</ui.Banner> },
  {
    name: 'Timeline',
    shown: (
      <ui.Timeline
        headingLevel={3}
        items={[
          {
            label: 'Closed',
            byline: 'Ada Example',
            when: <ui.Instant at="2027-06-04T14:05:00Z" />,
            children: 'Nothing more to do.',
          },
          { label: 'Opened', when: <ui.Instant at="2027-01-04T09:00:00Z" />, children: 'Came by the form.' },
        ]}
      />
    ),
  },
];
