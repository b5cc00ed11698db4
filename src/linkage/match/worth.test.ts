import { expect, test } from 'vitest';
import { ageFrom } from './worth.ts';

test.each([
  ['1951-11-20', '2026-11-20', 75],
  ['1951-11-21', '2026-11-20', 74],
  ['27 May 1961', '2026-11-20', 65],
  ['1951', '2026-11-20', 75],
  ['1951-12', '2026-11-20', 74],
  ['2027-01-01', '2026-11-20', undefined],
  ['unknown', '2026-11-20', undefined],
  [undefined, '2026-11-20', undefined],
])('an age is in whole years: born %s, on %s', (born, today, age) => {
  expect(ageFrom(born, today)).toBe(age);
});
