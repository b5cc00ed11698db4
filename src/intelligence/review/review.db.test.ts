import { afterAll, beforeAll, expect, test } from 'vitest';
import { performQueued, performScheduled } from '../../../test/support/jobs.ts';
import { wordsOf } from '../../../test/support/pages.ts';
import { movableClock, openWorld, type World } from '../../../test/support/world.ts';

const clock = movableClock();
let world: World;
let item: { id: string; reference: string; body: string; agency: string };
beforeAll(async () => {
  world = await openWorld({ name: 'review', clock });
  const [one] = await world.sql<typeof item>(
    `select i.id, i.reference, i.body, i.agency_id as agency from intelligence.item i
     where not exists (select 1 from intelligence.paragraph p join intelligence.draft_paragraph d on d.paragraph_id = p.id where p.item_id = i.id)
       and not exists (select 1 from intelligence.link l join intelligence.harm_assessment h on h.link_id = l.id where l.item_id = i.id)
       and not exists (select 1 from intelligence.link l join intelligence.ocg_member m on m.link_id = l.id where l.item_id = i.id)
     order by i.received_at, i.id limit 1`,
  );
  if (!one) throw new Error('The county has no item that could go');
  item = one;
});
afterAll(() => world.close());

const morag = () => world.as('morag.manager');
const version = async () =>
  (await world.sql<{ version: number }>('select version from intelligence.item where id = $1', [item.id]))[0]
    ?.version ?? 0;
const review = async (fields: Record<string, string>) =>
  (await morag()).post(`/intelligence/items/${item.id}/review`, {
    ...{ version: String(await version()), group: '4', words: 'The firm is dissolved and nobody asks' },
    ...fields,
  });
async function night(iso: string): Promise<void> {
  clock.set(iso);
  await performScheduled(world, clock, 'find-records-to-let-go');
  while ((await performQueued(world, clock)).length > 0);
}
const bodyNow = async () =>
  (await world.sql<{ body: string }>('select body from intelligence.item where id = $1', [item.id]))[0]?.body;
/** The unit's own auditor says after how long what was found not needed goes. */
const setMonths = () =>
  world.sql(
    `insert into governance.period (id, agency_id, kind, months, why, set_at, set_by)
     values (gen_random_uuid(), $1, 'intelligence-item', 1, 'The unit’s schedule', now(), (select id from directory.officer order by id limit 1))`,
    [item.agency],
  );

test('an item is due when the first months of its group are over, and on the day of its last review', async () => {
  clock.set('2026-11-20T10:00:00Z');
  expect((await (await morag()).get('/intelligence/reviews')).text).toContain('Nothing is due');
  clock.set('2033-01-10T10:00:00Z');
  const page = wordsOf((await (await morag()).get('/intelligence/reviews')).text);
  expect(page).toContain(item.reference);
  expect(wordsOf((await (await morag()).get('/home')).text)).toMatch(/records? to review/);
  const api = await (await morag()).api('GET', '/api/v1/intelligence/reviews');
  expect(api.text).toContain(item.reference);
  const kept = await review({ decision: 'keep', nextOn: '2034-01-10' });
  expect([kept.status, kept.location]).toEqual([303, `/intelligence/items/${item.id}`]);
  expect((await (await morag()).get('/intelligence/reviews')).text).not.toContain(item.reference);
});

test('a review needs its reason, its decision and a day within the group; two at once do not both hold', async () => {
  expect((await review({ words: '' })).text).toContain('Say whether it is still needed, and why');
  expect((await review({ decision: 'burn' })).text).toContain('Choose whether it is kept');
  const late = await review({ decision: 'keep', nextOn: '2060-01-01' });
  expect([late.status, late.text]).toEqual([422, expect.stringContaining('by 2039-01-10 in this group')]);
  // The form comes back with what was typed.
  expect(late.text).toContain('The firm is dissolved and nobody asks');
  expect((await review({ version: '1' })).status).toBe(409);
  for (const username of ['imran.intel', 'anya.analyst', 'aled.auditor', 'callum.safety'])
    expect(
      (await (await world.as(username)).post(`/intelligence/items/${item.id}/review`, { version: '1' }))
        .status,
    ).toBe(403);
});

test('nothing goes by its age: not without a decision, not without months that the agency set', async () => {
  await night('2046-01-10T03:00:00Z');
  expect(await bodyNow()).toBe(item.body);
  await setMonths();
  await night('2046-01-11T03:00:00Z');
  expect(await bodyNow()).toBe(item.body);
  expect((await review({ decision: 'let-go' })).status).toBe(303);
  await night('2046-02-01T03:00:00Z');
  expect(await bodyNow()).toBe(item.body);
});

