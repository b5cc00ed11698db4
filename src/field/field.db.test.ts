import { afterAll, beforeAll, expect, test } from 'vitest';
import { acceptedTask, pictureOf, sendPhoto, sha256, telephoneId } from '../../test/support/field-api.ts';
import { performScheduled } from '../../test/support/jobs.ts';
import { jetSamples } from '../../test/support/sample-jet.ts';
import { operationSamples } from '../../test/support/sample-operations.ts';
import { movableClock, openWorld, type Visitor, type World } from '../../test/support/world.ts';

let world: World;
let joss: Visitor;
let sunita: Visitor;
const clock = movableClock('2026-11-20T10:00:00Z');
beforeAll(async () => {
  world = await openWorld({ name: 'field', clock });
  [joss, sunita] = [await world.as('joss.jet'), await world.as('sunita.supervisor')];
});
afterAll(() => world.close());

const idOf = (visitor: Visitor) => (visitor.viewer.kind === 'officer' ? visitor.viewer.officerId : '');
let made = 0;
const nextId = (): string => {
  made += 1;
  return telephoneId(made);
};
const capture = (visitor: Visitor, kind: string, body: unknown, id = nextId()) => ({
  ...{ id, officerId: idOf(visitor), kind, capturedAt: '2026-11-20T08:40:00Z', body },
});
interface Said {
  outcome: 'accepted' | 'conflict';
  reference: string;
  href: string;
  deliveredAt: string;
  conflict: { version: number; words: string | null; by: string | null; mayReplace: boolean };
}
const send = async (visitor: Visitor, given: unknown, status = 200): Promise<Said> => {
  const answer = await visitor.api('POST', '/api/v1/field/captures', given);
  expect(answer.status, answer.text).toBe(status);
  return answer.json as Said; // the shape is the declaration's
};
const refusal = async (visitor: Visitor, given: unknown, status = 422): Promise<string> => {
  const answer = await visitor.api('POST', '/api/v1/field/captures', given);
  expect(answer.status, answer.text).toBe(status);
  return answer.text;
};
const count = async (text: string, values: unknown[] = []): Promise<number> =>
  (await world.sql(text, values)).length;
const draft = { offence: 'litter', offenceOn: '2026-11-20', offenceTime: '08:30', placeWords: 'The square' };

interface Day {
  officer: { name: string };
  key: string;
  csrf: string;
  tasks: { title: string; version: number; takesResult: boolean }[];
  plans: { id: string; title: string }[];
  operations: { id: string; parts: string[]; isUnderWay: boolean }[];
  precautions: { place: string; precautions: string[]; screenedAt: string | null; note: string | null }[];
  choices: { kinds: string[]; offences: { code: string; amount: string | null; mayIssue: boolean }[] };
}
const dayOf = async (visitor: Visitor): Promise<Day> => {
  const answer = await visitor.api('GET', '/api/v1/field/day');
  expect(answer.status, answer.text).toBe(200);
  return answer.json as Day; // the shape is the declaration's
};

test('the day is what is to be done today by this officer, and nothing of tomorrow or of anybody else', async () => {
  await acceptedTask(world, 'Watch the garages');
  await world.sql(
    `insert into tasking.task (id, reference, title, expected, set_by_agency_id, service_id, agency_id, set_at, due_on, first_due_on, status, is_personal)
     select gen_random_uuid(), 'T-MORR-OWW', 'Only set, and due tomorrow', '-', agency_id, service_id, agency_id, set_at, '2026-11-21', '2026-11-21', 'set', false
     from tasking.task where title = 'Watch the garages'`,
  );
  await world.sql(
    `insert into jet.plan (id, reference, team_id, agency_id, title, district_code, place, from_on, to_on, priority, lines, status, made_by, made_at)
     select gen_random_uuid(), 'PL-MORR-OWW', team_id, agency_id, 'From tomorrow', district_code, place, '2026-11-21', to_on, priority, lines, status, made_by, made_at
     from jet.plan where id = $1`,
    [jetSamples.patrolPlanId],
  );
  const day = await dayOf(joss);
  expect(day.officer.name).toBe('Joss Thistlewood');
  expect(day.tasks.map(({ title }) => title)).toContain('Watch the garages');
  expect(JSON.stringify(day)).not.toMatch(/Only set, and due tomorrow|From tomorrow/);
  expect(day.plans.map(({ id }) => id)).toContain(jetSamples.patrolPlanId);
  expect(day.operations).toMatchObject([{ id: operationSamples.operationId, isUnderWay: true }]);
  expect(day.choices.kinds).toEqual(['notice', 'time', 'patrol', 'stop', 'task-note', 'task-result']);
  const flyTip = day.choices.offences.find(({ code }) => code === 'fly-tipping');
  expect(flyTip?.amount).toMatch(/^£\d/);
  // Olu is in no team, and on no day of action; who reads figures has no day at all.
  const olu = await dayOf(await world.as('olu.officer'));
  expect([olu.plans, olu.operations, olu.choices.kinds.includes('time')]).toEqual([[], [], false]);
  expect((await (await world.as('petra.performance')).api('GET', '/api/v1/field/day')).status).toBe(403);
  expect((await world.nobody.api('GET', '/api/v1/field/day')).status).toBe(401);
  expect(
    await count("select 1 from platform.audit_entry where event = 'field.day-taken' and outcome = 'done'"),
  ).toBe(2);
  // The key is the officer's own, and stays.
  expect((await dayOf(joss)).key).toBe(day.key);
  expect(olu.key).not.toBe(day.key);
  // The page says the same without script.
  expect((await joss.get('/field')).text).toContain('Watch the garages');
  expect((await world.nobody.get('/field/shell')).text).not.toContain('Joss');
});

