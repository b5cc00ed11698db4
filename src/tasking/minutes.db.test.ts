import { createHash } from 'node:crypto';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { movableClock, openWorld, type Visitor, type World } from '../../test/support/world.ts';
import { repeatableIds } from '../platform/ids/ids.ts';
import { performJob } from '../platform/jobs/runner.ts';
import { taskingJobs } from './tasking.jobs.ts';

const clock = movableClock('2026-11-20T10:00:00Z');
let world: World;
let meetingId: string;
let hiddenItem: string;
beforeAll(async () => {
  world = await openWorld({ name: 'minutes', clock });
  const [meeting] = await world.sql<{ id: string }>(
    `select m.id from tasking.meeting m join tasking.series s on s.id = m.series_id join directory.agency a on a.id = s.chair_agency_id
     where s.kind = 'JAG' and a.code = 'WEND' and m.status = 'scheduled' order by m.held_on limit 1`,
  );
  meetingId = meeting?.id ?? '';
  // Something personal for the environmental service alone, which the chair may not see.
  hiddenItem = '00000000-0000-4000-8000-00000000abcd';
  const caseId = '00000000-0000-4000-8000-00000000abce';
  await world.sql(
    `insert into enforcement.case_file (id, reference, title, summary, status, lead_agency_id, lead_service_id, district_code, is_personal, escalation_rule, opened_at)
     select $1, 'C-MINU-TES', 'The house by the weir', 'A family', 'at-meeting', s.agency_id, s.id, a.area_code, true, 'not-solved', '2026-11-18T09:00:00Z'
     from directory.service s join directory.agency a on a.id = s.agency_id where s.code = 'WEND-ENV'`,
    [caseId],
  );
  await world.sql(
    "insert into enforcement.case_service (case_id, service_id, agency_id, joined_at, why) select $1, id, agency_id, '2026-11-18T09:00:00Z', 'leads' from directory.service where code = 'WEND-ENV'",
    [caseId],
  );
  await world.sql(
    "insert into tasking.agenda_item (id, meeting_id, kind, position, title, case_id, is_personal, nominated_at) values ($1, $2, 'nomination', 1, 'The house by the weir', $3, true, '2026-11-18T09:00:00Z')",
    [hiddenItem, meetingId, caseId],
  );
});
afterAll(() => world.close());

interface Minutes {
  version: number;
  isFrozen: boolean;
  sha256: string | null;
  editions: { number: number; reason: string | null }[];
  lines: { id: string; text: string }[];
  blocks: unknown[];
}
const minutes = async (who: Visitor, version?: number): Promise<Minutes> => {
  const answer = await who.api(
    'GET',
    `/api/v1/meetings/${meetingId}/minutes${version ? `?version=${version}` : ''}`,
  );
  expect(answer.status, answer.text).toBe(200);
  return answer.json as Minutes;
};
const words = (given: Minutes): string => JSON.stringify(given.blocks);

/** As the worker does a moment after the closing; a second time changes nothing. */
async function runJobTwice(): Promise<void> {
  const job = taskingJobs.find(({ name }) => name === 'freeze-minutes');
  if (!job) throw new Error('no job');
  for (const run of ['once', 'again'])
    await performJob(
      {
        databases: world.app.databases,
        clock,
        ids: repeatableIds(run),
        logger: pino({ level: 'silent' }),
        jobs: taskingJobs,
        schedule: [],
        publicUrl: 'http://bailiwick.test',
        mail: { kind: 'none', why: 'not-configured' },
        outside: {},
      },
      job,
      { meetingId },
      run,
    );
}

test('minutes are written when the meeting is closed, and what happens to the records afterwards changes no letter', async () => {
  const callum = await world.as('callum.safety');
  expect(await minutes(callum)).toMatchObject({ isFrozen: false, editions: [] });
  const path = `/api/v1/meetings/${meetingId}`;
  const { version } = (await callum.api('GET', path)).json as { version: number };
  expect((await callum.api('POST', `${path}/open`, { version })).status).toBe(200);
  const [service] = await world.sql<{ id: string }>(
    "select id from directory.service where code = 'WEND-ENV'",
  );
  const decided = await callum.api('POST', `${path}/decisions`, {
    words: 'Agreed to fence the top of the lane',
    title: 'Fence the lane',
    expected: 'A fence of six feet',
    serviceId: service?.id,
  });
  expect(decided.status, decided.text).toBe(201);
  expect((await callum.api('POST', `${path}/close`, { version: version + 1 })).status).toBe(200);
  await runJobTwice();
  const before = await minutes(callum);
  expect(before).toMatchObject({ isFrozen: true, version: 1 });
  expect(words(before)).toContain('Agreed to fence the top of the lane');
  clock.set('2026-11-20T10:10:00Z');
  await world.sql(
    "update tasking.task set status = 'done', title = 'Other', result_words = 'Fenced', result_at = now() where meeting_id = $1",
    [meetingId],
  );
  await world.sql("update tasking.decision set words = 'Something else' where meeting_id = $1", [meetingId]);
  await world.sql("update tasking.agenda_item set title = 'Renamed' where meeting_id = $1", [meetingId]);
  await world.sql('delete from tasking.meeting_present where meeting_id = $1', [meetingId]);
  await world.sql(
    "update tasking.data_return set status = 'open', submitted_at = null where meeting_id = $1",
    [meetingId],
  );
  await world.sql("update directory.service set name = 'New name' where code = 'WEND-ENV'");
  await world.sql(
    "update tasking.series s set place = 'Elsewhere' from tasking.meeting m where m.id = $1 and s.id = m.series_id",
    [meetingId],
  );
  await world.sql("update tasking.meeting set place = 'Elsewhere' where id = $1", [meetingId]);
  expect(await minutes(callum)).toEqual(before);
});

