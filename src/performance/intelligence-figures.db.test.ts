import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type Visitor, type World } from '../../test/support/world.ts';

let world: World;
let imran: Visitor;
const year = 'from=2026-10-01&to=2026-11-20';
beforeAll(async () => {
  world = await openWorld({ name: 'intelligencefigures' });
  imran = await world.as('imran.intel');
  const add = async (title: string, receivedAt: string, gradedAt: string | undefined, isReturned = false) => {
    const [row] = await world.sql<{ id: string }>(
      `insert into intelligence.item (id, reference, agency_id, received_how, received_at, title, body, priority, status)
       select gen_random_uuid(), 'I-' || $1::text, agency_id, 'complaint', $2, $1, $1, 3, $3 from intelligence.item where reference = 'I-SAMP-001' returning id`,
      [title, receivedAt, gradedAt ? 'graded' : 'received'],
    );
    const event = (kind: string, at: string) =>
      world.sql(
        'insert into intelligence.item_event (id, item_id, agency_id, at, kind, words) select gen_random_uuid(), id, agency_id, $2, $3, $3 from intelligence.item where id = $1',
        [row?.id, at, kind],
      );
    if (gradedAt) await event('grade', gradedAt);
    if (isReturned) await event('return', '2026-11-19T10:00:00Z');
  };
  // Friday to Tuesday is two working days, to Wednesday three.
  await add('Friday', '2026-10-02T09:00:00Z', '2026-10-06T09:00:00Z');
  await add('Late', '2026-10-02T09:00:00Z', '2026-10-07T09:00:00Z', true);
  await add('At once', '2026-10-05T09:00:00Z', '2026-10-05T21:00:00Z');
  await add('Waiting', '2026-10-05T09:00:00Z', undefined);
  // Another unit's, which nobody here counts.
  await world.sql(
    `insert into intelligence.item (id, reference, agency_id, received_how, received_at, title, body, priority)
     select gen_random_uuid(), 'I-OTHER', id, 'complaint', '2026-10-05T09:00:00Z', 'Theirs', 'Theirs', 3 from directory.agency where code = 'WEND'`,
  );
});
afterAll(() => world.close());

interface Line {
  code: string;
  now: { words: string };
}
const figures = async (visitor: Visitor): Promise<ReadonlyMap<string, string>> => {
  const answer = await visitor.api('GET', `/api/v1/figures?${year}`);
  return new Map((answer.json as { figures: Line[] }).figures.map(({ code, now }) => [code, now.words])); // the shape is the declaration's
};

test('I-01 to I-05 are counted from the unit’s own records', async () => {
  const [package1] = await world.sql<{ id: string }>(
    "select id from dissemination.package where reference = 'PK-SAMP-001'",
  );
  const found = await figures(imran);
  expect(Object.fromEntries(found)).toEqual({
    'I-01a': '7',
    'I-02': '1',
    'I-03': '4.0 days',
    'I-03a': '2 of 7 (28.6%)',
    'I-04': '1',
    'I-04a': '0 of 1 (0.0%)',
    'I-04b': '0 of 1 (0.0%)',
    'I-04c': 'Not applicable',
    'I-04d': '1 of 1 (100.0%)',
    'I-05': '1 of 7 (14.3%)',
    'I-06': '0',
    'I-06a': '0',
    'M-02a': '£0.00',
  });
  const olu = await world.as('olu.officer');
  await olu.api('POST', `/api/v1/packages/${package1?.id}/answer`, { answer: 'accepted' });
  expect((await figures(imran)).get('I-04c')).toBe('0 of 1 (0.0%)');
  await olu.api('POST', `/api/v1/packages/${package1?.id}/outcome`, { result: 'used', words: 'Visited' });
  // Whoever tries the queue from outside, by page or API, is refused, and counted.
  expect([
    (await olu.get('/intelligence')).status,
    (await olu.api('GET', '/api/v1/intelligence/items')).status,
  ]).toEqual([403, 403]);
  // A product under a condition, whose day of review has passed.
  await world.sql(
    "update intelligence.draft set review_on = '2026-11-01', state = 'released' where reference = 'PK-SAMP-001'",
  );
  const after = await figures(imran);
  expect([after.get('I-06'), after.get('I-06a')]).toEqual(['2', '1']);
  expect([after.get('I-04a'), after.get('I-04c')]).toEqual(['1 of 1 (100.0%)', '1 of 1 (100.0%)']);
});

test('each opens the records behind it, on the unit’s side alone', async () => {
  const behind = await imran.get(`/figures/I-05/records?${year}&side=numerator`);
  expect(behind.text).toContain('I-Late');
  expect(behind.text).not.toContain('I-Friday');
  const all = await imran.get(`/figures/I-01a/records?${year}`);
  expect(all.text).toContain('I-SAMP-001');
  expect(all.text).not.toContain('I-OTHER');
  const split = await imran.get(`/figures/I-02?${year}`);
  expect(split.text).toContain('Wendmere District Council');
  const index = (await imran.get(`/figures?${year}`)).text;
  expect(index).toContain('Graded within two working days');
  // Papers of the operations side would only refuse.
  for (const words of ['Joint Action Group paper', 'Quarter paper']) expect(index).not.toContain(words);
});

test('of a district nothing is measured, for items name none: it is not nought', async () => {
  const [area] = await world.sql<{ code: string }>(
    "select area_code as code from directory.agency where code = 'WEND'",
  );
  const answer = await imran.api('GET', `/api/v1/figures?${year}&area=${area?.code}`);
  const { figures: lines } = answer.json as { figures: Line[] }; // the shape is the declaration's
  expect(new Set(lines.map(({ now }) => now.words))).toEqual(new Set(['Not measured']));
});

test('nobody outside the unit is told more than that it is not counted for them', async () => {
  for (const name of ['petra.performance', 'olu.officer', 'sadia.safeguarding']) {
    const visitor = await world.as(name);
    expect([...(await figures(visitor)).keys()].filter((code) => /^I-0([2-5]|1a)/.test(code))).toEqual([]);
    const page = await visitor.get(`/figures/I-01a?${year}`);
    expect(page.text).not.toContain('I-SAMP');
    const records = await visitor.get(`/figures/I-01a/records?${year}`);
    expect(records.text).not.toContain('I-SAMP');
  }
});
