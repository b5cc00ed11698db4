/** A bag has so many columns; each has room for so many letters, each so often. */
export interface BagShape {
  columns: number;
  times: number;
}

/** For a name or a word: every letter twice, every figure once. */
export const wordBag: BagShape = { columns: 1, times: 2 };
/** For a line of text: every letter and figure four times. */
export const lineBag: BagShape = { columns: 3, times: 4 };

/** Bits of a column, in two halves that a number holds. */
const [places, half] = [60, 30];

/**
 * The letters of a text with how often each comes, one bit for each time, so that the bits of one bag that another has not are
 * letters that cannot be matched. Other signs are left out, which only makes the count too low. Whole numbers of 60 bits, as
 * texts.
 */
export function letterBag(text: string, { columns, times }: BagShape): string[] {
  const halves = new Int32Array(columns * 2);
  const seen = new Uint8Array(128);
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index) | 32;
    const isLetter = code >= 97 && code <= 122;
    if (!isLetter && (code < 48 || code > 57)) continue;
    const often = seen[code]!;
    // In a single column a figure has one place, behind those of the letters; they share as many as are left.
    if (often >= (columns === 1 && !isLetter ? 1 : times)) continue;
    seen[code] = often + 1;
    const place = isLetter
      ? (code - 97) * times + often
      : 26 * times + (columns === 1 ? (code - 48) % (places - 26 * times) : (code - 48) * times + often);
    halves[Math.floor(place / half)]! |= 1 << (place % half);
  }
  return Array.from({ length: columns }, (_, at) =>
    String((BigInt(halves[at * 2 + 1]!) << BigInt(half)) | BigInt(halves[at * 2]!)),
  );
}
