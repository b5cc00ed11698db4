import { expect, test } from 'vitest';
import * as asb from '../../test/support/asb.ts';
import { journey } from '../../test/support/journey.ts';
import { asbSamples } from '../../test/support/sample-asb.ts';

/** Cases, nominations and reviews as a curious colleague, another agency or somebody on its connection would turn them. */
const days = journey('insider_asb');
const { as, asked, done, idsOf, look, made, page, placeOf, refused, saidOn, serviceOf, sql, tried } = days;
const onConnection = (who: string, statement: string, values: unknown[] = []) =>
  asb.onConnection(days, who, statement, values);
const s = asbSamples;
const callum = 'callum.safety';
const priya = 'priya.police';
const hollis = 'hollis.housing';
const tables = [
  ...['asb_case', 'complainant', 'contact', 'incident', 'assessment', 'measure', 'order_file', 'breach'],
  ...['asb_event', 'release_plan', 'review', 'review_applicant', 'review_complaint', 'review_event'],
  ...['review_document', 'order_document'],
];

test('another agency reads nothing of a case, its orders, its plan or a review, by page, by API or on its connection', async () => {
  for (const url of [`/asb/${s.asbId}`, `/asb-orders/${s.orderId}`, `/release-plans/${s.releasePlanId}`]) {
    expect((await asked(priya, url)).status, url).toBe(404);
    expect((await page(priya, url)).status, url).toBe(404);
  }
  for (const table of tables) {
    expect(await onConnection(priya, `select 1 from asb.${table}`), table).toBe(0);
    expect(await onConnection(callum, `select 1 from asb.${table}`), table).toBeGreaterThan(0);
  }
  // Those who keep cases do not read reviews: whoever handled a case is what a review looks at.
  expect((await asked('olu.officer', `/case-reviews/${s.reviewId}`)).status).toBe(403);
});

test('a service officer has the cases that they work on; a colleague’s are not there, nor is a review, by page or on the connection', async () => {
  const olu = 'olu.officer';
  const { officer: id, agency } = await idsOf(olu);
  expect(agency).toBe((await idsOf(callum)).agency);
  for (const url of [`/asb/${s.asbId}`, `/asb-orders/${s.orderId}`, `/release-plans/${s.releasePlanId}`])
    expect((await asked(olu, url)).status, url).toBe(404);
  expect((await look<{ cases: unknown[] }>(olu, '/asb')).cases).toEqual([]);
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
  const { district } = await placeOf();
  const shared = await made<{ id: string }>(callum, '/asb', {
    ...{ category: 'nuisance', subType: 'noise', channel: 'phone', summary: 'Drums' },
    ...{ districtCode: district, placeWords: 'The mews', receivedOn: '2026-11-19', name: 'Dora Drum' },
    contactOfficerId: id,
  });
  expect((await look<{ cases: { id: string }[] }>(olu, '/asb')).cases.map((one) => one.id)).toEqual([
    shared.id,
  ]);
  expect(await onConnection(olu, 'select 1 from asb.complainant')).toBe(1);
  await made(olu, `/asb/${shared.id}/measures`, { kind: 'advice', onDay: '2026-11-19', words: 'Leaflet' });
});

test('two who add somebody at once: the second is told, and nobody is lost', async () => {
  const { officer: id } = await idsOf(callum);
  const body = (name: string) => ({ name, contactOfficerId: id });
  const answers = await Promise.all(
    ['Anna Adder', 'Ben Adder'].map((name) => tried(callum, `/asb/${s.asbId}/complainants`, body(name))),
  );
  for (const { status, text } of answers) expect([201, 409], text).toContain(status);
  const [count] = await sql<{ n: number }>(
    'select count(*)::int as n from asb.complainant where asb_id = $1',
    [s.asbId],
  );
  expect(count?.n).toBe(1 + answers.filter(({ status }) => status === 201).length);
  await sql("delete from asb.complainant where name like '% Adder'");
  await sql('update asb.asb_case set version = 1 where id = $1', [s.asbId]);
});

