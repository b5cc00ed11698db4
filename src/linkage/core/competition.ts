import type { Edges } from './cluster.ts';

/**
 * Where a row has one partner at most in the other list, its candidates compete: the odds of one are against the others and
 * against having none. How many have none is learnt from the lists themselves (as in Sadinle 2017, without the sampling).
 * Changes the weights in place.
 */
export function compete(edges: Edges, rows: number, sources: Uint16Array): void {
  const odds = Float64Array.from({ length: edges.length }, (_, edge) =>
    Math.exp(Math.min(edges.weight[edge]!, 40)),
  );
  const sums = new Float64Array(rows);
  for (let edge = 0; edge < edges.length; edge += 1) {
    sums[edges.a[edge]!]! += odds[edge]!;
    sums[edges.b[edge]!]! += odds[edge]!;
  }
  const smaller = smallerList(sources);
  let none = 1;
  for (let round = 0; round < 30; round += 1) {
    let matched = 0;
    let size = 0;
    for (let row = 0; row < rows; row += 1) {
      if (sources[row] !== smaller) continue;
      size += 1;
      matched += sums[row]! / (none + sums[row]!);
    }
    none = Math.max(0.02, 1 - matched / Math.max(1, size));
  }
  for (let edge = 0; edge < edges.length; edge += 1) {
    const rivals = Math.max(sums[edges.a[edge]!]!, sums[edges.b[edge]!]!) - odds[edge]!;
    edges.weight[edge] = Math.log(odds[edge]!) - Math.log(none + Math.max(0, rivals));
  }
}

function smallerList(sources: Uint16Array): number {
  const sizes = new Map<number, number>();
  for (const source of sources) sizes.set(source, (sizes.get(source) ?? 0) + 1);
  return [...sizes].sort((a, b) => a[1] - b[1])[0]?.[0] ?? 0;
}
