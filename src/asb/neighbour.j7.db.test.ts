import { afterAll, beforeAll, expect, test } from 'vitest';
import { performScheduled } from '../../test/support/jobs.ts';
import {
  type MovableClock,
  movableClock,
  openWorld,
  type Visitor,
  type World,
} from '../../test/support/world.ts';
import { unzip } from '../platform/documents/zip.ts';

/** Journey 7, the neighbour at joint agency tasking and a community trigger, by `/api/v1`. */
let world: World;
const clock: MovableClock = movableClock('2026-05-04T09:00:00Z');
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
  const answer = await (await as(who)).api(method, `/api/v1${url}`, body);
  expect(answer.status, `${who} ${method} ${url}: ${answer.text}`).toBe(status);
  return answer.json as T; // the shape is the declaration's
}
const tried = async (who: string, url: string, body: unknown = {}) =>
  (await as(who)).api('POST', `/api/v1${url}`, body);
const publicly = (method: 'GET' | 'POST', url: string, body?: unknown) =>
  world.nobody.api(method, `/api/v1${url}`, body);

interface Case {
  id: string;
  version: number;
  status: string;
  level: string | null;
  isOverdue: boolean;
  assessDueOn: string;
  complainants: { id: string; position: number; contactDueOn: string | null; isContactMet: boolean | null }[];
  assessments: { number: number; total: number; level: string; answers: unknown[] }[];
  orders: {
    id: string;
    version: number;
    kind: string;
    status: string;
    age: number;
    convictedOn: string | null;
    endsOn: string | null;
    reviewOn: string | null;
  }[];
  breaches: { releaseOn: string | null; planId: string | null }[];
  steps: { action: string; conditions: { code: string; met: boolean }[] }[];
}
interface Nomination {
  id: string;
  version: number;
  status: string;
  contributions: { kind: string; words: string; why: string }[];
  actions: { id: string; taskId: string; words: string; status: string }[];
  plans: { id: string }[];
}
interface Plan {
  version: number;
  releaseOn: string;
  escalateOn: string;
  escalatedOn: string | null;
  missing: string[];
  missingNow: string[];
  required: string[];
  actions: { taskId: string; words: string; status: string }[];
}
interface Review {
  id: string;
  version: number;
  status: string;
  acknowledgeBy: string;
  agenciesBy: string;
  decideBy: string;
  panelBy: string;
  reportBy: string | null;
  threshold: {
    met: boolean;
    counted: number;
    needed: number;
    why: string;
    complaints: { qualifies: boolean; isSame: boolean; why: string }[];
  };
  recommendations: { id: string; version: number; response: string | null }[];
  letters: { kind: string; version: number; format: string }[];
}
const callum = 'callum.safety';
const priya = 'priya.police';
let hana = ''; // health
let finn = ''; // fire
let other = ''; // somebody of the council who did not handle the case
const officer = async (username: string) =>
  (
    await world.sql<{ id: string; agency: string }>(
      'select o.id, o.agency_id as agency from directory.officer o join platform.account c on c.officer_id = o.id where c.username = $1',
      [username],
    )
  )[0] ?? { id: '', agency: '' };
const service = async (code: string) =>
  (await world.sql<{ id: string }>('select id from directory.service where code = $1', [code]))[0]?.id ?? '';
/** Somebody of a service who may sign in here. */
async function personaOf(code: string): Promise<string> {
  const [row] = await world.sql<{ username: string }>(
    `update platform.account set is_persona = true where officer_id = (select m.officer_id from directory.service_member m join directory.service s on s.id = m.service_id
       join directory.officer o on o.id = m.officer_id and o.agency_id = s.agency_id where s.code = $1 order by o.name limit 1) returning username`,
    [code],
  );
  return row?.username ?? '';
}
const scores = (each: number, ...others: [string, number][]) => ({
  ...Object.fromEntries(
    [
      'frequency',
      'escalation',
      'targeted',
      'history',
      'health',
      'personal',
      'situational',
      'support',
      'fear',
      'others',
    ].map((code) => [code, each]),
  ),
  ...Object.fromEntries(others),
});
let district = '';
let postcode = '';
let file: Case;
let vulnerable: Nomination;
let prolific: Nomination;
const get = async () => (file = await call<Case>(callum, 'GET', `/asb/${file.id}`));

