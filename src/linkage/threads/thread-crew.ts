import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { Crew, Helpers, JobKind, OpenLists, Result, SharedLists, Task } from '../core/index.ts';
import { jobs } from '../core/index.ts';

/** More threads than these gain little: what one thread must do alone is left. */
const mostByItself = 4;

/** Lists of fewer rows are linked sooner by one thread, unless somebody asks for more. */
const fromRows = 50_000;

/** When no part comes back for so long, this thread does one itself: a helper may have died of too little memory. */
const patience = 15_000;

/** Places of the board that all threads of a job read: the next part to do, and how many results helpers have sent. */
export const board = { next: 0, sent: 1 } as const;

/** What a helper is told. */
export type Told =
  | { what: 'open'; shared: SharedLists }
  | { what: 'job'; number: number; kind: JobKind; task: Task<JobKind>; parts: number; board: Int32Array };

/** What a helper sends: one part of a job. */
export interface Sent {
  number: number;
  part: number;
  result: Result<JobKind>;
}

/**
 * Threads that help with lists, as many as were asked for with this one; where nobody said, as many as there are cores, and for
 * large lists only. None where the command runs from its sources, which threads cannot.
 */
export function threadHelpers(asked: number | undefined): Helpers | undefined {
  const threads = asked ?? Math.min(mostByItself, availableParallelism());
  const file = new URL('./link.thread.js', import.meta.url);
  if (threads < 2 || !existsSync(fileURLToPath(file))) return undefined;
  return {
    fromRows: asked === undefined ? fromRows : 0,
    join: (own, shared) => {
      const ports = Array.from({ length: threads - 1 }, () => helperAt(file));
      for (const port of ports) port.postMessage({ what: 'open', shared } satisfies Told);
      return new ThreadCrew(own, ports);
    },
  };
}

function helperAt(file: URL): MessagePort {
  const { port1, port2 } = new MessageChannel();
  const worker = new Worker(file, {
    ...{ workerData: port2, transferList: [port2], execArgv: [] },
    // A helper makes little that is soon thrown away: lists lie in shared memory.
    resourceLimits: { maxYoungGenerationSizeMb: 12 },
  });
  // One that fails is not waited for: its parts are done here, and whatever is wrong with the job shows here too.
  worker.on('error', () => undefined);
  worker.unref();
  port1.unref();
  return port1;
}

/** This thread and its helpers take one part after the other until none is left. */
class ThreadCrew implements Crew {
  readonly #own: OpenLists;
  readonly #ports: readonly MessagePort[];
  #jobs = 0;

  constructor(own: OpenLists, ports: readonly MessagePort[]) {
    this.#own = own;
    this.#ports = ports;
  }

  do<Kind extends JobKind>(kind: Kind, task: Task<Kind>, parts: number): Result<Kind>[] {
    this.#jobs += 1;
    const shared = new Int32Array(new SharedArrayBuffer(8));
    const told: Told = { what: 'job', number: this.#jobs, kind, task, parts, board: shared };
    for (const port of parts > 1 ? this.#ports : []) port.postMessage(told);
    const results = new Array<Result<Kind> | undefined>(parts).fill(undefined);
    const doPart = jobs[kind](this.#own, task);
    for (
      let part = Atomics.add(shared, board.next, 1);
      part < parts;
      part = Atomics.add(shared, board.next, 1)
    )
      results[part] = doPart(part);
    for (;;) {
      const sent = Atomics.load(shared, board.sent);
      this.#take(results);
      const lacking = results.indexOf(undefined);
      if (lacking < 0) break;
      if (Atomics.wait(shared, board.sent, sent, patience) === 'timed-out')
        results[lacking] = doPart(lacking);
    }
    return results.filter((result) => result !== undefined);
  }

  /** Takes what helpers have sent of this job; what comes late of an earlier one was done here. */
  #take<Kind extends JobKind>(results: (Result<Kind> | undefined)[]): void {
    for (const port of this.#ports)
      for (let got = receiveMessageOnPort(port); got; got = receiveMessageOnPort(port)) {
        const { number, part, result } = got.message as Sent;
        if (number === this.#jobs) results[part] = result as Result<Kind>;
      }
  }
}
