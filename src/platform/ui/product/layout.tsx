import { ErrorSummary, type ErrorSummaryItem } from '../content/error-summary.tsx';
import { type Content, classNames } from '../markup.ts';
import { Alert } from '../moj/alert.tsx';
import type { AlertVariant } from '../moj/icons.tsx';
import { SubNavigation } from '../moj/navigation.tsx';
import { ServiceNavigation } from '../navigation/service-navigation.tsx';
import { SkipLink } from '../navigation/skip-link.tsx';
import { Document } from './document.tsx';
import { Footer, type FooterProps } from './footer.tsx';
import { Count, Header, type HeaderSearch, type Side, type SignedIn } from './header.tsx';
import { Timeout, type TimeoutProps } from './timeout.tsx';

/** What happened on the page before, told once. */
export interface Flash {
  readonly variant?: AlertVariant | undefined;
  readonly title: string;
  readonly children?: Content;
}

/** One place in the primary navigation. */
export interface PrimaryItem {
  readonly href: string;
  readonly text: string;
  /** This page, or one beneath it. */
  readonly active?: boolean | undefined;
  /** How many are the reader's own to do; nought is not shown. */
  readonly count?: number | undefined;
}

/** What every kind of page takes. */
export interface PageProps {
  readonly title: string;
  readonly lang?: string | undefined;
  readonly cspNonce?: string | undefined;
  readonly assetVersion?: string | undefined;
  readonly scripts?: readonly string[] | undefined;
  /** Errors of the form on the page: summarised at the top, and put before the title. */
  readonly errors?: readonly ErrorSummaryItem[] | undefined;
  readonly flash?: Flash | undefined;
  /** Phase or notification banner. A flash takes its place: never two at once. */
  readonly banner?: Content;
  /** Breadcrumbs or a back link. */
  readonly beforeContent?: Content;
  readonly footer?: FooterProps | undefined;
  readonly children?: Content;
}

/** Props of {@link Layout}. */
export interface LayoutProps extends PageProps {
  readonly homeHref?: string | undefined;
  readonly agencyName?: string | undefined;
  readonly side?: Side | undefined;
  readonly person?: SignedIn | undefined;
  readonly navigation?: readonly PrimaryItem[] | undefined;
  /** The places of the kind of work that the reader is in, where it has several: a second line. */
  readonly within?: { readonly label: string; readonly items: readonly PrimaryItem[] } | undefined;
  readonly search?: HeaderSearch | undefined;
  readonly inbox?: { readonly href: string; readonly count?: number | undefined } | undefined;
  readonly csrfToken?: string | undefined;
  /** Uses the whole width, for queues and tables. */
  readonly wide?: boolean | undefined;
  /** Handling words, over the header and in the margins of every printed sheet. */
  readonly marking?: string | undefined;
  /** The warning before the session ends. */
  readonly timeout?: TimeoutProps | undefined;
}

function Main({ page }: { readonly page: PageProps }) {
  const errors = page.errors ?? [];
  return (
    <main class="govuk-main-wrapper bw-main" id="content" tabindex={-1}>
      {page.flash && (
        <Alert variant={page.flash.variant ?? 'success'} title={page.flash.title} role="status">
          {page.flash.children}
        </Alert>
      )}
      {errors.length > 0 && <ErrorSummary errorList={errors} />}
      {page.children}
    </main>
  );
}

/** What stands between the header and the main content: each in a landmark, so that nothing on a page is in none. */
function Before({ page }: { readonly page: PageProps }) {
  return (
    <>
      {!page.flash && page.banner && (
        <section aria-label="Notice" class="bw-before">
          {page.banner}
        </section>
      )}
      {page.beforeContent && (
        <section aria-label="Where you are" class="bw-before">
          {page.beforeContent}
        </section>
      )}
    </>
  );
}

function Navigation({ items }: { readonly items: readonly PrimaryItem[] }) {
  if (items.length === 0) return null;
  return (
    <ServiceNavigation
      classes="bw-navigation"
      navigationLabel="Main"
      menuButtonText="Menu"
      navigation={items.map((item) => ({
        href: item.href,
        active: item.active,
        children: [item.text, <Count count={item.count} words="yours to do" />],
      }))}
    />
  );
}

/**
 * The places of one kind of work. On a phone they are folded behind the one that is open, where a dozen of them would push the page
 * down; on anything wider they stand in a line, which a browser that cannot show what is folded leaves folded.
 */
function Within({ label, items }: NonNullable<LayoutProps['within']>) {
  const here = items.find((item) => item.active)?.text;
  return (
    <section class="bw-within" aria-label={`Places of ${label}`}>
      <details class="govuk-width-container">
        <summary class="bw-within__here">
          {label}
          {here && `: ${here}`}
        </summary>
        <SubNavigation
          label={label}
          items={items.map(({ text, ...item }) => ({ ...item, children: text }))}
        />
      </details>
    </section>
  );
}

/** A page for staff. */
export function Layout(props: LayoutProps) {
  return (
    <Document
      {...props}
      hasErrors={(props.errors ?? []).length > 0}
      bodyClass={classNames(props.wide && 'bw-wide')}
    >
      <SkipLink>Skip to main content</SkipLink>
      <Header {...props}>{undefined}</Header>
      <Navigation items={props.navigation ?? []} />
      {props.within && <Within {...props.within} />}
      <div class="govuk-width-container">
        <Before page={props} />
        <Main page={props} />
      </div>
      <Footer {...props.footer} />
      {props.timeout && <Timeout {...props.timeout} />}
    </Document>
  );
}

/** Props of {@link PublicLayout}. */
export interface PublicLayoutProps extends PageProps {
  /** The service by the name the public knows it by. */
  readonly serviceName: string;
  readonly serviceHref?: string | undefined;
  /** Who runs it. */
  readonly agencyName?: string | undefined;
}

/** A plain page for the public: one thing on it, at a width that reads. */
export function PublicLayout(props: PublicLayoutProps) {
  return (
    <Document {...props} hasErrors={(props.errors ?? []).length > 0} bodyClass="bw-public">
      <SkipLink>Skip to main content</SkipLink>
      <header class="bw-header bw-header--public">
        <div class="bw-header__inside">
          <div class="bw-header__place">
            <a class="bw-header__product" href={props.serviceHref ?? '/'}>
              {props.serviceName}
            </a>
            {props.agencyName && (
              <p class="bw-header__where">
                <span class="bw-header__agency">{props.agencyName}</span>
              </p>
            )}
          </div>
        </div>
      </header>
      <div class="govuk-width-container">
        <Before page={props} />
        <Main page={props} />
      </div>
      <Footer {...props.footer} />
    </Document>
  );
}
