import { type Letters, lettersOf } from './letters.ts';

const longest = 128;
const usedB = new Uint8Array(longest);
const matchedA = new Uint8Array(longest);

/**
 * Jaro–Winkler similarity from 0 to 1, with the usual prefix weight of 0.1 over four letters. Source: Winkler 1990. Letters
 * are matched greedily, from the text that sorts first: the answer is one whichever way round it is asked.
 */
export function jaroWinkler(one: string, other: string): number {
  if (one === other) return one.length === 0 ? 0 : 1;
  return likenessBetween(lettersOf(one, other), 0, one.length, one.length, one.length + other.length);
}

/** The same of two texts that lie among other letters: where each begins and ends. */
export function likenessBetween(
  letters: Letters,
  startOne: number,
  endOne: number,
  startOther: number,
  endOther: number,
): number {
  const order = orderOf(letters, startOne, endOne, startOther, endOther);
  if (order === 0) return endOne === startOne ? 0 : 1;
  const [a, endA, b, endB] =
    order < 0 ? [startOne, endOne, startOther, endOther] : [startOther, endOther, startOne, endOne];
  const n = Math.min(endA - a, longest);
  const m = Math.min(endB - b, longest);
  if (n === 0 || m === 0) return 0;
  const reach = Math.max(0, (Math.max(n, m) >> 1) - 1);
  usedB.fill(0, 0, m);
  let matches = 0;
  for (let i = 0; i < n; i += 1) {
    const letter = letters[a + i];
    const last = Math.min(m - 1, i + reach);
    matchedA[i] = 0;
    for (let j = Math.max(0, i - reach); j <= last; j += 1)
      if (usedB[j] === 0 && letters[b + j] === letter) {
        usedB[j] = 1;
        matchedA[i] = 1;
        matches += 1;
        break;
      }
  }
  if (matches === 0) return 0;
  let outOfPlace = 0;
  for (let i = 0, j = 0; i < n; i += 1) {
    if (matchedA[i] === 0) continue;
    while (usedB[j] === 0) j += 1;
    if (letters[a + i] !== letters[b + j]) outOfPlace += 1;
    j += 1;
  }
  const jaro = (matches / n + matches / m + (matches - outOfPlace / 2) / matches) / 3;
  let prefix = 0;
  while (prefix < 4 && prefix < n && prefix < m && letters[a + prefix] === letters[b + prefix]) prefix += 1;
  return jaro + prefix * 0.1 * (1 - jaro);
}

/** Which of two texts sorts first: below 0 the one, above 0 the other, 0 where they are the same. */
function orderOf(letters: Letters, one: number, endOne: number, other: number, endOther: number): number {
  const length = Math.min(endOne - one, endOther - other);
  for (let at = 0; at < length; at += 1) {
    const apart = letters[one + at]! - letters[other + at]!;
    if (apart !== 0) return apart;
  }
  return endOne - one - (endOther - other);
}
