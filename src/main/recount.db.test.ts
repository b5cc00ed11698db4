import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bankHolidays } from '../../reference/bank-holidays.ts';
import { asbSamples } from '../../test/support/sample-asb.ts';
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

const twinId = '018f0000-0000-7000-8000-00000000d0e5';
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
    `select r.id, (r.received_at at time zone 'Europe/London')::date::text as base, t.target_on::text as target, r.status
     from intake.report r join intake.target t on t.id = r.target_id order by r.id`,
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
    await owner.query('update intake.report set first_target_on = $2 where id = $1', [row.id, target]);
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
  // Its own history says so, and a report taken now to the same day says nothing of it.
  const rowan = await world.as('rowan.reception');
  const linesOf = async (id: string): Promise<string[]> => {
    const { json } = await rowan.api('GET', `/api/v1/reports/${id}`);
    const { events = [] } = json as { events?: { kind: string; words: string }[] };
    return events.flatMap(({ kind, words }) => (kind === 'recounted' ? [words] : []));
  };
  const shownTo = await rowan.api('GET', '/api/v1/reports?status=open&sort=-due&limit=100');
  const seen = new Set((shownTo.json as { reports: { id: string }[] }).reports.map(({ id }) => id));
  const told = before.find(({ id, target }) => seen.has(id) && after.get(id)?.target !== target);
  if (!told) throw new Error('none that moved is seen');
  const [line, ...more] = await linesOf(told.id);
  expect(line).toMatch(/^To be dealt with by \d+ \w+ \d{4} and not .*: bank holidays changed$/);
  expect(more).toEqual([]);
  await world.sql(
    `insert into intake.report (id, reference, issue_type, description, channel, received_at, received_by_agency_id, land_owner, service_id,
       owner_agency_id, routed_by, route_why, routed_at, status, first_target_on)
     select $1, 'R-TWIN-001', issue_type, description, channel, received_at, received_by_agency_id, land_owner, service_id,
       owner_agency_id, routed_by, route_why, routed_at, status, $3 from intake.report where id = $2`,
    [twinId, told.id, after.get(told.id)?.target],
  );
  expect(await linesOf(twinId)).toEqual([]);
  await world.sql('delete from intake.report where id = $1', [twinId]);
  // Closed meanwhile, it keeps the day that it had then; taken up again, it is counted like the others.
  await world.sql("update intake.report set status = 'closed' where id = $1", [told.id]);
  expect(await keepCalendar(owner, bankHolidays)).toEqual({
    open: (recounted?.open ?? 0) - 1,
    moved: moved - 1,
    asbMoved: 0,
  });
  const later = new Map((await reports()).map((row) => [row.id, row]));
  expect(later.get(told.id)?.target).toBe(after.get(told.id)?.target);
  expect(await linesOf(told.id)).toEqual([line]);
  await world.sql('update intake.report set status = $2 where id = $1', [told.id, told.status]);
  expect(await linesOf(told.id)).toHaveLength(2);
  expect(await reports()).toEqual(before);
});

test('the first contact that is waited for and the working days of a case review move too; what was done, is over or is counted in all days stays', async () => {
  const [today, tomorrow] = [soon(0), worked(soon(1))];
  const isHoliday = (day: Day) => bankHolidays.includes(day);
  const [contact, acknowledge] = [5, 2].map((days) => addWorkingDays(today, days, isHoliday));
  const { asbId, complainantId, reviewId } = asbSamples;
  // Of three who complain one was spoken to, and of one the day is over; the review is new, and is decided after 21 days of any kind.
  await world.sql(
    `insert into asb.complainant (id, asb_id, agency_id, position, name, contact_officer_id, added_on, contact_due_on, contacted_on)
     select gen_random_uuid(), asb_id, agency_id, n, 'Another ' || n, contact_officer_id, $1, case n when 2 then $2::date else $1::date end,
       case n when 2 then $1::date end from asb.complainant, generate_series(2, 3) n where id = $3`,
    [today, contact, complainantId],
  );
  await world.sql('update asb.complainant set added_on = $1, contact_due_on = $2 where id = $3', [
    ...[today, contact, complainantId],
  ]);
  await world.sql(
    `update asb.review set status = 'received', applied_on = $1, acknowledge_by = $2, decide_by = $3, acknowledged_on = null, decided_on = null where id = $4`,
    [today, acknowledge, contact, reviewId],
  );
  const days = async () => ({
    contacts: (
      await world.sql<{ due: Day }>(
        'select contact_due_on::text as due from asb.complainant where asb_id = $1 order by position',
        [asbId],
      )
    ).map(({ due }) => due),
    review: (
      await world.sql<{ acknowledge: Day; decide: Day }>(
        'select acknowledge_by::text as acknowledge, decide_by::text as decide from asb.review where id = $1',
        [reviewId],
      )
    )[0],
  });
  const before = await days();
  const now = [...bankHolidays, tomorrow].sort();
  expect((await keepCalendar(owner, now))?.asbMoved).toBe(2);
  const isNow = (day: Day) => now.includes(day);
  const moved = addWorkingDays(today, 5, isNow);
  expect(moved).not.toBe(contact);
  expect(await days()).toEqual({
    contacts: [moved, contact, today],
    review: { acknowledge: addWorkingDays(today, 2, isNow), decide: contact },
  });
  const callum = await world.as('callum.safety');
  for (const [path, words] of [
    [`/api/v1/asb/${asbId}`, /^First contact with complainant 1 by .* and not .*: bank holidays changed$/],
    [`/api/v1/case-reviews/${reviewId}`, /^To be acknowledged by .* and not .*: bank holidays changed$/],
  ] as const) {
    const { events = [] } = (await callum.api('GET', path)).json as { events?: { words: string }[] };
    expect(events.filter(({ words: said }) => words.test(said))).toHaveLength(1);
  }
  expect((await keepCalendar(owner))?.asbMoved).toBe(2);
  expect(await days()).toEqual(before);
});
