import { type Column, Dictionary, missing, RowCodes } from '../table.ts';
import { hashText, type Key } from './comparison.ts';
import { Frequencies, type FrequencyDocument } from './frequencies.ts';

/** A column after normalising: rows share a code when their normal value is the same. Rows may be added. */
export class Values<Feature> {
  readonly codes = new RowCodes(new Int32Array(0));
  /** Normal values by code. */
  readonly normal: readonly string[];
  readonly features: Feature[] = [];
  readonly raw: Column;
  readonly frequencies: Frequencies;
  readonly #dictionary = new Dictionary();
  readonly #normalise: (raw: string) => string;
  readonly #featureOf: (normal: string) => Feature;
  /** The normal code of each raw value. */
  readonly #normalCode: number[] = [];

  constructor(
    column: Column,
    make: { normalise: (raw: string) => string; featureOf: (normal: string) => Feature },
    known?: FrequencyDocument,
  ) {
    this.raw = column;
    this.#normalise = make.normalise;
    this.#featureOf = make.featureOf;
    this.normal = this.#dictionary.values;
    const rows = column.codes.length;
    this.codes = new RowCodes(new Int32Array(rows));
    for (let row = 0; row < rows; row += 1) this.codes.set(row, this.#codeOf(row));
    this.frequencies = new Frequencies(this.codes, rows, this.normal, known);
    this.#dictionary.rest();
  }

  /** Reads a row that was added or written over. */
  take(row: number): void {
    this.codes.set(row, this.#codeOf(row));
    this.frequencies.take();
  }

  #codeOf(row: number): number {
    const raw = this.raw.codes[row]!;
    if (raw < 0) return missing;
    while (this.#normalCode.length <= raw)
      this.#normalCode.push(
        this.#dictionary.codeOf(this.#normalise(this.raw.values[this.#normalCode.length]!)),
      );
    while (this.features.length < this.normal.length)
      this.features.push(this.#featureOf(this.normal[this.features.length]!));
    return this.#normalCode[raw]!;
  }
}

/** Normalises a column once per distinct raw value. `normalise` gives '' for a value that says nothing. */
export const valuesOf = <Feature>(
  column: Column,
  normalise: (raw: string) => string,
  featureOf: (normal: string) => Feature,
  known?: FrequencyDocument,
): Values<Feature> => new Values(column, { normalise, featureOf }, known);

/** Whole numbers by code, each worked out once. */
export class ByCode {
  #known: Int32Array;
  #length = 0;
  readonly #compute: (code: number) => number;

  constructor(size: number, compute: (code: number) => number) {
    this.#known = new Int32Array(size);
    this.#compute = compute;
  }

  at(code: number): number {
    if (code >= this.#length) this.#fill(code + 1);
    return this.#known[code]!;
  }

  #fill(length: number): void {
    if (length > this.#known.length) {
      const known = new Int32Array(Math.ceil(length * 1.5));
      known.set(this.#known);
      this.#known = known;
    }
    for (let code = this.#length; code < length; code += 1) this.#known[code] = this.#compute(code);
    this.#length = length;
  }
}

/** A key from a text made of each distinct value; no key where the text is empty. */
export function keyOf(
  name: string,
  values: { codes: RowCodes; normal: readonly string[]; raw: Column },
  textOf: (normal: string, code: number) => string,
  field = values.raw.name,
): Key {
  const { codes, normal } = values;
  const byCode = new ByCode(normal.length, (code) => {
    const text = textOf(normal[code]!, code);
    return text === '' ? 0 : hashText(text);
  });
  return {
    name,
    field,
    hash: (row) => {
      const code = codes.at(row);
      return code < 0 ? 0 : byCode.at(code);
    },
  };
}

/** The raw text of a row, for showing. */
export function shown(column: Column, row: number): string {
  const code = column.codes[row]!;
  return code < 0 ? '' : (column.values[code] ?? '');
}
