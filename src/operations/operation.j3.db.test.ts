import { beforeAll, expect, test } from 'vitest';
import { journey } from '../../test/support/journey.ts';
import { intelligenceSamples } from '../../test/support/sample-intelligence.ts';

/** Journey 3, steps 4 to 9, by `/api/v1`: the profile, an Op Assist of all districts and the county, its stops, penalties and figures. */
const days = journey('j3_operation', '2026-11-20T10:00:00Z');
const { as, asked, clock, done, idsOf, look, made, page, perform, placeOf, refused, sql, tried } = days;
interface Shown {
  id: string;
  version: number;
  status: string;
  agencies: { agencyName: string; state: string; formsSent: number | null }[];
  officers: { officerName: string; part: string; powerReference: string | null }[];
  visits: { place: string; result: string; precautions: string[] }[];
  stops: {
    id: string;
    reference: string;
    result: string;
    penaltyId: string | null;
    vehicle: string | null;
  }[];
  steps: { action: string; conditions: { code: string; met: boolean; mend: string }[] }[];
}
interface Penalty {
  id: string;
  status: string;
  version: number;
  amountPence: number;
  payUntil: string;
}

/** Who answers for each agency that takes part: a coordinator of each district, trading standards of the county, the police. */
let answering: { username: string; officer: string; agency: string; code: string }[] = [];
const lead = 'callum.safety';
let path = '';
let id = '';

beforeAll(async () => {
  await sql(
    `update platform.account c set is_persona = true from directory.role_grant g where g.officer_id = c.officer_id and g.role = 'community-safety-coordinator'`,
  );
  answering = await sql(
    `select distinct on (a.code) c.username, o.id as officer, a.id as agency, a.code from directory.agency a join directory.officer o on o.agency_id = a.id
     join platform.account c on c.officer_id = o.id join directory.role_grant g on g.officer_id = o.id
     where (g.role = 'community-safety-coordinator' and a.code <> 'WEND') or c.username in ('tess.trading', 'priya.police') order by a.code, c.username`,
  );
});

test('4. the analyst’s problem profile is released as a package; the districts, the county and the police agree an Op Assist', async () => {
  const draft = await made<{ id: string; version: number; reference: string }>(
    'anya.analyst',
    '/intelligence/packages',
    {
      title: 'Problem profile: waste carriers without a registration',
      ...{ paragraphs: [intelligenceSamples.readyParagraphId], gateway: 'cda-s115' },
      ...{ purpose: 'To stop unlicensed carriage of waste', harm: 'Four fly-tips in two districts' },
      ...{ enforcement: 'A day of stops on the moor road', deadline: '2026-12-01' },
      agencies: [(await idsOf(lead)).agency, ...answering.map(({ agency }) => agency)],
    },
  );
  await done('morag.manager', `/intelligence/packages/${draft.id}/release`, { version: draft.version });
  await done(lead, `/packages/${draft.id}/acknowledge`, {});
  await done(lead, `/packages/${draft.id}/answer`, { answer: 'accepted' });
  const { district } = await placeOf();
  const planned = await made<Shown>(lead, '/operations', {
    ...{ name: 'Op Assist North Moors', onDay: '2026-12-02', districtCode: district },
    ...{ packageReference: draft.reference, objectives: 'Stop unlicensed waste carriers' },
    roads: 'The moor road, both ways',
    briefing: 'Two to each vehicle. Nobody stands on the carriageway.',
    agencies: answering.map(({ agency }) => agency),
  });
  ({ id } = planned);
  path = `/operations/${id}`;
  // The whole county: every district, the county council and the force.
  expect(planned.agencies.length).toBe(answering.length + 1);
  expect(await refused(lead, `${path}/steps/agree`, { version: planned.version })).toContain(
    'Still to answer',
  );
  expect((await page('priya.police', '/home')).text).toContain(
    'Does your agency take part on 2 December 2026?',
  );
  for (const { username, officer } of answering) {
    await done(username, `${path}/answer`, { answer: 'agreed' });
    await made(username, `${path}/officers`, { officerId: officer, part: 'keep-record' });
  }
  // Whoever was not asked finds nothing.
  expect((await asked('hollis.housing', path)).status).toBe(404);
  expect((await asked('imran.intel', path)).status).toBe(403);
});

