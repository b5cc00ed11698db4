import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../platform/clock/clock.ts';
import type { Sorted, Sorting } from '../platform/database/sorting.ts';
import type { Work } from '../platform/http/work.ts';
import { folded } from '../platform/search/found.ts';
import {
  agencyOf,
  askedAgainOn,
  columns,
  joins,
  points,
  risk,
  seen,
  type VictimFile,
  withPoints,
} from './file.store.ts';
import { visitPolicy } from './register.policy.ts';

/** How the register can be sorted. */
export const fileSorting: Sorting = {
  usual: '-priority',
  second: 'name',
  id: sql`f.id`,
  columns: {
    priority: { value: points, type: 'integer' },
    name: { value: sql`f.name`, type: 'text' },
    status: { value: sql`f.status`, type: 'text' },
    opened: { value: sql`f.opened_at`, type: 'timestamptz' },
  },
};

/** What the register is narrowed to. */
export interface FileFilter {
  route?: string | undefined;
  status?: string | undefined;
  risk?: string | undefined;
  lead?: 'ours' | 'offered' | undefined;
  due?: boolean | undefined;
  /** A name, with slips of the pen, or a reference. */
  words?: string | undefined;
  /** Nobody of the viewer's agency is to visit them. */
  visit?: 'none' | undefined;
}

/** The next day on which the viewer's agency is to visit the person of a file. */
const nextVisitOn = (work: Work) =>
  sql<Day | null>`(with recursive kin as (
      select f.id union all select k.id from kin join safeguarding.victim_file k on k.joined_into = kin.id)
    select min(v.planned_on) from safeguarding.visit v where v.file_id in (select kin.id from kin) and v.state = 'planned'
      and v.planned_on >= ${work.clock.today()}::date and ${visitPolicy.visible(work.viewer, 'v')})`;
const escaped = (words: string): string => words.replace(/[\\%_]/g, '\\$&');

function narrowed(work: Work, filter: FileFilter): RawBuilder<unknown>[] {
  const agencyId = agencyOf(work);
  return [
    seen(work),
    sql`f.joined_into is null`,
    ...(filter.route ? [sql`f.route = ${filter.route}`] : []),
    ...(filter.status ? [sql`f.status = ${filter.status}`] : []),
    ...(filter.risk ? [sql`${risk} = ${filter.risk}`] : []),
    ...(filter.lead === 'ours' ? [sql`f.lead_agency_id = ${agencyId}`] : []),
    ...(filter.lead === 'offered' ? [sql`f.offered_agency_id = ${agencyId}`] : []),
    ...(filter.words
      ? [
          sql`(f.reference = ${filter.words.toUpperCase()} or ${folded(sql`f.name`)} ilike ${folded(`%${escaped(filter.words)}%`)} or ${folded(sql`f.name`)} %> ${folded(filter.words)})`,
        ]
      : []),
    ...(filter.visit === 'none' ? [sql`${nextVisitOn(work)} is null`] : []),
    ...(filter.due ? [sql`${askedAgainOn} <= ${work.clock.today()}::date`] : []),
  ];
}

/** A line of the register. */
export type ListedFile = VictimFile & { sortValue: string; nextVisitOn: Day | null };

/** A page of the register. */
export async function listFiles(
  work: Work,
  asked: { filter: FileFilter; sorted: Sorted; limit: number },
): Promise<ListedFile[]> {
  const { order, after, value } = asked.sorted;
  const parts = [...narrowed(work, asked.filter), ...(after ? [after] : [])];
  const { rows } =
    await sql<ListedFile>`select ${columns}, ${nextVisitOn(work)} as next_visit_on, ${value} as sort_value
    from safeguarding.victim_file f ${joins(work)} where ${sql.join(parts, sql` and `)} order by ${order} limit ${sql.lit(asked.limit)}`.execute(
      work.db,
    );
  return rows;
}

export async function countFiles(work: Work, filter: FileFilter): Promise<number> {
  const { rows } = await sql<{
    n: number;
  }>`select count(*)::int as n from safeguarding.victim_file f ${withPoints(work)}
    where ${sql.join(narrowed(work, filter), sql` and `)}`.execute(work.db);
  return rows[0]?.n ?? 0;
}
