import fc from 'fast-check';
import { parse } from 'node-html-parser';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../../test/support/world.ts';
import type { OfficerViewer } from '../platform/access/viewer.ts';
import { addDays, fixedClock } from '../platform/clock/clock.ts';
import { demand } from '../platform/failures/failures.ts';
import type { Work } from '../platform/http/work.ts';
import { repeatableIds } from '../platform/ids/ids.ts';
import { submitReturn } from './return.commands.ts';
import { findReturn } from './return.store.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld({ name: 'return' });
});
afterAll(() => world.close());

test('each count opens the records that it counts, reports and penalty notices', async () => {
  // Notices of the days of the return: two for the service of their report, and the last for another service.
  await world.sql(
    `with few as (select p.id, row_number() over (order by p.id) as n from enforcement.penalty p join directory.agency a on a.id = p.agency_id
       where a.code = 'WEND' and p.status <> 'draft' and p.issued_on is not null limit 3)
     update enforcement.penalty p set issued_on = '2026-11-19', district_code = (select area_code from directory.agency where code = 'WEND'),
       report_id = (select r.id from intake.report r join directory.service s on s.id = r.service_id
         where s.code = case when few.n < 3 then 'WEND-ENV' else 'WEND-PARK' end order by r.id limit 1) from few where few.id = p.id`,
  );
  const olu = await world.as('olu.officer');
  const [open] = await world.sql<{ href: string }>(
    `select '/meetings/' || r.meeting_id || '/returns/' || r.service_id as href from tasking.data_return r join directory.service s on s.id = r.service_id
     join tasking.meeting m on m.id = r.meeting_id where s.code = 'WEND-ENV' and r.status = 'open' order by m.held_on limit 1`,
  );
  await olu.api('POST', `/api/v1${open?.href}`, { version: 1 });
  const html = parse((await olu.get(open?.href ?? '')).text);
  const opened: Record<string, number> = {};
  for (const row of html.querySelectorAll('#figures tbody tr')) {
    const [counted] = row.querySelectorAll('td');
    const links = counted?.querySelectorAll('a').map((one) => one.getAttribute('href') ?? '') ?? [];
    const number = Number(/^\d+/.exec(counted?.text.trim() ?? '')?.[0] ?? 0);
    // None is left without its records.
    expect(links.length > 0, row.text).toBe(number > 0);
    let found = 0;
    for (const href of links)
      for (let next: string | null = ''; next !== null; ) {
        const { json } = await olu.api('GET', `/api/v1${href}&after=${next}`);
        const page = json as { reports?: unknown[]; penalties?: unknown[]; next: string | null }; // the shape is the declaration's
        found += (page.reports ?? page.penalties ?? []).length;
        next = page.next;
      }
    expect(found, row.text).toBe(number);
    const [list = ''] = links[0]?.split('?') ?? [];
    opened[list] = (opened[list] ?? 0) + found;
  }
  expect(opened['/reports']).toBeGreaterThan(0);
  expect(opened['/penalties']).toBeGreaterThanOrEqual(2);
});

test('in whatever order and on whatever day returns are submitted, no day is counted twice and none is left out', async () => {
  const { viewer } = await world.as('olu.officer');
  if (viewer.kind !== 'officer') throw new Error('not an officer');
  const [service] = await world.sql<{ id: string }>(
    "select id from directory.service where code = 'WEND-ENV'",
  );
  const meetings = await world.sql<{ id: string; held_on: string }>(
    `select m.id, m.held_on::text from tasking.meeting m join tasking.data_return r on r.meeting_id = m.id and r.service_id = $1
     join tasking.series s on s.id = m.series_id where s.kind = 'JAG' order by m.held_on desc limit 4`,
    [service?.id],
  );
  const serviceId = service?.id ?? '';
  const [earliest] = meetings.slice(-1);
  const period = await world.sql<{ day: string }>(
    'select period_from::text as day from tasking.data_return where meeting_id = $1 and service_id = $2',
    [earliest?.id, serviceId],
  );
  const begins = period[0]?.day ?? '';
  const ids = meetings.map(({ id }) => id);
  const as = <T>(on: string, run: (work: Work) => Promise<T>) =>
    world.app.databases.inTransaction('OPS', viewer satisfies OfficerViewer, (db) =>
      run({
        db,
        viewer,
        clock: fixedClock(`${on}T11:00:00Z`),
        ids: repeatableIds(`return ${on}`),
        note: { detail: {} },
      }),
    );
  // Only these four: what came before them is of no account here.
  await world.sql(
    'delete from tasking.return_figure where service_id = $1 and meeting_id <> all ($2::uuid[])',
    [serviceId, ids],
  );
  await world.sql('delete from tasking.return_chaser where service_id = $1', [serviceId]);
  await world.sql(
    'delete from tasking.data_return where service_id = $1 and meeting_id <> all ($2::uuid[])',
    [serviceId, ids],
  );
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(ids, { minLength: 1 }),
      fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 4, maxLength: 4 }),
      async (order, gaps) => {
        await world.sql(
          "update tasking.data_return set status = 'open', submitted_at = null, submitted_by = null, counted_days = null, version = 1 where service_id = $1",
          [serviceId],
        );
        await world.sql('delete from tasking.return_figure where service_id = $1', [serviceId]);
        let today = addDays(begins, 30);
        let last = begins;
        for (const [index, meetingId] of order.entries()) {
          today = addDays(today, gaps[index] ?? 0);
          await as(today, async (work) => {
            const line = await findReturn(work, meetingId, serviceId);
            if (line) last = [last, [today, line.heldOn].sort()[0] ?? last].sort().at(-1) ?? last;
            demand(await submitReturn(work, { meetingId, serviceId, version: 1 }));
          });
        }
        const [days] = await world.sql<{ counted: number; union: number; outside: boolean }>(
          `select coalesce(sum(upper(y) - lower(y)), 0)::int as counted,
             (select coalesce(sum(upper(u) - lower(u)), 0)::int from (select range_agg(z) as whole from tasking.data_return e, unnest(e.counted_days) z where e.service_id = $1) w, unnest(w.whole) u) as union
           from tasking.data_return r, unnest(r.counted_days) y where r.service_id = $1`,
          [serviceId],
        );
        expect(days?.counted).toBe(days?.union);
        const [figures] = await world.sql<{ n: number; truth: number }>(
          `select (select coalesce(sum(counted), 0)::int from tasking.return_figure where service_id = $1 and measure = 'fly-tips') as n,
             (select count(distinct r.id)::int from intake.report r, tasking.data_return e, unnest(e.counted_days) z, directory.agency a
               where a.code = 'WEND' and e.service_id = $1 and r.service_id = $1 and r.district_code = a.area_code and not r.is_sensitive
                 and r.issue_type in ('fly-tipping', 'asbestos') and (r.received_at at time zone 'Europe/London')::date <@ z) as truth`,
          [serviceId],
        );
        expect(figures?.n).toBe(figures?.truth);
        // In the order of the meetings nothing falls between two of them.
        const inOrder = meetings.map(({ id }) => id).reverse();
        if (order.every((id, index) => id === inOrder[index])) {
          const [whole] = await world.sql<{ days: string }>(
            'select range_agg(z)::text as days from tasking.data_return e, unnest(e.counted_days) z where e.service_id = $1',
            [serviceId],
          );
          expect(whole?.days).toBe(`{[${begins},${last})}`);
        }
      },
    ),
    {
      numRuns: 40,
      examples: [
        [ids.slice().reverse(), [0, 42, 42, 42]],
        [ids, [60, 60, 60, 0]],
      ],
    },
  );
}, 60_000);