beforeAll(async () => {
  world = await openWorld({ name: 'j7', clock });
  // The figures are of this journey alone.
  await world.sql('truncate asb.asb_case, asb.review, asb.publication cascade');
  [hana, finn, other] = [
    await personaOf('MICB-SAFE'),
    await personaOf('MFRS-PREV'),
    await personaOf('WEND-HSG'),
  ];
  const [area] = await world.sql<{ district: string; postcode: string }>(
    "select p.district_code as district, p.postcode from directory.postcode p join directory.agency a on a.area_code = p.district_code where a.code = 'WEND' order by p.postcode limit 1",
  );
  ({ district, postcode } = area ?? { district: '', postcode: '' });
});
afterAll(() => world.close());

test('1: a case from an e-mail, high risk, one contact for each who complains', async () => {
  const me = await officer(callum);
  const opening = {
    ...{
      category: 'personal',
      subType: 'nuisance-neighbours',
      channel: 'email',
      summary: 'Fires lit in the kitchen, shouting',
      districtCode: district,
    },
    ...{ placeWords: 'The end of the terrace', subjectName: 'Neville Nextdoor', receivedOn: '2026-05-01' },
    ...{ name: 'Nora Neighbour', email: 'nora@neighbour.example', contactOfficerId: me.id },
  };
  const stranger = await tried(callum, '/asb', { ...opening, contactOfficerId: (await officer(priya)).id });
  expect([stranger.status, stranger.text]).toEqual([422, expect.stringContaining('your agency')]);
  file = await call<Case>(callum, 'POST', '/asb', opening);
  file = await call<Case>(callum, 'POST', `/asb/${file.id}/complainants`, {
    name: 'Otto Opposite',
    phone: '01632 960004',
    contactOfficerId: me.id,
  });
  expect(file.complainants.map(({ position, contactDueOn }) => [position, contactDueOn])).toEqual([
    [1, null],
    [2, null],
  ]);
  const assessed = {
    scores: scores(2, ['history', 0]),
    victimWords: 'Afraid that the house burns',
    version: file.version,
  };
  const part = await tried(callum, `/asb/${file.id}/assessments`, { ...assessed, scores: { frequency: 1 } });
  expect(part.status).toBe(422);
  const why = await tried(callum, `/asb/${file.id}/assessments`, {
    ...assessed,
    scores: scores(0),
    overrides: ['safeguarding'],
  });
  expect([why.status, why.text]).toEqual([422, expect.stringContaining('Say why it is high')]);
  file = await call<Case>(callum, 'POST', `/asb/${file.id}/assessments`, {
    ...assessed,
    ...{ scores: scores(1), overrides: ['safeguarding'], overrideWords: 'Fire risk, and his health' },
  });
  expect([file.level, file.assessDueOn, file.assessments[0]?.total]).toEqual(['high', '2026-06-01', 10]);
  // Reported on Friday 1 May; Monday 4 May is a bank holiday: one working day is Tuesday. Who came on Monday as well.
  expect(file.complainants.map(({ contactDueOn }) => contactDueOn)).toEqual(['2026-05-05', '2026-05-05']);
  await tried(callum, `/asb/${file.id}/contacts`, {
    complainantId: file.complainants[0]?.id,
    onDay: '2026-05-04',
    words: 'Rang: who deals with it',
  });
  clock.set('2026-05-06T09:00:00Z');
  await get();
  expect(file.complainants.map(({ isContactMet }) => isContactMet)).toEqual([true, false]);
});

test('2: reassurance, an incident, the risk anew; two nominations', async () => {
  const none = await tried(callum, `/asb/${file.id}/measures`, {
    kind: 'community-remedy',
    onDay: '2026-05-06',
    words: 'Cleaning the steps',
  });
  expect([none.status, none.text]).toEqual([422, expect.stringContaining('views are asked for first')]);
  await call(callum, 'POST', `/asb/${file.id}/measures`, {
    kind: 'reassurance',
    onDay: '2026-05-06',
    words: 'Called on both',
  });
  file = await call<Case>(callum, 'POST', `/asb/${file.id}/contacts`, {
    complainantId: file.complainants[1]?.id,
    onDay: '2026-05-06',
    words: 'Called',
  });
  clock.set('2026-06-02T09:00:00Z');
  await get();
  expect(file.isOverdue).toBe(true);
  file = await call<Case>(callum, 'POST', `/asb/${file.id}/incidents`, {
    onDay: '2026-06-01',
    words: 'Took a parcel from the step',
  });
  file = await call<Case>(callum, 'POST', `/asb/${file.id}/assessments`, {
    scores: scores(2),
    victimWords: 'Worse than before',
    version: file.version,
  });
  expect(file.assessments.map(({ number, total, level }) => [number, total, level])).toEqual([
    [2, 20, 'high'],
    [1, 10, 'high'],
  ]);
  const [series] = await world.sql<{ id: string }>("select id from tasking.series where kind = 'JATAC'");
  const agencies = [
    (await officer(priya)).agency,
    (await officer(hana)).agency,
    (await officer(finn)).agency,
  ];
  const nomination = {
    seriesId: series?.id,
    asbId: file.id,
    subjectName: 'Neville Nextdoor',
    words: 'Unwell, and stealing',
    level: 'high',
    agencies,
  };
  vulnerable = await call<Nomination>(callum, 'POST', '/nominations', {
    ...nomination,
    category: 'vulnerable',
  });
  prolific = await call<Nomination>(callum, 'POST', '/nominations', {
    ...nomination,
    category: 'prolific-offender',
  });
  expect(vulnerable.status).toBe('nominated');
  expect(
    (await tried(priya, `/nominations/${vulnerable.id}/steps/accept`, { version: vulnerable.version }))
      .status,
  ).toBe(403);
  for (const one of [vulnerable, prolific])
    Object.assign(
      one,
      await call(callum, 'POST', `/nominations/${one.id}/steps/accept`, { version: one.version }, 200),
    );
});

