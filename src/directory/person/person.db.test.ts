import { afterAll, beforeAll, expect, test } from 'vitest';
import { performQueued } from '../../../test/support/jobs.ts';
import { movableClock, openWorld, type Visitor, type World } from '../../../test/support/world.ts';

const clock = movableClock();
let world: World;
let dana: Visitor;
const id: Record<string, string> = {};
beforeAll(async () => {
  world = await openWorld({ name: 'people', clock });
  dana = await world.as('dana.directory');
  for (const row of await world.sql<{ name: string; id: string }>(
    'select username as name, officer_id::text as id from platform.account union all select code, id::text from directory.agency union all select code, id::text from directory.service',
  ))
    id[row.name] = row.id;
});
afterAll(() => world.close());

interface Person {
  id: string;
  version: number;
  roles: string[];
  isActive: boolean;
  agencyId: string;
  serviceIds: string[];
  isGiven?: boolean;
  grants: { id: string; role: string; endsOn: string | null }[];
  requests: { id: string; status: string }[];
}
const personIn = (answer: { json: unknown }): Person => answer.json as Person; // the shape is the route's own schema
const wrong = (answer: { json: unknown }): string[] =>
  (answer.json as { problems?: { field: string }[] }).problems?.map((p) => p.field) ?? [];
const ruleOf = (answer: { json: unknown }) => (answer.json as { rule?: string }).rule;

const fresh = (change: Record<string, unknown> = {}) => ({
  ...{ name: 'Sam Hill', email: 'sam.hill@wendmere.example', username: 'sam.hill', agencyId: id.WEND },
  ...{ serviceIds: [id['WEND-ENV']], reason: 'Started on Monday' },
  ...change,
});
const post = (path: string, body: unknown, who = dana) =>
  who.api('POST', `/api/v1/directory/people${path}`, body);
const give = (officerId: string | undefined, role: string, who = dana) =>
  post(`/${officerId}/roles`, { role, reason: 'New post' }, who);
const look = async (officerId: string | undefined) =>
  personIn(await dana.api('GET', `/api/v1/directory/people/${officerId}`));
const speaksFor = (agency: string, username: string | null) =>
  world.sql('update directory.agency set spokesperson_id = $1 where code = $2', [
    username && id[username],
    agency,
  ]);

test('a person is added, given a role, moved, shut and let in again; each step has its history', async () => {
  const person = personIn(await post('', fresh()));
  expect(person).toMatchObject({ roles: [], isActive: true, version: 1 });
  expect(personIn(await give(person.id, 'service-officer'))).toMatchObject({
    ...{ roles: ['service-officer'], isGiven: true },
  });
  const moved = personIn(
    await post(`/${person.id}/place`, {
      agencyId: id.WEND,
      serviceIds: [id['WEND-CS']],
      version: 1,
      reason: 'Moved desk',
    }),
  );
  expect(moved.serviceIds).toEqual([id['WEND-CS']]);
  expect((await post(`/${person.id}/shut`, { version: 2, reason: 'Left' })).json).toMatchObject({
    isActive: false,
  });
  expect((await post(`/${person.id}/reopen`, { version: 3, reason: 'Came back' })).json).toMatchObject({
    isActive: true,
  });
  const page = await dana.get(`/directory/people/${person.id}`);
  for (const words of ['Started on Monday', 'Moved desk', 'Left', 'Came back'])
    expect(page.text).toContain(words);
});

test('each field is checked', async () => {
  const cases: [Record<string, unknown>, string][] = [
    [{ name: '' }, 'name'],
    [{ email: 'nobody' }, 'email'],
    [{ username: 'Has Space' }, 'username'],
    [{ username: 'olu.officer' }, 'username'],
    [{ agencyId: 'WEND' }, 'agencyId'],
    [{ agencyId: '00000000-0000-4000-8000-000000000000' }, 'agencyId'],
    [{ serviceIds: [id['MCC-TS']] }, 'serviceIds'],
    [{ serviceIds: ['x'] }, 'serviceIds.0'],
    [{ reason: '' }, 'reason'],
  ];
  for (const [fields, field] of cases) {
    const answer = await post('', fresh({ username: 'field.test', ...fields }));
    expect([answer.status, ...wrong(answer)], JSON.stringify(fields)).toEqual([422, field]);
  }
  expect(wrong(await give(id['olu.officer'], 'king'))).toEqual(['role']);
  expect(wrong(await give(id['olu.officer'], 'service-officer'))).toEqual(['role']);
  const past = { role: 'partner', endsOn: '2026-11-20', reason: 'New post' };
  expect(wrong(await post(`/${id['olu.officer']}/roles`, past))).toEqual(['endsOn']);
  expect(
    (
      await post(`/${id['olu.officer']}/change`, {
        name: 'O',
        email: 'o@x.example',
        version: 9,
        reason: 'Why',
      })
    ).status,
  ).toBe(422);
  expect(
    (
      await post(`/${id['olu.officer']}/change`, {
        name: 'Olu',
        email: 'o@x.example',
        version: 9,
        reason: 'Why',
      })
    ).status,
  ).toBe(409);
});

