import type { Edges, PairWeigher } from './cluster.ts';
import { EdgeList, joinedEdges } from './edges.ts';
import { type Groups, groupsOf } from './groups.ts';
import { KnownWeigher, type KnownWeights } from './known-weights.ts';
import { PairNumbers } from './pair-numbers.ts';
import { Scorer } from './score.ts';
import { isTaken, type SingleLists } from './single-lists.ts';
import type { Crew, OpenLists } from './threads/crew.ts';
import { sharedCopy } from './threads/memory.ts';
import type { Trained } from './train.ts';

/** One pair's say is bounded by this, either way. */
const clippedAt = 10;
const clip = (value: number) => Math.max(-clippedAt, Math.min(clippedAt, value));

/** Most rows of a cluster that a row is held against. */
const mostHeld = 24;

/** How far being put into one cluster, or kept apart, moves a pair's log-odds. */
const clusterSay = 3;

/** So many pairs within clusters are worked out, and so many for each row; a cluster has no more rows than these. */
const [pairsAtAll, pairsForEachRow, mostRows] = [4_000_000, 4, 3000];

/**
 * The largest cluster whose pairs are all given: as large as can be without the pairs of all clusters as small becoming too
 * many. Of larger ones only the pairs that rules brought together are given.
 */
function largestPaired(groups: Groups, rows: number): number {
  const bySize = new Map<number, number>();
  for (const cluster of groups.all()) {
    const size = groups.size(cluster);
    bySize.set(size, (bySize.get(size) ?? 0) + 1);
  }
  let left = pairsAtAll + pairsForEachRow * rows;
  let largest = 1;
  for (const [size, count] of [...bySize].sort(([x], [y]) => x - y)) {
    left -= (count * size * (size - 1)) / 2;
    if (left < 0 || size > mostRows) break;
    largest = size;
  }
  return largest;
}

/** A pair of two clusters below this is not looked at again. */
const worthASecondLook = -4;

/** Scored pairs and the clusters drawn from them; a part is so many of the pairs, or, after these, of the clusters. */
export interface LightTask {
  edges: Edges;
  clusters: Int32Array;
  model: Trained;
  /** Scored pairs as they stand, after rivals have competed. */
  known: KnownWeights;
  singles: SingleLists | undefined;
}

/** So many pairs, and so many clusters, are one part. */
const [pairsInPart, clustersInPart] = [50_000, 10_000];

/**
 * Scored pairs in the light of the clusters: half a pair's own evidence, half what each row's cluster says of the other.
 * Pairs that no rule brought together but that stand in one cluster are added.
 */
export function pairsInLightOfClusters(
  { edges, known, singles }: Pick<LightTask, 'edges' | 'known' | 'singles'>,
  clusters: Int32Array,
  model: Trained,
  crew: Crew,
): Edges {
  const task = { edges, clusters: sharedCopy(clusters), model, known, singles };
  const ofPairs = Math.ceil(edges.length / pairsInPart);
  const ofClusters = Math.ceil(groupsOf(clusters).all().length / clustersInPart);
  return joinedEdges(crew.do('light', task, ofPairs + ofClusters));
}

export function lightPart(
  lists: OpenLists,
  { edges, clusters, model, known, singles }: LightTask,
): (part: number) => Edges {
  const groups = groupsOf(clusters);
  const scorer = new KnownWeigher(known, new Scorer(lists.comparisons, model));
  const support = supportOf(groups, scorer);
  const largest = largestPaired(groups, clusters.length);
  const all = groups.all();
  const ofPairs = Math.ceil(edges.length / pairsInPart);
  return (part) => {
    const out = new EdgeList(pairsInPart);
    if (part < ofPairs) {
      const end = Math.min(edges.length, (part + 1) * pairsInPart);
      for (let edge = part * pairsInPart; edge < end; edge += 1)
        pairInLight({ edges, clusters, groups, support, largest, singles, out }, edge);
      return out;
    }
    const from = (part - ofPairs) * clustersInPart;
    for (const cluster of all.subarray(from, from + clustersInPart)) {
      const rows = groups.rows(cluster);
      if (rows.length > 1 && rows.length <= largest) pairsWithin(rows, scorer, lists.allowed, out);
    }
    return out;
  };
}

interface Light {
  edges: Edges;
  clusters: Int32Array;
  groups: Groups;
  support: (row: number, cluster: number) => number;
  largest: number;
  singles: SingleLists | undefined;
  out: EdgeList;
}

/** One scored pair as its clusters see it; of one cluster with all pairs given it comes with these. */
function pairInLight(light: Light, edge: number): void {
  const { edges, clusters, groups, support, largest, singles, out } = light;
  const a = edges.a[edge]!;
  const b = edges.b[edge]!;
  const x = clusters[a]!;
  const y = clusters[b]!;
  const weight = edges.weight[edge]!;
  if (x === y) {
    if (groups.size(x) > largest) out.push(a, b, clip(weight) + clusterSay);
    return;
  }
  if (singles && (isTaken(singles, groups.rows(x), a, b) || isTaken(singles, groups.rows(y), b, a))) {
    out.push(a, b, Math.min(weight, 0) - clusterSay);
    return;
  }
  if (weight < worthASecondLook || groups.size(x) + groups.size(y) === 2) {
    out.push(a, b, weight);
    return;
  }
  const says =
    groups.size(y) === 1
      ? support(b, x)
      : groups.size(x) === 1
        ? support(a, y)
        : (support(a, y) + support(b, x)) / 2;
  out.push(a, b, (clip(weight) + says) / 2 - clusterSay);
}

/** All pairs of one cluster: the mean of a row's weights to its mates, other than the partner, is what the cluster says. */
function pairsWithin(
  rows: Int32Array,
  scorer: PairWeigher,
  allowed: (a: number, b: number) => boolean,
  out: EdgeList,
): void {
  const n = rows.length;
  if (n === 2) {
    if (allowed(rows[0]!, rows[1]!)) out.push(rows[0]!, rows[1]!, scorer.weight(rows[0]!, rows[1]!));
    return;
  }
  const weights = new Float32Array(n * n);
  const sums = new Float64Array(n);
  for (let i = 0; i < n; i += 1)
    for (let j = i + 1; j < n; j += 1) {
      const weight = scorer.weight(rows[i]!, rows[j]!, -clippedAt);
      weights[i * n + j] = weight;
      sums[i]! += clip(weight);
      sums[j]! += clip(weight);
    }
  for (let i = 0; i < n; i += 1)
    for (let j = i + 1; j < n; j += 1) {
      if (!allowed(rows[i]!, rows[j]!)) continue;
      const own = clip(weights[i * n + j]!);
      const says = (sums[i]! + sums[j]! - 2 * own) / (2 * (n - 2));
      out.push(rows[i]!, rows[j]!, (own + says) / 2 + clusterSay);
    }
}

/** The mean weight of a row to a cluster it is not in, remembered. */
function supportOf(groups: Groups, scorer: PairWeigher): (row: number, cluster: number) => number {
  const known = new PairNumbers(groups.count);
  return (row, cluster) => {
    const before = known.get(row, cluster);
    if (before !== undefined) return before;
    const rows = groups.rows(cluster);
    const step = Math.max(1, Math.ceil(rows.length / mostHeld));
    let sum = 0;
    let count = 0;
    for (let index = 0; index < rows.length; index += step) {
      sum += clip(scorer.weight(row, rows[index]!, -clippedAt));
      count += 1;
    }
    known.set(row, cluster, sum / count);
    return sum / count;
  };
}
