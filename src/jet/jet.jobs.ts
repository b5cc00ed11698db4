import { sql } from 'kysely';
import { z } from 'zod';
import { alertFor } from '../enforcement/index.ts';
import type { Day } from '../platform/clock/clock.ts';
import type { Work } from '../platform/http/work.ts';
import { type Job, job, type Scheduled } from '../platform/jobs/declare.ts';
import { queueMail } from '../platform/mail/mail.store.ts';
import { sendDuties } from './duty.jobs.ts';

interface Ending {
  subjectId: string;
  endsOn: Day;
  teamId: string;
  email: string;
}
/** Tells each team once at 90, 60 and 30 days and when it has ended: how many, never whose; the page says the rest to whoever may read it. */
async function warnLapses(work: Work, publicUrl: string): Promise<void> {
  const today = work.clock.today();
  const { rows } = await sql<Ending>`
    select h.id as subject_id, h.ends_on, t.id as team_id, v.email from (
      select a.id, a.officer_id, a.expires_on as ends_on from directory.authorisation a where a.withdrawn_on is null
      union all select c.id, c.officer_id, c.expires_on from directory.clearance c where c.replaced_on is null and c.status = 'granted') h
    join directory.officer o on o.id = h.officer_id and o.is_active join directory.service_member m on m.officer_id = o.id
    join jet.team t on t.service_id = m.service_id and t.agency_id = o.agency_id join directory.service v on v.id = t.service_id
    where h.ends_on between ${today}::date - 30 and ${today}::date + 90 order by t.id, h.ends_on, h.id`.execute(
    work.db,
  );
  const told = new Map<string, { email: string; count: number }>();
  for (const row of rows) {
    const within = alertFor(row.endsOn, today);
    if (within === undefined) continue;
    const { subjectId, endsOn } = row;
    const noted = await work.db
      .insertInto('jet.lapseTold')
      .values({ subjectId, endsOn, within, toldAt: work.clock.now() })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (noted.numInsertedOrUpdatedRows === 1n)
      told.set(row.teamId, { email: row.email, count: (told.get(row.teamId)?.count ?? 0) + 1 });
  }
  for (const [teamId, { email, count }] of told)
    await queueMail(work, {
      ...{ toAddress: email, subject: 'Powers, vetting or training of your team end' },
      body: `${count} of your team’s powers, vetting and training ${count === 1 ? 'ends' : 'end'} within 90, 60 or 30 days, or ended: ${publicUrl}/teams/powers`,
      ...{ reason: 'powers end', recordKind: 'team', recordId: teamId, isRestricted: false },
    });
  work.note.detail.sent = told.size;
}

/** What comes round for joint enforcement by itself. */
export const jetJobs: readonly Job[] = [
  job({
    name: 'warn-lapses',
    words: 'Tells teams of powers, vetting and training that end',
    side: 'WORKER',
    audit: 'power.lapse-told',
    payload: z.looseObject({}),
    run: (work, _payload, { publicUrl }) => warnLapses(work, publicUrl),
  }),
  job({
    name: 'send-duties',
    words: 'Sends the duties of the coming week to both supervisors, once',
    side: 'WORKER',
    audit: 'roster.duties-sent',
    payload: z.looseObject({}),
    run: (work, _payload, { publicUrl }) => sendDuties(work, publicUrl),
  }),
];
/** Early each day, before anybody is at work. */
export const jetSchedule: readonly Scheduled[] = [
  { at: '20 4 * * *', job: 'warn-lapses' },
  { at: '40 4 * * *', job: 'send-duties' },
];
