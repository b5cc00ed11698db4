import { penaltyJobs, penaltySchedule } from '../enforcement/index.ts';
import { reportJobs } from '../intake/index.ts';
import type { Job, Scheduled } from '../platform/jobs/declare.ts';

/** Every job there is. */
export const allJobs: readonly Job[] = [...reportJobs, ...penaltyJobs];

/** What comes round by itself. */
export const schedule: readonly Scheduled[] = [...penaltySchedule];
