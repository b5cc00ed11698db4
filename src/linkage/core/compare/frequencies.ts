import type { RowCodes } from '../table.ts';
import { sharedCopy } from '../threads/memory.ts';

/**
 * How often values come, as a model keeps it: the common ones by name, the others as if each came `rest` times. A value that
 * two rows share is likelier to be one of the commoner of these, so `rest` is their mean weighted by how often they come.
 */
export interface FrequencyDocument {
  /** Rows that give a value. */
  given: number;
  /** Chance that two rows that both give a value give the same. */
  chance: number;
  rest: number;
  common: Record<string, number>;
}

/** The values that are counted, by code; it may grow. */
export interface Vocabulary {
  readonly length: number;
  text(code: number): string;
}

/** Words as they lie in a dictionary. */
export const vocabularyOf = (words: readonly string[]): Vocabulary => ({
  get length() {
    return words.length;
  },
  text: (code) => words[code]!,
});

/** Frequencies where several threads can read them. */
export interface SharedFrequencies {
  logShares: Float64Array;
  counts: Int32Array;
  given: number;
  chance: number;
}

const mostKept = 20_000;

/** How often each value comes: counted from rows, or as a model has it, so that a score depends on the pair and the model alone. */
export class Frequencies {
  /** Natural logarithms of the shares of all rows that give a value, by code. */
  logShares: Float64Array;
  /** How often each code came in the rows it was made from; the model's word where there is one. */
  counts: Int32Array;
  readonly chance: number;
  readonly given: number;
  readonly #values: Vocabulary;
  readonly #known: FrequencyDocument | undefined;
  #length = 0;

  constructor(
    codes: RowCodes,
    rows: number,
    values: Vocabulary,
    known?: FrequencyDocument,
    shared?: SharedFrequencies,
  ) {
    this.#values = values;
    this.#known = known;
    if (shared) {
      ({ counts: this.counts, logShares: this.logShares, given: this.given, chance: this.chance } = shared);
      this.#length = values.length;
      return;
    }
    this.counts = new Int32Array(values.length);
    this.logShares = new Float64Array(values.length);
    if (known) {
      this.given = known.given;
      this.chance = known.chance;
    } else {
      let given = 0;
      for (let row = 0; row < rows; row += 1) {
        const code = codes.at(row);
        if (code < 0) continue;
        this.counts[code]! += 1;
        given += 1;
      }
      this.given = given;
      let chance = 0;
      for (const count of this.counts)
        chance += given > 1 ? (count / given) * ((count - 1) / (given - 1)) : 0;
      this.chance = chance;
    }
    this.take();
  }

  /** As another thread has counted them. */
  static of(shared: SharedFrequencies, codes: RowCodes, values: Vocabulary): Frequencies {
    return new Frequencies(codes, 0, values, undefined, shared);
  }

  /** For other threads. Values are not added afterwards. */
  share(): SharedFrequencies {
    this.logShares = sharedCopy(this.logShares);
    this.counts = sharedCopy(this.counts);
    return { logShares: this.logShares, counts: this.counts, given: this.given, chance: this.chance };
  }

  /** The share of all rows that give the same as a row drawn at random, itself included: what a rare value is rare against. */
  get meanShare(): number {
    const one = 1 / Math.max(1, this.given);
    return this.chance * (1 - one) + one;
  }

  /** Takes in the values that the dictionary has got since. */
  take(): void {
    const { length } = this.#values;
    if (length === this.#length && this.#length > 0) return;
    if (length > this.logShares.length) {
      const size = Math.ceil(length * 1.5);
      const [logShares, counts] = [new Float64Array(size), new Int32Array(size)];
      logShares.set(this.logShares);
      counts.set(this.counts);
      [this.logShares, this.counts] = [logShares, counts];
    }
    for (let code = this.#length; code < length; code += 1) {
      const known = this.#known;
      const count = known ? (own(known.common, this.#values.text(code)) ?? known.rest) : this.counts[code]!;
      this.counts[code] = count;
      this.logShares[code] = Math.log(
        Math.max(Math.max(count, known ? 0 : 1) / Math.max(1, this.given), 1e-9),
      );
    }
    this.#length = length;
  }

  /** For the model: values that came `least` times or oftener are named, so that no rare value of a person is in it. */
  document(least: number): FrequencyDocument {
    if (this.#known) return this.#known;
    const kept: number[] = [];
    let [others, squares] = [0, 0];
    for (let code = 0; code < this.#length; code += 1) {
      const count = this.counts[code]!;
      if (count >= least) kept.push(code);
      else {
        others += count;
        squares += count * count;
      }
    }
    kept.sort(
      (x, y) => this.counts[y]! - this.counts[x]! || (this.#values.text(x) < this.#values.text(y) ? -1 : 1),
    );
    kept.length = Math.min(kept.length, mostKept);
    return {
      given: this.given,
      chance: this.chance,
      rest: others > 0 ? squares / others : 1,
      common: Object.fromEntries(kept.map((code) => [this.#values.text(code), this.counts[code]!])),
    };
  }
}

const own = (counts: Readonly<Record<string, number>>, value: string): number | undefined =>
  Object.hasOwn(counts, value) ? counts[value] : undefined;
