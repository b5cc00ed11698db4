import { type Column, Dictionary, missing, textIn } from '../table.ts';
import { type Comparison, joinHashes, type Key } from './comparison.ts';

/** Values of one kind that a row gives in more columns than one, or in one cell: two telephones, two e-mail addresses. */
export interface Several {
  columns: readonly Column[];
  rows: number;
  /** How many values of a row are held against another's at most; those beyond are left out. */
  most: number;
  /** The values in one cell, each as it is compared. */
  valuesIn(raw: string): readonly string[];
}

/** More values than these of one row are not looked at: each is held against each of another row. */
const [mostValues, mostLookedAt] = [4, 20_000];

/** From this share of rows on that give more than one value in a single column, its cells are read as several. */
const fromShare = 0.01;

/** A row with more values than are looked at is as rare as this at most. */
const leftOut = 0.002;

/** What the values of several columns are called where threads and models look for them; no column of a list is called so. */
export const nameOfSeveral = (columns: readonly Column[]): string =>
  `${columns.map(({ name }) => name).join(', ')} (each)`;

/** How many values a row gives, as far as it matters; 1 where one column gives one value. */
export function mostIn(columns: readonly Column[], rows: number, valuesIn: Several['valuesIn']): number {
  const read = readerOf(columns, valuesIn);
  const step = Math.max(1, rows / mostLookedAt);
  const counts = new Array<number>(mostValues + 1).fill(0);
  let given = 0;
  for (let next = 0; next < rows; next += step) {
    const values = read(Math.floor(next)).length;
    if (values === 0) continue;
    given += 1;
    counts[Math.min(values, mostValues)]! += 1;
  }
  const withMoreThan = (most: number) => counts.slice(most + 1).reduce((sum, count) => sum + count, 0);
  const isOne = columns.length === 1 && withMoreThan(1) < fromShare * given;
  if (isOne || given === 0) return columns.length === 1 ? 1 : 2;
  for (let most = 2; most < mostValues; most += 1) if (withMoreThan(most) <= leftOut * given) return most;
  return mostValues;
}

/** The values of rows under each other, so many places for each row, those that are given first. Rows may be added. */
export function eachUnderOther({ columns, rows, most, valuesIn }: Several): {
  column: Column;
  take(row: number): void;
} {
  const dictionary = new Dictionary();
  const read = readerOf(columns, valuesIn);
  const write = (codes: Int32Array, row: number) => {
    const values = read(row);
    for (let place = 0; place < most; place += 1)
      codes[row * most + place] = place < values.length ? dictionary.codeOf(values[place]!) : missing;
  };
  const codes = new Int32Array(rows * most);
  for (let row = 0; row < rows; row += 1) write(codes, row);
  const column: Column = { name: nameOfSeveral(columns), codes, values: dictionary.values };
  return {
    column,
    take: (row) => {
      if ((row + 1) * most > column.codes.length) {
        const grown = new Int32Array(Math.ceil((row + 16) * 1.5) * most).fill(missing);
        grown.set(column.codes);
        column.codes = grown;
      }
      write(column.codes, row);
    },
  };
}

/** Gives the different values of a row, in the order of its columns; each cell that there is is taken apart once. */
function readerOf(columns: readonly Column[], valuesIn: Several['valuesIn']) {
  const cells = columns.map((column) => ({ column, known: [] as (readonly string[] | undefined)[] }));
  const none: readonly string[] = [];
  const inCell = ({ column, known }: (typeof cells)[number], row: number): readonly string[] => {
    const code = column.codes[row] ?? missing;
    if (code < 0) return none;
    while (known.length <= code) known.push(undefined);
    known[code] ??= valuesIn(textIn(column, row) ?? '');
    return known[code];
  };
  return (row: number): readonly string[] => {
    let all = none;
    for (const cell of cells) {
      const values = inCell(cell, row);
      all = all.length === 0 ? values : values.length === 0 ? all : [...new Set([...all, ...values])];
    }
    return all;
  };
}