test('a contribution for named people is nobody else’s, colleagues and chair among them', async () => {
  const url = `/nominations/${s.nominationId}`;
  const words = 'Sees the community mental-health team';
  await made(priya, `${url}/contributions`, {
    ...{ kind: 'health', words, audience: 'named', audienceIds: [(await idsOf('olu.officer')).officer] },
    ...{ basis: 'without-consent', why: 'Risk of fire' },
  });
  const seen = async (who: string) =>
    (await look<{ contributions: { words: string }[] }>(who, url)).contributions.length;
  expect([await seen(priya), await seen('olu.officer'), await seen(callum)]).toEqual([2, 2, 1]);
  const text = `${(await page(callum, url)).text}${(await asked(callum, url)).text}`;
  expect(text).not.toContain('mental');
  expect(text).not.toContain('Risk of fire');
  const select = 'select 1 from asb.contribution where nomination_id = $1';
  expect(await onConnection(callum, select, [s.nominationId])).toBe(1);
  expect(await onConnection('olu.officer', select, [s.nominationId])).toBe(2);
  expect(await onConnection(hollis, select, [s.nominationId])).toBe(0);
  // Nobody writes in another's name, or changes what was brought.
  const { officer: id, agency } = await idsOf(priya);
  const insert = `insert into asb.contribution (id, nomination_id, agency_id, officer_id, kind, words, audience, audience_ids, basis, at)
    values (gen_random_uuid(), $1, $2, $3, 'police', 'Made up', 'group', '{}', 'consent', now())`;
  expect(await onConnection(callum, insert, [s.nominationId, agency, id])).toContain('row-level security');
  expect(
    await onConnection(hollis, insert, [
      s.nominationId,
      (await idsOf(hollis)).agency,
      (await idsOf(hollis)).officer,
    ]),
  ).toContain('row-level security');
  expect(await onConnection(priya, "update asb.contribution set words = 'x'")).toContain('permission denied');
});

test('a nomination is no other agency’s; an action is for whoever does it, and only the chair sets one', async () => {
  expect((await asked(hollis, `/nominations/${s.nominationId}`)).status).toBe(404);
  expect(await onConnection(hollis, 'select 1 from asb.nomination')).toBe(0);
  expect(await onConnection(hollis, 'select 1 from asb.action')).toBe(0);
  expect(await onConnection(priya, 'select 1 from asb.action')).toBe(1);
  // Of the same police, in another service and without their part in cases: there is no action, and no figure of one.
  const { officer: police } = await idsOf(priya);
  await sql(
    "update directory.role_grant set role = 'service-officer' where officer_id = $1 and role = 'police-partner'",
    [police],
  );
  const services = await sql<{ row: object }>(
    'delete from directory.service_member m where officer_id = $1 returning to_jsonb(m) as row',
    [police],
  );
  expect(await onConnection(priya, 'select 1 from asb.action')).toBe(0);
  const without = await days.world.as(priya);
  const listed = await without.api('GET', '/api/v1/nomination-actions');
  expect([listed.status, listed.text]).toEqual([200, JSON.stringify({ actions: [] })]);
  for (const { row } of services)
    await sql(
      'insert into directory.service_member select * from jsonb_populate_record(null::directory.service_member, $1::jsonb)',
      [JSON.stringify(row)],
    );
  await sql(
    "update directory.role_grant set role = 'police-partner' where officer_id = $1 and role = 'service-officer'",
    [police],
  );
  const insert = `insert into asb.action (id, nomination_id, lead_agency_id, agency_id, service_id, task_id, words, starts_on, due_on, at)
    select gen_random_uuid(), nomination_id, $1, agency_id, service_id, task_id, 'Made up', starts_on, due_on, now() from asb.action`;
  expect(await onConnection(priya, insert, [(await idsOf(priya)).agency])).toContain('row-level security');
  expect(await onConnection(priya, "update asb.nomination set status = 'closed'")).toBe(0);
  // The chair turns away what another agency brought, with a reason that stays with the chair.
  const [series] = await sql<{ id: string }>("select id from tasking.series where kind = 'JATAC'");
  const fresh = await made<{ id: string; version: number }>(priya, '/nominations', {
    ...{ seriesId: series?.id, category: 'family', subjectName: 'The Sample family', words: 'Three calls' },
    ...{ level: 'medium', agencies: [] },
  });
  await done(callum, `/nominations/${fresh.id}/steps/not-take`, {
    version: fresh.version,
    reason: 'Early help has them',
  });
  expect(JSON.stringify(await look(callum, `/nominations/${fresh.id}`))).toContain('Early help');
  expect(JSON.stringify(await look(priya, `/nominations/${fresh.id}`))).not.toContain('Early help');
});

