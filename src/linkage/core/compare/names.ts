import { forenameGroups } from '../lexicon/forenames.ts';
import { saysNothing } from '../normalise/contact.ts';
import { joinedName, nameWords, splitFullName } from '../normalise/name.ts';
import { soundOf } from '../normalise/phonetic.ts';
import { editDistance } from '../similarity/edit.ts';
import { jaroWinkler } from '../similarity/jaro-winkler.ts';
import { fewestEdits, letterMask, mostAlike } from '../similarity/letters.ts';
import { type Column, Dictionary, missing } from '../table.ts';
import { type Comparison, hashText, joinHashes, type Key, type Level, PairMemo } from './comparison.ts';
import { frequencies, shown } from './values.ts';

const near = { same: 1, variant: 2, typo: 3, part: 4, initial: 5, fuzzy: 6, other: 7 } as const;

/** The columns a person's name comes from; any may be wanting. */
export interface NameColumns {
  forename?: Column | undefined;
  middle?: Column | undefined;
  surname?: Column | undefined;
  full?: Column | undefined;
}

/** Every word of every name in one dictionary, so that a forename can be held against a surname. */
interface Names {
  forename: Int32Array;
  middle: Int32Array;
  /** First word of the middle names, to hold against a forename. */
  second: Int32Array;
  surname: Int32Array;
  words: readonly string[];
  near(a: number, b: number): number;
}

