import { sql } from 'kysely';
import type { Day } from '../platform/clock/clock.ts';
import type { Work } from '../platform/http/work.ts';
import { releasePlanPolicy } from './asb.policy.ts';
import type { AsbAction } from './nomination.store.ts';

export interface ReleasePlan {
  id: string;
  reference: string;
  asbId: string;
  breachId: string;
  custodyFrom: Day | null;
  nominationId: string | null;
  nominationReference: string | null;
  agencyId: string;
  leadAgencyId: string;
  leadAgencyName: string;
  releaseOn: Day;
  required: string[];
  escalateOn: Day;
  escalatedOn: Day | null;
  missing: string[];
  version: number;
}
/** Plans that the viewer's agency keeps or leads. */
export async function listPlans(
  work: Work,
  of: { id?: string; asbId?: string; nominationId?: string; isAhead?: boolean },
): Promise<ReleasePlan[]> {
  const { rows } =
    await sql<ReleasePlan>`select p.id, p.reference, p.asb_id, p.breach_id, b.custody_from, p.nomination_id, n.reference as nomination_reference, p.agency_id, p.lead_agency_id,
      a.name as lead_agency_name, p.release_on, p.required, p.escalate_on, p.escalated_on, p.missing, p.version
    from (select x.*, coalesce(c.officer_ids, '{}') as officer_ids from asb.release_plan x left join asb.asb_case c on c.id = x.asb_id) p
      join directory.agency a on a.id = p.lead_agency_id left join asb.nomination n on n.id = p.nomination_id
      left join asb.breach b on b.id = p.breach_id
    where ${releasePlanPolicy.visible(work.viewer, 'p')} and ${of.id ? sql`p.id = ${of.id}` : sql`true`} and ${of.asbId ? sql`p.asb_id = ${of.asbId}` : sql`true`}
      and ${of.nominationId ? sql`p.nomination_id = ${of.nominationId}` : sql`true`}
      and ${of.isAhead ? sql`p.release_on > ${work.clock.today()}::date` : sql`true`} order by p.release_on, p.id limit 100`.execute(
      work.db,
    );
  return rows;
}
/** A refused action, or one that was given up, is none. */
export const standing: readonly string[] = ['set', 'accepted', 'done'];
/** What a plan must hold and has no action for that begins before the release, as far as its task was not put off. */
export const missingParts = (
  plan: Pick<ReleasePlan, 'required' | 'releaseOn'>,
  actions: readonly Pick<AsbAction, 'part' | 'status' | 'startsOn' | 'dueOn'>[],
): string[] =>
  plan.required.filter(
    (code) =>
      !actions.some(
        ({ part, status, startsOn, dueOn }) =>
          part === code &&
          standing.includes(status) &&
          (status === 'done' || (startsOn < plan.releaseOn && dueOn < plan.releaseOn)),
      ),
  );
