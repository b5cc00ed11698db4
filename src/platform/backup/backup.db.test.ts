import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { testSecret } from '../../../test/support/cluster.ts';
import { openWorld, type World } from '../../../test/support/world.ts';
import { verifyAudit } from '../audit/verify.ts';
import { schemaText } from '../database/schema-text.ts';
import { makeBackup } from './backup.ts';
import type { Manifest } from './manifest.ts';
import { restoreBackup } from './restore.ts';
import { keptTables, quoted } from './snapshot.ts';

let world: World;
let base: string;
let folder: string;
let manifest: Manifest;
const database = `bailiwick_test_restored_${process.pid}`;
const emptyUrl = () => inject('ownerUrl').replace(/^(postgres(?:ql)?:\/\/[^/]*\/)[^?]*/, `$1${database}`);

async function onServer(text: string): Promise<void> {
  const client = new Client({ connectionString: inject('ownerUrl') });
  await client.connect();
  await client.query(text).finally(() => client.end());
}

async function asOwner<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return work(client).finally(() => client.end());
}

/** A fingerprint of every table's rows; those which a restore changes on purpose by their number alone. */
const contents = (url: string): Promise<Record<string, string>> =>
  asOwner(url, async (client) => {
    const found: Record<string, string> = {};
    for (const table of await keptTables(client)) {
      const name = quoted(client, table);
      const ended = ['"platform"."session"', '"platform"."password_link"'].includes(name);
      const sum = ended
        ? 'count(*)::text'
        : "count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '')";
      const { rows } = await client.query<{ sum: string }>(`select ${sum} as sum from ${name} t`);
      found[name] = rows[0]?.sum ?? '';
    }
    return found;
  });

const restore = (url: string, options: { from?: string; overwrite?: boolean } = {}) =>
  restoreBackup({
    ownerUrl: url,
    secret: testSecret,
    folder: options.from ?? folder,
    migrations: join(process.cwd(), 'db/migrations'),
    overwrite: options.overwrite ?? false,
  });

/** A copy of the backup in which one file was changed. */
function damagedCopy(name: string, change: (content: Buffer) => Buffer): string {
  const copy = mkdtempSync(join(base, 'damaged-'));
  for (const file of readdirSync(folder)) writeFileSync(join(copy, file), readFileSync(join(folder, file)));
  writeFileSync(join(copy, name), change(readFileSync(join(folder, name))));
  return copy;
}

beforeAll(async () => {
  world = await openWorld({ name: 'backup' });
  const rowan = await world.as('rowan.reception');
  await rowan.get('/reports');
  // A job that waits, words with every awkward letter in them, and a file's bytes must all come back.
  const sent = await world.nobody.api('POST', '/api/v1/reports', {
    issueType: 'fly-tipping',
    description: 'Tab\tline\nback\\slash, "quote" and a snowman ☃ \\N \\.',
    placeWords: 'By the gate',
  });
  expect(sent.status, sent.text).toBe(201);
  await world.sql(`insert into platform.file (id, name, media_type, size_bytes, sha256, content, owner_kind, owner_id, added_at)
    values (gen_random_uuid(), 'a.bin', 'application/octet-stream', 256, '', decode(repeat('00ff0a0d5c', 50), 'hex'), 'report', gen_random_uuid(), now())`);
  base = mkdtempSync(join(tmpdir(), 'bailiwick-backup-'));
  folder = join(base, 'first');
  manifest = await makeBackup({ ownerUrl: world.ownerUrl, folder });
  await onServer(`create database ${database}`);
});
afterAll(async () => {
  await onServer(`drop database if exists ${database} with (force)`);
  rmSync(base, { recursive: true, force: true });
  await world.close();
});

test('a backup is for us alone to read, and is never written over', async () => {
  for (const file of readdirSync(folder)) expect(statSync(join(folder, file)).mode & 0o777, file).toBe(0o600);
  await expect(makeBackup({ ownerUrl: world.ownerUrl, folder })).rejects.toMatchObject({
    code: 'folder-in-use',
  });
});