test('a place of the day is screened once, and that is written down though nothing was met', async () => {
  await world.sql(
    `insert into operations.operation_visit (id, operation_id, agency_id, lead_agency_id, place, result, precautions, screening_id, screened_at)
     select gen_random_uuid(), o.id, o.agency_id, o.agency_id, p.place, 'nothing', '{}', (select id from assurance.screening limit 1), '2026-11-10T09:00:00Z'
     from operations.operation o, (values ('9 Sample Row, QM1 1AA, AB12 CDE'), ('By the gate')) p(place) where o.id = $1`,
    [operationSamples.operationId],
  );
  const screens = () =>
    count("select 1 from assurance.screening where purpose = 'Day of action OP-SAMP-001'");
  const [first, again] = [await dayOf(joss), await dayOf(joss)];
  const house = first.precautions.find(({ place }) => place.startsWith('9 Sample Row'));
  expect(house).toMatchObject({ precautions: [], note: null });
  expect(house?.screenedAt).toBe('2026-11-20T10:00:00.000Z');
  expect(first.precautions.find(({ place }) => place === 'By the gate')?.note).toContain('Not screened');
  expect(again.precautions).toEqual(first.precautions);
  expect(await screens()).toBe(1);
  // Whoever else goes there today is asked anew, and what is set meanwhile is met by them.
  await world.sql(
    `insert into assurance.marker (id, reference, agency_id, about, name, address, postcode, type, precaution, words, from_on, review_on, set_at, set_by)
     select gen_random_uuid(), 'WM-ROWW-001', agency_id, 'address', '', '9 Sample Row', 'QM1 1AA', 'DO', 'two-officers', 'A dog behind the gate', from_on, review_on, set_at, set_by
     from assurance.marker where reference = 'WM-SAMP-001'`,
  );
  await world.sql(
    `insert into operations.operation_officer (id, operation_id, agency_id, officer_id, part, added_at)
     select gen_random_uuid(), operation_id, agency_id, $1, part, added_at from operations.operation_officer where id = $2`,
    [idOf(sunita), operationSamples.operationOfficerId],
  );
  const met = (await dayOf(sunita)).precautions.find(({ place }) => place.startsWith('9 Sample Row'));
  expect(met?.precautions.join()).toContain('A dog behind the gate');
  expect(await screens()).toBe(2);
  // And by whoever was there with the morning's screen: what is set during the shift is met the next time the day is taken along.
  await world.sql(
    "update assurance.marker set set_at = '2026-11-20T10:00:00.001Z' where reference = 'WM-ROWW-001'",
  );
  const now = clock.now();
  clock.set('2026-11-20T10:01:00Z');
  const later = async () =>
    (await dayOf(joss)).precautions.find(({ place }) => place.startsWith('9 Sample Row'))?.precautions.join();
  expect([await later(), await later()]).toEqual([
    expect.stringContaining('A dog behind the gate'),
    expect.stringContaining('A dog behind the gate'),
  ]);
  expect(await screens()).toBe(3);
  clock.set(now.toISOString());
});

