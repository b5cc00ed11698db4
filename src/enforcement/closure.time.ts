import type { ClosureLimit } from '../../reference/closure.ts';
import { addDays, type Day, dayOf, londonInstant, timeOf } from '../platform/clock/clock.ts';
import { dayWords } from '../platform/ui/index.ts';
import { type Counted, countPeriod } from './period.ts';

/** A moment of London as a notice says it: "10:30 on 20 November 2026". */
export const momentWords = (at: Date): string => `${timeOf(at)} on ${dayWords(dayOf(at))}`;

const hour = 3_600_000;

/**
 * The end of a number of hours that pass from a moment. Hours of the days that do not count (`12-25`) are left out: the clock
 * stops at their midnight, London time, and goes on after them.
 */
export function countHours(
  hours: number,
  from: Date,
  fromWords: string,
  ignores: readonly string[] = [],
): { until: Date; why: string } {
  if (!Number.isFinite(hours) || hours <= 0) throw new RangeError(`No period: ${hours}`);
  let at = from;
  let left = hours * hour;
  const passed: Day[] = [];
  while (left > 0) {
    const day = dayOf(at);
    const next = londonInstant(dayAfter(day), '00:00');
    const isIgnored = ignores.includes(day.slice(5));
    if (isIgnored) passed.push(day);
    const counted = isIgnored ? 0 : Math.min(left, next.getTime() - at.getTime());
    left -= counted;
    at = isIgnored || left > 0 ? next : new Date(at.getTime() + counted);
  }
  const without = passed.length > 0 ? `, ${passed.map(dayWords).join(' and ')} not counted` : '';
  return {
    until: at,
    why: `${hours} hour${hours === 1 ? '' : 's'} from ${momentWords(from)}, ${fromWords}${without}: until ${momentWords(at)}.`,
  };
}

/** The next day of the calendar; a day of London may have 23 or 25 hours. */
const dayAfter = (day: Day): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 24 * hour).toISOString().slice(0, 10);

/** The day of the same number some months on, or the last of a month that is too short: 31 January and 1 is 28 February. */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  return new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(date, last.getUTCDate())))
    .toISOString()
    .slice(0, 10);
}

/**
 * The last day of a limit of the law in days or months, which begin with the day itself: "3 months starting with" 20 November
 * (s.90(3)) are over with 19 February, and those starting with 30 November with the last of February.
 */
export function countLimit(
  { most, unit }: Pick<ClosureLimit, 'most' | 'unit'>,
  from: Day,
  fromWords: string,
): Omit<Counted, 'first'> {
  if (unit === 'hours') throw new RangeError('Hours are counted from a moment');
  if (unit === 'days') return countPeriod({ count: most, unit, begins: 'with' }, from, fromWords);
  const same = addMonths(from, most);
  const last = same.slice(8) === from.slice(8) ? addDays(same, -1) : same;
  return {
    last,
    why: `${most} months starting with ${dayWords(from)}, ${fromWords}: last day ${dayWords(last)}.`,
  };
}
