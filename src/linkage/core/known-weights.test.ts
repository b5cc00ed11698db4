import fc from 'fast-check';
import { expect, test } from 'vitest';
import { KnownWeigher, knownWeights } from './known-weights.ts';

/** One row of many partners among the rest, since few and many are looked for in two ways. */
const pairsOf = (rows: number) =>
  fc
    .uniqueArray(
      fc
        .tuple(fc.nat(rows - 1), fc.nat(rows - 1))
        .filter(([a, b]) => a !== b)
        .map(([a, b]) => (a % 3 === 0 && b !== 0 ? ([b, 0] as const) : ([a, b] as const))),
      { selector: ([a, b]) => Math.min(a, b) * rows + Math.max(a, b), maxLength: 200 },
    )
    .chain((pairs) =>
      fc.tuple(fc.constant(pairs), fc.array(fc.float({ noNaN: true }), { minLength: 200, maxLength: 200 })),
    );

test('a pair that was scored has the weight it was scored with, whichever row comes first; others are weighed', () => {
  const rows = 120;
  fc.assert(
    fc.property(pairsOf(rows), ([pairs, weights]) => {
      const known = knownWeights(
        {
          a: Int32Array.from(pairs, ([a]) => a),
          b: Int32Array.from(pairs, ([, b]) => b),
          weight: Float32Array.from(weights),
          length: pairs.length,
        },
        rows,
      );
      const asked: string[] = [];
      const weigher = new KnownWeigher(known, {
        weight: (a, b, least) => {
          asked.push(`${a} ${b} ${least}`);
          return 7.5;
        },
        areApart: (a, b) => a > b,
      });
      const scored = new Map(
        pairs.flatMap(([a, b], at) => [
          [`${a} ${b}`, weights[at]!] as const,
          [`${b} ${a}`, weights[at]!] as const,
        ]),
      );
      for (let a = 0; a < rows; a += 1)
        for (let b = 0; b < rows; b += 1)
          if (a !== b) expect(weigher.weight(a, b, -3)).toBe(scored.get(`${a} ${b}`) ?? 7.5);
      expect(asked).toHaveLength(rows * (rows - 1) - scored.size);
      expect(asked[0]).toMatch(/^\d+ \d+ -3$/);
      expect(weigher.areApart(2, 1)).toBe(true);
    }),
    { numRuns: 60 },
  );
});
