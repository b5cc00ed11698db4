import {
  type Attributes,
  type Content,
  classNames,
  type HeadingLevel,
  headingTag,
  type Part,
  readPart,
  type Styled,
} from '../markup.ts';

/** One place to go. */
export interface NavigationItem extends Styled {
  readonly children: Content;
  readonly href: string;
  readonly active?: boolean | undefined;
}

/** Options of a section's heading beyond its words. */
export interface SideHeadingOptions extends Styled {
  readonly headingLevel?: HeadingLevel | undefined;
}

/** A headed group in the side navigation. */
export interface SideNavigationSection {
  readonly heading: Part<SideHeadingOptions>;
  readonly items: readonly NavigationItem[];
}

/** Props of {@link SideNavigation}: sections, or items alone. */
export interface SideNavigationProps extends Styled {
  readonly label?: string | undefined;
  readonly items?: readonly NavigationItem[] | undefined;
  readonly sections?: readonly SideNavigationSection[] | undefined;
}

function SideList({ items }: { readonly items: readonly NavigationItem[] }) {
  return (
    <ul class="moj-side-navigation__list">
      {items.map((item) => (
        <li
          class={classNames('moj-side-navigation__item', item.active && 'moj-side-navigation__item--active')}
          {...item.attributes}
        >
          <a href={item.href} aria-current={item.active ? 'location' : undefined}>
            {item.children}
          </a>
        </li>
      ))}
    </ul>
  );
}

function SideSection({ section }: { readonly section: SideNavigationSection }) {
  const heading = readPart<SideHeadingOptions>(section.heading);
  const Heading = headingTag(heading?.headingLevel ?? 4);
  return (
    <>
      <Heading class={classNames('moj-side-navigation__title', heading?.classes)} {...heading?.attributes}>
        {heading?.children}
      </Heading>
      <SideList items={section.items} />
    </>
  );
}

/** MOJ side navigation. */
export function SideNavigation({ label, items = [], sections, classes, attributes }: SideNavigationProps) {
  return (
    <nav class={classNames('moj-side-navigation', classes)} aria-label={label} {...attributes}>
      {sections ? sections.map((section) => <SideSection section={section} />) : <SideList items={items} />}
    </nav>
  );
}

/** Props of {@link SubNavigation}. */
export interface SubNavigationProps extends Styled {
  readonly label?: string | undefined;
  readonly items: readonly NavigationItem[];
}

/** MOJ sub navigation: the sections of one record, each at its own address. */
export function SubNavigation({ label, items, classes, attributes }: SubNavigationProps) {
  return (
    <nav
      class={classNames('moj-sub-navigation', classes)}
      aria-label={label || 'Secondary navigation region'}
      {...attributes}
    >
      <ul class="moj-sub-navigation__list">
        {items.map((item) => (
          <li class={classNames('moj-sub-navigation__item', item.classes)}>
            <a
              class="moj-sub-navigation__link"
              aria-current={item.active ? 'page' : undefined}
              href={item.href}
              {...item.attributes}
            >
              {item.children}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Props of {@link PrimaryNavigation}. */
export interface PrimaryNavigationProps extends Styled {
  readonly label?: string | undefined;
  readonly items: readonly NavigationItem[];
  readonly containerClasses?: string | undefined;
  readonly search?: Content;
  readonly attributes?: Attributes | undefined;
}

/** MOJ primary navigation. */
export function PrimaryNavigation(props: PrimaryNavigationProps) {
  return (
    <div class={classNames('moj-primary-navigation', props.containerClasses)}>
      <div class="moj-primary-navigation__container">
        <div class="moj-primary-navigation__nav">
          <nav
            class={classNames('moj-primary-navigation', props.classes)}
            aria-label={props.label}
            {...props.attributes}
          >
            <ul class="moj-primary-navigation__list">
              {props.items.map((item) => (
                <li class="moj-primary-navigation__item">
                  <a
                    class="moj-primary-navigation__link"
                    aria-current={item.active ? 'page' : undefined}
                    href={item.href}
                    {...item.attributes}
                  >
                    {item.children}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        </div>{' '}
        {props.search && <div class="moj-primary-navigation__search">{props.search}</div>}
      </div>
    </div>
  );
}
