import { connect, type NetConnectOpts } from 'node:net';

/** What a virus scanner said of a file. */
export type Verdict =
  | { kind: 'clean' }
  | { kind: 'infected' }
  /** No verdict; `isAway` where the scanner could not be reached at all, so that asking about the next file is no use. */
  | { kind: 'fault'; words: string; isAway: boolean };

/** Looks at bytes. Never throws: what went wrong is a verdict. */
export interface VirusScanner {
  scan(content: Buffer): Promise<Verdict>;
}

/** Bytes of a file that are sent in one piece. */
const pieceBytes = 64 * 1024;
/** Longest answer that is read; ClamAV answers in one short line. */
const longestAnswer = 4096;

/**
 * ClamAV's daemon, by its `INSTREAM` command (clamd(8)): pieces with their length before them, one of no length at the end, one line back.
 *
 * @param address `host:port`, or the path of a socket
 * @param patience milliseconds without a byte after which it counts as away
 */
export function clamdScanner(address: string, patience = 60_000): VirusScanner {
  const where = addressOf(address);
  return {
    scan: (content) =>
      new Promise((resolve) => {
        let answer = '';
        const socket = connect(where);
        const end = (verdict: Verdict) => {
          socket.destroy();
          resolve(verdict);
        };
        const away = (words: string) => end({ kind: 'fault', words, isAway: true });
        socket.setTimeout(patience, () => away('The scanner did not answer in time.'));
        // Its code alone: the message would name the machine.
        socket.on('error', (error) =>
          answer.includes('\0')
            ? end(verdictOf(answer))
            : away(`The scanner cannot be reached (${'code' in error ? String(error.code) : 'unknown'}).`),
        );
        socket.on('data', (data) => {
          answer += data.toString('latin1');
          if (answer.includes('\0') || answer.length > longestAnswer) end(verdictOf(answer));
        });
        socket.on('close', () => end(answer ? verdictOf(answer) : closedEarly));
        socket.on('connect', () => send(socket, content));
      }),
  };
}

const closedEarly: Verdict = {
  kind: 'fault',
  words: 'The scanner ended the connection without an answer.',
  isAway: false,
};

function send(socket: NodeJS.WritableStream, content: Buffer): void {
  const lengthOf = (bytes: number) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes);
    return length;
  };
  socket.write('zINSTREAM\0');
  for (let from = 0; from < content.length; from += pieceBytes) {
    const piece = content.subarray(from, from + pieceBytes);
    socket.write(lengthOf(piece.length));
    socket.write(piece);
  }
  socket.write(lengthOf(0));
}

/** The name that a scanner gives a virus is let go of: nobody here decides by it. */
function verdictOf(answer: string): Verdict {
  const line = answer.split('\0', 1)[0] ?? '';
  if (line === 'stream: OK') return { kind: 'clean' };
  if (/^stream: .+ FOUND$/.test(line)) return { kind: 'infected' };
  return {
    kind: 'fault',
    words: line.startsWith('INSTREAM size limit')
      ? 'A file is larger than the scanner takes (StreamMaxLength).'
      : 'The scanner gave no verdict.',
    isAway: false,
  };
}

/** Whether text names a scanner: `host:port`, or the path of a socket. */
export const isScannerAddress = (text: string): boolean =>
  text.startsWith('/') || (/^[\w.:[\]-]+:\d{1,5}$/.test(text) && portOf(text) > 0 && portOf(text) < 65_536);

const portOf = (text: string): number => Number(text.slice(text.lastIndexOf(':') + 1));

const addressOf = (text: string): NetConnectOpts =>
  text.startsWith('/')
    ? { path: text }
    : { host: text.slice(0, text.lastIndexOf(':')).replace(/^\[|\]$/g, ''), port: portOf(text) };
