import type { Edges } from './cluster.ts';
import type { Scorer } from './score.ts';

const clip = (value: number) => Math.max(-10, Math.min(10, value));

/** Most rows of a cluster that a row is held against. */
const mostHeld = 24;

/**
 * Scored pairs in the light of the clusters: what a pair says for itself, and what each row says of the other's cluster.
 * Pairs that no rule brought together but that stand in one cluster are added.
 */
export function pairsInLightOfClusters(edges: Edges, clusters: Int32Array, scorer: Scorer, allowed: (a: number, b: number) => boolean, sources?: Uint16Array): Edges {
  const members = new Map<number, number[]>();
  clusters.forEach((cluster, row) => {
    const list = members.get(cluster);
    if (list) list.push(row);
    else members.set(cluster, [row]);
  });
  const known = new Map<number, number>();
  const rows = clusters.length;
  const support = (row: number, cluster: number): number => {
    const id = row * rows + cluster;
    const before = known.get(id);
    if (before !== undefined) return before;
    const others = (members.get(cluster) ?? []).filter((other) => other !== row);
    const step = Math.max(1, Math.ceil(others.length / mostHeld));
    let sum = 0;
    let count = 0;
    for (let index = 0; index < others.length; index += step) {
      sum += clip(scorer.weight(row, others[index]!));
      count += 1;
    }
    const mean = count === 0 ? Number.NaN : sum / count;
    known.set(id, mean);
    return mean;
  };
  const taken = (row: number, cluster: number): boolean =>
    sources !== undefined && (members.get(clusters[row]!) ?? []).some((mate) => mate !== row && (members.get(cluster) ?? []).some((other) => sources[other] === sources[mate]));
  const blended = (a: number, b: number, weight: number): number => {
    const [x, y] = [clusters[a]!, clusters[b]!];
    if ((members.get(x)?.length ?? 0) + (members.get(y)?.length ?? 0) <= 2) return weight;
    // One partner a list: who already stands with another row of that list is no partner of this one.
    if (sources && x !== y) return taken(a, y) || taken(b, x) ? Math.min(weight, 0) - 3 : weight;
    if (sources) return weight;
    const from = support(a, y);
    const to = support(b, x);
    const mean = Number.isNaN(from) ? to : Number.isNaN(to) ? from : (from + to) / 2;
    const both = clip(weight) * OWN + mean * (1 - OWN);
    return x === y ? both + SAME : both - DIFF;
  };
  const seen = new Set<number>();
  const out: { a: number; b: number; weight: number }[] = [];
  for (let edge = 0; edge < edges.length; edge += 1) {
    const [a, b] = [edges.a[edge]!, edges.b[edge]!];
    if (clusters[a] === clusters[b]) seen.add(Math.min(a, b) * rows + Math.max(a, b));
    out.push({ a, b, weight: blended(a, b, edges.weight[edge]!) });
  }
  for (const list of members.values())
    for (let i = 0; i < list.length; i += 1)
      for (let j = i + 1; j < list.length; j += 1) {
        const [a, b] = [list[i]!, list[j]!];
        if (!allowed(a, b) || seen.has(Math.min(a, b) * rows + Math.max(a, b))) continue;
        out.push({ a, b, weight: blended(a, b, scorer.weight(a, b)) });
      }
  return {
    a: Int32Array.from(out, ({ a }) => a), b: Int32Array.from(out, ({ b }) => b),
    weight: Float32Array.from(out, ({ weight }) => weight), length: out.length,
  };
}
const OWN = Number(0.5);
const SAME = Number(3);
const DIFF = Number(3);
