import { type RawBuilder, sql } from 'kysely';

/** What a search asks of each kind of record. */
export interface SearchAsk {
  /** As typed, trimmed; never empty. */
  words: string;
  /**
   * Left out: the very words are looked for. Else words like them: the query for an index of words, empty when there is
   * no word in what was typed.
   */
  alike?: string | undefined;
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
}

/** Counting stops here: nobody pages further, and counting costs. */
export const searchCap = 500;
export const nothingFound: FoundPage = { count: 0, found: [] };

/** A text, or words that are typed, as searches compare them: without accents. */
export const folded = (text: RawBuilder<unknown> | string): RawBuilder<string> =>
  sql<string>`platform.folded(${text})`;

/** Words that are typed, as a question to an index of words: with its quotation marks and exclusions. */
export const askedWords = (words: string): RawBuilder<unknown> =>
  sql`websearch_to_tsquery('english', ${folded(words)})`;

/** Whether an index of words holds what is asked: all the words, or ones like them, or a short text nearly the same letters. */
export function says(
  search: RawBuilder<unknown>,
  text: RawBuilder<unknown>,
  ask: Pick<SearchAsk, 'words' | 'alike'>,
): RawBuilder<boolean> {
  if (ask.alike === undefined) return sql<boolean>`${search} @@ ${askedWords(ask.words)}`;
  return ask.alike === ''
    ? sql<boolean>`${folded(text)} %> ${folded(ask.words)}`
    : sql<boolean>`(${search} @@ ${ask.alike}::tsquery or ${folded(text)} %> ${folded(ask.words)})`;
}

/** How much of the words a text holds: 1 is all of them, letter for letter. */
export const likeness = (text: RawBuilder<unknown>, words: string): RawBuilder<number> =>
  sql<number>`word_similarity(${folded(words)}, ${folded(text)})`;

/**
 * One page of a query of hits with the columns id, likeness, at, best first and then newest. Only as many hits as the
 * cap are ranked and counted.
 */
export const rankedPage = (hits: RawBuilder<unknown>, ask: SearchAsk): RawBuilder<unknown> =>
  sql`with hit as materialized (select * from (${hits}) x limit ${sql.lit(searchCap)})
    select h.*, (select count(*)::int from hit) as n from hit h
    order by h.likeness desc, h.at desc nulls last, h.id limit ${sql.lit(ask.limit)} offset ${ask.offset}`;

/** A page from rows that carry their count. */
export const pageFrom = <Row extends { n: number }>(
  rows: readonly Row[],
  show: (row: Row) => Found,
): FoundPage => ({
  count: rows[0]?.n ?? 0,
  found: rows.map(show),
});

/** A reference in its one form, whatever case and gaps it was typed with; undefined when it cannot be one. */
export function referenceIn(words: string): string | undefined {
  const found = /^([a-z]{1,4})[\s-]*([a-z0-9]{4})[\s-]*([a-z0-9]{3,4})$/i.exec(words.trim());
  return found?.[1] && found[2] && found[3] ? `${found[1]}-${found[2]}-${found[3]}`.toUpperCase() : undefined;
}
