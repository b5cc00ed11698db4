import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { bytesOf, decoded, type Encoding, encodingOf, refusedRead } from './encoding.ts';
import { FileRefused } from './refused.ts';
import {
  counted,
  mostCharacters,
  mostColumns,
  namedColumns,
  type Table,
  type TableOptions,
  type TableRow,
  valuesOf,
} from './table-row.ts';

const likelyDelimiters = [',', '\t', ';', '|'];

/** The delimiter that splits the first line into most parts; what stands in quotation marks does not count. */
export function sniffDelimiter(firstLine: string): string {
  const bare = firstLine.replace(/"(?:[^"]|"")*"/g, '');
  const counts = likelyDelimiters.map((mark) => ({ mark, parts: bare.split(mark).length }));
  counts.sort((a, b) => b.parts - a.parts);
  return counts[0]?.mark ?? ',';
}

interface Reading {
  path: string;
  encoding: Encoding;
  delimiter: string;
  options: TableOptions;
  mostBytes: number;
}

/**
 * A text file of rows, plain or gzipped, in UTF-8, UTF-16 or Windows-1252. A row with more or fewer cells than the header
 * is given as it is; what is missing is empty.
 */
export async function openDelimited(path: string, options: TableOptions): Promise<Table> {
  const mostBytes = options.limits?.unpackedBytes ?? Number.POSITIVE_INFINITY;
  const encoding = await encodingOf(path, mostBytes);
  const head = await firstLineOf(path, encoding);
  const delimiter = options.delimiter ?? sniffDelimiter(head);
  const reading: Reading = { path, encoding, delimiter, options, mostBytes };
  const notes =
    encoding === 'windows-1252'
      ? ['The file is not UTF-8 and was read as Windows-1252: look whether £ signs and accents are right.']
      : [];
  if (options.columns)
    return { columns: options.columns, notes, dayCount: 1900, rows: () => rowsOf(reading, options.columns) };
  const first = await firstRecord(reading);
  const named = namedColumns(first);
  if (named.columns.length > mostColumns)
    throw new FileRefused(
      'too-many-columns',
      `The file has ${counted(named.columns.length)} columns; at most ${counted(mostColumns)} can be read. Is the mark between the columns right?`,
    );
  return {
    columns: named.columns,
    notes: [...notes, ...named.notes],
    dayCount: 1900,
    rows: () => rowsOf(reading, undefined),
  };
}

async function* recordsOf({
  path,
  encoding,
  delimiter,
  options,
  mostBytes,
}: Reading): AsyncGenerator<string[]> {
  const { size } = await stat(path);
  const { raw, bytes } = await bytesOf(path);
  const parser = parse({
    delimiter,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: mostCharacters,
  });
  // A fault anywhere along the line ends the parser, whose reader below then throws it.
  pipeline(bytes, decoded(encoding, mostBytes), parser, (error) => error && parser.destroy(error));
  let number = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      number += 1;
      yield cells;
      if (number % 5000 === 0) options.onProgress?.({ bytesRead: raw.bytesRead, bytesInAll: size });
    }
  } catch (error) {
    throw error instanceof CsvError ? brokenRow(number + 1, error) : refusedRead(error);
  } finally {
    raw.destroy();
    parser.destroy();
  }
  options.onProgress?.({ bytesRead: size, bytesInAll: size });
}

function brokenRow(row: number, cause: CsvError): FileRefused {
  const words =
    cause.code === 'CSV_MAX_RECORD_SIZE'
      ? `Row ${counted(row)} is longer than ${counted(mostCharacters)} characters: a quotation mark that is never closed is the usual cause.`
      : cause.code === 'CSV_QUOTE_NOT_CLOSED'
        ? `A quotation mark in or after row ${counted(row)} is never closed.`
        : `Row ${counted(row)} cannot be read as columns.`;
  return new FileRefused('broken-row', `${words} Mend that row and choose the file again.`, { cause });
}

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

async function firstRecord(reading: Reading): Promise<string[]> {
  for await (const cells of recordsOf(reading)) if (!isBlank(cells)) return cells;
  throw new FileRefused('empty', 'The file is empty: it has no row of column names.');
}

async function* rowsOf(reading: Reading, given: readonly string[] | undefined): AsyncGenerator<TableRow> {
  const mostRows = reading.options.limits?.rows ?? Number.POSITIVE_INFINITY;
  let columns = given;
  let number = 0;
  let rows = 0;
  for await (const cells of recordsOf(reading)) {
    // Empty lines are passed over and counted, so that a row's number is the one a spreadsheet shows.
    number += 1;
    if (isBlank(cells)) continue;
    if (!columns) {
      ({ columns } = namedColumns(cells));
      continue;
    }
    rows += 1;
    if (rows > mostRows)
      throw new FileRefused(
        'too-many-rows',
        `The file has more than ${counted(mostRows)} rows. Split it into smaller files.`,
      );
    yield { number, values: valuesOf(columns, cells) };
  }
}

async function firstLineOf(path: string, encoding: Encoding): Promise<string> {
  const { raw, bytes } = await bytesOf(path);
  const decoder = new TextDecoder(encoding);
  let text = '';
  try {
    for await (const part of bytes as AsyncIterable<Buffer>) {
      text += decoder.decode(part, { stream: true });
      const found = text
        .split(/\r?\n/)
        .find((line, index, all) => line.trim() !== '' && index < all.length - 1);
      if (found !== undefined) return found;
      if (text.length > mostCharacters) break;
    }
    return text;
  } catch (error) {
    throw refusedRead(error);
  } finally {
    raw.destroy();
  }
}
