import { normalPlate, plateSkeleton } from '../linkage/index.ts';
import { tidyMark } from '../records/index.ts';

const asLetter: Readonly<Record<string, string>> = { 0: 'O', 1: 'I' };
const asFigure: Readonly<Record<string, string>> = { O: '0', I: '1' };

/**
 * A registration mark as somebody read it, in the one form by which marks are compared; undefined when it cannot be one. Where it is
 * none as it was read, O and 0, I and 1 are put right by their place in a mark of the present form; any other, of other countries too,
 * is taken as it is.
 */
export function readMark(typed: string): string | undefined {
  const plain = normalPlate(typed);
  const known = tidyMark(plain);
  if (known) return known;
  const placed = [...plain]
    .map((letter, n) => (n === 2 || n === 3 ? (asFigure[letter] ?? letter) : (asLetter[letter] ?? letter)))
    .join('');
  if (/^[A-Z]{2}\d{2}[A-Z]{3}$/.test(placed)) return placed;
  return /^(?=.*\d)[A-Z0-9]{2,10}$/.test(plain) ? plain : undefined;
}

/** A mark with what an eye mixes up made alike, for finding it again however it was read. */
export const markKey = (typed: string): string => plateSkeleton(normalPlate(typed));
