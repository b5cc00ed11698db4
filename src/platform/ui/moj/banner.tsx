import { type Content, classNames, type Styled } from '../markup.ts';
import { AlertIcon } from './icons.tsx';

/** Props of {@link Banner}. */
export interface BannerProps extends Styled {
  readonly type?: 'success' | 'warning' | 'information' | undefined;
  readonly iconFallbackText?: string | undefined;
  readonly children?: Content;
}

/** MOJ banner. */
export function Banner({ type, iconFallbackText, classes, attributes, children }: BannerProps) {
  return (
    <div
      class={classNames('moj-banner', type && `moj-banner--${type}`, classes)}
      {...attributes}
      role="region"
      aria-label={iconFallbackText ?? type ?? 'banner'}
    >
      {type && <AlertIcon variant={type} class="moj-banner__icon" size={25} />}
      <div class="moj-banner__message">{children}</div>
    </div>
  );
}
