import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { sql } from 'kysely';
import { parse as parseHtml } from 'node-html-parser';
import readXlsx from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testNow } from '../../test/support/cluster.ts';
import { openWorld, type Visitor, type World } from '../../test/support/world.ts';
import type { OfficerViewer } from '../platform/access/viewer.ts';
import { addDays, dayOf } from '../platform/clock/clock.ts';
import { isRunAsFormula } from '../platform/documents/csv.ts';
import { randomIds } from '../platform/ids/ids.ts';
import { reportPolicy } from './report.policy.ts';
import { countReports, listReports } from './report.store.ts';

let world: World;
let rowan: Visitor;
beforeAll(async () => {
  world = await openWorld({ name: 'list' });
  rowan = await world.as('rowan.reception');
  // More than an export once stopped at, some of them alike in all that is sorted by, and some that would run as formulas.
  await world.sql(`insert into intake.report (id, reference, issue_type, description, channel, received_at, received_by_agency_id, land_owner,
      service_id, owner_agency_id, routed_by, route_why, routed_at, status, first_target_on, place_words)
    select gen_random_uuid(), 'R-MANY-' || n, issue_type, case n % 3 when 0 then '=1+' || n when 1 then '@x' else 'Words, "and" more' end, channel,
      '2024-01-01'::timestamptz + (n / 7) * interval '1.000001 hours', r.received_by_agency_id, 'unknown', r.service_id, a.id, 'rule', route_why,
      routed_at, case n % 2 when 0 then 'new' else 'in-progress' end, '2024-02-01'::date + n / 50, null
    from intake.report r cross join generate_series(1, 10500) n join directory.agency a on a.code = 'MCC' where r.reference = 'R-SAMP-001'`);
});
afterAll(() => world.close());

interface Row {
  id: string;
  reference: string;
  receivedAt: string;
  targetOn: string;
  status: string;
}

describe('sorting', () => {
  test.each([
    ['', (row: Row) => row.receivedAt, -1],
    ['sort=-received', (row: Row) => row.receivedAt, -1],
    ['sort=received', (row: Row) => row.receivedAt, 1],
    ['sort=due', (row: Row) => row.targetOn, 1],
    ['sort=-due', (row: Row) => row.targetOn, -1],
    ['sort=reference', (row: Row) => row.reference, 1],
    ['sort=-status', (row: Row) => row.status, -1],
  ] as const)('by %s every page goes on where the one before ended', async (query, by, way) => {
    const reply = (await rowan.api('GET', `/api/v1/reports?from=2024-01-01&to=2024-01-12&${query}`)).json as {
      next: string;
    };
    const rows: Row[] = [];
    for (let after: string | null = ''; after !== null; ) {
      const page = (
        await rowan.api('GET', `/api/v1/reports?from=2024-01-01&to=2024-01-12&${query}&after=${after}`)
      ).json as { reports: Row[]; next: string | null };
      rows.push(...page.reports);
      after = page.next;
    }
    expect(reply.next).not.toBeNull();
    const [{ n } = { n: 0 }] = await world.sql<{ n: number }>(
      "select count(*)::int as n from intake.report where received_at >= '2024-01-01' and received_at < '2024-01-13' and reference like 'R-MANY%'",
    );
    expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
    expect(rows.filter((row) => row.reference.startsWith('R-MANY')).length).toBe(n);
    const values = rows.map(by);
    expect(values).toEqual([...values].sort((a, b) => way * (a < b ? -1 : a > b ? 1 : 0)));
  });

  test('a heading says how the list is sorted and leads to the other way, with the filter kept, and so does the next page', async () => {
    const { text } = await rowan.get('/reports?status=new&sort=-due');
    const html = parseHtml(text);
    const headings = html.querySelectorAll('thead th');
    expect(headings.map((th) => th.getAttribute('aria-sort') ?? '')).toEqual([
      'none',
      '',
      '',
      'none',
      '',
      'descending',
      'none',
    ]);
    const due = headings[5]?.querySelector('a')?.getAttribute('href');
    expect(due).toBe('/reports?status=new&sort=due');
    expect(html.querySelector('.govuk-pagination__next a')?.getAttribute('href')).toContain('sort=-due');
    expect(html.querySelector('form input[name=sort]')?.getAttribute('value')).toBe('-due');
  });

  test('what is due is open, and the nearest comes first', async () => {
    const today = dayOf(new Date(testNow));
    const asked = async (due: string) =>
      (
        (await rowan.api('GET', `/api/v1/reports?due=${due}`)).json as {
          reports: { targetOn: string; status: string }[];
        }
      ).reports;
    const [late, now, week] = [await asked('late'), await asked('today'), await asked('week')];
    expect(late.length).toBeGreaterThan(0);
    expect(late.every(({ targetOn }) => targetOn < today)).toBe(true);
    expect(now.every(({ targetOn }) => targetOn === today)).toBe(true);
    expect(week.length).toBeGreaterThan(0);
    expect(week.every(({ targetOn }) => targetOn >= today && targetOn <= addDays(today, 6))).toBe(true);
    expect([...late, ...week].every(({ status }) => status === 'new' || status === 'in-progress')).toBe(true);
    expect(week.map(({ targetOn }) => targetOn)).toEqual(week.map(({ targetOn }) => targetOn).sort());
    expect((await rowan.get('/reports?due=week')).text).toContain('Due within seven days');
    expect((await rowan.api('GET', '/api/v1/reports?due=never')).status).toBe(422);
  });

  test('what cannot be sorted by, and a cursor of another order, start at the top in the usual order', async () => {
    const usual = (await rowan.api('GET', '/api/v1/reports')).json as { reports: Row[]; next: string };
    for (const query of ['sort=password', 'sort=1%27', 'after=nonsense', 'sort=zebra'])
      expect(
        ((await rowan.api('GET', `/api/v1/reports?${query}`)).json as { reports: Row[] }).reports[0],
      ).toEqual(usual.reports[0]);
    const byDue = (await rowan.api('GET', '/api/v1/reports?sort=due')).json as { reports: Row[] };
    const crossed = (await rowan.api('GET', `/api/v1/reports?sort=due&after=${usual.next}`)).json as {
      reports: Row[];
    };
    expect(crossed.reports[0]).toEqual(byDue.reports[0]);
  });
});