test('✘ 5. an officer whose accreditation has lapsed is not put on stopping vehicles, nor one without authority on penalties', async () => {
  const { officer: sunita } = await idsOf('sunita.supervisor');
  const lapsed = await refused(lead, `${path}/officers`, { officerId: sunita, part: 'stop-vehicles' });
  expect(lapsed).toContain('Sunita Parmar cannot do this on the day: stop vehicles.');
  expect(lapsed).toContain('ran out on 2026-10-27');
  await sql(
    `update directory.authorisation set expires_on = '2026-11-30' where officer_id = $1 and power like 'fpn.%' and basis = 'council-officer'`,
    [sunita],
  );
  // It holds today, and not on the day of action.
  const penalties = await tried(lead, `${path}/officers`, { officerId: sunita, part: 'issue-penalties' });
  expect(penalties.status).toBe(422);
  expect(penalties.text).toContain('ran out on 2026-11-30');
  const { officer: joss } = await idsOf('joss.jet');
  for (const part of ['stop-vehicles', 'issue-penalties', 'check-papers'])
    await made(lead, `${path}/officers`, { officerId: joss, part });
  const { officer: own } = await idsOf('priya.police');
  // The force's own: its power reaches the whole area of the force.
  await made('priya.police', `${path}/officers`, { officerId: own, part: 'stop-vehicles' });
  const screened = await made<Shown>(lead, `${path}/visits`, { vehicle: 'QX19 TIP' });
  expect(screened.visits).toHaveLength(1);
  // What was asked is in the log, also where nothing was met.
  const logged = (what: string) =>
    sql(
      `select s.result from assurance.screening s join operations.operation_visit v on v.screening_id = s.id where v.place = '${what}'`,
    );
  expect(await logged('QX19 TIP')).toEqual([{ result: 'nothing' }]);
  // A van whose driver is marked «two officers»: one of the council's alone does not go, and the plan is not settled.
  const marker = {
    ...{
      about: 'person',
      name: 'Gethin Pryor',
      vehicle: 'QX66 TWO',
      told: 'to-tell',
      type: 'VI',
      precaution: 'two-officers',
    },
    ...{ why: 'Drove at a warden', evidence: 'Notebook 7', reviewOn: '2027-02-01' },
  };
  expect((await (await as(lead)).post('/markers', marker)).status).toBe(303);
  const met = await made<Shown>(lead, `${path}/visits`, { vehicle: 'QX66 TWO' });
  expect(await logged('QX66 TWO')).toEqual([{ result: 'two-officers' }]);
  expect(JSON.stringify(met.visits)).not.toContain('Drove at');
  expect(await refused(lead, `${path}/steps/agree`, { version: met.version })).toContain(
    'Two officers of the agency that goes there are needed: QX66 TWO',
  );
  await made(lead, `${path}/officers`, { officerId: (await idsOf(lead)).officer, part: 'keep-record' });
  const plan = await look<Shown>(lead, path);
  expect(
    plan.officers
      .filter(({ part }) => part === 'stop-vehicles')
      .every(({ powerReference }) => powerReference),
  ).toBe(true);
  expect((await done<Shown>(lead, `${path}/steps/agree`, { version: plan.version })).status).toBe('agreed');
  expect(await refused(lead, `${path}/steps/begin`, { version: plan.version + 1 })).toContain(
    'It is on 2 December 2026',
  );
});

