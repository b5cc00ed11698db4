import { describe, expect, test } from 'vitest';
import { apart } from './statistic.ts';

describe('whether two sets of times can be told apart', () => {
  // Computed with scipy 1.17.1: mannwhitneyu(a, b, use_continuity=False, method='asymptotic').
  test.each([
    [[1, 2, 3, 4, 5, 6, 7, 8], [5, 6, 7, 8, 9, 10, 11, 12], 0.125, 0.01147],
    [[1, 1, 2, 2, 3], [1, 2, 2, 3, 3, 3], 0.31667, 0.28739],
    [[3, 1, 2], [2, 1, 3], 0.5, 1],
  ])('%j and %j', (one, other, chance, p) => {
    const found = apart(one, other);
    expect(found.chance).toBeCloseTo(chance, 5);
    expect(found.p).toBeCloseTo(p, 4);
    expect(apart(other, one).p).toBeCloseTo(p, 4);
  });

  test('the same time always: nothing can be told', () => {
    expect(apart([2, 2, 2], [2, 2])).toEqual({ n: 3, chance: 0.5, p: expect.closeTo(1, 5), medianGap: 0 });
  });
});
