import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type Visitor, type World } from '../../test/support/world.ts';
import { isCountedFor } from './indicator.queries.ts';
import { indicatorQueries } from './indicator.rules.ts';
import { figureCodes } from './indicator.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld({ name: 'figure' });
});
afterAll(() => world.close());

interface Line {
  code: string;
  now: { kind: string; value?: number; numerator?: number; denominator?: number; words: string };
}
const figures = async (who: Visitor, period: string, area?: string): Promise<Line[]> => {
  const answer = await who.api('GET', `/api/v1/figures?period=${period}${area ? `&area=${area}` : ''}`);
  expect(answer.status, answer.text).toBe(200);
  return (answer.json as { figures: Line[] }).figures;
};
const records = async (
  who: Visitor,
  code: string,
  period: string,
  area: string | undefined,
  side: string,
) => {
  const all: { id: string; isPart: boolean }[] = [];
  let after = '';
  do {
    const answer = await who.api(
      'GET',
      `/api/v1/figures/${code}/records?period=${period}&side=${side}${area ? `&area=${area}` : ''}${after}`,
    );
    expect(answer.status, answer.text).toBe(200);
    const page = answer.json as { records: typeof all; next: string | null };
    all.push(...page.records);
    after = page.next ? `&after=${page.next}` : '';
  } while (after);
  return all;
};

const cases: [string, string, string | undefined][] = [
  ['petra.performance', '2026-27-Q2', undefined],
  ['petra.performance', '2026-10', 'Q07000003'],
  ['callum.safety', 'fy-2026', undefined],
  ['olu.officer', '2026-06-03_2026-08-14', 'Q07000001'],
  ['priya.police', '2026-27-Q1', undefined],
  ['hollis.housing', '2026-27-Q2', undefined],
  ['rowan.reception', '2026-11', undefined],
];
test.each(cases)(
  'every figure opens as many records as it says: %s, %s, %s',
  async (persona, period, area) => {
    const who = await world.as(persona);
    const lines = await figures(who, period, area);
    expect(lines.map((line) => line.code).sort()).toEqual(
      figureCodes.filter((code) => isCountedFor(who.viewer, code)).sort(),
    );
    for (const { code, now } of lines) {
      const rows = await records(who, code, period, area, 'denominator');
      expect(new Set(rows.map((row) => row.id)).size, code).toBe(rows.length);
      if (now.kind !== 'value') expect(rows, code).toHaveLength(0);
      // A share of minutes or pounds counts those, and opens the rows they stand in.
      else if (indicatorQueries[code]?.weight) expect(rows.length > 0, code).toBe((now.denominator ?? 0) > 0);
      else if (now.numerator !== undefined) {
        expect(rows, code).toHaveLength(now.denominator ?? -1);
        expect(await records(who, code, period, area, 'numerator'), code).toHaveLength(now.numerator);
        expect(
          rows.filter((row) => row.isPart),
          code,
        ).toHaveLength(now.numerator);
      } else if (code === 'T-04d') expect(rows, code).toHaveLength(now.denominator ?? -1);
      else if (indicatorQueries[code]?.measure !== 'sum') expect(rows, code).toHaveLength(now.value ?? -1);
    }
  },
  120_000,
);

test('the number of penalties is the number of penalty records, by hand as by query', async () => {
  const petra = await world.as('petra.performance');
  const line = (await figures(petra, '2026-27-Q2')).find(({ code }) => code === 'E-01');
  const [held] = await world.sql<{ n: number }>(
    "select count(*)::int as n from enforcement.penalty where issued_on between '2026-07-01' and '2026-09-30'",
  );
  expect(line?.now.value).toBe(held?.n);
  const income = (await figures(petra, '2026-27-Q2')).find(({ code }) => code === 'E-01b');
  const [sum] = await world.sql<{ n: number }>(
    "select sum(pence)::int / 100.0 as n from enforcement.penalty_payment where paid_on between '2026-07-01' and '2026-09-30'",
  );
  expect(income?.now.value).toBe(Number(sum?.n));
  const list = await petra.api('GET', '/api/v1/penalties?from=2026-07-01&to=2026-09-30');
  expect(list.status).toBe(200);
});

