import { beforeAll, expect, test } from 'vitest';
import {
  byHand,
  protectionWorld,
  type ShownProtection as Shown,
  type Who,
} from '../../test/support/protection.ts';

/** A notice that is appealed, then broken: in court, or by a fixed penalty. And who may serve at all. */
const days = protectionWorld('protection_breach');
const { cases, clock, drafted, look, noticed, person, post, postcodes, refusal, south, step, taken, vale } =
  days;

const refusalOrStale = async (who: Who, file: Shown, action: string, body: object) =>
  (await step(who, file, action, body)).text;

/** A warning that was served in the Vale on 6 June 2016; what comes of it, test by test. */
let known: Shown;
beforeAll(async () => {
  const [postcode = ''] = await postcodes('ALDE', 1);
  const given = { name: 'Appealing Person', caseId: cases.gardens ?? '', kinds: ['waste-burnt'] };
  known = await taken(
    vale,
    await drafted(vale, { ...given, postcode }),
    'serve-warning',
    byHand('2016-06-06'),
  );
});

test('an appeal suspends what must be done and not what must be stopped, and is recorded once', async () => {
  clock.set('2016-06-28T10:00:00Z');
  let file = await noticed(vale, known);
  clock.set('2016-07-22T10:00:00Z');
  file = await taken(vale, file, 'appeal', {
    on: '2016-07-21',
    grounds: ['not-persistent', 'requirement-unreasonable'],
    reason: 'Letter of the court',
  });
  expect(file.status).toBe('appealed');
  expect(file.events.at(-1)?.words).toContain('the other requirements are suspended');
  expect(await refusalOrStale(vale, file, 'record-breach', {})).toContain('while an appeal runs');
  clock.set('2016-10-11T10:00:00Z');
  const unsaid = await step(vale, file, 'uphold-notice', { on: '2016-10-10', reason: 'Dismissed' });
  expect(unsaid.status).toBe(422);
  file = await taken(vale, file, 'uphold-notice', {
    on: '2016-10-10',
    resumesOn: '2016-10-24',
    reason: 'Dismissed by the court',
  });
  expect(file.requirements.filter((r) => r.stage === 'notice').map((r) => r.since)).toEqual([
    null,
    '2016-10-24',
  ]);
  const again = await step(vale, file, 'appeal', {
    on: '2016-10-11',
    grounds: ['defect'],
    reason: 'Again',
  });
  expect(again.status).toBe(422);
  const clear = file.requirements.find((r) => r.kind === 'do')?.id;
  const stop = file.requirements.find((r) => r.stage === 'notice' && r.kind === 'stop')?.id;
  const suspended = await refusal(vale, file, 'record-breach', {
    on: '2016-08-15',
    requirementId: clear,
    reason: 'Garden full',
  });
  expect(suspended).toContain('Suspended while the appeal ran');
  const early = await refusal(vale, file, 'record-breach', {
    on: '2016-10-11',
    requirementId: clear,
    reason: 'Garden full',
  });
  expect(early).toContain('It binds from 24 October 2016');
  const breached = await taken(vale, file, 'record-breach', {
    on: '2016-08-15',
    requirementId: stop,
    reason: 'Burning during the appeal',
  });
  expect(breached.status).toBe('breached');
  known = breached;
});
test('a breach in 2017 takes the most that the law of that day allows: £100; the £500 of 2026 is not switched on', async () => {
  const jet = person('joss.jet');
  const [postcode] = await postcodes('WEND', 1);
  clock.set('2016-06-06T10:00:00Z');
  let file = await drafted(jet, {
    name: 'Breaching Person',
    postcode: postcode ?? '',
    caseId: cases.flats ?? '',
    kinds: ['noise'],
  });
  file = await taken(jet, file, 'serve-warning', byHand('2016-06-06'));
  file = await noticed(jet, file);
  clock.set('2017-03-06T10:00:00Z');
  const stop = file.requirements.find((r) => r.stage === 'notice' && r.kind === 'stop')?.id;
  file = await taken(jet, file, 'record-breach', {
    on: '2017-03-03',
    requirementId: stop,
    reason: 'Burning again',
  });
  expect(file.breachMaxPence).toBe(10_000);
  file = await taken(jet, file, 'penalise');
  // Two steps of one instant come in no order of their own.
  expect(file.events.map((event) => event.words).join()).toContain(
    'the most the law allowed on 3 March 2017 was £100',
  );
  expect((await step(jet, file, 'penalise')).status).toBe(422);
  const url = `/api/v1/penalties/${file.penaltyId}`;
  const penalty = (await jet.api('GET', url)).json as Record<string, unknown>;
  expect(penalty).toMatchObject({ offence: 'cpn-breach', offenceOn: '2017-03-03', status: 'draft' });
  await post(
    jet,
    `${url}/edit`,
    {
      version: penalty.version,
      offence: 'cpn-breach',
      offenceOn: '2017-03-03',
      offenceTime: '21:00',
      placeWords: 'Flat 4',
      identifiedBy: 'seen',
      policyConsidered: true,
      recipientName: 'Breaching Person',
      recipientAddress: '4 Made Up Lane',
    },
    200,
  );
  for (const kind of ['statement', 'photo'])
    await post(jet, `${url}/evidence`, { kind, words: 'What was seen' }, 201);
  const ready = (await jet.api('GET', url)).json as { version: number };
  const issued = await jet.api('POST', `${url}/issue`, { version: ready.version, servedHow: 'in-person' });
  expect(issued.status, issued.text).toBe(200);
  expect(issued.json).toMatchObject({ amountPence: 10_000, payUntil: '2017-03-20' });
  const [law] = await days.world.sql<{ status: string; n: number }>(
    "select status, max_pence as n from enforcement.penalty_law where offence = 'cpn-breach' and max_pence = 50000",
  );
  expect(law).toEqual({ status: 'awaiting-confirmation', n: 50_000 });
});

