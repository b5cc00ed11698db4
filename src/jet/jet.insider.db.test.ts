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

const officerIdOf = async (username: string) => {
  const { viewer } = await as(username);
  return viewer.kind === 'officer' ? viewer.officerId : '';
};
const refused = async (who: string, url: string, body: object, status = 422): Promise<string> => {
  const answer = await api(who, 'POST', url, body);
  expect(answer.status, `${who} ${url} ${JSON.stringify(body)}: ${answer.text}`).toBe(status);
  return answer.text;
};
const done = async <T extends object>(who: string, url: string, body: object): Promise<T> => {
  const answer = await api(who, 'POST', url, body);
  expect([200, 201], `${who} ${url}: ${answer.text}`).toContain(answer.status);
  return answer.json as T; // the shape is the declaration's
};
interface Row {
  id: string;
  version: number;
}
/** A figure of a month as an officer reads it. */
const figureOf = async (who: string, code: string, month: string) => {
  const answer = await api(
    who,
    'GET',
    `/api/v1/figures?from=${month}-01&to=${month}-${month === '2026-10' ? 31 : 30}`,
  );
  const { figures } = answer.json as { figures: { code: string; now: { words: string } }[] }; // the shape is the declaration's
  return figures.find((one) => one.code === code)?.now.words;
};

test('a team names a police team and an area, and no other agency’s service whose duties it would then be sent', async () => {
  interface Line extends Row {
    name: string;
    areaCode: string;
  }
  const { teams } = (await api(outsider, 'GET', '/api/v1/teams')).json as {
    teams: { isOwn: boolean; team: Line }[];
  }; // the shape is the declaration's
  const own = teams.find(({ isOwn }) => isOwn)?.team;
  const [id, version, name, areaCode] = [own?.id, own?.version, own?.name, own?.areaCode];
  const url = `/api/v1/teams/${id}/edit`;
  for (const { id: neighbourhoodServiceId } of await world.sql<Row>(
    "select id from directory.service where code in ('WEND-JET', 'WEND-PARK')",
  ))
    expect(await refused(outsider, url, { name, areaCode, version, neighbourhoodServiceId })).toContain(
      'neighbourhoodServiceId',
    );
  expect(await refused(outsider, url, { name, areaCode: 'Q99999999', version })).toContain('areaCode');
  const spare = { serviceId: id, name: 'Second team' };
  expect(await refused(outsider, '/api/v1/teams', { ...spare, areaCode: 'nowhere' })).toContain('serviceId');
});

test('a month is judged by the target of its first day, and nobody moves the target once it runs', async () => {
  const url = `/api/v1/teams/${s.teamId}/target`;
  const target = { enforcementPercent: 40, amberPoints: 5, why: 'To make it green' };
  expect(await refused('sunita.supervisor', url, { ...target, startsOn: '2026-11-19' })).toContain('today');
  await done('sunita.supervisor', url, { ...target, startsOn: '2026-11-20' });
  const month = (await api('sunita.supervisor', 'GET', `/api/v1/teams/${s.teamId}/months/2026-11`)).json;
  expect(month).toMatchObject({ target: { enforcementPercent: 75 } });
  const next = (await api('sunita.supervisor', 'GET', `/api/v1/teams/${s.teamId}/months/2026-12`)).json;
  expect(next).toMatchObject({ target: { enforcementPercent: 40 } });
});

test('the hours of one officer are not told to other teams because a colleague was on leave', async () => {
  await done('joss.jet', '/api/v1/team-time', { onDay: '2026-10-08', activity: 'patrol', minutes: 100 });
  await done('sunita.supervisor', '/api/v1/team-time', {
    ...{ onDay: '2026-10-08', activity: 'leave', minutes: 400 },
  });
  await done('sunita.supervisor', `/api/v1/teams/${s.teamId}/months/2026-10/close`, {});
  const { teams } = (await api(outsider, 'GET', '/api/v1/teams')).json as {
    teams: { isOwn: boolean; split: string; standing: string | null }[];
  }; // the shape is the declaration's
  expect(teams.find(({ isOwn }) => !isOwn)).toMatchObject({ split: 'No month closed', standing: null });
});

