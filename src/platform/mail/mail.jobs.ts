import { z } from 'zod';
import type { Work } from '../http/work.ts';
import { type Job, type JobSurroundings, job, type Scheduled } from '../jobs/declare.ts';
import { enqueue } from '../jobs/jobs.ts';
import { noteFault, noteSent, type QueuedMail, takeMail, waitingMail } from './mail.store.ts';
import { mailFault } from './mail.transport.ts';

/** Minutes from one try to the next; after the last, somebody must look. About two days in all. */
export const retryMinutes: readonly number[] = [1, 5, 15, 60, 240, 480, 720, 1440];

/** Days after which a message that could not be sent is given up: late news is worse than none. */
export const staleDays = 3;

const minutesAfter = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * 60_000);

/** A message that is given up is put with the jobs that failed for the last time, to be tried again by hand. */
async function giveUp(work: Work, mail: QueuedMail, attempts: number, fault: string): Promise<void> {
  const at = work.clock.now();
  await noteFault(work.db, mail.id, { attempts, at: null, fault, nextTryAt: null });
  await work.db
    .insertInto('platform.deadLetter')
    .values({
      jobId: mail.id,
      task: 'send-mail',
      payload: JSON.stringify({ messageId: mail.id }),
      errorKind: fault,
      attempts,
      diedAt: at,
    })
    .execute();
}

/** One try. A fault is noted and the next try set in the same transaction, so that neither is lost. */
async function sendOne(work: Work, messageId: string, { mail: transport }: JobSurroundings): Promise<void> {
  if (transport.kind === 'none') {
    work.note.detail.kept = transport.why;
    return;
  }
  const mail = await takeMail(work.db, messageId);
  if (!mail || mail.state === 'sent') return;
  const at = work.clock.now();
  // Tried again by hand after it was given up: the tries start anew.
  const attempts = mail.state === 'failed' ? 1 : mail.attempts + 1;
  try {
    await transport.send({ id: mail.id, to: mail.toAddress, subject: mail.subject, text: mail.body });
  } catch (error) {
    const fault = mailFault(error);
    work.note.detail.fault = fault.words;
    const wait = fault.isFinal ? undefined : retryMinutes[attempts - 1];
    if (wait === undefined) return giveUp(work, mail, attempts, fault.words);
    const nextTryAt = minutesAfter(at, wait);
    await noteFault(work.db, mail.id, { attempts, at, fault: fault.words, nextTryAt });
    await enqueue(work.db, 'send-mail', { messageId }, { runAt: nextTryAt });
    return;
  }
  await noteSent(work.db, mail.id, attempts, at);
}

/** Messages that waited while nothing could be sent go out once it can; those that are too old are given up. */
async function sendWaiting(work: Work, { mail: transport }: JobSurroundings): Promise<void> {
  if (transport.kind === 'none') return;
  const now = work.clock.now();
  const oldest = minutesAfter(now, -staleDays * 24 * 60);
  // Younger ones have a job of their own in the queue.
  for (const { id, queuedAt } of await waitingMail(work.db, minutesAfter(now, -15))) {
    if (queuedAt < oldest)
      await noteFault(work.db, id, { attempts: 0, at: null, fault: 'too old', nextTryAt: null });
    else await enqueue(work.db, 'send-mail', { messageId: id }, { key: `send-mail ${id}` });
  }
}

/** Mail leaves by jobs, never in the request that causes it. */
export const mailJobs: readonly Job[] = [
  job({
    name: 'send-mail',
    words: 'Sends a message from the outbox, and tries again when that fails',
    side: 'WORKER',
    audit: 'mail.tried',
    payload: z.object({ messageId: z.uuid() }),
    run: async (work, { messageId }, surroundings) => {
      work.note.recordKind = 'message';
      work.note.recordId = messageId;
      await sendOne(work, messageId, surroundings);
    },
  }),
  job({
    name: 'send-waiting-mail',
    words: 'Sends what waited while mail was not configured',
    side: 'WORKER',
    audit: 'mail.swept',
    payload: z.looseObject({}),
    run: (work, _payload, surroundings) => sendWaiting(work, surroundings),
  }),
];

export const mailSchedule: readonly Scheduled[] = [{ at: '*/15 * * * *', job: 'send-waiting-mail' }];
