import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testSecret } from '../../../test/support/cluster.ts';
import { openWorld, type World } from '../../../test/support/world.ts';
import { systemViewer } from '../access/viewer.ts';
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