test('a patrol stands and falls with its time: neither moves without the other', async () => {
  const plan = {
    ...{ title: 'The second square', districtCode: '', place: 'The square', fromOn: '2026-11-15' },
    ...{ toOn: '2026-11-30', priority: 'asb', lines: ['engage-communities'] },
  };
  const [area] = await world.sql<{ code: string }>(
    "select area_code as code from directory.agency where code = 'WEND'",
  );
  const { id: planId } = await done<Row>('sunita.supervisor', '/api/v1/patrol-plans', {
    ...plan,
    districtCode: area?.code,
  });
  const patrols = `/api/v1/patrol-plans/${planId}/patrols`;
  const patrol = { onDay: '2026-11-18', minutes: 30, lines: [], words: 'Quiet' };
  const before = Number(await figureOf('sunita.supervisor', 'T-05', '2026-11'));
  await done('joss.jet', patrols, { ...patrol, formsSent: 2 });
  expect(Number(await figureOf('sunita.supervisor', 'T-05', '2026-11'))).toBe(before + 1);
  const [entry] = await world.sql<Row>('select id, version from jet.time_entry where plan_id = $1', [planId]);
  const correct = `/api/v1/team-time/${entry?.id}/correct`;
  const time = { onDay: '2026-11-18', activity: 'patrol', minutes: 40, planId, version: entry?.version };
  for (const more of [{ planId: s.patrolPlanId }, { planId: undefined }, { activity: 'leave' }])
    expect(await refused('joss.jet', correct, { ...time, ...more })).toContain('patrol');
  // The plan began on the 15th.
  expect(await refused('joss.jet', correct, { ...time, onDay: '2026-11-14' })).toContain('planId');
  const corrected = await done<Row>('joss.jet', correct, { ...time, onDay: '2026-11-17' });
  interface Plan extends Row {
    patrols: number;
    formsSent: number;
    log: { onDay: string; minutes: number }[];
  }
  const read = async () =>
    (await api('sunita.supervisor', 'GET', `/api/v1/patrol-plans/${planId}`)).json as Plan; // the shape is the declaration's
  expect((await read()).log).toEqual([expect.objectContaining({ onDay: '2026-11-17', minutes: 40 })]);
  await done('joss.jet', `/api/v1/team-time/${entry?.id}/withdraw`, { version: corrected.version });
  expect(await read()).toMatchObject({ patrols: 0, formsSent: 0, log: [] });
  expect(Number(await figureOf('sunita.supervisor', 'T-05', '2026-11'))).toBe(before);
  // A key that made an entry of something else makes no patrol of it.
  const key = '5a3b1e00-0000-4000-8000-0000000000e1';
  await done('joss.jet', '/api/v1/team-time', { onDay: '2026-11-18', activity: 'surveys', minutes: 5, key });
  await refused('joss.jet', patrols, { ...patrol, key }, 409);
  // Nothing is logged for a plan that was ended.
  const { version } = await read();
  await done('sunita.supervisor', `/api/v1/patrol-plans/${planId}/end`, { version });
  expect(
    await refused('joss.jet', '/api/v1/team-time', { ...time, minutes: 5, version: undefined }),
  ).toContain('planId');
});

test('what stood in the register stays there, figures of months that are over stay, and nobody is accredited who has left', async () => {
  const joss = await officerIdOf('joss.jet');
  const ago = [await figureOf('joss.jet', 'P-01', '2026-10'), await figureOf('joss.jet', 'P-01b', '2026-10')];
  expect(ago[0]).toContain('1 of 1');
  const path = `/api/v1/reaccreditations/${s.reaccreditationId}`;
  const issue = { powers: ['csas.require-name'], badgeNumber: 'B7', expiresOn: '2029-11-19' };
  await done('priya.police', `${path}/issue`, { ...issue, version: 1 });
  // The one before ended today: at the end of October it held.
  expect(await figureOf('joss.jet', 'P-01', '2026-10')).toBe(ago[0]);
  const anew = await done<Row>('sunita.supervisor', '/api/v1/reaccreditations', { officerId: joss });
  const again = `/api/v1/reaccreditations/${anew.id}`;
  let { version } = anew;
  const tick = async (what: string, onDay: string) => {
    ({ version } = await done<Row>('sunita.supervisor', `${again}/tick`, { tick: what, onDay, version }));
  };
  await tick('vetted', '2026-11-19');
  await tick('trained', '2026-11-19');
  expect(
    await world.sql(
      "select name from directory.clearance where officer_id = $1 and kind = 'training' and replaced_on is null order by name",
      [joss],
    ),
  ).toEqual([{ name: 'CSAS refresher' }, { name: 'FPN issuing' }]);
  await tick('assessed', '2026-11-19');
  // A second badge on one day takes the place of the first.
  await done('priya.police', `${again}/issue`, { ...issue, badgeNumber: 'B8', version });
  expect(
    await world.sql(
      "select badge_number from directory.authorisation where officer_id = $1 and basis = 'csas' and withdrawn_on is null",
      [joss],
    ),
  ).toEqual([{ badge_number: 'B8' }]);
  // Vetting of an earlier day does not take the place of a later one.
  const third = await done<Row>('sunita.supervisor', '/api/v1/reaccreditations', { officerId: joss });
  expect(
    await refused('sunita.supervisor', `/api/v1/reaccreditations/${third.id}/tick`, {
      ...{ tick: 'vetted', onDay: '2026-11-03', version: third.version },
    }),
  ).toContain('onDay');
  await done('sunita.supervisor', `/api/v1/reaccreditations/${third.id}/stop`, { version: third.version });

  const [spare] = await world.sql<Row>(
    `select o.id from directory.officer o join directory.service_member m on m.officer_id = o.id join directory.service v on v.id = m.service_id
     where v.code = 'WEND-JET' and o.id not in (select officer_id from platform.account where is_persona) order by o.id limit 1`,
  );
  const begun = await done<Row>('sunita.supervisor', '/api/v1/reaccreditations', { officerId: spare?.id });
  const wendmere = await agencyOf('joss.jet');
  for (const gone of ['is_active = false', `agency_id = '${await agencyOf(outsider)}'`]) {
    await world.sql(`update directory.officer set ${gone} where id = $1`, [spare?.id]);
    expect(
      await refused('sunita.supervisor', `/api/v1/reaccreditations/${begun.id}/tick`, {
        ...{ tick: 'vetted', onDay: '2026-11-12', version: begun.version },
      }),
    ).toContain('Stop it');
    await world.sql('update directory.officer set is_active = true, agency_id = $2 where id = $1', [
      ...[spare?.id, wendmere],
    ]);
  }
});

