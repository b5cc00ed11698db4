import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type MovableClock,
  movableClock,
  openWorld,
  type Visitor,
  type World,
} from '../../test/support/world.ts';

/** Journey 9, a year of test purchases, by `/api/v1`: everything is entered as officers enter it, and every figure is counted from that. */
let world: World;
const clock: MovableClock = movableClock('2026-04-01T09:00:00Z');
const visitors = new Map<string, Visitor>();
const as = async (name: string): Promise<Visitor> => {
  const key = `${name} ${clock.now().toISOString()}`;
  const visitor = visitors.get(key) ?? (await world.as(name));
  visitors.set(key, visitor);
  return visitor;
};
async function call<T>(
  who: string,
  method: 'GET' | 'POST',
  url: string,
  body?: unknown,
  status = method === 'GET' ? 200 : 201,
): Promise<T> {
  const answer = await (await as(who)).api(method, url, body);
  expect(answer.status, `${who} ${method} ${url}: ${answer.text}`).toBe(status);
  return answer.json as T; // the shape is the declaration's
}
const refused = async (who: string, url: string, body?: unknown) =>
  (await as(who)).api('POST', `/api/v1${url}`, body ?? {});

interface Card {
  id: string;
  version: number;
  tradingName: string;
  firmRecordId: string;
  placeRecordId: string;
  visits: { id: string; kind: string; plannedOn: string; visitedOn: string | null }[];
  selling: { isAlert: boolean; found?: { firstOn: string; lastOn: string; sales: number } };
}
interface Operation {
  id: string;
  version: number;
  status: string;
  selections: { id: string; label: string; premisesId: string; basis: string | null; words: string | null }[];
  volunteers: { id: string; code: string; age: number }[];
  attempts: { id: string; label: string; result: string; hasLetter: boolean; premisesId: string }[];
  followUps: { id: string; attemptId: string; kind: string; status: string; version: number }[];
  steps: { action: string; conditions: { code: string; met: boolean }[] }[];
}
interface Table {
  rows: { name: string; visited: number; followUps: Record<string, number> }[];
  total: { operations: number; visited: number; passed: number; failed: number; failPercent: number | null };
}
const idOf = async (username: string) =>
  (
    await world.sql<{ officer: string; agency: string }>(
      'select o.id as officer, o.agency_id as agency from directory.officer o join platform.account c on c.officer_id = o.id where c.username = $1',
      [username],
    )
  )[0] ?? { officer: '', agency: '' };
const tess = 'tess.trading';
const priya = 'priya.police';
let district = '';
let postcode = '';
let police = '';

const keep = (who: string, tradingName: string, more: object = {}): Promise<Card> =>
  call(who, 'POST', '/api/v1/premises', {
    ...{ kind: 'off-licence', tradingName, firmName: `${tradingName} Ltd`, address: `1 ${tradingName} Road` },
    ...{ postcode, licenceNumber: 'PL/1', risk: 'medium', ...more },
  });
/** Cards by their name, kept the first time that they are asked for. */
const cards = new Map<string, Card>();
async function card(who: string, name: string): Promise<Card> {
  const there = cards.get(name) ?? (await keep(who, name));
  cards.set(name, there);
  return there;
}
const named = (place: string, count: number) =>
  Array.from({ length: count }, (_, n) => `${place} Wines ${n + 1}`);
const plan = {
  ...{ testType: 'underage', product: 'alcohol', briefing: 'One chaperone in sight' },
  riskAssessment: 'Two officers and a telephone; leave at once if it feels wrong',
  ...{ ripaAnswer: 'not-needed', ripaWords: 'A single purchase makes no relationship' },
};
const path = (file: { id: string }) => `/api/v1/test-purchases/${file.id}`;

