import { sql } from 'kysely';
import { z } from 'zod';
import { type Job, job } from '../../platform/jobs/declare.ts';
import { queueMail } from '../../platform/mail/mail.store.ts';

const addressIn = (text: string): string | undefined => /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/.exec(text)?.[0];

/** Tells whoever a list names as its contact that a question waits; else who speaks for the agency. */
export const questionJobs: readonly Job[] = [
  job({
    name: 'tell-list-owner',
    words: 'Tells the keeper of a list that another agency asks about one of its rows',
    side: 'WORKER',
    audit: 'linkage.list-owner-told',
    payload: z.object({ questionId: z.uuid() }),
    run: async (work, { questionId }, { publicUrl }) => {
      const { rows } = await sql<{ contact: string | null; email: string | null }>`
        select l.contact, o.email from linkage.question q left join linkage.list l on l.id = q.list_id
        join directory.agency a on a.id = q.to_agency_id left join directory.officer o on o.id = a.spokesperson_id
        where q.id = ${questionId} and q.answered_at is null`.execute(work.db);
      const toAddress = addressIn(rows[0]?.contact ?? '') ?? rows[0]?.email;
      if (!toAddress) return;
      await queueMail(work, {
        toAddress,
        subject: 'A partner asks about a row of one of your lists',
        body: `A question about one row of one of your lists waits for your answer at ${publicUrl}/questions`,
        reason: 'question about a list',
        recordKind: 'question',
        recordId: questionId,
        isRestricted: true,
      });
    },
  }),
];
