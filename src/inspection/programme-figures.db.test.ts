import { afterAll, beforeAll, expect, test } from 'vitest';
import { type MovableClock, movableClock, openWorld, type World } from '../../test/support/world.ts';

/** The inspection programme and the watch of hotels in figures, from what is entered by `/api/v1`. */
let world: World;
const clock: MovableClock = movableClock('2026-01-10T09:00:00Z');
const tess = 'tess.trading';
async function call<T = { id: string }>(
  who: string,
  method: 'GET' | 'POST',
  url: string,
  body?: unknown,
  status = method === 'GET' ? 200 : 201,
): Promise<T> {
  const answer = await (await world.as(who)).api(method, `/api/v1${url}`, body);
  expect(answer.status, `${who} ${url}: ${answer.text}`).toBe(status);
  return answer.json as T; // the shape is the declaration's
}
let district = '';
let postcode = '';
let police = '';
beforeAll(async () => {
  world = await openWorld({ name: 'programme', clock });
  const [area] = await world.sql<{ district: string; postcode: string; police: string }>(
    `select p.district_code as district, p.postcode, (select id::text from directory.agency where kind = 'police') as police
     from directory.postcode p join directory.agency a on a.area_code = p.district_code where a.code = 'WEND' order by p.postcode limit 1`,
  );
  ({ district, postcode, police } = area ?? { district, postcode, police });
  // The county's own premises are another year's; only what is entered here is counted.
  await world.sql('update inspection.premises set risk = null, rated_on = null');
  await world.sql('delete from inspection.sample');
  await world.sql('delete from inspection.visit_company');
  await world.sql('delete from inspection.visit');
});
afterAll(() => world.close());

const keep = (tradingName: string, risk: string | undefined, kind = 'on-licence') =>
  call(tess, 'POST', '/premises', {
    ...{ kind, tradingName, firmName: `${tradingName} Ltd`, address: `1 ${tradingName} Road`, postcode },
    ...(risk ? { risk } : {}),
  });
async function visit(premisesId: string, kind: string, result: string, visitedOn: string, isPlanned = true) {
  clock.set(`${visitedOn}T12:00:00Z`);
  if (isPlanned) await call(tess, 'POST', '/inspection-visits', { premisesId, kind, plannedOn: visitedOn });
  const { visits } = await call<{ visits: { id: string; kind: string; visitedOn: string | null }[] }>(
    tess,
    'GET',
    `/premises/${premisesId}`,
  );
  const planned = visits.find((one) => one.visitedOn === null && one.kind === kind)?.id;
  const { version } = await call<{ version: number }>(tess, 'GET', `/inspection-visits/${planned}`);
  await call(
    tess,
    'POST',
    `/inspection-visits/${planned}/result`,
    { visitedOn, result, findings: [], words: 'Seen', version },
    200,
  );
}
interface Line {
  code: string;
  now: { kind: string; value?: number; numerator?: number; denominator?: number };
}
const figure = async (who: string, code: string, of: string) => {
  const { figures } = await call<{ figures: Line[] }>(who, 'GET', `/figures?period=${of}`);
  return figures.find((line) => line.code === code)?.now;
};

test('E-09: what fell due, what of it was done, what is overdue and what was found; each opens the premises', async () => {
  const [high, medium] = [await keep('Heron Arms', 'high'), await keep('Kite Bar', 'medium')];
  await keep('Unrated Arms', undefined);
  // Rated today and never inspected: both fall due today.
  expect(await figure(tess, 'E-09', 'fy-2025')).toMatchObject({ numerator: 0, denominator: 2 });
  await visit(high.id, 'inspection', 'compliant', '2026-02-01');
  // Nobody was let in: still due.
  await visit(medium.id, 'inspection', 'no-access', '2026-03-01');
  // The same visit is planned anew.
  await visit(medium.id, 'inspection', 'no-access', '2026-03-05', false);
  expect(await figure(tess, 'E-09', 'fy-2025')).toMatchObject({ numerator: 1, denominator: 2 });
  expect(await figure(tess, 'E-09a', 'fy-2025')).toMatchObject({ value: 1 });
  // A revisit is not of the programme.
  await visit(medium.id, 'compliance', 'compliant', '2026-03-10');
  expect(await figure(tess, 'E-09a', 'fy-2025')).toMatchObject({ value: 1 });
  await visit(medium.id, 'inspection', 'broadly-compliant', '2026-03-20', false);
  expect(await figure(tess, 'E-09', 'fy-2025')).toMatchObject({ numerator: 2, denominator: 2 });
  expect(await figure(tess, 'E-09b', 'fy-2025')).toMatchObject({ numerator: 2, denominator: 2 });
  // High risk is six months: due again on 1 August, and overdue in October. Medium is twelve: not due this year.
  clock.set('2026-07-31T12:00:00Z');
  expect(await figure(tess, 'E-09a', 'fy-2026')).toMatchObject({ value: 0 });
  clock.set('2026-10-01T12:00:00Z');
  expect(await figure(tess, 'E-09', 'fy-2026')).toMatchObject({ numerator: 0, denominator: 1 });
  expect(await figure(tess, 'E-09a', 'fy-2026')).toMatchObject({ value: 1 });
  const { records } = await call<{ records: { href: string }[] }>(
    tess,
    'GET',
    '/figures/E-09a/records?period=fy-2026',
  );
  expect(records.map(({ href }) => href)).toEqual([`/premises/${high.id}`]);
  // Premises of concern that are shared show their card and never the programme.
  await call(tess, 'POST', `/premises/${high.id}/concern`, {
    ...{ words: 'Fights', sharedWords: 'Noise', agencies: [police] },
  });
  expect((await figure('priya.police', 'E-09a', 'fy-2026'))?.value ?? 0).toBe(0);
  await visit(high.id, 'inspection', 'not-compliant', '2026-10-02');
  expect(await figure(tess, 'E-09', 'fy-2026')).toMatchObject({ numerator: 1, denominator: 1 });
  expect(await figure(tess, 'E-09b', 'fy-2026')).toMatchObject({ numerator: 0, denominator: 1 });
});

test('P-05: hotels that joined the watch and those that were trained; other schemes are not counted', async () => {
  clock.set('2026-10-05T12:00:00Z');
  const scheme = (kind: string) =>
    call(tess, 'POST', '/schemes', { kind, name: `Of ${kind}`, districtCode: district, agencies: [police] });
  const [watch, partnership] = [await scheme('hotel-watch'), await scheme('alcohol-partnership')];
  for (const name of ['Bridge Hotel', 'Mill Hotel']) {
    const { id } = await keep(name, 'low', 'hotel');
    await call(tess, 'POST', `/schemes/${watch.id}/members`, { premisesId: id });
  }
  const shop = await keep('Corner Shop', 'low', 'off-licence');
  await call(tess, 'POST', `/schemes/${partnership.id}/members`, { premisesId: shop.id });
  const { members } = await call<{ members: { id: string; version: number }[] }>(
    tess,
    'GET',
    `/schemes/${watch.id}`,
  );
  await call(
    tess,
    'POST',
    `/schemes/${watch.id}/members/${members[0]?.id}/train`,
    { version: members[0]?.version },
    200,
  );
  expect(await figure(tess, 'P-05', 'fy-2026')).toMatchObject({ value: 2 });
  expect(await figure(tess, 'P-05a', 'fy-2026')).toMatchObject({ value: 1 });
});
