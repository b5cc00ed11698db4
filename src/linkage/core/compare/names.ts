import type { Column } from '../table.ts';
import type { Comparison, Facts, Key, Level } from './comparison.ts';
import { nameKeys } from './name-keys.ts';
import { type Names, near, readNames, type SharedNames } from './read-names.ts';
import type { NameColumns } from './row-names.ts';
import { shown } from './values.ts';

const forenameLevels: readonly Level[] = [
  { words: 'not given', m: 0, rarity: 0 },
  { words: 'the same', m: 0.7, rarity: 1 },
  { words: 'a form of the same name', m: 0.06, rarity: 0.5 },
  { words: 'the same but for a slip', m: 0.08, rarity: 0.5 },
  { words: 'forename and surname changed round', m: 0.02, rarity: 0 },
  { words: 'found among the other’s names', m: 0.02, rarity: 0.5 },
  { words: 'the same initial', m: 0.02, rarity: 0 },
  { words: 'alike', m: 0.04, rarity: 0 },
  { words: 'different', m: 0.06, rarity: 0, against: 5 },
];

const surnameLevels: readonly Level[] = [
  { words: 'not given', m: 0, rarity: 0 },
  { words: 'the same', m: 0.78, rarity: 1 },
  { words: 'the same but for a slip', m: 0.1, rarity: 0.5 },
  { words: 'the same in part', m: 0.02, rarity: 0.5 },
  { words: 'alike', m: 0.03, rarity: 0 },
  { words: 'found among the other’s names', m: 0.02, rarity: 0.5 },
  { words: 'different', m: 0.05, rarity: 0 },
];

const middleLevels: readonly Level[] = [
  { words: 'not given', m: 0, rarity: 0 },
  { words: 'the same', m: 0.75, rarity: 1 },
  { words: 'the same but for a slip', m: 0.08, rarity: 0.5 },
  { words: 'the same initial', m: 0.08, rarity: 0 },
  { words: 'different', m: 0.09, rarity: 0 },
];

/** What the comparisons of a name are called. */
export const namesOfParts = { forename: 'Forename', surname: 'Surname', middle: 'Middle names' } as const;

/** Forename, surname and middle names: three comparisons that see each other's words. */
export function nameComparisons(
  columns: NameColumns,
  rows: number,
  known: (comparison: string) => Facts | undefined,
  shared?: SharedNames,
): Comparison[] {
  const names = readNames(columns, rows, (part) => known(namesOfParts[part])?.frequency, shared);
  const swapped = (a: number, b: number): boolean => {
    const fa = names.forename.at(a);
    const sa = names.surname.at(a);
    const fb = names.forename.at(b);
    const sb = names.surname.at(b);
    if (fa < 0 || sa < 0 || fb < 0 || sb < 0 || fa === fb || sa === sb) return false;
    const crossed = crossedEnough(names, fa, sb) && crossedEnough(names, sa, fb);
    return crossed && !(isClose(names.near(fa, fb)) && isClose(names.near(sa, sb)));
  };
  const keys = nameKeys(names);
  const out = [forenameComparison(names, columns, swapped, keys)];
  if (names.tables.surname.given > 0) out.push(surnameComparison(names, columns, swapped));
  if (names.tables.middle.given > 0) out.push(middleComparison(names, columns));
  return out;
}

const isClose = (level: number) => level >= near.same && level <= near.typo;
const crossedEnough = (names: Names, a: number, b: number) => a === b || isClose(names.near(a, b));

