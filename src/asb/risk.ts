import {
  type AsbSettings,
  type OrderLength,
  orderLengths,
  type ReviewClock,
  type RiskLevel,
} from '../../reference/asb.ts';
import { isHoliday } from '../../reference/calendar.ts';
import { addDays, addWorkingDays, type Day } from '../platform/clock/clock.ts';

/** What an assessment said: each item with its score, in the words it was asked in. */
export interface Answered {
  code: string;
  name: string;
  score: number;
}
export interface Scored {
  total: number;
  level: RiskLevel;
  /** How the level came about, in a sentence. */
  why: string;
}
/** The level of a total by an agency's matrix; anything that overrides it makes it high. */
export function levelOf(
  settings: Pick<AsbSettings, 'mediumFrom' | 'highFrom'>,
  answers: readonly Pick<Answered, 'score'>[],
  overrides: readonly string[],
): Scored {
  const total = answers.reduce((sum, { score }) => sum + score, 0);
  const { mediumFrom, highFrom } = settings;
  const most = answers.length * 3;
  if (overrides.length > 0)
    return {
      total,
      level: 'high',
      why: `${total} of ${most}, and high whatever the score: ${overrides.join(', ')}`,
    };
  if (total >= highFrom) return { total, level: 'high', why: `${total} of ${most}: high from ${highFrom}` };
  if (total >= mediumFrom)
    return {
      total,
      level: 'medium',
      why: `${total} of ${most}: medium from ${mediumFrom} to ${highFrom - 1}`,
    };
  return { total, level: 'standard', why: `${total} of ${most}: standard below ${mediumFrom}` };
}

/** The last day for the first contact: so many working days after the report. */
export const contactDueOn = (settings: AsbSettings, level: RiskLevel, from: Day): Day =>
  addWorkingDays(from, settings.contactDays[level], isHoliday);

/** The day that a clock ends on, counted from the day after. */
export const clockEnds = (clock: ReviewClock, from: Day): Day =>
  clock.unit === 'working' ? addWorkingDays(from, clock.days, isHoliday) : addDays(from, clock.days);

/** The rule for a contract or an order of somebody of an age, on a day; none where there is no such order for them. */
export const orderLength = (kind: 'abc' | 'cbo', age: number, on: Day): OrderLength | undefined =>
  orderLengths.find(
    (row) =>
      row.kind === kind &&
      row.minAge <= age &&
      (row.maxAge === null || age <= row.maxAge) &&
      row.validFrom <= on &&
      (row.validTo === null || on <= row.validTo),
  );
