import { type Attributes, type Content, classNames, hasContent, type Styled } from '../markup.ts';

/** One place to go. */
export interface ServiceNavigationItem {
  readonly children?: Content;
  readonly href?: string | undefined;
  /** This very page. */
  readonly current?: boolean | undefined;
  /** This page or one beneath it. */
  readonly active?: boolean | undefined;
  readonly attributes?: Attributes | undefined;
}

/** Places in the bar that take content of the caller's own. */
export interface ServiceNavigationSlots {
  readonly start?: Content;
  readonly end?: Content;
  readonly isEndInline?: boolean | undefined;
  readonly navigationStart?: Content;
  readonly navigationEnd?: Content;
}

/** Props of {@link ServiceNavigation}. */
export interface ServiceNavigationProps extends Styled {
  readonly serviceName?: Content;
  readonly serviceUrl?: string | undefined;
  readonly navigation?: readonly (ServiceNavigationItem | false | null | undefined)[] | undefined;
  readonly ariaLabel?: string | undefined;
  readonly menuButtonText?: string | undefined;
  readonly menuButtonLabel?: string | undefined;
  readonly navigationLabel?: string | undefined;
  readonly navigationId?: string | undefined;
  readonly navigationClasses?: string | undefined;
  readonly collapseNavigationOnMobile?: boolean | undefined;
  readonly slots?: ServiceNavigationSlots | undefined;
}

function Item({ item }: { readonly item: ServiceNavigationItem }) {
  const isActive = Boolean(item.active || item.current);
  const current = isActive ? (item.current ? 'page' : 'true') : undefined;
  // Marked up strong as well as coloured, for people who have replaced the colours.
  const words = isActive ? (
    <strong class="govuk-service-navigation__active-fallback">{item.children}</strong>
  ) : (
    item.children
  );
  return (
    <li
      class={classNames(
        'govuk-service-navigation__item',
        isActive && 'govuk-service-navigation__item--active',
      )}
    >
      {item.href ? (
        <a
          class="govuk-service-navigation__link"
          href={item.href}
          aria-current={current}
          {...item.attributes}
        >
          {words}
        </a>
      ) : (
        hasContent(item.children) && (
          <span class="govuk-service-navigation__text" aria-current={current}>
            {words}
          </span>
        )
      )}
    </li>
  );
}

function Navigation({ bar }: { readonly bar: ServiceNavigationProps }) {
  const items = (bar.navigation ?? []).filter((item) => !!item);
  const { slots } = bar;
  if (items.length === 0 && !slots?.navigationStart && !slots?.navigationEnd) return null;
  const menuText = bar.menuButtonText || 'Menu';
  const listId = bar.navigationId || 'navigation';
  return (
    <nav
      aria-label={bar.navigationLabel || menuText}
      class={classNames('govuk-service-navigation__wrapper', bar.navigationClasses)}
    >
      {(bar.collapseNavigationOnMobile ?? items.length > 1) && (
        // biome-ignore lint/a11y/noAriaHiddenOnFocusable: hidden until the script shows it and takes this away.
        <button
          type="button"
          class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle"
          aria-controls={listId}
          aria-label={
            bar.menuButtonLabel && bar.menuButtonLabel !== menuText ? bar.menuButtonLabel : undefined
          }
          hidden
          aria-hidden="true"
        >
          {menuText}
        </button>
      )}
      <ul class="govuk-service-navigation__list" id={listId}>
        {slots?.navigationStart}
        {items.map((item) => (
          <Item item={item} />
        ))}
        {slots?.navigationEnd}
      </ul>
    </nav>
  );
}

function ServiceName({ bar }: { readonly bar: ServiceNavigationProps }) {
  if (!bar.serviceName) return null;
  return (
    <span class="govuk-service-navigation__service-name">
      {bar.serviceUrl ? (
        <a href={bar.serviceUrl} class="govuk-service-navigation__link">
          {bar.serviceName}
        </a>
      ) : (
        <span class="govuk-service-navigation__text">{bar.serviceName}</span>
      )}
    </span>
  );
}

/** GOV.UK service navigation. */
export function ServiceNavigation(props: ServiceNavigationProps) {
  const { slots } = props;
  const isRegion = Boolean(props.serviceName || slots?.start || slots?.end);
  const className = classNames('govuk-service-navigation', props.classes);
  const inside = (
    <div
      class={classNames(
        'govuk-width-container',
        slots?.isEndInline && 'govuk-service-navigation__inlining-container',
      )}
    >
      {slots?.start}
      <div class="govuk-service-navigation__container">
        <ServiceName bar={props} />
        <Navigation bar={props} />
      </div>
      {slots?.end}
    </div>
  );
  if (!isRegion) {
    return (
      <div class={className} data-module="govuk-service-navigation" {...props.attributes}>
        {inside}
      </div>
    );
  }
  return (
    <section
      aria-label={props.ariaLabel ?? 'Service information'}
      class={className}
      data-module="govuk-service-navigation"
      {...props.attributes}
    >
      {inside}
    </section>
  );
}
