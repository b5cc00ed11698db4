import type { Comparison } from './compare/comparison.ts';
import type { Crew, OpenLists } from './threads/crew.ts';
import { sharedInts } from './threads/memory.ts';
import { type Draw, drawPairs } from './train.ts';

/** Pairs of rows, in two arrays of one length. */
export interface Pairs {
  a: Int32Array;
  b: Int32Array;
}

/** How often each level comes among pairs; a part is so many of them. */
export interface LevelTask {
  pairs: Pairs;
  inPart: number;
}

const inPart = 25_000;

/** Pairs of rows drawn at random, with repetition. */
export function drawnPairs(rows: number, draw: Draw): Pairs {
  const [a, b] = [sharedInts(draw.draws), sharedInts(draw.draws)];
  let drawn = 0;
  drawPairs(rows, draw, (left, right) => {
    a[drawn] = left;
    b[drawn] = right;
    drawn += 1;
  });
  return { a: a.subarray(0, drawn), b: b.subarray(0, drawn) };
}

/** Counts levels, comparison by comparison, so that what one of them reads stays in near memory. */
export function levelCounts(
  { comparisons }: OpenLists,
  { pairs: { a, b }, inPart: size }: LevelTask,
): (part: number) => Float64Array[] {
  return (part) => {
    const end = Math.min(a.length, (part + 1) * size);
    return comparisons.map((comparison) => {
      const counts = new Float64Array(comparison.levels.length);
      for (let at = part * size; at < end; at += 1) counts[comparison.level(a[at]!, b[at]!)]! += 1;
      return counts;
    });
  };
}

/** Chances of each level between two rows drawn at random: from the tables where exact, from drawn pairs where not. */
export function randomChances(
  comparisons: readonly Comparison[],
  rows: number,
  draw: Draw,
  crew: Crew,
): Float64Array[] {
  const pairs = drawnPairs(rows, draw);
  const parts = crew.do('levels', { pairs, inPart }, Math.ceil(pairs.a.length / inPart));
  return comparisons.map((comparison, index) => {
    const seen = new Float64Array(comparison.levels.length);
    for (const part of parts) for (const [level, count] of part[index]!.entries()) seen[level]! += count;
    const given = seen.reduce((sum, count) => sum + count, 0) - seen[0]!;
    const chances = seen.map((count) => (count + 0.3) / (given + 0.3 * (seen.length - 1)));
    chances[0] = 1;
    if (comparison.isDrawn) return chances;
    const exact = Math.max(comparison.chance, 1e-9);
    const rest = 1 - chances[1]!;
    for (let level = 2; level < chances.length; level += 1)
      chances[level]! *= (1 - exact) / Math.max(rest, 1e-9);
    chances[1] = exact;
    return chances;
  });
}
