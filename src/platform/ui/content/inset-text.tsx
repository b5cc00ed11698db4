import { type Content, classNames, type Styled } from '../markup.ts';

/** Props of {@link InsetText}. */
export interface InsetTextProps extends Styled {
  readonly id?: string | undefined;
  readonly children?: Content;
}

/** GOV.UK inset text. */
export function InsetText({ id, classes, attributes, children }: InsetTextProps) {
  return (
    <div id={id} class={classNames('govuk-inset-text', classes)} {...attributes}>
      {children}
    </div>
  );
}
