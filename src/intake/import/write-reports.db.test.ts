import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../../../test/support/world.ts';
import { systemViewer } from '../../platform/access/viewer.ts';
import { fixedClock } from '../../platform/clock/clock.ts';
import { idFromName, repeatableIds } from '../../platform/ids/ids.ts';
import { type ReportRow, writeReports } from './write-reports.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld({ name: 'writing' });
});
afterAll(() => world.close());

test('a row whose random reference is taken gets another, and a known row is known', async () => {
  const [like] = await world.sql<ReportRow>(
    "select to_jsonb(r) - 'search' as row from intake.report r where reference = 'R-SAMP-001'",
  );
  const base = (like as unknown as { row: ReportRow }).row;
  const camel = Object.fromEntries(
    Object.entries(base).map(([key, value]) => [
      key.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  );
  // The sample's own reference, which is taken, twice over.
  const rows = ['one', 'two'].map((name) => ({
    ...camel,
    id: idFromName(name),
    externalId: name,
    feed: 'test',
    reference: 'R-SAMP-001',
  }));
  const viewer = systemViewer('WORKER', 'test');
  const write = () =>
    world.app.databases.inTransaction('WORKER', viewer, (db) =>
      writeReports(
        {
          db,
          viewer,
          clock: fixedClock('2026-11-20T10:00:00Z'),
          ids: repeatableIds('writing'),
          note: { detail: {} },
        },
        rows,
      ),
    );
  expect((await write()).added).toBe(2);
  expect(await write()).toEqual({ added: 0, written: [] });
  const [{ n } = { n: 0 }] = await world.sql<{ n: number }>(
    "select count(distinct reference)::int as n from intake.report where feed = 'test'",
  );
  expect(n).toBe(2);
});
