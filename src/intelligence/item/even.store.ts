import { sql } from 'kysely';
import type { Work } from '../../platform/http/work.ts';

/** An id that nothing has. */
const ofNothing = '00000000-0000-4000-8000-000000000000';

/**
 * Ids as they may be looked for: of what is closed to the viewer, the id of nothing in its place. The database's own fence works out what is
 * closed only once it comes upon a row, so that a row which is there and closed takes longer than none, by a millisecond where much is
 * closed. Here that is worked out for every id alike, and what is closed is then looked for as what is not there
 * (`npm run bench:wall`: a sensitive item, a profile of what it names).
 */
export async function evenly(
  { db, viewer }: Work,
  what: 'item' | 'link',
  ids: readonly string[],
): Promise<string[]> {
  // No other side reads any of it.
  if (viewer.side !== 'INTEL') return [...ids];
  const closed = sql.raw(
    what === 'item' ? 'intelligence.closed_to_viewer()' : 'intelligence.links_closed_to_viewer()',
  );
  const { rows } = await sql<{
    id: string;
  }>`select case when a.id = any((select ${closed})::uuid[]) then ${ofNothing}::uuid else a.id end as id
    from unnest(${[...ids]}::uuid[]) with ordinality a (id, place) order by a.place`.execute(db);
  return rows.map(({ id }) => id);
}
