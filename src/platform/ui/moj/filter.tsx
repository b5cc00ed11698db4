import { Button } from '../forms/button.tsx';
import type { Attributes, Content } from '../markup.ts';

/** Filters now in force, each a link that takes it away. */
export interface SelectedFilters {
  readonly heading: Content;
  readonly clearLink: { readonly href: string; readonly children: Content };
  readonly categories: readonly {
    readonly heading: Content;
    readonly items: readonly { readonly href: string; readonly children: Content }[];
  }[];
}

/** Props of {@link Filter}. It must stand in a form, whose fields are its children. */
export interface FilterProps {
  readonly heading: Content;
  readonly selectedFilters?: SelectedFilters | undefined;
  readonly submit?:
    | { readonly text?: string | undefined; readonly attributes?: Attributes | undefined }
    | undefined;
  readonly attributes?: Attributes | undefined;
  readonly children?: Content;
}

function Selected({ filters }: { readonly filters: SelectedFilters }) {
  return (
    <div class="moj-filter__selected">
      <div class="moj-filter__selected-heading">
        <div class="moj-filter__heading-title">
          <h2 class="govuk-heading-m">{filters.heading}</h2>
        </div>{' '}
        <div class="moj-filter__heading-action">
          <p>
            <a class="govuk-link govuk-link--no-visited-state" href={filters.clearLink.href}>
              {filters.clearLink.children}
            </a>
          </p>
        </div>
      </div>
      {filters.categories.map((category) => (
        <>
          <h3 class="govuk-heading-s govuk-!-margin-bottom-0">{category.heading}</h3>
          <ul class="moj-filter-tags">
            {category.items.map((item) => (
              <li>
                <a class="moj-filter__tag" href={item.href}>
                  <span class="govuk-visually-hidden">Remove this filter</span> {item.children}
                </a>
              </li>
            ))}
          </ul>
        </>
      ))}
    </div>
  );
}

/** MOJ filter. */
export function Filter({ heading, selectedFilters, submit, attributes, children }: FilterProps) {
  return (
    <div class="moj-filter" data-module="moj-filter" {...attributes}>
      <div class="moj-filter__header">
        <div class="moj-filter__header-title">
          <h2 class="govuk-heading-m">{heading}</h2>
        </div>
        <div class="moj-filter__header-action" />
      </div>
      <div class="moj-filter__content">
        {selectedFilters && <Selected filters={selectedFilters} />}
        <div class="moj-filter__options">
          <Button attributes={submit?.attributes}>{submit?.text || 'Apply filters'}</Button>
          {children}
        </div>
      </div>
    </div>
  );
}
