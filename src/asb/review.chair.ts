import { type RawBuilder, sql } from 'kysely';
import { ok, type Result, refusedByRule } from '../platform/failures/failures.ts';
import type { Work } from '../platform/http/work.ts';
import { asbOfficers } from './asb.roles.ts';

/** What was done about some cases, for {@link hadPart}. */
const doneAbout = (caseIds: readonly string[]): RawBuilder<unknown> => sql`
  cases as (select id from unnest(${[...caseIds]}::uuid[]) as c(id)),
  named as (select n.* from asb.nomination n where n.asb_id in (select id from cases)),
  planned as (select p.* from asb.release_plan p where p.asb_id in (select id from cases)),
  done as (select x.added_by, t.* from asb.action x join tasking.task t on t.id = x.task_id
    where x.nomination_id in (select id from named) or x.plan_id in (select id from planned))`;
/**
 * Whether somebody had a part in how the cases were handled: opened, wrote, assessed, kept in touch, nominated, took or closed a
 * nomination, contributed, planned, set an action, did one, or is of the service that was to do it.
 */
const hadPart = (them: RawBuilder<unknown>): RawBuilder<unknown> => sql`(
  exists (select 1 from asb.asb_case where id in (select id from cases) and opened_by = ${them})
  or exists (select 1 from asb.complainant where asb_id in (select id from cases) and contact_officer_id = ${them})
  or exists (select 1 from asb.asb_event where asb_id in (select id from cases) and officer_id = ${them})
  or exists (select 1 from asb.order_event e join asb.order_file f on f.id = e.order_id where f.asb_id in (select id from cases) and e.officer_id = ${them})
  or exists (select 1 from named where nominated_by = ${them})
  or exists (select 1 from asb.nomination_event e join named n on n.id = e.nomination_id where e.officer_id = ${them})
  or exists (select 1 from asb.contribution k join named n on n.id = k.nomination_id where k.officer_id = ${them})
  or exists (select 1 from planned where made_by = ${them})
  or exists (select 1 from done where ${them} in (added_by, accepted_by, result_by))
  or exists (select 1 from done d join directory.service_member m on m.service_id = d.service_id where m.officer_id = ${them}))`;

/**
 * People of every agency who sit at joint agency tasking or keep cases: a chair from outside is one of them. Whoever had a part in the
 * handling of the cases, as far as the viewer may know of it, is left out.
 */
export async function possibleChairs(
  work: Work,
  caseIds: readonly string[],
): Promise<{ id: string; name: string; agencyName: string }[]> {
  const { rows } = await sql<{ id: string; name: string; agencyName: string }>`with ${doneAbout(caseIds)}
    select o.id, o.name, a.name as agency_name from directory.officer o join directory.agency a on a.id = o.agency_id
    where o.is_active and (a.ends_on is null or a.ends_on > ${work.clock.today()}::date)
      and exists (select 1 from directory.role_grant g where g.officer_id = o.id and g.side = 'OPS' and g.role = any (${[...asbOfficers]}::text[])
        and g.starts_on <= ${work.clock.today()}::date and (g.ends_on is null or g.ends_on >= ${work.clock.today()}::date))
      and not ${hadPart(sql`o.id`)}
    order by a.name, o.name, o.id`.execute(work.db);
  return rows;
}
async function hasHandled(work: Work, caseIds: readonly string[], officerId: string): Promise<boolean> {
  const { rows } = await sql<{
    yes: boolean;
  }>`with ${doneAbout(caseIds)} select ${hadPart(sql`${officerId}::uuid`)} as yes`.execute(work.db);
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