test('3: contributions for their audience; to the others there is none', async () => {
  const url = `/nominations/${vulnerable.id}/contributions`;
  const health = {
    kind: 'health',
    words: 'Known to the community mental-health team',
    basis: 'without-consent',
    why: 'Risk of fire to others',
  };
  expect((await tried(hana, url, { ...health, audience: 'group' })).status).toBe(422);
  expect((await tried(hana, url, { ...health, audience: 'named', audienceIds: [] })).status).toBe(422);
  expect(
    (
      await tried(hana, url, {
        ...health,
        why: '',
        audience: 'named',
        audienceIds: [(await officer(callum)).id],
      })
    ).status,
  ).toBe(422);
  await call(hana, 'POST', url, { ...health, audience: 'named', audienceIds: [(await officer(callum)).id] });
  await call(priya, 'POST', url, {
    kind: 'police',
    words: 'Two thefts in May',
    audience: 'group',
    basis: 'consent',
  });
  const seen = async (who: string) =>
    (await call<Nomination>(who, 'GET', `/nominations/${vulnerable.id}`)).contributions
      .map(({ kind }) => kind)
      .sort();
  expect(await seen(callum)).toEqual(['health', 'police']);
  expect(await seen(priya)).toEqual(['police']);
  expect(await seen(other)).toEqual(['police']);
  expect((await (await as('hollis.housing')).api('GET', `/api/v1/nominations/${vulnerable.id}`)).status).toBe(
    404,
  );
});

