import { afterAll, beforeAll, expect, test } from 'vitest';
import { performScheduled } from '../../test/support/jobs.ts';
import { intelligenceSamples } from '../../test/support/sample-intelligence.ts';
import {
  type MovableClock,
  movableClock,
  openWorld,
  type Visitor,
  type World,
} from '../../test/support/world.ts';

/** Journey 3, steps 4 to 9, by `/api/v1`: the profile, an Op Assist of all districts and the county, its stops, penalties and figures. */
let world: World;
const clock: MovableClock = movableClock('2026-11-20T10:00:00Z');
const visitors = new Map<string, Visitor>();
const as = async (name: string): Promise<Visitor> => {
  const key = `${name} ${clock.now().toISOString()}`;
  const visitor = visitors.get(key) ?? (await world.as(name));
  visitors.set(key, visitor);
  return visitor;
};
async function call<T>(
  who: string,
  method: 'GET' | 'POST',
  url: string,
  body?: unknown,
  status = method === 'GET' ? 200 : 201,
): Promise<T> {
  const answer = await (await as(who)).api(method, url, body);
  expect(answer.status, `${method} ${url}: ${answer.text}`).toBe(status);
  return answer.json as T; // the shape is the declaration's
}
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
const officerOf = async (username: string) =>
  (
    await world.sql<{ id: string }>('select officer_id as id from platform.account where username = $1', [
      username,
    ])
  )[0]?.id ?? '';
let path = '';
let id = '';

beforeAll(async () => {
  world = await openWorld({ name: 'j3_operation', clock });
  await world.sql(
    `update platform.account c set is_persona = true from directory.role_grant g where g.officer_id = c.officer_id and g.role = 'community-safety-coordinator'`,
  );
  answering = await world.sql(
    `select distinct on (a.code) c.username, o.id as officer, a.id as agency, a.code from directory.agency a join directory.officer o on o.agency_id = a.id
     join platform.account c on c.officer_id = o.id join directory.role_grant g on g.officer_id = o.id
     where (g.role = 'community-safety-coordinator' and a.code <> 'WEND') or c.username in ('tess.trading', 'priya.police') order by a.code, c.username`,
  );
});
afterAll(() => world.close());

test('4. the analyst’s problem profile is released as a package; the districts, the county and the police agree an Op Assist', async () => {
  const wendmere = (await as(lead)).viewer.kind === 'officer' ? (await as(lead)).viewer : undefined;
  const draft = await call<{ id: string; version: number; reference: string }>(
    'anya.analyst',
    'POST',
    '/api/v1/intelligence/packages',
    {
      title: 'Problem profile: waste carriers without a registration',
      ...{
        paragraphs: [intelligenceSamples.readyParagraphId],
        gateway: 'cda-s115',
        purpose: 'To stop unlicensed carriage of waste',
      },
      ...{
        harm: 'Four fly-tips in two districts',
        enforcement: 'A day of stops on the moor road',
        deadline: '2026-12-01',
      },
      agencies: [
        wendmere?.kind === 'officer' ? wendmere.agencyId : '',
        ...answering.map(({ agency }) => agency),
      ],
    },
  );
  await call(
    'morag.manager',
    'POST',
    `/api/v1/intelligence/packages/${draft.id}/release`,
    { version: draft.version },
    200,
  );
  await call(lead, 'POST', `/api/v1/packages/${draft.id}/acknowledge`, {}, 200);
  await call(lead, 'POST', `/api/v1/packages/${draft.id}/answer`, { answer: 'accepted' }, 200);
  const [district] = await world.sql<{ code: string }>(
    "select area_code as code from directory.agency where code = 'WEND'",
  );
  const planned = await call<Shown>(lead, 'POST', '/api/v1/operations', {
    ...{
      name: 'Op Assist North Moors',
      onDay: '2026-12-02',
      districtCode: district?.code,
      packageReference: draft.reference,
    },
    ...{ objectives: 'Stop unlicensed waste carriers', roads: 'The moor road, both ways' },
    briefing: 'Two to each vehicle. Nobody stands on the carriageway.',
    agencies: answering.map(({ agency }) => agency),
  });
  ({ id } = planned);
  path = `/api/v1/operations/${id}`;
  // The whole county: every district, the county council and the force.
  expect(planned.agencies.length).toBe(answering.length + 1);
  const early = await (await as(lead)).api('POST', `${path}/steps/agree`, { version: planned.version });
  expect(early.text).toContain('Still to answer');
  expect((await (await as('priya.police')).get('/home')).text).toContain(
    'Does your agency take part on 2 December 2026?',
  );
  for (const { username, officer } of answering) {
    await call(username, 'POST', `${path}/answer`, { answer: 'agreed' }, 200);
    await call(username, 'POST', `${path}/officers`, { officerId: officer, part: 'keep-record' });
  }
  // Whoever was not asked finds nothing.
  expect((await (await as('hollis.housing')).api('GET', path)).status).toBe(404);
  expect((await (await as('imran.intel')).api('GET', path)).status).toBe(403);
});

