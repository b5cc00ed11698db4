import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessSamples, courtSamples } from '../../test/support/sample-court.ts';
import { bodyOf } from '../../test/support/unit.ts';
import { openWorld, type Visitor, type World } from '../../test/support/world.ts';
import type { Db } from '../platform/database/database.ts';

/** Files for the court, warnings and enquiries as a colleague with a grudge would turn them, on the service's own connection too. */
let world: World;
const people: Record<string, Visitor> = {};
beforeAll(async () => {
  world = await openWorld({ name: 'insider_court' });
  for (const name of ['olu.officer', 'morag.manager', 'imran.intel', 'sadia.safeguarding'])
    people[name] = await world.as(name);
});
afterAll(() => world.close());

const api = (name: string, method: 'GET' | 'POST', url: string, body?: unknown) => {
  const visitor = people[name];
  if (!visitor) throw new Error(name);
  return visitor.api(method, `/api/v1${url}`, body);
};
const viewerOf = (name: string) => {
  const viewer = people[name]?.viewer;
  if (viewer?.kind !== 'officer') throw new Error(name);
  return viewer;
};
/** Past all code, as the login of somebody's side. */
const past = <T>(name: string, act: (db: Db) => Promise<T>): Promise<T> =>
  world.app.databases.inTransaction(viewerOf(name).side, viewerOf(name), act);
const s = courtSamples;

test('past the code nobody publishes a warning, drafts one as somebody else, or gives out how far one reached', async () => {
  const olu = viewerOf('olu.officer');
  const insert = (status: string, madeBy: string, approvedBy: string | null) =>
    past('olu.officer', (db) =>
      sql`insert into court.alert (id, reference, agency_id, service_id, status, title, words, advice, ends_on, published_on, approved_by, made_by, made_at)
        values (gen_random_uuid(), ${`AL-${status}-${madeBy.slice(0, 4)}`}, ${olu.agencyId}, ${olu.serviceIds[0]}, ${status}, 'T', 'W', 'A', '2027-01-01',
          ${status === 'published' ? '2026-11-20' : null}::date, ${approvedBy}, ${madeBy}, now())`.execute(
        db,
      ),
    );
  const [other] = await world.sql<{ id: string }>(
    'select id from directory.officer where agency_id = $1 and id <> $2 order by id limit 1',
    [olu.agencyId, olu.officerId],
  );
  const colleague = other?.id ?? '';
  for (const [status, madeBy, approvedBy] of [
    ['published', olu.officerId, colleague],
    ['published', colleague, olu.officerId],
    ['draft', colleague, null],
  ] as const)
    await expect(insert(status, madeBy, approvedBy), status).rejects.toThrow(/row-level security/);
  await insert('draft', olu.officerId, null);
  const done = await past('olu.officer', (db) =>
    sql`update court.alert set status = 'published', published_on = '2026-11-20', approved_by = ${colleague} where made_by = ${olu.officerId}`.execute(
      db,
    ),
  );
  expect(done.numAffectedRows).toBe(0n);
  await expect(
    past('olu.officer', (db) =>
      sql`insert into court.alert_reach (id, alert_id, agency_id, on_day, channel, sent, opened, reached, made_by)
        select gen_random_uuid(), id, agency_id, '2026-11-20', 'post', 9, 9, 9, ${olu.officerId} from court.alert where made_by = ${olu.officerId}`.execute(
        db,
      ),
    ),
  ).rejects.toThrow(/row-level security/);
});

