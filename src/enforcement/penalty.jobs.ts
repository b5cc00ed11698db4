import { z } from 'zod';
import { type Job, job, type Scheduled } from '../platform/jobs/declare.ts';
import { addPenaltyEvent } from './penalty.store.ts';

/** Marks notices whose last day to pay has passed. Pages tell the same by the clock, so a late job misleads nobody. */
export const penaltyJobs: readonly Job[] = [
  job({
    name: 'lapse-penalties',
    words: 'Marks penalties overdue when the last day to pay has passed',
    side: 'WORKER',
    audit: 'penalty.lapsed',
    payload: z.object({}).loose(),
    run: async (work) => {
      const late = await work.db
        .updateTable('enforcement.penalty')
        .set((set) => ({ status: 'overdue', version: set('version', '+', 1) }))
        .where('status', '=', 'issued')
        .where('payUntil', '<', work.clock.today())
        .returning('id')
        .execute();
      for (const { id } of late)
        await addPenaltyEvent(work, { penaltyId: id, kind: 'lapse', words: 'Not paid in time' });
      work.note.detail.count = late.length;
    },
  }),
];

/** Early each morning, before the first shift. */
export const penaltySchedule: readonly Scheduled[] = [{ at: '10 3 * * *', job: 'lapse-penalties' }];
