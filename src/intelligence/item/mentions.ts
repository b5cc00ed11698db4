import { findMentions } from '../../records/index.ts';
import { accountsIn } from './accounts.ts';

/** An identifier that stands in an item, in the one form by which items are held together. */
export interface ItemMention {
  kind: string;
  value: string;
  typed: string;
}

const postcodePattern = /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/gi;

/** What the records' own finder knows, accounts, names in networks, and postcodes: an item is often about a place and nobody. */
export function mentionsIn(text: string): ItemMention[] {
  const postcodes = [...new Set((text.match(postcodePattern) ?? []).map((typed) => typed.toUpperCase()))];
  const places = postcodes.map((typed) => ({ kind: 'postcode', value: typed.replace(/\s/g, ''), typed }));
  return [
    ...accountsIn(text),
    ...findMentions(text).map(({ kind, value, typed }) => ({ kind, value, typed })),
    ...new Map(places.map((place) => [place.value, place])).values(),
  ];
}

/** Paragraphs as whoever wrote them parted them: by empty lines. All of them: what is cut here is graded and read by nobody. */
export const paragraphsIn = (text: string): string[] =>
  text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter(Boolean);
