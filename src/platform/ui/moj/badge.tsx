import { type Content, classNames, type Styled } from '../markup.ts';

/** Props of {@link Badge}. */
export interface BadgeProps extends Styled {
  readonly children?: Content;
}

/** MOJ badge: a small outlined word beside a heading or a name. */
export function Badge({ classes, attributes, children }: BadgeProps) {
  return (
    <span class={classNames('moj-badge', classes)} {...attributes}>
      {children}
    </span>
  );
}
