import { mentionsIn } from '../intelligence/index.ts';

/** What stands where something about somebody else was taken out. */
export const leftOut = '[left out]';
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Names as they stand in words: whole, and each part of three letters or more. */
const patterns = (name: string): string[] =>
  [name, ...name.split(/\s+/).filter((part) => part.length >= 3)].filter(Boolean);

/**
 * A text as it can be proposed to be given: names of others that are known, and every telephone number, e-mail address, registration
 * mark and postcode that is not the person's own, are taken out. It finds what has a form; a person reads the rest.
 */
export function redacted(
  text: string,
  { others, own }: { others: readonly string[]; own: readonly string[] },
): string {
  let result = text;
  for (const { typed, value } of mentionsIn(text))
    if (!own.includes(value)) result = result.replaceAll(typed, leftOut);
  const ownWords = own.flatMap(patterns).map((part) => part.toLowerCase());
  for (const part of others.flatMap(patterns))
    if (!ownWords.includes(part.toLowerCase()))
      result = result.replace(new RegExp(`\\b${escaped(part)}\\b`, 'gi'), leftOut);
  return result;
}

/** Something of somebody else that stands in words which are to be given; undefined where nothing is found. */
export function standsIn(
  words: string,
  about: { others: readonly string[]; own: readonly string[] },
): string | undefined {
  const after = redacted(words, about);
  if (after === words) return undefined;
  let at = 0;
  while (words[at] === after[at]) at += 1;
  return words.slice(at).split(/\s/)[0];
}
