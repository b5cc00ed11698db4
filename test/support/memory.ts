import { createHash } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, rmSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from 'pg';

/** Linux's folder in memory. */
const memory = '/dev/shm';
/** A container may be given little of it; the worlds that stand at one time want some 40 MB each. */
const leastFree = 1_000_000_000;

/** The tablespace that every PostgreSQL has. */
const onDisk = 'pg_default';
const inMemory = 'bailiwick_test_memory';

/**
 * Where the worlds of tests lie: in memory if there is room, else on the disk. A database is two thousand files, and ext4 makes
 * files twenty times slower where as many were deleted in the last seconds (`recently_deleted`): a copy took 1.8 s of the kernel's
 * time on the disk, and takes 0.1 s here. Begins anew each time, since what lies in memory is gone when the machine restarts.
 */
export async function openMemory(client: Client, root: string): Promise<string> {
  const name = `bailiwick-test-${createHash('sha256').update(root).digest('hex').slice(0, 12)}`;
  const folder = join(memory, name);
  const { rows: left } = await client.query<{ datname: string }>(
    'select datname from pg_database d join pg_tablespace t on t.oid = d.dattablespace where spcname = $1',
    [inMemory],
  );
  for (const { datname } of left)
    await client.query(`drop database ${client.escapeIdentifier(datname)} with (force)`);
  await client.query(`drop tablespace if exists ${inMemory}`);
  rmSync(folder, { recursive: true, force: true });
  if (!existsSync(memory) || freeIn(memory) < leastFree) return onDisk;
  const { rows } = await client.query<{ folder: string }>(
    "select current_setting('data_directory') as folder",
  );
  // The server makes its files itself, as whoever it runs as.
  const { uid, gid } = statSync(rows[0]?.folder ?? '');
  mkdirSync(folder, { mode: 0o700 });
  chownSync(folder, uid, gid);
  await client.query(`create tablespace ${inMemory} location ${client.escapeLiteral(folder)}`);
  return inMemory;
}

const freeIn = (folder: string): number => {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
};
