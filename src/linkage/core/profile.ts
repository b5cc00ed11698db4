import { type Edges, haveApart, type PairWeigher } from './cluster.ts';
import type { Comparison } from './compare/comparison.ts';
import { type Groups, groupsOf } from './groups.ts';

/** What is asked of the comparisons: a row's value as a code. */
type Coded = Pick<Comparison, 'code'>;

/** What is asked of the scorer. */
export interface Weigher extends PairWeigher {
  /** Log-odds that two profiles are the same; where they are below `least`, any number below it. */
  weightOfProfiles(left: Int32Array, right: Int32Array, least?: number): number;
}

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
  comparisons: readonly Coded[],
  scorer: Weigher,
  setting: ProfileSetting,
): Int32Array {
  let current = clusters;
  let changed: ReadonlySet<number> | undefined;
  for (let round = 0; round < setting.rounds; round += 1) {
    const joined = oneRound(current, edges, { comparisons, scorer, setting, changed });
    if (!joined) break;
    current = joined.clusters;
    changed = joined.changed;
  }
  return current;
}

interface Round {
  comparisons: readonly Coded[];
  scorer: Weigher;
  setting: ProfileSetting;
  /** The clusters that the last round made: only their pairs can have changed. Undefined in the first round. */
  changed: ReadonlySet<number> | undefined;
}

function oneRound(
  clusters: Int32Array,
  edges: Edges,
  { comparisons, scorer, setting, changed }: Round,
): { clusters: Int32Array; changed: Set<number> } | undefined {
  const groups = groupsOf(clusters);
  const profiles = new Map<number, Int32Array>();
  const profileOf = (cluster: number): Int32Array => {
    let profile = profiles.get(cluster);
    if (!profile) {
      profile = profileOfRows(groups.rows(cluster), comparisons);
      profiles.set(cluster, profile);
    }
    return profile;
  };
  const scored = pairsOfClusters(clusters, edges, groups, changed)
    .map(([x, y]) => ({ x, y, weight: scorer.weightOfProfiles(profileOf(x), profileOf(y), setting.least) }))
    .filter(({ weight }) => weight > setting.least)
    .sort((p, q) => q.weight - p.weight || p.x - q.x || p.y - q.y);
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

/** For each comparison a row that gives the cluster's commonest value; its first row when none gives one. */
export function profileOfRows(rows: Int32Array, comparisons: readonly Coded[]): Int32Array {
  const first = rows[0]!;
  if (rows.length === 1) return new Int32Array(comparisons.length).fill(first);
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

/** Evidence below this between two rows is not worth weighing their clusters. */
const worthWeighing = -8;

/** Pairs of clusters, one of them of several rows, that some kept pair of rows lies between. */
function pairsOfClusters(
  clusters: Int32Array,
  edges: Edges,
  groups: Groups,
  changed: ReadonlySet<number> | undefined,
): [number, number][] {
  const seen = new Set<number>();
  const out: [number, number][] = [];
  for (let edge = 0; edge < edges.length; edge += 1) {
    if (edges.weight[edge]! < worthWeighing) continue;
    const x = clusters[edges.a[edge]!]!;
    const y = clusters[edges.b[edge]!]!;
    if (x === y || groups.size(x) + groups.size(y) === 2) continue;
    if (changed && !changed.has(x) && !changed.has(y)) continue;
    const id = Math.min(x, y) * groups.count + Math.max(x, y);
    if (seen.has(id)) continue;
    seen.add(id);
    out.push([Math.min(x, y), Math.max(x, y)]);
  }
  return out;
}

const mostLookedAt = 64;

function meanWeight(left: Int32Array, right: Int32Array, scorer: Weigher): number {
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
