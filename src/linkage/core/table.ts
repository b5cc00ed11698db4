import type { SharedParts } from './compare/comparison.ts';
import type { SharedValues } from './compare/values.ts';
import type { Recognised } from './recognise.rules.ts';
import { sharedCopy, sharedInts } from './threads/memory.ts';

/** Texts by code: an array of them, or a store that makes each when it is asked for, so that millions need not be held as objects. */
export interface Texts extends Iterable<string> {
  readonly length: number;
  at(code: number): string | undefined;
}

/**
 * The shape every list is read into before anything else happens: one dictionary per column, one code per row.
 * Terms: a *row* is one received record; a *code* points into a column's `values`; `missing` (-1) says nothing was given.
 */
export interface Column {
  name: string;
  /** One per row: an index into `values`, or `missing`. Another array takes its place when rows are added. */
  codes: Int32Array;
  /** Distinct raw values, trimmed, in order of first appearance; grows at its end. */
  values: Texts;
  /** What another thread made of it: there are no codes and values of its own then. */
  shared?: SharedValues;
}

/** A list, or several lists under each other with the source of every row. */
export interface Table {
  rows: number;
  columns: readonly Column[];
  /** Which list each row came from: an index into `sourceNames`. */
  sources: Uint16Array;
  sourceNames: readonly string[];
  /** What was settled of columns that have other headings in some of the lists. */
  known?: readonly Recognised[];
  /** In another thread than that which read the lists: what that one made of them. */
  shared?: SharedParts;
}

/** What a row gives in a column; undefined where nothing was given. */
export function textIn(column: Pick<Column, 'codes' | 'values'>, row: number): string | undefined {
  const code = column.codes[row] ?? missing;
  return code < 0 ? undefined : column.values.at(code);
}

/** The code of a value that was not given. It is neutral in every comparison. */
export const missing = -1;

/** Turns texts into codes of a growing dictionary. The empty text is `missing`. */
export class Dictionary {
  readonly values: string[] = [];
  #codes: Map<string, number> | undefined = new Map<string, number>();

  codeOf(value: string): number {
    if (value === '') return missing;
    this.#codes ??= new Map(this.values.map((known, code) => [known, code]));
    const known = this.#codes.get(value);
    if (known !== undefined) return known;
    const code = this.values.length;
    this.#codes.set(value, code);
    this.values.push(value);
    return code;
  }

  /** Lets go of the way from values to codes, which is most of its memory; it is made again when a value comes. */
  rest(): void {
    this.#codes = undefined;
  }
}

/** Builds a table from rows of plain texts: for tests, small lists and the live index. */
export function tableOf(
  rows: readonly Readonly<Record<string, string | undefined>>[],
  options: { source?: (row: number) => number; sourceNames?: readonly string[] } = {},
): Table {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const columns = names.map((name) => {
    const dictionary = new Dictionary();
    const codes = Int32Array.from(rows, (row) => dictionary.codeOf((row[name] ?? '').trim()));
    return { name, codes, values: dictionary.values };
  });
  const sources = Uint16Array.from(rows, (_, row) => options.source?.(row) ?? 0);
  return { rows: rows.length, columns, sources, sourceNames: options.sourceNames ?? ['list'] };
}

/** The codes of one field by row, where several threads can read them. */
export interface SharedCodes {
  data: Int32Array;
  stride: number;
  offset: number;
  rows: number;
}

/**
 * The codes of one field by row. Fields can be laid side by side, so that a row's codes lie together in memory: holding two
 * rows against each other then touches two places and not twenty. Rows can be added and written over.
 */
export class RowCodes {
  #data: Int32Array;
  #stride = 1;
  #offset = 0;
  #peers: readonly RowCodes[] = [this];

  constructor(codes: Int32Array) {
    this.#data = codes;
  }

  static of({ data, stride, offset }: SharedCodes): RowCodes {
    const made = new RowCodes(data);
    made.#stride = stride;
    made.#offset = offset;
    return made;
  }

  /** For other threads. Rows are not added afterwards. */
  share(rows: number): SharedCodes {
    const data = sharedCopy(this.#data);
    for (const peer of this.#peers) peer.#data = data;
    return { data, stride: this.#stride, offset: this.#offset, rows };
  }

  /** Where the codes lie: that of a row at `row * stride + offset`. Another array takes its place when rows are added. */
  get data(): Int32Array {
    return this.#data;
  }

  get stride(): number {
    return this.#stride;
  }

  get offset(): number {
    return this.#offset;
  }

  at(row: number): number {
    return this.#data[row * this.#stride + this.#offset]!;
  }

  set(row: number, code: number): void {
    const place = row * this.#stride + this.#offset;
    if (place >= this.#data.length) this.#grow(row);
    this.#data[place] = code;
  }

  #grow(row: number): void {
    const data = new Int32Array(Math.ceil((row + 16) * 1.5) * this.#stride).fill(missing);
    data.set(this.#data);
    for (const peer of this.#peers) peer.#data = data;
  }

  /** Lays fields of so many rows side by side. */
  static together(fields: readonly RowCodes[], rows: number): void {
    const width = fields.length;
    const data = sharedInts(rows * width);
    fields.forEach((field, offset) => {
      for (let row = 0; row < rows; row += 1) data[row * width + offset] = field.at(row);
    });
    fields.forEach((field, offset) => {
      field.#data = data;
      field.#stride = width;
      field.#offset = offset;
      field.#peers = fields;
    });
  }
}
