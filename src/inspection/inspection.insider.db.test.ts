import { beforeAll, expect, test } from 'vitest';
import {
  asAgency,
  type ShownCard as Card,
  chosen,
  type Friday,
  fridayTest,
  givenTo,
  laneShop,
  type ShownPurchase as Operation,
  pathOf,
  sharedConcern,
  withVolunteers,
} from '../../test/support/inspection.ts';
import { journey } from '../../test/support/journey.ts';
import { intelligenceSamples } from '../../test/support/sample-intelligence.ts';
import { penaltyOfficers } from '../enforcement/index.ts';

/** Test purchases, until the day that they are on, as a licence holder's friend in another agency, or a curious colleague, would turn them. */
const days = journey('insider_inspection', '2026-11-20T10:00:00Z');
const { as, asked, done, idsOf, look, made, onConnectionOf, page, placeOf, refused, sql, tried } = days;
let friday: Friday;
const lead = 'callum.safety';
const at = pathOf;
/** The day of tests, as somebody reads it. */
const seenBy = (who: string) => look<Operation>(who, at(friday.day));

beforeAll(async () => {
  friday = await fridayTest(days);
});

test('of intelligence the words and the reference are for whoever the package was given to; colleagues read that there is some', async () => {
  const reference = await givenTo(days, lead, intelligenceSamples.packageId);
  const [byPackage, byComplaint] = chosen(friday, reference);
  // Nobody works from a package whose conditions they have not acknowledged.
  expect(await refused(lead, `${at(friday.day)}/premises`, byPackage)).toContain(
    'acknowledge its conditions',
  );
  await done(lead, `/packages/${intelligenceSamples.packageId}/acknowledge`, {});
  await made(lead, `${at(friday.day)}/premises`, byPackage);
  await made(lead, `${at(friday.day)}/premises`, byComplaint);
  const own = await seenBy(lead);
  expect(own.selections.map(({ words }) => words).sort()).toEqual([
    'Sells to children after school',
    'Two parents complained of it',
  ]);
  const colleague = await seenBy('olu.officer');
  expect(colleague.selections.map(({ words }) => words)).toEqual(
    expect.arrayContaining([null, 'Two parents complained of it']),
  );
  expect(JSON.stringify(colleague)).not.toContain(reference);
  expect((await page('olu.officer', `/test-purchases/${friday.day.id}`)).text).not.toContain('after school');
  // A colleague who was given it, and has not acknowledged its conditions, reads no more.
  const given = 'update dissemination.package set officer_ids = $2 where id = $1';
  const both = [(await idsOf(lead)).officer, (await idsOf('olu.officer')).officer];
  await sql(given, [intelligenceSamples.packageId, both]);
  expect((await seenBy('olu.officer')).selections.map(({ words }) => words)).toContain(null);
  await sql(given, [intelligenceSamples.packageId, both.slice(0, 1)]);
  // A package that one was not given, and one that there is not, answer alike.
  const third = await laneShop(days, 'olu.officer', 'Insider Ales');
  const body = { premisesId: third.id, basis: 'intelligence', words: 'Sells to children' };
  const [hidden, none] = await Promise.all(
    [reference, 'PK-NONE-000'].map((sourceReference) =>
      tried('olu.officer', `/test-purchases/${friday.day.id}/premises`, { ...body, sourceReference }),
    ),
  );
  expect(hidden?.status).toBe(422);
  expect(hidden?.text).toBe(none?.text);
});

