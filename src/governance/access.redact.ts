import { identifiersIn, placesOf, readWords } from '../records/index.ts';

/** What stands where something about somebody else was taken out. */
export const leftOut = '[left out]';

interface About {
  /** Names of others that are known to stand with it. */
  others: readonly string[];
  /** The person's own name, and their own numbers and addresses as keys. */
  own: readonly string[];
}

/** Names as they stand in words: whole, and each part of three letters or more. */
const patterns = (name: string): string[] =>
  [name, ...name.split(/[\s-]+/).filter((part) => part.length >= 3)].filter(Boolean);

/** Stretches of words that are about somebody else, in order and apart. */
function stretches(words: string, { others, own }: About): { at: number; length: number }[] {
  const ownWords = own.flatMap(patterns).map((part) => part.toLowerCase());
  const names = others.flatMap(patterns).filter((part) => !ownWords.includes(part.toLowerCase()));
  const found = [
    // A house with its street has no key: whether it is the person's own is for whoever reads it.
    ...identifiersIn(words)
      .filter(({ kind, value }) => kind !== 'address' && !own.includes(value))
      .map(({ at, typed }) => ({ at, length: typed.length })),
    ...placesOf(words, names),
  ].sort((one, other) => one.at - other.at || other.length - one.length);
  const apart: { at: number; length: number }[] = [];
  for (const one of found) {
    const last = apart.at(-1);
    if (!last || one.at >= last.at + last.length) apart.push({ ...one });
    else last.length = Math.max(last.length, one.at + one.length - last.at);
  }
  return apart;
}

/**
 * A text as it can be proposed to be given: names of others that are known, and every telephone number, e-mail address, registration
 * mark, postcode and link that is not the person's own, are taken out. It finds what has a form; a person reads the rest.
 */
export function redacted(text: string, about: About): string {
  const words = readWords(text);
  let result = '';
  let from = 0;
  for (const { at, length } of stretches(words, about)) {
    result += words.slice(from, at) + leftOut;
    from = at + length;
  }
  return result + words.slice(from);
}

/** Something of somebody else that stands in words which are to be given; undefined where nothing is found. */
export function standsIn(given: string, about: About): string | undefined {
  const words = readWords(given);
  const [first] = stretches(words, about);
  return first && words.slice(first.at, first.at + first.length);
}
