import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { proposedMatrix as matrix } from '../../../reference/harm-matrix.ts';
import { confidenceIn, leastForLoss, scoreOf } from './harm.rules.ts';

const answers = (codes: string[], scope = 'local', likelihood = 1) => ({
  criteria: Object.fromEntries(matrix.criteria.map(({ code }, at) => [code, codes[at] ?? 'none'])),
  scope,
  likelihood,
});

describe('the score of harm', () => {
  test.each([
    [answers([]), 0, 0],
    [answers(['severe', 'severe', 'severe', 'severe', 'severe', 'severe'], 'wider', 5), 48, 480],
    [answers(['none', 'moderate', 'significant', 'none', 'severe', 'low'], 'county', 4), 15, 90],
  ])('%j', (given, harm, risk) => {
    expect(scoreOf(matrix, given)).toMatchObject({ harm, risk });
  });

  test('more of anything is never less harm', () => {
    const codes = matrix.scale.map(({ code }) => code);
    const step = fc.nat(codes.length - 1);
    fc.assert(
      fc.property(
        fc.tuple(step, step, step, step, step, step),
        fc.nat(5),
        fc.integer({ min: 1, max: 4 }),
        (of, which, likelihood) => {
          const at = (steps: number[]) =>
            scoreOf(
              matrix,
              answers(
                steps.map((n) => codes[n] ?? ''),
                'county',
                likelihood,
              ),
            ).risk;
          const more = of.map((n, index) => (index === which ? Math.min(n + 1, codes.length - 1) : n));
          expect(at(more)).toBeGreaterThanOrEqual(at(of));
          expect(
            scoreOf(
              matrix,
              answers(
                of.map((n) => codes[n] ?? ''),
                'county',
                likelihood + 1,
              ),
            ).risk,
          ).toBeGreaterThanOrEqual(at(of));
        },
      ),
    );
  });

  test.each([
    [0, undefined],
    [1, 'low'],
    [999, 'low'],
    [1_000, 'moderate'],
    [10_000, 'significant'],
    [99_999, 'significant'],
    [100_000, 'severe'],
  ])('£%i lost is at least %s', (pounds, code) => {
    expect(leastForLoss(matrix, pounds)?.code).toBe(code);
  });
});

describe('confidence', () => {
  const today = '2026-11-20';
  const at = (day: string) => new Date(`${day}T10:00:00Z`);
  test.each([
    ['nothing graded', { paragraphs: 4, graded: 0, good: 0, lastAt: at('2026-11-19') }, 'low'],
    ['graded, nothing reliable', { paragraphs: 4, graded: 4, good: 0, lastAt: at('2026-11-19') }, 'low'],
    ['half reliable and new', { paragraphs: 4, graded: 4, good: 2, lastAt: at('2026-08-22') }, 'high'],
    [
      'half reliable, a day too old',
      { paragraphs: 4, graded: 4, good: 2, lastAt: at('2026-08-21') },
      'medium',
    ],
    ['less than half reliable', { paragraphs: 5, graded: 5, good: 2, lastAt: at('2026-11-19') }, 'medium'],
    [
      'reliable, a year and a day old',
      { paragraphs: 4, graded: 4, good: 4, lastAt: at('2025-11-19') },
      'low',
    ],
    ['no item left', { paragraphs: 0, graded: 0, good: 0, lastAt: null }, 'low'],
  ] as const)('%s', (_what, grounds, confidence) => {
    expect(confidenceIn(matrix, grounds, today)).toBe(confidence);
  });
});
