import { seededRandom } from '../random.ts';
import { wordsOfKey } from './encode.ts';

/** Rows of two lists whose keys are alike enough, with how alike (Dice coefficient of the bits set, 0 to 1). */
export interface PrivatePair {
  a: number;
  b: number;
  alike: number;
}

/** What holding two lists of keys against each other gave. */
export interface PrivateMatch {
  pairs: PrivatePair[];
  /** The likeness from which a pair counts, found from the lists themselves unless it was given. */
  threshold: number;
}

/**
 * Finds which rows of two lists of keys are the same: each is the other's best, and either more alike than rows are by chance
 * or so far ahead of the next best that chance would hardly do it. How alike chance makes them is read from rows drawn at
 * random. A threshold that is given counts alone.
 */
export function matchKeys(left: Uint32Array, right: Uint32Array, threshold?: number): PrivateMatch {
  const rows = left.length / wordsOfKey;
  const best = bestOf(left, right);
  const chance = chanceOf(left, right);
  const least = threshold ?? chance.middle + 2.6 * chance.spread;
  const counts = (a: number, alike: number): boolean => {
    if (alike >= least) return true;
    if (threshold !== undefined) return false;
    return alike >= chance.middle + chance.spread && alike - best.second[a]! >= 2.5 * chance.spread;
  };
  const pairs: PrivatePair[] = [];
  for (let a = 0; a < rows; a += 1) {
    const b = best.partner[a]!;
    const alike = best.alike[a]!;
    if (b >= 0 && best.back[b] === a && counts(a, alike)) pairs.push({ a, b, alike });
  }
  return { pairs: pairs.sort((x, y) => y.alike - x.alike || x.a - y.a), threshold: least };
}

interface Best {
  /** For each row on the left its best on the right (-1 for none), how alike, and how alike the next best is. */
  partner: Int32Array;
  alike: Float32Array;
  second: Float32Array;
  /** For each row on the right its best on the left. */
  back: Int32Array;
}

function bestOf(left: Uint32Array, right: Uint32Array): Best {
  const [rows, others] = [left.length / wordsOfKey, right.length / wordsOfKey];
  const [setLeft, setRight] = [bitsSet(left), bitsSet(right)];
  const partner = new Int32Array(rows).fill(-1);
  const [alike, second] = [new Float32Array(rows), new Float32Array(rows)];
  const back = new Int32Array(others).fill(-1);
  const backAlike = new Float32Array(others);
  for (let a = 0; a < rows; a += 1) {
    if (setLeft[a] === 0) continue;
    for (let b = 0; b < others; b += 1) {
      const all = setLeft[a]! + setRight[b]!;
      // Not even with every bit in common would it matter to either.
      const most = (2 * Math.min(setLeft[a]!, setRight[b]!)) / all;
      if (most <= second[a]! && most <= backAlike[b]!) continue;
      let common = 0;
      for (let word = 0; word < wordsOfKey; word += 1)
        common += count(left[a * wordsOfKey + word]! & right[b * wordsOfKey + word]!);
      const dice = (2 * common) / all;
      if (dice > alike[a]!) {
        second[a] = alike[a]!;
        alike[a] = dice;
        partner[a] = b;
      } else if (dice > second[a]!) second[a] = dice;
      if (dice > backAlike[b]!) {
        backAlike[b] = dice;
        back[b] = a;
      }
    }
  }
  return { partner, alike, second, back };
}

const mostDrawn = 1_000_000;

/**
 * How alike the likeliest stranger of a row is: among rows drawn at random, the likeness that one in a tenth of the other list
 * passes, and how far it is from there down to one in a sixtieth. Partners are too few among pairs drawn at random to count,
 * so it does not matter whether a list names somebody twice.
 */
function chanceOf(left: Uint32Array, right: Uint32Array): { middle: number; spread: number } {
  const [rows, others] = [left.length / wordsOfKey, right.length / wordsOfKey];
  const random = seededRandom(3);
  const drawn = new Float32Array(Math.min(mostDrawn, rows * others * 4));
  for (let draw = 0; draw < drawn.length; draw += 1)
    drawn[draw] = dice(left, Math.floor(random() * rows), right, Math.floor(random() * others));
  drawn.sort();
  const passedBy = (share: number) =>
    drawn[Math.max(0, Math.floor(drawn.length * (1 - Math.min(0.5, share))) - 1)] ?? 1;
  const middle = passedBy(10 / others);
  return { middle, spread: Math.max(0.01, middle - passedBy(60 / others)) };
}

function dice(left: Uint32Array, a: number, right: Uint32Array, b: number): number {
  let [common, all] = [0, 0];
  for (let word = 0; word < wordsOfKey; word += 1) {
    const x = left[a * wordsOfKey + word]!;
    const y = right[b * wordsOfKey + word]!;
    common += count(x & y);
    all += count(x) + count(y);
  }
  return all === 0 ? 0 : (2 * common) / all;
}

function bitsSet(keys: Uint32Array): Int32Array {
  return Int32Array.from({ length: keys.length / wordsOfKey }, (_, row) => {
    let sum = 0;
    for (let word = 0; word < wordsOfKey; word += 1) sum += count(keys[row * wordsOfKey + word]!);
    return sum;
  });
}

function count(word: number): number {
  let m = word - ((word >>> 1) & 0x55555555);
  m = (m & 0x33333333) + ((m >>> 2) & 0x33333333);
  return Math.imul((m + (m >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
