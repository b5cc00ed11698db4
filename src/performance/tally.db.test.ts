import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../../test/support/world.ts';
import type { OfficerViewer } from '../platform/access/viewer.ts';
import { fixedClock } from '../platform/clock/clock.ts';
import type { Work } from '../platform/http/work.ts';
import { repeatableIds } from '../platform/ids/ids.ts';
import { addedUp, medians } from './count.queries.ts';
import { figureSplit } from './indicator.queries.ts';
import { indicatorQueries } from './indicator.rules.ts';
import { figureCodes } from './indicator.ts';
import { customPeriod, monthPeriod, type Period, quarterPeriod, yearPeriod } from './period.ts';
import { type Source, sources } from './sources.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld({ name: 'tally' });
});
afterAll(() => world.close());

const { tally: _, ...asRecords } = sources.report;
const reportCodes = figureCodes.filter((code) => indicatorQueries[code]?.source === 'report');

const as = <T>(viewer: OfficerViewer, run: (work: Work) => Promise<T>): Promise<T> =>
  world.app.databases.inTransaction('OPS', viewer, (db) =>
    run({
      db,
      viewer,
      clock: fixedClock('2026-11-20T10:00:00Z'),
      ids: repeatableIds('tally'),
      note: { detail: {} },
    }),
  );

/** Every figure of reports by both ways, as one comparable thing. */
async function counted(work: Work, source: Source, over: { periods: readonly Period[]; area: string }) {
  const asked = reportCodes.flatMap((code) => {
    const query = indicatorQueries[code];
    return query ? [{ code, query }] : [];
  });
  const added = await addedUp(
    work,
    source,
    asked.filter(({ query }) => query.measure !== 'median'),
    over,
  );
  const result: Record<string, unknown> = {};
  for (const { code, query } of asked) {
    const rows = added.get(code) ?? (await medians(work, { query, source }, over));
    for (const { key } of over.periods) {
      const row = rows.get(key);
      result[`${code} ${key}`] = [row?.n ?? 0, row?.part ?? 0, query.amount ? (row?.amount ?? null) : 0];
    }
  }
  return result;
}

const anyPeriod = fc.oneof(
  fc.constantFrom(
    monthPeriod('2026-10-01'),
    quarterPeriod('2026-08-01'),
    yearPeriod('2026-05-01'),
    monthPeriod('2026-11-01'),
  ),
  fc
    .tuple(
      fc.integer({ min: 0, max: 500 }).map((n) => 20_200 + n),
      fc.integer({ min: 0, max: 200 }),
    )
    .map(([from, length]) => {
      const day = (n: number) => new Date(n * 86_400_000).toISOString().slice(0, 10);
      return customPeriod(day(from), day(from + length));
    }),
);
/** One statement of the kinds that change reports; `$1` picks the rows. */
const changes = [
  "update intake.report set status = 'closed', outcome = 'solved' where hashtext(id::text) % 40 = $1",
  "update intake.report set status = 'duplicate' where hashtext(id::text) % 40 = $1",
  'update intake.report set is_sensitive = not is_sensitive where hashtext(id::text) % 40 = $1',
  "update intake.report set issue_type = 'fly-tipping', outcome = 'Warning letter sent' where hashtext(id::text) % 40 = $1",
  "update intake.report set times_rerouted = times_rerouted + 1, routed_by = 'person', routed_at = routed_at + interval '95 seconds' * times_rerouted where hashtext(id::text) % 40 = $1",
  'update intake.report r set service_id = s.id, owner_agency_id = s.agency_id from directory.service s where hashtext(r.id::text) % 40 = $1 and s.id = (select id from directory.service order by md5(id::text || $1::text) limit 1)',
  "update intake.report set received_at = received_at - interval '31 days', district_code = 'Q07000001' where hashtext(id::text) % 40 = $1",
  "update intake.report set description = 'Other words' where hashtext(id::text) % 40 = $1",
  'delete from intake.report r where hashtext(id::text) % 40 = $1 and not exists (select 1 from intake.report_event e where e.report_id = r.id) and not exists (select 1 from records.received_record v where v.report_id = r.id) and not exists (select 1 from intake.reporter v where v.report_id = r.id) and not exists (select 1 from intake.return_phrase v where v.report_id = r.id) and not exists (select 1 from intake.message v where v.report_id = r.id) and not exists (select 1 from enforcement.penalty v where v.report_id = r.id) and not exists (select 1 from records.link v where v.source_report_id = r.id) and not exists (select 1 from intake.report v where v.duplicate_of_id = r.id)',
  "update enforcement.penalty set report_id = (select id from intake.report where issue_type = 'fly-tipping' and not is_sensitive order by md5(id::text || $1::text) limit 1) where report_id is null and hashtext(id::text) % 40 = $1",
  'select intake.fold_report_tally() where $1 >= 0',
] as const;

