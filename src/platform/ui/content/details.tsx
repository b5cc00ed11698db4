import { type Content, classNames, type Styled } from '../markup.ts';

/** Props of {@link Details}. */
export interface DetailsProps extends Styled {
  readonly summary: Content;
  readonly id?: string | undefined;
  readonly open?: boolean | undefined;
  readonly children?: Content;
}

/** GOV.UK details. */
export function Details({ summary, id, open, classes, attributes, children }: DetailsProps) {
  return (
    <details id={id} class={classNames('govuk-details', classes)} {...attributes} open={open}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{summary}</span>
      </summary>
      <div class="govuk-details__text">{children}</div>
    </details>
  );
}
