import { reportJobs } from '../intake/index.ts';
import { taskingJobs, taskingSchedule } from '../tasking/index.ts';
import type { Job, Scheduled } from '../platform/jobs/declare.ts';

/** Every job there is. */
export const allJobs: readonly Job[] = [...reportJobs, ...taskingJobs];

/** What comes round by itself. */
export const schedule: readonly Scheduled[] = [...taskingSchedule];
