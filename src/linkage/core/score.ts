import type { ByCodes, Comparison } from './compare/comparison.ts';
import type { RowCodes } from './table.ts';
import type { Learnt, Trained } from './train.ts';

/**
 * What a comparison gives to the odds, level by level, in natural logarithms. What is asked of the comparison stands here as
 * well: objects of one make are read much faster than the comparisons, which are of many.
 */
interface Weights {
  byCodes: ByCodes | undefined;
  shared: boolean;
  level: (a: number, b: number) => number;
  logFrequency: (a: number, b: number) => number;
  m: Float64Array;
  u: Float64Array;
  r: Float64Array;
  rarity: Float64Array;
  logChance: number;
  /** The most it can give towards «same» against the unrelated and against the related, where the values are not one. */
  mostByOther: number;
  mostByRelated: number;
}

/** Sums of logarithms may differ by less than this for the order in which they were added. */
const rounding = 1e-6;

/** Holds two rows against each other under a model. Weights are natural log-odds of «same» against everything else. */
export class Scorer {
  readonly #weights: readonly Weights[];
  /** Those whose values are apart, the most telling first. */
  readonly #askedInOrder: Int32Array;
  readonly #start: readonly [number, number, number];
  /** Comparisons with a level that keeps rows apart, with that level. */
  readonly #keeping: readonly { comparison: Comparison; at: number }[];
  /** Where the codes that settle comparisons lie side by side, and which of a row's each goes by; -1 for none. */
  readonly #codes: RowCodes | undefined;
  readonly #places: Int32Array;
  /** Of the pair that is weighed: the level of each comparison, -1 where not yet asked, its codes, and what it gives. */
  readonly #levels: Int8Array;
  readonly #codesA: Int32Array;
  readonly #codesB: Int32Array;
  readonly #others: Float64Array;
  readonly #relateds: Float64Array;

  constructor(comparisons: readonly Comparison[], model: Trained) {
    this.#keeping = comparisons.flatMap((comparison) => {
      const at = comparison.levels.findIndex(({ keepsApart }) => keepsApart);
      return at < 0 ? [] : [{ comparison, at }];
    });
    this.#codes = comparisons.find(({ settledBy }) => settledBy)?.settledBy;
    this.#places = Int32Array.from(comparisons, ({ settledBy }) =>
      settledBy && settledBy.data === this.#codes?.data ? settledBy.offset : -1,
    );
    this.#weights = comparisons.map((comparison, index) => weightsOf(comparison, model.comparisons[index]!));
    const telling = this.#weights.map((weights, index) => expectedFall(weights, model.comparisons[index]!));
    this.#askedInOrder = Int32Array.from(telling.keys()).sort((x, y) => telling[y]! - telling[x]! || x - y);
    this.#start = [
      Math.log(model.prior),
      model.related > 0 ? Math.log(model.related) : Number.NEGATIVE_INFINITY,
      Math.log(1 - model.prior - model.related),
    ];
    this.#levels = new Int8Array(comparisons.length);
    this.#codesA = new Int32Array(comparisons.length);
    this.#codesB = new Int32Array(comparisons.length);
    this.#others = new Float64Array(comparisons.length);
    this.#relateds = new Float64Array(comparisons.length);
  }

  /** Log-odds that two rows are the same; where they are below `least`, any number below it. */
  weight(a: number, b: number, least = Number.NEGATIVE_INFINITY): number {
    return this.#weigh(a, b, undefined, undefined, least);
  }

  /** Whether two rows cannot be the same by what others say: a generation apart, and no evidence of their own for «same». */
  areApart(a: number, b: number): boolean {
    return (
      this.#keeping.some(({ comparison, at }) => comparison.level(a, b) === at) && this.weight(a, b) <= 0
    );
  }

  /** Log-odds that two profiles are the same: for each comparison the row that speaks for the cluster. `least` as for rows. */
  weightOfProfiles(left: Int32Array, right: Int32Array, least = Number.NEGATIVE_INFINITY): number {
    return this.#weigh(0, 0, left, right, least);
  }

  /**
   * First what codes alone settle; then the comparisons that need a closer look, until not even the best that is left could
   * lift the pair to `least`. What is not given up is added in one order, so that a pair has one weight.
   */
  #weigh(
    rowA: number,
    rowB: number,
    left: Int32Array | undefined,
    right: Int32Array | undefined,
    least: number,
  ): number {
    const levels = this.#levels;
    const places = this.#places;
    const count = levels.length;
    const data = this.#codes?.data ?? noCodes;
    const stride = this.#codes?.stride ?? 0;
    let [same, related, other] = this.#start;
    let byOther = same - other;
    let byRelated = same - related;
    for (let index = 0; index < count; index += 1) {
      const place = places[index]!;
      const weights = this.#weights[index]!;
      const a = left ? left[index]! : rowA;
      const b = right ? right[index]! : rowB;
      if (place >= 0) {
        const x = data[a * stride + place]!;
        const y = data[b * stride + place]!;
        if (x < 0 || y < 0) {
          levels[index] = 0;
          continue;
        }
        if (x !== y) {
          levels[index] = -1;
          this.#codesA[index] = x;
          this.#codesB[index] = y;
          byOther += weights.mostByOther;
          byRelated += weights.mostByRelated;
          continue;
        }
        const { byCodes } = weights;
        if (byCodes && (!byCodes.isFirst || byCodes.isFirst(x))) {
          this.#keep(weights, index, 1, byCodes.shares.logShares[x]!);
          byOther += weights.m[1]! - this.#others[index]!;
          byRelated += weights.m[1]! - this.#relateds[index]!;
          continue;
        }
      }
      const level = this.#ask(weights, index, a, b);
      if (level === 0) continue;
      byOther += weights.m[level]! - this.#others[index]!;
      byRelated += weights.m[level]! - this.#relateds[index]!;
    }
    const enough = least - rounding;
    if (byOther < enough || byRelated < enough) return Number.NEGATIVE_INFINITY;
    for (let at = 0; at < count; at += 1) {
      const index = this.#askedInOrder[at]!;
      if (levels[index] !== -1) continue;
      const weights = this.#weights[index]!;
      const level = weights.byCodes?.level
        ? this.#askOfCodes(weights, weights.byCodes, index)
        : this.#ask(weights, index, left ? left[index]! : rowA, right ? right[index]! : rowB);
      byOther -= weights.mostByOther;
      byRelated -= weights.mostByRelated;
      if (level !== 0) {
        byOther += weights.m[level]! - this.#others[index]!;
        byRelated += weights.m[level]! - this.#relateds[index]!;
      }
      if (byOther < enough || byRelated < enough) return Number.NEGATIVE_INFINITY;
    }
    for (let index = 0; index < count; index += 1) {
      const level = levels[index]!;
      if (level === 0) continue;
      same += this.#weights[index]!.m[level]!;
      other += this.#others[index]!;
      related += this.#relateds[index]!;
    }
    const top = related > other ? related : other;
    return same - top - Math.log1p(Math.exp(-Math.abs(related - other)));
  }

  /** The level of two rows, kept with what it gives to the classes of those that are not the same. */
  #ask(weights: Weights, index: number, a: number, b: number): number {
    const level = weights.level(a, b);
    this.#keep(weights, index, level, weights.rarity[level]! > 0 ? weights.logFrequency(a, b) : 0);
    return level;
  }

  /** The same of two codes that are not equal. */
  #askOfCodes(weights: Weights, { level: levelOf, shares }: ByCodes, index: number): number {
    const x = this.#codesA[index]!;
    const y = this.#codesB[index]!;
    const level = levelOf!(x, y);
    const { logShares } = shares;
    this.#keep(
      weights,
      index,
      level,
      weights.rarity[level]! > 0 ? Math.max(logShares[x]!, logShares[y]!) : 0,
    );
    return level;
  }

  #keep(weights: Weights, index: number, level: number, logFrequency: number): void {
    this.#levels[index] = level;
    if (level === 0) return;
    let other = weights.u[level]!;
    let related = weights.r[level]!;
    const counts = weights.rarity[level]!;
    if (counts > 0) {
      const rarer = rarerBy(counts, weights.logChance, logFrequency);
      other -= rarer;
      if (!weights.shared) related -= rarer;
    }
    this.#others[index] = other;
    this.#relateds[index] = related;
  }
}

