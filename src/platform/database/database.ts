import { CamelCasePlugin, CompiledQuery, Kysely, PostgresDialect, type Transaction } from 'kysely';
import { escapeLiteral, Pool, types } from 'pg';
import type { Side, Viewer } from '../access/viewer.ts';
import type { Clock } from '../clock/clock.ts';
import { BegunWithWordsDialect } from './dialect.ts';
import { poolKeepingPlans } from './kept-plans.ts';
import { type Login, loginUrl } from './logins.ts';
import type { DB } from './rows.ts';

/** A day stays `YYYY-MM-DD`: a Date would move with the server's clock. */
types.setTypeParser(types.builtins.DATE, (text) => text);
types.setTypeParser(types.builtins.INT8, Number);
types.setTypeParser(types.builtins.NUMERIC, Number);

/** One transaction on the viewer's own login. Every store function takes it. */
export type Db = Transaction<DB>;
/** Statements that each stand alone, as where a session is looked up. A transaction will do too. */
// Named one by one: two types of the whole database are more than the type checker compares.
export type Asking = Pick<Kysely<DB>, 'updateTable' | 'getExecutor' | 'transaction'>;

type PoolName = Side | 'SIGN_IN' | 'WORKER' | 'SEALED';

const loginOf: Record<PoolName, Login> = {
  PUBLIC: 'bailiwick_public',
  OPS: 'bailiwick_ops',
  INTEL: 'bailiwick_intel',
  SAFEGUARD: 'bailiwick_safeguard',
  GOV: 'bailiwick_gov',
  TECH: 'bailiwick_tech',
  SEALED: 'bailiwick_sealed',
  SIGN_IN: 'bailiwick_sign_in',
  WORKER: 'bailiwick_worker',
};

/** The pools of one process, a login each. */
export interface Databases {
  /**
   * Runs work in one transaction on a compartment's login, with the viewer told to the database first.
   * `keep: false` rolls back whatever was done and still gives the value (paired-world tests).
   */
  inTransaction<T>(pool: PoolName, viewer: Viewer, work: (db: Db) => Promise<T>, keep?: boolean): Promise<T>;
  /** Single statements of signing in, which tell the database no viewer: at every request three messages fewer. */
  asking<T>(work: (db: Asking) => Promise<T>): Promise<T>;
  poolOf(name: PoolName): Pool;
  close(): Promise<void>;
}

function openPool(url: string, size: number, name: string): Pool {
  const pool = new Pool({
    connectionString: url,
    max: size,
    application_name: `bailiwick ${name}`,
    idleTimeoutMillis: 30_000,
  });
  // An idle connection that the server ends is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => undefined);
  // The same for a connection that is in use: its query fails and says so.
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
  });
  return pool;
}

/**
 * Opens the pools lazily: a worker that never acts for INTEL never connects as INTEL. The fences that look at days go by
 * the clock given, and without one by the server's.
 */
export function openDatabases(options: {
  serverUrl: string;
  secret: string;
  poolSize?: number;
  clock?: Clock;
}): Databases {
  const pools = new Map<PoolName, { pool: Pool; kysely: Kysely<DB>; asking: Kysely<DB> }>();
  const open = (name: PoolName) => {
    const known = pools.get(name);
    if (known) return known;
    const url = loginUrl(options.serverUrl, options.secret, loginOf[name]);
    const pool = openPool(url, options.poolSize ?? 8, name);
    const keeping = poolKeepingPlans(pool);
    const plugins = [new CamelCasePlugin({ maintainNestedObjectKeys: true })];
    const kysely = new Kysely<DB>({ dialect: new BegunWithWordsDialect({ pool: keeping }), plugins });
    // Where no viewer is told, a transaction that somebody opens begins by itself.
    const asking = new Kysely<DB>({ dialect: new PostgresDialect({ pool: keeping }), plugins });
    const opened = { pool, kysely, asking };
    pools.set(name, opened);
    return opened;
  };
  return {
    poolOf: (name) => open(name).pool,
    inTransaction: (name, viewer, work, keep = true) =>
      runTransaction(open(name).kysely, viewer, { work, keep, today: options.clock?.today() ?? '' }),
    asking: (work) => work(open('SIGN_IN').asking),
    close: async () => {
      for (const { pool } of pools.values()) if (!pool.ending) await pool.end();
    },
  };
}

class RolledBack<T> extends Error {
  readonly value: T;
  constructor(value: T) {
    super('rolled back on purpose');
    this.value = value;
  }
}

async function runTransaction<T>(
  kysely: Kysely<DB>,
  viewer: Viewer,
  { work, keep, today }: { work: (db: Db) => Promise<T>; keep: boolean; today: string },
): Promise<T> {
  try {
    return await kysely.transaction().execute(async (db) => {
      await beginFor(db, viewer, today);
      const value = await work(db);
      if (!keep) throw new RolledBack(value);
      return value;
    });
  } catch (error) {
    if (error instanceof RolledBack) return error.value as T;
    throw error;
  }
}

/**
 * Begins the transaction and tells the viewer in one message: two would cost every request another way to the server and back.
 * Settings end with the transaction, so a connection goes back to its pool knowing nobody.
 */
async function beginFor(db: Db, viewer: Viewer, today: string): Promise<void> {
  const officer = viewer.kind === 'officer' ? viewer : undefined;
  const settings = Object.entries({
    agency: officer?.agencyId ?? '',
    officer: officer?.officerId ?? '',
    services: (officer?.serviceIds ?? []).join(','),
    roles: (officer?.roles ?? []).join(','),
    today,
  });
  const told = settings.map(
    ([name, value]) => `set_config('bailiwick.${name}', ${escapeLiteral(value)}, true)`,
  );
  await db.executeQuery(CompiledQuery.raw(`begin; select ${told.join(', ')}`));
}

/** True when the server broke off (restart, shutdown), so that trying again is right. */
export function isConnectionLost(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return ['57P01', '57P02', '57P03', '08006', '08003', 'ECONNREFUSED', 'ECONNRESET', 'ENOENT'].includes(code);
}

/**
 * What the database says of a value that no column can keep, whatever the form allowed: a number or day beyond its range, a day that
 * is none, a character without a meaning (SQLSTATE 22003, 22007, 22008, 22021, 22P05), the id of something that is not there, or no
 * longer (23503). Nothing was saved.
 */
export function isValueRefused(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return ['22003', '22007', '22008', '22021', '22P05', '23503'].includes(code);
}
