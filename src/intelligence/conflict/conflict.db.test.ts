import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { courtSamples } from '../../../test/support/sample-court.ts';
import { intelligenceSamples } from '../../../test/support/sample-intelligence.ts';
import { openWorld, type World } from '../../../test/support/world.ts';

/** An analyst of the unit supports a case at court, and goes back (domain 2.3 rule 1; section 7, no. 22). */
let world: World;
beforeAll(async () => {
  world = await openWorld({ name: 'conflict' });
  // Wendmere took the sample package on with the case that stands before the court; its item came from a source.
  await world.sql(
    `insert into dissemination.answer (package_id, agency_id, officer_id, at, answer, is_late, case_id)
     select $1, p.agency_id, o.officer_id, '2026-11-19T15:00:00Z', 'accepted', false, p.case_id
     from court.prosecution p, platform.account o where p.id = $2 and o.username = 'olu.officer' on conflict do nothing`,
    [s.packageId, c.prosecutionId],
  );
  await world.sql(
    `update dissemination.answer set answer = 'accepted', case_id = (select case_id from court.prosecution where id = $2) where package_id = $1`,
    [s.packageId, c.prosecutionId],
  );
  await world.sql(
    `update intelligence.item set source_id = $1 where id in (select p.item_id from intelligence.draft_paragraph d join intelligence.paragraph p on p.id = d.paragraph_id where d.draft_id = $2)`,
    [s.sourceId, s.packageId],
  );
});
afterAll(() => world.close());

const s = intelligenceSamples;
const c = courtSamples;
const file = `/api/v1/prosecutions/${c.prosecutionId}`;

