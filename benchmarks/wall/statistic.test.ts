import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../src/linkage/core/random.ts';
import { apart, leastSeen } from './statistic.ts';

/** The share of all exchanges within pairs whose rank sum is as far from the middle, counted one by one. */
function countedOut(first: readonly number[], second: readonly number[]): number {
  const all = [...first, ...second];
  const rank = (time: number) =>
    all.filter((one) => one < time).length + (all.filter((one) => one === time).length + 1) / 2;
  const middle = all.reduce((sum, time) => sum + rank(time), 0) / 2;
  const sumOf = (bits: number) =>
    first.reduce((sum, time, pair) => sum + rank((bits >> pair) & 1 ? (second[pair] ?? 0) : time), 0);
  const seen = Math.abs(sumOf(0) - middle);
  const ways = 2 ** first.length;
  return (
    Array.from({ length: ways }, (_, bits) => bits).filter(
      (bits) => Math.abs(sumOf(bits) - middle) >= seen - 1e-9,
    ).length / ways
  );
}

/** Answers of some six milliseconds on a machine whose load comes and goes, each with a long tail: the same for both of a pair. */
function busy(n: number, random: () => number, leak: number): [number[], number[]] {
  const one = (load: number) => 5 + load + -Math.log(1 - random()) * 1.5;
  const pairs = Array.from({ length: n }, (_, turn) => 4 * (1 + Math.sin(turn / 40)));
  return [pairs.map((load) => one(load) + leak), pairs.map(one)];
}

describe('whether two sets of times can be told apart', () => {
  test('what is unlikely is so as it is counted out, pair by pair', () => {
    const random = seededRandom(3);
    for (let turn = 0; turn < 20; turn += 1) {
      const first = Array.from({ length: 9 }, () => Math.floor(random() * 20));
      const second = Array.from({ length: 9 }, () => Math.floor(random() * 20) - (turn % 4) * 2);
      // By the normal curve between exact moments, of nine pairs only.
      expect(Math.abs(apart(first, second).p - countedOut(first, second))).toBeLessThan(0.15);
    }
  });

  // Computed with scipy 1.17.1: mannwhitneyu(a, b).statistic / (len(a) * len(b)).
  test.each([
    [[1, 2, 3, 4, 5, 6, 7, 8], [5, 6, 7, 8, 9, 10, 11, 12], 0.125],
    [[3, 1, 2], [2, 1, 3], 0.5],
  ])('%j and %j', (one, other, chance) => {
    expect(apart(one, other).chance).toBeCloseTo(chance, 5);
  });

  test('the same time always: nothing can be told', () => {
    expect(apart([2, 2, 2], [2, 2, 2])).toMatchObject({ n: 3, chance: 0.5, gap: 0 });
    expect(apart([2, 2, 2], [2, 2, 2]).p).toBeCloseTo(1, 5);
  });

  test('where nothing leaks it says so as often as it claims, on a machine whose load comes and goes', () => {
    const random = seededRandom(5);
    const runs = Array.from({ length: 400 }, () => {
      const [first, second] = busy(200, random, 0);
      return apart(first, second);
    });
    const share = (so: (run: ReturnType<typeof apart>) => boolean) => runs.filter(so).length / runs.length;
    expect(share(({ p }) => p < 0.05)).toBeGreaterThan(0.02);
    expect(share(({ p }) => p < 0.05)).toBeLessThan(0.08);
    expect(share(({ gapRange: [from, to] }) => from <= 0 && to >= 0)).toBeGreaterThan(0.92);
    expect(share(({ chanceRange: [from, to] }) => from <= 0.5 && to >= 0.5)).toBeGreaterThan(0.92);
  });

  test('a leak of a millisecond is found, and of a fifth of one, at a load that moves answers by eight', () => {
    const random = seededRandom(7);
    for (const leak of [1, 0.2]) {
      const [first, second] = busy(1000, random, leak);
      const found = apart(first, second);
      expect(found.p).toBeLessThan(0.0005);
      expect(found.gapRange[0]).toBeGreaterThan(0);
      expect(Math.abs(found.gap - leak)).toBeLessThan(0.2);
      expect(found.gapRange[1] - found.gapRange[0]).toBeLessThan(0.5);
    }
    const [first, second] = busy(1000, random, 0);
    expect(leastSeen(first, second, 0.0005)).toBeLessThanOrEqual(0.5);
    // Ten pairs say nothing of so little.
    expect(leastSeen(first.slice(0, 10), second.slice(0, 10), 0.0005)).toBeUndefined();
  });
});
