import { type Attributes, type Content, classNames, hasContent, type Styled } from '../markup.ts';

/** One error. `href` is the hash of the field's id. */
export interface ErrorSummaryItem {
  readonly children: Content;
  readonly href?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

/** Props of {@link ErrorSummary}. */
export interface ErrorSummaryProps extends Styled {
  readonly title?: Content;
  readonly description?: Content;
  readonly errorList?: readonly ErrorSummaryItem[] | undefined;
  readonly disableAutoFocus?: boolean | undefined;
}

/** GOV.UK error summary. */
export function ErrorSummary(props: ErrorSummaryProps) {
  const { title = 'There is a problem', description, errorList = [] } = props;
  return (
    <div
      class={classNames('govuk-error-summary', props.classes)}
      data-disable-auto-focus={props.disableAutoFocus}
      {...props.attributes}
      data-module="govuk-error-summary"
    >
      {/* The alert is a child of what the script focuses, or the two would race and words would be lost. */}
      <div role="alert">
        <h2 class="govuk-error-summary__title">{title}</h2>
        <div class="govuk-error-summary__body">
          {hasContent(description) && <p>{description}</p>}
          {errorList.length > 0 && (
            <ul class="govuk-list govuk-error-summary__list">
              {errorList.map((item) => (
                <li>
                  {item.href ? (
                    <a href={item.href} {...item.attributes}>
                      {item.children}
                    </a>
                  ) : (
                    item.children
                  )}
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </div>
  );
}
