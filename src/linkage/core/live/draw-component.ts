import { clusterRows } from '../cluster.ts';
import type { Comparison } from '../compare/comparison.ts';
import { EdgeList } from '../edges.ts';
import { groupsOf } from '../groups.ts';
import { joinProfiles, weigherOfProfiles } from '../profile.ts';
import type { Scorer } from '../score.ts';

/**
 * The clusters of one component of rows that are the same at an even chance: those the batch would draw from these rows and
 * these pairs alone. `rows` are in the order of their ids, so that the answer does not depend on how they came.
 */
export function drawComponent(
  rows: readonly number[],
  matesOf: (row: number) => ReadonlyMap<number, number> | undefined,
  { comparisons, scorer }: { comparisons: readonly Comparison[]; scorer: Scorer },
): number[][] {
  if (rows.length === 1) return [[...rows]];
  const place = new Map(rows.map((row, at) => [row, at]));
  const edges = new EdgeList(rows.length * 2);
  rows.forEach((row, at) => {
    const later = [...(matesOf(row) ?? [])].flatMap(([mate, weight]) => {
      const to = place.get(mate)!;
      return to > at ? [{ to, weight }] : [];
    });
    for (const { to, weight } of later.sort((x, y) => x.to - y.to)) edges.push(at, to, weight);
  });
  if (rows.length === 2) return [[...rows]];
  const of = (at: number) => rows[at]!;
  const weigher = {
    weight: (a: number, b: number) => scorer.weight(of(a), of(b)),
    areApart: (a: number, b: number) => scorer.areApart(of(a), of(b)),
    weightOfProfiles: (left: Int32Array, right: Int32Array) =>
      scorer.weightOfProfiles(left.map(of), right.map(of)),
  };
  const coded = comparisons.map((comparison) => ({ code: (at: number) => comparison.code(of(at)) }));
  const drawn = clusterRows(rows.length, edges, weigher, { least: 0, clip: 10, sample: 48 });
  const joined = joinProfiles(
    drawn,
    edges,
    weigher,
    { least: 1, leastMean: -4, rounds: 4 },
    (clusters, pairs, least) => weigherOfProfiles(clusters, coded, weigher)(pairs, least),
  );
  const groups = groupsOf(joined);
  return [...groups.all()].map((cluster) => [...groups.rows(cluster)].map(of));
}
