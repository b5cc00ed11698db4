import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { makePeople } from '../../../benchmarks/linkage/people.ts';
import { eachCandidate } from './candidates.ts';
import { explain } from './explain.ts';
import { type Linked, link } from './link.ts';
import { PairNumbers } from './pair-numbers.ts';
import { seededRandom } from './random.ts';
import { tableOf } from './table.ts';

describe('a pair is given up when nothing that is left could lift it', () => {
  const rows = 500;
  let linked: Linked;
  /** Pairs of both kinds: candidates, and rows drawn at random. */
  const pairs: [number, number][] = [];

  beforeAll(() => {
    linked = link(tableOf(makePeople(rows, 5).map(({ cluster: _, ...row }) => row)));
    eachCandidate(linked.rules, rows, linked.allowed, (a, b) => pairs.push([a, b]));
    const random = seededRandom(3);
    for (let draw = 0; draw < 3000; draw += 1)
      pairs.push([Math.floor(random() * rows), Math.floor(random() * rows)]);
  }, 60_000);

  test('whatever is asked for, a weight that reaches it is the pair’s own, to the last bit', () => {
    const wrong: unknown[] = [];
    for (const least of [-25, -11, -4, 0, 1, 8])
      for (const [a, b] of pairs) {
        const own = linked.scorer.weight(a, b);
        const asked = linked.scorer.weight(a, b, least);
        if (own >= least ? asked !== own : asked >= least) wrong.push({ a, b, least, own, asked });
      }
    expect(wrong).toEqual([]);
  });

  test('of profiles as of rows', () => {
    const profile = (a: number, b: number, c: number) =>
      Int32Array.from(linked.comparisons, (_, index) => [a, b, c][index % 3]!);
    const wrong: unknown[] = [];
    for (let at = 0; at + 3 < pairs.length; at += 3) {
      const [[a, b], [c, d], [e, f]] = [pairs[at]!, pairs[at + 1]!, pairs[at + 2]!];
      const [left, right] = [profile(a, c, e), profile(b, d, f)];
      const own = linked.scorer.weightOfProfiles(left, right);
      const asked = linked.scorer.weightOfProfiles(left, right, 1);
      if (own >= 1 ? asked !== own : asked >= 1) wrong.push({ left, right, own, asked });
    }
    expect(wrong).toEqual([]);
  });

  test('the weight is what the explanation adds up to', () => {
    for (const [a, b] of pairs.slice(0, 500))
      expect(linked.scorer.weight(a, b) / Math.LN2).toBeCloseTo(
        explain(linked.comparisons, linked.model, a, b).totalBits,
        6,
      );
  });

  test('candidates are the same pairs in either order of blocks', () => {
    const found = (byPlace: boolean) => {
      const out: string[] = [];
      eachCandidate(linked.rules, rows, linked.allowed, (a, b) => out.push(`${a}-${b}`), { byPlace });
      return out;
    };
    const [byHash, byPlace] = [found(false), found(true)];
    expect(new Set(byPlace).size).toBe(byPlace.length);
    expect(byPlace.toSorted()).toEqual(byHash.toSorted());
  });
});

test('numbers of pairs are those of a map', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(60), fc.nat(60), fc.double({ noNaN: true })), { maxLength: 2500 }),
      fc.constantFrom(61, 1_000_000, 90_000_000),
      (told, span) => {
        const numbers = new PairNumbers(span);
        const map = new Map<string, number>();
        for (const [x, y, number] of told) {
          expect(numbers.get(x * 997, y)).toBe(map.get(`${x} ${y}`));
          numbers.set(x * 997, y, number);
          map.set(`${x} ${y}`, number);
        }
        for (const [x, y] of told) expect(numbers.get(x * 997, y)).toBe(map.get(`${x} ${y}`));
      },
    ),
    { numRuns: 40 },
  );
});
