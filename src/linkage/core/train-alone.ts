import type { Comparison } from './compare/comparison.ts';
import type { Nearest } from './nearest.ts';
import type { Pattern, Trained } from './train.ts';

/** How sure two rows are the same that say the same, or nearly: never quite. */
const sureAtBest = 0.95;
/** A level of slips may be so many times as full as is known beforehand of how people write, before chance is in it. */
const generous = 6;
/** Doubles that are taken for granted where hardly any two rows say the very same, for each row. */
const atLeast = 0.1;
/** What is known beforehand of a level counts as so many pairs beside those that the lists show. */
const knownBefore = 4;

interface Alone {
  comparison: Comparison;
  chances: Float64Array;
  patterns: readonly Pattern[];
  allPairs: number;
  /** Where lists are linked: how near the nearest are, between them and within them. */
  nearest?: Nearest | undefined;
}

/**
 * One kind of evidence alone cannot teach what the same looks like: any share of the same explains the counts as well. So the
 * likest pairs are taken for the same, as a reader would who is given nothing but titles: who says the very same, and of who
 * says nearly so as many as slips would make of these, or, for texts, as many as were the same in lists whose answer is known; what goes beyond is
 * chance. It is assumed and not learnt; labels put it right. **Between lists it is learnt**: a list seldom names anybody twice, so that pairs within
 * lists show how often two are alike that are not the same (as the reference list does in Li et al., Auto-FuzzyJoin, SIGMOD 2021), and what there is
 * more of between them is the same.
 */
export function trainedAlone(alone: Alone): Trained {
  const { comparison, patterns } = alone;
  const { levels } = comparison;
  const known = sureBeforehand(alone);
  const sure = alone.nearest ? besideLuck(alone.nearest, known) : known;
  const chances = alone.nearest ? chancesShown(alone) : alone.chances;
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
  if (seen > 0 && levels[1]!.rarity > 0) u[1]! *= Math.exp(rarity / seen);
  return { prior, related: 0, comparisons: [{ m, u, r: Float64Array.from(u) }] };
}

/** How sure two rows of each level are the same, from what is known of such levels and from how many pairs there are. */
function sureBeforehand({ comparison, chances, allPairs }: Alone): Float64Array {
  const { levels } = comparison;
  const exact = Math.max(chances[1]!, atLeast / Math.sqrt(2 * allPairs));
  const sure = chances.map((chance, level) =>
    level === 0 || level >= comparison.differsFrom
      ? 0
      : (levels[level]!.sure ??
        sureAtBest *
          Math.min(1, (generous * exact * levels[level]!.m) / levels[1]!.m / Math.max(chance, 1e-12))),
  );
  sure[1] = sureAtBest;
  return sure;
}

/**
 * How sure a row's nearest in another list is the same, level by level: what there is more of than luck would bring, among those with none
 * nearer. Who is less alike is never surer.
 */
function besideLuck({ rows, choosing, byLuck }: Nearest, known: Float64Array): Float64Array {
  let left = choosing;
  let most = sureAtBest;
  return known.map((before, level) => {
    if (before === 0) return 0;
    const found = rows[level]! / Math.max(1, left);
    const luck = Math.min(byLuck[level]!, 0.99);
    const own = Math.max(0, 1 - (1 - found) / (1 - luck));
    const share = found > 0 ? own / found : 0;
    left -= rows[level]!;
    most = Math.min(most, (rows[level]! * share + knownBefore * before) / (rows[level]! + knownBefore));
    return most;
  });
}

/** The chances of the levels as the candidates show them: few pairs that are drawn at random are alike. */
function chancesShown({ comparison, chances, patterns, allPairs }: Alone): Float64Array {
  const counts = new Float64Array(chances.length);
  for (const { levels, count } of patterns) counts[levels[0]!]! += count;
  return chances.map((chance, level) =>
    level <= 1 || level >= comparison.differsFrom ? chance : (counts[level]! + 0.3) / allPairs,
  );
}
