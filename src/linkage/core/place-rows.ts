import { type Comparison, joinHashes, type Key } from './compare/comparison.ts';
import type { Crew, OpenLists } from './threads/crew.ts';
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
  /** Of each rule the rows in blocks that are opened, in order, where only some are. */
  opened?: readonly (readonly Int32Array[])[];
}

/** Rows are hashed so many at a time, so that the hashes of their keys stay in near memory. */
const atATime = 8192;

/**
 * Hashes are counted in slots first: only rows of a full slot are looked at by hash. So many bits say a hash's slot: as few as
 * keep slots from being filled by chance, so that counters stay in near memory.
 */
const slotBits = (rows: number) => Math.max(10, Math.min(16, Math.ceil(Math.log2(rows / 64 + 1))));
const slotOf = (hash: number, bits: number) => Math.imul(hash, 0x9e3779b1) >>> (32 - bits);

/** A rule as far as it places rows. */
interface Keyed {
  keys: readonly Key[];
}

/** Rows to be placed under rules, which are told by the numbers of their keys; a part is so many rows. */
export interface PlaceTask {
  placed: Placed;
  rules: readonly (readonly number[])[];
  inPart: number;
  oneBlockIn: number;
}

/** How many rows of a part fall in each slot, rule after rule, and which are in blocks that are opened where only some are. */
export interface PlacedPart {
  perSlot: Int32Array;
  opened: Int32Array[];
}

type PlaceRun = (task: PlaceTask, parts: number) => PlacedPart[];

/** Rows are placed in so many parts; each has slots of its own to count in. */
const placedInParts = 4;

const allKeys = (comparisons: readonly Pick<Comparison, 'keys'>[]): Key[] =>
  comparisons.flatMap(({ keys }) => keys);

/** Whether a block is opened where only one in so many is. */
export const isOpened = (hash: number, oneBlockIn: number) =>
  oneBlockIn === 1 || (hash >>> 3) % oneBlockIn === 0;

/** Places every row under every rule, in this thread. */
export function place(rules: readonly Keyed[], rows: number, neighbours: number[] | undefined): Placed {
  const keys = [...new Set(rules.flatMap((rule) => rule.keys))];
  const run: PlaceRun = (task, parts) => {
    const doPart = placePart({ comparisons: [{ keys }] }, task);
    return Array.from({ length: parts }, (_, part) => doPart(part));
  };
  return placedBy(run, keys, { rules, rows, neighbours, oneBlockIn: 1 });
}

/** Places every row under every rule, by all who are there. */
export const placeTogether = (
  crew: Crew,
  { comparisons, rows }: Pick<OpenLists, 'comparisons' | 'rows'>,
  asked: { rules: readonly Keyed[]; neighbours: number[] | undefined; oneBlockIn: number },
): Placed =>
  placedBy((task, parts) => crew.do('place', task, parts), allKeys(comparisons), { ...asked, rows });

/**
 * Places rows. Large blocks are taken away before anything is visited: a pair in one has not been met by its rule.
 */
function placedBy(
  run: PlaceRun,
  keys: readonly Key[],
  asked: { rules: readonly Keyed[]; rows: number; neighbours: number[] | undefined; oneBlockIn: number },
): Placed {
  const { rows, rules, neighbours, oneBlockIn } = asked;
  const width = rules.length;
  const placed = { hashes: sharedInts(rows * width), width, rows };
  const task = {
    ...{ placed, oneBlockIn, inPart: Math.ceil(rows / placedInParts) },
    rules: rules.map((rule) => rule.keys.map((key) => keys.indexOf(key))),
  };
  const parts = run(task, placedInParts);
  const perSlot = parts[0]!.perSlot;
  for (const part of parts.slice(1))
    for (let slot = 0; slot < perSlot.length; slot += 1) perSlot[slot]! += part.perSlot[slot]!;
  const slots = 1 << slotBits(rows);
  takeLargeBlocks(
    placed,
    rules.map((_, rule) => perSlot.subarray(rule * slots, (rule + 1) * slots)),
    neighbours,
  );
  return oneBlockIn === 1
    ? placed
    : { ...placed, opened: rules.map((_, rule) => parts.map(({ opened }) => opened[rule]!)) };
}

/** Places so many rows. A key of several rules is asked once. */
export function placePart(
  { comparisons }: { comparisons: readonly Pick<Comparison, 'keys'>[] },
  { placed: { hashes, width, rows }, rules, inPart, oneBlockIn }: PlaceTask,
): (part: number) => PlacedPart {
  const all = allKeys(comparisons);
  const asked = [...new Set(rules.flat())];
  const parts = asked.map(() => new Int32Array(atATime));
  const partsOf = rules.map((rule) => rule.map((key) => parts[asked.indexOf(key)]!));
  const bits = slotBits(rows);
  const slots = 1 << bits;
  return (part) => {
    const perSlot = new Int32Array(width * slots);
    const opened = rules.map((): number[] => []);
    const end = Math.min(rows, (part + 1) * inPart);
    for (let start = part * inPart; start < end; start += atATime) {
      const count = Math.min(atATime, end - start);
      for (const [at, key] of asked.entries()) hashPart(all[key]!, start, parts[at]!, count);
      partsOf.forEach(([first, second], rule) => {
        const [counts, rowsOpened] = [perSlot.subarray(rule * slots, (rule + 1) * slots), opened[rule]!];
        for (let index = 0, to = start * width + rule; index < count; index += 1, to += width) {
          const hash = second ? joinHashes(first![index]!, second[index]!) : first![index]!;
          hashes[to] = hash;
          counts[slotOf(hash, bits)]! += 1;
          if (oneBlockIn > 1 && hash !== 0 && isOpened(hash, oneBlockIn)) rowsOpened.push(start + index);
        }
      });
    }
    return { perSlot, opened: opened.map((of) => Int32Array.from(of)) };
  };
}

function hashPart(key: Key, start: number, into: Int32Array, count: number): void {
  if (key.fill) key.fill(start, into, count);
  else for (let index = 0; index < count; index += 1) into[index] = key.hash(start + index);
}

/** The slots with more rows than a block may have, one bit each; undefined where none does. */
function fullSlots(perSlot: Int32Array, limit: number): Int32Array | undefined {
  if (!perSlot.some((count) => count > limit)) return undefined;
  const full = new Int32Array(perSlot.length / 32);
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
  const bits = slotBits(rows);
  let crowded = perSlot.flatMap((counts, rule) => {
    const full = fullSlots(counts, limit);
    return full ? [{ rule, full, sizes: new Map<number, number>(), last: new Map<number, number>() }] : [];
  });
  const inFull = (full: Int32Array, hash: number): boolean => {
    const slot = slotOf(hash, bits);
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
