import { type Comparison, joinHashes, type Key } from './compare/comparison.ts';
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

/** Blocks above this many rows are not opened under their rule; a rule of two keys takes their rows apart. */
export const largestBlock = 400;

/** How many rows a block may have: small lists can afford large blocks. */
export const blockLimit = (rows: number) =>
  Math.max(largestBlock, Math.floor(10_000_000 / Math.max(1, rows)));

/** The hash of a row under a rule; 0 for none. */
export function ruleHash(rule: Rule, row: number): number {
  const first = rule.keys[0]!.hash(row);
  const second = rule.keys[1];
  return second ? joinHashes(first, second.hash(row)) : first;
}

/** Every key alone and every two keys, with what each would cost, from a sample of rows. */
export function possibleRules(comparisons: readonly Comparison[], rows: number, seed: number): Rule[] {
  const keys = comparisons.flatMap((comparison) => comparison.keys);
  const sets: Key[][] = keys.map((key) => [key]);
  for (let a = 0; a < keys.length; a += 1)
    for (let b = a + 1; b < keys.length; b += 1) sets.push([keys[a]!, keys[b]!]);
  const sample = sampleRows(rows, 25_000, seed);
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

/** What rules say of rows: one hash for each row and rule, laid row by row; 0 where a rule does not place the row. */
interface Placed {
  hashes: Int32Array;
  width: number;
  rows: number;
}

/**
 * Gives every pair of rows that some rule brings together, once. `oneBlockIn` opens one block in so many, for a fair sample
 * of all pairs. A block too large to open gives each of its rows its two neighbours, in the end: rows that are alike in
 * everything are never lost, and a list that says one thing a million times costs a million pairs.
 */
export function eachCandidate(
  rules: readonly Rule[],
  rows: number,
  allowed: (a: number, b: number) => boolean,
  visit: (a: number, b: number) => void,
  oneBlockIn = 1,
): void {
  const width = rules.length;
  const placed: Placed = { hashes: new Int32Array(rows * width), width, rows };
  const { hashes } = placed;
  const neighbours: number[] | undefined = oneBlockIn === 1 ? [] : undefined;
  const column = new Int32Array(rows);
  rules.forEach((rule, r) => {
    for (let row = 0; row < rows; row += 1) column[row] = ruleHash(rule, row);
    // A large block is taken away before anything is visited: a pair in it has not been met by its rule.
    takeLargeBlocks(column, neighbours);
    for (let row = 0; row < rows; row += 1) hashes[row * width + r] = column[row]!;
  });
  const order = new Int32Array(rows);
  for (let r = 0; r < width; r += 1) {
    const filled = sortedByRule({ ...placed, rule: r, oneBlockIn }, order);
    const hashAt = (index: number) => hashes[order[index]! * width + r]!;
    for (let start = 0; start < filled; ) {
      const hash = hashAt(start);
      let end = start + 1;
      while (end < filled && hashAt(end) === hash) end += 1;
      if (end - start > 1) visitBlock({ ...placed, order, start, end, rule: r }, allowed, visit);
      start = end;
    }
  }
  if (neighbours) visitNeighbours(placed, neighbours, allowed, visit);
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

/** Takes the rows of blocks above the limit off a rule's hashes, and adds each with the next of its block to `neighbours`. */
function takeLargeBlocks(hashes: Int32Array, neighbours: number[] | undefined): void {
  const rows = hashes.length;
  const limit = blockLimit(rows);
  // Counted in few slots first, which stay in near memory: only rows of a full slot are looked at by hash.
  const slots = 1 << 16;
  const perSlot = new Uint32Array(slots);
  const slotOf = (hash: number) => (Math.imul(hash, 0x9e3779b1) >>> 16) & (slots - 1);
  for (let row = 0; row < rows; row += 1) perSlot[slotOf(hashes[row]!)]! += 1;
  const sizes = new Map<number, number>();
  for (let row = 0; row < rows; row += 1) {
    const hash = hashes[row]!;
    if (hash !== 0 && perSlot[slotOf(hash)]! > limit) sizes.set(hash, (sizes.get(hash) ?? 0) + 1);
  }
  if (![...sizes.values()].some((size) => size > limit)) return;
  const before = new Map<number, number>();
  for (let row = 0; row < rows; row += 1) {
    const hash = hashes[row]!;
    if (hash === 0 || perSlot[slotOf(hash)]! <= limit || (sizes.get(hash) ?? 0) <= limit) continue;
    hashes[row] = 0;
    const other = neighbours && before.get(hash);
    if (other !== undefined) neighbours?.push(other, row);
    before.set(hash, row);
  }
}

/** Whether one of the first rules places both rows together. */
function areTogether({ hashes, width }: Placed, a: number, b: number, rules: number): boolean {
  for (let r = 0; r < rules; r += 1) {
    const hash = hashes[a * width + r]!;
    if (hash !== 0 && hash === hashes[b * width + r]!) return true;
  }
  return false;
}

function visitNeighbours(
  placed: Placed,
  neighbours: readonly number[],
  allowed: (a: number, b: number) => boolean,
  visit: (a: number, b: number) => void,
): void {
  const seen = new Set<number>();
  for (let index = 0; index < neighbours.length; index += 2) {
    const [a, b] = [neighbours[index]!, neighbours[index + 1]!];
    const id = a * placed.rows + b;
    if (seen.has(id) || !allowed(a, b) || areTogether(placed, a, b, placed.width)) continue;
    seen.add(id);
    visit(a, b);
  }
}

function visitBlock(
  block: Placed & { order: Int32Array; start: number; end: number; rule: number },
  allowed: (a: number, b: number) => boolean,
  visit: (a: number, b: number) => void,
): void {
  const { order, start, end, rule } = block;
  for (let i = start; i < end; i += 1) {
    const a = order[i]!;
    for (let j = i + 1; j < end; j += 1) {
      const b = order[j]!;
      if (allowed(a, b) && !areTogether(block, a, b, rule)) visit(a, b);
    }
  }
}

/** Fills `order` with the rows that have a hash under the rule, sorted by it (radix, three passes of 11 bits). */
function sortedByRule(
  { hashes, width, rule, rows, oneBlockIn }: Placed & { rule: number; oneBlockIn: number },
  order: Int32Array,
): number {
  let keys: Int32Array = new Int32Array(rows);
  let filled = 0;
  for (let row = 0; row < rows; row += 1) {
    const hash = hashes[row * width + rule]!;
    if (hash === 0 || (oneBlockIn > 1 && (hash >>> 3) % oneBlockIn !== 0)) continue;
    order[filled] = row;
    keys[filled] = hash;
    filled += 1;
  }
  let from: Int32Array = order.subarray(0, filled);
  let into: Int32Array = new Int32Array(filled);
  let otherKeys: Int32Array = new Int32Array(filled);
  for (const shift of [0, 11, 22]) {
    const starts = new Int32Array(2049);
    for (let index = 0; index < filled; index += 1) starts[((keys[index]! >>> shift) & 2047) + 1]! += 1;
    for (let bucket = 0; bucket < 2048; bucket += 1) starts[bucket + 1]! += starts[bucket]!;
    for (let index = 0; index < filled; index += 1) {
      const key = keys[index]!;
      const to = starts[(key >>> shift) & 2047]!++;
      into[to] = from[index]!;
      otherKeys[to] = key;
    }
    [from, into] = [into, from];
    [keys, otherKeys] = [otherKeys, keys];
  }
  if (from.byteOffset !== order.byteOffset || from.buffer !== order.buffer) order.set(from);
  return filled;
}
