import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { testSecret } from '../../test/support/cluster.ts';
import { openWorld, type World } from '../../test/support/world.ts';
import { writeMadeGraph } from '../intelligence/graph/made-folder.testing.ts';
import { verifyAudit } from '../platform/audit/verify.ts';
import { commands } from './cli.ts';
import { readArguments } from './commands/command.ts';

let world: World;
let folder: string;
const empty = `bailiwick_test_empty_${process.pid}`;
const urlOf = (database: string) =>
  inject('ownerUrl').replace(/^(postgres(?:ql)?:\/\/[^/]*\/)[^?]*/, `$1${database}`);

/** Runs a command as the command line does; gives its exit code and what it printed. */
async function run(words: readonly string[], env: Record<string, string> = {}) {
  const [name, ...rest] = words;
  const command = commands.find((each) => each.name === name);
  const printed: string[] = [];
  const code = await command?.run(readArguments(rest), {
    root: process.cwd(),
    env: { DATABASE_URL: world.ownerUrl, BAILIWICK_SECRET: testSecret, ...env },
    print: (line) => printed.push(line),
    progress: () => undefined,
  });
  return { code, text: printed.join('\n') };
}

async function onServer(text: string): Promise<void> {
  const client = new Client({ connectionString: inject('ownerUrl') });
  await client.connect();
  await client.query(text).finally(() => client.end());
}

beforeAll(async () => {
  world = await openWorld({ name: 'cli' });
  folder = mkdtempSync(join(tmpdir(), 'bailiwick-cli-'));
  await onServer(`create database ${empty}`);
});
afterAll(async () => {
  await onServer(`drop database if exists ${empty} with (force)`);
  rmSync(folder, { recursive: true, force: true });
  await world.close();
});

test('every command says what it does and how it is called', () => {
  for (const command of commands) {
    expect(command.words, command.name).toMatch(/^[A-Z]/);
    expect(command.usage, command.name).toMatch(new RegExp(`^bailiwick ${command.name}`));
  }
  expect(commands.map((command) => command.name)).toEqual(
    expect.arrayContaining([
      ...['start', 'migrate', 'seed', 'import', 'figures', 'export', 'verify-audit', 'backup', 'restore'],
    ]),
  );
});

test('figures: the very numbers of the API, over all records', async () => {
  const { code, text } = await run(['figures', '--period', '2026-27-Q2', '--json']);
  expect(code).toBe(0);
  const found = JSON.parse(text) as { figures: { code: string; now: { value: number } }[] };
  const [{ n } = { n: -1 }] = await world.sql<{ n: number }>(
    "select count(*)::int as n from intake.report where (received_at at time zone 'Europe/London')::date between '2026-07-01' and '2026-09-30'",
  );
  expect(found.figures.find((figure) => figure.code === 'I-01')?.now.value).toBe(n);
  await expect(run(['figures', '--period', 'last week'])).rejects.toMatchObject({ code: 'bad-figures' });
  expect((await run(['figures'])).text).toMatch(/^July to September 2026/);
});

test('export: whole, without what is sensitive, audited with its reason, never over another file', async () => {
  await world.sql(
    "update intake.report set description = E'=1+1\\n\"two\" lines' where reference = 'R-SAMP-001'",
  );
  const [{ n } = { n: -1 }] = await world.sql<{ n: number }>(
    'select count(*)::int as n from intake.report where not is_sensitive',
  );
  const out = join(folder, 'reports.csv');
  const asked = ['export', 'reports', '--out', out, '--reason', 'For the yearly return', '--json'];
  expect(JSON.parse((await run(asked)).text)).toEqual({ kind: 'reports', count: n, out });
  const rows = parse(readFileSync(out), { columns: true, bom: true }) as Record<string, string>[];
  expect(rows).toHaveLength(n);
  expect(new Set(rows.map((row) => row.reference)).size).toBe(n);
  expect(rows.find((row) => row.reference === 'R-SAMP-001')?.description).toBe('\'=1+1\n"two" lines');
  const sensitive = await world.sql<{ reference: string }>(
    'select reference from intake.report where is_sensitive',
  );
  expect(sensitive.length).toBeGreaterThan(0);
  for (const { reference } of sensitive) expect(readFileSync(out, 'utf8')).not.toContain(reference);
  expect(await world.sql("select detail from platform.audit_entry where event = 'list.exported'")).toEqual([
    { detail: { kind: 'reports', count: n, reason: 'For the yearly return' } },
  ]);

  await expect(run(asked)).rejects.toMatchObject({ code: 'file-in-use' });
  expect(existsSync(`${out}.making`)).toBe(false);
});

test.each(['cases', 'penalties', 'tasks'])('export %s as JSON lines', async (kind) => {
  const out = join(folder, `${kind}.jsonl`);
  expect((await run(['export', kind, '--out', out, '--reason', 'A test'])).code).toBe(0);
  const rows = readFileSync(out, 'utf8').trimEnd().split('\n');
  expect(rows.length).toBeGreaterThan(1);
  for (const row of rows) expect(JSON.parse(row)).toHaveProperty('reference');
});

test('export as a workbook', async () => {
  const out = join(folder, 'cases.xlsx');
  expect((await run(['export', 'cases', '--out', out, '--reason', 'A test'])).code).toBe(0);
  expect(readFileSync(out).subarray(0, 2).toString()).toBe('PK');
});

