import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nameLikeness } from './likeness.ts';

/** Written for this test: no name is from a list. */
const alike = [
  ['Ann-Marie Oakley', 'OAKLEY, Ann Marie', 'person'],
  ['Dr Robert T Finch', 'Bob Finch', 'person'],
  ['Katherine Holloway', 'Kathryn Holloway', 'person'],
  ['Георгий Малинов', 'Georgii Malinov', 'person'],
  ['PeterAshdown', 'Peter Ashdown', 'person'],
  ['P. Ashdown', 'Peter Ashdown', 'person'],
  ['Marigold Roofing Ltd.', 'MARIGOLD ROOFING LIMITED', 'firm'],
  ['The Harbour & Quay Company', 'Harbour and Quay Co', 'firm'],
  ['Third Lantern Holdings plc', '3rd Lantern Holdings Public Limited Company', 'firm'],
  ['N.W.R. Paving', 'NWR Paving', 'firm'],
] as const;
const apart = [
  ['Olive Marsh', 'Oliver Marshall', 'person'],
  ['Peter Ashdown', 'Paul Ashdown', 'person'],
  ['Imran Akhtar Malik', 'Imran Farooq Malik', 'person'],
  ['Marigold Roofing Ltd', 'Marlowe Roofing Ltd', 'firm'],
  ['Lantern Paving 2 Ltd', 'Lantern Paving 3 Ltd', 'firm'],
] as const;

describe('names alone', () => {
  test.each(alike)('«%s» may be «%s»', (one, other, what) => {
    expect(nameLikeness(one, other, what)).toBeGreaterThanOrEqual(0.7);
  });
  test.each(apart)('«%s» is not «%s»', (one, other, what) => {
    expect(nameLikeness(one, other, what)).toBeLessThan(0.7);
  });
  test('is between 0 and 1, 1 for the same name, and the same either way round', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        fc.constantFrom('person' as const, 'firm' as const),
        (a, b, what) => {
          const score = nameLikeness(a, b, what);
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1);
          expect(nameLikeness(b, a, what)).toBeCloseTo(score, 9);
        },
      ),
    );
    expect(nameLikeness('Ada Pond', 'Ada Pond')).toBe(1);
    expect(nameLikeness('', 'Ada Pond')).toBe(0);
  });
});
