import type { Comparison } from './compare/comparison.ts';
import type { Pattern, Trained } from './train.ts';

/** How sure two rows are the same that say the same, or nearly: never quite. */
const sureAtBest = 0.95;
/** A level of slips may be so many times as full as is known beforehand of how people write, before chance is in it. */
const generous = 6;
/** Doubles that are taken for granted where hardly any two rows say the very same, for each row. */
const atLeast = 0.1;

/**
 * One kind of evidence alone cannot teach what the same looks like: any share of the same explains the counts as well. So the
 * likest pairs are taken for the same, as a reader would who is given nothing but titles: who says the very same, and of who
 * says nearly so as many as slips would make of these; what goes beyond is chance. It is assumed and not learnt; labels put it
 * right.
 */
export function trainedAlone(
  comparison: Comparison,
  chances: Float64Array,
  patterns: readonly Pattern[],
  allPairs: number,
): Trained {
  const { levels } = comparison;
  const exact = Math.max(chances[1]!, atLeast / Math.sqrt(2 * allPairs));
  const sure = chances.map((chance, level) =>
    level === 0 || level >= comparison.differsFrom
      ? 0
      : sureAtBest *
        Math.min(1, (generous * exact * levels[level]!.m) / levels[1]!.m / Math.max(chance, 1e-12)),
  );
  sure[1] = sureAtBest;
  const prior = Math.max(
    sure.reduce((sum, share, level) => sum + share * (level === 0 ? 0 : chances[level]!), 0),
    1e-12,
  );
  const m = chances.map((chance, level) =>
    level === 0 ? 1 : Math.max((chance * sure[level]!) / prior, 1e-6),
  );
  const u = chances.map((chance, level) =>
    level === 0 ? 1 : Math.max((chance * (1 - sure[level]!)) / (1 - prior), 1e-9),
  );
  // What many rows say is likelier by chance, what few say less: on the whole the rarity of values moves nothing.
  const same = patterns.filter((pattern) => pattern.levels[0] === 1);
  const seen = same.reduce((sum, { count }) => sum + count, 0);
  const rarity = same.reduce(
    (sum, { count, ownRarity, sharedRarity }) => sum + count * (ownRarity + sharedRarity),
    0,
  );
  if (seen > 0) u[1]! *= Math.exp(rarity / seen);
  return { prior, related: 0, comparisons: [{ m, u, r: Float64Array.from(u) }] };
}
