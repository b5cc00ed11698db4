import type { Comparison } from './compare/comparison.ts';
import type { Pattern, Trained } from './train.ts';

/** Holds two rows against each other under a model. Weights are natural log-odds of «same» against everything else. */
export class Scorer {
  readonly #comparisons: readonly Comparison[];
  readonly #logM: Float64Array[];
  readonly #logU: Float64Array[];
  readonly #logR: Float64Array[];
  readonly #start: readonly [number, number, number];
  readonly #rarity: Float64Array[];
  readonly #shared: boolean[];
  readonly #logChance: number[];
  /** Comparisons with a level that keeps rows apart, with that level. */
  readonly #keeping: readonly { comparison: Comparison; at: number }[];

  constructor(comparisons: readonly Comparison[], model: Trained) {
    this.#comparisons = comparisons;
    this.#keeping = comparisons.flatMap((comparison) => {
      const at = comparison.levels.findIndex(({ keepsApart }) => keepsApart);
      return at < 0 ? [] : [{ comparison, at }];
    });
    this.#logM = model.comparisons.map(({ m }) => m.map(Math.log));
    this.#logU = model.comparisons.map(({ u }) => u.map(Math.log));
    this.#logR = model.comparisons.map(({ r }) => r.map(Math.log));
    this.#start = [
      Math.log(model.prior),
      model.related > 0 ? Math.log(model.related) : Number.NEGATIVE_INFINITY,
      Math.log(1 - model.prior - model.related),
    ];
    this.#rarity = comparisons.map(({ levels }) => Float64Array.from(levels, (level) => level.rarity));
    this.#shared = comparisons.map(({ shared }) => shared);
    this.#logChance = comparisons.map(logChanceOf);
  }

  /** Log-odds that two rows are the same. */
  weight(a: number, b: number): number {
    return this.#weigh(a, b, undefined, undefined);
  }

  /** Whether two rows cannot be the same by what others say: a generation apart, and no evidence of their own for «same». */
  areApart(a: number, b: number): boolean {
    return (
      this.#keeping.some(({ comparison, at }) => comparison.level(a, b) === at) && this.weight(a, b) <= 0
    );
  }

  /** Log-odds that two profiles are the same: for each comparison the row that speaks for the cluster. */
  weightOfProfiles(left: Int32Array, right: Int32Array): number {
    return this.#weigh(0, 0, left, right);
  }

  #weigh(rowA: number, rowB: number, left: Int32Array | undefined, right: Int32Array | undefined): number {
    let [same, related, other] = this.#start;
    for (let index = 0; index < this.#comparisons.length; index += 1) {
      const comparison = this.#comparisons[index]!;
      const a = left ? left[index]! : rowA;
      const b = right ? right[index]! : rowB;
      const level = comparison.level(a, b);
      if (level === 0) continue;
      same += this.#logM[index]![level]!;
      const rarity = this.#rarity[index]![level]!;
      let u = this.#logU[index]![level]!;
      let r = this.#logR[index]![level]!;
      if (rarity > 0) {
        const rarer = rarerBy(rarity, this.#logChance[index]!, comparison.logFrequency(a, b));
        u -= rarer;
        if (!this.#shared[index]) r -= rarer;
      }
      other += u;
      related += r;
    }
    const top = related > other ? related : other;
    return same - top - Math.log1p(Math.exp(-Math.abs(related - other)));
  }
}

const most = 5;

/** How many natural-log units rarer than a chance agreement this one is, by the level's weight. Bounded: a name seen once may be a slip. */
export function rarerBy(rarity: number, logChance: number, logFrequency: number): number {
  const rarer = rarity * (logChance - logFrequency);
  return rarer > most ? most : rarer < -most ? -most : rarer;
}

/** The log of the share that the value of a row has on the whole, for `rarerBy`. */
export const logChanceOf = (comparison: Comparison): number => Math.log(Math.max(comparison.meanShare, 1e-9));

/** Counts patterns of levels over pairs; rarity goes in eight bands so that common and rare names train apart. */
export class PatternCounter {
  readonly #comparisons: readonly Comparison[];
  readonly #logChance: number[];
  readonly #patterns = new Map<number, Pattern>();

  constructor(comparisons: readonly Comparison[]) {
    this.#comparisons = comparisons;
    this.#logChance = comparisons.map(logChanceOf);
  }

  add(a: number, b: number): void {
    let id = 0;
    let own = 0;
    let shared = 0;
    const levels = new Uint8Array(this.#comparisons.length);
    for (let index = 0; index < this.#comparisons.length; index += 1) {
      const comparison = this.#comparisons[index]!;
      const level = comparison.level(a, b);
      levels[index] = level;
      id = (id * 11 + level) % 140737488355213;
      const rarity = comparison.levels[level]!.rarity;
      if (rarity === 0) continue;
      const rarer = rarerBy(rarity, this.#logChance[index]!, comparison.logFrequency(a, b));
      if (comparison.shared) shared += rarer;
      else own += rarer;
    }
    const band = (sum: number) => Math.max(0, Math.min(7, Math.floor(sum / 2) + 4));
    id = id * 64 + band(own) * 8 + band(shared);
    const pattern = this.#patterns.get(id);
    if (pattern) {
      pattern.count += 1;
      pattern.ownRarity += (own - pattern.ownRarity) / pattern.count;
      pattern.sharedRarity += (shared - pattern.sharedRarity) / pattern.count;
    } else this.#patterns.set(id, { levels, count: 1, ownRarity: own, sharedRarity: shared });
  }

  patterns(): Pattern[] {
    return [...this.#patterns.values()];
  }
}
