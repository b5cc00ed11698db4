import { createHash } from 'node:crypto';
import { stringify } from 'csv-stringify/sync';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildCounty } from '../../county/index.ts';
import { wordsOf } from '../../test/support/pages.ts';
import { withoutSamples } from '../../test/support/sample-linkage.ts';
import { openWorld, type World } from '../../test/support/world.ts';
import { seedPeopleAtRisk } from './seed-people.ts';

let world: World;
const said: string[] = [];
beforeAll(async () => {
  world = await openWorld({ name: 'seedpeople' });
  for (const line of withoutSamples) await world.sql(line);
  const owner = new Client({ connectionString: world.ownerUrl });
  await owner.connect();
  await seedPeopleAtRisk(owner, buildCounty('2026-11-20'), {
    today: '2026-11-20',
    report: (line) => said.push(line),
  });
  await owner.end();
});
afterAll(() => world.close());

test('the demonstration county starts with its twelve lists, every row of them', async () => {
  expect(said).toEqual(['Loaded 12 lists of 1,235 rows']);
  const [counts] = await world.sql<{ lists: number; rows: number; batch: number }>(
    `select count(distinct l.id)::int as lists, count(*)::int as rows, count(*) filter (where e.handling = 'restricted')::int as batch
     from linkage.list_entry e join linkage.list l on l.id = e.list_id where l.name <> 'Sample list'`,
  );
  expect(counts).toEqual({ lists: 12, rows: 1235, batch: 140 });
  const jobs = await world.sql(
    "select 1 from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'match-records'",
  );
  expect(jobs).toHaveLength(1);
});

test('each load carries the hash of the file that it stands for', async () => {
  const loads = await world.sql<{ listId: string; fileSha256: string; sizeBytes: number }>(
    `select list_id as "listId", file_sha256 as "fileSha256", size_bytes::int as "sizeBytes" from linkage.list_load where file_name <> 'list.csv'`,
  );
  const files = buildCounty('2026-11-20').lists.map(({ id, columns, rows }) => {
    const text = stringify([columns, ...rows]);
    const fileSha256 = createHash('sha256').update(text).digest('hex');
    return { listId: id, fileSha256, sizeBytes: Buffer.byteLength(text) };
  });
  const byList = (a: { listId: string }, b: { listId: string }) => (a.listId < b.listId ? -1 : 1);
  expect(loads.sort(byList)).toEqual(files.sort(byList));
});

test('whoever keeps the register starts with people on it; Tidewater and the fire service say nothing of theirs', async () => {
  const sadia = await world.as('sadia.safeguarding');
  const { count } = (await sadia.api('GET', '/api/v1/register')).json as { count: number };
  expect(count).toBeGreaterThan(100);
  const { lists } = (await sadia.api('GET', '/api/v1/lists')).json as {
    lists: { agencyName: string; isOpen: boolean; rowsLoaded: number }[];
  };
  for (const { agencyName, isOpen, rowsLoaded } of lists)
    if (/Tidewater|Fire/.test(agencyName)) expect([isOpen, rowsLoaded]).toEqual([false, 0]);
  const audit = (await sadia.api('GET', '/api/v1/lists/audit')).json as {
    onSeveral: number;
    differingInAll: number;
  };
  expect(audit.onSeveral).toBeGreaterThan(50);
  expect(audit.differingInAll).toBeGreaterThan(50);
});

test('the warden starts with visits to make', async () => {
  const wyn = await world.as('wyn.warden');
  const { visits } = (await wyn.api('GET', '/api/v1/visits')).json as {
    visits: { id: string; state: string }[];
  };
  const next = visits.find(({ state }) => state === 'planned');
  expect(next).toBeDefined();
  expect(wordsOf((await wyn.get(`/visits/${next?.id}`)).text)).toContain('Where');
});
