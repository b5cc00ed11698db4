import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** A file that cannot be read as a table; the message says what to do. */
export class UnreadableFile extends Error {
  override name = 'UnreadableFile';
}

/** A file as UTF-8 (or whatever one byte a letter it is in), unzipped. */
export interface FileBytes {
  /** Bytes of the file on the disk. */
  size: number;
  bytes: AsyncIterable<Buffer>;
  /** How many of these have been read. */
  done(): number;
}

/** Opens a file that holds something: plain or gzipped, UTF-16 made UTF-8. */
export async function openBytes(path: string): Promise<FileBytes> {
  const { size } = await stat(path).catch(() => {
    throw new UnreadableFile(`There is no file ${path}: check its name and folder.`);
  });
  if (size === 0)
    throw new UnreadableFile(`${path} is empty: it needs a line of column names and at least one row.`);
  const start = await headOf(path);
  const utf16 = (start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff);
  // What is written to the file after this moment is not part of this reading.
  const raw = createReadStream(path, { end: size - 1, highWaterMark: 1 << 20 });
  const gzipped = start[0] === 0x1f && start[1] === 0x8b;
  const unzipped: Readable = gzipped ? raw.pipe(createGunzip()) : raw;
  const utf8 = utf16
    ? Readable.from(asUtf8(unzipped, start[0] === 0xff ? 'utf-16le' : 'utf-16be'))
    : unzipped;
  return { size, bytes: utf8 as AsyncIterable<Buffer>, done: () => raw.bytesRead };
}

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const head = Buffer.alloc(4);
    await file.read(head, 0, 4, 0);
    return head;
  } finally {
    await file.close();
  }
}

async function* asUtf8(stream: Readable, encoding: string): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of stream as AsyncIterable<Buffer>)
    yield Buffer.from(decoder.decode(chunk, { stream: true }), 'utf8');
}
