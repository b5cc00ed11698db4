import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { verifyAudit } from '../audit/verify.ts';
import { migrate } from '../database/migrate.ts';
import { StartRefused } from '../failures/failures.ts';
import { type BackupTable, type Manifest, readBackup } from './manifest.ts';
import { columnList, demandSight, isEmptyDatabase, keptTables, quoted, tableExists } from './snapshot.ts';

interface RestoreOptions {
  ownerUrl: string;
  secret: string;
  folder: string;
  /** The folder of the migrations of this version. */
  migrations: string;
  /** Puts the backup in the place of what the database holds. */
  overwrite: boolean;
  report?: (line: string) => void;
}

async function refuseUnfit(client: Client, manifest: Manifest, options: RestoreOptions): Promise<void> {
  await demandSight(client);
  if (!options.overwrite && !(await isEmptyDatabase(client)))
    throw new StartRefused(
      'not-empty',
      'The database is not empty: restore into an empty one, or add --overwrite to lose what it holds.',
    );
  if (!(await tableExists(client, 'public.migration'))) return;
  const known = new Set(manifest.migrations.map((migration) => migration.name));
  const { rows } = await client.query<{ name: string }>('select name from public.migration');
  if (rows.some((row) => !known.has(row.name)))
    throw new StartRefused(
      'newer-database',
      'The database is of a later version than the backup: restore into a new database, which is then brought to this version.',
    );
}

async function loadTable(client: Client, folder: string, table: BackupTable): Promise<void> {
  const into = client.query(
    copyFrom(`copy ${quoted(client, table)} (${columnList(client, table)}) from stdin`),
  );
  await pipeline(createReadStream(join(folder, table.file)), createGunzip(), into);
  if (into.rowCount !== table.rows)
    throw new StartRefused(
      'restore-failed',
      `${table.schema}.${table.name} took ${into.rowCount} rows of ${table.rows}. Nothing was changed.`,
    );
}

/**
 * Runs work while no table refers to another and no trigger fires, and has the server check every reference afterwards.
 * What triggers keep (counts, words) is in the backup itself: made a second time it would be there twice.
 */
async function withoutReferences(client: Client, work: () => Promise<void>): Promise<void> {
  const { rows } = await client.query<{ off: string; on: string }>(`
    select format('alter table %s drop constraint %I', k.conrelid::regclass, k.conname) as off,
      format('alter table %s add constraint %I %s', k.conrelid::regclass, k.conname, pg_get_constraintdef(k.oid)) as on
    from pg_constraint k join pg_namespace n on n.oid = k.connamespace
    where k.contype = 'f' and k.conparentid = 0 and n.nspname !~ '^(pg_|information_schema$)' order by k.oid`);
  const { rows: triggered } = await client.query<{ off: string; on: string }>(`
    select distinct format('alter table %s disable trigger user', t.tgrelid::regclass) as off,
      format('alter table %s enable trigger user', t.tgrelid::regclass) as on
    from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
    where not t.tgisinternal and n.nspname !~ '^(pg_|information_schema$)'`);
  const around = [...rows, ...triggered];
  for (const { off } of around) await client.query(off);
  await work();
  for (const { on } of around) await client.query(on);
}

/** What must not come back with the rest: sessions and links that may have ended since, and locks of a worker that is gone. */
const afterwards = [
  'update platform.session set ended_at = now() where ended_at is null',
  'update platform.password_link set voided_at = now() where used_at is null and voided_at is null',
  'update graphile_worker._private_jobs set locked_at = null, locked_by = null where locked_at is not null',
  'update graphile_worker._private_job_queues set locked_at = null, locked_by = null where locked_at is not null',
];

async function load(client: Client, manifest: Manifest, options: RestoreOptions): Promise<void> {
  await withoutReferences(client, async () => {
    const tables = await keptTables(client);
    await client.query(`truncate ${tables.map((table) => quoted(client, table)).join(', ')}`);
    for (const table of manifest.tables) {
      await loadTable(client, options.folder, table);
      options.report?.(`${table.schema}.${table.name}: ${table.rows.toLocaleString('en-GB')} rows`);
    }
  });
  for (const { schema, name, lastValue } of manifest.sequences)
    await client.query('select setval($1::regclass, $2::bigint, $3)', [
      quoted(client, { schema, name }),
      lastValue ?? '1',
      lastValue !== null,
    ]);
  const audit = await verifyAudit(client);
  const rows = audit.reduce((sum, chain) => sum + chain.rows, 0);
  if (rows !== manifest.auditRows || audit.some((chain) => chain.firstBreak))
    throw new StartRefused(
      'audit-broken',
      'The audit in this backup does not hold together. Nothing was changed.',
    );
  for (const statement of afterwards) await client.query(statement);
}

/**
 * Checks a backup's hashes, then puts it into the database in one transaction, checks its audit and brings it to this
 * version. Whatever fails, what the database held before is still there. Throws StartRefused with what to do.
 */
export async function restoreBackup(options: RestoreOptions): Promise<Manifest> {
  const manifest = await readBackup(options.folder);
  const { ownerUrl, secret, migrations: folder } = options;
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await refuseUnfit(client, manifest, options);
    await migrate({
      ownerUrl,
      secret,
      folder,
      only: new Map(manifest.migrations.map((m) => [m.name, m.sha256])),
    });
    await client.query('begin');
    await load(client, manifest, options);
    await client.query('commit');
    await migrate({ ownerUrl, secret, folder });
    await client.query('analyze');
    return manifest;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
}
