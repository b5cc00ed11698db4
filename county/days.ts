/** Days and British local time without a clock: every instant in the county is worked out from `today`. */

export const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

export const dayNumber = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS);
export const dayOf = (number: number): string => new Date(number * DAY_MS).toISOString().slice(0, 10);
export const addDays = (day: string, days: number): string => dayOf(dayNumber(day) + days);

/** ISO weekday, 1 = Monday. */
export const weekdayOf = (number: number): number => ((((number + 3) % 7) + 7) % 7) + 1;

/** The day number of the last Sunday of a month (0 = January). */
function lastSunday(year: number, month: number): number {
  const last = Math.round(Date.UTC(year, month + 1, 0) / DAY_MS);
  return last - (weekdayOf(last) % 7);
}

/**
 * Milliseconds to take from local time to reach UTC. The change happens at 01:00 UTC on a Sunday; the county is asleep
 * then, and a whole day is given one offset.
 */
export function summerTimeMs(number: number): number {
  const year = new Date(number * DAY_MS).getUTCFullYear();
  return number >= lastSunday(year, 2) && number < lastSunday(year, 9) ? HOUR_MS : 0;
}