test('what a report that a colleague may not open was the reason of, they do not read, nor its reference', async () => {
  const [report] = await sql<{ id: string; reference: string }>(
    `update intake.report set is_sensitive = true, service_id = s.id, owner_agency_id = s.agency_id
     from (select s.id, s.agency_id from directory.service s join directory.service_member m on m.service_id = s.id where m.officer_id = $1 limit 1) s
     where report.id = (select id from intake.report order by id limit 1) returning report.id, report.reference`,
    [(await idsOf(lead)).officer],
  );
  const quiet = await laneShop(days, lead, 'Insider Quiet');
  const chosen = await made<Operation>(lead, `${at(friday.day)}/premises`, {
    ...{ premisesId: quiet.id, basis: 'complaint', words: 'A mother who is afraid says so' },
    sourceReference: report?.reference,
  });
  expect(JSON.stringify(chosen)).toContain('who is afraid');
  const colleague = JSON.stringify(await seenBy('olu.officer'));
  expect(colleague).not.toContain('who is afraid');
  expect(colleague).not.toContain(report?.reference ?? 'none');
  const selection = chosen.selections.find(({ label }) => label === 'Insider Quiet');
  const off = await (await as(lead)).post(
    `/test-purchases/${friday.day.id}/premises/${selection?.id}/remove`,
  );
  expect(off.status).toBe(303);
});

test('before the day nobody but the agency that leads reads where the volunteers go: not by the plan, a card, a list, an export or a figure', async () => {
  await withVolunteers(days, friday);
  // The concern about the same premises is shared with the police and with housing.
  await sharedConcern(days, friday);
  const police = await seenBy('priya.police');
  expect(police).toMatchObject({
    ...{ selections: [], volunteers: [], welfare: [] },
    // What was answered on the covert law says what is watched.
    ...{ ripaAnswer: null, ripaWords: '' },
  });
  for (const who of ['priya.police', 'tess.trading']) {
    const shared = await look<Card>(who, `/premises/${friday.card.id}`);
    expect(shared.plans).toEqual([]);
    expect(shared.concerns).toMatchObject([{ words: null, sharedWords: 'Noise at night' }]);
  }
  const own = await look<Card>(lead, `/premises/${friday.card.id}`);
  expect(own.plans).toHaveLength(1);
  for (const url of [
    `/test-purchases/${friday.day.id}`,
    `/premises/${friday.card.id}`,
    '/premises',
    '/home',
    '/test-purchases',
  ]) {
    const { text } = await page('priya.police', url);
    expect(text, url).not.toContain('Insider Spirits');
    expect(text, url).not.toContain('Sells to children');
    if (url.startsWith('/premises')) expect(text, url).not.toContain('Friday test');
  }
  for (const url of ['/test-purchases/table', '/test-purchases/table.csv', '/figures/E-06?period=2026-11'])
    for (const who of ['priya.police', 'petra.performance', lead])
      expect((await page(who, url)).text, `${who} ${url}`).not.toContain('Friday test');
  // Whoever takes no part finds nothing; whoever does not inspect is not let in.
  for (const who of ['tess.trading', 'edmund.health']) {
    const status = (await asked(who, at(friday.day))).status;
    expect(status, who).toBe(who === 'tess.trading' ? 404 : 200);
  }
  for (const who of ['hollis.housing', 'joss.jet', 'imran.intel', 'rowan.reception', 'bea.board'])
    expect((await asked(who, at(friday.day))).status, who).toBe(403);
});

test('a stolen operations connection reads no more: neither the police before the day, nor another agency ever', async () => {
  const none = {
    ...{ purchases: 0, selections: 0, reasons: 0, volunteers: 0, welfare: 0, events: 0, own: 0 },
    ...{ covert: 0, intelligence: 0, addresses: 0 },
  };
  expect(await asAgency(days, friday, (await idsOf('hollis.housing')).agency)).toEqual(none);
  const police = await asAgency(days, friday, (await idsOf('priya.police')).agency);
  expect(police).toMatchObject({
    ...{ purchases: 1, selections: 0, reasons: 0, volunteers: 0, welfare: 0, own: 0, covert: 0 },
    intelligence: 0,
  });
  const { agency, officer } = await idsOf(lead);
  expect(await asAgency(days, friday, agency, officer)).toMatchObject({
    ...{ selections: 2, reasons: 1, volunteers: 2, welfare: 1, covert: 1, intelligence: 1 },
  });
  // In the agency that leads, whoever was not given the package reads on no connection what it was the reason of.
  const { officer: colleague } = await idsOf('olu.officer');
  expect(await asAgency(days, friday, agency, colleague)).toMatchObject({
    selections: 2,
    reasons: 1,
    intelligence: 0,
  });
});

