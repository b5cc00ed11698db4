import { sql } from 'kysely';
import { z } from 'zod';
import { type Job, job, type Scheduled } from '../../platform/jobs/declare.ts';
import { nextRound, roundFrom } from './vetting.words.ts';

/** The round in which answers cross: on its day alone, all of them at once. */
export const vettingJobs: readonly Job[] = [
  job({
    name: 'answer-vetting',
    words: 'Lets the answers of a round of vetting cross, on the day of the round',
    side: 'WORKER',
    audit: 'vetting.round-answered',
    payload: z.object({}),
    run: async (work) => {
      const today = work.clock.today();
      if (roundFrom(today) !== today) return;
      await sql`select dissemination.answer_vetting(${today}::date, ${nextRound(today)}::date)`.execute(
        work.db,
      );
      // No count: how many crossed, and that one did not, is the unit's alone.
    },
  }),
];
export const vettingSchedule: readonly Scheduled[] = [{ at: '0 6 * * *', job: 'answer-vetting' }];
