import { chownSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The numeric user and group a PostgreSQL process runs as. */
export interface Account {
  uid: number;
  gid: number;
}

/**
 * The account to run the server as, or undefined to run it as ourselves. PostgreSQL refuses to run as
 * root, so root hands it to whoever owns an existing cluster, else to `nobody`.
 */
export function serverAccount(clusterDir: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owner = statSync(clusterDir, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return nobody();
}

function nobody(): Account {
  // initdb looks its own user up in the account file, so the number must be one that is listed.
  try {
    return nobodyIn(readFileSync('/etc/passwd', 'utf8')) ?? usual;
  } catch {
    // No account file.
    return usual;
  }
}

const usual: Account = { uid: 65534, gid: 65534 };

/** The account `nobody` of an account file. macOS writes its number as -2, which files hold as 4294967294. */
export function nobodyIn(accounts: string): Account | undefined {
  const line = accounts.split('\n').find((entry) => entry.startsWith('nobody:'));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid ? { uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 } : undefined;
}

/** An account as Node starts a process with it: it takes numbers of 32 bits with a sign there, and none elsewhere. */
export const asSpawned = (account: Account | undefined): Partial<Account> =>
  account ? { uid: account.uid | 0, gid: account.gid | 0 } : {};

/** Whether `account` may enter every folder from the root down to and including `dir`. */
export function canEnter(dir: string, account: Account): boolean {
  for (let at = dir; ; at = dirname(at)) {
    const found = statSync(at, { throwIfNoEntry: false });
    if (found && !has(found, account, 1)) return false;
    if (at === dirname(at)) return true;
  }
}

/** Whether `account` may read the file or folder `path` itself (its parents are not looked at). */
export function canRead(path: string, account: Account): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  return found !== undefined && has(found, account, 4);
}

function has(found: { mode: number; uid: number; gid: number }, account: Account, bit: number): boolean {
  if (found.uid === account.uid) return (found.mode & (bit << 6)) !== 0;
  if (found.gid === account.gid) return (found.mode & (bit << 3)) !== 0;
  return (found.mode & bit) !== 0;
}

/** Gives `path` and all beneath it to `account`; does nothing when the account is undefined. */
export function giveTo(path: string, account: Account | undefined): void {
  if (!account) return;
  const found = lstatSync(path);
  if (found.isSymbolicLink()) return;
  chownSync(path, account.uid, account.gid);
  if (found.isDirectory()) for (const name of readdirSync(path)) giveTo(join(path, name), account);
}
