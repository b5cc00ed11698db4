import { wordsOf } from './fold.ts';

const titles = new Set(
  'mr mrs ms miss mx dr sir dame lord lady rev revd reverend prof professor master madam hon rt messrs cllr pc capt captain col major'.split(
    ' ',
  ),
);
const suffixes = new Set('jr jnr junior sr snr senior ii iii iv esq obe mbe cbe qc kc phd bsc'.split(' '));
const particles = new Set(
  'de del della da di du la le van von der den ter bin ibn al el st ben abu mac mc o'.split(' '),
);

/** A person's name in parts: words as typed, folded; without titles. */
export interface NameParts {
  forename: string;
  middle: string;
  surname: string;
}

/** Words of one name column without titles and suffixes; never empties a name that is only a title. */
export function nameWords(raw: string): string[] {
  const words = wordsOf(raw);
  const kept = words.filter((word) => !titles.has(word) && !suffixes.has(word));
  return kept.length > 0 ? kept : words;
}

/** A single name column (a forename, a surname): its words joined; particles join without a blank. */
export function joinedName(raw: string): string {
  const words = nameWords(raw);
  let out = '';
  words.forEach((word, index) => {
    const before = words[index - 1];
    out += index > 0 && !(before !== undefined && particles.has(before)) ? ` ${word}` : word;
  });
  return out;
}

/** Splits a full name: «SMITH, John Paul» and «Dr John Paul Smith» give the same parts. */
export function splitFullName(raw: string): NameParts {
  const comma = raw.indexOf(',');
  if (comma > 0) {
    const rest = nameWords(raw.slice(comma + 1));
    if (rest.length > 0)
      return {
        surname: joinedName(raw.slice(0, comma)),
        forename: rest[0] ?? '',
        middle: rest.slice(1).join(' '),
      };
  }
  const words = nameWords(raw);
  if (words.length === 1) return { forename: words[0] ?? '', middle: '', surname: '' };
  let start = words.length - 1;
  while (start > 1 && particles.has(words[start - 1] ?? '')) start -= 1;
  return {
    forename: words[0] ?? '',
    middle: words.slice(1, start).join(' '),
    surname: words.slice(start).join(''),
  };
}
