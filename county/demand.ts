import { isBankHoliday } from '../reference/bank-holidays.ts';
import type { Channel } from './county.types.ts';
import { dayOf, weekdayOf } from './days.ts';
import { issueProfiles, type Season } from './issues.ts';
import { weightedDraw } from './random.ts';

/**
 * When the public reports, and how. The months follow the published shape of one year's reports in England (fly-tipping
 * from July, potholes in December to March, lights out in the dark months); the hours are the habits of each channel.
 */

const MONTHS: Readonly<Record<Season, readonly number[]>> = {
  flat: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
  tipping: [0.85, 0.75, 0.8, 0.85, 0.85, 0.95, 1.2, 1.25, 1.25, 1.15, 1.1, 1],
  summer: [0.6, 0.6, 0.75, 0.95, 1.2, 1.4, 1.6, 1.5, 1.15, 0.9, 0.7, 0.65],
  winter: [1.6, 1.5, 1.2, 0.9, 0.7, 0.6, 0.5, 0.55, 0.8, 1.05, 1.3, 1.3],
  potholes: [1.3, 1.4, 1.45, 1, 0.8, 0.75, 0.65, 0.55, 0.6, 0.85, 1.15, 1.5],
  lights: [1.45, 1.1, 1, 0.6, 0.5, 0.45, 0.5, 0.8, 1.1, 1.45, 1.65, 1.4],
  growth: [0.3, 0.35, 0.5, 0.6, 1.2, 1.85, 2.05, 1.7, 1.2, 1, 0.75, 0.5],
  rain: [1.1, 1, 0.8, 0.5, 0.5, 0.8, 0.6, 0.8, 1, 1.6, 1.8, 1.5],
  dogs: [1.45, 1.4, 1.1, 1.05, 0.85, 0.75, 0.7, 0.75, 0.85, 0.95, 1.05, 1.1],
  autumn: [0.9, 0.8, 0.85, 0.85, 0.8, 0.9, 1, 1.05, 1.2, 1.3, 1.25, 1.1],
  ice: [3.6, 2.9, 1.2, 0.2, 0, 0, 0, 0, 0, 0.3, 1.2, 2.6],
  bonfire: [1.6, 0.3, 0.2, 0.2, 0.2, 0.2, 0.3, 0.3, 0.5, 2.6, 4.6, 1],
};

const WEEKDAY = [1.22, 1.14, 1.1, 1.06, 1.02, 0.76, 0.7] as const;

const CHANNELS: readonly Channel[] = ['web', 'phone', 'email', 'app', 'partner', 'in-person', 'import'];
const workingDay = weightedDraw([42, 31, 10, 8, 4, 4, 1]);
const dayOff = weightedDraw([66, 7, 10, 15, 2, 0, 0]);

/** Hours 0 to 23, local. */
const OFFICE_HOURS = weightedDraw([
  0, 0, 0, 0, 0, 0, 0, 0, 6, 14, 15, 13, 10, 10, 11, 11, 9, 3, 0, 0, 0, 0, 0, 0,
]);
const ONLINE_HOURS = weightedDraw([2, 1, 1, 1, 1, 1, 3, 6, 8, 8, 8, 7, 8, 7, 6, 6, 7, 8, 9, 10, 10, 8, 6, 4]);
const NIGHT_HOURS = weightedDraw([
  11, 7, 4, 2, 1, 1, 1, 2, 3, 3, 3, 2, 3, 3, 3, 3, 4, 5, 6, 7, 8, 10, 13, 14,
]);

/** Troubles of the evening are written down while they happen. */
const AT_NIGHT: ReadonlySet<string> = new Set([
  'noise-domestic',
  'noise-commercial',
  'alarm',
  'asb-youths',
  'fireworks',
  'unlicensed-event',
  'vehicle-nuisance',
]);
const nightTypes: readonly boolean[] = issueProfiles.map((profile) => AT_NIGHT.has(profile.type.code));

const baseWeights = issueProfiles.map((profile) => profile.weight);
const baseTotal = baseWeights.reduce((sum, weight) => sum + weight, 0);

/** The mix of types for each month, and how busy the month is as a whole. */
export const months = MONTHS.flat.map((_, month) => {
  const weights = issueProfiles.map(({ weight, season }) => weight * (MONTHS[season][month] ?? 1));
  return {
    drawType: weightedDraw(weights),
    busyness: weights.reduce((sum, weight) => sum + weight, 0) / baseTotal,
  };
});

export interface DayShape {
  isWorkingDay: boolean;
  factor: number;
}

export function dayShape(number: number): DayShape {
  const weekday = weekdayOf(number);
  const off = weekday > 5 || isBankHoliday(dayOf(number));
  return { isWorkingDay: !off, factor: off && weekday < 6 ? 0.6 : (WEEKDAY[weekday - 1] ?? 1) };
}

export function drawChannel(random: Parameters<typeof workingDay>[0], isWorkingDay: boolean): Channel {
  return CHANNELS[(isWorkingDay ? workingDay : dayOff)(random)] ?? 'web';
}

/** The minute of the local day at which a report of a type arrives by a channel. */
export function drawMinute(
  random: Parameters<typeof workingDay>[0],
  channel: Channel,
  typeIndex: number,
): number {
  const staffed = channel === 'phone' || channel === 'in-person' || channel === 'partner';
  const hours = staffed ? OFFICE_HOURS : nightTypes[typeIndex] === true ? NIGHT_HOURS : ONLINE_HOURS;
  return hours(random) * 60 + random.between(0, 59);
}
