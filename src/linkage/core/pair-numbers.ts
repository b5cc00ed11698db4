const none = -1;

/**
 * A number for each pair of numbers that it was told: a map of pairs without an object an entry. A pair is one key,
 * `first * span + second`, from 0 and below 2^53.
 */
export class PairNumbers {
  readonly #span: number;
  #keys = new Float64Array(1 << 10).fill(none);
  #numbers = new Float64Array(1 << 10);
  #size = 0;

  /** `span` is above every second number. */
  constructor(span: number) {
    this.#span = span;
  }

  /** What was told of the pair; undefined where nothing was. */
  get(first: number, second: number): number | undefined {
    const key = first * this.#span + second;
    const place = this.#placeOf(key);
    return this.#keys[place] === key ? this.#numbers[place]! : undefined;
  }

  set(first: number, second: number, number: number): void {
    const key = first * this.#span + second;
    const place = this.#placeOf(key);
    if (this.#keys[place] !== key) {
      this.#keys[place] = key;
      this.#size += 1;
    }
    this.#numbers[place] = number;
    if (this.#size * 2 > this.#keys.length) this.#grow();
  }

  /** Where the key stands, or the free place where it would. */
  #placeOf(key: number): number {
    const mask = this.#keys.length - 1;
    const high = Math.floor(key / 4294967296);
    let hash = Math.imul(key | 0, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b);
    hash ^= hash >>> 15;
    let place = hash & mask;
    while (this.#keys[place] !== none && this.#keys[place] !== key) place = (place + 1) & mask;
    return place;
  }

  #grow(): void {
    const [keys, numbers] = [this.#keys, this.#numbers];
    this.#keys = new Float64Array(keys.length * 2).fill(none);
    this.#numbers = new Float64Array(keys.length * 2);
    for (let from = 0; from < keys.length; from += 1) {
      if (keys[from] === none) continue;
      const place = this.#placeOf(keys[from]!);
      this.#keys[place] = keys[from]!;
      this.#numbers[place] = numbers[from]!;
    }
  }
}