test('4: a contract is for ten and over and a criminal behaviour order is on conviction alone, with its lengths by age', async () => {
  const url = `/asb/${file.id}/orders`;
  expect((await tried(callum, url, { kind: 'abc', age: 9, terms: 'Quiet' })).status).toBe(422);
  file = await call<Case>(callum, 'POST', url, { kind: 'abc', age: 41, terms: 'No fires\nNo shouting' });
  const abc = file.orders.find(({ kind }) => kind === 'abc');
  const signed = await call<Case['orders'][number]>(
    callum,
    'POST',
    `/asb-orders/${abc?.id}/steps/sign`,
    { version: abc?.version, on: '2026-06-02' },
    200,
  );
  expect([signed.status, signed.endsOn, signed.reviewOn]).toEqual(['signed', '2026-12-01', '2026-09-02']);
  await call(callum, 'POST', `/asb-orders/${abc?.id}/breaches`, {
    onDay: '2026-06-02',
    words: 'A fire in the yard',
    result: 'warned',
  });
  await call(
    callum,
    'POST',
    `/asb-orders/${abc?.id}/steps/end`,
    { version: signed.version, on: '2026-06-02', reason: 'An order instead' },
    200,
  );
  const after = { onDay: '2026-06-03', words: 'After it was ended', result: 'none' };
  clock.set('2026-06-03T09:00:00Z');
  expect((await tried(callum, `/asb-orders/${abc?.id}/breaches`, after)).text).toContain('to 2 June 2026');

  file = await call<Case>(callum, 'POST', url, {
    kind: 'cbo',
    age: 41,
    terms: 'Not to enter the terrace',
    court: 'Quayside magistrates',
  });
  const early = file.orders.find(({ kind }) => kind === 'cbo');
  const refused = await tried(callum, `/asb-orders/${early?.id}/steps/make`, {
    version: early?.version,
    on: '2026-06-02',
  });
  expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('on conviction alone')]);
  file = await call<Case>(callum, 'POST', url, {
    kind: 'cbo',
    age: 16,
    terms: 'None',
    convictedOn: '2026-06-01',
  });
  const young = file.orders.find(({ age }) => age === 16);
  const youth = await tried(callum, `/asb-orders/${young?.id}/steps/make`, {
    version: young?.version,
    on: '2026-06-02',
    endsOn: '2027-06-01',
  });
  expect([youth.status, youth.text]).toEqual([422, expect.stringContaining('youth offending team')]);
  // The lengths go by the age on the day it is made, which may be more than on the day it was asked for.
  file = await call<Case>(callum, 'POST', url, {
    ...{ kind: 'cbo', age: 17, terms: 'None', convictedOn: '2026-06-01', youthTeamOn: '2026-06-01' },
  });
  const grown = file.orders.find(({ age }) => age === 17);
  const grownMade = (age: number) =>
    tried(callum, `/asb-orders/${grown?.id}/steps/make`, {
      ...{ version: grown?.version, on: '2026-06-02', endsOn: '2027-06-01', age },
    });
  expect((await grownMade(18)).text).toContain('2 years at least');
  expect((await grownMade(16)).text).toContain('They were 17');
  file = await call<Case>(callum, 'POST', url, {
    kind: 'cbo',
    age: 41,
    terms: 'Not to enter the terrace\nNo fires',
    court: 'Quayside magistrates',
    convictedOn: '2026-06-01',
  });
  const cbo = file.orders.find(({ age, convictedOn }) => age === 41 && convictedOn !== null);
  const make = `/asb-orders/${cbo?.id}/steps/make`;
  const short = await tried(callum, make, { version: cbo?.version, on: '2026-06-02', endsOn: '2028-05-31' });
  expect([short.status, short.text]).toEqual([422, expect.stringContaining('2 years at least')]);
  const made = await call<Case['orders'][number]>(
    callum,
    'POST',
    make,
    { version: cbo?.version, on: '2026-06-02', endsOn: '2028-06-01' },
    200,
  );
  expect([made.status, made.reviewOn]).toEqual(['in-force', null]);
});

