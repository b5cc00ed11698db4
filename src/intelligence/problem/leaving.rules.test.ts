import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { HotSpot, Repeats } from '../spots/spots.rules.ts';
import { spotsToLeave, spreadToLeave, tablesOf, tenthToLeave } from './leaving.rules.ts';

const rows = (...counts: number[]) => counts.map((n, index) => ({ label: `row ${index}`, n }));
const shown = (...counts: number[]) => tablesOf([rows(...counts)]).tables[0]?.map(({ n }) => n);

test('a small number is not said, and none can be worked out', () => {
  expect(shown(0, 7, 12)).toEqual(['0', '7', '12']);
  expect(shown(3, 7, 12)).toEqual(['Fewer than 5', 'Not shown', '12']);
  fc.assert(
    fc.property(
      fc.array(fc.nat(20), { minLength: 1, maxLength: 8 }),
      fc.array(fc.nat(20), { minLength: 1, maxLength: 8 }),
      (a, b) => {
        const { tables, total } = tablesOf([rows(...a), rows(...b)]);
        const said = [...tables.flat().map(({ n }) => n), total];
        expect(said.filter((one) => ['1', '2', '3', '4'].includes(one))).toEqual([]);
      },
    ),
  );
});

test('where the total would give a small number away, its table shows none; the total is in every other anyway', () => {
  // 4 and 4 of 8 could be nothing else.
  expect(tablesOf([rows(8), rows(4, 4, 0)])).toEqual({
    total: '8',
    tables: [
      [{ label: 'row 0', n: '8' }],
      ['row 0', 'row 1', 'row 2'].map((label) => ({ label, n: 'Not shown' })),
    ],
  });
  expect(tablesOf([rows(3)]).total).toBe('Fewer than 5');
});

const repeats = (given: Partial<Repeats>): Repeats => ({
  ...{ things: 60, held: 90, spread: [50, 0, 5, 0, 5], tenth: { things: 6, held: 40 }, again: [], ...given },
});

test('repeats leave as numbers alone, and not where few are meant', () => {
  const words = () => 'said';
  expect(spreadToLeave(repeats({ spread: [50, 3, 0, 0, 0] }), ['one', 'two']).map(({ n }) => n)).toEqual([
    ...['Not shown', 'Fewer than 5', '0', '0', '0'],
  ]);
  expect(tenthToLeave(repeats({}), 'places', words)).toBe('said');
  expect(tenthToLeave(repeats({ things: 20, tenth: { things: 2, held: 40 } }), 'places', words)).toContain(
    'Too few',
  );
  expect(tenthToLeave(repeats({ tenth: undefined }), 'places', words)).toBe('said');
});

test('a square that would point at a door stays with the unit', () => {
  const spot = (places: number, postcodes: number): HotSpot => ({
    ...{ id: '500:1:1', west: 0, south: 0, east: 1, north: 1, count: 9, expected: 0.1, places, postcodes },
  });
  expect(spotsToLeave([spot(1, 1), spot(2, 2), spot(1, 3), spot(3, 0)])).toHaveLength(2);
});
