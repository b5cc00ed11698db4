import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../platform/clock/clock.ts';
import type { Work } from '../platform/http/work.ts';
import { teamPolicy } from './jet.policy.ts';

/** A targeted patrol plan. */
export interface Plan {
  id: string;
  reference: string;
  teamId: string;
  agencyId: string;
  title: string;
  districtCode: string;
  districtName: string | null;
  place: string;
  orderReference: string | null;
  fromOn: Day;
  toOn: Day;
  priority: string;
  lines: string[];
  words: string;
  status: 'open' | 'ended';
  version: number;
  /** Patrols logged, and the intelligence forms that were sent after them: how many alone. */
  patrols: number;
  formsSent: number;
}
/** Patrols with their time: one whose time was withdrawn is none, and the day is the one that the time says. */
const standing = sql`jet.patrol r join jet.time_entry e on e.id = r.entry_id and e.withdrawn_at is null`;

async function plansWhere(work: Work, part: RawBuilder<unknown>, limit: number): Promise<Plan[]> {
  const { rows } =
    await sql<Plan>`select p.id, p.reference, p.team_id, p.agency_id, p.title, p.district_code, d.name as district_name, p.place,
      p.order_reference, p.from_on, p.to_on, p.priority, p.lines, p.words, p.status, p.version,
      (select count(*)::int from ${standing} where r.plan_id = p.id) as patrols,
      (select coalesce(sum(r.forms_sent), 0)::int from ${standing} where r.plan_id = p.id) as forms_sent
    from jet.plan p left join directory.area d on d.code = p.district_code
    where ${teamPolicy.visible(work.viewer, 'p')} and ${part} order by p.to_on desc, p.id limit ${sql.lit(limit)}`.execute(
      work.db,
    );
  return rows;
}
/** Patrol plans of the viewer's agency, those that end last first. */
export const listPlans = (work: Work): Promise<Plan[]> => plansWhere(work, sql`true`, 100);
/** Plans that are open on a day, to log against. */
export const plansOn = (work: Work, day: Day): Promise<Plan[]> =>
  plansWhere(work, sql`p.status = 'open' and ${day}::date between p.from_on and p.to_on`, 50);
export const findPlan = async (work: Work, id: string): Promise<Plan | undefined> =>
  (await plansWhere(work, sql`p.id = ${id}`, 1))[0];

/** A patrol of a plan. */
export interface Patrol {
  id: string;
  reference: string;
  officerName: string;
  onDay: Day;
  minutes: number;
  lines: string[];
  words: string;
  formsSent: number;
}
/** Patrols of a plan that the viewer may see, the latest first. */
export async function listPatrols(work: Work, planId: string): Promise<Patrol[]> {
  const { rows } =
    await sql<Patrol>`select r.id, r.reference, o.name as officer_name, e.on_day, r.lines, r.words, r.forms_sent, e.minutes
    from ${standing} join jet.plan p on p.id = r.plan_id join directory.officer o on o.id = r.officer_id
    where ${teamPolicy.visible(work.viewer, 'p')} and p.id = ${planId} order by e.on_day desc, r.made_at desc, r.id limit 500`.execute(
      work.db,
    );
  return rows;
}
