import { beforeAll, expect, test } from 'vitest';
import {
  application,
  type ShownCase as Case,
  type ShownNomination as Nomination,
  type ShownOrder as Order,
  type ShownPlan as Plan,
  personaOf,
  type ShownReview as Review,
  scores,
  wordsOf,
} from '../../test/support/asb.ts';
import { journey } from '../../test/support/journey.ts';

/** Journey 7, the neighbour at joint agency tasking and a community trigger, by `/api/v1`. */
const days = journey('j7', '2026-05-04T09:00:00Z');
const { clock, idsOf, perform, placeOf, serviceOf, sql } = days;
const { asked, done, look, made, page, publicly, refused, tried } = days;

const callum = 'callum.safety';
const priya = 'priya.police';
let hana = ''; // health
let finn = ''; // fire
let other = ''; // somebody of the council who did not handle the case
let district = '';
let postcode = '';
let file: Case;
let vulnerable: Nomination;
let prolific: Nomination;
const at = (part: string) => `/asb/${file.id}/${part}`;
const get = async () => (file = await look<Case>(callum, `/asb/${file.id}`));
/** A step of an order on 2 June 2026. */
const orderStep = (order: Order | undefined, action: string, more: object = {}) =>
  done<Order>(callum, `/asb-orders/${order?.id}/steps/${action}`, {
    ...{ version: order?.version, on: '2026-06-02', ...more },
  });
const orderRefused = (order: Order | undefined, more: object) =>
  refused(callum, `/asb-orders/${order?.id}/steps/make`, {
    ...{ version: order?.version, on: '2026-06-02', ...more },
  });
const reviews = async () => (await look<{ reviews: { id: string }[] }>(callum, '/case-reviews')).reviews;
const onCase = async (part: string, body: object) =>
  (file = await made<Case>(callum, `/asb/${file.id}/${part}`, body));

beforeAll(async () => {
  // The figures are of this journey alone.
  await sql('truncate asb.asb_case, asb.review, asb.publication cascade');
  [hana, finn, other] = [
    await personaOf(days, 'MICB-SAFE'),
    await personaOf(days, 'MFRS-PREV'),
    await personaOf(days, 'WEND-HSG'),
  ];
  ({ district, postcode } = await placeOf());
});