test('an item that the closer may not see is written by the worker and read by those on its case alone', async () => {
  const olu = await world.as('olu.officer');
  const callum = await world.as('callum.safety');
  const closer = await minutes(callum);
  expect(words(await minutes(olu))).toContain('The house by the weir');
  expect((await minutes(olu)).editions).toHaveLength(1);
  expect(await minutes(callum)).toEqual(closer);
  expect(words(closer)).not.toContain('weir');
  const [queued] = await world.sql<{ n: number }>(
    "select count(*)::int as n from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'freeze-minutes'",
  );
  expect(queued?.n).toBe(1);
});

test('a correction is a further version with its reason; the one before stays readable', async () => {
  const callum = await world.as('callum.safety');
  const first = await minutes(callum);
  const line = first.lines.find(({ text }) => text.includes('fence the top of the lane'));
  if (!line) throw new Error('no line');
  const send = (who: Visitor, body: object) => who.api('POST', `/api/v1/meetings/${meetingId}/minutes`, body);
  const body = {
    line: line.id,
    words: 'Decided: agreed to fence the foot of the lane',
    reason: 'Top was misheard',
  };
  expect((await send(await world.as('olu.officer'), body)).status).toBe(403);
  expect((await send(callum, { ...body, line: 'item-x|1|0|0' })).status).toBe(422);
  expect((await send(callum, { ...body, reason: '' })).status).toBe(422);
  for (const wrong of [{ reason: '' }, { line: 'item-x|1|0|0' }]) {
    const [field] = Object.keys(wrong);
    const again = await callum.post(`/meetings/${meetingId}/minutes`, { ...body, ...wrong });
    expect(again.status).toBe(422);
    expect(again.text).toContain(`<a href="#${field}"`);
    expect(again.text).toContain(`>${body.words}</textarea>`);
  }
  clock.set('2026-11-20T10:20:00Z');
  const done = await send(callum, body);
  expect(done.status, done.text).toBe(201);
  const second = await minutes(callum);
  expect(second).toMatchObject({ version: 2 });
  expect(second.editions[1]?.reason).toBe('Top was misheard');
  expect(words(second)).toContain('fence the foot of the lane');
  expect(words(second)).not.toContain('fence the top of the lane');
  expect(second.sha256).not.toBe(first.sha256);
  const old = await minutes(callum, 1);
  expect(old).toMatchObject({ version: 1, sha256: first.sha256, lines: [] });
  expect(words(old)).toContain('fence the top of the lane');
  // The same line again is another version of it by now.
  expect((await send(callum, body)).status).toBe(409);
  const page = await callum.get(`/meetings/${meetingId}/minutes?version=1`);
  expect(page.text).toContain('It has been corrected since');
  expect((await callum.get(`/meetings/${meetingId}/minutes?version=3`)).status).toBe(404);
  for (const kind of ['pdf', 'docx'])
    expect((await callum.get(`/meetings/${meetingId}/minutes.${kind}?version=1`)).status).toBe(200);
});

test('the sum is of the letters that are kept, and no login may change them', async () => {
  const parts = await world.sql<{ body: string; sha256: string }>(
    'select body, sha256 from tasking.minutes_part',
  );
  expect(parts.length).toBeGreaterThan(5);
  for (const { body, sha256 } of parts) expect(createHash('sha256').update(body).digest('hex')).toBe(sha256);
  const [may] = await world.sql<{ n: number }>(
    "select count(*)::int as n from pg_roles r, unnest(array['update', 'delete', 'truncate']) p where r.rolname like 'bailiwick_%' and r.rolname <> 'bailiwick_owner' and not r.rolsuper and has_table_privilege(r.rolname, 'tasking.minutes_part', p) and r.oid <> (select relowner from pg_class where oid = 'tasking.minutes_part'::regclass)",
  );
  expect(may?.n).toBe(0);
});
