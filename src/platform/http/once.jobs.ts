import { sql } from 'kysely';
import { z } from 'zod';
import { type Job, job, type Scheduled } from '../jobs/declare.ts';
import { hoursKnown } from './once.ts';

/** What comes round for forms by itself. */
export const formJobs: readonly Job[] = [
  job({
    name: 'forget-forms',
    words: 'Lets go of what tells a form that is sent a second time',
    side: 'WORKER',
    audit: 'forms.forgotten',
    payload: z.looseObject({}),
    run: async (work) => {
      const before = new Date(work.clock.now().getTime() - hoursKnown * 3_600_000);
      const gone = await sql`delete from platform.form_sent where sent_at <= ${before}`.execute(work.db);
      work.note.detail = { forms: Number(gone.numAffectedRows) };
    },
  }),
];
export const formSchedule: readonly Scheduled[] = [{ at: '20 * * * *', job: 'forget-forms' }];
