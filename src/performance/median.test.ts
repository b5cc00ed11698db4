import { expect, test } from 'vitest';
import { medianOf } from './median.ts';

test.each([
  { rising: [], expected: null },
  { rising: [{ amount: 3, n: 1 }], expected: 3 },
  {
    rising: [
      { amount: 0, n: 2 },
      { amount: 5, n: 1 },
    ],
    expected: 0,
  },
  {
    rising: [
      { amount: 0, n: 2 },
      { amount: 5, n: 2 },
    ],
    expected: 2.5,
  },
  {
    rising: [
      { amount: 1, n: 1 },
      { amount: 1, n: 1 },
      { amount: 9, n: 3 },
    ],
    expected: 9,
  },
])('the median of $rising is $expected', ({ rising, expected }) => {
  const count = rising.reduce((sum, { n }) => sum + n, 0);
  expect(medianOf(rising, count)).toBe(expected);
});
