import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runMigrations } from 'graphile-worker';
import { Client } from 'pg';
import { StartRefused } from '../failures/failures.ts';
import { ensureLogins, loginUrl } from './logins.ts';

interface Migration {
  name: string;
  sql: string;
  sha256: string;
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(folder, name), 'utf8');
      return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

/** Refuses when a migration that was run has since been edited or taken away: history is not rewritten. */
function pendingOf(migrations: readonly Migration[], done: ReadonlyMap<string, string>): Migration[] {
  for (const [name, sha256] of done) {
    const here = migrations.find((m) => m.name === name);
    if (!here)
      throw new StartRefused(
        'newer-database',
        `The database has migration ${name}, which this version does not know: use a newer version.`,
      );
    if (here.sha256 !== sha256)
      throw new StartRefused(
        'edited-migration',
        `Migration ${name} was edited after it ran: restore it and write a new one.`,
      );
  }
  return migrations.filter((m) => !done.has(m.name));
}

/** The migrations make logins that own things and fences that bind their owner too: a lesser role ends half way. */
async function refuseLesserOwner(owner: Client): Promise<void> {
  const { rows } = await owner.query<{ name: string; isSuper: boolean }>(
    'select rolname as name, rolsuper as "isSuper" from pg_roles where rolname = current_user',
  );
  if (rows[0]?.isSuper === false)
    throw new StartRefused(
      'lesser-owner',
      `The role ${rows[0].name} in DATABASE_URL is no superuser: make a database with a superuser of its own server and name that.`,
    );
}

async function installQueue(owner: Client, ownerUrl: string, secret: string): Promise<void> {
  const { rowCount } = await owner.query("select 1 from pg_namespace where nspname = 'graphile_worker'");
  const database = owner.escapeIdentifier(String(owner.database));
  // The queue belongs to the worker's login, so that row-level security on its tables lets that login alone in.
  if (rowCount === 0) await owner.query('create schema graphile_worker authorization bailiwick_worker');
  await owner.query(`grant create on database ${database} to bailiwick_worker`);
  try {
    const silent = () => undefined;
    const { Logger } = await import('graphile-worker');
    await runMigrations({
      connectionString: loginUrl(ownerUrl, secret, 'bailiwick_worker'),
      logger: new Logger(() => silent),
    });
  } finally {
    await owner.query(`revoke create on database ${database} from bailiwick_worker`);
  }
}

/** So few migrations are named one by one; of more it is said how many are done. */
const namedEach = 25;

/**
 * Brings a database to this version: logins, the job queue, then each migration in a transaction of its own.
 * Two starts at once wait for each other. Gives the names that ran.
 */
export async function migrate(options: {
  ownerUrl: string;
  secret: string;
  folder: string;
  /** Stops where a backup stood: the names and hashes it had run, each of which must be here unchanged. */
  only?: ReadonlyMap<string, string>;
  report?: (line: string) => void;
}): Promise<string[]> {
  const owner = new Client({ connectionString: options.ownerUrl });
  await owner.connect();
  try {
    await owner.query('select pg_advisory_lock(710442)');
    await refuseLesserOwner(owner);
    await ensureLogins(owner, options.secret);
    await installQueue(owner, options.ownerUrl, options.secret);
    await owner.query(
      'create table if not exists public.migration (name text primary key, sha256 text not null, applied_at timestamptz not null default now())',
    );
    const { rows } = await owner.query<{ name: string; sha256: string }>(
      'select name, sha256 from public.migration',
    );
    const done = new Map(rows.map((row) => [row.name, row.sha256]));
    const here = await readMigrations(options.folder);
    if (options.only) pendingOf(here, options.only);
    const pending = pendingOf(here, done).filter((m) => options.only?.has(m.name) ?? true);
    for (const [at, migration] of pending.entries()) {
      // A first start has more than a hundred: who waits wants to know how far it is, who upgrades what is done.
      if (pending.length <= namedEach) options.report?.(`Migrating: ${migration.name}`);
      else if (at % namedEach === 0)
        options.report?.(`Making the database: ${at} of ${pending.length} steps`);
      await runOne(owner, migration);
    }
    return pending.map((m) => m.name);
  } finally {
    await owner.end();
  }
}

async function runOne(owner: Client, migration: Migration): Promise<void> {
  try {
    await owner.query('begin');
    await owner.query(migration.sql);
    await owner.query('insert into public.migration (name, sha256) values ($1, $2)', [
      migration.name,
      migration.sha256,
    ]);
    await owner.query('commit');
  } catch (error) {
    await owner.query('rollback');
    throw new Error(
      `Migration ${migration.name} failed: ${error instanceof Error ? error.message : String(error)}`,
      {
        cause: error,
      },
    );
  }
}
