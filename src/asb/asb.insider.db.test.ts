import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asbSamples } from '../../test/support/sample-asb.ts';
import { openWorld, type Visitor, type World } from '../../test/support/world.ts';

/** Cases, nominations and reviews as a curious colleague, another agency or somebody on its connection would turn them. */
let world: World;
const visitors = new Map<string, Visitor>();
const as = async (name: string): Promise<Visitor> => {
  const visitor = visitors.get(name) ?? (await world.as(name));
  visitors.set(name, visitor);
  return visitor;
};
async function call<T>(
  who: string,
  method: 'GET' | 'POST',
  url: string,
  body?: unknown,
  status = method === 'GET' ? 200 : 201,
): Promise<T> {
  const answer = await (await as(who)).api(method, `/api/v1${url}`, body);
  expect(answer.status, `${who} ${method} ${url}: ${answer.text}`).toBe(status);
  return answer.json as T; // the shape is the declaration's
}
const tried = async (who: string, url: string, body: unknown = {}) =>
  (await as(who)).api('POST', `/api/v1${url}`, body);
const officer = async (username: string) =>
  (
    await world.sql<{ id: string; agency: string }>(
      'select o.id, o.agency_id as agency from directory.officer o join platform.account c on c.officer_id = o.id where c.username = $1',
      [username],
    )
  )[0] ?? { id: '', agency: '' };
/** What a statement gives on the operations connection of an officer; or the words of its refusal. */
async function onConnection(
  username: string,
  statement: string,
  values: unknown[] = [],
): Promise<number | string> {
  const { id, agency } = await officer(username);
  const database = new Client({ connectionString: world.ownerUrl });
  await database.connect();
  try {
    await database.query('begin');
    await database.query('set local role bailiwick_ops');
    await database.query(
      `select set_config('bailiwick.agency', $1, true), set_config('bailiwick.officer', $2, true),
         set_config('bailiwick.roles', (select coalesce(string_agg(role, ','), '') from directory.role_grant where officer_id = $2::uuid), true)`,
      [agency, id],
    );
    return (await database.query(statement, values)).rowCount ?? 0;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    await database.query('rollback').catch(() => undefined);
    await database.end();
  }
}
const s = asbSamples;
const callum = 'callum.safety';
const priya = 'priya.police';
const hollis = 'hollis.housing';
const tables = [
  ...[
    'asb_case',
    'complainant',
    'contact',
    'incident',
    'assessment',
    'measure',
    'order_file',
    'breach',
    'asb_event',
    'release_plan',
  ],
  ...['review', 'review_applicant', 'review_complaint', 'review_event', 'review_document'],
];

beforeAll(async () => {
  world = await openWorld({ name: 'insider_asb' });
});
afterAll(() => world.close());

test('another agency reads nothing of a case, its orders, its plan or a review, by page, by API or on its connection', async () => {
  for (const url of [`/asb/${s.asbId}`, `/asb-orders/${s.orderId}`, `/release-plans/${s.releasePlanId}`]) {
    expect((await (await as(priya)).api('GET', `/api/v1${url}`)).status, url).toBe(404);
    expect((await (await as(priya)).get(url)).status, url).toBe(404);
  }
  for (const table of tables) {
    expect(await onConnection(priya, `select 1 from asb.${table}`), table).toBe(0);
    expect(await onConnection(callum, `select 1 from asb.${table}`), table).toBeGreaterThan(0);
  }
  // Those who keep cases do not read reviews: whoever handled a case is what a review looks at.
  expect((await (await as('olu.officer')).api('GET', `/api/v1/case-reviews/${s.reviewId}`)).status).toBe(403);
});