test('a breach is prosecuted in time, not beside a penalty that stands, and the court’s decision is recorded', async () => {
  const file = known; // breached by a test before, on 15 August 2016
  const clerk = { reason: 'Letter of the court' };
  clock.set('2017-02-20T10:00:00Z');
  const early = await step(vale, file, 'prosecute', { ...clerk, on: '2016-08-14' });
  expect(early.text).toContain('It cannot have been before 15 August 2016');
  expect(await refusal(vale, file, 'prosecute', { ...clerk, on: '2017-02-16' })).toContain(
    'within 6 months of the breach',
  );
  let now = await taken(vale, file, 'prosecute', { ...clerk, on: '2017-02-15' });
  expect(now.status).toBe('prosecuted');
  expect((await step(vale, now, 'prosecute', { ...clerk, on: '2017-02-15' })).status).not.toBe(200);
  now = await taken(vale, now, 'withdraw-prosecution', { ...clerk, on: '2017-02-16' });
  expect(now.status).toBe('breached');
  now = await taken(vale, now, 'prosecute', { ...clerk, on: '2017-02-15' });
  // What was used in the breach is seized by a warrant and held; given back, it is not given back again.
  const seized = { on: '2017-02-16', reason: 'The burner, by a warrant of the day before' };
  expect((await step(vale, now, 'seize', { ...seized, on: '2016-08-14' })).text).toContain('15 August 2016');
  expect(await refusal(vale, now, 'give-back', seized)).toContain('Record what was seized first');
  now = await taken(vale, now, 'seize', seized);
  expect(now).toMatchObject({
    ...{ status: 'prosecuted', seizedOn: '2017-02-16', heldUntil: '2017-03-15' },
    heldWhy: '28 days beginning with 16 February 2017, the day it was seized: last day 15 March 2017.',
  });
  expect(await refusal(vale, now, 'seize', seized)).toContain('Give back what is held first');
  now = await taken(vale, now, 'withdraw-prosecution', { ...clerk, on: '2017-02-17' });
  const over = { on: '2017-02-18', ending: 'moved', reason: 'Gone' };
  expect(await refusal(vale, now, 'discharge', over)).toContain('Give back what is held first');
  now = await taken(vale, now, 'prosecute', { ...clerk, on: '2017-02-15' });
  now = await taken(vale, now, 'give-back', { ...seized, on: '2017-02-18' });
  expect(now).toMatchObject({ status: 'prosecuted', seizedOn: null, heldUntil: null });
  // ✘ No order of the court before it convicted.
  for (const action of ['order-remedy', 'order-forfeiture'])
    expect(await refusalOrStale(vale, now, action, { ...clerk, on: '2017-02-20' })).toContain('convicts');
  now = await taken(vale, now, 'convict', { ...clerk, on: '2017-02-20' });
  expect(now).toMatchObject({
    status: 'convicted',
    verdict: 'convicted',
    prosecutedOn: '2017-02-15',
    triedOn: '2017-02-20',
  });
  // The orders of that court, and the council's own works with what they cost.
  const remedy = { ...clerk, on: '2017-02-20', dueOn: '2017-03-20' };
  for (const [wrong, field] of [
    [{ on: '2017-02-19' }, 'on'],
    [{ on: '2017-02-30' }, 'on'],
    [{ dueOn: '2017-02-19' }, 'dueOn'],
    [{ dueOn: '' }, 'dueOn'],
    [{ reason: '' }, 'reason'],
  ] as const)
    expect((await step(vale, now, 'order-remedy', { ...remedy, ...wrong })).text).toContain(
      `"field":"${field}"`,
    );
  expect((await vale.get(`/protection/${file.id}/steps/order-remedy`)).text).toContain(
    'What the court ordered, and who is to do it',
  );
  expect((await step(vale, now, 'order-remedy', { ...remedy, reason: '' })).text).toContain(
    'Say it: what the court ordered',
  );
  now = await taken(vale, now, 'order-remedy', remedy);
  now = await taken(vale, now, 'order-forfeiture', { ...clerk, on: '2017-02-20' });
  expect(now).toMatchObject({ status: 'convicted', remedyBy: '2017-03-20', forfeitedOn: '2017-02-20' });
  const works = { on: '2017-02-20', pounds: '240.50', reason: 'The yard was cleared by the contractor' };
  for (const pounds of ['', '-3', '1.005', 'much'])
    expect((await step(vale, now, 'charge-works', { ...works, pounds })).text).toContain('"field":"pounds"');
  now = await taken(vale, now, 'charge-works', works);
  expect(now).toMatchObject({
    ...{ status: 'convicted', costAppealUntil: '2017-03-12', subject: { worksPence: 24_050 } },
    costAppealWhy:
      '21 days beginning with 20 February 2017, the day of the notice of the cost: last day 12 March 2017.',
  });
  expect(now.events.map(({ words }) => words).join()).not.toContain('240.50');
  const shown = (await vale.get(`/protection/${file.id}`)).text;
  for (const words of ['£240.50', '12 March 2017', '20 March 2017', 'Forfeiture ordered'])
    expect(shown).toContain(words);
  // The other breach has its fixed penalty: that one is referred on its own page.
  const [fined] = await days.world.sql<{ id: string }>(
    'select id from enforcement.protection where penalty_id is not null',
  );
  const other = await look(person('joss.jet'), { id: fined?.id ?? '' });
  clock.set('2017-03-07T10:00:00Z');
  expect(await refusal(south, other, 'prosecute', { ...clerk, on: '2017-03-07' })).toContain(
    'One that was not is referred for prosecution on its own page',
  );
});

