import { expect, test } from 'vitest';
import { figureOf, otherSupervisor, type Row, weeksOn } from '../../test/support/jet.ts';
import { journey } from '../../test/support/journey.ts';
import { jetSamples } from '../../test/support/sample-jet.ts';

/** Figures, patrols, the register and meetings of joint enforcement keep to their bounds when somebody bends, repeats or misdates an entry. */
const days = journey('bounds_jet', '2026-11-20T10:00:00Z');
const { as, asked, clock, idsOf, look, made, done, page, placeOf, refused, sql, tried } = days;
const s = jetSamples;

test('a patrol stands and falls with its time: neither moves without the other', async () => {
  const plan = {
    ...{ title: 'The second square', districtCode: '', place: 'The square', fromOn: '2026-11-15' },
    ...{ toOn: '2026-11-30', priority: 'asb', lines: ['engage-communities'] },
  };
  const { district } = await placeOf();
  const { id: planId } = await made<Row>('sunita.supervisor', '/patrol-plans', {
    ...plan,
    districtCode: district,
  });
  const patrols = `/patrol-plans/${planId}/patrols`;
  const patrol = { onDay: '2026-11-18', minutes: 30, lines: [], words: 'Quiet' };
  const before = Number(await figureOf(days, 'sunita.supervisor', 'T-05', '2026-11'));
  await made('joss.jet', patrols, { ...patrol, formsSent: 2 });
  expect(Number(await figureOf(days, 'sunita.supervisor', 'T-05', '2026-11'))).toBe(before + 1);
  const [entry] = await sql<Row>('select id, version from jet.time_entry where plan_id = $1', [planId]);
  const correct = `/team-time/${entry?.id}/correct`;
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
  const read = async () => await look<Plan>('sunita.supervisor', `/patrol-plans/${planId}`);
  expect((await read()).log).toEqual([expect.objectContaining({ onDay: '2026-11-17', minutes: 40 })]);
  await done('joss.jet', `/team-time/${entry?.id}/withdraw`, { version: corrected.version });
  expect(await read()).toMatchObject({ patrols: 0, formsSent: 0, log: [] });
  expect(Number(await figureOf(days, 'sunita.supervisor', 'T-05', '2026-11'))).toBe(before);
  // A key that made an entry of something else makes no patrol of it.
  const key = '5a3b1e00-0000-4000-8000-0000000000e1';
  await made('joss.jet', '/team-time', { onDay: '2026-11-18', activity: 'surveys', minutes: 5, key });
  await refused('joss.jet', patrols, { ...patrol, key }, 409);
  // Nothing is logged for a plan that was ended.
  const { version } = await read();
  await done('sunita.supervisor', `/patrol-plans/${planId}/end`, { version });
  expect(await refused('joss.jet', '/team-time', { ...time, minutes: 5, version: undefined })).toContain(
    'planId',
  );
});

test('what stood in the register stays there, figures of months that are over stay, and nobody is accredited who has left', async () => {
  const joss = (await idsOf('joss.jet')).officer;
  const ago = [
    await figureOf(days, 'joss.jet', 'P-01', '2026-10'),
    await figureOf(days, 'joss.jet', 'P-01b', '2026-10'),
  ];
  expect(ago[0]).toContain('1 of 1');
  const path = `/reaccreditations/${s.reaccreditationId}`;
  const issue = { powers: ['csas.require-name'], badgeNumber: 'B7', expiresOn: '2029-11-19' };
  await done('priya.police', `${path}/issue`, { ...issue, version: 1 });
  // The one before ended today: at the end of October it held.
  expect(await figureOf(days, 'joss.jet', 'P-01', '2026-10')).toBe(ago[0]);
  const anew = await made<Row>('sunita.supervisor', '/reaccreditations', { officerId: joss });
  const again = `/reaccreditations/${anew.id}`;
  let { version } = anew;
  const tick = async (what: string, onDay: string) => {
    ({ version } = await done<Row>('sunita.supervisor', `${again}/tick`, { tick: what, onDay, version }));
  };
  await tick('vetted', '2026-11-19');
  await tick('trained', '2026-11-19');
  expect(
    await sql(
      "select name from directory.clearance where officer_id = $1 and kind = 'training' and replaced_on is null order by name",
      [joss],
    ),
  ).toEqual([{ name: 'CSAS refresher' }, { name: 'FPN issuing' }]);
  await tick('assessed', '2026-11-19');
  // A second badge on one day takes the place of the first.
  await done('priya.police', `${again}/issue`, { ...issue, badgeNumber: 'B8', version });
  expect(
    await sql(
      "select badge_number from directory.authorisation where officer_id = $1 and basis = 'csas' and withdrawn_on is null",
      [joss],
    ),
  ).toEqual([{ badge_number: 'B8' }]);
  // Vetting of an earlier day does not take the place of a later one.
  const third = await made<Row>('sunita.supervisor', '/reaccreditations', { officerId: joss });
  expect(
    await refused('sunita.supervisor', `/reaccreditations/${third.id}/tick`, {
      ...{ tick: 'vetted', onDay: '2026-11-03', version: third.version },
    }),
  ).toContain('onDay');
  await done('sunita.supervisor', `/reaccreditations/${third.id}/stop`, { version: third.version });

  const [spare] = await sql<Row>(
    `select o.id from directory.officer o join directory.service_member m on m.officer_id = o.id join directory.service v on v.id = m.service_id
     where v.code = 'WEND-JET' and o.id not in (select officer_id from platform.account where is_persona) order by o.id limit 1`,
  );
  const begun = await made<Row>('sunita.supervisor', '/reaccreditations', { officerId: spare?.id });
  const wendmere = (await idsOf('joss.jet')).agency;
  for (const gone of [
    'is_active = false',
    `agency_id = '${(await idsOf(await otherSupervisor(days))).agency}'`,
  ]) {
    await sql(`update directory.officer set ${gone} where id = $1`, [spare?.id]);
    expect(
      await refused('sunita.supervisor', `/reaccreditations/${begun.id}/tick`, {
        ...{ tick: 'vetted', onDay: '2026-11-12', version: begun.version },
      }),
    ).toContain('Stop it');
    await sql('update directory.officer set is_active = true, agency_id = $2 where id = $1', [
      ...[spare?.id, wendmere],
    ]);
  }
});

