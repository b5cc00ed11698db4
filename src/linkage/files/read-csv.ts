import type { Texts } from '../core/index.ts';
import { cellsOf, closingQuote, endOfLine, isOfARow, likelyDelimiter, lineFeed, quote } from './csv-line.ts';
import { openBytes, UnreadableFile } from './file-bytes.ts';
import { ByteDictionary, hashPrime, startOfHash } from './values.ts';

/** A column of a file: a dictionary and one code a row, -1 where nothing was given. */
export interface FileColumn {
  name: string;
  codes: Int32Array;
  values: Texts;
}

/** A file of rows, and what was odd about it. */
export interface FileTable {
  rows: number;
  columns: FileColumn[];
  /** Said to the person: rows with too many cells, and the like. */
  remarks: string[];
}

export { UnreadableFile };

/** One cell may be this long; a longer one is nearly always a lost closing quote. */
const longestCell = 64 * 1024 * 1024;

interface CsvOptions {
  delimiter?: string | undefined;
  onProgress?: (read: number, inAll: number) => void;
}

/** Reads a delimited text file as a stream: any usual delimiter, quotes, UTF-8, UTF-16 or Windows-1252, plain or gzipped. */
export async function readCsv(path: string, options: CsvOptions = {}): Promise<FileTable> {
  for await (const table of readCsvParts(path, Number.POSITIVE_INFINITY, options)) return table;
  throw new UnreadableFile(`${path} has no rows under its line of column names.`);
}

/**
 * Reads such a file in parts of some `rowsAtOnce` rows, each with the values of its own rows: what is held does not grow with
 * the file. What is odd about the file is said with its last part.
 */
export async function* readCsvParts(
  path: string,
  rowsAtOnce: number,
  options: CsvOptions = {},
): AsyncGenerator<FileTable> {
  const { size, bytes, done } = await openBytes(path);
  const reader = new CsvReader(options.delimiter);
  let given = 0;
  try {
    for await (const chunk of bytes) {
      reader.take(chunk);
      options.onProgress?.(done(), size);
      if (reader.rows < rowsAtOnce) continue;
      given += reader.rows;
      yield reader.part();
    }
    const table = reader.finish();
    given += table.rows;
    if (table.rows > 0 || (given > 0 && table.remarks.length > 0)) yield table;
  } catch (error) {
    if (error instanceof UnreadableFile) throw new UnreadableFile(`${path}: ${error.message}`);
    throw error;
  }
  if (given === 0) throw new UnreadableFile(`${path} has no rows under its line of column names.`);
}

/** So many rows are cut into cells before these get their codes. */
const cellsAtOnce = 4096;
/** In the place of a cell's end: it is quoted, and its closing quote stands in the place of its hash. */
const quotedCell = -1;

/** Cells that were found, column by column: where each begins and ends in the bytes, and its hash. */
interface FoundCells {
  from: Int32Array;
  to: Int32Array;
  hash: Int32Array;
  rows: number;
}

const noCells = (columns: number): FoundCells => {
  const size = columns * cellsAtOnce;
  return { from: new Int32Array(size), to: new Int32Array(size), hash: new Int32Array(size), rows: 0 };
};

/** Takes bytes as they come and keeps codes; only distinct values become texts. */
class CsvReader {
  #delimiter: number;
  readonly #fixed: boolean;
  #rest: Buffer = Buffer.alloc(0);
  #names: string[] = [];
  #dictionaries: ByteDictionary[] = [];
  #codes: Int32Array[] = [];
  /** Rows whose cells have their codes. */
  #rows = 0;
  /** Rows of parts that were given. */
  #before = 0;
  #cells = noCells(0);
  #long = 0;
  #short = 0;
  readonly #remarks: string[] = [];

  constructor(delimiter: string | undefined) {
    this.#fixed = delimiter !== undefined;
    this.#delimiter = (delimiter ?? ',').charCodeAt(0);
  }