test('days that no calendar of the field has are refused, and sessions that are over or years away', async () => {
  const [place] = await world.sql<{ id: string; area: string }>(
    "select s.id, a.area_code as area from directory.service s join directory.agency a on a.id = s.agency_id where s.code = 'WEND-JET'",
  );
  for (const day of ['0000-01-01', '0001-01-01', '9999-12-31']) {
    for (const url of [`/api/v1/team-duties?week=${day}`, `/api/v1/figures?from=${day}&to=${day}`])
      expect((await api('sunita.supervisor', 'GET', url)).status, url).toBeLessThan(500);
    expect((await (await as('sunita.supervisor')).get(`/teams/duties?week=${day}`)).status).toBeLessThan(500);
    const review = { fromOn: day, toOn: '2026-11-20', finding: 'Odd', action: 'None' };
    await refused('sunita.supervisor', `/api/v1/teams/${s.teamId}/reviews`, review);
    const course = { title: 'Odd', subjects: ['court-files'], onDay: day, place: 'Offices', isOpen: true };
    await refused('sunita.supervisor', '/api/v1/training', course);
    await refused('sunita.supervisor', `/api/v1/teams/${s.teamId}/target`, {
      ...{ enforcementPercent: 75, amberPoints: 5, startsOn: day, why: 'Odd' },
    });
    const plan = { title: 'Odd', place: 'Square', priority: 'asb', lines: ['engage-communities'] };
    await refused('sunita.supervisor', '/api/v1/patrol-plans', {
      ...{ ...plan, districtCode: place?.area, fromOn: day, toOn: day },
    });
    await refused('priya.police', '/api/v1/tasks/from-partners', {
      ...{ title: 'Odd visit', expected: 'None', serviceId: place?.id, dueOn: '2027-01-05' },
      ...{ partnerSystem: 'SafetyNet', partnerReference: 'SN-1', partnerOn: day },
    });
  }
});