test('a notice comes with statement, photographs and signature, once however often it is sent', async () => {
  const photos = [1, 2].map((number) => ({ id: telephoneId(100 + number), content: pictureOf(number) }));
  const body = {
    draft: { ...draft, recipientName: 'Robin Sampleton', policyConsidered: 'yes' },
    point: { lon: -3.1, lat: 54.2, accuracy: 12 },
    statement: 'I saw the cup fall, and it stayed there.',
    photos: photos.map(({ id, content }) => ({
      ...{ id, sha256: sha256(content), takenAt: '2026-11-20T08:31:00Z', words: 'The cup' },
    })),
    signature: {
      ...{ how: 'drawn', name: 'Robin Sampleton', id: telephoneId(103), sha256: sha256(pictureOf(3)) },
      takenAt: '2026-11-20T08:35:00Z',
    },
  };
  const notice = capture(joss, 'notice', body);
  expect(await refusal(joss, notice)).toContain('A photo has not arrived yet');
  expect(await count("select 1 from enforcement.penalty where place_words = 'The square'")).toBe(0);
  for (const photo of [...photos, ...photos, { id: telephoneId(103), content: pictureOf(3) }])
    expect((await sendPhoto(world, joss, photo)).status).toBe(200);
  const said = await send(joss, notice);
  const [penalty] = await world.sql<{ id: string; status: string; lon: number }>(
    "select id, status, lon from enforcement.penalty where place_words = 'The square'",
  );
  expect(penalty).toMatchObject({ status: 'draft', lon: -3.1 });
  expect(said.href).toBe(`/penalties/${penalty?.id}`);
  const evidence = await world.sql<{
    kind: string;
    words: string;
    taken: string;
    sha256: string;
    who: string;
  }>(
    `select e.kind, e.words, e.taken_at::text as taken, f.sha256, e.added_by as who from enforcement.penalty_evidence e left join platform.file f on f.id = e.file_id
     where e.penalty_id = $1 order by e.kind, f.sha256`,
    [penalty?.id],
  );
  expect(evidence.map(({ kind }) => kind)).toEqual(['photo', 'photo', 'signature', 'statement']);
  expect(evidence.map((one) => one.sha256).sort()).toEqual([
    ...[1, 2, 3].map((n) => sha256(pictureOf(n))).sort(),
    null,
  ]);
  expect(evidence.filter(({ kind }) => kind === 'photo').every(({ taken }) => taken.includes('08:31'))).toBe(
    true,
  );
  expect(evidence.every(({ who }) => who === idOf(joss))).toBe(true);
  expect((await joss.get(said.href)).text).toContain(sha256(pictureOf(1)));
  // Sent again, alone or by five at once: the same answer, and nothing more is recorded. Changed, that is said.
  clock.set('2026-11-20T10:05:00Z');
  expect(await send(joss, notice)).toEqual(said);
  expect(await refusal(joss, { ...notice, body: { ...body, photos: [] } })).toContain(
    'field.delivered-already',
  );
  const typed = capture(joss, 'notice', {
    draft: { ...draft, placeWords: 'Five at once' },
    signature: { how: 'typed', name: 'Robin S' },
  });
  const five = await Promise.all([1, 2, 3, 4, 5].map(() => send(joss, typed)));
  expect(new Set(five.map(({ href }) => href)).size).toBe(1);
  expect(
    await count("select 1 from enforcement.penalty where place_words in ('The square', 'Five at once')"),
  ).toBe(2);
  expect(await count("select 1 from enforcement.penalty_evidence where words like '%Robin S”, typed%'")).toBe(
    1,
  );
  expect(await count('select 1 from field.photo')).toBe(0);
  const [audited] = await world.sql<{ detail: { as: string } }>(
    "select detail from platform.audit_entry where event = 'field.delivered' and record_id = $1 and outcome = 'done' and not detail ? 'isAgain'",
    [penalty?.id],
  );
  expect(audited?.detail).toMatchObject({ kind: 'notice', as: 'penalty.drafted' });
});

