import { sql } from 'kysely';
import { z } from 'zod';
import { type Job, job, type Scheduled } from '../../platform/jobs/declare.ts';

/** Watches that ended half a year ago go, with their hits. */
export const watchJobs: readonly Job[] = [
  job({
    name: 'let-watches-go',
    words: 'Lets go what the intelligence unit stopped watching for half a year ago',
    side: 'WORKER',
    audit: 'intelligence-watch.let-go',
    payload: z.object({}),
    // No count: how many were watched for is the unit's alone.
    run: async (work) => {
      await sql`select dissemination.let_watches_go(${work.clock.today()}::date)`.execute(work.db);
    },
  }),
];
export const watchSchedule: readonly Scheduled[] = [{ at: '40 3 * * *', job: 'let-watches-go' }];
