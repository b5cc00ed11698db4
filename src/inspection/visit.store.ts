import { type RawBuilder, sql } from 'kysely';
import { inForceOn, inspectionFrequencies } from '../../reference/inspection.ts';
import type { Day } from '../platform/clock/clock.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { premisesPolicy, visitPolicy } from './inspection.policy.ts';

/** An inspection, revisit or joint visit, planned or done. */
export interface Visit {
  id: string;
  reference: string;
  premisesId: string;
  label: string;
  agencyId: string;
  agencyName: string;
  agencyIds: string[];
  kind: string;
  plannedOn: Day;
  visitedOn: Day | null;
  result: string | null;
  findings: string[];
  words: string;
  revisitOn: Day | null;
  officerName: string | null;
  version: number;
}
async function visitsWhere(
  work: Work,
  part: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
): Promise<Visit[]> {
  const { rows } =
    await sql<Visit>`select v.id, v.reference, v.premises_id, v.label, v.agency_id, a.name as agency_name, v.agency_ids, v.kind, v.planned_on,
      v.visited_on, v.result, v.findings, v.words, v.revisit_on, o.name as officer_name, v.version
    from inspection.visit v join directory.agency a on a.id = v.agency_id left join directory.officer o on o.id = v.officer_id
    where ${visitPolicy.visible(work.viewer, 'v')} and ${part} order by ${order}, v.id limit 200`.execute(
      work.db,
    );
  return rows;
}
/** Visits of premises, the latest first. */
export const visitsOf = (work: Work, premisesId: string): Promise<Visit[]> =>
  visitsWhere(work, sql`v.premises_id = ${premisesId}`, sql`v.planned_on desc`);
/** Visits that are still to be made by the viewer's agency or with it, the first first. */
export const plannedVisits = (work: Work): Promise<Visit[]> =>
  visitsWhere(work, sql`v.visited_on is null`, sql`v.planned_on`);
export async function findVisit(work: Work, id: string): Promise<Visit | undefined> {
  return (await visitsWhere(work, sql`v.id = ${id}`, sql`v.planned_on`))[0];
}

/** Premises whose inspection is due, by their risk and the frequency in force. */
export interface DueInspection {
  id: string;
  tradingName: string;
  kind: string;
  risk: string;
  lastOn: Day | null;
  months: number;
  dueOn: Day;
}
/** What is due of the viewer's own agency by a day, the longest overdue first: never inspected is due from the day it was rated. */
export async function dueInspections(work: Work, by: Day): Promise<DueInspection[]> {
  const rules = inForceOn(inspectionFrequencies, work.clock.today()).map(({ kind, risk, months }) => ({
    kind,
    risk,
    months,
  }));
  const { rows } = await sql<DueInspection>`select x.* from (
    select p.id, p.trading_name, p.kind, p.risk, v.visited_on as last_on, f.months,
      case when v.visited_on is null then p.rated_on else (v.visited_on + make_interval(months => f.months))::date end as due_on
    from inspection.premises p
      join lateral (select r.months from jsonb_to_recordset(${JSON.stringify(rules)}::jsonb) r(kind text, risk text, months int)
        where r.risk = p.risk and (r.kind = p.kind or r.kind is null) order by r.kind nulls last limit 1) f on true
      left join lateral (select v.visited_on from inspection.visit v where v.premises_id = p.id and v.kind in ('inspection', 'joint')
        and v.visited_on is not null and v.result <> 'no-access' order by v.visited_on desc limit 1) v on true
    where p.agency_id = ${officerOf(work).agencyId} and ${premisesPolicy.visible(work.viewer, 'p')}) x
    where x.due_on <= ${by}::date order by x.due_on, x.trading_name, x.id limit 200`.execute(work.db);
  return rows;
}

export interface Sample {
  id: string;
  visitId: string;
  what: string;
  result: 'awaited' | 'satisfactory' | 'unsatisfactory';
  version: number;
}
/** Samples of visits, for the agency that took them. */
export async function samplesOf(work: Work, visitIds: readonly string[]): Promise<Sample[]> {
  if (visitIds.length === 0) return [];
  const { rows } =
    await sql<Sample>`select s.id, s.visit_id, s.what, s.result, s.version from inspection.sample s
    join inspection.visit v on v.id = s.visit_id where s.visit_id = any(${[...visitIds]}::uuid[])
      and s.agency_id = ${officerOf(work).agencyId} and ${visitPolicy.visible(work.viewer, 'v')} order by s.taken_at, s.id`.execute(
      work.db,
    );
  return rows;
}
