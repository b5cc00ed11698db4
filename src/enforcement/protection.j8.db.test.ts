import { afterAll, beforeAll, expect, test } from 'vitest';
import { movableClock, openWorld, type Visitor, type World } from '../../test/support/world.ts';

/**
 * Journey 8, steps 1 to 3 and 7, by `/api/v1`, on the days on which it happened: ten warnings, one notice, no breach of it,
 * another file breached, and the table without names.
 */
const clock = movableClock('2016-06-06T10:00:00Z');
let world: World;
let south: Who;
let vale: Who;
const cases: Record<string, string> = {};

type Who = Pick<Visitor, 'api' | 'get'>;
/** Somebody who signs in anew whenever the clock has moved: no session lasts a month. */
function person(username: string): Who {
  let since = '';
  let visitor: Visitor | undefined;
  const now = async (): Promise<Visitor> => {
    const at = clock.now().toISOString();
    if (!visitor || since !== at) visitor = await world.as(username);
    since = at;
    return visitor;
  };
  return {
    api: async (...asked) => (await now()).api(...asked),
    get: async (url) => (await now()).get(url),
  };
}

interface Shown {
  id: string;
  reference: string;
  status: string;
  version: number;
  complyBy: string;
  complyWhy: string;
  appealUntil: string;
  appealWhy: string;
  breachMaxPence: number;
  penaltyId: string;
  streetWords: string;
  requirements: { id: string; stage: string; kind: string; words: string; since: string | null }[];
  letters: { kind: string; version: number; format: string; sha256: string }[];
  services: { stage: string; servedOn: string; servedBy: string; powerReference: string }[];
  events: { kind: string; words: string; reason: string | null }[];
  steps: { action: string; conditions: { code: string; met: boolean }[] }[];
}

beforeAll(async () => {
  world = await openWorld({ name: 'j8', clock });
  // The county's people hold their powers from 2024 on: here they have held them since the Act began.
  await world.sql("update directory.authorisation set granted_on = '2014-10-20' where basis <> 'csas'");
  await world.sql(
    `update platform.account set is_persona = true where officer_id = (select o.id from directory.officer o
       join directory.agency a on a.id = o.agency_id join directory.role_grant g on g.officer_id = o.id
       where a.code = 'ALDE' and g.role = 'community-safety-coordinator' limit 1)`,
  );
  const [account] = await world.sql<{ username: string }>(
    `select c.username from platform.account c join directory.officer o on o.id = c.officer_id join directory.agency a on a.id = o.agency_id
     where a.code = 'ALDE' and c.is_persona`,
  );
  south = person('callum.safety');
  vale = person(account?.username ?? '');
  for (const [name, agency, service] of [
    ['flats', 'WEND', 'WEND-CS'],
    ['gardens', 'ALDE', 'ALDE-CS'],
  ] as const)
    cases[name] = await openCaseOf(name, agency, service);
});
afterAll(() => world.close());

/** A case as step 1 leaves it; how reports come to one is journey 4's. */
async function openCaseOf(title: string, agency: string, service: string): Promise<string> {
  const [row] = await world.sql<{ id: string }>(
    `with made as (insert into enforcement.case_file (id, reference, title, summary, status, lead_agency_id, lead_service_id, district_code, is_personal, escalation_rule, opened_at)
       select gen_random_uuid(), 'C-J8' || $2, $1, $1, 'enforcing', s.agency_id, s.id, a.area_code, false, 'not-solved', '2016-05-20T09:00:00Z'
       from directory.service s join directory.agency a on a.id = s.agency_id where s.code = $3 returning id, lead_agency_id, lead_service_id)
     insert into enforcement.case_service (case_id, service_id, agency_id, joined_at, why)
       select id, lead_service_id, lead_agency_id, '2016-05-20T09:00:00Z', 'leads' from made returning case_id as id`,
    [title, agency, service],
  );
  if (!row) throw new Error(`No case for ${service}`);
  return row.id;
}

