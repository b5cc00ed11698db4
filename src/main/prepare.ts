import { join } from 'node:path';
import { Client } from 'pg';
import { dayOf } from '../platform/clock/clock.ts';
import { migrate } from '../platform/database/migrate.ts';
import { StartRefused } from '../platform/failures/failures.ts';
import { keepCalendar } from './recount.ts';
import { seedCounty } from './seed.ts';
import { seedPenaltyLaw } from './seed-enforcement.ts';

export const migrationsFolder = (root: string): string => join(root, 'db', 'migrations');

/** The same server, another database; keeps user, password, host and query. */
export const withDatabase = (url: string, database: string): string =>
  url.replace(/^(postgres(?:ql)?:\/\/[^/]*\/)[^?]*/, `$1${database}`);

/** The server's address without a name or password: all that the web and worker processes may know. */
export const withoutOwner = (url: string): string => url.replace(/^(postgres(?:ql)?:\/\/)(?:[^@/]*@)?/, '$1');

/** Makes the product's own database on the embedded server at the first start. */
export async function ensureDatabase(ownerUrl: string, database: string): Promise<string> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(database)}`);
  } finally {
    await client.end();
  }
  return withDatabase(ownerUrl, database);
}

/** Brings schema and first data up to date; safe at every start. */
export async function prepare(options: {
  root: string;
  ownerUrl: string;
  secret: string;
  mode: 'demonstration' | 'production';
  report: (line: string) => void;
  perYear?: number;
}): Promise<void> {
  await migrate({
    ownerUrl: options.ownerUrl,
    secret: options.secret,
    folder: migrationsFolder(options.root),
    report: options.report,
  });
  if (options.mode === 'production') await readyProduction(options.ownerUrl);
  else
    await seedCounty({
      ownerUrl: options.ownerUrl,
      today: dayOf(new Date()),
      perYear: options.perYear ?? 6000,
      lists: true,
      report: options.report,
    });
  await recountDays(options);
}

/** Counts the days of open reports, first contacts and case reviews anew where this version knows other bank holidays than the one before. */
async function recountDays({ ownerUrl, report }: { ownerUrl: string; report: (line: string) => void }) {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const recounted = await keepCalendar(client);
    if (recounted)
      report(
        `Bank holidays changed: the day of ${recounted.moved} open reports moved, and ${recounted.asbMoved} of first contacts and case reviews`,
      );
  } finally {
    await client.end();
  }
}

/** A database with made-up people in it who need no password never serves as the real one. The law is loaded into it. */
async function readyProduction(ownerUrl: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query("select 1 from platform.setting where key = 'demonstration'");
    if (rowCount)
      throw new StartRefused(
        'demonstration-data',
        'This database holds the demonstration county: in production use an empty database.',
      );
    await seedPenaltyLaw(client);
  } finally {
    await client.end();
  }
}