const drafts: string[] = [];
test('6. on the day six stops; a registration not produced is £300, the duty of care what the council asked on the day of the offence', async () => {
  clock.set('2026-12-02T15:00:00Z');
  const { version } = await look<Shown>(lead, path);
  // The screens are twelve days old: what holds by now is asked before anybody sets out.
  expect(await refused(lead, `${path}/steps/begin`, { version })).toMatch(
    /Screen again: QX(19 TIP; QX66 TWO|66 TWO; QX19 TIP)\./,
  );
  for (const vehicle of ['QX19 TIP', 'QX66 TWO']) await made(lead, `${path}/visits`, { vehicle });
  expect((await done<Shown>(lead, `${path}/steps/begin`, { version })).status).toBe('under-way');
  const stop = {
    ...{ kind: 'vehicle', place: 'Lay-by on the moor road', isLicenceChecked: true, result: 'in-order' },
    words: 'Driver told why',
  };
  for (const [at, more] of [
    ['09:10', { vehicle: 'QX11 AAA' }],
    ['09:40', { vehicle: 'QX19 TIP', result: 'registration-not-produced' }],
    ['10:20', { vehicle: 'QX12 BBB' }],
    ['11:05', { kind: 'householder', result: 'duty-of-care', isLicenceChecked: false }],
  ] as const)
    await made('joss.jet', `${path}/stops`, { ...stop, at, ...more });
  for (const at of ['13:00', '13:30'])
    await made('priya.police', `${path}/stops`, {
      ...{ ...stop, at, vehicle: `QX13 C${at.slice(3)}`, result: 'advised' },
    });
  await refused('joss.jet', `${path}/stops`, { ...stop, at: '15:30', vehicle: 'QX14 DDD' });
  // Not on the plan: a supervisor of the same council logs nothing.
  await refused('sunita.supervisor', `${path}/stops`, { ...stop, at: '12:00', vehicle: 'QX15 EEE' });
  const day = await look<Shown>('joss.jet', path);
  expect(day.stops).toHaveLength(6);
  // To the others a stop says what came of it, and not which vehicle; whoever leads reads all of them.
  const police = await look<Shown>('priya.police', path);
  expect(police.stops.filter(({ vehicle }) => vehicle !== null)).toHaveLength(2);
  const amounts: number[] = [];
  const { postcode } = await placeOf();
  for (const [result, offence, name] of [
    ['registration-not-produced', 'waste-carrier-registration', 'Gareth Tipley'],
    ['duty-of-care', 'household-waste-duty', 'Orla Tenterden'],
  ]) {
    const fresh = day.stops.find((one) => one.result === result);
    const { penaltyId } = await made<{ penaltyId: string }>(
      'joss.jet',
      `${path}/stops/${fresh?.id}/penalty`,
      {},
    );
    await refused('joss.jet', `${path}/stops/${fresh?.id}/penalty`, {}, 409);
    drafts.push(penaltyId);
    const at = `/penalties/${penaltyId}`;
    for (const item of [
      { kind: 'statement', words: 'Statement of the officer at the roadside' },
      { kind: 'photo', words: 'Photograph of the load' },
    ])
      await made('joss.jet', `${at}/evidence`, item);
    const draft = await look<Penalty>('joss.jet', at);
    const edited = await done<Penalty>('joss.jet', `${at}/edit`, {
      ...{ version: draft.version, offence, offenceOn: '2026-12-02', offenceTime: '09:40' },
      ...{ placeWords: 'Lay-by on the moor road', postcode, policyConsidered: true, identifiedBy: 'cctv' },
      ...{ recipientName: name, recipientAddress: '4 Made Up Lane, Ollerquay' },
    });
    const issued = await done<Penalty>('joss.jet', `${at}/issue`, {
      ...{ version: edited.version, servedHow: 'in-person', isInUniform: true },
    });
    await done('joss.jet', `${at}/serve`, {
      ...{ version: issued.version, sentOn: '2026-12-02', servedHow: 'in-person' },
      servedBy: 'Joss Thistlewood',
    });
    amounts.push(issued.amountPence);
  }
  // £300 by law; £400 as Wendmere adopted it from October 2023.
  expect(amounts).toEqual([30_000, 40_000]);
});