const forenameLevels: readonly Level[] = [
  { words: 'not given', m: 0, rarity: 0 },
  { words: 'the same', m: 0.7, rarity: 1 },
  { words: 'a form of the same name', m: 0.06, rarity: 0.5 },
  { words: 'the same but for a slip', m: 0.08, rarity: 0.5 },
  { words: 'forename and surname changed round', m: 0.02, rarity: 0 },
  { words: 'found among the other’s names', m: 0.02, rarity: 0.5 },
  { words: 'the same initial', m: 0.02, rarity: 0 },
  { words: 'alike', m: 0.04, rarity: 0 },
  { words: 'different', m: 0.06, rarity: 0 },
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

/** Forename, surname and middle names: three comparisons that see each other's words. */
export function nameComparisons(columns: NameColumns, rows: number): Comparison[] {
  const names = readNames(columns, rows);
  const swapped = (a: number, b: number): boolean => {
    const fa = names.forename[a]!;
    const sa = names.surname[a]!;
    const fb = names.forename[b]!;
    const sb = names.surname[b]!;
    if (fa < 0 || sa < 0 || fb < 0 || sb < 0 || fa === fb || sa === sb) return false;
    const crossed = crossedEnough(names, fa, sb) && crossedEnough(names, sa, fb);
    return crossed && !(isClose(names.near(fa, fb)) && isClose(names.near(sa, sb)));
  };
  const keys = nameKeys(names);
  const out = [forenameComparison(names, columns, swapped, keys)];
  if (names.surname.some((code) => code >= 0)) out.push(surnameComparison(names, columns, swapped));
  if (names.middle.some((code) => code >= 0)) out.push(middleComparison(names, columns));
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
  const table = frequencies(names.forename, names.words);
  const levelOfNear = [0, 1, 2, 3, 7, 6, 7, 8];
  const level = (a: number, b: number): number => {
    const x = names.forename[a]!;
    const y = names.forename[b]!;
    if (x < 0 || y < 0) return 0;
    if (x === y) return 1;
    const plain = levelOfNear[names.near(x, y)]!;
    if (plain <= 3) return plain;
    if (swapped(a, b)) return 4;
    const sa = names.surname[a]!;
    const sb = names.surname[b]!;
    // A lone word may be either name; a person may go by the second forename.
    if (x === names.second[b]! || y === names.second[a]! || (sa < 0 && x === sb) || (sb < 0 && y === sa))
      return 5;
    return plain;
  };
  const frequency = (a: number, b: number): number =>
    Math.max(table.shares[names.forename[a]!]!, table.shares[names.forename[b]!]!);
  return {
    name: 'Forename',
    levels: forenameLevels,
    shared: false,
    level,
    frequency,
    chance: table.chance,
    keys,
    code: (row) => names.forename[row]!,
    show: (row) => shownName(columns.forename ?? columns.full, row, names.words[names.forename[row]!]),
  };
}

function surnameComparison(
  names: Names,
  columns: NameColumns,
  swapped: (a: number, b: number) => boolean,
): Comparison {
  const table = frequencies(names.surname, names.words);
  const levelOfNear = [0, 1, 2, 2, 3, 4, 4, 6];
  const level = (a: number, b: number): number => {
    const x = names.surname[a]!;
    const y = names.surname[b]!;
    if (x < 0 || y < 0) return 0;
    if (x === y) return 1;
    const plain = levelOfNear[names.near(x, y)]!;
    if (plain <= 3) return plain;
    // The forename's level already tells of names changed round.
    if (swapped(a, b)) return 0;
    if (
      x === names.forename[b]! ||
      y === names.forename[a]! ||
      x === names.second[b]! ||
      y === names.second[a]!
    )
      return 5;
    return plain;
  };
  const frequency = (a: number, b: number): number =>
    Math.max(table.shares[names.surname[a]!]!, table.shares[names.surname[b]!]!);
  return {
    name: 'Surname',
    levels: surnameLevels,
    shared: true,
    level,
    frequency,
    chance: table.chance,
    keys: [],
    code: (row) => names.surname[row]!,
    show: (row) => shownName(columns.surname ?? columns.full, row, names.words[names.surname[row]!]),
  };
}

function middleComparison(names: Names, columns: NameColumns): Comparison {
  const table = frequencies(names.middle, names.words);
  const levelOfNear = [0, 1, 2, 2, 2, 3, 4, 4];
  return {
    name: 'Middle names',
    levels: middleLevels,
    shared: false,
    chance: table.chance,
    keys: [],
    level: (a, b) => {
      const x = names.middle[a]!;
      const y = names.middle[b]!;
      if (x < 0 || y < 0) return 0;
      return x === y ? 1 : levelOfNear[names.near(x, y)]!;
    },
    frequency: (a, b) => Math.max(table.shares[names.middle[a]!]!, table.shares[names.middle[b]!]!),
    code: (row) => names.middle[row]!,
    show: (row) => shownName(columns.middle ?? columns.full, row, names.words[names.middle[row]!]),
  };
}

const shownName = (column: Column | undefined, row: number, normal: string | undefined) =>
  (column ? shown(column, row) : '') || (normal ?? '');

function readNames(columns: NameColumns, rows: number): Names {
  const dictionary = new Dictionary();
  const forename = new Int32Array(rows).fill(missing);
  const surname = new Int32Array(rows).fill(missing);
  const middle = new Int32Array(rows).fill(missing);
  const second = new Int32Array(rows).fill(missing);
  const single = (column: Column | undefined) =>
    column &&
    Int32Array.from(column.values, (raw) =>
      saysNothing(raw) ? missing : dictionary.codeOf(joinedName(raw)),
    );
  const [fores, surs, mids] = [single(columns.forename), single(columns.surname), single(columns.middle)];
  const fulls = columns.full?.values.map((raw) => (saysNothing(raw) ? undefined : splitFullName(raw)));
  const fullWords = columns.full?.values.map((raw) => nameWords(raw).map((word) => dictionary.codeOf(word)));
  const take = (codes: Int32Array | undefined, column: Column | undefined, row: number) => {
    const code = column ? column.codes[row]! : missing;
    return codes && code >= 0 ? codes[code]! : missing;
  };
  for (let row = 0; row < rows; row += 1) {
    let f = take(fores, columns.forename, row);
    let s = take(surs, columns.surname, row);
    let m = take(mids, columns.middle, row);
    const fullCode = columns.full ? columns.full.codes[row]! : missing;
    const parts = fullCode >= 0 ? fulls?.[fullCode] : undefined;
    if (parts) {
      if (!columns.forename && !columns.surname) {
        f = dictionary.codeOf(parts.forename);
        s = dictionary.codeOf(parts.surname);
      }
      if (m < 0) m = dictionary.codeOf(restOfName(fullWords?.[fullCode] ?? [], f, s, dictionary));
    }
    forename[row] = f;
    surname[row] = s;
    middle[row] = m;
  }
  const firstWord = new Map<number, number>();
  for (let row = 0; row < rows; row += 1) {
    const code = middle[row]!;
    if (code < 0) continue;
    let word = firstWord.get(code);
    if (word === undefined) {
      word = dictionary.codeOf((dictionary.values[code] ?? '').split(' ')[0] ?? '');
      firstWord.set(code, word);
    }
    second[row] = word;
  }
  const words = dictionary.values;
  const memo = new PairMemo(20);
  const sounds = words.map((word) => soundOf(word));
  const masks = Int32Array.from(words, letterMask);
  const groups = words.map((word) => forenameGroups(word));
  const compute = (a: number, b: number) =>
    nearness(
      { text: words[a]!, sound: sounds[a]!, mask: masks[a]!, groups: groups[a]! },
      { text: words[b]!, sound: sounds[b]!, mask: masks[b]!, groups: groups[b]! },
    );
  return {
    forename,
    middle,
    second,
    surname,
    words,
    near: (a, b) => (a === b ? near.same : memo.level(a, b, compute)),
  };
}

/** The words of a full name that are neither the forename nor the surname. */
function restOfName(
  words: readonly number[],
  forename: number,
  surname: number,
  dictionary: Dictionary,
): string {
  const used = new Set([forename, surname]);
  const surnameWords = (dictionary.values[surname] ?? '').split(' ');
  return words
    .filter((code) => !used.has(code) && !surnameWords.includes(dictionary.values[code] ?? ''))
    .map((code) => dictionary.values[code] ?? '')
    .join(' ');
}

interface NameWord {
  text: string;
  sound: string;
  mask: number;
  groups: readonly number[];
}

function nearness(x: NameWord, y: NameWord): number {
  const [a, b] = [x.text, y.text];
  if (a.length === 1 || b.length === 1) return a[0] === b[0] ? near.initial : near.other;
  if (x.groups.length > 0 && y.groups.length > 0 && y.groups.some((group) => x.groups.includes(group)))
    return near.variant;
  const longer = Math.max(a.length, b.length);
  const edits = fewestEdits(x.mask, y.mask) > 2 ? 3 : editDistance(a, b, 2);
  if (edits === 1 && longer >= 4) return near.typo;
  if (edits === 2 && longer >= 8) return near.typo;
  if (sharesPart(a, b)) return near.part;
  if (mostAlike(a, b, x.mask, y.mask) < 0.8) return edits <= 2 && longer >= 5 ? near.fuzzy : near.other;
  const alike = jaroWinkler(a, b);
  if (alike >= 0.92 || (alike >= 0.8 && x.sound === y.sound)) return near.typo;
  return alike >= 0.8 || (edits <= 2 && longer >= 5) ? near.fuzzy : near.other;
}

/** Whether one word of a name of several words is the other name, or one of its words. */
function sharesPart(a: string, b: string): boolean {
  if (!a.includes(' ') && !b.includes(' ')) return false;
  const words = b.split(' ');
  return a.split(' ').some((word) => word.length > 2 && words.includes(word));
}

/** The keys of a name: as it is, by sound, by its beginning, and without regard to which is the surname. */
function nameKeys(names: Names): Key[] {
  const { forename, surname, words } = names;
  const rows = forename.length;
  const texts = {
    exact: hashesOf(words, (word) => word),
    sound: hashesOf(words, (word) => soundOf(word.split(' ').at(-1) ?? '')),
    start: hashesOf(words, (word) => word.slice(0, 3)),
    initial: hashesOf(words, (word) => word.slice(0, 1)),
    canon: hashesOf(words, (word) => canonical(word)),
  };
  const each = (name: string, field: string, hash: (row: number) => number): Key => ({
    name,
    field,
    hashes: Int32Array.from({ length: rows }, (_, row) => hash(row)),
  });
  const of = (table: Int32Array, code: number) => (code < 0 ? 0 : table[code]!);
  // A lone word stands in the first column whichever name it is.
  const family = (row: number) => (surname[row]! < 0 ? forename[row]! : surname[row]!);
  const both = (name: string, first: Int32Array, second: Int32Array): Key =>
    each(name, 'names', (row) => {
      const [x, y] = [of(first, forename[row]!), of(second, surname[row]!)];
      return x === 0 || y === 0 ? 0 : joinHashes(Math.min(x, y), Math.max(x, y));
    });
  return [
    each('surname', 'surname', (row) => of(texts.exact, family(row))),
    each('surname by sound', 'surname', (row) => of(texts.sound, family(row))),
    each('start of surname', 'surname', (row) => of(texts.start, family(row))),
    each('forename', 'forename', (row) => of(texts.canon, forename[row]!)),
    each('forename by sound', 'forename', (row) => of(texts.sound, forename[row]!)),
    each('start of forename', 'forename', (row) => of(texts.start, forename[row]!)),
    each('initial', 'forename', (row) => of(texts.initial, forename[row]!)),
    each('first name by letter', 'names', (row) =>
      Math.min(of(texts.sound, forename[row]!) || 0x7fffffff, of(texts.sound, surname[row]!) || 0x7fffffff),
    ),
    both('whole name in any order', texts.canon, texts.exact),
    both('whole name by sound in any order', texts.sound, texts.sound),
  ];
}

const hashesOf = (words: readonly string[], text: (word: string) => string) =>
  Int32Array.from(words, (word) => {
    const made = text(word);
    return made === '' ? 0 : hashText(made);
  });

function canonical(word: string): string {
  const first = forenameGroups(word)[0];
  return first === undefined ? word : `group ${first}`;
}