async function postcodes(agency: string, count: number): Promise<string[]> {
  const rows = await world.sql<{ postcode: string }>(
    'select postcode from directory.postcode p join directory.agency a on a.area_code = p.district_code where a.code = $1 and p.lon is not null order by postcode limit $2',
    [agency, count],
  );
  return rows.map((row) => row.postcode);
}

const names = Array.from({ length: 10 }, (_, n) => `Tenant Surname${n} Esq`);
const post = async (who: Who, url: string, body: object, status = 200): Promise<Shown> => {
  const answer = await who.api('POST', url, body);
  expect(answer.status, answer.text).toBe(status);
  return answer.json as Shown;
};
const path = (file: { id: string }) => `/api/v1/protection/${file.id}`;
const look = async (who: Who, file: { id: string }) => (await who.api('GET', path(file))).json as Shown;
const step = (who: Who, file: Shown, action: string, body: object = {}) =>
  who.api('POST', `${path(file)}/steps/${action}`, { version: file.version, ...body });
const taken = async (who: Who, file: Shown, action: string, body: object = {}): Promise<Shown> => {
  const answer = await step(who, file, action, body);
  expect(answer.status, answer.text).toBe(200);
  return answer.json as Shown;
};
const refusal = async (who: Who, file: Shown, action: string, body: object = {}) => {
  const answer = await step(who, file, action, body);
  expect(answer.status, answer.text).toBe(422);
  return answer.text;
};
const byHand = (on: string) => ({ how: 'in-person', on, by: 'The co-ordinator' });

async function drafted(who: Who, given: { name: string; postcode: string; caseId: string; kinds: string[] }) {
  const made = await post(
    who,
    '/api/v1/protection',
    {
      kind: 'person',
      name: given.name,
      address: '4 Made Up Lane',
      bornOn: '1970-01-01',
      postcode: given.postcode,
      placeWords: 'Flat 4',
      conductKinds: given.kinds,
      conduct: `${given.name} burns waste on most evenings`,
      isDetrimental: true,
      isPersistent: true,
      isUnreasonable: true,
      complyDays: 14,
      caseId: given.caseId,
    },
    201,
  );
  await post(
    who,
    `${path(made)}/evidence`,
    { kind: 'statement', happenedOn: '2016-06-01', words: 'Seen from the road' },
    201,
  );
  return post(
    who,
    `${path(made)}/requirements`,
    { version: made.version, kind: 'stop', words: 'burning waste' },
    201,
  );
}

/** To a notice that was served on 1 July 2016, with something to stop and something to do. */
async function noticed(who: Who, file: Shown): Promise<Shown> {
  clock.set('2016-07-01T10:00:00Z');
  await post(
    who,
    `${path(file)}/evidence`,
    { kind: 'photo', happenedOn: '2016-06-28', words: 'Burning again' },
    201,
  );
  let now = await look(who, file);
  for (const one of [
    { kind: 'stop', words: 'burning waste' },
    { kind: 'do', words: 'clear the garden', byDay: '2016-07-20' },
  ])
    now = await post(who, `${path(file)}/requirements`, { version: now.version, ...one }, 201);
  now = await post(who, `${path(file)}/others-told`, {
    version: now.version,
    othersTold: 'The landlord, by letter',
  });
  now = await taken(who, now, 'record-failure', { reason: 'Burning went on' });
  return taken(who, now, 'serve-notice', byHand('2016-07-01'));
}

