import { invalid, notFound, ok, type Result, refusedByRule } from '../../platform/failures/failures.ts';
import type { Work } from '../../platform/http/work.ts';
import { dayWords } from '../../platform/ui/index.ts';
import { findAgency, isEnded } from '../agency/agency.store.ts';
import { changedMeanwhile, type Fields, noteChange } from '../change/change.store.ts';
import type { AmendAgreementInput, EndAgreementInput, NewAgreementInput } from './agreement.forms.ts';
import { type AgreementRow, agreementState, findAgreement, overlapping } from './agreement.store.ts';

/** The fields of an agreement that its history keeps. */
export const agreementFields = (row: AgreementRow): Fields => ({
  fromAgencyId: row.fromAgencyId,
  toAgencyId: row.toAgencyId,
  recordKind: row.recordKind,
  gateway: row.gateway,
  document: row.document,
  startsOn: row.startsOn,
  endsOn: row.endsOn,
});

export interface PlannedAgreement {
  before: AgreementRow | null;
  after: Fields;
}

/**
 * An agreement that could be made. It opens nothing before today: what was not shared yesterday was not shared, whatever
 * is signed now.
 */
export async function planNewAgreement(
  work: Work,
  input: NewAgreementInput,
): Promise<Result<PlannedAgreement>> {
  const today = work.clock.today();
  for (const field of ['fromAgencyId', 'toAgencyId'] as const) {
    const agency = await findAgency(work.db, input[field]);
    if (!agency || isEnded(agency, input.startsOn))
      return invalid({ field, words: 'Choose an agency that is there on that day' });
  }
  if (input.startsOn < today)
    return invalid({ field: 'startsOn', words: 'Give today or a later day: it opens nothing in the past' });
  const endsOn = input.endsOn ?? null;
  const other = await overlapping(work.db, { ...input, endsOn });
  if (other)
    return invalid({
      field: 'recordKind',
      words: `There is one already, from ${dayWords(other.startsOn)} ${other.endsOn ? `until ${dayWords(other.endsOn)}` : 'until further notice'}: amend that one, or start after it`,
    });
  const { reason: _reason, ...after } = input;
  return ok({ before: null, after: { ...after, endsOn, document: input.document ?? null } });
}

/** Makes an agreement. From its first day the other agency sees the records it names, at the next press. */
export async function makeAgreement(work: Work, input: NewAgreementInput): Promise<Result<{ id: string }>> {
  const plan = await planNewAgreement(work, input);
  if (!plan.ok) return plan;
  const id = work.ids.next();
  const { reason, ...row } = input;
  await work.db
    .insertInto('directory.agreement')
    .values({ id, ...row, endsOn: row.endsOn ?? null, document: row.document ?? null })
    .execute();
  await noteChange(work, { kind: 'agreement', id, before: null, after: plan.value.after, reason });
  return ok({ id });
}

/** The agreement as it is on the screen, unless it has ended or been changed since. */
async function opened(
  work: Work,
  input: { agreementId: string; version: number },
): Promise<Result<AgreementRow>> {
  const row = await findAgreement(work.db, input.agreementId);
  if (!row) return notFound;
  if (row.version !== input.version) return changedMeanwhile(work, 'agreement', row.id);
  if (agreementState(row, work.clock.today()) === 'ended')
    return refusedByRule(
      'directory.past',
      'This agreement has ended: nothing is shared under it, and that stays so.',
      'Make a new one from today on.',
    );
  return ok(row);
}

export async function planAmendment(
  work: Work,
  input: AmendAgreementInput,
): Promise<Result<PlannedAgreement>> {
  const before = await opened(work, input);
  if (!before.ok) return before;
  const row = before.value;
  const endsOn = input.endsOn ?? null;
  if (endsOn !== null && (endsOn <= work.clock.today() || endsOn <= row.startsOn))
    return invalid({ field: 'endsOn', words: 'Give a later day than today. To end it today, end it now' });
  if (endsOn === null || (row.endsOn !== null && endsOn > row.endsOn)) {
    const next = row.endsOn && (await overlapping(work.db, { ...row, startsOn: row.endsOn, endsOn }));
    if (next)
      return invalid({
        field: 'endsOn',
        words: `Another one follows on ${dayWords(next.startsOn)}: end before it`,
      });
  }
  return ok({ before: row, after: { ...agreementFields(row), endsOn, document: input.document ?? null } });
}

/** Gives an agreement another last day. */
export async function amendAgreement(
  work: Work,
  input: AmendAgreementInput,
): Promise<Result<{ id: string }>> {
  const plan = await planAmendment(work, input);
  return plan.ok ? save(work, plan.value, input) : plan;
}

export async function planEndOfAgreement(
  work: Work,
  input: EndAgreementInput,
): Promise<Result<PlannedAgreement>> {
  const before = await opened(work, input);
  if (!before.ok) return before;
  const row = before.value;
  const today = work.clock.today();
  // One that was to start later never starts.
  const endsOn = row.startsOn > today ? row.startsOn : today;
  return ok({ before: row, after: { ...agreementFields(row), endsOn } });
}

/** Ends an agreement now: at the next press the other agency sees nothing by it. */
export async function endAgreement(work: Work, input: EndAgreementInput): Promise<Result<{ id: string }>> {
  const plan = await planEndOfAgreement(work, input);
  return plan.ok ? save(work, plan.value, input) : plan;
}

async function save(
  work: Work,
  { before, after }: PlannedAgreement,
  input: { agreementId: string; version: number; reason: string },
): Promise<Result<{ id: string }>> {
  const id = input.agreementId;
  const text = (name: string) => (typeof after[name] === 'string' ? String(after[name]) : null);
  const { numUpdatedRows } = await work.db
    .updateTable('directory.agreement')
    .set({ endsOn: text('endsOn'), document: text('document'), version: input.version + 1 })
    .where('id', '=', id)
    .where('version', '=', input.version)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return changedMeanwhile(work, 'agreement', id);
  const was = before && agreementFields(before);
  await noteChange(work, { kind: 'agreement', id, before: was, after, reason: input.reason });
  return ok({ id });
}
