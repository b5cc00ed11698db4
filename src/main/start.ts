import { join } from 'node:path';
import { refusalFor, type StartRefused } from '../platform/postgres/refused.ts';
import { Child } from './start/child.ts';
import type { StartConfig } from './start/config.ts';
import { type Database, openDatabase } from './start/database.ts';
import { waitForHealth } from './start/health.ts';
import { type Interrupt, listenForInterrupt } from './start/interrupt.ts';
import { openLog } from './start/logs.ts';
import { ensurePortFree } from './start/port.ts';

export { type StartConfig, startConfig } from './start/config.ts';

/** The parts of a start that know the product. */
export interface StartSteps {
  /** Brings the schema and the first data up to date. Safe to run on every start. */
  prepare(ownerUrl: string, report: (line: string) => void): Promise<void>;
  /** Variables for the web and worker processes, made once `prepare` is done. */
  environment?(ownerUrl: string): Record<string, string>;
}

/** What a start is made of. */
export interface StartOptions {
  config: StartConfig;
  /** Folder holding web.js and worker.js. */
  buildDir: string;
  steps: StartSteps;
  /** Printed under the address once the web process answers: who can sign in. */
  welcome: string;
  /** Where lines for the person at the keyboard go; standard output when left out. */
  print?: (line: string) => void;
}

/**
 * Runs the whole service until it is told to stop, and resolves with the exit code: 0.
 * @throws StartRefused when it cannot start or cannot be kept running; all it started is stopped first.
 */
export async function start(options: StartOptions): Promise<number> {
  const print = options.print ?? ((line: string) => process.stdout.write(`${line}\n`));
  const interrupt = listenForInterrupt();
  const run = new Run(options, interrupt, print);
  try {
    await run.untilStopped();
    return 0;
  } finally {
    await run.stop();
    interrupt.release();
    if (interrupt.stop.aborted) print('Stopped.');
  }
}

/** One start, from the first check to the last process stopped. */
class Run {
  readonly #options: StartOptions;
  readonly #interrupt: Interrupt;
  readonly #print: (line: string) => void;
  readonly #children: Child[] = [];
  readonly #logs: { close(): void }[] = [];
  #opening: Promise<Database> | undefined;
  #giveUp: (refusal: StartRefused) => void = () => undefined;
  readonly #over = new AbortController();
  readonly #failure: Promise<never>;
  readonly #interrupted: Promise<'interrupted'>;

  constructor(options: StartOptions, interrupt: Interrupt, print: (line: string) => void) {
    this.#options = options;
    this.#interrupt = interrupt;
    this.#print = print;
    this.#failure = new Promise((_, reject) => {
      this.#giveUp = reject;
    });
    // It may fail while no one waits for it, such as during the stop.
    this.#failure.catch(() => undefined);
    this.#interrupted = new Promise((resolve) => {
      interrupt.stop.addEventListener('abort', () => resolve('interrupted'), { once: true });
    });
  }

  /** Brings everything up and waits; returns when a person asks it to stop. */
  async untilStopped(): Promise<void> {
    const up = this.#bringUp();
    const outcome = await Promise.race([up, this.#failure, this.#interrupted]);
    if (outcome === 'interrupted') {
      // A half-done step ends with an error when its database goes; the person asked for that.
      up.catch(() => undefined);
      return;
    }
    await Promise.race([this.#failure, this.#interrupted]);
  }

  async #bringUp(): Promise<void> {
    const { config, steps, welcome } = this.#options;
    const stop = AbortSignal.any([this.#interrupt.stop, this.#over.signal]);
    await ensurePortFree(config.port, config.host);
    if (stop.aborted) return;
    this.#opening = openDatabase(config, { report: this.#print, onGiveUp: this.#giveUp });
    const database = await this.#opening;
    if (stop.aborted) return;
    await steps.prepare(database.ownerUrl, this.#print);
    if (stop.aborted) return;
    this.#startChildren(database.ownerUrl);
    const address = `http://${isEverywhere(config.host) ? 'localhost' : bracketed(config.host)}:${config.port}`;
    await waitForHealth(`${address}/health`, stop);
    if (!stop.aborted) this.#print(`\nBailiwick is running at ${address}\n\n${welcome}\n\nCtrl-C stops it.`);
  }

  #startChildren(ownerUrl: string): void {
    const { config, steps, buildDir } = this.#options;
    const own = steps.environment?.(ownerUrl) ?? { DATABASE_URL: ownerUrl };
    const env = { ...process.env, PORT: String(config.port), HOST: config.host, ...own };
    for (const name of ['web', 'worker']) {
      const child = new Child({
        name,
        script: join(buildDir, `${name}.js`),
        env,
        onLine: this.#lineSink(name),
        report: this.#print,
        onGiveUp: this.#giveUp,
      });
      this.#children.push(child);
      child.start();
    }
  }

  /** On a laptop the lines go to a file and complaints also to the screen; in a container, all to the screen. */
  #lineSink(name: string): (line: string, stream: 'out' | 'err') => void {
    const { config } = this.#options;
    if (config.databaseUrl) return (line) => this.#print(line);
    const dir = join(config.dataDir, 'logs');
    try {
      const log = openLog(dir, name);
      this.#logs.push(log);
      return (line, stream) => {
        log.write(line);
        if (stream === 'err') this.#print(`[${name}] ${line}`);
      };
    } catch (error) {
      throw refusalFor(error, dir);
    }
  }

  /** Stops the processes, then the database that they use. */
  async stop(): Promise<void> {
    this.#over.abort();
    if (this.#children.length > 0) this.#print('\nStopping…');
    await Promise.all(this.#children.map((child) => child.stop(this.#interrupt.hurry)));
    // Asked to stop while the database was starting: let it finish, so as not to leave it behind.
    const database = await this.#opening?.catch(() => undefined);
    await database?.stop();
    for (const log of this.#logs) log.close();
  }
}

function isEverywhere(host: string): boolean {
  return ['127.0.0.1', '0.0.0.0', '::', '::1', 'localhost'].includes(host);
}

function bracketed(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}
