import type { CountsAs } from '../../reference/jet.ts';
import type { Day } from '../platform/clock/clock.ts';
import { addDays } from '../platform/clock/clock.ts';

/** Whole minutes by how they count; untasked are those of the counted that no task and no plan asked for. */
export interface Minutes {
  enforcement: number;
  street: number;
  uncounted: number;
  untasked: number;
}
/** What an agency wants: so many of a hundred counted minutes on enforcement, and how many points below are amber and not red. */
export interface Target {
  enforcementPercent: number;
  amberPoints: number;
}
export type Standing = 'green' | 'amber' | 'red' | 'none';
export const noMinutes: Minutes = { enforcement: 0, street: 0, uncounted: 0, untasked: 0 };

/** One logged spell. */
export interface Spell {
  minutes: number;
  countsAs: CountsAs;
  isTasked: boolean;
}
export const addedUp = (spells: readonly Spell[]): Minutes =>
  spells.reduce(
    (all, { minutes, countsAs, isTasked }) => ({
      enforcement: all.enforcement + (countsAs === 'enforcement' ? minutes : 0),
      street: all.street + (countsAs === 'street-scene' ? minutes : 0),
      uncounted: all.uncounted + (countsAs === 'not-counted' ? minutes : 0),
      untasked: all.untasked + (countsAs !== 'not-counted' && !isTasked ? minutes : 0),
    }),
    noMinutes,
  );
export const countedOf = ({ enforcement, street }: Minutes): number => enforcement + street;

/** How a split stands to its target, in whole numbers alone; `none` where nothing was counted. More than was aimed at is green. */
export function standingOf(minutes: Minutes, target: Target): Standing {
  const counted = countedOf(minutes);
  if (counted === 0) return 'none';
  const reached = minutes.enforcement * 100;
  if (reached >= target.enforcementPercent * counted) return 'green';
  return reached >= (target.enforcementPercent - target.amberPoints) * counted ? 'amber' : 'red';
}

/** A share in tenths of a hundredth: "78.0%"; nothing counted has none. */
export const percentWords = (part: number, whole: number): string =>
  whole === 0 ? 'nothing counted' : `${(Math.round((part * 1000) / whole) / 10).toFixed(1)}%`;
/** Minutes as people say them: "1 h 30 min". */
export const minuteWords = (minutes: number): string => {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours.toLocaleString('en-GB')} h` : `${hours.toLocaleString('en-GB')} h ${rest} min`;
};
/** "78.0% enforcement, 22.0% street scene, of 100 h counted". */
export const splitWords = (minutes: Minutes): string => {
  const counted = countedOf(minutes);
  return counted === 0
    ? 'No counted time'
    : `${percentWords(minutes.enforcement, counted)} enforcement, ${percentWords(minutes.street, counted)} street scene, of ${minuteWords(counted)} counted`;
};

/** A month by its key, `2026-11`, with its first and last day. */
export interface Month {
  key: string;
  from: Day;
  to: Day;
}
export const monthOf = (day: Day): Month => {
  const key = day.slice(0, 7);
  const from = `${key}-01`;
  // Any day of the next month lies within 31 and 33 days of a first.
  const next = `${addDays(from, 32).slice(0, 7)}-01`;
  return { key, from, to: addDays(next, -1) };
};
