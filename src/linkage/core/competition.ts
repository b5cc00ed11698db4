import type { Edges } from './cluster.ts';

/**
 * In a list that names nobody twice a row of another has one partner at most, and its candidates there compete: the odds of one
 * are against those of the others in that list and against having none. How many have none is learnt from each two lists
 * themselves (as in Sadinle 2017, without the sampling). Partners in different lists are no rivals, nor are those in a list that may
 * name somebody twice. Changes the weights in place.
 */
export function compete(edges: Edges, rows: number, sources: Uint16Array, single: readonly boolean[]): void {
  const sizes = sizesOf(sources);
  const scratch = { sums: new Float64Array(rows), isMet: new Uint8Array(rows) };
  for (const [pair, own] of betweenLists(edges, sources, sizes.length)) {
    const [x, y] = [Math.floor(pair / sizes.length), pair % sizes.length];
    if (!single[x] && !single[y]) continue;
    // Whose rows have one partner or none: those of the smaller, or of the one whose partners stand in a single list.
    const choosing = single[x] && single[y] ? (sizes[x]! <= sizes[y]! ? x : y) : single[x] ? y : x;
    competeBetween(edges, own, scratch, {
      hasOne: (row) => single[sources[row]! === x ? y : x]!,
      isChoosing: (row) => sources[row] === choosing,
      choosing: sizes[choosing]!,
    });
  }
}

/**
 * The same for one kind of evidence alone, whose weights say how sure a row's NEAREST is (`train-alone.ts`): what is less alike counts only as far
 * as nobody nearer is the one. Rows that are equally near share.
 */
export function competeInOrder(edges: Edges, sources: Uint16Array, single: readonly boolean[]): void {
  const { a, b, weight } = edges;
  const lists = sizesOf(sources).length;
  /** The edges of each row to each list that names nobody twice. */
  const choices = new Map<number, number[]>();
  const choose = (row: number, other: number, edge: number) => {
    if (!single[sources[other]!]) return;
    const place = row * lists + sources[other]!;
    const known = choices.get(place);
    if (known) known.push(edge);
    else choices.set(place, [edge]);
  };
  for (let edge = 0; edge < edges.length; edge += 1) {
    choose(a[edge]!, b[edge]!, edge);
    choose(b[edge]!, a[edge]!, edge);
  }
  const own = weight.slice(0, edges.length);
  for (const some of choices.values()) {
    some.sort((x, y) => own[y]! - own[x]!);
    let left = 1;
    for (let from = 0, to = 0; from < some.length; from = to) {
      const odds = own[some[from]!]!;
      for (to = from + 1; to < some.length && odds - own[some[to]!]! < equallyNear; ) to += 1;
      const sure = 1 / (1 + Math.exp(-odds));
      const each = Math.max((left * sure) / (to - from), 1e-9);
      for (const edge of some.slice(from, to))
        weight[edge] = Math.min(weight[edge]!, Math.log(each / (1 - each)));
      left *= 1 - sure;
    }
  }
}

/** Odds that differ by less are of one level. */
const equallyNear = 1e-6;

/** Two lists between which edges compete. */
interface TwoLists {
  /** Whether a row has one partner at most in the other list. */
  hasOne: (row: number) => boolean;
  /** Whether a row is of the list whose rows have a partner or none, */
  isChoosing: (row: number) => boolean;
  /** and how many rows that has. */
  choosing: number;
}

/** How many rows each list has. */
function sizesOf(sources: Uint16Array): number[] {
  const sizes: number[] = [];
  for (const source of sources) {
    while (sizes.length <= source) sizes.push(0);
    sizes[source]! += 1;
  }
  return sizes;
}

/** The numbers of the edges between each two lists, by a number for the two. */
function betweenLists(edges: Edges, sources: Uint16Array, lists: number): Map<number, Int32Array> {
  const numbers = new Int32Array(edges.length);
  const counts = new Map<number, number>();
  for (let edge = 0; edge < edges.length; edge += 1) {
    const [x, y] = [sources[edges.a[edge]!]!, sources[edges.b[edge]!]!];
    const pair = Math.min(x, y) * lists + Math.max(x, y);
    numbers[edge] = pair;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  const own = new Map([...counts].map(([pair, count]) => [pair, new Int32Array(count)]));
  const filled = new Map<number, number>();
  for (let edge = 0; edge < edges.length; edge += 1) {
    const pair = numbers[edge]!;
    const at = filled.get(pair) ?? 0;
    own.get(pair)![at] = edge;
    filled.set(pair, at + 1);
  }
  return own;
}

/** What is worked with, for each row; nought before and afterwards. */
interface Scratch {
  sums: Float64Array;
  isMet: Uint8Array;
}

/** The edges between two lists compete. */
function competeBetween(
  { a, b, weight }: Edges,
  own: Int32Array,
  { sums, isMet }: Scratch,
  { hasOne, isChoosing, choosing }: TwoLists,
): void {
  const odds = Float64Array.from(own, (edge) => Math.exp(Math.min(weight[edge]!, 40)));
  own.forEach((edge, at) => {
    sums[a[edge]!]! += odds[at]!;
    sums[b[edge]!]! += odds[at]!;
  });
  // Rows without a candidate match nobody.
  const candidates: number[] = [];
  for (const edge of own) {
    const row = isChoosing(a[edge]!) ? a[edge]! : b[edge]!;
    if (isMet[row] === 0) candidates.push(sums[row]!);
    isMet[row] = 1;
  }
  let none = 1;
  for (let round = 0; round < 30; round += 1) {
    let matched = 0;
    for (const sum of candidates) matched += sum / (none + sum);
    none = Math.max(0.02, 1 - matched / Math.max(1, choosing));
  }
  own.forEach((edge, at) => {
    const [x, y] = [a[edge]!, b[edge]!];
    const rivals = Math.max(hasOne(x) ? sums[x]! - odds[at]! : 0, hasOne(y) ? sums[y]! - odds[at]! : 0);
    weight[edge] = Math.log(odds[at]!) - Math.log(none + Math.max(0, rivals));
  });
  for (const edge of own)
    for (const row of [a[edge]!, b[edge]!]) {
      sums[row] = 0;
      isMet[row] = 0;
    }
}