test('a service officer has the cases that they work on; a colleague’s are not there, nor is a review, by page or on the connection', async () => {
  const olu = 'olu.officer';
  const { id, agency } = await officer(olu);
  expect(agency).toBe((await officer(callum)).agency);
  for (const url of [`/asb/${s.asbId}`, `/asb-orders/${s.orderId}`, `/release-plans/${s.releasePlanId}`])
    expect((await (await as(olu)).api('GET', `/api/v1${url}`)).status, url).toBe(404);
  expect((await call<{ cases: unknown[] }>(olu, 'GET', '/asb')).cases).toEqual([]);
  for (const table of tables) expect(await onConnection(olu, `select 1 from asb.${table}`), table).toBe(0);
  // Neither can they write on it, nor make themselves one of its officers.
  expect(
    await onConnection(
      olu,
      `insert into asb.measure (id, asb_id, agency_id, kind, on_day, words, at) values (gen_random_uuid(), $1, $2, 'advice', '2026-11-20', 'x', now())`,
      [s.asbId, agency],
    ),
  ).toContain('row-level security');
  expect(await onConnection(olu, 'update asb.asb_case set officer_ids = array[$1::uuid]', [id])).toBe(0);
  // Asked to keep in touch with somebody, they work on that case: they read it, and its figures.
  const [area] = await world.sql<{ code: string }>(
    "select area_code as code from directory.agency where code = 'WEND'",
  );
  const shared = await call<{ id: string }>(callum, 'POST', '/asb', {
    ...{
      category: 'nuisance',
      subType: 'noise',
      channel: 'phone',
      summary: 'Drums',
      districtCode: area?.code,
    },
    ...{ placeWords: 'The mews', receivedOn: '2026-11-19', name: 'Dora Drum', contactOfficerId: id },
  });
  expect((await call<{ cases: { id: string }[] }>(olu, 'GET', '/asb')).cases.map((one) => one.id)).toEqual([
    shared.id,
  ]);
  expect(await onConnection(olu, 'select 1 from asb.complainant')).toBe(1);
  await call(olu, 'POST', `/asb/${shared.id}/measures`, {
    kind: 'advice',
    onDay: '2026-11-19',
    words: 'Leaflet',
  });
});

test('two who add somebody at once: the second is told, and nobody is lost', async () => {
  const { id } = await officer(callum);
  const body = (name: string) => ({ name, contactOfficerId: id });
  const answers = await Promise.all(
    ['Anna Adder', 'Ben Adder'].map((name) => tried(callum, `/asb/${s.asbId}/complainants`, body(name))),
  );
  for (const { status, text } of answers) expect([201, 409], text).toContain(status);
  const [count] = await world.sql<{ n: number }>(
    'select count(*)::int as n from asb.complainant where asb_id = $1',
    [s.asbId],
  );
  expect(count?.n).toBe(1 + answers.filter(({ status }) => status === 201).length);
  await world.sql("delete from asb.complainant where name like '% Adder'");
  await world.sql('update asb.asb_case set version = 1 where id = $1', [s.asbId]);
});

test('a contribution for named people is nobody else’s, colleagues and chair among them', async () => {
  const url = `/nominations/${s.nominationId}`;
  const words = 'Sees the community mental-health team';
  await call(priya, 'POST', `${url}/contributions`, {
    ...{ kind: 'health', words, audience: 'named', audienceIds: [(await officer('olu.officer')).id] },
    ...{ basis: 'without-consent', why: 'Risk of fire' },
  });
  const seen = async (who: string) =>
    (await call<{ contributions: { words: string }[] }>(who, 'GET', url)).contributions.length;
  expect([await seen(priya), await seen('olu.officer'), await seen(callum)]).toEqual([2, 2, 1]);
  const text = `${(await (await as(callum)).get(url)).text}${(await (await as(callum)).api('GET', `/api/v1${url}`)).text}`;
  expect(text).not.toContain('mental');
  expect(text).not.toContain('Risk of fire');
  const select = 'select 1 from asb.contribution where nomination_id = $1';
  expect(await onConnection(callum, select, [s.nominationId])).toBe(1);
  expect(await onConnection('olu.officer', select, [s.nominationId])).toBe(2);
  expect(await onConnection(hollis, select, [s.nominationId])).toBe(0);
  // Nobody writes in another's name, or changes what was brought.
  const { id, agency } = await officer(priya);
  const insert = `insert into asb.contribution (id, nomination_id, agency_id, officer_id, kind, words, audience, audience_ids, basis, at)
    values (gen_random_uuid(), $1, $2, $3, 'police', 'Made up', 'group', '{}', 'consent', now())`;
  expect(await onConnection(callum, insert, [s.nominationId, agency, id])).toContain('row-level security');
  expect(
    await onConnection(hollis, insert, [
      s.nominationId,
      (await officer(hollis)).agency,
      (await officer(hollis)).id,
    ]),
  ).toContain('row-level security');
  expect(await onConnection(priya, "update asb.contribution set words = 'x'")).toContain('permission denied');
});

