import { resolve } from 'node:path';
import { findBinaries } from './binaries.ts';
import { ensureCluster } from './initdb.ts';
import { takeLock } from './lock.ts';
import { forgetSocketDir, ownerPassword, ownerUrl, type Place, preparePlace } from './place.ts';
import { isAlive } from './processes.ts';
import { refusalFor } from './refused.ts';
import { adopt, launch, stopServer } from './server.ts';

export { StartRefused } from './refused.ts';

/** A running PostgreSQL of our own, and the lock on its data folder. */
export interface EmbeddedServer {
  /** The owner (a superuser) in database `postgres`, over a Unix socket, in the form `pg` takes. */
  readonly ownerUrl: string;
  /** Process id of the server. */
  readonly pid: number;
  /** True when a server left by a killed parent was taken over instead of started. */
  readonly reused: boolean;
  /** Whether the server's process still exists. */
  isRunning(): boolean;
  /** Stops the server (also one that already died) and gives the lock back. Safe to call twice. */
  stop(): Promise<void>;
}

/** What `startEmbedded` needs to know. */
export interface EmbeddedOptions {
  /** Folder for the database's files; made if missing. */
  dataDir: string;
  /** Receives the few lines worth showing a person. */
  log?: (line: string) => void;
  /** PostgreSQL settings laid over the defaults; tests turn `fsync` off here. */
  settings?: Record<string, string>;
}

/** Sized for a laptop or a small virtual machine. */
const defaults: Record<string, string> = {
  listen_addresses: '',
  shared_buffers: '256MB',
  max_connections: '100',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  effective_cache_size: '1GB',
  random_page_cost: '1.1',
  max_wal_size: '2GB',
  // Compiling a query costs more than it saves on the short queries of a web page.
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  password_encryption: 'scram-sha-256',
  logging_collector: 'off',
  unix_socket_permissions: '0700',
};

/**
 * Starts PostgreSQL on `dataDir`, or takes over one that a killed parent left running there.
 * Holds an exclusive lock on the folder until `stop`.
 * @throws StartRefused when a person must act: see `RefusalCode`.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const dataDir = resolve(options.dataDir);
  const log = options.log ?? (() => undefined);
  try {
    const place = preparePlace(dataDir, log);
    const unlock = takeLock(place.lockFile);
    try {
      return await run(place, { ...defaults, ...options.settings }, log, unlock);
    } catch (error) {
      unlock();
      throw error;
    }
  } catch (error) {
    throw refusalFor(error, dataDir);
  }
}

/** The owner's address of a server that another process of ours keeps running on `dataDir`. */
export function runningOwnerUrl(dataDir: string): string {
  const place = preparePlace(resolve(dataDir), () => undefined);
  return ownerUrl(place, ownerPassword(place));
}

async function run(
  place: Place,
  settings: Record<string, string>,
  log: (line: string) => void,
  unlock: () => void,
): Promise<EmbeddedServer> {
  const binaries = findBinaries(place.base, place.account, log);
  const password = ownerPassword(place);
  await ensureCluster(place, binaries, password, settings.fsync !== 'off');
  const url = ownerUrl(place, password);
  const adopted = await adopt(place, url);
  const pid = adopted ?? (await launch(place, binaries, settings, url));
  let stopping: Promise<void> | undefined;
  return {
    ownerUrl: url,
    pid,
    reused: adopted !== undefined,
    isRunning: () => isAlive(pid),
    stop: () => {
      stopping ??= stopServer(pid)
        .then(() => forgetSocketDir(place))
        .finally(unlock);
      return stopping;
    },
  };
}