test('an administrator cannot raise, move, shut or reset themselves', async () => {
  const own = id['dana.directory'];
  const tries: [string, unknown][] = [
    [`/${own}/roles`, { role: 'auditor', reason: 'To see more' }],
    [`/${own}/roles`, { role: 'directory-administrator', reason: 'To see more' }],
    [`/${own}/place`, { agencyId: id.WEND, serviceIds: [], version: 1, reason: 'To see more' }],
    [`/${own}/change`, { name: 'Other', email: 'a@b.example', version: 1, reason: 'To see more' }],
    [`/${own}/shut`, { version: 1, reason: 'To see more' }],
    [`/${own}/password-link`, { reason: 'To see more' }],
  ];
  for (const [path, body] of tries) {
    const answer = await post(path, body);
    expect([path, answer.status, ruleOf(answer)]).toEqual([path, 422, 'directory.own-account']);
  }
  const page = await dana.get(`/directory/people/${own}`);
  expect(page.text).toContain('another directory administrator changes it');
  expect(page.text).not.toContain('/give-role');
  expect((await dana.get(`/directory/people/${own}/give-role`)).status).toBe(422);
});

test('one person, one side of the wall', async () => {
  const answer = await give(id['olu.officer'], 'auditor');
  expect([answer.status, ruleOf(answer)]).toEqual([422, 'directory.one-side']);
});

test('a role that needs consent is asked of whoever speaks for the agency, and in force only when they agreed', async () => {
  await speaksFor('WEND', null);
  const person = personIn(await post('', fresh({ username: 'ina.west', serviceIds: [] })));
  expect(ruleOf(await give(person.id, 'intelligence-officer'))).toBe('directory.no-spokesperson');
  await speaksFor('WEND', 'callum.safety');
  expect(personIn(await give(person.id, 'intelligence-officer'))).toMatchObject({
    isGiven: false,
    roles: [],
  });
  expect(wrong(await give(person.id, 'intelligence-officer'))).toEqual(['role']); // asked already
  const [request] = (await look(person.id)).requests;
  const decide = (who: Visitor) =>
    who.api('POST', `/api/v1/directory/consents/${request?.id}`, {
      decision: 'agreed',
      reason: 'Vetted in May',
    });
  // Whoever does not speak for the agency is told there is nothing: a colleague, another agency's, the one who asked.
  for (const username of ['olu.officer', 'priya.police', 'dana.directory'])
    expect((await decide(await world.as(username))).status).toBe(404);
  const callum = await world.as('callum.safety');
  expect((await callum.get('/directory/consents')).text).toContain('Sam Hill: Intelligence officer');
  expect((await (await world.as('olu.officer')).get('/directory/consents')).text).not.toContain('Sam Hill');
  expect((await decide(callum)).status).toBe(200);
  expect((await look(person.id)).roles).toEqual([]);
  expect(await performQueued(world, clock)).toContain('give-agreed-role');
  expect(await look(person.id)).toMatchObject({
    roles: ['intelligence-officer'],
    requests: [{ status: 'given' }],
  });
  expect((await decide(callum)).status).toBe(422); // decided already
});

test('nobody speaks for the agency about their own role, and no login but administration writes roles', async () => {
  await speaksFor('WEND', 'callum.safety');
  expect(ruleOf(await give(id['callum.safety'], 'police-partner'))).toBe('directory.no-spokesperson');
  await expect(
    world.app.databases.inTransaction('OPS', (await world.as('callum.safety')).viewer, (db) =>
      db
        .insertInto('directory.roleGrant')
        .values({
          ...{
            id: id['olu.officer'] ?? '',
            officerId: id['olu.officer'] ?? '',
            role: 'auditor',
            side: 'GOV',
          },
          ...{ startsOn: '2026-11-20', reason: 'x' },
        })
        .execute(),
    ),
  ).rejects.toThrow(/permission denied/);
});

