import { beforeAll, expect, test } from 'vitest';
import {
  type ShownCard as Card,
  named,
  type ShownPurchase as Operation,
  pathOf,
  plan,
  purchases,
  type ShownTable as Table,
} from '../../test/support/inspection.ts';
import { journey } from '../../test/support/journey.ts';

/** Journey 9, a year of test purchases, by `/api/v1`: everything is entered as officers enter it, and every figure is counted from that. */
const days = journey('j9', '2026-04-01T09:00:00Z');
const { asked, clock, done, idsOf, look, made, page, placeOf, refused, saidOn, sql, tried } = days;
/** A page as somebody without an account reads it. */
const nobody = async (url: string) => (await days.world.nobody.get(url)).text;
const tess = 'tess.trading';
const priya = 'priya.police';
let district = '';
let postcode = '';
let police = '';

const { keep, cards, card, planned, step, tested, run } = purchases(days);

beforeAll(async () => {
  ({ district, postcode } = await placeOf());
  police = (await idsOf(priya)).agency;
});

let april: Operation;
const wantage = named('Wantage', 15);
test('1. intelligence and complaints choose the premises; a routine list does not', async () => {
  const first = await card(tess, wantage[0] ?? '');
  // A firm and a place that are known are not written down a second time.
  const again = await keep(tess, 'Second counter', {
    firmName: 'Wantage Wines 1 Ltd',
    address: '1 Wantage Wines 1 Road',
  });
  expect([again.firmRecordId, again.placeRecordId]).toEqual([first.firmRecordId, first.placeRecordId]);
  const records = await sql<{ n: number }>(
    "select count(*)::int as n from records.received_record where label = 'Wantage Wines 1 Ltd'",
  );
  expect(records[0]?.n).toBe(1);
  april = await made<Operation>(tess, '/test-purchases', {
    ...{ name: 'Fake ID / Challenge 25', location: 'Wantage & Grove', onDay: '2026-04-15' },
    ...{ testType: 'fake-id', product: 'alcohol', districtCode: district, agencies: [police] },
  });
  const url = `/test-purchases/${april.id}/premises`;
  for (const [body, words] of [
    [{ premisesId: first.id }, 'a routine list is no reason'],
    [
      { premisesId: first.id, basis: 'routine', words: 'On the yearly list of all' },
      'a routine list is no reason',
    ],
    [{ premisesId: first.id, basis: 'complaint', words: '' }, 'Say in words why'],
    [{ premisesId: first.id, basis: 'intelligence', words: 'It was said to us' }, 'reference of the package'],
    [
      {
        ...{ premisesId: first.id, basis: 'intelligence', words: 'It was said to us' },
        sourceReference: 'PK-NONE-000',
      },
      'received no package',
    ],
    [{ premisesId: first.id, basis: 'failed-before', words: 'They failed in spring' }, 'No failed test'],
    [
      { premisesId: first.id, basis: 'concern', words: 'Drinkers outside at night' },
      'no premises of concern',
    ],
  ] as const) {
    expect(await refused(tess, url, body)).toContain(words);
  }
  for (const name of wantage)
    await made(tess, `${pathOf(april)}/premises`, {
      ...{ premisesId: (await card(tess, name)).id, basis: 'complaint' },
      words: `Two complaints that ${name} sells to children`,
    });
  april = await look(tess, pathOf(april));
  expect(april.selections.map(({ basis }) => basis)).toEqual(wantage.map(() => 'complaint'));
  expect(
    await refused(tess, url, { ...first, premisesId: first.id, basis: 'complaint', words: 'Two complaints' }),
  ).toContain('on the plan already');
});