test('days that no calendar of the field has are refused, and sessions that are over or years away', async () => {
  const [place] = await sql<{ id: string; area: string }>(
    "select s.id, a.area_code as area from directory.service s join directory.agency a on a.id = s.agency_id where s.code = 'WEND-JET'",
  );
  for (const day of ['0000-01-01', '0001-01-01', '9999-12-31']) {
    for (const url of [`/team-duties?week=${day}`, `/figures?from=${day}&to=${day}`])
      expect((await asked('sunita.supervisor', url)).status, url).toBeLessThan(500);
    expect((await page('sunita.supervisor', `/teams/duties?week=${day}`)).status).toBeLessThan(500);
    const review = { fromOn: day, toOn: '2026-11-20', finding: 'Odd', action: 'None' };
    await refused('sunita.supervisor', `/teams/${s.teamId}/reviews`, review);
    const course = { title: 'Odd', subjects: ['court-files'], onDay: day, place: 'Offices', isOpen: true };
    await refused('sunita.supervisor', '/training', course);
    await refused('sunita.supervisor', `/teams/${s.teamId}/target`, {
      ...{ enforcementPercent: 75, amberPoints: 5, startsOn: day, why: 'Odd' },
    });
    const plan = { title: 'Odd', place: 'Square', priority: 'asb', lines: ['engage-communities'] };
    await refused('sunita.supervisor', '/patrol-plans', {
      ...{ ...plan, districtCode: place?.area, fromOn: day, toOn: day },
    });
    await refused('priya.police', '/tasks/from-partners', {
      ...{ title: 'Odd visit', expected: 'None', serviceId: place?.id, dueOn: '2027-01-05' },
      ...{ partnerSystem: 'SafetyNet', partnerReference: 'SN-1', partnerOn: day },
    });
  }
});

test('the same form sent twice, or by two at once, is one plan, session, note, target or review', async () => {
  const { district } = await placeOf();
  const day = { fromOn: '2026-11-20', toOn: '2026-12-20' };
  const course = { title: 'Twice', subjects: ['court-files'], onDay: '2026-12-01', place: 'Offices' };
  for (const [url, body] of [
    [
      '/patrol-plans',
      { ...day, title: 'Twice', districtCode: district, place: 'Here', priority: 'asb', lines: ['orders'] },
    ],
    ['/training', { ...course, isOpen: false }],
    ['/practice-notes', { title: 'Twice', question: 'Is it?', answer: 'It is' }],
    [
      `/teams/${s.teamId}/reviews`,
      { fromOn: '2026-11-01', toOn: '2026-11-20', finding: 'Surveys', action: 'Plans' },
    ],
  ] as const) {
    const both = await Promise.all([1, 2].map(() => tried('sunita.supervisor', url, body)));
    expect(both.map(({ status }) => status).sort(), url).toEqual([201, 422]);
  }
  const use = { power: 'fpn.litter', districtCode: district, isInUniform: true, words: 'Litter' };
  const uses = await Promise.all(
    [1, 2].map(() =>
      tried('joss.jet', '/team-powers/uses', { ...use, key: '5a3b1e00-0000-4000-8000-0000000000e2' }),
    ),
  );
  expect(uses[0]?.status, uses[0]?.text).toBe(201);
  expect(uses[0]?.json).toEqual(uses[1]?.json);
  // Who came is said by another than the officer themselves, as with vetting, training and assessment.
  const fresh = await made<Row>('sunita.supervisor', '/training', {
    ...{ ...course, title: 'Own', onDay: '2026-11-20', isOpen: false },
  });
  const { invitations } = await done<{ invitations: Row[] }>(
    'sunita.supervisor',
    `/training/${fresh.id}/invitations`,
    { officerIds: [(await idsOf('sunita.supervisor')).officer] },
  );
  const came = { version: 1, state: 'passed' };
  const own = `/training-invitations/${invitations[0]?.id}`;
  expect(await refused('sunita.supervisor', own, came)).toContain('their own');
  await done('callum.safety', own, came);
});

