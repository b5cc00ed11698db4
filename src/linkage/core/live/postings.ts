/**
 * Which rows stand under each hash of one rule: an open hash table of the first row, and a chain from row to row. No object a
 * row, so that a million rows under twenty rules fit.
 */
export class Postings {
  #hashes = new Int32Array(1 << 10);
  #first = new Int32Array(1 << 10).fill(-1);
  #used = 0;
  #next = new Int32Array(1 << 10).fill(-1);

  add(hash: number, row: number): void {
    if (row >= this.#next.length) {
      const next = new Int32Array(Math.ceil((row + 16) * 1.5)).fill(-1);
      next.set(this.#next);
      this.#next = next;
    }
    if (this.#used * 2 > this.#hashes.length) this.#rehash();
    const slot = this.#slotOf(hash);
    if (this.#hashes[slot] !== hash) {
      this.#hashes[slot] = hash;
      this.#used += 1;
    }
    this.#next[row] = this.#first[slot]!;
    this.#first[slot] = row;
  }

  /** Takes a row away from a hash under which it was added. */
  remove(hash: number, row: number): void {
    const slot = this.#slotOf(hash);
    let at = this.#first[slot]!;
    if (at === row) {
      this.#first[slot] = this.#next[row]!;
      return;
    }
    while (at >= 0 && this.#next[at] !== row) at = this.#next[at]!;
    if (at >= 0) this.#next[at] = this.#next[row]!;
  }

  /** The first row under a hash, or -1; `after` gives the next. */
  first(hash: number): number {
    const slot = this.#slotOf(hash);
    return this.#hashes[slot] === hash ? this.#first[slot]! : -1;
  }

  after(row: number): number {
    return this.#next[row]!;
  }

  #slotOf(hash: number): number {
    const mask = this.#hashes.length - 1;
    let slot = Math.imul(hash, 0x9e3779b1) >>> 7;
    slot &= mask;
    while (this.#hashes[slot] !== 0 && this.#hashes[slot] !== hash) slot = (slot + 1) & mask;
    return slot;
  }

  /** Twice the room; hashes whose rows have all gone are left behind. */
  #rehash(): void {
    const [hashes, first] = [this.#hashes, this.#first];
    this.#hashes = new Int32Array(hashes.length * 2);
    this.#first = new Int32Array(hashes.length * 2).fill(-1);
    this.#used = 0;
    for (let slot = 0; slot < hashes.length; slot += 1) {
      if (hashes[slot] === 0 || first[slot]! < 0) continue;
      const to = this.#slotOf(hashes[slot]!);
      this.#hashes[to] = hashes[slot]!;
      this.#first[to] = first[slot]!;
      this.#used += 1;
    }
  }
}
