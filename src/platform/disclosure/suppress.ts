/** Fewer than this is not said of people in anything published. */
const fewest = 5;

/** What a published table shows for one cell. */
export type Shown = { kind: 'count'; value: number } | { kind: 'few' } | { kind: 'hidden' };

interface Bounds {
  low: number;
  high: number;
}
/**
 * What a reader who knows the rule knows of a cell: a count exactly; `few` is 1 to 4; a cell hidden to protect another
 * is never a small one, so it is 5 or more. Of a hidden total nothing is known.
 */
function boundsOf(shown: Shown, threshold: number): Bounds {
  switch (shown.kind) {
    case 'count':
      return { low: shown.value, high: shown.value };
    case 'few':
      return { low: 1, high: threshold - 1 };
    case 'hidden':
      return { low: threshold, high: Number.POSITIVE_INFINITY };
  }
}

/** Whether some cell that is not shown can be worked out by subtracting the rest from the total. */
export function canBeFound(cells: readonly Shown[], total: Shown, threshold: number): boolean {
  const known = cells.map((cell) => boundsOf(cell, threshold));
  const whole =
    total.kind === 'hidden' ? { low: 0, high: Number.POSITIVE_INFINITY } : boundsOf(total, threshold);
  return cells.some((cell, index) => {
    if (cell.kind === 'count') return false;
    const own = known[index] ?? { low: 0, high: 0 };
    const others = known.filter((_, other) => other !== index);
    const least = Math.max(own.low, whole.low - others.reduce((sum, other) => sum + other.high, 0));
    const most = Math.min(own.high, whole.high - others.reduce((sum, other) => sum + other.low, 0));
    return least === most;
  });
}

/**
 * Cells of one total as they may be published: 1 to 4 as "fewer than 5", then as many more hidden as it takes that no
 * cell can be worked out by subtraction, the smallest first. The total is hidden only when nothing else helps.
 * Nought is shown: that nobody was counted says nothing about anybody.
 */
export function suppress(counts: readonly number[], threshold = fewest): { cells: Shown[]; total: Shown } {
  const show = (value: number): Shown =>
    value > 0 && value < threshold ? { kind: 'few' } : { kind: 'count', value };
  const cells = counts.map(show);
  const total = show(counts.reduce((sum, count) => sum + count, 0));
  while (canBeFound(cells, total, threshold)) {
    const next = counts
      .map((value, index) => ({ value, index }))
      .filter(({ value, index }) => value >= threshold && cells[index]?.kind === 'count')
      .sort((a, b) => a.value - b.value)[0];
    if (!next) return { cells, total: { kind: 'hidden' } };
    cells[next.index] = { kind: 'hidden' };
  }
  return { cells, total };
}

/** A share as it may be published: neither the part nor what is left over may be 1 to 4. */
export function suppressShare(
  numerator: number,
  denominator: number,
  threshold = fewest,
): { numerator: Shown; denominator: Shown } {
  const { cells, total } = suppress([numerator, denominator - numerator], threshold);
  return { numerator: cells[0] ?? { kind: 'hidden' }, denominator: total };
}

/** A published cell in words. */
export const shownWords = (shown: Shown, threshold = fewest): string =>
  shown.kind === 'count'
    ? shown.value.toLocaleString('en-GB')
    : shown.kind === 'few'
      ? `Fewer than ${threshold}`
      : 'Not shown';
