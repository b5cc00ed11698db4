import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { performScheduled } from '../../test/support/jobs.ts';
import { bodyOf } from '../../test/support/unit.ts';
import { type Answer, movableClock, openWorld, type Visitor, type World } from '../../test/support/world.ts';
import type { Work } from '../platform/http/work.ts';
import { holdAccess } from './access.store.ts';

/**
 * Two worlds with one person in each, who is a suspect and a victim and asks for their data. In the second the intelligence side holds
 * an item about them, from a source at risk, and withholds it. Nothing that anybody else ever sees may differ.
 */
interface Side {
  world: World;
  clock: ReturnType<typeof movableClock>;
  people: Record<string, Visitor>;
  accessId: string;
  pages: string[];
  papers: Map<string, Buffer | string>;
}
interface Item {
  id: string;
  kind: string;
  reference: string;
  byKey: boolean;
  words: string;
  given: string;
  version: number;
}
interface Request {
  id: string;
  version: number;
  status: string;
  dueOn: string | null;
  dueWhy: string;
  items: Item[];
  enquiries: { consideredOn: string | null; answersOn: string }[];
  papers: { kind: string; format: string; sha256: string }[];
}
const sides: Side[] = [];
const names = ['aled.auditor', 'morag.manager', 'imran.intel', 'callum.safety', 'sadia.safeguarding'];

async function signIn(side: Side): Promise<void> {
  for (const name of names) side.people[name] = await side.world.as(name);
}
const call = (
  { people }: Side,
  name: string,
  method: 'GET' | 'POST',
  url: string,
  body?: unknown,
): Promise<Answer> => {
  const visitor = people[name];
  if (!visitor) throw new Error(name);
  return visitor.api(method, `/api/v1${url}`, body);
};
async function good<T>(
  side: Side,
  name: string,
  method: 'GET' | 'POST',
  url: string,
  body?: unknown,
): Promise<T> {
  const answer = await call(side, name, method, url, body);
  if (answer.status >= 300) throw new Error(`${url}: ${answer.status} ${answer.text}`);
  return bodyOf<T>(answer);
}
/** The page as the officer sees it, without the session's own token. */
const seen = async (side: Side, url: string): Promise<string> => {
  const aled = side.people['aled.auditor'];
  const answer = await aled?.get(url);
  return `${answer?.status}\n${answer?.headers}\n${answer?.text.replaceAll(aled?.csrf ?? '', 'TOKEN')}`;
};

