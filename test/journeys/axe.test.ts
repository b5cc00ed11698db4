import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allRoutes } from '../../src/main/registry.ts';
import { mayUse } from '../../src/platform/access/permission.ts';
import type { Route } from '../../src/platform/http/declare.ts';
import { faultsOf, lay, runsMore } from '../support/accessibility.ts';
import { type OpenWorld, openBrowserWorld } from '../support/browser.ts';
import { personas } from '../support/personas.ts';
import { readSamples, requestFor, type Samples } from '../support/samples.ts';
import type { Visitor } from '../support/world.ts';

let place: OpenWorld;
let samples: Samples;
const visitors = new Map<string, Visitor>();
const pages = new Map<string, Page>();
/** The window in which pages are laid one after the other. */
let table: Page;

// The sign-in is only asked for when a request comes, and none comes to this list.
const noSignIn = undefined as unknown as Parameters<typeof allRoutes>[0]['signIn'];
const pageRoutes = allRoutes({ signIn: noSignIn }).filter(
  (route) => route.method === 'GET' && route.kind === 'page',
);

beforeAll(async () => {
  place = await openBrowserWorld({ name: 'axe', isUnseen: true });
  samples = await readSamples(place.world);
  visitors.set('nobody', place.world.nobody);
  for (const username of personas) visitors.set(username, await place.world.as(username));
  table = await place.visit(undefined, { width: 390 });
  await table.goto('/');
  await makeDraft();
  await makeBeginnings();
  await makeMail();
  await makeLink();
  await makeHold();
  await makeAreas();
}, 120_000);
afterAll(() => place.close());

/** A draft of a penalty: the one page that no record of the county has. */
async function makeDraft(): Promise<void> {
  const answer = await visitors
    .get('olu.officer')
    ?.api('POST', '/api/v1/penalties', { offence: 'fly-tipping' });
  // The answer's schema is the declaration's, which has an id.
  samples.draftId = String((answer?.json as { id?: unknown } | undefined)?.id);
}

/** What a sample request makes: its id. */
async function made(who: string, path: string): Promise<string> {
  const route = place.world.app.routes.find((one) => one.method === 'POST' && one.path === path);
  if (!route) throw new Error(path);
  const { url, body } = requestFor(route, samples);
  const answer = await visitors.get(who)?.api('POST', url, body);
  if (answer && answer.status >= 300) throw new Error(`${path} ${answer.status}: ${answer.text}`);
  // The answer's schema is the declaration's, which has an id.
  return String((answer?.json as { id?: unknown } | undefined)?.id);
}

/** A firm that was not vetted yet, and a day of action that is being planned: the samples are further on. */
async function makeBeginnings(): Promise<void> {
  samples.newTraderId = await made('vita.vetting', '/api/v1/traders');
  samples.plannedId = await made('callum.safety', '/api/v1/operations');
  samples.plannedPurchaseId = await made('callum.safety', '/api/v1/test-purchases');
}

/** A message in the outbox: the county starts with none. */
async function makeMail(): Promise<void> {
  const [row] = await place.world.sql<{ id: string }>(
    `insert into platform.outbox (id, to_address, subject, body, reason, queued_at)
     values ('5a3b1e00-0000-4000-8000-00000000000d', 'team@wendmere.example', 'Report R-SAMP-001 is with your service', 'Open it.', 'report routed', now())
     returning id::text`,
  );
  samples.messageId = row?.id ?? '';
}

/** Outlines that were read and wait to be looked at. */
async function makeAreas(): Promise<void> {
  const [row] = await place.world.sql<{ id: string }>(
    `insert into directory.area_draft (id, officer_id, made_at, kind, starts_on, areas, rejected)
     select '5a3b1e00-0000-4000-8000-00000000000e', id, now(), 'ward', '2027-05-06',
       '[{"code": "E05999999", "name": "Example", "outline": [[[[2, 55], [2.1, 55], [2.1, 55.1], [2, 55]]]]}]', '[{"index": 1, "why": "no code"}]'
     from directory.officer limit 1 returning id::text`,
  );
  samples.areaDraftId = row?.id ?? '';
}

/** A record of the auditor's agency that is held: the county starts with none. */
async function makeHold(): Promise<void> {
  const [report] = await place.world.sql<{ reference: string }>(
    `select r.reference from intake.report r join directory.agency a on a.id = r.owner_agency_id
     where a.code = 'MCC' order by r.id limit 1`,
  );
  const answer = await visitors.get('aled.auditor')?.api('POST', '/api/v1/retention/holds', {
    ...{ kind: 'report', reference: report?.reference, why: 'For the test' },
  });
  // The answer's schema is the declaration's, which has an id.
  samples.holdId = String((answer?.json as { id?: unknown } | undefined)?.id);
}

/** A link to set a password, for somebody whom no test signs in as. */
async function makeLink(): Promise<void> {
  const [officer] = await place.world.sql<{ id: string }>(
    'select officer_id::text as id from platform.account where not is_persona and is_active order by username limit 1',
  );
  const answer = await visitors
    .get('dana.directory')
    ?.api('POST', `/api/v1/directory/people/${officer?.id}/password-link`, { reason: 'For the test' });
  // The answer's schema is the declaration's, which has an address.
  samples.token =
    String((answer?.json as { url?: unknown } | undefined)?.url)
      .split('/')
      .at(-1) ?? '';
}

/** The first who may use the page and is shown it, with the page itself unless it leads on. */
async function whoSees(route: Route, url: string): Promise<{ username: string; html: string | undefined }> {
  const answers: string[] = [];
  for (const [username, visitor] of visitors) {
    if (!mayUse(visitor.viewer, route.permission)) continue;
    const { status, text } = await visitor.get(url);
    if (status === 200) return { username, html: text };
    if (status === 302 || status === 303) return { username, html: undefined };
    answers.push(`${username} ${status}`);
  }
  throw new Error(`Nobody is shown ${url}: ${answers.join(', ')}`);
}

/** What is further on than its form is shown for: there the county has another. */
const samplesFor = (route: Route): Samples => {
  const instead: Record<string, Samples> = {
    '/penalties/:penaltyId/edit': { penaltyId: samples.draftId ?? '' },
    '/traders/:traderId/edit': { traderId: samples.newTraderId ?? '' },
    '/operations/:operationId/edit': { operationId: samples.plannedId ?? '' },
    '/test-purchases/:purchaseId/edit': { purchaseId: samples.plannedPurchaseId ?? '' },
  };
  return { ...samples, ...instead[route.path] };
};

describe('every page can be used by everybody, on a phone as well', () => {
  test.each(pageRoutes.map((route) => [route.path, route] as const))('%s', async (_path, route) => {
    const { url } = requestFor(route, samplesFor(route));
    const { username, html } = await whoSees(route, url);
    if (html && !runsMore(html))
      return expect([...(await lay(table, html, { isScripted: true })), ...(await faultsOf(table))]).toEqual(
        [],
      );
    const page =
      pages.get(username) ??
      (await place.visit(username === 'nobody' ? undefined : username, { width: 390 }));
    pages.set(username, page);
    await page.goto(url);
    expect(await faultsOf(page)).toEqual([]);
  });
});
