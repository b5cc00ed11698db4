/** Counts crashes within the last minute and says how long to wait, or that it is enough. */
export class CrashCount {
  #times: number[] = [];

  /**
   * Notes a crash at `now` (milliseconds on any steady clock).
   * Returns the pause before another try in milliseconds, or undefined after the fifth in a minute.
   */
  note(now: number): number | undefined {
    this.#times = [...this.#times.filter((at) => now - at < 60_000), now];
    if (this.#times.length >= 5) return undefined;
    return 250 * 2 ** (this.#times.length - 1);
  }
}
