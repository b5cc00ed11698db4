import * as ui from '../index.ts';
import type { Example } from './example.ts';

interface Visit {
  readonly reference: string;
  readonly place: string;
  readonly due: string;
  readonly cost: number;
}

const visits: readonly Visit[] = [
  { reference: 'V-101', place: '4 Example Street', due: '2027-03-02', cost: 7000 },
  { reference: 'V-102', place: 'Unit 9, Sample Park', due: '2027-03-05', cost: 12_550 },
  { reference: 'V-103', place: 'The Old Mill', due: '2027-03-19', cost: 0 },
];
const months = ['Sep', 'Oct', 'Nov', 'Dec', 'Jan', 'Feb'];

/** A table of records as pages use it. */
export function ExampleTable({ rows = visits }: { readonly rows?: readonly Visit[] }) {
  return (
    <ui.DataTable
      caption="Visits due"
      columns={[
        {
          heading: 'Reference',
          sortKey: 'reference',
          cell: (row) => (
            <a class="govuk-link" href={`#${row.reference}`}>
              {row.reference}
            </a>
          ),
        },
        { heading: 'Place', cell: (row) => row.place },
        { heading: 'Due', sortKey: 'due', cell: (row) => <ui.Deadline due={row.due} today="2027-03-04" /> },
        { heading: 'Cost', numeric: true, sortKey: 'cost', cell: (row) => <ui.Money pence={row.cost} /> },
      ]}
      rows={rows}
      sort={{ key: 'due', direction: 'ascending', href: (key, direction) => `#${key}-${direction}` }}
      empty={{
        title: 'No visits are due',
        children: 'Visits appear here when someone asks for one.',
        action: { href: '#', children: 'Ask for a visit' },
      }}
      paging={{ showing: 'First 3 of 41', nextHref: '#next', label: 'Pages of visits' }}
      exports={{ csvHref: '#csv', xlsxHref: '#xlsx' }}
    />
  );
}

/** Components of the product's own. */
export const productExamples: readonly Example[] = [
  { name: 'DataTable', shown: <ExampleTable /> },
  {
    name: 'EmptyState',
    shown: (
      <ui.EmptyState title="No visits are due" action={{ href: '#', children: 'Ask for a visit' }}>
        Visits appear here when someone asks for one.
      </ui.EmptyState>
    ),
  },
  {
    name: 'Bars',
    shown: (
      <ui.Bars
        id="bars"
        caption="Visits by team, January to March 2027"
        labelHeading="Team"
        valueHeading="This year"
        points={[
          { label: 'North', value: 132, href: '#north' },
          { label: 'South and islands', value: 87 },
          { label: 'East', value: 0 },
        ]}
        comparison={{ heading: 'Last year', values: [120, 101, undefined] }}
      >
        The north made most visits, and more than last year.
      </ui.Bars>
    ),
  },
  {
    name: 'Trend',
    shown: (
      <ui.Trend
        id="trend"
        caption="Visits a month, September 2026 to February 2027"
        labelHeading="Month"
        valueHeading="This year"
        points={[31, 44, 39, 22, 47, 52].map((value, index) => ({ label: months[index] ?? '', value }))}
        comparison={{ heading: 'Target', values: [40, 40, 40, 40, 40, 40] }}
      />
    ),
  },
  {
    name: 'CheckAnswers',
    shown: (
      <ui.CheckAnswers
        sections={[
          {
            title: 'About the place',
            answers: [
              { question: 'Address', answer: '4 Example Street', changeHref: '#' },
              { question: 'Name of the owner', answer: '', changeHref: '#' },
            ],
          },
        ]}
      />
    ),
  },
  {
    name: 'Money, Day, Instant, Deadline',
    shown: (
      <p class="govuk-body">
        <ui.Money pence={123_450} />, <ui.Day day="2027-03-04" weekday />,{' '}
        <ui.Instant at="2027-03-04T15:05:00Z" />, <ui.Deadline due="2027-03-07" today="2027-03-04" />,{' '}
        <ui.Deadline due="2027-03-02" today="2027-03-04" />
      </p>
    ),
  },
];