test('time, patrols, stops and notes become what their own pages make of them', async () => {
  const time = { onDay: '2026-11-20', activity: 'penalties', minutes: 45, words: 'In the field' };
  await send(joss, capture(joss, 'time', time));
  const patrol = { onDay: '2026-11-20', minutes: 60, lines: ['engage-communities'], words: 'Quiet' };
  await send(joss, capture(joss, 'patrol', { patrolPlanId: jetSamples.patrolPlanId, patrol }));
  const stop = {
    kind: 'vehicle',
    at: '08:20',
    place: 'Lay-by',
    vehicle: 'qs20 smp',
    result: 'advised',
    words: '',
  };
  await send(joss, capture(joss, 'stop', { operationId: operationSamples.operationId, stop }));
  const taskId = await acceptedTask(world, 'Look at the gate');
  await send(joss, capture(joss, 'task-note', { taskId, note: { words: 'The gate is shut' } }));
  expect(await count("select 1 from jet.time_entry where words = 'In the field' and minutes = 45")).toBe(1);
  expect(await count("select 1 from jet.patrol where words = 'Quiet'")).toBe(1);
  expect(await count("select 1 from operations.operation_stop_detail where vehicle = 'QS20 SMP'")).toBe(1);
  expect((await joss.get(`/tasks/${taskId}`)).text).toContain('Note: The gate is shut');
  // Their rules bind here as there, and say the field.
  const tooLong = await refusal(joss, capture(joss, 'time', { ...time, minutes: 1440 }));
  expect(JSON.parse(tooLong)).toMatchObject({ code: 'invalid', problems: [{ field: 'minutes' }] });
  expect(await refusal(joss, capture(joss, 'time', { ...time, onDay: '2026-11-21' }))).toContain(
    'today or before',
  );
  const later = capture(joss, 'stop', {
    operationId: operationSamples.operationId,
    stop: { ...stop, at: '23:00' },
  });
  expect(await refusal(joss, later)).toContain('cannot be in the future');
  // Mended under its own number it is taken.
  const mended = {
    ...later,
    body: { operationId: operationSamples.operationId, stop: { ...stop, at: '08:25' } },
  };
  expect((await send(joss, mended)).outcome).toBe('accepted');
});

test('of two results of one task neither is lost: both are shown, one is chosen, and the other stays in the history', async () => {
  const result = (taskId: string, version: number, resultWords: string, more: object = {}) => ({
    ...{ taskId, result: { version, isDone: 'yes', resultWords } },
    ...more,
  });
  for (const [settle, stands, history] of [
    [{ isTheirs: true, setAside: 'Second' }, 'First', 'set aside: Second'],
    [{ setAside: 'Second' }, 'Second', 'Before: done: First'],
    [{ setAside: 'Second' }, 'Both of us cleared it', 'set aside: Second'],
  ] as const) {
    const taskId = await acceptedTask(world, `Clear it, ${stands}`);
    expect((await send(joss, capture(joss, 'task-result', result(taskId, 1, 'First')))).outcome).toBe(
      'accepted',
    );
    const second = capture(sunita, 'task-result', result(taskId, 1, 'Second'));
    const met = await send(sunita, second);
    expect(met).toMatchObject({
      outcome: 'conflict',
      conflict: { version: 2, words: 'First', mayReplace: true },
    });
    expect(met.conflict.by).toBe('Joss Thistlewood');
    // Sending it again changes nothing, and naming the new version without a settlement does neither.
    expect((await send(sunita, second)).outcome).toBe('conflict');
    expect((await send(sunita, { ...second, body: result(taskId, 2, 'Second') })).outcome).toBe('conflict');
    const [before] = await world.sql('select result_words, version from tasking.task where id = $1', [
      taskId,
    ]);
    expect(before).toEqual({ result_words: 'First', version: 2 });
    const words = stands === 'First' ? 'Second' : stands;
    expect((await send(sunita, { ...second, body: result(taskId, 2, words, settle) })).outcome).toBe(
      'accepted',
    );
    const [after] = await world.sql('select result_words, status from tasking.task where id = $1', [taskId]);
    expect(after).toEqual({ result_words: stands, status: 'done' });
    const page = (await joss.get(`/tasks/${taskId}`)).text;
    for (const kept of ['First', 'Second', stands, history]) expect(page).toContain(kept);
  }
});

test('what waits too long is let go by the nightly job, and what was delivered is known for a year', async () => {
  await sendPhoto(world, joss, { id: telephoneId(190), content: pictureOf(9) });
  clock.set('2026-12-03T04:00:00Z');
  await performScheduled(world, clock, 'forget-field');
  expect(await count('select 1 from field.photo')).toBe(1);
  clock.set('2026-12-06T04:00:00Z');
  await performScheduled(world, clock, 'forget-field');
  expect(await count('select 1 from field.photo')).toBe(0);
  expect(await count('select 1 from field.place_screening')).toBe(0);
  expect(await count('select 1 from field.capture')).toBeGreaterThan(5);
  clock.set('2027-11-25T04:00:00Z');
  await performScheduled(world, clock, 'forget-field');
  expect(await count('select 1 from field.capture')).toBe(0);
});
