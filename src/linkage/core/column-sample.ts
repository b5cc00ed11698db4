import { saysNothing } from './normalise/contact.ts';
import { wordsOf } from './normalise/fold.ts';
import type { Column } from './table.ts';

/** Up to 2,000 values spread over the column. */
export function sampleOf(column: Column): string[] {
  const known = column.values.filter((value) => !saysNothing(value));
  const step = Math.max(1, Math.floor(known.length / 2000));
  return known.filter((_, index) => index % step === 0).slice(0, 2000);
}

/** The share of a sample of which something holds; 0 of none. */
export const share = <T>(sample: readonly T[], test: (value: T) => boolean): number =>
  sample.length === 0 ? 0 : sample.filter(test).length / sample.length;

/** The word where a forename stands: the first, or after the comma of «Surname, Forename». */
export const forenameIn = (value: string): string =>
  wordsOf(value.includes(',') ? value.slice(value.indexOf(',') + 1) : value)[0] ?? '';

/** The share of the filled rows whose value is such: a typing slip makes a value of its own, but only one row. */
export function rowsWith({ codes, values }: Column, test: (value: string) => boolean): number {
  const is = values.map(test);
  let [filled, found] = [0, 0];
  for (const code of codes) {
    if (code < 0) continue;
    filled += 1;
    if (is[code]) found += 1;
  }
  return found / Math.max(1, filled);
}
