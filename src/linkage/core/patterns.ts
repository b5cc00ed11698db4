import type { Comparison } from './compare/comparison.ts';
import type { Pairs } from './random-chances.ts';
import { logChanceOf, rarerBy } from './score.ts';
import type { Crew, OpenLists } from './threads/crew.ts';
import type { Pattern } from './train.ts';

/** What pattern each of some pairs shows, and how rare its values are; a part is so many pairs. */
export interface DescribeTask {
  pairs: Pairs;
  inPart: number;
}

/** The levels pair by pair, a number for the pattern of levels and rarities, and the sums of the rarities. */
export interface Described {
  levels: Uint8Array;
  ids: Float64Array;
  own: Float64Array;
  shared: Float64Array;
}

const inPart = 25_000;
/** So many pairs are held against each other comparison by comparison: what one of them reads then stays in near memory. */
const atOnce = 4096;

/** Numbers of patterns stay below this, and can be told apart when multiplied. */
const modulus = 140737488355213;

export function describedPart(
  { comparisons }: Pick<OpenLists, 'comparisons'>,
  { pairs, inPart: size }: DescribeTask,
): (part: number) => Described {
  const logChance = comparisons.map(logChanceOf);
  return (part) => {
    const [from, to] = [part * size, Math.min(pairs.a.length, (part + 1) * size)];
    const described = {
      levels: new Uint8Array((to - from) * comparisons.length),
      ids: new Float64Array(to - from),
      own: new Float64Array(to - from),
      shared: new Float64Array(to - from),
    };
    for (let start = from; start < to; start += atOnce) {
      const end = Math.min(to, start + atOnce);
      comparisons.forEach((comparison, index) => {
        describe(comparison, logChance[index]!, pairs, described, {
          ...{ start, end, from, index, width: comparisons.length },
        });
      });
    }
    for (let at = 0; at < to - from; at += 1)
      described.ids[at] =
        described.ids[at]! * 64 + bandOf(described.own[at]!) * 8 + bandOf(described.shared[at]!);
    return described;
  };
}

/** Rarity goes in eight bands, so that common and rare names train apart. */
const bandOf = (sum: number) => Math.max(0, Math.min(7, Math.floor(sum / 2) + 4));

function describe(
  comparison: Comparison,
  logChance: number,
  { a, b }: Pairs,
  { levels, ids, own, shared }: Described,
  { start, end, from, index, width }: Record<'start' | 'end' | 'from' | 'index' | 'width', number>,
): void {
  const rarities = Float64Array.from(comparison.levels, ({ rarity }) => rarity);
  const sums = comparison.shared ? shared : own;
  for (let at = start; at < end; at += 1) {
    const level = comparison.level(a[at]!, b[at]!);
    levels[(at - from) * width + index] = level;
    ids[at - from] = (ids[at - from]! * 11 + level) % modulus;
    const rarity = rarities[level]!;
    if (rarity > 0) sums[at - from]! += rarerBy(rarity, logChance, comparison.logFrequency(a[at]!, b[at]!));
  }
}

/** The pattern of one pair. */
export function patternOf(comparisons: readonly Comparison[], a: number, b: number): Pattern {
  const pairs = { a: Int32Array.of(a), b: Int32Array.of(b) };
  const { levels, own, shared } = describedPart({ comparisons }, { pairs, inPart: 1 })(0);
  return { levels, count: 1, ownRarity: own[0]!, sharedRarity: shared[0]! };
}

/** Counts patterns of levels over pairs, in their order. */
export function patternsOf(comparisons: readonly Comparison[], pairs: Pairs, crew: Crew): Pattern[] {
  const parts = crew.do('describe', { pairs, inPart }, Math.ceil(pairs.a.length / inPart));
  const patterns = new Map<number, Pattern>();
  const width = comparisons.length;
  for (const { levels, ids, own, shared } of parts)
    for (let index = 0; index < ids.length; index += 1) {
      const pattern = patterns.get(ids[index]!);
      if (pattern) {
        pattern.count += 1;
        pattern.ownRarity += (own[index]! - pattern.ownRarity) / pattern.count;
        pattern.sharedRarity += (shared[index]! - pattern.sharedRarity) / pattern.count;
      } else
        patterns.set(ids[index]!, {
          levels: levels.slice(index * width, (index + 1) * width),
          ...{ count: 1, ownRarity: own[index]!, sharedRarity: shared[index]! },
        });
    }
  return [...patterns.values()];
}
