import * as ui from '../index.ts';
import { ExampleTable } from './product.tsx';

const frame = {
  agencyName: 'Sampleshire Council',
  side: { name: 'Open side', bandClass: 'bw-band--open' },
  person: { name: 'Ada Example', href: '#', signOutAction: '#' },
  csrfToken: 'example',
  search: { action: '#' },
  inbox: { href: '#', count: 2 },
  navigation: [
    { href: '#', text: 'Home' },
    { href: '#', text: 'Visits', active: true, count: 3 },
    { href: '#', text: 'Places' },
    { href: '#', text: 'Figures' },
  ],
  marking: 'Example marking – not for publication',
  footer: {
    links: [
      { href: '#', children: 'Accessibility' },
      { href: '#', children: 'Privacy' },
    ],
  },
} satisfies Partial<ui.LayoutProps>;

const sections: readonly ui.RecordSection[] = [
  {
    id: 'summary',
    title: 'Summary',
    children: (
      <ui.SummaryList
        rows={[
          { key: 'Asked for by', value: 'Bo Sample' },
          { key: 'Why', value: 'The gate has been found open on three mornings.' },
        ]}
      />
    ),
  },
  {
    id: 'timeline',
    title: 'Timeline',
    children: (
      <ui.Timeline
        headingLevel={3}
        items={[
          {
            label: 'Visit made',
            byline: 'Ada Example',
            when: <ui.Instant at="2027-03-03T10:20:00Z" />,
            children: 'No one there.',
          },
          {
            label: 'Asked for',
            when: <ui.Instant at="2027-03-01T09:00:00Z" />,
            children: 'Came by the form.',
          },
        ]}
      />
    ),
  },
  { id: 'others', title: 'Other visits', children: <ExampleTable /> },
];

/** A record as it is read, closed side. */
export function ExampleRecordPage({ cspNonce }: { readonly cspNonce?: string | undefined }) {
  return (
    <ui.Layout
      {...frame}
      side={{ name: 'Closed side', bandClass: 'bw-band--closed' }}
      title="The Old Mill"
      cspNonce={cspNonce}
      flash={{ title: 'Saved', children: 'The visit is saved.' }}
      beforeContent={<ui.Breadcrumbs items={[{ href: '#', children: 'Visits' }, { children: 'V-103' }]} />}
    >
      <ui.RecordPage
        kind="Visit V-103"
        name="The Old Mill"
        facts={[
          { label: 'State', value: <ui.Tag classes="govuk-tag--blue">To be made</ui.Tag> },
          { label: 'Due', value: <ui.Day day="2027-03-19" /> },
          { label: 'Held by', value: 'North team' },
        ]}
        safety={{ instructions: ['Do not go alone.', 'Telephone first: there is a dog.'] }}
        sections={sections}
        actions={
          <ui.Form action="#" csrfToken="example">
            <ui.Button>Record the visit</ui.Button>
            <ui.Button classes="govuk-button--secondary">Pass to another team</ui.Button>
          </ui.Form>
        }
        aside={[
          {
            id: 'deadlines',
            title: 'Deadlines',
            children: (
              <p class="govuk-body">
                <ui.Deadline due="2027-03-02" today="2027-03-04" />
              </p>
            ),
          },
          { id: 'people', title: 'People', children: <p class="govuk-body">Bo Sample, owner</p> },
        ]}
      />
    </ui.Layout>
  );
}

/** A queue with one chosen. */
export function ExampleQueuePage({
  cspNonce,
  chosen = true,
}: {
  cspNonce?: string | undefined;
  chosen?: boolean;
}) {
  return (
    <ui.Layout {...frame} wide title="Visits" cspNonce={cspNonce}>
      <ui.QueuePage
        title="Visits to route"
        listHref="#"
        items={[
          { href: '#1', title: '4 Example Street', facts: ['V-101', 'came this morning'], current: chosen },
          { href: '#2', title: 'Unit 9, Sample Park', facts: ['V-102', '2 days'], tag: <ui.Tag>New</ui.Tag> },
        ]}
        empty={<ui.EmptyState title="Nothing to route" />}
        paging={{ showing: '2 to route' }}
        detail={
          chosen ? (
            <>
              <h2 class="govuk-heading-m">4 Example Street</h2>
              <ui.SummaryList rows={[{ key: 'Why', value: 'Noise at night' }]} />
              <ui.Button>Send to North team</ui.Button>
            </>
          ) : undefined
        }
      />
    </ui.Layout>
  );
}

/** A question put to the public, answered wrongly. */
export function ExamplePublicPage({ cspNonce }: { readonly cspNonce?: string | undefined }) {
  return (
    <ui.PublicLayout
      serviceName="Report a problem"
      agencyName="Sampleshire Council"
      title="Where is it?"
      cspNonce={cspNonce}
      beforeContent={<ui.BackLink href="#" />}
      errors={[{ children: 'Enter where it is', href: '#where' }]}
    >
      <ui.Form action="#" csrfToken="example">
        <ui.Input
          name="where"
          label={{ children: 'Where is it?', classes: 'govuk-label--l', isPageHeading: true }}
          hint="An address, or words that would find it"
          errorMessage="Enter where it is"
        />
        <ui.Button>Continue</ui.Button>
      </ui.Form>
    </ui.PublicLayout>
  );
}
