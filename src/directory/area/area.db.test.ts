import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type Visitor, type World } from '../../../test/support/world.ts';

let world: World;
let dana: Visitor;
let codes: { code: string; name: string }[];
beforeAll(async () => {
  world = await openWorld({ name: 'areas' });
  dana = await world.as('dana.directory');
  codes = await world.sql<{ code: string; name: string }>(
    "select code, name from directory.area where kind = 'ward' and ends_on is null order by code limit 3",
  );
});
afterAll(() => world.close());

const code = (index: number): string => codes[index]?.code ?? '';
const end = (fields: Record<string, unknown> = {}) =>
  dana.api('POST', `/api/v1/directory/areas/${code(0)}/end`, {
    ...{ endsOn: '2027-04-01', successorCodes: [code(1)], version: 1, reason: 'Boundary review' },
    ...fields,
  });
const wrong = (answer: { json: unknown }): string[] =>
  (answer.json as { problems?: { field: string }[] }).problems?.map((p) => p.field) ?? [];

test('areas are listed by kind and found by name or code, ended ones too', async () => {
  const list = await dana.get('/directory/areas?kind=ward');
  expect(list.status).toBe(200);
  expect(list.text).toMatch(/Ended <time/);
  const found = await dana.get(`/directory/areas?kind=ward&words=${code(0)}`);
  expect(found.text).toContain(codes[0]?.name);
  expect(found.text).not.toContain(`/directory/areas/${code(1)}"`);
  expect((await dana.get('/directory/areas?kind=ward&words=%25_')).text).toContain('No area fits');
});

test('its page has dates, outline and what names it', async () => {
  const page = await dana.get(`/directory/areas/${code(0)}`);
  expect(page.text).toContain(`area=${code(0)}`);
  const map = /src="(\/map\.svg[^"]+)"/.exec(page.text)?.[1]?.replaceAll('&amp;', '&') ?? '';
  expect((await world.nobody.get(map)).text).toContain('fill-opacity');
  expect((await dana.get('/directory/areas/E00000404')).status).toBe(404);
});

test('each field is checked', async () => {
  const [county] = await world.sql<{ code: string }>("select code from directory.area where kind = 'county'");
  const cases: [Record<string, unknown>, string][] = [
    [{ endsOn: '2026-11-19' }, 'endsOn'],
    [{ endsOn: 'soon' }, 'endsOn'],
    [{ successorCodes: [] }, 'successorCodes'],
    [{ successorCodes: [code(0)] }, 'successorCodes'],
    [{ successorCodes: [county?.code] }, 'successorCodes'],
    [{ successorCodes: ['E00000404'] }, 'successorCodes'],
    [{ version: 0 }, 'version'],
    [{ reason: '' }, 'reason'],
  ];
  for (const [fields, field] of cases) {
    const answer = await end(fields);
    expect([answer.status, ...wrong(answer)], JSON.stringify(fields)).toEqual([422, field]);
  }
  expect((await end({ version: 7 })).status).toBe(409);
});

test('an area ends with two successors from the page, is put back, and its name corrected', async () => {
  const form = {
    endsOn: '2027-04-01',
    successorCodes: `${code(1)}\n${code(2)}`,
    version: '1',
    reason: 'Review',
  };
  const preview = await dana.post(`/directory/areas/${code(0)}/end`, { ...form, go: 'preview' });
  expect(preview.text).toContain('Nothing is saved yet');
  expect(preview.text).toMatch(/postcodes? names? it until the next release/);
  expect((await dana.post(`/directory/areas/${code(0)}/end`, { ...form, go: 'save' })).status).toBe(303);
  const page = await dana.get(`/directory/areas/${code(0)}`);
  expect(page.text).toContain(`/directory/areas/${code(2)}`);
  const undo = /action="(\/directory\/changes\/[^"]+\/undo)"/.exec(page.text)?.[1] ?? '';
  expect((await dana.post(undo, { reason: 'The review was put off' })).status).toBe(303);
  const back = await dana.api('GET', `/api/v1/directory/areas/${code(0)}`);
  expect(back.json).toMatchObject({ endsOn: null, successors: [], version: 3 });
  const named = await dana.api('POST', `/api/v1/directory/areas/${code(0)}/change`, {
    ...{ name: 'Newly Spelt', version: 3, reason: 'It was misspelt' },
  });
  expect(named.json).toMatchObject({ name: 'Newly Spelt', version: 4 });
});

test('others look, and change nothing', async () => {
  const olu = await world.as('olu.officer');
  expect((await olu.get(`/directory/areas/${code(0)}`)).status).toBe(200);
  expect((await olu.get(`/directory/areas/${code(0)}/end`)).status).toBe(403);
});
