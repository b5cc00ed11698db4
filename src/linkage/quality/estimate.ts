/** Pairs of one band of score: how many there are, how many people decided, and how many of those were the same. */
export interface Band {
  /** From this probability, itself included, to the next band's. */
  from: number;
  pairs: number;
  reviewed: number;
  same: number;
}

/** A share with its interval of 95 per cent. */
export interface Estimate {
  share: number;
  low: number;
  high: number;
}

/** What joining every pair from a probability on would do, as far as the reviewed pairs tell. */
export interface AtThreshold {
  threshold: number;
  /** Pairs from the threshold on. */
  pairs: number;
  /** Of these the share that are the same. Undefined where nothing can be said. */
  precision: Estimate | undefined;
  /** Of all the same among the pairs that were put together at all: the share from the threshold on. */
  recall: Estimate | undefined;
}

/** Edges of the bands; thresholds are read at these. */
export const bandEdges = [0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99] as const;

export const bandOf = (probability: number): number =>
  bandEdges.reduce<number>((found, edge) => (probability >= edge ? edge : found), 0);

const draws = 2000;

/** A fixed stream of numbers between 0 and 1, so that a page reads the same twice. */
function stream(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A draw from a gamma distribution of a shape of at least one half (Marsaglia and Tsang 2000). */
function gamma(shape: number, random: () => number): number {
  if (shape < 1) return gamma(shape + 1, random) * random() ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const v = (1 + c * normal) ** 3;
    if (v > 0 && Math.log(1 - random()) < 0.5 * normal * normal + d - d * v + d * Math.log(v)) return d * v;
  }
}

const beta = (a: number, b: number, random: () => number): number => {
  const x = gamma(a, random);
  return x / (x + gamma(b, random));
};

function interval(values: number[], share: number): Estimate {
  const sorted = values.sort((one, other) => one - other);
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? share;
  return { share, low: Math.min(share, at(0.025)), high: Math.max(share, at(0.975)) };
}

/**
 * Precision and recall by threshold from pairs that people decided, band by band (stratified): in each band the decided pairs
 * stand for the others. Decided pairs count as they were decided; of the rest of a band the share of the same is drawn from
 * what the decided ones leave open (Jeffreys), 2,000 times with a fixed seed, and the middle 95 per cent are the interval.
 * A band of which nobody decided a pair leaves every estimate that needs it open.
 */
export function estimateAt(bands: readonly Band[], thresholds: readonly number[]): AtThreshold[] {
  const random = stream(20261124);
  const filled = bands.filter(({ pairs }) => pairs > 0);
  const isOpen = (some: readonly Band[]) => some.some(({ reviewed }) => reviewed === 0);
  const sampled = filled.map(({ pairs, reviewed, same }) =>
    Array.from(
      { length: draws },
      () => same + (pairs - reviewed) * beta(same + 0.5, reviewed - same + 0.5, random),
    ),
  );
  const point = filled.map(({ pairs, reviewed, same }) =>
    reviewed === 0 ? 0 : same + ((pairs - reviewed) * same) / reviewed,
  );
  return thresholds.map((threshold): AtThreshold => {
    const inside = filled.map((band) => band.from >= threshold);
    const sum = (values: readonly number[], only: boolean) =>
      values.reduce((total, value, at) => total + (!only || inside[at] ? value : 0), 0);
    const pairs = sum(
      filled.map((band) => band.pairs),
      true,
    );
    const drawn = (at: number) => sampled.map((values) => values[at] ?? 0);
    const all = sum(point, false);
    const above = filled.filter((_, at) => inside[at]);
    return {
      threshold,
      pairs,
      precision:
        pairs === 0 || isOpen(above)
          ? undefined
          : interval(
              Array.from({ length: draws }, (_, at) => sum(drawn(at), true) / pairs),
              sum(point, true) / pairs,
            ),
      recall:
        all === 0 || isOpen(filled)
          ? undefined
          : interval(
              Array.from(
                { length: draws },
                (_, at) => sum(drawn(at), true) / Math.max(1e-9, sum(drawn(at), false)),
              ),
              sum(point, true) / all,
            ),
    };
  });
}