test('a further review keeps it; else it goes, and its page says so', async () => {
  expect((await review({ decision: 'keep' })).status).toBe(303);
  await night('2046-04-01T03:00:00Z');
  expect(await bodyNow()).toBe(item.body);
  expect((await review({ decision: 'let-go' })).status).toBe(303);
  // A prosecution has asked about the number in it, and no round has considered that yet.
  await night('2046-05-02T03:00:00Z');
  expect(await bodyNow()).toBe(item.body);
  await world.sql(
    'insert into dissemination.enquiry_considered select id, answers_on from dissemination.enquiry on conflict do nothing',
  );
  await night('2046-05-03T03:00:00Z');
  expect(await bodyNow()).toBe('No longer kept');
  const rest = await world.sql(
    `select 1 from intelligence.link where item_id = $1 union all select 1 from intelligence.mention where item_id = $1
     union all select 1 from intelligence.grading where item_id = $1 union all select 1 from intelligence.paragraph where item_id = $1 and body <> 'No longer kept'`,
    [item.id],
  );
  expect(rest).toEqual([]);
  const page = await (await morag()).get(`/intelligence/items/${item.id}/review`);
  expect([page.status, wordsOf(page.text)]).toEqual([200, expect.stringContaining('It was let go')]);
  const again = await review({ decision: 'keep' });
  expect([again.status, wordsOf(again.text)]).toEqual([422, expect.stringContaining('It was let go')]);
  const [entry] = await world.sql<{ detail: { done: number; hashes: string[] } }>(
    "select detail from platform.audit_entry where event = 'retention.done' and detail->>'kind' = 'intelligence-item'",
  );
  expect([entry?.detail.done, entry?.detail.hashes.length]).toEqual([1, 1]);
});

test('no auditor is told of an item: neither how many, nor which, nor why one stays', async () => {
  await world.sql(
    "update directory.officer set agency_id = $1 where id = (select officer_id from platform.account where username = 'aled.auditor')",
    [item.agency],
  );
  const auditor = await world.as('aled.auditor');
  for (const kind of ['intelligence-item', 'intelligence-package', 'intelligence-source', 'unit-enquiry']) {
    const page = await auditor.get(`/retention/${kind}`);
    expect(page.status).toBe(200);
    expect(page.text).not.toMatch(/I-[A-Z0-9]{4}-/);
    const { json } = await auditor.api('GET', `/api/v1/retention/due/${kind}`);
    expect(json).toMatchObject({ count: { due: 0, kept: 0 }, records: [] });
  }
  expect(wordsOf((await auditor.get('/retention')).text)).toContain('Intelligence items');
});

test('on the connection of another agency nothing of the unit is decided, and none of its reviews is read', async () => {
  const [other] = await world.sql<{ id: string; officer: string }>(
    'select a.id, o.id as officer from directory.agency a join directory.officer o on o.agency_id = a.id where a.id <> $1 order by a.id, o.id limit 1',
    [item.agency],
  );
  const decide = (agency: string | undefined) =>
    world.sql(
      `insert into intelligence.item_review (id, item_id, agency_id, at, officer_id, retention_group, decision, next_on, words)
       select gen_random_uuid(), i.id, $1, '2046-06-01', $2, 4, 'let-go', '2050-01-01', 'Theirs' from unnest($3::uuid[]) as i (id)`,
      [agency, other?.officer, others.map(({ id }) => id)],
    );
  const others = await world.sql<{ id: string }>(
    "select id from intelligence.item where body <> 'No longer kept'",
  );
  await world.sql('begin');
  await world.sql("select set_config('bailiwick.agency', $1, true)", [other?.id]);
  await world.sql('set local role bailiwick_intel');
  expect(await world.sql('select 1 from intelligence.item_review')).toEqual([]);
  // It may write lines of its own about an id that it was told; they decide nothing.
  await decide(other?.id);
  await world.sql('commit');
  await world.sql('begin');
  await world.sql("select set_config('bailiwick.agency', $1, true)", [other?.id]);
  await world.sql('set local role bailiwick_intel');
  await expect(decide(item.agency)).rejects.toMatchObject({ code: '42501' });
  await world.sql('rollback');
  await world.sql(
    `insert into governance.period (id, agency_id, kind, months, why, set_at, set_by)
     values (gen_random_uuid(), $1, 'intelligence-item', 1, 'Theirs', now(), $2)`,
    [other?.id, other?.officer],
  );
  expect(others.length).toBeGreaterThan(0);
  await night('2047-01-01T03:00:00Z');
  expect(await world.sql("select id from intelligence.item where body <> 'No longer kept'")).toEqual(others);
});

test('who brought an item, or drafted a package, does not let it go; they may keep it', async () => {
  clock.set('2046-06-01T10:00:00Z');
  const manager = await morag();
  const me = manager.viewer.kind === 'officer' ? manager.viewer.officerId : '';
  const own = await manager.api('POST', '/api/v1/intelligence/items', {
    ...{
      receivedHow: 'complaint',
      title: 'The manager’s brother',
      body: 'The manager’s brother was seen there.',
    },
  });
  const { id } = JSON.parse(own.text) as { id: string };
  const decide = (url: string, decision: string, version: number) =>
    manager.api('POST', url, { version, group: 4, decision, words: 'Nobody asks' });
  const url = `/api/v1/intelligence/items/${id}/review`;
  const refused = await decide(url, 'let-go', 1);
  expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('somebody else decides')]);
  expect((await decide(url, 'keep', 1)).status).toBe(200);
  const [draft] = await world.sql<{ id: string; version: number }>(
    `update intelligence.draft set drafted_by = $1, decided_by = drafted_by where id = (select id from intelligence.draft
       where state = 'released' and agency_id = $2 order by id limit 1) returning id, version`,
    [me, item.agency],
  );
  const ofDraft = `/api/v1/intelligence/packages/${draft?.id}/review`;
  expect((await decide(ofDraft, 'let-go', draft?.version ?? 0)).text).toContain('somebody else decides');
  expect((await decide(ofDraft, 'keep', draft?.version ?? 0)).status).toBe(200);
});
