import { readDate } from '../core/index.ts';

/** What the worth of a decision on a pair is worked out from: the two records and the model's word, nothing else. */
export interface Weighed {
  /** The model's probability that they are the same. */
  probability: number;
  one: WeighedRecord;
  other: WeighedRecord;
}
export interface WeighedRecord {
  originAgencyId: string;
  listId: string | null;
  handling: string;
  /** Age in whole years, where a date of birth is told. */
  age: number | undefined;
}

const clamp = (probability: number): number => Math.min(1 - 1e-9, Math.max(1e-9, probability));

/** Bits of doubt about a yes-or-no, between 0 (sure) and 1 (even). */
const doubt = (probability: number): number => {
  const p = clamp(probability);
  return -(p * Math.log2(p) + (1 - p) * Math.log2(1 - p));
};

/**
 * How much a decision would help, between 0 and 1: likelihood × risk × effect.
 * - Half doubt, half likelihood: an even case teaches the most, but a sure case that nobody confirmed joins nothing either,
 *   because a model never joins by itself.
 * - Risk: somebody on a list of victims counts fully, others half; from 75 years a fifth more.
 * - Effect: two agencies that do not know of each other's work count fully, one agency's two lists four fifths, the same list
 *   (a double entry) three fifths.
 * Only the two records and the model are in it, so that nothing a viewer may not see moves their queue; how many records a
 * decision would bring together is added for each viewer when the queue is read.
 */
export function worthOf({ probability, one, other }: Weighed): number {
  const likelihood = 0.5 * doubt(probability) + 0.5 * probability;
  const isVictim = [one, other].some(({ handling }) => handling !== 'ordinary');
  const isOld = [one, other].some(({ age }) => age !== undefined && age >= 75);
  const risk = (isVictim ? 1 : 0.5) * (isOld ? 1 : 1 / 1.2);
  const effect = one.originAgencyId !== other.originAgencyId ? 1 : one.listId !== other.listId ? 0.8 : 0.6;
  return likelihood * risk * effect;
}

/**
 * Age in whole years on a day, from a date of birth; where only a year or a month is told, as if born on its first day.
 * Undefined without a year.
 */
export function ageFrom(born: string | undefined, today: string): number | undefined {
  const date = born ? readDate(born) : undefined;
  if (!date) return undefined;
  const age = Number(today.slice(0, 4)) - date.year;
  const two = (part: number) => String(part).padStart(2, '0');
  const isToCome = date.month > 0 && `${two(date.month)}-${two(date.day)}` > today.slice(5);
  const whole = isToCome ? age - 1 : age;
  return whole >= 0 && whole < 125 ? whole : undefined;
}
