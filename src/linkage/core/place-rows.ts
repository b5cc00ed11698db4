import { joinHashes, type Key } from './compare/comparison.ts';
import { sharedInts } from './threads/memory.ts';

/** Blocks above this many rows are not opened under their rule; a rule of two keys takes their rows apart. */
const largestBlock = 400;

/** How many rows a block may have: small lists can afford large blocks. */
export const blockLimit = (rows: number) =>
  Math.max(largestBlock, Math.floor(10_000_000 / Math.max(1, rows)));

/** What rules say of rows: one hash for each row and rule, laid row by row; 0 where a rule does not place the row. */
export interface Placed {
  hashes: Int32Array;
  width: number;
  rows: number;
}

/** Rows are hashed so many at a time, so that the hashes of their keys stay in near memory. */
const atATime = 8192;

/** Hashes are counted in so many slots first: only rows of a full slot are looked at by hash. */
const slots = 1 << 16;
const slotOf = (hash: number) => (Math.imul(hash, 0x9e3779b1) >>> 16) & (slots - 1);

/** A rule as far as it places rows. */
interface Keyed {
  keys: readonly Key[];
}

/**
 * Places every row under every rule. A key of several rules is asked once. Large blocks are taken away before anything is
 * visited: a pair in one has not been met by its rule.
 */
export function place(rules: readonly Keyed[], rows: number, neighbours: number[] | undefined): Placed {
  const width = rules.length;
  const hashes = sharedInts(rows * width);
  const perSlot = rules.map(() => new Int32Array(slots));
  const keys = [...new Set(rules.flatMap((rule) => rule.keys))];
  const parts = keys.map(() => new Int32Array(atATime));
  const partsOf = rules.map((rule) => rule.keys.map((key) => parts[keys.indexOf(key)]!));
  for (let start = 0; start < rows; start += atATime) {
    const count = Math.min(atATime, rows - start);
    for (const [at, key] of keys.entries()) hashPart(key, start, parts[at]!, count);
    partsOf.forEach(([first, second], r) => {
      const counts = perSlot[r]!;
      for (let index = 0, to = start * width + r; index < count; index += 1, to += width) {
        const hash = second ? joinHashes(first![index]!, second[index]!) : first![index]!;
        hashes[to] = hash;
        counts[slotOf(hash)]! += 1;
      }
    });
  }
  const placed = { hashes, width, rows };
  takeLargeBlocks(placed, perSlot, neighbours);
  return placed;
}

function hashPart(key: Key, start: number, into: Int32Array, count: number): void {
  for (let index = 0; index < count; index += 1) into[index] = key.hash(start + index);
}

/** The slots with more rows than a block may have, one bit each; undefined where none does. */
function fullSlots(perSlot: Int32Array, limit: number): Int32Array | undefined {
  if (!perSlot.some((count) => count > limit)) return undefined;
  const full = new Int32Array(slots / 32);
  perSlot.forEach((count, slot) => {
    if (count > limit) full[slot >>> 5]! |= 1 << (slot & 31);
  });
  return full;
}

/** Takes the rows of blocks above the limit off the rules' hashes, and adds each with the next of its block to `neighbours`. */
function takeLargeBlocks(
  { hashes, width, rows }: Placed,
  perSlot: readonly Int32Array[],
  neighbours: number[] | undefined,
): void {
  const limit = blockLimit(rows);
  let crowded = perSlot.flatMap((counts, rule) => {
    const full = fullSlots(counts, limit);
    return full ? [{ rule, full, sizes: new Map<number, number>(), last: new Map<number, number>() }] : [];
  });
  const inFull = (full: Int32Array, hash: number): boolean => {
    const slot = slotOf(hash);
    return hash !== 0 && (full[slot >>> 5]! & (1 << (slot & 31))) !== 0;
  };
  // All rules in one pass each: a row's hashes lie together.
  for (let start = 0; start < hashes.length; start += width)
    for (const { rule, full, sizes } of crowded) {
      const hash = hashes[start + rule]!;
      if (inFull(full, hash)) sizes.set(hash, (sizes.get(hash) ?? 0) + 1);
    }
  crowded = crowded.filter(({ sizes }) => [...sizes.values()].some((size) => size > limit));
  const taken: number[][] = crowded.map(() => []);
  for (let row = 0; row < rows; row += 1)
    for (let at = 0; at < crowded.length; at += 1) {
      const { rule, full, sizes, last } = crowded[at]!;
      const hash = hashes[row * width + rule]!;
      if (!inFull(full, hash) || sizes.get(hash)! <= limit) continue;
      hashes[row * width + rule] = 0;
      if (!neighbours) continue;
      const other = last.get(hash);
      if (other !== undefined) taken[at]!.push(other, row);
      last.set(hash, row);
    }
  for (const pairs of taken) for (const row of pairs) neighbours?.push(row);
}
