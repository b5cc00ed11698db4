import { type Content, classNames, type Styled } from '../markup.ts';

/** Props of {@link SkipLink}. */
export interface SkipLinkProps extends Styled {
  readonly href?: string | undefined;
  readonly children?: Content;
}

/** GOV.UK skip link. */
export function SkipLink({ href, classes, attributes, children }: SkipLinkProps) {
  return (
    <a
      href={href || '#content'}
      class={classNames('govuk-skip-link', classes)}
      {...attributes}
      data-module="govuk-skip-link"
    >
      {children}
    </a>
  );
}
