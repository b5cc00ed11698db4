/**
 * The generator's own source of chance. Nothing here reads a clock or the machine's randomness, so that a demonstration,
 * a test and a screenshot made on different days from the same `today` show the same county.
 */

export interface Random {
  /** A fraction in [0, 1). */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
}

/** Four 32-bit words from a text (murmur-style mixing); enough to name things, never to protect them. */
export function hashWords(text: string): [number, number, number, number] {
  let a = 1779033703;
  let b = 3144134277;
  let c = 1013904242;
  let d = 2773480762;
  for (let i = 0; i < text.length; i++) {
    const k = text.charCodeAt(i);
    a = b ^ Math.imul(a ^ k, 597399067);
    b = c ^ Math.imul(b ^ k, 2869860233);
    c = d ^ Math.imul(c ^ k, 951274213);
    d = a ^ Math.imul(d ^ k, 2716044179);
  }
  a = Math.imul(c ^ (a >>> 18), 597399067);
  b = Math.imul(d ^ (b >>> 22), 2869860233);
  c = Math.imul(a ^ (c >>> 17), 951274213);
  d = Math.imul(b ^ (d >>> 19), 2716044179);
  return [(a ^ b ^ c ^ d) >>> 0, (b ^ a) >>> 0, (c ^ a) >>> 0, (d ^ a) >>> 0];
}

/** The sfc32 generator, seeded by a text, so that each part of the county has its own independent stream. */
export function randomFor(seed: string): Random {
  let [a, b, c, d] = hashWords(seed);
  const next = (): number => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return (t >>> 0) / 4294967296;
  };
  for (let i = 0; i < 12; i++) next();
  return {
    next,
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: (probability) => next() < probability,
    pick: (list) => at(list, Math.floor(next() * list.length)),
  };
}

/** An item that must be there; a missing one is a fault in the generator, not a value to pass on. */
export function at<T>(list: readonly T[], index: number): T {
  const item = list[index];
  if (item === undefined) throw new RangeError(`No item ${index} in a list of ${list.length}`);
  return item;
}

/** A value that must be in the map, for the same reason. */
export function get<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key);
  if (value === undefined) throw new RangeError(`No entry for ${String(key)}`);
  return value;
}

const hex = (word: number): string => (word >>> 0).toString(16).padStart(8, '0');

/** A version 8 UUID (RFC 9562: made by the application's own rule) from a stable name. */
export function uuidOf(name: string): string {
  const [a, b, c, d] = hashWords(name);
  const middle = hex(((b & 0xffff0fff) | 0x8000) >>> 0);
  const variant = hex(((c & 0x3fffffff) | 0x80000000) >>> 0);
  return `${hex(a)}-${middle.slice(0, 4)}-${middle.slice(4)}-${variant.slice(0, 4)}-${variant.slice(4)}${hex(d)}`;
}

/** Draws an index by weight: running totals are made once, then each draw is a binary search. */
export function weightedDraw(weights: readonly number[]): (random: Random) => number {
  const totals = new Float64Array(weights.length);
  let sum = 0;
  weights.forEach((weight, i) => {
    sum += weight;
    totals[i] = sum;
  });
  return (random) => {
    const target = random.next() * sum;
    let low = 0;
    let high = weights.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((totals[middle] ?? sum) > target) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}
