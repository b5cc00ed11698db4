import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { intelligenceSamples } from '../../test/support/sample-intelligence.ts';
import {
  type MovableClock,
  movableClock,
  openWorld,
  type Visitor,
  type World,
} from '../../test/support/world.ts';

/** Test purchases as a licence holder's friend in another agency, or a curious colleague, would turn them. */
let world: World;
const clock: MovableClock = movableClock('2026-11-20T10:00:00Z');
const visitors = new Map<string, Visitor>();
const as = async (name: string): Promise<Visitor> => {
  const key = `${name} ${clock.now().toISOString()}`;
  const visitor = visitors.get(key) ?? (await world.as(name));
  visitors.set(key, visitor);
  return visitor;
};
interface Operation {
  id: string;
  version: number;
  ripaWords: string;
  selections: {
    id: string;
    label: string;
    address: string | null;
    words: string | null;
    sourceReference: string | null;
  }[];
  volunteers: { id: string }[];
  welfare: unknown[];
  attempts: { id: string; label: string | null; words: string | null; version: number }[];
  followUps: { penaltyId: string | null; kind: string }[];
}
interface Card {
  id: string;
  version: number;
  placeRecordId: string;
  plans: unknown[];
  concerns: { words: string | null; sharedWords: string }[];
}
async function call<T = Operation>(
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
const tried = async (who: string, url: string, body: unknown = {}) =>
  (await as(who)).api('POST', `/api/v1${url}`, body);
const idsOf = async (username: string) =>
  (
    await world.sql<{ officer: string; agency: string }>(
      'select o.id as officer, o.agency_id as agency from directory.officer o join platform.account c on c.officer_id = o.id where c.username = $1',
      [username],
    )
  )[0] ?? { officer: '', agency: '' };
const at = (file: { id: string }) => `/api/v1/test-purchases/${file.id}`;
const lead = 'callum.safety';
let card: Card;
let other: Card;
let day: Operation;
let district = '';
let postcode = '';
const keep = (who: string, tradingName: string) =>
  call<Card>(who, 'POST', '/api/v1/premises', {
    ...{ kind: 'off-licence', tradingName, firmName: `${tradingName} Ltd`, address: `8 ${tradingName} Lane` },
    ...{ postcode, risk: 'high' },
  });

beforeAll(async () => {
  world = await openWorld({ name: 'insider_inspection', clock });
  const [area] = await world.sql<{ district: string; postcode: string }>(
    "select p.district_code as district, p.postcode from directory.postcode p join directory.agency a on a.area_code = p.district_code where a.code = 'WEND' order by p.postcode limit 1",
  );
  ({ district, postcode } = area ?? { district: '', postcode: '' });
  card = await keep(lead, 'Insider Wines');
  other = await keep(lead, 'Insider Spirits');
  day = await call(lead, 'POST', '/api/v1/test-purchases', {
    ...{ name: 'Friday test', location: 'Sampleton', onDay: '2026-11-27', districtCode: district },
    ...{ testType: 'underage', product: 'alcohol', briefing: 'In sight', riskAssessment: 'Two officers' },
    ...{
      ripaAnswer: 'not-needed',
      ripaWords: 'Told by a neighbour of the shop',
      agencies: [(await idsOf('priya.police')).agency],
    },
  });
});
afterAll(() => world.close());

test('of intelligence the words and the reference are for whoever the package was given to; colleagues read that there is some', async () => {
  const [pack] = await world.sql<{ reference: string }>(
    'update dissemination.package set agency_ids = $2, officer_ids = $3 where id = $1 returning reference',
    [intelligenceSamples.packageId, [], [(await idsOf(lead)).officer]],
  );
  await call(lead, 'POST', `${at(day)}/premises`, {
    ...{ premisesId: card.id, basis: 'intelligence', words: 'Sells to children after school' },
    sourceReference: pack?.reference,
  });
  await call(lead, 'POST', `${at(day)}/premises`, {
    ...{ premisesId: other.id, basis: 'complaint', words: 'Two parents complained of it' },
  });
  const own = await call(lead, 'GET', at(day));
  expect(own.selections.map(({ words }) => words).sort()).toEqual([
    'Sells to children after school',
    'Two parents complained of it',
  ]);
  const colleague = await call('olu.officer', 'GET', at(day));
  expect(colleague.selections.map(({ words }) => words)).toEqual(
    expect.arrayContaining([null, 'Two parents complained of it']),
  );
  expect(JSON.stringify(colleague)).not.toContain(pack?.reference ?? 'PK');
  expect((await (await as('olu.officer')).get(`/test-purchases/${day.id}`)).text).not.toContain(
    'after school',
  );
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

test('before the day nobody but the agency that leads reads where the volunteers go: not by the plan, a card, a list, an export or a figure', async () => {
  await call(lead, 'POST', `${at(day)}/volunteers`, {
    ...{ code: 'V1', age: 16, ownConsentOn: '2026-11-19', parentConsentOn: '2026-11-19' },
  });
  await call(lead, 'POST', `${at(day)}/welfare`, {
    ...{ volunteerId: (await call(lead, 'GET', at(day))).volunteers[0]?.id, words: 'Nervous, wants a break' },
  });
  // The concern about the same premises is shared with the police and with housing.
  await call(lead, 'POST', `/api/v1/premises/${card.id}/concern`, {
    ...{ words: 'Our own words', sharedWords: 'Noise at night' },
    agencies: [(await idsOf('priya.police')).agency, (await idsOf('tess.trading')).agency],
  });
  const police = await call('priya.police', 'GET', at(day));
  expect(police).toMatchObject({ selections: [], volunteers: [], welfare: [], ripaWords: '' });
  for (const who of ['priya.police', 'tess.trading']) {
    const shared = await call<Card>(who, 'GET', `/api/v1/premises/${card.id}`);
    expect(shared.plans).toEqual([]);
    expect(shared.concerns).toMatchObject([{ words: null, sharedWords: 'Noise at night' }]);
  }
  const own = await call<Card>(lead, 'GET', `/api/v1/premises/${card.id}`);
  expect(own.plans).toHaveLength(1);
  for (const url of [
    `/test-purchases/${day.id}`,
    `/premises/${card.id}`,
    '/premises',
    '/home',
    '/test-purchases',
  ]) {
    const { text } = await (await as('priya.police')).get(url);
    expect(text, url).not.toContain('Insider Spirits');
    expect(text, url).not.toContain('Sells to children');
    if (url.startsWith('/premises')) expect(text, url).not.toContain('Friday test');
  }
  for (const url of ['/test-purchases/table', '/test-purchases/table.csv', '/figures/E-06?period=2026-11'])
    for (const who of ['priya.police', 'petra.performance', lead])
      expect((await (await as(who)).get(url)).text, `${who} ${url}`).not.toContain('Friday test');
  // Whoever takes no part finds nothing; whoever does not inspect is not let in.
  for (const who of ['tess.trading', 'edmund.health']) {
    const status = (await (await as(who)).api('GET', at(day))).status;
    expect(status, who).toBe(who === 'tess.trading' ? 404 : 200);
  }
  for (const who of ['hollis.housing', 'joss.jet', 'imran.intel', 'rowan.reception', 'bea.board'])
    expect((await (await as(who)).api('GET', at(day))).status, who).toBe(403);
});

test('a stolen operations connection reads no more: neither the police before the day, nor another agency ever', async () => {
  const none = { purchases: 0, selections: 0, reasons: 0, volunteers: 0, welfare: 0, events: 0, own: 0 };
  expect(await asAgency((await idsOf('hollis.housing')).agency)).toEqual(none);
  const police = await asAgency((await idsOf('priya.police')).agency);
  expect(police).toMatchObject({
    purchases: 1,
    selections: 0,
    reasons: 0,
    volunteers: 0,
    welfare: 0,
    own: 0,
  });
  const own = await asAgency((await idsOf(lead)).agency);
  expect(own).toMatchObject({ selections: 2, reasons: 2, volunteers: 1, welfare: 1 });
});
/** What the login of operations reads with the context of an agency. */
async function asAgency(agency: string) {
  const database = new Client({ connectionString: world.ownerUrl });
  await database.connect();
  try {
    await database.query('begin');
    await database.query('set local role bailiwick_ops');
    await database.query("select set_config('bailiwick.agency', $1, true)", [agency]);
    const { rows } = await database.query<Record<string, number>>(
      `select (select count(*)::int from inspection.purchase where id = $1) as purchases,
        (select count(*)::int from inspection.selection where purchase_id = $1) as selections,
        (select count(*)::int from inspection.selection_reason where words like '%children%' or words like '%parents%') as reasons,
        (select count(*)::int from inspection.volunteer where purchase_id = $1) as volunteers,
        (select count(*)::int from inspection.welfare_line where purchase_id = $1) as welfare,
        (select count(*)::int from inspection.purchase_event where purchase_id = $1) as events,
        (select count(*)::int from inspection.premises_event where premises_id = $2) as own`,
      [day.id, card.id],
    );
    return rows[0];
  } finally {
    await database.end();
  }
}

test('on the day two record at once, one counts; what was said is for those two agencies, the seller for neither', async () => {
  const priya = await idsOf('priya.police');
  for (const part of ['request-purchase', 'keep-record', 'issue-penalties'])
    await call('priya.police', 'POST', `${at(day)}/officers`, { officerId: priya.officer, part });
  await call(lead, 'POST', `${at(day)}/officers`, {
    officerId: (await idsOf(lead)).officer,
    part: 'keep-record',
  });
  const step = async (action: string) => {
    const { version } = await call(lead, 'GET', at(day));
    return call(lead, 'POST', `${at(day)}/steps/${action}`, { version }, 200);
  };
  await step('settle');
  clock.set('2026-11-27T18:00:00Z');
  await step('begin');
  const { selections, volunteers } = await call('priya.police', 'GET', at(day));
  expect(selections.map(({ words, sourceReference }) => [words, sourceReference])).toEqual([
    [null, null],
    [null, null],
  ]);
  const wines = selections.find(({ label }) => label === 'Insider Wines');
  const attempt = {
    selectionId: wines?.id,
    at: '17:00',
    volunteerId: volunteers[0]?.id,
    words: 'Tall man at the till',
  };
  const both = await Promise.all(
    ['priya.police', lead].map((who) =>
      tried(who, `/test-purchases/${day.id}/attempts`, { ...attempt, result: 'fail_sold' }),
    ),
  );
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  const made = (await call('priya.police', 'GET', at(day))).attempts[0];
  const drafts = await Promise.all(
    [1, 2].map(() => tried('priya.police', `/test-purchases/${day.id}/attempts/${made?.id}/penalty`)),
  );
  expect(drafts.map(({ status }) => status).sort()).toEqual([201, 409]);
  // Somebody who makes the figures, in the agency that leads.
  await world.sql('update directory.officer set agency_id = $1 where id = $2', [
    ...[(await idsOf(lead)).agency, (await idsOf('petra.performance')).officer],
  ]);
  // The penalty is the agency's that drafted it.
  expect((await call(lead, 'GET', at(day))).followUps.map(({ penaltyId }) => penaltyId)).toEqual([null]);
  for (const url of [
    '/test-purchases/table',
    '/test-purchases/table.csv',
    '/figures/E-06/records?period=2026-11',
    '/figures/E-06/records.csv?period=2026-11',
    `/test-purchases/${day.id}`,
  ]) {
    const { text, status } = await (await as('petra.performance')).get(url);
    expect(status, url).toBe(200);
    for (const words of ['Tall man', 'Insider Wines', 'Nervous', 'Two officers'])
      expect(text, url).not.toContain(words);
  }
  const petra = await (await as('petra.performance')).api('GET', at(day));
  expect(petra.status).toBe(200);
  expect(petra.text).not.toContain('Insider Wines');
});

test('a place that must stay hidden later is not read any more, nor its letter', async () => {
  const { attempts } = await call(lead, 'GET', at(day));
  await call(lead, 'POST', `${at(day)}/letters`, {}, 200);
  const letter = `/test-purchases/${day.id}/attempts/${attempts[0]?.id}/letters/1/pdf`;
  expect((await (await as(lead)).get(letter)).status).toBe(200);
  expect((await (await as('priya.police')).get(letter)).status).toBe(404);
  await world.sql(
    'insert into records.hidden_address (record_id, is_marked, since) values ($1, true, now())',
    [card.placeRecordId],
  );
  expect((await (await as(lead)).get(letter)).status).toBe(422);
  for (const url of [at(day), `/api/v1/premises/${card.id}`, '/api/v1/premises'])
    for (const who of [lead, 'priya.police'])
      expect((await (await as(who)).api('GET', url)).text, `${who} ${url}`).not.toContain(
        'Insider Wines Lane',
      );
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
