/** A calendar day in Europe/London as `YYYY-MM-DD`. */
export type Day = string;

/** The only source of the present. Passed in, so that tests and "as at" questions can choose it. */
export interface Clock {
  now(): Date;
  today(): Day;
}

const londonDay = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});
const londonTime = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

const hourMs = 3_600_000;
/** The hour that was asked for last, with its day: London is whole hours from UTC, so that a day begins with one. */
let asked = { hour: Number.NaN, day: '' };

/** The day in Europe/London of an instant: a notice served at 23:30 in summer belongs to that day, not to UTC's. */
export function dayOf(instant: Date): Day {
  const hour = Math.floor(instant.getTime() / hourMs);
  // Before 1970 it is not worth knowing which hours were whole.
  if (hour !== asked.hour || hour < 0) asked = { hour, day: londonDay.format(instant) };
  return asked.day;
}

/** Hours and minutes in Europe/London, `HH:MM`. */
export const timeOf = (instant: Date): string => londonTime.format(instant);

export const systemClock: Clock = { now: () => new Date(), today: () => dayOf(new Date()) };

/** A clock that stands still at an instant. */
export function fixedClock(iso: string): Clock {
  return { now: () => new Date(iso), today: () => dayOf(new Date(iso)) };
}

const utc = (day: Day): number => Date.parse(`${day}T00:00:00Z`);

/** Days that every month has. */
const inEveryMonth = 28;

/** Calendar arithmetic: `addDays('2026-02-28', 1)` is `2026-03-01`. */
export function addDays(day: Day, count: number): Day {
  // A page of figures asks some thousand times: within a month no calendar is needed.
  const date = Number(day.slice(8)) + count;
  if (date >= 1 && date <= inEveryMonth) return `${day.slice(0, 8)}${date < 10 ? '0' : ''}${date}`;
  return new Date(utc(day) + count * 86_400_000).toISOString().slice(0, 10);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => Math.round((utc(to) - utc(from)) / 86_400_000);

/** ISO weekday, Monday 1 to Sunday 7. */
export const weekdayOf = (day: Day): number => ((new Date(utc(day)).getUTCDay() + 6) % 7) + 1;

/** The last day of a period of `count` working days that starts the day after `from`. */
export function addWorkingDays(from: Day, count: number, isHoliday: (day: Day) => boolean): Day {
  let day = from;
  for (let left = count; left > 0; ) {
    day = addDays(day, 1);
    if (weekdayOf(day) <= 5 && !isHoliday(day)) left -= 1;
  }
  return day;
}

/** How many working days come after `from`, up to `until` and with it; 0 where `until` is not later. */
export function workingDaysUntil(from: Day, until: Day, isHoliday: (day: Day) => boolean): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= until; day = addDays(day, 1))
    if (weekdayOf(day) <= 5 && !isHoliday(day)) count += 1;
  return count;
}

/** Two calendars, as lists of their bank holidays, and the days in which they differ, in order. */
export interface CalendarChange {
  before: readonly Day[];
  now: readonly Day[];
  changed: readonly Day[];
}
/** Gives where a day that was counted in working days ends by another calendar; undefined for a day that no such count ends on. */
export function recounting({ before, now }: CalendarChange): (from: Day, target: Day) => Day | undefined {
  const [holidaysBefore, holidaysNow] = [new Set(before), new Set(now)];
  const isBefore = (day: Day): boolean => holidaysBefore.has(day);
  const isNow = (day: Day): boolean => holidaysNow.has(day);
  return (from, target) => {
    const days = workingDaysUntil(from, target, isBefore);
    // Counted back, a day that is no working day, or is before the first, is not where the count ends.
    if (days === 0 || addWorkingDays(from, days, isBefore) !== target) return undefined;
    return addWorkingDays(from, days, isNow);
  };
}

/** The instant of a London wall-clock time on a day; copes with the change of clocks. */
export function londonInstant(day: Day, time: string): Date {
  const guess = new Date(`${day}T${time}:00Z`);
  const seen = Date.parse(`${dayOf(guess)}T${timeOf(guess)}:00Z`);
  return new Date(guess.getTime() - (seen - guess.getTime()));
}
