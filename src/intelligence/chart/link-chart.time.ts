/** What a slider of time has to know of an element. */
export interface Timed {
  /** Steps from the start; a start is always shown. */
  step: number;
  /** The day that an item came in, such as `2026-11-19`; none of whom or what items name. */
  day: string | undefined;
  isPinned: boolean;
}

/** The days on which items of a chart came in, the first to the last. */
export const daysOf = (elements: readonly Timed[]): string[] =>
  [...new Set(elements.flatMap(({ day }) => day ?? []))].sort();

/**
 * What is not shown up to a day: items that came later, and whom they alone name. Starts and pinned elements stay. 1 stands for
 * «not shown»; `off` is changed in place.
 */
export function takeAway(
  elements: readonly Timed[],
  near: readonly (readonly number[])[],
  until: string,
  off: Uint8Array,
): void {
  for (const [at, { day, isPinned }] of elements.entries())
    off[at] = day !== undefined && day > until && !isPinned ? 1 : 0;
  for (const [at, { day, step, isPinned }] of elements.entries())
    if (day === undefined)
      off[at] = step > 0 && !isPinned && (near[at] ?? []).every((item) => off[item] === 1) ? 1 : 0;
}