let planId = '';
test('5 and 6: breaches, custody, and the plan before the release; what is missing is escalated seven days before', async () => {
  const cbo = (await get()).orders.find(({ status }) => status === 'in-force');
  const url = `/asb-orders/${cbo?.id}/breaches`;
  clock.set('2026-06-20T09:00:00Z');
  expect((await tried(callum, url, { onDay: '2026-06-01', words: 'Before', result: 'none' })).status).toBe(
    422,
  );
  await call(callum, 'POST', url, { onDay: '2026-06-10', words: 'In the terrace', result: 'fined' });
  expect((await tried(callum, url, { onDay: '2026-06-18', words: 'Again', result: 'custody' })).status).toBe(
    422,
  );
  const custody = { onDay: '2026-06-18', words: 'Again', result: 'custody', releaseOn: '2026-09-01' };
  expect((await tried(callum, url, { ...custody, custodyFrom: '2026-07-01' })).text).toContain(
    'in the future',
  );
  file = await call<Case>(callum, 'POST', url, {
    onDay: '2026-06-18',
    words: 'Again',
    result: 'custody',
    custodyFrom: '2026-06-19',
    releaseOn: '2026-09-01',
  });
  planId = file.breaches.find(({ releaseOn }) => releaseOn)?.planId ?? '';
  const plan = await call<Plan>(callum, 'GET', `/release-plans/${planId}`);
  expect([plan.releaseOn, plan.escalateOn, plan.missingNow]).toEqual([
    '2026-09-01',
    '2026-08-25',
    ['fire-safety', 'care', 'vulnerability', 'contact'],
  ]);
  const actions = `/release-plans/${planId}/actions`;
  const fire = {
    serviceId: await service('MFRS-PREV'),
    part: 'fire-safety',
    words: 'Sensors linked to the responder',
    startsOn: '2026-08-28',
  };
  expect((await tried(callum, actions, { ...fire, startsOn: '2026-09-01' })).status).toBe(422);
  expect((await tried(priya, actions, fire)).status).toBe(404);
  expect((await tried(callum, actions, { ...fire, serviceId: await service('HARB-NEIGH') })).status).toBe(
    422,
  );
  await call(callum, 'POST', actions, fire);
  const police = await service('MPOL-SNT1');
  await call(callum, 'POST', actions, {
    serviceId: police,
    part: 'vulnerability',
    words: 'Vulnerability assessment',
    startsOn: '2026-08-20',
  });
  await call(callum, 'POST', actions, {
    serviceId: police,
    part: 'contact',
    words: 'Calls each week',
    startsOn: '2026-08-31',
  });
  // The fire service reads its own action and nobody else's; the task itself says nothing of anybody.
  const own = await call<{ actions: { words: string; taskId: string }[] }>(
    finn,
    'GET',
    '/nomination-actions',
  );
  expect(own.actions.map(({ words }) => words)).toEqual(['Sensors linked to the responder']);
  const task = await (await as(finn)).get(`/tasks/${own.actions[0]?.taskId}`);
  expect(task.status).toBe(200);
  expect(task.text).not.toMatch(/Neville|sensors|release/i);

  clock.set('2026-08-24T05:00:00Z');
  await performScheduled(world, clock, 'escalate-release-plans');
  expect((await call<Plan>(callum, 'GET', `/release-plans/${planId}`)).escalatedOn).toBeNull();
  clock.set('2026-08-25T05:00:00Z');
  await performScheduled(world, clock, 'escalate-release-plans');
  const escalated = await call<Plan>(callum, 'GET', `/release-plans/${planId}`);
  expect([escalated.escalatedOn, escalated.missing]).toEqual(['2026-08-25', ['care']]);
  const mail = await world.sql<{ to: string; body: string }>(
    "select to_address as to, body from platform.outbox where reason = 'release plan escalated'",
  );
  expect(mail.map(({ to }) => to)).toEqual(['callum.safety@staff.example']);
  expect(mail[0]?.body).not.toMatch(/Neville|care|custody/i);
  await performScheduled(world, clock, 'escalate-release-plans');
  expect(
    await world.sql("select 1 from platform.outbox where reason = 'release plan escalated'"),
  ).toHaveLength(1);
  await call(callum, 'POST', actions, {
    serviceId: await service('MICB-SAFE'),
    part: 'care',
    words: 'A carer twice a day',
    startsOn: '2026-08-31',
  });
  const whole = await call<Plan>(callum, 'GET', `/release-plans/${planId}`);
  expect(whole.missingNow).toEqual([]);
  // The release comes sooner: what would begin too late is missing, and it is escalated anew. The breach stays one breach.
  const move = (releaseOn: string, version: number, status = 200) =>
    call<Plan>(
      callum,
      'POST',
      `/release-plans/${planId}/release`,
      { releaseOn, reason: 'Moved', version },
      status,
    );
  expect((await tried(priya, `/release-plans/${planId}/release`, {})).status).not.toBe(200);
  await move('2026-06-19', whole.version, 422);
  const sooner = await move('2026-08-30', whole.version);
  expect([sooner.escalateOn, sooner.escalatedOn, sooner.missingNow]).toEqual([
    '2026-08-23',
    null,
    ['care', 'contact'],
  ]);
  await move('2026-08-31', whole.version, 409);
  // With nobody to tell it waits for somebody.
  const addresses = await world.sql<{ id: string; email: string }>(
    'select id, email from directory.officer where email is not null',
  );
  await world.sql('update directory.officer set email = null');
  await performScheduled(world, clock, 'escalate-release-plans');
  expect((await call<Plan>(callum, 'GET', `/release-plans/${planId}`)).escalatedOn).toBeNull();
  for (const { id, email } of addresses)
    await world.sql('update directory.officer set email = $2 where id = $1', [id, email]);
  await performScheduled(world, clock, 'escalate-release-plans');
  const again = await call<Plan>(callum, 'GET', `/release-plans/${planId}`);
  expect([again.escalatedOn, again.missing]).toEqual(['2026-08-25', ['care', 'contact']]);
  expect(
    await world.sql("select 1 from platform.outbox where reason = 'release plan escalated'"),
  ).toHaveLength(2);
  expect((await move('2026-09-01', again.version)).missingNow).toEqual([]);
});

const application = {
  ...{ name: 'Nora Neighbour', applicantKind: 'complainant', email: 'nora@neighbour.example' },
  complaints: [
    { happenedOn: '2026-05-01', complainedOn: '2026-05-01', told: 'The council' },
    { happenedOn: '2026-05-01', complainedOn: '2026-05-02', told: 'The police' },
    { happenedOn: '2026-06-01', complainedOn: '2026-06-01', told: 'The council' },
    { happenedOn: '2026-06-10', complainedOn: '2026-07-20', told: 'The landlord' },
  ],
};
let review: Review;
let receipt = { reference: '', phrase: '' };
const step = async (action: string, body: object = {}, status = 200) => {
  const answer = await tried(callum, `/case-reviews/${review.id}/steps/${action}`, {
    version: review.version,
    ...body,
  });
  expect(answer.status, `${action}: ${answer.text}`).toBe(status);
  if (status === 200) review = answer.json as Review;
  return answer.text;
};

