import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { asSpawned } from './account.ts';
import type { Binaries } from './binaries.ts';
import type { Place } from './place.ts';
import { diskFull, StartRefused } from './refused.ts';

/** Environment of the database programs: nothing of ours (PGHOST, LD_PRELOAD …) reaches them. */
export const serverEnvironment = { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/bin:/bin' };

/**
 * Letters and their order are PostgreSQL's own everywhere (`C.UTF-8`, built in), so that a database sorts alike on every machine.
 * What is still asked of the system, which signs are letters, needs a locale that the system knows: macOS has no `C.UTF-8`.
 */
export const localeArguments = (platform: NodeJS.Platform): string[] => [
  ...['-E', 'UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
  ...(platform === 'darwin' ? ['--locale=C', '--lc-ctype=en_US.UTF-8'] : ['--locale=C.UTF-8']),
];

/**
 * Makes the cluster if there is none; an existing one is only checked.
 * @throws StartRefused `other-version` when the files were made by another major version.
 */
export async function ensureCluster(
  place: Place,
  binaries: Binaries,
  password: string,
  isDurable: boolean,
): Promise<void> {
  removeHalfMade(place);
  const versionFile = join(place.cluster, 'PG_VERSION');
  if (existsSync(versionFile)) {
    checkVersion(place, readFileSync(versionFile, 'utf8').trim(), binaries.major);
    return;
  }
  if (existsSync(place.cluster) && readdirSync(place.cluster).length > 0) {
    throw new StartRefused(
      'bad-setting',
      `The folder ${place.cluster} holds files that are not a database: move them away, or set BAILIWICK_DATA_DIR to another folder.`,
    );
  }
  await create(place, binaries, password, isDurable);
}

function checkVersion(place: Place, found: string, major: number): void {
  if (found === String(major)) return;
  throw new StartRefused(
    'other-version',
    `The database in ${place.cluster} was made by PostgreSQL ${found} but this release carries ${major}: start the release that made it, or set BAILIWICK_DATA_DIR to a new folder.`,
  );
}

/** A start that was cut off during initdb leaves a folder that was never given its final name. */
function removeHalfMade(place: Place): void {
  const prefix = `${basename(place.cluster)}.new`;
  for (const name of readdirSync(place.base)) {
    if (name.startsWith(prefix)) rmSync(join(place.base, name), { recursive: true, force: true });
  }
}

async function create(place: Place, binaries: Binaries, password: string, isDurable: boolean): Promise<void> {
  const folder = `${place.cluster}.new`;
  const passwordFile = `${folder}-password`;
  mkdirSync(folder, { mode: 0o700 });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (place.account) {
    chownSync(folder, place.account.uid, place.account.gid);
    chownSync(passwordFile, place.account.uid, place.account.gid);
  }
  try {
    await runInitdb(place, binaries, [
      ...['-D', folder, '-U', 'bailiwick_owner', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`],
      ...[...localeArguments(process.platform), '--no-instructions'],
      ...(isDurable ? [] : ['--no-sync']),
    ]);
    rmSync(place.cluster, { recursive: true, force: true });
    renameSync(folder, place.cluster);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(folder, { recursive: true, force: true });
  }
}

async function runInitdb(place: Place, binaries: Binaries, args: string[]): Promise<void> {
  const child = spawn(join(binaries.native, 'bin/initdb'), args, {
    cwd: '/',
    env: serverEnvironment,
    stdio: ['ignore', 'pipe', 'pipe'],
    // Its own session: a Ctrl-C at this moment must reach us alone, and we clean up.
    detached: true,
    ...asSpawned(place.account),
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const [code] = await once(child, 'close');
  if (code === 0) return;
  if (/No space left on device|Disk quota exceeded/i.test(said)) throw diskFull(place.base);
  const reason = /(?:FATAL|PANIC|error):\s*(.+)/.exec(said)?.[1] ?? said.trim().split('\n').at(-1);
  throw new StartRefused(
    'database-failed',
    `The database could not be made in ${place.cluster}: ${reason || `initdb ended with code ${code}`}.`,
  );
}
