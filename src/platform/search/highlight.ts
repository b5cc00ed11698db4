import { withoutAccents } from './accents.ts';

/** A stretch of text that is, or is not, what was searched for. */
export interface Stretch {
  text: string;
  isHit: boolean;
}

const wordPattern = /[\p{L}\p{N}]+/gu;
/** The beginning of a word without its usual English ending, as the index of words keeps it. */
const stem = (word: string): string =>
  word.length > 4 ? word.replace(/(?:ing|ed|es|s|y|ies)$/, '') : word.replace(/s$/, '');

/** How many letters must be changed, added, dropped or swapped; stops at `most`. */
export function lettersApart(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const isSame = one[i - 1] === other[j - 1];
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (isSame ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row.push(least);
    }
    before = last;
    last = row;
  }
  return last[other.length] ?? most + 1;
}

/** Whether a word of a text is one that was asked for: its beginning, its stem, or a slip of a letter or two. */
function isHit(word: string, wanted: readonly string[]): boolean {
  const here = withoutAccents(word);
  return wanted.some((want) => {
    if (here === want || (want.length > 2 && here.startsWith(want))) return true;
    if (want.length > 3 && stem(here) === stem(want)) return true;
    const slips = want.length > 7 ? 2 : want.length > 3 ? 1 : 0;
    return slips > 0 && lettersApart(here, want, slips) <= slips;
  });
}

/** Splits a text so that what was searched for can be marked. The stretches together are the text. */
export function highlighted(text: string, words: string): Stretch[] {
  const wanted = [...words.matchAll(wordPattern)].map(([word]) => withoutAccents(word));
  const parts: Stretch[] = [];
  const add = (part: string, hit: boolean): void => {
    const last = parts.at(-1);
    if (part === '') return;
    if (last && last.isHit === hit) last.text += part;
    else parts.push({ text: part, isHit: hit });
  };
  let at = 0;
  for (const found of text.matchAll(wordPattern)) {
    add(text.slice(at, found.index), false);
    add(found[0], isHit(found[0], wanted));
    at = found.index + found[0].length;
  }
  add(text.slice(at), false);
  return parts;
}

/** A piece of a long text around the first word that was asked for, at most `length` characters and two ellipses. */
export function excerpt(text: string, words: string, length = 160): string {
  const one = text.replace(/\s+/g, ' ').trim();
  if (one.length <= length) return one;
  const parts = highlighted(one, words);
  const hit = parts.findIndex((part) => part.isHit);
  const before = parts.slice(0, Math.max(0, hit)).reduce((sum, part) => sum + part.text.length, 0);
  const from = hit < 0 ? 0 : Math.max(0, Math.min(before - 40, one.length - length));
  const start = from === 0 ? 0 : one.indexOf(' ', from) + 1;
  const cut = one.slice(start, start + length);
  const end = start + length >= one.length ? cut : cut.replace(/\s\S*$/, '');
  return `${start > 0 ? '… ' : ''}${end}${start + end.length < one.length ? ' …' : ''}`;
}
