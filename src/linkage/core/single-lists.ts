import { eachCandidate, type Rule } from './candidates.ts';
import type { Edges, PairWeigher } from './cluster.ts';
import type { Scorer } from './score.ts';

/** Of each row its list, where that names nobody twice; `inNoSuchList` elsewhere. */
export type SingleLists = Uint16Array;

/** What stands for a list that may name somebody twice. */
export const inNoSuchList = 0xffff;

/**
 * Up to such a share of rows with a double a list counts as one that names nobody twice: some doubles are chance, and what competition puts
 * right is worth the few that it loses. One list of two that competes does nearly all of it, so the others are held to less.
 * Measured on lists with doubles put in (`docs/benchmarks.md`).
 */
const fewDoubled = { ofTheBest: 0.06, ofOthers: 0.03 };

/** Candidates within lists that are looked at. */
const mostLookedAt = (rows: number): number => 1_500_000 + 20 * rows;

/**
 * Which lists name nobody twice, on the evidence: few of their rows have a double in the same list that is as strong as
 * partners in other lists are. Then a row of another list has one partner there at most, and the best of several wins. Where lists
 * are long a share of the candidates is drawn, and what it finds is multiplied.
 */
export function singleListsOf(
  { rows, sources }: { rows: number; sources: Uint16Array },
  rules: readonly Rule[],
  scorer: Scorer,
  edges: Edges,
): boolean[] {
  const strong = edges.weight
    .subarray(0, edges.length)
    .filter((weight) => weight > 3)
    .sort();
  const least = strong[Math.floor(strong.length / 4)] ?? 3;
  const isDoubled = new Uint8Array(rows);
  const candidates = rules.reduce((sum, rule) => sum + rule.pairs, 0);
  const share = Math.min(1, mostLookedAt(rows) / Math.max(1, candidates));
  const limit = share * 0xffffffff;
  const within = (a: number, b: number) => sources[a] === sources[b];
  eachCandidate(rules, rows, within, (a, b) => {
    if (share < 1 && Math.imul(a ^ Math.imul(b, 0x9e3779b1), 0x85ebca6b) >>> 0 > limit) return;
    if (isDoubled[a] && isDoubled[b]) return;
    if (scorer.weight(a, b, least) > least) isDoubled[a] = isDoubled[b] = 1;
  });
  const lists: { size: number; doubled: number }[] = [];
  for (let row = 0; row < rows; row += 1) {
    while (lists.length <= sources[row]!) lists.push({ size: 0, doubled: 0 });
    const list = lists[sources[row]!]!;
    list.size += 1;
    list.doubled += isDoubled[row]!;
  }
  const shares = lists.map(({ size, doubled }) => doubled / share / Math.max(1, size));
  const best = shares.indexOf(Math.min(...shares));
  return shares.map(
    (doubled, list) => doubled < (list === best ? fewDoubled.ofTheBest : fewDoubled.ofOthers),
  );
}

/** Tells for each row which single list it is of. */
export const inSingleLists = (sources: Uint16Array, single: readonly boolean[]): SingleLists =>
  sources.map((source) => (single[source] ? source : inNoSuchList));

/** Keeps two rows of one single list apart, besides those that the evidence keeps apart. */
export class SinglesApart implements PairWeigher {
  readonly #weigher: PairWeigher;
  readonly #lists: SingleLists;

  constructor(weigher: PairWeigher, lists: SingleLists) {
    this.#weigher = weigher;
    this.#lists = lists;
  }

  weight(a: number, b: number, least?: number): number {
    return this.#weigher.weight(a, b, least);
  }

  areApart(a: number, b: number): boolean {
    return isOneList(this.#lists, a, b) || this.#weigher.areApart(a, b);
  }
}

const isOneList = (lists: SingleLists, a: number, b: number): boolean =>
  lists[a] === lists[b] && lists[a] !== inNoSuchList;

/** Whether a row's cluster has somebody else of the list that another row is of, which has one row about everybody at most. */
export const isTaken = (lists: SingleLists, rows: Int32Array, row: number, other: number): boolean =>
  lists[other] !== inNoSuchList && rows.some((mate) => mate !== row && lists[mate] === lists[other]);
