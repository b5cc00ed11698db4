import { sql } from 'kysely';
import { z } from 'zod';
import { daysBetween } from '../platform/clock/clock.ts';
import type { Work } from '../platform/http/work.ts';
import { type Job, job, type Scheduled } from '../platform/jobs/declare.ts';
import { queueMail } from '../platform/mail/mail.store.ts';
import { freezeMinutes } from './minutes.commands.ts';
import { chaserDays } from './series.cadence.ts';
import { moveMeetings } from './series.follow.ts';
import { ensureMeetings, listSeries } from './series.store.ts';

interface DueReturn {
  meetingId: string;
  serviceId: string;
  dueOn: string;
  email: string;
  seriesName: string;
}

/** Reminds each service once at each of the days before its return is due; a missed day is made up by the next. */
async function chaseReturns(work: Work, publicUrl: string): Promise<void> {
  const today = work.clock.today();
  const { rows } = await sql<DueReturn>`
    select r.meeting_id, r.service_id, r.due_on, v.email, s.name as series_name from tasking.data_return r
    join tasking.meeting m on m.id = r.meeting_id and m.status = 'scheduled' join tasking.series s on s.id = m.series_id
    join directory.service v on v.id = r.service_id
    where r.status = 'open' and r.due_on >= ${today}::date and r.due_on <= ${today}::date + ${Math.max(...chaserDays)}::int order by r.due_on, r.service_id`.execute(
    work.db,
  );
  let sent = 0;
  for (const row of rows) {
    const left = daysBetween(today, row.dueOn);
    const step = [...chaserDays].sort((a, b) => a - b).find((days) => left <= days);
    if (step === undefined) continue;
    const noted = await work.db
      .insertInto('tasking.returnChaser')
      .values({
        meetingId: row.meetingId,
        serviceId: row.serviceId,
        daysBefore: step,
        sentAt: work.clock.now(),
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (noted.numInsertedOrUpdatedRows !== 1n) continue;
    sent += 1;
    await queueMail(work, {
      toAddress: row.email,
      subject: `Figures for the ${row.seriesName} are due`,
      body: `The figures of your service are counted and wait for you to confirm them: ${publicUrl}/meetings/${row.meetingId}/returns/${row.serviceId}`,
      reason: 'return due',
      recordKind: 'meeting',
      recordId: row.meetingId,
      isRestricted: false,
    });
  }
  work.note.detail.sent = sent;
}

/** Meetings made ahead, returns chased, services told of tasks. */
export const taskingJobs: readonly Job[] = [
  job({
    name: 'make-meetings',
    words: 'Puts the next two meetings of each series in the diary, with their returns',
    side: 'WORKER',
    audit: 'meeting.made-ahead',
    payload: z.looseObject({}),
    run: async (work) => {
      let made = 0;
      const all = await listSeries(work);
      // Those that follow another come after it: their days are computed from its diary.
      const ordered = [
        ...all.filter((one) => one.followsId === null),
        ...all.filter((one) => one.followsId !== null),
      ];
      for (const series of ordered) {
        made += await ensureMeetings(work, series);
        if (series.followsId !== null) await moveMeetings(work, series);
      }
      work.note.detail.made = made;
    },
  }),
  job({
    name: 'chase-returns',
    words: 'Reminds services of the figures they are to return',
    side: 'WORKER',
    audit: 'return.chased',
    payload: z.looseObject({}),
    run: (work, _payload, { publicUrl }) => chaseReturns(work, publicUrl),
  }),
  job({
    name: 'freeze-minutes',
    words: 'Writes down the items of a closed meeting that whoever closed it may not see',
    side: 'WORKER',
    audit: 'meeting.minutes-written',
    payload: z.object({ meetingId: z.uuid() }),
    run: (work, { meetingId }) => freezeMinutes(work, meetingId),
  }),
  job({
    name: 'tell-task',
    words: 'Tells a service that a task has been set to it',
    side: 'WORKER',
    audit: 'task.service-told',
    payload: z.object({ taskId: z.uuid() }),
    run: async (work, { taskId }, { publicUrl }) => {
      const row = await work.db
        .selectFrom('tasking.task as t')
        .innerJoin('directory.service as s', 's.id', 't.serviceId')
        .select(['t.reference', 't.isPersonal', 's.email'])
        .where('t.id', '=', taskId)
        .executeTakeFirst();
      if (!row) return;
      await queueMail(work, {
        toAddress: row.email,
        subject: `Task ${row.reference} is for your service`,
        body: `A task has been set to your service. Accept or refuse it at ${publicUrl}/tasks/${taskId}`,
        reason: 'task set',
        recordKind: 'task',
        recordId: taskId,
        isRestricted: row.isPersonal,
      });
    },
  }),
];

/** Early each day, before anybody is at work. */
export const taskingSchedule: readonly Scheduled[] = [
  { at: '10 4 * * *', job: 'make-meetings' },
  { at: '30 5 * * *', job: 'chase-returns' },
];
