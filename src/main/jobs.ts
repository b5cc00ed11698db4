import { penaltyJobs, penaltySchedule } from '../enforcement/index.ts';
import { reportJobs, reportSchedule } from '../intake/index.ts';
import type { Job, Scheduled } from '../platform/jobs/declare.ts';
import { taskingJobs, taskingSchedule } from '../tasking/index.ts';

/** Every job there is. */
export const allJobs: readonly Job[] = [...reportJobs, ...taskingJobs, ...penaltyJobs];

/** What comes round by itself. */
export const schedule: readonly Scheduled[] = [...reportSchedule, ...taskingSchedule, ...penaltySchedule];