/** What the council holds of Sam Doubleday: a record, a report by somebody else, a warning marker, and a file of the register. */
async function addPerson(world: World): Promise<void> {
  const mcc = "(select id from directory.agency where code = 'MCC')";
  const [record, report, file, marker] = [1, 2, 3, 4].map((n) => `0acce550-0000-4000-8000-00000000000${n}`);
  await world.sql(
    `insert into intake.report (id, reference, issue_type, description, channel, received_at, received_by_agency_id, service_id, owner_agency_id, routed_by, route_why, routed_at, status, target_on)
     select $1, 'R-DOUB-001', r.issue_type, 'Nosy Neighbour says that Sam Doubleday took money. Ring the neighbour on 01632 960111.', 'phone', '2026-11-03T10:00:00Z', ${mcc}, s.id, ${mcc},
       r.routed_by, r.route_why, '2026-11-03T10:00:00Z', 'new', r.target_on from intake.report r, directory.service s where r.reference = 'R-SAMP-001' and s.code = 'MCC-TS'`,
    [report],
  );
  await world.sql(
    "insert into intake.reporter (report_id, name, phone) values ($1, 'Nosy Neighbour', '01632 960111')",
    [report],
  );
  await world.sql(
    `insert into records.received_record (id, kind, label, fields, origin_agency_id, feed, report_id, received_at, gateway, handling, retention_group, regime)
     values ($1, 'person', 'Sam Doubleday', '{"name":"Sam Doubleday","phone":"07700 900888"}', ${mcc}, 'report', $2, '2026-11-03T10:00:00Z', 'own duty', 'ordinary', 4, 'UKGDPR')`,
    [record, report],
  );
  await world.sql(
    `insert into intake.report (id, reference, issue_type, description, channel, received_at, received_by_agency_id, service_id, owner_agency_id, routed_by, route_why, routed_at, status, target_on)
     select '0acce550-0000-4000-8000-000000000009', 'R-DOUB-002', issue_type, 'A man took my money at the door.', channel, '2026-11-02T10:00:00Z', received_by_agency_id, service_id,
       owner_agency_id, routed_by, route_why, routed_at, status, target_on from intake.report where id = $1`,
    [report],
  );
  await world.sql(
    "insert into intake.reporter (report_id, name, phone) values ('0acce550-0000-4000-8000-000000000009', 'S Doubleday', '+44 7700 900 888')",
  );
  await world.sql(
    "insert into records.exact_key (kind, value, record_id) values ('phone', '+447700900888', $1)",
    [record],
  );
  await world.sql(
    `insert into safeguarding.victim_file (id, reference, record_id, name, agency_id, lead_agency_id, basis, intervention, priority_on, opened_at, opened_by)
     select $1, 'V-DOUB-001', $2, 'Sam Doubleday', ${mcc}, ${mcc}, 'Paid a man at the door', 'Call blocker', '2026-11-05', '2026-11-05T10:00:00Z', officer_id
     from platform.account where username = 'sadia.safeguarding'`,
    [file, record],
  );
  await world.sql(
    `insert into assurance.marker (id, reference, agency_id, about, record_id, name, type, precaution, words, from_on, review_on, set_at, set_by)
     select $1, 'WM-DOUB-001', ${mcc}, m.about, $2, 'Sam Doubleday', m.type, m.precaution, m.words, '2026-11-04', '2027-05-04', '2026-11-04T10:00:00Z', m.set_by from assurance.marker m order by m.id limit 1`,
    [marker, record],
  );
  await world.sql(
    `insert into assurance.marker_detail (marker_id, agency_id, why, evidence, told) select $1, ${mcc}, 'Shouted at an officer', d.evidence, d.told from assurance.marker_detail d order by d.marker_id limit 1`,
    [marker],
  );
}

/** An item about Sam from a source at risk; no id of the world is taken for it. */
async function addIntelligence(world: World): Promise<void> {
  const id = '0acce550-0000-4000-8000-0000000000a1';
  await world.sql(
    `insert into intelligence.item (id, reference, agency_id, received_how, received_at, title, body, priority)
     select $1, 'I-DOUB-001', agency_id, 'anonymous', '2026-11-06T10:00:00Z', 'Doubleday launders', 'The cousin of Sam Doubleday says that he launders.', 3 from intelligence.item order by reference limit 1`,
    [id],
  );
  await world.sql(
    `insert into intelligence.paragraph (id, item_id, agency_id, position, body) select $1, id, agency_id, 0, body from intelligence.item where id = $2`,
    ['0acce550-0000-4000-8000-0000000000a2', id],
  );
  await world.sql(
    `insert into intelligence.link (id, item_id, agency_id, kind, role, label, value, key_kind, key_value, state, made_at, made_by)
     select $1, i.id, i.agency_id, 'phone', 'subject', '07700 900888', '+447700900888', 'phone', '+447700900888', 'confirmed', '2026-11-06T11:00:00Z', o.officer_id
     from intelligence.item i, platform.account o where i.id = $2 and o.username = 'imran.intel'`,
    ['0acce550-0000-4000-8000-0000000000a3', id],
  );
}

