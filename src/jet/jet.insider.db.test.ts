import { beforeAll, expect, test } from 'vitest';
import { otherSupervisor, type Row } from '../../test/support/jet.ts';
import { journey } from '../../test/support/journey.ts';
import { jetSamples } from '../../test/support/sample-jet.ts';

/** Joint enforcement as somebody of another agency, or a colleague without the right, would turn it. */
const days = journey('insider_jet', '2026-11-20T10:00:00Z');
const { asked, done, idsOf, look, made, onConnectionOf, page, placeOf, refused, sql, tried } = days;
/** The supervisor of another district's team. */
let outsider = '';
const s = jetSamples;

beforeAll(async () => {
  outsider = await otherSupervisor(days);
});

test('another agency’s supervisor finds no entry, month, finding, plan, duty, session or accreditation, and changes none', async () => {
  const month = `/teams/${s.teamId}/months/2026-11`;
  for (const url of [
    month,
    `/teams/${s.teamId}/reviews`,
    `/patrol-plans/${s.patrolPlanId}`,
    `/training/${s.courseId}`,
    `/reaccreditations/${s.reaccreditationId}`,
  ])
    expect((await asked(outsider, url)).status, url).toBe(404);
  for (const url of [
    `/teams/time/${s.timeEntryId}`,
    `/teams/${s.teamId}/months/2026-11`,
    `/teams/${s.teamId}/reviews`,
    `/teams/${s.teamId}/edit`,
    `/teams/plans/${s.patrolPlanId}`,
    `/teams/training/${s.courseId}`,
  ])
    expect((await page(outsider, url)).status, url).toBe(404);
  const time = { onDay: '2026-11-19', activity: 'patrol', minutes: 5 };
  const span = { fromOn: '2026-11-01', toOn: '2026-11-20' };
  for (const [url, body] of [
    [`/team-time/${s.timeEntryId}/correct`, { ...time, version: 1 }],
    [`/team-time/${s.timeEntryId}/withdraw`, { version: 1 }],
    [`${month}/close`, {}],
    [
      `/teams/${s.teamId}/target`,
      { enforcementPercent: 10, amberPoints: 5, startsOn: '2027-01-01', why: 'Mischief' },
    ],
    [`/teams/${s.teamId}/reviews`, { ...span, finding: 'Mischief', action: 'Mischief' }],
    [`/team-duties/${s.shiftId}/remove`, {}],
    [`/patrol-plans/${s.patrolPlanId}/patrols`, { ...time, words: 'Mischief', lines: [] }],
    [`/patrol-plans/${s.patrolPlanId}/end`, { version: 1 }],
    [`/training-invitations/${s.invitationId}`, { version: 1, state: 'absent' }],
    [`/reaccreditations/${s.reaccreditationId}/tick`, { version: 1, tick: 'vetted', onDay: '2026-11-19' }],
    [`/reaccreditations/${s.reaccreditationId}/stop`, { version: 1 }],
  ] as const)
    await refused(outsider, url, body, 404);
  // A plan of another agency is refused as one that is not there is.
  const [hidden, none] = await Promise.all(
    [s.patrolPlanId, '5a3b1e00-0000-4000-8000-00000000ffff'].map((planId) =>
      tried(outsider, '/team-time', { ...time, planId }),
    ),
  );
  expect(hidden?.status).toBe(422);
  expect(hidden?.json).toEqual(none?.json);
  // Nor does one put another agency's officer on duty, to training or up for accreditation.
  const { officer: officerId } = await idsOf('joss.jet');
  await refused(outsider, '/reaccreditations', { officerId });
  const shift = { officerId, onDay: '2026-11-30', startsAt: '08:00', endsAt: '16:00' };
  await refused(outsider, '/team-duties', shift);
  for (const url of [
    '/api/v1/team-powers',
    '/api/v1/team-duties?week=2026-11-23',
    '/api/v1/reaccreditations',
    '/api/v1/patrol-plans',
    '/api/v1/training',
    '/figures/T-02/records?period=2026-11',
    '/teams/powers.csv',
  ])
    expect((await page(outsider, url)).text, url).not.toMatch(/Thistlewood|Parmar|Sample s|SAMP-001/);
  // Of another team, a few people are not counted out; the own one is exact.
  const { teams } = await look<{
    teams: { isOwn: boolean; officers: string; vetted: string; split: string }[];
  }>(outsider, '/teams');
  expect(teams.find(({ isOwn }) => !isOwn)).toMatchObject({
    ...{ officers: 'Not shown: small numbers', vetted: '1 to 4', split: 'No month closed' },
  });
  expect(Number(teams.find(({ isOwn }) => isOwn)?.officers)).toBeGreaterThan(0);
});

