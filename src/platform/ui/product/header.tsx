import { type Content, classNames } from '../markup.ts';
import { productName } from './document.tsx';
import { CsrfField } from './form.tsx';

/** Which part of the service the reader is in: said in a word, and shown by a band of its own. */
export interface Side {
  readonly name: string;
  /** `bw-band--open`, `bw-band--closed`, or a class of the caller's. The closed band is also hatched. */
  readonly bandClass: string;
}

/** The person signed in and their way out. */
export interface SignedIn {
  readonly name: string;
  readonly href?: string | undefined;
  readonly signOutAction: string;
}

/** The search box in the header. */
export interface HeaderSearch {
  readonly action: string;
  readonly label?: string | undefined;
  readonly name?: string | undefined;
  readonly value?: string | undefined;
}

/** Props of {@link Header}. */
export interface HeaderProps {
  readonly homeHref?: string | undefined;
  readonly agencyName?: string | undefined;
  readonly side?: Side | undefined;
  readonly search?: HeaderSearch | undefined;
  readonly inbox?: { readonly href: string; readonly count?: number | undefined } | undefined;
  readonly person?: SignedIn | undefined;
  readonly csrfToken?: string | undefined;
  /** Handling words, over the header. */
  readonly marking?: string | undefined;
  readonly children?: Content;
}

/** A number beside a link. Only ever what is the reader's own to do. */
export function Count({ count, words }: { readonly count: number | undefined; readonly words: string }) {
  if (!count) return null;
  return (
    <>
      {' '}
      <span class="bw-count">
        {count}
        <span class="govuk-visually-hidden"> {words}</span>
      </span>
    </>
  );
}

function SearchBox({ search }: { readonly search: HeaderSearch }) {
  const label = search.label ?? 'Search';
  return (
    <search class="bw-header__search">
      <form action={search.action} method="get">
        <label class="govuk-visually-hidden" for="header-search">
          {label}
        </label>
        <input
          class="bw-header__search-box"
          id="header-search"
          name={search.name ?? 'q'}
          type="search"
          value={search.value}
          placeholder={label}
          autocomplete="off"
        />
        <button class="bw-header__search-button" type="submit">
          Search
        </button>
      </form>
    </search>
  );
}

function Account({ header }: { readonly header: HeaderProps }) {
  const { inbox, person } = header;
  if (!inbox && !person) return null;
  return (
    <ul class="bw-header__account">
      {inbox && (
        <li>
          <a class="bw-header__link" href={inbox.href}>
            Inbox
            <Count count={inbox.count} words="to read" />
          </a>
        </li>
      )}
      {person && (
        <li>
          {person.href ? (
            <a class="bw-header__link" href={person.href}>
              {person.name}
            </a>
          ) : (
            person.name
          )}
        </li>
      )}
      {person && (
        <li>
          {/* A post, so that no page elsewhere can sign someone out with an image. */}
          <form method="post" action={person.signOutAction}>
            {header.csrfToken && <CsrfField token={header.csrfToken} />}
            <button class="bw-header__link bw-header__sign-out" type="submit">
              Sign out
            </button>
          </form>
        </li>
      )}
    </ul>
  );
}

/** Slim header: product, agency and side always in sight, then search, inbox, name and sign out. */
export function Header(props: HeaderProps) {
  const { agencyName, side } = props;
  return (
    <header class={classNames('bw-header', side?.bandClass)}>
      {props.marking && <p class="bw-marking">{props.marking}</p>}
      <div class="bw-header__inside">
        <div class="bw-header__place">
          <a class="bw-header__product" href={props.homeHref ?? '/'}>
            {productName}
          </a>
          {(agencyName || side) && (
            <p class="bw-header__where">
              {agencyName && <span class="bw-header__agency">{agencyName}</span>}
              {side && <span class="bw-header__side">{side.name}</span>}
            </p>
          )}
        </div>
        {props.search && <SearchBox search={props.search} />}
        <Account header={props} />
        {props.children}
      </div>
      <div class="bw-header__band" aria-hidden="true" />
    </header>
  );
}
