import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bestComponents,
  components,
  measureClusters,
  measurePairs,
  type Truth,
  truePairsOf,
} from './evaluate.ts';
import { missedKinds } from './missed.ts';

const f1 = (p: number, r: number) => (p + r === 0 ? 0 : (2 * p * r) / (p + r));

/** Every pair of rows that counts. */
const allPairs = ({ entity, source }: Truth): [number, number][] =>
  [...entity.keys()].flatMap((a) =>
    [...entity.keys()]
      .filter((b) => b > a && (!source || source[a] !== source[b]))
      .map((b): [number, number] => [a, b]),
  );

const small = fc.integer({ min: 2, max: 12 }).chain((rows) => {
  const labels = fc.array(fc.nat(rows - 1), { minLength: rows, maxLength: rows });
  const lists = fc.option(fc.array(fc.nat(1), { minLength: rows, maxLength: rows }), { nil: undefined });
  return fc.record({ entity: labels, clusters: labels, source: lists });
});

const truthOf = ({ entity, source }: { entity: number[]; source: number[] | undefined }): Truth => ({
  entity: Int32Array.from(entity),
  ...(source ? { source: Uint8Array.from(source) } : {}),
});

describe('the evaluator, against counting every pair', () => {
  test('clusters: pair F1, B³ and the largest', () => {
    fc.assert(
      fc.property(small, (one) => {
        const truth = truthOf(one);
        const pairs = allPairs(truth);
        const same = pairs.filter(([a, b]) => one.entity[a] === one.entity[b]);
        const said = pairs.filter(([a, b]) => one.clusters[a] === one.clusters[b]);
        const right = same.filter(([a, b]) => one.clusters[a] === one.clusters[b]).length;
        const got = measureClusters(truth, Int32Array.from(one.clusters));
        expect(truePairsOf(truth)).toBe(same.length);
        expect(got.pairF1).toBeCloseTo(
          f1(said.length ? right / said.length : 0, right / Math.max(1, same.length)),
          12,
        );
        const rows = [...one.entity.keys()];
        const ratio = (row: number, of: number[]) => {
          const group = rows.filter((other) => of[other] === of[row]);
          return (
            group.filter((o) => one.entity[o] === one.entity[row] && one.clusters[o] === one.clusters[row])
              .length / group.length
          );
        };
        const mean = (of: number[]) => rows.reduce((sum, row) => sum + ratio(row, of), 0) / rows.length;
        expect(got.b3).toBeCloseTo(f1(mean(one.clusters), mean(one.entity)), 12);
        const most = (of: number[]) => Math.max(...rows.map((row) => of.filter((x) => x === of[row]).length));
        expect(got.largest).toBeCloseTo(most(one.clusters) / most(one.entity), 12);
      }),
    );
  });

  test('pairs: best F1, F1 at an even chance, recall at precision 0.99, calibration', () => {
    const weights = fc.array(fc.integer({ min: -80, max: 80 }), { minLength: 66, maxLength: 66 });
    fc.assert(
      fc.property(small, weights, (one, given) => {
        const truth = truthOf(one);
        const written = allPairs(truth).map(([a, b], at) => ({ a, b, w: (given[at] ?? 0) / 4 }));
        const got = measurePairs(truth, {
          a: Int32Array.from(written, ({ a }) => a),
          b: Int32Array.from(written, ({ b }) => b),
          weight: Float64Array.from(written, ({ w }) => w),
        });
        const isSame = ({ a, b }: { a: number; b: number }) => one.entity[a] === one.entity[b];
        const inAll = Math.max(1, written.filter(isSame).length);
        const at = (least: number) => {
          const above = written.filter(({ w }) => w >= least);
          const right = above.filter(isSame).length;
          return { p: above.length ? right / above.length : 0, r: right / inAll };
        };
        const all = written.map(({ w }) => at(w));
        expect(got.best.f1).toBeCloseTo(Math.max(0, ...all.map(({ p, r }) => f1(p, r))), 12);
        expect(got.even.f1).toBeCloseTo(f1(at(0).p, at(0).r), 12);
        expect(got.recallAt99).toBeCloseTo(
          Math.max(0, ...all.filter(({ p }) => p >= 0.99).map(({ r }) => r)),
          12,
        );
        const counted = written.filter(({ w }) => w * Math.LN2 > -12);
        const probability = (w: number) => 1 / (1 + 2 ** -w);
        let off = 0;
        for (let band = 0; band < 10; band += 1) {
          const inBand = counted.filter(({ w }) => Math.min(9, Math.floor(probability(w) * 10)) === band);
          off += Math.abs(
            inBand.reduce((sum, pair) => sum + probability(pair.w) - (isSame(pair) ? 1 : 0), 0),
          );
        }
        expect(got.calibration).toBeCloseTo(off / Math.max(1, counted.length), 10);
      }),
    );
  });
});

test('B³ of a worked case: {1,2,3}{4,5} found as {1,2}{3,4,5}', () => {
  const truth = { entity: Int32Array.from([0, 0, 0, 1, 1]) };
  const { b3 } = measureClusters(truth, Int32Array.from([0, 0, 1, 1, 1]));
  const precision = (1 + 1 + 1 / 3 + 2 / 3 + 2 / 3) / 5;
  const recall = (2 / 3 + 2 / 3 + 1 / 3 + 1 + 1) / 5;
  expect(b3).toBeCloseTo((2 * precision * recall) / (precision + recall), 12);
});

test('a pair written twice, or within a list, is dropped and not counted', () => {
  const truth = { entity: Int32Array.from([0, 0, 0]), source: Uint8Array.from([0, 1, 1]) };
  const got = measurePairs(truth, {
    a: Int32Array.from([0, 1, 1]),
    b: Int32Array.from([1, 0, 2]),
    weight: Float64Array.from([3, 3, 3]),
  });
  expect(got).toMatchObject({ truePairs: 2, written: 3, dropped: 2 });
  expect(got.best.recall).toBe(0.5);
});

test('components join what a chain connects above the threshold', () => {
  const pairs = {
    a: Int32Array.from([0, 1, 3]),
    b: Int32Array.from([1, 2, 4]),
    weight: Float64Array.from([5, 5, 0.5]),
  };
  expect([...components(5, pairs, 1)]).toEqual([0, 0, 0, 3, 4]);
  const truth = { entity: Int32Array.from([0, 0, 0, 1, 1]) };
  expect(bestComponents(truth, pairs)).toEqual({ pairF1: 1, probability: 0.5 });
});

test('missed pairs are told by what differs and what is missing', () => {
  const truth = { entity: Int32Array.from([0, 0, 0]) };
  const raw = {
    names: ['surname', 'dob'],
    codes: [Int32Array.from([0, 0, 1]), Int32Array.from([4, -1, 5])],
  };
  const pairs = { a: Int32Array.from([0]), b: Int32Array.from([1]), weight: Float64Array.from([2]) };
  expect(missedKinds(truth, pairs, raw).kinds).toEqual([
    { words: 'differs: surname, dob', missed: 1, inAll: 1 },
    { words: 'differs: surname; missing: dob', missed: 1, inAll: 1 },
  ]);
});
