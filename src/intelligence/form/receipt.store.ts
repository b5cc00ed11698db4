import { sql } from 'kysely';
import type { Day } from '../../platform/clock/clock.ts';
import { officerOf, type Work } from '../../platform/http/work.ts';
import { itemPolicy } from '../item/item.policy.ts';
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

/** Writes on a receipt of the viewer's unit whether the form was of use; false where there is none, since it came otherwise. */
export async function feedBack(
  { db, clock, viewer }: Work,
  itemId: string,
  feedback: Exclude<Feedback, 'received'>,
): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update dissemination.receipt c set feedback = ${feedback}, fed_back_on = ${clock.today()}::date
    from intelligence.item i where i.id = ${itemId} and ${itemPolicy.visible(viewer, 'i')}
      and c.reference = i.reference and c.unit_agency_id = i.agency_id`.execute(db);
  return numAffectedRows === 1n;
}
