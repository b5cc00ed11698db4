import { type Edges, haveApart, type PairWeigher } from './cluster.ts';
import type { Comparison } from './compare/comparison.ts';
import { type Groups, groupsOf } from './groups.ts';
import { PairNumbers } from './pair-numbers.ts';
import type { Scorer } from './score.ts';

/** What is asked of the comparisons: a row's value as a code. */
type Coded = Pick<Comparison, 'code'>;

/** Gives the log-odds that the profiles of two clusters are the same, pair by pair; where they are below `least`, any number below it. */
export type WeighProfiles = (
  clusters: Int32Array,
  pairs: { x: ArrayLike<number>; y: ArrayLike<number> },
  least: number,
) => Float64Array;

/** When clusters join on what they say as wholes. */
export interface ProfileSetting {
  /** Log-odds that two profiles must reach. */
  least: number;
  /** Mean log-odds between their rows must not be below this. */
  leastMean: number;
  rounds: number;
}

/**
 * Joins clusters by their profiles: of each field the value that most rows of the cluster give. One record lacks the date
 * of birth and another the postcode; together they have both, and a slip in one is outvoted by the rest.
 */
export function joinProfiles(
  clusters: Int32Array,
  edges: Edges,
  scorer: PairWeigher,
  setting: ProfileSetting,
  weigh: WeighProfiles,
): Int32Array {
  let current = clusters;
  let changed: ReadonlySet<number> | undefined;
  for (let round = 0; round < setting.rounds; round += 1) {
    const joined = oneRound(current, edges, { scorer, setting, changed, weigh });
    if (!joined) break;
    current = joined.clusters;
    changed = joined.changed;
  }
  return current;
}

interface Round {
  scorer: PairWeigher;
  setting: ProfileSetting;
  weigh: WeighProfiles;
  /** The clusters that the last round made: only their pairs can have changed. Undefined in the first round. */
  changed: ReadonlySet<number> | undefined;
}

function oneRound(
  clusters: Int32Array,
  edges: Edges,
  { scorer, setting, weigh, changed }: Round,
): { clusters: Int32Array; changed: Set<number> } | undefined {
  const groups = groupsOf(clusters);
  const pairs: { x: number[]; y: number[] } = { x: [], y: [] };
  eachPairOfClusters(clusters, edges, groups, changed, (x, y) => {
    pairs.x.push(x);
    pairs.y.push(y);
  });
  const scored: { x: number; y: number; weight: number }[] = [];
  weigh(clusters, pairs, setting.least).forEach((weight, at) => {
    if (weight > setting.least) scored.push({ x: pairs.x[at]!, y: pairs.y[at]!, weight });
  });
  scored.sort((p, q) => q.weight - p.weight || p.x - q.x || p.y - q.y);
  const into = new Map<number, number>();
  const touched = new Set<number>();
  for (const { x, y } of scored) {
    // A profile that has just grown is weighed anew in the next round.
    if (touched.has(x) || touched.has(y)) continue;
    if (meanWeight(groups.rows(x), groups.rows(y), scorer) < setting.leastMean) continue;
    if (haveApart(groups.rows(x), groups.rows(y), scorer)) continue;
    into.set(y, x);
    touched.add(x).add(y);
  }
  if (into.size === 0) return undefined;
  return {
    clusters: clusters.map((cluster) => into.get(cluster) ?? cluster),
    changed: new Set(into.values()),
  };
}

/** Weighs profiles of clusters one pair after the other. */
export function weigherOfProfiles(
  clusters: Int32Array,
  comparisons: readonly Coded[],
  scorer: Pick<Scorer, 'weightOfProfiles'>,
): (pairs: { x: ArrayLike<number>; y: ArrayLike<number> }, least: number) => Float64Array {
  const profiles = new Profiles(groupsOf(clusters), comparisons);
  const [left, right] = [new Int32Array(comparisons.length), new Int32Array(comparisons.length)];
  return ({ x, y }, least) => {
    const weights = new Float64Array(x.length);
    for (let at = 0; at < weights.length; at += 1) {
      profiles.read(x[at]!, left);
      profiles.read(y[at]!, right);
      weights[at] = scorer.weightOfProfiles(left, right, least);
    }
    return weights;
  };
}

/** Profiles of clusters, each worked out once and kept in one array. */
class Profiles {
  readonly #groups: Groups;
  readonly #comparisons: readonly Coded[];
  /** Where the profile of a cluster begins, by the cluster's name; -1 where it was not yet asked for. */
  readonly #starts: Int32Array;
  #rows = new Int32Array(1 << 12);
  #used = 0;

