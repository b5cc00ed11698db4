import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { SaxesParser } from 'saxes';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { FileRefused } from './refused.ts';

/** Most files inside a workbook, and most bytes of those that must be held whole. */
const mostEntries = 5000;
const mostHeldBytes = 200_000_000;
/** Deepest tags inside tags, and most bytes from one tag to the next: no workbook has more, and each costs memory. */
const mostDepth = 60;
const mostBytesBetweenTags = 10_000_000;

/** The files inside a workbook, by name. */
export interface Parts {
  has(name: string): boolean;
  /** Told piece by piece; `undefined` after the last. */
  read(name: string, mostBytes?: number): Promise<Readable>;
  close(): void;
}

export const corrupt = (cause?: unknown): FileRefused =>
  new FileRefused(
    'corrupt-workbook',
    'The workbook is damaged or was cut off. Open it in Excel, save it again as .xlsx and choose it again.',
    { cause },
  );

const otherKind = (name: string): FileRefused =>
  new FileRefused(
    'not-xlsx',
    `This is ${name}. Save it as .xlsx (Excel workbook) or as CSV and choose it again.`,
  );

/** What an old container holds: a workbook closed with a password, or one of the years before 2007. */
export async function refuseOldContainer(path: string): Promise<never> {
  const handle = await open(path);
  const marks = ['EncryptedPackage', 'EncryptionInfo'].map((name) => Buffer.from(name, 'utf16le'));
  try {
    // The names of the parts stand in sectors that may lie anywhere; a small overlap keeps one on a border whole.
    for (let at = 0; ; at += 1_000_000) {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(1_000_100), 0, 1_000_100, at);
      const piece = buffer.subarray(0, bytesRead);
      if (marks.some((mark) => piece.includes(mark)))
        throw new FileRefused(
          'password',
          'The workbook is closed with a password. Take the password off in Excel (File, Info, Protect workbook), save it and choose it again.',
        );
      if (bytesRead < 1_000_100) break;
    }
  } finally {
    await handle.close();
  }
  throw otherKind('a workbook of Excel 97 to 2003 (.xls)');
}

/** Opens the zip that a workbook is. Nothing is unpacked yet; what says it unpacks to too much is refused here. */
export async function openParts(path: string, mostBytes: number): Promise<Parts> {
  let zip: ZipFile;
  const entries = new Map<string, Entry>();
  try {
    zip = await openPromise(path, { autoClose: false });
    for await (const entry of zip.eachEntry()) {
      if (entries.size >= mostEntries) throw corrupt();
      entries.set(entry.fileName, entry);
    }
  } catch (error) {
    throw error instanceof FileRefused ? error : corrupt(error);
  }
  if ([...entries.values()].some((entry) => entry.isEncrypted()))
    throw new FileRefused(
      'password',
      'The file is closed with a password. Take it off, save it and choose it again.',
    );
  if (entries.has('xl/workbook.bin')) throw otherKind('a binary workbook (.xlsb)');
  if (entries.has('content.xml')) throw otherKind('an OpenDocument file (.ods)');
  if (!entries.has('xl/workbook.xml'))
    throw new FileRefused(
      'not-a-workbook',
      'This is a zip file and not a workbook. Unpack it and choose the file in it.',
    );
  return {
    has: (name) => entries.has(name),
    read: async (name, most = mostHeldBytes) => {
      const entry = entries.get(name);
      if (!entry) throw corrupt();
      if (entry.uncompressedSize > Math.min(most, mostBytes)) throw unpacksTooFar(Math.min(most, mostBytes));
      try {
        // The reader also ends with a fault where more comes out than the entry says.
        return await zip.openReadStreamPromise(entry);
      } catch (error) {
        throw corrupt(error);
      }
    },
    close: () => zip.close(),
  };
}

const unpacksTooFar = (mostBytes: number): FileRefused =>
  new FileRefused(
    'unpacks-too-far',
    `The workbook unpacks to more than ${Math.round(mostBytes / 1_000_000)} MB: it is damaged, made to do harm, or should be split into smaller files.`,
  );

/** What is done with the tags of a part as they come by. Names come without their namespace. */
export interface Tags {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

const bare = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Reads a part as XML and stops after each piece, so that what was found so far can be handed on. */
export async function* walk(part: Readable, tags: Tags): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false });
  const decoder = new TextDecoder('utf-8', { fatal: true });
  parser.on('doctype', () => {
    throw corrupt();
  });
  parser.on('error', (error) => {
    throw corrupt(error);
  });
  let depth = 0;
  let sinceTag = 0;
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > mostDepth) throw corrupt();
    tags.open?.(bare(tag.name), tag.attributes);
  });
  parser.on('text', (text) => tags.text?.(text));
  parser.on('cdata', (text) => tags.text?.(text));
  parser.on('closetag', (tag) => {
    depth -= 1;
    tags.close?.(bare(tag.name));
  });
  try {
    for await (const chunk of part as AsyncIterable<Buffer>) {
      const lastTag = chunk.lastIndexOf(60);
      sinceTag = lastTag < 0 ? sinceTag + chunk.length : chunk.length - lastTag;
      if (sinceTag > mostBytesBetweenTags) throw corrupt();
      parser.write(decoder.decode(chunk, { stream: true }));
      yield;
    }
    parser.write(decoder.decode()).close();
    yield;
  } catch (error) {
    throw error instanceof FileRefused ? error : corrupt(error);
  } finally {
    part.destroy();
  }
}

/** Reads a whole part. */
export async function readWhole(part: Readable, tags: Tags): Promise<void> {
  for await (const _piece of walk(part, tags));
}
