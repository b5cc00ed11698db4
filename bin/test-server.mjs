// The database tests on a PostgreSQL that this machine has installed: `npm run test:server`, and the journeys in a browser
// too with `-- --journeys`. Another version than the
// one npm brings, so that what we promise about DATABASE_URL is tried. Finding none is said, and is no failure.
import { spawn, spawnSync } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bringWindowless, findBrowser } from '../test/browser.mjs';
import { build } from './build.mjs';
import { root, runTool } from './tools.mjs';

const password = 'for these tests only';

/** The newest installed server's programs; Debian keeps each version apart. */
function findBin() {
  const given = process.env.TEST_POSTGRES_BIN;
  if (given) return given;
  const base = '/usr/lib/postgresql';
  if (!existsSync(base)) return undefined;
  const versions = readdirSync(base).filter((name) => existsSync(join(base, name, 'bin', 'initdb')));
  const newest = versions.sort((a, b) => Number(b) - Number(a))[0];
  return newest && join(base, newest, 'bin');
}

/** PostgreSQL refuses to run as root, so root's tests run it as nobody. */
function account() {
  if (process.getuid?.() !== 0) return {};
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('nobody:'));
  const [, , uid, gid] = (line ?? 'nobody:x:65534:65534').split(':').map(Number);
  return { uid, gid };
}

function freePort() {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

function demand(program, args, options) {
  const done = spawnSync(program, args, { encoding: 'utf8', ...options });
  if (done.status !== 0) throw new Error(`${program} failed: ${done.stderr || done.error}`);
  return done.stdout;
}

async function run(bin) {
  const who = account();
  const folder = mkdtempSync(join(tmpdir(), 'bailiwick-server-'));
  const options = { ...who, cwd: folder, env: { LC_ALL: 'C.UTF-8', PATH: process.env.PATH ?? '' } };
  let server;
  try {
    const passwordFile = join(folder, 'password');
    writeFileSync(passwordFile, password, { mode: 0o600 });
    if (who.uid !== undefined) for (const path of [folder, passwordFile]) chownSync(path, who.uid, who.gid);
    const data = join(folder, 'data');
    const making = [
      '-D',
      data,
      '-U',
      'bailiwick_owner',
      '-A',
      'scram-sha-256',
      `--pwfile=${passwordFile}`,
      '-E',
      'UTF8',
    ];
    demand(join(bin, 'initdb'), [...making, '--no-sync'], options);
    const port = await freePort();
    const settings = {
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      max_connections: '200',
    };
    Object.assign(settings, {
      listen_addresses: '127.0.0.1',
      port,
      unix_socket_directories: folder,
      jit: 'off',
    });
    const set = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    server = spawn(join(bin, 'postgres'), ['-D', data, ...set], { ...options, stdio: 'ignore' });
    const ready = () =>
      spawnSync(join(bin, 'pg_isready'), ['-h', '127.0.0.1', '-p', String(port)], options).status === 0;
    for (let tries = 0; !ready(); tries += 1) {
      if (tries > 100 || server.exitCode !== null) throw new Error('The server did not start.');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const url = `postgres://bailiwick_owner:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`;
    const given = process.argv.slice(2);
    const isWalked = given.includes('--journeys');
    const env = { TEST_DATABASE_URL: url };
    if (isWalked) {
      await build({ root, log: console.log });
      bringWindowless(console.log);
      env.CHROME_PATH = findBrowser(console.log);
    }
    const projects = isWalked ? ['--project', 'db', '--project', 'journeys'] : ['--project', 'db'];
    const args = ['run', ...projects, ...given.filter((arg) => arg !== '--journeys')];
    const { code } = await runTool('vitest', args, { isShown: true, env });
    return code;
  } finally {
    if (server && server.exitCode === null) {
      // SIGINT is PostgreSQL's own quick way to stop.
      server.kill('SIGINT');
      await new Promise((resolve) => server.once('exit', resolve));
    }
    rmSync(folder, { recursive: true, force: true });
  }
}

const bin = findBin();
if (!bin)
  console.log('No PostgreSQL is installed on this machine: its leg of the database tests is left out.');
else {
  console.log(`In ${root}, on ${demand(join(bin, 'postgres'), ['--version'], {}).trim()}`);
  process.exitCode = await run(bin);
}
