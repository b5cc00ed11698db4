import {
  type Content,
  DataTable,
  type DataTableProps,
  Deadline,
  Instant,
  Tag,
} from '../platform/ui/index.ts';
import type { Report } from './report.store.ts';
import { statusWords } from './report.words.ts';

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
  exports: NonNullable<DataTableProps<Report>['exports']>;
  sort: NonNullable<DataTableProps<Report>['sort']>;
  mayImport: boolean;
  today: string;
  filters: Content;
}

/** Reports, newest first. */
export const ReportsPage = ({ reports, nextHref, today, filters, ...props }: ReportsPageProps) => (
  <>
    <h1 class="govuk-heading-l">Reports</h1>
    <p class="govuk-body">
      <a class="govuk-link" href="/reports/take">
        Take a report
      </a>{' '}
      ·{' '}
      <a class="govuk-link" href="/reports/map">
        Reports on a map
      </a>{' '}
      ·{' '}
      <a class="govuk-link" href="/fly-tips">
        Fly-tipping return
      </a>
      {props.mayImport && (
        <>
          {' '}
          ·{' '}
          <a class="govuk-link" href="/imports">
            Lists of reports
          </a>
        </>
      )}
    </p>
    <DataTable
      caption={
        props.sort.key === 'received' && props.sort.direction === 'descending'
          ? 'Reports, newest first'
          : 'Reports'
      }
      captionClasses="govuk-visually-hidden"
      filters={filters}
      rows={reports}
      columns={[
        {
          heading: 'Report',
          sortKey: 'reference',
          cell: (r) => (
            <a class="govuk-link bw-reference" href={`/reports/${r.id}`}>
              {r.reference}
            </a>
          ),
        },
        { heading: 'About', cell: (r) => r.issueName },
        { heading: 'Where', cell: (r) => r.placeWords ?? r.postcode ?? r.wardCode ?? 'Not known' },
        { heading: 'Received', sortKey: 'received', cell: (r) => <Instant at={r.receivedAt} /> },
        { heading: 'With', cell: (r) => r.serviceName },
        {
          heading: 'Due',
          sortKey: 'due',
          cell: (r) => <Deadline due={r.targetOn} today={today} isDone={r.closedAt !== null} />,
        },
        { heading: 'Status', sortKey: 'status', cell: (r) => <StatusTag status={r.status} /> },
      ]}
      empty={{
        title: 'No reports here',
        children:
          'Reports that fit what you chose would be listed here. Choose less, or take a report for somebody.',
        action: { href: '/reports/take', children: 'Take a report' },
      }}
      paging={{ nextHref }}
      sort={props.sort}
      exports={props.exports}
    />
  </>
);
