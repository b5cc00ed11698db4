import { createHash } from 'node:crypto';
import { placeOfPostcode } from '../directory/index.ts';
import { addEvent, addresseeAllowed, movedOn } from '../enforcement/index.ts';
import { invalid, notFound, ok, type Result, refusedByRule, stale } from '../platform/failures/failures.ts';
import type { Upload } from '../platform/http/declare.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import type { DraftTrader } from './trader.forms.ts';
import { openTrader } from './trader.queries.ts';
import { changeTrader, type Trader } from './trader.store.ts';
import { traderOpen } from './trader.transitions.ts';
import { checksFor } from './trader.ts';
import { type CheckResult, type FeeKind, feeKindWords, proofName } from './trader.words.ts';
import { feeOn, isOwnerHidden, listFees, listPeople } from './trader-parts.store.ts';

const marksOf = (typed: string): string[] =>
  typed
    .split(/[\n,;]+/)
    .map((mark) => mark.trim().toUpperCase())
    .filter(Boolean);

async function columnsOf(work: Work, input: DraftTrader) {
  const place = await placeOfPostcode(work.db, input.postcode, work.clock.today());
  if (!place)
    return invalid({
      field: 'postcode',
      words: 'We do not know this postcode. Check it: the scheme is of the county',
    });
  if (input.trades.length === 0) return invalid({ field: 'trades', words: 'Choose one trade or more' });
  const { companyNumber, carrierNumber, phone, email, tradingSince, vehicles, ...rest } = input;
  return ok({
    ...rest,
    ...{ companyNumber: companyNumber ?? null, carrierNumber: carrierNumber ?? null },
    ...{ phone: phone ?? null, email: email ?? null, tradingSince: tradingSince ?? null },
    vehicles: marksOf(vehicles),
    districtCode: place.districtCode,
  });
}

/** Writes down an application as it came. */
export async function draftTrader(work: Work, input: DraftTrader): Promise<Result<Trader>> {
  const viewer = officerOf(work);
  const columns = await columnsOf(work, input);
  if (!columns.ok) return columns;
  const id = work.ids.next();
  await work.db
    .insertInto('traders.trader')
    .values({
      ...columns.value,
      ...{ id, reference: work.ids.reference('TS'), agencyId: viewer.agencyId, status: 'applied' },
      ...{ appliedOn: work.clock.today(), madeBy: viewer.officerId, madeAt: work.clock.now() },
    })
    .execute();
  await addEvent(
    work,
    'trader',
    { id, agencyId: viewer.agencyId },
    { kind: 'applied', words: 'Application received' },
  );
  return openTrader(work, id);
}

/** Where a firm is whose owner's address must stay hidden is neither read nor written here. */
export const hiddenHome = refusedByRule(
  'trader.hidden-home',
  'An owner of this firm has an address that must stay hidden: nothing is read or written here that says where.',
  'Ask the safeguarding side.',
);

/** Changes an application before it went to vetting; afterwards what was asked about stands. */
export async function editTrader(
  work: Work,
  input: DraftTrader & { traderId: string; version: number },
): Promise<Result<Trader>> {
  const { traderId, version, ...draft } = input;
  const found = await openTrader(work, traderId);
  if (!found.ok) return found;
  if (found.value.status !== 'applied')
    return stale('It went to vetting as it stands: nothing of the application is changed any more.');
  if (found.value.version !== version) return movedOn();
  if (found.value.isHidden) return hiddenHome;
  const columns = await columnsOf(work, draft);
  if (!columns.ok) return columns;
  if (!(await changeTrader(work.db, found.value, columns.value))) return movedOn();
  await addEvent(work, 'trader', found.value, { kind: 'edited', words: 'Application changed' });
  return openTrader(work, traderId);
}

