import { Tag } from '../content/tag.tsx';
import { type Content, classNames, type Part, readPart, type Styled } from '../markup.ts';

/** Props of {@link PhaseBanner}. */
export interface PhaseBannerProps extends Styled {
  readonly tag: Part<{ readonly classes?: string | undefined }>;
  readonly children?: Content;
}

/** GOV.UK phase banner. */
export function PhaseBanner({ tag, classes, attributes, children }: PhaseBannerProps) {
  const phase = readPart<{ classes?: string | undefined }>(tag);
  return (
    <div class={classNames('govuk-phase-banner govuk-width-container', classes)} {...attributes}>
      <p class="govuk-phase-banner__content">
        <Tag classes={classNames('govuk-phase-banner__content__tag', phase?.classes)}>{phase?.children}</Tag>{' '}
        <span class="govuk-phase-banner__text">{children}</span>
      </p>
    </div>
  );
}