test('a colleague reads their own time and powers alone; the police see an accreditation once it is ready, and no other of the team’s things', async () => {
  const fresh = await tried('sunita.supervisor', '/team-time', {
    ...{ onDay: '2026-11-19', activity: 'surveys', minutes: 77 },
  });
  const { id } = fresh.json as { id: string }; // the shape is the declaration's
  expect((await page('joss.jet', `/teams/time/${id}`)).status).toBe(404);
  const month = (await asked('joss.jet', `/teams/${s.teamId}/months/2026-11`)).text;
  expect(month).not.toContain('Parmar');
  expect((await asked('joss.jet', '/team-powers')).text).not.toContain('Parmar');
  expect((await page('joss.jet', '/teams/powers.csv')).text).not.toContain('Parmar');
  expect((await asked('joss.jet', `/teams/${s.teamId}/reviews`)).status).toBe(403);
  expect((await asked('priya.police', `/reaccreditations/${s.reaccreditationId}`)).status).toBe(200);
  expect((await asked('priya.police', `/teams/${s.teamId}/months/2026-11`)).status).toBe(403);
  const own = (await asked('priya.police', '/team-powers')).text;
  expect(own).not.toMatch(/Thistlewood|Parmar/);
  expect((await asked('priya.police', '/team-duties?week=2026-11-23')).text).not.toContain('Thistlewood');
  // Reception, the intelligence unit and the victim register have no way in.
  for (const who of ['rowan.reception', 'imran.intel', 'sadia.safeguarding', 'bea.board'])
    for (const url of ['/teams', '/teams/powers', '/teams/time', '/teams/duties', '/teams/training'])
      expect((await page(who, url)).status, `${who} ${url}`).toBe(403);
});

test('a team names a police team and an area, and no other agency’s service whose duties it would then be sent', async () => {
  interface Line extends Row {
    name: string;
    areaCode: string;
  }
  const { teams } = await look<{
    teams: { isOwn: boolean; team: Line }[];
  }>(outsider, '/teams');
  const own = teams.find(({ isOwn }) => isOwn)?.team;
  const [id, version, name, areaCode] = [own?.id, own?.version, own?.name, own?.areaCode];
  const url = `/teams/${id}/edit`;
  for (const { id: neighbourhoodServiceId } of await sql<Row>(
    "select id from directory.service where code in ('WEND-JET', 'WEND-PARK')",
  ))
    expect(await refused(outsider, url, { name, areaCode, version, neighbourhoodServiceId })).toContain(
      'neighbourhoodServiceId',
    );
  expect(await refused(outsider, url, { name, areaCode: 'Q99999999', version })).toContain('areaCode');
  const spare = { serviceId: id, name: 'Second team' };
  expect(await refused(outsider, '/teams', { ...spare, areaCode: 'nowhere' })).toContain('serviceId');
});

