import { readAddress } from '../normalise/address.ts';
import { normalEmail, normalPhone, normalPlate, normalPostcode, saysNothing } from '../normalise/contact.ts';
import { orderOfDates, readBirth } from '../normalise/date.ts';
import { joinedName, splitFullName } from '../normalise/name.ts';
import { normalWords } from '../normalise/words.ts';
import type { FieldKind, Recognised } from '../recognise.rules.ts';
import { type Column, type Table, textIn } from '../table.ts';

/**
 * Keys for holding lists against each other without names: of each record one filter of bits (Schnell, Bachteler & Reiher
 * 2009), in which each piece of each field sets some bits chosen by a keyed hash. Two agencies with one secret get like
 * filters for like records; without the secret a filter cannot be made for a name that is guessed.
 */
export interface PrivateSetting {
  /** A keyed hash (HMAC-SHA-256 under the exchange's own secret): 32 bytes for a text. The engine itself has no hash of its own. */
  mac(text: string): Uint8Array;
  /** Numbers from 0 to 1 that nobody can foretell, for the noise. */
  random(): number;
  /** Share of the bits that are turned over, so that not even the secret's holder can tell what set them (BLIP). */
  noise: number;
}

/** Bits of a filter before and after it is folded: half is laid over half, and each bit stands for two. */
const bits = 1024;
const foldedBits = bits / 2;
/** 32-bit words of a folded filter. */
export const wordsOfKey = foldedBits / 32;

/** The shares of bits to turn over that are used when nothing is said. */
export const usualNoise = 0.02;

/** One field's pieces, and how many bits each sets: a field's say is its pieces times its bits. */
interface Pieces {
  tag: string;
  each: number;
  pieces: readonly string[];
}

const grams = (text: string, size = 2): string[] => {
  const padded = ` ${text} `;
  return Array.from({ length: Math.max(0, padded.length - size + 1) }, (_, at) =>
    padded.slice(at, at + size),
  );
};

type Cut = (raw: string, column: Column) => Pieces[];

const forename = (name: string): Pieces => ({ tag: 'forename', each: 11, pieces: grams(name) });
const surname = (name: string): Pieces => ({ tag: 'surname', each: 12, pieces: grams(name) });

/** How each kind of field is cut up. A kind that is not here stays out: free text would set bits for whatever it says. */
const cuts: Partial<Record<FieldKind, Cut>> = {
  forename: (raw) => [forename(joinedName(raw))],
  'middle-name': (raw) => [{ tag: 'middle', each: 3, pieces: grams(joinedName(raw)) }],
  surname: (raw) => [surname(joinedName(raw))],
  'full-name': (raw) => {
    const parts = splitFullName(raw);
    return [forename(parts.forename), surname(parts.surname)].filter(({ pieces }) => pieces.length > 1);
  },
  'birth-date': (raw, column) => {
    const date = readBirth(raw, orderFor(column));
    if (!date) return [];
    const two = (part: number) => String(part).padStart(2, '0');
    const [year, month, day] = [String(date.year).padStart(4, '0'), two(date.month), two(date.day)];
    const figures = [...(year + month + day)].map((figure, at) => `${at}${figure}`);
    const pairs = [`y${year}`, `m${month}`, `d${day}`, `md${[month, day].sort().join('')}`];
    return [
      { tag: 'born', each: 8, pieces: figures },
      { tag: 'born', each: 14, pieces: pairs },
    ];
  },
  sex: (raw) => [{ tag: 'sex', each: 3, pieces: [normalWords(raw).slice(0, 1)] }],
  postcode: (raw) => [{ tag: 'postcode', each: 10, pieces: grams(normalPostcode(raw)) }],
  address: (raw) => {
    const { numbers, street } = readAddress(raw);
    return [
      { tag: 'number', each: 10, pieces: numbers },
      { tag: 'street', each: 4, pieces: grams(street) },
    ];
  },
  town: (raw) => [{ tag: 'town', each: 3, pieces: grams(normalWords(raw)) }],
  phone: (raw) => [{ tag: 'phone', each: 6, pieces: grams(normalPhone(raw).slice(-9), 3) }],
  email: (raw) => [{ tag: 'email', each: 4, pieces: grams(normalEmail(raw), 3) }],
  identifier: (raw) => [{ tag: 'identifier', each: 10, pieces: grams(normalPlate(raw)) }],
  plate: (raw) => [{ tag: 'plate', each: 10, pieces: grams(normalPlate(raw)) }],
  company: (raw) => [{ tag: 'company', each: 8, pieces: grams(normalWords(raw)) }],
};

const orders = new WeakMap<Column, 'day-first' | 'month-first'>();
const orderFor = (column: Column): 'day-first' | 'month-first' => {
  const known = orders.get(column) ?? orderOfDates(column.values);
  orders.set(column, known);
  return known;
};

/** One filter a row, laid one after the other: `wordsOfKey` numbers each. A row that gives nothing has no bit set. */
export function privateKeys(
  table: Table,
  recognised: readonly Recognised[],
  setting: PrivateSetting,
): Uint32Array {
  const keys = new Uint32Array(table.rows * wordsOfKey);
  const fields = recognised.flatMap(({ column: name, kind }) => {
    const column = table.columns.find((one) => one.name === name);
    const cut = cuts[kind];
    return column && cut ? [{ column, cut }] : [];
  });
  const placesOf = placer(setting);
  const filter = new Uint32Array(bits / 32);
  for (let row = 0; row < table.rows; row += 1) {
    filter.fill(0);
    let given = false;
    for (const { column, cut } of fields) {
      const raw = textIn(column, row) ?? '';
      if (raw === '' || saysNothing(raw)) continue;
      for (const { tag, each, pieces } of cut(raw, column))
        for (const piece of pieces) {
          if (piece.trim() === '') continue;
          given = true;
          const places = placesOf(`${tag}|${piece}`);
          for (let at = 0; at < each; at += 1) filter[places[at]! >> 5]! |= 1 << (places[at]! & 31);
        }
    }
    if (given) harden(filter, keys.subarray(row * wordsOfKey, (row + 1) * wordsOfKey), setting);
  }
  return keys;
}

/** The places a piece sets, most wanted first: sixteen from its hash, remembered, because pieces of names repeat. */
function placer({ mac }: PrivateSetting): (text: string) => Uint16Array {
  const known = new Map<string, Uint16Array>();
  return (text) => {
    const before = known.get(text);
    if (before) return before;
    const bytes = mac(text);
    const places = Uint16Array.from(
      { length: 16 },
      (_, at) => ((bytes[at * 2]! << 8) | bytes[at * 2 + 1]!) & (bits - 1),
    );
    known.set(text, places);
    return places;
  };
}

/** Lays half of the filter over the other half, and turns some bits over. */
function harden(filter: Uint32Array, into: Uint32Array, { noise, random }: PrivateSetting): void {
  for (let word = 0; word < wordsOfKey; word += 1) into[word] = filter[word]! ^ filter[word + wordsOfKey]!;
  for (let bit = 0; bit < foldedBits; bit += 1) if (random() < noise) into[bit >> 5]! ^= 1 << (bit & 31);
}