test('7. one is paid in time; the other is not paid on day 15 and becomes a prosecution file', async () => {
  const [first, second] = drafts.map((penaltyId) => `/penalties/${penaltyId}`);
  const paid = await look<Penalty>('joss.jet', first ?? '');
  expect(paid.payUntil).toBe('2026-12-16');
  await made('joss.jet', `${first}/payments`, {
    ...{ version: paid.version, pounds: '300', paidOn: '2026-12-02', paymentReference: 'PAY/1' },
  });
  expect((await look<Penalty>('joss.jet', first ?? '')).status).toMatch(/^paid-/);
  clock.set('2026-12-17T09:00:00Z');
  await perform('lapse-penalties');
  const overdue = await look<Penalty>('sunita.supervisor', second ?? '');
  expect(overdue.status).toBe('overdue');
  const referred = await tried('sunita.supervisor', `${second}/refer`, {
    version: overdue.version,
    reason: 'Not paid on the fifteenth day',
  });
  expect(referred.status, referred.text).toBe(200);
  expect(
    (await look<Penalty & { papers: { kind: string }[] }>('sunita.supervisor', second ?? '')).papers.map(
      ({ kind }) => kind,
    ),
  ).toContain('prosecution-file');
});

test('8. each agency reports, with its own count of intelligence forms; the debrief keeps results, lessons and the wish for another', async () => {
  const before = await look<Shown>(lead, path);
  expect(
    await refused(lead, `${path}/steps/debrief`, { version: before.version, results: 'R', lessons: 'L' }),
  ).toContain('Still to report');
  await tried('joss.jet', '/intelligence-forms', {
    ...{ body: 'A driver says that two other vans tip at the quarry.', howKnown: 'told', fears: 'no' },
  });
  for (const { username } of answering)
    await done(username, `${path}/report`, {
      ...{ formsSent: 0, arrests: 0, wantsAgain: true, words: 'Went well' },
    });
  await done(lead, `${path}/report`, { formsSent: 1, arrests: 0, wantsAgain: true, words: 'Two penalties' });
  const { version } = await look<Shown>(lead, path);
  const ended = await done<Shown>(lead, `${path}/steps/debrief`, {
    ...{ version, results: 'Six stops, two penalties', lessons: 'Start earlier; all want another' },
  });
  expect(ended.status).toBe('debriefed');
  // The analyst adds what came as intelligence; the form is in the queue and nowhere on the day's page.
  expect((await asked('imran.intel', '/intelligence/items?words=quarry')).text).toContain('quarry');
  for (const who of [lead, 'priya.police'])
    expect((await page(who, `/operations/${id}`)).text).not.toContain('quarry');
});

test('✔ 9. the figure opens to the six stops; the penalties are counted with the others', async () => {
  const period = 'from=2026-12-01&to=2026-12-17';
  const figure = await look<{ now?: { value: number }; figure?: { value: number } }>(
    lead,
    `/figures/E-05?${period}`,
  );
  expect(JSON.stringify(figure)).toContain('"value":6');
  const { records } = await look<{ records: { label: string; href: string }[] }>(
    lead,
    `/figures/E-05/records?${period}`,
  );
  const { stops } = await look<Shown>(lead, path);
  expect(records.map(({ label }) => label).sort()).toEqual(stops.map(({ reference }) => reference).sort());
  expect(records.every(({ href }) => href.startsWith(`/operations/${id}#stop-`))).toBe(true);
  const shown = await page(lead, `/figures/E-05?${period}`);
  expect(shown.status).toBe(200);
  const issued = await look<{ records: { id: string }[] }>(lead, `/figures/E-01/records?${period}`);
  expect(issued.records.map((one) => one.id)).toEqual(expect.arrayContaining(drafts));
  expect((await look<object>(lead, `/figures/E-02?${period}`)) !== null).toBe(true);
  // An agency that took no part counts none of them.
  const none = await look<{ records: unknown[] }>('hollis.housing', `/figures/E-05/records?${period}`);
  expect(none.records).toEqual([]);
});
