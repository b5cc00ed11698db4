import type { Edges } from './cluster.ts';
import { sharedFloats, sharedInts } from './threads/memory.ts';

/** Pairs of several parts behind each other, where several threads can read them. */
export function joinedEdges(parts: readonly Edges[]): Edges {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const edges = { a: sharedInts(length), b: sharedInts(length), weight: sharedFloats(length), length };
  let at = 0;
  for (const part of parts) {
    edges.a.set(part.a.subarray(0, part.length), at);
    edges.b.set(part.b.subarray(0, part.length), at);
    edges.weight.set(part.weight.subarray(0, part.length), at);
    at += part.length;
  }
  return edges;
}

/** Scored pairs that grow as they are found. */
export class EdgeList implements Edges {
  a: Int32Array;
  b: Int32Array;
  weight: Float32Array;
  length = 0;

  constructor(room = 1 << 16) {
    this.a = new Int32Array(room);
    this.b = new Int32Array(room);
    this.weight = new Float32Array(room);
  }

  push(a: number, b: number, weight: number): void {
    if (this.length === this.a.length) this.#grow();
    this.a[this.length] = a;
    this.b[this.length] = b;
    this.weight[this.length] = weight;
    this.length += 1;
  }

  #grow(): void {
    const size = Math.ceil((this.length + 8) * 1.6);
    const [a, b, weight] = [new Int32Array(size), new Int32Array(size), new Float32Array(size)];
    a.set(this.a);
    b.set(this.b);
    weight.set(this.weight);
    [this.a, this.b, this.weight] = [a, b, weight];
  }
}
