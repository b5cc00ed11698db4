import { sql } from 'kysely';
import type { Work } from '../../platform/http/work.ts';
import type { SeenIdentity } from './identity.queries.ts';

/** The same words stand in the database's `linkage.says_where`, which a test holds to this. */
const placeWords =
  /addr|post.?code|pcode|uprn|town|\bcity|village|localit|parish|place|house|flat|building|street|\broad|estate|county|district|\bward|sector|position|latitude|longitude|easting|northing/i;

/** Whether a field, or a piece of evidence named after one, says where somebody lives. */
export const saysWhere = (name: string): boolean => placeWords.test(name);

/** Stands where an address would stand. */
export const addressHidden = 'Hidden: do not ask, show or write down';

/**
 * Which records' addresses must not be shown: those marked as hidden, and every record of the same person as one that is, since
 * another list's row of that person may hold the very address (domain 2.18).
 */
export async function hiddenAddresses(
  { db }: Work,
  identities: Iterable<SeenIdentity>,
): Promise<ReadonlySet<string>> {
  const groups = [...new Set(identities)].map(({ members }) => members);
  const { rows } = await sql<{ recordId: string }>`select h.record_id from records.hidden_address h
    where h.record_id = any(${groups.flat()}::uuid[])`.execute(db);
  const marked = new Set(rows.map(({ recordId }) => recordId));
  return new Set(groups.filter((members) => members.some((member) => marked.has(member))).flat());
}

/** Fields without those that say where somebody lives. */
export const withoutPlace = (fields: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !saysWhere(name)));