async function run(withIntelligence: boolean): Promise<Side> {
  const clock = movableClock();
  const world = await openWorld({ name: 'access', clock });
  const side: Side = { world, clock, people: {}, accessId: '', pages: [], papers: new Map() };
  sides.push(side);
  await signIn(side);
  await addPerson(world);
  if (withIntelligence) await addIntelligence(world);
  const request = await good<Request>(side, 'aled.auditor', 'POST', '/subject-access', {
    ...{ name: 'Sam Doubleday', dateOfBirth: '1980-02-01', phone: '07700 900888', regime: 'UKGDPR' },
    ...{ replyBy: 'By hand, at the council offices', receivedOn: '2026-11-16' },
  });
  side.accessId = request.id;
  const step = async (action: string, more: object = {}): Promise<Request> => {
    const path = `/subject-access/${side.accessId}`;
    const { version } = await good<Request>(side, 'aled.auditor', 'GET', path);
    return good<Request>(side, 'aled.auditor', 'POST', `${path}/steps/${action}`, { version, ...more });
  };
  await step('identify', { words: 'Passport seen', onDay: '2026-11-18' });
  const gathered = await step('gather');
  for (const item of gathered.items) {
    const body =
      item.kind === 'marker'
        ? { decision: 'withhold', exemption: 'sch2-crime', reason: 'Would tell that officers are warned' }
        : { decision: 'give', given: item.given || item.words };
    await good(side, 'aled.auditor', 'POST', `/subject-access/${side.accessId}/items/${item.id}`, {
      version: item.version,
      ...body,
    });
  }
  side.pages.push(await seen(side, `/subject-access/${side.accessId}`));
  await answerOfUnit(side, withIntelligence);
  // The unit has answered, and nothing has crossed yet.
  side.pages.push(await seen(side, `/subject-access/${side.accessId}`));
  const round = gathered.enquiries[0]?.answersOn ?? '';
  clock.set(`${round}T06:05:00Z`);
  await signIn(side);
  await performScheduled(world, clock, 'answer-enquiries');
  side.pages.push(await seen(side, `/subject-access/${side.accessId}`));
  const answered = await step('answer');
  expect(answered.status).toBe('answered');
  for (const { kind, format, sha256 } of answered.papers) side.papers.set(`${kind} ${format}`, sha256);
  for (const url of [
    `/subject-access/${side.accessId}`,
    '/subject-access',
    ...['letter', 'bundle', 'schedule'].map(
      (kind) => `/subject-access/${side.accessId}/papers/${kind}/1/docx`,
    ),
  ])
    side.pages.push(await seen(side, url));
  return side;
}

async function answerOfUnit(side: Side, withIntelligence: boolean): Promise<void> {
  const { enquiries } = await good<{ enquiries: { id: string; purpose: string; fileReference: string }[] }>(
    side,
    'morag.manager',
    'GET',
    '/intelligence/enquiries',
  );
  for (const { id, purpose, fileReference } of enquiries) {
    const path = `/intelligence/enquiries/${id}`;
    const one = await good<{ matches: { items: { reference: string }[] }[] }>(
      side,
      'morag.manager',
      'GET',
      path,
    );
    const known = one.matches
      .flatMap(({ items }) => items)
      .some(({ reference }) => reference === 'I-DOUB-001');
    expect(known).toBe(withIntelligence && !fileReference.includes('SAMP'));
    if (known)
      await good(side, 'imran.intel', 'POST', `${path}/lines`, {
        ...{ itemReference: 'I-DOUB-001', words: 'An anonymous report', ground: 'sch2-others' },
        ...{ test: 'withhold', reason: 'Only the cousin knows it' },
      });
    // Raw text is given to nobody: an item without graded text that may cross cannot be marked as given.
    if (known)
      expect(
        (
          await call(side, 'imran.intel', 'POST', `${path}/lines`, {
            ...{
              itemReference: 'I-DOUB-001',
              words: 'Given',
              ground: 'sch2-others',
              test: 'give',
              reason: 'Asked',
            },
          })
        ).text,
      ).toContain('graded and has text that may cross');
    const answer = purpose === 'disclosure' ? 'nothing' : 'nothing-given';
    await good(side, 'morag.manager', 'POST', `${path}/answer`, { answer, reason: 'Considered' });
  }
}

let plain: Side;
let fuller: Side;
beforeAll(async () => {
  plain = await run(false);
  fuller = await run(true);
}, 60_000);
afterAll(async () => {
  for (const { world } of sides) await world.close();
});

