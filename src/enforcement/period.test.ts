import { expect, test } from 'vitest';
import { bankHolidays } from '../../reference/bank-holidays.ts';
import { countPeriod } from './period.ts';

/** Another way of counting: the calendar as a list of days by the month's own lengths, no shared arithmetic. */
function everyDay(): { day: string; weekday: number }[] {
  const days: { day: string; weekday: number }[] = [];
  // 1 January 2015 was a Thursday.
  let weekday = 4;
  for (let year = 2015; year <= 2027; year += 1) {
    const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
    const lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    for (const [month, length] of lengths.entries())
      for (let date = 1; date <= length; date += 1) {
        days.push({
          day: `${year}-${String(month + 1).padStart(2, '0')}-${String(date).padStart(2, '0')}`,
          weekday,
        });
        weekday = (weekday % 7) + 1;
      }
  }
  return days;
}
const calendar = everyDay();
const closed = new Set(bankHolidays);

function oracle(at: number, count: number, unit: 'days' | 'working-days', begins: 'with' | 'after'): string {
  const open = calendar
    .slice(begins === 'with' ? at : at + 1, at + 60)
    .filter(({ day, weekday }) => unit === 'days' || (weekday < 6 && !closed.has(day)));
  return open[count - 1]?.day ?? '';
}

const periods = [
  { count: 21, unit: 'days', begins: 'with' },
  { count: 14, unit: 'days', begins: 'with' },
  { count: 14, unit: 'days', begins: 'after' },
  { count: 28, unit: 'days', begins: 'after' },
  { count: 2, unit: 'working-days', begins: 'after' },
  { count: 10, unit: 'working-days', begins: 'after' },
  { count: 20, unit: 'working-days', begins: 'with' },
] as const;

test('ten years of days: every period of the law ends where another way of counting says', () => {
  const wrong: string[] = [];
  for (const [at, { day }] of calendar.entries()) {
    if (day < '2016-01-01' || day > '2025-12-31') continue;
    for (const period of periods) {
      const { last } = countPeriod(period, day, 'the day');
      if (last !== oracle(at, period.count, period.unit, period.begins))
        wrong.push(`${day} ${JSON.stringify(period)}: ${last}`);
    }
  }
  expect(wrong).toEqual([]);
}, 30_000);

test('a deadline says how it was counted', () => {
  expect(
    countPeriod({ count: 21, unit: 'days', begins: 'with' }, '2017-03-03', 'the day of the notice'),
  ).toEqual({
    first: '2017-03-03',
    last: '2017-03-23',
    why: '21 days beginning with 3 March 2017, the day of the notice: last day 23 March 2017.',
  });
  expect(
    countPeriod({ count: 2, unit: 'working-days', begins: 'after' }, '2026-12-24', 'the day of posting').last,
  ).toBe('2026-12-30');
});

test('working days past the bank holidays that are known say so, and no period is none', () => {
  expect(
    countPeriod({ count: 5, unit: 'working-days', begins: 'after' }, '2027-12-29', 'the day').why,
  ).toContain('were not known');
  expect(() => countPeriod({ count: 0, unit: 'days', begins: 'with' }, '2026-01-01', 'the day')).toThrow();
});