const noCodes = new Int32Array(0);

function weightsOf(comparison: Comparison, learnt: Learnt): Weights {
  const [m, u, r] = [learnt.m.map(Math.log), learnt.u.map(Math.log), learnt.r.map(Math.log)];
  const rarity = Float64Array.from(comparison.levels, (level) => level.rarity);
  let [mostByOther, mostByRelated] = [0, 0];
  for (let level = 2; level < m.length; level += 1) {
    const rarer = rarity[level]! > 0 ? mostRarer : 0;
    mostByOther = Math.max(mostByOther, m[level]! - u[level]! + rarer);
    mostByRelated = Math.max(mostByRelated, m[level]! - r[level]! + (comparison.shared ? 0 : rarer));
  }
  return {
    byCodes: comparison.byCodes,
    shared: comparison.shared,
    level: comparison.level,
    logFrequency: comparison.logFrequency,
    ...{ m, u, r, rarity, logChance: logChanceOf(comparison), mostByOther, mostByRelated },
  };
}

/** How far the best that a comparison could say is lowered by asking it of two rows drawn at random. */
function expectedFall({ m, u, mostByOther }: Weights, learnt: Learnt): number {
  let fall = 0;
  for (let level = 2; level < m.length; level += 1)
    fall += learnt.u[level]! * (mostByOther - m[level]! + u[level]!);
  return fall;
}

/** Rarity lifts a weight by so much at most, natural log: a name seen once may be a slip. */
export const mostRarer = 5;
/** Commonness lowers it by so much at most. */
export const mostCommon = 12;

/** How many natural-log units rarer than a chance agreement this one is, by the level's weight; below 0 where it is commoner. */
export function rarerBy(rarity: number, logChance: number, logFrequency: number): number {
  const rarer = rarity * (logChance - logFrequency);
  return rarer > mostRarer ? mostRarer : rarer < -mostCommon ? -mostCommon : rarer;
}

/** The log of the share that the value of a row has on the whole, for `rarerBy`. */
export const logChanceOf = (comparison: Comparison): number => Math.log(Math.max(comparison.meanShare, 1e-9));
