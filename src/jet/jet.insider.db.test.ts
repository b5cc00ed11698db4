import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { jetSamples } from '../../test/support/sample-jet.ts';
import {
  type MovableClock,
  movableClock,
  openWorld,
  type Visitor,
  type World,
} from '../../test/support/world.ts';

/** Joint enforcement as somebody of another agency, or a colleague without the right, would turn it. */
let world: World;
const clock: MovableClock = movableClock('2026-11-20T10:00:00Z');
const visitors = new Map<string, Visitor>();
const as = async (name: string): Promise<Visitor> => {
  const key = `${name} ${clock.now().toISOString()}`;
  const visitor = visitors.get(key) ?? (await world.as(name));
  visitors.set(key, visitor);
  return visitor;
};
const api = async (who: string, method: 'GET' | 'POST', url: string, body?: object) =>
  (await as(who)).api(method, url, body);
/** The supervisor of another district's team. */
let outsider = '';
const agencyOf = async (username: string) => {
  const { viewer } = await as(username);
  return viewer.kind === 'officer' ? viewer.agencyId : '';
};
const s = jetSamples;

beforeAll(async () => {
  world = await openWorld({ name: 'insider_jet', clock });
  const [found] = await world.sql<{ username: string }>(
    `update platform.account c set is_persona = true from directory.role_grant g, directory.officer o, directory.agency a
     where g.officer_id = c.officer_id and g.role = 'jet-supervisor' and o.id = c.officer_id and a.id = o.agency_id and a.code = 'SALT' returning c.username`,
  );
  outsider = found?.username ?? '';
  const [salt] = await world.sql<{ id: string; area: string }>(
    "select s.id, a.area_code as area from directory.service s join directory.agency a on a.id = s.agency_id where s.code = 'SALT-JET'",
  );
  const made = await api(outsider, 'POST', '/api/v1/teams', {
    name: 'Saltmarch team',
    areaCode: salt?.area,
    serviceId: salt?.id,
  });
  expect(made.status, made.text).toBe(201);
});
afterAll(() => world.close());

test('another agency’s supervisor finds no entry, month, finding, plan, duty, session or accreditation, and changes none', async () => {
  const month = `/api/v1/teams/${s.teamId}/months/2026-11`;
  for (const url of [
    month,
    `/api/v1/teams/${s.teamId}/reviews`,
    `/api/v1/patrol-plans/${s.patrolPlanId}`,
    `/api/v1/training/${s.courseId}`,
    `/api/v1/reaccreditations/${s.reaccreditationId}`,
  ])
    expect((await api(outsider, 'GET', url)).status, url).toBe(404);
  for (const url of [
    `/teams/time/${s.timeEntryId}`,
    `/teams/${s.teamId}/months/2026-11`,
    `/teams/${s.teamId}/reviews`,
    `/teams/${s.teamId}/edit`,
    `/teams/plans/${s.patrolPlanId}`,
    `/teams/training/${s.courseId}`,
  ])
    expect((await (await as(outsider)).get(url)).status, url).toBe(404);
  const time = { onDay: '2026-11-19', activity: 'patrol', minutes: 5 };
  const span = { fromOn: '2026-11-01', toOn: '2026-11-20' };
  for (const [url, body] of [
    [`/api/v1/team-time/${s.timeEntryId}/correct`, { ...time, version: 1 }],
    [`/api/v1/team-time/${s.timeEntryId}/withdraw`, { version: 1 }],
    [`${month}/close`, {}],
    [
      `/api/v1/teams/${s.teamId}/target`,
      { enforcementPercent: 10, amberPoints: 5, startsOn: '2027-01-01', why: 'Mischief' },
    ],
    [`/api/v1/teams/${s.teamId}/reviews`, { ...span, finding: 'Mischief', action: 'Mischief' }],
    [`/api/v1/team-duties/${s.shiftId}/remove`, {}],
    [`/api/v1/patrol-plans/${s.patrolPlanId}/patrols`, { ...time, words: 'Mischief', lines: [] }],
    [`/api/v1/patrol-plans/${s.patrolPlanId}/end`, { version: 1 }],
    [`/api/v1/training-invitations/${s.invitationId}`, { version: 1, state: 'absent' }],
    [
      `/api/v1/reaccreditations/${s.reaccreditationId}/tick`,
      { version: 1, tick: 'vetted', onDay: '2026-11-19' },
    ],
    [`/api/v1/reaccreditations/${s.reaccreditationId}/stop`, { version: 1 }],
  ] as const)
    expect((await api(outsider, 'POST', url, body)).status, url).toBe(404);
  // A plan of another agency is refused as one that is not there is.
  const [hidden, none] = await Promise.all(
    [s.patrolPlanId, '5a3b1e00-0000-4000-8000-00000000ffff'].map((planId) =>
      api(outsider, 'POST', '/api/v1/team-time', { ...time, planId }),
    ),
  );
  expect(hidden?.status).toBe(422);
  expect(hidden?.json).toEqual(none?.json);
  // Nor does one put another agency's officer on duty, to training or up for accreditation.
  const { viewer } = await as('joss.jet');
  const officerId = viewer.kind === 'officer' ? viewer.officerId : '';
  expect((await api(outsider, 'POST', '/api/v1/reaccreditations', { officerId })).status).toBe(422);
  const shift = { officerId, onDay: '2026-11-30', startsAt: '08:00', endsAt: '16:00' };
  expect((await api(outsider, 'POST', '/api/v1/team-duties', shift)).status).toBe(422);
  for (const url of [
    '/api/v1/team-powers',
    '/api/v1/team-duties?week=2026-11-23',
    '/api/v1/reaccreditations',
    '/api/v1/patrol-plans',
    '/api/v1/training',
    '/figures/T-02/records?period=2026-11',
    '/teams/powers.csv',
  ])
    expect((await (await as(outsider)).get(url)).text, url).not.toMatch(
      /Thistlewood|Parmar|Sample s|SAMP-001/,
    );
  // Of another team, a few people are not counted out; the own one is exact.
  const { teams } = (await api(outsider, 'GET', '/api/v1/teams')).json as {
    teams: { isOwn: boolean; officers: string; vetted: string; split: string }[];
  }; // the shape is the declaration's
  expect(teams.find(({ isOwn }) => !isOwn)).toMatchObject({
    officers: 'Not shown: small numbers',
    vetted: '1 to 4',
    split: 'No month closed',
  });
  expect(Number(teams.find(({ isOwn }) => isOwn)?.officers)).toBeGreaterThan(0);
});

