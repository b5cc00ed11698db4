import { Button, type ButtonProps } from '../forms/button.tsx';
import { classNames, type HeadingLevel, headingTag, type Part, readPart, type Styled } from '../markup.ts';

/** Options of the heading beyond its words. */
export interface PageHeadingOptions {
  readonly level?: HeadingLevel | undefined;
  readonly classes?: string | undefined;
}

/** Props of {@link PageHeaderActions}. */
export interface PageHeaderActionsProps extends Styled {
  readonly heading: Part<PageHeadingOptions>;
  readonly items?: readonly ButtonProps[] | undefined;
}

/** MOJ page header with the page's actions beside it. */
export function PageHeaderActions({ heading, items, classes, attributes }: PageHeaderActionsProps) {
  const words = readPart<PageHeadingOptions>(heading);
  const Heading = headingTag(words?.level ?? 1);
  return (
    <div class={classNames('moj-page-header-actions', classes)} {...attributes}>
      <div class="moj-page-header-actions__title">
        <Heading class={words?.classes ?? 'govuk-heading-xl'}>{words?.children}</Heading>
      </div>
      {items && (
        <div class="moj-page-header-actions__actions">
          <div class="moj-button-group moj-button-group--inline">
            {items.map((item) => (
              <Button {...item} />
            ))}
          </div>
        </div>
      )}
    </div>
  );
}
