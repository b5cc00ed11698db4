import { isHoliday } from '../../../reference/calendar.ts';
import { traderPeriodOn, vettingConditions } from '../../../reference/trader-scheme.ts';
import { addDays, addWorkingDays, type Day, weekdayOf } from '../../platform/clock/clock.ts';

/** What the intelligence side answers: one of three words, and no other. */
export const vettingAnswers = ['proceed', 'conditions', 'decline'] as const;
export type VettingAnswer = (typeof vettingAnswers)[number];
export const vettingAnswerWords: Readonly<Record<VettingAnswer, string>> = {
  proceed: 'Proceed',
  conditions: 'Proceed with conditions',
  decline: 'Decline: fit and proper test',
};

export const vettingConditionCodes = vettingConditions.map(({ code }) => code) as [string, ...string[]]; // there are some
/** A condition in words. */
export const vettingConditionName = (code: string): string =>
  vettingConditions.find((one) => one.code === code)?.name ?? code;

/** The first day of a round on or after a day. */
export function roundFrom(day: Day): Day {
  const weekday = traderPeriodOn('round-weekday', day);
  return addDays(day, (weekday - weekdayOf(day) + 7) % 7);
}
/** In which round a request is answered: the first after the working days that the unit has at the least. */
export const answersOn = (asked: Day): Day =>
  roundFrom(addWorkingDays(asked, traderPeriodOn('answer-working-days', asked), isHoliday));
/** The round after a day. */
export const nextRound = (day: Day): Day => roundFrom(addDays(day, 1));
