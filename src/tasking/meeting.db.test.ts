import ICAL from 'ical.js';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testNow } from '../../test/support/cluster.ts';
import { wordsOf } from '../../test/support/pages.ts';
import { openWorld, type World } from '../../test/support/world.ts';
import { fixedClock } from '../platform/clock/clock.ts';
import { unzip } from '../platform/documents/zip.ts';
import { repeatableIds } from '../platform/ids/ids.ts';
import { performJob } from '../platform/jobs/runner.ts';
import { taskingJobs } from './tasking.jobs.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld({ name: 'meeting' });
});
afterAll(() => world.close());

const serviceId = async (code: string) =>
  (await world.sql<{ id: string }>('select id from directory.service where code = $1', [code]))[0]?.id ?? '';
const jag = async (order = 0) => {
  const rows = await world.sql<{ id: string; version: number; held_on: string }>(
    `select m.id, m.version, m.held_on::text from tasking.meeting m join tasking.series s on s.id = m.series_id join directory.agency a on a.id = s.chair_agency_id
     where s.kind = 'JAG' and a.code = 'WEND' and m.status in ('scheduled', 'open') order by m.held_on`,
  );
  const row = rows[order];
  if (!row) throw new Error('no meeting');
  return row;
};
let jobs = 0;
async function runJob(name: string, at = testNow): Promise<void> {
  const found = taskingJobs.find((job) => job.name === name);
  if (!found) throw new Error(name);
  jobs += 1;
  await performJob(
    {
      databases: world.app.databases,
      clock: fixedClock(at),
      ids: repeatableIds(`job ${jobs}`),
      logger: pino({ level: 'silent' }),
      jobs: taskingJobs,
      schedule: [],
      mail: { kind: 'none', why: 'not-configured' },
      outside: {},
      publicUrl: 'http://bailiwick.test',
    },
    found,
    {},
    String(jobs),
  );
}
/** A personal case of the environmental service alone, on the next agenda. */
async function personalCase(title: string): Promise<{ caseId: string; itemId: string; meetingId: string }> {
  const [place] = await world.sql<{ lon: number; lat: number }>(
    "select lon, lat from directory.postcode p join directory.agency a on a.area_code = p.district_code where a.code = 'WEND' order by postcode limit 1",
  );
  const { reference } = (
    await world.nobody.api('POST', '/api/v1/reports', {
      issueType: 'fly-tipping',
      description: 'A household tips its waste',
      ...place,
      landOwner: 'public',
    })
  ).json as { reference: string };
  const [report] = await world.sql<{ id: string; version: number }>(
    'select id, version from intake.report where reference = $1',
    [reference],
  );
  const olu = await world.as('olu.officer');
  const done = await olu.api('POST', `/api/v1/reports/${report?.id}/escalate`, {
    version: report?.version,
    rule: 'not-solved',
    title,
    summary: 'A household',
    isPersonal: true,
    otherServiceIds: [],
  });
  expect(done.status, done.text).toBe(201);
  const { caseId, meetingId } = done.json as { caseId: string; meetingId: string };
  const [item] = await world.sql<{ id: string }>('select id from tasking.agenda_item where case_id = $1', [
    caseId,
  ]);
  return { caseId, meetingId, itemId: item?.id ?? '' };
}

test('a personal item is hidden from members of the meeting who are not on its case', async () => {
  const { caseId, meetingId } = await personalCase('The family at the end house');
  const olu = await world.as('olu.officer');
  expect((await olu.get(`/meetings/${meetingId}`)).text).toContain('The family at the end house');
  expect((await olu.get(`/cases/${caseId}`)).status).toBe(200);
  // The chair, the police and even another service of the same council sit at the meeting, and are not on the case.
  for (const name of ['callum.safety', 'priya.police', 'edmund.health', 'hollis.housing']) {
    const other = await world.as(name);
    const hidden = await other.get(`/cases/${caseId}`);
    expect(hidden.status, name).toBe(404);
    for (const path of [
      `/meetings/${meetingId}`,
      `/meetings/${meetingId}/minutes`,
      '/cases',
      '/cases.csv',
      '/tasks',
    ])
      expect((await other.get(path)).text, `${name} ${path}`).not.toContain('The family at the end house');
    const api = await other.api('GET', `/api/v1/meetings/${meetingId}`);
    expect(api.status).toBe(200);
    expect(api.text).not.toContain('The family at the end house');
    expect((await other.api('GET', `/api/v1/cases/${caseId}`)).text).toBe(
      (await other.api('GET', '/api/v1/cases/00000000-0000-4000-8000-000000000000')).text,
    );
  }
});

