import type { Edges } from '../core/index.ts';

/** Bytes that are handed on at a time. */
const atOnce = 1 << 20;
/** The longest numbers and signs of a line. */
const ofNumbers = 80;

const comma = 44;
const lineEnd = 10;

const cell = (text: string) => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** The ids of rows as they are written, one behind the other: each is made once, and copied where it stands. */
class IdBytes {
  readonly #bytes: Uint8Array;
  readonly #starts: Float64Array;
  /** The longest of them. */
  readonly longest: number;

  /** Ids are made in the order in which rows were read, where they lie one behind the other, and then put into that of the rows. */
  constructor({ idOf, original }: RowNames, rows: number) {
    const read = bytesOf(idOf, rows);
    const { bytes, starts } = original ? inOrderOf(original, read) : read;
    this.#bytes = bytes;
    this.#starts = starts;
    this.longest = read.longest;
  }

  /** Puts a row's id; gives where it ends. */
  put(row: number, into: Buffer, at: number): number {
    let to = at;
    for (let from = this.#starts[row]!; from < this.#starts[row + 1]!; from += 1)
      into[to++] = this.#bytes[from]!;
    return to;
  }
}

interface LaidIds {
  bytes: Uint8Array;
  /** Where each begins, and the last ends. */
  starts: Float64Array;
}

function bytesOf(idOf: (row: number) => string, rows: number): LaidIds & { longest: number } {
  const starts = new Float64Array(rows + 1);
  let bytes = Buffer.allocUnsafe(rows * 8 + 64);
  let [used, longest] = [0, 0];
  for (let row = 0; row < rows; row += 1) {
    const id = idOf(row);
    const most = id.length * 4 + 2;
    if (used + most > bytes.length) {
      const more = Buffer.allocUnsafe(bytes.length * 2 + most);
      bytes.copy(more, 0, 0, used);
      bytes = more;
    }
    const length = isPlain(id) ? putText(id, bytes, used) - used : bytes.write(cell(id), used);
    if (length > longest) longest = length;
    used += length;
    starts[row + 1] = used;
  }
  return { bytes, starts, longest };
}

/** Whether every letter is one byte and none has a meaning between cells: letters, figures, and `- _ . :` among others. */
function isPlain(id: string): boolean {
  for (let index = 0; index < id.length; index += 1) {
    const letter = id.charCodeAt(index);
    if (letter < 45 || letter > 126) return false;
  }
  return true;
}

function inOrderOf(original: Int32Array, { bytes, starts }: LaidIds): LaidIds {
  const into = new Uint8Array(starts.at(-1) ?? 0);
  const ordered = new Float64Array(starts.length);
  let used = 0;
  for (let row = 0; row < original.length; row += 1) {
    const from = original[row]!;
    for (let at = starts[from]!; at < starts[from + 1]!; at += 1) into[used++] = bytes[at]!;
    ordered[row + 1] = used;
  }
  return { bytes: into, starts: ordered };
}

function putText(text: string, into: Buffer, at: number): number {
  for (let index = 0; index < text.length; index += 1) into[at + index] = text.charCodeAt(index);
  return at + text.length;
}

/** So near a half a number is rounded by the exact way. */
const nearHalf = 1e-4;

/** Puts a number from 0 with so many decimals, `0.0375`; gives where it ends. Undefined where it must be rounded by the exact way. */
function putDecimals(value: number, decimals: number, into: Buffer, at: number): number | undefined {
  const scaled = value * 10 ** decimals;
  let left = Math.floor(scaled);
  const rest = scaled - left;
  if (left > 0x3fffffff || Math.abs(rest - 0.5) < nearHalf) return undefined;
  if (rest > 0.5) left += 1;
  let digits = 1;
  for (let ten = 10; ten <= left; ten *= 10) digits += 1;
  const wide = Math.max(digits, decimals + 1) + 1;
  for (let place = at + wide - 1; place >= at; place -= 1) {
    if (place === at + wide - 1 - decimals) {
      into[place] = 46;
      continue;
    }
    const tenth = (left / 10) | 0;
    into[place] = 48 + left - tenth * 10;
    left = tenth;
  }
  return at + wide;
}

/** A probability to seven figures. */
function putProbability(probability: number, into: Buffer, at: number): number {
  // Others have a power of ten, or another number of decimals once they are rounded.
  const plain =
    probability >= 0.1 && probability < 0.99999
      ? putDecimals(probability, 7, into, at)
      : probability >= 0.01 && probability < 0.09999
        ? putDecimals(probability, 8, into, at)
        : undefined;
  return plain ?? putText(probability.toPrecision(7), into, at);
}

/** Bits, to four decimals. */
function putWeight(bits: number, into: Buffer, at: number): number {
  if (bits < 0 && bits > -1e4) {
    into[at] = 45;
    const plain = putDecimals(-bits, 4, into, at + 1);
    if (plain !== undefined) return plain;
  } else if (bits >= 0 && bits < 1e4) {
    const plain = putDecimals(bits, 4, into, at);
    if (plain !== undefined) return plain;
  }
  return putText(bits.toFixed(4), into, at);
}

/** What rows are called. */
export interface RowNames {
  /** The id of a row. */
  idOf: (row: number) => string;
  /** Where rows stand in another order than they were read: what each was then, which is what `idOf` goes by. */
  original?: Int32Array | undefined;
}

/** The files that linking writes, as bytes. What one holds is made when it is asked for. */
export class LinkedLines {
  readonly #names: RowNames;
  readonly #rows: number;
  #ids: IdBytes | undefined;

  constructor(names: RowNames, rows: number) {
    this.#names = names;
    this.#rows = rows;
  }

  /** Pairs whose natural log-odds are `least` or better. */
  *pairs(pairs: Edges, least: number): Generator<Buffer> {
    this.#ids ??= new IdBytes(this.#names, this.#rows);
    const ids = this.#ids;
    const room = 2 * ids.longest + ofNumbers;
    let into = Buffer.allocUnsafe(atOnce + room);
    let at = putText('id_l,id_r,probability,weight\n', into, 0);
    for (let edge = 0; edge < pairs.length; edge += 1) {
      const weight = pairs.weight[edge]!;
      if (weight < least) continue;
      at = ids.put(pairs.a[edge]!, into, at);
      into[at++] = comma;
      at = ids.put(pairs.b[edge]!, into, at);
      into[at++] = comma;
      at = putProbability(1 / (1 + Math.exp(-weight)), into, at);
      into[at++] = comma;
      at = putWeight(weight / Math.LN2, into, at);
      into[at++] = lineEnd;
      if (at < atOnce) continue;
      yield into.subarray(0, at);
      // What was given may still be on its way to the disk.
      into = Buffer.allocUnsafe(atOnce + room);
      at = 0;
    }
    yield into.subarray(0, at);
  }

  *clusters(clusters: Int32Array): Generator<Buffer> {
    this.#ids ??= new IdBytes(this.#names, this.#rows);
    const ids = this.#ids;
    const room = 2 * ids.longest + ofNumbers;
    let into = Buffer.allocUnsafe(atOnce + room);
    let at = putText('id,cluster\n', into, 0);
    for (let row = 0; row < clusters.length; row += 1) {
      at = ids.put(row, into, at);
      into[at++] = comma;
      at = ids.put(clusters[row]!, into, at);
      into[at++] = lineEnd;
      if (at < atOnce) continue;
      yield into.subarray(0, at);
      into = Buffer.allocUnsafe(atOnce + room);
      at = 0;
    }
    yield into.subarray(0, at);
  }
}
