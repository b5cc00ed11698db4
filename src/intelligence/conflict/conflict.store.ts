import { sql } from 'kysely';
import type { Day } from '../../platform/clock/clock.ts';
import { officerOf, type Work } from '../../platform/http/work.ts';
import { itemPolicy } from '../item/item.policy.ts';

/** What stays closed to one officer since they supported one case at court. */
export interface Conflict {
  officerId: string;
  officerName: string;
  fileReference: string;
  since: Day;
  /** Items of the unit, those of the sources behind the case included. */
  items: number;
  /** Of what was closed, opened again by a manager's word: how much, by whom and why the last time. */
  reopened: number;
  reopenedByName: string | null;
  reopenWhy: string | null;
}

/** Listed at most; the page says so. */
export const mostConflicts = 200;

/** To whom something of the unit is closed, by which case, and how much: never which. */
export async function listConflicts(work: Work): Promise<Conflict[]> {
  const { rows } =
    await sql<Conflict>`select o.id as officer_id, o.name as officer_name, c.file_reference, min(c.since) as since,
      (count(*) filter (where c.reopened_on is null))::int as items, count(c.reopened_on)::int as reopened,
      (array_agg(r.name order by c.reopened_on desc) filter (where c.reopened_on is not null))[1] as reopened_by_name,
      (array_agg(c.reopen_why order by c.reopened_on desc) filter (where c.reopened_on is not null))[1] as reopen_why
    from intelligence.closed_item c join directory.officer o on o.id = c.officer_id left join directory.officer r on r.id = c.reopened_by
    where ${itemPolicy.visible(work.viewer, 'c')} group by o.id, o.name, c.file_reference
    order by min(c.since) desc, o.name, c.file_reference limit ${sql.lit(mostConflicts)}`.execute(work.db);
  return rows;
}

/** Opens to an officer what one case closed to them; how many items. The database refuses it of the viewer's own. */
export async function openAgain(
  work: Work,
  given: { officerId: string; fileReference: string; reopenWhy: string },
): Promise<number> {
  const { numAffectedRows } =
    await sql`update intelligence.closed_item c set reopened_on = ${work.clock.today()}::date,
      reopened_by = ${officerOf(work).officerId}::uuid, reopen_why = ${given.reopenWhy}
    where c.officer_id = ${given.officerId}::uuid and c.file_reference = ${given.fileReference} and c.reopened_on is null
      and ${itemPolicy.visible(work.viewer, 'c')}`.execute(work.db);
  return Number(numAffectedRows ?? 0);
}

/** Whether the viewer, when they were of the unit, had a hand in a package that they are now given. The database tells each of themselves alone. */
export async function hadHandIn(work: Work, packageIds: readonly string[]): Promise<boolean> {
  const { rows } = await sql`select 1 from dissemination.handled h
    where h.package_id = any(${[...packageIds]}::uuid[]) and h.officer_id = ${officerOf(work).officerId} limit 1`.execute(
    work.db,
  );
  return rows.length > 0;
}

/** Whether the viewer, before they came to the unit, had a hand in the file that an enquiry is about. */
export async function workedOnFile(work: Work, enquiryId: string): Promise<boolean> {
  const { rows } = await sql`select 1 from dissemination.enquiry_worker w
    where w.enquiry_id = ${enquiryId} and w.officer_id = ${officerOf(work).officerId}`.execute(work.db);
  return rows.length > 0;
}
