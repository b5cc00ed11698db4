import { type Content, classNames } from '../markup.ts';

/** Which way a column runs. */
export type SortDirection = 'ascending' | 'descending';

/** Props of {@link SortableHeading}. */
export interface SortableHeadingProps {
  readonly children: Content;
  /** How the column is sorted now, when it is. */
  readonly sorted?: SortDirection | undefined;
  /** Where the link goes, given the direction it would sort by. */
  readonly href: (direction: SortDirection) => string;
  readonly numeric?: boolean | undefined;
}

/**
 * Heading of a column that the server sorts: MOJ's sortable table with links in place of its script's buttons, so
 * that the order holds over every page of a long list and survives in the address.
 */
export function SortableHeading({ children, sorted, href, numeric }: SortableHeadingProps) {
  const next = sorted === 'ascending' ? 'descending' : 'ascending';
  return (
    <th
      scope="col"
      role="columnheader"
      class={classNames('govuk-table__header', numeric && 'govuk-table__header--numeric')}
      aria-sort={sorted ?? 'none'}
    >
      <a class="govuk-link govuk-link--no-visited-state bw-sort" href={href(next)}>
        {children}
        <span class="bw-sort__arrow" aria-hidden="true">
          {sorted === 'ascending' ? '▲' : sorted === 'descending' ? '▼' : '↕'}
        </span>
      </a>
    </th>
  );
}
