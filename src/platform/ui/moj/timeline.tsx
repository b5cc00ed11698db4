import {
  type Content,
  classNames,
  type HeadingLevel,
  hasContent,
  headingTag,
  type Styled,
} from '../markup.ts';

/** One thing that happened. */
export interface TimelineItem extends Styled {
  readonly label: Content;
  /** Who did it; "by" is set before it. */
  readonly byline?: Content;
  /** When, as an Instant or a Day. */
  readonly when: Content;
  readonly children?: Content;
}

/** Props of {@link Timeline}. */
export interface TimelineProps extends Styled {
  readonly items: readonly TimelineItem[];
  readonly headingLevel?: HeadingLevel | undefined;
}

/** MOJ timeline. */
export function Timeline({ items, headingLevel, classes, attributes }: TimelineProps) {
  const Heading = headingTag(headingLevel ?? 2);
  return (
    <div class={classNames('moj-timeline', classes)} {...attributes}>
      {items.map((item) => (
        <div class={classNames('moj-timeline__item', item.classes)} {...item.attributes}>
          <div class="moj-timeline__header">
            <Heading class="moj-timeline__title">{item.label}</Heading>{' '}
            {hasContent(item.byline) && <p class="moj-timeline__byline">by {item.byline}</p>}
          </div>
          <p class="moj-timeline__date">{item.when}</p>
          <div class="moj-timeline__description">{item.children}</div>
        </div>
      ))}
    </div>
  );
}