/** The file, if what belongs to it may still be added. */
async function toFill(work: Work, traderId: string): Promise<Result<Trader>> {
  const found = await openTrader(work, traderId);
  if (!found.ok || traderOpen.includes(found.value.status)) return found;
  return stale('This file is closed: nothing is added to it.');
}
/** Writes a line of the history and gives the file as it is now. */
export async function told(work: Work, file: Trader, kind: string, words: string): Promise<Result<Trader>> {
  await addEvent(work, 'trader', file, { kind, words });
  return openTrader(work, file.id);
}

/** Names an owner or director, before the firm goes to vetting: later nobody is added whom nobody asked about. */
export async function addPerson(
  work: Work,
  input: {
    traderId: string;
    name: string;
    dateOfBirth: string;
    address: string;
    recordId?: string | undefined;
  },
): Promise<Result<Trader>> {
  const found = await openTrader(work, input.traderId);
  if (!found.ok) return found;
  const file = found.value;
  if (!['applied', 'member'].includes(file.status))
    return stale('People are named before the firm goes to vetting, and before a renewal.');
  if (input.dateOfBirth >= work.clock.today())
    return invalid({ field: 'dateOfBirth', words: 'The date of birth must be in the past' });
  const { name, dateOfBirth, recordId } = input;
  const named = await addresseeAllowed(work, recordId, {});
  if (!named.ok) return named;
  // Of somebody who is known to be hidden nothing is written that says where they are.
  const isHidden = await isOwnerHidden(work, { name, dateOfBirth, recordId });
  // Whoever is about to send the file looked at other people: it is another file now.
  if (!(await changeTrader(work.db, file, {}))) return movedOn();
  await work.db
    .insertInto('traders.traderPerson')
    .values({
      ...{ id: work.ids.next(), traderId: file.id, agencyId: file.agencyId },
      ...{ name, dateOfBirth, recordId: recordId ?? null },
      ...{ address: isHidden ? '' : input.address, addedAt: work.clock.now() },
    })
    .execute();
  return told(work, file, 'person-added', 'An owner or director added');
}

/** Takes somebody off an application who was put there by mistake, as long as nobody was asked about them. */
export async function removePerson(
  work: Work,
  input: { traderId: string; traderPersonId: string },
): Promise<Result<Trader>> {
  const found = await openTrader(work, input.traderId);
  if (!found.ok) return found;
  const file = found.value;
  const own = (await listPeople(work, file.id)).find(({ id }) => id === input.traderPersonId);
  if (!own) return notFound;
  if (file.status !== 'applied') return stale('It went to vetting as it stands: nobody is taken off.');
  const shown = await work.db
    .selectFrom('traders.traderProof')
    .select('id')
    .where('personId', '=', own.id)
    .executeTakeFirst();
  if (shown)
    return refusedByRule('trader.person-shown', 'Papers of theirs are on the file.', 'Leave them on it.');
  if (!(await changeTrader(work.db, file, {}))) return movedOn();
  await work.db.deleteFrom('traders.traderPerson').where('id', '=', own.id).execute();
  return told(work, file, 'person-removed', 'An owner or director taken off');
}

/** Keeps that a paper was shown, with a copy where one was given. */
export async function addProof(
  work: Work,
  input: {
    traderId: string;
    kind: string;
    personId?: string | undefined;
    words: string;
    validUntil?: string | undefined;
    upload?: Upload | undefined;
  },
): Promise<Result<Trader>> {
  const found = await toFill(work, input.traderId);
  if (!found.ok) return found;
  const file = found.value;
  const { kind, personId, words, validUntil, upload } = input;
  if (file.isHidden && upload) return hiddenHome;
  if (personId && !(await listPeople(work, file.id)).some(({ id }) => id === personId))
    return invalid({ field: 'personId', words: 'Choose somebody of this firm' });
  if (validUntil && validUntil < work.clock.today())
    return invalid({ field: 'validUntil', words: 'It has run out: ask for one that holds' });
  if (upload?.isTooLarge) return invalid({ field: 'copy', words: 'The copy must be smaller than 8 MB' });
  if (upload && !['application/pdf', 'image/jpeg', 'image/png'].includes(upload.mediaType))
    return invalid({ field: 'copy', words: 'The copy must be a PDF, JPEG or PNG' });
  const { name = null, mediaType = null, content = null } = upload ?? {};
  await work.db
    .insertInto('traders.traderProof')
    .values({
      ...{ id: work.ids.next(), traderId: file.id, agencyId: file.agencyId, personId: personId ?? null },
      ...{ kind, words, validUntil: validUntil ?? null, name, mediaType, content },
      sha256: content ? createHash('sha256').update(content).digest('hex') : null,
      ...{ addedBy: officerOf(work).officerId, addedAt: work.clock.now() },
    })
    .execute();
  return told(work, file, 'paper', `Paper shown: ${proofName(kind)}`);
}

