import type { Day } from '../../platform/clock/clock.ts';
import { officerOf, type Work } from '../../platform/http/work.ts';
import type { Feedback } from '../item/item.words.ts';

/** That a form was sent: all that its sender ever sees of it. */
export interface Receipt {
  reference: string;
  sentOn: Day;
  feedback: Feedback;
}

/** The newest hundred forms that the viewer sent themselves. */
export async function ownReceipts(work: Work): Promise<Receipt[]> {
  const rows = await work.db
    .selectFrom('dissemination.receipt')
    .select(['reference', 'sentOn', 'feedback'])
    .where('officerId', '=', officerOf(work).officerId)
    .orderBy('sentOn', 'desc')
    .orderBy('reference')
    .limit(100)
    .execute();
  return rows as Receipt[]; // the database checks the words of feedback
}
