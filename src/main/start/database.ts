import pg from 'pg';
import { type EmbeddedServer, StartRefused, startEmbedded } from '../../platform/postgres/embedded.ts';
import { errnoOf } from '../../platform/postgres/refused.ts';
import type { StartConfig } from './config.ts';
import { CrashCount } from './crashes.ts';

/** The database of a start, whoever runs it. */
export interface Database {
  /** URL of the role that owns the schemas. The same for as long as the start lasts. */
  ownerUrl: string;
  /** Stops the embedded server; leaves anyone else's alone. */
  stop(): Promise<void>;
}

/** What to do with news of the database. */
export interface DatabaseListener {
  report: (line: string) => void;
  /** Called once, when the embedded server cannot be kept running. */
  onGiveUp: (refusal: StartRefused) => void;
}

const watchEveryMs = 300;

/** Gets a database ready for sessions: the one that DATABASE_URL names, else the embedded one. */
export async function openDatabase(config: StartConfig, listener: DatabaseListener): Promise<Database> {
  if (config.databaseUrl) {
    await checkServer(config.databaseUrl);
    return { ownerUrl: config.databaseUrl, stop: () => Promise.resolve() };
  }
  const keeper = new Keeper(config.dataDir, listener);
  await keeper.open();
  return keeper;
}

/** @throws StartRefused when the server cannot be reached or is older than PostgreSQL 15. */
async function checkServer(url: string): Promise<void> {
  const version = await versionOf(url);
  if (version >= 150_000) return;
  throw new StartRefused(
    'other-version',
    `The database named by DATABASE_URL is PostgreSQL ${Math.floor(version / 10_000)}, and Bailiwick needs 15 or later.`,
  );
}

async function versionOf(url: string): Promise<number> {
  let client: pg.Client | undefined;
  try {
    client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
    client.on('error', () => undefined);
    await client.connect();
    const { rows } = await client.query<{ version: string }>(
      `select current_setting('server_version_num') as version`,
    );
    return Number(rows[0]?.version);
  } catch (error) {
    // An address that resolves to several gives one error holding the others, with no message of its own.
    const reason = (error instanceof Error && error.message) || errnoOf(error) || 'no answer';
    throw new StartRefused(
      'database-unreachable',
      `The database named by DATABASE_URL cannot be used (${reason}): correct DATABASE_URL, or unset it to use the built-in database.`,
      { cause: error },
    );
  } finally {
    await client?.end().catch(() => undefined);
  }
}

/** Runs the embedded server and starts it again when it dies under us. */
class Keeper implements Database {
  ownerUrl = '';
  readonly #dataDir: string;
  readonly #listener: DatabaseListener;
  readonly #crashes = new CrashCount();
  #server: EmbeddedServer | undefined;
  #watch: NodeJS.Timeout | undefined;
  #revival: Promise<void> = Promise.resolve();
  #isStopping = false;

  constructor(dataDir: string, listener: DatabaseListener) {
    this.#dataDir = dataDir;
    this.#listener = listener;
  }

  async open(): Promise<void> {
    this.#server = await startEmbedded({ dataDir: this.#dataDir, log: this.#listener.report });
    this.ownerUrl = this.#server.ownerUrl;
    if (this.#server.reused) this.#listener.report('The database was still running and is used as it is.');
    this.#schedule(watchEveryMs);
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    clearTimeout(this.#watch);
    await this.#revival;
    await this.#server?.stop();
  }

  #schedule(pauseMs: number): void {
    if (this.#isStopping) return;
    this.#watch = setTimeout(() => {
      this.#revival = this.#check();
    }, pauseMs);
  }

  async #check(): Promise<void> {
    if (this.#server?.isRunning()) {
      this.#schedule(watchEveryMs);
      return;
    }
    const pause = this.#crashes.note(performance.now());
    if (pause === undefined) {
      this.#listener.onGiveUp(
        new StartRefused(
          'database-failed',
          'The database stopped five times within a minute and was given up.',
        ),
      );
      return;
    }
    this.#listener.report('The database stopped; starting it again.');
    try {
      // Stopping one that is dead only gives the lock back.
      await this.#server?.stop();
      this.#server = await startEmbedded({ dataDir: this.#dataDir, log: this.#listener.report });
      this.#listener.report('The database is running again.');
      this.#schedule(watchEveryMs);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      if (error instanceof StartRefused && error.code === 'database-failed') this.#schedule(pause);
      else this.#listener.onGiveUp(new StartRefused('database-failed', reason, { cause: error }));
    }
  }
}
