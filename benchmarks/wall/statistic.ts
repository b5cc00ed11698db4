/** Whether two sets of times can be told apart. */
export interface Apart {
  /** Tries of each. */
  n: number;
  /** The chance that one of the first took longer than one of the second; .5 where nothing can be told. */
  chance: number;
  /** How unlikely so much or more is where nothing can be told, both ways (Mann and Whitney 1947, by the normal curve). */
  p: number;
  /** Median of the first less that of the second, in milliseconds. */
  medianGap: number;
}

/** Compares two sets of times by their ranks, which no single slow answer can move. */
export function apart(first: readonly number[], second: readonly number[]): Apart {
  const [n, m] = [first.length, second.length];
  const all = [
    ...first.map((time) => ({ time, isFirst: true })),
    ...second.map((time) => ({ time, isFirst: false })),
  ].sort((one, other) => one.time - other.time);
  let [ranks, ties] = [0, 0];
  for (let from = 0; from < all.length; ) {
    let to = from;
    while (to < all.length && all[to]?.time === all[from]?.time) to += 1;
    // Equal times share the mean of their ranks.
    ranks += all.slice(from, to).filter(({ isFirst }) => isFirst).length * ((from + 1 + to) / 2);
    ties += (to - from) ** 3 - (to - from);
    from = to;
  }
  const u = ranks - (n * (n + 1)) / 2;
  const total = n + m;
  const variance = ((n * m) / 12) * (total + 1 - ties / (total * (total - 1)));
  const z = variance > 0 ? (u - (n * m) / 2) / Math.sqrt(variance) : 0;
  return { n, chance: u / (n * m), p: 2 * upperTail(Math.abs(z)), medianGap: median(first) - median(second) };
}

/** The normal curve beyond z: Abramowitz and Stegun 26.2.17, to 7.5e-8. */
function upperTail(z: number): number {
  const t = 1 / (1 + 0.2316419 * z);
  const sum =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * sum;
}

function median(times: readonly number[]): number {
  const sorted = [...times].sort((one, other) => one - other);
  const half = sorted.length >> 1;
  return sorted.length % 2
    ? (sorted[half] ?? Number.NaN)
    : ((sorted[half - 1] ?? Number.NaN) + (sorted[half] ?? Number.NaN)) / 2;
}
