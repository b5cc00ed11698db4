import { type Content, classNames, type Styled } from '../markup.ts';

/** Props of {@link BackLink}. */
export interface BackLinkProps extends Styled {
  readonly href?: string | undefined;
  readonly children?: Content;
}

/** GOV.UK back link. */
export function BackLink({ href, classes, attributes, children }: BackLinkProps) {
  return (
    <a href={href || '#'} class={classNames('govuk-back-link', classes)} {...attributes}>
      {children || 'Back'}
    </a>
  );
}
