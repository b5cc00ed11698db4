import { DataTable, Day } from '../platform/ui/index.ts';
import type { BoardTotals } from './board.routes.tsx';

const number = (value: number | null | undefined): string =>
  value === null || value === undefined ? 'Not measured' : value.toLocaleString('en-GB');

/** The districts' figures added up, and who returned theirs in time. */
export const BoardPage = ({ totals, mayOpenMeetings }: { totals: BoardTotals; mayOpenMeetings: boolean }) => (
  <>
    <h1 class="govuk-heading-l">Management Board: the districts together</h1>
    <p class="govuk-body">
      Figures that services returned to Joint Action Groups held after <Day day={totals.from} />, up to{' '}
      <Day day={totals.until} />. Each is counted from records; “not measured” means that no records are kept
      here for it.
    </p>
    <DataTable
      caption="Figures returned"
      rows={totals.measures}
      columns={[
        { heading: 'What', cell: (m) => m.name },
        { heading: 'Together', numeric: true, cell: (m) => <strong>{number(m.total)}</strong> },
        ...totals.districts.map((d) => ({
          heading: d.name.replace(' Joint Action Group', ''),
          numeric: true,
          cell: (m: BoardTotals['measures'][number]) => number(m.byArea[d.areaCode]),
        })),
        { heading: 'From outside', numeric: true, cell: (m) => m.outside.toLocaleString('en-GB') },
      ]}
      empty={{ title: 'No figures yet' }}
    />
    <DataTable
      caption="Returns received"
      rows={totals.districts}
      columns={[
        { heading: 'Group', cell: (d) => d.name },
        { heading: 'Asked for', numeric: true, cell: (d) => d.expected },
        { heading: 'Received', numeric: true, cell: (d) => d.received },
        { heading: 'In time', numeric: true, cell: (d) => d.inTime },
        ...(mayOpenMeetings
          ? [
              {
                heading: 'Meetings',
                // One element, because a phone lays out the parts of a cell side by side without wrapping.
                cell: (d: BoardTotals['districts'][number]) => (
                  <span>
                    {d.meetings.map((m, i) => (
                      <>
                        {i > 0 && ', '}
                        <a class="govuk-link" href={`/meetings/${m.id}`}>
                          <Day day={m.heldOn} />
                        </a>
                      </>
                    ))}
                  </span>
                ),
              },
            ]
          : []),
      ]}
      empty={{
        title: 'No meetings in this time',
        children: 'Joint Action Groups that were held would be listed here.',
      }}
    />
  </>
);