interface Ready {
  version: number;
  placeWords: string | null;
  conditions: { code: string; met: boolean }[];
}
const files: Shown[] = [];
test('step 2: ten warnings, one in the South and nine in the Vale, each with its conduct and time to comply', async () => {
  const [here] = await postcodes('WEND', 1);
  const there = await postcodes('ALDE', 9);
  files.push(
    await drafted(south, {
      name: names[0] ?? '',
      postcode: here ?? '',
      caseId: cases.flats ?? '',
      kinds: ['smells', 'arguing', 'visitors'],
    }),
  );
  for (const [n, postcode] of there.entries())
    files.push(
      await drafted(vale, {
        name: names[n + 1] ?? '',
        postcode,
        caseId: cases.gardens ?? '',
        kinds: n % 2 ? ['waste-burnt'] : ['waste-dumped', 'waste-burnt'],
      }),
    );
  for (const [n, file] of files.entries())
    files[n] = await taken(n === 0 ? south : vale, file, 'serve-warning', byHand('2016-06-06'));
  expect(files.map((f) => f.status)).toEqual(Array(10).fill('warned'));
  expect(files[1]).toMatchObject({
    complyBy: '2016-06-20',
    complyWhy:
      '14 days after 6 June 2016, the day the warning was served; day 1 is 7 June 2016: last day 20 June 2016.',
    services: [{ stage: 'warning', servedOn: '2016-06-06', servedBy: 'The co-ordinator' }],
  });
  expect(files[1]?.letters.map((l) => `${l.kind} ${l.format} ${l.sha256.length}`).sort()).toEqual([
    'warning docx 64',
    'warning pdf 64',
  ]);
});

test('✔ a notice is refused until a warning was served, its time has run and the conduct continues, saying what is missing', async () => {
  const [, , postcode] = await postcodes('ALDE', 3);
  const draft = await drafted(vale, {
    name: 'Somebody else',
    postcode: postcode ?? '',
    caseId: cases.gardens ?? '',
    kinds: ['noise'],
  });
  const unwarned = await refusal(vale, draft, 'serve-notice', byHand('2016-06-06'));
  expect(unwarned).toContain('Serve a written warning first');
  expect(unwarned).toContain('Not met: a warning was served');
  const file = files[1] as Shown; // served by the test before
  clock.set('2016-06-20T10:00:00Z');
  const early = await refusal(vale, file, 'serve-notice', byHand('2016-06-20'));
  expect(early).toContain('Wait until 20 June 2016 has passed');
  expect(early).not.toContain('Serve a written warning first');
  clock.set('2016-06-21T10:00:00Z');
  const calm = await refusal(vale, file, 'record-failure', { reason: 'Time has run' });
  expect(calm).toContain('the conduct continues');
  expect(calm).not.toContain('Wait until');
  await taken(vale, await look(vale, draft), 'discard', { reason: 'Not needed' });
});

test('step 3: one Vale subject goes on: one notice with requirements, 21 days to appeal, no breach', async () => {
  const file = await noticed(vale, files[1] as Shown);
  files[1] = file;
  expect(file).toMatchObject({
    status: 'notice-served',
    appealUntil: '2016-07-21',
    appealWhy: '21 days beginning with 1 July 2016, the day of the notice: last day 21 July 2016.',
  });
  expect(file.letters.filter((l) => l.kind === 'notice')).toHaveLength(2);
  expect(file.requirements.filter((r) => r.stage === 'notice').map((r) => r.kind)).toEqual(['stop', 'do']);
  clock.set('2016-07-22T10:00:00Z');
  const late = await refusal(vale, file, 'appeal', {
    on: '2016-07-22',
    grounds: ['not-persistent'],
    reason: 'Told by the court',
  });
  expect(late).toContain('21 days beginning with the day of the notice');
});

test('the other warnings were complied with, and the South file ends because a closure order was made (step 7)', async () => {
  clock.set('2016-09-01T10:00:00Z');
  for (const n of [2, 3, 4, 5, 6, 7, 8])
    files[n] = await taken(vale, files[n] as Shown, 'record-compliance', {
      on: '2016-09-01',
      reason: 'Visited: no waste',
    });
  const open = files[0] as Shown;
  const unsaid = await step(south, open, 'discharge', { on: '2016-09-01', reason: 'It ends' });
  expect(unsaid.text).toContain('Choose why it ends');
  files[0] = await taken(south, open, 'discharge', {
    on: '2016-09-01',
    ending: 'closure-order',
    reason: 'Closure order of the magistrates’ court',
  });
  const later = { kind: 'photo', happenedOn: '2016-08-30', words: 'Noise again' };
  expect((await post(south, `${path(open)}/evidence`, later, 409)) as unknown).toMatchObject({
    words: expect.stringContaining('This file has ended'),
  });
  const counts = await world.sql<{ warnings: number; notices: number; breaches: number }>(
    `select count(warned_on)::int as warnings, count(notice_on)::int as notices, count(breached_on)::int as breaches from enforcement.protection`,
  );
  expect(counts).toEqual([{ warnings: 10, notices: 1, breaches: 0 }]);
});