  take(chunk: Buffer): void {
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    const done = this.#lines(bytes, false);
    this.#rest = bytes.subarray(done);
    if (this.#rest.length > longestCell)
      throw new UnreadableFile(
        `a cell near row ${this.#read + 2} is longer than 64 MB: a closing quote is probably missing.`,
      );
  }

  /** Rows that were read since the last part. */
  get rows(): number {
    return this.#rows;
  }

  /** Gives the rows that were read, and begins anew behind them. */
  part(): FileTable {
    const table = this.#table([]);
    this.#before += this.#rows;
    this.#rows = 0;
    this.#dictionaries = this.#names.map(() => new ByteDictionary());
    return table;
  }

  finish(): FileTable {
    if (this.#rest.length > 0) this.#lines(Buffer.concat([this.#rest, Buffer.from('\n')]), true);
    this.#rest = Buffer.alloc(0);
    const remarks = [...this.#remarks];
    if (this.#long > 0)
      remarks.push(
        `${this.#long} rows have more cells than there are column names; the cells beyond were left out.`,
      );
    if (this.#short > 0)
      remarks.push(
        `${this.#short} rows have fewer cells than there are column names; what is missing counts as not given.`,
      );
    return this.#table(remarks);
  }

  #table(remarks: string[]): FileTable {
    return {
      rows: this.#rows,
      columns: this.#names.map((name, index) => ({
        name,
        codes: this.#codes[index]!.slice(0, this.#rows),
        values: this.#dictionaries[index]!.close(),
      })),
      remarks,
    };
  }

  /** Takes every whole line; gives where the first unfinished one begins. */
  #lines(bytes: Buffer, last: boolean): number {
    let at = 0;
    if (this.#names.length === 0 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) at = 3;
    while (at < bytes.length) {
      const end = this.#names.length === 0 ? this.#header(bytes, at) : this.#row(bytes, at, last);
      if (end < 0) break;
      at = end;
    }
    this.#settle(bytes);
    return at;
  }

  #header(bytes: Buffer, start: number): number {
    const end = endOfLine(bytes, start);
    if (end < 0) return -1;
    const line = bytes.toString('utf8', start, end);
    if (line.trim() === '') return end + 1;
    if (!this.#fixed) this.#delimiter = likelyDelimiter(line).charCodeAt(0);
    const cells = cellsOf(line, String.fromCharCode(this.#delimiter)).map((cell) => cell.trim());
    const isRow = cells.some(isOfARow);
    if (isRow) this.#remarks.push('its first line has values and no column names; columns are numbered.');
    const names = cells.map((name, index) => (isRow ? '' : name) || `column ${index + 1}`);
    this.#names = names.map((name, index) =>
      names.indexOf(name) === index ? name : `${name} (${index + 1})`,
    );
    this.#dictionaries = names.map(() => new ByteDictionary());
    this.#codes = names.map(() => new Int32Array(1024));
    this.#cells = noCells(names.length);
    return isRow ? start : end + 1;
  }

  #row(bytes: Buffer, start: number, last: boolean): number {
    if (this.#cells.rows === cellsAtOnce) this.#settle(bytes);
    const { from, to, hash, rows } = this.#cells;
    const columns = this.#names.length;
    const delimiter = this.#delimiter;
    const end = bytes.length;
    let at = start;
    let cell = 0;
    for (;;) {
      const place = cell * cellsAtOnce + rows;
      const first = at;
      let hashed = startOfHash;
      let isQuoted = false;
      if (at < end && bytes[at] === quote) {
        isQuoted = true;
        const closed = closingQuote(bytes, at + 1, delimiter);
        if (closed < 0) {
          if (last)
            throw new UnreadableFile(`the quote that opens in row ${this.#read + 2} is never closed.`);
          return -1;
        }
        at = closed + 1;
        while (at < end && bytes[at] !== delimiter && bytes[at] !== lineFeed) at += 1;
        hashed = closed;
      } else
        for (; at < end; at += 1) {
          const byte = bytes[at]!;
          if (byte === delimiter || byte === lineFeed) break;
          hashed = Math.imul(hashed ^ byte, hashPrime);
        }
      if (at >= end) return -1;
      if (cell < columns) {
        from[place] = first;
        to[place] = isQuoted ? quotedCell : at;
        hash[place] = hashed;
      }
      cell += 1;
      if (bytes[at] === lineFeed) break;
      at += 1;
    }
    // A line of nothing but blanks is no row.
    if (cell === 1 && this.#isBlank(bytes)) return at + 1;
    if (cell > columns) this.#long += 1;
    if (cell < columns) this.#short += 1;
    for (; cell < columns; cell += 1) {
      from[cell * cellsAtOnce + rows] = start;
      to[cell * cellsAtOnce + rows] = start;
    }
    this.#cells.rows += 1;
    return at + 1;
  }

  /** Rows that were read, those whose cells have no codes yet among them. */
  get #read(): number {
    return this.#before + this.#rows + this.#cells.rows;
  }

  /** Whether the first cell of the row that is being read holds nothing. */
  #isBlank(bytes: Buffer): boolean {
    const { from, to, hash, rows } = this.#cells;
    const isQuoted = to[rows] === quotedCell;
    const end = isQuoted ? hash[rows]! : to[rows]!;
    for (let at = isQuoted ? from[rows]! + 1 : from[rows]!; at < end; at += 1)
      if (bytes[at]! > 32) return false;
    return true;
  }

  /** Gives the cells that were found their codes, column by column: a dictionary then stays in near memory. */
  #settle(bytes: Buffer): void {
    const { from, to, hash, rows } = this.#cells;
    while (this.#rows + rows > (this.#codes[0]?.length ?? Number.POSITIVE_INFINITY)) this.#grow();
    this.#codes.forEach((codes, column) => {
      const dictionary = this.#dictionaries[column]!;
      const [start, end] = [column * cellsAtOnce, column * cellsAtOnce + rows];
      dictionary.expect(hash, start, end);
      for (let place = start, row = this.#rows; place < end; place += 1, row += 1) {
        const [first, after] = [from[place]!, to[place]!];
        codes[row] =
          after === quotedCell
            ? quotedCode(dictionary, bytes, first + 1, hash[place]!)
            : first === after
              ? -1
              : dictionary.codeOfCell(bytes, first, after, hash[place]!);
      }
    });
    this.#rows += rows;
    this.#cells.rows = 0;
  }

  #grow(): void {
    this.#codes = this.#codes.map((codes) => {
      const larger = new Int32Array(codes.length * 2);
      larger.set(codes);
      return larger;
    });
  }
}

/** A quoted cell may hold a quote written twice. */
function quotedCode(dictionary: ByteDictionary, bytes: Buffer, from: number, to: number): number {
  const part = bytes.subarray(from, to);
  if (!part.includes(quote)) return dictionary.codeOf(bytes, from, to);
  const mended = Buffer.from(part.toString('latin1').replaceAll('""', '"'), 'latin1');
  return dictionary.codeOf(mended, 0, mended.length);
}
