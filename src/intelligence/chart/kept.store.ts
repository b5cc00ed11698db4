import { sql } from 'kysely';
import { officerOf, type Work } from '../../platform/http/work.ts';
import { type ChartInput, chartQuery } from './chart.forms.ts';
import { keptPolicy } from './kept.policy.ts';

/** A chart that the viewer kept. */
export interface KeptChart {
  id: string;
  name: string;
  startId: string;
  seen: ChartInput;
  keptAt: Date;
}

export const mostKept = 100;

async function keptWhere(work: Work, id: string | undefined): Promise<KeptChart[]> {
  const { rows } = await sql<
    Omit<KeptChart, 'seen'> & { seen: unknown }
  >`select k.id, k.name, k.start_id, k.seen, k.kept_at
    from intelligence.kept_chart k where ${keptPolicy.visible(work.viewer, 'k')} ${id ? sql`and k.id = ${id}` : sql``}
    order by k.kept_at desc, k.id limit ${sql.lit(mostKept)}`.execute(work.db);
  // Read as an address is: what a later version does not know is as if it were not said.
  return rows.map((row) => ({ ...row, seen: chartQuery.parse(row.seen) }));
}
export const listKept = (work: Work): Promise<KeptChart[]> => keptWhere(work, undefined);
export const findKept = async (work: Work, id: string): Promise<KeptChart | undefined> =>
  (await keptWhere(work, id))[0];

/** Keeps a chart under a name; what the viewer kept under the same name before is this from now on. */
export async function keep(
  work: Work,
  given: { name: string; startId: string; seen: Record<string, unknown> },
): Promise<string> {
  const { officerId, agencyId } = officerOf(work);
  const row = { startId: given.startId, seen: JSON.stringify(given.seen), keptAt: work.clock.now() };
  const { id } = await work.db
    .insertInto('intelligence.keptChart')
    .values({ id: work.ids.next(), agencyId, officerId, name: given.name, ...row })
    .onConflict((there) => there.columns(['officerId', 'name']).doUpdateSet(row))
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Discards a kept chart of the viewer; false where there is none. */
export async function discardKept(work: Work, id: string): Promise<boolean> {
  const { officerId } = officerOf(work);
  const done = await work.db
    .deleteFrom('intelligence.keptChart')
    .where('id', '=', id)
    .where('officerId', '=', officerId)
    .executeTakeFirst();
  return done.numDeletedRows === 1n;
}
