import { type Letters, lettersOf } from './letters.ts';

/**
 * Edit distance with transposition of neighbours (optimal string alignment), given up above `most`: then `most + 1`.
 * Source: Damerau 1964; the banded form.
 */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  if (a === b) return 0;
  const letters = lettersOf(a, b);
  return editsBetween(letters, 0, a.length, a.length, a.length + b.length, most);
}

/** The same of two texts that lie among other letters: where each begins and ends. */
export function editsBetween(
  letters: Letters,
  startA: number,
  endOfA: number,
  startB: number,
  endOfB: number,
  most: number,
): number {
  if (Math.abs(endOfA - startA - endOfB + startB) > most) return most + 1;
  let [fromA, fromB, endA, endB] = [startA, startB, endOfA, endOfB];
  while (fromA < endA && fromB < endB && letters[fromA] === letters[fromB]) {
    fromA += 1;
    fromB += 1;
  }
  while (endA > fromA && endB > fromB && letters[endA - 1] === letters[endB - 1]) {
    endA -= 1;
    endB -= 1;
  }
  const rows = endA - fromA;
  const cols = endB - fromB;
  if (rows === 0 || cols === 0) return Math.max(rows, cols);
  if (most === 1) {
    if (rows === 1 && cols === 1) return 1;
    const turned =
      rows === 2 &&
      cols === 2 &&
      letters[fromA] === letters[fromB + 1] &&
      letters[fromA + 1] === letters[fromB];
    return turned ? 1 : 2;
  }
  if (cols > widest) return most + 1;
  return alignment(letters, { fromA, fromB, rows, cols, most });
}

const widest = 255;
let before = new Int32Array(widest + 1);
let above = new Int32Array(widest + 1);
let line = new Int32Array(widest + 1);

function alignment(
  letters: Letters,
  { fromA, fromB, rows, cols, most }: Record<'fromA' | 'fromB' | 'rows' | 'cols' | 'most', number>,
): number {
  for (let j = 0; j <= cols; j += 1) above[j] = j;
  for (let i = 1; i <= rows; i += 1) {
    line[0] = i;
    let least = i;
    const x = letters[fromA + i - 1]!;
    for (let j = 1; j <= cols; j += 1) {
      const y = letters[fromB + j - 1]!;
      let cost = Math.min(above[j]! + 1, line[j - 1]! + 1, above[j - 1]! + (x === y ? 0 : 1));
      if (i > 1 && j > 1 && x === letters[fromB + j - 2] && y === letters[fromA + i - 2])
        cost = Math.min(cost, before[j - 2]! + 1);
      line[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    const spare = before;
    before = above;
    above = line;
    line = spare;
  }
  return Math.min(above[cols]!, most + 1);
}