interface Asked {
  lead?: string;
  partner?: string;
  name: string;
  location: string;
  onDay: string;
  testType?: string;
  premises: readonly string[];
  /** The premises that sell, and by which result. */
  fails: readonly string[];
  failsBy?: string;
}
/** Plans an operation as far as it can be settled. */
async function planned(asked: Asked): Promise<Operation> {
  const lead = asked.lead ?? tess;
  const partner = asked.partner ?? priya;
  const made = await call<Operation>(lead, 'POST', '/api/v1/test-purchases', {
    ...{ ...plan, name: asked.name, location: asked.location, onDay: asked.onDay, districtCode: district },
    ...{ testType: asked.testType ?? 'underage', agencies: [(await idOf(partner)).agency] },
  });
  for (const name of asked.premises)
    await call(lead, 'POST', `${path(made)}/premises`, {
      ...{ premisesId: (await card(lead, name)).id, basis: 'complaint' },
      words: `Parents say that children buy at ${name}`,
    });
  await call(lead, 'POST', `${path(made)}/volunteers`, {
    ...{ code: 'V1', age: 16, ownConsentOn: made.id ? clockDay() : '', parentConsentOn: clockDay() },
  });
  for (const [who, part] of [
    [lead, 'keep-record'],
    [partner, 'keep-record'],
    [partner, 'request-purchase'],
    [partner, 'issue-penalties'],
  ] as const)
    await call(who, 'POST', `${path(made)}/officers`, { officerId: (await idOf(who)).officer, part });
  return call<Operation>(lead, 'GET', path(made));
}
const clockDay = () => clock.today();
async function step(
  lead: string,
  file: { id: string },
  action: string,
  more: object = {},
): Promise<Operation> {
  const { version } = await call<Operation>(lead, 'GET', path(file));
  return call(lead, 'POST', `${path(file)}/steps/${action}`, { version, ...more }, 200);
}
/** The whole of an operation: planned, begun on its day, each of the premises tested, letters made, completed. */
async function run(asked: Asked): Promise<Operation> {
  const lead = asked.lead ?? tess;
  const file = await planned(asked);
  await step(lead, file, 'settle');
  clock.set(`${asked.onDay}T17:00:00Z`);
  await step(lead, file, 'begin');
  await tested(asked, file);
  await call(lead, 'POST', `${path(file)}/letters`, {}, 200);
  return step(lead, file, 'complete', { outcome: 'Businesses told; training offered' });
}
async function tested(asked: Asked, file: Operation): Promise<void> {
  const lead = asked.lead ?? tess;
  for (const [n, one] of file.selections.entries())
    await call(n % 2 ? lead : (asked.partner ?? priya), 'POST', `${path(file)}/attempts`, {
      ...{ selectionId: one.id, at: '10:15', volunteerId: file.volunteers[0]?.id, words: '' },
      result: asked.fails.includes(one.label)
        ? (asked.failsBy ?? 'fail_sold')
        : n % 3
          ? 'pass_challenged_refused'
          : 'pass_refused',
    });
}

beforeAll(async () => {
  world = await openWorld({ name: 'j9', clock });
  const [area] = await world.sql<{ district: string; postcode: string }>(
    "select p.district_code as district, p.postcode from directory.postcode p join directory.agency a on a.area_code = p.district_code where a.code = 'WEND' order by p.postcode limit 1",
  );
  ({ district, postcode } = area ?? { district: '', postcode: '' });
  police = (await idOf(priya)).agency;
});
afterAll(() => world.close());

