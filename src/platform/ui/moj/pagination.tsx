import { classNames, type Styled } from '../markup.ts';
import { Pagination, type PaginationItem, type PaginationLink } from '../navigation/pagination.tsx';

/** What the line under the page numbers says. */
export interface PaginationResults {
  readonly count?: number | undefined;
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  /** What is counted, in the plural. */
  readonly text?: string | undefined;
  readonly pages?: { readonly current: number; readonly count: number } | undefined;
}

/** Props of {@link MojPagination}. */
export interface MojPaginationProps extends Styled {
  readonly items?: readonly PaginationItem[] | undefined;
  readonly previous?: PaginationLink | undefined;
  readonly next?: PaginationLink | undefined;
  readonly landmarkLabel?: string | undefined;
  readonly results?: PaginationResults | undefined;
}

function resultsLine(results: PaginationResults, hasPages: boolean): string {
  const { count, from, to, pages, text = 'results' } = results;
  if (hasPages && pages) return `Page ${pages.current} of ${pages.count}`;
  if (hasPages && from && to) {
    return count ? `Showing ${from} to ${to} of ${count} total ${text}` : `Showing ${text} ${from} to ${to}`;
  }
  return count ? `${count} total ${text}` : '';
}

/** MOJ pagination: GOV.UK's with a line that says how many there are. */
export function MojPagination(props: MojPaginationProps) {
  const { items = [], results } = props;
  const line = results ? resultsLine(results, items.length > 0) : '';
  return (
    <div class="moj-pagination">
      {items.length > 1 && (
        <Pagination
          items={items}
          previous={props.previous}
          next={props.next}
          landmarkLabel={props.landmarkLabel}
          classes={classNames('moj-pagination__pagination', props.classes)}
          attributes={props.attributes}
        />
      )}
      {line && <p class="moj-pagination__results">{line}</p>}
    </div>
  );
}