test('2. the plan is not settled without consent, risk assessment, RIPA in words and the powers of staff', async () => {
  const early = await refused(tess, `/test-purchases/${april.id}/steps/settle`, { version: april.version });
  for (const words of [
    'has agreed in writing',
    'risk assessment',
    '(RIPA) was considered',
    'may ask a young volunteer',
  ])
    expect(early).toContain(words);
  const young = await tried(tess, `/test-purchases/${april.id}/volunteers`, {
    ...{ code: 'V1', age: 16, ownConsentOn: '2026-04-01' },
  });
  expect(young.text).toContain('a parent agrees in writing too');
  expect(
    await refused(tess, `/test-purchases/${april.id}/volunteers`, {
      ...{ code: 'Alice', age: 16, ownConsentOn: '2026-04-01', parentConsentOn: '2026-04-01' },
    }),
  ).toContain('never a name');
  await made(tess, `${pathOf(april)}/volunteers`, {
    ...{ code: 'V1', age: 17, ownConsentOn: '2026-04-01', parentConsentOn: '2026-04-01' },
  });
  expect(
    await refused(tess, `/test-purchases/${april.id}/officers`, {
      officerId: (await idsOf('vita.vetting')).officer,
      part: 'request-purchase',
    }),
  ).toContain('does not hold the power to ask a young volunteer to buy');
  for (const part of ['request-purchase', 'issue-penalties', 'keep-record'])
    await made(tess, `${pathOf(april)}/officers`, { officerId: (await idsOf(tess)).officer, part });
  await made(priya, `${pathOf(april)}/officers`, {
    officerId: (await idsOf(priya)).officer,
    part: 'keep-record',
  });
  const { version } = await look<Operation>(tess, pathOf(april));
  await done(tess, `${pathOf(april)}/edit`, {
    ...{ ...plan, name: 'Fake ID / Challenge 25', location: 'Wantage & Grove', onDay: '2026-04-15' },
    ...{ testType: 'fake-id', districtCode: district, version },
  });
  await step(tess, april, 'settle');
  // Those that take part learn on the day, and not before, where it goes.
  expect((await look<Operation>(priya, pathOf(april))).selections).toEqual([]);
  const before = await look<Operation>(tess, pathOf(april));
  expect(
    await refused(tess, `/test-purchases/${april.id}/steps/begin`, { version: before.version }),
  ).toContain('It is on 15 April 2026');
  expect((await look<Table>(tess, '/test-purchase-table')).total.operations).toBe(0);
});

