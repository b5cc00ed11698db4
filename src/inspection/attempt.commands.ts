import { keepEdition } from '../enforcement/index.ts';
import { londonInstant } from '../platform/clock/clock.ts';
import { changeRow } from '../platform/database/change.ts';
import { invalid, notFound, ok, type Result, refusedByRule, stale } from '../platform/failures/failures.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { resultLetter } from './attempt.documents.ts';
import { type Attempt, listAttempts, listFollowUps } from './attempt.store.ts';
import { attemptResultWords } from './inspection.words.ts';
import { findPremises } from './premises.store.ts';
import { toLead, toldPurchase } from './purchase.commands.ts';
import type { AttemptInput } from './purchase.forms.ts';
import { openPurchase } from './purchase.queries.ts';
import {
  holdPurchase,
  listPurchaseOfficers,
  listSelections,
  listVolunteers,
  type Purchase,
} from './purchase.store.ts';

/** The operation under way, if the viewer is on its plan by name. */
export async function onTheDay(
  work: Work,
  purchaseId: string,
): Promise<Result<{ purchase: Purchase; parts: string[] }>> {
  const found = await openPurchase(work, purchaseId);
  if (!found.ok) return found;
  const { officerId, agencyId } = officerOf(work);
  const parts = (await listPurchaseOfficers(work, purchaseId))
    .filter((one) => one.officerId === officerId && one.agencyId === agencyId)
    .map(({ part }) => part);
  if (parts.length === 0)
    return refusedByRule(
      'purchase.not-on-it',
      'You are not on the plan of this day.',
      'Ask whoever plans for your agency.',
    );
  return ok({ purchase: found.value, parts });
}

/**
 * Records an attempt, as it is told on a telephone outside the shop. Of two officers who record the same premises at once the second is
 * told what the first said, and nothing is counted twice.
 */
export async function recordAttempt(
  work: Work,
  input: AttemptInput & { purchaseId: string },
): Promise<Result<Purchase>> {
  await holdPurchase(work, input.purchaseId);
  const found = await onTheDay(work, input.purchaseId);
  if (!found.ok) return found;
  const { purchase } = found.value;
  if (purchase.status !== 'under-way') return stale('Attempts are recorded while the day is under way.');
  const selection = (await listSelections(work, purchase.id)).find(({ id }) => id === input.selectionId);
  if (!selection) return invalid({ field: 'selectionId', words: 'Choose premises that are on the plan' });
  const volunteer = (await listVolunteers(work, purchase.id)).find(({ id }) => id === input.volunteerId);
  if (!volunteer) return invalid({ field: 'volunteerId', words: 'Choose the volunteer' });
  const attemptedAt = londonInstant(purchase.onDay, input.at.padStart(5, '0'));
  if (attemptedAt > work.clock.now())
    return invalid({ field: 'at', words: 'The time cannot be in the future' });
  if (input.result === 'void' && input.words.length < 3)
    return invalid({ field: 'words', words: 'Say why it is no test' });
  const { agencyId, officerId } = officerOf(work);
  const id = work.ids.next();
  const done = await work.db
    .insertInto('inspection.attempt')
    .values({
      ...{
        id,
        reference: work.ids.reference('TA'),
        purchaseId: purchase.id,
        premisesId: selection.premisesId,
      },
      ...{ leadAgencyId: purchase.agencyId, agencyId, officerId, attemptedAt, onDay: purchase.onDay },
      ...{ result: input.result, product: purchase.product, madeAt: work.clock.now() },
      ...{ volunteerCode: volunteer.code, volunteerAge: volunteer.age },
    })
    .onConflict((there) => there.doNothing())
    .executeTakeFirst();
  if (done.numInsertedOrUpdatedRows !== 1n) return alreadyRecorded(work, purchase, selection.premisesId);
  if (input.words)
    await work.db
      .insertInto('inspection.attemptDetail')
      .values({ attemptId: id, leadAgencyId: purchase.agencyId, agencyId, words: input.words })
      .execute();
  return toldPurchase(work, purchase, 'attempt', 'An attempt recorded');
}
/** What a colleague recorded of the premises a moment before. */
async function alreadyRecorded(work: Work, purchase: Purchase, premisesId: string) {
  const there = (await listAttempts(work, purchase.id)).find(
    (one) => one.premisesId === premisesId && one.result !== 'void',
  );
  const who = there
    ? `${there.officerName} recorded them: ${attemptResultWords[there.result].toLowerCase()}`
    : '';
  return stale(`These premises are recorded already. ${who}. If that is wrong, it is made void first.`);
}

/** Makes an attempt void, with why: a slip of the finger, or no test at all. One that the business was written to about stands. */
export async function voidAttempt(
  work: Work,
  input: { purchaseId: string; attemptId: string; reason: string; version: number },
): Promise<Result<Purchase>> {
  await holdPurchase(work, input.purchaseId);
  const found = await openPurchase(work, input.purchaseId);
  if (!found.ok) return found;
  const purchase = found.value;
  const attempt = (await listAttempts(work, purchase.id)).find(({ id }) => id === input.attemptId);
  const { agencyId } = officerOf(work);
  if (!attempt || ![attempt.agencyId, attempt.leadAgencyId].includes(agencyId)) return notFound;
  if (purchase.status !== 'under-way' || attempt.result === 'void')
    return stale('Only a result of a day that is under way is made void.');
  const hasFollowUp = (await listFollowUps(work, purchase.id)).some((one) => one.attemptId === attempt.id);
  if (attempt.hasLetter || hasFollowUp)
    return refusedByRule(
      'purchase.told',
      'The business was told this result, or something followed of it already.',
      'Write to the business and correct it there.',
    );
  const set = { result: 'void', voidedFrom: attempt.result };
  const row = { id: attempt.id, version: input.version };
  if (!(await changeRow(work.db, 'inspection.attempt', row, set)))
    return stale('A colleague changed this attempt a moment ago.');
  return toldPurchase(work, purchase, 'voided', 'An attempt made void', input.reason);
}

/** Makes the letters that are missing: one for each business, whatever the result. */
export async function makeLetters(work: Work, input: { purchaseId: string }): Promise<Result<Purchase>> {
  await holdPurchase(work, input.purchaseId);
  const found = await toLead(work, input.purchaseId);
  if (!found.ok) return found;
  const purchase = found.value;
  if (!['under-way', 'completed'].includes(purchase.status))
    return stale('Letters are made once the tests are recorded.');
  const missing = (await listAttempts(work, purchase.id)).filter(
    ({ result, hasLetter }) => result !== 'void' && !hasLetter,
  );
  if (missing.length === 0) return stale('Every business has its letter.');
  for (const attempt of missing) await keepLetter(work, purchase, attempt);
  return toldPurchase(work, purchase, 'letters', `Letters made: ${missing.length}`);
}
async function keepLetter(work: Work, purchase: Purchase, attempt: Attempt): Promise<void> {
  const premises = await findPremises(work, attempt.premisesId);
  if (!premises) return;
  const followUps = (await listFollowUps(work, purchase.id)).filter((one) => one.attemptId === attempt.id);
  const { address, postcode } = premises;
  const document = resultLetter({
    ...{ attempt, followUps, firmName: premises.firmName, tradingName: premises.tradingName },
    addressLines: address === null ? null : [address, postcode ?? ''].filter(Boolean),
    ...{ agencyName: purchase.agencyName, asAt: work.clock.now() },
  });
  const file = { id: attempt.id, agencyId: purchase.agencyId, reference: attempt.reference };
  await keepEdition(work, 'attempt', file, { kind: 'letter', document, showsAddress: address !== null });
}