test('the payment rate leaves out the cancelled and those still in their window, and shows both numbers', async () => {
  const petra = await world.as('petra.performance');
  const rate = (await figures(petra, 'fy-2026')).find(({ code }) => code === 'E-01a');
  const [held] = await world.sql<{ paid: number; due: number }>(
    `select count(*) filter (where status in ('paid-early', 'paid-full'))::int as paid,
      count(*) filter (where status not in ('cancelled', 'void', 'representations') and not (status = 'issued' and pay_until >= '2026-11-20'))::int as due
     from enforcement.penalty where issued_on between '2026-04-01' and '2027-03-31'`,
  );
  expect(rate?.now).toMatchObject({ numerator: held?.paid, denominator: held?.due });
  expect(rate?.now.words).toBe(
    `${held?.paid} of ${held?.due} (${((100 * (held?.paid ?? 0)) / (held?.due ?? 1)).toFixed(1)}%)`,
  );
});

test('a penalty issued and paid on the page is in the figures at once', async () => {
  const joss = await world.as('joss.jet');
  const before = (await figures(joss, '2026-11')).find(({ code }) => code === 'E-01')?.now.value ?? 0;
  const [postcode] = await world.sql<{ postcode: string }>(
    "select postcode from directory.postcode where district_code = 'Q07000001' order by 1 limit 1",
  );
  const body = {
    offence: 'fly-tipping',
    offenceOn: '2026-11-10',
    offenceTime: '07:40',
    placeWords: 'Lay-by',
    postcode: postcode?.postcode,
    landType: 'highway',
    wasteType: 'tyres',
    wasteSize: 'small-van-load',
    identifiedBy: 'cctv',
    policyConsidered: true,
    recipientName: 'Orla Tenterden',
    recipientAddress: '4 Made Up Lane',
  };
  const draft = (await joss.api('POST', '/api/v1/penalties', body)).json as { id: string };
  for (const kind of ['statement', 'cctv'])
    await joss.api('POST', `/api/v1/penalties/${draft.id}/evidence`, { kind, words: 'What it shows' });
  const drafted = (await figures(joss, '2026-11')).find(({ code }) => code === 'E-01')?.now.value;
  expect(drafted).toBe(before);
  expect(
    (await joss.api('POST', `/api/v1/penalties/${draft.id}/issue`, { version: 1, servedHow: 'in-person' }))
      .status,
  ).toBe(200);
  expect((await figures(joss, '2026-11')).find(({ code }) => code === 'E-01')?.now.value).toBe(before + 1);
  const list = await records(joss, 'E-01', '2026-11', undefined, 'denominator');
  expect(list.map((row) => row.id)).toContain(draft.id);
});

test('a published quarter stands; a correction is a further edition; the Board reads it with small numbers left out', async () => {
  const petra = await world.as('petra.performance');
  const bea = await world.as('bea.board');
  expect((await bea.get('/figures')).text).toContain('No quarter has been published yet');
  expect((await bea.get('/figures/E-01')).status).toBe(403);
  const published = await petra.post('/figures/quarter/2026-27-Q2/publish', {
    summary: 'Reports rose in the summer.',
  });
  expect(published.status, published.text).toBe(303);
  const first = (await bea.api('GET', '/api/v1/figures/quarter/2026-27-Q2')).json as {
    figures: { code: string; part: string; shown: string }[];
  };
  const parts = first.figures.filter((f) => f.code === 'E-01' && f.part !== 'all');
  expect(parts.length).toBeGreaterThan(3);
  for (const part of parts) expect(part.shown).not.toMatch(/^[1-4]$/);
  expect((await bea.get('/figures/quarter/2026-27-Q2')).text).toContain('Reports rose in the summer.');
  expect((await bea.get('/figures/quarter/2026-27-Q2')).text).not.toContain('/records');
  // A penalty is found to have been issued in that quarter.
  await world.sql(
    "update enforcement.penalty set issued_on = '2026-08-15' where id = (select id from enforcement.penalty where issued_on between '2026-10-01' and '2026-10-31' order by id limit 1)",
  );
  const same = (await bea.api('GET', '/api/v1/figures/quarter/2026-27-Q2')).json as typeof first;
  expect(same.figures).toEqual(first.figures);
  expect((await petra.get('/figures/quarter/2026-27-Q2')).text).toContain('Changed since it was published');
  const silent = await petra.post('/figures/quarter/2026-27-Q2/publish', {
    summary: 'Reports rose in the summer.',
  });
  expect(silent.status).toBe(422);
  const again = await petra.post('/figures/quarter/2026-27-Q2/publish', {
    summary: 'Reports rose in the summer.',
    reason: 'One penalty was dated wrongly.',
  });
  expect(again.status).toBe(303);
  const page = await bea.get('/figures/quarter/2026-27-Q2');
  expect(page.text).toContain('One penalty was dated wrongly.');
  // One notice more, and the two papers beside each other: the later must not tell which.
  const corrected = (await bea.api('GET', '/api/v1/figures/quarter/2026-27-Q2')).json as typeof first & {
    sections: { section: string; words: string }[];
  };
  const aboutPeople = (given: typeof first) => given.figures.filter(({ code }) => code.startsWith('E-01'));
  expect(aboutPeople(corrected).map(({ shown }) => shown)).toEqual(
    aboutPeople(first).map(({ shown }) => shown),
  );
  expect(page.text).not.toContain('Restated');
  expect(corrected.sections.map(({ words }) => words).join()).toContain('too few people to show');
  expect(page.text).toContain('too few people to show');
  expect((await petra.get('/figures/quarter/2026-27-Q2')).text).not.toContain(
    'Changed since it was published',
  );
  const early = await petra.post('/figures/quarter/2026-27-Q3/publish', {
    summary: 'Too early to say much.',
  });
  expect(early.status).toBe(422);
  const pdf = await bea.get('/figures/quarter/2026-27-Q2/paper.pdf');
  expect(pdf.contentType).toBe('application/pdf');
});