test('the bundle is gathered from every module, with what is about others taken out', async () => {
  const { items, dueOn } = await good<Request>(
    plain,
    'aled.auditor',
    'GET',
    `/subject-access/${plain.accessId}`,
  );
  expect(items.map(({ kind }) => kind).sort()).toEqual([
    'marker',
    'record',
    'report',
    'reported',
    'victim-file',
  ]);
  const report = items.find(({ kind }) => kind === 'report');
  expect(report?.words).toContain('Nosy Neighbour');
  expect(report?.given).not.toMatch(/nosy|neighbour|960111/i);
  expect(dueOn).toBe('2026-12-18');
});

test('letter, bundle, every page of the officer and every header are the same with withheld intelligence and with none', () => {
  expect(plain.pages.every((page) => page.startsWith('200'))).toBe(true);
  expect(fuller.pages).toEqual(plain.pages);
  expect([...fuller.papers]).toEqual([...plain.papers]);
  expect(plain.papers.size).toBe(6);
});

test('the letter says to everybody that things may be left out, and neither confirms nor denies', async () => {
  const aled = plain.people['aled.auditor'];
  const letter = await aled?.get(`/subject-access/${plain.accessId}/papers/letter/1/pdf`);
  expect([letter?.status, letter?.contentType]).toEqual([200, 'application/pdf']);
  const schedule = await plain.world.sql<{ n: number }>(
    "select count(*)::int as n from governance.access_document where kind = 'schedule'",
  );
  expect(schedule[0]?.n).toBe(2);
});

test('what is about somebody else does not go out when it is typed back, and a step that is not next is refused', async () => {
  const side = plain;
  const made = await good<Request>(side, 'aled.auditor', 'POST', '/subject-access', {
    ...{ name: 'Sam Doubleday', dateOfBirth: '1980-02-01', phone: '07700 900888', regime: 'PART3' },
    ...{ replyBy: 'By hand', receivedOn: side.clock.today() },
  });
  const path = `/subject-access/${made.id}`;
  const step = (action: string, version: number, more: object = {}) =>
    call(side, 'aled.auditor', 'POST', `${path}/steps/${action}`, { version, words: 'As needed', ...more });
  expect((await step('gather', 1)).status).toBe(409);
  expect((await step('identify', 1, { words: '' })).text).toContain('Enter this: how');
  expect((await step('identify', 1, { onDay: '2030-01-01' })).text).toContain(
    'between the request and today',
  );
  expect((await step('identify', 1)).status).toBe(200);
  const start = `${side.clock.today()}T09:00:00Z`;
  const asked = bodyOf<Request>(await step('ask', 2));
  expect(asked.status).toBe('waiting');
  const from = asked.dueOn ?? '';
  // The clock stands: weeks later it is over no day.
  side.clock.set(`${new Date(Date.parse(`${from}T09:00:00Z`) + 86_400_000).toISOString()}`);
  await signIn(side);
  const { requests } = await good<{ requests: Request[] }>(side, 'aled.auditor', 'GET', '/subject-access');
  const still = requests.find(({ id }) => id === made.id);
  expect((still?.dueOn ?? '') > side.clock.today()).toBe(true);
  side.clock.set(start);
  side.clock.set(`${new Date(Date.parse(`${side.clock.today()}T09:00:00Z`) + 5 * 86_400_000).toISOString()}`);
  await signIn(side);
  const clarified = bodyOf<Request>(await step('clarified', 3));
  expect(Date.parse(clarified.dueOn ?? '') - Date.parse(from)).toBe(5 * 86_400_000);
  expect(clarified.dueWhy).toContain('5 days while the person was asked');
  const extended = bodyOf<Request>(await step('extend', 4));
  expect(extended.dueWhy).toContain('2 months more');
  expect((await step('extend', 5)).text).toContain('extended already');
  const { items, version } = bodyOf<Request>(await step('gather', 5));
  const report = items.find(({ kind }) => kind === 'report');
  const decide = (body: object) =>
    call(side, 'aled.auditor', 'POST', `${path}/items/${report?.id}`, { version: 1, ...body });
  expect((await decide({ decision: 'give', given: 'The Neighbour told us' })).text).toContain(
    'is about somebody else',
  );
  expect((await decide({ decision: 'withhold', exemption: 'sch2-crime', reason: 'Because' })).text).toContain(
    'the other part of the law',
  );
  expect((await decide({ decision: 'withhold', exemption: 's45-others' })).text).toContain(
    'necessary and proportionate',
  );
  expect((await step('answer', version)).text).toContain('not decided yet');
  // While one tab answers, another decides nothing: what is answered is what was decided.
  const viewer = side.people['aled.auditor']?.viewer;
  if (viewer?.kind !== 'officer') throw new Error('Aled is an officer.');
  let isDecided = false;
  let waiting: Promise<unknown> | undefined;
  await side.world.app.databases.inTransaction('GOV', viewer, async (db) => {
    await holdAccess({ db } as Work, made.id);
    waiting = decide({ decision: 'withhold', exemption: 's45-others', reason: 'To protect them' }).then(
      () => {
        isDecided = true;
      },
    );
    await new Promise((go) => setTimeout(go, 300));
    expect(isDecided).toBe(false);
  });
  await waiting;
  expect(isDecided).toBe(true);
  expect((await step('refuse', version)).status).toBe(200);
});

