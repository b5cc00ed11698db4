import { DataTable, Day, InsetText, Tag } from '../platform/ui/index.ts';
import { benchmarkOf, followUpName, productName, testTypeName } from './inspection.words.ts';
import { InspectionNav } from './inspection-nav.pages.tsx';
import type { TableQuery } from './purchase.forms.ts';
import type { Purchase } from './purchase.store.ts';
import { type PurchaseStatus, purchaseStatusWords } from './purchase.transitions.ts';
import { TableFilter } from './purchase-table.pages.tsx';
import { shareWords, type TableRow, totalOf } from './purchase-table.ts';

const colours: Record<PurchaseStatus, string> = {
  planned: 'grey',
  settled: 'blue',
  'under-way': 'yellow',
  completed: 'green',
  cancelled: 'red',
};
export const PurchaseTag = ({ status }: { status: PurchaseStatus }) => (
  <Tag classes={`govuk-tag--${colours[status]}`}>{purchaseStatusWords[status]}</Tag>
);

/** Test-purchase operations that the agency leads or takes part in. */
export const PurchasesPage = ({
  purchases,
  nextHref,
}: {
  purchases: readonly Purchase[];
  nextHref: string | undefined;
}) => (
  <>
    <InspectionNav here="/test-purchases" />
    <h1 class="govuk-heading-l">Test purchases</h1>
    <p class="govuk-body">
      <a class="govuk-link" href="/test-purchases/new">
        Plan a test-purchase operation
      </a>
    </p>
    <DataTable
      caption="Test-purchase operations, the latest first"
      captionClasses="govuk-visually-hidden"
      rows={purchases}
      columns={[
        {
          heading: 'Operation',
          cell: (one) => (
            <a class="govuk-link" href={`/test-purchases/${one.id}`}>
              {one.name}
            </a>
          ),
        },
        { heading: 'Location', cell: ({ location }) => location },
        {
          heading: 'Test',
          cell: ({ testType, product }) => `${testTypeName(testType)}, ${productName(product)}`,
        },
        { heading: 'Led by', cell: ({ agencyName }) => agencyName },
        { heading: 'Day', cell: ({ onDay }) => <Day day={onDay} /> },
        { heading: 'Status', cell: ({ status }) => <PurchaseTag status={status} /> },
      ]}
      empty={{
        title: 'No test purchases yet',
        children: 'Operations that your agency leads or takes part in would be listed here.',
        action: { href: '/test-purchases/new', children: 'Plan a test-purchase operation' },
      }}
      paging={{ nextHref }}
    />
  </>
);

/** What followed of an operation, counted. */
export const outcomeWords = (row: Pick<TableRow, 'followUps'>): string =>
  Object.entries(row.followUps)
    .map(([kind, count]) => `${followUpName(kind)}: ${count}`)
    .join('; ') || '–';

interface TableProps {
  rows: readonly TableRow[];
  query: TableQuery;
  districts: readonly { code: string; name: string }[];
  csvHref: string;
  /** Whether the viewer reads the other lists of the module. */
  isInspector: boolean;
}
const Benchmarks = ({ rows }: Pick<TableProps, 'rows'>) => (
  <>
    {[...new Set(rows.map(({ product }) => product))].flatMap((product) => {
      const row = benchmarkOf(product);
      return row ? (
        <p class="govuk-body-s">
          For comparison, {productName(product).toLowerCase()} elsewhere in {row.period}: {row.failPercent}%
          failed. {row.words}. Source: {row.source}.
        </p>
      ) : (
        []
      );
    })}
  </>
);
/** Test purchases by date, location and operation, with what they come to. */
export const PurchaseTablePage = (props: TableProps) => {
  const { rows, csvHref, isInspector } = props;
  const total = totalOf(rows);
  const untested = rows.length - total.operations;
  return (
    <>
      {isInspector && <InspectionNav here="/test-purchases/table" />}
      <h1 class="govuk-heading-l">Table of test purchases</h1>
      <DataTable
        caption={`${total.operations} ${total.operations === 1 ? 'operation' : 'operations'}${untested > 0 ? `, and ${untested} that visited nothing` : ''}`}
        filters={<TableFilter query={props.query} districts={props.districts} />}
        rows={rows}
        columns={[
          { heading: 'Date', cell: ({ onDay }) => <Day day={onDay} /> },
          { heading: 'Location', cell: ({ location }) => location },
          {
            heading: 'Operation',
            cell: (row) => (
              <a class="govuk-link" href={`/test-purchases/${row.id}`}>
                {row.name}
                <span class="govuk-visually-hidden">, {row.reference}</span>
              </a>
            ),
          },
          { heading: 'Test', cell: ({ testType }) => testTypeName(testType) },
          { heading: 'Visited', cell: ({ visited }) => String(visited), numeric: true },
          { heading: 'Passed', cell: ({ passed }) => String(passed), numeric: true },
          { heading: 'Failed', cell: ({ failed }) => String(failed), numeric: true },
          { heading: 'What followed', cell: outcomeWords },
        ]}
        empty={{
          title: 'No test purchases here',
          children: 'Operations whose day has come would be counted here.',
        }}
        exports={{ csvHref }}
      />
      {rows.length > 0 && (
        <InsetText>
          Together: {total.visited} visited, {total.passed} passed, {total.failed} failed. {shareWords(total)}{' '}
          failed.
        </InsetText>
      )}
      <Benchmarks rows={rows} />
    </>
  );
};
