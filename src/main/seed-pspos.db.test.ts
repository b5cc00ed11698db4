import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildCounty } from '../../county/index.ts';
import { openWorld, type World } from '../../test/support/world.ts';
import { seedPspos } from './seed-pspos.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld({ name: 'seedpspos' });
  const owner = new Client({ connectionString: world.ownerUrl });
  await owner.connect();
  await seedPspos(owner, buildCounty('2026-11-20'));
  await owner.end();
});
afterAll(() => world.close());

test('the demonstration county has two orders in force and an old one that lapsed, each with a page and a map', async () => {
  const rows = await world.sql<{ id: string; title: string; endsOn: string }>(
    `select id, title, ends_on as "endsOn" from enforcement.pspo where status = 'published' order by ends_on`,
  );
  expect(rows.map(({ title }) => title)).toEqual([
    'Old market drinking ban',
    'Alcohol on the quay',
    'Dogs in Wendmere',
  ]);
  expect(rows[0]?.endsOn).toBe('2020-10-19');
  const callum = await world.as('callum.safety');
  for (const { id, title } of rows) {
    const file = await callum.get(`/pspos/${id}`);
    expect(file.status).toBe(200);
    expect(file.text).toContain(title);
    const map = await world.nobody.get(`/public-spaces/${id}/map.svg`);
    expect(map.text).toContain('fill-opacity="0.18"');
  }
  // The quay lies in the district: each says that the other covers some of its ground.
  const quay = await callum.get(`/pspos/${rows[1]?.id}`);
  expect(quay.text).toContain('Dogs in Wendmere');
  expect(quay.text).toContain('This order ends within 3 months');
  expect((await world.nobody.get('/public-spaces')).text).not.toContain('Old market');
  // G-03: both stood at the end of the quarter before, and stand today.
  const figure = await callum.get('/figures/G-03');
  expect(figure.status).toBe(200);
  expect(figure.text).toContain('Public spaces orders in force');
});
