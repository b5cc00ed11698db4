import { type MessagePort, workerData } from 'node:worker_threads';
import { jobs, type OpenLists, openLists } from '../core/index.ts';
import { board, type Sent, type Told } from './thread-crew.ts';

/** A helper: opens the lists that it is given once, and does parts of jobs until it is ended with the command. */
const port = workerData as MessagePort;
let lists: OpenLists | undefined;

port.on('message', (told: Told) => {
  if (told.what === 'open') lists = openLists(told.shared);
  else if (lists) help(lists, told);
});

function help(open: OpenLists, { number, kind, task, parts, board: shared }: Told & { what: 'job' }): void {
  // A job that is over needs no making ready.
  if (Atomics.load(shared, board.next) >= parts) return;
  const doPart = jobs[kind](open, task as never);
  for (
    let part = Atomics.add(shared, board.next, 1);
    part < parts;
    part = Atomics.add(shared, board.next, 1)
  ) {
    const result = doPart(part);
    port.postMessage({ number, part, result } satisfies Sent, buffersOf(result));
    Atomics.add(shared, board.sent, 1);
    Atomics.notify(shared, board.sent);
  }
}

/** The memory that a result lies in: it changes hands and is not copied. */
function buffersOf(result: object): ArrayBuffer[] {
  return Object.values(result).flatMap((one: unknown) =>
    ArrayBuffer.isView(one) && one.buffer instanceof ArrayBuffer && one.byteLength === one.buffer.byteLength
      ? [one.buffer]
      : [],
  );
}
