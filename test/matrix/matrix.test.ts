import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mayUse } from '../../src/platform/access/permission.ts';
import { answerTo, isLeftToMatrix, isRefused } from '../support/matrix.ts';
import { personas } from '../support/personas.ts';
import { readSamples, type Samples } from '../support/samples.ts';
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

/**
 * Every route a persona may not use is refused and nothing faults. That every one they may use answers is seen where it is
 * asked for anyhow, in the wall suite, but for the few routes which that leaves out.
 */
describe('each route for each persona', () => {
  test.each(['nobody', ...personas])('%s', async (username) => {
    const visitor = visitors.get(username);
    if (!visitor) throw new Error(username);
    const wrong: string[] = [];
    for (const route of world.app.routes) {
      // Signing out would end the session that the rest of the row needs.
      if (route.path === '/sign-out' && username !== 'nobody') continue;
      const isAllowed = mayUse(visitor.viewer, route.permission);
      if (isAllowed && !isLeftToMatrix(route)) continue;
      const answer = await answerTo(visitor, route, samples);
      if (isAllowed === isRefused(visitor, answer) || answer.status >= 500)
        wrong.push(
          `${route.method} ${route.path}: ${isAllowed ? 'allowed' : 'not allowed'}, yet answered ${answer.status}`,
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

/** Where the names of people are kept, as `schema.table.column`: those that files are about, who told us of them, and who works here. */
const namesOfPeople = [
  ...[
    'asb.asb_case.subject_name',
    'asb.complainant.name',
    'asb.nomination.subject_name',
    'asb.review_applicant.name',
  ],
  ...[
    'enforcement.abandoned_enquiry.keeper_name',
    'enforcement.closure_occupant.name',
    'directory.officer.name',
  ],
  ...['enforcement.penalty_recipient.name', 'enforcement.protection_subject.name', 'governance.access.name'],
  ...[
    'intake.reporter.name',
    'safeguarding.victim_file.name',
    'safeguarding.visit.person_name',
    'traders.trader_person.name',
  ],
];
/** Pages that anybody reads, and what stands in each: an empty one would name nobody either. */
const registers: readonly (readonly [string, RegExp])[] = [
  ['/public-spaces', /Sample quay/],
  ['/licensing-register', /Reference/],
  ['/case-review/published', /2025-26/],
  ['/checked-traders', /<tbody/],
  ['/alerts', /<h2|<article/],
];

test('nothing that anybody may read names a person of any file, or an officer', async () => {
  await world.sql(
    "update enforcement.pspo_publication set starts_on = '2026-11-01', ends_on = '2029-10-31', ended_on = null",
  );
  await world.sql(
    `insert into inspection.licensing_publication (licensing_id, agency_id, premises_id, reference, trading_name, district_code, kind, status, grounds, advertised_on)
     select l.id, l.agency_id, p.id, l.reference, p.trading_name, p.district_code, l.kind, 'advertised', '{nuisance}', '2026-11-10'
     from inspection.licensing l join inspection.premises p on p.id = l.premises_id on conflict do nothing`,
  );
  await world.sql(
    "update traders.trader set status = 'member', asked_on = '2026-10-01', member_from = '2026-11-01', member_until = '2027-10-31'",
  );
  for (const [path, content] of registers) expect((await world.nobody.get(path)).text, path).toMatch(content);
  const names = new Set<string>();
  for (const place of namesOfPeople) {
    const [schema, table, column] = place.split('.');
    for (const { name } of await world.sql<{ name: string | null }>(
      `select distinct ${column} as name from ${schema}.${table} where ${column} like '%_ _%'`,
    ))
      if (name) names.add(name.toLowerCase());
  }
  expect(names.size).toBeGreaterThan(100);
  const said: string[] = [];
  for (const route of world.app.routes) {
    // Whom one may sign in as in a demonstration, and the pieces of pages with their made-up examples.
    if (!route.permission.isPublic || route.method !== 'GET' || /sign-in|components/.test(route.path))
      continue;
    const answer = await answerTo(world.nobody, route, samples);
    const text = answer.text.toLowerCase();
    for (const name of names) if (text.includes(name)) said.push(`${route.path}: ${name}`);
  }
  expect(said).toEqual([]);
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
      "GET /alerts",
      "GET /api/v1/alerts",
      "GET /api/v1/case-review-publications",
      "GET /api/v1/checked-traders",
      "GET /api/v1/issue-types",
      "GET /api/v1/openapi.json",
      "GET /api/v1/places",
      "GET /api/v1/public-spaces",
      "GET /case-review",
      "GET /case-review/published",
      "GET /case-review/track",
      "GET /checked-traders",
      "GET /dev/components",
      "GET /field-worker.js",
      "GET /field/shell",
      "GET /licensing-register",
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
      "GET /public-spaces",
      "GET /public-spaces/:pspoId",
      "GET /public-spaces/:pspoId/map.svg",
      "GET /report",
      "GET /report/:step",
      "GET /sign-in",
      "GET /track",
      "POST /api/v1/case-review-applications",
      "POST /api/v1/case-review-applications/track",
      "POST /api/v1/reports",
      "POST /api/v1/sessions",
      "POST /api/v1/track",
      "POST /api/v1/track/answers",
      "POST /api/v1/track/photos",
      "POST /case-review",
      "POST /case-review/track",
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