test('7: an application without an account; the threshold is counted and explained; whoever handled the case does not chair', async () => {
  clock.set('2026-09-07T09:00:00Z');
  const twoOnly = await publicly('POST', '/case-review-applications', { ...application, postcode });
  expect(twoOnly.status, twoOnly.text).toBe(201);
  const [first] = (await call<{ reviews: { id: string }[] }>(callum, 'GET', '/case-reviews')).reviews;
  const counted = await call<Review>(callum, 'GET', `/case-reviews/${first?.id}`);
  expect([counted.threshold.met, counted.threshold.counted]).toEqual([false, 2]);
  expect(counted.threshold.complaints.map(({ qualifies, isSame }) => [qualifies, isSame])).toEqual([
    [true, false],
    [true, true],
    [true, false],
    [false, false],
  ]);
  expect(counted.threshold.complaints[3]?.why).toContain('not within 1 month of the behaviour');
  await world.sql('truncate asb.review cascade');

  const whole = {
    ...application,
    postcode,
    complaints: [
      ...application.complaints,
      { happenedOn: '2026-06-10', complainedOn: '2026-06-12', told: 'The police' },
    ],
  };
  expect(
    (
      await publicly('POST', '/case-review-applications', {
        ...whole,
        applicantKind: 'other',
        victimName: 'Nora',
      })
    ).status,
  ).toBe(422);
  const sent = await publicly('POST', '/case-review-applications', { ...whole, name: 'Nora\n\nNeighbour ' });
  receipt = sent.json as typeof receipt;
  const listed = (await call<{ reviews: { id: string }[] }>(callum, 'GET', '/case-reviews')).reviews;
  expect(listed).toHaveLength(1);
  review = await call<Review>(callum, 'GET', `/case-reviews/${listed[0]?.id}`);
  expect([review.threshold.met, review.threshold.counted, review.threshold.needed]).toEqual([true, 3, 3]);
  expect([review.acknowledgeBy, review.agenciesBy, review.decideBy, review.panelBy]).toEqual([
    '2026-09-09',
    '2026-09-21',
    '2026-09-28',
    '2026-10-05',
  ]);
  await step('acknowledge');
  await step('decide', { decision: 'met', words: 'Three complaints' }, 422);
  await step('ask-agencies', { reason: 'What was done about each complaint' });
  // Before the case is tied nobody knows whose names must not be in the decision.
  const decision = { decision: 'met', words: 'You made three qualifying complaints within six months.' };
  expect(await step('decide', decision, 422)).toContain('whoever handled it cannot chair');
  const chair = await officer(other);
  const none = await tried(callum, `/case-reviews/${review.id}/cases`, {
    hasNoCase: true,
    version: review.version,
  });
  expect([none.status, none.text]).toEqual([422, expect.stringContaining('The applicant complains on ASB-')]);
  review = await call<Review>(
    callum,
    'POST',
    `/case-reviews/${review.id}/cases`,
    { asbId: file.id, version: review.version },
    200,
  );
  expect(await step('decide', { ...decision, words: 'Mr Nextdoor is known to us' }, 422)).toContain(
    'names somebody',
  );
  expect(await step('decide', { ...decision, words: 'He is in prison' }, 422)).toContain('tells of custody');
  expect(await step('decide', { decision: 'not-met', words: 'No' }, 422)).toContain('must be met');
  await step('decide', decision);
  // Whoever is of a service that was given an action had a part in it, and somebody without a role here cannot be asked.
  for (const who of [callum, finn])
    expect(await step('convene', { chairId: (await officer(who)).id, on: '2026-09-25' }, 422), who).toContain(
      'no part in the handling',
    );
  const [without] = await world.sql<{ id: string }>(
    `select o.id from directory.officer o where o.is_active and not exists (select 1 from directory.role_grant g where g.officer_id = o.id
       and g.role in ('community-safety-coordinator', 'service-officer', 'police-partner', 'partner')) order by o.id limit 1`,
  );
  expect(await step('convene', { chairId: without?.id, on: '2026-09-25' }, 422)).toContain('from the list');
  expect(await step('convene', { chairId: (await officer(callum)).id, on: '2026-09-25' }, 422)).toContain(
    'no part in the handling',
  );
  await step('convene', { chairId: chair.id, on: '2026-09-25' });
  expect(review.reportBy).toBe('2026-10-02');
});

