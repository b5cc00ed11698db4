import { type Column, Dictionary, missing, RowCodes, type SharedCodes } from '../table.ts';
import { layTexts, type SharedTexts, textAt } from '../threads/memory.ts';
import { ByCode } from './by-code.ts';
import { hashText, type Key } from './comparison.ts';
import { Frequencies, type FrequencyDocument, type SharedFrequencies } from './frequencies.ts';

/** What another thread needs of a column to hold its values against each other. */
export interface SharedValues {
  codes: SharedCodes;
  texts: SharedTexts;
  frequencies: SharedFrequencies;
  /** What was worked out by code, in the order in which it is asked for. */
  tables: readonly Int32Array[];
}

/** A column after normalising: rows share a code when their normal value is the same. Rows may be added. */
export class Values<Feature> {
  readonly codes: RowCodes;
  /** Normal values by code; in another thread than that which read them, those that were asked for. */
  readonly normal: readonly string[];
  readonly raw: Column;
  readonly rows: number;
  readonly frequencies: Frequencies;
  readonly #dictionary = new Dictionary();
  readonly #normalise: (raw: string) => string;
  readonly #featureOf: (normal: string) => Feature;
  readonly #features: (Feature | undefined)[] = [];
  /** The normal code of each raw value. */
  readonly #normalCode: number[] = [];
  readonly #shared: SharedValues | undefined;
  readonly #tables: ByCode[] = [];

  constructor(
    column: Column,
    make: { normalise: (raw: string) => string; featureOf: (normal: string) => Feature },
    known?: FrequencyDocument,
  ) {
    this.raw = column;
    this.#normalise = make.normalise;
    this.#featureOf = make.featureOf;
    const shared = column.shared;
    this.#shared = shared;
    this.normal = this.#dictionary.values;
    if (shared) {
      this.#dictionary.values.length = shared.texts.starts.length - 1;
      this.codes = RowCodes.of(shared.codes);
      this.rows = shared.codes.rows;
      this.frequencies = Frequencies.of(shared.frequencies, this.codes, this.normal);
      return;
    }
    this.rows = column.codes.length;
    this.codes = new RowCodes(new Int32Array(this.rows));
    for (let row = 0; row < this.rows; row += 1) this.codes.set(row, this.#codeOf(row));
    this.frequencies = new Frequencies(this.codes, this.rows, this.normal, known);
    this.#dictionary.rest();
  }

  /** The normal value of a code. */
  text(code: number): string {
    return this.normal[code] ?? this.#read(code);
  }

  /** What was made of the normal value of a code, at the first asking. */
  feature(code: number): Feature {
    return this.#features[code] ?? this.#make(code);
  }

  /** Numbers by code; where another thread has worked them out, those. */
  byCode(compute: (code: number) => number): ByCode {
    return this.table(1, (code, into, place) => {
      into[place] = compute(code);
    });
  }

  /** So many numbers for each code. */
  table(width: number, compute: (code: number, into: Int32Array, place: number) => void): ByCode {
    const known = this.#shared?.tables[this.#tables.length];
    const table = known ? ByCode.known(known, width) : new ByCode(this.normal.length, compute, width);
    this.#tables.push(table);
    return table;
  }

  /** For other threads. Rows are not added afterwards. */
  share(): SharedValues {
    const codes = this.normal.length;
    return {
      codes: this.codes.share(this.rows),
      texts: layTexts(this.normal),
      frequencies: this.frequencies.share(),
      tables: this.#tables.map((table) => table.shared(codes)),
    };
  }

  /** Reads a row that was added or written over. */
  take(row: number): void {
    this.codes.set(row, this.#codeOf(row));
    this.frequencies.take();
  }

  #read(code: number): string {
    const text = this.#shared ? textAt(this.#shared.texts, code) : '';
    this.#dictionary.values[code] = text;
    return text;
  }

  #make(code: number): Feature {
    const feature = this.#featureOf(this.text(code));
    while (this.#features.length < code) this.#features.push(undefined);
    this.#features[code] = feature;
    return feature;
  }

  #codeOf(row: number): number {
    const raw = this.raw.codes[row]!;
    if (raw < 0) return missing;
    while (this.#normalCode.length <= raw)
      this.#normalCode.push(
        this.#dictionary.codeOf(this.#normalise(this.raw.values[this.#normalCode.length]!)),
      );
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

/** A key from a text made of each distinct value; no key where the text is empty. */
export function keyOf<Feature>(
  name: string,
  values: Values<Feature>,
  textOf: (normal: string, code: number) => string,
  field = values.raw.name,
): Key {
  const hashes = values.byCode((code) => {
    const text = textOf(values.text(code), code);
    return text === '' ? 0 : hashText(text);
  });
  return keyByCode(name, values.codes, hashes, field);
}

/** A key from a hash of each distinct value. */
export const keyByCode = (name: string, codes: RowCodes, hashes: ByCode, field: string, which = 0): Key => ({
  name,
  field,
  hash: (row) => {
    const code = codes.at(row);
    return code < 0 ? 0 : hashes.at(code, which);
  },
});

/** The raw text of a row, for showing. */
export function shown(column: Column, row: number): string {
  const code = column.codes[row]!;
  return code < 0 ? '' : (column.values[code] ?? '');
}
