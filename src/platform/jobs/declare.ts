import type { z } from 'zod';
import type { SystemViewer } from '../access/viewer.ts';
import type { VirusScanner } from '../files/scanner.ts';
import type { Work } from '../http/work.ts';
import type { MailTransport } from '../mail/mail.transport.ts';
import type { Outside } from './outside.ts';

/** What a job may know besides its payload. */
export interface JobSurroundings {
  /** The address people reach this by, for links in messages. */
  publicUrl: string;
  /** How messages leave, if they do. */
  mail: MailTransport;
  /** Registers outside that an operator connected. */
  outside: Outside;
  /** The virus scanner that an operator connected, if one did. */
  scanner: VirusScanner | undefined;
  /**
   * Does something in a transaction of its own, beside the job's: what it writes is seen at once and stays if the job
   * fails. For progress and for why a job ended; never touch there what the job itself has written.
   */
  aside<T>(act: (work: Work) => Promise<T>): Promise<T>;
}

/** A declared job: what it does, on which login, with what audit event. */
export interface Job {
  name: string;
  /** What it does, also its reason in the audit. */
  words: string;
  /** The login it acts on; it can do no more than that login may. */
  side: SystemViewer['side'];
  audit: string;
  payload: z.ZodType;
  run(work: Work, payload: unknown, surroundings: JobSurroundings): Promise<void>;
}

interface JobSpec<P extends z.ZodType> extends Omit<Job, 'payload' | 'run'> {
  payload: P;
  run(work: Work, payload: z.output<P>, surroundings: JobSurroundings): Promise<void>;
}

/** Declares a job. Payloads hold ids only: they are kept in clear in the queue. */
export const job = <P extends z.ZodType>(spec: JobSpec<P>): Job => spec as unknown as Job; // run() is called with what this payload schema gave

/** A job that comes round by itself; `at` is five fields as in crontab, in UTC. */
export interface Scheduled {
  at: string;
  job: string;
}
