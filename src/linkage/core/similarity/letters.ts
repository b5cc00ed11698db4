/** Which letters and figures a text has, one bit each (figures share six bits): for telling at once that two texts are not alike. */
export function letterMask(text: string): number {
  let mask = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index) | 32;
    if (code >= 97 && code <= 122) mask |= 1 << (code - 97);
    else if (code >= 48 && code <= 57) mask |= 1 << (26 + ((code - 48) % 6));
  }
  return mask;
}

function bits(mask: number): number {
  let m = mask - ((mask >>> 1) & 0x55555555);
  m = (m & 0x33333333) + ((m >>> 2) & 0x33333333);
  return Math.imul((m + (m >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** No Jaro–Winkler similarity of two texts with these masks can be above this. */
export function mostAlike(a: string, b: string, maskA: number, maskB: number): number {
  const matched = Math.min(a.length - bits(maskA & ~maskB), b.length - bits(maskB & ~maskA));
  if (matched <= 0) return 0;
  const jaro = (matched / a.length + matched / b.length + 1) / 3;
  if (a.charCodeAt(0) !== b.charCodeAt(0)) return jaro;
  return jaro + 0.4 * (1 - jaro);
}

/** No edit distance of two texts with these masks can be below this. */
export function fewestEdits(maskA: number, maskB: number): number {
  return Math.max(bits(maskA & ~maskB), bits(maskB & ~maskA));
}
