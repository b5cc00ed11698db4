import { parse } from 'node-html-parser';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type Visitor, type World } from '../../test/support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld({ name: 'paper' });
});
afterAll(() => world.close());

interface Published {
  figures: { code: string; part: string; shown: string; lastYear: string | null }[];
  sections: { section: string; words: string }[];
}
const published = async (who: Visitor, quarter: string) =>
  (await who.api('GET', `/api/v1/figures/quarter/${quarter}`)).json as Published;

test('what is said of people a year before is what that quarter’s own paper said, or nothing', async () => {
  const petra = await world.as('petra.performance');
  const publish = (quarter: string) =>
    petra.api('POST', `/api/v1/figures/quarter/${quarter}/publish`, {
      summary: 'Reports rose in the summer.',
    });
  expect((await publish('2026-27-Q1')).status).toBe(201);
  const alone = (await published(petra, '2026-27-Q1')).figures.filter(
    ({ code, part }) => code.startsWith('E-01') && part === 'all',
  );
  for (const { code, lastYear } of alone) expect(lastYear, code).toBe('Not published');
  expect((await publish('2025-26-Q2')).status).toBe(201);
  const before = await published(petra, '2025-26-Q2');
  // A notice of that quarter comes to light, so that counting it again would give another number.
  await world.sql(
    "update enforcement.penalty set issued_on = '2025-08-15' where id = (select id from enforcement.penalty where issued_on > '2026-04-01' order by id limit 1)",
  );
  expect((await publish('2026-27-Q2')).status).toBe(201);
  const after = await published(petra, '2026-27-Q2');
  for (const { code, part, lastYear } of after.figures)
    if (code.startsWith('E-01') && part === 'all')
      expect(lastYear, code).toBe(
        before.figures.find((each) => each.code === code && each.part === 'all')?.shown,
      );
});

test('the paper has its case studies, and says plainly which parts have no records', async () => {
  const cora = await world.as('cora.comms');
  const olu = await world.as('olu.officer');
  const [open] = await world.sql<{ id: string }>(
    "select c.id from enforcement.case_file c join enforcement.case_service z on z.case_id = c.id join directory.service s on s.id = z.service_id where not c.is_personal and s.code = 'WEND-ENV' limit 1",
  );
  const offered = await olu.api('POST', '/api/v1/publicity', {
    caseId: open?.id,
    words: 'The lane has been clear for three months',
  });
  const { id } = offered.json as { id: string };
  const words = 'The lane behind the shops is clear again';
  expect((await cora.api('POST', `/api/v1/publicity/${id}`, { isApproved: true, words })).status).toBe(200);
  const petra = await world.as('petra.performance');
  await world.sql("update tasking.success_flag set decided_at = '2025-12-20T12:00:00Z' where id = $1", [id]);
  const live = await petra.get('/figures/quarter/2025-26-Q3');
  expect(live.text).toContain(words);
  for (const title of ['Operations', 'Statutory duties', 'Budget'])
    expect(live.text).toMatch(new RegExp(`>${title}</h2><p class="govuk-body">Not kept here`));
  expect(
    (
      await petra.api('POST', '/api/v1/figures/quarter/2025-26-Q3/publish', {
        summary: 'Reports fell in the winter.',
      })
    ).status,
  ).toBe(201);
  const bea = await world.as('bea.board');
  expect((await bea.get('/figures/quarter/2025-26-Q3')).text).toContain(words);
  expect((await published(bea, '2025-26-Q3')).sections).toEqual([
    expect.objectContaining({ section: 'case-studies', words: expect.stringContaining(words) }),
  ]);
  // Nothing that was approved later, or only offered, is in it.
  expect((await bea.get('/figures/quarter/2025-26-Q3')).text).not.toContain('three months');
});

test('the Joint Action Group’s paper lists each task that fell due with what came of it, and none about people', async () => {
  const callum = await world.as('callum.safety');
  const rows = await world.sql<{ reference: string; personal: boolean }>(
    `select t.reference, t.is_personal as personal from tasking.task t join tasking.series s on s.id = t.series_id
     where s.kind = 'JAG' and s.area_code = 'Q07000001' and t.first_due_on between '2026-07-01' and '2026-09-30'`,
  );
  const page = await callum.get('/figures/jag/Q07000001');
  expect(rows.length).toBeGreaterThan(0);
  for (const { reference, personal } of rows)
    if (personal) expect(page.text).not.toContain(reference);
    else expect(page.text).toContain(reference);
  expect((await callum.get('/figures/jag/Q07000001/paper.pdf')).status).toBe(200);
});

