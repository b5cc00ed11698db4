import { type Attributes, type Content, classNames, type Styled } from '../markup.ts';

/** One cell of a table. */
export interface TableCell extends Styled {
  readonly children?: Content;
  readonly format?: 'numeric' | undefined;
  readonly colspan?: number | undefined;
  readonly rowspan?: number | undefined;
}

/** Props of {@link Table}. */
export interface TableProps extends Styled {
  readonly caption?: Content;
  readonly captionClasses?: string | undefined;
  readonly head?: readonly TableCell[] | undefined;
  readonly rows: readonly (readonly TableCell[] | false | null | undefined)[];
  readonly firstCellIsHeader?: boolean | undefined;
}

function spans(cell: TableCell): Attributes {
  return { colspan: cell.colspan || undefined, rowspan: cell.rowspan || undefined, ...cell.attributes };
}

function Cell({ cell, isHeader }: { readonly cell: TableCell; readonly isHeader: boolean }) {
  if (isHeader) {
    return (
      <th scope="row" class={classNames('govuk-table__header', cell.classes)} {...spans(cell)}>
        {cell.children}
      </th>
    );
  }
  return (
    <td
      class={classNames(
        'govuk-table__cell',
        cell.format && `govuk-table__cell--${cell.format}`,
        cell.classes,
      )}
      {...spans(cell)}
    >
      {cell.children}
    </td>
  );
}

/** GOV.UK table. For lists of records use {@link DataTable}, which sorts, pages and exports. */
export function Table(props: TableProps) {
  return (
    <table class={classNames('govuk-table', props.classes)} {...props.attributes}>
      {props.caption && (
        <caption class={classNames('govuk-table__caption', props.captionClasses)}>{props.caption}</caption>
      )}
      {props.head && (
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            {props.head.map((cell) => (
              <th
                scope="col"
                class={classNames(
                  'govuk-table__header',
                  cell.format && `govuk-table__header--${cell.format}`,
                  cell.classes,
                )}
                {...spans(cell)}
              >
                {cell.children}
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody class="govuk-table__body">
        {props.rows.map(
          (row) =>
            row && (
              <tr class="govuk-table__row">
                {row.map((cell, index) => (
                  <Cell cell={cell} isHeader={index === 0 && Boolean(props.firstCellIsHeader)} />
                ))}
              </tr>
            ),
        )}
      </tbody>
    </table>
  );
}
