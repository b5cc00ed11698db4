import { listAgencies, placeOfPostcode } from '../directory/index.ts';
import { addEvent, movedOn } from '../enforcement/index.ts';
import { changeRow } from '../platform/database/change.ts';
import {
  type FieldProblem,
  invalid,
  notFound,
  ok,
  type Result,
  refusedByRule,
  stale,
} from '../platform/failures/failures.ts';
import { about, officerOf, type Work } from '../platform/http/work.ts';
import { findRecord, keepRecord, type RecordKind, recordAlreadyKept, tieRecord } from '../records/index.ts';
import type { PremisesInput } from './premises.forms.ts';
import { findPremises, listConcerns, type Premises, premisesThere } from './premises.store.ts';

/** One card for reading; noted in the audit by its id. */
export async function openPremises(work: Work, id: string): Promise<Result<Premises>> {
  const found = await findPremises(work, id);
  if (!found) return notFound;
  about(work, 'premises', found.id);
  return ok(found);
}
/** The card, if the viewer's agency keeps it. */
export async function ownPremises(work: Work, id: string): Promise<Result<Premises>> {
  const found = await openPremises(work, id);
  if (!found.ok || found.value.agencyId === officerOf(work).agencyId) return found;
  return refusedByRule(
    'premises.other-agency',
    `${found.value.agencyName} keeps these premises.`,
    'Ask them: only the agency that keeps the card changes it.',
  );
}
/** Writes a line of the history and gives the card as it is now. */
export async function toldPremises(
  work: Work,
  premises: { id: string; agencyId: string },
  kind: string,
  words: string,
  reason?: string,
): Promise<Result<Premises>> {
  await addEvent(work, 'premises', premises, { kind, words, reason });
  return openPremises(work, premises.id);
}

interface Kept {
  id: string;
  fields: Record<string, string>;
}
/** The record that was named, or the one that says the same already, or a new one: nothing is written down twice. */
async function recordFor(
  work: Work,
  given: { kind: RecordKind; recordId: string | undefined; fields: Record<string, string>; field: string },
): Promise<Result<Kept & { isNew: boolean }>> {
  if (given.recordId) {
    const record = await findRecord(work, given.recordId);
    if (record?.kind !== given.kind)
      return invalid({ field: given.field, words: 'We know no such record of this kind' });
    return ok({ id: record.id, fields: record.fields, isNew: false });
  }
  const there = await recordAlreadyKept(work, given.kind, given.fields);
  if (there) return ok({ id: there.id, fields: given.fields, isNew: false });
  return ok({ id: '', fields: given.fields, isNew: true });
}

const keptAlready = invalid({
  field: 'tradingName',
  words: 'Your agency keeps premises of this name there already',
});
/** Keeps premises, tied to the records of their firm and place; a firm or place that the agency knows is not written a second time. */
export async function keepPremises(work: Work, input: PremisesInput): Promise<Result<Premises>> {
  const { agencyId, officerId } = officerOf(work);
  const problems: FieldProblem[] = [];
  if (!input.firmRecordId && !input.firmName)
    problems.push({ field: 'firmName', words: 'Enter the firm that holds the licence, or its record' });
  if (!input.placeRecordId && !input.address)
    problems.push({ field: 'address', words: 'Enter the address, or the record of the place' });
  if (!input.placeRecordId && !input.postcode)
    problems.push({ field: 'postcode', words: 'Enter the postcode' });
  if (problems.length > 0) return invalid(...problems);
  const place = await recordFor(work, {
    ...{ kind: 'place', recordId: input.placeRecordId, field: 'placeRecordId' },
    fields: { address: input.address ?? '', postcode: (input.postcode ?? '').toUpperCase() },
  });
  if (!place.ok) return place;
  const postcode = place.value.fields.postcode ?? '';
  const where = await placeOfPostcode(work.db, postcode, work.clock.today());
  if (!where?.districtCode)
    return invalid({
      field: input.placeRecordId ? 'placeRecordId' : 'postcode',
      words: 'We do not know this postcode. Check it: the district decides whose powers reach',
    });
  const firm = await recordFor(work, {
    ...{ kind: 'organisation', recordId: input.firmRecordId, field: 'firmRecordId' },
    fields: { name: input.firmName ?? '', companyNumber: input.companyNumber ?? '' },
  });
  if (!firm.ok) return firm;
  if (!place.value.isNew && (await premisesThere(work, place.value.id, input.tradingName)))
    return keptAlready;
  const id = work.ids.next();
  const placeRecordId = await tied(work, 'place', place.value, id);
  const firmRecordId = await tied(work, 'organisation', firm.value, id);
  const done = await work.db
    .insertInto('inspection.premises')
    .values({
      ...{ id, reference: work.ids.reference('PR'), agencyId, agencyIds: [agencyId], kind: input.kind },
      ...{
        tradingName: input.tradingName,
        firmName: firm.value.fields.name ?? '',
        firmRecordId,
        placeRecordId,
      },
      ...{ address: place.value.fields.address ?? '', postcode, districtCode: where.districtCode },
      ...{ licenceNumber: input.licenceNumber ?? null, risk: input.risk ?? null },
      ...{ ratedOn: input.risk ? work.clock.today() : null, madeBy: officerId, madeAt: work.clock.now() },
    })
    .onConflict((there) => there.doNothing())
    .executeTakeFirst();
  if (done.numInsertedOrUpdatedRows !== 1n) return keptAlready;
  return toldPremises(work, { id, agencyId }, 'kept', 'Premises kept');
}
async function tied(
  work: Work,
  kind: 'place' | 'organisation',
  record: Kept & { isNew: boolean },
  premisesId: string,
): Promise<string> {
  const { agencyId } = officerOf(work);
  const role = kind === 'place' ? 'seen-at' : 'owner';
  const tie = { kind: 'premises' as const, id: premisesId, role, why: 'Premises that are inspected' };
  if (!record.isNew) {
    await tieRecord(work, { recordId: record.id, originAgencyId: agencyId, tie });
    return record.id;
  }
  const kept = await keepRecord(work, {
    ...{ kind, fields: record.fields, originAgencyId: agencyId, feed: 'inspection', handling: 'ordinary' },
    ...{ regime: 'UKGDPR', tie },
  });
  return kept.id;
}

