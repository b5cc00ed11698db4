/**
 * A network of elements and ties, plain and without direction: two elements are tied or they are not. Elements are numbers
 * from 0; the neighbours of `i` are `near[from[i] .. from[i + 1])`, ascending. Imports nothing.
 */
export interface Network {
  readonly size: number;
  /** Ties, each counted once. */
  readonly ties: number;
  readonly from: Uint32Array;
  readonly near: Uint32Array;
}

/** Builds a network. A tie that is said twice is one; a tie of an element to itself is left out. Throws on an unknown element. */
export function networkOf(size: number, pairs: readonly (readonly [number, number])[]): Network {
  const seen = new Set<number>();
  for (const [one, other] of pairs) {
    if (!(one >= 0 && one < size && other >= 0 && other < size))
      throw new RangeError(`No such tie among ${size} elements: ${one}, ${other}`);
    if (one !== other) seen.add(Math.min(one, other) * size + Math.max(one, other));
  }
  const from = new Uint32Array(size + 1);
  const sides = [...seen].sort((a, b) => a - b).map((key) => [Math.floor(key / size), key % size] as const);
  for (const [low, high] of sides) {
    from[low + 1] = at(from, low + 1) + 1;
    from[high + 1] = at(from, high + 1) + 1;
  }
  for (let i = 0; i < size; i += 1) from[i + 1] = at(from, i + 1) + at(from, i);
  const next = from.slice();
  const near = new Uint32Array(2 * sides.length);
  const put = (one: number, other: number): void => {
    near[at(next, one)] = other;
    next[one] = at(next, one) + 1;
  };
  // Ties come by their lower element, so that each list of neighbours comes out ascending: lower ones first, then higher.
  for (const [low, high] of sides) put(high, low);
  for (const [low, high] of sides) put(low, high);
  return { size, ties: sides.length, from, near };
}

/** What stands in a place of an array of numbers that is known to be there. */
export const at = (numbers: ArrayLike<number>, place: number): number => numbers[place] ?? 0;

/** How many elements each one is tied to. */
export function degrees({ size, from }: Network): Uint32Array {
  return Uint32Array.from({ length: size }, (_, i) => at(from, i + 1) - at(from, i));
}

/** Farther than any step: not reached. */
export const unreached = -1;

/** Steps from the nearest of some elements to each one, no further than `most`; `unreached` where it is farther or apart. */
export function stepsFrom(
  { size, from, near }: Network,
  starts: readonly number[],
  most = Number.POSITIVE_INFINITY,
): Int32Array {
  const steps = new Int32Array(size).fill(unreached);
  const queue = [...new Set(starts)];
  for (const start of queue) steps[start] = 0;
  for (const one of queue) {
    const step = at(steps, one) + 1;
    if (step > most) break;
    for (let k = at(from, one); k < at(from, one + 1); k += 1) {
      const other = at(near, k);
      if (steps[other] !== unreached) continue;
      steps[other] = step;
      queue.push(other);
    }
  }
  return steps;
}

/** The component of each element: 0 is the largest, and of two that are as large the one with the lowest element. */
export function components(network: Network): Uint32Array {
  const found = new Int32Array(network.size).fill(unreached);
  const sizes: { first: number; size: number }[] = [];
  for (let start = 0; start < network.size; start += 1) {
    if (found[start] !== unreached) continue;
    found[start] = sizes.length;
    const queue = [start];
    for (const one of queue)
      for (let k = at(network.from, one); k < at(network.from, one + 1); k += 1) {
        const other = at(network.near, k);
        if (found[other] !== unreached) continue;
        found[other] = sizes.length;
        queue.push(other);
      }
    sizes.push({ first: start, size: queue.length });
  }
  const order = [...sizes.keys()].sort(
    (a, b) =>
      (sizes[b]?.size ?? 0) - (sizes[a]?.size ?? 0) || (sizes[a]?.first ?? 0) - (sizes[b]?.first ?? 0),
  );
  const place = new Uint32Array(sizes.length);
  for (const [rank, component] of order.entries()) place[component] = rank;
  return Uint32Array.from(found, (component) => at(place, component));
}

/** A shortest way from one element to another, both included; of two that are as short, that of the lower elements. Undefined where they stand apart. */
export function wayBetween(network: Network, one: number, other: number): number[] | undefined {
  const steps = stepsFrom(network, [other]);
  if (at(steps, one) === unreached) return undefined;
  const way = [one];
  for (let here = one; here !== other; ) {
    const end = at(network.from, here + 1);
    for (let k = at(network.from, here); k < end; k += 1) {
      const next = at(network.near, k);
      if (at(steps, next) !== at(steps, here) - 1) continue;
      here = next;
      break;
    }
    way.push(here);
  }
  return way;
}
