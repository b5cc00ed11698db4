import type { Report } from '../intake/index.ts';
import type { OfficerViewer } from '../platform/access/viewer.ts';
import { DataTable, Deadline, EmptyState } from '../platform/ui/index.ts';

interface Props {
  viewer: OfficerViewer;
  reports: readonly Report[];
  openCount: number;
  today: string;
}

/** What needs this person today, each line one press from its next step. */
export const HomePage = ({ viewer, reports, openCount, today }: Props) => (
  <>
    <h1 class="govuk-heading-l">What needs you, {viewer.name.split(' ')[0]}</h1>
    {openCount === 0 ? (
      <EmptyState title="Nothing is waiting for your service">
        New reports for your service will be listed here.
      </EmptyState>
    ) : (
      <DataTable
        caption={`Reports with your service: ${openCount >= 1000 ? '1,000 or more' : openCount}`}
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
          { heading: 'Where', cell: (r) => r.placeWords ?? r.postcode ?? '' },
          { heading: 'Due', cell: (r) => <Deadline due={r.targetOn} today={today} /> },
        ]}
        empty={{ title: 'Nothing is waiting' }}
        paging={{ nextHref: '/reports?mine=yes&status=open' }}
      />
    )}
  </>
);
