import { type Content, classNames, hasContent, type Styled } from '../markup.ts';

/** Options of a label beyond its words. */
export interface LabelOptions extends Styled {
  /** Makes the label the page's h1, for pages that ask one question. */
  readonly isPageHeading?: boolean | undefined;
}

/** Props of {@link Label}. */
export interface LabelProps extends LabelOptions {
  readonly for?: string | undefined;
  readonly children?: Content;
}

/** GOV.UK label. */
export function Label({ for: forId, classes, attributes, isPageHeading, children }: LabelProps) {
  if (!hasContent(children)) return null;
  const label = (
    <label class={classNames('govuk-label', classes)} {...attributes} for={forId}>
      {children}
    </label>
  );
  return isPageHeading ? <h1 class="govuk-label-wrapper">{label}</h1> : label;
}
