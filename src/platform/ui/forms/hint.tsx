import { type Content, classNames, type Styled } from '../markup.ts';

/** Props of {@link Hint}. */
export interface HintProps extends Styled {
  readonly id?: string | undefined;
  readonly children?: Content;
}

/** GOV.UK hint text. */
export function Hint({ id, classes, attributes, children }: HintProps) {
  return (
    <div id={id} class={classNames('govuk-hint', classes)} {...attributes}>
      {children}
    </div>
  );
}
