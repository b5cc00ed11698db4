import { editDistance, editsBetween } from '../similarity/edit.ts';
import { jaroWinkler, likenessBetween } from '../similarity/jaro-winkler.ts';
import { type Column, Dictionary, missing, RowCodes, type SharedCodes, textIn } from '../table.ts';
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
  /** Where texts are read that are not in the dictionary: laid by another thread, or here. */
  #texts: SharedTexts | undefined;
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
    if (shared) {
      this.#texts = shared.texts;
      this.#dictionary.values.length = shared.texts.starts.length - 1;
      this.codes = RowCodes.of(shared.codes);
      this.rows = shared.codes.rows;
      this.frequencies = Frequencies.of(shared.frequencies, this.codes, this);
      return;
    }
    this.rows = column.codes.length;
    this.codes = new RowCodes(new Int32Array(this.rows));
    for (let row = 0; row < this.rows; row += 1) this.codes.set(row, this.#codeOf(row));
    this.frequencies = new Frequencies(this.codes, this.rows, this, known);
    this.#dictionary.rest();
  }

  /** How many normal values there are. */
  get length(): number {
    return this.#dictionary.values.length;
  }

  /** The normal value of a code. */
  text(code: number): string {
    return this.#dictionary.values[code] ?? this.#read(code);
  }

  /** The normal value of a row; undefined where nothing was given. */
  given(row: number): string | undefined {
    const code = this.codes.at(row);
    return code < 0 ? undefined : this.text(code);
  }

  /** How many edits two normal values are apart, given up above `most`; where texts are laid down none is made for it. */
  edits(a: number, b: number, most: number): number {
    if (!this.#texts) return editDistance(this.text(a), this.text(b), most);
    const { letters, starts } = this.#texts;
    return editsBetween(letters, starts[a]!, starts[a + 1]!, starts[b]!, starts[b + 1]!, most);
  }

  /** How alike two normal values are (Jaro–Winkler), or so many of their first letters. */
  likeness(a: number, b: number, ofA = this.lengthOf(a), ofB = this.lengthOf(b)): number {
    if (!this.#texts) return jaroWinkler(this.text(a).slice(0, ofA), this.text(b).slice(0, ofB));
    const { letters, starts } = this.#texts;
    return likenessBetween(letters, starts[a]!, starts[a]! + ofA, starts[b]!, starts[b]! + ofB);
  }

  /** How many letters a normal value has. */
  lengthOf(code: number): number {
    return this.#texts ? this.#texts.starts[code + 1]! - this.#texts.starts[code]! : this.text(code).length;
  }

  /** A letter of a normal value; from its end where the place is below 0, and undefined beyond. */
  letter(code: number, place: number): number | undefined {
    const length = this.lengthOf(code);
    const at = place < 0 ? length + place : place;
    if (at < 0 || at >= length) return undefined;
    return this.#texts ? this.#texts.letters[this.#texts.starts[code]! + at] : this.text(code).charCodeAt(at);
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
    const table = known ? ByCode.known(known, width) : new ByCode(this.length, compute, width);
    this.#tables.push(table);
    return table;
  }

  /** For other threads. Rows are not added afterwards. */
  share(): SharedValues {
    this.settle();
    const texts = this.#texts ?? layTexts([]);
    const tables = this.#tables.map((table) => table.shared(this.length));
    return { codes: this.codes.share(this.rows), texts, frequencies: this.frequencies.share(), tables };
  }

  /**
   * Works out all numbers by code, and lays the texts down: from now on a text is read there when somebody asks for it, which is
   * of few, and millions are not held as objects. Rows can still be added, which takes them up again.
   */
  settle(): void {
    if (this.#texts) return;
    const { values } = this.#dictionary;
    for (let code = 0; code < values.length; code += 1) for (const table of this.#tables) table.reach(code);
    this.#texts = layTexts(values);
    this.#forget();
    this.#normalCode.length = 0;
  }

  #forget(): void {
    const { values } = this.#dictionary;
    const { length } = values;
    values.length = 0;
    values.length = length;
  }

  /** Reads a row that was added or written over. */
  take(row: number): void {
    this.codes.set(row, this.#codeOf(row));
    this.frequencies.take();
  }

  #read(code: number): string {
    const text = this.#texts ? textAt(this.#texts, code) : '';
    this.#dictionary.values[code] = text;
    return text;
  }

  #make(code: number): Feature {
    const feature = this.#featureOf(this.text(code));
    while (this.#features.length < code) this.#features.push(undefined);
    this.#features[code] = feature;
    return feature;
  }

  #takeUp(): void {
    for (let code = 0; code < this.length; code += 1) this.text(code);
    this.#texts = undefined;
  }

  #codeOf(row: number): number {
    const raw = this.raw.codes[row]!;
    if (raw < 0) return missing;
    if (this.#texts) this.#takeUp();
    while (this.#normalCode.length <= raw)
      this.#normalCode.push(
        this.#dictionary.codeOf(this.#normalise(this.raw.values.at(this.#normalCode.length)!)),
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
  fill: (from, into, count) => hashes.fill(codes, from, into, count, which),
});

/** The raw text of a row, for showing. */
export function shown(column: Column, row: number): string {
  return textIn(column, row) ?? '';
}
