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
  const joiner = new Joiner(rows, weigher, setting);
  for (const edge of strongestFirst(edges, setting.least))
    joiner.take(edges.a[edge]!, edges.b[edge]!, edges.weight[edge]!);
  return Int32Array.from({ length: rows }, (_, row) => joiner.leaderOf(row));
}

/** Clusters while they are drawn: pairs are taken one after the other. */
export class Joiner {
  readonly #weigher: PairWeigher;
  readonly #setting: ClusterSetting;
  readonly #leader: Int32Array;
  readonly #next: Int32Array;
  readonly #last: Int32Array;
  readonly #size: Int32Array;
  readonly #random = seededRandom(7);
  readonly #refused: PairNumbers;

  constructor(rows: number, weigher: PairWeigher, setting: ClusterSetting) {
    this.#weigher = weigher;
    this.#setting = setting;
    this.#leader = new Int32Array(rows);
    for (let row = 0; row < rows; row += 1) this.#leader[row] = row;
    this.#next = new Int32Array(rows).fill(-1);
    this.#last = this.#leader.slice();
    this.#size = new Int32Array(rows).fill(1);
    this.#refused = new PairNumbers(rows);
  }

  /** Joins the clusters of two rows where the evidence speaks for it. */
  take(a: number, b: number, weight: number): void {
    const size = this.#size;
    let x = this.leaderOf(a);
    let y = this.leaderOf(b);
    if (x === y) return;
    // Two clusters that were kept apart stay apart until one of them has grown.
    const together = size[x]! + size[y]!;
    if (together > 2 && this.#refused.get(Math.min(x, y), Math.max(x, y)) === together) return;
    if (!this.#speaksFor(x, y, weight)) {
      if (together > 2) this.#refused.set(Math.min(x, y), Math.max(x, y), together);
      return;
    }
    if (size[x]! < size[y]!) [x, y] = [y, x];
    this.#leader[y] = x;
    this.#next[this.#last[x]!] = y;
    this.#last[x] = this.#last[y]!;
    size[x]! += size[y]!;
  }

  /** The row that a row's cluster is named by. */
  leaderOf(row: number): number {
    const leader = this.#leader;
    let top = row;
    while (leader[top] !== top) top = leader[top]!;
    for (let at = row; leader[at] !== top; ) {
      const up = leader[at]!;
      leader[at] = top;
      at = up;
    }
    return top;
  }

  #speaksFor(x: number, y: number, known: number): boolean {
    const { sample } = this.#setting;
    if (this.#size[x] === 1 && this.#size[y] === 1) return known > 0;
    const [left, right] = [this.#members(x), this.#members(y)];
    if (haveApart(left, right, this.#weigher)) return false;
    const all = left.length * right.length;
    let sum = 0;
    if (all <= sample) {
      for (const a of left) for (const b of right) sum += this.#say(a, b);
      return sum > 0;
    }
    const random = this.#random;
    for (let draw = 0; draw < sample; draw += 1)
      sum += this.#say(
        left[Math.floor(random() * left.length)]!,
        right[Math.floor(random() * right.length)]!,
      );
    return sum > 0;
  }

  /** The first rows of a cluster: they stand for it when it is very large. */
  #members(top: number): number[] {
    const out: number[] = [];
    for (let row = top; row >= 0 && out.length < mostMembers; row = this.#next[row]!) out.push(row);
    return out;
  }

  #say(a: number, b: number): number {
    const { clip } = this.#setting;
    return Math.max(-clip, Math.min(clip, this.#weigher.weight(a, b, -clip)));
  }
}

const mostMembers = 200;

/** Numbers of the edges above a weight, strongest first. */
export function strongestFirst(edges: Edges, least: number): Int32Array {
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
