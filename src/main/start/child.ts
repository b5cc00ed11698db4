import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { isAlive, signal, waitUntil } from '../../platform/postgres/processes.ts';
import { StartRefused } from '../../platform/postgres/refused.ts';
import { CrashCount } from './crashes.ts';

/** A program to keep running. */
export interface ChildSpec {
  /** What people call it: `web`, `worker`. */
  name: string;
  /** Path of the script that this Node runs. */
  script: string;
  env: NodeJS.ProcessEnv;
  /** Every line that it prints. */
  onLine: (line: string, stream: 'out' | 'err') => void;
  /** News for a person: that it stopped and is started again. */
  report: (line: string) => void;
  /** Called once, when it has stopped five times within a minute. */
  onGiveUp: (refusal: StartRefused) => void;
}

/** How long a child may take to stop before it is killed, in milliseconds. */
const stopLimitMs = 10_000;

/**
 * How Node runs a child. Pages are short-lived garbage: with a small young generation it is collected at once, where the
 * default lets it pile up to twice the memory and is no quicker (docs/benchmarks.md). And the old generation is collected
 * when it has grown by three quarters, where the default waits until it has grown several times over.
 */
export const childFlags: readonly string[] = [
  '--enable-source-maps',
  '--max-semi-space-size=8',
  '--heap-growing-percent=75',
];

/**
 * What a child is started with besides its settings: two pools of memory for the threads that hash, zip and ask for
 * names, where the system's library would keep eight to a core and give little of it back. Other systems pass over it.
 */
export const childEnvironment: NodeJS.ProcessEnv = { MALLOC_ARENA_MAX: '2' };

/** Keeps one program running: starts it, and starts it again, after a growing pause, when it stops. */
export class Child {
  readonly #spec: ChildSpec;
  readonly #crashes = new CrashCount();
  #process: ChildProcess | undefined;
  #restart: NodeJS.Timeout | undefined;
  #lastLine = '';
  #isStopping = false;

  constructor(spec: ChildSpec) {
    this.#spec = spec;
  }

  /** Process id while it runs. */
  get pid(): number | undefined {
    return this.#process?.pid;
  }

  /** Starts it. */
  start(): void {
    if (this.#isStopping) return;
    const { script, env } = this.#spec;
    const child = spawn(process.execPath, [...childFlags, script], {
      env: { ...childEnvironment, ...env },
      // The channel is the lifeline: it closes in the child when this process is killed outright.
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      // Its own session, so that Ctrl-C reaches this process alone and the order of stopping is ours.
      detached: true,
    });
    this.#process = child;
    if (child.stdout) this.#listen(child.stdout, 'out');
    if (child.stderr) this.#listen(child.stderr, 'err');
    child.once('error', (error) => {
      this.#lastLine = error.message;
      if (child.pid === undefined) this.#onExit(null, null);
    });
    child.once('close', (code, name) => this.#onExit(code, name));
  }

  /** Stops it and waits: a polite signal, then, after ten seconds or at once when hurried, a kill. */
  async stop(hurry?: AbortSignal): Promise<void> {
    this.#isStopping = true;
    clearTimeout(this.#restart);
    const pid = this.#process?.pid;
    if (pid === undefined) return;
    signal(pid, 'SIGTERM');
    const isOver = () => this.#process === undefined || !isAlive(pid);
    await waitUntil(() => isOver() || hurry?.aborted === true, stopLimitMs);
    if (isOver()) return;
    signal(pid, 'SIGKILL');
    await waitUntil(isOver, 2_000);
  }

  #listen(stream: Readable, name: 'out' | 'err'): void {
    createInterface({ input: stream }).on('line', (line) => {
      if (line.trim() !== '' && !/^\s+at |^Node\.js v/.test(line)) this.#lastLine = line.trim();
      this.#spec.onLine(line, name);
    });
  }

  #onExit(code: number | null, name: NodeJS.Signals | null): void {
    this.#process = undefined;
    if (this.#isStopping) return;
    const { report, onGiveUp } = this.#spec;
    const pause = this.#crashes.note(performance.now());
    if (pause === undefined) {
      this.#isStopping = true;
      const last =
        this.#lastLine === '' ? 'It printed nothing.' : `The last thing it said was: ${this.#lastLine}`;
      onGiveUp(
        new StartRefused(
          'child-failed',
          `The ${this.#spec.name} process stopped five times within a minute and was given up. ${last}`,
        ),
      );
      return;
    }
    report(`The ${this.#spec.name} process stopped (${name ?? `code ${code}`}); starting it again.`);
    this.#restart = setTimeout(() => this.start(), pause);
  }
}
