import type { Day } from '../platform/clock/clock.ts';
import { dayWords, moneyWords } from '../platform/ui/index.ts';

/** What a payment makes of a notice, or why it cannot be taken. Pence. */
export function judgePayment(
  notice: { amountPence: number; earlyPence: number | null; earlyUntil: Day | null; issuedOn: Day },
  payment: { pence: number; paidOn: Day; today: Day },
): { ok: true; to: 'paid-early' | 'paid-full' } | { ok: false; field: 'pence' | 'paidOn'; words: string } {
  if (payment.paidOn > payment.today)
    return { ok: false, field: 'paidOn', words: 'The day it was paid cannot be in the future' };
  if (payment.paidOn < notice.issuedOn)
    return {
      ok: false,
      field: 'paidOn',
      words: `The notice was issued on ${dayWords(notice.issuedOn)}: it cannot have been paid before`,
    };
  const isEarly =
    notice.earlyPence !== null && notice.earlyUntil !== null && payment.paidOn <= notice.earlyUntil;
  if (isEarly && payment.pence === notice.earlyPence) return { ok: true, to: 'paid-early' };
  if (payment.pence === notice.amountPence) return { ok: true, to: 'paid-full' };
  if (payment.pence === notice.earlyPence && notice.earlyUntil)
    return {
      ok: false,
      field: 'pence',
      words: `${moneyWords(payment.pence)} was enough until ${dayWords(notice.earlyUntil)}. On ${dayWords(payment.paidOn)} the full ${moneyWords(notice.amountPence)} is due`,
    };
  const due = isEarly && notice.earlyPence !== null ? notice.earlyPence : notice.amountPence;
  const gap = payment.pence - due;
  const either = isEarly
    ? `${moneyWords(due)} early or ${moneyWords(notice.amountPence)} in full`
    : moneyWords(due);
  return {
    ok: false,
    field: 'pence',
    words: `The amount due is ${either}: this is ${moneyWords(Math.abs(gap))} too ${gap > 0 ? 'much. Return what is over before recording it' : 'little. Part payments do not end liability'}`,
  };
}
