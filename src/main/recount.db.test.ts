import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bankHolidays } from '../../reference/bank-holidays.ts';
import { openWorld, type World } from '../../test/support/world.ts';
import { addDays, addWorkingDays, type Day, dayOf } from '../platform/clock/clock.ts';
import { keepCalendar } from './recount.ts';

/** Open reports when a bank holiday is proclaimed, moved or taken back. */
let world: World;
let owner: Client;
beforeAll(async () => {
  world = await openWorld({ name: 'recount' });
  owner = new Client({ connectionString: world.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await world.close();
});

const soon = (days: number): Day => addDays(dayOf(new Date()), days);
/** The next day from then on that is worked. */
const worked = (from: Day): Day => addWorkingDays(addDays(from, -1), 1, (day) => bankHolidays.includes(day));
interface Row {
  id: string;
  base: Day;
  target: Day;
  status: string;
}
const reports = () =>
  world.sql<Row>(
    `select id, (received_at at time zone 'Europe/London')::date::text as base, target_on::text as target, status from intake.report order by id`,
  );

test('the first start keeps the calendar and moves nothing; the same calendar again moves nothing', async () => {
  const before = await reports();
  expect(await keepCalendar(owner)).toBeUndefined();
  expect(await keepCalendar(owner)).toBeUndefined();
  expect(await reports()).toEqual(before);
});

test('each open report has what its working days come to in the new calendar, counted here one day at a time; closed ones and days that are over stay', async () => {
  const today = soon(0);
  // Reports of the last days with one to forty working days, over Christmas and the year's end too.
  await world.sql(
    `with few as (select id, row_number() over (order by id) as n from intake.report limit 400)
     update intake.report r set received_at = now() - ((few.n % 60) || ' days')::interval, status = 'new', closed_at = null, outcome = null,
       outcome_words = null from few where few.id = r.id`,
  );
  const set = await reports();
  for (const [n, row] of set.slice(0, 400).entries()) {
    const target = addWorkingDays(row.base, 1 + (n % 40), (day) => bankHolidays.includes(day));
    await owner.query('update intake.report set target_on = $2 where id = $1', [row.id, target]);
  }
  const before = await reports();
  const proclaimed = [worked(soon(3)), worked(soon(17)), worked(soon(30))];
  const now = [...new Set([...bankHolidays, ...proclaimed])].sort();
  const recounted = await keepCalendar(owner, now);
  const after = new Map((await reports()).map((row) => [row.id, row]));
  let moved = 0;
  for (const row of before) {
    const isOpen = row.status === 'new' || row.status === 'in-progress';
    let count = 0;
    for (let day = row.base; day < row.target; ) {
      day = addWorkingDays(day, 1, (one) => bankHolidays.includes(one));
      if (day <= row.target) count += 1;
    }
    const wasWorking =
      addWorkingDays(addDays(row.target, -1), 1, (day) => bankHolidays.includes(day)) === row.target;
    const expected =
      isOpen && row.target >= today && wasWorking && count > 0
        ? addWorkingDays(row.base, count, (day) => now.includes(day))
        : row.target;
    expect(after.get(row.id)?.target, JSON.stringify(row)).toBe(expected);
    if (expected !== row.target) moved += 1;
  }
  expect(moved).toBeGreaterThan(100);
  expect(recounted?.moved).toBe(moved);
  const [told] = await world.sql<{ n: number; words: string }>(
    "select count(*)::int as n, min(words) as words from intake.report_event where kind = 'recounted'",
  );
  expect(told?.n).toBe(moved);
  expect(told?.words).toMatch(/^To be dealt with by \d+ \w+ \d{4} and not .*: bank holidays changed$/);
  // Taken back, everything stands as before.
  await keepCalendar(owner, bankHolidays);
  expect(await reports()).toEqual(before);
});
