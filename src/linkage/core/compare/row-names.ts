import { saysNothing } from '../normalise/contact.ts';
import { joinedName, nameWords, splitFullName } from '../normalise/name.ts';
import { type Column, type Dictionary, missing } from '../table.ts';

/** The columns a person's name comes from; any may be wanting. */
export interface NameColumns {
  forename?: Column | undefined;
  middle?: Column | undefined;
  surname?: Column | undefined;
  full?: Column | undefined;
}

/** Reads one row's name as codes of words. A value that was read once is not read again. */
export function rowReader(columns: NameColumns, dictionary: Dictionary) {
  const single = (column: Column | undefined): ((row: number) => number) => {
    const codes: number[] = [];
    return (row) => {
      const raw = column ? column.codes[row]! : missing;
      if (!column || raw < 0) return missing;
      while (codes.length <= raw) {
        const text = column.values.at(codes.length)!;
        codes.push(saysNothing(text) ? missing : dictionary.codeOf(joinedName(text)));
      }
      return codes[raw]!;
    };
  };
  const [forenameAt, surnameAt, middleAt] = [
    single(columns.forename),
    single(columns.surname),
    single(columns.middle),
  ];
  const wholes: ({ forename: number; surname: number; words: number[] } | undefined)[] = [];
  const wholeAt = (row: number) => {
    const { full } = columns;
    const raw = full ? full.codes[row]! : missing;
    if (!full || raw < 0) return undefined;
    while (wholes.length <= raw) {
      const text = full.values.at(wholes.length)!;
      const parts = saysNothing(text) ? undefined : splitFullName(text);
      wholes.push(
        parts && {
          forename: dictionary.codeOf(parts.forename),
          surname: dictionary.codeOf(parts.surname),
          words: nameWords(text).map((word) => dictionary.codeOf(word)),
        },
      );
    }
    return wholes[raw];
  };
  // Of several forenames in one cell the first, and the others as middle names: «Mary Ann» is whom another list calls Mary.
  const notSplit = -2;
  const [firstOf, othersOf]: [number[], number[]] = [[], []];
  const split = (forenames: number): void => {
    while (firstOf.length <= forenames) {
      firstOf.push(notSplit);
      othersOf.push(missing);
    }
    if (firstOf[forenames] !== notSplit) return;
    const text = dictionary.values[forenames]!;
    const end = text.indexOf(' ');
    firstOf[forenames] = end < 0 ? forenames : dictionary.codeOf(text.slice(0, end));
    if (end >= 0) othersOf[forenames] = dictionary.codeOf(text.slice(end + 1));
  };
  return (row: number) => {
    const whole = wholeAt(row);
    // Lists under each other: one gives the name in parts, another whole.
    const [forenames, surnames, given] = [forenameAt(row), surnameAt(row), middleAt(row)];
    if (whole && forenames < 0 && surnames < 0) {
      const { forename, surname, words } = whole;
      return {
        ...{ forename, surname },
        middle: given < 0 ? dictionary.codeOf(restOfName(words, forename, surname, dictionary)) : given,
      };
    }
    if (forenames < 0 || given >= 0) return { forename: forenames, surname: surnames, middle: given };
    split(forenames);
    const [forename, others] = [firstOf[forenames]!, othersOf[forenames]!];
    if (others >= 0 || !whole) return { forename, surname: surnames, middle: others };
    const middle = dictionary.codeOf(restOfName(whole.words, forename, surnames, dictionary));
    return { forename, surname: surnames, middle };
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
