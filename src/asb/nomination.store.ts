import { sql } from 'kysely';
import type { RiskLevel } from '../../reference/asb.ts';
import type { Day } from '../platform/clock/clock.ts';
import { pageOfRows, type Sorting, sorted } from '../platform/database/sorting.ts';
import type { Work } from '../platform/http/work.ts';
import type { TaskStatus } from '../tasking/index.ts';
import { asbActionPolicy, asbActionRows, contributionPolicy, nominationPolicy } from './asb.policy.ts';
import type { NominationStatus } from './nomination.transitions.ts';

export interface Nomination {
  id: string;
  reference: string;
  seriesId: string;
  seriesName: string;
  chairAgencyId: string;
  chairAgencyName: string;
  agencyId: string;
  agencyName: string;
  agencyIds: string[];
  agencyNames: string[];
  /** The case it comes from, which its own agency alone opens. */
  asbId: string | null;
  category: string;
  subjectName: string;
  words: string;
  status: NominationStatus;
  levelOpen: RiskLevel;
  levelClose: RiskLevel | null;
  outcome: string | null;
  nominatedOn: Day;
  acceptedOn: Day | null;
  closedOn: Day | null;
  version: number;
  sortValue?: string;
}
const columns = sql`n.id, n.reference, n.series_id, s.name as series_name, n.chair_agency_id, h.name as chair_agency_name, n.agency_id, a.name as agency_name,
  n.agency_ids, array(select x.name from directory.agency x where x.id = any (n.agency_ids) order by x.name) as agency_names, n.asb_id, n.category,
  n.subject_name, n.words, n.status, n.level_open, n.level_close, n.outcome, n.nominated_on, n.accepted_on, n.closed_on, n.version`;
const from = sql`asb.nomination n join tasking.series s on s.id = n.series_id join directory.agency h on h.id = n.chair_agency_id
  join directory.agency a on a.id = n.agency_id`;

export async function findNomination(work: Work, id: string): Promise<Nomination | undefined> {
  const { rows } =
    await sql<Nomination>`select ${columns} from ${from} where n.id = ${id} and ${nominationPolicy.visible(work.viewer, 'n')}`.execute(
      work.db,
    );
  return rows[0];
}
const sorting: Sorting = {
  usual: '-nominated',
  id: sql`n.id`,
  columns: { nominated: { value: sql`n.nominated_on`, type: 'date' } },
};
const pageSize = 25;
/** A page of the nominations that the viewer's agency is told of, the latest first, and where the next starts. */
export async function listNominations(
  work: Work,
  filter: {
    status?: NominationStatus | undefined;
    category?: string | undefined;
    asbId?: string | undefined;
    after?: string | undefined;
  },
): Promise<{ nominations: Nomination[]; next: string | null }> {
  const way = sorted(sorting, { after: filter.after });
  const { rows } = await sql<Nomination>`select ${columns}, ${way.value} as sort_value from ${from}
    where ${nominationPolicy.visible(work.viewer, 'n')} and ${way.after ?? sql`true`}
      and ${filter.status ? sql`n.status = ${filter.status}` : sql`true`} and ${filter.category ? sql`n.category = ${filter.category}` : sql`true`}
      and ${filter.asbId ? sql`n.asb_id = ${filter.asbId}` : sql`true`}
    order by ${way.order} limit ${sql.lit(pageSize + 1)}`.execute(work.db);
  const { rows: nominations, next } = pageOfRows(way, rows, pageSize);
  return { nominations, next };
}

