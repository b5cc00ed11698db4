import { type Content, classNames, hasContent } from '../markup.ts';
import { Paging, type PagingProps } from './paging.tsx';

/** One line of a queue. */
export interface QueueItem {
  readonly href: string;
  readonly title: Content;
  /** Short facts under the title. */
  readonly facts?: readonly Content[] | undefined;
  readonly tag?: Content;
  /** The one whose detail is shown. */
  readonly current?: boolean | undefined;
}

/** Props of {@link QueuePage}. */
export interface QueuePageProps {
  readonly title: string;
  readonly introduction?: Content;
  readonly filters?: Content;
  readonly items: readonly QueueItem[];
  /** Shown when there are none. */
  readonly empty: Content;
  readonly paging?: PagingProps | undefined;
  /** The chosen one. On a phone it takes the place of the list. */
  readonly detail?: Content;
  /** Where the list alone is, for the way back on a phone. Keep the reader's place in it. */
  readonly listHref: string;
}

function Line({ item }: { readonly item: QueueItem }) {
  return (
    <li class={classNames('bw-queue__item', item.current && 'bw-queue__item--current')}>
      <a
        class="govuk-link govuk-link--no-visited-state bw-queue__link"
        href={item.href}
        aria-current={item.current ? 'true' : undefined}
      >
        {item.title}
      </a>
      {item.tag}
      {item.facts && item.facts.length > 0 && (
        <ul class="bw-queue__facts">
          {item.facts.map((fact) => (
            <li>{fact}</li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** A queue beside the one being dealt with; on a phone, one and then the other. */
export function QueuePage(props: QueuePageProps) {
  const hasDetail = hasContent(props.detail);
  return (
    <>
      <h1 class="govuk-heading-l">{props.title}</h1>
      <div class={classNames('bw-queue', hasDetail && 'bw-queue--chosen')} data-module="bw-queue">
        <div class="bw-queue__list">
          {props.introduction}
          {props.filters}
          {props.items.length === 0 ? (
            props.empty
          ) : (
            <ol class="bw-queue__items">
              {props.items.map((item) => (
                <Line item={item} />
              ))}
            </ol>
          )}
          {props.paging && <Paging {...props.paging} />}
          <p class="bw-queue__keys">
            Keys: <kbd>j</kbd> next, <kbd>k</kbd> previous, <kbd>Enter</kbd> open.
          </p>
        </div>
        <div class="bw-queue__detail">
          {hasDetail ? (
            <>
              <a class="govuk-back-link bw-queue__back" href={props.listHref}>
                Back to {props.title.toLowerCase()}
              </a>
              {props.detail}
            </>
          ) : (
            props.items.length > 0 && <p class="govuk-hint">Choose one from the list to see it here.</p>
          )}
        </div>
      </div>
    </>
  );
}