test('the room shows a personal item only while everybody present is on its case', async () => {
  const { caseId, meetingId } = await personalCase('The lodger at number nine');
  const olu = await world.as('olu.officer');
  const cs = await serviceId('WEND-CS');
  expect(
    (await olu.post(`/cases/${caseId}/services`, { serviceId: cs, why: 'Chairs the meeting' })).status,
  ).toBe(303);
  const callum = await world.as('callum.safety');
  const room = () => callum.get(`/meetings/${meetingId}/room`);
  expect((await room()).text).not.toContain('number nine');
  const env = await serviceId('WEND-ENV');
  const present = (ids: string[]) =>
    callum.api('POST', `/api/v1/meetings/${meetingId}/present`, { serviceIds: ids });
  expect((await present([cs, env])).status).toBe(200);
  // An id that no service has is told, and nobody leaves the room by it.
  const unknown = await present([cs, '22a0b2de-305d-4a4c-a33e-f8ee5b2d50a9']);
  expect([unknown.status, unknown.text]).toEqual([
    422,
    expect.stringContaining('Choose services of the directory'),
  ]);
  expect((await room()).text).toContain('number nine');
  await present([cs, env, await serviceId('WEND-LIC')]);
  expect((await room()).text).not.toContain('number nine');
  const set = await olu.api('POST', '/api/v1/tasks', {
    caseId,
    title: 'Speak to the lodger',
    expected: 'A note',
    serviceId: await serviceId('WEND-LIC'),
    dueOn: '2026-12-20',
  });
  expect(set.status).toBe(422);
  expect(set.text).toContain('task.personal-audience');
});

test('a task is refused with its reason, which comes back to the agenda, and is set again to another', async () => {
  const callum = await world.as('callum.safety');
  const joss = await world.as('joss.jet');
  const meeting = await jag();
  if (
    (await callum.api('POST', `/api/v1/meetings/${meeting.id}/open`, { version: meeting.version })).status !==
    200
  )
    throw new Error('not opened');
  const body = {
    words: 'Agreed to patrol',
    title: 'Patrol the square',
    expected: 'Notes',
    serviceId: await serviceId('WEND-JET'),
  };
  expect((await joss.api('POST', `/api/v1/meetings/${meeting.id}/decisions`, body)).status).toBe(403);
  const priya = await world.as('priya.police');
  const made = (await callum.api('POST', `/api/v1/meetings/${meeting.id}/decisions`, body)).json as {
    taskId: string;
  };
  const early = await callum.post(`/meetings/${meeting.id}/decisions`, {
    words: 'Agreed',
    title: 'Something',
  });
  expect(early.status).toBe(422);
  expect(early.text).toContain('Choose the service that is to do it');
  expect((await priya.post(`/tasks/${made.taskId}/accept`, { version: '1' })).status).toBe(422);
  const silent = await joss.post(`/tasks/${made.taskId}/refuse`, { version: '1', reason: '' });
  expect(silent.status).toBe(422);
  expect(
    (await joss.post(`/tasks/${made.taskId}/refuse`, { version: '1', reason: 'Nobody on shift' })).status,
  ).toBe(303);
  // Whoever runs meetings reads on their home page what came back, and from whom.
  const back = wordsOf((await callum.get('/home')).text);
  expect(back).toContain('came back');
  expect(back).toMatch(/Refused by Joint Enforcement Team, Wendmere District Council: Nobody on shift/);
  expect(wordsOf((await joss.get('/home')).text)).not.toContain('Across the agencies');
  const closed = await callum.api('POST', `/api/v1/meetings/${meeting.id}/close`, {
    version: meeting.version + 1,
  });
  expect(closed.status, closed.text).toBe(200);
  const next = await jag();
  expect(next.id).not.toBe(meeting.id);
  expect((await callum.get(`/meetings/${next.id}`)).text).toContain('Refused because: Nobody on shift');
  const again = await callum.post(`/tasks/${made.taskId}/set-again`, {
    version: '2',
    serviceId: await serviceId('MPOL-SNT1'),
    dueOn: '20/12/2026',
  });
  expect(again.status, again.text).toBe(303);
  const accepted = await priya.api('POST', `/api/v1/tasks/${made.taskId}/accept`, { version: 3 });
  expect(accepted.json).toMatchObject({
    status: 'accepted',
    serviceName: 'Safer Neighbourhood Team, North Moors',
    dueOn: '2026-12-20',
  });
  // What was not reached went on to the next agenda, personal items included, which the chair cannot see.
  const [left] = await world.sql<{ n: number }>(
    "select count(*)::int as n from tasking.agenda_item where meeting_id = $1 and kind = 'nomination' and status = 'waiting'",
    [meeting.id],
  );
  expect(left?.n).toBe(0);
  const [moved] = await world.sql<{ n: number }>(
    'select count(*)::int as n from tasking.agenda_item where meeting_id = $1 and is_personal',
    [next.id],
  );
  expect(moved?.n).toBeGreaterThanOrEqual(2);
});