test('a colleague reads their own time and powers alone; the police see an accreditation once it is ready, and no other of the team’s things', async () => {
  const made = await api('sunita.supervisor', 'POST', '/api/v1/team-time', {
    onDay: '2026-11-19',
    activity: 'surveys',
    minutes: 77,
  });
  const { id } = made.json as { id: string }; // the shape is the declaration's
  expect((await (await as('joss.jet')).get(`/teams/time/${id}`)).status).toBe(404);
  const month = (await api('joss.jet', 'GET', `/api/v1/teams/${s.teamId}/months/2026-11`)).text;
  expect(month).not.toContain('Parmar');
  expect((await api('joss.jet', 'GET', '/api/v1/team-powers')).text).not.toContain('Parmar');
  expect((await (await as('joss.jet')).get('/teams/powers.csv')).text).not.toContain('Parmar');
  expect((await api('joss.jet', 'GET', `/api/v1/teams/${s.teamId}/reviews`)).status).toBe(403);
  expect((await api('priya.police', 'GET', `/api/v1/reaccreditations/${s.reaccreditationId}`)).status).toBe(
    200,
  );
  expect((await api('priya.police', 'GET', `/api/v1/teams/${s.teamId}/months/2026-11`)).status).toBe(403);
  const own = (await api('priya.police', 'GET', '/api/v1/team-powers')).text;
  expect(own).not.toMatch(/Thistlewood|Parmar/);
  expect((await api('priya.police', 'GET', '/api/v1/team-duties?week=2026-11-23')).text).not.toContain(
    'Thistlewood',
  );
  // Reception, the intelligence unit and the victim register have no way in.
  for (const who of ['rowan.reception', 'imran.intel', 'sadia.safeguarding', 'bea.board'])
    for (const url of ['/teams', '/teams/powers', '/teams/time', '/teams/duties', '/teams/training'])
      expect((await (await as(who)).get(url)).status, `${who} ${url}`).toBe(403);
});

