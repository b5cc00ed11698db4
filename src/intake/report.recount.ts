import type { Client } from 'pg';
import type { Day } from '../platform/clock/clock.ts';

/** Two calendars, as lists of their bank holidays, and the days in which they differ. */
export interface CalendarChange {
  before: readonly Day[];
  now: readonly Day[];
  changed: readonly Day[];
}
/** How many open reports were looked at, and of how many the day moved. */
export interface Recounted {
  open: number;
  moved: number;
}

/**
 * Moves the day to be dealt with by of open reports to what the same number of working days comes to in the new calendar, with a
 * line in each report's history. A day that is over stays: nobody is late, or in time, afterwards. So does one that was no
 * working day of the old calendar, because it was not counted in working days.
 *
 * Each day of the span has its place among the working days of both calendars; so many rows are moved by joins and none is
 * counted by itself.
 */
export async function recountTargets(
  client: Client,
  { before, now, changed }: CalendarChange,
): Promise<Recounted> {
  const [first] = changed;
  if (first === undefined) return { open: 0, moved: 0 };
  // Looked up once, not for each row.
  await client.query(
    `create temporary table counted_day on commit drop as
     select d::date as day, extract(isodow from d) <= 5 and d::date <> all($2::date[]) as works_before,
       extract(isodow from d) <= 5 and d::date <> all($3::date[]) as works_now,
       count(*) filter (where extract(isodow from d) <= 5 and d::date <> all($2::date[])) over (order by d) as n_before,
       count(*) filter (where extract(isodow from d) <= 5 and d::date <> all($3::date[])) over (order by d) as n_now
     from generate_series(
       (select min((received_at at time zone 'Europe/London')::date) from intake.report
        where status in ('new', 'in-progress') and target_on >= $1::date),
       (select max(target_on) + 90 from intake.report where status in ('new', 'in-progress')), interval '1 day') d`,
    [first, before, now],
  );
  await client.query('create unique index on counted_day (day)');
  await client.query('create unique index on counted_day (n_now) where works_now');
  await client.query('analyze counted_day');
  const { rows } = await client.query<Recounted>(
    `with open as (
       select r.id, r.target_on, w.day as moved_to from intake.report r
         join counted_day b on b.day = (r.received_at at time zone 'Europe/London')::date
         join counted_day t on t.day = r.target_on and t.works_before and t.n_before > b.n_before
         join counted_day w on w.works_now and w.n_now = b.n_now + t.n_before - b.n_before
       where r.status in ('new', 'in-progress') and r.target_on >= greatest($1::date, (now() at time zone 'Europe/London')::date)
     ), moved as (
       update intake.report r set target_on = o.moved_to from open o where o.id = r.id and o.moved_to <> o.target_on
       returning r.id, o.target_on as old_on, o.moved_to
     ), told as (
       insert into intake.report_event (id, report_id, at, kind, words, detail, is_public)
       select gen_random_uuid(), m.id, now(), 'recounted', 'To be dealt with by ' || to_char(m.moved_to, 'FMDD FMMonth YYYY') || ' and not '
         || to_char(m.old_on, 'FMDD FMMonth YYYY') || ': bank holidays changed', '{}', false from moved m
     )
     select (select count(*)::int from open) as open, (select count(*)::int from moved) as moved`,
    [first],
  );
  return rows[0] ?? { open: 0, moved: 0 };
}
