import { type ChildProcess, spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { giveCluster } from '../../../test/support/given-cluster.ts';
import { type EmbeddedServer, startEmbedded } from './embedded.ts';
import { isAlive, waitUntil } from './processes.ts';

const careless = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', shared_buffers: '16MB' };
const module = fileURLToPath(new URL('./embedded.ts', import.meta.url));

let folder: string;
let dataDir: string;
let servers: EmbeddedServer[];
let parents: ChildProcess[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bw-embedded-'));
  dataDir = join(folder, 'data');
  // mkdtemp makes a private folder, which the account that runs root's server could not enter.
  if (process.getuid?.() === 0) chmodSync(folder, 0o755);
  servers = [];
  parents = [];
});

afterEach(async () => {
  for (const parent of parents) parent.kill('SIGKILL');
  await Promise.all(servers.map((server) => server.stop()));
  rmSync(folder, { recursive: true, force: true });
});

async function start(settings: Record<string, string> = careless): Promise<EmbeddedServer> {
  const server = await startEmbedded({ dataDir, settings });
  servers.push(server);
  return server;
}

/** Starts the server from another process, which can then be killed; resolves with the server's id. */
async function startInAnotherProcess(): Promise<{ parent: ChildProcess; serverPid: number }> {
  const script = `
    import { startEmbedded } from ${JSON.stringify(module)};
    const server = await startEmbedded(${JSON.stringify({ dataDir, settings: careless })});
    process.stdout.write(String(server.pid) + '\\n');
    setInterval(() => {}, 1000);`;
  const parent = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  parents.push(parent);
  const { stdout } = parent;
  const serverPid = await new Promise<number>((resolve, reject) => {
    stdout?.once('data', (chunk: Buffer) => resolve(Number(chunk.toString().trim())));
    parent.once('exit', (code) => reject(new Error(`the other process ended with ${code}`)));
  });
  return { parent, serverPid };
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

test('makes a cluster that asks for a password, and keeps the data over a second start', async () => {
  const first = await start();
  expect(first.reused).toBe(false);
  await query(first.ownerUrl, 'create table kept as select 1 as n');
  const settings = await query(
    first.ownerUrl,
    `select current_setting('server_encoding') as encoding, datlocprovider as provider, datlocale as locale
     from pg_database where datname = current_database()`,
  );
  expect(settings).toEqual([{ encoding: 'UTF8', provider: 'b', locale: 'C.UTF-8' }]);
  const wrong = first.ownerUrl.replace(/:[0-9a-f]+@/, ':wrong@');
  await expect(query(wrong, 'select 1')).rejects.toThrow(/password authentication failed/);
  expect(statSync(join(dataDir, 'owner-password')).mode & 0o777).toBe(0o600);
  await first.stop();
  expect(isAlive(first.pid)).toBe(false);

  const second = await start();
  expect(await query(second.ownerUrl, 'select n from kept')).toEqual([{ n: 1 }]);
});

test('refuses a second start on a folder in use, naming who holds it', async () => {
  await giveCluster(dataDir);
  await start();
  await expect(start()).rejects.toMatchObject({
    name: 'StartRefused',
    code: 'locked',
    message: expect.stringContaining(`process ${process.pid}`),
  });
});

test('takes over the server of a parent that was killed', async () => {
  await giveCluster(dataDir);
  const { parent, serverPid } = await startInAnotherProcess();
  parent.kill('SIGKILL');
  await waitUntil(() => !isAlive(parent.pid ?? 0), 5_000);
  const server = await start();
  expect(server).toMatchObject({ reused: true, pid: serverPid });
  expect(await query(server.ownerUrl, 'select 1 as n')).toEqual([{ n: 1 }]);
  await server.stop();
  expect(isAlive(serverPid)).toBe(false);
  expect(existsSync(join(dataDir, 'bailiwick.lock'))).toBe(false);
});

test('recovers after the server itself is killed, with committed data kept', async () => {
  await giveCluster(dataDir);
  // Nothing off here: what is promised is that an acknowledged commit survives.
  const first = await start({ shared_buffers: '16MB' });
  await query(first.ownerUrl, 'create table kept as select generate_series(1, 1000) as n');
  const busy = query(first.ownerUrl, 'select pg_sleep(60)').catch((error: unknown) => error);
  process.kill(first.pid, 'SIGKILL');
  await waitUntil(() => !first.isRunning(), 5_000);
  await first.stop();
  const second = await start({ shared_buffers: '16MB' });
  expect(second.reused).toBe(false);
  expect(await query(second.ownerUrl, 'select count(*)::int as n from kept')).toEqual([{ n: 1000 }]);
  expect(await busy).toBeInstanceOf(Error);
});

test('takes over a lock whose process has gone, or whose id was given to another process', async () => {
  await giveCluster(dataDir);
  mkdirSync(dataDir, { recursive: true });
  const lock = join(dataDir, 'bailiwick.lock');
  writeFileSync(lock, JSON.stringify({ pid: 2 ** 22 + 1, birth: 'then' }));
  await (await start()).stop();
  writeFileSync(lock, JSON.stringify({ pid: process.pid, birth: 'another time' }));
  await (await start()).stop();
  writeFileSync(lock, '');
  await (await start()).stop();
  expect(existsSync(lock)).toBe(false);
});

test('is not put off by a pid file that names some other live process', async () => {
  await giveCluster(dataDir);
  await (await start()).stop();
  const pidFile = join(dataDir, 'postgres', 'postmaster.pid');
  writeFileSync(pidFile, `${process.pid}\n${join(dataDir, 'postgres')}\n`);
  const server = await start();
  expect(server.reused).toBe(false);
  expect(readFileSync(pidFile, 'utf8')).toMatch(new RegExp(`^${server.pid}\n`));
});

test('refuses files made by another major version', async () => {
  await giveCluster(dataDir);
  await (await start()).stop();
  writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '17\n');
  await expect(start()).rejects.toMatchObject({
    code: 'other-version',
    message: expect.stringContaining('PostgreSQL 17'),
  });
});

test('works from a folder whose path is too long for a socket and holds spaces', async () => {
  dataDir = join(dataDir, 'a folder with spaces & others', 'x'.repeat(80));
  const server = await start();
  expect(await query(server.ownerUrl, 'select 1 as n')).toEqual([{ n: 1 }]);
});

test('starts again after being cut off while the cluster was being made', async () => {
  mkdirSync(join(dataDir, 'postgres.new', 'base'), { recursive: true });
  writeFileSync(join(dataDir, 'postgres.new', 'PG_VERSION'), '18\n');
  const server = await start();
  expect(existsSync(join(dataDir, 'postgres.new'))).toBe(false);
  expect(await query(server.ownerUrl, 'select 1 as n')).toEqual([{ n: 1 }]);
});
