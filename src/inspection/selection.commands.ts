import { reportByReference } from '../intake/index.ts';
import { invalid, keeping, notFound, type Result } from '../platform/failures/failures.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { attemptsOn } from './attempt.store.ts';
import { ownPremises } from './premises.commands.ts';
import type { Premises } from './premises.store.ts';
import { toldPurchase, toPlan } from './purchase.commands.ts';
import { listSelections, type Purchase } from './purchase.store.ts';
import { screenPremises } from './safety.ts';
import { packageReceived } from './selection.store.ts';

interface Selecting {
  purchaseId: string;
  premisesId: string;
  basis: string;
  words: string;
  sourceReference?: string | undefined;
}
/** Why a reference is none: a report that the officer may not see, a package that was not given to them. */
async function sourceAgainst(work: Work, input: Selecting): Promise<string | undefined> {
  const reference = input.sourceReference?.toUpperCase();
  if (input.basis === 'complaint' && reference && !(await reportByReference(work, reference)))
    return 'We know no report by this reference';
  if (input.basis === 'intelligence') {
    if (!reference) return 'Enter the reference of the package that asks for it';
    const received = await packageReceived(work, reference);
    if (!received) return 'Your agency received no package by this reference';
    if (!received.isAcknowledged) return 'Open the package and acknowledge its conditions first';
  }
  return undefined;
}
/** Why a reason is none: a failed test or a concern that there is not. */
async function basisAgainst(work: Work, input: Selecting, premises: Premises): Promise<string | undefined> {
  if (input.basis === 'concern' && premises.concernSince === null)
    return 'They are no premises of concern. Choose another reason';
  if (input.basis === 'failed-before') {
    const tests = await attemptsOn(work, premises.id);
    if (!tests.some(({ result }) => result.startsWith('fail')))
      return 'No failed test is recorded of them. Choose another reason';
  }
  return undefined;
}

/**
 * Puts premises of the own agency on the plan, with the reason: intelligence, a complaint, a failed test or a concern. They are screened for
 * officer safety in that moment; where nobody may go they stay off it, and the screen stays.
 */
export async function choosePremises(work: Work, input: Selecting): Promise<Result<Purchase>> {
  const found = await toPlan(work, input.purchaseId);
  if (!found.ok) return found;
  const premises = await ownPremises(work, input.premisesId);
  // Another agency's card, and none, answer alike.
  if (!premises.ok) return invalid({ field: 'premisesId', words: 'Choose premises that your agency keeps' });
  const card = premises.value;
  const basis = await basisAgainst(work, input, card);
  if (basis) return invalid({ field: 'basis', words: basis });
  const reason = await sourceAgainst(work, input);
  if (reason) return invalid({ field: 'sourceReference', words: reason });
  const screened = await screenPremises(work, card, { why: `Test purchase ${found.value.reference}` });
  if (!screened.ok) return screened;
  const { agencyId, officerId } = officerOf(work);
  const isIntelligence = input.basis === 'intelligence';
  const reference = input.sourceReference?.toUpperCase();
  const id = work.ids.next();
  const done = await work.db
    .insertInto('inspection.selection')
    .values({
      ...{ id, purchaseId: found.value.id, premisesId: card.id, leadAgencyId: agencyId },
      ...{ label: card.tradingName, address: [card.address, card.postcode].filter(Boolean).join(', ') },
      recordIds: [card.firmRecordId, card.placeRecordId],
      ...{ addedBy: officerId, addedAt: work.clock.now() },
    })
    .onConflict((there) => there.columns(['purchaseId', 'premisesId']).doNothing())
    .executeTakeFirst();
  if (done.numInsertedOrUpdatedRows !== 1n)
    return keeping(invalid({ field: 'premisesId', words: 'They are on the plan already' }));
  await work.db
    .insertInto('inspection.selectionReason')
    .values({
      ...{ selectionId: id, leadAgencyId: agencyId, basis: input.basis },
      ...(isIntelligence ? { words: '' } : { words: input.words, sourceReference: reference ?? null }),
    })
    .execute();
  if (isIntelligence)
    await work.db
      .insertInto('inspection.selectionIntelligence')
      .values({
        ...{ selectionId: id, leadAgencyId: agencyId, packageReference: reference ?? '' },
        words: input.words,
      })
      .execute();
  return toldPurchase(work, found.value, 'chosen', 'Premises chosen, with the reason');
}

/** Takes premises off the plan. */
export async function dropPremises(
  work: Work,
  input: { purchaseId: string; selectionId: string },
): Promise<Result<Purchase>> {
  const found = await toPlan(work, input.purchaseId);
  if (!found.ok) return found;
  const own = (await listSelections(work, found.value.id)).find(({ id }) => id === input.selectionId);
  if (!own) return notFound;
  await work.db.deleteFrom('inspection.selection').where('id', '=', own.id).execute();
  return toldPurchase(work, found.value, 'dropped', 'Premises taken off the plan');
}
