import { readdirSync } from 'node:fs';
import { Kysely, sql } from 'kysely';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testSecret } from '../../../test/support/cluster.ts';
import { openWorld, type World } from '../../../test/support/world.ts';
import type { Viewer } from '../access/viewer.ts';
import { type Asking, type Databases, type Db, openDatabases } from './database.ts';
import { BegunWithWordsDialect } from './dialect.ts';
import { migrate } from './migrate.ts';
import type { DB } from './rows.ts';

/** One connection, so that each transaction comes after another on it. */
let world: World;
let databases: Databases;
let officer: Viewer;
beforeAll(async () => {
  world = await openWorld({ name: 'begun' });
  databases = openDatabases({ serverUrl: world.ownerUrl, secret: testSecret, poolSize: 1 });
  officer = (await world.as('olu.officer')).viewer;
});
afterAll(async () => {
  await databases.close();
  await world.close();
});

const told = async (db: Asking) =>
  (
    await sql<
      Record<string, string>
    >`select current_setting('bailiwick.agency', true) as agency, current_setting('bailiwick.roles', true) as roles,
      current_setting('bailiwick.services', true) as services, current_setting('bailiwick.today', true) as today, txid_current()::text as tx`.execute(
      db,
    )
  ).rows[0];
const asViewer = <T>(viewer: Viewer, work: (db: Db) => Promise<T>) =>
  databases.inTransaction('OPS', viewer, work);
/** An officer with a role, service or agency of any text. */
const odd = (text: string): Viewer =>
  ({ ...officer, roles: [text], serviceIds: [text], agencyId: text }) as unknown as Viewer;
const texts = [
  "x', true); select set_config('bailiwick.roles', 'auditor",
  "\\'); drop table x; --",
  '\\',
  "'",
  '$$',
  '\n;commit;',
  'é’',
  '%s',
  '?',
];

test.each(texts)('a value of any text stays a value: %j', async (text) => {
  expect(await asViewer(odd(text), told)).toMatchObject({ agency: text, roles: text, services: text });
});

test('nor where the server reads backslashes in every literal', async () => {
  const loose = openDatabases({
    serverUrl: `${world.ownerUrl}${world.ownerUrl.includes('?') ? '&' : '?'}options=${encodeURIComponent('-c standard_conforming_strings=off')}`,
    secret: testSecret,
    poolSize: 1,
  });
  try {
    for (const text of texts) {
      let isOff: string | undefined;
      const said = await loose.inTransaction('OPS', odd(text), async (db) => {
        const { rows } = await sql<{
          is: string;
        }>`select current_setting('standard_conforming_strings') as is`.execute(db);
        isOff = rows[0]?.is;
        return told(db);
      });
      expect([isOff, said]).toEqual(['off', expect.objectContaining({ agency: text, roles: text })]);
    }
  } finally {
    await loose.close();
  }
});

test('a text that no setting can hold fails the beginning, and leaves the connection clean', async () => {
  await expect(asViewer(odd('a\u0000b'), told)).rejects.toThrow();
  expect(await asViewer(officer, told)).toMatchObject({
    agency: officer.kind === 'officer' ? officer.agencyId : '',
  });
});

test('what is said to one transaction is not said to the next, whether it was kept, given up or broken off', async () => {
  const settings = async () => {
    const { rows } = await databases
      .poolOf('OPS')
      .query(
        "select current_setting('bailiwick.agency', true) as agency, current_setting('bailiwick.roles', true) as roles, now() as at, txid_current_if_assigned() as tx",
      );
    return [rows[0].agency ?? '', rows[0].roles ?? '', rows[0].tx];
  };
  await asViewer(officer, told);
  expect(await settings()).toEqual(['', '', null]);
  await databases.inTransaction('OPS', officer, told, false);
  expect(await settings()).toEqual(['', '', null]);
  await expect(asViewer(officer, (db) => sql`select 1 / 0`.execute(db))).rejects.toThrow('division');
  expect(await settings()).toEqual(['', '', null]);
  // What failed and was passed over is not called done.
  await expect(
    asViewer(officer, async (db) => {
      await sql`select 1 / 0`.execute(db).catch(() => undefined);
    }),
  ).rejects.toThrow();
  expect(await settings()).toEqual(['', '', null]);
  const killer = new Client({ connectionString: world.ownerUrl });
  await killer.connect();
  try {
    await expect(
      asViewer(officer, async (db) => {
        const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db);
        await killer.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
        return told(db);
      }),
    ).rejects.toThrow();
  } finally {
    await killer.end();
  }
  expect(await settings()).toEqual(['', '', null]);
  expect(await asViewer(officer, told)).toMatchObject({
    agency: officer.kind === 'officer' ? officer.agencyId : '',
  });
});

test('a transaction that is opened where single statements are asked is one', async () => {
  const inOne = databases.asking((db) =>
    db.transaction().execute(async (one) => {
      const first = await told(one);
      return [first?.tx, (await told(one))?.tx];
    }),
  );
  const [first, second] = await inOne;
  expect(second).toBe(first);
});

test('a way of isolation is taken where it can be, and else refused: it is never passed over', async () => {
  const isolation = async (db: Asking) =>
    (await sql<{ is: string }>`select current_setting('transaction_isolation') as is`.execute(db)).rows[0]
      ?.is;
  expect(
    await databases.asking((db) => db.transaction().setIsolationLevel('serializable').execute(isolation)),
  ).toBe('serializable');
  const pool = databases.poolOf('OPS');
  const begun = new Kysely<DB>({ dialect: new BegunWithWordsDialect({ pool }) });
  await expect(begun.transaction().setIsolationLevel('serializable').execute(isolation)).rejects.toThrow(
    'no isolation level',
  );
});

test('a server’s owner may have any name; a role that is no superuser is refused in a sentence, before anything is made', async () => {
  const other = async (name: string, is: string) => {
    const made = `${name}_${process.pid}_${Date.now()}`;
    await world.sql(`create role ${made} login ${is} password 'other'`);
    await world.sql(`create database ${made} owner ${made}`);
    const ownerUrl = world.ownerUrl.replace(
      /^(postgres(?:ql)?:\/\/)[^@]*(@[^/]*\/)[^?]*/,
      `$1${made}:other$2${made}`,
    );
    const gone = async () => {
      await world.sql(`drop database ${made}`);
      await world.sql(`drop role ${made}`);
    };
    return { gone, asked: { ownerUrl, secret: testSecret, folder: 'db/migrations' }, made };
  };
  const lesser = await other('council', 'createrole');
  await expect(migrate(lesser.asked)).rejects.toMatchObject({
    code: 'lesser-owner',
    message: expect.stringContaining(`The role ${lesser.made} in DATABASE_URL is no superuser`),
  });
  await lesser.gone();
  const own = await other('county', 'superuser');
  expect(await migrate(own.asked)).toHaveLength(readdirSync('db/migrations').length);
  await own.gone();
});
