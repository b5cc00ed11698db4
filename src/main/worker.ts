import { pino } from 'pino';
import { systemClock } from '../platform/clock/clock.ts';
import { readConfig } from '../platform/config/config.ts';
import { openDatabases } from '../platform/database/database.ts';
import { scanSchedule } from '../platform/files/scan.jobs.ts';
import { clamdScanner } from '../platform/files/scanner.ts';
import { randomIds } from '../platform/ids/ids.ts';
import { runJobs } from '../platform/jobs/runner.ts';
import { mailTransport } from '../platform/mail/mail.transport.ts';
import { allJobs, schedule } from './jobs.ts';
import { exitWithParent } from './lifeline.ts';
import { outsideFrom } from './outside.ts';

/** The worker process: runs jobs until told to stop. */
const root = process.env.BAILIWICK_ROOT ?? process.cwd();
const config = readConfig(root, process.env);
const serverUrl = process.env.BAILIWICK_SERVER_URL ?? config.databaseUrl;
if (!serverUrl) throw new Error('BAILIWICK_SERVER_URL says where the database is; npm start sets it.');
const logger = pino({ level: config.logLevel, base: null });
const databases = openDatabases({ serverUrl, secret: config.secret, poolSize: 4 });
const runner = await runJobs({
  databases,
  clock: systemClock,
  ids: randomIds,
  logger,
  jobs: allJobs,
  schedule: config.scanner ? [...schedule, ...scanSchedule] : schedule,
  publicUrl: config.publicUrl,
  mail: mailTransport(config),
  outside: outsideFrom(config),
  scanner: config.scanner ? clamdScanner(config.scanner) : undefined,
});
const stop = async () => {
  await runner.stop();
  await databases.close();
  process.exit(0);
};
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
exitWithParent(() => runner.stop());
