import type { Client } from 'pg';
import { bankHolidays } from '../../reference/bank-holidays.ts';
import { recountAsb } from '../asb/index.ts';
import { type Recounted, recountTargets } from '../intake/index.ts';
import type { CalendarChange, Day } from '../platform/clock/clock.ts';

/** How many days moved: of open reports, and of first contacts and case reviews. */
export interface DaysRecounted extends Recounted {
  asbMoved: number;
}

/**
 * Counts the days of open reports, of first contacts and of case reviews anew where bank holidays were proclaimed, moved or taken
 * back since they were counted. Runs at the start, before anybody is served: what is taken from then on is counted by the new
 * calendar. One transaction, so that nothing is counted twice.
 *
 * @param known the bank holidays of England and Wales known now
 * @returns undefined where nothing is new
 */
export async function keepCalendar(
  client: Client,
  known: readonly Day[] = bankHolidays,
): Promise<DaysRecounted | undefined> {
  await client.query('begin');
  try {
    await client.query('lock table directory.bank_holiday in exclusive mode');
    const { rows } = await client.query<{ day: Day }>(
      'select day::text as day from directory.bank_holiday order by day',
    );
    const before = rows.map(({ day }) => day);
    const changed = symmetricDifference(before, known);
    // The first start: everything there is was counted by the calendar of this version.
    const recounted =
      before.length > 0 && changed.length > 0
        ? await recountAll(client, { before, now: known, changed })
        : undefined;
    if (changed.length > 0) {
      await client.query('delete from directory.bank_holiday');
      await client.query('insert into directory.bank_holiday (day) select unnest($1::date[])', [known]);
    }
    await client.query('commit');
    return recounted;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

const recountAll = async (client: Client, change: CalendarChange): Promise<DaysRecounted> => ({
  ...(await recountTargets(client, change)),
  asbMoved: await recountAsb(client, change),
});

/** Days that stand in one calendar and not in the other, in order. */
function symmetricDifference(one: readonly Day[], other: readonly Day[]): Day[] {
  const [before, after] = [new Set(one), new Set(other)];
  return [...one.filter((day) => !after.has(day)), ...other.filter((day) => !before.has(day))].sort();
}