function forenameComparison(
  names: Names,
  columns: NameColumns,
  swapped: (a: number, b: number) => boolean,
  keys: readonly Key[],
): Comparison {
  const table = names.tables.forename;
  const levelOfNear = [0, 1, 2, 3, 7, 6, 7, 8];
  const level = (a: number, b: number): number => {
    const x = names.forename.at(a);
    const y = names.forename.at(b);
    if (x < 0 || y < 0) return 0;
    if (x === y) return 1;
    const plain = levelOfNear[names.near(x, y)]!;
    if (plain <= 3) return plain;
    if (swapped(a, b)) return 4;
    const sa = names.surname.at(a);
    const sb = names.surname.at(b);
    // A lone word may be either name; a person may go by the second forename.
    if (x === names.second.at(b) || y === names.second.at(a) || (sa < 0 && x === sb) || (sb < 0 && y === sa))
      return 5;
    return plain;
  };
  const logFrequency = (a: number, b: number): number =>
    Math.max(table.logShares[names.forename.at(a)]!, table.logShares[names.forename.at(b)]!);
  return {
    name: namesOfParts.forename,
    levels: forenameLevels,
    shared: false,
    mayDiffer: 0.3,
    leastSame: 0.35,
    differsFrom: 8,
    level,
    logFrequency,
    chance: table.chance,
    meanShare: table.meanShare,
    keys,
    code: (row) => names.forename.at(row),
    settledBy: names.forename,
    byCodes: { shares: table },
    fields: [names.forename],
    show: (row) => shownName(columns.forename ?? columns.full, row, names.words[names.forename.at(row)]),
    // The three read one dictionary: one of them takes the row for all.
    take: (row) => names.take(row),
    facts: () => ({ frequency: table.document(3) }),
    // The other two read these as well.
    settle: () => undefined,
    share: () => ({ names: names.share() }),
    portable: {
      ladder: 'forename',
      parts: {
        forename: (row) => names.words[names.forename.at(row)],
        surname: (row) => names.words[names.surname.at(row)],
        middle: (row) => names.words[names.middle.at(row)],
        second: (row) => names.words[names.second.at(row)],
      },
    },
  };
}

function surnameComparison(
  names: Names,
  columns: NameColumns,
  swapped: (a: number, b: number) => boolean,
): Comparison {
  const table = names.tables.surname;
  const levelOfNear = [0, 1, 2, 2, 3, 4, 4, 6];
  const level = (a: number, b: number): number => {
    const x = names.surname.at(a);
    const y = names.surname.at(b);
    if (x < 0 || y < 0) return 0;
    if (x === y) return 1;
    const plain = levelOfNear[names.near(x, y)]!;
    if (plain <= 3) return plain;
    // The forename's level already tells of names changed round.
    if (swapped(a, b)) return 0;
    if (
      x === names.forename.at(b) ||
      y === names.forename.at(a) ||
      x === names.second.at(b) ||
      y === names.second.at(a)
    )
      return 5;
    return plain;
  };
  const logFrequency = (a: number, b: number): number =>
    Math.max(table.logShares[names.surname.at(a)]!, table.logShares[names.surname.at(b)]!);
  return {
    name: namesOfParts.surname,
    levels: surnameLevels,
    shared: true,
    mayDiffer: 0.35,
    leastSame: 0.35,
    differsFrom: 6,
    level,
    logFrequency,
    chance: table.chance,
    meanShare: table.meanShare,
    keys: [],
    code: (row) => names.surname.at(row),
    settledBy: names.surname,
    byCodes: { shares: table },
    fields: [names.surname],
    show: (row) => shownName(columns.surname ?? columns.full, row, names.words[names.surname.at(row)]),
    take: () => undefined,
    facts: () => ({ frequency: table.document(3) }),
    settle: () => undefined,
    share: () => ({}),
    portable: { ladder: 'surname', parts: {} },
  };
}

function middleComparison(names: Names, columns: NameColumns): Comparison {
  const table = names.tables.middle;
  const levelOfNear = [0, 1, 2, 2, 2, 3, 4, 4];
  return {
    name: namesOfParts.middle,
    levels: middleLevels,
    shared: false,
    mayDiffer: 0.5,
    leastSame: 0.2,
    differsFrom: 4,
    chance: table.chance,
    meanShare: table.meanShare,
    keys: [],
    level: (a, b) => {
      const x = names.middle.at(a);
      const y = names.middle.at(b);
      if (x < 0 || y < 0) return 0;
      return x === y ? 1 : levelOfNear[names.near(x, y)]!;
    },
    logFrequency: (a, b) =>
      Math.max(table.logShares[names.middle.at(a)]!, table.logShares[names.middle.at(b)]!),
    code: (row) => names.middle.at(row),
    settledBy: names.middle,
    byCodes: { shares: table },
    fields: [names.middle, names.second],
    show: (row) => shownName(columns.middle ?? columns.full, row, names.words[names.middle.at(row)]),
    take: () => undefined,
    facts: () => ({ frequency: table.document(3) }),
    settle: () => undefined,
    share: () => ({}),
    portable: { ladder: 'middle', parts: {} },
  };
}

const shownName = (column: Column | undefined, row: number, normal: string | undefined) =>
  (column ? shown(column, row) : '') || (normal ?? '');
