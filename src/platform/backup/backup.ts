import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { verifyAudit } from '../audit/verify.ts';
import { StartRefused } from '../failures/failures.ts';
import { type BackupTable, type Manifest, manifestFile, manifestHashFile, sha256Of } from './manifest.ts';
import { columnList, demandSight, type KeptTable, keptSequences, keptTables, quoted } from './snapshot.ts';

/** Only whoever runs the product may read it: it holds everything, names and addresses with it. */
const privately = { mode: 0o600, flag: 'wx' } as const;

async function emptyFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length > 0)
    throw new StartRefused('folder-in-use', `The folder ${folder} is not empty: name a new one.`);
}

async function writeTable(client: Client, folder: string, table: KeptTable): Promise<BackupTable> {
  const file = `${table.schema}.${table.name}.copy.gz`;
  const hash = createHash('sha256');
  const hashing = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  const rows = client.query(copyTo(`copy ${quoted(client, table)} (${columnList(client, table)}) to stdout`));
  await pipeline(rows, createGzip({ level: 6 }), hashing, createWriteStream(join(folder, file), privately));
  return { ...table, rows: rows.rowCount, file, sha256: hash.digest('hex') };
}

/**
 * Writes every table of one instant into a new folder, each file with its hash, and the manifest last. People may go on
 * working meanwhile. Throws StartRefused when the folder is in use, the role may not see every row, or the audit does
 * not hold: a backup of a broken chain would hide where it broke.
 */
export async function makeBackup(options: {
  ownerUrl: string;
  folder: string;
  report?: (line: string) => void;
}): Promise<Manifest> {
  const client = new Client({ connectionString: options.ownerUrl });
  await client.connect();
  try {
    await demandSight(client);
    await emptyFolder(options.folder);
    await client.query('begin isolation level repeatable read read only');
    const { rows } = await client.query<{ at: Date; server: string }>(
      "select now() as at, current_setting('server_version') as server",
    );
    const audit = await verifyAudit(client);
    const broken = audit.find((chain) => chain.firstBreak);
    if (broken)
      throw new StartRefused(
        'audit-broken',
        `Chain ${broken.chain} of the audit breaks at row ${broken.firstBreak?.seq}: bailiwick verify-audit says more.`,
      );
    const migrations = await client.query<{ name: string; sha256: string }>(
      'select name, sha256 from public.migration order by name',
    );
    const tables: BackupTable[] = [];
    for (const table of await keptTables(client)) {
      tables.push(await writeTable(client, options.folder, table));
      options.report?.(`${table.schema}.${table.name}: ${tables.at(-1)?.rows.toLocaleString('en-GB')} rows`);
    }
    const manifest: Manifest = {
      format: 1,
      madeAt: rows[0]?.at.toISOString() ?? '',
      server: rows[0]?.server ?? '',
      migrations: migrations.rows,
      tables,
      sequences: await keptSequences(client),
      auditRows: audit.reduce((sum, chain) => sum + chain.rows, 0),
    };
    await client.query('commit');
    const text = `${JSON.stringify(manifest, null, 2)}\n`;
    await writeFile(join(options.folder, manifestHashFile), `${sha256Of(text)}\n`, privately);
    await writeFile(join(options.folder, manifestFile), text, privately);
    return manifest;
  } finally {
    await client.end();
  }
}