/** What the login of operations reads, or does, with the context of an agency. */
async function onConnectionOf<T extends object>(
  agency: string,
  text: string,
  values: unknown[] = [],
): Promise<T[]> {
  const database = new Client({ connectionString: world.ownerUrl });
  await database.connect();
  try {
    await database.query('begin');
    await database.query('set local role bailiwick_ops');
    await database.query("select set_config('bailiwick.agency', $1, true)", [agency]);
    return (await database.query<T>(text, values)).rows;
  } finally {
    await database.end();
  }
}
test('the database gives a connection of operations its own agency’s rows, and lets the force alone accredit', async () => {
  const tables = ['time_entry', 'plan', 'shift', 'invitation', 'reaccreditation'];
  const counts = `select ${tables.map((table) => `(select count(*)::int from jet.${table} x where x.agency_id <> $1) as ${table}`).join(', ')},
    (select count(*)::int from directory.clearance c where not directory.serves(c.officer_id, $1)) as clearances,
    (select count(*)::int from jet.course where agency_id <> $1) as courses`;
  const [salt] = await onConnectionOf<Record<string, number>>(await agencyOf(outsider), counts, [
    await agencyOf(outsider),
  ]);
  expect(salt).toEqual({
    time_entry: 0,
    plan: 0,
    shift: 0,
    invitation: 0,
    reaccreditation: 0,
    clearances: 0,
    courses: 0,
  });
  const { viewer } = await as('joss.jet');
  const officer = viewer.kind === 'officer' ? viewer.officerId : '';
  const give = `insert into directory.authorisation (id, officer_id, basis, power, area_code, granted_on, requires_uniform, reference)
    values (gen_random_uuid(), $1, $2, 'csas.require-name', 'Q10000001', '2026-11-20', true, 'X/1')`;
  const wendmere = await agencyOf('joss.jet');
  const police = await agencyOf('priya.police');
  // Their own council gives no accreditation; the force gives no council's authority, and nothing to an officer who is not ready.
  await expect(onConnectionOf(wendmere, give, [officer, 'csas'])).rejects.toThrow('row-level security');
  await expect(onConnectionOf(police, give, [officer, 'council-officer'])).rejects.toThrow(
    'row-level security',
  );
  await world.sql("update jet.reaccreditation set status = 'open', assessed_on = null where id = $1", [
    s.reaccreditationId,
  ]);
  await expect(onConnectionOf(police, give, [officer, 'csas'])).rejects.toThrow('row-level security');
  expect(await onConnectionOf(police, 'select id from jet.reaccreditation')).toEqual([]);
  expect(
    await onConnectionOf<{ n: number }>(police, 'select jet.end_accreditation($1, $2) as n', [
      s.reaccreditationId,
      '2026-11-20',
    ]),
  ).toEqual([{ n: 0 }]);
  await expect(
    onConnectionOf(
      police,
      "insert into directory.clearance (id, officer_id, kind, name, status) values (gen_random_uuid(), $1, 'vetting', 'NPPV 3', 'granted')",
      [officer],
    ),
  ).rejects.toThrow('row-level security');
});

test('odd input is refused and never a fault of the server', async () => {
  const time = { onDay: '2026-11-20', activity: 'patrol', minutes: 5 };
  for (const more of [
    { minutes: 0 },
    { minutes: '7,5' },
    { minutes: 1441 },
    { onDay: '9999-12-31' },
    { onDay: '2026-02-30' },
    { activity: 'loitering' },
    { key: 'x' },
    { taskId: '5a3b1e00-0000-4000-8000-00000000ffff' },
  ])
    expect(
      (await api('joss.jet', 'POST', '/api/v1/team-time', { ...time, ...more })).status,
      JSON.stringify(more),
    ).toBe(422);
  expect((await api('joss.jet', 'GET', `/api/v1/teams/${s.teamId}/months/2026-13`)).status).toBe(404);
  expect(
    (
      await api(
        'joss.jet',
        'GET',
        '/api/v1/team-powers/ask?power=csas.require-name&districtCode=%00&isInUniform=yes',
      )
    ).status,
  ).toBe(422);
  expect(
    (
      await api('sunita.supervisor', 'POST', `/api/v1/teams/${s.teamId}/target`, {
        enforcementPercent: 3,
        amberPoints: 5,
        startsOn: '2027-01-01',
        why: 'Odd',
      })
    ).status,
  ).toBe(422);
  const ready = { powers: [], badgeNumber: "B'; --", expiresOn: '2099-01-01', version: 1 };
  expect(
    (await api('priya.police', 'POST', `/api/v1/reaccreditations/${s.reaccreditationId}/issue`, ready))
      .status,
  ).toBe(422);
});
