import { saysNothing } from './normalise/contact.ts';
import { wordsOf } from './normalise/fold.ts';
import type { Column, Texts } from './table.ts';

const mostSampled = 2000;

/** Samples of stores that do not grow: lists are recognised before they are put in order and after it. */
const samples = new WeakMap<Texts, readonly string[]>();

/** Up to 2,000 values spread over the column. */
export function sampleOf({ values }: Column): readonly string[] {
  const known = samples.get(values);
  if (known) return known;
  const sample = sampleFrom(values);
  if (!Array.isArray(values)) samples.set(values, sample);
  return sample;
}

function sampleFrom(values: Texts): string[] {
  const says = new Uint8Array(values.length);
  let [code, known] = [0, 0];
  for (const value of values) {
    if (!saysNothing(value)) {
      says[code] = 1;
      known += 1;
    }
    code += 1;
  }
  const step = Math.max(1, Math.floor(known / mostSampled));
  const sample: string[] = [];
  for (let at = 0, nth = 0; at < says.length && sample.length < mostSampled; at += 1) {
    if (says[at] === 0) continue;
    if (nth % step === 0) sample.push(values.at(at)!);
    nth += 1;
  }
  return sample;
}

/** The share of a sample of which something holds; 0 of none. */
export const share = <T>(sample: readonly T[], test: (value: T) => boolean): number =>
  sample.length === 0 ? 0 : sample.filter(test).length / sample.length;

/** The word where a forename stands: the first, or after the comma of «Surname, Forename». */
export const forenameIn = (value: string): string =>
  wordsOf(value.includes(',') ? value.slice(value.indexOf(',') + 1) : value)[0] ?? '';

/** The share of the filled rows whose value is such: a typing slip makes a value of its own, but only one row. */
export function rowsWith({ codes, values }: Column, test: (value: string) => boolean): number {
  const is = Array.from(values, test);
  let [filled, found] = [0, 0];
  for (let row = 0; row < codes.length; row += 1) {
    const code = codes[row]!;
    if (code < 0) continue;
    filled += 1;
    if (is[code]) found += 1;
  }
  return found / Math.max(1, filled);
}
