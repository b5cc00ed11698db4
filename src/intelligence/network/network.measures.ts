import { at, degrees, type Network } from './network.ts';

/** What is worked out by walking from every element to every other. */
export interface Walked {
  /** Brandes' betweenness: of how many pairs of others it stands on the shortest ways, each pair once, ways in equal shares. */
  betweenness: Float64Array;
  /** Others it reaches, divided by the sum of the steps to them; 0 where it reaches none. Elements that are apart do not count. */
  closeness: Float64Array;
}

/** Betweenness and closeness of every element, exactly: size × ties steps. */
export function walked({ size, from, near }: Network): Walked {
  const betweenness = new Float64Array(size);
  const closeness = new Float64Array(size);
  const order = new Uint32Array(size);
  const steps = new Int32Array(size);
  const ways = new Float64Array(size);
  const share = new Float64Array(size);
  for (let start = 0; start < size; start += 1) {
    steps.fill(-1);
    ways.fill(0);
    share.fill(0);
    steps[start] = 0;
    ways[start] = 1;
    order[0] = start;
    let known = 1;
    let sum = 0;
    for (let head = 0; head < known; head += 1) {
      const one = at(order, head);
      const step = at(steps, one) + 1;
      sum += step - 1;
      for (let k = at(from, one); k < at(from, one + 1); k += 1) {
        const other = at(near, k);
        if (steps[other] === -1) {
          steps[other] = step;
          order[known] = other;
          known += 1;
        }
        if (steps[other] === step) ways[other] = at(ways, other) + at(ways, one);
      }
    }
    closeness[start] = sum > 0 ? (known - 1) / sum : 0;
    for (let tail = known - 1; tail > 0; tail -= 1) {
      const one = at(order, tail);
      const portion = (1 + at(share, one)) / at(ways, one);
      for (let k = at(from, one); k < at(from, one + 1); k += 1) {
        const before = at(near, k);
        if (steps[before] === at(steps, one) - 1)
          share[before] = at(share, before) + at(ways, before) * portion;
      }
      // Each pair is walked from both of its ends.
      betweenness[one] = at(betweenness, one) + at(share, one) / 2;
    }
  }
  return { betweenness, closeness };
}

/** The core of each element: the greatest k such that it lies in a part where everything is tied to k others of that part. */
export function cores(network: Network): Uint32Array {
  const { size, from, near } = network;
  const left = degrees(network);
  const core = new Uint32Array(size);
  const isDone = new Uint8Array(size);
  const most = left.reduce((a, b) => Math.max(a, b), 0);
  const byDegree: number[][] = Array.from({ length: most + 1 }, () => []);
  for (let i = 0; i < size; i += 1) byDegree[at(left, i)]?.push(i);
  for (let k = 0; k <= most; k += 1) {
    // Whoever falls to k meanwhile is added to the same list.
    const waiting = byDegree[k] ?? [];
    for (const one of waiting) {
      if (isDone[one] || at(left, one) > k) continue;
      isDone[one] = 1;
      core[one] = k;
      for (let n = at(from, one); n < at(from, one + 1); n += 1) {
        const other = at(near, n);
        if (isDone[other] || at(left, other) <= k) continue;
        left[other] = at(left, other) - 1;
        byDegree[at(left, other)]?.push(other);
      }
    }
  }
  return core;
}

/** Elements without which what is now in one piece would fall into more (articulation points). */
export function cutPoints({ size, from, near }: Network): Uint8Array {
  const isCut = new Uint8Array(size);
  const met = new Uint32Array(size);
  const low = new Uint32Array(size);
  const parent = new Int32Array(size).fill(-1);
  const next = from.slice(0, size);
  let count = 0;
  for (let root = 0; root < size; root += 1) {
    if (met[root]) continue;
    let branches = 0;
    const way = [root];
    count += 1;
    met[root] = count;
    low[root] = count;
    // A walk without recursion: a long chain of elements would be deeper than a stack.
    for (let one = way.at(-1); one !== undefined; one = way.at(-1)) {
      const k = at(next, one);
      if (k < at(from, one + 1)) {
        next[one] = k + 1;
        const other = at(near, k);
        if (!met[other]) {
          if (one === root) branches += 1;
          parent[other] = one;
          count += 1;
          met[other] = count;
          low[other] = count;
          way.push(other);
        } else if (other !== parent[one]) low[one] = Math.min(at(low, one), at(met, other));
        continue;
      }
      way.pop();
      const above = at(parent, one);
      if (above < 0) continue;
      low[above] = Math.min(at(low, above), at(low, one));
      if (above !== root && at(low, one) >= at(met, above)) isCut[above] = 1;
    }
    if (branches > 1) isCut[root] = 1;
  }
  return isCut;
}
