import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Answer, openWorld, type World } from '../../test/support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld({ name: 'tasking' });
});
afterAll(() => world.close());

/** A form that was refused: its page again, with what was typed, and each fault leading to its field. */
function expectAgain(answer: Answer, typed: string, leads: readonly string[]): void {
  expect(answer.status, answer.text).toBe(422);
  expect(answer.text).toContain(typed);
  for (const id of leads) {
    expect(answer.text).toContain(`<a href="#${id}"`);
    expect(answer.text).toContain(`id="${id}"`);
  }
}

/** A new report in Wendmere with its environmental service, taken over the telephone. */
async function newReport(description: string): Promise<{ id: string; version: number }> {
  const [place] = await world.sql<{ lon: number; lat: number }>(
    "select lon, lat from directory.postcode p join directory.agency a on a.area_code = p.district_code where a.code = 'WEND' order by postcode limit 1",
  );
  const taken = await world.nobody.api('POST', '/api/v1/reports', {
    issueType: 'fly-tipping',
    description,
    ...place,
    landOwner: 'public',
  });
  const { reference } = taken.json as { reference: string };
  const [row] = await world.sql<{ id: string; version: number }>(
    'select id, version from intake.report where reference = $1',
    [reference],
  );
  if (!row) throw new Error(taken.text);
  return row;
}
const serviceId = async (code: string) =>
  (await world.sql<{ id: string }>('select id from directory.service where code = $1', [code]))[0]?.id ?? '';
const nextJag = async () => {
  const [row] = await world.sql<{ id: string; version: number; held_on: string }>(
    `select m.id, m.version, m.held_on::text from tasking.meeting m join tasking.series s on s.id = m.series_id join directory.agency a on a.id = s.chair_agency_id
     where s.kind = 'JAG' and a.code = 'WEND' and m.status in ('scheduled', 'open') order by m.held_on limit 1`,
  );
  if (!row) throw new Error('no meeting');
  return row;
};

test('escalate, next agenda, decision and task, accepted, result, next agenda', async () => {
  const olu = await world.as('olu.officer');
  const callum = await world.as('callum.safety');
  const joss = await world.as('joss.jet');
  const report = await newReport('Tipped again behind the garages');
  const asked = await olu.get(`/reports/${report.id}/escalate`);
  expect(asked.status, asked.text).toBe(200);
  expect(asked.text).toContain('Wendmere Joint Action Group');
  const jet = await serviceId('WEND-JET');
  const sent = await olu.post(`/reports/${report.id}/escalate`, {
    version: String(report.version),
    rule: 'more-than-one-service',
    otherServiceIds: jet,
    title: 'Tipping behind the garages',
    summary: 'Cleared and back again.',
  });
  expect(sent.status, sent.text).toBe(303);
  const casePage = await olu.get(sent.location ?? '');
  expect(casePage.text).toContain('Tipping behind the garages');
  expect(casePage.text).toContain('to be discussed');
  // Each form of the page of a case asks for words of its own.
  const note = await olu.post(`${sent.location}/notes`, { words: 'xy' });
  expectAgain(note, '>xy</textarea>', ['note-words']);
  expect(note.text.match(/class="govuk-error-message"/g)).toHaveLength(1);
  const set = await olu.post(`${sent.location}/tasks`, { title: 'Look behind the garages', serviceId: jet });
  expectAgain(set, 'value="Look behind the garages"', ['task-expected', 'task-due']);
  const closing = await olu.post(`${sent.location}/close`, { version: '1', outcomeWords: 'All clear' });
  expectAgain(closing, '>All clear</textarea>', ['outcome']);
  // It is before a meeting already, so there is no such form to mend.
  expect((await olu.post(`${sent.location}/send-to-meeting`, { version: '1', why: 'x' })).status).toBe(409);
  const meeting = await nextJag();
  const agenda = await callum.get(`/meetings/${meeting.id}`);
  expect(agenda.text).toContain('Tipping behind the garages');
  const [item] = await world.sql<{ id: string }>(
    "select id from tasking.agenda_item where meeting_id = $1 and title = 'Tipping behind the garages'",
    [meeting.id],
  );
  const room = await callum.get(`/meetings/${meeting.id}/room?item=item-${item?.id}`);
  expect(room.status, room.text).toBe(200);
  expect(
    (await callum.post(`/meetings/${meeting.id}/open`, { version: String(meeting.version) })).status,
  ).toBe(303);
  const half = { itemKey: `item-${item?.id}`, title: 'Watch the garages', words: '' };
  const undecided = await callum.post(`/meetings/${meeting.id}/decisions`, half);
  expectAgain(undecided, 'value="Watch the garages"', ['words', 'serviceId', 'expected']);
  const absent = await callum.post(`/meetings/${meeting.id}/present`, { 'serviceIds[0]': 'nobody' });
  expectAgain(absent, '<details class="govuk-details" open', ['serviceIds']);
  const decided = await callum.post(`/meetings/${meeting.id}/decisions`, {
    itemKey: `item-${item?.id}`,
    words: 'Agreed to watch the garages',
    title: 'Watch the garages',
    expected: 'A note of each visit',
    serviceId: jet,
  });
  expect(decided.status, decided.text).toBe(303);
  const [task] = await world.sql<{ id: string; version: number }>(
    "select id, version from tasking.task where title = 'Watch the garages'",
  );
  const refused = await joss.post(`/tasks/${task?.id}/refuse`, { version: '1', reason: 'no' });
  expectAgain(refused, '>no</textarea>', ['reason']);
  // Whoever it is not for is told so, and not to mend a form they have not got.
  const priya = await world.as('priya.police');
  expect((await priya.post(`/tasks/${task?.id}/refuse`, { version: '1', reason: 'no' })).text).toContain(
    'task.other-agency',
  );
  expect((await joss.post(`/tasks/${task?.id}/accept`, { version: '1' })).status).toBe(303);
  const closed = await callum.post(`/meetings/${meeting.id}/close`, { version: String(meeting.version + 1) });
  expect(closed.status, closed.text).toBe(303);
  const minutes = await callum.get(closed.location ?? '');
  expect(minutes.text).toContain('Agreed to watch the garages');
  const unsaid = await joss.post(`/tasks/${task?.id}/result`, {
    version: '2',
    resultWords: 'Two loads stopped',
  });
  expectAgain(unsaid, '>Two loads stopped</textarea>', ['isDone']);
  const result = await joss.post(`/tasks/${task?.id}/result`, {
    version: '2',
    isDone: 'yes',
    resultWords: 'Two loads stopped',
  });
  expect(result.status, result.text).toBe(303);
  const offer = await joss.post('/publicity', { taskId: task?.id ?? '', words: 'ok' });
  expectAgain(offer, '>ok</textarea>', ['success-words']);
  const after = await nextJag();
  expect(after.held_on > meeting.held_on).toBe(true);
  const next = await callum.get(`/meetings/${after.id}`);
  expect(next.text).toContain('Results of tasks');
  expect(next.text).toContain('Two loads stopped');
});

