import { type Comparison, joinHashes, type Key } from './compare/comparison.ts';
import { PairNumbers } from './pair-numbers.ts';
import { blockLimit, isOpened, type Placed, place } from './place-rows.ts';
import { seededRandom } from './random.ts';

/** One way of bringing rows together: they agree on one key, or on two at once. */
export interface Rule {
  name: string;
  keys: readonly Key[];
  /** Pairs it would bring together, estimated, oversized blocks left out. */
  pairs: number;
  /** Hashes whose blocks are too large to open. */
  refused: ReadonlySet<number>;
}

/** The hash of a row under a rule; 0 for none. */
export function ruleHash(rule: Rule, row: number): number {
  const first = rule.keys[0]!.hash(row);
  const second = rule.keys[1];
  return second ? joinHashes(first, second.hash(row)) : first;
}

/**
 * Rows that are looked at to see what rules would cost, and how many rows one of them speaks for at most: were it hundreds, two of
 * one hash would already look like a block too large to open, and of ten million rows no rule would be left.
 */
const [fewestSampled, mostSpoken] = [25_000, 40];

/** Every key alone and every two keys, with what each would cost, from a sample of rows. */
export function possibleRules(comparisons: readonly Comparison[], rows: number, seed: number): Rule[] {
  const keys = comparisons.flatMap((comparison) => comparison.keys);
  const sets: Key[][] = keys.map((key) => [key]);
  for (let a = 0; a < keys.length; a += 1)
    for (let b = a + 1; b < keys.length; b += 1) sets.push([keys[a]!, keys[b]!]);
  const sample = sampleRows(rows, Math.max(fewestSampled, Math.ceil(rows / mostSpoken)), seed);
  const scale = rows / sample.length;
  const hashes = new Map(keys.map((key) => [key, sample.map((row) => key.hash(row))]));
  return sets
    .map((set) => {
      const refused = new Set<number>();
      const rule: Rule = { name: set.map(({ name }) => name).join(' + '), keys: set, pairs: 0, refused };
      rule.pairs = estimatePairs(joined(set.map((key) => hashes.get(key)!)), scale, refused);
      return rule;
    })
    .filter((rule) => rule.pairs > 0);
}

function sampleRows(rows: number, most: number, seed: number): Int32Array {
  if (rows <= most) return Int32Array.from({ length: rows }, (_, row) => row);
  const random = seededRandom(seed);
  return Int32Array.from({ length: most }, () => Math.floor(random() * rows));
}

/** The hashes of a rule's keys as one. */
const joined = ([first, second]: readonly Int32Array[]): Int32Array =>
  second ? first!.map((hash, at) => joinHashes(hash, second[at]!)) : first!.slice();

function estimatePairs(hashes: Int32Array, scale: number, refused: Set<number>): number {
  const limit = blockLimit(hashes.length * scale);
  hashes.sort();
  let pairs = 0;
  for (let start = 0; start < hashes.length; ) {
    let end = start + 1;
    while (end < hashes.length && hashes[end] === hashes[start]) end += 1;
    const size = (end - start) * scale;
    if (size > limit) refused.add(hashes[start]!);
    else if (hashes[start] !== 0 && end - start > 1) pairs += ((end - start) * (end - start - 1)) / 2;
    start = end;
  }
  return pairs * scale * scale;
}

/**
 * Gives every pair of rows that some rule brings together, once. `oneBlockIn` opens one block in so many, for a fair sample
 * of all pairs. A block too large to open gives each of its rows its two neighbours, in the end: rows that are alike in
 * everything are never lost, and a list that says one thing a million times costs a million pairs. `byPlace` opens blocks in
 * the order of their first rows and not of their hashes.
 */