describe('exports', () => {
  const many = 'from=2024-01-01';
  test('CSV and Excel hold every row, beyond ten thousand, in the same order, and no formula', async () => {
    const csv = (await rowan.get(`/reports.csv?${many}&sort=due`)).text;
    const rows = parse(csv, { bom: true, columns: true }) as Record<string, string>[];
    const references = rows.map((row) => row.reference);
    expect(rows.length).toBeGreaterThan(10_500);
    expect(new Set(references).size).toBe(rows.length);
    expect(rows.filter((row) => Object.values(row).some((cell) => isRunAsFormula(cell)))).toEqual([]);
    expect(rows.filter((row) => row.description?.startsWith("'=1+")).length).toBe(3500);
    const reply = await world.app.server.inject({
      method: 'GET',
      url: `/reports.xlsx?${many}&sort=due`,
      cookies: { bw_session: rowan.token },
    });
    const [sheet] = await readXlsx(reply.rawPayload);
    const cells = sheet?.data ?? [];
    expect(cells.length).toBe(rows.length + 1);
    expect(cells.slice(1).map((row) => row[0])).toEqual(references);
    expect(cells.some((row) => row[11] === '=1+3')).toBe(true);
    expect(cells[1]?.[9]).toBeInstanceOf(Date);
  }, 60_000);

  test('the audit says how many rows were taken away', async () => {
    await rowan.get(`/reports.csv?${many}`);
    const [row] = await world.sql<{ n: number }>(
      "select (detail->>'count')::int as n from platform.audit_entry where event = 'report.exported' order by at desc, seq desc limit 1",
    );
    expect(row?.n).toBeGreaterThan(10_500);
  });
});

describe('a search by words', () => {
  const questions = [
    'mattress',
    'mattress -dumped',
    '-mattress',
    '"fly tipping"',
    'dogs or needles',
    'the',
    "o'neill",
    'R-SAMP-001',
  ];

  test('finds for anybody what the policy shows of what says it: no more, no less, no other number', async () => {
    await world.sql(`insert into intake.report (id, reference, issue_type, description, channel, received_at, received_by_agency_id, land_owner,
        service_id, owner_agency_id, routed_by, route_why, routed_at, status, first_target_on, place_words, is_sensitive)
      select gen_random_uuid(), 'R-WORD-' || n, issue_type, (array['A mattress, dumped', 'Needles and a mattress', 'Dogs; o''neill''s ''tis it', 'Fly tipping!'])[1 + n % 4],
        channel, received_at, (select id from directory.agency order by hashtext(id::text || n) limit 1), 'unknown', s.id, s.agency_id, 'rule', route_why, routed_at,
        status, first_target_on, null, n % 5 = 0
      from intake.report r cross join generate_series(1, 400) n cross join lateral (select * from directory.service order by hashtext(n || id::text) limit 1) s
      where r.reference = 'R-SAMP-001'`);
    const services = await world.sql<{ id: string; agencyId: string }>(
      'select id, agency_id as "agencyId" from directory.service order by id',
    );
    const { viewer } = rowan;
    if (viewer.kind !== 'officer') throw new Error('Rowan is an officer.');
    const ids = services.map(({ id }) => id);
    const agencies = [...new Set(services.map(({ agencyId }) => agencyId))];
    let found = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...agencies),
        fc.uniqueArray(fc.constantFrom(...agencies), { maxLength: 4 }),
        fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 20 }),
        fc.constantFrom(...questions),
        async (agencyId, agreed, serviceIds, words) => {
          const agreements = agreed.map((fromAgencyId) => ({ recordKind: 'report', fromAgencyId }));
          const looking: OfficerViewer = { ...viewer, agencyId, serviceIds, agreements };
          const work = workOf(looking);
          await world.app.databases.inTransaction('OPS', looking, async (db) => {
            const { rows } = await sql<{ id: string }>`select r.id from intake.report r
              where to_tsvector('english', reference || ' ' || issue_type || ' ' || description || ' ' || coalesce(place_words, '') || ' ' || coalesce(postcode, ''))
                @@ websearch_to_tsquery('english', ${words}) and ${reportPolicy.visible(looking, 'r')} and r.reference like 'R-WORD%'`.execute(
              db,
            );
            const from = '1990-01-01';
            const listed = await listReports({ ...work, db }, { words, from }, { limit: 20_000 });
            expect(await countReports({ ...work, db }, { words, from }, 20_000)).toBe(listed.length);
            const mine = listed.filter((report) => report.reference.startsWith('R-WORD'));
            expect(new Set(mine.map(({ id }) => id))).toEqual(new Set(rows.map(({ id }) => id)));
            found += mine.length;
          });
        },
      ),
      { numRuns: 60, seed: 7 },
    );
    expect(found).toBeGreaterThan(500);
  });
});

const workOf = (viewer: OfficerViewer) => ({
  viewer,
  clock: { now: () => new Date(testNow), today: () => dayOf(new Date(testNow)) },
  ids: randomIds,
  note: { detail: {} },
});
