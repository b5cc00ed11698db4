import { sql } from 'kysely';
import { changesOfRecord, type Fields, noteChange } from '../directory/index.ts';
import { notFound, ok, type Result, refusedByRule } from '../platform/failures/failures.ts';
import type { Work } from '../platform/http/work.ts';
import { dayWords } from '../platform/ui/index.ts';
import type { PenaltyLaw } from './penalty.ts';
import type { AdoptInput, SwitchOnInput } from './penalty-law.forms.ts';
import { isFollowed, type Place, placeFrom, problemsOf } from './penalty-law.plan.ts';
import {
  type AdoptedRow,
  addAdopted,
  closeRow,
  findAdopted,
  findLaw,
  listAdopted,
  listPenaltyLaw,
  switchLaw,
  withdrawAdopted,
} from './penalty-law.store.ts';

const pence = (pounds: number): number => Math.round(pounds * 100);

/** What history keeps of an adopted amount. */
const adoptedFields = (row: Omit<AdoptedRow, 'id' | 'agencyName'>): Fields => ({
  agencyId: row.agencyId,
  offence: row.offence,
  amountPence: row.amountPence,
  earlyPence: row.earlyPence,
  earlyDays: row.earlyDays,
  windowDays: row.windowDays,
  validFrom: row.validFrom,
  validTo: row.validTo,
  minute: row.minute,
});
const lawFields = (row: PenaltyLaw): Fields => ({
  offence: row.offence,
  status: row.status,
  validFrom: row.validFrom,
  validTo: row.validTo,
  confirmedWords: row.confirmedWords,
});

