import { forenameGroups } from '../lexicon/forename.words.ts';
import { saysNothing } from '../normalise/contact.ts';
import { joinedName, nameWords, splitFullName } from '../normalise/name.ts';
import { soundOf } from '../normalise/phonetic.ts';
import { editDistance } from '../similarity/edit.ts';
import { jaroWinkler } from '../similarity/jaro-winkler.ts';
import { fewestEdits, letterMask, mostAlike } from '../similarity/letters.ts';
import { type Column, Dictionary, missing, RowCodes } from '../table.ts';
import { PairMemo } from './comparison.ts';
import { frequencies } from './values.ts';

/** How two words of names stand to each other. */
export const near = { same: 1, variant: 2, typo: 3, part: 4, initial: 5, fuzzy: 6, other: 7 } as const;

/** The columns a person's name comes from; any may be wanting. */
export interface NameColumns {
  forename?: Column | undefined;
  middle?: Column | undefined;
  surname?: Column | undefined;
  full?: Column | undefined;
}

/** Every word of every name in one dictionary, so that a forename can be held against a surname. */
export interface Names {
  forename: RowCodes;
  middle: RowCodes;
  /** First word of the middle names, to hold against a forename. */
  second: RowCodes;
  surname: RowCodes;
  words: readonly string[];
  /** How often each word is a forename, a surname, a middle name. */
  tables: Record<'forename' | 'surname' | 'middle', ReturnType<typeof frequencies>>;
  near(a: number, b: number): number;
}

/** Reads the words of every row's name, from its parts or the whole. */
export function readNames(columns: NameColumns, rows: number): Names {
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
    forename: new RowCodes(forename),
    middle: new RowCodes(middle),
    second: new RowCodes(second),
    surname: new RowCodes(surname),
    tables: {
      forename: frequencies(forename, words),
      surname: frequencies(surname, words),
      middle: frequencies(middle, words),
    },
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