test('who shares the number of whoever asks is not given away: neither their address, nor what they reported, nor that they are on the register', async () => {
  const side = plain;
  const ids = [1, 2, 3].map((n) => `0acce550-0000-4000-8000-0000000000b${n}`);
  const [record, file, report] = ids;
  await side.world.sql(
    `insert into records.received_record (id, kind, label, fields, origin_agency_id, feed, report_id, received_at, gateway, handling, retention_group, regime)
     select $1, kind, 'Jane Doubleday', '{"name":"Jane Doubleday","phone":"07700 900888","dateOfBirth":"1984-05-06","address":"3 Mill Row","postcode":"QM1 1AA"}',
       origin_agency_id, feed, null, received_at, gateway, handling, retention_group, regime from records.received_record where label = 'Sam Doubleday'`,
    [record],
  );
  await side.world.sql(
    "insert into records.exact_key (kind, value, record_id) values ('phone', '+447700900888', $1)",
    [record],
  );
  await side.world.sql(
    `insert into safeguarding.victim_file (id, reference, record_id, name, agency_id, lead_agency_id, basis, intervention, priority_on, opened_at, opened_by)
     select $1, 'V-DOUB-002', $2, 'Jane Doubleday', agency_id, lead_agency_id, 'Jane said that she is afraid', '', priority_on, opened_at, opened_by
     from safeguarding.victim_file where reference = 'V-DOUB-001'`,
    [file, record],
  );
  await side.world.sql(
    `insert into intake.report (id, reference, issue_type, description, channel, received_at, received_by_agency_id, service_id, owner_agency_id, routed_by, route_why, routed_at, status, target_on)
     select $1, 'R-DOUB-003', issue_type, 'My husband hits me.', channel, received_at, received_by_agency_id, service_id, owner_agency_id, routed_by, route_why, routed_at, status,
       target_on from intake.report where reference = 'R-DOUB-001'`,
    [report],
  );
  await side.world.sql(
    "insert into intake.reporter (report_id, name, phone) values ($1, 'Jane Doubleday', '07700 900888')",
    [report],
  );
  // A number says nobody's name, and whoever asks says that it is theirs.
  const [number, about] = [1, 2].map((n) => `0acce550-0000-4000-8000-0000000000c${n}`);
  await side.world.sql(
    `insert into intake.report (id, reference, issue_type, description, channel, received_at, received_by_agency_id, service_id, owner_agency_id, routed_by, route_why, routed_at, status, target_on)
     select $1, 'R-DOUB-004', issue_type, 'Hides at her sister’s.', channel, received_at, received_by_agency_id, service_id, owner_agency_id, routed_by, route_why, routed_at,
       status, target_on from intake.report where reference = 'R-DOUB-001'`,
    [about],
  );
  await side.world.sql(
    `insert into records.received_record (id, kind, label, fields, origin_agency_id, feed, report_id, received_at, gateway, handling, retention_group, regime)
     select $1, 'phone', '07700 900888', '{"phone":"07700 900888"}', origin_agency_id, feed, $2, received_at, gateway, handling, retention_group, regime
     from records.received_record where label = 'Sam Doubleday'`,
    [number, about],
  );
  await side.world.sql(
    "insert into records.exact_key (kind, value, record_id) values ('phone', '+447700900888', $1)",
    [number],
  );
  const made = await good<Request>(side, 'aled.auditor', 'POST', '/subject-access', {
    ...{ name: 'Sám DOUBLEDAY', dateOfBirth: '1980-02-01', phone: '07700 900888', regime: 'UKGDPR' },
    ...{ replyBy: 'By hand', receivedOn: side.clock.today() },
  });
  const path = `/subject-access/${made.id}`;
  await good(side, 'aled.auditor', 'POST', `${path}/steps/identify`, { version: 1, words: 'Passport seen' });
  const { items } = await good<Request>(side, 'aled.auditor', 'POST', `${path}/steps/gather`, { version: 2 });
  const hers = items.filter(({ reference, words }) =>
    ['Jane Doubleday', 'V-DOUB-002', 'R-DOUB-003'].some((one) => reference === one || words.includes(one)),
  );
  expect(hers.map(({ kind, byKey, given }) => [kind, byKey, given]).sort()).toEqual([
    ['record', false, ''],
    ['report', false, ''],
    ['victim-file', false, ''],
  ]);
  expect(JSON.stringify(items)).not.toMatch(/Mill Row|QM1 1AA|1984-05-06/);
  expect(items.find(({ reference }) => reference === 'R-DOUB-004')).toMatchObject({
    byKey: false,
    given: '',
  });
  // His own, under his own number and name, are still his.
  expect(items.filter(({ byKey }) => byKey).map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['record', 'report', 'victim-file']),
  );
  // Her name does not go out when it is typed.
  const typed = await call(
    side,
    'aled.auditor',
    'POST',
    `${path}/items/${hers.find(({ kind }) => kind === 'record')?.id}`,
    {
      ...{ version: 1, decision: 'give', given: 'Jane has this number' },
    },
  );
  expect(typed.text).toContain('is about somebody else');
});