test('a request is refused or withdrawn, and then gives nothing', async () => {
  await speaksFor('WEND', 'callum.safety');
  const person = personIn(await post('', fresh({ username: 'wes.two', serviceIds: [] })));
  const callum = await world.as('callum.safety');
  await give(person.id, 'auditor');
  const asked = async () => (await look(person.id)).requests.find((each) => each.status === 'asked')?.id;
  const bad = await callum.api('POST', `/api/v1/directory/consents/${await asked()}`, {
    decision: 'maybe',
    reason: 'x',
  });
  expect(wrong(bad)).toEqual(['decision', 'reason']);
  const short = await callum.post(`/directory/consents/${await asked()}`, {
    decision: 'refused',
    reason: 'x',
  });
  expect(short.status).toBe(422);
  expect(short.text).toContain(`<a href="#why-${await asked()}"`);
  expect(short.text).toContain('value="x"');
  // Whoever does not speak for the agency is still told there is nothing, whatever they send.
  const olu = await world.as('olu.officer');
  expect((await olu.post(`/directory/consents/${await asked()}`, { reason: 'x' })).status).toBe(404);
  await callum.post(`/directory/consents/${await asked()}`, { decision: 'refused', reason: 'Not vetted' });
  await give(person.id, 'auditor');
  const second = await asked();
  const unsaid = await dana.post(`/directory/role-requests/${second}/withdraw`, { reason: '' });
  expect([unsaid.status, unsaid.text]).toEqual([422, expect.stringContaining(`<a href="#why-${second}"`)]);
  const withdrawn = await dana.post(`/directory/role-requests/${second}/withdraw`, { reason: 'Not needed' });
  expect(withdrawn.status).toBe(303);
  await performQueued(world, clock);
  expect(await look(person.id)).toMatchObject({ roles: [] });
});

test('a role ends at once, and the press after it is refused', async () => {
  const edmund = await world.as('edmund.health');
  expect((await edmund.get('/cases')).status).toBe(200);
  const [grant] = (await look(id['edmund.health'])).grants;
  const end = (endsOn: string) =>
    post(`/${id['edmund.health']}/roles/${grant?.id}/end`, { endsOn, reason: 'Left the post' });
  expect(wrong(await end('2026-11-19'))).toEqual(['endsOn']);
  expect((await end('2026-11-20')).status).toBe(200);
  expect((await edmund.get('/cases')).location).toContain('/sign-in');
  expect((await end('2026-11-20')).status).toBe(422);
});

test('a move to another agency ends what the former agency had agreed to, and changes what they see', async () => {
  const priya = await world.as('priya.police');
  const before = await look(id['priya.police']);
  const preview = await dana.post(`/directory/people/${id['priya.police']}/move`, {
    ...{ agencyId: id.WEND ?? '', version: String(before.version), reason: 'Seconded', go: 'preview' },
  });
  expect(preview.text).toContain('These roles were agreed by Merrowshire Police and end: Police partner.');
  const moved = await post(`/${id['priya.police']}/place`, {
    ...{ agencyId: id.WEND, serviceIds: [], version: before.version, reason: 'Seconded' },
  });
  expect(personIn(moved).roles).toEqual([]);
  // They spoke for the force, which now has nobody: that is a change of the agency, with its line.
  const force = await dana.get(`/directory/agencies/${id.MPOL}`);
  expect(force.text).toContain('Priya Sandhu → Nothing');
  expect((await priya.get('/reports')).location).toContain('/sign-in');
  const page = await dana.get(`/directory/people/${id['priya.police']}`);
  expect(page.text).not.toContain('/undo');
});

test('an account that is shut is signed out everywhere at once', async () => {
  const tess = await world.as('tess.trading');
  expect((await tess.get('/home')).status).toBe(200);
  const { version } = await look(id['tess.trading']);
  await post(`/${id['tess.trading']}/shut`, { version, reason: 'Left' });
  expect((await tess.get('/home')).location).toContain('/sign-in');
  const again = await world.nobody.api('POST', '/api/v1/sessions', { persona: 'tess.trading' });
  expect(again.status).toBe(422);
});

test('others see nothing of people’s accounts', async () => {
  for (const username of ['olu.officer', 'aled.auditor', 'sunita.supervisor']) {
    const visitor = await world.as(username);
    expect((await visitor.get('/directory/people')).status).toBe(403);
    expect((await visitor.get(`/directory/people/${id['olu.officer']}`)).status).toBe(403);
    expect((await give(id['olu.officer'], 'partner', visitor)).status).toBe(403);
  }
});