/** One at a time for a council's offence, or an offence of the law: two new rows must not cross. */
const oneAtATime = (work: Work, key: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(work.db);

/** Every amount of one council for one offence. */
const adoptedBeside = async (work: Work, key: { agencyId: string; offence: string }): Promise<AdoptedRow[]> =>
  (await listAdopted(work, key.agencyId)).filter((row) => row.offence === key.offence);

/** Every row of the law in force for one offence: those of Wales stand by themselves. */
const lawBeside = async (work: Work, key: PenaltyLaw): Promise<PenaltyLaw[]> =>
  (await listPenaltyLaw(work)).filter(
    (row) =>
      row.offence === key.offence &&
      row.status === 'active' &&
      (row.jurisdiction === 'Wales') === (key.jurisdiction === 'Wales'),
  );

export interface PlannedAdoption {
  after: Fields;
  place: Place;
  row: Omit<AdoptedRow, 'id' | 'agencyName'>;
  /** What it would take the place of, as it is now. */
  closed: AdoptedRow | undefined;
}

/** An amount that could be adopted: inside the law of its first day, and changing nothing that held before today. */
export async function planAdoption(work: Work, input: AdoptInput): Promise<Result<PlannedAdoption>> {
  await oneAtATime(work, `adopted ${input.agencyId} ${input.offence}`);
  const adoption = {
    offence: input.offence,
    amountPence: pence(input.amount),
    earlyPence: input.early === undefined ? undefined : pence(input.early),
    ...{ earlyDays: input.earlyDays, windowDays: input.windowDays, validFrom: input.validFrom },
  };
  const problems = problemsOf(adoption, await listPenaltyLaw(work));
  if (problems.length > 0) return { ok: false, failure: { kind: 'invalid', problems } };
  const others = await adoptedBeside(work, input);
  const place = placeFrom(others, input.validFrom, work.clock.today());
  if (!place.ok) return place;
  const row = {
    ...{ agencyId: input.agencyId, offence: input.offence, minute: input.minute },
    ...{ amountPence: adoption.amountPence, earlyPence: adoption.earlyPence ?? null },
    ...{ earlyDays: input.earlyDays ?? null, windowDays: input.windowDays },
    ...{ validFrom: input.validFrom, validTo: place.value.validTo },
  };
  const closed = others.find((other) => other.id === place.value.closes?.id);
  return ok({ after: adoptedFields(row), place: place.value, row, closed });
}

/** Records what a council adopted. Notices that were issued keep their amount: it is that of the day of the offence. */
export async function adopt(work: Work, input: AdoptInput): Promise<Result<{ id: string }>> {
  const plan = await planAdoption(work, input);
  if (!plan.ok) return plan;
  const { row, place, closed, after } = plan.value;
  const id = work.ids.next();
  const { reason } = input;
  if (place.closes && closed) {
    await closeRow(work, 'enforcement.adoptedAmount', closed.id, place.closes.validTo);
    const before = adoptedFields(closed);
    await noteChange(work, {
      ...{ kind: 'adopted-amount', id: closed.id, before, reason },
      after: { ...before, validTo: place.closes.validTo },
    });
  }
  await addAdopted(work, {
    id,
    ...row,
    closesId: place.closes?.id ?? null,
    closesWas: place.closes?.was ?? null,
  });
  await noteChange(work, { kind: 'adopted-amount', id, before: null, after, reason });
  return ok({ id });
}

const tooLate = (validFrom: string | null) =>
  refusedByRule(
    'law.past',
    `It has held since ${validFrom ? dayWords(validFrom) : 'before'}: offences of those days are judged by it.`,
    'Record a further one from a later day.',
  );
const followed = refusedByRule(
  'law.followed',
  'Another one follows it and was laid against it.',
  'Take back the later one first.',
);

/** An adopted amount that can still be taken back: its first day is to come, and none was laid against it since. */
export async function planWithdrawal(work: Work, id: string): Promise<Result<AdoptedRow>> {
  const row = await findAdopted(work, id);
  if (!row) return notFound;
  await oneAtATime(work, `adopted ${row.agencyId} ${row.offence}`);
  if (row.validFrom <= work.clock.today()) return tooLate(row.validFrom);
  return isFollowed(await adoptedBeside(work, row), row) ? followed : ok(row);
}

/** Takes back an adopted amount before its first day; what it had closed goes on as before. */
export async function withdraw(
  work: Work,
  input: { adoptedId: string; reason: string },
): Promise<Result<{ id: string }>> {
  const plan = await planWithdrawal(work, input.adoptedId);
  if (!plan.ok) return plan;
  const { id, closesId, closesWas } = plan.value;
  await withdrawAdopted(work, id);
  await reopen(work, 'enforcement.adoptedAmount', closesId, closesWas);
  const before = adoptedFields(plan.value);
  const after = { ...before, status: 'withdrawn' };
  await noteChange(work, { kind: 'adopted-amount', id, before, after, reason: input.reason });
  return ok({ id });
}

const reopen = async (
  work: Work,
  table: 'enforcement.adoptedAmount' | 'enforcement.penaltyLaw',
  id: string | null | undefined,
  was: string | null | undefined,
): Promise<void> => {
  if (id) await closeRow(work, table, id, was ?? null);
};

export interface PlannedLaw {
  before: PenaltyLaw;
  after: PenaltyLaw;
  place: Place;
  closed: PenaltyLaw | undefined;
}

/** A row of the law that could be switched on from a day, in the place of the one that holds until then. */
export async function planSwitchOn(work: Work, input: SwitchOnInput): Promise<Result<PlannedLaw>> {
  const before = await findLaw(work, input.lawId);
  if (!before) return notFound;
  await oneAtATime(work, `law ${before.offence}`);
  if (before.status === 'active')
    return refusedByRule('law.on', 'This row is in force already.', 'Look at it in the table.');
  const others = await lawBeside(work, before);
  const place = placeFrom(others, input.validFrom, work.clock.today());
  if (!place.ok) return place;
  const ends = [place.value.validTo, before.validTo].filter((day) => day !== null).sort()[0] ?? null;
  const after: PenaltyLaw = {
    ...{ ...before, status: 'active', validFrom: input.validFrom },
    validTo: ends !== null && ends < input.validFrom ? null : ends,
    confirmedWords: input.confirmedWords,
  };
  const closed = others.find((row) => row.id === place.value.closes?.id);
  return ok({ before, after, place: place.value, closed });
}

/** Switches a row of the law on. */
export async function switchOn(work: Work, input: SwitchOnInput): Promise<Result<{ id: string }>> {
  const plan = await planSwitchOn(work, input);
  if (!plan.ok) return plan;
  const { before, after, place, closed } = plan.value;
  const { reason } = input;
  if (place.closes && closed) {
    await closeRow(work, 'enforcement.penaltyLaw', closed.id, place.closes.validTo);
    const was = lawFields(closed);
    await noteChange(work, {
      ...{ kind: 'penalty-law', id: closed.id, before: was, reason },
      after: { ...was, validTo: place.closes.validTo },
    });
  }
  await switchLaw(work, after, place.closes);
  await noteChange(work, {
    ...{ kind: 'penalty-law', id: before.id, before: lawFields(before), reason },
    after: lawFields(after),
  });
  return ok({ id: before.id });
}

/** A row that was switched on here and has not begun. */
export async function planSwitchOff(work: Work, id: string): Promise<Result<PenaltyLaw>> {
  const row = await findLaw(work, id);
  if (!row) return notFound;
  await oneAtATime(work, `law ${row.offence}`);
  if (row.status !== 'active' || row.confirmedWords === null)
    return refusedByRule(
      'law.given',
      'This row was not switched on here.',
      'The law ends with the row that follows it.',
    );
  const { validFrom } = row;
  if (validFrom === null || validFrom <= work.clock.today()) return tooLate(validFrom);
  return isFollowed(await lawBeside(work, row), { ...row, validFrom }) ? followed : ok(row);
}

/** Takes the switching-on of a row back before its first day; the row it had closed goes on as before. */
export async function switchOff(
  work: Work,
  input: { lawId: string; reason: string },
): Promise<Result<{ id: string }>> {
  const plan = await planSwitchOff(work, input.lawId);
  if (!plan.ok) return plan;
  const row = plan.value;
  const [last] = await changesOfRecord(work.db, 'penalty-law', row.id);
  const was = last?.before ?? {};
  const day = (name: string): string | null => (typeof was[name] === 'string' ? String(was[name]) : null);
  const after: PenaltyLaw = {
    ...{ ...row, validFrom: day('validFrom'), validTo: day('validTo') },
    ...{ status: was.status === 'off' ? 'off' : 'awaiting-confirmation', confirmedWords: null },
  };
  await switchLaw(work, after, null);
  await reopen(work, 'enforcement.penaltyLaw', row.closesId, row.closesWas);
  const kept = { kind: 'penalty-law', id: row.id, before: lawFields(row), after: lawFields(after) };
  await noteChange(work, { ...kept, reason: input.reason });
  return ok({ id: row.id });
}
