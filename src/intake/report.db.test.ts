import { parse } from 'node-html-parser';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../../test/support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld({ name: 'report' });
});
afterAll(() => world.close());

const place = async () => {
  const [row] = await world.sql<{ lon: number; lat: number; district_code: string }>(
    "select lon, lat, district_code from directory.postcode p join directory.agency a on a.area_code = p.district_code where a.code = 'WEND' order by postcode limit 1",
  );
  if (!row) throw new Error('no postcode');
  return row;
};

test('a report from anybody is routed by the directory and can be worked by the service it went to', async () => {
  const { lon, lat } = await place();
  const taken = await world.nobody.api('POST', '/api/v1/reports', {
    issueType: 'fly-tipping',
    description: 'Six black bags and a mattress by the gate',
    lon,
    lat,
    landOwner: 'public',
  });
  expect(taken.status, taken.text).toBe(201);
  const receipt = taken.json as { reference: string; phrase: string; serviceName: string };
  expect(receipt.reference).toMatch(/^R-[0-9A-Z]{4}-[0-9A-Z]{3}$/);
  expect(receipt.serviceName).toBe('Environmental Services');
  const olu = await world.as('olu.officer');
  const list = (await olu.api('GET', '/api/v1/reports?status=new&mine=yes')).json as {
    reports: { id: string; reference: string; version: number }[];
  };
  const mine = list.reports.find((r) => r.reference === receipt.reference);
  expect(mine).toBeDefined();
  const page = await olu.get(`/reports/${mine?.id}`);
  expect(page.status).toBe(200);
  expect(page.text).toContain('Six black bags and a mattress');
  const started = await olu.post(`/reports/${mine?.id}/start`, { version: '1' });
  expect(started.status).toBe(303);
  const twice = await olu.post(`/reports/${mine?.id}/start`, { version: '1' });
  expect(twice.status).toBe(409);
  const closed = await olu.post(`/reports/${mine?.id}/close`, {
    version: '2',
    outcome: 'solved',
    outcomeWords: 'Cleared today',
  });
  expect(closed.status, closed.text).toBe(303);
});

test('bad input names the field and what to change', async () => {
  const answer = await world.nobody.api('POST', '/api/v1/reports', {
    issueType: 'fly-tipping',
    description: 'Bags',
    landOwner: 'public',
  });
  expect(answer.status).toBe(422);
  expect(answer.json).toMatchObject({ code: 'invalid', problems: [{ field: 'placeWords' }] });
});

test('another agency without an agreement is told there is nothing', async () => {
  const [row] = await world.sql<{ id: string }>(
    "select r.id from intake.report r join directory.agency a on a.id = r.owner_agency_id where a.code = 'PELL' and r.received_by_agency_id = a.id limit 1",
  );
  const hollis = await world.as('hollis.housing');
  const hidden = await hollis.api('GET', `/api/v1/reports/${row?.id}`);
  const absent = await hollis.api('GET', '/api/v1/reports/00000000-0000-4000-8000-000000000000');
  expect(hidden.status).toBe(404);
  expect(hidden.text).toBe(absent.text);
});

test('a sensitive report that nobody is down for leaves no gap for the administrator to read', async () => {
  const [type] = await world.sql<{ code: string }>(
    'select code from directory.issue_type where is_sensitive order by code limit 1',
  );
  await world.sql('update directory.routing_rule set ends_on = starts_on where issue_type = $1', [
    type?.code,
  ]);
  const gaps = async () => (await world.sql('select 1 from directory.gap')).length;
  const before = await gaps();
  const report = { description: 'Something is wrong there', placeWords: 'By the weir', landOwner: 'unknown' };
  expect(
    (await world.nobody.api('POST', '/api/v1/reports', { ...report, issueType: type?.code })).status,
  ).toBe(201);
  expect(await gaps()).toBe(before);
  expect(
    (await world.nobody.api('POST', '/api/v1/reports', { ...report, issueType: 'something-else' })).status,
  ).toBe(201);
  expect(await gaps()).toBe(before + 1);
  // Somebody is down for fly-tips everywhere: that nobody said where this one lies is no gap in the directory.
  expect(
    (await world.nobody.api('POST', '/api/v1/reports', { ...report, issueType: 'fly-tipping' })).status,
  ).toBe(201);
  expect(await gaps()).toBe(before + 1);
});