/** Changes kind, licence and risk. */
export async function editPremises(
  work: Work,
  input: Pick<PremisesInput, 'kind' | 'licenceNumber' | 'risk'> & {
    premisesId: string;
    reason: string;
    version: number;
  },
): Promise<Result<Premises>> {
  const found = await ownPremises(work, input.premisesId);
  if (!found.ok) return found;
  const premises = found.value;
  if (premises.version !== input.version) return movedOn();
  const risk = input.risk ?? null;
  const isRated = risk !== premises.risk;
  const saved = await changeRow(work.db, 'inspection.premises', premises, {
    ...{ kind: input.kind, licenceNumber: input.licenceNumber ?? null, risk },
    ratedOn: risk === null ? null : isRated ? work.clock.today() : premises.ratedOn,
  });
  if (!saved) return movedOn();
  return toldPremises(work, premises, 'edited', isRated ? 'Risk rated anew' : 'Card changed', input.reason);
}

/** Makes them premises of concern and shares that with agencies, in the words meant for them. */
export async function raiseConcern(
  work: Work,
  input: { premisesId: string; words: string; sharedWords: string; agencies: readonly string[] },
): Promise<Result<Premises>> {
  const found = await ownPremises(work, input.premisesId);
  if (!found.ok) return found;
  const premises = found.value;
  if (premises.concernSince) return stale('They are premises of concern already.');
  const { agencyId, officerId } = officerOf(work);
  const today = work.clock.today();
  const shared = await agenciesThere(work, input.agencies);
  if (!shared) return invalid({ field: 'agencies', words: 'Choose agencies from the list' });
  const done = await work.db
    .insertInto('inspection.concern')
    .values({
      ...{ id: work.ids.next(), premisesId: premises.id, agencyId, raisedOn: today, raisedBy: officerId },
      ...{ words: input.words, sharedWords: input.sharedWords },
    })
    .onConflict((there) => there.doNothing())
    .executeTakeFirst();
  if (done.numInsertedOrUpdatedRows !== 1n) return stale('They are premises of concern already.');
  const agencyIds = [agencyId, ...shared];
  if (!(await changeRow(work.db, 'inspection.premises', premises, { agencyIds }))) return movedOn();
  return toldPremises(work, premises, 'concern-raised', 'Premises of concern', input.words);
}
/** The agencies besides the viewer's own, if all of them are there today. */
export async function agenciesThere(
  work: Work,
  asked: readonly string[],
  on = work.clock.today(),
): Promise<string[] | undefined> {
  const own = officerOf(work).agencyId;
  const others = [...new Set(asked)].filter((id) => id !== own);
  const there = await listAgencies(work.db, work.clock.today());
  const known = there.filter(({ id, endsOn }) => others.includes(id) && (endsOn === null || endsOn > on));
  return known.length === others.length ? others : undefined;
}

/** The concern is over: the agencies that it was shared with read the card no more. */
export async function endConcern(
  work: Work,
  input: { premisesId: string; reason: string },
): Promise<Result<Premises>> {
  const found = await ownPremises(work, input.premisesId);
  if (!found.ok) return found;
  const premises = found.value;
  const [open] = (await listConcerns(work, premises.id)).filter(({ endedOn }) => endedOn === null);
  if (!open) return stale('They are no premises of concern.');
  await work.db
    .updateTable('inspection.concern')
    .set({ endedOn: work.clock.today(), endedWhy: input.reason })
    .where('id', '=', open.id)
    .where('endedOn', 'is', null)
    .execute();
  if (!(await changeRow(work.db, 'inspection.premises', premises, { agencyIds: [premises.agencyId] })))
    return movedOn();
  return toldPremises(work, premises, 'concern-ended', 'No premises of concern any more', input.reason);
}
