import { type Content, classNames } from '../markup.ts';
import { SortableHeading, type SortDirection } from '../moj/sortable-heading.tsx';
import { EmptyState, type EmptyStateProps } from './empty-state.tsx';
import { Paging, type PagingProps } from './paging.tsx';

/** A column: its words, and how it shows a row. */
export interface DataColumn<Row> {
  readonly heading: string;
  readonly cell: (row: Row) => Content;
  readonly numeric?: boolean | undefined;
  /** Name the server sorts by; left out, the column cannot be sorted. */
  readonly sortKey?: string | undefined;
}

/** How the list is sorted, and where a heading's link leads. */
export interface DataSort {
  readonly key?: string | undefined;
  readonly direction?: SortDirection | undefined;
  readonly href: (key: string, direction: SortDirection) => string;
}

/** Props of {@link DataTable}. */
export interface DataTableProps<Row> {
  readonly caption: string;
  /** `govuk-visually-hidden` where a heading just above says the same. */
  readonly captionClasses?: string | undefined;
  readonly columns: readonly DataColumn<Row>[];
  readonly rows: readonly Row[];
  readonly sort?: DataSort | undefined;
  readonly empty: EmptyStateProps;
  readonly paging?: PagingProps | undefined;
  /** As many as were asked for: where there are so many rows, the list says that it may not be whole. */
  readonly cappedAt?: number | undefined;
  /** The same rows, all of them, in the same order. */
  readonly exports?:
    | { readonly csvHref?: string | undefined; readonly xlsxHref?: string | undefined }
    | undefined;
  readonly filters?: Content;
  readonly rowClass?: ((row: Row) => string | undefined) | undefined;
}

function Heading<Row>({
  column,
  sort,
}: {
  readonly column: DataColumn<Row>;
  readonly sort?: DataSort | undefined;
}) {
  const { sortKey } = column;
  if (sort && sortKey) {
    return (
      <SortableHeading
        numeric={column.numeric}
        sorted={sort.key === sortKey ? (sort.direction ?? 'ascending') : undefined}
        href={(direction) => sort.href(sortKey, direction)}
      >
        {column.heading}
      </SortableHeading>
    );
  }
  return (
    <th
      scope="col"
      role="columnheader"
      class={classNames('govuk-table__header', column.numeric && 'govuk-table__header--numeric')}
    >
      {column.heading}
    </th>
  );
}

interface RowProps<Row> {
  readonly table: DataTableProps<Row>;
  readonly row: Row;
}

function BodyRow<Row>({ table, row }: RowProps<Row>) {
  return (
    <tr class={classNames('govuk-table__row', table.rowClass?.(row))} role="row">
      {table.columns.map((column, index) =>
        index === 0 ? (
          <th scope="row" role="rowheader" class="govuk-table__header">
            {column.cell(row)}
          </th>
        ) : (
          <td
            role="cell"
            class={classNames('govuk-table__cell', column.numeric && 'govuk-table__cell--numeric')}
            data-label={column.heading}
          >
            {column.cell(row)}
          </td>
        ),
      )}
    </tr>
  );
}

function Exports<Row>({ table }: { readonly table: DataTableProps<Row> }) {
  const { exports } = table;
  if (!exports || table.rows.length === 0) return null;
  const links = [
    { href: exports.csvHref, format: 'CSV' },
    // What a sheet holds; a longer list says so in its last row.
    { href: exports.xlsxHref, format: 'Excel (up to 1,048,575 rows)' },
  ].filter((link) => link.href);
  return (
    <p class="bw-exports">
      Download:
      {links.map((link) => (
        <>
          {' '}
          <a class="govuk-link govuk-link--no-visited-state" href={link.href ?? ''} download>
            {link.format}
            <span class="govuk-visually-hidden">: {table.caption}</span>
          </a>
        </>
      ))}
    </p>
  );
}

/**
 * A list of records. Roles are written out because on a phone each row is laid out as a card, and browsers drop a
 * table's meaning once its display is changed.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  return (
    <div class="bw-data">
      {props.filters}
      {props.rows.length === 0 ? (
        <EmptyState {...props.empty} />
      ) : (
        <table class="govuk-table bw-data__table" role="table">
          <caption
            class={classNames('govuk-table__caption', props.captionClasses ?? 'govuk-table__caption--m')}
          >
            {props.caption}
          </caption>
          <thead class="govuk-table__head" role="rowgroup">
            <tr class="govuk-table__row" role="row">
              {props.columns.map((column) => (
                <Heading column={column} sort={props.sort} />
              ))}
            </tr>
          </thead>
          <tbody class="govuk-table__body" role="rowgroup">
            {props.rows.map((row) => (
              <BodyRow table={props} row={row} />
            ))}
          </tbody>
        </table>
      )}
      {props.cappedAt !== undefined && props.rows.length >= props.cappedAt && (
        <p class="govuk-body">Only the first {props.cappedAt} are listed.</p>
      )}
      {props.paging && <Paging {...props.paging} />}
      <Exports table={props} />
    </div>
  );
}
