const longest = 128;
const usedB = new Uint8Array(longest);
const matchedA = new Uint8Array(longest);

/**
 * Jaro–Winkler similarity from 0 to 1, with the usual prefix weight of 0.1 over four letters. Source: Winkler 1990. Letters
 * are matched greedily, from the text that sorts first: the answer is one whichever way round it is asked.
 */
export function jaroWinkler(one: string, other: string): number {
  if (one === other) return one.length === 0 ? 0 : 1;
  const [a, b] = one < other ? [one, other] : [other, one];
  const n = Math.min(a.length, longest);
  const m = Math.min(b.length, longest);
  if (n === 0 || m === 0) return 0;
  const reach = Math.max(0, (Math.max(n, m) >> 1) - 1);
  usedB.fill(0, 0, m);
  let matches = 0;
  for (let i = 0; i < n; i += 1) {
    const letter = a.charCodeAt(i);
    const last = Math.min(m - 1, i + reach);
    matchedA[i] = 0;
    for (let j = Math.max(0, i - reach); j <= last; j += 1)
      if (usedB[j] === 0 && b.charCodeAt(j) === letter) {
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
    if (a.charCodeAt(i) !== b.charCodeAt(j)) outOfPlace += 1;
    j += 1;
  }
  const jaro = (matches / n + matches / m + (matches - outOfPlace / 2) / matches) / 3;
  let prefix = 0;
  while (prefix < 4 && prefix < n && prefix < m && a.charCodeAt(prefix) === b.charCodeAt(prefix)) prefix += 1;
  return jaro + prefix * 0.1 * (1 - jaro);
}
