/** Whether two sets of times, taken in pairs by turns, can be told apart. */
export interface Apart {
  /** Pairs of tries. */
  n: number;
  /** The chance that one of the first took longer than one of the second (Mann and Whitney's U over its most); .5 where nothing can be told. */
  chance: number;
  /** Between these it lies in 95 of 100 such runs: by how far each pair is from the rest (DeLong 1988, of pairs). */
  chanceRange: [number, number];
  /**
   * How unlikely so much or more is where nothing can be told, both ways: whichever of a pair is called the first, the times would be
   * the same, so that the two of each pair are exchanged in all ways. Exact moments, and the normal curve between them.
   */
  p: number;
  /** Median of what the first of a pair took longer than the second, in milliseconds. */
  gap: number;
  /** Between these that median lies in 95 of 100 such runs, whatever the times are spread like (by order). */
  gapRange: [number, number];
}

/** Compares times in pairs by their ranks, which no single slow answer can move; what slows both of a pair alike does not count. */
export function apart(first: readonly number[], second: readonly number[]): Apart {
  if (first.length !== second.length) throw new Error('Times are compared in pairs.');
  const n = first.length;
  const { chance, chanceError, p } = byRanks(first, second);
  const gaps = first.map((time, pair) => time - at(second, pair)).sort((one, other) => one - other);
  const half = n >> 1;
  const off = Math.min(half, Math.ceil((1.96 * Math.sqrt(n)) / 2));
  return {
    ...{ n, chance, p },
    chanceRange: [chance - 1.96 * chanceError, chance + 1.96 * chanceError],
    gap: n % 2 ? at(gaps, half) : (at(gaps, half - 1) + at(gaps, half)) / 2,
    gapRange: [at(gaps, Math.max(0, half - off)), at(gaps, Math.min(n - 1, half + off))],
  };
}
const at = (list: readonly number[], index: number): number => list[index] ?? Number.NaN;

/** Ranks of all times together, equal ones sharing the mean of theirs. */
function ranksOf(times: readonly number[]): number[] {
  const order = times.map((_, index) => index).sort((one, other) => at(times, one) - at(times, other));
  const ranks: number[] = new Array(times.length).fill(0);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to < order.length && at(times, at(order, to)) === at(times, at(order, from))) to += 1;
    for (const index of order.slice(from, to)) ranks[index] = (from + 1 + to) / 2;
    from = to;
  }
  return ranks;
}

function byRanks(
  first: readonly number[],
  second: readonly number[],
): { chance: number; chanceError: number; p: number } {
  const n = first.length;
  const ranks = ranksOf([...first, ...second]);
  const [ownFirst, ownSecond] = [ranksOf(first), ranksOf(second)];
  let [sum, mean, spread] = [0, 0, 0];
  // How often each of a pair took longer than those of the other kind, and less long.
  const places: number[] = [];
  for (let pair = 0; pair < n; pair += 1) {
    const [one, other] = [at(ranks, pair), at(ranks, n + pair)];
    sum += one;
    mean += (one + other) / 2;
    spread += ((one - other) / 2) ** 2;
    places.push((one - at(ownFirst, pair)) / n + 1 - (other - at(ownSecond, pair)) / n);
  }
  const middle = places.reduce((total, place) => total + place, 0) / n;
  const squares = places.reduce((total, place) => total + (place - middle) ** 2, 0);
  const z = spread > 0 ? (sum - mean) / Math.sqrt(spread) : 0;
  return {
    chance: (sum - (n * (n + 1)) / 2) / (n * n),
    chanceError: n > 1 ? Math.sqrt(squares / (n - 1) / n) : Number.NaN,
    p: 2 * upperTail(Math.abs(z)),
  };
}

/** Leaks that are put on the first of each pair to see which would have been found, in milliseconds. */
const leaks = [0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5];
/** The smallest leak that these very times would have shown as told apart; undefined where even the largest would not. */
export const leastSeen = (
  first: readonly number[],
  second: readonly number[],
  least: number,
): number | undefined =>
  leaks.find((leak) => {
    const { chance, p } = byRanks(
      first.map((time) => time + leak),
      second,
    );
    return p < least && chance > 0.5;
  });

/** The normal curve beyond z: Abramowitz and Stegun 26.2.17, to 7.5e-8. */
function upperTail(z: number): number {
  const t = 1 / (1 + 0.2316419 * z);
  const sum =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * sum;
}
