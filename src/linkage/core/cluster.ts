import { PairNumbers } from './pair-numbers.ts';
import { seededRandom } from './random.ts';

/** Scored pairs in three arrays of one length. */
export interface Edges {
  a: Int32Array;
  b: Int32Array;
  weight: Float32Array;
  length: number;
}

/** What is asked of the scorer about two rows. */
export interface PairWeigher {
  /** Natural log-odds that two rows are the same; where they are below `least`, any number below it. */
  weight(a: number, b: number, least?: number): number;
  /** Whether two rows are not brought together by others. */
  areApart(a: number, b: number): boolean;
}

/** So many pairs between two clusters are asked whether they are apart. */
const mostAsked = 2500;

/** Whether two clusters hold rows that keep each other apart; of very large ones some pairs are asked, evenly spread. */
export function haveApart(left: ArrayLike<number>, right: ArrayLike<number>, weigher: PairWeigher): boolean {
  const pairs = left.length * right.length;
  const step = Math.max(1, Math.ceil(pairs / mostAsked));
  for (let pair = 0; pair < pairs; pair += step)
    if (weigher.areApart(left[pair % left.length]!, right[Math.floor(pair / left.length)]!)) return true;
  return false;
}

/** How clusters are drawn. Weights are natural log-odds. */
export interface ClusterSetting {
  /** Pairs below this do not start a join. */
  least: number;
  /** One pair's say is bounded by this, either way. */
  clip: number;
  /** Most pairs looked at between two clusters. */
  sample: number;
  /** The list of each row, when a cluster may hold one row of a list only. */
  sources?: Uint16Array;
}

/**
 * Draws clusters from strong pairs to weak ones: two clusters join only when the mean evidence between their rows, scored
 * where it was not yet, speaks for it. A chain of weak likenesses therefore cannot grow into one (`linkage.md` §4.5).
 */
export function clusterRows(
  rows: number,
  edges: Edges,
  weigher: PairWeigher,
  setting: ClusterSetting,
): Int32Array {
  const weight = (a: number, b: number) => weigher.weight(a, b, -setting.clip);
  const order = strongestFirst(edges, setting.least);
  const leader = Int32Array.from({ length: rows }, (_, row) => row);
  const next = new Int32Array(rows).fill(-1);
  const last = Int32Array.from(leader);
  const size = new Int32Array(rows).fill(1);
  const random = seededRandom(7);
  const find = (row: number): number => {
    let top = row;
    while (leader[top] !== top) top = leader[top]!;
    for (let at = row; leader[at] !== top; ) {
      const up = leader[at]!;
      leader[at] = top;
      at = up;
    }
    return top;
  };
  // The first rows of a cluster stand for it when it is very large.
  const members = (top: number): number[] => {
    const out: number[] = [];
    for (let row = top; row >= 0 && out.length < mostMembers; row = next[row]!) out.push(row);
    return out;
  };
  const clip = (value: number) => Math.max(-setting.clip, Math.min(setting.clip, value));
  const speaksFor = (x: number, y: number, known: number): boolean => {
    const { sources } = setting;
    if (sources && members(x).some((a) => members(y).some((b) => sources[a] === sources[b]))) return false;
    if (size[x] === 1 && size[y] === 1) return known > 0;
    const [left, right] = [members(x), members(y)];
    if (haveApart(left, right, weigher)) return false;
    const all = left.length * right.length;
    let sum = 0;
    if (all <= setting.sample) {
      for (const a of left) for (const b of right) sum += clip(weight(a, b));
      return sum > 0;
    }
    for (let draw = 0; draw < setting.sample; draw += 1)
      sum += clip(
        weight(left[Math.floor(random() * left.length)]!, right[Math.floor(random() * right.length)]!),
      );
    return sum > 0;
  };
  const refused = new PairNumbers(rows);
  for (const edge of order) {
    let x = find(edges.a[edge]!);
    let y = find(edges.b[edge]!);
    if (x === y) continue;
    // Two clusters that were kept apart stay apart until one of them has grown.
    const together = size[x]! + size[y]!;
    if (together > 2 && refused.get(Math.min(x, y), Math.max(x, y)) === together) continue;
    if (!speaksFor(x, y, edges.weight[edge]!)) {
      if (together > 2) refused.set(Math.min(x, y), Math.max(x, y), together);
      continue;
    }
    if (size[x]! < size[y]!) [x, y] = [y, x];
    leader[y] = x;
    next[last[x]!] = y;
    last[x] = last[y]!;
    size[x]! += size[y]!;
  }
  return Int32Array.from({ length: rows }, (_, row) => find(row));
}

const mostMembers = 200;

/** Numbers of the edges above a weight, strongest first. */
function strongestFirst(edges: Edges, least: number): Int32Array {
  let count = 0;
  for (let edge = 0; edge < edges.length; edge += 1) if (edges.weight[edge]! > least) count += 1;
  // Numbers sort as numbers much faster than by a function: the weight goes before the point, the edge behind it.
  const keys = new Float64Array(count);
  let at = 0;
  for (let edge = 0; edge < edges.length; edge += 1)
    if (edges.weight[edge]! > least) keys[at++] = -Math.round(edges.weight[edge]! * 4096) * 1e9 + edge;
  keys.sort();
  return Int32Array.from(keys, (key) => ((key % 1e9) + 1e9) % 1e9);
}
