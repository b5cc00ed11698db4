import { forenameGroups } from '../lexicon/forename.words.ts';
import { soundOf } from '../normalise/phonetic.ts';
import { editDistance } from '../similarity/edit.ts';
import { jaroWinkler } from '../similarity/jaro-winkler.ts';
import { fewestEdits, letterMask, likenessAtMost, mostAlike } from '../similarity/letters.ts';
import { Dictionary, missing, RowCodes, type SharedCodes } from '../table.ts';
import { layTexts, type SharedTexts, textAt } from '../threads/memory.ts';
import { ByCode } from './by-code.ts';
import { PairMemo } from './comparison.ts';
import { Frequencies, type FrequencyDocument, type SharedFrequencies, vocabularyOf } from './frequencies.ts';
import { type NameColumns, rowReader } from './row-names.ts';

/** How two words of names stand to each other. */
export const near = { same: 1, variant: 2, typo: 3, part: 4, initial: 5, fuzzy: 6, other: 7 } as const;

type Part = 'forename' | 'surname' | 'middle';

/** Every word of every name in one dictionary, so that a forename can be held against a surname. Rows may be added. */
export interface Names {
  forename: RowCodes;
  middle: RowCodes;
  /** First word of the middle names, to hold against a forename. */
  second: RowCodes;
  surname: RowCodes;
  words: readonly string[];
  /** How often each word is a forename, a surname, a middle name. */
  tables: Record<Part, Frequencies>;
  near(a: number, b: number): number;
  /** Numbers by code; where another thread has worked them out, those. */
  byCode(compute: (code: number) => number): ByCode;
  /** For other threads. Rows are not added afterwards. */
  share(): SharedNames;
  /** Reads a row that was added or written over. */
  take(row: number): void;
}

/** What another thread needs of the names. */
export interface SharedNames {
  words: SharedTexts;
  codes: Record<Part | 'second', SharedCodes>;
  frequencies: Record<Part, SharedFrequencies>;
  tables: readonly Int32Array[];
}

/** Reads the words of every row's name, from its parts or the whole; or takes them as another thread has read them. */
export function readNames(
  columns: NameColumns,
  rows: number,
  known: (part: Part) => FrequencyDocument | undefined,
  shared?: SharedNames,
): Names {
  const read = shared ? wordsShared(shared) : wordsRead(columns, rows, known);
  const { words, ...codes } = read;
  const memo = new PairMemo(20, rows);
  const details: (NameWord | undefined)[] = [];
  const detail = (code: number): NameWord => {
    while (details.length <= code) details.push(undefined);
    details[code] ??= wordOf(words[code]!);
    return details[code];
  };
  const compute = (a: number, b: number) => nearness(detail(a), detail(b));
  const tables: ByCode[] = [];
  const tableOf = (width: number, of: (code: number, into: Int32Array, place: number) => void): ByCode => {
    const known = shared?.tables[tables.length];
    const table = known ? ByCode.known(known, width) : new ByCode(words.length, of, width);
    tables.push(table);
    return table;
  };
  const looks = tableOf(looksWide, (code, into, place) => putLooks(words[code]!, into, place));
  return {
    ...read,
    near: (a, b) => (a === b ? near.same : areUnlike(looks, a, b) ? near.other : memo.level(a, b, compute)),
    byCode: (of) =>
      tableOf(1, (code, into, place) => {
        into[place] = of(code);
      }),
    share: () => ({
      words: layTexts(words),
      codes: {
        forename: codes.forename.share(rows),
        surname: codes.surname.share(rows),
        middle: codes.middle.share(rows),
        second: codes.second.share(rows),
      },
      frequencies: {
        forename: codes.tables.forename.share(),
        surname: codes.tables.surname.share(),
        middle: codes.tables.middle.share(),
      },
      tables: tables.map((table) => table.shared(words.length)),
    }),
  };
}

type Words = Pick<Names, 'forename' | 'surname' | 'middle' | 'second' | 'words' | 'tables' | 'take'>;

