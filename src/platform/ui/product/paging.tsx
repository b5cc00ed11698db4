import type { Content } from '../markup.ts';
import { Pagination } from '../navigation/pagination.tsx';

/** Props of {@link Paging}. A list pages by cursor: there is a page before and after, but no page numbers. */
export interface PagingProps {
  readonly previousHref?: string | undefined;
  readonly nextHref?: string | undefined;
  /** For example "Newest 50, of 212". */
  readonly showing?: Content;
  readonly label?: string | undefined;
}

/** Previous and next, with a line that says what is shown. */
export function Paging({ previousHref, nextHref, showing, label }: PagingProps) {
  return (
    <div class="bw-paging">
      {showing && <p class="govuk-body-s bw-paging__showing">{showing}</p>}
      {(previousHref || nextHref) && (
        <Pagination
          landmarkLabel={label ?? 'Pages'}
          items={[]}
          previous={previousHref ? { href: previousHref } : undefined}
          next={nextHref ? { href: nextHref } : undefined}
        />
      )}
    </div>
  );
}
