import { type Attributes, type Content, classNames, type Styled } from '../markup.ts';

/** A numbered page, or a gap between numbers. */
export interface PaginationItem {
  readonly number?: number | string | undefined;
  readonly href?: string | undefined;
  readonly current?: boolean | undefined;
  readonly ellipsis?: boolean | undefined;
  readonly visuallyHiddenText?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

/** The link to the page before or after. */
export interface PaginationLink {
  readonly href: string;
  readonly children?: Content;
  /** Title of the page it leads to; shown where there are no numbers. */
  readonly labelText?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

/** Props of {@link Pagination}. */
export interface PaginationProps extends Styled {
  readonly items?: readonly (PaginationItem | null | undefined)[] | undefined;
  readonly previous?: PaginationLink | undefined;
  readonly next?: PaginationLink | undefined;
  readonly landmarkLabel?: string | undefined;
}

const arrows = {
  prev: 'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  next: 'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
} as const;

function Arrow({ to }: { readonly to: 'prev' | 'next' }) {
  return (
    <svg
      class={`govuk-pagination__icon govuk-pagination__icon--${to}`}
      xmlns="http://www.w3.org/2000/svg"
      height="13"
      width="15"
      aria-hidden="true"
      focusable="false"
      viewBox="0 0 15 13"
    >
      <path d={arrows[to]} />
    </svg>
  );
}

interface StepProps {
  readonly link: PaginationLink;
  readonly to: 'prev' | 'next';
  /** True where the steps stand one above the other, without numbers between them. */
  readonly isBlock: boolean;
}

function Step({ link, to, isBlock }: StepProps) {
  const words = link.children || [
    to === 'prev' ? 'Previous' : 'Next',
    <span class="govuk-visually-hidden"> page</span>,
  ];
  return (
    <div class={`govuk-pagination__${to}`}>
      <a class="govuk-link govuk-pagination__link" href={link.href} rel={to} {...link.attributes}>
        {(isBlock || to === 'prev') && <Arrow to={to} />}
        <span
          class={classNames(
            'govuk-pagination__link-title',
            isBlock && !link.labelText && 'govuk-pagination__link-title--decorated',
          )}
        >
          {words}
        </span>
        {link.labelText && isBlock && (
          <>
            {' '}
            <span class="govuk-visually-hidden">:</span>{' '}
            <span class="govuk-pagination__link-label">{link.labelText}</span>
          </>
        )}
        {!isBlock && to === 'next' && <Arrow to={to} />}
      </a>
    </div>
  );
}

function Page({ item }: { readonly item: PaginationItem }) {
  return (
    <li
      class={classNames(
        'govuk-pagination__item',
        item.current && 'govuk-pagination__item--current',
        item.ellipsis && 'govuk-pagination__item--ellipsis',
      )}
    >
      {item.ellipsis ? (
        '⋯'
      ) : (
        <a
          class="govuk-link govuk-pagination__link"
          href={item.href ?? ''}
          aria-label={item.visuallyHiddenText ?? `Page ${item.number}`}
          aria-current={item.current ? 'page' : undefined}
          {...item.attributes}
        >
          {item.number}
        </a>
      )}
    </li>
  );
}

/** GOV.UK pagination. */
export function Pagination(props: PaginationProps) {
  const { items, previous, next } = props;
  const isBlock = !items && Boolean(next || previous);
  return (
    <nav
      class={classNames('govuk-pagination', isBlock && 'govuk-pagination--block', props.classes)}
      aria-label={props.landmarkLabel || 'Pagination'}
      {...props.attributes}
    >
      {previous?.href && <Step link={previous} to="prev" isBlock={isBlock} />}
      {items && (
        <ul class="govuk-pagination__list">
          {items.map((item) => item && Object.keys(item).length > 0 && <Page item={item} />)}
        </ul>
      )}
      {next?.href && <Step link={next} to="next" isBlock={isBlock} />}
    </nav>
  );
}
