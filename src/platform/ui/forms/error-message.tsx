import { type Content, classNames, type Styled } from '../markup.ts';

/** Options of an error message beyond its words. */
export interface ErrorMessageOptions extends Styled {
  /** Spoken before the message; an empty string leaves it out. */
  readonly visuallyHiddenText?: string | undefined;
}

/** Props of {@link ErrorMessage}. */
export interface ErrorMessageProps extends ErrorMessageOptions {
  readonly id?: string | undefined;
  readonly children?: Content;
}

/** GOV.UK error message. */
export function ErrorMessage(props: ErrorMessageProps) {
  const { id, classes, attributes, visuallyHiddenText = 'Error', children } = props;
  return (
    <p id={id} class={classNames('govuk-error-message', classes)} {...attributes}>
      {visuallyHiddenText && (
        <>
          <span class="govuk-visually-hidden">{visuallyHiddenText}:</span>{' '}
        </>
      )}
      {children}
    </p>
  );
}
