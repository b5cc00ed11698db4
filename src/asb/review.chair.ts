import { sql } from 'kysely';
import { ok, type Result, refusedByRule } from '../platform/failures/failures.ts';
import type { Work } from '../platform/http/work.ts';
import { asbOfficers } from './asb.roles.ts';

/** People of every agency who sit at joint agency tasking or keep cases: a chair from outside is one of them. */
export async function possibleChairs(
  work: Work,
): Promise<{ id: string; name: string; agencyName: string }[]> {
  const { rows } = await sql<{ id: string; name: string; agencyName: string }>`
    select o.id, o.name, a.name as agency_name from directory.officer o join directory.agency a on a.id = o.agency_id
    where o.is_active and (a.ends_on is null or a.ends_on > ${work.clock.today()}::date)
      and exists (select 1 from directory.role_grant g where g.officer_id = o.id and g.side = 'OPS' and g.role = any (${[...asbOfficers]}::text[])
        and g.starts_on <= ${work.clock.today()}::date and (g.ends_on is null or g.ends_on >= ${work.clock.today()}::date))
    order by a.name, o.name, o.id`.execute(work.db);
  return rows;
}
/**
 * Whether somebody had a part in how the cases were handled: opened, wrote, assessed, kept in touch, nominated, took or closed a
 * nomination, contributed, planned, set an action, did one, or is of the service that was to do it.
 */
async function hasHandled(work: Work, caseIds: readonly string[], officerId: string): Promise<boolean> {
  const ids = sql`${[...caseIds]}::uuid[]`;
  const them = sql`${officerId}::uuid`;
  const { rows } = await sql<{ yes: boolean }>`with
      named as (select n.* from asb.nomination n where n.asb_id = any (${ids})),
      planned as (select p.* from asb.release_plan p where p.asb_id = any (${ids})),
      done as (select x.added_by, t.* from asb.action x join tasking.task t on t.id = x.task_id
        where x.nomination_id in (select id from named) or x.plan_id in (select id from planned))
    select exists (select 1 from asb.asb_case where id = any (${ids}) and opened_by = ${them})
      or exists (select 1 from asb.complainant where asb_id = any (${ids}) and contact_officer_id = ${them})
      or exists (select 1 from asb.asb_event where asb_id = any (${ids}) and officer_id = ${them})
      or exists (select 1 from asb.order_event e join asb.order_file o on o.id = e.order_id where o.asb_id = any (${ids}) and e.officer_id = ${them})
      or exists (select 1 from named where nominated_by = ${them})
      or exists (select 1 from asb.nomination_event e join named n on n.id = e.nomination_id where e.officer_id = ${them})
      or exists (select 1 from asb.contribution k join named n on n.id = k.nomination_id where k.officer_id = ${them})
      or exists (select 1 from planned where made_by = ${them})
      or exists (select 1 from done where ${them} in (added_by, accepted_by, result_by))
      or exists (select 1 from done d join directory.service_member m on m.service_id = d.service_id where m.officer_id = ${them}) as yes`.execute(
    work.db,
  );
  return rows[0]?.yes ?? false;
}
/** Nothing where somebody can chair the review of these cases; else that they cannot, for they handled one. */
export async function independent(
  work: Work,
  caseIds: readonly string[],
  officerId: string,
): Promise<Result<undefined>> {
  if (!(await hasHandled(work, caseIds, officerId))) return ok(undefined);
  return refusedByRule(
    'review.independent-chair',
    'Whoever chairs must have had no part in the handling of the case.',
    'Call the panel with somebody else: a colleague who did not work on it, or another agency’s officer.',
  );
}
