import { sql } from 'kysely';
import { flyTipActions } from '../../../reference/fly-tip.ts';
import type { Day } from '../../platform/clock/clock.ts';
import { officerOf, type Work } from '../../platform/http/work.ts';
import { reportPolicy } from '../report.policy.ts';
import { flyTipIssue } from './fly-tip.forms.ts';

/** What was recorded of a fly-tip for the national return. */
export interface FlyTip {
  landType: string;
  wasteType: string;
  wasteSize: string;
  isEvidence: boolean;
  clearancePence: number | null;
  version: number;
}
export interface FlyTipAction {
  id: string;
  action: string;
  onDay: Day;
  costPence: number | null;
  outcome: string | null;
}
/** What the viewer's agency recorded of a report that it was given. */
export async function findFlyTip(
  work: Work,
  reportId: string,
): Promise<{ tip: FlyTip | undefined; actions: FlyTipAction[] }> {
  const own = officerOf(work).agencyId;
  const { rows } =
    await sql<FlyTip>`select f.land_type, f.waste_type, f.waste_size, f.is_evidence, f.clearance_pence, f.version
    from intake.fly_tip f where f.report_id = ${reportId} and f.agency_id = ${own}`.execute(work.db);
  const { rows: actions } = await sql<FlyTipAction>`select a.id, a.action, a.on_day, a.cost_pence, a.outcome
    from intake.fly_tip_action a where a.report_id = ${reportId} and a.agency_id = ${own} order by a.on_day, a.recorded_at, a.id`.execute(
    work.db,
  );
  return { tip: rows[0], actions };
}

/** One incident of the return: a report of fly-tipping that is no duplicate, with what was recorded of it. */
export interface FlyTipIncident {
  id: string;
  reference: string;
  receivedOn: Day;
  districtCode: string | null;
  wardCode: string | null;
  landType: string | null;
  wasteType: string | null;
  wasteSize: string | null;
  isEvidence: boolean | null;
  clearancePence: number | null;
  actionPence: number | null;
  /** How often each action of the ladder was taken, in the ladder's order. */
  actions: number[];
}
/** How many incidents a page shows; the file of the return holds them all. */
export const incidentsShown = 200;
/** Days of the return, and a line of its totals where the incidents of one alone are meant. */
export interface FlyTipScope {
  from: Day;
  to: Day;
  part?: FlyTipTotal['part'] | undefined;
  code?: string | undefined;
}
const columnOf = { land: 'f.landType', waste: 'f.wasteType', size: 'f.wasteSize' } as const;
const ofLine = ({ part, code }: FlyTipScope) => {
  if (!part || code === undefined) return sql``;
  return part === 'action'
    ? sql`and exists (select 1 from intake.fly_tip_action x where x.report_id = f.report_id and x.agency_id = f.agency_id and x.action = ${code})`
    : sql`and ${sql.ref(columnOf[part])} = ${code}`;
};
/** Incidents with the viewer's own agency, received in some days, the first first. */
export async function listIncidents(
  work: Work,
  scope: FlyTipScope,
  limit: number,
  after?: { receivedOn: Day; id: string },
): Promise<FlyTipIncident[]> {
  const { from, to } = scope;
  const own = officerOf(work).agencyId;
  const ladder = flyTipActions.map(({ code }) => code);
  const { rows } =
    await sql<FlyTipIncident>`select r.id, r.reference, d.day as received_on, r.district_code, r.ward_code,
      f.land_type, f.waste_type, f.waste_size, f.is_evidence, f.clearance_pence,
      (select sum(a.cost_pence)::int from intake.fly_tip_action a where a.report_id = r.id and a.agency_id = r.owner_agency_id) as action_pence,
      (select array_agg((select count(*)::int from intake.fly_tip_action a where a.report_id = r.id and a.agency_id = r.owner_agency_id and a.action = l.code)
        order by l.n) from unnest(${ladder}::text[]) with ordinality l(code, n)) as actions
    from intake.report r cross join lateral (select (r.received_at at time zone 'Europe/London')::date as day) d
      left join intake.fly_tip f on f.report_id = r.id and f.agency_id = r.owner_agency_id
    where r.issue_type = ${flyTipIssue} and r.status <> 'duplicate' and r.owner_agency_id = ${own} and ${reportPolicy.visible(work.viewer, 'r')}
      and r.received_at >= (${from}::date::timestamp at time zone 'Europe/London') and r.received_at < ((${to}::date + 1)::timestamp at time zone 'Europe/London')
      ${ofLine(scope)}
      ${after ? sql`and (d.day, r.id) > (${after.receivedOn}::date, ${after.id}::uuid)` : sql``}
    order by d.day, r.id limit ${limit}`.execute(work.db);
  return rows;
}

/** A line of the totals: incidents of a land, a waste or a size, or actions of a rung with what they cost. */
export interface FlyTipTotal {
  part: 'land' | 'waste' | 'size' | 'action';
  code: string;
  count: number;
  pence: number;
}
/** The totals of the return: of every incident that was described, and of every action on one. */
export async function flyTipTotals(work: Work, { from, to }: { from: Day; to: Day }): Promise<FlyTipTotal[]> {
  const own = officerOf(work).agencyId;
  const { rows } = await sql<FlyTipTotal>`with tip as (
      select f.* from intake.report r join intake.fly_tip f on f.report_id = r.id and f.agency_id = r.owner_agency_id
      where r.issue_type = ${flyTipIssue} and r.status <> 'duplicate' and r.owner_agency_id = ${own} and ${reportPolicy.visible(work.viewer, 'r')}
        and r.received_at >= (${from}::date::timestamp at time zone 'Europe/London') and r.received_at < ((${to}::date + 1)::timestamp at time zone 'Europe/London'))
    select p.part, p.code, count(*)::int as count, coalesce(sum(p.pence), 0)::int as pence from (
      select 'land' as part, land_type as code, clearance_pence as pence from tip
      union all select 'waste', waste_type, clearance_pence from tip
      union all select 'size', waste_size, clearance_pence from tip
      union all select 'action', a.action, a.cost_pence from tip join intake.fly_tip_action a on a.report_id = tip.report_id and a.agency_id = tip.agency_id) p
    group by p.part, p.code order by p.part, p.code`.execute(work.db);
  return rows;
}
