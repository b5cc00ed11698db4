import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { acceptedTask, pictureOf, sendPhoto, sha256, telephoneId } from '../../test/support/field-api.ts';
import { jetSamples } from '../../test/support/sample-jet.ts';
import { operationSamples } from '../../test/support/sample-operations.ts';
import { openWorld, type Visitor, type World } from '../../test/support/world.ts';

/** Telephones as a colleague who borrows one, or a program that guesses ids, would use them. */
let world: World;
let joss: Visitor;
beforeAll(async () => {
  world = await openWorld({ name: 'field_insider' });
  joss = await world.as('joss.jet');
});
afterAll(() => world.close());

const idOf = (visitor: Visitor) => (visitor.viewer.kind === 'officer' ? visitor.viewer.officerId : '');
const capture = (visitor: Visitor, id: number, kind: string, body: unknown) => ({
  ...{ id: telephoneId(id), officerId: idOf(visitor), kind, capturedAt: '2026-11-20T08:40:00Z', body },
});
const path = '/api/v1/field/captures';
const time = { onDay: '2026-11-20', activity: 'penalties', minutes: 5, words: 'Mine' };
const count = async (text: string): Promise<number> => (await world.sql(text)).length;

test('each kind needs the permission of its own page; whoever lacks it is told who has it, and nothing is recorded', async () => {
  const taskId = await acceptedTask(world, 'Of the team');
  const patrol = { onDay: '2026-11-20', minutes: 60, lines: ['engage-communities'], words: 'Quiet' };
  const stop = {
    kind: 'vehicle',
    at: '08:20',
    place: 'Lay-by',
    vehicle: 'QS20 SMP',
    result: 'advised',
    words: '',
  };
  const bodies: Record<string, unknown> = {
    ...{ time, patrol: { patrolPlanId: jetSamples.patrolPlanId, patrol } },
    ...{ notice: { draft: { offence: 'litter' } }, 'task-note': { taskId, note: { words: 'A note' } } },
    ...{ stop: { operationId: operationSamples.operationId, stop } },
    'task-result': { taskId, result: { version: 1, isDone: 'yes', resultWords: 'Done' } },
  };
  const answers: Record<string, number[]> = {};
  for (const who of ['hollis.housing', 'olu.officer', 'priya.police', 'petra.performance']) {
    const visitor = await world.as(who);
    answers[who] = [];
    for (const [at, [kind, body]] of Object.entries(bodies).entries())
      answers[who].push((await visitor.api('POST', path, capture(visitor, at, kind, body))).status);
  }
  expect(Object.keys(bodies)).toEqual(['time', 'patrol', 'notice', 'task-note', 'stop', 'task-result']);
  expect(answers).toEqual({
    // A partner sees neither the team's task nor Wendmere's day of action, and writes no notice.
    'hollis.housing': [403, 403, 403, 404, 404, 404],
    // A colleague of the council sees the task, and is on no day of action and in no team; a notice is theirs to draft.
    'olu.officer': [403, 403, 200, 200, 422, 200],
    // The police write penalties for disorder alone, and are not on the plan by name.
    'priya.police': [403, 403, 422, 404, 422, 404],
    'petra.performance': [403, 403, 403, 403, 403, 403],
  });
  expect(await count("select 1 from jet.time_entry where words = 'Mine'")).toBe(0);
  expect(
    await count(
      "select 1 from field.capture c join platform.account a on a.officer_id = c.officer_id where a.username <> 'olu.officer'",
    ),
  ).toBe(0);
  const who = await (await world.as('olu.officer')).api(
    'POST',
    path,
    capture(await world.as('olu.officer'), 20, 'time', time),
  );
  expect(who.json).toMatchObject({ code: 'not-allowed', whoCan: 'jet-officer, jet-supervisor' });
});

test('a number that somebody else used tells nothing and takes nothing; what somebody else wrote is not delivered as one’s own', async () => {
  const mine = capture(joss, 50, 'time', time);
  expect((await joss.api('POST', path, mine)).status).toBe(200);
  const sunita = await world.as('sunita.supervisor');
  const theirs = await sunita.api('POST', path, capture(sunita, 50, 'time', { ...time, words: 'Theirs' }));
  expect(theirs.json).toMatchObject({ outcome: 'accepted' });
  expect(await count("select 1 from jet.time_entry where words in ('Mine', 'Theirs')")).toBe(2);
  // On a borrowed telephone, with what its owner left in the queue.
  const borrowed = await sunita.api('POST', path, { ...mine, id: telephoneId(51) });
  expect(borrowed.status).toBe(422);
  expect(borrowed.json).toMatchObject({ rule: 'field.other-person' });
  expect((await sunita.api('POST', path, mine)).json).toMatchObject({ rule: 'field.other-person' });
  const content = pictureOf(1);
  const photo = { id: telephoneId(60), content };
  expect((await sendPhoto(world, joss, photo)).status).toBe(200);
  expect((await sendPhoto(world, sunita, { ...photo, officerId: idOf(joss) })).status).toBe(422);
  // The number of another's photograph is no photograph of one's own.
  const notice = {
    draft: { offence: 'litter' },
    photos: [{ id: photo.id, sha256: sha256(content), takenAt: '2026-11-20T08:31:00Z' }],
  };
  const stolen = await sunita.api('POST', path, capture(sunita, 61, 'notice', notice));
  expect([stolen.status, stolen.text]).toEqual([422, expect.stringContaining('has not arrived')]);
});

