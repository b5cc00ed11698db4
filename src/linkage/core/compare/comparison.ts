import type { RowCodes } from '../table.ts';
import type { FrequencyDocument } from './frequencies.ts';
import type { SharedNames } from './read-names.ts';
import type { SharedValues } from './values.ts';

/** One outcome of a comparison, strongest first in a comparison's list; index 0 is always «not given», which is neutral. */
export interface Level {
  /** Said to a person: «Forename is the same». */
  words: string;
  /** Starting share of true matches that look like this; training moves it. */
  m: number;
  /** How far the rarity of the value counts, 0 (not) to 1 (fully). */
  rarity: number;
  /** How many of such pairs are the same where nothing else is given, from lists whose answer is known; worked out where not said. */
  sure?: number;
  /** Speaks against «same» by at least so many bits, whatever training says: evidence with a meaning of its own. */
  against?: number;
  /** Two rows that look so are not brought into one cluster by others: together only where their own evidence says so. */
  keepsApart?: boolean;
  /** Speaks against «same» by at most so many bits: lists are seldom whole, so having nothing in common says little. */
  mostAgainst?: number;
  /** Smallest share of related pairs (one household) that look like this, where it is not what chance would give: twins. */
  amongRelated?: number;
}

/** A key under which records stand together as candidates: one hash a row, 0 for none. */
export interface Key {
  name: string;
  /** The field it is made from: a slip in that field loses the key. */
  field: string;
  hash(row: number): number;
  /** The hashes of so many rows from one on, where that is quicker than to ask row by row. */
  fill?(from: number, into: Int32Array, count: number): void;
}

/**
 * What a comparison learnt from its lists beside its levels. Kept in the model, so that what is said of two records depends
 * on them and the model alone: another record, seen or hidden, moves nothing.
 */
export interface Facts {
  frequency: FrequencyDocument;
  /** Dates: the day comes before the month. */
  dayFirst?: boolean;
  /** Dates that a clerk enters when she knows no better: «0101» for a day of any year, «19000101» for one day. */
  standIn?: string[];
  /** Texts: in how many texts each word comes. */
  words?: FrequencyDocument;
  /** How many values of a row are held against another's, where it gives several: two telephones. */
  several?: number;
  /** E-mail addresses: how often each way to make one of its owner's name is met, among those so made. */
  made?: FrequencyDocument;
}

/** What a row gives to a comparison: texts, numbers, and lists of them; undefined where nothing was given. */
export type Given = string | number | boolean | readonly string[] | readonly number[] | undefined;

/** The ladders of levels there are: how two values of a kind are held against each other. */
export type Ladder =
  | 'forename'
  | 'surname'
  | 'middle'
  | 'birth'
  | 'event'
  | 'category'
  | 'identifier'
  | 'phone'
  | 'email'
  | 'postcode'
  | 'address'
  | 'word'
  | 'position'
  | 'number'
  | 'text'
  | 'firm'
  | 'list';

/** What other threads are given of a comparison: what was made of its columns, by their names. */
export interface SharedParts {
  values?: Readonly<Record<string, SharedValues>>;
  names?: SharedNames;
}

/** A comparison as another engine carries it out: by which ladder of levels, and on what of a row. */
export interface Portable {
  ladder: Ladder;
  parts: Readonly<Record<string, (row: number) => Given>>;
  /**
   * Where a row gives several values: how many, and the natural log of the share of each. What is read of value `n` of a row is
   * read at `row * most + n`.
   */
  several?: { most: number; logShare(place: number): number | undefined };
}

/** What a comparison says of two codes of its rows without looking at these again. */
export interface ByCodes {
  /** How rare each code is: natural logs of shares, by code. */
  shares: { readonly logShares: Float64Array };
  /** Whether two equal codes are at level 1 as they mostly are; all of them where there is nothing to ask. */
  isFirst?: (code: number) => boolean;
  /** The level of two codes that are not equal; none where the rows have a say in it. */
  level?: (x: number, y: number) => number;
}