test('✘ 5. an officer whose accreditation has lapsed is not put on stopping vehicles, nor one without authority on penalties', async () => {
  const sunita = await officerOf('sunita.supervisor');
  const lapsed = await (await as(lead)).api('POST', `${path}/officers`, {
    officerId: sunita,
    part: 'stop-vehicles',
  });
  expect(lapsed.status).toBe(422);
  expect(lapsed.text).toContain('Sunita Parmar cannot do this on the day: stop vehicles.');
  expect(lapsed.text).toContain('ran out on 2026-10-27');
  await world.sql(
    `update directory.authorisation set expires_on = '2026-11-30' where officer_id = $1 and power like 'fpn.%' and basis = 'council-officer'`,
    [sunita],
  );
  // It holds today, and not on the day of action.
  const penalties = await (await as(lead)).api('POST', `${path}/officers`, {
    officerId: sunita,
    part: 'issue-penalties',
  });
  expect(penalties.status).toBe(422);
  expect(penalties.text).toContain('ran out on 2026-11-30');
  const joss = await officerOf('joss.jet');
  for (const part of ['stop-vehicles', 'issue-penalties', 'check-papers'])
    await call(lead, 'POST', `${path}/officers`, { officerId: joss, part });
  const own = await officerOf('priya.police');
  // The force's own: its power reaches the whole area of the force.
  await call('priya.police', 'POST', `${path}/officers`, { officerId: own, part: 'stop-vehicles' });
  const screened = await call<Shown>(lead, 'POST', `${path}/visits`, { vehicle: 'QX19 TIP' });
  expect(screened.visits).toHaveLength(1);
  const plan = await call<Shown>(lead, 'GET', path);
  expect(
    plan.officers
      .filter(({ part }) => part === 'stop-vehicles')
      .every(({ powerReference }) => powerReference),
  ).toBe(true);
  expect(
    (await call<Shown>(lead, 'POST', `${path}/steps/agree`, { version: plan.version }, 200)).status,
  ).toBe('agreed');
  const soon = await (await as(lead)).api('POST', `${path}/steps/begin`, { version: plan.version + 1 });
  expect(soon.text).toContain('It is on 2 December 2026');
});