test('a month is judged by the target of its first day, and nobody moves the target once it runs', async () => {
  const url = `/teams/${s.teamId}/target`;
  const target = { enforcementPercent: 40, amberPoints: 5, why: 'To make it green' };
  expect(await refused('sunita.supervisor', url, { ...target, startsOn: '2026-11-19' })).toContain('today');
  await made('sunita.supervisor', url, { ...target, startsOn: '2026-11-20' });
  const month = (await asked('sunita.supervisor', `/teams/${s.teamId}/months/2026-11`)).json;
  expect(month).toMatchObject({ target: { enforcementPercent: 75 } });
  const next = (await asked('sunita.supervisor', `/teams/${s.teamId}/months/2026-12`)).json;
  expect(next).toMatchObject({ target: { enforcementPercent: 40 } });
});

test('the hours of one officer are not told to other teams because a colleague was on leave', async () => {
  await made('joss.jet', '/team-time', { onDay: '2026-10-08', activity: 'patrol', minutes: 100 });
  await made('sunita.supervisor', '/team-time', { onDay: '2026-10-08', activity: 'leave', minutes: 400 });
  await made('sunita.supervisor', `/teams/${s.teamId}/months/2026-10/close`, {});
  const { teams } = await look<{
    teams: { isOwn: boolean; split: string; standing: string | null }[];
  }>(outsider, '/teams');
  expect(teams.find(({ isOwn }) => !isOwn)).toMatchObject({ split: 'No month closed', standing: null });
});

