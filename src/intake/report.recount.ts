import type { Client } from 'pg';
import { type CalendarChange, type Day, recounting } from '../platform/clock/clock.ts';

/** How many open reports have a day that was counted anew, and of how many it moved. */
export interface Recounted {
  open: number;
  moved: number;
}

/**
 * Moves the day to be dealt with by of open reports to what the same number of working days comes to in the new calendar. A day that is
 * over stays: nobody is late, or in time, afterwards. So does one that was no working day of the old calendar, because it was not
 * counted in working days, and that of a report that is no longer open.
 *
 * Reports that are counted from one day to another share that day: each pair is counted once, by the clock that counted it first, and
 * no report is written.
 */
export async function recountTargets(client: Client, change: CalendarChange): Promise<Recounted> {
  const [first] = change.changed;
  if (first === undefined) return { open: 0, moved: 0 };
  const { rows } = await client.query<{ id: number; from: Day; target: Day }>(
    `select id, counted_from::text as from, target_on::text as target from intake.target
     where stopped_of is null and target_on >= greatest($1::date, (now() at time zone 'Europe/London')::date)`,
    [first],
  );
  const recounted = recounting(change);
  const counted = rows.flatMap(({ id, from, target }) => {
    const to = recounted(from, target);
    return to === undefined ? [] : [{ id, target, to }];
  });
  const moved = counted.filter(({ target, to }) => to !== target);
  await client.query(
    `with moved as (
       update intake.target t set target_on = m.to_on, moves = t.moves + 1
       from unnest($1::int[], $2::date[], $3::date[]) m(id, from_on, to_on) where t.id = m.id returning t.id, t.moves, m.from_on, m.to_on
     )
     insert into intake.target_move (target_id, nr, at, from_on, to_on) select id, moves, now(), from_on, to_on from moved`,
    [moved.map(({ id }) => id), moved.map(({ target }) => target), moved.map(({ to }) => to)],
  );
  const reportsOf = async (targets: readonly { id: number }[]): Promise<number> => {
    const { rows: found } = await client.query<{ n: number }>(
      'select count(*)::int as n from intake.report where target_id = any($1::int[])',
      [targets.map(({ id }) => id)],
    );
    return found[0]?.n ?? 0;
  };
  return { open: await reportsOf(counted), moved: await reportsOf(moved) };
}
