import type { RowCodes } from '../table.ts';
import { sharedCopy } from '../threads/memory.ts';

/** Whole numbers by code, each worked out once: one, or `width` of them, for each code. */
export class ByCode {
  #known: Int32Array;
  #length = 0;
  readonly #width: number;
  readonly #compute: (code: number, into: Int32Array, place: number) => void;

  constructor(size: number, compute: (code: number, into: Int32Array, place: number) => void, width = 1) {
    this.#known = new Int32Array(size * width);
    this.#width = width;
    this.#compute = compute;
  }

  static of(size: number, compute: (code: number) => number): ByCode {
    return new ByCode(size, (code, into, place) => {
      into[place] = compute(code);
    });
  }

  /** What another thread worked out for every code there is. */
  static known(numbers: Int32Array, width: number): ByCode {
    const made = new ByCode(0, () => undefined, width);
    made.#known = numbers;
    made.#length = numbers.length / width;
    return made;
  }

  at(code: number, which = 0): number {
    if (code >= this.#length) this.#fill(code + 1);
    return this.#known[code * this.#width + which]!;
  }

  /** The numbers of so many rows from one on, by their codes; 0 where a row has none. */
  fill(codes: RowCodes, from: number, into: Int32Array, count: number, which: number): void {
    const { data, stride, offset } = codes;
    const width = this.#width;
    for (let index = 0, at = from * stride + offset; index < count; index += 1, at += stride) {
      const code = data[at]!;
      if (code >= this.#length) this.#fill(code + 1);
      into[index] = code < 0 ? 0 : this.#known[code * width + which]!;
    }
  }

  /** Works out the next code, if its turn has come: texts that are read one by one serve all tables at one reading. */
  reach(code: number): void {
    if (this.#length === code) this.#fill(code + 1);
  }

  /** All numbers of so many codes, where other threads can read them. */
  shared(codes: number): Int32Array {
    if (this.#length < codes) this.#fill(codes);
    const length = codes * this.#width;
    this.#known = sharedCopy(this.#known.length === length ? this.#known : this.#known.slice(0, length));
    return this.#known;
  }

  #fill(length: number): void {
    if (length * this.#width > this.#known.length) {
      const known = new Int32Array(Math.ceil(length * 1.5) * this.#width);
      known.set(this.#known);
      this.#known = known;
    }
    for (let code = this.#length; code < length; code += 1)
      this.#compute(code, this.#known, code * this.#width);
    this.#length = length;
  }
}
