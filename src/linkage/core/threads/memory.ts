/**
 * Memory that several threads read. Where there is none (a browser that does not allow it) it is memory of this thread alone, and
 * nothing is handed to others.
 */
const buffer = (bytes: number): ArrayBufferLike =>
  typeof SharedArrayBuffer === 'undefined' ? new ArrayBuffer(bytes) : new SharedArrayBuffer(bytes);

export const sharedInts = (length: number): Int32Array => new Int32Array(buffer(length * 4));
export const sharedFloats = (length: number): Float32Array => new Float32Array(buffer(length * 4));

/** The same numbers where other threads can read them; the array itself where they can already. */
export function sharedCopy<T extends Numbers>(from: T): T;
export function sharedCopy(from: Numbers): Numbers {
  if (from.buffer.constructor !== ArrayBuffer) return from;
  const into = buffer(from.byteLength);
  const copy =
    from instanceof Int32Array
      ? new Int32Array(into)
      : from instanceof Uint16Array
        ? new Uint16Array(into)
        : from instanceof Float32Array
          ? new Float32Array(into)
          : new Float64Array(into);
  copy.set(from);
  return copy;
}

type Numbers = Int32Array | Float64Array | Float32Array | Uint16Array;

/** Texts one behind the other: where each begins, and their letters. */
export interface SharedTexts {
  starts: Int32Array;
  letters: Uint8Array | Uint16Array;
}

/** Lays texts into memory that threads share: a byte a letter where that is enough for all of them, else two. */
export function layTexts(texts: readonly string[]): SharedTexts {
  const starts = sharedInts(texts.length + 1);
  let all = 0;
  for (let code = 0; code < texts.length; code += 1) {
    starts[code] = all;
    all += texts[code]!.length;
  }
  starts[texts.length] = all;
  const bytes = new Uint8Array(buffer(all));
  if (putLetters(texts, bytes) < 256) return { starts, letters: bytes };
  const letters = new Uint16Array(buffer(all * 2));
  putLetters(texts, letters);
  return { starts, letters };
}

/** Puts the letters of all texts behind each other; gives a number as great as the greatest of them, or greater. */
function putLetters(texts: readonly string[], into: Uint8Array | Uint16Array): number {
  let [at, every] = [0, 0];
  for (const text of texts)
    for (let index = 0; index < text.length; index += 1) {
      const letter = text.charCodeAt(index);
      every |= letter;
      into[at] = letter;
      at += 1;
    }
  return every;
}

/** A text as it was laid. */
export function textAt({ starts, letters }: SharedTexts, code: number): string {
  const [start, end] = [starts[code]!, starts[code + 1]!];
  let text = '';
  // So many letters at a time: more would be too many arguments.
  for (let from = start; from < end; from += 4096)
    text += String.fromCharCode(...letters.subarray(from, Math.min(end, from + 4096)));
  return text;
}
