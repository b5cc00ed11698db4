import { createHash, randomBytes } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { type Account, canEnter, serverAccount } from './account.ts';
import { errnoOf, StartRefused } from './refused.ts';

/** The files and folders of one embedded server. */
export interface Place {
  /** Folder that holds everything below except, sometimes, the socket. */
  base: string;
  cluster: string;
  socketDir: string;
  passwordFile: string;
  lockFile: string;
  logFile: string;
  /** Whom the server runs as; undefined when it runs as ourselves. */
  account: Account | undefined;
}

/** A Unix socket's whole path may be about 104 characters, of which the file name takes 14. */
const longestSocketDir = 88;

/**
 * Settles where a server for `dataDir` keeps its files and makes the folders. Root's server runs as an
 * account that may not be able to reach `dataDir` (a checkout in /root); its files then go elsewhere.
 */
export function preparePlace(dataDir: string, log: (line: string) => void): Place {
  makeDataDir(dataDir);
  // As the disk writes it: on one that does not tell Data from data, the folder has one name all the same.
  const wanted = realpathSync.native(dataDir);
  accessSync(wanted, constants.R_OK | constants.W_OK | constants.X_OK);
  const account = serverAccount(join(wanted, 'postgres'));
  const base = account ? reachable(wanted, account, log) : wanted;
  const cluster = join(base, 'postgres');
  const place: Place = {
    base,
    cluster,
    socketDir: socketDirFor(base),
    passwordFile: join(base, 'owner-password'),
    lockFile: join(base, 'bailiwick.lock'),
    logFile: join(base, 'postgres.log'),
    account: account && serverAccount(cluster),
  };
  privateDir(place.socketDir, place.account);
  return place;
}

function makeDataDir(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o755 : 0o700 });
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw error;
    // On a read-only disk Node says that the folder is missing; asking its parent tells the true reason.
    let parent = dirname(dataDir);
    while (!existsSync(parent)) parent = dirname(parent);
    accessSync(parent, constants.W_OK);
    throw error;
  }
}

/** The folder to use in place of `wanted` when `account` cannot get into it. */
function reachable(wanted: string, account: Account, log: (line: string) => void): string {
  if (canEnter(wanted, account)) return wanted;
  if (canEnter(dirname(wanted), account)) {
    // Only the data folder itself is closed, and that is ours: let others pass through, not list.
    chmodSync(wanted, lstatSync(wanted).mode | 0o011);
    return wanted;
  }
  const name = `bailiwick-${shortHash(wanted)}`;
  const elsewhere = ['/var/lib', '/var/tmp', tmpdir()]
    .filter((folder) => existsSync(folder) && canEnter(realpathSync(folder), account))
    .map((folder) => join(realpathSync(folder), name));
  for (const folder of elsewhere) {
    if (!usable(folder)) continue;
    log(
      `The database cannot run as root and its account cannot reach ${wanted}, so its files are in ${folder}.`,
    );
    return folder;
  }
  return wanted;
}

function usable(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o711 });
    accessSync(folder, constants.W_OK);
    return lstatSync(folder).uid === 0;
  } catch {
    return false;
  }
}

/**
 * The folder of the socket: beside the data, else in the temporary folder, else (macOS gives each user one of 49 letters, and
 * anybody may name a longer one) in the one that every system has.
 */
export function socketDirFor(base: string, temporary: string = tmpdir()): string {
  const name = `bailiwick-${shortHash(base)}`;
  const wanted = [join(base, 'socket'), join(resolve(temporary), name)];
  return wanted.find((dir) => Buffer.byteLength(dir) <= longestSocketDir) ?? join('/tmp', name);
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

/** Makes `dir` private to the server's account. A folder someone else planted there is refused. */
function privateDir(dir: string, account: Account | undefined): void {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const found = lstatSync(dir);
  const me = process.getuid?.() ?? 0;
  if (!found.isDirectory() || (found.uid !== me && found.uid !== account?.uid && me !== 0)) {
    throw new StartRefused(
      'not-permitted',
      `The folder ${dir}, needed for the database's socket, belongs to someone else: remove it and start again.`,
    );
  }
  if (account) chownSync(dir, account.uid, account.gid);
  chmodSync(dir, 0o700);
}

/** The owner's password for this place, made on first use and readable by us alone. */
export function ownerPassword(place: Place): string {
  if (existsSync(place.passwordFile)) return readFileSync(place.passwordFile, 'utf8').trim();
  const password = randomBytes(24).toString('hex');
  writeFileSync(place.passwordFile, `${password}\n`, { mode: 0o600, flag: 'wx', flush: true });
  return password;
}

/** URL of the owner's session in database `postgres` over this place's socket. */
export function ownerUrl(place: Place, password: string): string {
  const host = encodeURIComponent(place.socketDir).replaceAll('%2F', '/');
  return `postgres://bailiwick_owner:${password}@/postgres?host=${host}&port=5432`;
}

/** Removes a socket folder that had to be made in the temporary folder; one beside the data stays. */
export function forgetSocketDir(place: Place): void {
  if (!place.socketDir.startsWith(place.base)) rmSync(place.socketDir, { recursive: true, force: true });
}