test('a nomination is no other agency’s; an action is for whoever does it, and only the chair sets one', async () => {
  expect((await (await as(hollis)).api('GET', `/api/v1/nominations/${s.nominationId}`)).status).toBe(404);
  expect(await onConnection(hollis, 'select 1 from asb.nomination')).toBe(0);
  expect(await onConnection(hollis, 'select 1 from asb.action')).toBe(0);
  expect(await onConnection(priya, 'select 1 from asb.action')).toBe(1);
  // Of the same police, in another service and without their part in cases: there is no action, and no figure of one.
  const { id: police } = await officer(priya);
  await world.sql(
    "update directory.role_grant set role = 'service-officer' where officer_id = $1 and role = 'police-partner'",
    [police],
  );
  const services = await world.sql<{ row: object }>(
    'delete from directory.service_member m where officer_id = $1 returning to_jsonb(m) as row',
    [police],
  );
  expect(await onConnection(priya, 'select 1 from asb.action')).toBe(0);
  const without = await world.as(priya);
  const listed = await without.api('GET', '/api/v1/nomination-actions');
  expect([listed.status, listed.text]).toEqual([200, JSON.stringify({ actions: [] })]);
  for (const { row } of services)
    await world.sql(
      'insert into directory.service_member select * from jsonb_populate_record(null::directory.service_member, $1::jsonb)',
      [JSON.stringify(row)],
    );
  await world.sql(
    "update directory.role_grant set role = 'police-partner' where officer_id = $1 and role = 'service-officer'",
    [police],
  );
  const insert = `insert into asb.action (id, nomination_id, lead_agency_id, agency_id, service_id, task_id, words, starts_on, due_on, at)
    select gen_random_uuid(), nomination_id, $1, agency_id, service_id, task_id, 'Made up', starts_on, due_on, now() from asb.action`;
  expect(await onConnection(priya, insert, [(await officer(priya)).agency])).toContain('row-level security');
  expect(await onConnection(priya, "update asb.nomination set status = 'closed'")).toBe(0);
  // The chair turns away what another agency brought, with a reason that stays with the chair.
  const [series] = await world.sql<{ id: string }>("select id from tasking.series where kind = 'JATAC'");
  const made = await call<{ id: string; version: number }>(priya, 'POST', '/nominations', {
    ...{
      seriesId: series?.id,
      category: 'family',
      subjectName: 'The Sample family',
      words: 'Three calls',
      level: 'medium',
      agencies: [],
    },
  });
  await call(
    callum,
    'POST',
    `/nominations/${made.id}/steps/not-take`,
    { version: made.version, reason: 'Early help has them' },
    200,
  );
  expect(JSON.stringify(await call(callum, 'GET', `/nominations/${made.id}`))).toContain('Early help');
  expect(JSON.stringify(await call(priya, 'GET', `/nominations/${made.id}`))).not.toContain('Early help');
});

test('an action cannot be set on somebody who is not told, and a stale or unknown step is refused in words', async () => {
  const accepted = await call<{ id: string; version: number }>(
    callum,
    'POST',
    `/nominations/${s.nominationId}/steps/accept`,
    { version: 1 },
    200,
  );
  const [service] = await world.sql<{ id: string }>(
    "select id from directory.service where code = 'HARB-NEIGH'",
  );
  const action = { serviceId: service?.id, words: 'Call round', startsOn: '2026-11-25', dueOn: '2026-11-30' };
  const away = await tried(callum, `/nominations/${s.nominationId}/actions`, action);
  expect([away.status, away.text]).toEqual([422, expect.stringContaining('told of it')]);
  expect((await tried(callum, `/nominations/${s.nominationId}/steps/accept`, { version: 1 })).status).toBe(
    409,
  );
  expect(
    (await tried(callum, `/nominations/${s.nominationId}/steps/accept`, { version: accepted.version }))
      .status,
  ).toBe(409);
  // A nomination with an open action is not closed.
  const close = await tried(callum, `/nominations/${s.nominationId}/steps/close`, {
    version: accepted.version,
    level: 'standard',
    outcome: 'Quiet',
  });
  expect([close.status, close.text]).toEqual([
    422,
    expect.stringContaining('Every action has its result'.toLowerCase()),
  ]);
});

