import { type Attributes, type Content, classNames, type Styled } from '../markup.ts';

/** One step. Without an address it is the page itself. */
export interface BreadcrumbItem {
  readonly children: Content;
  readonly href?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

/** Props of {@link Breadcrumbs}. */
export interface BreadcrumbsProps extends Styled {
  readonly items: readonly BreadcrumbItem[];
  readonly collapseOnMobile?: boolean | undefined;
  readonly labelText?: string | undefined;
}

/** GOV.UK breadcrumbs. */
export function Breadcrumbs({ items, collapseOnMobile, labelText, classes, attributes }: BreadcrumbsProps) {
  return (
    <nav
      class={classNames(
        'govuk-breadcrumbs',
        classes,
        collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile',
      )}
      {...attributes}
      aria-label={labelText ?? 'Breadcrumb'}
    >
      <ol class="govuk-breadcrumbs__list">
        {items.map((item) =>
          item.href ? (
            <li class="govuk-breadcrumbs__list-item">
              <a class="govuk-breadcrumbs__link" href={item.href} {...item.attributes}>
                {item.children}
              </a>
            </li>
          ) : (
            <li class="govuk-breadcrumbs__list-item" aria-current="page">
              {item.children}
            </li>
          ),
        )}
      </ol>
    </nav>
  );
}
