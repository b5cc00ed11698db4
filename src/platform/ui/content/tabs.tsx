import { type Attributes, type Content, classNames, type Part, readPart, type Styled } from '../markup.ts';

/** One tab with its panel. Plain words as a panel become a paragraph. */
export interface TabItem {
  readonly label: Content;
  readonly id?: string | undefined;
  readonly panel: Part<{ readonly attributes?: Attributes | undefined }>;
  /** Of the tab's link. */
  readonly attributes?: Attributes | undefined;
}

/** Props of {@link Tabs}. */
export interface TabsProps extends Styled {
  readonly id?: string | undefined;
  readonly idPrefix?: string | undefined;
  readonly title?: string | undefined;
  readonly items?: readonly (TabItem | false | null | undefined)[] | undefined;
}

/** GOV.UK tabs. Without script every panel stands under the list of links. */
export function Tabs({ id, idPrefix, title = 'Contents', items = [], classes, attributes }: TabsProps) {
  const panelId = (item: TabItem, index: number) => item.id || `${idPrefix ?? ''}-${index + 1}`;
  return (
    <div id={id} class={classNames('govuk-tabs', classes)} {...attributes} data-module="govuk-tabs">
      <h2 class="govuk-tabs__title">{title}</h2>
      {items.length > 0 && (
        <ul class="govuk-tabs__list">
          {items.map(
            (item, index) =>
              item && (
                <li
                  class={classNames(
                    'govuk-tabs__list-item',
                    index === 0 && 'govuk-tabs__list-item--selected',
                  )}
                >
                  <a class="govuk-tabs__tab" href={`#${panelId(item, index)}`} {...item.attributes}>
                    {item.label}
                  </a>
                </li>
              ),
          )}
        </ul>
      )}
      {items.map((item, index) => {
        if (!item) return null;
        const panel = readPart<{ attributes?: Attributes | undefined }>(item.panel);
        return (
          <div
            class={classNames('govuk-tabs__panel', index > 0 && 'govuk-tabs__panel--hidden')}
            id={panelId(item, index)}
            {...panel?.attributes}
          >
            {typeof panel?.children === 'string' ? (
              <p class="govuk-body">{panel.children}</p>
            ) : (
              panel?.children
            )}
          </div>
        );
      })}
    </div>
  );
}
