import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { openWorld, type Visitor, type World } from '../../../test/support/world.ts';
import { PUBLIC } from '../access/permission.ts';
import { apiGet } from './declare.ts';

/** What a program that knows the schemas and no person would type: the answer says what to change, and is never a fault of ours. */
/** A route whose schema is wider than its column. */
const tooLarge = apiGet({
  path: '/api/v1/too-large',
  words: 'For the test alone',
  permission: PUBLIC,
  audit: 'test.asked',
  query: z.object({ number: z.coerce.number() }),
  output: z.object({}),
  handle: async ({ db }, { query }) => {
    await sql`select ${query.number}::int4`.execute(db);
    return {};
  },
});

let world: World;
let callum: Visitor;
beforeAll(async () => {
  world = await openWorld({ name: 'odd_values', extraRoutes: [tooLarge] });
  callum = await world.as('callum.safety');
});
afterAll(() => world?.close());

const idOf = '22a0b2de-305d-4a4c-a33e-f8ee5b2d50a9';
const problemsOf = (body: unknown) => (body as { problems: { field: string; words: string }[] }).problems;

test('a day of the year 0, which no calendar has, is told at its field', async () => {
  const answer = await callum.api('GET', `/api/v1/people/${idOf}?asAt=0000-01-01`);
  expect(answer.status).toBe(422);
  expect(problemsOf(answer.json)).toEqual([{ field: 'asAt', words: 'Enter a year from 1 on' }]);
});

test('a version beyond any is told at its field', async () => {
  const body = { reasonWords: 'Given twice', version: 1_584_330_662_899_437 };
  const answer = await callum.api('POST', `/api/v1/awards/${idOf}/withdraw`, body);
  expect(problemsOf(answer.json)).toContainEqual({
    field: 'version',
    words: 'Reload the page and try again',
  });
});

test('a value that passes a form and that no column keeps is refused with what to change, and nothing is said of a fault', async () => {
  const answer = await world.nobody.api('GET', '/api/v1/too-large?number=99999999999');
  expect([answer.status, problemsOf(answer.json)]).toEqual([
    422,
    [{ field: '', words: expect.stringContaining('a number is too large') }],
  ]);
  const page = await world.app.server.inject({
    url: '/api/v1/too-large?number=99999999999',
    headers: { accept: 'text/html' },
  });
  expect(page.statusCode).toBe(422);
});

test('orders for public spaces are narrowed by no case, since none stands behind them', async () => {
  const answer = await callum.api('GET', `/api/v1/pspos?caseId=${idOf}`);
  expect(answer.status).toBe(200);
});

test('a body that says it is a form of several parts and names no boundary cannot be read', async () => {
  const answer = await world.app.server.inject({
    method: 'POST',
    url: '/api/v1/reports',
    headers: { 'content-type': 'multipart/form-data' },
    payload: '{}',
  });
  expect([answer.statusCode, answer.json().words]).toEqual([400, 'The request cannot be read.']);
});
