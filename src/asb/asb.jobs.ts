import { sql } from 'kysely';
import { z } from 'zod';
import type { Work } from '../platform/http/work.ts';
import { type Job, job, type Scheduled } from '../platform/jobs/declare.ts';
import { queueMail } from '../platform/mail/mail.store.ts';
import { missingParts, standing } from './plan.store.ts';

interface Waiting {
  id: string;
  reference: string;
  required: string[];
  there: string[];
  email: string | null;
}
/**
 * So many days before a release, a plan in which something has no owner is escalated once: to the chair of the meeting that it is
 * with, else to whoever recorded the release. The message names nobody.
 */
async function escalatePlans(work: Work, publicUrl: string): Promise<void> {
  const today = work.clock.today();
  const { rows } = await sql<Waiting>`select p.id, p.reference, p.required,
      array(select x.part from asb.action x join tasking.task t on t.id = x.task_id where x.plan_id = p.id and t.status = any (${[...standing]}::text[])) as there,
      coalesce(c.email, m.email) as email
    from asb.release_plan p left join asb.nomination n on n.id = p.nomination_id left join tasking.series s on s.id = n.series_id
      left join directory.officer c on c.id = s.chair_officer_id and c.is_active left join directory.officer m on m.id = p.made_by
    where p.escalated_on is null and p.escalate_on <= ${today}::date and p.release_on >= ${today}::date order by p.release_on, p.id`.execute(
    work.db,
  );
  let escalated = 0;
  for (const { id, reference, required, there, email } of rows) {
    const missing = missingParts(
      { required },
      there.map((part) => ({ part, status: 'done' as const })),
    );
    if (missing.length === 0) continue;
    await sql`update asb.release_plan set escalated_on = ${today}, missing = ${missing}::text[] where id = ${id}`.execute(
      work.db,
    );
    escalated += 1;
    if (email)
      await queueMail(work, {
        ...{ toAddress: email, subject: `Plan ${reference}: something has no owner` },
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
