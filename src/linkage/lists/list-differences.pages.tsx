import { type Content, DataTable, Details } from '../../platform/ui/index.ts';
import type { LoadView } from './list.queries.ts';
import { shownRows } from './list.words.ts';
import type { LoadRow } from './list-load.store.ts';

const count = (n: number): string => n.toLocaleString('en-GB');

const differs = (row: LoadRow): Content =>
  Object.keys(row.becomes ?? {})
    .filter((column) => (row.was?.[column] ?? '') !== (row.becomes?.[column] ?? ''))
    .map((column, index) => (
      <>
        {index > 0 && <br />}
        {column}: <del>{row.was?.[column] || 'nothing'}</del> <ins>{row.becomes?.[column] || 'nothing'}</ins>
      </>
    ));

/** What a file changes on its list: rejected, changed, gone and new rows. */
export const Differences = ({ load, rejected, flawed, changed, gone, added }: LoadView) => (
  <>
    <ProblemTable
      caption="Rows that are rejected"
      rows={rejected}
      more={
        load.rowsRejected > 0 && load.isFileKept ? (
          <a class="govuk-link" href={`/lists/${load.listId}/loads/${load.id}/rejected.csv`} download>
            Download the rejected rows as CSV, with the reasons beside them
          </a>
        ) : null
      }
    />
    <ProblemTable
      caption="Rows that are loaded without a cell that cannot be read"
      rows={flawed}
      more={null}
    />
    <Shown caption="Changed rows" rows={changed} inAll={load.rowsChanged} cell={differs} />
    <Shown
      caption={load.loadedAt ? 'Rows that went' : 'Rows that would go'}
      rows={gone}
      inAll={load.rowsGone}
      cell={(row) =>
        Object.values(row.was ?? {})
          .filter(Boolean)
          .join(' · ')
      }
    />
    <Shown
      caption="New rows"
      rows={added}
      inAll={load.rowsNew}
      cell={(row) =>
        Object.values(row.becomes ?? {})
          .filter(Boolean)
          .join(' · ')
      }
    />
  </>
);

interface ShownProps {
  caption: string;
  rows: readonly LoadRow[];
  inAll: number;
  cell: (row: LoadRow) => Content;
}
const Shown = ({ caption, rows: some, inAll, cell }: ShownProps) =>
  some.length === 0 ? null : (
    <Details summary={`${caption}: ${count(inAll)}`} open={inAll <= 20}>
      <DataTable
        caption={caption}
        captionClasses="govuk-visually-hidden"
        rows={some}
        columns={[
          { heading: 'Name', cell: (row) => row.label },
          { heading: 'What the list says', cell },
        ]}
        empty={{ title: 'None' }}
        paging={inAll > some.length ? { showing: `The first ${shownRows}, of ${count(inAll)}.` } : undefined}
      />
    </Details>
  );

const ProblemTable = ({
  caption,
  rows: some,
  more,
}: {
  caption: string;
  rows: readonly LoadRow[];
  more: Content;
}) =>
  some.length === 0 ? null : (
    <>
      <DataTable
        caption={caption}
        rows={some.flatMap((row) => row.problems.map((flaw) => ({ row, flaw })))}
        columns={[
          { heading: 'Row', cell: ({ row }) => String(row.rowNumber) },
          { heading: 'Column', cell: ({ flaw }) => flaw.column || 'The row' },
          { heading: 'Value', cell: ({ flaw }) => flaw.value || 'Empty' },
          { heading: 'What is wrong', cell: ({ flaw }) => flaw.problem },
          { heading: 'What mends it', cell: ({ flaw }) => flaw.mend },
        ]}
        empty={{ title: 'None' }}
      />
      {more && <p class="govuk-body">{more}</p>}
    </>
  );
