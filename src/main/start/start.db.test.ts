import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { giveCluster } from '../../../test/support/given-cluster.ts';
import { isAlive, waitUntil } from '../../platform/postgres/processes.ts';

const startModule = fileURLToPath(new URL('../start.ts', import.meta.url));
const lifeline = fileURLToPath(new URL('../lifeline.ts', import.meta.url));

const web = `
import { createServer } from 'node:http';
import { exitWithParent } from ${JSON.stringify(lifeline)};
exitWithParent();
const server = createServer((_, answer) => answer.end(String(process.pid)));
server.listen(Number(process.env.PORT), process.env.HOST);
process.on('SIGTERM', () => { console.log('web is closing'); server.close(); server.closeAllConnections(); });`;
const worker = `
import { exitWithParent } from ${JSON.stringify(lifeline)};
exitWithParent();
console.log('worker', process.pid);
setInterval(() => undefined, 1000);`;

let folder: string;
let port: number;
let supervisor: ChildProcess | undefined;
let printed: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bw-start-'));
  chmodSync(folder, 0o755);
  mkdirSync(join(folder, 'build'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  write('web', web);
  write('worker', worker);
  port = await freePort();
  printed = '';
});

afterEach(async () => {
  if (supervisor?.exitCode === null && supervisor.signalCode === null) {
    supervisor.kill('SIGTERM');
    await once(supervisor, 'exit');
  }
  rmSync(folder, { recursive: true, force: true });
});

function write(name: string, code: string): void {
  writeFileSync(join(folder, 'build', `${name}.js`), code);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (typeof address !== 'object' || !address) throw new Error('no port was given');
  return address.port;
}

/** Runs `start` in a process of its own, as `npm start` does. */
function run(prepare = 'report("Preparing.")'): ChildProcess {
  const dataDir = join(folder, 'data');
  const script = `
    import { start } from ${JSON.stringify(startModule)};
    const config = ${JSON.stringify({ port, host: '127.0.0.1', dataDir })};
    const prepare = async (ownerUrl, report) => { ${prepare} };
    start({ config, buildDir: ${JSON.stringify(join(folder, 'build'))}, steps: { prepare }, welcome: 'Sign in as anyone.' })
      .then((code) => { process.exitCode = code; }, (error) => { console.log(error.name, error.message); process.exitCode = 1; });`;
  supervisor = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [supervisor.stdout, supervisor.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
    });
  }
  return supervisor;
}

async function until(condition: () => boolean): Promise<void> {
  if (!(await waitUntil(condition, 20_000))) throw new Error(`it did not come about; printed: ${printed}`);
}

const isUp = () => printed.includes('Sign in as anyone.');

async function webPid(): Promise<number> {
  return Number(await (await fetch(`http://127.0.0.1:${port}/health`)).text());
}

function postgresPid(): number {
  return Number(readFileSync(join(folder, 'data/postgres/postmaster.pid'), 'utf8').split('\n')[0]);
}

test('comes up, prints the address and who can sign in, and stops everything on Ctrl-C', async () => {
  const parent = run();
  await until(isUp);
  expect(printed).toContain(`Bailiwick is running at http://localhost:${port}`);
  expect(printed.indexOf('Preparing.')).toBeLessThan(printed.indexOf('Sign in'));
  const pids = [await webPid(), postgresPid()];
  parent.kill('SIGINT');
  const [code] = await once(parent, 'exit');
  expect(code).toBe(0);
  expect(pids.map(isAlive)).toEqual([false, false]);
  expect(readFileSync(join(folder, 'data/logs/web.log'), 'utf8')).toContain('web is closing');
});

test('starts a killed web process and a killed database again', async () => {
  await giveCluster(join(folder, 'data'));
  run();
  await until(isUp);
  const before = await webPid();
  process.kill(before, 'SIGKILL');
  await until(() => printed.includes('The web process stopped (SIGKILL); starting it again.'));
  process.kill(postgresPid(), 'SIGKILL');
  await until(() => printed.includes('The database is running again.'));
  let after = before;
  for (let tries = 0; tries < 100 && after === before; tries += 1) {
    after = await webPid().catch(() => before);
    await waitUntil(() => false, 50);
  }
  expect(after).not.toBe(before);
});

test('leaves no web or worker process behind when it is killed outright', async () => {
  await giveCluster(join(folder, 'data'));
  const parent = run();
  await until(isUp);
  const workerPid = Number(
    /worker (\d+)/.exec(readFileSync(join(folder, 'data/logs/worker.log'), 'utf8'))?.[1],
  );
  const pids = [await webPid(), workerPid];
  parent.kill('SIGKILL');
  expect(await waitUntil(() => !pids.some(isAlive), 5_000)).toBe(true);
  // The database stays, to be taken over; do so, which also lets the test clean up.
  printed = '';
  run();
  await until(isUp);
  expect(printed).toContain('The database was still running');
});

test('gives up on a process that keeps crashing, with its last words, and stops the rest', async () => {
  await giveCluster(join(folder, 'data'));
  write('web', `throw new Error('no template for the front page');`);
  const parent = run();
  const [code] = await once(parent, 'exit');
  expect(code).toBe(1);
  expect(printed).toContain(
    'StartRefused The web process stopped five times within a minute and was given up. The last thing it said was: Error: no template for the front page',
  );
  expect(() => postgresPid()).toThrow('ENOENT');
});

test('stops cleanly when interrupted while it prepares', async () => {
  await giveCluster(join(folder, 'data'));
  const parent = run('report("Preparing."); await new Promise((resolve) => setTimeout(resolve, 3_000));');
  await until(() => printed.includes('Preparing.'));
  parent.kill('SIGTERM');
  const [code] = await once(parent, 'exit');
  expect(code).toBe(0);
  expect(() => postgresPid()).toThrow('ENOENT');
});

test('passes on why preparing failed, with the database stopped', async () => {
  await giveCluster(join(folder, 'data'));
  const parent = run('throw new Error("migration 7 is wrong")');
  const [code] = await once(parent, 'exit');
  expect(code).toBe(1);
  expect(printed).toContain('migration 7 is wrong');
  expect(() => postgresPid()).toThrow('ENOENT');
});