test('3. eleven pass and four sell after a false ID; training is offered to all fifteen', async () => {
  clock.set('2026-04-15T16:00:00Z');
  await step(tess, april, 'begin');
  const day = await look<Operation>(priya, pathOf(april));
  expect(day.selections).toHaveLength(15);
  expect(day.selections.every(({ words, basis }) => words === null && basis === null)).toBe(true);
  await made(tess, `${pathOf(april)}/welfare`, { volunteerId: day.volunteers[0]?.id, words: 'Warm and fed' });
  const first = day.selections[0];
  const attempt = { selectionId: first?.id, at: '10:00', volunteerId: day.volunteers[0]?.id, words: '' };
  // Two officers at once: one attempt is kept, and the second officer is told what the first said.
  const both = await Promise.all([
    tried(tess, `/test-purchases/${april.id}/attempts`, { ...attempt, result: 'fail_sold_after_challenge' }),
    tried(priya, `/test-purchases/${april.id}/attempts`, { ...attempt, result: 'pass_refused' }),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect(both.find(({ status }) => status === 409)?.text).toContain('recorded them');
  const [kept] = (await look<Operation>(tess, pathOf(april))).attempts;
  await done(tess, `${pathOf(april)}/attempts/${kept?.id}/void`, { reason: 'Wrong door', version: 1 });
  expect(
    await refused(tess, `/test-purchases/${april.id}/attempts`, {
      ...{ ...attempt, at: '18:00', result: 'pass_refused' },
    }),
  ).toContain('cannot be in the future');
  await tested({ fails: wantage.slice(0, 4), failsBy: 'fail_sold_after_challenge' }, day);
  expect(
    await refused(tess, `/test-purchases/${april.id}/steps/complete`, {
      version: (await look<Operation>(tess, pathOf(april))).version,
      outcome: 'Done',
    }),
  ).toContain('15 are missing');
  const offered = await made<Operation>(tess, `${pathOf(april)}/offers`, { kind: 'training' });
  expect(offered.followUps.filter(({ kind }) => kind === 'training')).toHaveLength(15);
  await refused(tess, `/test-purchases/${april.id}/offers`, { kind: 'training' });
  const letters = await done<Operation>(tess, `${pathOf(april)}/letters`, {});
  // A pass is told too.
  expect(letters.attempts.filter(({ result }) => result !== 'void').every(({ hasLetter }) => hasLetter)).toBe(
    true,
  );
  const passed = letters.attempts.find(({ result }) => result.startsWith('pass'));
  const { letters: editions } = await look<{ letters: { format: string }[] }>(
    tess,
    `${pathOf(april)}/attempts/${passed?.id}/letters`,
  );
  expect(editions.map(({ format }) => format).sort()).toEqual(['docx', 'pdf']);
  await step(tess, april, 'complete', { outcome: 'Training offered to all fifteen' });
});

const wallingford = named('Wallingford', 11);
const didcot = named('Didcot', 12);
test('4. June 8/8/0, August in two operations 11/7/4 and 13/12/1, December 5/4/1', async () => {
  clock.set('2026-06-01T09:00:00Z');
  await run({
    ...{ name: 'Underage test', location: 'Henley & villages', onDay: '2026-06-10' },
    ...{ premises: named('Henley', 8), fails: [] },
  });
  clock.set('2026-08-01T09:00:00Z');
  await run({
    ...{ name: 'Underage test A', location: 'Wallingford & Didcot', onDay: '2026-08-05' },
    ...{ premises: wallingford, fails: wallingford.slice(0, 4) },
  });
  await run({
    ...{ name: 'Underage test B', location: 'Wallingford & Didcot', onDay: '2026-08-19' },
    // One of those that sold is tested again, and passes this time; one of the others sells.
    premises: [...didcot, wallingford[1] ?? ''],
    fails: didcot.slice(0, 1),
  });
  const boundary = await look<Card>(tess, `/premises/${cards.get(wallingford[1] ?? '')?.id}`);
  expect(boundary.selling.isAlert).toBe(false);
});

test('5. a sale is a penalty of £90 to the seller with 21 days; the seller is named on the penalty alone', async () => {
  const { rows } = await look<{ rows: { id: string; name: string }[] }>(tess, '/test-purchase-table');
  const file = { id: rows.find(({ name }) => name === 'Underage test A')?.id ?? '' };
  const { attempts } = await look<Operation>(priya, pathOf(file));
  const failed = attempts.find(({ label }) => label === wallingford[0]);
  const passed = attempts.find(({ result }) => result.startsWith('pass'));
  expect(await refused(priya, `/test-purchases/${file.id}/attempts/${passed?.id}/penalty`)).toContain(
    'No penalty',
  );
  // Trading standards lead, and to give penalties is the constable's part.
  expect(await refused(tess, `/test-purchases/${file.id}/attempts/${failed?.id}/penalty`)).toContain(
    'not your part',
  );
  const drafts = await Promise.all(
    [1, 2].map(() => tried(priya, `/test-purchases/${file.id}/attempts/${failed?.id}/penalty`)),
  );
  expect(drafts.map(({ status }) => status).sort()).toEqual([201, 409]);
  const fresh = drafts.find(({ status }) => status === 201)?.json as { penaltyId: string };
  const at = `/penalties/${fresh.penaltyId}`;
  for (const item of [
    { kind: 'statement', words: 'Statement of the officer at the till' },
    { kind: 'photo', words: 'Photograph of the bottle' },
  ])
    await made(priya, `${at}/evidence`, item);
  const draft = await look<{ version: number }>(priya, at);
  const edited = await done<{ version: number }>(priya, `${at}/edit`, {
    ...{ offence: 'pnd-upper-tier', offenceOn: '2026-08-05', offenceTime: '10:15' },
    ...{ placeWords: 'At the till', postcode, identifiedBy: 'seen', policyConsidered: true },
    ...{ recipientName: 'Sella Tillman', recipientAddress: '9 Somewhere Street', version: draft.version },
  });
  const issued = await done<{ amountPence: number; payUntil: string; version: number; issuedOn: string }>(
    priya,
    `${at}/issue`,
    { version: edited.version, servedHow: 'in-person', servedOn: '2026-08-19', isInUniform: true },
  );
  expect([issued.amountPence, issued.payUntil]).toEqual([9000, '2026-09-09']);
  for (const kind of ['refusals-book', 're-inspection', 'warning'])
    await made(tess, `${pathOf(file)}/attempts/${failed?.id}/follow-ups`, { kind });
  const after = await look<Operation>(tess, pathOf(file));
  expect(JSON.stringify(after)).not.toContain('Tillman');
  // The re-inspection stands on the programme, and settles the follow-up when it is done.
  const shop = await look<Card>(tess, `/premises/${failed?.premisesId}`);
  const visit = shop.visits.find(({ kind }) => kind === 'compliance');
  expect(visit?.plannedOn).toBe('2026-09-16');
  await done(tess, `/inspection-visits/${visit?.id}/result`, {
    ...{ visitedOn: '2026-08-19', result: 'compliant', words: 'Book kept', version: 1 },
  });
  const { followUps } = await look<Operation>(tess, pathOf(file));
  expect(followUps.find(({ kind }) => kind === 're-inspection')?.status).toBe('done');
});

test('6. sold again within three months: an alert on those premises alone, a review or a closure notice of 48 to 336 hours', async () => {
  clock.set('2026-09-01T09:00:00Z');
  const twice = wallingford[0] ?? '';
  const card0 = cards.get(twice);
  // Another shop of the same firm.
  const sister = await keep(tess, 'Sister shop', { firmName: `${twice} Ltd`, address: '77 Other Road' });
  expect(sister.firmRecordId).toBe(card0?.firmRecordId);
  const again = await planned({
    ...{ name: 'Second look', location: 'Elsewhere', onDay: '2026-11-04' },
    ...{ premises: [twice], fails: [twice] },
  });
  // Nobody tests an underage sale who is old enough to be sold it.
  const grown = await tried(tess, `/test-purchases/${again.id}/volunteers`, {
    ...{ code: 'V2', age: 18, ownConsentOn: '2026-08-30' },
  });
  expect(grown).toMatchObject({ status: 422, text: expect.stringContaining('is lawful') });
  await step(tess, again, 'settle');
  clock.set('2026-11-04T17:00:00Z');
  await step(tess, again, 'begin');
  expect((await look<Card>(tess, `/premises/${card0?.id}`)).selling.isAlert).toBe(false);
  await tested({ fails: [twice] }, again);
  const alerted = await look<Card>(tess, `/premises/${card0?.id}`);
  expect(alerted.selling).toMatchObject({
    isAlert: true,
    found: { firstOn: '2026-08-05', lastOn: '2026-11-04', sales: 2 },
  });
  const { premises } = await look<{ premises: { id: string }[] }>(tess, '/persistent-selling');
  expect(premises.map(({ id }) => id)).toEqual([card0?.id]);
  expect((await look<Card>(tess, `/premises/${sister.id}`)).selling.isAlert).toBe(false);
  const url = `/premises/${card0?.id}/persistent-selling`;
  const choice = { choice: 'closure-notice', words: 'Two sales to children', lastOn: '2026-11-04' };
  for (const hours of [47, 337, undefined])
    expect(await refused(tess, url, { ...choice, hours })).toContain('48 to 336 hours');
  await refused(tess, url, { ...choice, hours: 48, lastOn: '2026-08-19' }, 409);
  // Whoever holds no such office, by a power that was withdrawn, may apply for a review and not close.
  const { officer } = await idsOf(tess);
  const power = 'closure.persistent-selling';
  await sql('update directory.authorisation set withdrawn_on = $2 where officer_id = $1 and power = $3', [
    ...[officer, '2026-11-01', power],
  ]);
  expect(await refused(tess, url, { ...choice, hours: 48 })).toContain('a superintendent or above');
  await sql('update directory.authorisation set withdrawn_on = null where officer_id = $1 and power = $2', [
    ...[officer, power],
  ]);
  const both = await Promise.all([1, 2].map(() => tried(tess, url, { ...choice, hours: 336 })));
  expect(both.map(({ status }) => status).sort()[0]).toBe(200);
  expect([409, 422]).toContain(both.map(({ status }) => status).sort()[1]);
  expect((await look<Card>(tess, `/premises/${card0?.id}`)).selling.isAlert).toBe(false);
  // The extra look is made void, so that the year of the seed stands as it was.
  const { attempts } = await look<Operation>(tess, pathOf(again));
  await done(tess, `${pathOf(again)}/attempts/${attempts[0]?.id}/void`, {
    reason: 'For the table',
    version: 1,
  });
});

test('6a. the licence review begins with that evidence, is given notice of, heard, decided and appealed; others read the register alone', async () => {
  interface Review {
    id: string;
    reference: string;
    status: string;
    version: number;
    grounds: string[];
    evidence: { words: string }[];
    representationsUntil: string;
    appealUntil: string | null;
    papers: { kind: string; format: string }[];
  }
  const premises = cards.get(wallingford[0] ?? '');
  const paper = await page(tess, `/premises/${premises?.id}/papers/closure-notice/1/pdf`);
  expect(paper.status).toBe(200);
  const draft = await made<Review>(tess, '/licence-reviews', { premisesId: premises?.id, kind: 'review' });
  expect(draft.grounds).toEqual(['crime-and-disorder', 'children-from-harm']);
  expect(draft.evidence.map(({ words }) => words).join()).toContain(
    'Persistent selling from 5 August 2026 to 4 November 2026',
  );
  await refused(tess, '/licence-reviews', { premisesId: premises?.id, kind: 'review' }, 409);
  const at = `/licence-reviews/${draft.id}`;
  let version = draft.version;
  const take = async (action: string, body: object, who = tess) => {
    const after = await done<Review>(who, `${at}/steps/${action}`, { version, ...body });
    version = after.version;
    return after;
  };
  const apply = {
    ...{
      on: '2026-11-04',
      applicant: 'trading-standards',
      grounds: draft.grounds,
      case: 'Two sales to children',
    },
  };
  const licensed = async (licenceNumber: string) => {
    const card = await look<Card>(tess, `/premises/${premises?.id}`);
    await done(tess, `/premises/${premises?.id}/edit`, {
      ...{ kind: 'off-licence', licenceNumber, reason: 'From the register', version: card.version },
    });
  };
  await licensed('');
  expect(await refused(tess, `${at}/steps/apply`, { version, ...apply })).toContain('number on the card');
  await licensed('PL/77');
  expect(await refused(tess, `${at}/steps/apply`, { version, on: '2026-11-04' })).toContain(
    'Choose who applies',
  );
  expect((await take('apply', apply)).representationsUntil).toBe('2026-12-02');
  expect(await refused(tess, `${at}/steps/decide`, { version, on: '2026-11-04' }, 409)).toContain(
    'at its hearing',
  );
  expect(await nobody('/licensing-register')).not.toContain(draft.reference);
  await take('advertise', { on: '2026-11-04' });
  const said = { from: 'police', standing: 'for', reason: 'Fights outside on Fridays' };
  await take('record-representation', { on: '2026-11-04', ...said });
  clock.set('2026-12-03T10:00:00Z');
  expect(
    await refused(tess, `${at}/steps/record-representation`, { version, on: '2026-12-03', ...said }),
  ).toContain('no representation');
  expect(
    await refused(tess, `${at}/steps/set-hearing`, { version, hearingOn: '2026-12-02', reason: 'Soon' }),
  ).toContain('later day');
  await done(tess, '/licence-reviews/periods', {
    code: 'appeal',
    count: 21,
    source: 'Advice of our legal team',
  });
  await take('set-hearing', { hearingOn: '2026-12-03', reason: 'Sub-committee' });
  const decided = { on: '2026-12-03', outcomes: ['suspend', 'conditions'], reason: 'Two sales, no training' };
  expect(await refused(tess, `${at}/steps/decide`, { version, ...decided, conditions: 'CCTV' })).toContain(
    'last day',
  );
  expect((await take('decide', { ...decided, conditions: 'CCTV', until: '2027-01-31' })).appealUntil).toBe(
    '2026-12-23',
  );
  // What waits stands on the home page with its day.
  expect((await page(tess, '/home')).text).toContain(
    'Record an appeal, or that nobody appealed, 23 December 2026',
  );
  expect(
    await refused(tess, `${at}/steps/take-effect`, { version, on: '2026-12-03', reason: 'None' }),
  ).toContain('a day after it');
  await take('record-appeal', { on: '2026-12-03', from: 'holder', reason: 'The holder appeals' });
  const over = await take('decide-appeal', {
    on: '2026-12-03',
    result: 'changed',
    outcomes: ['nothing'],
    reason: 'Consent',
  });
  expect(over.status).toBe('in-effect');
  expect(over.papers.map(({ kind, format }) => `${kind} ${format}`).sort()).toEqual(
    ['application', 'decision', 'decision', 'notice']
      .flatMap((kind) => [`${kind} docx`, `${kind} pdf`])
      .sort(),
  );
  // Another agency’s officer, by page, API and SQL on the same login; the public, by the register.
  expect((await asked(priya, at)).status).toBe(404);
  expect((await asked('olu.officer', at)).status).toBe(404);
  const police = await idsOf(priya);
  for (const table of [
    'licensing',
    'licensing_evidence',
    'licensing_representation',
    'licensing_event',
    'licensing_document',
    'licensing_clock',
    'premises_document',
  ])
    expect(
      await saidOn(police, `select 1 from inspection.${table} where agency_id <> $1`, [police.agency]),
      table,
    ).toBe(0);
  expect(await saidOn({ login: 'bailiwick_public' }, 'select 1 from inspection.licensing')).toContain(
    'permission denied',
  );
  // It is found by its reference from anywhere, by a part of the name and by the day that it waits for; nobody else finds it.
  const found = async (who: string, query: string) =>
    (await look<{ files: { reference: string }[] }>(who, `/licence-reviews?${query}`)).files.length;
  const named = `name=${encodeURIComponent((premises?.tradingName ?? '').slice(0, 9).toUpperCase())}`;
  expect(await found(tess, named)).toBe(1);
  expect(await found(tess, `${named}%25`)).toBe(0);
  expect(await found(tess, `${named}&districtCode=nowhere`)).toBe(0);
  expect(await found(tess, `${named}&dueTo=2026-01-01`)).toBe(0);
  const search = (who: string) => page(who, `/search?q=${draft.reference.toLowerCase()}`);
  expect((await search(tess)).location).toBe(`/licence-reviews/${draft.id}`);
  expect((await search('priya.police')).text).not.toContain(draft.id);
  const register = await nobody('/licensing-register');
  expect(register).toContain(draft.reference);
  expect(register).toContain('Take no step');
  for (const secret of ['Fights outside', 'Two sales', premises?.id, 'Wallingford Wines 1 Road'])
    expect(register).not.toContain(secret);
  // Once the place must stay hidden, the register shows it no more and its papers are not given.
  await sql('insert into records.hidden_address (record_id, is_marked, since) values ($1, true, now())', [
    premises?.placeRecordId,
  ]);
  expect(await nobody('/licensing-register')).not.toContain(draft.reference);
  expect((await page(tess, `/licence-reviews/${draft.id}/papers/application/1/pdf`)).status).toBe(422);
  await sql('delete from records.hidden_address where record_id = $1', [premises?.placeRecordId]);
  expect(await nobody('/licensing-register')).toContain(draft.reference);
});

test('7. the table: 5 / 52 / 42 / 10 / 19.2 %, without the false ID 4 / 37 / 31 / 6 / 16.2 %, Waverley 6 / 4 / 2 / 33.3 %', async () => {
  clock.set('2026-12-01T09:00:00Z');
  await run({
    ...{ name: 'Underage test', location: 'Wallingford & Didcot', onDay: '2026-12-09' },
    ...{ premises: named('Benson', 5), fails: ['Benson Wines 1'] },
  });
  clock.set('2026-12-10T09:00:00Z');
  const table = async (who: string, query = '') =>
    (await look<Table>(who, `/test-purchase-table${query}`)).total;
  const whole = await look<Table>(tess, '/test-purchase-table?to=2026-10-31');
  expect(whole.rows.map(({ visited }) => visited)).toEqual([15, 8, 11, 13]);
  expect(whole.rows[0]?.followUps).toEqual({ training: 15 });
  // The second look of November tested nothing that stands: a row of its own, and no operation that visited premises.
  const rows = (await look<Table>(tess, '/test-purchase-table')).rows;
  expect(rows).toHaveLength(6);
  const sum = { operations: 5, visited: 52, passed: 42, failed: 10, failPercent: 19.2 };
  expect(await table(tess)).toEqual(sum);
  expect(await table(tess, '?without=fake-id')).toEqual({
    ...{ operations: 4, visited: 37, passed: 31, failed: 6, failPercent: 16.2 },
  });
  expect(await table(tess, '?location=Wantage%20%26%20Grove')).toEqual({
    ...{ operations: 1, visited: 15, passed: 11, failed: 4, failPercent: 26.7 },
  });
  expect(await table(tess, '?location=Henley%20%26%20villages')).toMatchObject({
    ...{ visited: 8, failed: 0, failPercent: 0 },
  });
  expect(await table(tess, '?location=Wallingford%20%26%20Didcot')).toEqual({
    ...{ operations: 3, visited: 29, passed: 23, failed: 6, failPercent: 20.7 },
  });
  // Waverley: a district's licensing officers with the police.
  await run({
    ...{ lead: 'olu.officer', name: 'Waverley', location: 'Waverley', onDay: '2026-12-14' },
    ...{ premises: named('Waverley', 6), fails: ['Waverley Wines 1', 'Waverley Wines 2'] },
  });
  expect(await table('olu.officer', '?location=Waverley')).toEqual({
    ...{ operations: 1, visited: 6, passed: 4, failed: 2, failPercent: 33.3 },
  });
  expect(await table(tess)).toEqual(sum);
});

test('8. premises improve and win an award: bronze, silver, gold; a failed test blocks it, a scheme on hold takes no application', async () => {
  const scheme = await made<{ id: string; version: number; mayApply: boolean }>(tess, '/schemes', {
    ...{ kind: 'nightsafe', name: 'Nightsafe', districtCode: district, agencies: [police] },
  });
  const at = `/schemes/${scheme.id}`;
  const held = await done<typeof scheme>(tess, `${at}/hold`, { reason: 'No assessor', version: 1 });
  expect(held.mayApply).toBe(false);
  const premisesId = cards.get('Henley Wines 1')?.id;
  expect(await refused(tess, `/schemes/${scheme.id}/awards`, { premisesId })).toContain('on hold');
  await done(tess, `${at}/open`, { reason: 'An assessor', version: held.version });
  interface Award {
    id: string;
    status: string;
    level: string | null;
    version: number;
    criteria: { code: string; weight: string }[];
    certificates: { format: string }[];
  }
  const award = async (name: string, weights: readonly string[]) => {
    const fresh = await made<Award>(tess, `${at}/awards`, { premisesId: cards.get(name)?.id });
    const items = fresh.criteria.map(({ code, weight }) => ({
      ...{ criterion: code, isMet: weights.includes(weight), words: 'Seen on the visit' },
    }));
    await refused(tess, `/awards/${fresh.id}/decide`, { version: fresh.version });
    const answered = await done<Award>(tess, `/awards/${fresh.id}/answers`, { items });
    // A decision on the answers as they stood before is refused.
    await refused(tess, `/awards/${fresh.id}/decide`, { version: fresh.version }, 409);
    return answered;
  };
  for (const [name, weights, level] of [
    ['Henley Wines 1', ['essential'], 'bronze'],
    ['Henley Wines 2', ['essential', 'desirable'], 'silver'],
    ['Henley Wines 3', ['essential', 'desirable', 'bonus'], 'gold'],
    ['Henley Wines 4', ['desirable', 'bonus'], null],
  ] as const) {
    const { id, version } = await award(name, weights);
    const decided = await done<Award>(tess, `/awards/${id}/decide`, { version });
    expect(decided.level).toBe(level);
    expect(decided.status).toBe(level ? 'awarded' : 'not-met');
    expect(decided.certificates).toHaveLength(level ? 2 : 0);
  }
  const failed = await award('Benson Wines 1', ['essential']);
  const blocked = await refused(tess, `/awards/${failed.id}/decide`, { version: failed.version });
  expect(blocked).toContain('9 December 2026');
  expect(blocked).toContain('from 9 December 2027');
});

test('9. the groups see figures of the area; E-06 and P-04 open what they count', async () => {
  const { schemes } = await look<{ schemes: { id: string }[] }>(priya, '/schemes');
  const group = await look<{ figures: { visited: number }[]; awards: unknown[] }>(
    priya,
    `/schemes/${schemes[0]?.id}`,
  );
  // Completed operations of the area, the district's own among them: in numbers.
  expect(group.figures.reduce((all, { visited }) => all + visited, 0)).toBe(58);
  expect(group.awards).toEqual([]);
  interface Line {
    code: string;
    now: { kind: string; value?: number; numerator?: number; denominator?: number };
  }
  const { figures } = await look<{ figures: Line[] }>(tess, '/figures?period=fy-2026');
  const of = (code: string) => figures.find((line) => line.code === code)?.now;
  expect(of('E-06')).toMatchObject({ numerator: 10, denominator: 52 });
  expect(of('E-06a')).toMatchObject({ value: 42 });
  expect(of('E-06b')).toMatchObject({ numerator: 6, denominator: 37 });
  expect(of('E-06c')).toMatchObject({ numerator: 4, denominator: 15 });
  expect([of('P-04'), of('P-04a'), of('P-04b'), of('P-04c')].map((line) => line?.value)).toEqual([
    1, 1, 1, 1,
  ]);
  const { records } = await look<{ records: { label: string; href: string }[] }>(
    tess,
    '/figures/E-06/records?period=fy-2026&side=numerator',
  );
  expect(records).toHaveLength(10);
  expect(records.every(({ href }) => href.startsWith('/test-purchases/'))).toBe(true);
  expect(JSON.stringify(records)).not.toContain('Wines');
});

test('of many premises each can be put on a plan: the list says that there are more, and finds them by name', async () => {
  await sql(
    `insert into inspection.premises select (jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid(), 'reference', 'PX-' || n,
       'trading_name', 'Quayside Stores ' || lpad(n::text, 3, '0')))).*
     from inspection.premises p, generate_series(1, 130) n where p.id = $1`,
    [cards.get(wallingford[0] ?? '')?.id],
  );
  const fresh = await planned({
    ...{ name: 'Many', location: 'Quay', onDay: '2027-11-20', premises: [], fails: [] },
  });
  const listed = async (find: string) =>
    (await page(tess, `/test-purchases/${fresh.id}?find=${encodeURIComponent(find)}`)).text;
  expect(await listed('')).toContain('Only the first 100 are listed');
  expect(await listed('')).not.toContain('Quayside Stores 130');
  const found = await listed('stores 130');
  expect(found).toContain('Quayside Stores 130');
  expect(found).not.toContain('Quayside Stores 001');
});