export function eachCandidate(
  rules: readonly Rule[],
  rows: number,
  allowed: (a: number, b: number) => boolean,
  visit: (a: number, b: number) => void,
  { oneBlockIn = 1, byPlace = false }: { oneBlockIn?: number; byPlace?: boolean } = {},
): void {
  const neighbours: number[] | undefined = oneBlockIn === 1 ? [] : undefined;
  const placed = place(rules, rows, neighbours);
  for (let rule = 0; rule < rules.length; rule += 1)
    openRule(placed, rule, allowed, visit, { oneBlockIn, byPlace });
  if (neighbours) visitNeighbours(placed, neighbours, allowed, visit);
}

/** Gives the pairs that one rule brings together and none before it. */
export function openRule(
  placed: Placed,
  rule: number,
  allowed: (a: number, b: number) => boolean,
  visit: (a: number, b: number) => void,
  { oneBlockIn = 1, byPlace = false }: { oneBlockIn?: number; byPlace?: boolean } = {},
): void {
  const sorted = sortedByRule({ ...placed, rule, oneBlockIn });
  const { order, ends } = byPlace ? inOrderOfFirstRows(blocksOf(sorted), placed.rows) : blocksOf(sorted);
  const block = { ...placed, order, start: 0, end: 0, rule };
  for (const end of ends) {
    block.start = block.end;
    block.end = end;
    visitBlock(block, allowed, visit);
  }
}

/** Rows block by block, and where each block ends; blocks of one row are left out. */
interface Blocks {
  order: Int32Array;
  ends: Int32Array;
}

/** The blocks of rows sorted by their hashes, in the order of these. The arrays are used again. */
function blocksOf({ order, keys }: { order: Int32Array; keys: Int32Array }): Blocks {
  let [kept, blocks] = [0, 0];
  for (let start = 0, end = 0; start < keys.length; start = end) {
    const hash = keys[start]!;
    for (end = start + 1; end < keys.length && keys[end] === hash; ) end += 1;
    if (end - start < 2) continue;
    for (let at = start; at < end; at += 1) order[kept++] = order[at]!;
    // Never before what is still to be read: a block has two rows or more.
    keys[blocks++] = kept;
  }
  return { order: order.subarray(0, kept), ends: keys.subarray(0, blocks) };
}

/**
 * The same blocks in the order of their first rows: what stands near each other in the table is then visited one after the
 * other, and read from near memory.
 */
function inOrderOfFirstRows({ order, ends }: Blocks, rows: number): Blocks {
  const count = ends.length;
  let [from, into] = [Int32Array.from({ length: count }, (_, block) => block), new Int32Array(count)];
  let firsts = from.map((block) => order[block === 0 ? 0 : ends[block - 1]!]!);
  let otherFirsts = new Int32Array(count);
  // By the lower half of the bits of a row's number, then by the upper: two passes over few places each.
  const bits = Math.max(1, Math.ceil(Math.log2(rows + 1) / 2));
  const mask = (1 << bits) - 1;
  for (const shift of [0, bits]) {
    const starts = new Int32Array(mask + 2);
    for (const first of firsts) starts[((first >>> shift) & mask) + 1]! += 1;
    for (let place = 0; place <= mask; place += 1) starts[place + 1]! += starts[place]!;
    for (let at = 0; at < count; at += 1) {
      const to = starts[(firsts[at]! >>> shift) & mask]!++;
      into[to] = from[at]!;
      otherFirsts[to] = firsts[at]!;
    }
    [from, into] = [into, from];
    [firsts, otherFirsts] = [otherFirsts, firsts];
  }
  const [placed, endsPlaced] = [new Int32Array(order.length), new Int32Array(count)];
  let filled = 0;
  for (let at = 0; at < count; at += 1) {
    const block = from[at]!;
    for (let place = block === 0 ? 0 : ends[block - 1]!; place < ends[block]!; place += 1)
      placed[filled++] = order[place]!;
    endsPlaced[at] = filled;
  }
  return { order: placed, ends: endsPlaced };
}

