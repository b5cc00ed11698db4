import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indicators } from '../../reference/indicators.ts';
import { type Shown, suppress, suppressShare } from '../platform/disclosure/suppress.ts';
import { figureWords, standing } from './indicator.ts';
import {
  lastQuarters,
  monthPeriod,
  quarterPeriod,
  readPeriod,
  rollingYear,
  twelveMonths,
  wholeMonths,
  yearBefore,
  yearPeriod,
  yearToDate,
} from './period.ts';

const anyDay = fc
  .integer({ min: Date.UTC(2015, 0, 1) / 86_400_000, max: Date.UTC(2035, 0, 1) / 86_400_000 })
  .map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));

describe('periods', () => {
  it('are their whole months and the days before and after, with no day twice and none left out', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(400), (from, length) => {
        const to = new Date(Date.parse(from) + length * 86_400_000).toISOString().slice(0, 10);
        const parts = wholeMonths({ from, to });
        const days = (a: string, z: string) => Math.round((Date.parse(z) - Date.parse(a)) / 86_400_000) + 1;
        const edges = parts.edges.reduce((sum, edge) => sum + days(edge.from, edge.to), 0);
        const inside = parts.from === undefined ? 0 : days(parts.from, monthPeriod(parts.to).to);
        expect(edges + inside).toBe(length + 1);
        for (const edge of parts.edges) {
          expect(edge.from >= from && edge.to <= to && edge.from <= edge.to).toBe(true);
          expect(days(edge.from, edge.to) < 62).toBe(true);
        }
      }),
    );
  });
  it('hold the day they were made from, and read back from their keys', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        for (const period of [
          monthPeriod(day),
          quarterPeriod(day),
          yearPeriod(day),
          rollingYear(monthPeriod(day)),
          yearToDate(monthPeriod(day)),
        ]) {
          expect(period.from <= day && day <= period.to).toBe(true);
          expect(readPeriod(period.key)).toMatchObject({ from: period.from, to: period.to });
        }
      }),
    );
  });
  it('follow the financial year', () => {
    expect(quarterPeriod('2026-11-20')).toMatchObject({
      key: '2026-27-Q3',
      from: '2026-10-01',
      to: '2026-12-31',
    });
    expect(quarterPeriod('2027-02-01')).toMatchObject({
      key: '2026-27-Q4',
      from: '2027-01-01',
      to: '2027-03-31',
    });
    expect(yearPeriod('2027-03-31')).toMatchObject({ key: 'fy-2026', from: '2026-04-01', to: '2027-03-31' });
    expect(yearBefore(quarterPeriod('2026-07-01')).key).toBe('2025-26-Q2');
    expect(yearBefore(monthPeriod('2025-02-10'))).toMatchObject({ from: '2024-02-01', to: '2024-02-29' });
    expect(yearBefore(monthPeriod('2024-02-10'))).toMatchObject({ from: '2023-02-01', to: '2023-02-28' });
    expect(lastQuarters('2026-11-20', 2).map((q) => q.key)).toEqual(['2026-27-Q2', '2026-27-Q1']);
    const months = twelveMonths(quarterPeriod('2026-07-01'));
    expect([months[0]?.key, months.at(-1)?.key, months.length]).toEqual(['2025-10', '2026-09', 12]);
  });
  it('refuse what is no period', () => {
    for (const key of [
      '',
      '2026',
      '2026-13',
      '2026-28-Q1',
      '2026-27-Q5',
      '2026-02-30_2026-03-01',
      '2026-03-02_2026-03-01',
      'fy-x',
    ])
      expect(readPeriod(key), key).toBeUndefined();
  });
});

/** What a reader who knows the rule takes each cell to be able to be. */
const values = (shown: Shown, most: number): number[] => {
  const all = Array.from({ length: most + 1 }, (_, n) => n);
  if (shown.kind === 'count') return [shown.value];
  return all.filter((n) => (shown.kind === 'few' ? n >= 1 && n <= 4 : n >= 5));
};

describe('small numbers', () => {
  it('cannot be worked out by anybody who tries every table that fits what is shown', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 4 }), (counts) => {
        const { cells, total } = suppress(counts);
        counts.forEach((count, index) => {
          if (count >= 1 && count <= 4) expect(cells[index]).toEqual({ kind: 'few' });
          if (cells[index]?.kind === 'count') expect(cells[index]).toEqual({ kind: 'count', value: count });
        });
        if (total.kind === 'count') expect(total.value).toBe(counts.reduce((a, b) => a + b, 0));
        const fits = (sum: number): boolean =>
          total.kind === 'hidden' ? true : total.kind === 'few' ? sum >= 1 && sum <= 4 : sum === total.value;
        // Enough room above for a hidden cell to be more than it is.
        let tables: number[][] = [[]];
        for (const cell of cells)
          tables = tables.flatMap((table) => values(cell, 14).map((value) => [...table, value]));
        const possible = tables.filter((table) => fits(table.reduce((a, b) => a + b, 0)));
        expect(possible).toContainEqual(counts);
        cells.forEach((cell, index) => {
          if (cell.kind !== 'count')
            expect(
              new Set(possible.map((table) => table[index])).size,
              JSON.stringify({ counts, cells, total }),
            ).toBeGreaterThan(1);
        });
      }),
      { numRuns: 400 },
    );
  });
  it('show everything when nothing is small', () => {
    expect(suppress([0, 7, 12])).toEqual({
      cells: [
        { kind: 'count', value: 0 },
        { kind: 'count', value: 7 },
        { kind: 'count', value: 12 },
      ],
      total: { kind: 'count', value: 19 },
    });
    expect(suppress([2, 7, 12])).toEqual({
      cells: [{ kind: 'few' }, { kind: 'hidden' }, { kind: 'count', value: 12 }],
      total: { kind: 'count', value: 21 },
    });
  });
  it('are left out of shares from either end', () => {
    expect(suppressShare(2, 52).numerator).toEqual({ kind: 'few' });
    expect(suppressShare(50, 52).numerator).toEqual({ kind: 'hidden' });
    expect(suppressShare(10, 52)).toEqual({
      numerator: { kind: 'count', value: 10 },
      denominator: { kind: 'count', value: 52 },
    });
  });
});

describe('words', () => {
  it('always show what a share is a share of, and tell nought from not measured', () => {
    expect(
      figureWords(
        { unit: 'percent' },
        { kind: 'value', value: (10 / 52) * 100, numerator: 10, denominator: 52 },
      ),
    ).toBe('10 of 52 (19.2%)');
    expect(figureWords({ unit: 'count' }, { kind: 'value', value: 0 })).toBe('0');
    expect(figureWords({ unit: 'count' }, { kind: 'not-measured', why: '' })).toBe('Not measured');
    expect(figureWords({ unit: 'percent' }, { kind: 'not-applicable', why: '' })).toBe('Not applicable');
  });
  it('judge targets and never trackers', () => {
    for (const row of indicators)
      if (row.kind === 'tracker') expect(standing(row, { kind: 'value', value: 1 })).toBeUndefined();
  });
});
