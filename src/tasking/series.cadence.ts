import { addDays, type Day, daysBetween } from '../platform/clock/clock.ts';

/** How often a series meets from a first meeting on; the next row ends it. */
export interface Cadence {
  startsOn: Day;
  everyWeeks: number;
}

/** The next days on which a series meets, from a day on, that day included. Rows may come in any order. */
export function meetingDays(cadences: readonly Cadence[], from: Day, count: number): Day[] {
  const rows = [...cadences].sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
  const days: Day[] = [];
  rows.forEach((row, i) => {
    const end = rows[i + 1]?.startsOn;
    const step = row.everyWeeks * 7;
    const skipped = Math.max(0, Math.ceil(daysBetween(row.startsOn, from) / step));
    for (
      let day = addDays(row.startsOn, skipped * step);
      days.length < count && (end === undefined || day < end);
      day = addDays(day, step)
    )
      days.push(day);
  });
  return days;
}

/** The cadence that holds on a day, if any has begun. */
export const cadenceOn = (cadences: readonly Cadence[], on: Day): Cadence | undefined =>
  [...cadences].filter((row) => row.startsOn <= on).sort((a, b) => (a.startsOn < b.startsOn ? 1 : -1))[0];

/** Returns are due one week before the meeting (S2-32). */
export const returnDaysBefore = 7;
/** A service that has not returned its figures is reminded this many days before they are due. */
export const chaserDays: readonly number[] = [7, 3, 1];
