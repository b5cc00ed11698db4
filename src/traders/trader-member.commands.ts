import { invalid, notFound, ok, type Result, stale } from '../platform/failures/failures.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { told } from './trader.commands.ts';
import { openTrader } from './trader.queries.ts';
import type { Trader } from './trader.store.ts';
import { traderKnown } from './trader.transitions.ts';
import { type ComplaintOutcome, complaintOutcomeWords, type FeeKind } from './trader.words.ts';
import { listComplaints, listFees } from './trader-parts.store.ts';

/** Writes down a complaint about a member; the customer is not named, and nothing of it is published. */
export async function addComplaint(
  work: Work,
  input: { traderId: string; receivedOn: string; words: string },
): Promise<Result<Trader>> {
  const found = await openTrader(work, input.traderId);
  if (!found.ok) return found;
  const file = found.value;
  if (!traderKnown.includes(file.status))
    return stale('Complaints are recorded of members. Of an applicant they belong to the checks.');
  if (input.receivedOn > work.clock.today())
    return invalid({ field: 'receivedOn', words: 'The day cannot be in the future' });
  const { receivedOn, words } = input;
  await work.db
    .insertInto('traders.traderComplaint')
    .values({
      ...{
        id: work.ids.next(),
        traderId: file.id,
        agencyId: file.agencyId,
        reference: work.ids.reference('TC'),
      },
      ...{ receivedOn, words, recordedBy: officerOf(work).officerId, recordedAt: work.clock.now() },
    })
    .execute();
  return told(work, file, 'complaint', 'Complaint recorded');
}

/** Says what came of a complaint. */
export async function decideComplaint(
  work: Work,
  input: { traderId: string; complaintId: string; outcome: ComplaintOutcome; words: string },
): Promise<Result<Trader>> {
  const found = await openTrader(work, input.traderId);
  if (!found.ok) return found;
  const file = found.value;
  const complaint = (await listComplaints(work, file.id)).find(({ id }) => id === input.complaintId);
  if (!complaint) return notFound;
  if (complaint.outcome !== null) return stale('This complaint was decided already.');
  const decided = await work.db
    .updateTable('traders.traderComplaint')
    .set({ outcome: input.outcome, outcomeWords: input.words, decidedOn: work.clock.today() })
    .where('id', '=', complaint.id)
    .where('traderId', '=', file.id)
    .where('outcome', 'is', null)
    .executeTakeFirst();
  if (decided.numUpdatedRows !== 1n) return stale('This complaint was decided already.');
  return told(
    work,
    file,
    'complaint-decided',
    `Complaint ${complaint.reference}: ${complaintOutcomeWords[input.outcome].toLowerCase()}`,
  );
}

/** Adopts a fee from a day on. An earlier amount stands for its own days. */
export async function addFee(
  work: Work,
  input: { kind: FeeKind; pounds: number; startsOn: string; source: string },
): Promise<Result<null>> {
  const viewer = officerOf(work);
  const { kind, startsOn, source } = input;
  // What a scheme asked before it came here is written down once; later no amount is put under days that have passed.
  if (startsOn < work.clock.today() && (await listFees(work)).some((fee) => fee.kind === kind))
    return invalid({ field: 'startsOn', words: 'The day must be today or to come' });
  const done = await work.db
    .insertInto('traders.fee')
    .values({
      ...{ id: work.ids.next(), agencyId: viewer.agencyId, kind, pence: Math.round(input.pounds * 100) },
      ...{ startsOn, source, madeBy: viewer.officerId, madeAt: work.clock.now() },
    })
    .onConflict((there) => there.columns(['agencyId', 'kind', 'startsOn']).doNothing())
    .executeTakeFirst();
  if (done.numInsertedOrUpdatedRows !== 1n)
    return invalid({ field: 'startsOn', words: 'There is an amount from that day on: choose another day' });
  work.note.detail.kind = kind;
  return ok(null);
}