test.each([
  ['manifest.json', (content: Buffer) => Buffer.from(content.toString().replace('"rows": 1', '"rows": 2'))],
  [
    'intake.report.copy.gz',
    (content: Buffer) => {
      const changed = Buffer.from(content);
      changed[100] = (changed[100] ?? 0) ^ 1;
      return changed;
    },
  ],
])('a changed %s is refused by its hash before anything is touched', async (name, change) => {
  await expect(restore(emptyUrl(), { from: damagedCopy(name, change) })).rejects.toMatchObject({
    code: 'damaged-backup',
    message: expect.stringContaining(name),
  });
  await asOwner(emptyUrl(), async (client) => {
    expect((await client.query("select to_regclass('platform.account') as found")).rows).toEqual([
      { found: null },
    ]);
  });
});

test('into an empty database: every row, number, right and link of the audit comes back', async () => {
  await restore(emptyUrl());
  expect(await contents(emptyUrl())).toEqual(await contents(world.ownerUrl));
  await asOwner(emptyUrl(), async (client) => {
    const chains = await verifyAudit(client);
    expect(chains.filter((chain) => chain.firstBreak)).toEqual([]);
    expect(chains.reduce((sum, chain) => sum + chain.rows, 0)).toBe(manifest.auditRows);
    expect(manifest.auditRows).toBeGreaterThan(1);
    expect(await schemaText(client)).toBe(await asOwner(world.ownerUrl, schemaText));
    const live = await client.query('select 1 from platform.session where ended_at is null');
    expect(live.rowCount, 'a session that was ended since must not come back').toBe(0);
    const jobs = await client.query("select platform.add_job('tell-service', '{}'::jsonb)");
    expect(jobs.rowCount, 'numbers go on where they stood').toBe(1);
  });
});

test('a database with anything in it is refused, and replaced only when that is said', async () => {
  await expect(restore(emptyUrl())).rejects.toMatchObject({ code: 'not-empty' });
  await asOwner(emptyUrl(), (client) =>
    client.query("update intake.report set description = 'changed since'"),
  );
  await restore(emptyUrl(), { overwrite: true });
  expect(await contents(emptyUrl())).toEqual(await contents(world.ownerUrl));
});

test('when loading fails, what the database held is still there', async () => {
  const before = await contents(world.ownerUrl);
  // Its owner breaks the audit of a copy; the backup of that is refused, and a true one with it would be too.
  await asOwner(emptyUrl(), (client) =>
    client.query(
      "update platform.audit_entry set event = 'nothing' where (chain, seq) in (select chain, seq from platform.audit_entry limit 1)",
    ),
  );
  await expect(makeBackup({ ownerUrl: emptyUrl(), folder: join(base, 'broken') })).rejects.toMatchObject({
    code: 'audit-broken',
  });
  // A backup of fewer migrations than the database has run cannot be laid over it.
  const { sha256Of } = await import('./manifest.ts');
  const older = `${JSON.stringify({ ...manifest, migrations: manifest.migrations.slice(0, 3) })}\n`;
  const copy = damagedCopy('manifest.json', () => Buffer.from(older));
  writeFileSync(join(copy, 'manifest.sha256'), sha256Of(older));
  await expect(restore(world.ownerUrl, { from: copy, overwrite: true })).rejects.toMatchObject({
    code: 'newer-database',
  });
  // Right hashes and a wrong count: the load itself fails, in its one transaction.
  const wrong = `${JSON.stringify({ ...manifest, auditRows: manifest.auditRows + 1 })}\n`;
  const other = damagedCopy('manifest.json', () => Buffer.from(wrong));
  writeFileSync(join(other, 'manifest.sha256'), sha256Of(wrong));
  await world.sql("update intake.report set description = 'kept' where reference = 'R-SAMP-001'");
  const changed = await contents(world.ownerUrl);
  expect(changed).not.toEqual(before);
  await expect(restore(world.ownerUrl, { from: other, overwrite: true })).rejects.toMatchObject({
    code: 'audit-broken',
  });
  expect(await contents(world.ownerUrl)).toEqual(changed);
});