test('step 7: the table has two rows made from records, and no name, no typed word, in any byte of it (✘)', async () => {
  const rows = [];
  for (const who of [south, vale])
    rows.push(
      ...((await who.api('GET', '/api/v1/protection/table')).json as { rows: Record<string, string>[] }).rows,
    );
  expect(rows).toHaveLength(2);
  expect(rows[0]).toMatchObject({
    summary: 'Arguing and shouting, smells and visitors at all hours. 1 warning served, June 2016.',
    update: 'Ended because a closure order was made.',
  });
  expect(rows[1]).toMatchObject({
    summary: 'Dumping of waste and burning of waste. 9 warnings served, June 2016.',
    update: '7 cases complied with. 1 notice served, July 2016. No breach.',
  });
  for (const who of [south, vale]) await post(who, '/api/v1/protection/table/publish', {}, 201);
  const board = person('bea.board');
  const published = await board.api('GET', '/api/v1/protection/published');
  expect(published.status).toBe(200);
  expect((published.json as { tables: unknown[] }).tables).toHaveLength(2);
  // Who sits on the board may count nobody: small numbers are not said.
  expect(published.text).toContain('Fewer than 5 warnings served');
  expect(published.text).toContain('9 warnings served');
  expect(published.text).toContain('Some cases complied with. Notice served, July 2016. No breach.');
  const said = published.text + JSON.stringify(rows);
  for (const word of [...names, 'Surname', 'Tenant', 'Flat 4', 'Made Up Lane', 'landlord', 'CP-'])
    expect(said).not.toContain(word);
  expect((await board.get('/protection')).status).toBe(403);
  expect((await board.api('GET', path(files[1] as Shown))).status).toBe(403);
});

test('A-04: ten warnings, one notice, no breach, counted from the records, for those who may open them alone', async () => {
  clock.set('2016-10-03T10:00:00Z');
  const of = async (who: Who) => {
    const answer = await who.api('GET', '/api/v1/figures?period=2016-04-01_2016-09-30');
    const lines = (answer.json as { figures: { code: string; now: object }[] }).figures;
    return new Map(lines.map((line) => [line.code, line.now]));
  };
  const [here, there] = [await of(south), await of(vale)];
  expect(here.get('A-04')).toMatchObject({ value: 1 });
  expect(there.get('A-04')).toMatchObject({ value: 9 });
  expect(there.get('A-04a')).toMatchObject({ numerator: 1, denominator: 9 });
  expect(there.get('A-04b')).toMatchObject({ value: 1 });
  expect(there.get('A-04c')).toMatchObject({ numerator: 0, denominator: 1 });
  expect(there.get('A-04d')).toMatchObject({ value: 0 });
  expect((await of(person('petra.performance'))).has('A-04')).toBe(false);
});

