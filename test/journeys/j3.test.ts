import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenWorld, openBrowserWorld } from '../support/browser.ts';
import { performScheduled } from '../support/jobs.ts';
import { everyCheck, tipper } from '../support/traders.ts';
import { movableClock } from '../support/world.ts';
import { headingOf, mainOf, send, step, stepRefused } from './forms-by-name.ts';
import { officerOf, pathOf, type Walk } from './walk.ts';

/**
 * J3 as people walk it on the pages, without script: a trader who is declined and never told why, and a day of action of three agencies.
 * `trader.j3.db.test.ts` and `operation.j3.db.test.ts` hold every number.
 */
const clock = movableClock('2026-11-20T10:00:00Z');
let place: OpenWorld;
const pages = new Map<string, Page>();
let postcode = '';
let districtCode = '';
const walk: Walk = {
  // Signed in anew when the clock has moved: no session lasts that long.
  as: async (who) => {
    const key = `${who} ${clock.now().toISOString()}`;
    const page = pages.get(key) ?? (await place.visit(who, { script: false }));
    pages.set(key, page);
    return page;
  },
  clock,
  place: () => place,
  district: () => districtCode,
  postcode: () => postcode,
};
const { as } = walk;
/** Coordinator of another district; trading standards of the county; the force. */
const others = ['tess.trading', 'priya.police'];

beforeAll(async () => {
  place = await openBrowserWorld({ name: 'j3_pages', clock });
  const { sql } = place.world;
  const [row] = await sql<{ postcode: string; code: string }>(
    "select p.postcode, a.area_code as code from directory.postcode p join directory.agency a on a.area_code = p.district_code where a.code = 'WEND' order by p.postcode limit 1",
  );
  postcode = row?.postcode ?? '';
  districtCode = row?.code ?? '';
  const [neighbour] = await sql<{ username: string }>(
    `update platform.account c set is_persona = true from directory.role_grant g join directory.officer o on o.id = g.officer_id
       join directory.agency a on a.id = o.agency_id
     where g.officer_id = c.officer_id and g.role = 'community-safety-coordinator' and a.code = 'BRAC' returning c.username`,
  );
  if (neighbour) others.push(neighbour.username);
}, 120_000);
afterAll(() => place.close());

test('1 to 3: a waste carrier applies, the unit meets a common nominal, and the scheme learns one word of it', async () => {
  const { world } = place;
  for (const agency of ['WEND', 'BRAC']) {
    const [at] = await world.sql(
      'select lon, lat from directory.postcode p join directory.agency a on a.area_code = p.district_code where a.code = $1 order by postcode limit 1',
      [agency],
    );
    await world.nobody.api('POST', '/api/v1/reports', {
      ...{ issueType: 'fly-tipping', description: 'Rubble tipped from a van, QX19 TIP', ...at },
    });
  }
  let vita = await as('vita.vetting');
  for (const [kind, pounds] of [
    ['vetting', '60'],
    ['membership', '240'],
  ] as const) {
    await vita.goto('/traders/fees');
    await send(vita, '/traders/fees', { kind, pounds, startsOn: '2026-11-20', source: 'Board, minute 7' });
  }
  await vita.goto('/traders/new');
  await send(vita, '/traders', { firmName: tipper.firmName, trades: ['waste-clearance'] });
  // What was typed stays, and what is missing is said.
  expect(await mainOf(vita)).toContain('Choose what the firm is in law');
  await send(vita, '/traders', {
    ...{ legalStatus: tipper.legalStatus, address: tipper.address, postcode },
    ...{ carrierNumber: tipper.carrierNumber, phone: tipper.phone, vehicles: tipper.vehicles },
  });
  const file = pathOf(vita);
  expect(await mainOf(vita)).toContain('waste-carrier registration');
  await send(vita, '/people', {
    name: 'Gareth Tipley',
    dateOfBirth: '1980-05-17',
    address: '3 Made Up Close',
  });
  const person = (await vita.locator('select[name=personId] option').last().getAttribute('value')) ?? '';
  for (const [kind, personId] of [
    ['insurance', ''],
    ['identity', person],
    ['address', person],
    ['photo', person],
    ['waste-carrier', ''],
  ] as const)
    await send(vita, '/papers', {
      ...{ kind, personId, words: 'Seen in person' },
      ...(kind === 'insurance' ? { validUntil: '2028-03-31' } : {}),
    });
  for (const [kind, pounds] of [
    ['vetting', '60'],
    ['membership', '240'],
  ] as const)
    await send(vita, '/payments', { kind, pounds, paidOn: '2026-11-20', paymentReference: 'TILL-1' });
  await step(await as('tess.trading'), file, 'ask');
  await vita.goto(file);
  await send(
    vita,
    '/checks',
    Object.fromEntries(
      [...everyCheck, 'waste-carrier'].flatMap((item) => [
        [`result-${item}`, 'met'],
        [`words-${item}`, 'Looked up'],
      ]),
    ),
  );

  const anya = await as('anya.analyst');
  await anya.goto('/intelligence/vetting');
  await anya.locator('tr', { hasText: tipper.firmName }).getByRole('link').first().click();
  expect(await mainOf(anya)).toContain('Common nominal');
  const asked = pathOf(anya);
  await send(anya, '/propose', { answer: 'decline', reason: 'Van QX19 TIP in fly-tips of two districts' });
  const morag = await as('morag.manager');
  await morag.goto(asked);
  await send(morag, '/authorise', {});
  // A round crosses whole: what else waits is answered too.
  for (;;) {
    await anya.goto('/intelligence/vetting');
    const waiting = anya.locator('tr', { hasText: 'To be answered' }).getByRole('link').first();
    if ((await waiting.count()) === 0) break;
    await waiting.click();
    const one = pathOf(anya);
    await send(anya, '/propose', { answer: 'proceed', reason: 'Nothing is known' });
    await morag.goto(one);
    await send(morag, '/authorise', {});
  }
  // ✘ not before its round, and not the unit's page.
  await vita.goto(file);
  expect(await mainOf(vita)).not.toContain('Decline');
  await vita.goto(asked);
  expect(await mainOf(vita)).not.toContain('QX19');
  clock.set('2026-12-10T09:00:00Z');
  await performScheduled(world, clock, 'answer-vetting');
  vita = await as('vita.vetting');
  await vita.goto(file);
  const told = await mainOf(vita);
  expect(told).toContain('The answer is decline: refuse the application');
  for (const words of ['fly-tips', 'nominal', 'Anya', 'Morag']) expect(told).not.toContain(words);
  await step(vita, file, 'refuse', { ground: 'fit-and-proper', reason: 'The answer of vetting' });
  expect(await mainOf(vita)).toContain('7 January 2027');
  const open = await place.visit(undefined, { script: false });
  await open.goto('/checked-traders');
  expect(await mainOf(open)).not.toContain(tipper.firmName);
});

