import { Logger, type Runner, run, type TaskList } from 'graphile-worker';
import type { Logger as Pino } from 'pino';
import { systemViewer } from '../access/viewer.ts';
import { recordAudit } from '../audit/audit.ts';
import type { Clock } from '../clock/clock.ts';
import type { Databases, Db } from '../database/database.ts';
import type { VirusScanner } from '../files/scanner.ts';
import type { Work } from '../http/work.ts';
import type { Ids } from '../ids/ids.ts';
import type { MailTransport } from '../mail/mail.transport.ts';
import type { Job, Scheduled } from './declare.ts';
import type { Outside } from './outside.ts';

export interface JobContext {
  databases: Databases;
  clock: Clock;
  ids: Ids;
  logger: Pino;
  jobs: readonly Job[];
  schedule: readonly Scheduled[];
  publicUrl: string;
  mail: MailTransport;
  outside: Outside;
  scanner?: VirusScanner | undefined;
}

/** Runs one job as the system: one transaction on the job's login, its audit row inside. */
export async function performJob(
  context: JobContext,
  job: Job,
  payload: unknown,
  jobId: string,
): Promise<void> {
  const viewer = systemViewer(job.side, job.words);
  const input = job.payload.parse(payload);
  const workOn = (db: Db): Work => ({
    db,
    viewer,
    clock: context.clock,
    ids: context.ids,
    note: { detail: {} },
  });
  const aside = <T>(act: (work: Work) => Promise<T>): Promise<T> =>
    context.databases.inTransaction(job.side, viewer, (db) => act(workOn(db)));
  await context.databases.inTransaction(job.side, viewer, async (db) => {
    const work = workOn(db);
    await job.run(work, input, {
      ...{ publicUrl: context.publicUrl, mail: context.mail, outside: context.outside, aside },
      scanner: context.scanner,
    });
    await recordAudit(db, {
      event: job.audit,
      outcome: 'done',
      viewer,
      requestId: `job ${jobId}`,
      at: context.clock.now(),
      note: work.note,
    });
  });
}

/** The kind of an error, never its message, which may quote somebody's data. */
const kindOf = (error: unknown): string =>
  error instanceof Error ? `${error.name}${'code' in error ? ` ${String(error.code)}` : ''}` : typeof error;

/** Takes jobs from the queue until stopped. A job that fails for the last time is put on the dead-letter page. */
export async function runJobs(context: JobContext): Promise<Runner> {
  const tasks: TaskList = {};
  for (const job of context.jobs) {
    tasks[job.name] = async (payload, helpers) => {
      try {
        await performJob(context, job, payload, helpers.job.id);
      } catch (error) {
        context.logger.error(
          { job: job.name, jobId: helpers.job.id, attempt: helpers.job.attempts, fault: kindOf(error) },
          'job failed',
        );
        if (helpers.job.attempts >= helpers.job.max_attempts)
          await bury(context, job.name, payload, helpers.job.id, helpers.job.attempts, error);
        // The queue keeps the message and logs it: so it is given the kind alone.
        throw new Error(kindOf(error));
      }
    };
  }
  return run({
    pgPool: context.databases.poolOf('WORKER'),
    taskList: tasks,
    concurrency: 2,
    noHandleSignals: true,
    crontab: context.schedule.map((line) => `${line.at} ${line.job}`).join('\n'),
    logger: new Logger(() => (level, message) => {
      if (level === 'error') context.logger.error({ queue: message.slice(0, 200) }, 'queue');
    }),
  });
}

async function bury(
  context: JobContext,
  task: string,
  payload: unknown,
  jobId: string,
  attempts: number,
  error: unknown,
): Promise<void> {
  await context.databases.inTransaction(
    'WORKER',
    systemViewer('WORKER', 'a job failed for the last time'),
    (db) =>
      db
        .insertInto('platform.deadLetter')
        .values({
          jobId,
          task,
          payload: JSON.stringify(payload ?? {}),
          errorKind: kindOf(error),
          attempts,
          diedAt: context.clock.now(),
        })
        .execute(),
  );
}