test('an appeal suspends what must be done and not what must be stopped, and is recorded once', async () => {
  clock.set('2016-06-28T10:00:00Z');
  let file = await noticed(vale, files[9] as Shown);
  clock.set('2016-07-22T10:00:00Z');
  file = await taken(vale, file, 'appeal', {
    on: '2016-07-21',
    grounds: ['not-persistent', 'requirement-unreasonable'],
    reason: 'Letter of the court',
  });
  expect(file.status).toBe('appealed');
  expect(file.events.at(-1)?.words).toContain('the other requirements are suspended');
  expect(await refusalOrStale(vale, file, 'record-breach', {})).toContain('while an appeal runs');
  clock.set('2016-10-11T10:00:00Z');
  const unsaid = await step(vale, file, 'uphold-notice', { on: '2016-10-10', reason: 'Dismissed' });
  expect(unsaid.status).toBe(422);
  file = await taken(vale, file, 'uphold-notice', {
    on: '2016-10-10',
    resumesOn: '2016-10-24',
    reason: 'Dismissed by the court',
  });
  expect(file.requirements.filter((r) => r.stage === 'notice').map((r) => r.since)).toEqual([
    null,
    '2016-10-24',
  ]);
  const again = await step(vale, file, 'appeal', {
    on: '2016-10-11',
    grounds: ['defect'],
    reason: 'Again',
  });
  expect(again.status).toBe(422);
  const clear = file.requirements.find((r) => r.kind === 'do')?.id;
  const stop = file.requirements.find((r) => r.stage === 'notice' && r.kind === 'stop')?.id;
  const suspended = await refusal(vale, file, 'record-breach', {
    on: '2016-08-15',
    requirementId: clear,
    reason: 'Garden full',
  });
  expect(suspended).toContain('Suspended while the appeal ran');
  const early = await refusal(vale, file, 'record-breach', {
    on: '2016-10-11',
    requirementId: clear,
    reason: 'Garden full',
  });
  expect(early).toContain('It binds from 24 October 2016');
  const breached = await taken(vale, file, 'record-breach', {
    on: '2016-08-15',
    requirementId: stop,
    reason: 'Burning during the appeal',
  });
  expect(breached.status).toBe('breached');
  files[9] = breached;
});
const refusalOrStale = async (who: Who, file: Shown, action: string, body: object) =>
  (await step(who, file, action, body)).text;

test('a breach in 2017 takes the most that the law of that day allows: £100; the £500 of 2026 is not switched on', async () => {
  const jet = person('joss.jet');
  const [postcode] = await postcodes('WEND', 1);
  clock.set('2016-06-06T10:00:00Z');
  let file = await drafted(jet, {
    name: 'Breaching Person',
    postcode: postcode ?? '',
    caseId: cases.flats ?? '',
    kinds: ['noise'],
  });
  file = await taken(jet, file, 'serve-warning', byHand('2016-06-06'));
  file = await noticed(jet, file);
  clock.set('2017-03-06T10:00:00Z');
  const stop = file.requirements.find((r) => r.stage === 'notice' && r.kind === 'stop')?.id;
  file = await taken(jet, file, 'record-breach', {
    on: '2017-03-03',
    requirementId: stop,
    reason: 'Burning again',
  });
  expect(file.breachMaxPence).toBe(10_000);
  file = await taken(jet, file, 'penalise');
  // Two steps of one instant come in no order of their own.
  expect(file.events.map((event) => event.words).join()).toContain(
    'the most the law allowed on 3 March 2017 was £100',
  );
  expect((await step(jet, file, 'penalise')).status).toBe(422);
  const url = `/api/v1/penalties/${file.penaltyId}`;
  const penalty = (await jet.api('GET', url)).json as Record<string, unknown>;
  expect(penalty).toMatchObject({ offence: 'cpn-breach', offenceOn: '2017-03-03', status: 'draft' });
  await post(
    jet,
    `${url}/edit`,
    {
      version: penalty.version,
      offence: 'cpn-breach',
      offenceOn: '2017-03-03',
      offenceTime: '21:00',
      placeWords: 'Flat 4',
      identifiedBy: 'seen',
      policyConsidered: true,
      recipientName: 'Breaching Person',
      recipientAddress: '4 Made Up Lane',
    },
    200,
  );
  for (const kind of ['statement', 'photo'])
    await post(jet, `${url}/evidence`, { kind, words: 'What was seen' }, 201);
  const ready = (await jet.api('GET', url)).json as { version: number };
  const issued = await jet.api('POST', `${url}/issue`, { version: ready.version, servedHow: 'in-person' });
  expect(issued.status, issued.text).toBe(200);
  expect(issued.json).toMatchObject({ amountPence: 10_000, payUntil: '2017-03-20' });
  const [law] = await world.sql<{ status: string; n: number }>(
    "select status, max_pence as n from enforcement.penalty_law where offence = 'cpn-breach' and max_pence = 50000",
  );
  expect(law).toEqual({ status: 'awaiting-confirmation', n: 50_000 });
});