test('minutes are given as PDF and as a Word file that hold the decision', async () => {
  const [meeting] = await world.sql<{ id: string; words: string }>(
    "select m.id, d.words from tasking.meeting m join tasking.decision d on d.meeting_id = m.id where m.status = 'closed' and d.words = 'Agreed to patrol'",
  );
  const callum = await world.as('callum.safety');
  const pdf = await callum.get(`/meetings/${meeting?.id}/minutes.pdf`);
  expect(pdf.contentType).toBe('application/pdf');
  expect(pdf.text.startsWith('%PDF-')).toBe(true);
  const session = await world.app.server.inject({
    method: 'POST',
    url: '/api/v1/sessions',
    payload: { persona: 'callum.safety' },
  });
  const docx = await world.app.server.inject({
    method: 'GET',
    url: `/meetings/${meeting?.id}/minutes.docx`,
    headers: { authorization: `Bearer ${session.json<{ token: string }>().token}` },
  });
  expect(unzip(docx.rawPayload).get('word/document.xml')?.toString('utf8')).toContain(
    'Decided: Agreed to patrol',
  );
  const again = await callum.api('POST', `/api/v1/meetings/${meeting?.id}/decisions`, { words: 'Too late' });
  expect(again.status).toBe(409);
});

test('figures are counted and confirmed by the service itself, and a late one shows on the agenda', async () => {
  const meeting = await jag();
  const env = await serviceId('WEND-ENV');
  const olu = await world.as('olu.officer');
  const priya = await world.as('priya.police');
  await world.sql('update tasking.data_return set due_on = $2 where meeting_id = $1', [
    meeting.id,
    '2026-11-18',
  ]);
  expect((await priya.get(`/meetings/${meeting.id}`)).text).toContain('>Late<');
  const path = `/api/v1/meetings/${meeting.id}/returns/${env}`;
  expect((await priya.api('POST', path, { version: 1 })).text).toContain('return.other-service');
  const form = `/meetings/${meeting.id}/returns/${env}/outside`;
  const unclear = await olu.post(form, { measure: 'fly-tips', value: 'four', source: 'The contractor' });
  expect(unclear.status).toBe(422);
  expect(unclear.text).toContain('value="The contractor"');
  expect(unclear.text).toContain('<a href="#value"');
  expect((await priya.post(form, { value: 'four' })).text).toContain('return.other-service');
  const before = (await olu.api('GET', path)).json as {
    periodFrom: string;
    figures: { measure: string; counted: number | null }[];
  };
  const flyTips = before.figures.find((f) => f.measure === 'fly-tips');
  // Counting goes on from the day the service's last return stopped, though a meeting has passed without one.
  const [last] = await world.sql<{ day: string }>(
    `select max(submitted_at)::date::text as day from tasking.data_return r join tasking.meeting m on m.id = r.meeting_id
     join tasking.series s on s.id = m.series_id join directory.agency a on a.area_code = s.area_code and a.code = 'WEND'
     where s.kind = 'JAG' and r.service_id = $1 and r.status = 'submitted'`,
    [env],
  );
  expect(before.periodFrom).toBe(last?.day);
  const [truth] = await world.sql<{ n: number; penalties: number }>(
    `select count(*)::int as n, (select count(*)::int from enforcement.penalty p join intake.report q on q.id = p.report_id
       where q.service_id = $1 and p.issued_on >= $2::date and p.issued_on < $3::date) as penalties
     from intake.report r, directory.agency a where r.service_id = $1 and a.code = 'WEND' and r.district_code = a.area_code
     and r.issue_type in ('fly-tipping', 'asbestos') and not r.is_sensitive and r.received_at >= $2::date and r.received_at < $3::date`,
    [env, last?.day, testNow.slice(0, 10)],
  );
  expect(flyTips?.counted).toBe(truth?.n);
  expect(before.figures.find((f) => f.measure === 'fpns')?.counted).toBe(truth?.penalties);
  const outside = await olu.api('POST', `${path}/outside`, {
    measure: 'dog-fouling',
    value: 4,
    source: 'Dog warden contractor',
    asAt: '1/11/2026',
  });
  expect(outside.status, outside.text).toBe(200);
  const sent = await olu.api('POST', path, { version: 1, comment: 'Quiet' });
  expect(sent.json).toMatchObject({ status: 'submitted', isLate: true });
  expect((sent.json as typeof before).figures).toContainEqual(
    expect.objectContaining({
      measure: 'dog-fouling',
      outsideValue: 4,
      outsideSource: 'Dog warden contractor',
    }),
  );
  expect((await olu.api('POST', path, { version: 2 })).status).toBe(409);
});

