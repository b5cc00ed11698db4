import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { asSpawned } from './account.ts';
import type { Binaries } from './binaries.ts';
import { serverEnvironment } from './initdb.ts';
import type { Place } from './place.ts';
import { isAlive, processesIn, signal, waitUntil, worksIn } from './processes.ts';
import { diskFull, errnoOf, StartRefused } from './refused.ts';

/** What a server answered when asked for a session. */
type Answer = 'ready' | 'starting' | 'wrong-password' | 'silent';

/** Starting can include replaying a long write-ahead log after a crash, so the limit is generous. */
const startLimitMs = 300_000;

/** Asks for a session at `url` and says what came of it. */
async function ask(url: string): Promise<Answer> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return 'ready';
  } catch (error) {
    const code = errnoOf(error);
    if (code === '57P03') return 'starting';
    return code === '28P01' || code === '28000' ? 'wrong-password' : 'silent';
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Id of the live server that has this place's cluster open, or undefined. */
export function livePostmaster(place: Place): number | undefined {
  const file = join(place.cluster, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  return Number.isInteger(pid) && pid > 1 && isAlive(pid) && worksIn(pid, place.cluster) ? pid : undefined;
}

/**
 * Takes over the server left by a parent that was killed, if it still answers with our password.
 * One that runs but cannot be reached (its socket was swept from the temporary folder) is stopped.
 */
export async function adopt(place: Place, url: string): Promise<number | undefined> {
  const pid = livePostmaster(place);
  if (pid === undefined) return undefined;
  const until = performance.now() + startLimitMs;
  let silences = 0;
  while (livePostmaster(place) === pid && performance.now() < until) {
    const answer = await ask(url);
    if (answer === 'ready') return pid;
    if (answer === 'wrong-password') {
      throw new StartRefused(
        'database-failed',
        `The database in ${place.cluster} does not accept the password in ${place.passwordFile}: put the file that belongs to it back.`,
      );
    }
    silences = answer === 'silent' ? silences + 1 : 0;
    if (silences > 20) break;
    await sleep(100);
  }
  await stopServer(pid);
  return undefined;
}

/** Starts a server on an existing cluster and waits until it answers; returns its process id. */
export async function launch(
  place: Place,
  binaries: Binaries,
  settings: Record<string, string>,
  url: string,
): Promise<number> {
  await clearRemains(place);
  const until = performance.now() + 20_000;
  for (;;) {
    const outcome = await attempt(place, binaries, settings, url);
    if (typeof outcome === 'number') return outcome;
    if (/No space left on device|Disk quota exceeded/i.test(outcome)) throw diskFull(place.base);
    const isTransient = /still in use|postmaster\.pid" already exists/.test(outcome);
    if (!isTransient || performance.now() > until) throw couldNotStart(place, outcome);
    await sleep(250);
  }
}

/** One go at starting: the process id, or what the server logged before it gave up. */
async function attempt(
  place: Place,
  binaries: Binaries,
  settings: Record<string, string>,
  url: string,
): Promise<number | string> {
  const logStart = rotateLog(place.logFile);
  const child = spawnServer(place, binaries, settings);
  const said = () => readFileSync(place.logFile).subarray(logStart).toString();
  let failure: string | undefined;
  child.once('error', (error) => {
    failure = `FATAL: ${error.message}`;
  });
  const until = performance.now() + startLimitMs;
  for (;;) {
    if (failure !== undefined) return failure;
    if (child.exitCode !== null || child.signalCode !== null) return said();
    const answer = existsSync(join(place.socketDir, '.s.PGSQL.5432')) ? await ask(url) : 'silent';
    if (answer === 'ready' && child.pid !== undefined) return child.pid;
    if (answer === 'wrong-password' || performance.now() > until) {
      if (child.pid !== undefined) await stopServer(child.pid);
      return answer === 'wrong-password'
        ? `FATAL: it does not accept the password in ${place.passwordFile}`
        : said();
    }
    await sleep(20);
  }
}

function spawnServer(place: Place, binaries: Binaries, settings: Record<string, string>): ChildProcess {
  const args = ['-D', place.cluster, '-k', place.socketDir, '-p', '5432'];
  for (const [name, value] of Object.entries(settings)) args.push('-c', `${name}=${value}`);
  // To a file, not a pipe: the server outlives a parent that is killed and must still have a log.
  const log = openSync(place.logFile, 'a', 0o600);
  const child = spawn(join(binaries.native, 'bin/postgres'), args, {
    cwd: '/',
    env: serverEnvironment,
    stdio: ['ignore', log, log],
    // Its own session, so that Ctrl-C in a terminal does not stop it before those who use it.
    detached: true,
    ...asSpawned(place.account),
  });
  closeSync(log);
  child.unref();
  return child;
}

/** Keeps the log from growing for ever; returns the offset at which this run's lines begin. */
function rotateLog(file: string): number {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size < 5_000_000) return size;
  renameSync(file, `${file}.old`);
  return 0;
}

/**
 * A server killed outright leaves children that hold its shared memory until they notice, and a new
 * server must not start before they have gone: two sets of processes would write the same files.
 */
async function clearRemains(place: Place): Promise<void> {
  const remains = () => processesIn(place.cluster);
  if (!(await waitUntil(() => remains().length === 0, 5_000))) {
    for (const pid of remains()) signal(pid, 'SIGQUIT');
    if (!(await waitUntil(() => remains().length === 0, 5_000))) {
      for (const pid of remains()) signal(pid, 'SIGKILL');
      await waitUntil(() => remains().length === 0, 5_000);
    }
  }
  const file = join(place.cluster, 'postmaster.pid');
  if (!existsSync(file) || livePostmaster(place) !== undefined) return;
  // The id in it may by now be another process of this user, or a dead one that nobody has collected;
  // the server would balk at either, and no process works in the folder any more.
  rmSync(file, { force: true });
}

/** Asks a server to stop, and insists: fast shutdown, then immediate, then kill. */
export async function stopServer(pid: number): Promise<void> {
  const steps: [NodeJS.Signals, number][] = [
    ['SIGINT', 30_000],
    ['SIGQUIT', 10_000],
    ['SIGKILL', 5_000],
  ];
  for (const [name, limitMs] of steps) {
    signal(pid, name);
    if (await waitUntil(() => !isAlive(pid), limitMs, 10)) return;
  }
}

function couldNotStart(place: Place, said: string): StartRefused {
  const fatal = said.match(/(?:FATAL|PANIC):\s*(.+)/)?.[1] ?? said.trim().split('\n').at(-1);
  return new StartRefused(
    'database-failed',
    `The database could not start: ${fatal || 'it said nothing'} (its log is ${place.logFile}).`,
  );
}
