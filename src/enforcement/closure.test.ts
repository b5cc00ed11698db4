import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type ClosureLimitCode,
  closureBreachOn,
  closureChecklistOn,
  closureLimitOn,
  closureLimits,
  officesOn,
} from '../../reference/closure.ts';
import { dayOf, timeOf } from '../platform/clock/clock.ts';
import { addMonths, countHours, countLimit } from './closure.time.ts';
import { closureActions, closureLineOf, closureTransitions } from './closure.transitions.ts';

const hour = 3_600_000;

/** Another way of counting: minute by minute, asking of each whether it is Christmas Day in London. */
function hoursOracle(hours: number, from: Date): Date {
  const day = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    day: '2-digit',
    month: '2-digit',
  });
  let at = from.getTime();
  for (let left = hours * 60; left > 0; at += 60_000) if (day.format(new Date(at)) !== '25/12') left -= 1;
  return new Date(at);
}

test('48 hours, Christmas Day not counted: as minute by minute, over the days around it and the changes of the clocks', () => {
  const near = fc.constantFrom(
    '12-22',
    '12-23',
    '12-24',
    '12-25',
    '12-26',
    '03-28',
    '03-29',
    '10-24',
    '10-25',
    '06-10',
  );
  fc.assert(
    fc.property(
      fc.integer({ min: 2016, max: 2027 }),
      near,
      fc.integer({ min: 0, max: 1439 }),
      fc.constantFrom(1, 24, 47, 48),
      (year, date, minute, hours) => {
        const from = new Date(Date.parse(`${year}-${date}T00:00:00Z`) + minute * 60_000);
        const { until } = countHours(hours, from, 'service', ['12-25']);
        expect(until.toISOString()).toBe(hoursOracle(hours, from).toISOString());
        expect(countHours(hours, from, 'service').until.getTime() - from.getTime()).toBe(hours * hour);
      },
    ),
    { numRuns: 300, seed: 8 },
  );
});

test('a count says what it left out, and no period is none', () => {
  expect(countHours(48, new Date('2026-12-24T16:00:00Z'), 'service of the notice', ['12-25']).why).toBe(
    '48 hours from 16:00 on 24 December 2026, service of the notice, 25 December 2026 not counted: until 16:00 on 27 December 2026.',
  );
  expect(countHours(48, new Date('2026-12-25T10:00:00Z'), 'x', ['12-25']).until.toISOString()).toBe(
    '2026-12-28T00:00:00.000Z',
  );
  expect(() => countHours(0, new Date(), 'x')).toThrow(RangeError);
});

/** The calendar as lengths of months, no date arithmetic of the machine. */
function monthsOracle(day: string, months: number): string {
  let [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  for (let left = months; left > 0; left -= 1) {
    month += 1;
    if (month > 12) [year, month] = [year + 1, 1];
  }
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  date = Math.min(date, [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0);
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

test('ten years of days: 3 and 6 months end on the day of the same number, or the last of the month', () => {
  const wrong: string[] = [];
  for (
    let at = Date.parse('2016-01-01T00:00:00Z');
    at <= Date.parse('2025-12-31T00:00:00Z');
    at += 24 * hour
  ) {
    const day = new Date(at).toISOString().slice(0, 10);
    for (const months of [3, 6])
      if (addMonths(day, months) !== monthsOracle(day, months)) wrong.push(`${day} ${months}`);
  }
  expect(wrong).toEqual([]);
  expect(addMonths('2024-11-30', 3)).toBe('2025-02-28');
  expect(addMonths('2023-11-30', 3)).toBe('2024-02-29');
});

describe('the dated law', () => {
  const codes = [...new Set(closureLimits.map(({ code }) => code))];
  test.each(codes)(
    '%s: nothing on the day before the Act began, and one row on the day',
    (code: ClosureLimitCode) => {
      expect(closureLimitOn(code, '2014-10-19')).toBeUndefined();
      expect(closureLimitOn(code, '2014-10-20')?.code).toBe(code);
      expect(closureLimits.filter((row) => row.code === code)).toHaveLength(1);
    },
  );
  test('what is not in force is offered to nobody: social landlords wait for a commencement', () => {
    expect(officesOn('closure.issue', '2026-11-20')).toBe(
      'a police inspector or above, or an officer of the council',
    );
    expect(officesOn('closure.long', '2026-11-20')).toContain('superintendent');
    expect(officesOn('closure.issue', '2014-10-19')).toBe('');
    expect(closureBreachOn('order', '2026-11-20')?.words).toContain('51 weeks');
    expect(closureChecklistOn('2026-11-20')).toHaveLength(16);
  });
  test('an appeal: 21 days beginning with the decision; a claim: 3 months starting with the end', () => {
    const limit = (code: ClosureLimitCode) => {
      const row = closureLimitOn(code, '2026-11-20');
      if (!row) throw new Error(code);
      return row;
    };
    expect(countLimit(limit('appeal'), '2026-11-20', 'the day of the decision').last).toBe('2026-12-10');
    expect(countLimit(limit('claim'), '2026-11-30', 'the day it ended').last).toBe('2027-02-28');
    expect(countLimit(limit('claim'), '2026-11-20', 'the day it ended').last).toBe('2027-02-19');
    expect(() => countLimit(limit('hearing'), '2026-11-20', 'x')).toThrow(RangeError);
  });
});

test('lines of one action differ in their statuses alone, so that any of them gives its words', () => {
  for (const action of closureActions)
    for (const line of closureTransitions.filter((one) => one.action === action)) {
      const { from: _f, to: _t, ...rest } = line;
      const { from: _g, to: _u, ...first } = closureLineOf(action);
      expect(rest).toEqual(first);
    }
});

test('a moment of summer is a moment of London', () => {
  const { until } = countHours(24, new Date('2026-06-10T22:30:00Z'), 'service');
  expect(`${dayOf(until)} ${timeOf(until)}`).toBe('2026-06-11 23:30');
});
