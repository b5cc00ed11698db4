import { sql } from 'kysely';
import { z } from 'zod';
import type { Day } from '../platform/clock/clock.ts';
import type { Work } from '../platform/http/work.ts';
import { type Job, job, type Scheduled } from '../platform/jobs/declare.ts';
import { queueMail } from '../platform/mail/mail.store.ts';
import { asbChairs } from './asb.roles.ts';
import type { AsbAction } from './nomination.store.ts';
import { missingParts } from './plan.store.ts';

interface Waiting {
  id: string;
  reference: string;
  required: string[];
  releaseOn: Day;
  actions: Pick<AsbAction, 'part' | 'status' | 'startsOn' | 'dueOn'>[];
  chairEmail: string | null;
  makerEmail: string | null;
  leadAgencyId: string;
}
/** Whoever is told where chair and author are gone: those who chair in the agency that leads. */
async function coordinatorsOf(work: Work, agencyId: string): Promise<string[]> {
  const today = work.clock.today();
  const { rows } = await sql<{ email: string }>`select distinct o.email from directory.officer o
    join directory.role_grant g on g.officer_id = o.id and g.side = 'OPS' and g.role = any (${[...asbChairs]}::text[])
      and g.starts_on <= ${today}::date and (g.ends_on is null or g.ends_on >= ${today}::date)
    where o.agency_id = ${agencyId} and o.is_active and o.email <> '' order by o.email`.execute(work.db);
  return rows.map(({ email }) => email);
}
/**
 * So many days before a release, a plan in which something has no owner is escalated once: to the chair of the meeting that it is
 * with, else to whoever recorded the release, else to those who chair in the agency that leads. The message names nobody. Where there is
 * nobody to tell, it waits for somebody.
 */
async function escalatePlans(work: Work, publicUrl: string): Promise<void> {
  const today = work.clock.today();
  const { rows } = await sql<Waiting>`select p.id, p.reference, p.required, p.release_on, p.lead_agency_id,
      coalesce((select json_agg(json_build_object('part', x.part, 'status', t.status, 'startsOn', x.starts_on, 'dueOn', t.due_on))
        from asb.action x join tasking.task t on t.id = x.task_id where x.plan_id = p.id), '[]') as actions,
      nullif(c.email, '') as chair_email, nullif(m.email, '') as maker_email
    from asb.release_plan p left join asb.nomination n on n.id = p.nomination_id left join tasking.series s on s.id = n.series_id
      left join directory.officer c on c.id = s.chair_officer_id and c.is_active left join directory.officer m on m.id = p.made_by and m.is_active
    where p.escalated_on is null and p.escalate_on <= ${today}::date and p.release_on >= ${today}::date order by p.release_on, p.id`.execute(
    work.db,
  );
  let escalated = 0;
  for (const plan of rows) {
    const { id, reference, required, chairEmail, makerEmail } = plan;
    const missing = missingParts(plan, plan.actions);
    if (missing.length === 0) continue;
    const known = chairEmail ?? makerEmail;
    const told = known ? [known] : await coordinatorsOf(work, plan.leadAgencyId);
    if (told.length === 0) continue;
    // A second run beside this one finds it escalated.
    const { numAffectedRows } =
      await sql`update asb.release_plan set escalated_on = ${today}, missing = ${missing}::text[]
      where id = ${id} and escalated_on is null`.execute(work.db);
    if (numAffectedRows !== 1n) continue;
    escalated += 1;
    for (const toAddress of told)
      await queueMail(work, {
        ...{ toAddress, subject: `Plan ${reference}: something has no owner` },
        body: `${missing.length} of ${required.length} actions of plan ${reference} are missing and the day is near: ${publicUrl}/release-plans/${id}`,
        ...{ reason: 'release plan escalated', recordKind: 'release-plan', recordId: id, isRestricted: true },
      });
  }
  work.note.detail.escalated = escalated;
}

export const asbJobs: readonly Job[] = [
  job({
    name: 'escalate-release-plans',
    words: 'Escalates plans before a release in which an action is missing',
    side: 'WORKER',
    audit: 'release-plan.escalated',
    payload: z.looseObject({}),
    run: (work, _payload, { publicUrl }) => escalatePlans(work, publicUrl),
  }),
];
/** Early each day, before anybody is at work. */
export const asbSchedule: readonly Scheduled[] = [{ at: '50 4 * * *', job: 'escalate-release-plans' }];