test('the analyst sees how every meeting stands, small numbers left out where it is not theirs, and nobody else does', async () => {
  const petra = await world.as('petra.performance');
  interface Line {
    seriesName: string;
    onTime: string;
    due: string;
    isOwn: boolean;
  }
  for (const [code, view] of [
    ['T-01', 'task_total'],
    ['T-03', 'return_total'],
  ] as const) {
    const read = async (who: Visitor) =>
      ((await who.api('GET', `/api/v1/figures/${code}?period=2026-27-Q2`)).json as { meetings: Line[] })
        .meetings;
    const lines = await read(petra);
    const truth = await world.sql<{ name: string; due: number; on_time: number }>(
      `select series_name as name, sum(due)::int as due, sum(on_time)::int as on_time from tasking.${view}
       where ${code === 'T-01' ? 'first_due_on' : 'due_on'} between '2026-07-01' and '2026-09-30' group by series_id, 1`,
    );
    const together = lines.find(({ seriesName }) => seriesName.startsWith('All meetings'));
    if (together && /^\d/.test(together.due))
      expect(Number(together.due)).toBe(
        truth
          .filter(({ name }) => !lines.some((line) => line.isOwn && line.seriesName === name))
          .reduce((sum, { due }) => sum + due, 0),
      );
    const each = lines.filter((line) => line !== together);
    expect(each.map(({ seriesName }) => seriesName).sort()).toEqual(truth.map(({ name }) => name).sort());
    expect(lines.some(({ isOwn }) => !isOwn)).toBe(true);
    for (const line of each) {
      const row = truth.find(({ name }) => name === line.seriesName);
      if (line.isOwn) expect([line.onTime, line.due]).toEqual([String(row?.on_time), String(row?.due)]);
      else for (const shown of [line.onTime, line.due]) expect(shown).not.toMatch(/^[1-4]$/);
    }
    expect(await read(await world.as('callum.safety'))).toEqual([]);
    // A custom span shows the same quarter: spans that overlap cannot be subtracted.
    const custom = (
      (await petra.api('GET', `/api/v1/figures/${code}?from=2026-07-02&to=2026-09-29`)).json as {
        meetings: Line[];
      }
    ).meetings;
    expect(custom).toEqual(lines);
  }
  const [personal] = await world.sql<{ n: number }>(
    'select count(*)::int as n from tasking.task_total v where v.due > (select count(*) from tasking.task t where t.series_id = v.series_id and t.first_due_on = v.first_due_on and not t.is_personal)',
  );
  expect(personal?.n).toBe(0);
});

test('the share of tasks and of returns that is published counts every meeting, not only the publisher’s', async () => {
  const petra = await world.as('petra.performance');
  const given = { summary: 'All meetings.', reason: 'To count them all.' };
  expect((await petra.api('POST', '/api/v1/figures/quarter/2026-27-Q2/publish', given)).status).toBe(201);
  for (const [code, view, day] of [
    ['T-01', 'task_total', 'first_due_on'],
    ['T-03', 'return_total', 'due_on'],
  ] as const) {
    const [truth] = await world.sql<{ due: number; onTime: number }>(
      `select sum(due)::int as due, sum(on_time)::int as "onTime" from tasking.${view} where ${day} between '2026-07-01' and '2026-09-30'`,
    );
    const [frozen] = await world.sql<{ numerator: number | null; denominator: number | null; kind: string }>(
      `select numerator, denominator, kind from performance.frozen_figure where quarter = '2026-27-Q2' and code = $1 and part = 'all' order by edition desc limit 1`,
      [code],
    );
    const own = (await petra.api('GET', `/api/v1/figures/${code}?period=2026-27-Q2`)).json as {
      now: { denominator?: number };
    };
    expect(truth?.due ?? 0, code).toBeGreaterThan(own.now?.denominator ?? 0);
    if (frozen?.kind === 'value')
      expect([frozen.numerator, frozen.denominator], code).toEqual([truth?.onTime, truth?.due]);
    else expect(frozen?.denominator).toBeNull();
  }
});

test('four quarters stand beside one another: live they open their records, published in the words of each paper', async () => {
  const petra = await world.as('petra.performance');
  const quarters = ['2025-26-Q3', '2025-26-Q4', '2026-27-Q1', '2026-27-Q2'];
  const labels = ['Q3 2025-26', 'Q4 2025-26', 'Q1 2026-27', 'Q2 2026-27'];
  const { text } = await petra.get('/figures/quarter/2026-27-Q2');
  const trend = parse(text)
    .querySelectorAll('table')
    .find((table) => table.querySelector('caption')?.text.includes('beside one another'));
  expect(trend?.querySelectorAll('thead th').map((cell) => cell.text.trim())).toEqual([
    ...['Figure', ...labels, 'Since the quarter before'],
  ]);
  const reports = trend
    ?.querySelectorAll('tbody tr')
    .find((row) => row.querySelector('a[href^="/figures/I-01/"]'));
  const links = reports?.querySelectorAll('a').map((link) => link.getAttribute('href') ?? '') ?? [];
  expect(links).toEqual(quarters.map((period) => `/figures/I-01/records?period=${period}`));
  // Each cell says what the figure of that quarter says by itself.
  const alone = await petra.api('GET', `/api/v1/figures/I-01?period=${quarters[1]}`);
  const said = reports?.querySelectorAll('a')[1]?.childNodes[0]?.text.trim();
  expect(said).toBe((alone.json as { now: { words: string } }).now.words);
  const sheet = (await petra.get('/figures.csv?period=2026-27-Q2')).text.split(/\r?\n/);
  expect(sheet[0]?.split(',').slice(-4)).toEqual(quarters);
  expect((await petra.get('/figures.csv?period=2026-07')).text.split(/\r?\n/)[0]).toMatch(/sentence$/);
  // Who sees no record reads what was published of each, small numbers left out, and of the others that nothing was.
  const board = await (await world.as('bea.board')).get('/figures/quarter/2026-27-Q2');
  const paper = parse(board.text).querySelectorAll('table')[0];
  expect(
    paper
      ?.querySelectorAll('thead th')
      .map((cell) => cell.text.trim())
      .slice(0, 6),
  ).toEqual([...['Figure', ...labels.slice(0, 3), 'Published', 'A year before']]);
  const first = (await published(petra, '2026-27-Q1')).figures.filter(({ part }) => part === 'all');
  for (const row of paper?.querySelectorAll('tbody tr') ?? []) {
    const [, , unpublished, q1] = row.querySelectorAll('td, th').map((cell) => cell.text.trim());
    expect(unpublished).toBe('Not published');
    if (!row.text.includes(',')) expect([...first.map(({ shown }) => shown), 'Not published']).toContain(q1);
  }
  expect((await petra.get('/figures/quarter/2026-27-Q2/paper.pdf')).status).toBe(200);
});
