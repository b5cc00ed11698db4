import { sql } from 'kysely';
import type { Work } from '../../platform/http/work.ts';
import { reportPolicy } from '../report.policy.ts';

/** Reports of a load, and how many of them would stay if it were undone. */
export async function countKept({ db }: Work, run: { id: string }): Promise<{ inAll: number; kept: number }> {
  const { rows } = await sql<{ inAll: number; kept: number }>`
    select count(*)::int as in_all, count(intake.worked_on(r))::int as kept
    from intake.report r where r.import_id = ${run.id}`.execute(db);
  return rows[0] ?? { inAll: 0, kept: 0 };
}

/** A report that stays when its load is undone, because it was changed itself. */
export interface KeptReport {
  id: string;
  reference: string;
}

/** Most reports listed. */
export const keptShown = 100;

/**
 * The reports that would stay because they were changed themselves, which whoever may see them sees on their pages. What
 * else rests on a report (a case, a penalty, a record) may be hidden from the viewer: those reports are only counted.
 */
export async function listKept({ db, viewer }: Work, run: { id: string }): Promise<KeptReport[]> {
  const { rows } = await sql<KeptReport>`select r.id, r.reference from intake.report r
    where r.import_id = ${run.id} and r.version > 1 and not r.is_sensitive and ${reportPolicy.visible(viewer, 'r')}
    order by r.reference limit ${sql.lit(keptShown)}`.execute(db);
  return rows;
}