test('✘ nobody else has the request, by page, API or connection', async () => {
  for (const name of ['morag.manager', 'callum.safety', 'sadia.safeguarding'])
    expect((await plain.people[name]?.get(`/subject-access/${plain.accessId}`))?.status, name).toBe(403);
  // The function that gathers gives nothing to another agency's auditor, nor of a request that is not open.
  const [agency] = await plain.world.sql<{ id: string }>(
    "select id from directory.agency where code = 'WEND'",
  );
  const aled = plain.people['aled.auditor']?.viewer;
  if (aled?.kind !== 'officer') throw new Error('Aled is an officer.');
  for (const viewer of [aled, { ...aled, agencyId: agency?.id ?? '' }])
    await plain.world.app.databases.inTransaction('GOV', viewer, async (db) => {
      const { rows } = await sql`select * from governance.gather_access(${plain.accessId})`.execute(db);
      expect(rows).toEqual([]);
    });
});

test('a request goes by night when the agency has said how long it stays, with everything that was gathered', async () => {
  const { world, accessId } = plain;
  const left = async () =>
    (
      await world.sql<{ n: number }>(
        `select (select count(*) from governance.access where id = $1)::int + (select count(*) from governance.access_item where access_id = $1)::int
          + (select count(*) from governance.access_document where access_id = $1)::int as n`,
        [accessId],
      )
    )[0]?.n;
  expect(await left()).toBe(12);
  const purge = (until: string) =>
    world.sql(
      "select governance.purge('access-request', a.id, $1::date, 10) from directory.agency a where a.code = 'MCC'",
      [until],
    );
  await world.sql("update governance.access set ended_on = '2023-11-01' where id = $1", [accessId]);
  await purge('2023-10-31');
  expect(await left()).toBe(12);
  await purge('2023-11-01');
  expect(await left()).toBe(0);
});
