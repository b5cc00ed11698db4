import { type Content, classNames, type Styled } from '../markup.ts';

/** Props of {@link Tag}. */
export interface TagProps extends Styled {
  readonly children?: Content;
}

/** GOV.UK tag. The words carry the meaning; the colour only helps. */
export function Tag({ classes, attributes, children }: TagProps) {
  return (
    <strong class={classNames('govuk-tag', classes)} {...attributes}>
      {children}
    </strong>
  );
}