test('8: letters, the review, recommendations and their answers, closed', async () => {
  expect(await step('review', { findings: 'Seen late', outcome: 'One plan' }, 422)).toContain(
    '25 September 2026',
  );
  clock.set('2026-09-25T15:00:00Z');
  expect(await step('review', { findings: 'x', outcome: 'Neville Nextdoor is helped now' }, 422)).toContain(
    'names somebody',
  );
  await step('review', {
    findings: 'He is in custody, and unwell',
    outcome: 'The agencies were slow to act together, and now have one plan.',
  });
  await step('recommend', {}, 422);
  const police = await officer(priya);
  review = await call<Review>(callum, 'POST', `/case-reviews/${review.id}/recommendations`, {
    bodyAgencyId: police.agency,
    words: 'Tell neighbours who deals with it within a week.',
  });
  const toPolice = async () =>
    (await call<{ recommendations: { id: string; version: number }[] }>(priya, 'GET', '/recommendations'))
      .recommendations;
  expect(await toPolice()).toEqual([]);
  await step('recommend');
  expect(await step('respond', {}, 422)).toContain('Still to answer');
  const [asked] = await toPolice();
  expect(
    (
      await tried(callum, `/recommendations/${asked?.id}/response`, {
        response: 'accepted',
        words: 'Yes',
        version: 1,
      })
    ).status,
  ).toBe(422);
  await call(
    priya,
    'POST',
    `/recommendations/${asked?.id}/response`,
    { response: 'accepted', words: 'From October.', version: asked?.version },
    200,
  );
  await step('respond');
  await step('close', { reason: 'Everything is answered' });
  expect([review.status, review.letters.map(({ kind, format }) => `${kind} ${format}`).sort()]).toEqual([
    'closed',
    ['outcome docx', 'outcome pdf', 'threshold docx', 'threshold pdf'],
  ]);
  // ✘ What the neighbour reads, by words and by letter, says nothing of health or custody, and names nobody else.
  const tracked = await publicly('POST', '/case-review-applications/track', receipt);
  expect(tracked.status, tracked.text).toBe(200);
  expect(tracked.text).toContain('From October.');
  expect(
    (
      await publicly('POST', '/case-review-applications/track', {
        ...receipt,
        phrase: 'river-river-river-river-100',
      })
    ).status,
  ).toBe(404);
  const forbidden = /custody|unwell|mental|Otto|Neville|sensors|carer|Opposite/i;
  expect(tracked.text).not.toMatch(forbidden);
  for (const letter of ['threshold', 'outcome']) {
    const [row] = await world.sql<{ content: Buffer; shows: boolean }>(
      "select content, shows_address as shows from asb.review_document where kind = $1 and format = 'docx'",
      [letter],
    );
    expect(row?.shows).toBe(false);
    expect(wordsOf(row?.content)).toContain('Nora Neighbour');
    expect(wordsOf(row?.content)).not.toMatch(forbidden);
  }
});

