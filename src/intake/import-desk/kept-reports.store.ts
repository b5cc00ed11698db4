import { sql } from 'kysely';
import type { Work } from '../../platform/http/work.ts';
import { reportPolicy } from '../report.policy.ts';

/** Reports of a load, and those of them that would stay if it were undone. */
export async function countKept(
  { db }: Work,
  run: { id: string },
): Promise<{ inAll: number; kept: number; restricted: number }> {
  const { rows } = await sql<{ inAll: number; kept: number; restricted: number }>`
    select count(*)::int as in_all, count(why)::int as kept, (count(*) filter (where why = 'restricted'))::int as restricted
    from (select intake.worked_on(r) as why from intake.report r where r.import_id = ${run.id}) each`.execute(
    db,
  );
  return rows[0] ?? { inAll: 0, kept: 0, restricted: 0 };
}

/** A report that stays when its load is undone, and why. */
export interface KeptReport {
  id: string;
  reference: string;
  why: string;
}

/** The reports that would stay, as far as the viewer may see them; those that are restricted are only counted. */
export async function listKept(
  { db, viewer }: Work,
  run: { id: string },
  limit: number,
): Promise<KeptReport[]> {
  const { rows } = await sql<KeptReport>`select * from (
      select r.id, r.reference, intake.worked_on(r) as why from intake.report r
      where r.import_id = ${run.id} and not r.is_sensitive and ${reportPolicy.visible(viewer, 'r')}) each
    where why is not null order by reference limit ${limit}`.execute(db);
  return rows;
}
