import {
  classNames,
  type HeadingLevel,
  hasContent,
  headingTag,
  messageAttributes,
  type Part,
  readPart,
  type Styled,
} from '../markup.ts';

/** One section of an accordion. Plain words as content become a paragraph. */
export interface AccordionItem {
  readonly heading: Part;
  readonly summary?: Part;
  readonly content?: Part;
  readonly expanded?: boolean | undefined;
}

/** Props of {@link Accordion}. */
export interface AccordionProps extends Styled {
  /** Must be unique on the whole site: the script remembers by it what was open. */
  readonly id: string;
  readonly headingLevel?: HeadingLevel | undefined;
  readonly items: readonly (AccordionItem | false | null | undefined)[];
  readonly rememberExpanded?: boolean | undefined;
  readonly hideAllSectionsText?: string | undefined;
  readonly hideSectionText?: string | undefined;
  readonly hideSectionAriaLabelText?: string | undefined;
  readonly showAllSectionsText?: string | undefined;
  readonly showSectionText?: string | undefined;
  readonly showSectionAriaLabelText?: string | undefined;
}

interface SectionProps {
  readonly accordion: AccordionProps;
  readonly item: AccordionItem;
  readonly index: number;
}

function Section({ accordion, item, index }: SectionProps) {
  const Heading = headingTag(accordion.headingLevel || 2);
  const summary = readPart(item.summary)?.children;
  const content = readPart(item.content)?.children;
  return (
    <div
      class={classNames('govuk-accordion__section', item.expanded && 'govuk-accordion__section--expanded')}
    >
      <div class="govuk-accordion__section-header">
        <Heading class="govuk-accordion__section-heading">
          <span class="govuk-accordion__section-button" id={`${accordion.id}-heading-${index}`}>
            {readPart(item.heading)?.children}
          </span>
        </Heading>
        {hasContent(summary) && (
          <div class="govuk-accordion__section-summary govuk-body" id={`${accordion.id}-summary-${index}`}>
            {summary}
          </div>
        )}
      </div>
      <div id={`${accordion.id}-content-${index}`} class="govuk-accordion__section-content">
        {typeof content === 'string' && content !== '' ? <p class="govuk-body">{content}</p> : content}
      </div>
    </div>
  );
}

/** GOV.UK accordion. */
export function Accordion(props: AccordionProps) {
  return (
    <div
      class={classNames('govuk-accordion', props.classes)}
      data-module="govuk-accordion"
      id={props.id}
      data-remember-expanded={props.rememberExpanded}
      {...messageAttributes({
        'hide-all-sections': props.hideAllSectionsText,
        'hide-section': props.hideSectionText,
        'hide-section-aria-label': props.hideSectionAriaLabelText,
        'show-all-sections': props.showAllSectionsText,
        'show-section': props.showSectionText,
        'show-section-aria-label': props.showSectionAriaLabelText,
      })}
      {...props.attributes}
    >
      {props.items.map((item, index) => item && <Section accordion={props} item={item} index={index + 1} />)}
    </div>
  );
}