test('an action cannot be set on somebody who is not told, and a stale or unknown step is refused in words', async () => {
  const accepted = await done<{ id: string; version: number }>(
    callum,
    `/nominations/${s.nominationId}/steps/accept`,
    { version: 1 },
  );
  const action = {
    ...{ serviceId: await serviceOf('HARB-NEIGH'), words: 'Call round', startsOn: '2026-11-25' },
    dueOn: '2026-11-30',
  };
  expect(await refused(callum, `/nominations/${s.nominationId}/actions`, action)).toContain('told of it');
  await refused(callum, `/nominations/${s.nominationId}/steps/accept`, { version: 1 }, 409);
  await refused(callum, `/nominations/${s.nominationId}/steps/accept`, { version: accepted.version }, 409);
  // A nomination with an open action is not closed.
  expect(
    await refused(callum, `/nominations/${s.nominationId}/steps/close`, {
      ...{ version: accepted.version, level: 'standard', outcome: 'Quiet' },
    }),
  ).toContain('Every action has its result'.toLowerCase());
});

test('the account of agencies counts every action, however many there are', async () => {
  const open = async () =>
    (await look<{ agencies: { open: number }[] }>(callum, '/nomination-account')).agencies.reduce(
      (sum, one) => sum + one.open,
      0,
    );
  const before = await open();
  await sql(
    `with made as (insert into tasking.task (id, reference, title, expected, set_by_agency_id, service_id, agency_id, set_at, due_on, first_due_on, status)
       select gen_random_uuid(), 'T-MANY-' || n, title, expected, set_by_agency_id, service_id, agency_id, set_at, due_on, first_due_on, 'set'
       from tasking.task, generate_series(1, 301) n where reference = 'T-SAMP-ASB' returning *)
     insert into asb.action (id, nomination_id, lead_agency_id, agency_id, service_id, task_id, words, starts_on, due_on, at)
     select gen_random_uuid(), $1, set_by_agency_id, agency_id, service_id, id, 'Call', due_on, due_on, now() from made`,
    [s.nominationId],
  );
  expect(await open()).toBe(before + 301);
  expect((await page(callum, '/nominations/account')).text).toContain('are listed, what is open first');
  await sql("delete from asb.action where words = 'Call'");
});

test('an address that must stay hidden is not shown with a case, and no letter holds one', async () => {
  const { agency } = await idsOf(callum);
  const [record] = await sql<{ id: string }>(
    `insert into records.received_record (id, kind, label, fields, origin_agency_id, feed, received_at, gateway, handling, retention_group, regime)
     values (gen_random_uuid(), 'place', '7 Secret Close, QM1 1AA', '{"address": "7 Secret Close", "postcode": "QM1 1AA"}', $1, 'officer', now(), 'own duty', 'ordinary', 4, 'UKGDPR') returning id`,
    [agency],
  );
  const { district } = await placeOf();
  const fresh = await made<{ id: string; placeWords: string }>(callum, '/asb', {
    ...{ category: 'personal', subType: 'rowdy', channel: 'phone', summary: 'Shouting' },
    ...{ districtCode: district, placeRecordId: record?.id, receivedOn: '2026-11-19' },
    ...{ name: 'Hetty Hidden', contactOfficerId: (await idsOf(callum)).officer },
  });
  expect(fresh.placeWords).toContain('7 Secret Close');
  await sql('insert into records.hidden_address (record_id, is_marked, since) values ($1, true, now())', [
    record?.id,
  ]);
  const shown = await page(callum, `/asb/${fresh.id}`);
  expect(shown.status).toBe(200);
  expect(shown.text).not.toContain('Secret Close');
  expect(JSON.stringify(await look(callum, `/asb/${fresh.id}`))).not.toContain('Secret Close');
  const columns = await sql(
    "select 1 from information_schema.columns where table_schema = 'asb' and column_name like '%address%' and column_name <> 'shows_address'",
  );
  expect(columns).toEqual([]);
});