let april: Operation;
const wantage = named('Wantage', 15);
test('1. intelligence and complaints choose the premises; a routine list does not', async () => {
  const first = await card(tess, wantage[0] ?? '');
  // A firm and a place that are known are not written down a second time.
  const again = await keep(tess, 'Second counter', {
    ...{ firmName: 'Wantage Wines 1 Ltd', address: '1 Wantage Wines 1 Road' },
  });
  expect([again.firmRecordId, again.placeRecordId]).toEqual([first.firmRecordId, first.placeRecordId]);
  const records = await world.sql<{ n: number }>(
    "select count(*)::int as n from records.received_record where label = 'Wantage Wines 1 Ltd'",
  );
  expect(records[0]?.n).toBe(1);
  april = await call<Operation>(tess, 'POST', '/api/v1/test-purchases', {
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
        premisesId: first.id,
        basis: 'intelligence',
        words: 'It was said to us',
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
    const answer = await refused(tess, url, body);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(words);
  }
  for (const name of wantage)
    await call(tess, 'POST', `${path(april)}/premises`, {
      ...{ premisesId: (await card(tess, name)).id, basis: 'complaint' },
      words: `Two complaints that ${name} sells to children`,
    });
  april = await call(tess, 'GET', path(april));
  expect(april.selections.map(({ basis }) => basis)).toEqual(wantage.map(() => 'complaint'));
  expect(
    (
      await refused(tess, url, {
        ...first,
        premisesId: first.id,
        basis: 'complaint',
        words: 'Two complaints',
      })
    ).text,
  ).toContain('on the plan already');
});

test('2. the plan is not settled without consent, risk assessment, RIPA in words and the powers of staff', async () => {
  const early = await refused(tess, `/test-purchases/${april.id}/steps/settle`, { version: april.version });
  expect(early.status).toBe(422);
  for (const words of [
    'has agreed in writing',
    'risk assessment',
    '(RIPA) was considered',
    'may ask a young volunteer',
  ])
    expect(early.text).toContain(words);
  const young = await refused(tess, `/test-purchases/${april.id}/volunteers`, {
    ...{ code: 'V1', age: 16, ownConsentOn: '2026-04-01' },
  });
  expect(young.text).toContain('a parent agrees in writing too');
  const named = await refused(tess, `/test-purchases/${april.id}/volunteers`, {
    ...{ code: 'Alice', age: 16, ownConsentOn: '2026-04-01', parentConsentOn: '2026-04-01' },
  });
  expect(named.text).toContain('never a name');
  await call(tess, 'POST', `${path(april)}/volunteers`, {
    ...{ code: 'V1', age: 17, ownConsentOn: '2026-04-01', parentConsentOn: '2026-04-01' },
  });
  const vita = await refused(tess, `/test-purchases/${april.id}/officers`, {
    ...{ officerId: (await idOf('vita.vetting')).officer, part: 'request-purchase' },
  });
  expect(vita.status).toBe(422);
  expect(vita.text).toContain('does not hold the power to ask a young volunteer to buy');
  for (const part of ['request-purchase', 'issue-penalties', 'keep-record'])
    await call(tess, 'POST', `${path(april)}/officers`, { officerId: (await idOf(tess)).officer, part });
  await call(priya, 'POST', `${path(april)}/officers`, {
    ...{ officerId: (await idOf(priya)).officer, part: 'keep-record' },
  });
  const { version } = await call<Operation>(tess, 'GET', path(april));
  await call(
    tess,
    'POST',
    `${path(april)}/edit`,
    {
      ...{ ...plan, name: 'Fake ID / Challenge 25', location: 'Wantage & Grove', onDay: '2026-04-15' },
      ...{ testType: 'fake-id', districtCode: district, version },
    },
    200,
  );
  await step(tess, april, 'settle');
  // Those that take part learn on the day, and not before, where it goes.
  expect((await call<Operation>(priya, 'GET', path(april))).selections).toEqual([]);
  const before = await call<Operation>(tess, 'GET', path(april));
  const soon = await refused(tess, `/test-purchases/${april.id}/steps/begin`, { version: before.version });
  expect(soon.text).toContain('It is on 15 April 2026');
  expect((await call<Table>(tess, 'GET', '/api/v1/test-purchase-table')).total.operations).toBe(0);
});

test('3. eleven pass and four sell after a false ID; training is offered to all fifteen', async () => {
  clock.set('2026-04-15T16:00:00Z');
  await step(tess, april, 'begin');
  const day = await call<Operation>(priya, 'GET', path(april));
  expect(day.selections).toHaveLength(15);
  expect(day.selections.every(({ words, basis }) => words === null && basis === null)).toBe(true);
  await call(tess, 'POST', `${path(april)}/welfare`, {
    volunteerId: day.volunteers[0]?.id,
    words: 'Warm and fed',
  });
  const first = day.selections[0];
  const attempt = { selectionId: first?.id, at: '10:00', volunteerId: day.volunteers[0]?.id, words: '' };
  // Two officers at once: one attempt is kept, and the second officer is told what the first said.
  const both = await Promise.all([
    refused(tess, `/test-purchases/${april.id}/attempts`, {
      ...attempt,
      result: 'fail_sold_after_challenge',
    }),
    refused(priya, `/test-purchases/${april.id}/attempts`, { ...attempt, result: 'pass_refused' }),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect(both.find(({ status }) => status === 409)?.text).toContain('recorded them');
  const [kept] = (await call<Operation>(tess, 'GET', path(april))).attempts;
  await call(
    tess,
    'POST',
    `${path(april)}/attempts/${kept?.id}/void`,
    { reason: 'Wrong door', version: 1 },
    200,
  );
  const late = await refused(tess, `/test-purchases/${april.id}/attempts`, {
    ...{ ...attempt, at: '18:00', result: 'pass_refused' },
  });
  expect(late.text).toContain('cannot be in the future');
  await tested(
    {
      ...{ name: '', location: '', onDay: '', premises: wantage, fails: wantage.slice(0, 4) },
      failsBy: 'fail_sold_after_challenge',
    },
    day,
  );
  const undone = await refused(tess, `/test-purchases/${april.id}/steps/complete`, {
    version: (await call<Operation>(tess, 'GET', path(april))).version,
    outcome: 'Done',
  });
  expect(undone.text).toContain('15 are missing');
  const offered = await call<Operation>(tess, 'POST', `${path(april)}/offers`, { kind: 'training' });
  expect(offered.followUps.filter(({ kind }) => kind === 'training')).toHaveLength(15);
  expect((await refused(tess, `/test-purchases/${april.id}/offers`, { kind: 'training' })).status).toBe(422);
  const letters = await call<Operation>(tess, 'POST', `${path(april)}/letters`, {}, 200);
  // A pass is told too.
  expect(letters.attempts.filter(({ result }) => result !== 'void').every(({ hasLetter }) => hasLetter)).toBe(
    true,
  );
  const passed = letters.attempts.find(({ result }) => result.startsWith('pass'));
  const { letters: editions } = await call<{ letters: { format: string }[] }>(
    tess,
    'GET',
    `${path(april)}/attempts/${passed?.id}/letters`,
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
  const boundary = await call<Card>(tess, 'GET', `/api/v1/premises/${cards.get(wallingford[1] ?? '')?.id}`);
  expect(boundary.selling.isAlert).toBe(false);
});

test('5. a sale is a penalty of £90 to the seller with 21 days; the seller is named on the penalty alone', async () => {
  const { rows } = await call<{ rows: { id: string; name: string }[] }>(
    tess,
    'GET',
    '/api/v1/test-purchase-table',
  );
  const file = { id: rows.find(({ name }) => name === 'Underage test A')?.id ?? '' };
  const { attempts } = await call<Operation>(priya, 'GET', path(file));
  const failed = attempts.find(({ label }) => label === wallingford[0]);
  const passed = attempts.find(({ result }) => result.startsWith('pass'));
  expect((await refused(priya, `/test-purchases/${file.id}/attempts/${passed?.id}/penalty`)).text).toContain(
    'No penalty',
  );
  // Trading standards lead, and to give penalties is the constable's part.
  expect((await refused(tess, `/test-purchases/${file.id}/attempts/${failed?.id}/penalty`)).text).toContain(
    'not your part',
  );
  const drafts = await Promise.all(
    [1, 2].map(() => refused(priya, `/test-purchases/${file.id}/attempts/${failed?.id}/penalty`)),
  );
  expect(drafts.map(({ status }) => status).sort()).toEqual([201, 409]);
  const made = drafts.find(({ status }) => status === 201)?.json as { penaltyId: string };
  const at = `/api/v1/penalties/${made.penaltyId}`;
  for (const item of [
    { kind: 'statement', words: 'Statement of the officer at the till' },
    { kind: 'photo', words: 'Photograph of the bottle' },
  ])
    await call(priya, 'POST', `${at}/evidence`, item);
  const draft = await call<{ version: number }>(priya, 'GET', at);
  const edited = await call<{ version: number }>(
    priya,
    'POST',
    `${at}/edit`,
    {
      ...{
        offence: 'pnd-upper-tier',
        offenceOn: '2026-08-05',
        offenceTime: '10:15',
        placeWords: 'At the till',
      },
      ...{ postcode, identifiedBy: 'seen', policyConsidered: true, recipientName: 'Sella Tillman' },
      ...{ recipientAddress: '9 Somewhere Street', version: draft.version },
    },
    200,
  );
  const issued = await call<{ amountPence: number; payUntil: string; version: number; issuedOn: string }>(
    priya,
    'POST',
    `${at}/issue`,
    { version: edited.version, servedHow: 'in-person', servedOn: '2026-08-19', isInUniform: true },
    200,
  );
  expect([issued.amountPence, issued.payUntil]).toEqual([9000, '2026-09-09']);
  for (const kind of ['refusals-book', 're-inspection', 'warning'])
    await call(tess, 'POST', `${path(file)}/attempts/${failed?.id}/follow-ups`, { kind });
  const after = await call<Operation>(tess, 'GET', path(file));
  expect(JSON.stringify(after)).not.toContain('Tillman');
  // The re-inspection stands on the programme, and settles the follow-up when it is done.
  const shop = await call<Card>(tess, 'GET', `/api/v1/premises/${failed?.premisesId}`);
  const visit = shop.visits.find(({ kind }) => kind === 'compliance');
  expect(visit?.plannedOn).toBe('2026-09-16');
  await call(
    tess,
    'POST',
    `/api/v1/inspection-visits/${visit?.id}/result`,
    { visitedOn: '2026-08-19', result: 'compliant', words: 'Book kept', version: 1 },
    200,
  );
  const { followUps } = await call<Operation>(tess, 'GET', path(file));
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
  const grown = await refused(tess, `/test-purchases/${again.id}/volunteers`, {
    ...{ code: 'V2', age: 18, ownConsentOn: '2026-08-30' },
  });
  expect(grown).toMatchObject({ status: 422, text: expect.stringContaining('is lawful') });
  await step(tess, again, 'settle');
  clock.set('2026-11-04T17:00:00Z');
  await step(tess, again, 'begin');
  expect((await call<Card>(tess, 'GET', `/api/v1/premises/${card0?.id}`)).selling.isAlert).toBe(false);
  await tested({ name: '', location: '', onDay: '', premises: [twice], fails: [twice] }, again);
  const alerted = await call<Card>(tess, 'GET', `/api/v1/premises/${card0?.id}`);
  expect(alerted.selling).toMatchObject({
    isAlert: true,
    found: { firstOn: '2026-08-05', lastOn: '2026-11-04', sales: 2 },
  });
  const { premises } = await call<{ premises: { id: string }[] }>(tess, 'GET', '/api/v1/persistent-selling');
  expect(premises.map(({ id }) => id)).toEqual([card0?.id]);
  expect((await call<Card>(tess, 'GET', `/api/v1/premises/${sister.id}`)).selling.isAlert).toBe(false);
  const url = `/premises/${card0?.id}/persistent-selling`;
  const choice = { choice: 'closure-notice', words: 'Two sales to children', lastOn: '2026-11-04' };
  for (const hours of [47, 337, undefined])
    expect((await refused(tess, url, { ...choice, hours })).text).toContain('48 to 336 hours');
  expect((await refused(tess, url, { ...choice, hours: 48, lastOn: '2026-08-19' })).status).toBe(409);
  // Whoever holds no such office, by a power that was withdrawn, may apply for a review and not close.
  const { officer } = await idOf(tess);
  const power = 'closure.persistent-selling';
  await world.sql(
    'update directory.authorisation set withdrawn_on = $2 where officer_id = $1 and power = $3',
    [...[officer, '2026-11-01', power]],
  );
  expect((await refused(tess, url, { ...choice, hours: 48 })).text).toContain('a superintendent or above');
  await world.sql(
    'update directory.authorisation set withdrawn_on = null where officer_id = $1 and power = $2',
    [...[officer, power]],
  );
  const both = await Promise.all([1, 2].map(() => refused(tess, url, { ...choice, hours: 336 })));
  expect(both.map(({ status }) => status).sort()[0]).toBe(200);
  expect([409, 422]).toContain(both.map(({ status }) => status).sort()[1]);
  expect((await call<Card>(tess, 'GET', `/api/v1/premises/${card0?.id}`)).selling.isAlert).toBe(false);
  // The extra look is made void, so that the year of the seed stands as it was.
  const { attempts } = await call<Operation>(tess, 'GET', path(again));
  await call(
    tess,
    'POST',
    `${path(again)}/attempts/${attempts[0]?.id}/void`,
    { reason: 'For the table', version: 1 },
    200,
  );
});

test('7. the table: 5 / 52 / 42 / 10 / 19.2 %, without the false ID 4 / 37 / 31 / 6 / 16.2 %, Waverley 6 / 4 / 2 / 33.3 %', async () => {
  clock.set('2026-12-01T09:00:00Z');
  await run({
    ...{ name: 'Underage test', location: 'Wallingford & Didcot', onDay: '2026-12-09' },
    ...{ premises: named('Benson', 5), fails: ['Benson Wines 1'] },
  });
  clock.set('2026-12-10T09:00:00Z');
  const table = async (who: string, query = '') =>
    (await call<Table>(who, 'GET', `/api/v1/test-purchase-table${query}`)).total;
  const whole = await call<Table>(tess, 'GET', '/api/v1/test-purchase-table?to=2026-10-31');
  expect(whole.rows.map(({ visited }) => visited)).toEqual([15, 8, 11, 13]);
  expect(whole.rows[0]?.followUps).toEqual({ training: 15 });
  // The second look of November tested nothing that stands: a row of its own, and no operation that visited premises.
  const rows = (await call<Table>(tess, 'GET', '/api/v1/test-purchase-table')).rows;
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
    visited: 8,
    failed: 0,
    failPercent: 0,
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
  const scheme = await call<{ id: string; version: number; mayApply: boolean }>(
    tess,
    'POST',
    '/api/v1/schemes',
    {
      ...{ kind: 'nightsafe', name: 'Nightsafe', districtCode: district, agencies: [police] },
    },
  );
  const at = `/api/v1/schemes/${scheme.id}`;
  const held = await call<typeof scheme>(
    tess,
    'POST',
    `${at}/hold`,
    { reason: 'No assessor', version: 1 },
    200,
  );
  expect(held.mayApply).toBe(false);
  const premisesId = cards.get('Henley Wines 1')?.id;
  expect((await refused(tess, `/schemes/${scheme.id}/awards`, { premisesId })).text).toContain('on hold');
  await call(tess, 'POST', `${at}/open`, { reason: 'An assessor', version: held.version }, 200);
  interface Award {
    id: string;
    status: string;
    level: string | null;
    version: number;
    criteria: { code: string; weight: string }[];
    certificates: { format: string }[];
  }
  const award = async (name: string, weights: readonly string[]) => {
    const made = await call<Award>(tess, 'POST', `${at}/awards`, { premisesId: cards.get(name)?.id });
    const items = made.criteria.map(({ code, weight }) => ({
      ...{ criterion: code, isMet: weights.includes(weight), words: 'Seen on the visit' },
    }));
    const open = await refused(tess, `/awards/${made.id}/decide`, { version: made.version });
    expect(open.status).toBe(422);
    const answered = await call<Award>(tess, 'POST', `/api/v1/awards/${made.id}/answers`, { items }, 200);
    // A decision on the answers as they stood before is refused.
    const stale = await refused(tess, `/awards/${made.id}/decide`, { version: made.version });
    expect(stale.status).toBe(409);
    return answered;
  };
  for (const [name, weights, level] of [
    ['Henley Wines 1', ['essential'], 'bronze'],
    ['Henley Wines 2', ['essential', 'desirable'], 'silver'],
    ['Henley Wines 3', ['essential', 'desirable', 'bonus'], 'gold'],
    ['Henley Wines 4', ['desirable', 'bonus'], null],
  ] as const) {
    const { id, version } = await award(name, weights);
    const decided = await call<Award>(tess, 'POST', `/api/v1/awards/${id}/decide`, { version }, 200);
    expect(decided.level).toBe(level);
    expect(decided.status).toBe(level ? 'awarded' : 'not-met');
    expect(decided.certificates).toHaveLength(level ? 2 : 0);
  }
  const failed = await award('Benson Wines 1', ['essential']);
  const blocked = await refused(tess, `/awards/${failed.id}/decide`, { version: failed.version });
  expect(blocked.text).toContain('9 December 2026');
  expect(blocked.text).toContain('from 9 December 2027');
});

test('9. the groups see figures of the area; E-06 and P-04 open what they count', async () => {
  const { schemes } = await call<{ schemes: { id: string }[] }>(priya, 'GET', '/api/v1/schemes');
  const group = await call<{ figures: { visited: number }[]; awards: unknown[] }>(
    priya,
    'GET',
    `/api/v1/schemes/${schemes[0]?.id}`,
  );
  // Completed operations of the area, the district's own among them: in numbers.
  expect(group.figures.reduce((all, { visited }) => all + visited, 0)).toBe(58);
  expect(group.awards).toEqual([]);
  interface Line {
    code: string;
    now: { kind: string; value?: number; numerator?: number; denominator?: number };
  }
  const { figures } = await call<{ figures: Line[] }>(tess, 'GET', '/api/v1/figures?period=fy-2026');
  const of = (code: string) => figures.find((line) => line.code === code)?.now;
  expect(of('E-06')).toMatchObject({ numerator: 10, denominator: 52 });
  expect(of('E-06a')).toMatchObject({ value: 42 });
  expect(of('E-06b')).toMatchObject({ numerator: 6, denominator: 37 });
  expect(of('E-06c')).toMatchObject({ numerator: 4, denominator: 15 });
  expect([of('P-04'), of('P-04a'), of('P-04b'), of('P-04c')].map((line) => line?.value)).toEqual([
    1, 1, 1, 1,
  ]);
  const { records } = await call<{ records: { label: string; href: string }[] }>(
    tess,
    'GET',
    '/api/v1/figures/E-06/records?period=fy-2026&side=numerator',
  );
  expect(records).toHaveLength(10);
  expect(records.every(({ href }) => href.startsWith('/test-purchases/'))).toBe(true);
  expect(JSON.stringify(records)).not.toContain('Wines');
});

test('of many premises each can be put on a plan: the list says that there are more, and finds them by name', async () => {
  await world.sql(
    `insert into inspection.premises select (jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid(), 'reference', 'PX-' || n,
       'trading_name', 'Quayside Stores ' || lpad(n::text, 3, '0')))).*
     from inspection.premises p, generate_series(1, 130) n where p.id = $1`,
    [cards.get(wallingford[0] ?? '')?.id],
  );
  const made = await planned({
    name: 'Many',
    location: 'Quay',
    onDay: '2027-11-20',
    premises: [],
    fails: [],
  });
  const page = async (find: string) =>
    (await (await as(tess)).get(`/test-purchases/${made.id}?find=${encodeURIComponent(find)}`)).text;
  expect(await page('')).toContain('Only the first 100 are listed');
  expect(await page('')).not.toContain('Quayside Stores 130');
  const found = await page('stores 130');
  expect(found).toContain('Quayside Stores 130');
  expect(found).not.toContain('Quayside Stores 001');
});
