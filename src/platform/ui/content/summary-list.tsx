import {
  type Attributes,
  type Content,
  classNames,
  type HeadingLevel,
  hasContent,
  headingTag,
  type Part,
  readPart,
  type Styled,
} from '../markup.ts';

/** A link beside a row or in a card's title. */
export interface SummaryAction {
  readonly href: string;
  readonly children: Content;
  /** What is being changed, for those who hear the link alone. */
  readonly visuallyHiddenText?: string | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

/** Actions of a row or a card. */
export interface SummaryActions {
  readonly items?: readonly SummaryAction[] | undefined;
  readonly classes?: string | undefined;
}

/** One key with its value. */
export interface SummaryRow {
  readonly key: Part<{ readonly classes?: string | undefined }>;
  readonly value?: Part<{ readonly classes?: string | undefined }>;
  readonly actions?: SummaryActions | undefined;
  readonly classes?: string | undefined;
}

/** Title of a card beyond its words. */
export interface SummaryCardTitleOptions {
  readonly headingLevel?: HeadingLevel | undefined;
  readonly classes?: string | undefined;
}

/** A card around the list. */
export interface SummaryCardOptions extends Styled {
  readonly title?: Part<SummaryCardTitleOptions>;
  readonly actions?: SummaryActions | undefined;
}

/** Props of {@link SummaryList}. */
export interface SummaryListProps extends Styled {
  readonly rows: readonly (SummaryRow | false | null | undefined)[];
  readonly card?: SummaryCardOptions | undefined;
}

function ActionLink({ action, cardTitle }: { readonly action: SummaryAction; readonly cardTitle: Content }) {
  const hasTitle = hasContent(cardTitle);
  return (
    <a class={classNames('govuk-link', action.classes)} href={action.href} {...action.attributes}>
      {action.children}
      {(action.visuallyHiddenText || hasTitle) && (
        <span class="govuk-visually-hidden">
          {action.visuallyHiddenText && ` ${action.visuallyHiddenText}`}
          {hasTitle && [' (', cardTitle, ')']}
        </span>
      )}
    </a>
  );
}

function RowActions({
  actions,
  cardTitle,
}: {
  readonly actions?: SummaryActions | undefined;
  cardTitle: Content;
}) {
  const items = actions?.items ?? [];
  if (items.length === 0) return null;
  return (
    <dd class={classNames('govuk-summary-list__actions', actions?.classes)}>
      {items.length === 1 ? (
        items.map((action) => <ActionLink action={action} cardTitle={cardTitle} />)
      ) : (
        <ul class="govuk-summary-list__actions-list">
          {items.map((action) => (
            <li class="govuk-summary-list__actions-list-item">
              <ActionLink action={action} cardTitle={cardTitle} />
            </li>
          ))}
        </ul>
      )}
    </dd>
  );
}

interface RowProps {
  readonly row: SummaryRow;
  readonly anyActions: boolean;
  readonly cardTitle: Content;
}

function Row({ row, anyActions, cardTitle }: RowProps) {
  const key = readPart<{ classes?: string | undefined }>(row.key);
  const value = readPart<{ classes?: string | undefined }>(row.value);
  return (
    <div
      class={classNames(
        'govuk-summary-list__row',
        anyActions && !row.actions?.items && 'govuk-summary-list__row--no-actions',
        row.classes,
      )}
    >
      <dt class={classNames('govuk-summary-list__key', key?.classes)}>{key?.children}</dt>
      <dd class={classNames('govuk-summary-list__value', value?.classes)}>{value?.children}</dd>
      <RowActions actions={row.actions} cardTitle={cardTitle} />
    </div>
  );
}

interface SummaryCardProps {
  readonly card: SummaryCardOptions;
  readonly children: Content;
}

/** GOV.UK summary card: a titled box, usually around a summary list. */
export function SummaryCard({ card, children }: SummaryCardProps) {
  const title = readPart<SummaryCardTitleOptions>(card.title);
  const Heading = headingTag(title?.headingLevel || 2);
  const items = card.actions?.items ?? [];
  return (
    <div class={classNames('govuk-summary-card', card.classes)} {...card.attributes}>
      <div class="govuk-summary-card__title-wrapper">
        {title && (
          <Heading class={classNames('govuk-summary-card__title', title.classes)}>{title.children}</Heading>
        )}
        {items.length === 1 && (
          <div class={classNames('govuk-summary-card__actions', card.actions?.classes)}>
            {items.map((action) => (
              <ActionLink action={action} cardTitle={title?.children} />
            ))}
          </div>
        )}
        {items.length > 1 && (
          <ul class={classNames('govuk-summary-card__actions', card.actions?.classes)}>
            {items.map((action) => (
              <li class="govuk-summary-card__action">
                <ActionLink action={action} cardTitle={title?.children} />
              </li>
            ))}
          </ul>
        )}
      </div>
      <div class="govuk-summary-card__content">{children}</div>
    </div>
  );
}

/** GOV.UK summary list, in a card when one is given. */
export function SummaryList({ rows, card, classes, attributes }: SummaryListProps) {
  const anyActions = rows.some((row) => row && (row.actions?.items?.length ?? 0) > 0);
  const cardTitle = readPart<SummaryCardTitleOptions>(card?.title)?.children;
  const list = (
    <dl class={classNames('govuk-summary-list', classes)} {...attributes}>
      {rows.map((row) => row && <Row row={row} anyActions={anyActions} cardTitle={cardTitle} />)}
    </dl>
  );
  return card ? <SummaryCard card={card}>{list}</SummaryCard> : list;
}