test('the database gives a connection of operations its own agency’s rows, and lets the force alone accredit', async () => {
  // There is something to hide in each table.
  const time = { onDay: '2026-11-18', activity: 'patrol', minutes: 30 };
  const { id, version } = await made<Row>('joss.jet', '/team-time', time);
  await done('joss.jet', `/team-time/${id}/correct`, { ...time, minutes: 40, version });
  const review = { fromOn: '2026-11-01', toOn: '2026-11-20', finding: 'Surveys', action: 'Plans' };
  await made('sunita.supervisor', `/teams/${s.teamId}/reviews`, review);
  const patrol = { onDay: '2026-11-19', minutes: 20, lines: [], words: 'Quiet' };
  await made('joss.jet', `/patrol-plans/${s.patrolPlanId}/patrols`, patrol);
  await made('joss.jet', '/team-powers/uses', {
    ...{ power: 'fpn.litter', districtCode: (await placeOf()).district, isInUniform: true, words: 'Litter' },
  });
  const tables = [
    ...['time_entry', 'time_change', 'target', 'month', 'review', 'power_use', 'plan', 'patrol'],
    ...['shift', 'invitation', 'reaccreditation'],
  ];
  const counts = `select ${tables.map((table) => `(select count(*)::int from jet.${table} x where x.agency_id <> $1) as ${table}`).join(', ')},
    (select count(*)::int from directory.clearance c where not directory.serves(c.officer_id, $1)) as clearances,
    (select count(*)::int from jet.course where agency_id <> $1) as courses`;
  const { agency: saltmarch } = await idsOf(outsider);
  const [salt] = await onConnectionOf<Record<string, number>>({ agency: saltmarch }, counts, [saltmarch]);
  expect(salt).toEqual(Object.fromEntries([...tables, 'clearances', 'courses'].map((table) => [table, 0])));
  // They are there to be read by their own: the fence is what keeps them, and other logins have no way in at all.
  const [there] = await sql<Record<string, number>>(
    `select ${tables.map((table) => `(select count(*)::int from jet.${table}) as ${table}`).join(', ')}`,
  );
  for (const table of tables) expect(there?.[table], table).toBeGreaterThan(0);
  expect(
    await sql(
      `select r as login from unnest(array['bailiwick_gov', 'bailiwick_safeguard', 'bailiwick_intel', 'bailiwick_public', 'bailiwick_tech']) r
       where has_schema_privilege(r, 'jet', 'usage') or (r <> 'bailiwick_tech' and has_table_privilege(r, 'directory.clearance', 'select'))`,
    ),
  ).toEqual([]);
  const { officer } = await idsOf('joss.jet');
  const give = `insert into directory.authorisation (id, officer_id, basis, power, area_code, granted_on, requires_uniform, reference)
    values (gen_random_uuid(), $1, $2, 'csas.require-name', 'Q10000001', '2026-11-20', true, 'X/1')`;
  const wendmere = (await idsOf('joss.jet')).agency;
  const police = (await idsOf('priya.police')).agency;
  // Their own council gives no accreditation; the force gives no council's authority, and nothing to an officer who is not ready.
  await expect(onConnectionOf({ agency: wendmere }, give, [officer, 'csas'])).rejects.toThrow(
    'row-level security',
  );
  await expect(onConnectionOf({ agency: police }, give, [officer, 'council-officer'])).rejects.toThrow(
    'row-level security',
  );
  await sql("update jet.reaccreditation set status = 'open', assessed_on = null where id = $1", [
    s.reaccreditationId,
  ]);
  await expect(onConnectionOf({ agency: police }, give, [officer, 'csas'])).rejects.toThrow(
    'row-level security',
  );
  expect(
    await onConnectionOf({ agency: police }, 'select id from jet.reaccreditation where id = $1', [
      s.reaccreditationId,
    ]),
  ).toEqual([]);
  expect(
    await onConnectionOf<{ n: number }>({ agency: police }, 'select jet.end_accreditation($1, $2) as n', [
      s.reaccreditationId,
      '2026-11-20',
    ]),
  ).toEqual([{ n: 0 }]);
  // No council makes itself the force, takes another's officer, says that it issued one, or changes whom one is about.
  const ask = `insert into jet.reaccreditation (id, reference, officer_id, agency_id, force_agency_id, status, vetted_on, trained_on, assessed_on, opened_by, opened_at)
    values (gen_random_uuid(), 'AC-X', $1, $2, $3, $4, '2026-11-10', '2026-11-10', '2026-11-10', $1, now())`;
  for (const [agency, force, status] of [
    [wendmere, wendmere, 'ready'],
    [wendmere, police, 'ready'],
    [saltmarch, police, 'open'],
    [police, police, 'open'],
  ])
    await expect(
      onConnectionOf({ agency: agency ?? '' }, ask, [officer, agency, force, status]),
      `${agency} ${force} ${status}`,
    ).rejects.toThrow('row-level security');
  await expect(
    onConnectionOf(
      { agency: wendmere },
      `update jet.reaccreditation set status = 'issued', assessed_on = '2026-11-10', badge_number = 'X', expires_on = '2029-01-01', issued_on = '2026-11-20',
       powers = '{csas.require-name}' where id = $1`,
      [s.reaccreditationId],
    ),
  ).rejects.toThrow('row-level security');
  await expect(
    onConnectionOf({ agency: wendmere }, 'update jet.reaccreditation set force_agency_id = $1', [wendmere]),
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
      onConnectionOf({ agency: saltmarch }, `insert into jet.${table} ${row}`, [
        ...[s.teamId, saltmarch, (await idsOf(outsider)).officer],
      ]),
      table,
    ).rejects.toThrow('row-level security');
  // A connection that is nobody's compares no teams.
  expect(await onConnectionOf({ agency: '' }, "select * from jet.comparison('2026-11-20')")).toEqual([]);
  await expect(
    onConnectionOf(
      { agency: police },
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
    await refused('joss.jet', '/team-time', { ...time, ...more });
  expect((await asked('joss.jet', `/teams/${s.teamId}/months/2026-13`)).status).toBe(404);
  expect(
    (await asked('joss.jet', '/team-powers/ask?power=csas.require-name&districtCode=%00&isInUniform=yes'))
      .status,
  ).toBe(422);
  await refused('sunita.supervisor', `/teams/${s.teamId}/target`, {
    ...{ enforcementPercent: 3, amberPoints: 5, startsOn: '2027-01-01', why: 'Odd' },
  });
  const ready = { powers: [], badgeNumber: "B'; --", expiresOn: '2099-01-01', version: 1 };
  await refused('priya.police', `/reaccreditations/${s.reaccreditationId}/issue`, ready);
});