test('the account of agencies counts every action, however many there are', async () => {
  const open = async () =>
    (await call<{ agencies: { open: number }[] }>(callum, 'GET', '/nomination-account')).agencies.reduce(
      (sum, one) => sum + one.open,
      0,
    );
  const before = await open();
  await world.sql(
    `with made as (insert into tasking.task (id, reference, title, expected, set_by_agency_id, service_id, agency_id, set_at, due_on, first_due_on, status)
       select gen_random_uuid(), 'T-MANY-' || n, title, expected, set_by_agency_id, service_id, agency_id, set_at, due_on, first_due_on, 'set'
       from tasking.task, generate_series(1, 301) n where reference = 'T-SAMP-ASB' returning *)
     insert into asb.action (id, nomination_id, lead_agency_id, agency_id, service_id, task_id, words, starts_on, due_on, at)
     select gen_random_uuid(), $1, set_by_agency_id, agency_id, service_id, id, 'Call', due_on, due_on, now() from made`,
    [s.nominationId],
  );
  expect(await open()).toBe(before + 301);
  expect((await (await as(callum)).get('/nominations/account')).text).toContain(
    'are listed, what is open first',
  );
  await world.sql("delete from asb.action where words = 'Call'");
});

test('an address that must stay hidden is not shown with a case, and no letter holds one', async () => {
  const { agency } = await officer(callum);
  const [record] = await world.sql<{ id: string }>(
    `insert into records.received_record (id, kind, label, fields, origin_agency_id, feed, received_at, gateway, handling, retention_group, regime)
     values (gen_random_uuid(), 'place', '7 Secret Close, QM1 1AA', '{"address": "7 Secret Close", "postcode": "QM1 1AA"}', $1, 'officer', now(), 'own duty', 'ordinary', 4, 'UKGDPR') returning id`,
    [agency],
  );
  const [area] = await world.sql<{ code: string }>(
    "select area_code as code from directory.agency where code = 'WEND'",
  );
  const made = await call<{ id: string; placeWords: string }>(callum, 'POST', '/asb', {
    ...{
      category: 'personal',
      subType: 'rowdy',
      channel: 'phone',
      summary: 'Shouting',
      districtCode: area?.code,
    },
    ...{
      placeRecordId: record?.id,
      receivedOn: '2026-11-19',
      name: 'Hetty Hidden',
      contactOfficerId: (await officer(callum)).id,
    },
  });
  expect(made.placeWords).toContain('7 Secret Close');
  await world.sql(
    'insert into records.hidden_address (record_id, is_marked, since) values ($1, true, now())',
    [record?.id],
  );
  const shown = await (await as(callum)).get(`/asb/${made.id}`);
  expect(shown.status).toBe(200);
  expect(shown.text).not.toContain('Secret Close');
  expect(JSON.stringify(await call(callum, 'GET', `/asb/${made.id}`))).not.toContain('Secret Close');
  const columns = await world.sql(
    "select 1 from information_schema.columns where table_schema = 'asb' and column_name like '%address%' and column_name <> 'shows_address'",
  );
  expect(columns).toEqual([]);
});

test('bad days and people are refused in words', async () => {
  const measure = { kind: 'advice', onDay: '2026-12-24', words: 'Leaflet' };
  expect((await tried(callum, `/asb/${s.asbId}/measures`, measure)).text).toContain(
    'cannot be in the future',
  );
  expect((await tried(callum, `/asb/${s.asbId}/measures`, { ...measure, onDay: '2026-02-30' })).status).toBe(
    422,
  );
  const early = { complainantId: s.complainantId, onDay: '2026-11-01', words: 'Rang' };
  expect((await tried(callum, `/asb/${s.asbId}/contacts`, early)).text).toContain('before they complained');
  expect(
    (
      await tried(callum, `/asb/${s.asbId}/assessments`, {
        scores: { frequency: 4 },
        victimWords: 'Bad',
        version: 1,
      })
    ).text,
  ).toContain('Choose 0 to 3');
  const [area] = await world.sql<{ code: string }>(
    "select area_code as code from directory.agency where code = 'WEND'",
  );
  const opening = {
    ...{
      category: 'personal',
      subType: 'rowdy',
      channel: 'web',
      summary: 'Shouting',
      districtCode: area?.code,
    },
    ...{
      placeWords: 'The yard',
      receivedOn: '2026-11-19',
      name: 'Nell',
      contactOfficerId: (await officer(callum)).id,
    },
  };
  const [report] = await world.sql<{ id: string }>(
    "select id from intake.report where reference = 'R-SAMP-001'",
  );
  const tied = await call<{ reportId: string }>(callum, 'POST', '/asb', { ...opening, reportId: report?.id });
  expect(tied.reportId).toBe(report?.id);
  // A report that is another service's secret and one that there is not are one answer.
  const [secret] = await world.sql<{ id: string }>(
    `update intake.report set is_sensitive = true where id = (select id from intake.report where service_id not in
       (select service_id from directory.service_member where officer_id = $1) order by id limit 1) returning id`,
    [(await officer(callum)).id],
  );
  const [hidden, none] = await Promise.all(
    [secret?.id, s.asbId].map((reportId) => tried(callum, '/asb', { ...opening, reportId })),
  );
  expect([hidden?.status, hidden?.text]).toEqual([422, expect.stringContaining('no such report')]);
  expect(hidden?.text).toBe(none?.text);
  // Somebody assessed or added an incident meanwhile: whoever saves second is told.
  await call(callum, 'POST', `/asb/${s.asbId}/incidents`, { onDay: '2026-11-19', words: 'Loud again' });
  const scores = Object.fromEntries(
    [
      'frequency',
      'escalation',
      'targeted',
      'history',
      'health',
      'personal',
      'situational',
      'support',
      'fear',
      'others',
    ].map((code) => [code, 0]),
  );
  expect(
    (await tried(callum, `/asb/${s.asbId}/assessments`, { scores, victimWords: 'Better', version: 1 }))
      .status,
  ).toBe(409);
});