export interface Contribution {
  id: string;
  agencyName: string;
  officerName: string;
  kind: string;
  words: string;
  audience: 'group' | 'named';
  audienceNames: string[];
  basis: 'consent' | 'without-consent';
  why: string;
  at: Date;
}
/** What agencies brought, as far as the viewer is of its audience. Of the rest there is no line, no count and no gap. */
export async function listContributions(work: Work, nominationId: string): Promise<Contribution[]> {
  const { rows } =
    await sql<Contribution>`select k.id, a.name as agency_name, o.name as officer_name, k.kind, k.words, k.audience,
      array(select x.name from directory.officer x where x.id = any (k.audience_ids) order by x.name) as audience_names, k.basis, k.why, k.at
    from (select y.*, n.agency_ids from asb.contribution y join asb.nomination n on n.id = y.nomination_id) k
      join directory.agency a on a.id = k.agency_id join directory.officer o on o.id = k.officer_id
    where k.nomination_id = ${nominationId} and ${contributionPolicy.visible(work.viewer, 'k')} order by k.at, k.id`.execute(
      work.db,
    );
  return rows;
}

/** An action with how its task stands. */
export interface AsbAction {
  id: string;
  nominationId: string | null;
  planId: string | null;
  agencyId: string;
  agencyName: string;
  serviceName: string;
  taskId: string;
  taskReference: string;
  part: string | null;
  words: string;
  startsOn: Day;
  dueOn: Day;
  status: TaskStatus;
  resultWords: string | null;
}
/** Listed at most; the page says so. */
export const mostActions = 300;
/** Actions that the viewer's agency has to do or set, of a nomination, a plan, or all of them. */
export async function listActions(
  work: Work,
  of: { nominationId?: string; planId?: string; mine?: 'to-do' | 'set' },
): Promise<AsbAction[]> {
  const own = work.viewer.kind === 'officer' ? work.viewer.agencyId : null;
  const { rows } =
    await sql<AsbAction>`select x.id, x.nomination_id, x.plan_id, x.agency_id, a.name as agency_name, v.name as service_name, x.task_id,
      t.reference as task_reference, x.part, x.words, x.starts_on, t.due_on, t.status, coalesce(t.result_words, t.refused_reason) as result_words
    from ${asbActionRows} x join tasking.task t on t.id = x.task_id join directory.agency a on a.id = x.agency_id join directory.service v on v.id = t.service_id
    where ${asbActionPolicy.visible(work.viewer, 'x')}
      and ${of.nominationId ? sql`x.nomination_id = ${of.nominationId}` : sql`true`} and ${of.planId ? sql`x.plan_id = ${of.planId}` : sql`true`}
      and ${of.mine === 'to-do' ? sql`x.agency_id = ${own}::uuid` : of.mine === 'set' ? sql`x.lead_agency_id = ${own}::uuid` : sql`true`}
    order by ${of.mine === 'set' ? sql`t.status in ('set', 'accepted') desc` : sql`a.name`}, t.due_on, x.id limit ${sql.lit(mostActions)}`.execute(
      work.db,
    );
  return rows;
}
export interface ActionCount {
  agencyId: string;
  agencyName: string;
  open: number;
  overdue: number;
  done: number;
  notDone: number;
}
/** How many actions the viewer's agency set to each agency, and how they stand. */
export async function countActionsSet(work: Work): Promise<ActionCount[]> {
  const own = work.viewer.kind === 'officer' ? work.viewer.agencyId : null;
  const isOpen = sql`t.status in ('set', 'accepted')`;
  const { rows } =
    await sql<ActionCount>`select x.agency_id, a.name as agency_name, count(*) filter (where ${isOpen})::int as open,
      count(*) filter (where ${isOpen} and t.due_on < ${work.clock.today()}::date)::int as overdue, count(*) filter (where t.status = 'done')::int as done,
      count(*) filter (where not (${isOpen}) and t.status <> 'done')::int as not_done
    from ${asbActionRows} x join tasking.task t on t.id = x.task_id join directory.agency a on a.id = x.agency_id
    where ${asbActionPolicy.visible(work.viewer, 'x')} and x.lead_agency_id = ${own}::uuid
    group by x.agency_id, a.name order by a.name, x.agency_id`.execute(work.db);
  return rows;
}
