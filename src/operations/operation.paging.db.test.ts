import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../../test/support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld({ name: 'operation_paging' });
});
afterAll(() => world.close());

test('every day of action is reached, page by page, on the page and by the API', async () => {
  const visitor = await world.as('callum.safety');
  await world.sql(
    `insert into operations.operation (id, reference, agency_id, agency_ids, name, status, on_day, objectives, roads, district_code, briefing, made_at)
     select gen_random_uuid(), 'DA-' || n, o.agency_id, array[o.agency_id], 'Day number ' || n, 'planned', date '2026-01-01' + n, 'x', '', 'Q07000001', 'x', now()
     from generate_series(1, 60) n, directory.officer o join platform.account a on a.officer_id = o.id where a.username = 'callum.safety'`,
  );
  const names = new Set<string>();
  let next: string | null = '';
  for (let pages = 0; next !== null && pages < 20; pages += 1) {
    const answer: { json: unknown } = await visitor.api(
      'GET',
      `/api/v1/operations${next && `?after=${encodeURIComponent(next)}`}`,
    );
    const page = answer.json as { operations: { name: string }[]; next: string | null };
    expect(page.operations.length).toBeLessThanOrEqual(25);
    for (const { name } of page.operations) names.add(name);
    next = page.next;
  }
  expect([...names].filter((name) => name.startsWith('Day number')).length).toBe(60);
  const first = await visitor.get('/operations');
  expect(first.text).toContain('after=');
  expect((await visitor.get('/operations?after=%00x')).status).toBe(200);
});
