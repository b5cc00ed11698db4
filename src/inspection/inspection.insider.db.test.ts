import { beforeAll, expect, test } from 'vitest';
import type { ShownCard as Card, ShownPurchase as Operation } from '../../test/support/inspection.ts';
import { journey } from '../../test/support/journey.ts';
import { intelligenceSamples } from '../../test/support/sample-intelligence.ts';
import { penaltyOfficers } from '../enforcement/index.ts';

/** Test purchases as a licence holder's friend in another agency, or a curious colleague, would turn them. */
const days = journey('insider_inspection', '2026-11-20T10:00:00Z');
const { as, asked, clock, done, idsOf, look, made, onConnectionOf, page, placeOf, refused, sql, tried } =
  days;
const at = (file: { id: string }) => `/test-purchases/${file.id}`;
const lead = 'callum.safety';
let card: Card;
let other: Card;
let day: Operation;
let district = '';
let postcode = '';
/** The day of tests, as somebody reads it. */
const seenBy = (who: string) => look<Operation>(who, at(day));
const keep = (who: string, tradingName: string) =>
  made<Card>(who, '/premises', {
    ...{ kind: 'off-licence', tradingName, firmName: `${tradingName} Ltd`, address: `8 ${tradingName} Lane` },
    ...{ postcode, risk: 'high' },
  });

beforeAll(async () => {
  ({ district, postcode } = await placeOf());
  card = await keep(lead, 'Insider Wines');
  other = await keep(lead, 'Insider Spirits');
  day = await made(lead, '/test-purchases', {
    ...{ name: 'Friday test', location: 'Sampleton', onDay: '2026-11-27', districtCode: district },
    ...{ testType: 'fake-id', product: 'alcohol', briefing: 'In sight', riskAssessment: 'Two officers' },
    ...{ ripaAnswer: 'not-needed', ripaWords: 'Told by a neighbour of the shop' },
    agencies: [(await idsOf('priya.police')).agency],
  });
});

