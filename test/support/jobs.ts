import { pino } from 'pino';
import { allJobs } from '../../src/main/jobs.ts';
import type { VirusScanner } from '../../src/platform/files/scanner.ts';
import { repeatableIds } from '../../src/platform/ids/ids.ts';
import type { Outside } from '../../src/platform/jobs/outside.ts';
import { type JobContext, performJob } from '../../src/platform/jobs/runner.ts';
import type { MailTransport } from '../../src/platform/mail/mail.transport.ts';
import type { MovableClock, World } from './world.ts';

let performed = 0;

const noMail: MailTransport = { kind: 'none', why: 'not-configured' };

interface Done {
  name: string;
  payload: unknown;
  mail?: MailTransport | undefined;
  outside?: Outside | undefined;
  scanner?: VirusScanner | undefined;
}

async function perform(
  world: World,
  clock: MovableClock,
  { name, payload, mail, outside, scanner }: Done,
): Promise<void> {
  const found = allJobs.find((job) => job.name === name);
  if (!found) throw new Error(`There is no job called ${name}.`);
  performed += 1;
  const context: JobContext = {
    databases: world.app.databases,
    clock,
    ids: repeatableIds(`${world.database} job ${performed}`),
    logger: pino({ level: 'silent' }),
    jobs: allJobs,
    schedule: [],
    publicUrl: 'http://bailiwick.test',
    mail: mail ?? noMail,
    outside: outside ?? {},
    scanner,
  };
  await performJob(context, found, payload, String(performed));
}

/** Does one job of the schedule, as the clock stands. */
export const performScheduled = (
  world: World,
  clock: MovableClock,
  name: string,
  mail?: MailTransport,
): Promise<void> => perform(world, clock, { name, payload: {}, mail });

/** Has a virus scanner look at what is held, as the schedule does where one is connected. */
export const scanHeld = (
  world: World,
  clock: MovableClock,
  scanner: VirusScanner | undefined,
): Promise<void> => perform(world, clock, { name: 'scan-files', payload: {}, scanner });

/** Does everything that waits in the queue, as the worker process would. Gives the names of what was done. */
export async function performQueued(
  world: World,
  clock: MovableClock,
  mail?: MailTransport,
  outside?: Outside,
): Promise<string[]> {
  const waiting = await world.sql<{ id: string; name: string; payload: unknown }>(
    `with taken as (delete from graphile_worker._private_jobs returning id, task_id, payload)
     select j.id::text, t.identifier as name, j.payload from taken j join graphile_worker._private_tasks t on t.id = j.task_id order by j.id`,
  );
  for (const { name, payload } of waiting) await perform(world, clock, { name, payload, mail, outside });
  return waiting.map(({ name }) => name);
}
