import { sql } from 'kysely';
import { penaltyPolicy } from '../enforcement/index.ts';
import type { Day } from '../platform/clock/clock.ts';
import type { Work } from '../platform/http/work.ts';

/** A penalty for the sale of alcohol to a child that was paid, if the viewer may see it. */
export async function findPaidPenalty(
  work: Work,
  id: string,
): Promise<{ offenceOn: Day; isOfTest: boolean } | undefined> {
  const { rows } = await sql<{ offenceOn: Day; isOfTest: boolean }>`select n.offence_on,
      exists (select 1 from inspection.follow_up u where u.penalty_id = n.id) as is_of_test
    from enforcement.penalty n where n.id = ${id} and n.offence = 'pnd-upper-tier' and n.status in ('paid-early', 'paid-full')
      and n.offence_on is not null and ${penaltyPolicy.visible(work.viewer, 'n')}`.execute(work.db);
  return rows[0];
}