test('of intelligence the words and the reference are for whoever the package was given to; colleagues read that there is some', async () => {
  const [pack] = await sql<{ reference: string }>(
    'update dissemination.package set agency_ids = $2, officer_ids = $3 where id = $1 returning reference',
    [intelligenceSamples.packageId, [], [(await idsOf(lead)).officer]],
  );
  await sql('delete from dissemination.acknowledgement where package_id = $1', [
    intelligenceSamples.packageId,
  ]);
  const chosen = {
    ...{ premisesId: card.id, basis: 'intelligence', words: 'Sells to children after school' },
    sourceReference: pack?.reference,
  };
  // Nobody works from a package whose conditions they have not acknowledged.
  expect(await refused(lead, `/test-purchases/${day.id}/premises`, chosen)).toContain(
    'acknowledge its conditions',
  );
  await done(lead, `/packages/${intelligenceSamples.packageId}/acknowledge`, {});
  await made(lead, `${at(day)}/premises`, chosen);
  await made(lead, `${at(day)}/premises`, {
    ...{ premisesId: other.id, basis: 'complaint', words: 'Two parents complained of it' },
  });
  const own = await seenBy(lead);
  expect(own.selections.map(({ words }) => words).sort()).toEqual([
    'Sells to children after school',
    'Two parents complained of it',
  ]);
  const colleague = await seenBy('olu.officer');
  expect(colleague.selections.map(({ words }) => words)).toEqual(
    expect.arrayContaining([null, 'Two parents complained of it']),
  );
  expect(JSON.stringify(colleague)).not.toContain(pack?.reference ?? 'PK');
  expect((await page('olu.officer', `/test-purchases/${day.id}`)).text).not.toContain('after school');
  // A colleague who was given it, and has not acknowledged its conditions, reads no more.
  const given = 'update dissemination.package set officer_ids = $2 where id = $1';
  const both = [(await idsOf(lead)).officer, (await idsOf('olu.officer')).officer];
  await sql(given, [intelligenceSamples.packageId, both]);
  expect((await seenBy('olu.officer')).selections.map(({ words }) => words)).toContain(null);
  await sql(given, [intelligenceSamples.packageId, both.slice(0, 1)]);
  // A package that one was not given, and one that there is not, answer alike.
  const third = await keep('olu.officer', 'Insider Ales');
  const body = { premisesId: third.id, basis: 'intelligence', words: 'Sells to children' };
  const [hidden, none] = await Promise.all(
    [pack?.reference, 'PK-NONE-000'].map((sourceReference) =>
      tried('olu.officer', `/test-purchases/${day.id}/premises`, { ...body, sourceReference }),
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
  const quiet = await keep(lead, 'Insider Quiet');
  const chosen = await made<Operation>(lead, `${at(day)}/premises`, {
    ...{ premisesId: quiet.id, basis: 'complaint', words: 'A mother who is afraid says so' },
    sourceReference: report?.reference,
  });
  expect(JSON.stringify(chosen)).toContain('who is afraid');
  const colleague = JSON.stringify(await seenBy('olu.officer'));
  expect(colleague).not.toContain('who is afraid');
  expect(colleague).not.toContain(report?.reference ?? 'none');
  const selection = chosen.selections.find(({ label }) => label === 'Insider Quiet');
  const off = await (await as(lead)).post(`/test-purchases/${day.id}/premises/${selection?.id}/remove`);
  expect(off.status).toBe(303);
});

test('before the day nobody but the agency that leads reads where the volunteers go: not by the plan, a card, a list, an export or a figure', async () => {
  await made(lead, `${at(day)}/volunteers`, {
    ...{ code: 'V1', age: 16, ownConsentOn: '2026-11-19', parentConsentOn: '2026-11-19' },
  });
  await made(lead, `${at(day)}/volunteers`, { code: 'V2', age: 19, ownConsentOn: '2026-11-19' });
  await made(lead, `${at(day)}/welfare`, {
    volunteerId: (await seenBy(lead)).volunteers[0]?.id,
    words: 'Nervous, wants a break',
  });
  // The concern about the same premises is shared with the police and with housing.
  await made(lead, `/premises/${card.id}/concern`, {
    ...{ words: 'Our own words', sharedWords: 'Noise at night' },
    agencies: [(await idsOf('priya.police')).agency, (await idsOf('tess.trading')).agency],
  });
  const police = await seenBy('priya.police');
  expect(police).toMatchObject({
    ...{ selections: [], volunteers: [], welfare: [] },
    // What was answered on the covert law says what is watched.
    ...{ ripaAnswer: null, ripaWords: '' },
  });
  for (const who of ['priya.police', 'tess.trading']) {
    const shared = await look<Card>(who, `/premises/${card.id}`);
    expect(shared.plans).toEqual([]);
    expect(shared.concerns).toMatchObject([{ words: null, sharedWords: 'Noise at night' }]);
  }
  const own = await look<Card>(lead, `/premises/${card.id}`);
  expect(own.plans).toHaveLength(1);
  for (const url of [
    `/test-purchases/${day.id}`,
    `/premises/${card.id}`,
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
    const status = (await asked(who, at(day))).status;
    expect(status, who).toBe(who === 'tess.trading' ? 404 : 200);
  }
  for (const who of ['hollis.housing', 'joss.jet', 'imran.intel', 'rowan.reception', 'bea.board'])
    expect((await asked(who, at(day))).status, who).toBe(403);
});

test('a stolen operations connection reads no more: neither the police before the day, nor another agency ever', async () => {
  const none = {
    ...{ purchases: 0, selections: 0, reasons: 0, volunteers: 0, welfare: 0, events: 0, own: 0 },
    ...{ covert: 0, intelligence: 0, addresses: 0 },
  };
  expect(await asAgency((await idsOf('hollis.housing')).agency)).toEqual(none);
  const police = await asAgency((await idsOf('priya.police')).agency);
  expect(police).toMatchObject({
    ...{ purchases: 1, selections: 0, reasons: 0, volunteers: 0, welfare: 0, own: 0, covert: 0 },
    intelligence: 0,
  });
  const { agency, officer } = await idsOf(lead);
  expect(await asAgency(agency, officer)).toMatchObject({
    ...{ selections: 2, reasons: 1, volunteers: 2, welfare: 1, covert: 1, intelligence: 1 },
  });
  // In the agency that leads, whoever was not given the package reads on no connection what it was the reason of.
  const { officer: colleague } = await idsOf('olu.officer');
  expect(await asAgency(agency, colleague)).toMatchObject({ selections: 2, reasons: 1, intelligence: 0 });
});

test('a stolen operations connection changes nothing of another agency: not the day, to be told early, nor the card, nor the plan', async () => {
  const { agency } = await idsOf('priya.police');
  const { agency: theirs } = await idsOf(lead);
  for (const [words, values] of [
    ["update inspection.purchase set status = 'under-way' where id = $1", [day.id]],
    ['update inspection.purchase set agency_id = $2 where id = $1', [day.id, agency]],
    ["update inspection.purchase set name = 'Taken' where id = $1", [day.id]],
    [
      `insert into inspection.selection (id, purchase_id, premises_id, lead_agency_id, label, address, record_ids, added_at)
       values (gen_random_uuid(), $1, $2, $3, 'x', 'x', '{}', now())`,
      [day.id, card.id, agency],
    ],
    ["update inspection.premises set risk = 'low' where id = $1", [card.id]],
    ['update inspection.premises set agency_id = $2 where id = $1', [card.id, agency]],
    [
      `insert into inspection.purchase_event (id, purchase_id, at, kind, agency_id, words) values (gen_random_uuid(), $1, now(), 'x', $2, 'x')`,
      [day.id, theirs],
    ],
  ] as const)
    await expect(onConnectionOf({ agency }, words, values), words).rejects.toThrow(
      /row-level security|permission denied/,
    );
});
/** What the login of operations reads with the context of an agency. */
async function asAgency(agency: string, officer?: string): Promise<Record<string, number> | undefined> {
  const [row] = await onConnectionOf<Record<string, number>>(
    officer ? { agency, officer } : { agency },
    `select (select count(*)::int from inspection.purchase where id = $1) as purchases,
      (select count(*)::int from inspection.selection where purchase_id = $1) as selections,
      (select count(*)::int from inspection.selection_reason where words like '%children%' or words like '%parents%') as reasons,
      (select count(*)::int from inspection.volunteer where purchase_id = $1) as volunteers,
      (select count(*)::int from inspection.welfare_line where purchase_id = $1) as welfare,
      (select count(*)::int from inspection.purchase_event where purchase_id = $1) as events,
      (select count(*)::int from inspection.premises_event where premises_id = $2) as own,
      (select count(*)::int from (select address from inspection.premises where id = $2 union all select address from inspection.selection where premises_id = $2) a
        where address like '%Lane%') as addresses,
      (select count(*)::int from inspection.purchase_covert where purchase_id = $1) as covert,
      (select count(*)::int from inspection.selection_intelligence where words like '%children%') as intelligence`,
    [day.id, card.id],
  );
  return row;
}

test('on the day two record at once, one counts; what was said is for those two agencies, the seller for neither', async () => {
  const priya = await idsOf('priya.police');
  for (const part of ['request-purchase', 'keep-record', 'issue-penalties'])
    await made('priya.police', `${at(day)}/officers`, { officerId: priya.officer, part });
  await made(lead, `${at(day)}/officers`, { officerId: (await idsOf(lead)).officer, part: 'keep-record' });
  const step = async (action: string) => {
    const { version } = await seenBy(lead);
    return done(lead, `${at(day)}/steps/${action}`, { version });
  };
  await step('settle');
  clock.set('2026-11-27T18:00:00Z');
  // The one who may ask a young volunteer to buy was taken off after the plan was settled.
  const asker = (await seenBy('priya.police')).officers.find(({ part }) => part === 'request-purchase');
  await (await as('priya.police')).post(`/test-purchases/${day.id}/officers/${asker?.id}/remove`);
  const { version } = await seenBy(lead);
  expect(await refused(lead, `/test-purchases/${day.id}/steps/begin`, { version })).toContain(
    'may ask a young volunteer',
  );
  await made('priya.police', `${at(day)}/officers`, { officerId: priya.officer, part: 'request-purchase' });
  await step('begin');
  const { selections, volunteers } = await seenBy('priya.police');
  expect(selections.map(({ words, sourceReference }) => [words, sourceReference])).toEqual([
    [null, null],
    [null, null],
  ]);
  const wines = selections.find(({ label }) => label === 'Insider Wines');
  const attempt = {
    ...{ selectionId: wines?.id, at: '17:00', volunteerId: volunteers[0]?.id },
    words: 'Tall man at the till',
  };
  const both = await Promise.all(
    ['priya.police', lead].map((who) =>
      tried(who, `/test-purchases/${day.id}/attempts`, { ...attempt, result: 'fail_sold' }),
    ),
  );
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  const fresh = (await seenBy('priya.police')).attempts[0];
  // The other shop: a slip that is made void, then sold to a volunteer who is of age.
  const spirits = {
    selectionId: selections.find(({ label }) => label === 'Insider Spirits')?.id,
    at: '17:10',
    words: '',
  };
  const [young, grown] = ['V1', 'V2'].map((code) => volunteers.find((one) => one.code === code)?.id);
  const url = `/test-purchases/${day.id}/attempts`;
  await made('priya.police', url, { ...spirits, volunteerId: young, result: 'pass_refused' });
  const slip = (await seenBy(lead)).attempts.find(({ label }) => label === 'Insider Spirits');
  const why = { reason: 'Insider Spirits was shut', version: 1 };
  await done(lead, `${url}/${slip?.id}/void`, why);
  const sold = await made<Operation>('priya.police', url, {
    ...{ ...spirits, volunteerId: grown, result: 'fail_sold' },
  });
  const ofAge = sold.attempts.find(({ result, label }) => label === 'Insider Spirits' && result !== 'void');
  expect(await refused('priya.police', `${url}/${ofAge?.id}/penalty`)).toContain('under 18');
  const drafts = await Promise.all(
    [1, 2].map(() => tried('priya.police', `/test-purchases/${day.id}/attempts/${fresh?.id}/penalty`)),
  );
  expect(drafts.map(({ status }) => status).sort()).toEqual([201, 409]);
  // Somebody who makes the figures, in the agency that leads.
  await sql('update directory.officer set agency_id = $1 where id = $2', [
    ...[(await idsOf(lead)).agency, (await idsOf('petra.performance')).officer],
  ]);
  // The penalty is the agency's that drafted it.
  expect((await seenBy(lead)).followUps.map(({ penaltyId }) => penaltyId)).toEqual([null]);
  for (const url of [
    '/test-purchases/table',
    '/test-purchases/table.csv',
    '/figures/E-06/records?period=2026-11',
    '/figures/E-06/records.csv?period=2026-11',
    `/test-purchases/${day.id}`,
  ]) {
    const { text, status } = await page('petra.performance', url);
    expect(status, url).toBe(200);
    for (const words of ['Tall man', 'Insider Wines', 'Insider Spirits', 'Nervous', 'Two officers', 'Priya'])
      expect(text, url).not.toContain(words);
  }
  const petra = await asked('petra.performance', at(day));
  expect(petra.status).toBe(200);
  for (const words of ['Insider', 'Told by a neighbour', 'not-needed', card.id, other.id, 'Priya', '"V1"'])
    expect(petra.text, words).not.toContain(words);
  expect(petra.json).toMatchObject({ events: [], ripaAnswer: null, ripaWords: '' });
});

test('a place that must stay hidden later is not read any more, nor its letter', async () => {
  const { attempts } = await seenBy(lead);
  await done(lead, `${at(day)}/letters`, {});
  // Whoever recorded a test does not undo it once the business was written to, though the letter is not theirs to read.
  const ofPolice = (await seenBy('priya.police')).attempts.find(
    ({ label, result }) => label === 'Insider Spirits' && result !== 'void',
  );
  expect(ofPolice?.hasLetter).toBe(true);
  await refused('priya.police', `/test-purchases/${day.id}/attempts/${ofPolice?.id}/void`, {
    reason: 'Changed my mind',
    version: ofPolice?.version,
  });
  const letter = `/test-purchases/${day.id}/attempts/${attempts[0]?.id}/letters/1/pdf`;
  expect((await page(lead, letter)).status).toBe(200);
  expect((await page('priya.police', letter)).status).toBe(404);
  await sql('insert into records.hidden_address (record_id, is_marked, since) values ($1, true, now())', [
    card.placeRecordId,
  ]);
  expect((await page(lead, letter)).status).toBe(422);
  // Not on a connection of the operations login either; and it comes back when it may be shown.
  const { agency: theirs } = await idsOf(lead);
  expect(await asAgency(theirs)).toMatchObject({ addresses: 0 });
  for (const url of [at(day), `/premises/${card.id}`, '/premises'])
    for (const who of [lead, 'priya.police'])
      expect((await asked(who, url)).text, `${who} ${url}`).not.toContain('Insider Wines Lane');
});

test('an address that may be shown again comes back', async () => {
  await sql('delete from records.hidden_address where record_id = $1', [card.placeRecordId]);
  const { agency } = await idsOf(lead);
  expect(await asAgency(agency)).toMatchObject({ addresses: 2 });
  for (const url of [at(day), `/premises/${card.id}`])
    expect((await asked(lead, url)).text, url).toContain('8 Insider Wines Lane');
});

test('what follows is not settled before the test, nor a re-inspection by a visit that came before it', async () => {
  const { attempts } = await seenBy(lead);
  const url = `${at(day)}/attempts/${attempts[0]?.id}/follow-ups`;
  await made(lead, url, { kind: 'training' });
  const { followUps } = await made<Operation>(lead, url, { kind: 're-inspection' });
  const training = followUps.find(({ kind }) => kind === 'training');
  expect(
    await refused(lead, `/test-purchases/${day.id}/follow-ups/${training?.id}`, {
      ...{ status: 'done', on: '2026-11-26', version: training?.version },
    }),
  ).toContain('cannot be before the test');
  const { visits } = await look<{ visits: { id: string; kind: string }[] }>(
    lead,
    `/premises/${attempts[0]?.premisesId}`,
  );
  const visit = visits.find(({ kind }) => kind === 'compliance');
  const seen = { visitedOn: '2026-11-20', result: 'compliant', words: 'Seen', version: 1 };
  await done(lead, `/inspection-visits/${visit?.id}/result`, seen);
  const after = await seenBy(lead);
  expect(after.followUps.find(({ kind }) => kind === 're-inspection')?.status).toBe('offered');
});

test('two at once raise one concern and keep one card; one paid penalty is one sale', async () => {
  const words = { words: 'Drinkers outside', sharedWords: 'Drinkers', agencies: [] };
  const raised = await Promise.all([1, 2].map(() => tried(lead, `/premises/${other.id}/concern`, words)));
  expect(raised.map(({ status }) => status).sort()[1]).toBe(409);
  const twin = {
    ...{ kind: 'off-licence', tradingName: 'Insider Twin', firmName: 'Insider Spirits Ltd' },
    ...{ address: '8 Insider Spirits Lane', postcode },
  };
  const kept = await Promise.all([1, 2].map(() => tried(lead, '/premises', twin)));
  expect(kept.map(({ status }) => status).sort()).toEqual([201, 422]);
  const [penalty] = await sql<{ id: string }>(
    `update enforcement.penalty set offence = 'pnd-upper-tier', status = 'paid-full', offence_on = '2026-11-01',
       served_on = coalesce(served_on, '2026-11-02'), issued_on = coalesce(issued_on, '2026-11-02') where id = (select id from enforcement.penalty where agency_id = $1 and status <> 'draft' order by id limit 1) returning id`,
    [(await idsOf(lead)).agency],
  );
  const sale = { penaltyId: penalty?.id };
  expect((await tried(lead, `/premises/${other.id}/sales`, sale)).status).toBeLessThan(300);
  await refused(lead, `/premises/${card.id}/sales`, sale);
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

test('a scheme that somebody sets up in a district opens to them no test that they took no part in', async () => {
  const { version } = await seenBy(lead);
  const outcome = { version, outcome: 'Insider Wines was told' };
  await done(lead, `${at(day)}/steps/complete`, outcome);
  interface Group {
    id: string;
    version: number;
    statusWhy: string;
    figures: { name: string }[];
  }
  const scheme = { kind: 'alcohol-partnership', name: 'Partnership', districtCode: district };
  const start = (who: string) => made<Group>(who, '/schemes', { ...scheme, agencies: [] });
  expect((await start(lead)).figures.map(({ name }) => name)).toContain('Friday test');
  const theirs = await start('tess.trading');
  expect(theirs.figures.map(({ name }) => name)).not.toContain('Friday test');
  // Why it is on hold is asked for, and kept.
  const held = { reason: 'No assessor until spring', version: theirs.version };
  const hold = await done<Group>('tess.trading', `/schemes/${theirs.id}/hold`, held);
  expect(hold.statusWhy).toBe('No assessor until spring');
  // What came of the day, in words that may name a shop, is not for whoever makes the figures.
  expect((await asked('petra.performance', at(day))).text).not.toContain('was told');
});

test('odd input is refused and never a fault of the server', async () => {
  for (const [url, body] of [
    ['/premises', { kind: 'off-licence', tradingName: 'Odd', firmRecordId: card.id, placeRecordId: card.id }],
    [
      '/premises',
      { kind: 'off-licence', tradingName: 'Odd', firmName: 'Odd', address: '1', postcode: 'ZZ99 9ZZ' },
    ],
    ['/test-purchases', { name: 'Odd', onDay: '9999-12-31', location: 'Odd', districtCode: district }],
    ['/inspection-visits', { premisesId: card.id, kind: 'joint', plannedOn: '2026-12-24' }],
    ['/inspection-visits', { premisesId: card.id, kind: 'inspection', plannedOn: '2026-01-01' }],
    [`/premises/${card.id}/sales`, { penaltyId: card.id }],
    [
      `/test-purchases/${day.id}/premises`,
      { premisesId: card.id, basis: 'complaint', words: 'A complaint came in' },
    ],
  ] as const) {
    const { status, text } = await tried(lead, url, body);
    expect([409, 422], `${url} ${text}`).toContain(status);
  }
  expect((await (await as(lead)).post('/inspections', { premisesId: 'nowhere' })).status).toBe(404);
});