test('past the code a line of continuity follows from the one before and is one’s own, and so is an item', async () => {
  const { officerId, agencyId } = viewerOf('olu.officer');
  const path = `/prosecutions/${s.prosecutionId}`;
  const added = await api('olu.officer', 'POST', `${path}/continuity`, { number: 1, words: 'To the lab' });
  expect(added.status, added.text).toBe(201);
  const [item] = await world.sql<{ id: string }>('select id from court.item where prosecution_id = $1', [
    s.prosecutionId,
  ]);
  const line = (position: number, hash: string, by = officerId) =>
    past('olu.officer', (db) =>
      sql`insert into court.continuity (id, item_id, agency_id, position, at, officer_id, words, hash)
        values (gen_random_uuid(), ${item?.id}, ${agencyId}, ${position}, now(), ${by}, 'Lost', ${hash})`.execute(
        db,
      ),
    );
  for (const [position, hash] of [
    [2, 'f'.repeat(64)],
    [9, 'f'.repeat(64)],
  ] as const)
    await expect(line(position, hash)).rejects.toThrow(/row-level security/);
  await expect(
    past('olu.officer', (db) =>
      sql`insert into court.item (id, prosecution_id, agency_id, number, kind, is_used, words, captured_at, captured_by, kept_at, added_by, added_at)
        select gen_random_uuid(), prosecution_id, agency_id, 90, kind, true, 'Planted', captured_at, captured_by, kept_at,
          (select id from directory.officer where id <> ${officerId} limit 1), now() from court.item where id = ${item?.id}`.execute(
        db,
      ),
    ),
  ).rejects.toThrow(/row-level security/);
  await expect(
    world.sql(
      `insert into court.item (id, prosecution_id, agency_id, number, kind, is_used, words, captured_at, captured_by, kept_at, added_by, added_at, content, sha256)
       select gen_random_uuid(), prosecution_id, agency_id, 91, kind, true, words, captured_at, captured_by, kept_at, added_by, now(), 'other'::bytea, repeat('0', 64)
       from court.item where id = $1`,
      [item?.id],
    ),
  ).rejects.toThrow(/item_content_hash/);
});

test('nobody’s data in a warning, however it is written, and not which file it was made from', async () => {
  const [named] = await world.sql<{ id: string }>(
    `with p as (update enforcement.penalty set case_id = f.case_id from court.prosecution f where f.id = $1 and penalty.id =
       (select x.id from enforcement.penalty x where x.agency_id = f.agency_id order by x.reference limit 1) returning penalty.id, penalty.agency_id)
     insert into enforcement.penalty_recipient (penalty_id, agency_id, name) select id, agency_id, 'Siân O’Slate-Roofer' from p
     on conflict (penalty_id) do update set name = excluded.name returning penalty_id as id`,
    [s.endedProsecutionId],
  );
  expect(named).toBeDefined();
  const warning = {
    ...{ source: 'PF-SAMP-002', title: 'Roofers at the door', endsOn: '2027-03-01', trades: [] },
    ...{ words: 'Men offer to mend roofs.', advice: 'Pay nothing before the work. See www.example.org.' },
  };
  const draft = (change: object) => api('olu.officer', 'POST', '/alert-drafts', { ...warning, ...change });
  for (const words of [
    ...[
      "Sian O'Slate-Roofer",
      'SIÂN O’SLATE ROOFER',
      'O’Slate-Roofer, Siân',
      'Mrs O’Slate-Roofer',
      'S. O’Slate-Roofer',
    ],
    ...[
      'It is 12 Mill Road',
      'He drives ab12 cde',
      'Ring O77OO 900 777',
      'dave at example dot org',
      'near QM1-1AA',
    ],
    ...['See PF-SAMP-002', 'See pk-abcd-123'],
  ]) {
    const answer = await draft({ advice: `Mind this: ${words}` });
    expect([words, answer.status, answer.text]).toEqual([
      words,
      422,
      expect.stringContaining('points to somebody'),
    ]);
  }
  const good = await draft({});
  expect(good.status, good.text).toBe(201);
});