test('a service is reminded once at each step, and not after it has returned its figures', async () => {
  const meeting = await jag();
  await world.sql(
    "update tasking.data_return set due_on = '2026-11-25' where meeting_id = $1 and status = 'open'",
    [meeting.id],
  );
  const sent = async () =>
    (
      await world.sql<{ n: number }>(
        "select count(*)::int as n from platform.outbox where reason = 'return due' and record_id = $1",
        [meeting.id],
      )
    )[0]?.n ?? 0;
  const [open] = await world.sql<{ n: number }>(
    "select count(*)::int as n from tasking.data_return where meeting_id = $1 and status = 'open'",
    [meeting.id],
  );
  const each = open?.n ?? 0;
  expect(each).toBeGreaterThan(5);
  await runJob('chase-returns');
  expect(await sent()).toBe(each);
  await runJob('chase-returns');
  expect(await sent()).toBe(each);
  await runJob('chase-returns', '2026-11-22T10:00:00Z');
  await runJob('chase-returns', '2026-11-23T10:00:00Z');
  expect(await sent()).toBe(2 * each);
  await runJob('chase-returns', '2026-11-24T10:00:00Z');
  await runJob('chase-returns', '2026-11-26T10:00:00Z');
  expect(await sent()).toBe(3 * each);
});

test('two meetings of each series always stand ahead, made once', async () => {
  await runJob('make-meetings', '2027-03-01T10:00:00Z');
  const count = async () =>
    (
      await world.sql<{ n: number }>(
        "select count(*)::int as n from tasking.meeting where held_on > '2027-03-01'",
      )
    )[0]?.n ?? 0;
  const made = await count();
  const [series] = await world.sql<{ n: number }>('select count(*)::int as n from tasking.series');
  expect(made).toBe(2 * (series?.n ?? 0));
  await runJob('make-meetings', '2027-03-01T10:00:00Z');
  expect(await count()).toBe(made);
});

test('a new cadence calls off what no longer fits and takes its agenda along', async () => {
  const callum = await world.as('callum.safety');
  const meeting = await jag();
  const [series] = await world.sql<{ id: string; version: number; members: string[] }>(
    'select s.id, s.version, array(select service_id::text from tasking.series_member where series_id = s.id) as members from tasking.series s join tasking.meeting m on m.series_id = s.id where m.id = $1',
    [meeting.id],
  );
  const { post } = callum;
  const page = await callum.get(`/meeting-series/${series?.id}`);
  expect(page.status).toBe(200);
  const bad = await post(`/meeting-series/${series?.id}`, {
    version: '1',
    startsAt: '25:00',
    place: 'Hall',
    everyWeeks: '4',
    cadenceFrom: '10/12/2026',
    standingItems: 'Joint enforcement',
    reason: 'Summer',
  });
  expect(bad.status).toBe(422);
  const fields = new URLSearchParams({ _csrf: '' });
  for (const id of series?.members ?? []) fields.append('memberServiceIds', id);
  const token = (
    await world.app.server.inject({
      method: 'POST',
      url: '/api/v1/sessions',
      payload: { persona: 'callum.safety' },
    })
  ).json<{ token: string }>().token;
  const saved = await world.app.server.inject({
    method: 'POST',
    url: `/meeting-series/${series?.id}`,
    headers: { authorization: `Bearer ${token}` },
    payload: {
      version: series?.version,
      startsAt: '11:00',
      place: 'Hall',
      everyWeeks: 4,
      cadenceFrom: '10/12/2026',
      standingItems: 'Joint enforcement',
      memberServiceIds: series?.members,
      reason: 'Monthly over the winter',
    },
  });
  expect(saved.statusCode, saved.body).toBe(303);
  const [first] = await world.sql<{ held_on: string; n: number }>(
    "select m.held_on::text, (select count(*)::int from tasking.agenda_item i where i.meeting_id = m.id and i.kind = 'nomination') as n from tasking.meeting m where m.series_id = $1 and m.status = 'scheduled' and m.held_on > '2026-11-20' order by held_on limit 1",
    [series?.id],
  );
  expect(first?.held_on).toBe('2026-12-10');
  expect(first?.n).toBeGreaterThan(0);
  expect((await callum.get(`/meeting-series/${series?.id}`)).text).toContain('Monthly over the winter');
});

