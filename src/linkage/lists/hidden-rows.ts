import { sql } from 'kysely';
import type { Work } from '../../platform/http/work.ts';
import { listFields } from './list.words.ts';
import type { DraftRow, ListMapping } from './list-row.ts';

const postcode = /\b[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{1,2}\b/i;

/** Whether a cell holds a place although its column is called after something else: of a row whose cells a comma has moved. */
const holdsPlace = (field: string, value: string): boolean =>
  postcode.test(value) ||
  (field === 'phone' && /[a-z]{4}/i.test(value)) ||
  (/name/i.test(field) && /\d/.test(value));

/** The cells of a row that were chosen as something else than a place. A column that nobody chose may say where somebody lives. */
export function withoutPlace(
  given: Readonly<Record<string, string>>,
  mapping: ListMapping,
): Record<string, string> {
  const where = [mapping.address, mapping.postcode];
  return Object.fromEntries(
    Object.entries(mapping).flatMap(([field, column]) => {
      if (column === undefined || where.includes(column)) return [];
      const value = given[column] ?? '';
      return [[column, holdsPlace(field, value) ? '' : value]];
    }),
  );
}

const bare = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/**
 * Whether a row says of itself that its address must stay hidden, before anybody has said which column is what: in a column
 * of such a name, or in the one that was chosen for the list before.
 */
export function asksHiding(row: Readonly<Record<string, string>>, before: ListMapping): boolean {
  const names = listFields.find(({ field }) => field === 'addressHidden')?.names;
  return Object.entries(row).some(
    ([column, value]) =>
      (column === before.addressHidden || names?.test(bare(column))) &&
      /^(y|yes|true|1)$/i.test(value.trim()),
  );
}

/** Of rows that come to a list, those of somebody whose address is hidden. The worker's. */
export async function hiddenOnArrival(
  { db }: Work,
  listId: string,
  drafts: readonly DraftRow[],
): Promise<ReadonlySet<DraftRow>> {
  const { rows } = await sql<{ place: number }>`select place from linkage.hidden_on_arrival(${listId},
    ${drafts.map(({ sourceKey }) => sourceKey)}::text[], ${drafts.map(({ label }) => label)}::text[],
    ${drafts.map(({ fields }) => fields.dateOfBirth ?? '')}::text[])`.execute(db);
  return new Set(rows.flatMap(({ place }) => drafts[place - 1] ?? []));
}

/** The places, from nought, of texts that name somebody whose address is hidden, other than by their own label. */
export async function namesHidden(
  { db }: Work,
  given: readonly { text: string; label: string }[],
): Promise<ReadonlySet<number>> {
  const { rows } = await sql<{ place: number }>`select place from linkage.names_hidden(
    ${given.map(({ text }) => text)}::text[], ${given.map(({ label }) => label)}::text[]) as n (place)`.execute(
    db,
  );
  return new Set(rows.map(({ place }) => place - 1));
}