test('whatever happens to reports, what is counted in advance is what the records say, for every viewer', async () => {
  const people = [];
  for (const name of [
    'petra.performance',
    'callum.safety',
    'olu.officer',
    'priya.police',
    'hollis.housing',
  ]) {
    const { viewer } = await world.as(name);
    if (viewer.kind === 'officer') people.push(viewer);
  }
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ change: fc.constantFrom(...changes), pick: fc.integer({ min: -39, max: 39 }) }), {
        minLength: 1,
        maxLength: 4,
      }),
      fc.constantFrom(...people),
      fc.uniqueArray(anyPeriod, { minLength: 1, maxLength: 4, selector: (p) => p.key }),
      fc.constantFrom('all', 'Q07000001', 'Q07000003'),
      async (made, viewer, periods, area) => {
        for (const { change, pick } of made) await world.sql(change, [pick]);
        await as(viewer, async (work) => {
          const over = { periods, area };
          expect(await counted(work, sources.report, over)).toEqual(await counted(work, asRecords, over));
        });
      },
    ),
    { numRuns: 40, endOnFailure: true },
  );
}, 120_000);

test('a split read from the tally is the split of the records', async () => {
  const { viewer } = await world.as('petra.performance');
  if (viewer.kind !== 'officer') throw new Error('not an officer');
  const month = monthPeriod('2026-09-01');
  // The same days, but not by that name: with one day less it is read from the records.
  const days = [customPeriod('2026-09-01', '2026-09-29'), customPeriod('2026-09-30', '2026-09-30')];
  for (const [code, split] of [
    ['I-01', 'channel'],
    ['I-01', 'theme'],
    ['I-01', 'district'],
    ['E-02', 'district'],
  ] as const) {
    const whole = await as(viewer, (work) => figureSplit(work, code, split, month, 'all'));
    const sums = new Map<string, number>();
    for (const period of days)
      for (const { part, figure } of await as(viewer, (work) =>
        figureSplit(work, code, split, period, 'all'),
      ))
        sums.set(part, (sums.get(part) ?? 0) + (figure.kind === 'value' ? figure.value : 0));
    expect(whole.length, `${code} ${split}`).toBeGreaterThan(1);
    expect(
      Object.fromEntries(whole.map(({ part, figure }) => [part, figure.kind === 'value' && figure.value])),
    ).toEqual(Object.fromEntries(sums));
  }
});

test('adding the rows up changes no figure and leaves one row a line', async () => {
  const sums = () =>
    world.sql('select facet, sum(n)::int as n from intake.report_tally group by 1 order by 1');
  const before = await sums();
  await world.sql('select intake.fold_report_tally()');
  expect(await sums()).toEqual(before);
  const [doubled] = await world.sql<{ n: number }>(
    'select count(*)::int as n from (select 1 from intake.report_tally t group by t.facet, t.month, t.is_sensitive, t.owner_agency_id, t.received_by_agency_id, t.service_id, t.district_code, t.routed_by, t.times_rerouted, t.issue_type, t.status, t.outcome, t.channel, t.minutes_to_owner having count(*) > 1) x',
  );
  expect(doubled?.n).toBe(0);
});

test('the logins of other sides cannot read what is counted', async () => {
  const [row] = await world.sql<{ who: string[] }>(
    "select array_agg(r order by r) as who from unnest(array['bailiwick_public', 'bailiwick_ops', 'bailiwick_intel', 'bailiwick_safeguard', 'bailiwick_gov', 'bailiwick_tech', 'bailiwick_sign_in', 'bailiwick_worker']) r where has_table_privilege(r, 'intake.report_tally', 'select')",
  );
  expect(row?.who).toEqual(['bailiwick_ops']);
});
