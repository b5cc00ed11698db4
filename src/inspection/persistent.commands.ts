import { persistentClosure } from '../../reference/inspection.ts';
import { areasOf, canUsePower, keepEdition, officerFacts } from '../enforcement/index.ts';
import type { Day } from '../platform/clock/clock.ts';
import { invalid, ok, type Result, refusedByRule, stale } from '../platform/failures/failures.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { choiceName } from './inspection.words.ts';
import { sellingNotice } from './persistent.documents.ts';
import { persistentOn } from './persistent.queries.ts';
import { findPaidPenalty } from './persistent-sale.store.ts';
import { ownPremises, toldPremises } from './premises.commands.ts';
import type { Premises } from './premises.store.ts';

/** Records an unlawful sale that no test led to: a penalty for it that was paid is the evidence (s.147A). */
export async function recordSale(
  work: Work,
  input: { premisesId: string; penaltyId: string },
): Promise<Result<Premises>> {
  const found = await ownPremises(work, input.premisesId);
  if (!found.ok) return found;
  const penalty = await findPaidPenalty(work, input.penaltyId);
  // One that the viewer may not see, one of another offence and one not paid answer alike.
  if (!penalty)
    return invalid({ field: 'penaltyId', words: 'We know no paid penalty for a sale to a child by this id' });
  if (penalty.isOfTest)
    return invalid({ field: 'penaltyId', words: 'This penalty came of a test, and is counted with it' });
  const { agencyId, officerId } = officerOf(work);
  const done = await work.db
    .insertInto('inspection.sale')
    .values({
      ...{ id: work.ids.next(), premisesId: found.value.id, agencyId, penaltyId: input.penaltyId },
      ...{ soldOn: penalty.offenceOn, recordedBy: officerId, recordedAt: work.clock.now() },
    })
    .onConflict((there) => there.doNothing())
    .executeTakeFirst();
  if (done.numInsertedOrUpdatedRows !== 1n)
    return invalid({
      field: 'penaltyId',
      words: 'This penalty is recorded as a sale already, of these premises or others',
    });
  return toldPremises(work, found.value, 'sale', 'An unlawful sale recorded: the penalty for it was paid');
}

/** The authority for the closure notice, of the officer who decides; the one alone whose office the Act names may give it. */
async function authorityFor(work: Work, premises: Premises): Promise<Result<string>> {
  const facts = await officerFacts(work, officerOf(work).officerId, true);
  const place = await areasOf(work, { wardCode: null, districtCode: premises.districtCode });
  const answer = facts
    ? canUsePower(facts, persistentClosure.power, place, work.clock.today())
    : { ok: false as const, unmet: [] };
  if (answer.ok) return ok(answer.reference);
  return refusedByRule(
    'premises.closure-power',
    `A closure notice for persistent selling is given by ${persistentClosure.who}.`,
    `Ask one of them (${persistentClosure.legalBasis}), or apply for a review of the licence.`,
  );
}

/** Decides what follows of persistent selling: a review of the licence, or a closure notice of 48 to 336 hours by whoever may give it. */
export async function decidePersistent(
  work: Work,
  input: { premisesId: string; choice: string; hours?: number | undefined; words: string; lastOn: Day },
): Promise<Result<Premises>> {
  const found = await ownPremises(work, input.premisesId);
  if (!found.ok) return found;
  const premises = found.value;
  const view = (await persistentOn(work, [premises.id])).get(premises.id);
  if (!view?.found || !view.isAlert)
    return refusedByRule(
      'premises.no-persistent-selling',
      'There is no persistent selling here that waits for a decision.',
      'Two unlawful sales within three consecutive months make it.',
    );
  if (view.found.lastOn !== input.lastOn)
    return stale('Another sale was recorded meanwhile. Look at it, then decide.');
  const isClosure = input.choice === 'closure-notice';
  const { leastHours, mostHours } = persistentClosure;
  const hours = isClosure ? (input.hours ?? 0) : null;
  if (hours !== null && (hours < leastHours || hours > mostHours))
    return invalid({
      field: 'hours',
      words: `A closure notice is for ${leastHours} to ${mostHours} hours (${persistentClosure.legalBasis})`,
    });
  const authority = isClosure ? await authorityFor(work, premises) : ok(null);
  if (!authority.ok) return authority;
  const { agencyId, officerId } = officerOf(work);
  const done = await work.db
    .insertInto('inspection.persistentDecision')
    .values({
      ...{ id: work.ids.next(), premisesId: premises.id, agencyId, choice: input.choice, hours },
      ...{ firstOn: view.found.firstOn, lastOn: view.found.lastOn },
      ...{ powerReference: authority.value, words: input.words, decidedBy: officerId },
      decidedAt: work.clock.now(),
    })
    .onConflict((there) => there.columns(['premisesId', 'lastOn']).doNothing())
    .executeTakeFirst();
  if (done.numInsertedOrUpdatedRows !== 1n) return stale('A colleague decided it a moment ago.');
  if (hours !== null)
    await keepEdition(work, 'premises', premises, {
      kind: 'closure-notice',
      showsAddress: premises.address !== null,
      document: sellingNotice({
        ...{ premises, hours, found: view.found, sales: view.sales, officer: officerOf(work).name },
        ...{ power: authority.value ?? '', asAt: work.clock.now() },
      }),
    });
  const length = hours === null ? '' : `, ${hours} hours`;
  return toldPremises(
    work,
    premises,
    'decided',
    `Persistent selling: ${choiceName(input.choice).toLowerCase()}${length}`,
    input.words,
  );
}