test('9 and 10: watched after the release, the risk falls, the case closes; the figures and the account', async () => {
  clock.set('2026-10-20T09:00:00Z');
  await get();
  file = await call<Case>(callum, 'POST', `/asb/${file.id}/assessments`, {
    scores: scores(0),
    victimWords: 'Quiet since he is back',
    version: file.version,
  });
  file = await call<Case>(
    callum,
    'POST',
    `/asb/${file.id}/steps/monitor`,
    { version: file.version, reason: 'Three months after the release' },
    200,
  );
  const open = await tried(callum, `/asb/${file.id}/steps/close`, {
    version: file.version,
    outcome: 'Quiet',
  });
  expect([open.status, open.text]).toEqual([422, expect.stringContaining('4 still open')]);
  const account = await call<{
    agencies: { agencyName: string; open: number; overdue: number; done: number }[];
  }>(callum, 'GET', '/nomination-account');
  expect(account.agencies.map(({ open, overdue, done }) => [open, overdue, done])).toEqual([
    [1, 1, 0],
    [1, 1, 0],
    [2, 2, 0],
  ]);
  // Each agency gives the result of its own; then the meeting closes what it took, at the risk as it is.
  const closing = () =>
    tried(callum, `/nominations/${vulnerable.id}/steps/close`, {
      ...{ version: vulnerable.version, level: 'standard', outcome: 'The plan holds' },
    });
  vulnerable = await call<Nomination>(callum, 'POST', `/nominations/${vulnerable.id}/actions`, {
    ...{
      serviceId: await service('MPOL-SNT1'),
      words: 'Call in a month',
      startsOn: '2026-10-20',
      dueOn: '2026-11-20',
    },
  });
  expect((await closing()).text).toContain('Still open');
  const give = async (taskId: string) => {
    const { serviceAgency } = (
      await world.sql<{ serviceAgency: string }>(
        'select a.code as "serviceAgency" from tasking.task t join directory.agency a on a.id = t.agency_id where t.id = $1',
        [taskId],
      )
    )[0] ?? { serviceAgency: '' };
    const who = { MPOL: priya, MFRS: finn, MICB: hana }[serviceAgency] ?? callum;
    await call(who, 'POST', `/tasks/${taskId}/accept`, { version: 1 }, 200);
    await call(
      who,
      'POST',
      `/tasks/${taskId}/result`,
      { version: 2, isDone: true, resultWords: 'Done' },
      200,
    );
  };
  for (const { taskId } of vulnerable.actions) await give(taskId);
  const closed = await closing();
  expect([closed.status, closed.text]).toEqual([200, expect.stringContaining('"status":"closed"')]);
  await call(callum, 'POST', '/case-review-publications', { year: '2026-27' });
  // The same figures are not published twice; a quarter that has not begun is left out, and no nought.
  expect((await tried(callum, '/case-review-publications', { year: '2026-27' })).status).toBe(409);
  const shownPage = (await (await as(callum)).get('/case-review/published')).text;
  expect(shownPage).toContain('The year so far');
  expect(shownPage).not.toContain('Q4, January');
  const published = (await publicly('GET', '/case-review-publications')).json as {
    publications: { edition: number; counts: { total: object } }[];
  };
  expect(published.publications.map(({ edition, counts }) => [edition, counts.total])).toEqual([
    [1, { received: 1, notMet: 0, reviews: 1, recommended: 1, closed: 1 }],
  ]);
  // Every figure is counted from what was entered, and opens it.
  const { figures } = await call<{
    figures: { code: string; now: { value?: number; numerator?: number; denominator?: number } }[];
  }>(callum, 'GET', '/figures?period=fy-2026');
  expect(
    Object.fromEntries(
      figures
        .filter(({ code }) => /^A-0[12357]/.test(code))
        .map(({ code, now }) => [
          code,
          now.denominator === undefined ? now.value : `${now.numerator} of ${now.denominator}`,
        ]),
    ),
  ).toMatchInlineSnapshot(`
    {
      "A-01": 2,
      "A-02": "1 of 2",
      "A-02a": 1,
      "A-03": 2,
      "A-03a": 2,
      "A-03b": 1,
      "A-03c": "4 of 4",
      "A-03d": "1 of 1",
      "A-05": 1,
      "A-05a": 0,
      "A-05b": "1 of 1",
      "A-05c": 1,
      "A-07": 1,
      "A-07a": 1,
      "A-07b": 3,
    }
  `);
  for (const code of ['A-02', 'A-03', 'A-05', 'A-07']) {
    const { records } = await call<{ records: { href: string }[] }>(
      callum,
      'GET',
      `/figures/${code}/records?period=fy-2026&side=numerator`,
    );
    expect(records.length, code).toBeGreaterThan(0);
    for (const { href } of records) expect((await (await as(callum)).get(href)).status, href).toBe(200);
  }
  // With the results of the plan the case closes too.
  for (const { taskId, status } of (await call<Plan>(callum, 'GET', `/release-plans/${planId}`)).actions)
    if (status !== 'done') await give(taskId);
  file = await call<Case>(
    callum,
    'POST',
    `/asb/${file.id}/steps/close`,
    { version: file.version, outcome: 'Quiet; the plan holds' },
    200,
  );
  expect([file.status, file.level]).toEqual(['closed', 'standard']);
  expect(
    (await tried(callum, `/asb/${file.id}/incidents`, { onDay: '2026-10-19', words: 'Late' })).status,
  ).toBe(409);
  // The pages of what was made here show, for whoever may open them.
  for (const path of [
    `/asb/${file.id}`,
    `/nominations/${vulnerable.id}`,
    `/release-plans/${planId}`,
    `/case-reviews/${review.id}`,
    '/nominations/account',
    '/case-review/published',
  ])
    expect((await (await as(callum)).get(path)).status, path).toBe(200);
});

/** The text of a Word file. */
const wordsOf = (content: Buffer | undefined): string =>
  (
    unzip(content ?? Buffer.alloc(0))
      .get('word/document.xml')
      ?.toString('utf8') ?? ''
  ).replace(/<[^>]+>/g, ' ');
