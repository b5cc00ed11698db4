import { sql } from 'kysely';
import type { Work } from '../platform/http/work.ts';
import { recordPolicy } from '../records/index.ts';

const plain = (words: string): string => words.normalize('NFKC').replace(/\s+/g, ' ').trim();
const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Whether a name stands in a text as a whole, however it is written. */
export const standsIn = (text: string, name: string): boolean =>
  new RegExp(`(?<![\\p{L}\\p{N}])${escaped(plain(name))}(?![\\p{L}\\p{N}])`, 'iu').test(plain(text));

/** What reaches one person: an e-mail address or a telephone number. */
export const contactsIn = (text: string): string[] => [
  ...(text.match(/[^\s@<>()]+@[^\s@<>()]+\.\p{L}{2,}/gu) ?? []),
  ...(text.match(/(?<!\d)(?:\+44|0)(?:[\s()-]*\d){9,10}(?!\d)/g) ?? []),
];

/** Two to four words in a row that are written as names are. */
export function maybeNames(text: string): string[] {
  const runs = plain(text).match(/\p{Lu}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]*)+/gu) ?? [];
  const found = new Set<string>();
  for (const run of runs) {
    const words = run.split(' ');
    for (let from = 0; from < words.length; from += 1)
      for (let size = 2; size <= 4 && from + size <= words.length; size += 1)
        found.add(words.slice(from, from + size).join(' '));
  }
  return [...found];
}

/**
 * Whom a text that is to be published names, as far as the viewer may know of them: people of the own agency's enforcement files, people of
 * received records that the viewer may see, and what reaches somebody. A first or a family name alone is too many people to be told of.
 */
export async function namedInText(work: Work, text: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select distinct n.name from (
      select q.name from enforcement.penalty_recipient q
      union all select s.name from enforcement.protection_subject s
      union all select o.name from enforcement.closure_occupant o
      union all select e.keeper_name from enforcement.abandoned_enquiry e) n
    where n.name like '%_ _%' and position(lower(n.name) in lower(${plain(text)})) > 0
    union select r.label from records.received_record r
    where r.kind = 'person' and r.label = any(${maybeNames(text)}::text[]) and ${recordPolicy.visible(work.viewer, 'r')}`.execute(
    work.db,
  );
  return [...rows.map(({ name }) => name).filter((name) => standsIn(text, name)), ...contactsIn(text)].sort();
}
