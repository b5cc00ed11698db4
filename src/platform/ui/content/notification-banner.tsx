import { type Content, classNames, type HeadingLevel, headingTag, type Styled } from '../markup.ts';

/** Props of {@link NotificationBanner}. */
export interface NotificationBannerProps extends Styled {
  readonly type?: 'success' | undefined;
  readonly role?: 'alert' | 'region' | undefined;
  readonly title?: Content;
  readonly titleHeadingLevel?: HeadingLevel | undefined;
  readonly titleId?: string | undefined;
  readonly disableAutoFocus?: boolean | undefined;
  /** Plain words are set as the banner's heading; anything else is left as it is. */
  readonly children?: Content;
}

/** GOV.UK notification banner. At most one to a page. */
export function NotificationBanner(props: NotificationBannerProps) {
  const isSuccess = props.type === 'success';
  const titleId = props.titleId || 'govuk-notification-banner-title';
  const Heading = headingTag(props.titleHeadingLevel || 2);
  const { children } = props;
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: it always has a role that takes a name.
    <div
      class={classNames(
        'govuk-notification-banner',
        isSuccess && 'govuk-notification-banner--success',
        props.classes,
      )}
      role={props.role || (isSuccess ? 'alert' : 'region')}
      aria-labelledby={titleId}
      data-module="govuk-notification-banner"
      data-disable-auto-focus={props.disableAutoFocus}
      {...props.attributes}
    >
      <div class="govuk-notification-banner__header">
        <Heading class="govuk-notification-banner__title" id={titleId}>
          {props.title || (isSuccess ? 'Success' : 'Important')}
        </Heading>
      </div>
      <div class="govuk-notification-banner__content">
        {typeof children === 'string' && children !== '' ? (
          <p class="govuk-notification-banner__heading">{children}</p>
        ) : (
          children
        )}
      </div>
    </div>
  );
}