/**
 * Holds each value of one row against each of another's by `each`, a comparison of values under each other: what is most alike
 * speaks for the rows, the rarest of what is equally alike. So a number is found in whichever column it stands.
 */
export function anyOfSeveral(
  each: Comparison,
  { columns, rows, most }: Pick<Several, 'columns' | 'rows' | 'most'>,
  takeEach: (row: number) => void,
): Comparison {
  const { portable } = each;
  const weigh = (a: number, b: number, better: (x: number, y: number, level: number) => boolean): void => {
    for (let x = a * most; x < (a + 1) * most && each.code(x) >= 0; x += 1)
      for (let y = b * most; y < (b + 1) * most && each.code(y) >= 0; y += 1)
        if (better(x, y, each.level(x, y))) return;
  };
  const level = (a: number, b: number): number => {
    let best = 0;
    weigh(a, b, (_x, _y, found) => {
      if (found !== 0 && (best === 0 || found < best)) best = found;
      return best === 1;
    });
    return best;
  };
  const logShare = (place: number) => (each.code(place) < 0 ? undefined : each.logFrequency(place, place));
  return {
    ...each,
    level,
    logFrequency: (a, b) => {
      let [best, rarest] = [0, 0];
      weigh(a, b, (x, y, found) => {
        if (found === 0 || (best !== 0 && found > best)) return false;
        const share = each.logFrequency(x, y);
        rarest = found === best ? Math.min(rarest, share) : share;
        best = found;
        return false;
      });
      return rarest;
    },
    chance: Math.min(1, each.chance * meanGiven(each, rows, most) ** 2),
    code: (row) => {
      const first = each.code(row * most);
      if (each.code(row * most + 1) < 0) return first;
      let sum = 0;
      for (let at = row * most; at < (row + 1) * most && each.code(at) >= 0; at += 1)
        sum = (sum + joinHashes(each.code(at) + 1, 7)) | 0;
      // The same values in any order have the same code; above those of single values, so that none is taken for one.
      return (sum & 0x3fffffff) | 0x40000000;
    },
    // Unequal codes can have a value in common.
    settledBy: undefined,
    byCodes: undefined,
    fields: [],
    keys: each.keys.flatMap((key) => [
      keyOfOne(key, most, key.name, (hash, best) => hash >>> 0 < best >>> 0),
      keyOfOne(key, most, `other ${key.name}`, (hash, best) => hash >>> 0 > best >>> 0),
    ]),
    show: (row) => columns.flatMap((column) => textIn(column, row) ?? []).join(' / '),
    take: (row) => {
      takeEach(row);
      for (let place = 0; place < most; place += 1) each.take(row * most + place);
    },
    facts: () => ({ ...each.facts(), several: most }),
    ...(portable ? { portable: { ...portable, several: { most, logShare } } } : {}),
  };
}

/** The mean of how many values rows give that give any. */
function meanGiven(each: Comparison, rows: number, most: number): number {
  let [given, values] = [0, 0];
  for (let row = 0; row < rows; row += 1) {
    if (each.code(row * most) < 0) continue;
    given += 1;
    for (let at = row * most; at < (row + 1) * most && each.code(at) >= 0; at += 1) values += 1;
  }
  return given === 0 ? 1 : values / given;
}

/**
 * A key of one of a row's values: which, is settled by the values alone, so that two rows with the same values choose the same. A row
 * with one value has it under both keys, and meets another's two under one of them.
 */
function keyOfOne(
  key: Key,
  most: number,
  name: string,
  isBetter: (hash: number, best: number) => boolean,
): Key {
  return {
    name,
    field: key.field,
    hash: (row) => {
      let best = 0;
      for (let at = row * most; at < (row + 1) * most; at += 1) {
        const hash = key.hash(at);
        if (hash !== 0 && (best === 0 || isBetter(hash, best))) best = hash;
      }
      return best;
    },
  };
}
