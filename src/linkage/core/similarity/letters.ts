/** Letters of texts one behind the other, as UTF-16 has them; a byte each where that is enough. */
export type Letters = Uint8Array | Uint16Array;

let room = new Uint16Array(256);

/** The letters of two texts, one behind the other. They stand until the next two are asked for. */
export function lettersOf(a: string, b: string): Letters {
  const length = a.length + b.length;
  if (length > room.length) room = new Uint16Array(length * 2);
  for (let at = 0; at < a.length; at += 1) room[at] = a.charCodeAt(at);
  for (let at = 0; at < b.length; at += 1) room[a.length + at] = b.charCodeAt(at);
  return room;
}

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
  return likenessAtMost(a.length, b.length, maskA, maskB, a.charCodeAt(0) === b.charCodeAt(0));
}

/** The same of texts of which only lengths and masks are known, and whether they begin alike. */
export function likenessAtMost(
  lengthA: number,
  lengthB: number,
  maskA: number,
  maskB: number,
  beginAlike: boolean,
): number {
  const matched = Math.min(lengthA - bits(maskA & ~maskB), lengthB - bits(maskB & ~maskA));
  if (matched <= 0) return 0;
  const jaro = (matched / lengthA + matched / lengthB + 1) / 3;
  return beginAlike ? jaro + 0.4 * (1 - jaro) : jaro;
}

/** No edit distance of two texts with these masks can be below this. */
export function fewestEdits(maskA: number, maskB: number): number {
  return Math.max(bits(maskA & ~maskB), bits(maskB & ~maskA));
}
