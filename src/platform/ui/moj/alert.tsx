import { type Content, classNames, hasContent, type Styled } from '../markup.ts';
import { AlertIcon, type AlertVariant } from './icons.tsx';

/** Props of {@link Alert}. */
export interface AlertProps extends Styled {
  readonly variant?: AlertVariant | undefined;
  /** Names the alert for screen readers; shown only as a heading, or when there is nothing else. */
  readonly title: string;
  readonly showTitleAsHeading?: boolean | undefined;
  readonly headingTag?: 'h2' | 'h3' | 'h4' | undefined;
  readonly role?: 'region' | 'alert' | 'status' | undefined;
  readonly dismissible?: boolean | undefined;
  readonly dismissText?: string | undefined;
  readonly disableAutoFocus?: boolean | undefined;
  readonly focusOnDismissSelector?: string | undefined;
  readonly children?: Content;
}

/** MOJ alert. */
export function Alert(props: AlertProps) {
  const { variant = 'information', title, headingTag: Heading = 'h2', children } = props;
  const isHeaded = Boolean(props.showTitleAsHeading) && hasContent(children);
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: it always has a role that takes a name.
    <div
      role={props.role || 'region'}
      class={classNames(
        'moj-alert',
        `moj-alert--${variant}`,
        isHeaded && 'moj-alert--with-heading',
        props.classes,
      )}
      aria-label={`${variant}: ${title}`}
      data-module="moj-alert"
      data-dismissible={props.dismissible ? 'true' : undefined}
      data-disable-auto-focus={props.disableAutoFocus ? 'true' : undefined}
      data-focus-on-dismiss-selector={props.focusOnDismissSelector}
      {...props.attributes}
    >
      <div>
        <AlertIcon variant={variant} class="moj-alert__icon" size={30} />
      </div>
      <div class="moj-alert__content">
        {isHeaded && <Heading class="moj-alert__heading">{title}</Heading>}
        {hasContent(children) ? children : title}
      </div>
      <div class="moj-alert__action">
        <button type="button" class="moj-alert__dismiss" hidden>
          {props.dismissText || 'Dismiss'}
        </button>
      </div>
    </div>
  );
}
