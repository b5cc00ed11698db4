import { asbJobs, asbSchedule } from '../asb/index.ts';
import { markerJobs, markerSchedule } from '../assurance/index.ts';
import { roleJobs } from '../directory/index.ts';
import { penaltyJobs, penaltySchedule } from '../enforcement/index.ts';
import { fieldJobs, fieldSchedule } from '../field/index.ts';
import { retentionJobs, retentionSchedule } from '../governance/index.ts';
import { importJobs, importSchedule, reportJobs, reportSchedule } from '../intake/index.ts';
import {
  checkJobs,
  enquiryJobs,
  enquirySchedule,
  vettingJobs,
  vettingSchedule,
  watchJobs,
  watchSchedule,
} from '../intelligence/index.ts';
import { jetJobs, jetSchedule } from '../jet/index.ts';
import { listJobs, listSchedule, matchJobs, questionJobs } from '../linkage/index.ts';
import { scanJobs } from '../platform/files/scan.jobs.ts';
import { formJobs, formSchedule } from '../platform/http/once.jobs.ts';
import type { Job, Scheduled } from '../platform/jobs/declare.ts';
import { mailJobs, mailSchedule } from '../platform/mail/mail.jobs.ts';
import { registerJobs, registerSchedule } from '../safeguarding/index.ts';
import { taskingJobs, taskingSchedule } from '../tasking/index.ts';

/** Every job there is. */
export const allJobs: readonly Job[] = [
  ...reportJobs,
  ...importJobs,
  ...listJobs,
  ...registerJobs,
  ...markerJobs,
  ...taskingJobs,
  ...jetJobs,
  ...fieldJobs,
  ...asbJobs,
  ...penaltyJobs,
  ...roleJobs,
  ...vettingJobs,
  ...watchJobs,
  ...checkJobs,
  ...enquiryJobs,
  ...matchJobs,
  ...questionJobs,
  ...retentionJobs,
  ...mailJobs,
  ...formJobs,
  ...scanJobs,
];

/** What comes round by itself. */
export const schedule: readonly Scheduled[] = [
  ...reportSchedule,
  ...importSchedule,
  ...listSchedule,
  ...registerSchedule,
  ...markerSchedule,
  ...taskingSchedule,
  ...jetSchedule,
  ...fieldSchedule,
  ...asbSchedule,
  ...penaltySchedule,
  ...vettingSchedule,
  ...watchSchedule,
  ...enquirySchedule,
  ...retentionSchedule,
  ...mailSchedule,
  ...formSchedule,
];
