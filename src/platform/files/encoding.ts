import { isAscii, isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { Transform } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { FileRefused } from './refused.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** The first bytes of a file, which say what it is. */
export async function firstBytes(path: string, length = 8): Promise<Buffer> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

export const isGzip = (first: Buffer): boolean => first[0] === 0x1f && first[1] === 0x8b;

/** The bytes of a file, unpacked where it is gzipped, with the stream that reads the disk, for progress. */
export async function bytesOf(
  path: string,
): Promise<{ raw: Readable & { bytesRead: number }; bytes: Readable }> {
  const raw = createReadStream(path);
  if (!isGzip(await firstBytes(path))) return { raw, bytes: raw };
  const unpacked = createGunzip();
  raw.on('error', (error) => unpacked.destroy(error));
  raw.pipe(unpacked);
  return { raw, bytes: unpacked };
}

/** Lines longer than this are looked at in pieces: no line that can be read is. */
const longestLine = 4_000_000;

interface Seen {
  line: number;
  /** First line with letters beyond ASCII that are right UTF-8, and first that is not UTF-8. */
  utf8: number | undefined;
  other: number | undefined;
}

function lookAt(part: Buffer, seen: Seen): void {
  if (part.includes(0))
    throw new FileRefused(
      'not-text',
      'This is not a text file that can be read: it holds bytes that no text has. Save it as CSV (UTF-8) or as .xlsx and choose it again.',
    );
  if (isAscii(part)) {
    for (const byte of part) if (byte === 10) seen.line += 1;
    return;
  }
  let start = 0;
  while (start < part.length) {
    const end = part.indexOf(10, start);
    const line = part.subarray(start, end < 0 ? part.length : end + 1);
    if (!isUtf8(line)) seen.other ??= seen.line;
    else if (!isAscii(line)) seen.utf8 ??= seen.line;
    if (end < 0) return;
    seen.line += 1;
    start = end + 1;
  }
}

/**
 * How a text file is written: UTF-16 by its first bytes, UTF-8 where all of it is, else Windows-1252, which is what
 * Excel's plain CSV is. Reads the whole file. A file that is partly one and partly the other is refused.
 */
export async function encodingOf(path: string, mostBytes: number): Promise<Encoding> {
  const seen: Seen = { line: 1, utf8: undefined, other: undefined };
  const { raw, bytes } = await bytesOf(path);
  let kept: Buffer = Buffer.alloc(0);
  let read = 0;
  try {
    for await (const chunk of bytes as AsyncIterable<Buffer>) {
      if (read === 0 && chunk[0] === 0xff && chunk[1] === 0xfe) return 'utf-16le';
      if (read === 0 && chunk[0] === 0xfe && chunk[1] === 0xff) return 'utf-16be';
      read += chunk.length;
      if (read > mostBytes) throw tooLarge(mostBytes);
      const joined = kept.length === 0 ? chunk : Buffer.concat([kept, chunk]);
      const end = joined.lastIndexOf(10) + 1;
      const whole = end === 0 && joined.length > longestLine ? joined.length : end;
      lookAt(joined.subarray(0, whole), seen);
      kept = joined.subarray(whole);
    }
    lookAt(kept, seen);
  } catch (error) {
    throw refusedRead(error);
  } finally {
    raw.destroy();
  }
  if (seen.other === undefined) return 'utf-8';
  if (seen.utf8 === undefined) return 'windows-1252';
  throw new FileRefused(
    'mixed-encodings',
    `The file mixes two ways of writing letters: line ${seen.utf8} is UTF-8 and line ${seen.other} is not. Two files may have been joined. Save it again as CSV (UTF-8) and choose it again.`,
  );
}

export const tooLarge = (mostBytes: number): FileRefused =>
  new FileRefused(
    'too-large',
    `The file unpacks to more than ${Math.round(mostBytes / 1_000_000)} MB. Split it into smaller files.`,
  );

/** A fault of the file while it was read, as a sentence; anything else stays what it is. */
export function refusedRead(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code.startsWith('Z_')
    ? new FileRefused(
        'bad-gzip',
        'The gzip file is damaged or was cut off. Make it again and choose it again.',
        { cause: error },
      )
    : error;
}

/** Bytes to text, and no more of them than a file may unpack to. */
export function decoded(encoding: Encoding, mostBytes: number): Transform {
  const decoder = new TextDecoder(encoding);
  let read = 0;
  return new Transform({
    readableObjectMode: false,
    transform(chunk: Buffer, _encoding, done) {
      read += chunk.length;
      if (read > mostBytes) done(tooLarge(mostBytes));
      else done(null, decoder.decode(chunk, { stream: true }));
    },
    flush(done) {
      done(null, decoder.decode());
    },
  });
}