/** Keeps that a fee of this round came: the amount that the scheme asked on that day, and no other. */
export async function addPayment(
  work: Work,
  input: { traderId: string; kind: FeeKind; pounds: number; paidOn: string; paymentReference: string },
): Promise<Result<Trader>> {
  const found = await toFill(work, input.traderId);
  if (!found.ok) return found;
  const file = found.value;
  if (input.paidOn > work.clock.today())
    return invalid({ field: 'paidOn', words: 'The day cannot be in the future' });
  const pence = Math.round(input.pounds * 100);
  const fee = feeOn(await listFees(work), input.kind, input.paidOn);
  if (!fee)
    return refusedByRule(
      'trader.no-fee',
      'The scheme had adopted no such fee on that day.',
      'Add it under Fees first.',
    );
  if (fee.pence !== pence)
    return invalid({ field: 'pounds', words: `The fee on that day was £${(fee.pence / 100).toFixed(2)}` });
  const done = await work.db
    .insertInto('traders.traderPayment')
    .values({
      ...{
        id: work.ids.next(),
        traderId: file.id,
        agencyId: file.agencyId,
        round: file.round,
        kind: input.kind,
      },
      ...{ pence, paidOn: input.paidOn, paymentReference: input.paymentReference },
    })
    .onConflict((there) => there.columns(['traderId', 'round', 'kind']).doNothing())
    .executeTakeFirst();
  if (done.numInsertedOrUpdatedRows !== 1n)
    return invalid({ field: 'kind', words: 'This fee was paid already' });
  return told(work, file, 'paid', `Paid: ${feeKindWords[input.kind].split(',')[0]}`);
}

/** Answers checks of this round; an answer without words is none. */
export async function answerChecks(
  work: Work,
  input: { traderId: string; items: readonly { item: string; result: CheckResult; words: string }[] },
): Promise<Result<Trader>> {
  const found = await openTrader(work, input.traderId);
  if (!found.ok) return found;
  const file = found.value;
  if (!['applied', 'checking', 'renewing'].includes(file.status))
    return stale('Checks are answered while the firm is being checked.');
  const asked = checksFor(file, work.clock.today()).map(({ code }) => code);
  const wrong = input.items.filter(({ item, words }) => words.length < 2 || !asked.includes(item));
  if (wrong.length > 0)
    return invalid(
      ...wrong.map(({ item }) => ({ field: `words-${item}`, words: 'Say what was found, and where' })),
    );
  if (input.items.length === 0)
    return invalid({ field: `result-${asked[0] ?? ''}`, words: 'Answer one check or more' });
  for (const { item, result, words } of input.items) {
    const row = { result, words, officerId: officerOf(work).officerId, at: work.clock.now() };
    await work.db
      .insertInto('traders.traderCheck')
      .values({ traderId: file.id, round: file.round, agencyId: file.agencyId, item, ...row })
      .onConflict((there) => there.columns(['traderId', 'round', 'item']).doUpdateSet(row))
      .execute();
  }
  return told(work, file, 'checked', `Checks: ${input.items.length} answered`);
}