function wordsShared({ codes, frequencies, words: laid }: SharedNames): Words {
  const words = Array.from({ length: laid.starts.length - 1 }, (_, code) => textAt(laid, code));
  const [forename, surname] = [RowCodes.of(codes.forename), RowCodes.of(codes.surname)];
  const vocabulary = vocabularyOf(words);
  const [middle, second] = [RowCodes.of(codes.middle), RowCodes.of(codes.second)];
  const tables = {
    forename: Frequencies.of(frequencies.forename, forename, vocabulary),
    surname: Frequencies.of(frequencies.surname, surname, vocabulary),
    middle: Frequencies.of(frequencies.middle, middle, vocabulary),
  };
  return { forename, surname, middle, second, words, tables, take: () => undefined };
}

function wordsRead(
  columns: NameColumns,
  rows: number,
  known: (part: Part) => FrequencyDocument | undefined,
): Words {
  const dictionary = new Dictionary();
  const words = dictionary.values;
  const codes = () => new RowCodes(new Int32Array(rows).fill(missing));
  const [forename, surname, middle, second] = [codes(), codes(), codes(), codes()];
  const read = rowReader(columns, dictionary);
  const set = (row: number) => {
    const name = read(row);
    forename.set(row, name.forename);
    surname.set(row, name.surname);
    middle.set(row, name.middle);
    second.set(row, name.middle < 0 ? missing : dictionary.codeOf(words[name.middle]!.split(' ')[0]!));
  };
  for (let row = 0; row < rows; row += 1) set(row);
  const vocabulary = vocabularyOf(words);
  const tables = {
    forename: new Frequencies(forename, rows, vocabulary, known('forename')),
    surname: new Frequencies(surname, rows, vocabulary, known('surname')),
    middle: new Frequencies(middle, rows, vocabulary, known('middle')),
  };
  dictionary.rest();
  return {
    ...{ forename, middle, second, surname, tables, words },
    take: (row) => {
      set(row);
      for (const table of Object.values(tables)) table.take();
    },
  };
}

interface NameWord {
  text: string;
  sound: string;
  mask: number;
  groups: readonly number[];
}

const wordOf = (text: string): NameWord => ({
  text,
  sound: soundOf(text),
  mask: letterMask(text),
  groups: forenameGroups(text),
});

/** Below this likeness (Jaro–Winkler) two words are others. */
const leastFuzzy = 0.8;

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
  if (mostAlike(a, b, x.mask, y.mask) < leastFuzzy)
    return edits <= 2 && longer >= 5 ? near.fuzzy : near.other;
  const alike = jaroWinkler(a, b);
  if (alike >= 0.92 || (alike >= 0.8 && x.sound === y.sound)) return near.typo;
  return alike >= 0.8 || (edits <= 2 && longer >= 5) ? near.fuzzy : near.other;
}

/** Of a word its mask of letters; and, in one number, its length, its first letter, and a mask of the groups it is in. */
const looksWide = 2;
/** A word with a blank in it, or a very long one, is always looked at more closely. */
const noLength = 127;

function putLooks(text: string, into: Int32Array, place: number): void {
  const length = text.includes(' ') || text.length >= noLength ? noLength : text.length;
  let groups = 0;
  for (const group of forenameGroups(text)) groups |= 1 << (group & 15);
  into[place] = letterMask(text);
  into[place + 1] = length | ((text.charCodeAt(0) & 127) << 7) | (groups << 14);
}

/** Whether a glance shows two words to be others, as most are: `nearness` would say so too. */
function areUnlike(looks: ByCode, a: number, b: number): boolean {
  const [maskA, maskB, x, y] = [looks.at(a), looks.at(b), looks.at(a, 1), looks.at(b, 1)];
  const [lengthA, lengthB] = [x & noLength, y & noLength];
  return (
    lengthA > 1 &&
    lengthB > 1 &&
    lengthA !== noLength &&
    lengthB !== noLength &&
    (x & y) >>> 14 === 0 &&
    fewestEdits(maskA, maskB) > 2 &&
    likenessAtMost(lengthA, lengthB, maskA, maskB, ((x ^ y) & 0x3f80) === 0) < leastFuzzy
  );
}

/** Whether one word of a name of several words is the other name, or one of its words. */
function sharesPart(a: string, b: string): boolean {
  if (!a.includes(' ') && !b.includes(' ')) return false;
  const words = b.split(' ');
  return a.split(' ').some((word) => word.length > 2 && words.includes(word));
}