const drafts: string[] = [];
test('6. on the day six stops; a registration not produced is £300, the duty of care what the council asked on the day of the offence', async () => {
  clock.set('2026-12-02T15:00:00Z');
  const { version } = await call<Shown>(lead, 'GET', path);
  expect((await call<Shown>(lead, 'POST', `${path}/steps/begin`, { version }, 200)).status).toBe('under-way');
  const stop = {
    kind: 'vehicle',
    place: 'Lay-by on the moor road',
    isLicenceChecked: true,
    result: 'in-order',
    words: 'Driver told why',
  };
  for (const [at, more] of [
    ['09:10', { vehicle: 'QX11 AAA' }],
    ['09:40', { vehicle: 'QX19 TIP', result: 'registration-not-produced' }],
    ['10:20', { vehicle: 'QX12 BBB' }],
    ['11:05', { kind: 'householder', result: 'duty-of-care', isLicenceChecked: false }],
  ] as const)
    await call('joss.jet', 'POST', `${path}/stops`, { ...stop, at, ...more });
  for (const at of ['13:00', '13:30'])
    await call('priya.police', 'POST', `${path}/stops`, {
      ...stop,
      at,
      vehicle: `QX13 C${at.slice(3)}`,
      result: 'advised',
    });
  const late = await (await as('joss.jet')).api('POST', `${path}/stops`, {
    ...stop,
    at: '15:30',
    vehicle: 'QX14 DDD',
  });
  expect(late.status).toBe(422);
  // Not on the plan: a supervisor of the same council logs nothing.
  expect(
    (
      await (
        await as('sunita.supervisor')
      ).api('POST', `${path}/stops`, { ...stop, at: '12:00', vehicle: 'QX15 EEE' })
    ).status,
  ).toBe(422);
  const day = await call<Shown>('joss.jet', 'GET', path);
  expect(day.stops).toHaveLength(6);
  // To the others a stop says what came of it, and not which vehicle; whoever leads reads all of them.
  const police = await call<Shown>('priya.police', 'GET', path);
  expect(police.stops.filter(({ vehicle }) => vehicle !== null)).toHaveLength(2);
  const amounts: number[] = [];
  const [postcode] = await world.sql<{ postcode: string }>(
    "select postcode from directory.postcode p join directory.agency a on a.area_code = p.district_code where a.code = 'WEND' order by postcode limit 1",
  );
  for (const [result, offence, name] of [
    ['registration-not-produced', 'waste-carrier-registration', 'Gareth Tipley'],
    ['duty-of-care', 'household-waste-duty', 'Orla Tenterden'],
  ]) {
    const made = day.stops.find((one) => one.result === result);
    const { penaltyId } = await call<{ penaltyId: string }>(
      'joss.jet',
      'POST',
      `${path}/stops/${made?.id}/penalty`,
      {},
    );
    expect((await (await as('joss.jet')).api('POST', `${path}/stops/${made?.id}/penalty`, {})).status).toBe(
      409,
    );
    drafts.push(penaltyId);
    const at = `/api/v1/penalties/${penaltyId}`;
    for (const item of [
      { kind: 'statement', words: 'Statement of the officer at the roadside' },
      { kind: 'photo', words: 'Photograph of the load' },
    ])
      await call('joss.jet', 'POST', `${at}/evidence`, item);
    const draft = await call<Penalty>('joss.jet', 'GET', at);
    const edited = await call<Penalty>(
      'joss.jet',
      'POST',
      `${at}/edit`,
      {
        ...{
          version: draft.version,
          offence,
          offenceOn: '2026-12-02',
          offenceTime: '09:40',
          placeWords: 'Lay-by on the moor road',
        },
        ...{ postcode: postcode?.postcode, policyConsidered: true, identifiedBy: 'cctv' },
        ...{ recipientName: name, recipientAddress: '4 Made Up Lane, Ollerquay' },
      },
      200,
    );
    const issued = await call<Penalty>(
      'joss.jet',
      'POST',
      `${at}/issue`,
      { version: edited.version, servedHow: 'in-person', isInUniform: true },
      200,
    );
    await call(
      'joss.jet',
      'POST',
      `${at}/serve`,
      { version: issued.version, sentOn: '2026-12-02', servedHow: 'in-person', servedBy: 'Joss Thistlewood' },
      200,
    );
    amounts.push(issued.amountPence);
  }
  // £300 by law; £400 as Wendmere adopted it from October 2023.
  expect(amounts).toEqual([30_000, 40_000]);
});

