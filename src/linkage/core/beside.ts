import type { Comparison, Level } from './compare/comparison.ts';
import { drawPairs } from './train.ts';

/** A comparison whose agreement follows from another's: a district from its ward, an officer from their patch. */
export interface Beside {
  /** Name of the comparison that follows. */
  child: string;
  /** Name of the one it follows from. */
  parent: string;
}

interface Drawn {
  rows: number;
  allowed: (a: number, b: number) => boolean;
  /** Names of the comparisons of what tells one from another. */
  telling: ReadonlySet<string>;
}

/** Two rows that agree in the one agree in the other at least so often, and so many times more often than others do. */
const follows = { atLeast: 0.5, times: 2 };
/** Fewer drawn pairs that agree in the one say nothing of the other. */
const fewest = 200;

/**
 * Finds columns that say the same thing twice. Counted as evidence of their own, three columns that go by the ward make
 * one person of everybody in it. Seen on pairs drawn at random, without those that are likely the same person: of these one
 * thing would follow from every other. Each follows from one at most, the finer coming first, so that none goes in a ring.
 */
export function whatFollows(comparisons: readonly Comparison[], drawn: Drawn): Beside[] {
  const own = comparisons.filter(({ name }) => drawn.telling.has(name));
  const others = comparisons
    .filter(({ name }) => !drawn.telling.has(name))
    .sort((one, other) => one.chance - other.chance);
  // Nothing tells the same person from a neighbour, so nothing can be said of neighbours.
  if (own.length === 0) return [];
  // What agrees in every second pair, as sex does, cannot follow from anything so many times more often.
  const mayFollow = others.map(({ shared, chance }, at) => at > 0 && !shared && chance * follows.times < 1);
  if (!mayFollow.includes(true)) return [];
  const seen = others.map(() => others.map(() => ({ both: 0, agreed: 0 })));
  const apart = others.map(() => others.map(() => ({ both: 0, agreed: 0 })));
  const levels = new Uint8Array(others.length);
  const draws = Math.min(100_000, drawn.rows * 200);
  drawPairs(drawn.rows, { draws, seed: 13, allowed: drawn.allowed }, (a, b) => {
    if (isLikelySame(own, a, b)) return;
    others.forEach((comparison, index) => {
      levels[index] = roughLevel(comparison, a, b);
    });
    for (let parent = 0; parent < others.length; parent += 1) {
      if (levels[parent] === 0) continue;
      const counts = (levels[parent] === 1 ? seen : apart)[parent]!;
      for (let child = parent + 1; child < others.length; child += 1) {
        if (levels[child] === 0 || !mayFollow[child]) continue;
        counts[child]!.both += 1;
        if (levels[child] === 1) counts[child]!.agreed += 1;
      }
    }
  });
  return others.flatMap(({ name: child }, at) => {
    if (!mayFollow[at]) return [];
    const best = others
      .slice(0, at)
      .map(({ name }, parent) => {
        const [near, far] = [seen[parent]![at]!, apart[parent]![at]!];
        const share = near.agreed / Math.max(1, near.both);
        const isSo =
          near.both >= fewest &&
          share >= follows.atLeast &&
          share >= (follows.times * (far.agreed + 1)) / (far.both + 1);
        return { parent: name, share: isSo ? share : 0 };
      })
      .reduce((one, other) => (other.share > one.share ? other : one), { parent: '', share: 0 });
    return best.share > 0 ? [{ child, parent: best.parent }] : [];
  });
}

/** Not given, the same, or some other level: of columns that tell nobody apart, codes say so without a closer look. */
function roughLevel({ settledBy, level }: Comparison, a: number, b: number): number {
  if (!settledBy) return level(a, b);
  const [x, y] = [settledBy.at(a), settledBy.at(b)];
  return x < 0 || y < 0 ? 0 : x === y ? level(a, b) : 2;
}

/** Most of what tells one from another is alike. */
function isLikelySame(own: readonly Comparison[], a: number, b: number): boolean {
  let [given, alike] = [0, 0];
  for (const comparison of own) {
    const level = comparison.level(a, b);
    if (level === 0) continue;
    given += 1;
    if (level < comparison.differsFrom) alike += 1;
  }
  return alike * 2 > given;
}

/**
 * Puts in the place of each comparison that follows two of it, one for rows that agree in what it follows from and one for
 * the others: each learns its own chances, which multiply as the chain rule has it.
 */
export function besideEachOther(comparisons: readonly Comparison[], beside: readonly Beside[]): Comparison[] {
  const named = new Map(comparisons.map((comparison) => [comparison.name, comparison]));
  return comparisons.flatMap((comparison) => {
    const parent = named.get(beside.find(({ child }) => child === comparison.name)?.parent ?? '');
    if (!parent) return [comparison];
    const where = (isAgreed: boolean) => (a: number, b: number) =>
      (parent.level(a, b) === 1) === isAgreed ? comparison.level(a, b) : 0;
    return [
      part(comparison, { level: where(false) }),
      part(comparison, {
        name: `${comparison.name}, where ${parent.name} is the same`,
        level: where(true),
        // How rare the ward is was said by the ward.
        levels: comparison.levels.map((level): Level => ({ ...level, rarity: 0 })),
        keys: [],
        fields: [],
        take: () => undefined,
      }),
    ];
  });
}

const part = (whole: Comparison, changed: Partial<Comparison>): Comparison => ({
  ...whole,
  isDrawn: true,
  leastSame: 0,
  // The other comparison has a say in every level.
  byCodes: undefined,
  logFrequency: (a, b) => whole.logFrequency(a, b),
  code: (row) => whole.code(row),
  show: (row) => whole.show(row),
  take: (row) => whole.take(row),
  facts: () => whole.facts(),
  ...changed,
});
