import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';
import { StartRefused } from '../failures/failures.ts';

/** One row by column name, with its place in the file (the header is row 1). */
export interface TableRow {
  number: number;
  values: Record<string, string>;
}

/** How far a read has come, for progress: bytes of the file on disk. */
export interface Progress {
  bytesRead: number;
  bytesInAll: number;
}

const likelyDelimiters = [',', '\t', ';', '|'];

/** The delimiter that splits the first line into most parts. */
export function sniffDelimiter(firstLine: string): string {
  const counted = likelyDelimiters.map((mark) => ({ mark, parts: firstLine.split(mark).length }));
  counted.sort((a, b) => b.parts - a.parts);
  return counted[0]?.mark ?? ',';
}

/**
 * Streams a delimited text file, plain or gzipped, UTF-8 with or without a byte-order mark. `columns` names the columns of
 * a file without a header. A row with more or fewer cells than the header is given as it is; what is missing is empty.
 */
export async function* readTable(
  path: string,
  options: {
    delimiter?: string | undefined;
    columns?: readonly string[] | undefined;
    onProgress?: ((progress: Progress) => void) | undefined;
  } = {},
): AsyncGenerator<TableRow> {
  const { size } = await statOf(path);
  const delimiter = options.delimiter ?? sniffDelimiter(await firstLineOf(path));
  const raw = createReadStream(path);
  const parser = parse({
    delimiter,
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    relax_quotes: true,
  });
  // A fault anywhere along the line ends the parser, whose reader below then throws it.
  const joined = (error: unknown) => error instanceof Error && parser.destroy(error);
  if (await isGzip(path)) pipeline(raw, createGunzip(), parser, joined);
  else pipeline(raw, parser, joined);
  let header: readonly string[] | undefined = options.columns;
  let number = 0;
  for await (const cells of parser as AsyncIterable<string[]>) {
    number += 1;
    if (!header) {
      header = cells.map((cell) => cell.trim());
      continue;
    }
    yield {
      number,
      values: Object.fromEntries(header.map((name, index) => [name, (cells[index] ?? '').trim()])),
    };
    if (number % 5000 === 0) options.onProgress?.({ bytesRead: raw.bytesRead, bytesInAll: size });
  }
  options.onProgress?.({ bytesRead: size, bytesInAll: size });
}

async function statOf(path: string) {
  try {
    return await stat(path);
  } catch {
    throw new StartRefused('no-file', `There is no file ${path}: check its name and folder.`);
  }
}

async function isGzip(path: string): Promise<boolean> {
  const handle = await open(path);
  const { buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0);
  await handle.close();
  return buffer[0] === 0x1f && buffer[1] === 0x8b;
}

async function firstLineOf(path: string): Promise<string> {
  const zipped = await isGzip(path);
  const raw = createReadStream(path);
  const source: Readable = zipped ? raw.pipe(createGunzip()) : raw;
  try {
    for await (const part of source) return String(part).split('\n')[0] ?? '';
    return '';
  } finally {
    raw.destroy();
  }
}