test('the same form sent twice, or by two at once, is one plan, session, note, target or review', async () => {
  const [area] = await world.sql<{ code: string }>(
    "select area_code as code from directory.agency where code = 'WEND'",
  );
  const day = { fromOn: '2026-11-20', toOn: '2026-12-20' };
  const course = { title: 'Twice', subjects: ['court-files'], onDay: '2026-12-01', place: 'Offices' };
  for (const [url, body] of [
    [
      '/api/v1/patrol-plans',
      { ...day, title: 'Twice', districtCode: area?.code, place: 'Here', priority: 'asb', lines: ['orders'] },
    ],
    ['/api/v1/training', { ...course, isOpen: false }],
    ['/api/v1/practice-notes', { title: 'Twice', question: 'Is it?', answer: 'It is' }],
    [
      `/api/v1/teams/${s.teamId}/reviews`,
      { fromOn: '2026-11-01', toOn: '2026-11-20', finding: 'Surveys', action: 'Plans' },
    ],
  ] as const) {
    const both = await Promise.all([1, 2].map(() => api('sunita.supervisor', 'POST', url, body)));
    expect(both.map(({ status }) => status).sort(), url).toEqual([201, 422]);
  }
  const use = { power: 'fpn.litter', districtCode: area?.code, isInUniform: true, words: 'Litter' };
  const uses = await Promise.all(
    [1, 2].map(() =>
      api('joss.jet', 'POST', '/api/v1/team-powers/uses', {
        ...{ ...use, key: '5a3b1e00-0000-4000-8000-0000000000e2' },
      }),
    ),
  );
  expect(uses[0]?.status, uses[0]?.text).toBe(201);
  expect(uses[0]?.json).toEqual(uses[1]?.json);
  // Who came is said by another than the officer themselves, as with vetting, training and assessment.
  const made = await done<Row>('sunita.supervisor', '/api/v1/training', {
    ...{ ...course, title: 'Own', onDay: '2026-11-20', isOpen: false },
  });
  const { invitations } = await done<{ invitations: Row[] }>(
    ...(['sunita.supervisor', `/api/v1/training/${made.id}/invitations`] as const),
    { officerIds: [await officerIdOf('sunita.supervisor')] },
  );
  const came = { version: 1, state: 'passed' };
  const own = `/api/v1/training-invitations/${invitations[0]?.id}`;
  expect(await refused('sunita.supervisor', own, came)).toContain('their own');
  await done('callum.safety', own, came);
});

test('whoever serves in several services is on the roster of the one whose duties go out', async () => {
  const joss = await officerIdOf('joss.jet');
  const sunita = await officerIdOf('sunita.supervisor');
  await world.sql(
    `insert into directory.service_member (service_id, officer_id) select s.id, o from directory.service s, unnest($1::uuid[]) o
     where s.code like 'WEND-%' on conflict do nothing`,
    [[joss, sunita]],
  );
  clock.set('2026-11-20T10:00:01Z');
  await done('sunita.supervisor', '/api/v1/team-duties', {
    ...{ officerId: joss, onDay: '2026-12-07', startsAt: '08:00', endsAt: '16:00' },
  });
  clock.set('2026-11-20T10:00:00Z');
  expect(
    await world.sql(
      "select v.code from jet.shift s join directory.service v on v.id = s.service_id where s.on_day = '2026-12-07'",
    ),
  ).toEqual([{ code: 'WEND-JET' }]);
});

