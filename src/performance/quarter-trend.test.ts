import { expect, test } from 'vitest';
import { quarterPeriod, readPeriod } from './period.ts';
import { moved, quarterLabel, quartersTo } from './quarter-trend.ts';

test('a quarter stands beside the three before it, and no other period does', () => {
  const quarters = quartersTo(quarterPeriod('2026-05-02'));
  expect(quarters.map(quarterLabel)).toEqual(['Q2 2025-26', 'Q3 2025-26', 'Q4 2025-26', 'Q1 2026-27']);
  for (const key of ['2026-04', 'fy-2026', '2026-04-01_2026-06-30'])
    expect(quartersTo(readPeriod(key) ?? quarterPeriod('2026-05-02')), key).toEqual([]);
});

test('what cannot be compared is not said to have moved', () => {
  const value = (of: number) => ({ kind: 'value' as const, value: of, numerator: of, denominator: 1 });
  expect([moved(value(1), value(2)), moved(value(2), value(1)), moved(value(2), value(2))]).toEqual([
    ...['Up', 'Down', 'Same'],
  ]);
  expect(moved({ kind: 'not-measured', why: 'No records' }, value(2))).toBe('');
  expect(moved(undefined, value(2))).toBe('');
});