/** The hashes of a rule whose blocks are too large to open among so many rows. */
export function commonHashes(rule: Rule, rows: number): number[] {
  const hashes = Int32Array.from({ length: rows }, (_, row) => ruleHash(rule, row)).sort();
  const limit = blockLimit(rows);
  const out: number[] = [];
  for (let start = 0; start < rows; ) {
    let end = start + 1;
    while (end < rows && hashes[end] === hashes[start]) end += 1;
    if (hashes[start] !== 0 && end - start > limit) out.push(hashes[start]!);
    start = end;
  }
  return out;
}

/** Whether one of the first rules places both rows together; `a` and `b` say where their hashes begin. */
function areTogether(hashes: Int32Array, a: number, b: number, rules: number): boolean {
  for (let r = 0; r < rules; r += 1) {
    const hash = hashes[a + r]!;
    if (hash === hashes[b + r]! && hash !== 0) return true;
  }
  return false;
}

/** Gives rows of blocks too large to open with their neighbours, as far as no rule brings them together. */
export function visitNeighbours(
  placed: Placed,
  neighbours: readonly number[],
  allowed: (a: number, b: number) => boolean,
  visit: (a: number, b: number) => void,
): void {
  const { hashes, width } = placed;
  const seen = new PairNumbers(placed.rows);
  for (let index = 0; index < neighbours.length; index += 2) {
    const [a, b] = [neighbours[index]!, neighbours[index + 1]!];
    if (seen.get(a, b) !== undefined || !allowed(a, b) || areTogether(hashes, a * width, b * width, width))
      continue;
    seen.set(a, b, 1);
    visit(a, b);
  }
}

function visitBlock(
  block: Placed & { order: Int32Array; start: number; end: number; rule: number },
  allowed: (a: number, b: number) => boolean,
  visit: (a: number, b: number) => void,
): void {
  const { hashes, width, order, start, end, rule } = block;
  for (let i = start; i < end; i += 1) {
    const a = order[i]!;
    for (let j = i + 1; j < end; j += 1) {
      const b = order[j]!;
      if (!areTogether(hashes, a * width, b * width, rule) && allowed(a, b)) visit(a, b);
    }
  }
}

/** The rows that have a hash under the rule, sorted by it (radix, three passes of 11 bits), and their hashes. */
function sortedByRule({
  hashes,
  width,
  rule,
  rows,
  opened,
  oneBlockIn,
}: Placed & { rule: number; oneBlockIn: number }): {
  order: Int32Array;
  keys: Int32Array;
} {
  let filled = 0;
  const most = opened?.[rule]?.reduce((sum, some) => sum + some.length, 0) ?? rows;
  let from = new Int32Array(most);
  let keys = new Int32Array(most);
  const counts = new Int32Array(3 * 2048);
  const take = (row: number) => {
    const hash = hashes[row * width + rule]!;
    if (hash === 0 || !isOpened(hash, oneBlockIn)) return;
    from[filled] = row;
    keys[filled] = hash;
    filled += 1;
    counts[hash & 2047]! += 1;
    counts[2048 + ((hash >>> 11) & 2047)]! += 1;
    counts[4096 + (hash >>> 22)]! += 1;
  };
  if (opened) for (const some of opened[rule]!) some.forEach(take);
  else for (let row = 0; row < rows; row += 1) take(row);
  let into = new Int32Array(filled);
  let otherKeys = new Int32Array(filled);
  for (let pass = 0; pass < 3; pass += 1) {
    const shift = pass * 11;
    const starts = counts.subarray(pass * 2048, (pass + 1) * 2048);
    for (let bucket = 0, start = 0; bucket < 2048; bucket += 1) {
      const count = starts[bucket]!;
      starts[bucket] = start;
      start += count;
    }
    for (let index = 0; index < filled; index += 1) {
      const key = keys[index]!;
      const to = starts[(key >>> shift) & 2047]!++;
      into[to] = from[index]!;
      otherKeys[to] = key;
    }
    [from, into] = [into, from];
    [keys, otherKeys] = [otherKeys, keys];
  }
  return { order: from.subarray(0, filled), keys: keys.subarray(0, filled) };
}