test('a stolen operations connection changes nothing of another agency: not the day, to be told early, nor the card, nor the plan', async () => {
  const { agency } = await idsOf('priya.police');
  const { agency: theirs } = await idsOf(lead);
  for (const [words, values] of [
    ["update inspection.purchase set status = 'under-way' where id = $1", [friday.day.id]],
    ['update inspection.purchase set agency_id = $2 where id = $1', [friday.day.id, agency]],
    ["update inspection.purchase set name = 'Taken' where id = $1", [friday.day.id]],
    [
      `insert into inspection.selection (id, purchase_id, premises_id, lead_agency_id, label, address, record_ids, added_at)
       values (gen_random_uuid(), $1, $2, $3, 'x', 'x', '{}', now())`,
      [friday.day.id, friday.card.id, agency],
    ],
    ["update inspection.premises set risk = 'low' where id = $1", [friday.card.id]],
    ['update inspection.premises set agency_id = $2 where id = $1', [friday.card.id, agency]],
    [
      `insert into inspection.purchase_event (id, purchase_id, at, kind, agency_id, words) values (gen_random_uuid(), $1, now(), 'x', $2, 'x')`,
      [friday.day.id, theirs],
    ],
  ] as const)
    await expect(onConnectionOf({ agency }, words, values), words).rejects.toThrow(
      /row-level security|permission denied/,
    );
});

test('two at once raise one concern and keep one card; one paid penalty is one sale', async () => {
  const words = { words: 'Drinkers outside', sharedWords: 'Drinkers', agencies: [] };
  const raised = await Promise.all(
    [1, 2].map(() => tried(lead, `/premises/${friday.other.id}/concern`, words)),
  );
  expect(raised.map(({ status }) => status).sort()[1]).toBe(409);
  const twin = {
    ...{ kind: 'off-licence', tradingName: 'Insider Twin', firmName: 'Insider Spirits Ltd' },
    ...{ address: '8 Insider Spirits Lane', postcode: (await placeOf()).postcode },
  };
  const kept = await Promise.all([1, 2].map(() => tried(lead, '/premises', twin)));
  expect(kept.map(({ status }) => status).sort()).toEqual([201, 422]);
  const [penalty] = await sql<{ id: string }>(
    `update enforcement.penalty set offence = 'pnd-upper-tier', status = 'paid-full', offence_on = '2026-11-01',
       served_on = coalesce(served_on, '2026-11-02'), issued_on = coalesce(issued_on, '2026-11-02') where id = (select id from enforcement.penalty where agency_id = $1 and status <> 'draft' order by id limit 1) returning id`,
    [(await idsOf(lead)).agency],
  );
  const sale = { penaltyId: penalty?.id };
  expect((await tried(lead, `/premises/${friday.other.id}/sales`, sale)).status).toBeLessThan(300);
  await refused(lead, `/premises/${friday.card.id}/sales`, sale);
});

test('constables write penalty notices for disorder and no other, of no other agency; a notice for a breach is not theirs to begin', async () => {
  const draft = { offence: 'fly-tipping', offenceOn: '2026-11-20', placeWords: 'At the gate' };
  for (const who of ['priya.police', 'tess.trading']) {
    expect(await refused(who, '/penalties', draft)).toContain('penalty notices for disorder');
    expect((await tried(who, '/penalties', { ...draft, offence: 'pnd-upper-tier' })).status, who).toBe(201);
    const form = await page(who, '/penalties/new');
    expect(form.text).not.toContain('value="fly-tipping"');
  }
  expect(penaltyOfficers).not.toContain('police-partner');
});