test('a breach is prosecuted in time, not beside a penalty that stands, and the court’s decision is recorded', async () => {
  const file = files[9] as Shown; // breached by a test before, on 15 August 2016
  const clerk = { reason: 'Letter of the court' };
  clock.set('2017-02-20T10:00:00Z');
  const early = await step(vale, file, 'prosecute', { ...clerk, on: '2016-08-14' });
  expect(early.text).toContain('It cannot have been before 15 August 2016');
  expect(await refusal(vale, file, 'prosecute', { ...clerk, on: '2017-02-16' })).toContain(
    'within 6 months of the breach',
  );
  let now = await taken(vale, file, 'prosecute', { ...clerk, on: '2017-02-15' });
  expect(now.status).toBe('prosecuted');
  expect((await step(vale, now, 'prosecute', { ...clerk, on: '2017-02-15' })).status).not.toBe(200);
  now = await taken(vale, now, 'withdraw-prosecution', { ...clerk, on: '2017-02-16' });
  expect(now.status).toBe('breached');
  now = await taken(vale, now, 'prosecute', { ...clerk, on: '2017-02-15' });
  now = await taken(vale, now, 'convict', { ...clerk, on: '2017-02-20' });
  expect(now).toMatchObject({
    status: 'convicted',
    verdict: 'convicted',
    prosecutedOn: '2017-02-15',
    triedOn: '2017-02-20',
  });
  // The other breach has its fixed penalty: that one is referred on its own page.
  const [fined] = await world.sql<{ id: string }>(
    'select id from enforcement.protection where penalty_id is not null',
  );
  const other = await look(person('joss.jet'), { id: fined?.id ?? '' });
  clock.set('2017-03-07T10:00:00Z');
  expect(await refusal(south, other, 'prosecute', { ...clerk, on: '2017-03-07' })).toContain(
    'One that was not is referred for prosecution on its own page',
  );
});

test('✘ a council officer without the power, or of another district, and a person under 16, are refused in words', async () => {
  clock.set('2016-06-06T10:00:00Z');
  const olu = person('olu.officer');
  const [here] = await postcodes('WEND', 1);
  const [there] = await postcodes('ALDE', 1);
  const body = { name: 'A person', caseId: cases.flats ?? '', kinds: ['noise'] };
  const powerless = await drafted(olu, { ...body, postcode: here ?? '' });
  const words = await refusal(olu, powerless, 'serve-warning', byHand('2016-06-06'));
  expect(words).toContain('does not hold the power to serve community protection warnings and notices');
  expect(words).toContain('Callum Brindle');
  await world.sql("update directory.authorisation set granted_on = '2010-01-01' where power = 'cpn.serve'");
  const lawful = await drafted(south, { ...body, postcode: here ?? '' });
  const before = await refusal(south, lawful, 'serve-warning', byHand('2014-10-19'));
  expect(before).toContain('No law on community protection was in force on 19 October 2014');
  const never = await step(south, lawful, 'serve-warning', byHand('2016-02-30'));
  expect(never.status).toBe(422);
  const away = await drafted(south, { ...body, postcode: there ?? '' });
  const outside = await refusal(south, away, 'serve-warning', byHand('2016-06-06'));
  expect(outside).toContain('lies in the district of the case');
  expect(outside).toContain('does not reach this place');
  const child = await post(
    south,
    '/api/v1/protection',
    { kind: 'person', name: 'A child', bornOn: '2000-06-07', complyDays: 14, isSixteen: true },
    201,
  );
  expect(await refusal(south, child, 'serve-warning', byHand('2016-06-06'))).toContain(
    'no warning to a person under 16',
  );
});

