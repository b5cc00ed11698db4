import { describe, expect, test } from 'vitest';
import { agreementOf } from './agreement.ts';
import { type Band, bandEdges, bandOf, estimateAt } from './estimate.ts';

describe('estimates from reviewed pairs', () => {
  const all: Band[] = [
    { from: 0.1, pairs: 100, reviewed: 100, same: 10 },
    { from: 0.5, pairs: 100, reviewed: 100, same: 90 },
  ];

  test('are the counts themselves where everything was reviewed', () => {
    const [low, high] = estimateAt(all, [0.1, 0.5]);
    expect(low?.precision).toEqual({ share: 0.5, low: 0.5, high: 0.5 });
    expect(high?.precision?.share).toBeCloseTo(0.9);
    expect(high?.recall?.share).toBeCloseTo(0.9);
    expect(high?.recall?.high).toBeCloseTo(0.9);
  });

  test('are wider the fewer were reviewed, and hold the truth about as often as they say', () => {
    let held = 0;
    const runs = 60;
    for (let run = 0; run < runs; run += 1) {
      // The truth: 80 of 100 in a band of 1,000; 40 reviewed, by a simple turn through them.
      const reviewed = 40;
      const same = Array.from(
        { length: reviewed },
        (_, at) => ((at * 37 + run * 61) % 101) / 101 < 0.8,
      ).filter(Boolean).length;
      const [estimate] = estimateAt([{ from: 0.5, pairs: 1000, reviewed, same }], [0.5]);
      if (estimate?.precision && estimate.precision.low <= 0.8 && estimate.precision.high >= 0.8) held += 1;
    }
    expect(held / runs).toBeGreaterThan(0.85);
    const width = (reviewed: number) => {
      const [found] = estimateAt([{ from: 0.5, pairs: 1000, reviewed, same: reviewed / 2 }], [0.5]);
      return (found?.precision?.high ?? 0) - (found?.precision?.low ?? 0);
    };
    expect(width(10)).toBeGreaterThan(width(100));
  });

  test('say nothing where a band was never reviewed, and say the same twice', () => {
    const bands: Band[] = [...all, { from: 0.9, pairs: 5, reviewed: 0, same: 0 }];
    expect(estimateAt(bands, [0.5])[0]).toMatchObject({ precision: undefined, recall: undefined });
    expect(estimateAt(all, [0.1, 0.5])).toEqual(estimateAt(all, [0.1, 0.5]));
  });

  test('each probability has its band', () => {
    for (const edge of bandEdges) expect(bandOf(edge)).toBe(edge);
    expect(bandOf(0.05)).toBe(0);
    expect(bandOf(1)).toBe(0.99);
  });
});

test('agreement beyond chance is the kappa of the textbook', () => {
  // Cohen's example in most textbooks: 20 and 15 alike, 5 and 10 apart.
  const answers = [
    ...Array.from({ length: 20 }, () => ['same', 'same'] as const),
    ...Array.from({ length: 15 }, () => ['different', 'different'] as const),
    ...Array.from({ length: 5 }, () => ['same', 'different'] as const),
    ...Array.from({ length: 10 }, () => ['different', 'same'] as const),
  ];
  expect(agreementOf(answers)).toMatchObject({ pairs: 50, share: 0.7 });
  expect(agreementOf(answers)?.kappa).toBeCloseTo(0.4);
  expect(agreementOf([['same', 'same']])?.kappa).toBeUndefined();
  expect(agreementOf([])).toBeUndefined();
});
