import { type RawBuilder, sql } from 'kysely';

/** What a search asks of each kind of record. */
export interface SearchAsk {
  /** As typed, trimmed; never empty. */
  words: string;
  /** The words and ones like them, as a query on indexes of words; empty when there is no word in it. */
  alike: string;
  limit: number;
  offset: number;
}

/** One record found: where it is, and two lines about it, in words that this viewer may read. */
export interface Found {
  id: string;
  href: string;
  title: string;
  about: string;
}

/** One page of what was found of a kind. */
export interface FoundPage {
  /** How many there are, counted up to the cap. */
  count: number;
  found: readonly Found[];
  /** Nothing held the very words: these hold words like them. */
  isAlike: boolean;
}

/** Counting stops here: nobody pages further, and counting costs. */
export const searchCap = 500;
export const nothingFound: FoundPage = { count: 0, found: [], isAlike: false };

/** Whether an index of words holds all the words, whatever their endings. */
export const says = (search: RawBuilder<unknown>, words: string): RawBuilder<boolean> =>
  sql<boolean>`${search} @@ websearch_to_tsquery('english', ${words})`;
/** Whether an index of words holds words like them, or a short text nearly the same letters (trigrams). */
export const saysLike = (
  search: RawBuilder<unknown>,
  text: RawBuilder<unknown>,
  ask: Pick<SearchAsk, 'words' | 'alike'>,
): RawBuilder<boolean> =>
  ask.alike === ''
    ? sql<boolean>`${text} %> ${ask.words}`
    : sql<boolean>`(${search} @@ ${ask.alike}::tsquery or ${text} %> ${ask.words})`;

/** The very words first; only where the viewer may see none with those, words like them. */
export async function exactOrAlike(read: (isAlike: boolean) => Promise<FoundPage>): Promise<FoundPage> {
  const exact = await read(false);
  if (exact.count > 0) return exact;
  const alike = await read(true);
  return { ...alike, isAlike: alike.count > 0 };
}

/** How much of the words a text holds: 1 is all of them, letter for letter. */
export const likeness = (text: RawBuilder<unknown>, words: string): RawBuilder<number> =>
  sql<number>`word_similarity(${words}, ${text})`;

/**
 * One page of a query of hits with the columns id, likeness, at, best first and then newest. Only as many hits as the
 * cap are ranked and counted.
 */
export const rankedPage = (hits: RawBuilder<unknown>, ask: SearchAsk): RawBuilder<unknown> =>
  sql`select h.*, count(*) over ()::int as n from (select * from (${hits}) x limit ${searchCap + 1}) h
    order by h.likeness desc, h.at desc nulls last, h.id limit ${ask.limit} offset ${ask.offset}`;

/** A page from rows that carry their count. */
export const pageFrom = <Row extends { n: number }>(
  rows: readonly Row[],
  show: (row: Row) => Found,
): FoundPage => ({
  count: rows[0]?.n ?? 0,
  found: rows.map(show),
  isAlike: false,
});

/** A reference in its one form, whatever case and gaps it was typed with; undefined when it cannot be one. */
export function referenceIn(words: string): string | undefined {
  const found = /^([a-z]{1,4})[\s-]*([a-z0-9]{4})[\s-]*([a-z0-9]{3,4})$/i.exec(words.trim());
  return found?.[1] && found[2] && found[3] ? `${found[1]}-${found[2]}-${found[3]}`.toUpperCase() : undefined;
}
