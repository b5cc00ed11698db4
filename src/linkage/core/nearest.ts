import type { Comparison } from './compare/comparison.ts';

/** How near the nearest rows are, by the levels of one comparison; 0 for level 0 and for levels that speak of difference. */
export interface Nearest {
  /** Rows that choose a partner in another list, and whose nearest there is of the level. */
  rows: Float64Array;
  /** All that choose. */
  choosing: number;
  /** The chance that somebody else in the list they choose from is of the level, where nobody is nearer: what rows of one list have. */
  byLuck: Float64Array;
}

type Visit = (each: (a: number, b: number) => void) => void;

/**
 * The levels of the nearest rows between lists and within them. Between each two lists the rows of the smaller one choose; what is
 * near them by luck is as near as the rows of the larger one are to each other. `sources` has the list of each row.
 */
export function nearestOf(
  { level, code, differsFrom, levels }: Comparison,
  sources: Uint16Array,
  pairs: { between: Visit; within: Visit },
): Nearest {
  const sizes: number[] = [];
  sources.forEach((list, row) => {
    while (sizes.length <= list) sizes.push(0);
    if (code(row) >= 0) sizes[list]! += 1;
  });
  const lists = sizes.length;
  const nearer = (known: number | undefined, found: number) => (known && known <= found ? known : found);
  const between = new Map<number, number>();
  pairs.between((a, b) => {
    const found = level(a, b);
    if (found === 0 || found >= differsFrom) return;
    for (const place of [a * lists + sources[b]!, b * lists + sources[a]!])
      between.set(place, nearer(between.get(place), found));
  });
  const inOwn = new Uint8Array(sources.length);
  pairs.within((a, b) => {
    const found = level(a, b);
    if (found === 0 || found >= differsFrom) return;
    for (const row of [a, b]) inOwn[row] = nearer(inOwn[row], found);
  });
  const chooses = (one: number, other: number) =>
    sizes[one]! < sizes[other]! || (sizes[one] === sizes[other] && one < other);
  const rows = new Float64Array(levels.length);
  for (const [place, found] of between)
    if (chooses(sources[Math.floor(place / lists)]!, place % lists)) rows[found]! += 1;
  const hazards = sizes.map((size, list) => hazardsIn(inOwn, { sources, list, size, levels: levels.length }));
  const byLuck = new Float64Array(levels.length);
  let choosing = 0;
  for (let one = 0; one < lists; one += 1)
    for (let other = 0; other < lists; other += 1) {
      if (one === other || !chooses(one, other)) continue;
      choosing += sizes[one]!;
      hazards[other]!.forEach((hazard, at) => {
        byLuck[at]! += hazard * sizes[one]!;
      });
    }
  return { rows, choosing, byLuck: byLuck.map((sum) => sum / Math.max(1, choosing)) };
}

/** The share of a list's rows whose nearest is of each level, among those with none nearer. */
function hazardsIn(
  inOwn: Uint8Array,
  { sources, list, size, levels }: { sources: Uint16Array; list: number; size: number; levels: number },
): Float64Array {
  const counts = new Float64Array(levels);
  inOwn.forEach((found, row) => {
    if (found > 0 && sources[row] === list) counts[found]! += 1;
  });
  let left = size;
  return counts.map((count) => {
    const share = count / Math.max(1, left);
    left -= count;
    return share;
  });
}