/** One kind of evidence between two rows: how alike, how rare, and under which keys it brings rows together. */
export interface Comparison {
  name: string;
  levels: readonly Level[];
  /**
   * The largest share of true matches that may stand at its last levels (those that speak of difference). Without a bound,
   * lists that hold no doubles teach that the same person differs in nearly everything.
   */
  mayDiffer: number;
  /** The smallest share of true matches at the first level, «the same»; 0 where lists may each write it in their own way. */
  leastSame: number;
  /** Where what follows from it (a town from its postcode) says nothing more: up to this level, and of rows under this key. */
  near?: { to: number; under: Key };
  /** The first of the levels that speak of difference. */
  differsFrom: number;
  /** What people of one household, or branches of one firm, have in common (address, phone) against what is one's own. */
  shared: boolean;
  /** The level of two rows: an index into `levels`. */
  level(a: number, b: number): number;
  /** Natural log of the share of rows that have the commoner of the two values: how far it is rare. */
  logFrequency(a: number, b: number): number;
  /** Chance that two rows drawn at random share a value, from the frequency table. */
  chance: number;
  /** The mean over rows of the share of all rows that give the row's value: what a value is rare against. */
  meanShare: number;
  /** It speaks in some pairs only, so that its chances are those of drawn pairs and not the table's. */
  isDrawn?: boolean;
  /** Codes of its rows that settle most levels: below 0 in either row is level 0, and level 1 comes of equal codes only. */
  settledBy?: RowCodes | undefined;
  /** What these codes say by themselves. */
  byCodes?: ByCodes | undefined;
  /** The row's value as a code: equal codes are equal values, below 0 none. */
  code(row: number): number;
  /** The fields it reads, to be laid side by side with the others'. */
  fields: readonly RowCodes[];
  /** What the row holds, as given, for explanations. */
  show(row: number): string;
  keys: readonly Key[];
  /** Reads a row that was added to the table, or written over. */
  take(row: number): void;
  /** What a model keeps of it. */
  facts(): Facts;
  /** Lays down what need not be held as objects: for lists of many rows. */
  settle(): void;
  /** What other threads need to hold two rows against each other. Rows are not added afterwards. */
  share(): SharedParts;
  /** What another engine needs of a row to give the same levels; none where it cannot be said elsewhere. */
  portable?: Portable;
}

/** Remembers the levels of pairs of values in a fixed space: the newest of two that fall on one place stays. */
export class PairMemo {
  /** Two numbers a place: the lower code, and the higher with the level in the lowest four bits. */
  readonly #places: Int32Array;
  readonly #mask: number;

  /** `bits` gives the places, as a power of two; for few rows fewer are enough. */
  constructor(bits: number, rows: number) {
    const enough = Math.min(bits, Math.ceil(Math.log2(rows + 16)) + 3);
    this.#places = new Int32Array(2 << enough).fill(-1);
    this.#mask = (1 << enough) - 1;
  }

  level(a: number, b: number, compute: (a: number, b: number) => number): number {
    const low = a < b ? a : b;
    const high = a < b ? b : a;
    const place = (((Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)) >>> 7) & this.#mask) << 1;
    const second = this.#places[place + 1]!;
    if (this.#places[place] === low && second >> 4 === high) return second & 15;
    const level = compute(low, high);
    this.#places[place] = low;
    this.#places[place + 1] = (high << 4) | level;
    return level;
  }
}

/** A 32-bit hash of a text (FNV-1a), never 0. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return mix(hash) | 1;
}

/** Joins two hashes into one; 0 when either is. */
export function joinHashes(a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : mix(Math.imul(a, 0x9e3779b1) ^ (b + 0x7f4a7c15)) | 1;
}

function mix(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x7feb352d);
  h ^= h >>> 15;
  h = Math.imul(h, 0x846ca68b);
  return h ^ (h >>> 16);
}
