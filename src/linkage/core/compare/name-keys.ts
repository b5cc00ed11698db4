import { forenameGroups } from '../lexicon/forename.words.ts';
import { soundOf } from '../normalise/phonetic.ts';
import type { ByCode } from './by-code.ts';
import { hashText, joinHashes, type Key } from './comparison.ts';
import type { Names } from './read-names.ts';

/** The keys of a name: as it is, by sound, by its beginning, and without regard to which is the surname. */
export function nameKeys(names: Names): Key[] {
  const { forename, surname } = names;
  const texts = {
    exact: hashesOf(names, (word) => word),
    sound: hashesOf(names, (word) => soundOf(word.split(' ').at(-1) ?? '')),
    start: hashesOf(names, (word) => word.slice(0, 3)),
    initial: hashesOf(names, (word) => word.slice(0, 1)),
    canon: hashesOf(names, (word) => canonical(word)),
  };
  const each = (name: string, field: string, hash: (row: number) => number): Key => ({
    name,
    field,
    hash,
  });
  const of = (table: ByCode, code: number) => (code < 0 ? 0 : table.at(code));
  // A lone word stands in the first column whichever name it is.
  const family = (row: number) => (surname.at(row) < 0 ? forename.at(row) : surname.at(row));
  const both = (name: string, first: ByCode, second: ByCode): Key =>
    each(name, 'names', (row) => {
      const [x, y] = [of(first, forename.at(row)), of(second, surname.at(row))];
      return x === 0 || y === 0 ? 0 : joinHashes(Math.min(x, y), Math.max(x, y));
    });
  return [
    each('surname', 'surname', (row) => of(texts.exact, family(row))),
    each('surname by sound', 'surname', (row) => of(texts.sound, family(row))),
    each('start of surname', 'surname', (row) => of(texts.start, family(row))),
    each('forename', 'forename', (row) => of(texts.canon, forename.at(row))),
    each('forename by sound', 'forename', (row) => of(texts.sound, forename.at(row))),
    each('start of forename', 'forename', (row) => of(texts.start, forename.at(row))),
    each('initial', 'forename', (row) => of(texts.initial, forename.at(row))),
    each('first name by letter', 'names', (row) => {
      const [x, y] = [of(texts.sound, forename.at(row)), of(texts.sound, surname.at(row))];
      return x === 0 || y === 0 ? x || y : Math.min(x, y);
    }),
    both('whole name in any order', texts.canon, texts.exact),
    both('whole name by sound in any order', texts.sound, texts.sound),
  ];
}

const hashesOf = (names: Names, text: (word: string) => string) =>
  names.byCode((code) => {
    const made = text(names.words[code]!);
    return made === '' ? 0 : hashText(made);
  });

function canonical(word: string): string {
  const first = forenameGroups(word)[0];
  return first === undefined ? word : `group ${first}`;
}