/** What the directory does after two people agreed: Imran's agency, side and role are others from now on. */
async function moveImran(agency: string, roles: readonly [string, ...string[]], side: string): Promise<void> {
  await world.sql(
    `update directory.officer o set agency_id = a.id from directory.agency a, platform.account u where a.code = $1 and u.officer_id = o.id and u.username = 'imran.intel'`,
    [agency],
  );
  await world.sql(
    `delete from directory.role_grant g using platform.account u where u.officer_id = g.officer_id and u.username = 'imran.intel'`,
  );
  await world.sql(
    `insert into directory.role_grant (id, officer_id, role, side, starts_on, reason) select gen_random_uuid(), officer_id, r, $2, '2026-11-01', 'Test'
     from platform.account, unnest($1::text[]) r where username = 'imran.intel'`,
    [roles, side],
  );
}
const asImran = () => world.as('imran.intel');
const ruleOf = (answer: { json: unknown }) => (answer.json as { rule?: string }).rule;
const seen = async (sqlText: string): Promise<number> => {
  const { viewer } = await asImran();
  if (viewer.kind !== 'officer') throw new Error('Imran is an officer.');
  return world.app.databases.inTransaction(viewer.side, viewer, async (db) => {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.raw(sqlText)}`.execute(db);
    return rows[0]?.n ?? -1;
  });
};

const ofItem = ['paragraph', 'link', 'mention', 'item_event', 'grading', 'item_review'];
/** All that may be said of an item: a link, whose id is the item's own here, a grade, a review, its harm and a check. */
async function describeItem(itemId: string, officerId: string): Promise<void> {
  await world.sql(
    `insert into intelligence.link (id, item_id, agency_id, kind, role, label, value, key_kind, key_value, state, made_at, made_by)
     select id, id, agency_id, 'phone', 'subject', '07700 900777', '+447700900777', 'phone', '+447700900777', 'confirmed', received_at, $2 from intelligence.item where id = $1`,
    [itemId, officerId],
  );
  await world.sql(
    `insert into intelligence.grading (id, paragraph_id, item_id, agency_id, at, officer_id, after)
     select gen_random_uuid(), id, item_id, agency_id, now(), $2, '{}' from intelligence.paragraph where item_id = $1 limit 1`,
    [itemId, officerId],
  );
  await world.sql(
    `insert into intelligence.item_review (id, item_id, agency_id, at, officer_id, retention_group, decision, next_on, words)
     select gen_random_uuid(), id, agency_id, now(), $2, 4, 'keep', '2030-01-01', 'Needed' from intelligence.item where id = $1`,
    [itemId, officerId],
  );
  await world.sql(
    `insert into intelligence.harm_assessment (id, agency_id, link_id, subject, number, answers, why, matrix_number, harm, risk, confidence, items, victims, made_at, made_by)
     select gen_random_uuid(), agency_id, $1::uuid, subject || $1::uuid::text, number, answers, why, matrix_number, harm, risk, confidence, items, victims, made_at, made_by from intelligence.harm_assessment limit 1`,
    [itemId],
  );
  await world.sql(
    `insert into intelligence.external_check (id, reference, agency_id, source, subject_words, link_id, purpose, reason, by_connection, state, asked_at, asked_by)
     select gen_random_uuid(), 'XC-' || $1::uuid::text, agency_id, source, subject_words, $1::uuid, purpose, reason, false, 'asked', asked_at, asked_by from intelligence.external_check limit 1`,
    [itemId],
  );
  for (const [table, column] of [
    ['harm_assessment', 'link_id'],
    ['external_check', 'link_id'],
    ...ofItem.map((table) => [table, 'item_id'] as const),
  ] as const) {
    const rows = await world.sql(`select 1 from intelligence.${table} where ${column} = $1`, [itemId]);
    if (table !== 'mention' && table !== 'item_event')
      expect([table, rows.length > 0]).toEqual([table, true]);
  }
}

/** Tables that hold an item's id and stay open, each with the reason. */
const open: Readonly<Record<string, string>> = {
  closed_item: 'It is the log of what is closed: officers, files and numbers.',
  feed_key: 'By it a row of a feed is known again; it has no words.',
  enquiry_line: 'A schedule with a line left out would be answered as if it were whole.',
};
test('every table of the unit that tells of an item is closed with it', async () => {
  const tables = await world.sql<{ name: string; isClosed: boolean }>(
    `select distinct c.table_name as name, exists (select 1 from pg_policies p where p.schemaname = 'intelligence' and p.tablename = c.table_name
       and p.permissive = 'RESTRICTIVE' and p.policyname like '%\\_closed' and p.cmd = 'SELECT' and 'bailiwick_intel' = any (p.roles)) as "isClosed"
     from information_schema.columns c join pg_tables t on t.schemaname = c.table_schema and t.tablename = c.table_name
     where c.table_schema = 'intelligence' and c.column_name in ('item_id', 'link_id') order by 1`,
  );
  expect(tables.length).toBeGreaterThan(8);
  expect(tables.filter(({ isClosed }) => !isClosed).map(({ name }) => name)).toEqual(
    Object.keys(open).sort(),
  );
});

test('what is closed is not written over or taken away either: a statement without a condition reads nothing, and meets no policy of reading', async () => {
  const doors = await world.sql<{ door: string; isClosed: boolean }>(
    `select distinct c.table_name || ' ' || lower(g.privilege_type) as door, exists (select 1 from pg_policies p where p.schemaname = 'intelligence'
       and p.tablename = c.table_name and p.permissive = 'RESTRICTIVE' and p.cmd in (g.privilege_type, 'ALL') and 'bailiwick_intel' = any (p.roles)) as "isClosed"
     from information_schema.columns c join pg_tables t on t.schemaname = c.table_schema and t.tablename = c.table_name
     join (select table_schema, table_name, grantee, privilege_type from information_schema.column_privileges
       union select table_schema, table_name, grantee, privilege_type from information_schema.table_privileges) g
       on g.table_schema = c.table_schema and g.table_name = c.table_name and g.grantee = 'bailiwick_intel' and g.privilege_type in ('UPDATE', 'DELETE')
     where c.table_schema = 'intelligence' and c.column_name in ('item_id', 'link_id') order by 1`,
  );
  expect(doors.length).toBeGreaterThan(4);
  expect(doors.filter(({ isClosed }) => !isClosed).map(({ door }) => door)).toEqual([
    // Another manager says that an item is open again: its own policy asks for that, and never for an item of one's own.
    'closed_item update',
    // A line of a schedule that nobody has answered is taken off by whoever may not read its words too: its policy holds back those of the watchlist alone.
  ]);
});

test('who supports a case reads that file alone, adds evidence, decides nothing, and does not come back to its sources', async () => {
  const anya = await world.as('anya.analyst');
  const olu = await world.as('olu.officer');
  const imran = await asImran();
  const officerId = imran.viewer.kind === 'officer' ? imran.viewer.officerId : '';
  const itemsBefore = await seen('intelligence.item');
  expect(itemsBefore).toBeGreaterThan(1);

  // Nobody is named who does not hold the role.
  const name = { officerId, act: 'name', words: 'Made the analysis the case rests on' };
  const early = await olu.api('POST', `${file}/support`, name);
  expect([early.status, early.text]).toEqual([422, expect.stringContaining('officerId')]);

  await moveImran('WEND', ['evidential-support'], 'OPS');
  expect((await (await asImran()).api('GET', '/api/v1/prosecutions')).json).toMatchObject({
    prosecutions: [],
  });
  expect((await (await asImran()).api('GET', file)).status).toBe(404);
  expect((await olu.get(`/prosecutions/${c.prosecutionId}`)).text).toContain('Imran');
  const named = await olu.api('POST', `${file}/support`, name);
  expect(named.status, named.text).toBe(201);
  expect((await olu.api('POST', `${file}/support`, name)).status).toBe(422);

  const there = await asImran();
  const own = await there.api('GET', file);
  expect(own.json).toMatchObject({ support: [{ isNamed: true }] });
  expect((await there.get(`/prosecutions/${c.prosecutionId}`)).text).not.toContain('Name somebody');
  const line = await there.api('POST', `${file}/continuity`, { number: 1, words: 'Read with the analysis' });
  expect(line.status, line.text).toBe(201);
  for (const [path, body] of [
    ['/support', { ...name, act: 'end' }],
    ['/enquiries', { about: 'The case', subjects: [{ kind: 'phone', label: '07700 900555' }] }],
    ['/outcome', { result: 'convicted' }],
  ] as const)
    expect([path, (await there.api('POST', `${file}${path}`, body)).status]).toEqual([path, 403]);
  for (const path of ['/cases', '/packages', '/intelligence'])
    expect([path, (await there.get(path)).status]).toEqual([path, 403]);
  // On a stolen connection the outcome is not theirs either, and of the unit there is nothing to read.
  await expect(
    world.app.databases.inTransaction('OPS', there.viewer, (db) =>
      sql`insert into court.outcome (id, prosecution_id, agency_id, reference, result, court_name, on_day, defendants, convictions, victim_words, recorded_at, recorded_by)
        select gen_random_uuid(), id, agency_id, 'OC-MINE', 'acquitted', 'Court', '2026-11-19', 1, 0, 'W', now(), ${officerId} from court.prosecution where id = ${c.prosecutionId}`.execute(
        db,
      ),
    ),
  ).rejects.toThrow(/row-level security/);
  await expect(seen('intelligence.closed_item')).rejects.toThrow(/permission denied/);

  // Back in the unit: the item behind the case and what else its source gave is not there, and anything new of it neither.
  await moveImran('MCC', ['intelligence-manager'], 'INTEL');
  const closed = await world.sql<{ itemId: string; reference: string }>(
    'select c.item_id as "itemId", i.reference from intelligence.closed_item c join intelligence.item i on i.id = c.item_id where c.officer_id = $1',
    [officerId],
  );
  expect(closed.length).toBeGreaterThan(1);
  expect(await seen('intelligence.item')).toBe(itemsBefore - closed.length);
  const back = await asImran();
  for (const { itemId } of closed) await describeItem(itemId, officerId);
  const within = (words: string) =>
    `intelligence.items_within('${words}', timestamptz '2020-01-01', timestamptz '2030-01-01', 500)`;
  expect(await seen(within('I-SAMP-001'))).toBe(1);
  for (const { itemId, reference } of closed) {
    expect(await seen(`intelligence.items_found('${reference}', null, null, null, 500)`)).toBe(0);
    expect(await seen(within(reference))).toBe(0);
    expect((await back.get(`/intelligence/items/${itemId}`)).status).toBe(404);
    expect((await anya.get(`/intelligence/items/${itemId}`)).status).toBe(200);
    for (const table of ofItem)
      expect([table, await seen(`intelligence.${table} where item_id = '${itemId}'`)]).toEqual([table, 0]);
    for (const table of ['harm_assessment', 'external_check'])
      expect([table, await seen(`intelligence.${table} where link_id = '${itemId}'`)]).toEqual([table, 0]);
  }
  await world.sql(
    `update intelligence.item set source_id = $1 where id = (select id from intelligence.item where source_id is null order by id limit 1)`,
    [s.sourceId],
  );
  expect(await seen('intelligence.item')).toBe(itemsBefore - closed.length - 1);
  // Nor does their manager's role open who that source is.
  const identity = await back.api('POST', `/api/v1/intelligence/sources/${s.sourceId}/identity/open`, {
    why: 'To speak with them again',
  });
  expect(identity.status, identity.text).toBe(404);
  expect((await back.get(`/intelligence/sources/${s.sourceId}`)).status).toBe(404);
  // Nor do they authorise what is made of it: it would leave without the conditions that they cannot read.
  await world.sql(
    "update intelligence.draft set drafted_by = (select officer_id from platform.account where username = 'anya.analyst') where id = $1",
    [s.draftId],
  );
  const release = await back.api('POST', `/api/v1/intelligence/packages/${s.draftId}/release`, {
    version: 1,
  });
  expect([release.status, ruleOf(release)]).toEqual([422, 'intelligence.closed-part']);
  const log = await anya.api('GET', '/api/v1/intelligence/conflicts');
  expect(log.json).toMatchObject({
    conflicts: [{ officerName: 'Imran Siddiqi', fileReference: 'PF-SAMP-001', items: closed.length + 1 }],
  });

  // A manager who is somebody else opens it to him again, with a reason; nobody does so to themselves, past the page either.
  const reopen = `/api/v1/intelligence/conflicts/${officerId}/reopen`;
  const words = { fileReference: 'PF-SAMP-001', reopenWhy: 'The case ended without an appeal' };
  const mine = await back.api('POST', reopen, words);
  expect([mine.status, ruleOf(mine)]).toEqual([422, 'intelligence.reopen-own']);
  expect((await anya.api('POST', reopen, words)).status).toBe(403);
  const asBack = (statement: string) =>
    world.app.databases.inTransaction('INTEL', back.viewer, (db) => sql.raw(statement).execute(db));
  await asBack(
    `update intelligence.closed_item set reopened_on = '2026-11-20', reopened_by = '${officerId}', reopen_why = 'Mine'`,
  );
  const morag = await world.as('morag.manager');
  expect((await morag.get('/intelligence/conflicts')).text).toContain('Open it to them again');
  expect(
    (await morag.post(`/intelligence/conflicts/${officerId}/reopen`, { ...words, reopenWhy: '' })).text,
  ).toContain('Say why it is safe');
  expect((await morag.api('POST', reopen, { ...words, fileReference: 'PF-NONE' })).status).toBe(404);
  expect((await morag.api('POST', reopen, words)).json).toEqual({ items: closed.length + 1 });
  expect(await seen('intelligence.item')).toBe(itemsBefore);
  expect((await morag.api('POST', reopen, words)).status).toBe(404);
  expect((await morag.get('/intelligence/conflicts')).text).toContain('The case ended without an appeal');
  // Named again for a case, all of it is closed to him again.
  await world.sql(
    `insert into court.supporter (id, prosecution_id, agency_id, officer_id, is_named, words, at, by_id)
     select gen_random_uuid(), prosecution_id, agency_id, officer_id, true, 'Again', at, by_id from court.supporter where officer_id = $1 limit 1`,
    [officerId],
  );
  expect(await seen('intelligence.item')).toBe(itemsBefore - closed.length - 1);
});

test('nobody decides about what they made on the other side: a package in their new service, a file in their new unit', async () => {
  await world.sql('delete from dissemination.answer where package_id = $1', [s.packageId]);
  await moveImran('WEND', ['service-officer'], 'OPS');
  const imran = await asImran();
  await imran.api('POST', `/api/v1/packages/${s.packageId}/acknowledge`);
  const answer = await imran.api('POST', `/api/v1/packages/${s.packageId}/answer`, { answer: 'accepted' });
  expect([answer.status, ruleOf(answer)]).toEqual([422, 'package.own-work']);
  // Nor do they say how useful it was.
  const rated = await imran.api('POST', `/api/v1/packages/${s.packageId}/usefulness`, { score: 5 });
  expect([rated.status, ruleOf(rated)]).toEqual([422, 'package.own-work']);
  const olu = await world.as('olu.officer');
  expect(
    (await olu.api('POST', `/api/v1/packages/${s.packageId}/answer`, { answer: 'accepted' })).status,
  ).toBe(200);

  // He added to the continuity of this file; asked about it now, the unit is answered by somebody else.
  const asked = await olu.api('POST', `${file}/enquiries`, {
    about: 'Waste carried without a registration',
    subjects: [{ kind: 'phone', label: '07700 900555' }],
  });
  expect(asked.status, asked.text).toBe(201);
  const [enquiry] = await world.sql<{ id: string }>(
    'select id from dissemination.enquiry where file_id = $1 order by asked_on desc, id desc limit 1',
    [c.prosecutionId],
  );
  await moveImran('MCC', ['intelligence-manager'], 'INTEL');
  const given = { answer: 'nothing', reason: 'Nothing is held', prosecutor: '', seen: '' };
  const refused = await (await asImran()).api(
    'POST',
    `/api/v1/intelligence/enquiries/${enquiry?.id}/answer`,
    given,
  );
  expect(ruleOf(refused)).toBe('enquiry.own-work');
  const morag = await (await world.as('morag.manager')).api(
    'POST',
    `/api/v1/intelligence/enquiries/${enquiry?.id}/answer`,
    given,
  );
  expect(ruleOf(morag)).not.toBe('enquiry.own-work');
});
