import {
  type FollowUpKind,
  type FollowUpRule,
  followUpRules,
  inForceOn,
} from '../../reference/inspection.ts';
import { draftPenalty } from '../enforcement/index.ts';
import { addDays, timeOf } from '../platform/clock/clock.ts';
import { changeRow } from '../platform/database/change.ts';
import { invalid, notFound, ok, type Result, refusedByRule, stale } from '../platform/failures/failures.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { onTheDay } from './attempt.commands.ts';
import { type Attempt, listAttempts, listFollowUps } from './attempt.store.ts';
import { followUpName } from './inspection.words.ts';
import { isUnlawfulSale } from './persistent.ts';
import { toLead, toldPurchase } from './purchase.commands.ts';
import { openPurchase } from './purchase.queries.ts';
import { holdPurchase, type Purchase } from './purchase.store.ts';
import { planFollowUpVisit } from './visit.commands.ts';

/** What may follow a result on the day, by the rules of that day. */
export const followUpsFor = (attempt: Pick<Attempt, 'result' | 'onDay'>): readonly FollowUpRule[] =>
  inForceOn(followUpRules, attempt.onDay).filter(({ results }) => results.includes(attempt.result));

async function offerTo(
  work: Work,
  attempt: Attempt,
  rule: FollowUpRule,
  penaltyId: string | null = null,
): Promise<boolean> {
  const { agencyId, officerId } = officerOf(work);
  const dueOn = rule.dueDays === null ? null : addDays(attempt.onDay, rule.dueDays);
  const done = await work.db
    .insertInto('inspection.followUp')
    .values({
      ...{ id: work.ids.next(), attemptId: attempt.id, leadAgencyId: attempt.leadAgencyId, agencyId },
      ...{
        kind: rule.kind,
        status: 'offered',
        dueOn,
        penaltyId,
        madeBy: officerId,
        madeAt: work.clock.now(),
      },
    })
    .onConflict((there) => there.columns(['attemptId', 'kind']).doNothing())
    .executeTakeFirst();
  const isNew = done.numInsertedOrUpdatedRows === 1n;
  if (isNew && rule.kind === 're-inspection' && dueOn) await planFollowUpVisit(work, attempt, dueOn);
  return isNew;
}

/** Offers something to every business that was tested, as training to all of them, whatever their result. */
export async function offerToAll(
  work: Work,
  input: { purchaseId: string; kind: string },
): Promise<Result<Purchase>> {
  await holdPurchase(work, input.purchaseId);
  const found = await toLead(work, input.purchaseId);
  if (!found.ok) return found;
  if (input.kind === 'pnd')
    return invalid({ field: 'kind', words: 'A penalty is drafted one by one, for its seller' });
  let count = 0;
  for (const attempt of await listAttempts(work, found.value.id)) {
    const rule = followUpsFor(attempt).find(({ kind }) => kind === input.kind);
    if (rule && (await offerTo(work, attempt, rule))) count += 1;
  }
  if (count === 0) return invalid({ field: 'kind', words: 'There is nobody left to offer this to' });
  return toldPurchase(work, found.value, 'offered', `${followUpName(input.kind)} offered to ${count}`);
}

/** Offers something to one business after its result. */
export async function offerToOne(
  work: Work,
  input: { purchaseId: string; attemptId: string; kind: string },
): Promise<Result<Purchase>> {
  await holdPurchase(work, input.purchaseId);
  const found = await toLead(work, input.purchaseId);
  if (!found.ok) return found;
  const attempt = (await listAttempts(work, found.value.id)).find(({ id }) => id === input.attemptId);
  if (!attempt) return notFound;
  const rule = followUpsFor(attempt).find(({ kind }) => kind === input.kind);
  if (!rule || rule.kind === 'pnd')
    return invalid({ field: 'kind', words: 'This does not follow such a result' });
  if (!(await offerTo(work, attempt, rule)))
    return invalid({ field: 'kind', words: 'This is offered already' });
  return toldPurchase(work, found.value, 'offered', `${rule.name} offered`);
}

/** Writes down what came of an offer. */
export async function settleFollowUp(
  work: Work,
  input: { purchaseId: string; followUpId: string; status: 'done' | 'declined'; on: string; version: number },
): Promise<Result<Purchase>> {
  const found = await toLead(work, input.purchaseId);
  if (!found.ok) return found;
  const one = (await listFollowUps(work, found.value.id)).find(({ id }) => id === input.followUpId);
  if (!one) return notFound;
  if (one.status !== 'offered') return stale('This is settled already.');
  if (input.on > work.clock.today())
    return invalid({ field: 'on', words: 'The day cannot be in the future' });
  if (input.on < found.value.onDay)
    return invalid({ field: 'on', words: 'The day cannot be before the test' });
  if (one.kind === 'pnd') return stale('What came of a penalty stands on the penalty.');
  const set = { status: input.status, doneOn: input.on };
  if (!(await changeRow(work.db, 'inspection.followUp', { id: one.id, version: input.version }, set)))
    return stale('A colleague changed this a moment ago.');
  return toldPurchase(work, found.value, 'followed', `${followUpName(one.kind)}: ${input.status}`);
}

const penaltyKind: FollowUpKind = 'pnd';
/**
 * Drafts the penalty to the seller of a failed test: a penalty notice for disorder, whose amount follows from the law of the day. Who the
 * seller is stands on the penalty and nowhere in the operation.
 */
export async function penaliseSeller(
  work: Work,
  input: { purchaseId: string; attemptId: string },
): Promise<Result<{ purchase: Purchase; penaltyId: string }>> {
  await holdPurchase(work, input.purchaseId);
  const seen = await openPurchase(work, input.purchaseId);
  if (!seen.ok) return seen;
  const attempt = (await listAttempts(work, seen.value.id)).find(({ id }) => id === input.attemptId);
  if (!attempt) return notFound;
  const rule = followUpsFor(attempt).find(({ kind }) => kind === penaltyKind);
  if (!rule || !isUnlawfulSale(attempt))
    return refusedByRule(
      'purchase.no-penalty',
      'No penalty to the seller is known for this result.',
      'It is for alcohol that was sold to somebody under 18.',
    );
  const found = await onTheDay(work, input.purchaseId);
  if (!found.ok) return found;
  const { purchase, parts } = found.value;
  if (!parts.includes('issue-penalties'))
    return refusedByRule(
      'purchase.not-your-part',
      'To give penalties is not your part on this day.',
      'Ask the colleague who has it.',
    );
  const given = (await listFollowUps(work, purchase.id)).some(
    ({ attemptId, kind }) => attemptId === attempt.id && kind === penaltyKind,
  );
  if (given) return stale('A penalty was drafted from this test already.');
  const draft = await draftPenalty(
    work,
    {
      ...{ offence: 'pnd-upper-tier', offenceOn: attempt.onDay, offenceTime: timeOf(attempt.attemptedAt) },
      ...{ placeWords: attempt.label ?? undefined, policyConsidered: false },
    },
    { lon: null, lat: null, wardCode: null, districtCode: purchase.districtCode },
  );
  if (!draft.ok) return draft;
  // Somebody drafted it in the same moment: this one is undone with the act.
  if (!(await offerTo(work, attempt, rule, draft.value.id)))
    return stale('A penalty was drafted from this test already.');
  const after = await toldPurchase(work, purchase, 'penalised', 'An FPN to a seller drafted');
  return after.ok ? ok({ purchase: after.value, penaltyId: draft.value.id }) : after;
}
