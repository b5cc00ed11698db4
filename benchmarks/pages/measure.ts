/** How long a kind of request took, in milliseconds. */
export interface Timing {
  n: number;
  p50: number;
  p95: number;
  max: number;
}

/** Percentiles by nearest rank: a figure that one request really took. */
export function timingOf(took: readonly number[]): Timing {
  const sorted = [...took].sort((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
  return { n: sorted.length, p50: at(0.5), p95: at(0.95), max: at(1) };
}

/** Runs `once` `warmUp` times unmeasured, then `times` times measured, one after another. */
export async function timed(
  options: { warmUp: number; times: number },
  once: (turn: number) => Promise<unknown>,
): Promise<Timing> {
  for (let turn = 0; turn < options.warmUp; turn += 1) await once(turn);
  const took: number[] = [];
  for (let turn = 0; turn < options.times; turn += 1) {
    const startedAt = performance.now();
    await once(options.warmUp + turn);
    took.push(performance.now() - startedAt);
  }
  return timingOf(took);
}