test('the fly-tipping return: described and answered by the service that has it, counted once, read by its agency alone', async () => {
  const olu = await world.as('olu.officer');
  const report = '5a3b1e00-0000-4000-8000-000000000001';
  const url = `/api/v1/reports/${report}/fly-tip`;
  const whole = {
    ...{
      landType: 'footpath-or-bridleway',
      wasteType: 'tyres',
      wasteSize: 'small-van-load',
      clearance: '£1,064.50',
      version: 1,
    },
  };
  for (const [body, field] of [
    [{ ...whole, landType: 'moon' }, 'landType'],
    [{ ...whole, clearance: 'much' }, 'clearance'],
    [{ ...whole, action: 'caution' }, 'on'],
    [{ ...whole, on: '2026-11-20' }, 'action'],
    [{ ...whole, action: 'caution', on: '2026-11-18' }, 'on'],
    [{ ...whole, action: 'caution', on: '2099-01-01' }, 'on'],
    [{ ...whole, action: 'prosecution', on: '2026-11-20' }, 'outcome'],
    [{ ...whole, action: 'caution', on: '2026-11-20', outcome: 'convicted' }, 'outcome'],
  ] as const) {
    const answer = await olu.api('POST', url, body);
    expect(answer.status, JSON.stringify(body)).toBe(422);
    expect((answer.json as { problems: { field: string }[] }).problems.map((one) => one.field)).toEqual([
      field,
    ]);
  }
  const both = await Promise.all(
    [1, 2].map(() =>
      olu.api('POST', url, { ...whole, action: 'warning-letter', on: '2026-11-20', cost: '12' }),
    ),
  );
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  const said = await olu.api('POST', url, {
    ...whole,
    version: 2,
    action: 'prosecution',
    on: '2026-11-20',
    outcome: 'waits',
  });
  expect(said.json).toMatchObject({
    tip: { landType: 'footpath-or-bridleway', clearancePence: 106450, version: 3 },
    actions: expect.arrayContaining([
      expect.objectContaining({ action: 'warning-letter', costPence: 1200 }),
      expect.objectContaining({ action: 'prosecution', outcome: 'waits' }),
    ]),
  });
  const totals = async (who: string) =>
    (
      (await (await world.as(who)).api('GET', '/api/v1/fly-tips?from=2026-11-19&to=2026-11-19')).json as {
        totals: { part: string; code: string; count: number; pence: number }[];
      }
    ).totals;
  expect(await totals('olu.officer')).toEqual(
    expect.arrayContaining([
      { part: 'land', code: 'footpath-or-bridleway', count: 1, pence: 106450 },
      { part: 'action', code: 'warning-letter', count: 1, pence: 1200 },
    ]),
  );
  // Each count opens its incidents, as many; of an action, those on which it was taken, as often.
  const page = parse((await olu.get('/fly-tips?from=2026-11-19&to=2026-11-19')).text);
  const counts = page.querySelectorAll('main table a[href^="/fly-tips?"]');
  expect(counts.length).toBe((await totals('olu.officer')).length);
  for (const count of counts) {
    const href = count.getAttribute('href')?.replace('#incidents', '') ?? '';
    const rows = parse((await olu.get(href)).text).querySelectorAll('#incidents tbody tr');
    const [number] = count.text.match(/\d+/) ?? [];
    const taken = rows.reduce((sum, row) => sum + Number(row.querySelectorAll('td').at(-1)?.text), 0);
    expect(href.includes('part=action') ? taken : rows.length, href).toBe(Number(number));
    const lines = (await olu.get(href.replace('/fly-tips?', '/fly-tips.csv?'))).text.trim().split('\n');
    expect(lines.length - 1, href).toBe(rows.length);
  }
  const file = await olu.get('/fly-tips.csv?from=2026-11-19&to=2026-11-19');
  const line = file.text.split(/\r?\n/).find((row) => row.includes('R-SAMP-001'));
  expect(file.text.split(/\r?\n/)[0]).toContain(
    'reference,date,district,ward,land,waste,size,evidence,clearanceCost,investigation,warning-letter',
  );
  expect(line).toContain('footpath-or-bridleway,tyres,small-van-load,no,1064.50,1,1,0,0,0,0,0,0,0,1,12.00');
  // No words of the report are in it, and another agency that may read the report reads neither.
  expect(file.text).not.toContain('rubble');
  expect(await totals('priya.police')).toEqual([]);
  expect(
    (await (await world.as('priya.police')).get('/fly-tips.csv?from=2026-11-19&to=2026-11-19')).text,
  ).not.toContain('R-SAMP-001');
  expect((await (await world.as('priya.police')).get(`/reports/${report}/fly-tip`)).status).toBe(404);
});
