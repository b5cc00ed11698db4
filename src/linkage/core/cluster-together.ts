import { type ClusterSetting, type Edges, Joiner, type PairWeigher, strongestFirst } from './cluster.ts';
import { KnownWeigher, type KnownWeights } from './known-weights.ts';
import { Scorer } from './score.ts';
import { type SingleLists, SinglesApart } from './single-lists.ts';
import type { Crew, OpenLists } from './threads/crew.ts';
import { sharedInts } from './threads/memory.ts';
import type { Trained } from './train.ts';

/** Clusters of rows that no pair leads out of; a part is the pairs of some of these components, each strongest first. */
export interface ClusterTask {
  edges: Edges;
  /** Numbers of pairs, component by component. */
  order: Int32Array;
  /** Where in `order` each part begins, and the last ends. */
  starts: readonly number[];
  model: Trained;
  setting: ClusterSetting;
  known: KnownWeights;
  /** Rows of these keep each other apart. */
  singles: SingleLists | undefined;
}

/** The rows of a part that are named by another, and by which. */
export interface Led {
  rows: Int32Array;
  leaders: Int32Array;
}

/** A part ends with the component in which it reaches so many pairs. */
const inPart = 25_000;

/**
 * Draws the clusters that `clusterRows` draws. Two components have nothing to do with each other, so they can be drawn in any
 * order and by several; rows of one lie near each other in memory. Only where so many rows hang together that pairs between
 * clusters are drawn at random, all such components share one run of chance: these are drawn here, one after the other.
 */
export function clustersBy(
  crew: Crew,
  { comparisons, rows }: OpenLists,
  { edges, known, singles }: Pick<ClusterTask, 'edges' | 'known' | 'singles'>,
  model: Trained,
  setting: ClusterSetting,
): Int32Array {
  const strongest = strongestFirst(edges, setting.least);
  const { component, size } = componentsOf(rows, edges, setting.least);
  const large = mostWithoutChance(setting.sample);
  const isLarge = (edge: number) => size[component[edges.a[edge]!]!]! > large;
  const { order, starts } = byComponent(
    strongest.filter((edge) => !isLarge(edge)),
    (edge) => component[edges.a[edge]!]!,
    rows,
  );
  const task = { edges, order, starts, model, setting, known, singles };
  const parts = crew.do('cluster', task, starts.length - 1);
  const clusters = new Int32Array(rows);
  for (let row = 0; row < rows; row += 1) clusters[row] = row;
  for (const led of parts)
    led.rows.forEach((row, at) => {
      clusters[row] = led.leaders[at]!;
    });
  const theRest = strongest.filter(isLarge);
  if (theRest.length === 0) return clusters;
  const joiner = new Joiner(rows, weigherOf({ known, singles }, new Scorer(comparisons, model)), setting);
  for (const edge of theRest) joiner.take(edges.a[edge]!, edges.b[edge]!, edges.weight[edge]!);
  for (let row = 0; row < rows; row += 1)
    if (size[component[row]!]! > large) clusters[row] = joiner.leaderOf(row);
  return clusters;
}

/** Gives the weights of scored pairs, weighs others, and keeps rows of one single list apart. */
export function weigherOf(
  { known, singles }: Pick<ClusterTask, 'known' | 'singles'>,
  scorer: Scorer,
): PairWeigher {
  const weigher = new KnownWeigher(known, scorer);
  return singles ? new SinglesApart(weigher, singles) : weigher;
}

export function clusterPart(
  { comparisons, rows }: OpenLists,
  { edges, order, starts, model, setting, known, singles }: ClusterTask,
): (part: number) => Led {
  const joiner = new Joiner(rows, weigherOf({ known, singles }, new Scorer(comparisons, model)), setting);
  return (part) => {
    const own = order.subarray(starts[part], starts[part + 1]);
    for (const edge of own) joiner.take(edges.a[edge]!, edges.b[edge]!, edges.weight[edge]!);
    const led = new Set<number>();
    for (const edge of own)
      for (const row of [edges.a[edge]!, edges.b[edge]!]) if (joiner.leaderOf(row) !== row) led.add(row);
    const of = Int32Array.from(led);
    return { rows: of, leaders: of.map((row) => joiner.leaderOf(row)) };
  };
}

/** The most rows that can hang together without two clusters of theirs having more than so many pairs between them. */
function mostWithoutChance(sample: number): number {
  let rows = 1;
  while (Math.floor((rows + 1) / 2) * Math.ceil((rows + 1) / 2) <= sample) rows += 1;
  return rows;
}

/** Which rows hang together by pairs above a weight: for each its component's first row, and for that how many there are. */
function componentsOf(
  rows: number,
  edges: Edges,
  least: number,
): { component: Int32Array; size: Int32Array } {
  const component = new Int32Array(rows);
  for (let row = 0; row < rows; row += 1) component[row] = row;
  const firstOf = (row: number): number => {
    let top = row;
    while (component[top] !== top) top = component[top]!;
    for (let at = row; component[at] !== top; ) {
      const up = component[at]!;
      component[at] = top;
      at = up;
    }
    return top;
  };
  for (let edge = 0; edge < edges.length; edge += 1) {
    if (edges.weight[edge]! <= least) continue;
    const [x, y] = [firstOf(edges.a[edge]!), firstOf(edges.b[edge]!)];
    if (x < y) component[y] = x;
    else component[x] = y;
  }
  const size = new Int32Array(rows);
  for (let row = 0; row < rows; row += 1) {
    component[row] = component[component[row]!]!;
    size[component[row]!]! += 1;
  }
  return { component, size };
}

/** Puts pairs component by component, each in the order in which they came, and cuts them into parts. */
function byComponent(
  pairs: Int32Array,
  componentOf: (pair: number) => number,
  rows: number,
): { order: Int32Array; starts: number[] } {
  const ends = new Int32Array(rows + 1);
  for (const pair of pairs) ends[componentOf(pair) + 1]! += 1;
  for (let row = 0; row < rows; row += 1) ends[row + 1]! += ends[row]!;
  const order = sharedInts(pairs.length);
  for (const pair of pairs) order[ends[componentOf(pair)]!++] = pair;
  const starts = [0];
  for (let row = 0; row < rows; row += 1)
    if (ends[row]! - starts.at(-1)! >= inPart || row === rows - 1) starts.push(ends[row]!);
  return { order, starts };
}