test('1: a case from an e-mail, high risk, one contact for each who complains', async () => {
  const me = await idsOf(callum);
  const opening = {
    ...{ category: 'personal', subType: 'nuisance-neighbours', channel: 'email' },
    ...{ summary: 'Fires lit in the kitchen, shouting', districtCode: district },
    ...{ placeWords: 'The end of the terrace', subjectName: 'Neville Nextdoor', receivedOn: '2026-05-01' },
    ...{ name: 'Nora Neighbour', email: 'nora@neighbour.example', contactOfficerId: me.officer },
  };
  expect(
    await refused(callum, '/asb', { ...opening, contactOfficerId: (await idsOf(priya)).officer }),
  ).toContain('your agency');
  file = await made<Case>(callum, '/asb', opening);
  await onCase('complainants', {
    ...{ name: 'Otto Opposite', phone: '01632 960004', contactOfficerId: me.officer },
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
  await refused(callum, at('assessments'), { ...assessed, scores: { frequency: 1 } });
  expect(
    await refused(callum, at('assessments'), { ...assessed, scores: scores(0), overrides: ['safeguarding'] }),
  ).toContain('Say why it is high');
  await onCase('assessments', {
    ...assessed,
    ...{ scores: scores(1), overrides: ['safeguarding'], overrideWords: 'Fire risk, and his health' },
  });
  expect([file.level, file.assessDueOn, file.assessments[0]?.total]).toEqual(['high', '2026-06-01', 10]);
  // Reported on Friday 1 May; Monday 4 May is a bank holiday: one working day is Tuesday. Who came on Monday as well.
  expect(file.complainants.map(({ contactDueOn }) => contactDueOn)).toEqual(['2026-05-05', '2026-05-05']);
  await tried(callum, at('contacts'), {
    ...{ complainantId: file.complainants[0]?.id, onDay: '2026-05-04', words: 'Rang: who deals with it' },
  });
  clock.set('2026-05-06T09:00:00Z');
  await get();
  expect(file.complainants.map(({ isContactMet }) => isContactMet)).toEqual([true, false]);
});

test('2: reassurance, an incident, the risk anew; two nominations', async () => {
  expect(
    await refused(callum, at('measures'), {
      ...{ kind: 'community-remedy', onDay: '2026-05-06', words: 'Cleaning the steps' },
    }),
  ).toContain('views are asked for first');
  await made(callum, at('measures'), { kind: 'reassurance', onDay: '2026-05-06', words: 'Called on both' });
  await onCase('contacts', { complainantId: file.complainants[1]?.id, onDay: '2026-05-06', words: 'Called' });
  clock.set('2026-06-02T09:00:00Z');
  await get();
  expect(file.isOverdue).toBe(true);
  await onCase('incidents', { onDay: '2026-06-01', words: 'Took a parcel from the step' });
  await onCase('assessments', { scores: scores(2), victimWords: 'Worse than before', version: file.version });
  expect(file.assessments.map(({ number, total, level }) => [number, total, level])).toEqual([
    [2, 20, 'high'],
    [1, 10, 'high'],
  ]);
  const [series] = await sql<{ id: string }>("select id from tasking.series where kind = 'JATAC'");
  const agencies = [(await idsOf(priya)).agency, (await idsOf(hana)).agency, (await idsOf(finn)).agency];
  const nomination = {
    ...{ seriesId: series?.id, asbId: file.id, subjectName: 'Neville Nextdoor' },
    ...{ words: 'Unwell, and stealing', level: 'high', agencies },
  };
  vulnerable = await made<Nomination>(callum, '/nominations', { ...nomination, category: 'vulnerable' });
  prolific = await made<Nomination>(callum, '/nominations', { ...nomination, category: 'prolific-offender' });
  expect(vulnerable.status).toBe('nominated');
  await refused(priya, `/nominations/${vulnerable.id}/steps/accept`, { version: vulnerable.version }, 403);
  for (const one of [vulnerable, prolific])
    Object.assign(one, await done(callum, `/nominations/${one.id}/steps/accept`, { version: one.version }));
});

test('3: contributions for their audience; to the others there is none', async () => {
  const url = `/nominations/${vulnerable.id}/contributions`;
  const health = {
    ...{ kind: 'health', words: 'Known to the community mental-health team', basis: 'without-consent' },
    why: 'Risk of fire to others',
  };
  await refused(hana, url, { ...health, audience: 'group' });
  await refused(hana, url, { ...health, audience: 'named', audienceIds: [] });
  await refused(hana, url, {
    ...{ ...health, why: '', audience: 'named', audienceIds: [(await idsOf(callum)).officer] },
  });
  await made(hana, url, { ...health, audience: 'named', audienceIds: [(await idsOf(callum)).officer] });
  await made(priya, url, { kind: 'police', words: 'Two thefts in May', audience: 'group', basis: 'consent' });
  const seen = async (who: string) =>
    (await look<Nomination>(who, `/nominations/${vulnerable.id}`)).contributions
      .map(({ kind }) => kind)
      .sort();
  expect(await seen(callum)).toEqual(['health', 'police']);
  expect(await seen(priya)).toEqual(['police']);
  expect(await seen(other)).toEqual(['police']);
  expect((await asked('hollis.housing', `/nominations/${vulnerable.id}`)).status).toBe(404);
});

test('4: a contract is for ten and over and a criminal behaviour order is on conviction alone, with its lengths by age', async () => {
  const url = `/asb/${file.id}/orders`;
  await refused(callum, url, { kind: 'abc', age: 9, terms: 'Quiet' });
  await onCase('orders', { kind: 'abc', age: 41, terms: 'No fires\nNo shouting' });
  const abc = file.orders.find(({ kind }) => kind === 'abc');
  const signed = await orderStep(abc, 'sign');
  // The contract as it was offered and as it was signed; the letter after a breach says its day and nobody who complained.
  const paper = await page(callum, `/asb-orders/${abc?.id}/papers/contract/2/pdf`);
  expect(paper.status).toBe(200);
  expect([signed.status, signed.endsOn, signed.reviewOn]).toEqual(['signed', '2026-12-01', '2026-09-02']);
  await made(callum, `/asb-orders/${abc?.id}/breaches`, {
    ...{ onDay: '2026-06-02', words: 'A fire in the yard', result: 'warned' },
  });
  await orderStep(signed, 'end', { reason: 'An order instead' });
  const after = { onDay: '2026-06-03', words: 'After it was ended', result: 'none' };
  clock.set('2026-06-03T09:00:00Z');
  expect(await refused(callum, `/asb-orders/${abc?.id}/breaches`, after)).toContain('to 2 June 2026');

  await onCase('orders', {
    ...{ kind: 'cbo', age: 41, terms: 'Not to enter the terrace', court: 'Quayside magistrates' },
  });
  const early = file.orders.find(({ kind }) => kind === 'cbo');
  expect(await orderRefused(early, {})).toContain('on conviction alone');
  await onCase('orders', { kind: 'cbo', age: 16, terms: 'None', convictedOn: '2026-06-01' });
  const young = file.orders.find(({ age }) => age === 16);
  expect(await orderRefused(young, { endsOn: '2027-06-01' })).toContain('youth offending team');
  // The lengths go by the age on the day it is made, which may be more than on the day it was asked for.
  await onCase('orders', {
    ...{ kind: 'cbo', age: 17, terms: 'None', convictedOn: '2026-06-01', youthTeamOn: '2026-06-01' },
  });
  const grown = file.orders.find(({ age }) => age === 17);
  const grownMade = (age: number) => orderRefused(grown, { endsOn: '2027-06-01', age });
  expect(await grownMade(18)).toContain('2 years at least');
  expect(await grownMade(16)).toContain('They were 17');
  await onCase('orders', {
    ...{ kind: 'cbo', age: 41, terms: 'Not to enter the terrace\nNo fires', court: 'Quayside magistrates' },
    convictedOn: '2026-06-01',
  });
  const cbo = file.orders.find(({ age, convictedOn }) => age === 41 && convictedOn !== null);
  expect(await orderRefused(cbo, { endsOn: '2028-05-31' })).toContain('2 years at least');
  const fresh = await orderStep(cbo, 'make', { endsOn: '2028-06-01' });
  expect([fresh.status, fresh.reviewOn]).toEqual(['in-force', null]);
});

let planId = '';
const plan = () => look<Plan>(callum, `/release-plans/${planId}`);
test('5 and 6: breaches, custody, and the plan before the release; what is missing is escalated seven days before', async () => {
  const cbo = (await get()).orders.find(({ status }) => status === 'in-force');
  const url = `/asb-orders/${cbo?.id}/breaches`;
  clock.set('2026-06-20T09:00:00Z');
  await refused(callum, url, { onDay: '2026-06-01', words: 'Before', result: 'none' });
  await made(callum, url, { onDay: '2026-06-10', words: 'In the terrace', result: 'fined' });
  await refused(callum, url, { onDay: '2026-06-18', words: 'Again', result: 'custody' });
  const custody = { onDay: '2026-06-18', words: 'Again', result: 'custody', releaseOn: '2026-09-01' };
  expect(await refused(callum, url, { ...custody, custodyFrom: '2026-07-01' })).toContain('in the future');
  file = await made<Case>(callum, url, {
    ...{ onDay: '2026-06-18', words: 'Again', result: 'custody', custodyFrom: '2026-06-19' },
    releaseOn: '2026-09-01',
  });
  planId = file.breaches.find(({ releaseOn }) => releaseOn)?.planId ?? '';
  const begun = await plan();
  expect([begun.releaseOn, begun.escalateOn, begun.missingNow]).toEqual([
    '2026-09-01',
    '2026-08-25',
    ['fire-safety', 'care', 'vulnerability', 'contact'],
  ]);
  const actions = `/release-plans/${planId}/actions`;
  const fire = {
    ...{ serviceId: await serviceOf('MFRS-PREV'), part: 'fire-safety' },
    ...{ words: 'Sensors linked to the responder', startsOn: '2026-08-28' },
  };
  await refused(callum, actions, { ...fire, startsOn: '2026-09-01' });
  await refused(priya, actions, fire, 404);
  await refused(callum, actions, { ...fire, serviceId: await serviceOf('HARB-NEIGH') });
  await made(callum, actions, fire);
  const planned = (serviceId: string, part: string, words: string, startsOn: string) =>
    made(callum, actions, { serviceId, part, words, startsOn });
  const police = await serviceOf('MPOL-SNT1');
  await planned(police, 'vulnerability', 'Vulnerability assessment', '2026-08-20');
  await planned(police, 'contact', 'Calls each week', '2026-08-31');
  // The fire service reads its own action and nobody else's; the task itself says nothing of anybody.
  const own = await look<{ actions: { words: string; taskId: string }[] }>(finn, '/nomination-actions');
  expect(own.actions.map(({ words }) => words)).toEqual(['Sensors linked to the responder']);
  const task = await page(finn, `/tasks/${own.actions[0]?.taskId}`);
  expect(task.status).toBe(200);
  expect(task.text).not.toMatch(/Neville|sensors|release/i);

  clock.set('2026-08-24T05:00:00Z');
  await perform('escalate-release-plans');
  expect((await plan()).escalatedOn).toBeNull();
  clock.set('2026-08-25T05:00:00Z');
  await perform('escalate-release-plans');
  const escalated = await plan();
  expect([escalated.escalatedOn, escalated.missing]).toEqual(['2026-08-25', ['care']]);
  const mail = await sql<{ to: string; body: string }>(
    "select to_address as to, body from platform.outbox where reason = 'release plan escalated'",
  );
  expect(mail.map(({ to }) => to)).toEqual(['callum.safety@staff.example']);
  expect(mail[0]?.body).not.toMatch(/Neville|care|custody/i);
  await perform('escalate-release-plans');
  expect(await sql("select 1 from platform.outbox where reason = 'release plan escalated'")).toHaveLength(1);
  await planned(await serviceOf('MICB-SAFE'), 'care', 'A carer twice a day', '2026-08-31');
  const whole = await plan();
  expect(whole.missingNow).toEqual([]);
  // The release comes sooner: what would begin too late is missing, and it is escalated anew. The breach stays one breach.
  const release = `/release-plans/${planId}/release`;
  const move = (releaseOn: string, version: number) =>
    done<Plan>(callum, release, { releaseOn, reason: 'Moved', version });
  const unmoved = (releaseOn: string, version: number, status: number) =>
    refused(callum, release, { releaseOn, reason: 'Moved', version }, status);
  expect((await tried(priya, release)).status).not.toBe(200);
  await unmoved('2026-06-19', whole.version, 422);
  const sooner = await move('2026-08-30', whole.version);
  expect([sooner.escalateOn, sooner.escalatedOn, sooner.missingNow]).toEqual([
    '2026-08-23',
    null,
    ['care', 'contact'],
  ]);
  await unmoved('2026-08-31', whole.version, 409);
  // With nobody to tell it waits for somebody.
  const addresses = await sql<{ id: string; email: string }>(
    'select id, email from directory.officer where email is not null',
  );
  await sql('update directory.officer set email = null');
  await perform('escalate-release-plans');
  expect((await plan()).escalatedOn).toBeNull();
  for (const { id, email } of addresses)
    await sql('update directory.officer set email = $2 where id = $1', [id, email]);
  await perform('escalate-release-plans');
  const again = await plan();
  expect([again.escalatedOn, again.missing]).toEqual(['2026-08-25', ['care', 'contact']]);
  expect(await sql("select 1 from platform.outbox where reason = 'release plan escalated'")).toHaveLength(2);
  expect((await move('2026-09-01', again.version)).missingNow).toEqual([]);
});

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
  const [first] = await reviews();
  const counted = await look<Review>(callum, `/case-reviews/${first?.id}`);
  expect([counted.threshold.met, counted.threshold.counted]).toEqual([false, 2]);
  expect(counted.threshold.complaints.map(({ qualifies, isSame }) => [qualifies, isSame])).toEqual([
    [true, false],
    [true, true],
    [true, false],
    [false, false],
  ]);
  expect(counted.threshold.complaints[3]?.why).toContain('not within 1 month of the behaviour');
  await sql('truncate asb.review cascade');

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
        ...{ ...whole, applicantKind: 'other', victimName: 'Nora' },
      })
    ).status,
  ).toBe(422);
  const sent = await publicly('POST', '/case-review-applications', { ...whole, name: 'Nora\n\nNeighbour ' });
  receipt = sent.json as typeof receipt;
  const listed = await reviews();
  expect(listed).toHaveLength(1);
  review = await look<Review>(callum, `/case-reviews/${listed[0]?.id}`);
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
  const chair = await idsOf(other);
  expect(
    await refused(callum, `/case-reviews/${review.id}/cases`, { hasNoCase: true, version: review.version }),
  ).toContain('The applicant complains on ASB-');
  review = await done<Review>(callum, `/case-reviews/${review.id}/cases`, {
    asbId: file.id,
    version: review.version,
  });
  expect(await step('decide', { ...decision, words: 'Mr Nextdoor is known to us' }, 422)).toContain(
    'names somebody',
  );
  expect(await step('decide', { ...decision, words: 'He is in prison' }, 422)).toContain('tells of custody');
  expect(await step('decide', { decision: 'not-met', words: 'No' }, 422)).toContain('must be met');
  await step('decide', decision);
  // Whoever is of a service that was given an action had a part in it, and somebody without a role here cannot be asked.
  for (const who of [callum, finn])
    expect(
      await step('convene', { chairId: (await idsOf(who)).officer, on: '2026-09-25' }, 422),
      who,
    ).toContain('no part in the handling');
  const [without] = await sql<{ id: string }>(
    `select o.id from directory.officer o where o.is_active and not exists (select 1 from directory.role_grant g where g.officer_id = o.id
       and g.role in ('community-safety-coordinator', 'service-officer', 'police-partner', 'partner')) order by o.id limit 1`,
  );
  expect(await step('convene', { chairId: without?.id, on: '2026-09-25' }, 422)).toContain('from the list');
  expect(await step('convene', { chairId: (await idsOf(callum)).officer, on: '2026-09-25' }, 422)).toContain(
    'no part in the handling',
  );
  await step('convene', { chairId: chair.officer, on: '2026-09-25' });
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
  const police = await idsOf(priya);
  review = await made<Review>(callum, `/case-reviews/${review.id}/recommendations`, {
    bodyAgencyId: police.agency,
    words: 'Tell neighbours who deals with it within a week.',
  });
  const toPolice = async () =>
    (await look<{ recommendations: { id: string; version: number }[] }>(priya, '/recommendations'))
      .recommendations;
  expect(await toPolice()).toEqual([]);
  await step('recommend');
  expect(await step('respond', {}, 422)).toContain('Still to answer');
  const [inquired] = await toPolice();
  await refused(callum, `/recommendations/${inquired?.id}/response`, {
    ...{ response: 'accepted', words: 'Yes', version: 1 },
  });
  await done(priya, `/recommendations/${inquired?.id}/response`, {
    ...{ response: 'accepted', words: 'From October.', version: inquired?.version },
  });
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
    const [row] = await sql<{ content: Buffer; shows: boolean }>(
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
  await onCase('assessments', {
    ...{ scores: scores(0), victimWords: 'Quiet since he is back', version: file.version },
  });
  file = await done<Case>(callum, `/asb/${file.id}/steps/monitor`, {
    version: file.version,
    reason: 'Three months after the release',
  });
  const open = await tried(callum, `/asb/${file.id}/steps/close`, {
    version: file.version,
    outcome: 'Quiet',
  });
  expect([open.status, open.text]).toEqual([422, expect.stringContaining('4 still open')]);
  const account = await look<{
    agencies: { agencyName: string; open: number; overdue: number; done: number }[];
  }>(callum, '/nomination-account');
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
  vulnerable = await made<Nomination>(callum, `/nominations/${vulnerable.id}/actions`, {
    ...{ serviceId: await serviceOf('MPOL-SNT1'), words: 'Call in a month', startsOn: '2026-10-20' },
    dueOn: '2026-11-20',
  });
  expect((await closing()).text).toContain('Still open');
  const give = async (taskId: string) => {
    const { serviceAgency } = (
      await sql<{ serviceAgency: string }>(
        'select a.code as "serviceAgency" from tasking.task t join directory.agency a on a.id = t.agency_id where t.id = $1',
        [taskId],
      )
    )[0] ?? { serviceAgency: '' };
    const who = { MPOL: priya, MFRS: finn, MICB: hana }[serviceAgency] ?? callum;
    await done(who, `/tasks/${taskId}/accept`, { version: 1 });
    await done(who, `/tasks/${taskId}/result`, { version: 2, isDone: true, resultWords: 'Done' });
  };
  for (const { taskId } of vulnerable.actions) await give(taskId);
  const closed = await closing();
  expect([closed.status, closed.text]).toEqual([200, expect.stringContaining('"status":"closed"')]);
  await made(callum, '/case-review-publications', { year: '2026-27' });
  // The same figures are not published twice; a quarter that has not begun is left out, and no nought.
  await refused(callum, '/case-review-publications', { year: '2026-27' }, 409);
  const shownPage = (await page(callum, '/case-review/published')).text;
  expect(shownPage).toContain('The year so far');
  expect(shownPage).not.toContain('Q4, January');
  const published = (await publicly('GET', '/case-review-publications')).json as {
    publications: { edition: number; counts: { total: object } }[];
  };
  expect(published.publications.map(({ edition, counts }) => [edition, counts.total])).toEqual([
    [1, { received: 1, notMet: 0, reviews: 1, recommended: 1, closed: 1 }],
  ]);
  // Every figure is counted from what was entered, and opens it.
  const { figures } = await look<{
    figures: { code: string; now: { value?: number; numerator?: number; denominator?: number } }[];
  }>(callum, '/figures?period=fy-2026');
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
    const { records } = await look<{ records: { href: string }[] }>(
      callum,
      `/figures/${code}/records?period=fy-2026&side=numerator`,
    );
    expect(records.length, code).toBeGreaterThan(0);
    for (const { href } of records) expect((await page(callum, href)).status, href).toBe(200);
  }
  // With the results of the plan the case closes too.
  for (const { taskId, status } of (await plan()).actions) if (status !== 'done') await give(taskId);
  file = await done<Case>(callum, `/asb/${file.id}/steps/close`, {
    version: file.version,
    outcome: 'Quiet; the plan holds',
  });
  expect([file.status, file.level]).toEqual(['closed', 'standard']);
  await refused(callum, `/asb/${file.id}/incidents`, { onDay: '2026-10-19', words: 'Late' }, 409);
  // The pages of what was made here show, for whoever may open them.
  for (const path of [
    `/asb/${file.id}`,
    `/nominations/${vulnerable.id}`,
    `/release-plans/${planId}`,
    `/case-reviews/${review.id}`,
    '/nominations/account',
    '/case-review/published',
  ])
    expect((await page(callum, path)).status, path).toBe(200);
});
