import { type PenaltyOffence, prosecutionLimitMonths } from '../../reference/penalties.ts';
import { addDays, type Day } from '../platform/clock/clock.ts';
import { dayWords, moneyWords } from '../platform/ui/index.ts';
import { offenceWords, type ServiceMethod, serviceMethods } from './penalty.words.ts';
import { countPeriod } from './period.ts';

/** What the law allows for an offence on a day. Pence and days. */
export interface PenaltyLaw {
  id: string;
  offence: PenaltyOffence;
  law: string;
  jurisdiction: string;
  defaultPence: number | null;
  minPence: number | null;
  maxPence: number;
  earlyMinPence: number | null;
  windowDays: number;
  minWindowDays: number;
  validFrom: Day | null;
  validTo: Day | null;
  legalBasis: string;
  marking: 'verified' | 'general-knowledge';
  generalKnowledge: readonly string[];
  status: 'active' | 'awaiting-confirmation' | 'off';
  source: string;
  note: string | null;
  /** Where an administrator found it confirmed, who switched it on; null for a row that came with the product. */
  confirmedWords: string | null;
  /** The row that ends the day before this one starts, and when it ended until then. */
  closesId?: string | null;
  closesWas?: Day | null;
}
/** What a council adopted inside it. */
export interface Adopted {
  id: string;
  agencyId: string;
  offence: PenaltyOffence;
  amountPence: number;
  earlyPence: number | null;
  earlyDays: number | null;
  windowDays: number;
  validFrom: Day;
  validTo: Day | null;
  minute: string;
}

const covers = (row: { validFrom: Day | null; validTo: Day | null }, day: Day): boolean =>
  row.validFrom !== null && row.validFrom <= day && (row.validTo === null || day <= row.validTo);

/** The law in force for an offence on the day it happened; a row that waits for confirmation, or is off, never applies. */
export const lawOn = (rows: readonly PenaltyLaw[], offence: string, day: Day): PenaltyLaw | undefined =>
  rows.find(
    (row) =>
      row.offence === offence && row.status === 'active' && row.jurisdiction !== 'Wales' && covers(row, day),
  );

/** What the council had adopted for an offence on the day it happened. */
export const adoptedOn = (
  rows: readonly Adopted[],
  agencyId: string,
  offence: string,
  day: Day,
): Adopted | undefined =>
  rows.find((row) => row.agencyId === agencyId && row.offence === offence && covers(row, day));

export interface Amount {
  law: PenaltyLaw;
  adopted: Adopted;
  words: string;
}
/** The amount for an offence on a day, or what is in the way: no law, nothing adopted, or an adoption outside the law. */
export function amountFor(input: {
  laws: readonly PenaltyLaw[];
  adopted: readonly Adopted[];
  agencyId: string;
  offence: string;
  day: Day;
}): { ok: true; value: Amount } | { ok: false; words: string; mend: string } {
  const law = lawOn(input.laws, input.offence, input.day);
  if (!law)
    return {
      ok: false,
      words: `No penalty for this offence was in force on ${dayWords(input.day)}.`,
      mend: 'Check the day of the offence, or choose another offence.',
    };
  const adopted = adoptedOn(input.adopted, input.agencyId, input.offence, input.day);
  if (!adopted)
    return {
      ok: false,
      words: `Your council had adopted no amount for this offence on ${dayWords(input.day)}.`,
      mend: 'The council adopts an amount by a minute; an administrator records it.',
    };
  const isOutside =
    adopted.amountPence > law.maxPence ||
    adopted.amountPence < (law.minPence ?? 0) ||
    (adopted.earlyPence ?? law.maxPence) < (law.earlyMinPence ?? 0);
  if (isOutside)
    return {
      ok: false,
      words: `${moneyWords(adopted.amountPence)} (${adopted.minute}) is outside what the law allowed on ${dayWords(input.day)}: ${moneyWords(law.minPence ?? 0)} to ${moneyWords(law.maxPence)}.`,
      mend: 'Ask an administrator to check the adopted amount.',
    };
  const early =
    adopted.earlyPence === null
      ? ''
      : `; ${moneyWords(adopted.earlyPence)} if paid within ${adopted.earlyDays ?? 0} days`;
  return {
    ok: true,
    value: {
      law,
      adopted,
      words: `${moneyWords(adopted.amountPence)}, adopted from ${dayWords(adopted.validFrom)} by ${adopted.minute}${early}. The law (${law.legalBasis}) allowed up to ${moneyWords(law.maxPence)} on the day of the offence.`,
    },
  };
}

/** Days by which things must happen, and why in a sentence. */
export interface Deadlines {
  /** When the law takes the notice as received. */
  servedOn: Day;
  earlyUntil: Day | null;
  payUntil: Day;
  prosecuteFrom: Day;
  why: string;
}

/** The day on which the law takes a notice as received, when it was handed over or posted on a day. */
export const deemedServedOn = (sentOn: Day, how: ServiceMethod): Day =>
  serviceMethods[how].deemed === null
    ? sentOn
    : countPeriod(serviceMethods[how].deemed, sentOn, 'the day it was posted').last;

/**
 * Days are counted from the day after service, which is day one. The time to pay is the council's window and never
 * less than the days in which the Act lets no prosecution start; a court comes only when both have passed.
 */
export function deadlinesFor(
  servedOn: Day,
  law: Pick<PenaltyLaw, 'minWindowDays'>,
  adopted: Pick<Adopted, 'windowDays' | 'earlyDays'>,
): Deadlines {
  const window = Math.max(adopted.windowDays, law.minWindowDays);
  const payUntil = addDays(servedOn, window);
  const earlyUntil =
    adopted.earlyDays === null ? null : addDays(servedOn, Math.min(adopted.earlyDays, window));
  const local =
    window > law.minWindowDays
      ? ` The law gives ${law.minWindowDays} days; the council allows ${window}.`
      : '';
  const prosecuteFrom = addDays(payUntil, 1);
  return {
    servedOn,
    earlyUntil,
    payUntil,
    prosecuteFrom,
    why: `Served on ${dayWords(servedOn)}, so day 1 is ${dayWords(addDays(servedOn, 1))} and the last day to pay, day ${window}, is ${dayWords(payUntil)}.${local} No prosecution may start before ${dayWords(prosecuteFrom)}.`,
  };
}

/** The last day for a court to be asked; null where the offence is either-way and has no limit, as fly-tipping. */
export function limitFor(offence: PenaltyOffence, offenceOn: Day): Day | null {
  const months = prosecutionLimitMonths[offence];
  if (months === undefined) return null;
  const [year = 0, month = 1, day = 1] = offenceOn.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10);
}

/** The status by the clock: a notice whose last day has passed is overdue, whether or not the daily job has run. */
export const statusOn = <S extends string>(status: S, payUntil: Day | null, today: Day): S | 'overdue' =>
  status === 'issued' && payUntil !== null && payUntil < today ? 'overdue' : status;

/** The offence in the words of a notice. */
export const offenceName = (offence: string): string =>
  offence in offenceWords ? offenceWords[offence as PenaltyOffence] : offence; // just found to be a key
