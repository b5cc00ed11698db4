import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { addCommission, addIntelligence, addNamesake, addPerson } from '../../test/support/access.ts';
import { type Journey, journey } from '../../test/support/journey.ts';
import type { Work } from '../platform/http/work.ts';
import { holdAccess } from './access.store.ts';

/**
 * Two worlds with one person in each, who is a suspect and a victim and asks for their data. In the second the intelligence side holds
 * an item about them, from a source at risk, and withholds it. Nothing that anybody else ever sees may differ.
 */
interface Side {
  days: Journey;
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
const [alone, known] = [journey('access'), journey('access')];
const aled = 'aled.auditor';
const morag = 'morag.manager';
const names = [aled, morag, 'imran.intel', 'callum.safety', 'sadia.safeguarding'];

/** Everybody at once: a session that only one of the worlds had would give its later ids to others. */
async function signIn({ as }: Journey): Promise<void> {
  for (const name of names) await as(name);
}
/** The page as the officer sees it, without the session's own token. */
const seen = async ({ as }: Journey, url: string): Promise<string> => {
  const officer = await as(aled);
  const answer = await officer.get(url);
  return `${answer.status}
${answer.headers}
${answer.text.replaceAll(officer.csrf, 'TOKEN').replaceAll(/TOKEN\.[\w-]{22}/g, 'TOKEN')}`;
};

async function run(days: Journey, withIntelligence: boolean): Promise<Side> {
  const { clock, done, look, made, perform, world } = days;
  const side: Side = { days, accessId: '', pages: [], papers: new Map() };
  await signIn(days);
  await addPerson(world);
  await addCommission(world);
  if (withIntelligence) await addIntelligence(world);
  const request = await made<Request>(aled, '/subject-access', {
    ...{ name: 'Sam Doubleday', dateOfBirth: '1980-02-01', phone: '07700 900888', regime: 'UKGDPR' },
    ...{ replyBy: 'By hand, at the council offices', receivedOn: '2026-11-16' },
  });
  side.accessId = request.id;
  const step = async (action: string, more: object = {}): Promise<Request> => {
    const path = `/subject-access/${side.accessId}`;
    const { version } = await look<Request>(aled, path);
    return done<Request>(aled, `${path}/steps/${action}`, { version, ...more });
  };
  await step('identify', { words: 'Passport seen', onDay: '2026-11-18' });
  const gathered = await step('gather');
  for (const item of gathered.items) {
    const body =
      item.kind === 'marker'
        ? { decision: 'withhold', exemption: 'sch2-crime', reason: 'Would tell that officers are warned' }
        : { decision: 'give', given: item.given || item.words };
    await done(aled, `/subject-access/${side.accessId}/items/${item.id}`, {
      version: item.version,
      ...body,
    });
  }
  side.pages.push(await seen(days, `/subject-access/${side.accessId}`));
  await answerOfUnit(days, withIntelligence);
  // The unit has answered, and nothing has crossed yet.
  side.pages.push(await seen(days, `/subject-access/${side.accessId}`));
  const round = gathered.enquiries[0]?.answersOn ?? '';
  clock.set(`${round}T06:05:00Z`);
  await signIn(side.days);
  await perform('answer-enquiries');
  side.pages.push(await seen(days, `/subject-access/${side.accessId}`));
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
    side.pages.push(await seen(days, url));
  side.pages.push(await seen(days, `/subject-access/${side.accessId}/seen`));
  const officer = await days.as(aled);
  const log = await officer.post('/audit/person', {
    ...{ name: 'Sam Doubleday', dateOfBirth: '1980-02-01', phone: '07700 900888', why: 'To know' },
  });
  side.pages.push(log.text.replaceAll(officer.csrf, 'TOKEN').replaceAll(/TOKEN\.[\w-]{22}/g, 'TOKEN'));
  return side;
}

async function answerOfUnit(
  { done, idsOf, look, made, refused, saidOn }: Journey,
  withIntelligence: boolean,
): Promise<void> {
  const { enquiries } = await look<{ enquiries: { id: string; purpose: string; fileReference: string }[] }>(
    morag,
    '/intelligence/enquiries',
  );
  for (const { id, purpose, fileReference } of enquiries) {
    const path = `/intelligence/enquiries/${id}`;
    const one = await look<{ matches: { items: { reference: string }[] }[] }>(morag, path);
    const known = one.matches
      .flatMap(({ items }) => items)
      .some(({ reference }) => reference === 'I-DOUB-001');
    expect(known).toBe(withIntelligence && !fileReference.includes('SAMP'));
    if (known)
      await made('imran.intel', `${path}/lines`, {
        ...{ itemReference: 'I-DOUB-001', words: 'An anonymous report', ground: 'sch2-others' },
        ...{ test: 'withhold', reason: 'Only the cousin knows it' },
      });
    // Raw text is given to nobody: an item without graded text that may cross cannot be marked as given.
    if (known)
      expect(
        await refused('imran.intel', `${path}/lines`, {
          ...{
            itemReference: 'I-DOUB-001',
            words: 'Given',
            ground: 'sch2-others',
            test: 'give',
            reason: 'Asked',
          },
        }),
      ).toContain('graded and has text that may cross');
    const answer = purpose === 'disclosure' ? 'nothing' : 'nothing-given';
    // The watchlist is on the schedule before it is answered, and is nobody's but the manager's and whose entry it is.
    const { holdings } = await look<{ holdings: { code: string; words: string }[] }>(morag, path);
    expect(holdings.map(({ words }) => words).some((words) => words.includes('Sam Doubleday'))).toBe(known);
    for (const { code, words } of holdings) {
      expect(await refused(morag, `${path}/answer`, { answer, reason: 'Considered' })).toContain(
        'Put it on the schedule first. Watchlist: ',
      );
      const withheld = {
        ground: purpose === 'disclosure' ? 'method' : 'sch2-crime',
        reason: 'He would know',
      };
      const test = purpose === 'disclosure' ? 'neither' : 'withhold';
      const line = { ...withheld, words: 'He is watched for', holding: code, test };
      if (words.includes('Sam Doubleday')) {
        // Whose entry it is not finds none of it.
        expect(await look<object>('imran.intel', path)).toMatchObject({ holdings: [] });
        expect(await refused('imran.intel', `${path}/lines`, line)).toContain('Choose it from the list');
        expect(await refused(morag, `${path}/lines`, { ...line, test: 'give' })).toContain(
          'Nothing of it is',
        );
      }
      await made(morag, `${path}/lines`, line);
      expect(JSON.stringify(await look<object>('imran.intel', path))).not.toContain('watched for');
      const stolen = "select 1 from intelligence.enquiry_line where words like '%watched for%'";
      expect(await saidOn({ ...(await idsOf('imran.intel')), login: 'bailiwick_intel' }, stolen)).toBe(0);
      expect(await saidOn({ ...(await idsOf(morag)), login: 'bailiwick_intel' }, stolen)).toBeGreaterThan(0);
    }
    await done(morag, `${path}/answer`, { answer, reason: 'Considered' });
  }
}

let plain: Side;
let fuller: Side;
beforeAll(async () => {
  plain = await run(alone, false);
  fuller = await run(known, true);
}, 60_000);

test('the bundle is gathered from every module, with what is about others taken out', async () => {
  const { items, dueOn } = await plain.days.look<Request>(aled, `/subject-access/${plain.accessId}`);
  expect(items.map(({ kind }) => kind).sort()).toEqual([
    'abandoned',
    'commission',
    'marker',
    'record',
    'report',
    'reported',
    'victim-file',
  ]);
  expect(items.find(({ kind }) => kind === 'abandoned')?.words).toContain('Keeper of a vehicle');
  // What the council commissioned is its own to tell; where they were found stays out.
  const commission = items.find(({ kind }) => kind === 'commission');
  expect(commission?.words).toContain('Answered: traced');
  expect(JSON.stringify(items)).not.toContain('Traced Row');
  const report = items.find(({ kind }) => kind === 'report');
  expect(report?.words).toContain('Nosy Neighbour');
  expect(report?.given).not.toMatch(/nosy|neighbour|960111/i);
  expect(dueOn).toBe('2026-12-18');
});

test('letter, bundle, every page of the officer and every header are the same with withheld intelligence and with none', () => {
  expect(plain.pages.slice(0, -1).every((page) => page.startsWith('200'))).toBe(true);
  expect(plain.pages.at(-1)).toContain('Who saw Sam Doubleday');
  expect(fuller.pages).toEqual(plain.pages);
  expect([...fuller.papers]).toEqual([...plain.papers]);
  expect(plain.papers.size).toBe(6);
});

test('who saw what is held about them is one page: who, when, which record and what for', async () => {
  const url = `/subject-access/${plain.accessId}/seen`;
  const [held] = await plain.days.world.sql<{ id: string; reference: string }>(
    'select record_id as id, reference from governance.access_item where access_id = $1 order by reference limit 1',
    [plain.accessId],
  );
  const enter = (username: string, purpose: string, field: string) =>
    plain.days.world.sql(
      `select platform.record_audit('victim-file.contact-opened', 'done', 'officer', o.id, o.agency_id, 'OPS', $3, 'r1', 'victim-file', $1,
         jsonb_build_object('field', $4::text), $2) from directory.officer o join platform.account a on a.officer_id = o.id where a.username = $5`,
      [held?.id, plain.days.clock.now(), purpose, field, username],
    );
  await enter('sadia.safeguarding', 'She asked to be rung', 'own-field');
  await enter('callum.safety', 'A case review', 'their-field');
  const page = await (await plain.days.as(aled)).get(url);
  for (const words of [
    ...['Sadia', held?.reference, 'She asked to be rung', 'own-field', 'victim-file.contact-opened'],
    ...['Callum', 'A case review'],
  ])
    expect(page.text).toContain(words);
  expect(page.text).not.toContain('their-field');
  const read = await plain.days.world.sql(
    "select record_id from platform.audit_entry where event = 'subject-access.log-read' and record_id = $1",
    [plain.accessId],
  );
  expect(read.length).toBeGreaterThan(0);
  expect((await (await plain.days.as('callum.safety')).get(url)).status).toBe(403);
  // The same without any request, with a reason; whoever looks next is shown who looked. Nobody else has it.
  const ask = {
    name: 'Sam Doubleday',
    dateOfBirth: '1980-02-01',
    phone: '07700 900888',
    why: 'Complaint 77',
  };
  const auditor = await plain.days.as(aled);
  const first = await auditor.post('/audit/person', ask);
  for (const words of ['Sadia', held?.reference, 'She asked to be rung', 'own-field', 'A case review'])
    expect(first.text).toContain(words);
  for (const hiddenWords of ['their-field', 'Complaint 77']) expect(first.text).not.toContain(hiddenWords);
  const { json } = await auditor.api('POST', '/api/v1/audit/person', { ...ask, why: 'Once more' });
  expect(JSON.stringify(json)).toMatch(/person-log\.read.*Complaint 77/);
  for (const wrong of [
    { ...ask, why: '' },
    { ...ask, dateOfBirth: '1950-02-30' },
    { ...ask, phone: '12' },
  ])
    expect((await auditor.post('/audit/person', wrong)).status).toBe(422);
  expect((await auditor.post('/audit/person', { ...ask, name: 'Nobody At All' })).text).toContain(
    'No entry of the log',
  );
  for (const other of ['callum.safety', 'imran.intel', 'sadia.safeguarding'])
    expect((await (await plain.days.as(other)).post('/audit/person', ask)).status).toBe(403);
  const audit = (await auditor.get('/audit?event=victim-file.contact-opened')).text;
  expect([audit.includes('field: own-field'), audit.includes('their-field')]).toEqual([true, false]);
  const chains = (await (await plain.days.as(aled)).get('/audit/chains')).text;
  expect(chains).toContain('All 16 chains hold');
  await plain.days.world.sql(
    "update platform.audit_entry set event = 'report.opened' where event = 'subject-access.log-read'",
  );
  const broken = (await (await plain.days.as(aled)).get('/audit/chains')).text;
  expect(broken).toMatch(/One chain does|chains do/);
  expect(broken).toContain('was altered, removed or put in');
});

test('the letter says to everybody that things may be left out, and neither confirms nor denies', async () => {
  const letter = await plain.days.page(aled, `/subject-access/${plain.accessId}/papers/letter/1/pdf`);
  expect([letter.status, letter.contentType]).toEqual([200, 'application/pdf']);
  const schedule = await plain.days.world.sql<{ n: number }>(
    "select count(*)::int as n from governance.access_document where kind = 'schedule'",
  );
  expect(schedule[0]?.n).toBe(2);
});

test('what is about somebody else does not go out when it is typed back, and a step that is not next is refused', async () => {
  const { as, clock, done, look, made, tried, world } = plain.days;
  const request = await made<Request>(aled, '/subject-access', {
    ...{ name: 'Sam Doubleday', dateOfBirth: '1980-02-01', phone: '07700 900888', regime: 'PART3' },
    ...{ replyBy: 'By hand', receivedOn: clock.today() },
  });
  const path = `/subject-access/${request.id}`;
  const body = (version: number, more: object) => ({ version, words: 'As needed', ...more });
  const step = (action: string, version: number, more: object = {}) =>
    tried(aled, `${path}/steps/${action}`, body(version, more));
  const taken = (action: string, version: number) =>
    done<Request>(aled, `${path}/steps/${action}`, body(version, {}));
  expect((await step('gather', 1)).status).toBe(409);
  expect((await step('identify', 1, { words: '' })).text).toContain('Enter this: how');
  expect((await step('identify', 1, { onDay: '2030-01-01' })).text).toContain(
    'between the request and today',
  );
  expect((await step('identify', 1)).status).toBe(200);
  const start = `${clock.today()}T09:00:00Z`;
  const asked = await taken('ask', 2);
  expect(asked.status).toBe('waiting');
  const from = asked.dueOn ?? '';
  // The clock stands: weeks later it is over no day.
  clock.set(`${new Date(Date.parse(`${from}T09:00:00Z`) + 86_400_000).toISOString()}`);
  await signIn(plain.days);
  const { requests } = await look<{ requests: Request[] }>(aled, '/subject-access');
  const still = requests.find(({ id }) => id === request.id);
  expect((still?.dueOn ?? '') > clock.today()).toBe(true);
  clock.set(start);
  clock.set(`${new Date(Date.parse(`${clock.today()}T09:00:00Z`) + 5 * 86_400_000).toISOString()}`);
  await signIn(plain.days);
  const clarified = await taken('clarified', 3);
  expect(Date.parse(clarified.dueOn ?? '') - Date.parse(from)).toBe(5 * 86_400_000);
  expect(clarified.dueWhy).toContain('5 days while the person was asked');
  const extended = await taken('extend', 4);
  expect(extended.dueWhy).toContain('2 months more');
  expect((await step('extend', 5)).text).toContain('extended already');
  const { items, version } = await taken('gather', 5);
  const report = items.find(({ kind }) => kind === 'report');
  const decide = (body: object) => tried(aled, `${path}/items/${report?.id}`, { version: 1, ...body });
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
  const viewer = (await as(aled)).viewer;
  if (viewer.kind !== 'officer') throw new Error('Aled is an officer.');
  let isDecided = false;
  let waiting: Promise<unknown> | undefined;
  await world.app.databases.inTransaction('GOV', viewer, async (db) => {
    await holdAccess({ db } as Work, request.id);
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
  const { clock, done, made, tried, world } = plain.days;
  await addNamesake(world);
  const request = await made<Request>(aled, '/subject-access', {
    ...{ name: 'Sám DOUBLEDAY', dateOfBirth: '1980-02-01', phone: '07700 900888', regime: 'UKGDPR' },
    ...{ replyBy: 'By hand', receivedOn: clock.today() },
  });
  const path = `/subject-access/${request.id}`;
  await done(aled, `${path}/steps/identify`, { version: 1, words: 'Passport seen' });
  const { items } = await done<Request>(aled, `${path}/steps/gather`, { version: 2 });
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
  const typed = await tried(aled, `${path}/items/${hers.find(({ kind }) => kind === 'record')?.id}`, {
    ...{ version: 1, decision: 'give', given: 'Jane has this number' },
  });
  expect(typed.text).toContain('is about somebody else');
});

test('✘ nobody else has the request, by page, API or connection', async () => {
  for (const name of [morag, 'callum.safety', 'sadia.safeguarding'])
    expect((await plain.days.page(name, `/subject-access/${plain.accessId}`)).status, name).toBe(403);
  // The function that gathers gives nothing to another agency's auditor, nor of a request that is not open.
  const [agency] = await plain.days.world.sql<{ id: string }>(
    "select id from directory.agency where code = 'WEND'",
  );
  const { viewer: auditor } = await plain.days.as(aled);
  if (auditor.kind !== 'officer') throw new Error('Aled is an officer.');
  for (const viewer of [auditor, { ...auditor, agencyId: agency?.id ?? '' }])
    await plain.days.world.app.databases.inTransaction('GOV', viewer, async (db) => {
      const { rows } = await sql`select * from governance.gather_access(${plain.accessId})`.execute(db);
      expect(rows).toEqual([]);
    });
});

test('a request goes by night when the agency has said how long it stays, with everything that was gathered', async () => {
  const { accessId } = plain;
  const { sql } = plain.days;
  const left = async () =>
    (
      await sql<{ n: number }>(
        `select (select count(*) from governance.access where id = $1)::int + (select count(*) from governance.access_item where access_id = $1)::int
          + (select count(*) from governance.access_document where access_id = $1)::int as n`,
        [accessId],
      )
    )[0]?.n;
  expect(await left()).toBe(14);
  const purge = (until: string) =>
    sql(
      "select governance.purge('access-request', a.id, $1::date, 10) from directory.agency a where a.code = 'MCC'",
      [until],
    );
  await sql("update governance.access set ended_on = '2023-11-01' where id = $1", [accessId]);
  await purge('2023-10-31');
  expect(await left()).toBe(14);
  await purge('2023-11-01');
  expect(await left()).toBe(0);
});
