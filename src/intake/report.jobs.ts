import { sql } from 'kysely';
import { z } from 'zod';
import { type Job, job, type Scheduled } from '../platform/jobs/declare.ts';
import { queueMail } from '../platform/mail/mail.store.ts';

const payload = z.object({ reportId: z.uuid() });

/** Messages about reports. They carry a reference and a link, and nothing anybody said. */
export const reportJobs: readonly Job[] = [
  job({
    name: 'tell-service',
    words: 'Tells a service that a report has been sent to it',
    side: 'WORKER',
    audit: 'report.service-told',
    payload,
    run: async (work, { reportId }, { publicUrl }) => {
      const row = await work.db
        .selectFrom('intake.report as r')
        .innerJoin('directory.service as s', 's.id', 'r.serviceId')
        .select(['r.reference', 'r.isSensitive', 's.email'])
        .where('r.id', '=', reportId)
        .executeTakeFirst();
      if (!row) return;
      await queueMail(work, {
        toAddress: row.email,
        subject: `Report ${row.reference} is with your service`,
        body: `A report has been sent to your service. Open it at ${publicUrl}/reports/${reportId}`,
        reason: 'report routed',
        recordKind: 'report',
        recordId: reportId,
        isRestricted: row.isSensitive,
      });
    },
  }),
  job({
    name: 'tell-reporter',
    words: 'Tells a reporter who left an e-mail address that something changed',
    side: 'WORKER',
    audit: 'report.reporter-told',
    payload,
    run: async (work, { reportId }, { publicUrl }) => {
      const row = await work.db
        .selectFrom('intake.report as r')
        .innerJoin('intake.reporter as p', 'p.reportId', 'r.id')
        .select(['r.reference', 'r.isSensitive', 'p.email'])
        .where('r.id', '=', reportId)
        .executeTakeFirst();
      if (!row?.email) return;
      await queueMail(work, {
        toAddress: row.email,
        subject: `News about your report ${row.reference}`,
        body: `There is news about your report. Read it at ${publicUrl}/track with your reference and the words you were given.`,
        reason: 'report news',
        recordKind: 'report',
        recordId: reportId,
        isRestricted: row.isSensitive,
      });
    },
  }),
  job({
    name: 'forget-sent-forms',
    words: 'Forgets which forms were sent: a page is not reloaded a day later',
    side: 'WORKER',
    audit: 'report.forms-forgotten',
    payload: z.looseObject({}),
    run: async (work) => {
      const dayAgo = new Date(work.clock.now().getTime() - 24 * 3_600_000);
      const { numDeletedRows } = await work.db
        .deleteFrom('intake.sentForm')
        .where('sentAt', '<', dayAgo)
        .executeTakeFirst();
      work.note.detail.forgotten = Number(numDeletedRows);
    },
  }),
  job({
    name: 'fold-report-tally',
    words: 'Adds up the rows in which reports were counted as they changed',
    side: 'WORKER',
    audit: 'report.tally-folded',
    payload: z.looseObject({}),
    run: async (work) => {
      const { rows } = await sql<{
        fewer: number;
      }>`select intake.fold_report_tally() + intake.fold_map_tally() as fewer`.execute(work.db);
      work.note.detail = { fewer: rows[0]?.fewer ?? 0 };
    },
  }),
  job({
    name: 'refresh-report-words',
    words: 'Takes words that no report says any more out of the list that search compares with',
    side: 'WORKER',
    audit: 'report.words-refreshed',
    payload: z.looseObject({}),
    run: async (work) => {
      const { rows } = await sql<{ gone: number }>`select intake.refresh_words() as gone`.execute(work.db);
      work.note.detail = { gone: rows[0]?.gone ?? 0 };
    },
  }),
];

/** Before anybody reads figures or searches in the morning. */
export const reportSchedule: readonly Scheduled[] = [
  { at: '20 2 * * *', job: 'fold-report-tally' },
  { at: '40 2 * * 0', job: 'refresh-report-words' },
  { at: '20 3 * * *', job: 'forget-sent-forms' },
];