test('the tasking meeting moves with the Joint Action Group that is called off, at once', async () => {
  const [jag] = await world.sql<Row>(
    "select s.id from tasking.series s join directory.agency a on a.id = s.chair_agency_id where s.kind = 'JAG' and a.code = 'WEND'",
  );
  const services = await world.sql<Row>(
    "select id from directory.service where code in ('WEND-JET', 'WEND-CS')",
  );
  const after = await done<Row>('sunita.supervisor', `/api/v1/meeting-series/${jag?.id}/after`, {
    ...{ name: 'Tasking', daysAfter: 14, startsAt: '09:30', place: 'Offices', standingItems: 'Parking' },
    memberServiceIds: services.map(({ id }) => id),
  });
  const days = (id?: string) =>
    world.sql<Row & { day: string }>(
      `select id, version, held_on::text as day from tasking.meeting where series_id = $1 and status = 'scheduled' and held_on > '2026-11-20' order by held_on`,
      [id],
    );
  const following = (await days(after.id)).map(({ day }) => day);
  const twoWeeksOn = (day: string) => new Date(Date.parse(day) + 14 * 86_400_000).toISOString().slice(0, 10);
  const off = (await days(jag?.id)).find(({ day }) => following.includes(twoWeeksOn(day)));
  const cancelled = await (await as('callum.safety')).post(`/meetings/${off?.id}/cancel`, {
    version: String(off?.version),
  });
  expect(cancelled.status, cancelled.text).toBe(303);
  expect((await days(after.id)).map(({ day }) => day)).not.toContain(twoWeeksOn(off?.day ?? ''));
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
  const tables = [
    ...['time_entry', 'time_change', 'target', 'month', 'review', 'power_use', 'plan', 'patrol'],
    ...['shift', 'invitation', 'reaccreditation'],
  ];
  const counts = `select ${tables.map((table) => `(select count(*)::int from jet.${table} x where x.agency_id <> $1) as ${table}`).join(', ')},
    (select count(*)::int from directory.clearance c where not directory.serves(c.officer_id, $1)) as clearances,
    (select count(*)::int from jet.course where agency_id <> $1) as courses`;
  const [salt] = await onConnectionOf<Record<string, number>>(await agencyOf(outsider), counts, [
    await agencyOf(outsider),
  ]);
  expect(salt).toEqual(Object.fromEntries([...tables, 'clearances', 'courses'].map((table) => [table, 0])));
  // They are there to be read by their own: the fence is what keeps them, and other logins have no way in at all.
  const [there] = await world.sql<Record<string, number>>(
    `select ${tables.map((table) => `(select count(*)::int from jet.${table}) as ${table}`).join(', ')}`,
  );
  for (const table of tables) expect(there?.[table], table).toBeGreaterThan(0);
  expect(
    await world.sql(
      `select r as login from unnest(array['bailiwick_gov', 'bailiwick_safeguard', 'bailiwick_intel', 'bailiwick_public', 'bailiwick_tech']) r
       where has_schema_privilege(r, 'jet', 'usage') or (r <> 'bailiwick_tech' and has_table_privilege(r, 'directory.clearance', 'select'))`,
    ),
  ).toEqual([]);
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
  expect(
    await onConnectionOf(police, 'select id from jet.reaccreditation where id = $1', [s.reaccreditationId]),
  ).toEqual([]);
  expect(
    await onConnectionOf<{ n: number }>(police, 'select jet.end_accreditation($1, $2) as n', [
      s.reaccreditationId,
      '2026-11-20',
    ]),
  ).toEqual([{ n: 0 }]);
  // No council makes itself the force, takes another's officer, says that it issued one, or changes whom one is about.
  const ask = `insert into jet.reaccreditation (id, reference, officer_id, agency_id, force_agency_id, status, vetted_on, trained_on, assessed_on, opened_by, opened_at)
    values (gen_random_uuid(), 'AC-X', $1, $2, $3, $4, '2026-11-10', '2026-11-10', '2026-11-10', $1, now())`;
  const saltmarch = await agencyOf(outsider);
  for (const [agency, force, status] of [
    [wendmere, wendmere, 'ready'],
    [wendmere, police, 'ready'],
    [saltmarch, police, 'open'],
    [police, police, 'open'],
  ])
    await expect(
      onConnectionOf(agency ?? '', ask, [officer, agency, force, status]),
      `${agency} ${force} ${status}`,
    ).rejects.toThrow('row-level security');
  await expect(
    onConnectionOf(
      wendmere,
      `update jet.reaccreditation set status = 'issued', assessed_on = '2026-11-10', badge_number = 'X', expires_on = '2029-01-01', issued_on = '2026-11-20',
       powers = '{csas.require-name}' where id = $1`,
      [s.reaccreditationId],
    ),
  ).rejects.toThrow('row-level security');
  await expect(
    onConnectionOf(wendmere, 'update jet.reaccreditation set force_agency_id = $1', [wendmere]),
  ).rejects.toThrow('permission denied');
  // Nobody writes a month, an entry, a plan or a finding of another agency's team under their own name: the month would be the one
  // that all teams are told of, and would keep its own supervisor from closing it.
  const values = {
    month: `(id, team_id, agency_id, month, enforcement_minutes, street_minutes, uncounted_minutes, untasked_minutes, officers, enforcement_percent, amber_points,
      standing, closed_at, closed_by) values (gen_random_uuid(), $1, $2, '2026-09-01', 1, 99, 0, 0, 5, 75, 5, 'amber', now(), $3)`,
    time_entry: `(id, team_id, agency_id, officer_id, on_day, activity, counts_as, minutes, made_at)
      values (gen_random_uuid(), $1, $2, $3, '2026-11-19', 'patrol', 'enforcement', 5, now())`,
    review: `(id, reference, team_id, agency_id, from_on, to_on, counted_minutes, untasked_minutes, penalties, activities, finding, action, made_by, made_at)
      values (gen_random_uuid(), 'RV-X', $1, $2, '2026-11-01', '2026-11-02', 0, 0, 0, '[]', 'X', 'X', $3, now())`,
  };
  for (const [table, row] of Object.entries(values))
    await expect(
      onConnectionOf(saltmarch, `insert into jet.${table} ${row}`, [
        ...[s.teamId, saltmarch, await officerIdOf(outsider)],
      ]),
      table,
    ).rejects.toThrow('row-level security');
  // A connection that is nobody's compares no teams.
  expect(await onConnectionOf('', "select * from jet.comparison('2026-11-20')")).toEqual([]);
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
