import type { Edges } from './cluster.ts';

/** Scored pairs that grow as they are found. */
export class EdgeList implements Edges {
  a = new Int32Array(1 << 16);
  b = new Int32Array(1 << 16);
  weight = new Float32Array(1 << 16);
  length = 0;

  push(a: number, b: number, weight: number): void {
    if (this.length === this.a.length) this.#grow();
    this.a[this.length] = a;
    this.b[this.length] = b;
    this.weight[this.length] = weight;
    this.length += 1;
  }

  #grow(): void {
    const size = Math.floor(this.length * 1.6);
    const [a, b, weight] = [new Int32Array(size), new Int32Array(size), new Float32Array(size)];
    a.set(this.a);
    b.set(this.b);
    weight.set(this.weight);
    [this.a, this.b, this.weight] = [a, b, weight];
  }
}
