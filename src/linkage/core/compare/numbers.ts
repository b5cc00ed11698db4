import type { Column } from '../table.ts';
import type { Comparison, Facts, Level } from './comparison.ts';
import { oneColumn } from './one-column.ts';
import { keyOf, valuesOf } from './values.ts';

const numberLevels: readonly Level[] = [
  { words: 'not given', m: 0, rarity: 0 },
  { words: 'the same', m: 0.6, rarity: 1 },
  { words: 'within one per cent', m: 0.1, rarity: 0 },
  { words: 'within three per cent', m: 0.08, rarity: 0 },
  { words: 'within ten per cent', m: 0.1, rarity: 0 },
  { words: 'within thirty per cent', m: 0.05, rarity: 0 },
  { words: 'further apart', m: 0.07, rarity: 0 },
];

/** A quantity: nearness counts. */
export function numberComparison(column: Column, name: string, known?: Facts): Comparison {
  const values = valuesOf(
    column,
    (raw) => {
      const number = Number(raw.replace(/[£$€,\s]/g, ''));
      return Number.isFinite(number) && raw.trim() !== '' ? String(number) : '';
    },
    Number,
    known?.frequency,
  );
  const compute = (a: number, b: number): number => {
    const [x, y] = [values.feature(a), values.feature(b)];
    const apart = Math.abs(x - y) / Math.max(Math.abs(x), Math.abs(y), 1e-9);
    return apart <= 0.01 ? 2 : apart <= 0.03 ? 3 : apart <= 0.1 ? 4 : apart <= 0.3 ? 5 : 6;
  };
  const band = (label: string, shift: number, width: number) =>
    keyOf(`${name.toLowerCase()}: ${label}`, values, (_, code) => {
      const value = values.feature(code);
      return value > 0 ? `${label}${Math.floor(Math.log(value) / width + shift)}` : '';
    });
  return oneColumn(
    column,
    values,
    {
      name,
      ladder: 'number',
      levels: numberLevels,
      shared: false,
      keys: [
        keyOf(name.toLowerCase(), values, (normal) => normal),
        band('near', 0, 0.04),
        band('near, shifted', 0.5, 0.04),
        band('about', 0, 0.15),
        band('about, shifted', 0.5, 0.15),
      ],
    },
    compute,
  );
}
