import type { Day } from '../src/platform/clock/clock.ts';
import { bankHolidays } from './bank-holidays.ts';

const holidays: ReadonlySet<Day> = new Set(bankHolidays);

/** Whether a day is a bank holiday in England and Wales. */
export const isHoliday = (day: Day): boolean => holidays.has(day);

/** When offices answer, unless a service says otherwise; local time, ISO weekdays. */
export const officeHours: { weekdays: readonly number[]; from: string; to: string } = {
  weekdays: [1, 2, 3, 4, 5],
  from: '08:30',
  to: '17:00',
};
