/** A published cell: the numbers behind it and the words that were published. */
export interface Cell {
  key: string;
  /** Exact numbers, in a fixed order: a count, or the two of a share. */
  numbers: readonly number[];
  /** An amount that may only change together with enough of its records, whose count is the number. */
  amount?: number;
  shown: string;
}

export interface Restated {
  cells: readonly Cell[];
  /** The correction was too small to show: the words are those of the edition before. */
  isHeldBack: boolean;
}

const isWithheld = (shown: string): boolean => shown === 'Not shown' || shown.startsWith('Fewer than');
const isSame = (left: Cell, right: Cell): boolean =>
  left.amount === right.amount &&
  left.numbers.length === right.numbers.length &&
  left.numbers.every((number, index) => number === right.numbers[index]);

/** Whether two exact cells can both be known without telling of 1 to 4 people. */
function isFarApart(left: Cell | undefined, right: Cell | undefined, threshold: number): boolean {
  const apart = [0, 1].map((at) => Math.abs((left?.numbers[at] ?? 0) - (right?.numbers[at] ?? 0)));
  if (apart.some((change) => change > 0 && change < threshold)) return false;
  return left?.amount === right?.amount || apart.some((change) => change >= threshold);
}

/**
 * What a further edition may say of a table about people. Two papers can be subtracted from each other: so new numbers
 * are published only when every cell is shown in this edition and in all before it, and no cell differs from any of
 * them by 1 to 4. Otherwise the words of the edition before stand, all of them, and the paper says that they do.
 */
export function restated(
  now: readonly Cell[],
  earlier: readonly (readonly Cell[])[],
  threshold = 5,
): Restated {
  const last = earlier.at(-1);
  if (!last) return { cells: now, isHeldBack: false };
  const find = (cells: readonly Cell[], key: string) => cells.find((cell) => cell.key === key);
  const isUnchanged =
    now.length === last.length &&
    now.every((cell) => {
      const before = find(last, cell.key);
      return before !== undefined && isSame(cell, before);
    });
  const standing = now.map((cell) => ({ ...cell, shown: find(last, cell.key)?.shown ?? 'Not shown' }));
  if (isUnchanged) return { cells: standing, isHeldBack: false };
  const isSafe = earlier.every((cells) =>
    [...new Set([...now, ...cells].map(({ key }) => key))].every((key) => {
      const [here, before] = [find(now, key), find(cells, key)];
      return (
        ![here, before].some((cell) => cell && isWithheld(cell.shown)) && isFarApart(here, before, threshold)
      );
    }),
  );
  if (isSafe) return { cells: now, isHeldBack: false };
  // A part that is new, or gone, would itself tell of the change.
  return { cells: last, isHeldBack: true };
}