test('bad days and people are refused in words', async () => {
  const measure = { kind: 'advice', onDay: '2026-12-24', words: 'Leaflet' };
  expect(await refused(callum, `/asb/${s.asbId}/measures`, measure)).toContain('cannot be in the future');
  await refused(callum, `/asb/${s.asbId}/measures`, { ...measure, onDay: '2026-02-30' });
  const early = { complainantId: s.complainantId, onDay: '2026-11-01', words: 'Rang' };
  expect(await refused(callum, `/asb/${s.asbId}/contacts`, early)).toContain('before they complained');
  expect(
    await refused(callum, `/asb/${s.asbId}/assessments`, {
      ...{ scores: { frequency: 4 }, victimWords: 'Bad', version: 1 },
    }),
  ).toContain('Choose 0 to 3');
  const { district } = await placeOf();
  const opening = {
    ...{ category: 'personal', subType: 'rowdy', channel: 'web', summary: 'Shouting' },
    ...{ districtCode: district, placeWords: 'The yard', receivedOn: '2026-11-19', name: 'Nell' },
    contactOfficerId: (await idsOf(callum)).officer,
  };
  const [report] = await sql<{ id: string }>("select id from intake.report where reference = 'R-SAMP-001'");
  const tied = await made<{ reportId: string }>(callum, '/asb', { ...opening, reportId: report?.id });
  expect(tied.reportId).toBe(report?.id);
  // A report that is another service's secret and one that there is not are one answer.
  const [secret] = await sql<{ id: string }>(
    `update intake.report set is_sensitive = true where id = (select id from intake.report where service_id not in
       (select service_id from directory.service_member where officer_id = $1) order by id limit 1) returning id`,
    [(await idsOf(callum)).officer],
  );
  const [hidden, none] = await Promise.all(
    [secret?.id, s.asbId].map((reportId) => tried(callum, '/asb', { ...opening, reportId })),
  );
  expect([hidden?.status, hidden?.text]).toEqual([422, expect.stringContaining('no such report')]);
  expect(hidden?.text).toBe(none?.text);
  // Somebody assessed or added an incident meanwhile: whoever saves second is told.
  await made(callum, `/asb/${s.asbId}/incidents`, { onDay: '2026-11-19', words: 'Loud again' });
  await refused(
    callum,
    `/asb/${s.asbId}/assessments`,
    { scores: asb.scores(0), victimWords: 'Better', version: 1 },
    409,
  );
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
    ...{ ...fields, ...areas, acknowledgeUnit: 'working', restUnit: 'calendar', mediumFrom: '13' },
    reason: 'Agreed by the group',
  };
  const low = await visitor.post('/asb/settings/edit', { ...body, highFrom: '12', go: 'preview' });
  expect([low.status, low.text]).toEqual([422, expect.stringContaining('High begins above medium')]);
  const preview = await visitor.post('/asb/settings/edit', { ...body, go: 'preview' });
  expect(preview.text).toContain('1 open case would come to another level');
  expect(await sql('select 1 from asb.setting')).toEqual([]);
  const saved = await visitor.post('/asb/settings/edit', { ...body, go: 'save' });
  expect([saved.status, saved.location]).toEqual([303, expect.stringContaining('/asb/settings')]);
  expect((await visitor.post('/asb/settings/edit', { ...body, go: 'save' })).status).toBe(409);
  expect((await visitor.get('/asb/settings')).text).toContain('Version 1');
  const file = await look<{ assessments: { level: string; settingVersion: number }[] }>(
    callum,
    `/asb/${s.asbId}`,
  );
  expect(file.assessments.map(({ level, settingVersion }) => [level, settingVersion])).toEqual([
    ['medium', 0],
  ]);
});

test('the public’s connection reads no review, and writes none but as received', async () => {
  const said = (statement: string) => saidOn({ login: 'bailiwick_public' }, statement);
  for (const table of tables)
    expect(await said(`select 1 from asb.${table}`), table).toContain('permission denied');
  expect(
    await said(`insert into asb.review (id, reference, agency_id, status, channel, applicant_kind, applied_on, district_code, acknowledge_by, agencies_by, decide_by, panel_by, threshold)
      select gen_random_uuid(), 'CR-X', id, 'closed', 'web', 'complainant', current_date, 'X', current_date, current_date, current_date, current_date, '{}' from directory.agency limit 1`),
  ).toContain('row-level security');
});
