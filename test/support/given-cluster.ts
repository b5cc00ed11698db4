import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { startEmbedded } from '../../src/platform/postgres/embedded.ts';

const kept = join(process.cwd(), '.bailiwick', 'clusters');

/** What a cluster is made from: the code that makes it, and the version of PostgreSQL. */
function fingerprint(): string {
  const hash = createHash('sha256').update(readFileSync('src/platform/postgres/initdb.ts'));
  return hash.update(readFileSync('package-lock.json')).digest('hex').slice(0, 12);
}

/**
 * Puts a cluster that was made, started and stopped before into a data folder, as a second start finds it. For tests that are about
 * something else than the making, which takes a second of the processor each time.
 */
export async function giveCluster(dataDir: string): Promise<void> {
  const model = join(kept, fingerprint());
  if (!existsSync(model)) await make(model);
  mkdirSync(dataDir, { recursive: true, mode: 0o755 });
  // Owners and rights with it: the server refuses files that are not its own.
  for (const name of ['postgres', 'owner-password'])
    execFileSync('cp', ['-a', join(model, name), join(dataDir, name)]);
}

async function make(model: string): Promise<void> {
  mkdirSync(kept, { recursive: true });
  const folder = mkdtempSync(join(kept, 'making-'));
  chmodSync(folder, 0o755);
  const server = await startEmbedded({ dataDir: folder, settings: { fsync: 'off' } });
  await server.stop();
  for (const name of readdirSync(kept).filter(
    (name) => !name.startsWith('making-') && join(kept, name) !== model,
  ))
    rmSync(join(kept, name), { recursive: true, force: true });
  try {
    renameSync(folder, model);
  } catch (error) {
    // Another process has made the same meanwhile.
    if (!existsSync(model)) throw error;
    rmSync(folder, { recursive: true, force: true });
  }
}
