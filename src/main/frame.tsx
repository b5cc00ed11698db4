import { mayUse } from '../platform/access/permission.ts';
import { timeOf } from '../platform/clock/clock.ts';
import type { PageReply } from '../platform/http/reply.ts';
import type { FrameContext } from '../platform/http/server.ts';
import { warningMinutes } from '../platform/sign-in/sign-in.ts';
import {
  Answered,
  BackLink,
  type Content,
  Layout,
  PublicLayout,
  renderFragment,
  renderPage,
} from '../platform/ui/index.ts';
import { navigationFor } from './navigation.ts';
import { search } from './search.kinds.ts';
import { Settle } from './settle.tsx';

const sideWords: Record<string, { name: string; bandClass: string }> = {
  OPS: { name: 'Operations', bandClass: 'bw-band--open' },
  SAFEGUARD: { name: 'Safeguarding', bandClass: 'bw-band--open' },
  INTEL: { name: 'Intelligence', bandClass: 'bw-band--closed' },
  GOV: { name: 'Oversight', bandClass: 'bw-band--open' },
  TECH: { name: 'Administration', bandClass: 'bw-band--open' },
};

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];

/**
 * Where on the page a problem can be mended: the element with the field's id, else the first box or button of its name.
 * Undefined where the page has neither, since a link that leads nowhere is worse than none.
 */
function anchorIn(html: string, field: string): string | undefined {
  const id = field.replaceAll('.', '-');
  // A version is in no field that one sees: the whole page is to be looked at anew.
  if (id === '' || id === 'version') return '#content';
  const group = id.replace(/-\d+$/, '');
  const tags = [...html.matchAll(/<(?:input|select|textarea)\b[^>]*>/g)];
  const named = tags.filter(
    ([tag]) =>
      attribute(tag, 'type') !== 'hidden' &&
      [id, group].includes(attribute(tag, 'name') ?? '') &&
      attribute(tag, 'id'),
  );
  // Several forms may have a field of one name: the one that shows the error is meant.
  const wrong = named.filter(({ index }) =>
    html.startsWith('govuk-form-group--error', html.lastIndexOf('govuk-form-group', index)),
  );
  const itself = wrong.find(([tag]) => attribute(tag, 'name') === id);
  if (!itself && html.includes(` id="${id}"`)) return `#${id}`;
  const [found] = itself ?? wrong[0] ?? named[0] ?? [];
  return found && `#${attribute(found, 'id')}`;
}

/** Said first to whoever sent a form that the page no longer has, or never had for them: its fields are nowhere to be mended. */
const noSuchForm = 'Nothing was saved: this cannot be done as things stand now. Look at what is offered here';

function errorsOf({ problems = [], body }: PageReply, sentTo: string | undefined) {
  if (problems.length === 0) return [];
  const html = renderFragment(<>{body as Content}</>);
  const errors = problems.map(({ field, words }) => ({ children: words, href: anchorIn(html, field) }));
  const hasForm = sentTo === undefined || html.includes(` action="${sentTo}"`);
  // Without the form another one may have a field of that name: it is meant only where it shows what is wrong.
  if (hasForm || html.includes(' class="govuk-error-message"')) return errors;
  return [noSuchForm, ...errors.map(({ children }) => children)].map((children) => ({
    ...{ children, href: '#content' },
  }));
}

/** Puts a page's content into the frame that fits whoever looks. */
export function frame(page: PageReply, context: FrameContext): string {
  const { viewer, answered } = context;
  // A form that is shown again is still the one that was answered, unless it tells of somebody else's save: then it is made anew.
  const isAgain = page.status !== 409 && ((page.problems?.length ?? 0) > 0 || answered?.isToChange);
  const shared = {
    title: page.title,
    errors: errorsOf(page, context.sentTo),
    beforeContent: page.back ? <BackLink href={page.back.href}>{page.back.text}</BackLink> : undefined,
    flash: context.flash ? { title: context.flash } : undefined,
    children: (
      <>
        <Settle page={page} sentTo={context.sentTo} />
        <Answered.Provider value={isAgain ? answered : undefined}>{page.body as Content}</Answered.Provider>
      </>
    ),
    scripts: page.scripts?.map((name) => `/assets/${name}.js`),
  };
  if (viewer.kind !== 'officer' || page.isPublic) {
    return renderPage(
      <PublicLayout {...shared} serviceName="Bailiwick" serviceHref="/" footer={publicFooter(context)} />,
    );
  }
  const places = navigationFor(viewer, context.url);
  return renderPage(
    <Layout
      {...shared}
      homeHref="/home"
      agencyName={viewer.agencyName}
      side={sideWords[viewer.side]}
      person={{ name: viewer.name, href: '/account', signOutAction: '/sign-out' }}
      navigation={places.main}
      within={places.within}
      search={mayUse(viewer, search) ? { action: '/search', label: 'Search' } : undefined}
      csrfToken={context.csrf}
      wide={page.wide}
      marking={page.marking}
      footer={{ children: sessionWords(context.sessionEndsAt) }}
      timeout={timeoutOf(context)}
    />,
  );
}

/** The warning before the end of the session; the page of a session that is over has none. */
function timeoutOf(context: FrameContext) {
  const { secondsLeft, sessionEndsAt } = context;
  if (secondsLeft === undefined || !sessionEndsAt) return undefined;
  return {
    ...{ secondsLeft, warningSeconds: warningMinutes * 60, endsAt: timeOf(sessionEndsAt) },
    ...{ stayHref: '/session', stateHref: '/api/v1/session', signOutAction: '/sign-out' },
    ...{ signedOutHref: '/sign-in?ended=yes', csrfToken: context.csrf },
  };
}

function sessionWords(endsAt: Date | undefined): Content {
  return endsAt ? (
    <p class="govuk-body-s">
      You are signed in until {timeOf(endsAt)} if you do nothing more.{' '}
      <a class="bw-footer__link" href="/session" target="_blank" rel="noopener">
        Stay signed in (opens in a new tab)
      </a>
    </p>
  ) : undefined;
}

const publicFooter = (context: FrameContext) => ({
  children: (
    <p class="govuk-body-s">
      <a class="bw-footer__link" href="/sign-in">
        Sign in for officers
      </a>
      {context.mode === 'demonstration'
        ? ' · This is a demonstration: the county and everybody in it are made up.'
        : ''}
    </p>
  ),
});