test('a calendar address gives meetings and nothing about anybody, until another is made', async () => {
  const priya = await world.as('priya.police');
  const made = await priya.post('/meetings/calendar-link');
  const href = /\/meetings\/calendar\.ics\?key=[0-9a-f]{64}/.exec(made.text)?.[0] ?? '';
  const feed = await world.nobody.get(href);
  expect(feed.status, feed.text).toBe(200);
  const calendar = new ICAL.Component(ICAL.parse(feed.text));
  const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
  expect(events.length).toBeGreaterThan(3);
  expect(new Set(events.map((e) => e.summary))).toContain('Wendmere Joint Action Group');
  const [items] = await world.sql<{ title: string }>(
    "select title from tasking.agenda_item where kind = 'nomination' limit 1",
  );
  expect(feed.text).not.toContain(items?.title ?? 'no item');
  expect(feed.text).not.toContain('Callum');
  await priya.post('/meetings/calendar-link');
  expect((await world.nobody.get(href)).status).toBe(404);
});

test('the board sees totals that are those of the returns, and no meeting', async () => {
  const bea = await world.as('bea.board');
  const answer = await bea.api('GET', '/api/v1/board');
  expect(answer.status, answer.text).toBe(200);
  const totals = answer.json as {
    measures: { code: string; total: number | null }[];
    districts: { expected: number; received: number }[];
  };
  for (const code of ['fly-tips', 'fpns']) {
    const [truth] = await world.sql<{ n: number }>(
      `select sum(f.counted)::int as n from tasking.return_figure f join tasking.data_return r using (meeting_id, service_id) join tasking.meeting m on m.id = f.meeting_id
       where f.measure = $1 and r.status = 'submitted' and m.held_on > date '2026-11-20' - 91 and m.held_on <= '2026-11-20'`,
      [code],
    );
    expect(totals.measures.find((m) => m.code === code)?.total, code).toBe(truth?.n);
  }
  expect(totals.districts.length).toBeGreaterThan(3);
  const page = await bea.get('/board');
  expect(page.status).toBe(200);
  expect(page.text).not.toContain('/meetings/');
  expect((await bea.get('/meetings')).status).toBe(403);
});

test('a success is offered by those who did it, approved by communications, and never from a personal case', async () => {
  const [open] = await world.sql<{ id: string }>(
    "select c.id from enforcement.case_file c join enforcement.case_service z on z.case_id = c.id join directory.service s on s.id = z.service_id where not c.is_personal and s.code = 'WEND-ENV' limit 1",
  );
  const olu = await world.as('olu.officer');
  const cora = await world.as('cora.comms');
  const { caseId } = await personalCase('The flat above the shop');
  expect((await olu.api('POST', '/api/v1/publicity', { caseId, words: 'All better' })).text).toContain(
    'publicity.personal',
  );
  const offered = await olu.api('POST', '/api/v1/publicity', {
    caseId: open?.id,
    words: 'The lane has been clear for three months',
  });
  expect(offered.status, offered.text).toBe(201);
  const { id } = offered.json as { id: string };
  expect(
    (await olu.api('POST', `/api/v1/publicity/${id}`, { isApproved: true, words: 'Clear' })).status,
  ).toBe(403);
  const unsaid = (await cora.post(`/publicity/${id}`, { words: 'The lane is green' })).text;
  expect(unsaid).toContain('>The lane is green</textarea>');
  expect(unsaid).toContain(`<a href="#decide-${id}"`);
  expect(unsaid).toContain(`id="decide-${id}"`);
  expect(
    (await cora.post(`/publicity/${id}`, { isApproved: 'yes', words: 'The lane is clear' })).status,
  ).toBe(303);
  expect((await cora.get('/publicity')).text).toContain('The lane is clear');
  const joss = await world.as('joss.jet');
  expect((await joss.get('/publicity')).text).toContain('The lane is clear');
});
