import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mayUse } from '../../src/platform/access/permission.ts';
import type { Route } from '../../src/platform/http/declare.ts';
import { personas } from '../support/personas.ts';
import { formOf, readSamples, requestFor, type Samples } from '../support/samples.ts';
import { openWorld, type Visitor, type World } from '../support/world.ts';

let world: World;
let samples: Samples;
const visitors = new Map<string, Visitor>();

beforeAll(async () => {
  world = await openWorld({ name: 'matrix', keep: false });
  samples = await readSamples(world);
  visitors.set('nobody', world.nobody);
  for (const username of personas) visitors.set(username, await world.as(username));
});
afterAll(() => world.close());

async function answerOf(visitor: Visitor, route: Route) {
  const { url, body } = requestFor(route, samples);
  if (route.kind === 'api') return visitor.api(route.method, url, route.method === 'POST' ? body : undefined);
  return route.method === 'GET' ? visitor.get(url) : visitor.post(url, formOf(body));
}

/** Every route a persona may not use is refused, every one they may use answers; nothing faults. */
describe('each route for each persona', () => {
  test.each(['nobody', ...personas])('%s', async (username) => {
    const visitor = visitors.get(username);
    if (!visitor) throw new Error(username);
    const wrong: string[] = [];
    for (const route of world.app.routes) {
      // Signing out would end the session that the rest of the row needs.
      if (route.path === '/sign-out' && username !== 'nobody') continue;
      const { status, location } = await answerOf(visitor, route);
      const allowed = mayUse(visitor.viewer, route.permission);
      const refused =
        username === 'nobody' ? status === 401 || (location ?? '').startsWith('/sign-in') : status === 403;
      if (allowed === refused || status >= 500)
        wrong.push(
          `${route.method} ${route.path}: ${allowed ? 'allowed' : 'not allowed'}, yet answered ${status}`,
        );
    }
    expect(wrong).toEqual([]);
  });
});

test('the county has a persona for every role that a route asks for', () => {
  const held = new Set(
    [...visitors.values()].flatMap(({ viewer }) => (viewer.kind === 'officer' ? viewer.roles : [])),
  );
  const asked = new Set(world.app.routes.flatMap((route) => route.permission.roles));
  expect([...asked].filter((role) => !held.has(role))).toEqual([]);
});

test('only these routes are open to the public', () => {
  expect(
    world.app.routes
      .filter((route) => route.permission.isPublic)
      .map((route) => `${route.method} ${route.path}`)
      .sort(),
  ).toMatchInlineSnapshot(`
    [
      "GET /",
      "GET /api/v1/issue-types",
      "GET /api/v1/openapi.json",
      "GET /api/v1/places",
      "GET /dev/components",
      "GET /map.json",
      "GET /map.svg",
      "GET /meetings/calendar.ics",
      "GET /open311/v2/requests.json",
      "GET /open311/v2/requests.xml",
      "GET /open311/v2/requests/:reference.json",
      "GET /open311/v2/requests/:reference.xml",
      "GET /open311/v2/services.json",
      "GET /open311/v2/services.xml",
      "GET /open311/v2/services/:issueType.json",
      "GET /open311/v2/services/:issueType.xml",
      "GET /password/:token",
      "GET /report",
      "GET /report/:step",
      "GET /sign-in",
      "GET /track",
      "POST /api/v1/reports",
      "POST /api/v1/sessions",
      "POST /api/v1/track",
      "POST /api/v1/track/answers",
      "POST /api/v1/track/photos",
      "POST /open311/v2/requests.json",
      "POST /open311/v2/requests.xml",
      "POST /password/:token",
      "POST /report/kind",
      "POST /report/land",
      "POST /report/more",
      "POST /report/same",
      "POST /report/send",
      "POST /report/what",
      "POST /report/where",
      "POST /report/you",
      "POST /sign-in",
      "POST /sign-in/persona",
      "POST /track",
      "POST /track/answer",
      "POST /track/photos",
    ]
  `);
});