test('whoever serves in several services is on the roster of the one whose duties go out', async () => {
  const joss = (await idsOf('joss.jet')).officer;
  const sunita = (await idsOf('sunita.supervisor')).officer;
  await sql(
    `insert into directory.service_member (service_id, officer_id) select s.id, o from directory.service s, unnest($1::uuid[]) o
     where s.code like 'WEND-%' on conflict do nothing`,
    [[joss, sunita]],
  );
  clock.set('2026-11-20T10:00:01Z');
  await made('sunita.supervisor', '/team-duties', {
    ...{ officerId: joss, onDay: '2026-12-07', startsAt: '08:00', endsAt: '16:00' },
  });
  clock.set('2026-11-20T10:00:00Z');
  expect(
    await sql(
      "select v.code from jet.shift s join directory.service v on v.id = s.service_id where s.on_day = '2026-12-07'",
    ),
  ).toEqual([{ code: 'WEND-JET' }]);
});

test('the tasking meeting moves with the Joint Action Group that is called off, at once', async () => {
  const [jag] = await sql<Row>(
    "select s.id from tasking.series s join directory.agency a on a.id = s.chair_agency_id where s.kind = 'JAG' and a.code = 'WEND'",
  );
  const services = await sql<Row>("select id from directory.service where code in ('WEND-JET', 'WEND-CS')");
  const after = await made<Row>('sunita.supervisor', `/meeting-series/${jag?.id}/after`, {
    ...{ name: 'Tasking', daysAfter: 14, startsAt: '09:30', place: 'Offices', standingItems: 'Parking' },
    memberServiceIds: services.map(({ id }) => id),
  });
  const daysOf = (id?: string) =>
    sql<Row & { day: string }>(
      `select id, version, held_on::text as day from tasking.meeting where series_id = $1 and status = 'scheduled' and held_on > '2026-11-20' order by held_on`,
      [id],
    );
  const following = (await daysOf(after.id)).map(({ day }) => day);
  const off = (await daysOf(jag?.id)).find(({ day }) => following.includes(weeksOn(day, 2)));
  const cancelled = await (await as('callum.safety')).post(`/meetings/${off?.id}/cancel`, {
    version: String(off?.version),
  });
  expect(cancelled.status, cancelled.text).toBe(303);
  expect((await daysOf(after.id)).map(({ day }) => day)).not.toContain(weeksOn(off?.day ?? '2026-01-01', 2));
});

test('fifteen who are accredited and whose vetting nobody recorded are fifteen “not known”, and no pass', async () => {
  const lead = 'sunita.supervisor';
  const [jet] = await sql<Row & { agency: string }>(
    "select id, agency_id as agency from directory.service where code = 'WEND-JET'",
  );
  const own = async () => {
    const { teams } = await look<{
      teams: { isOwn: boolean; accredited: string; vettingUnknown: string; officers: string }[];
    }>(lead, '/teams');
    const row = teams.find(({ isOwn }) => isOwn);
    return [row?.accredited, row?.vettingUnknown, row?.officers].map(Number);
  };
  const before = await own();
  for (let n = 1; n <= 15; n += 1) {
    const name = `Officer ${String.fromCharCode(64 + n)}sley`;
    const { officerId } = await made<{ officerId: string }>('dana.directory', '/directory/people', {
      ...{ name, email: `officer${n}@wendmere.example`, username: `officer.${n}`, agencyId: jet?.agency },
      ...{ serviceIds: [jet?.id], reason: 'Joined the team' },
    });
    // As the force's list had them before the product.
    await sql(
      `insert into directory.authorisation (id, officer_id, basis, power, area_code, granted_on, expires_on, requires_uniform, reference)
       select gen_random_uuid(), o.id, 'csas', 'csas.require-name', a.area_code, '2026-01-01', '2028-12-31', true, 'CSAS-' || $2
       from directory.officer o join directory.agency a on a.id = o.agency_id join platform.account c on c.officer_id = o.id where c.username = $1`,
      [`officer.${n}`, officerId ?? n],
    );
  }
  const after = await own();
  expect(after.map((n, at) => n - (before[at] ?? 0))).toEqual([15, 15, 15]);
  const { held } = await look<{ held: { officerName: string; kind: string; holding: string }[] }>(
    lead,
    '/team-powers',
  );
  const csas = held.filter((one) => one.officerName.startsWith('Officer ') && one.kind === 'csas');
  expect(csas).toHaveLength(15);
});