test('✘ a council officer without the power, or of another district, and a person under 16, are refused in words', async () => {
  clock.set('2016-06-06T10:00:00Z');
  const olu = person('olu.officer');
  const [here] = await postcodes('WEND', 1);
  const [there] = await postcodes('ALDE', 1);
  const body = { name: 'A person', caseId: cases.flats ?? '', kinds: ['noise'] };
  const powerless = await drafted(olu, { ...body, postcode: here ?? '' });
  const words = await refusal(olu, powerless, 'serve-warning', byHand('2016-06-06'));
  expect(words).toContain('does not hold the power to serve community protection warnings and notices');
  expect(words).toContain('Callum Brindle');
  await days.world.sql(
    "update directory.authorisation set granted_on = '2010-01-01' where power = 'cpn.serve'",
  );
  const lawful = await drafted(south, { ...body, postcode: here ?? '' });
  const before = await refusal(south, lawful, 'serve-warning', byHand('2014-10-19'));
  expect(before).toContain('No law on community protection was in force on 19 October 2014');
  const never = await step(south, lawful, 'serve-warning', byHand('2016-02-30'));
  expect(never.status).toBe(422);
  const away = await drafted(south, { ...body, postcode: there ?? '' });
  const outside = await refusal(south, away, 'serve-warning', byHand('2016-06-06'));
  expect(outside).toContain('lies in the district of the case');
  expect(outside).toContain('does not reach this place');
  const child = await post(
    south,
    '/api/v1/protection',
    {
      ...{ kind: 'person', name: 'A child', bornOn: '2000-06-07', complyDays: 14, isSixteen: true },
      conductKinds: ['noise'],
    },
    201,
  );
  expect(await refusal(south, child, 'serve-warning', byHand('2016-06-06'))).toContain(
    'no warning to a person under 16',
  );
});
