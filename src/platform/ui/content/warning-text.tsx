import { type Content, classNames, type Styled } from '../markup.ts';

/** Props of {@link WarningText}. */
export interface WarningTextProps extends Styled {
  readonly iconFallbackText?: string | undefined;
  readonly children?: Content;
}

/** GOV.UK warning text. */
export function WarningText({ iconFallbackText, classes, attributes, children }: WarningTextProps) {
  return (
    <div class={classNames('govuk-warning-text', classes)} {...attributes}>
      <span class="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>{' '}
      <strong class="govuk-warning-text__text">
        <span class="govuk-visually-hidden">{iconFallbackText || 'Warning'}</span> {children}
      </strong>
    </div>
  );
}
