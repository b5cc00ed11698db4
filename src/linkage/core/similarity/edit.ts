/**
 * Edit distance with transposition of neighbours (optimal string alignment), given up above `most`: then `most + 1`.
 * Source: Damerau 1964; the banded form.
 */
export function editDistance(a: string, b: string, most: number): number {
  const n = a.length;
  const m = b.length;
  if (Math.abs(n - m) > most) return most + 1;
  if (a === b) return 0;
  let start = 0;
  while (start < n && start < m && a.charCodeAt(start) === b.charCodeAt(start)) start += 1;
  let endA = n;
  let endB = m;
  while (endA > start && endB > start && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)) {
    endA -= 1;
    endB -= 1;
  }
  const rows = endA - start;
  const cols = endB - start;
  if (rows === 0 || cols === 0) return Math.max(rows, cols);
  if (most === 1) {
    if (rows === 1 && cols === 1) return 1;
    const turned =
      rows === 2 &&
      cols === 2 &&
      a.charCodeAt(start) === b.charCodeAt(start + 1) &&
      a.charCodeAt(start + 1) === b.charCodeAt(start);
    return turned ? 1 : 2;
  }
  if (cols > widest) return most + 1;
  return alignment(a, b, { start, rows, cols, most });
}

const widest = 255;
let before = new Int32Array(widest + 1);
let above = new Int32Array(widest + 1);
let line = new Int32Array(widest + 1);

function alignment(
  a: string,
  b: string,
  { start, rows, cols, most }: { start: number; rows: number; cols: number; most: number },
): number {
  for (let j = 0; j <= cols; j += 1) above[j] = j;
  for (let i = 1; i <= rows; i += 1) {
    line[0] = i;
    let least = i;
    const x = a.charCodeAt(start + i - 1);
    for (let j = 1; j <= cols; j += 1) {
      const y = b.charCodeAt(start + j - 1);
      let cost = Math.min(above[j]! + 1, line[j - 1]! + 1, above[j - 1]! + (x === y ? 0 : 1));
      if (i > 1 && j > 1 && x === b.charCodeAt(start + j - 2) && y === a.charCodeAt(start + i - 2))
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
