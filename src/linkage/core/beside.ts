import type { Comparison, Key, Level } from './compare/comparison.ts';
import { drawPairs } from './train.ts';

/** A comparison whose agreement follows from another's: a district from its ward, an officer from their patch. */
export interface Beside {
  /** Name of the comparison that follows. */
  child: string;
  /** Name of the one it follows from. */
  parent: string;
  /** Where it says nothing more already when the other is near: the last of the other's levels at which it is. */
  near?: number;
}

/** One of the comparisons that a comparison which follows becomes, and for which levels of the other it speaks. */
export interface BesidePart {
  name: string;
  child: string;
  parent: string;
  /** From the first of these levels to the last; or at all others. */
  levels: { from: number; to: number; isOutside?: boolean };
}

/** Further than any level. */
const beyond = 99;

/** What a comparison becomes. The first bears its name. */
export function besideParts({ child, parent, near }: Beside): BesidePart[] {
  const of = { child, parent };
  return near === undefined
    ? [
        { ...of, name: child, levels: { from: 1, to: 1, isOutside: true } },
        { ...of, name: `${child}, where ${parent} is the same`, levels: { from: 1, to: 1 } },
      ]
    : [
        { ...of, name: child, levels: { from: 0, to: 0 } },
        { ...of, name: `${child}, where ${parent} is another`, levels: { from: near + 1, to: beyond } },
      ];
}

/** So many rows are looked at, so many of a district are enough to see its town, and so many in all; so many give the town. */
const seenOfTowns = { most: 100_000, ofDistrict: 10, inAll: 200, ofMain: 0.8 };

/**
 * A town that follows from its postcode: where that is near it says nothing more, and where it is another, less than by itself. It
 * does where nearly all rows of a district give one town; a place of birth is another matter.
 */
export function townsBesidePostcodes(
  comparisons: readonly Comparison[],
  towns: ReadonlySet<string>,
  rows: number,
): Beside[] {
  return comparisons.flatMap(({ name: parent, near }) =>
    near
      ? comparisons
          .filter((town) => towns.has(town.name) && followsDistrict(town, near.under, rows))
          .map(({ name }) => ({ child: name, parent, near: near.to }))
      : [],
  );
}

function followsDistrict(town: Comparison, district: Key, rows: number): boolean {
  const seen = new Map<number, Map<number, number>>();
  for (let next = 0; next < rows; next += Math.max(1, rows / seenOfTowns.most)) {
    const [hash, code] = [district.hash(Math.floor(next)), town.code(Math.floor(next))];
    if (hash === 0 || code < 0) continue;
    const counts = seen.get(hash) ?? new Map<number, number>();
    seen.set(hash, counts.set(code, (counts.get(code) ?? 0) + 1));
  }
  let [all, ofMain] = [0, 0];
  for (const counts of seen.values()) {
    const given = [...counts.values()].reduce((sum, count) => sum + count, 0);
    if (given < seenOfTowns.ofDistrict) continue;
    all += given;
    ofMain += Math.max(...counts.values());
  }
  return all >= seenOfTowns.inAll && ofMain >= seenOfTowns.ofMain * all && town.chance * follows.times < 1;
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
 * the others (or for rows that do not give it, and for rows where it is another): each learns its own chances, which multiply as
 * the chain rule has it.
 */
export function besideEachOther(comparisons: readonly Comparison[], beside: readonly Beside[]): Comparison[] {
  const named = new Map(comparisons.map((comparison) => [comparison.name, comparison]));
  return comparisons.flatMap((comparison) => {
    const follows = beside.find(({ child }) => child === comparison.name);
    const parent = named.get(follows?.parent ?? '');
    if (!follows || !parent) return [comparison];
    return besideParts(follows).map(({ name, levels }) => {
      const speaks = ({ from, to, isOutside = false }: BesidePart['levels'], level: number) =>
        (level >= from && level <= to) !== isOutside;
      const level = (a: number, b: number) =>
        speaks(levels, levelAsFar(levels.to, parent, a, b)) ? comparison.level(a, b) : 0;
      if (name === comparison.name) return part(comparison, { level });
      return part(comparison, {
        name,
        level,
        // How rare the ward is was said by the ward.
        ...(follows.near === undefined
          ? { levels: comparison.levels.map((one): Level => ({ ...one, rarity: 0 })) }
          : {}),
        keys: [],
        fields: [],
        take: () => undefined,
      });
    });
  });
}

/** The level of two rows; 2 for all beyond `far` where codes show that it is one of these. */
function levelAsFar(far: number, { settledBy, byCodes, level }: Comparison, a: number, b: number): number {
  if (!settledBy || !byCodes || byCodes.isFirst) return level(a, b);
  const [x, y] = [settledBy.at(a), settledBy.at(b)];
  return x < 0 || y < 0 ? 0 : x === y ? 1 : far <= 1 ? 2 : level(a, b);
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
