import type { Texts } from '../core/index.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });
const windows = new TextDecoder('windows-1252');

/** Dictionaries of fewer values are in near memory by themselves. */
const worthExpecting = 20_000;

/** Hashes of bytes are FNV-1a: `hash = Math.imul(hash ^ byte, hashPrime)` from `startOfHash`. */
export const [startOfHash, hashPrime] = [0x811c9dc5 | 0, 0x01000193] as const;

/**
 * A dictionary over bytes: a value becomes a text only when somebody asks for it. Grows as needed; a value that is
 * not UTF-8 is read as Windows-1252, so a file of mixed origins keeps its accents.
 */
export class ByteDictionary {
  #size = 0;
  #slots = new Int32Array(1 << 12).fill(-1);
  #hashes = new Int32Array(1 << 11);
  #starts = new Float64Array(1 << 11);
  #lengths = new Int32Array(1 << 11);
  #pool = Buffer.allocUnsafe(1 << 16);
  #used = 0;

  /** The code of the bytes from `start` to `end`; -1 when there is nothing but blanks. */
  codeOf(bytes: Buffer, from: number, to: number): number {
    let start = from;
    let end = to;
    while (start < end && bytes[start]! <= 32) start += 1;
    while (end > start && bytes[end - 1]! <= 32) end -= 1;
    if (start === end) return -1;
    let hash = startOfHash;
    for (let index = start; index < end; index += 1) hash = Math.imul(hash ^ bytes[index]!, hashPrime);
    return this.#codeOf(bytes, start, end - start, hash);
  }

  /** The same for bytes of which the reader has made the hash on its way through them. */
  codeOfCell(bytes: Buffer, start: number, end: number, hash: number): number {
    return bytes[start]! <= 32 || bytes[end - 1]! <= 32
      ? this.codeOf(bytes, start, end)
      : this.#codeOf(bytes, start, end - start, hash);
  }

  /**
   * Brings near what so many cells will be looked up by: loads that do not wait for each other take a fraction of the time.
   * Gives a number that means nothing, so that they are not left out.
   */
  expect(hashes: Int32Array, from: number, to: number): number {
    if (this.#size < worthExpecting) return 0;
    const slots = this.#slots;
    const mask = slots.length - 1;
    const likely = new Int32Array(to - from);
    for (let place = from; place < to; place += 1) {
      const hashed = hashes[place]!;
      likely[place - from] = slots[(hashed ^ (hashed >>> 15)) & mask]!;
    }
    let sum = 0;
    const [known, starts, lengths, pool] = [this.#hashes, this.#starts, this.#lengths, this.#pool];
    for (let index = 0; index < likely.length; index += 1) {
      const code = likely[index]!;
      if (code >= 0) sum ^= known[code]! ^ lengths[code]! ^ pool[starts[code]!]!;
    }
    return sum;
  }

  #codeOf(bytes: Buffer, start: number, length: number, hashed: number): number {
    const hash = hashed ^ (hashed >>> 15);
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (let code = this.#slots[slot]!; code >= 0; code = this.#slots[slot]!) {
      if (
        this.#hashes[code] === hash &&
        this.#lengths[code] === length &&
        this.#same(code, bytes, start, length)
      )
        return code;
      slot = (slot + 1) & mask;
    }
    return this.#add(bytes, start, length, hash, slot);
  }

  /** The values, and nothing of what only reading needs: no value is added any more. */
  close(): Texts {
    const starts = this.#starts.slice(0, this.#size + 1);
    starts[this.#size] = this.#used;
    const texts = new ByteTexts(Buffer.from(this.#pool.subarray(0, this.#used)), starts);
    this.#slots = new Int32Array(0);
    this.#hashes = new Int32Array(0);
    this.#starts = new Float64Array(0);
    this.#lengths = new Int32Array(0);
    this.#pool = Buffer.alloc(0);
    return texts;
  }

  #same(code: number, bytes: Buffer, start: number, length: number): boolean {
    const at = this.#starts[code]!;
    const pool = this.#pool;
    for (let index = 0; index < length; index += 1)
      if (pool[at + index] !== bytes[start + index]) return false;
    return true;
  }

  #add(bytes: Buffer, start: number, length: number, hash: number, slot: number): number {
    const code = this.#size;
    if (code === this.#hashes.length) this.#growCodes();
    if (this.#used + length > this.#pool.length) {
      const pool = Buffer.allocUnsafe(Math.max(this.#pool.length * 2, this.#used + length));
      this.#pool.copy(pool, 0, 0, this.#used);
      this.#pool = pool;
    }
    bytes.copy(this.#pool, this.#used, start, start + length);
    this.#starts[code] = this.#used;
    this.#lengths[code] = length;
    this.#hashes[code] = hash;
    this.#used += length;
    this.#size += 1;
    this.#slots[slot] = code;
    if (this.#size * 2 > this.#slots.length) this.#growSlots();
    return code;
  }

  #growCodes(): void {
    const size = this.#hashes.length * 2;
    const [hashes, starts, lengths] = [new Int32Array(size), new Float64Array(size), new Int32Array(size)];
    hashes.set(this.#hashes);
    starts.set(this.#starts);
    lengths.set(this.#lengths);
    [this.#hashes, this.#starts, this.#lengths] = [hashes, starts, lengths];
  }

  #growSlots(): void {
    const slots = new Int32Array(this.#slots.length * 2).fill(-1);
    const mask = slots.length - 1;
    for (let code = 0; code < this.#size; code += 1) {
      let slot = this.#hashes[code]! & mask;
      while (slots[slot]! >= 0) slot = (slot + 1) & mask;
      slots[slot] = code;
    }
    this.#slots = slots;
  }
}

/** Values as their bytes, one behind the other; a text is made of one whenever it is asked for. */
class ByteTexts implements Texts {
  readonly length: number;
  readonly #bytes: Buffer;
  readonly #starts: Float64Array;

  constructor(bytes: Buffer, starts: Float64Array) {
    this.#bytes = bytes;
    this.#starts = starts;
    this.length = starts.length - 1;
  }

  at(code: number): string | undefined {
    return code < 0 || code >= this.length
      ? undefined
      : textOf(this.#bytes, this.#starts[code]!, this.#starts[code + 1]!);
  }

  *[Symbol.iterator](): Generator<string> {
    for (let code = 0; code < this.length; code += 1)
      yield textOf(this.#bytes, this.#starts[code]!, this.#starts[code + 1]!);
  }
}

function textOf(bytes: Buffer, start: number, end: number): string {
  let plain = true;
  for (let index = start; index < end && plain; index += 1) plain = bytes[index]! < 128;
  if (plain) return bytes.toString('latin1', start, end);
  const part = bytes.subarray(start, end);
  try {
    return utf8.decode(part);
  } catch {
    return windows.decode(part);
  }
}
