import { sql } from 'kysely';
import { z } from 'zod';
import { type Job, job, type Scheduled } from '../../platform/jobs/declare.ts';
import { nextRound, roundFrom } from '../vetting/vetting.words.ts';

/** The round in which enquiries are told to be considered: on its day alone, all of them at once. */
export const enquiryJobs: readonly Job[] = [
  job({
    name: 'answer-enquiries',
    words: 'Lets the enquiries of a round be told as considered, on the day of the round',
    side: 'WORKER',
    audit: 'enquiry.round-answered',
    payload: z.object({}),
    run: async (work) => {
      const today = work.clock.today();
      if (roundFrom(today) !== today) return;
      // No count in the audit: how many crossed, and that one did not, is the unit's alone.
      await sql`select dissemination.answer_enquiries(${today}::date, ${nextRound(today)}::date)`.execute(
        work.db,
      );
    },
  }),
];
export const enquirySchedule: readonly Scheduled[] = [{ at: '5 6 * * *', job: 'answer-enquiries' }];