test('the hash of a frozen figure is that of the records it opens', async () => {
  const [row] = await world.sql<{ record_hash: string; record_count: number }>(
    "select record_hash, record_count from performance.frozen_figure where quarter = '2026-27-Q2' and edition = 2 and code = 'E-01' and part = 'all'",
  );
  const ids = await world.sql<{ id: string }>(
    "select id from enforcement.penalty where issued_on between '2026-07-01' and '2026-09-30' order by id",
  );
  expect(row?.record_count).toBe(ids.length);
  expect(row?.record_hash).toBe(
    createHash('sha256')
      .update(ids.map(({ id }) => `${id}true`).join(','))
      .digest('hex'),
  );
});

test('two agencies count over different records, and each page says whose', async () => {
  const petra = await world.as('petra.performance');
  const hollis = await world.as('hollis.housing');
  const count = async (who: Visitor) =>
    (await figures(who, '2026-27-Q2')).find(({ code }) => code === 'I-01')?.now.value ?? 0;
  expect(await count(hollis)).toBeLessThan(await count(petra));
  const page = await hollis.get('/figures/I-01');
  expect(page.text).toContain('Harbourlight');
  expect(page.text).not.toContain('Aldersett District Council</li>');
});

test('the pages show and the lists export', async () => {
  const callum = await world.as('callum.safety');
  for (const address of [
    '/figures',
    '/figures/E-01?period=2026-27-Q2',
    '/figures/T-01',
    '/figures/E-01a/records?side=numerator&period=2026-27-Q2',
    '/figures/quarter/2026-27-Q2',
    '/figures/jag/Q07000001',
    '/figures.csv',
    '/figures/E-01/records.csv?period=2026-27-Q2',
    '/figures/jag/Q07000001/paper.pdf',
    '/penalties?status=overdue',
    '/penalties.csv',
  ]) {
    const answer = await callum.get(address);
    expect(answer.status, `${address} ${answer.text.slice(0, 400)}`).toBe(200);
  }
  const csv = await callum.get('/figures/E-01/records.csv?period=2026-27-Q2');
  const line = (await figures(callum, '2026-27-Q2')).find(({ code }) => code === 'E-01');
  expect(csv.text.trim().split('\n')).toHaveLength((line?.now.value ?? 0) + 1);
});

test('no share that is published is made of a part that is not', async () => {
  const bea = await world.as('bea.board');
  const { figures: shown } = (await bea.api('GET', '/api/v1/figures/quarter/2026-27-Q2')).json as {
    figures: { code: string; part: string; shown: string }[];
  };
  const parts = await world.sql<{ part: string; value: number }>(
    "select part, value from performance.frozen_figure where quarter = '2026-27-Q2' and edition = 2 and code = 'E-01' and part like 'How it stands:%'",
  );
  expect(parts.length).toBeGreaterThan(3);
  const [due] = parts.filter(({ part }) => part.endsWith('cancelled'));
  const cancelled = shown.find(({ code, part }) => code === 'E-01c' && part === 'all')?.shown;
  if (due && due.value > 0 && due.value < 5) expect(cancelled).toBe('Not shown');
  // The payment rate's denominator leaves the cancelled out: shown with the total, it would give them away.
  const rate = shown.find(({ code, part }) => code === 'E-01a' && part === 'all')?.shown;
  const hidden = shown.filter(
    ({ code, part, shown: words }) => code === 'E-01' && part.startsWith('How') && !/^\d/.test(words),
  );
  if (hidden.some(({ part }) => /paid|court/.test(part))) expect(rate).toBe('Not shown');
});