test('4 to 9: a day of action of three agencies, stops on a phone, a penalty, and a figure that opens them', async () => {
  let callum = await as('callum.safety');
  await callum.goto('/operations/new');
  const agencies = await place.world.sql<{ id: string }>(
    `select o.agency_id as id from platform.account c join directory.officer o on o.id = c.officer_id where c.username = any($1)`,
    [others],
  );
  await send(callum, '/operations', {
    ...{ name: 'Op Assist North Moors', onDay: '2026-12-15', roads: 'The moor road, both ways' },
    ...{ districtCode, briefing: 'Two to each vehicle.', agencies: agencies.map(({ id }) => id) },
  });
  expect(await mainOf(callum)).toContain('Say what it is to achieve');
  await send(callum, '/operations', { objectives: 'Stop unlicensed waste carriers' });
  const plan = pathOf(callum);
  for (const who of others) {
    const page = await as(who);
    await page.goto(plan);
    await send(page, '/answer', {}, 'We take part');
    await send(page, '/officers', { officerId: await officerOf(walk, who), part: 'keep-record' });
  }
  await callum.goto(plan);
  // ✘ an accreditation that has lapsed does not stop vehicles, and who could is said.
  await send(callum, '/officers', {
    ...{ officerId: await officerOf(walk, 'sunita.supervisor'), part: 'stop-vehicles' },
  });
  expect(await mainOf(callum)).toContain('ran out on');
  const joss = await officerOf(walk, 'joss.jet');
  await callum.goto(plan);
  for (const part of ['stop-vehicles', 'issue-penalties'])
    await send(callum, '/officers', { officerId: joss, part });
  await send(callum, '/visits', { vehicle: 'QX19 TIP' });
  await step(callum, plan, 'agree');
  // ✘ nothing begins before its day.
  expect(await stepRefused(callum, plan, 'begin', {})).toContain('15 December 2026');
  clock.set('2026-12-15T15:00:00Z');
  callum = await as('callum.safety');
  await step(callum, plan, 'begin');
  const phone = await place.visit('joss.jet', { script: false, width: 390 });
  const stops = [
    { at: '09:10', vehicle: 'QX11 AAA', result: 'in-order' },
    { at: '09:40', vehicle: 'QX19 TIP', result: 'registration-not-produced' },
  ];
  for (const stop of stops) {
    await phone.goto(`${plan}/stops/new`);
    await send(phone, '/stops', {
      kind: 'vehicle',
      place: 'Lay-by on the moor road',
      words: 'Told why',
      ...stop,
    });
  }
  await phone.goto(plan);
  await phone
    .locator('tr', { hasText: 'QX19 TIP' })
    .getByRole('button', { name: /penalty/i })
    .click();
  await phone.waitForURL(/\/penalties\//);
  expect(await headingOf(phone)).toContain('PN-');
  for (const who of ['callum.safety', ...others]) {
    const page = await as(who);
    await page.goto(plan);
    await send(page, '/report', { formsSent: '0', arrests: '0', words: 'Went well' });
  }
  await step(callum, plan, 'debrief', { results: 'Two stops, one penalty', lessons: 'Start earlier' });
  await callum.goto('/figures/E-05?from=2026-12-15&to=2026-12-15');
  expect(await mainOf(callum)).toContain('2, 15 December 2026 to 15 December 2026');
  await callum
    .getByRole('link', { name: /open the records/ })
    .first()
    .click();
  const opened = callum.locator(`main a[href*="${plan}#stop-"]`);
  expect(await opened.count()).toBe(2);
});
