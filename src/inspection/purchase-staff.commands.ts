import { parentAgreesUnder } from '../../reference/inspection.ts';
import { ownOfficers } from '../operations/index.ts';
import { invalid, notFound, type Result, refusedByRule, stale } from '../platform/failures/failures.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { isTooOld, partName } from './inspection.words.ts';
import { toLead, toldPurchase, toPlan } from './purchase.commands.ts';
import { mayDoPart, openPurchase } from './purchase.queries.ts';
import { holdPurchase, listPurchaseOfficers, listVolunteers, type Purchase } from './purchase.store.ts';

/** Puts an officer of the viewer's own agency on a part; the power that it needs is checked for that person, place and day. */
export async function addPurchaseOfficer(
  work: Work,
  input: { purchaseId: string; officerId: string; part: string },
): Promise<Result<Purchase>> {
  await holdPurchase(work, input.purchaseId);
  const found = await openPurchase(work, input.purchaseId);
  if (!found.ok) return found;
  const purchase = found.value;
  if (!['planned', 'settled'].includes(purchase.status)) return stale('The day has begun: the plan stands.');
  const officer = (await ownOfficers(work)).find(({ id }) => id === input.officerId);
  if (!officer) return invalid({ field: 'officerId', words: 'Choose an officer of your own agency' });
  const asked = { ...input, districtCode: purchase.districtCode, on: purchase.onDay };
  const { power, answer } = await mayDoPart(work, asked);
  if (answer && !answer.ok)
    return refusedByRule(
      'purchase.no-power',
      `${officer.name} cannot do this on the day: ${partName(input.part).toLowerCase()}. ${answer.unmet.map(({ words }) => words).join('. ')}.`,
      answer.unmet.map(({ mend }) => mend).join(' '),
    );
  const { agencyId, officerId: addedBy } = officerOf(work);
  const done = await work.db
    .insertInto('inspection.purchaseOfficer')
    .values({
      ...{ id: work.ids.next(), purchaseId: purchase.id, agencyId, officerId: officer.id, part: input.part },
      ...{ power, powerReference: answer?.reference ?? null, addedBy, addedAt: work.clock.now() },
    })
    .onConflict((there) => there.columns(['purchaseId', 'officerId', 'part']).doNothing())
    .executeTakeFirst();
  if (done.numInsertedOrUpdatedRows !== 1n)
    return invalid({ field: 'part', words: 'They have this part already' });
  return toldPurchase(
    work,
    purchase,
    'officer-added',
    `${officer.name}: ${partName(input.part).toLowerCase()}`,
  );
}

/** Takes an officer of the viewer's own agency off a part. */
export async function removePurchaseOfficer(
  work: Work,
  input: { purchaseId: string; purchaseOfficerId: string },
): Promise<Result<Purchase>> {
  await holdPurchase(work, input.purchaseId);
  const found = await openPurchase(work, input.purchaseId);
  if (!found.ok) return found;
  if (!['planned', 'settled'].includes(found.value.status))
    return stale('The day has begun: the plan stands.');
  const { agencyId } = officerOf(work);
  const own = (await listPurchaseOfficers(work, found.value.id)).find(
    (one) => one.id === input.purchaseOfficerId && one.agencyId === agencyId,
  );
  if (!own) return notFound;
  await work.db.deleteFrom('inspection.purchaseOfficer').where('id', '=', own.id).execute();
  return toldPurchase(work, found.value, 'officer-removed', `${own.officerName} taken off`);
}

/**
 * Adds a volunteer by a code and the age on the day. Without a parent's consent nobody under 18 is added, and to a test of underage
 * sales nobody to whom it may be sold.
 */
export async function addVolunteer(
  work: Work,
  input: {
    purchaseId: string;
    code: string;
    age: number;
    ownConsentOn: string;
    parentConsentOn?: string | undefined;
  },
): Promise<Result<Purchase>> {
  const found = await toPlan(work, input.purchaseId);
  if (!found.ok) return found;
  const { purchaseId, parentConsentOn, ...given } = input;
  const today = work.clock.today();
  if (given.age < parentAgreesUnder && !parentConsentOn)
    return invalid({
      field: 'parentConsentOn',
      words: `Of a volunteer under ${parentAgreesUnder} a parent agrees in writing too`,
    });
  if (isTooOld(found.value, given.age))
    return invalid({
      field: 'age',
      words: 'On a test of underage sales the volunteer is younger: a sale to somebody of this age is lawful',
    });
  for (const field of ['ownConsentOn', 'parentConsentOn'] as const)
    if ((input[field] ?? '') > today) return invalid({ field, words: 'The day cannot be in the future' });
  const { agencyId, officerId } = officerOf(work);
  const done = await work.db
    .insertInto('inspection.volunteer')
    .values({
      ...{ ...given, id: work.ids.next(), purchaseId, leadAgencyId: agencyId },
      ...{ parentConsentOn: parentConsentOn ?? null, addedBy: officerId, addedAt: work.clock.now() },
    })
    .onConflict((there) => there.columns(['purchaseId', 'code']).doNothing())
    .executeTakeFirst();
  if (done.numInsertedOrUpdatedRows !== 1n)
    return invalid({ field: 'code', words: 'There is a volunteer of this code already' });
  return toldPurchase(work, found.value, 'volunteer', 'A volunteer added, with the consents');
}
/** Writes down how a volunteer is looked after. */
export async function addWelfare(
  work: Work,
  input: { purchaseId: string; volunteerId: string; words: string },
): Promise<Result<Purchase>> {
  const found = await toLead(work, input.purchaseId);
  if (!found.ok) return found;
  const there = (await listVolunteers(work, found.value.id)).some(({ id }) => id === input.volunteerId);
  if (!there) return invalid({ field: 'volunteerId', words: 'Choose the volunteer' });
  await work.db
    .insertInto('inspection.welfareLine')
    .values({
      ...{ ...input, id: work.ids.next(), leadAgencyId: found.value.agencyId },
      ...{ at: work.clock.now(), officerId: officerOf(work).officerId },
    })
    .execute();
  return toldPurchase(work, found.value, 'welfare', 'Welfare of a volunteer looked after');
}