test('the agency’s own matrix is looked at before it is saved, kept in versions, and changes nothing that was assessed', async () => {
  const visitor = await as(callum);
  const form = (await visitor.get('/asb/settings/edit')).text;
  expect(form).toContain('frequency: How often it happens');
  const fields = Object.fromEntries(
    [...form.matchAll(/<input[^>]*name="([a-zA-Z]+)"[^>]*value="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [name, value],
    ),
  );
  const areas = Object.fromEntries(
    [...form.matchAll(/<textarea[^>]*name="([a-zA-Z]+)"[^>]*>([^<]*)</g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  );
  const body = {
    ...fields,
    ...areas,
    acknowledgeUnit: 'working',
    restUnit: 'calendar',
    mediumFrom: '13',
    reason: 'Agreed by the group',
  };
  const low = await visitor.post('/asb/settings/edit', { ...body, highFrom: '12', go: 'preview' });
  expect([low.status, low.text]).toEqual([422, expect.stringContaining('High begins above medium')]);
  const preview = await visitor.post('/asb/settings/edit', { ...body, go: 'preview' });
  expect(preview.text).toContain('1 open case would come to another level');
  expect(await world.sql('select 1 from asb.setting')).toEqual([]);
  const saved = await visitor.post('/asb/settings/edit', { ...body, go: 'save' });
  expect([saved.status, saved.location]).toEqual([303, expect.stringContaining('/asb/settings')]);
  expect((await visitor.post('/asb/settings/edit', { ...body, go: 'save' })).status).toBe(409);
  expect((await visitor.get('/asb/settings')).text).toContain('Version 1');
  const file = await call<{ assessments: { level: string; settingVersion: number }[] }>(
    callum,
    'GET',
    `/asb/${s.asbId}`,
  );
  expect(file.assessments.map(({ level, settingVersion }) => [level, settingVersion])).toEqual([
    ['medium', 0],
  ]);
});

test('the public’s connection reads no review, and writes none but as received', async () => {
  const database = new Client({ connectionString: world.ownerUrl });
  await database.connect();
  const said = async (statement: string) => {
    await database.query('begin');
    await database.query('set local role bailiwick_public');
    const answer = await database.query(statement).then(
      ({ rowCount }) => rowCount ?? 0,
      (error: Error) => error.message,
    );
    await database.query('rollback');
    return answer;
  };
  for (const table of tables)
    expect(await said(`select 1 from asb.${table}`), table).toContain('permission denied');
  expect(
    await said(`insert into asb.review (id, reference, agency_id, status, channel, applicant_kind, applied_on, district_code, acknowledge_by, agencies_by, decide_by, panel_by, threshold)
      select gen_random_uuid(), 'CR-X', id, 'closed', 'web', 'complainant', current_date, 'X', current_date, current_date, current_date, current_date, '{}' from directory.agency limit 1`),
  ).toContain('row-level security');
  await database.end();
});