test('7. one is paid in time; the other is not paid on day 15 and becomes a prosecution file', async () => {
  const [first, second] = drafts.map((penaltyId) => `/api/v1/penalties/${penaltyId}`);
  const paid = await call<Penalty>('joss.jet', 'GET', first ?? '');
  expect(paid.payUntil).toBe('2026-12-16');
  await call(
    'joss.jet',
    'POST',
    `${first}/payments`,
    { version: paid.version, pounds: '300', paidOn: '2026-12-02', paymentReference: 'PAY/1' },
    201,
  );
  expect((await call<Penalty>('joss.jet', 'GET', first ?? '')).status).toMatch(/^paid-/);
  clock.set('2026-12-17T09:00:00Z');
  await performScheduled(world, clock, 'lapse-penalties');
  const overdue = await call<Penalty>('sunita.supervisor', 'GET', second ?? '');
  expect(overdue.status).toBe('overdue');
  const referred = await (await as('sunita.supervisor')).api('POST', `${second}/refer`, {
    version: overdue.version,
    reason: 'Not paid on the fifteenth day',
  });
  expect(referred.status, referred.text).toBe(200);
  expect(
    (
      await call<Penalty & { papers: { kind: string }[] }>('sunita.supervisor', 'GET', second ?? '')
    ).papers.map(({ kind }) => kind),
  ).toContain('prosecution-file');
});

test('8. each agency reports, with its own count of intelligence forms; the debrief keeps results, lessons and the wish for another', async () => {
  const before = await call<Shown>(lead, 'GET', path);
  expect(
    (
      await (
        await as(lead)
      ).api('POST', `${path}/steps/debrief`, { version: before.version, results: 'R', lessons: 'L' })
    ).text,
  ).toContain('Still to report');
  await (await as('joss.jet')).api('POST', '/api/v1/intelligence-forms', {
    ...{ body: 'A driver says that two other vans tip at the quarry.', howKnown: 'told', fears: 'no' },
  });
  for (const { username } of answering)
    await call(
      username,
      'POST',
      `${path}/report`,
      { formsSent: 0, arrests: 0, wantsAgain: true, words: 'Went well' },
      200,
    );
  await call(
    lead,
    'POST',
    `${path}/report`,
    { formsSent: 1, arrests: 0, wantsAgain: true, words: 'Two penalties' },
    200,
  );
  const { version } = await call<Shown>(lead, 'GET', path);
  const done = await call<Shown>(
    lead,
    'POST',
    `${path}/steps/debrief`,
    { version, results: 'Six stops, two penalties', lessons: 'Start earlier; all want another' },
    200,
  );
  expect(done.status).toBe('debriefed');
  // The analyst adds what came as intelligence; the form is in the queue and nowhere on the day's page.
  expect(
    (await (await as('imran.intel')).api('GET', '/api/v1/intelligence/items?words=quarry')).text,
  ).toContain('quarry');
  for (const who of [lead, 'priya.police'])
    expect((await (await as(who)).get(`/operations/${id}`)).text).not.toContain('quarry');
});

test('✔ 9. the figure opens to the six stops; the penalties are counted with the others', async () => {
  const period = 'from=2026-12-01&to=2026-12-17';
  const figure = await call<{ now?: { value: number }; figure?: { value: number } }>(
    lead,
    'GET',
    `/api/v1/figures/E-05?${period}`,
  );
  expect(JSON.stringify(figure)).toContain('"value":6');
  const { records } = await call<{ records: { label: string; href: string }[] }>(
    lead,
    'GET',
    `/api/v1/figures/E-05/records?${period}`,
  );
  const { stops } = await call<Shown>(lead, 'GET', path);
  expect(records.map(({ label }) => label).sort()).toEqual(stops.map(({ reference }) => reference).sort());
  expect(records.every(({ href }) => href.startsWith(`/operations/${id}#stop-`))).toBe(true);
  const page = await (await as(lead)).get(`/figures/E-05?${period}`);
  expect(page.status).toBe(200);
  const issued = await call<{ records: { id: string }[] }>(
    lead,
    'GET',
    `/api/v1/figures/E-01/records?${period}`,
  );
  expect(issued.records.map((one) => one.id)).toEqual(expect.arrayContaining(drafts));
  expect((await call<object>(lead, 'GET', `/api/v1/figures/E-02?${period}`)) !== null).toBe(true);
  // An agency that took no part counts none of them.
  const none = await call<{ records: unknown[] }>(
    'hollis.housing',
    'GET',
    `/api/v1/figures/E-05/records?${period}`,
  );
  expect(none.records).toEqual([]);
});
