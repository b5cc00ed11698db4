import { bankHolidays } from '../../reference/bank-holidays.ts';
import { isHoliday } from '../../reference/calendar.ts';
import { addDays, type Day, weekdayOf } from '../platform/clock/clock.ts';
import { dayWords } from '../platform/ui/index.ts';

/** A period of time as an Act or a letter gives it. */
export interface Period {
  count: number;
  unit: 'days' | 'working-days';
  /** `with`: the day itself is day 1, as in "21 days beginning with the day"; `after`: the next day is. */
  begins: 'with' | 'after';
}

/** A deadline that says how it was counted. */
export interface Counted {
  first: Day;
  last: Day;
  why: string;
}

const isWorking = (day: Day): boolean => weekdayOf(day) <= 5 && !isHoliday(day);
const lastKnown = `${[...bankHolidays].sort().at(-1)?.slice(0, 4) ?? ''}-12-31`;

/**
 * Counts a period from an event. Working days leave out weekends and the bank holidays of England and Wales; day 1 is the
 * first of them. The count must be 1 or more.
 *
 * @param event the day from which the Act counts
 * @param eventWords what that day is, in a sentence: "the day of the notice"
 */
export function countPeriod(period: Period, event: Day, eventWords: string): Counted {
  if (!Number.isInteger(period.count) || period.count < 1) throw new RangeError(`No period: ${period.count}`);
  const counts = period.unit === 'days' ? () => true : isWorking;
  let first = period.begins === 'with' ? event : addDays(event, 1);
  while (!counts(first)) first = addDays(first, 1);
  let last = first;
  for (let left = period.count - 1; left > 0; ) {
    last = addDays(last, 1);
    if (counts(last)) left -= 1;
  }
  const one = period.unit === 'days' ? 'day' : 'working day';
  const length = `${period.count} ${one}${period.count === 1 ? '' : 's'}`;
  const from =
    period.begins === 'with'
      ? `${length} beginning with ${dayWords(event)}, ${eventWords}`
      : `${length} after ${dayWords(event)}, ${eventWords}; day 1 is ${dayWords(first)}`;
  const unknown =
    period.unit === 'working-days' && last > lastKnown
      ? ` Bank holidays after ${dayWords(lastKnown)} were not known when this was counted.`
      : '';
  return { first, last, why: `${from}: last day ${dayWords(last)}.${unknown}` };
}
