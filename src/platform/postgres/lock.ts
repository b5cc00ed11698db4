import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { birthOf, isAlive } from './processes.ts';
import { errnoOf, StartRefused } from './refused.ts';

interface Holder {
  pid: number;
  birth: string | undefined;
}

/**
 * Takes the one lock on a data folder and returns the function that gives it back.
 * A lock whose process has gone (or whose id now belongs to another process) is taken over.
 * @throws StartRefused `locked` when another live process holds it.
 */
export function takeLock(path: string): () => void {
  const mine = `${path}.${process.pid}`;
  const text = JSON.stringify({ pid: process.pid, birth: birthOf(process.pid) } satisfies Holder);
  writeFileSync(mine, text, { mode: 0o644 });
  try {
    for (let attempt = 0; attempt < 10; attempt += 1) {
      // A link appears whole or not at all, so no one can read a half-written lock.
      if (tryLink(mine, path)) return () => release(path, text);
      const found = read(path);
      if (found === undefined) continue;
      const holder = parse(found);
      if (holder && isHeld(holder)) throw heldBy(holder.pid, path);
      discard(path, found);
    }
    throw heldBy(undefined, path);
  } finally {
    rmSync(mine, { force: true });
  }
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    const code = errnoOf(error);
    if (code === 'EEXIST') return false;
    // Some mounted folders have no hard links; an exclusive write is nearly as good.
    if (code === 'EPERM' || code === 'ENOTSUP' || code === 'EOPNOTSUPP' || code === 'EMLINK') {
      return tryExclusiveWrite(from, to);
    }
    throw error;
  }
}

function tryExclusiveWrite(from: string, to: string): boolean {
  try {
    writeFileSync(to, readFileSync(from), { flag: 'wx', mode: 0o644 });
    return true;
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') return false;
    throw error;
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function parse(text: string): Holder | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !('pid' in value)) return undefined;
    if (typeof value.pid !== 'number') return undefined;
    const birth = 'birth' in value && typeof value.birth === 'string' ? value.birth : undefined;
    return { pid: value.pid, birth };
  } catch {
    return undefined;
  }
}

function isHeld(holder: Holder): boolean {
  if (!isAlive(holder.pid)) return false;
  const birth = birthOf(holder.pid);
  return birth === undefined || holder.birth === undefined || birth === holder.birth;
}

/** Removes exactly the stale lock that was read; one taken by someone else in between is put back. */
function discard(path: string, stale: string): void {
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return;
    throw error;
  }
  if (read(aside) !== stale) tryLink(aside, path);
  rmSync(aside, { force: true });
}

function release(path: string, text: string): void {
  if (read(path) === text) rmSync(path, { force: true });
}

function heldBy(pid: number | undefined, path: string): StartRefused {
  const who = pid === undefined ? 'another process' : `process ${pid}`;
  return new StartRefused(
    'locked',
    `Bailiwick is already running on this data folder (${who} holds ${path}): stop that one first, or set BAILIWICK_DATA_DIR to another folder.`,
  );
}
