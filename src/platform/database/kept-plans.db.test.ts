import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testSecret } from '../../../test/support/cluster.ts';
import { openWorld, type World } from '../../../test/support/world.ts';
import { systemViewer, type Viewer } from '../access/viewer.ts';
import { type Databases, type Db, openDatabases } from './database.ts';

let world: World;
let databases: Databases;
beforeAll(async () => {
  world = await openWorld({ name: 'plans' });
  databases = openDatabases({ serverUrl: world.ownerUrl, secret: testSecret, poolSize: 1 });
});
afterAll(async () => {
  await databases.close();
  await world.close();
});

const inWorker = <T>(work: (db: Db) => Promise<T>): Promise<T> =>
  databases.inTransaction('WORKER', systemViewer('WORKER', 'a test'), work);
const services = (least: number) =>
  inWorker(
    async (db) => (await sql`select * from directory.agency where length(code) >= ${least}`.execute(db)).rows,
  );

test('what is asked again and again is kept by the server, and answers as before, whatever it is asked with', async () => {
  const once = await services(3);
  for (let turn = 0; turn < 12; turn += 1) expect(await services(3)).toEqual(once);
  expect(await services(400)).toEqual([]);
  const kept = await inWorker(
    async (db) =>
      (
        await sql<{
          times: number;
        }>`select generic_plans + custom_plans as times from pg_prepared_statements where statement like ${'%length(code)%'}`.execute(
          db,
        )
      ).rows,
  );
  expect(kept).toEqual([{ times: 12 }]);
});

test('a kept plan that no longer fits the tables fails once at most', async () => {
  for (let turn = 0; turn < 4; turn += 1) await services(3);
  await world.sql('alter table directory.agency add column for_the_test integer');
  await expect(services(3)).rejects.toThrow('cached plan must not change result type');
  expect(await services(3)).not.toEqual([]);
});

test('one plan on one connection, two viewers by turns: each is answered by the fences of their own agency', async () => {
  const viewers = [(await world.as('olu.officer')).viewer, (await world.as('hollis.housing')).viewer];
  const seenBy = (viewer: Viewer) =>
    databases.inTransaction('OPS', viewer, async (db) => {
      const { rows } = await sql<{
        agency: string;
      }>`select distinct o.agency_id as agency from directory.authorisation a join directory.officer o on o.id = a.officer_id
        where length(a.power) > ${1}`.execute(db);
      return rows.map(({ agency }) => agency);
    });
  const first = [await seenBy(viewers[0] as Viewer), await seenBy(viewers[1] as Viewer)];
  expect(first[0]).not.toEqual(first[1]);
  for (let turn = 0; turn < 15; turn += 1)
    expect([await seenBy(viewers[0] as Viewer), await seenBy(viewers[1] as Viewer)]).toEqual(first);
});

/** Functions of ours that PostgreSQL may work out while it plans, and that say something of who asks or of a table. */
const workedOutTooSoon = () =>
  world.sql<{ name: string }>(
    `select name from (select p.oid::regprocedure::text as name, case when n.nspname = any($1) and p.prokind = 'f' then pg_get_functiondef(p.oid) end as text
       from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.provolatile = 'i') f
     where text ~* 'current_setting|viewer|now\\(\\)|\\mfrom\\s+[a-z_]+\\.' order by name`,
    [schemas],
  );
const schemas = [
  'platform',
  'directory',
  'intake',
  'records',
  'linkage',
  'safeguarding',
  'assurance',
  'enforcement',
  'tasking',
].concat([
  'performance',
  'governance',
  'intelligence',
  'dissemination',
  'traders',
  'operations',
  'inspection',
  'jet',
  'court',
  'asb',
  'field',
]);

test('nothing that a plan may work out beforehand knows who is asking, or reads a table', async () => {
  const here = await world.sql<{ name: string }>(
    "select distinct table_schema as name from information_schema.tables where table_schema !~ '^(pg_|information_schema|public|graphile)' order by 1",
  );
  expect(here.map(({ name }) => name)).toEqual([...schemas].sort());
  expect(await workedOutTooSoon()).toEqual([]);
  await world.sql(
    "create function platform.leaks() returns text language sql immutable return current_setting('bailiwick.agency', true)",
  );
  expect(await workedOutTooSoon()).toEqual([{ name: 'platform.leaks()' }]);
});