test('a schedule stands once it is answered, what is given is what may be given then, and a file is asked about once', async () => {
  const [asked] = await world.sql<{ id: string }>('select id from dissemination.enquiry where file_id = $1', [
    accessSamples.accessId,
  ]);
  const enquiryId = asked?.id ?? '';
  const [item] = await world.sql<{ id: string; reference: string }>(
    'select id, reference from intelligence.item order by reference limit 1',
  );
  await world.sql(
    `insert into intelligence.enquiry_line (id, enquiry_id, agency_id, item_id, words, ground, test, given, reason, made_at, made_by)
     select gen_random_uuid(), e.id, e.unit_agency_id, $2, 'An item', 'sch2-others', 'give', 'Words as they were weeks ago', 'Asked', now(), $3
     from dissemination.enquiry e where e.id = $1`,
    [enquiryId, item?.id, viewerOf('imran.intel').officerId],
  );
  const path = `/intelligence/enquiries/${enquiryId}`;
  const given = { answer: 'given', reason: 'Considered' };
  const refused = await api('morag.manager', 'POST', `${path}/answer`, given);
  expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('was changed since')]);
  const { lines } = bodyOf<{ lines: { id: string; test: string }[] }>(
    await api('morag.manager', 'GET', path),
  );
  for (const { id, test: kind } of lines)
    if (kind === 'give')
      expect((await api('morag.manager', 'POST', `${path}/lines/${id}/remove`)).status).toBe(200);
  // What the manager read is what is answered: a colleague who takes a line off or puts one on meanwhile is seen first.
  const read = bodyOf<{ seen: string }>(await api('morag.manager', 'GET', path)).seen;
  expect((await people['morag.manager']?.get(path))?.text).toContain(`name="seen" value="${read}"`);
  const put = await api('imran.intel', 'POST', `${path}/lines`, {
    ...{ words: 'Another', ground: 'sch2-others', test: 'withhold', reason: 'Put on meanwhile' },
  });
  expect(put.status, put.text).toBe(201);
  const unread = { answer: 'nothing-given', reason: 'Considered', seen: read };
  expect((await api('morag.manager', 'POST', `${path}/answer`, unread)).text).toContain(
    'changed the schedule',
  );
  const { seen } = bodyOf<{ seen: string }>(await api('morag.manager', 'GET', path));
  const nothing = { ...unread, seen };
  const answered = await api('morag.manager', 'POST', `${path}/answer`, nothing);
  expect(answered.status, answered.text).toBe(200);
  await expect(
    past('imran.intel', (db) =>
      sql`insert into intelligence.enquiry_line (id, enquiry_id, agency_id, words, ground, test, given, reason, made_at, made_by)
        values (gen_random_uuid(), ${enquiryId}, ${viewerOf('imran.intel').agencyId}, 'X', 'sch2-others', 'give', 'Smuggled', 'X', now(), ${viewerOf('imran.intel').officerId})`.execute(
        db,
      ),
    ),
  ).rejects.toThrow(/is answered/);
  // Two tabs at once, past the look at what is open: the second is the first.
  const olu = viewerOf('olu.officer');
  const ask = (id: string, on: string) =>
    past('olu.officer', (db) =>
      sql<{ done: boolean }>`select dissemination.ask_enquiry(${JSON.stringify({
        ...{ id, fileId: s.prosecutionId, serviceId: olu.serviceIds[0], subjects: [], about: 'X' },
        ...{ reference: `EN-${id.slice(0, 4)}`, fileReference: 'PF-SAMP-001' },
      })}::jsonb, '2026-11-20', ${on}::date) as done`.execute(db),
    );
  const two = await Promise.all(
    ['1', '2'].map((n) => ask(`${n}0000000-0000-4000-8000-000000000001`, '2026-12-03')),
  );
  expect(two.map(({ rows }) => rows[0]?.done)).toEqual([true, true]);
  expect(
    await world.sql('select 1 from dissemination.enquiry where file_id = $1', [s.prosecutionId]),
  ).toHaveLength(1);
});

test('where somebody must not know, neither a letter nor a message tells a victim', async () => {
  const [telling] = await world.sql<{ outcomeId: string; fileId: string }>(
    'select t.outcome_id as "outcomeId", t.file_id as "fileId" from court.telling t limit 1',
  );
  await world.sql(
    `insert into safeguarding.contact (file_id, agency_id, method, no_message, must_not_know, hides_address, changed_at, changed_by)
     select f.id, f.agency_id, '', false, 'Her son', false, now(), $2 from safeguarding.victim_file f where f.id = $1
     on conflict (file_id) do update set no_message = false, must_not_know = 'Her son', hides_address = false`,
    [telling?.fileId, viewerOf('sadia.safeguarding').officerId],
  );
  const path = `/outcomes/${telling?.outcomeId}/victims/${telling?.fileId}`;
  for (const channel of ['letter', 'message'])
    expect((await api('sadia.safeguarding', 'POST', path, { channel })).text, channel).toContain(
      'Somebody must not know',
    );
});