  constructor(groups: Groups, comparisons: readonly Coded[]) {
    this.#groups = groups;
    this.#comparisons = comparisons;
    this.#starts = new Int32Array(groups.count).fill(-1);
  }

  /** Puts a cluster's profile into an array of as many places as there are comparisons. */
  read(cluster: number, into: Int32Array): void {
    if (this.#groups.size(cluster) === 1) {
      into.fill(cluster);
      return;
    }
    const start = this.#starts[cluster]!;
    if (start < 0) this.#keep(cluster, profileOfRows(this.#groups.rows(cluster), this.#comparisons), into);
    else for (let index = 0; index < into.length; index += 1) into[index] = this.#rows[start + index]!;
  }

  #keep(cluster: number, profile: Int32Array, into: Int32Array): void {
    if (this.#used + profile.length > this.#rows.length) {
      const more = new Int32Array(this.#rows.length * 2 + profile.length);
      more.set(this.#rows);
      this.#rows = more;
    }
    this.#rows.set(profile, this.#used);
    this.#starts[cluster] = this.#used;
    this.#used += profile.length;
    into.set(profile);
  }
}

/** In clusters of more rows votes are counted by value. */
const fewRows = 32;

/** For each comparison a row that gives the cluster's commonest value; its first row when none gives one. */
export function profileOfRows(rows: Int32Array, comparisons: readonly Coded[]): Int32Array {
  const first = rows[0]!;
  if (rows.length === 1) return new Int32Array(comparisons.length).fill(first);
  if (rows.length <= fewRows) return profileOfFew(rows, comparisons);
  return Int32Array.from(comparisons, (comparison) => {
    const votes = new Map<number, number>();
    let best = first;
    let most = 0;
    for (const row of rows) {
      const code = comparison.code(row);
      if (code < 0) continue;
      const count = (votes.get(code) ?? 0) + 1;
      votes.set(code, count);
      if (count > most) {
        most = count;
        best = row;
      }
    }
    return best;
  });
}

function profileOfFew(rows: Int32Array, comparisons: readonly Coded[]): Int32Array {
  const profile = new Int32Array(comparisons.length).fill(rows[0]!);
  const codes = new Int32Array(rows.length);
  for (let index = 0; index < comparisons.length; index += 1) {
    let most = 0;
    for (let at = 0; at < rows.length; at += 1) {
      const code = comparisons[index]!.code(rows[at]!);
      codes[at] = code;
      if (code < 0) continue;
      let votes = 1;
      for (let before = 0; before < at; before += 1) if (codes[before] === code) votes += 1;
      if (votes <= most) continue;
      most = votes;
      profile[index] = rows[at]!;
    }
  }
  return profile;
}

/** Evidence below this between two rows is not worth weighing their clusters. */
const worthWeighing = -8;

/** Gives pairs of clusters, one of them of several rows, that some kept pair of rows lies between; each once. */
function eachPairOfClusters(
  clusters: Int32Array,
  edges: Edges,
  groups: Groups,
  changed: ReadonlySet<number> | undefined,
  visit: (x: number, y: number) => void,
): void {
  const seen = new PairNumbers(groups.count);
  for (let edge = 0; edge < edges.length; edge += 1) {
    if (edges.weight[edge]! < worthWeighing) continue;
    const one = clusters[edges.a[edge]!]!;
    const other = clusters[edges.b[edge]!]!;
    if (one === other || groups.size(one) + groups.size(other) === 2) continue;
    if (changed && !changed.has(one) && !changed.has(other)) continue;
    const [x, y] = one < other ? [one, other] : [other, one];
    if (seen.get(x, y) !== undefined) continue;
    seen.set(x, y, 1);
    visit(x, y);
  }
}

const mostLookedAt = 64;

function meanWeight(left: Int32Array, right: Int32Array, scorer: PairWeigher): number {
  let sum = 0;
  let count = 0;
  const step = Math.max(1, Math.ceil((left.length * right.length) / mostLookedAt));
  for (let pair = 0; pair < left.length * right.length; pair += step) {
    const weight = scorer.weight(left[pair % left.length]!, right[Math.floor(pair / left.length)]!, -12);
    sum += Math.max(-12, Math.min(12, weight));
    count += 1;
  }
  return sum / count;
}