test('a telephone whose clock is wrong: it is told, nothing breaks, and no evidence is of a time that has not come', async () => {
  const content = pictureOf(5);
  const photo = { id: telephoneId(90), content };
  expect((await sendPhoto(world, joss, photo)).status).toBe(200);
  const photos = [
    { id: photo.id, sha256: sha256(content), takenAt: '2031-03-12T10:00:00Z', words: 'The cup' },
  ];
  const notice = capture(joss, 91, 'notice', { draft: { offence: 'litter' }, photos });
  const answer = await joss.api('POST', path, { ...notice, capturedAt: '9999-12-31T23:59:59Z' });
  expect(answer.status, answer.text).toBe(200);
  expect(
    await world.sql("select words, taken_at from enforcement.penalty_evidence where words like 'The cup%'"),
  ).toEqual([
    { words: 'The cup (the telephone’s clock was wrong: 2031-03-12T10:00:00.000Z)', taken_at: null },
  ]);
  for (const capturedAt of ['0000-01-01T00:00:00Z', '0001-01-01T00:00:00Z', '1970-01-01T00:00:00Z'])
    expect(
      (await joss.api('POST', path, { ...capture(joss, 92, 'time', time), capturedAt })).status,
      capturedAt,
    ).toBeLessThan(500);
  expect(
    (await joss.api('POST', path, capture(joss, 93, 'time', { ...time, onDay: '2031-01-01' }))).status,
  ).toBe(422);
});

test('what cannot be taken is said with its field, and a photograph only as the picture that it was', async () => {
  for (const [given, field] of [
    [{ ...capture(joss, 70, 'time', time), id: 'seven' }, 'id'],
    [{ ...capture(joss, 70, 'time', time), officerId: '' }, 'officerId'],
    [{ ...capture(joss, 70, 'time', time), capturedAt: 'yesterday' }, 'capturedAt'],
    [capture(joss, 70, 'arrest', {}), 'kind'],
    [capture(joss, 70, 'time', undefined), 'body'],
    [capture(joss, 70, 'time', { ...time, minutes: 'some' }), 'body.minutes'],
    [
      capture(joss, 70, 'task-result', {
        taskId: telephoneId(1),
        result: { version: 1, resultWords: 'Done' },
      }),
      'body.result.isDone',
    ],
    [capture(joss, 70, 'notice', { draft: { offence: 'murder' } }), 'body.draft.offence'],
    [
      capture(joss, 70, 'notice', { draft: { offence: 'litter', offenceOn: '2026-02-30' } }),
      'body.draft.offenceOn',
    ],
    [
      capture(joss, 70, 'notice', { draft: { offence: 'litter' }, point: { lon: 999, lat: 0, accuracy: 1 } }),
      'body.point.lon',
    ],
    [
      capture(joss, 70, 'notice', { draft: { offence: 'litter' }, signature: { how: 'typed', name: '' } }),
      'body.signature.name',
    ],
    [
      capture(joss, 70, 'notice', {
        draft: { offence: 'litter' },
        photos: Array.from({ length: 11 }, (_, at) => ({
          id: telephoneId(at),
          sha256: '0'.repeat(64),
          takenAt: '2026-11-20T08:31:00Z',
        })),
      }),
      'body.photos',
    ],
  ] as const) {
    const answer = await joss.api('POST', path, given);
    expect([answer.status, answer.json]).toMatchObject([422, { code: 'invalid', problems: [{ field }] }]);
  }
  const id = telephoneId(80);
  const says = async (given: Partial<Parameters<typeof sendPhoto>[2]>) =>
    (await sendPhoto(world, joss, { id, content: pictureOf(2), ...given })).text;
  expect(await says({ content: Buffer.from('%PDF-1.7') })).toContain('Send a photo');
  expect(await says({ content: Buffer.alloc(0) })).toContain('Send the photo');
  expect(await says({ sha256: '0'.repeat(64) })).toContain('did not arrive whole');
  expect(await says({ content: Buffer.concat([pictureOf(2), Buffer.alloc(10_000_000)]) })).toMatch(
    /10 MB|cannot be read/,
  );
  expect(await says({})).toContain(id);
  expect(await says({ content: pictureOf(3) })).toContain('Another photo has this number');
  await world.sql(
    `insert into field.photo (officer_id, id, agency_id, media_type, sha256, content, received_at)
     select officer_id, gen_random_uuid(), agency_id, media_type, sha256, content, received_at from field.photo, generate_series(1, 300)`,
  );
  expect(await says({ id: telephoneId(81), content: pictureOf(4) })).toContain('field.too-many-photos');
});

test('on the connection of a colleague nothing of somebody’s telephone is there, nor written as theirs', async () => {
  const sunita = await world.as('sunita.supervisor');
  const { viewer } = sunita;
  await joss.api('GET', '/api/v1/field/day');
  const seen = await world.app.databases.inTransaction(viewer.side, viewer, async (db) => {
    const found: Record<string, number> = {};
    for (const table of ['capture', 'photo', 'device_key', 'place_screening']) {
      const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(`field.${table}`)}
        where officer_id = ${idOf(joss)}`.execute(db);
      found[table] = rows[0]?.n ?? -1;
    }
    return found;
  });
  expect(seen).toEqual({ capture: 0, photo: 0, device_key: 0, place_screening: 0 });
  const forged = world.app.databases.inTransaction(viewer.side, viewer, (db) =>
    db
      .insertInto('field.deviceKey')
      .values({
        officerId: idOf(joss),
        agencyId: idOf(joss),
        secret: 'known',
        madeAt: new Date('2026-11-20'),
      })
      .execute(),
  );
  await expect(forged).rejects.toThrow();
  await expect(
    world.app.databases.inTransaction('WORKER', { kind: 'system', side: 'WORKER', reason: 'test' }, (db) =>
      sql`select secret from field.device_key`.execute(db),
    ),
  ).rejects.toThrow(/permission denied/);
});
