import { sql } from 'kysely';
import { z } from 'zod';
import type { Work } from '../../platform/http/work.ts';
import { type Job, job } from '../../platform/jobs/declare.ts';
import { enqueue } from '../../platform/jobs/jobs.ts';
import type { OutsideAnswer } from '../../platform/jobs/outside.ts';
import { companiesHouse } from './check.words.ts';

/** Minutes from one try to the next; after the last somebody asks by hand. */
export const checkRetryMinutes: readonly number[] = [1, 5, 30, 120];
export const carryCheck = 'carry-check';

const notConnected: OutsideAnswer = { kind: 'fault', words: 'not connected', isFinal: true };
const asked = async <T>({ db }: Work, call: ReturnType<typeof sql<{ value: T }>>): Promise<T | undefined> =>
  (await call.execute(db)).rows[0]?.value;

/** Carries a check to the register that it is for. The unit's tables stay shut: the worker has three functions. */
export const checkJobs: readonly Job[] = [
  job({
    name: carryCheck,
    words: 'Asks a connected register outside, and brings back what it answers',
    side: 'WORKER',
    audit: 'external-check.carried',
    payload: z.object({ checkId: z.uuid() }),
    run: async (work, { checkId }, { outside }) => {
      work.note.recordKind = 'external-check';
      work.note.recordId = checkId;
      const number = await asked<string | null>(
        work,
        sql`select dissemination.question_to_carry(${checkId}) as value`,
      );
      if (!number) return;
      const answer: OutsideAnswer = (await outside[companiesHouse]?.ask(number)) ?? notConnected;
      const now = work.clock.now();
      if (answer.kind !== 'fault') {
        const document = answer.kind === 'found' ? JSON.stringify(answer.document) : null;
        await sql`select dissemination.answer_carried(${checkId}, ${answer.kind}, ${document}::jsonb, ${now})`.execute(
          work.db,
        );
        return;
      }
      work.note.detail.fault = answer.words;
      const mostTries = answer.isFinal ? 0 : checkRetryMinutes.length + 1;
      const tries = await asked<number | null>(
        work,
        sql`select dissemination.carrying_failed(${checkId}, ${answer.words}, ${mostTries}) as value`,
      );
      const wait = tries ? checkRetryMinutes[tries - 1] : undefined;
      if (wait === undefined) return;
      await enqueue(work.db, carryCheck, { checkId }, { runAt: new Date(now.getTime() + wait * 60_000) });
    },
  }),
];