test('export refuses without a reason, an ending it knows, or a list it knows', async () => {
  const out = join(folder, 'none.csv');
  for (const [words, code] of [
    [['export', 'reports', '--out', out], 'no-reason'],
    [['export', 'reports', '--out', `${out}.zip`, '--reason', 'A test'], 'bad-export'],
    [['export', 'sessions', '--out', out, '--reason', 'A test'], 'bad-export'],
  ] as const)
    await expect(run(words), words.join(' ')).rejects.toMatchObject({ code });
  expect(existsSync(out)).toBe(false);
});

test('import pole: in the name of an officer, into their unit alone; a dry run and a second run change nothing; the chart walks it', async () => {
  writeMadeGraph(folder);
  const held = async () =>
    await world.sql(
      'select (select count(*)::int from intelligence.item) as items, (select count(*)::int from intelligence.link) as links, (select count(*)::int from records.received_record) as records',
    );
  const before = await held();
  const words = ['import', 'pole', folder, '--as', 'imran.intel', '--feed', 'Made', '--json'];
  const dry = await run([...words, '--dry-run']);
  expect(dry.code).toBe(1);
  expect(JSON.parse(dry.text)).toMatchObject({ items: 9, links: 18, known: 0, dryRun: true });
  expect(await held()).toEqual(before);

  expect(JSON.parse((await run(words)).text)).toMatchObject({
    items: 9,
    links: 18,
    officer: 'Imran Siddiqi',
  });
  const [was, now] = [before[0], (await held())[0]] as { items: number; links: number; records: number }[]; // one row each
  expect(now).toEqual({ items: (was?.items ?? 0) + 9, links: (was?.links ?? 0) + 18, records: was?.records });
  const after = await held();
  expect(JSON.parse((await run(words)).text)).toMatchObject({ items: 0, known: 9 });
  expect(await held()).toEqual(after);

  const [link] = await world.sql<{ id: string }>(
    "select id from intelligence.link where key_value = 'made person 1' and role = 'subject'",
  );
  const imran = await world.as('imran.intel');
  const chart = await imran.api('GET', `/api/v1/intelligence/charts/${link?.id}?steps=6`);
  const { elements } = chart.json as { elements: { label: string; kind: string }[] }; // the shape is the declaration's
  // Odo, Nesta, Bevis, two numbers, one address, one van; what is held of each, who knows whom, family, two crimes.
  expect(
    elements
      .filter(({ kind }) => kind !== 'item')
      .map(({ label }) => label)
      .sort(),
  ).toEqual([
    ...['0-(070)555-0101', '07700 900401', '1 Made Row, QM1 1AA'].slice(0, 2),
    expect.stringMatching(/^1 made row, QM1 1AA$/i),
    ...['Bevis Marsh', 'Nesta Quill', 'Odo Quill', 'QX17 ABC'],
  ]);
  expect(elements.filter(({ kind }) => kind === 'item')).toHaveLength(8);
  const olu = await world.as('olu.officer');
  expect((await olu.get('/search?q=Quill')).text).not.toContain('Odo');
  const [session] = await world.sql<{ endedAt: Date | null }>(
    'select ended_at as "endedAt" from platform.session where client = \'Command line\' order by started_at desc limit 1',
  );
  expect(session?.endedAt).not.toBeNull();
  for (const [given, code] of [
    [['import', 'pole', folder], 'no-officer'],
    [['import', 'pole', folder, '--as', 'nobody.here'], 'no-officer'],
    [['import', 'pole', folder, '--as', 'olu.officer'], 'not-allowed'],
  ] as const)
    await expect(run(given), given.join(' ')).rejects.toMatchObject({ code });
});

test('seed: not in production and not over anything', async () => {
  await expect(run(['seed'], { BAILIWICK_MODE: 'production' })).rejects.toMatchObject({ code: 'production' });
  await expect(run(['seed'])).rejects.toMatchObject({ code: 'not-empty' });
});

test('backup, restore and verify-audit by command: the round trip, and both stand in the audit', async () => {
  const backup = join(folder, 'backup');
  const made = JSON.parse((await run(['backup', backup, '--json'])).text) as { rows: number };
  expect(made.rows).toBeGreaterThan(1000);
  await expect(run(['restore', backup])).rejects.toMatchObject({ code: 'not-empty' });
  const restored = await run(['restore', backup, '--json'], { DATABASE_URL: urlOf(empty) });
  expect(JSON.parse(restored.text)).toMatchObject({ rows: made.rows });
  const verified = await run(['verify-audit', '--json'], { DATABASE_URL: urlOf(empty) });
  expect(verified.code).toBe(0);
  const client = new Client({ connectionString: urlOf(empty) });
  await client.connect();
  expect((await verifyAudit(client)).filter((chain) => chain.firstBreak)).toEqual([]);
  const { rowCount } = await client.query(
    "select 1 from platform.audit_entry where event = 'backup.restored'",
  );
  await client.end();
  expect(rowCount).toBe(1);
  expect(await world.sql("select 1 as n from platform.audit_entry where event = 'backup.made'")).toHaveLength(
    1,
  );
});
