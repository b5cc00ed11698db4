import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allRoutes } from '../../src/main/registry.ts';
import { mayUse, PUBLIC } from '../../src/platform/access/permission.ts';
import { type Route, show } from '../../src/platform/http/declare.ts';
import { faultsOf, lay, sidewaysFaults } from '../support/accessibility.ts';
import { type OpenWorld, openBrowserWorld } from '../support/browser.ts';
import { personas } from '../support/personas.ts';
import { formOf, readSamples, requestFor, type Samples } from '../support/samples.ts';
import type { Visitor } from '../support/world.ts';

// What a form answers when it is sent empty, wrong, or right and not yet done, and the pages that say no: as the others,
// on a phone and on a laptop. Nothing that is sent is kept.
let place: OpenWorld;
let samples: Samples;
const visitors = new Map<string, Visitor>();
const pages = new Map<string, Page>();

// The sign-in is only asked for when a request comes, and none comes to this list.
const noSignIn = undefined as unknown as Parameters<typeof allRoutes>[0]['signIn'];
// Open311 answers programs; signing out ends the session that the other forms need.
const forms = allRoutes({ signIn: noSignIn }).filter(
  (route) =>
    route.method === 'POST' &&
    route.kind === 'page' &&
    !route.path.startsWith('/open311/') &&
    route.path !== '/sign-out',
);

const faulty = show({
  path: '/dev/fault',
  words: 'Fails, for the look of the page that says so',
  permission: PUBLIC,
  audit: 'dev.fault',
  handle: () => {
    throw new RangeError('on purpose');
  },
});

beforeAll(async () => {
  place = await openBrowserWorld({ name: 'axeforms', isUnseen: true, keep: false, extraRoutes: [faulty] });
  samples = await readSamples(place.world);
  visitors.set('nobody', place.world.nobody);
  for (const username of personas) visitors.set(username, await place.world.as(username));
  table = await place.visit(undefined, { width: 390 });
  await table.goto('/');
  standing.set(table, 'phone');
}, 120_000);
afterAll(() => place.close());

/** The one browser window of a persona, in the very session that the test sends requests with. */
async function windowOf(username: string): Promise<Page> {
  const known = pages.get(username);
  if (known) return known;
  const page = await place.visit(undefined, { width: 390 });
  const token = visitors.get(username)?.token;
  if (token) await page.context().addCookies([{ name: 'bw_session', value: token, url: place.url }]);
  pages.set(username, page);
  standing.set(page, 'phone');
  return page;
}

/** The one window in which answers are shown, without script: with it, the pages that these forms stand on are asked by the other test. */
let table: Page;

/** Each line of an error summary must lead to something that can be mended. */
const deadLinks = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>('.govuk-error-summary a')]
      .filter((link) => !document.getElementById(decodeURIComponent(link.hash.slice(1))))
      .map((link) => `the summary leads nowhere: ${link.outerHTML}`),
  );

const widths = { phone: 390, laptop: 1280 } as const;

/** How wide each window stands, so that a page is drawn anew once and not twice. */
const standing = new WeakMap<Page, keyof typeof widths>();
async function widen(page: Page, to: keyof typeof widths): Promise<void> {
  if (standing.get(page) === to) return;
  await page.setViewportSize({ width: widths[to], height: 900 });
  standing.set(page, to);
}

/** What is wrong with the page that is shown: every rule at one width, and at both whether it scrolls sideways. */
async function faultsAt(page: Page, main: keyof typeof widths): Promise<string[]> {
  const faults = await deadLinks(page);
  const other = main === 'phone' ? 'laptop' : 'phone';
  // The width at which the page stands already goes first.
  const order = standing.get(page) === other ? ([other, main] as const) : ([main, other] as const);
  for (const width of order) {
    await widen(page, width);
    // Colours of errors and of forms are asked on the page of all components, and on each form's own.
    const found = width === main ? await faultsOf(page, { withColours: false }) : await sidewaysFaults(page);
    faults.push(...found.map((fault) => `on a ${width} ${fault}`));
  }
  return faults;
}

/**
 * The page with which the route answers one of the statuses to the first persona that is given one. Where what was sent leads
 * on, it leads on for the next persona too.
 */
async function answered(
  route: Route,
  statuses: readonly number[],
  attempts: readonly Record<string, string>[],
): Promise<string | undefined> {
  const { url } = requestFor(route, samples);
  for (const fields of attempts)
    for (const visitor of visitors.values()) {
      if (!mayUse(visitor.viewer, route.permission)) continue;
      const { status, contentType, text } = await visitor.post(url, fields);
      if (contentType.startsWith('text/html') && statuses.includes(status)) return text;
      if (status === 303) break;
    }
  return undefined;
}

/** What a form can answer instead of leading on: what is to be mended, and what would be done if one says so. */
async function answersOf(route: Route): Promise<{ html: string; main: keyof typeof widths }[]> {
  const right = formOf(requestFor(route, samples).body);
  const wrong = Object.fromEntries(Object.keys(right).map((name) => [name, '¿'.repeat(5000)]));
  // What is wrong is told on a phone, where there is least room; what would be done on a laptop.
  const wronged = await answered(route, [422], [{ version: '1' }, wrong]);
  const taken = await answered(route, [200, 409], [right, {}]);
  return [
    ...(wronged ? [{ html: wronged, main: 'phone' as const }] : []),
    ...(taken ? [{ html: taken, main: 'laptop' as const }] : []),
  ];
}

describe('what a form answers can be used by everybody', () => {
  test.each(forms.map((route) => [route.path, route] as const))('%s', async (_path, route) => {
    const faults: string[] = [];
    for (const { html, main } of await answersOf(route)) {
      faults.push(...(await lay(table, html)), ...(await faultsAt(table, main)));
    }
    expect([...new Set(faults)]).toEqual([]);
  });
});

describe('a page that says no can be used by everybody', () => {
  test.each([
    ['nothing there, without an account', 'nobody', '/no-such-page', 404],
    ['nothing there, or hidden', 'olu.officer', '/reports/5a3b1e00-0000-4000-8000-0000000000ff', 404],
    ['not one’s role', 'olu.officer', '/audit', 403],
    ['a link that was used', 'nobody', '/password/no-such-link', 0],
    ['something went wrong', 'nobody', '/dev/fault', 500],
    ['something went wrong, signed in', 'olu.officer', '/dev/fault', 500],
  ])('%s', async (_what, username, url, status) => {
    const page = await windowOf(username);
    const answer = await page.goto(url);
    if (status) expect(answer?.status()).toBe(status);
    expect([...(await faultsAt(page, 'phone')), ...(await faultsAt(page, 'laptop'))]).toEqual([]);
  });
});
