import type { Comparison } from './compare/comparison.ts';
import { logChanceOf, rarerBy } from './score.ts';
import type { Trained } from './train.ts';

/** One piece of evidence: both values, how they stand to each other, and how far it moves the odds. */
export interface Evidence {
  field: string;
  left: string;
  right: string;
  /** How the two stand: «the same», «one figure different»; «not given» says nothing either way. */
  words: string;
  /** Bits (powers of two) towards «same», or away. */
  bits: number;
  /** One row in how many has the value, where its rarity counts. */
  oneIn: number | undefined;
}

/** Why a pair has its score, from the odds before looking to the odds after. */
export interface Explanation {
  /** Log2 odds that two rows drawn at random are the same. */
  startBits: number;
  evidence: Evidence[];
  /** What «of one household or firm, not the same» takes away. */
  relatedBits: number;
  totalBits: number;
  probability: number;
}

const toBits = 1 / Math.LN2;

/** Explains two rows under a model. The parts add up to the total. */
export function explain(
  comparisons: readonly Comparison[],
  model: Trained,
  a: number,
  b: number,
): Explanation {
  let same = Math.log(model.prior);
  let related = model.related > 0 ? Math.log(model.related) : Number.NEGATIVE_INFINITY;
  let other = Math.log(1 - model.prior - model.related);
  const startBits = (same - other) * toBits;
  const evidence = comparisons.map((comparison, index): Evidence => {
    const level = comparison.level(a, b);
    const { words, rarity } = comparison.levels[level]!;
    const learnt = model.comparisons[index]!;
    const told = { field: comparison.name, left: comparison.show(a), right: comparison.show(b), words };
    if (level === 0) return { ...told, bits: 0, oneIn: undefined };
    const rarer = rarity > 0 ? rarerBy(rarity, logChanceOf(comparison), comparison.logFrequency(a, b)) : 0;
    const m = Math.log(learnt.m[level]!);
    const u = Math.log(learnt.u[level]!) - rarer;
    same += m;
    other += u;
    related += Math.log(learnt.r[level]!) - (comparison.shared ? 0 : rarer);
    return {
      ...told,
      bits: (m - u) * toBits,
      oneIn: rarity > 0 ? Math.round(Math.exp(-comparison.logFrequency(a, b))) : undefined,
    };
  });
  const against = Math.max(related, other) + Math.log1p(Math.exp(-Math.abs(related - other)));
  const total = same - against;
  return {
    startBits,
    evidence,
    relatedBits: (other - against) * toBits,
    totalBits: total * toBits,
    probability: 1 / (1 + Math.exp(-total)),
  };
}
