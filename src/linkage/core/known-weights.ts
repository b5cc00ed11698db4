import type { Edges, PairWeigher } from './cluster.ts';
import { sharedFloats, sharedInts } from './threads/memory.ts';

/**
 * Scored pairs by their rows: of each row the partners with a greater number, in ascending order, from `starts[row]` to
 * `starts[row + 1]`. Several threads can read them.
 */
export interface KnownWeights {
  starts: Int32Array;
  partners: Int32Array;
  weights: Float32Array;
}

/** Lays scored pairs by their rows; a pair is scored once. */
export function knownWeights({ a, b, weight, length }: Edges, rows: number): KnownWeights {
  const starts = sharedInts(rows + 1);
  const ofLesser = new Int32Array(rows + 1);
  for (let edge = 0; edge < length; edge += 1) {
    starts[Math.min(a[edge]!, b[edge]!) + 1]! += 1;
    ofLesser[Math.max(a[edge]!, b[edge]!) + 1]! += 1;
  }
  for (let row = 0; row < rows; row += 1) {
    starts[row + 1]! += starts[row]!;
    ofLesser[row + 1]! += ofLesser[row]!;
  }
  // By the greater row first and then by the lesser, each keeping what stood before: partners come in ascending order.
  const byGreater = new Int32Array(length);
  for (let edge = 0; edge < length; edge += 1) byGreater[ofLesser[Math.max(a[edge]!, b[edge]!)]!++] = edge;
  const [partners, weights] = [sharedInts(length), sharedFloats(length)];
  const next = starts.slice(0, rows);
  for (const edge of byGreater) {
    const [one, other] = [a[edge]!, b[edge]!];
    const place = next[one < other ? one : other]!++;
    partners[place] = one < other ? other : one;
    weights[place] = weight[edge]!;
  }
  return { starts, partners, weights };
}

/** Partners of fewer than so many are gone through one after the other. */
const few = 12;

/** Gives the weight that a pair was scored with, and weighs the pairs that were not. */
export class KnownWeigher implements PairWeigher {
  readonly #known: KnownWeights;
  readonly #weigher: PairWeigher;

  constructor(known: KnownWeights, weigher: PairWeigher) {
    this.#known = known;
    this.#weigher = weigher;
  }

  weight(a: number, b: number, least?: number): number {
    const place = a < b ? this.#placeOf(a, b) : this.#placeOf(b, a);
    return place < 0 ? this.#weigher.weight(a, b, least) : this.#known.weights[place]!;
  }

  areApart(a: number, b: number): boolean {
    return this.#weigher.areApart(a, b);
  }

  #placeOf(row: number, partner: number): number {
    const { starts, partners } = this.#known;
    let low = starts[row]!;
    let high = starts[row + 1]!;
    while (high - low > few) {
      const middle = (low + high) >>> 1;
      if (partners[middle]! <= partner) low = middle;
      else high = middle;
    }
    for (; low < high; low += 1) if (partners[low] === partner) return low;
    return -1;
  }
}