test('a letter goes to a hidden address by hand alone, and the address is nowhere', async () => {
  clock.set('2016-06-06T10:00:00Z');
  const [row] = await world.sql<{ id: string }>(
    `insert into records.received_record (id, kind, label, fields, origin_agency_id, feed, received_at, gateway, handling, retention_group, regime)
     select gen_random_uuid(), 'person', 'Kept Safe', '{"name":"Kept Safe","address":"9 Refuge Road"}', id, 'officer', '2016-06-01', 'own duty', 'ordinary', 4, 'UKGDPR'
     from directory.agency where code = 'WEND' returning id`,
  );
  await world.sql(
    'insert into records.hidden_address (record_id, is_marked, since) values ($1, true, now())',
    [row?.id],
  );
  const body = {
    kind: 'person',
    name: 'Kept Safe',
    isSixteen: true,
    recordId: row?.id,
    conductKinds: ['noise'],
    conduct: 'Noise',
    isDetrimental: true,
    isPersistent: true,
    isUnreasonable: true,
    complyDays: 7,
    postcode: (await postcodes('WEND', 1))[0],
  };
  const written = await south.api('POST', '/api/v1/protection', { ...body, address: '9 Refuge Road' });
  expect(written.status).toBe(422);
  expect(written.text).toContain('address must stay hidden');
  let file = await post(south, '/api/v1/protection', body, 201);
  expect(file.streetWords).toBeNull();
  await post(
    south,
    `${path(file)}/evidence`,
    { kind: 'statement', happenedOn: '2016-06-01', words: 'Heard' },
    201,
  );
  file = await post(
    south,
    `${path(file)}/requirements`,
    { version: file.version, kind: 'stop', words: 'noise at night' },
    201,
  );
  expect(
    await refusal(south, file, 'serve-warning', { ...byHand('2016-06-06'), how: 'first-class-post' }),
  ).toContain('hand the letter over');
  file = await taken(south, file, 'serve-warning', byHand('2016-06-06'));
  expect(JSON.stringify(file)).not.toContain('Refuge Road');

  // The letter without an address is there to be printed and handed over; one with it would not be.
  const link = `/protection/${file.id}/letters/warning/1/pdf`;
  expect((await south.get(`/protection/${file.id}`)).text).toContain(link);
  expect((await south.get(link)).status).toBe(200);
  await world.sql(
    'update enforcement.protection_document set shows_address = true where protection_id = $1',
    [file.id],
  );
  expect((await south.get(`/protection/${file.id}`)).text).not.toContain(link);
  expect((await south.get(link)).status).toBe(404);

  // On to the breach and its penalty: the same person by the same record.
  file = await noticed(south, file);
  clock.set('2017-03-06T10:00:00Z');
  const stop = file.requirements.find((r) => r.stage === 'notice' && r.kind === 'stop')?.id;
  const breach = { on: '2017-03-03', requirementId: stop, reason: 'Noise again' };
  file = await taken(south, file, 'record-breach', breach);
  const jet = person('joss.jet');
  file = await taken(jet, file, 'penalise');
  const url = `/api/v1/penalties/${file.penaltyId}`;
  const draft = (await jet.api('GET', url)).json as Ready;
  expect(draft.placeWords).toBeNull();
  expect(draft.conditions.find((c) => c.code === 'where')).toMatchObject({ met: true });
  const edited = {
    offence: 'cpn-breach',
    offenceOn: '2017-03-03',
    offenceTime: '21:00',
    identifiedBy: 'seen',
    policyConsidered: true,
    recipientName: 'Kept Safe',
    postcode: (await postcodes('WEND', 1))[0],
  };
  for (const told of [{ recipientAddress: '9 Refuge Road' }, { placeWords: '9 Refuge Road' }]) {
    const refused = await jet.api('POST', `${url}/edit`, { version: draft.version, ...edited, ...told });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('address must stay hidden');
  }
  await post(jet, `${url}/edit`, { version: draft.version, ...edited });
  for (const kind of ['statement', 'photo'])
    await post(jet, `${url}/evidence`, { kind, words: 'What was heard' }, 201);
  const { version } = (await jet.api('GET', url)).json as Ready;
  const posted = await jet.api('POST', `${url}/issue`, { version, servedHow: 'first-class-post' });
  expect(posted.status).toBe(422);
  expect(posted.text).toContain('Hand the notice to the person');
  const issued = await post(jet, `${url}/issue`, { version, servedHow: 'in-person' });
  const served = { version: issued.version, sentOn: '2017-03-06', servedBy: 'The officer' };
  const left = await jet.api('POST', `${url}/serve`, { ...served, servedHow: 'left-at-address' });
  expect(left.status).toBe(422);
  await post(jet, `${url}/serve`, { ...served, servedHow: 'in-person' });

  const [kept] = await world.sql<Record<string, unknown>>(
    `select p.lon, p.lat, p.place_words, q.address, q.record_id = $2 as is_same, d.shows_address,
       (select count(*)::int from records.received_record r where r.label like 'Kept Safe%') as records
     from enforcement.penalty p join enforcement.penalty_recipient q on q.penalty_id = p.id join enforcement.penalty_document d on d.penalty_id = p.id
     where p.id = $1`,
    [file.penaltyId, row?.id],
  );
  expect(kept).toEqual({
    ...{ lon: null, lat: null, place_words: null, address: null },
    ...{ is_same: true, shows_address: false, records: 1 },
  });
  const looks = [url, url.replace('/api/v1', ''), `/api/v1/penalties`, path(file), `/api/v1/search?q=Refuge`];
  for (const address of looks)
    for (const who of [south, jet, person('priya.police')])
      expect((await who.get(address)).text, address).not.toMatch(/Refuge Road/);
  const paper = await jet.get(`${url.replace('/api/v1', '')}/papers/notice/1`);
  expect(paper.status).toBe(200);
});