test('what was closed twice before at the same place is proposed as having failed, and its history comes along', async () => {
  const olu = await world.as('olu.officer');
  const first = await newReport('A sofa');
  const second = await newReport('A fridge');
  for (const old of [first, second]) {
    const closed = await olu.api('POST', `/api/v1/reports/${old.id}/close`, {
      version: old.version,
      outcome: 'solved',
      outcomeWords: 'Cleared',
    });
    expect(closed.status, closed.text).toBe(200);
    await world.sql("update intake.report set received_at = received_at - interval '40 days' where id = $1", [
      old.id,
    ]);
  }
  const third = await newReport('A mattress');
  const page = await olu.get(`/reports/${third.id}/escalate`);
  expect(page.text).toContain('2 earlier reports of the same kind at this place were closed');
  const [old] = await world.sql<{ reference: string }>('select reference from intake.report where id = $1', [
    first.id,
  ]);
  expect(page.text).toContain(old?.reference ?? 'no reference');
  const alone = await olu.api('POST', `/api/v1/reports/${third.id}/escalate`, {
    version: third.version,
    rule: 'more-than-one-service',
    otherServiceIds: [],
    title: 'Tipping',
    summary: 'It came back',
  });
  expect(alone.text).toContain('escalate.one-service');
  const done = await olu.api('POST', `/api/v1/reports/${third.id}/escalate`, {
    version: third.version,
    rule: 'failed-before',
    otherServiceIds: [],
    title: 'Tipping that comes back',
    summary: 'It came back',
  });
  expect(done.status, done.text).toBe(201);
  const { caseId } = done.json as { caseId: string };
  const rows = await world.sql<{ id: string; status: string }>(
    'select id, status from intake.report where case_id = $1',
    [caseId],
  );
  expect(rows).toEqual(
    expect.arrayContaining([
      { id: first.id, status: 'closed' },
      { id: second.id, status: 'closed' },
      { id: third.id, status: 'escalated' },
    ]),
  );
  const twice = await olu.api('POST', `/api/v1/reports/${third.id}/escalate`, {
    version: third.version + 1,
    rule: 'failed-before',
    otherServiceIds: [],
    title: 'Tipping again',
    summary: 'It came back',
  });
  expect(twice.status).toBe(409);
  const closed = await olu.api('POST', `/api/v1/cases/${caseId}/close`, {
    version: 1,
    outcome: 'solved',
    outcomeWords: 'No reports since',
  });
  expect(closed.json).toMatchObject({ status: 'closed', outcome: 'solved' });
});
