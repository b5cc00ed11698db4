import type { Edges } from './cluster.ts';
import type { Comparison } from './compare/comparison.ts';
import type { Scorer } from './score.ts';

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
  comparisons: readonly Comparison[],
  scorer: Scorer,
  setting: ProfileSetting,
): Int32Array {
  let current = clusters;
  for (let round = 0; round < setting.rounds; round += 1) {
    const joined = oneRound(current, edges, comparisons, scorer, setting);
    if (!joined) break;
    current = joined;
  }
  return current;
}

function oneRound(clusters: Int32Array, edges: Edges, comparisons: readonly Comparison[], scorer: Scorer, setting: ProfileSetting): Int32Array | undefined {
  const members = membersOf(clusters);
  const profiles = new Map<number, Int32Array>();
  const profileOf = (cluster: number): Int32Array => {
    let profile = profiles.get(cluster);
    if (!profile) {
      profile = profileOfRows(members.get(cluster) ?? [], comparisons);
      profiles.set(cluster, profile);
    }
    return profile;
  };
  const pairs = pairsOfClusters(clusters, edges);
  const scored = pairs
    .map(([x, y]) => ({ x, y, weight: scorer.weightOfProfiles(profileOf(x), profileOf(y)) }))
    .filter(({ weight }) => weight > setting.least)
    .sort((p, q) => q.weight - p.weight);
  if (scored.length === 0) return undefined;
  const into = new Map<number, number>();
  const find = (cluster: number): number => {
    let top = cluster;
    while (into.has(top)) top = into.get(top) ?? top;
    return top;
  };
  const touched = new Set<number>();
  for (const { x, y } of scored) {
    // A profile that has just grown is weighed anew in the next round.
    if (touched.has(x) || touched.has(y)) continue;
    if (meanWeight(members.get(x) ?? [], members.get(y) ?? [], scorer) < setting.leastMean) continue;
    into.set(find(y), find(x));
    touched.add(x).add(y);
  }
  return touched.size === 0 ? undefined : clusters.map((cluster) => find(cluster));
}

function membersOf(clusters: Int32Array): Map<number, number[]> {
  const members = new Map<number, number[]>();
  clusters.forEach((cluster, row) => {
    const list = members.get(cluster);
    if (list) list.push(row);
    else members.set(cluster, [row]);
  });
  return members;
}

/** For each comparison a row that gives the cluster's commonest value; its first row when none gives one. */
export function profileOfRows(rows: readonly number[], comparisons: readonly Comparison[]): Int32Array {
  return Int32Array.from(comparisons, (comparison) => {
    if (rows.length === 1) return rows[0]!;
    const votes = new Map<number, number>();
    let best = rows[0]!;
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

/** Pairs of clusters that some kept pair of rows lies between. */
function pairsOfClusters(clusters: Int32Array, edges: Edges): [number, number][] {
  const seen = new Set<number>();
  const out: [number, number][] = [];
  const rows = clusters.length;
  for (let edge = 0; edge < edges.length; edge += 1) {
    const x = clusters[edges.a[edge]!]!;
    const y = clusters[edges.b[edge]!]!;
    if (x === y) continue;
    const id = Math.min(x, y) * rows + Math.max(x, y);
    if (seen.has(id)) continue;
    seen.add(id);
    out.push([Math.min(x, y), Math.max(x, y)]);
  }
  return out;
}

const mostLookedAt = 64;

function meanWeight(left: readonly number[], right: readonly number[], scorer: Scorer): number {
  const clip = (value: number) => Math.max(-12, Math.min(12, value));
  let sum = 0;
  let count = 0;
  const step = Math.max(1, Math.ceil((left.length * right.length) / mostLookedAt));
  for (let pair = 0; pair < left.length * right.length; pair += step) {
    sum += clip(scorer.weight(left[pair % left.length]!, right[Math.floor(pair / left.length)]!));
    count += 1;
  }
  return sum / count;
}