test('an address that has to stay hidden after the notice was printed is shown no more, nor the paper it stands on', async () => {
  clock.set('2017-03-06T10:00:00Z');
  const jet = person('joss.jet');
  const draft = await post(
    jet,
    '/api/v1/penalties',
    {
      offence: 'noise-dwelling',
      offenceOn: '2017-03-01',
      placeWords: '12 Later Lane',
      postcode: (await postcodes('WEND', 1))[0],
      recipientName: 'Later Hidden',
      recipientAddress: '12 Later Lane, Wendmere',
      policyConsidered: true,
    },
    201,
  );
  const url = `/api/v1/penalties/${draft.id}`;
  expect((await jet.api('GET', url)).text).toContain('12 Later Lane');
  await world.sql(
    `with made as (insert into records.received_record (id, kind, label, fields, origin_agency_id, feed, received_at, gateway, handling, retention_group, regime)
       select gen_random_uuid(), 'person', 'Later Hidden', '{"name":"Later Hidden"}', agency_id, 'officer', '2016-06-01', 'own duty', 'ordinary', 4, 'UKGDPR'
       from enforcement.penalty where id = $1 returning id),
     tied as (update enforcement.penalty_recipient set record_id = made.id from made where penalty_id = $1)
     insert into enforcement.penalty_document (id, penalty_id, agency_id, kind, version, name, sha256, content, made_at)
       select gen_random_uuid(), id, agency_id, 'notice', 1, 'x.pdf', 'x', 'x', now() from enforcement.penalty where id = $1`,
    [draft.id],
  );
  const paper = `${url.replace('/api/v1', '')}/papers/notice/1`;
  expect((await jet.get(paper)).status).toBe(200);
  await world.sql(
    'insert into records.hidden_address (record_id, is_marked, since) select record_id, true, now() from enforcement.penalty_recipient where penalty_id = $1',
    [draft.id],
  );
  for (const address of [url, '/api/v1/penalties', '/api/v1/search?q=Later+Lane', `/penalties/${draft.id}`])
    expect((await jet.get(address)).text, address).not.toMatch(/Later Lane/);
  expect((await jet.get(paper)).status).toBe(404);
});

test('a person warned, and a person fined, reach the one list: exact keys and the job that looks for who else they are', async () => {
  const asked = await world.sql<{ label: string; keys: string }>(
    `select r.label, string_agg(k.kind, ',') as keys from records.received_record r
       join graphile_worker._private_jobs j on j.payload ->> 'recordId' = r.id::text
       join graphile_worker._private_tasks t on t.id = j.task_id and t.identifier = 'match-records'
       left join records.exact_key k on k.record_id = r.id
     where r.feed in ('protection', 'penalty') group by r.id, r.label order by r.label`,
  );
  expect(asked).toContainEqual({ label: 'Tenant Surname1 Esq, 1970-01-01', keys: 'name-born' });
});
