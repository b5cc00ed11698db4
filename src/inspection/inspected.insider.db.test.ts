import { beforeAll, expect, test } from 'vitest';
import {
  asAgency,
  chosen,
  type Friday,
  fridayTest,
  givenTo,
  type ShownPurchase as Operation,
  pathOf,
  sharedConcern,
  withVolunteers,
} from '../../test/support/inspection.ts';
import { journey } from '../../test/support/journey.ts';
import { intelligenceSamples } from '../../test/support/sample-intelligence.ts';

/** Test purchases on the day and after it, as a licence holder's friend in another agency, or a curious colleague, would turn them. */
const days = journey('insider_inspected', '2026-11-20T10:00:00Z');
const { as, asked, clock, done, idsOf, look, made, page, placeOf, refused, sql, tried } = days;
let friday: Friday;
const lead = 'callum.safety';
const at = pathOf;
/** The day of tests, as somebody reads it. */
const seenBy = (who: string) => look<Operation>(who, at(friday.day));

beforeAll(async () => {
  friday = await fridayTest(days);
  const reference = await givenTo(days, lead, intelligenceSamples.packageId);
  await done(lead, `/packages/${intelligenceSamples.packageId}/acknowledge`, {});
  for (const premises of chosen(friday, reference)) await made(lead, `${at(friday.day)}/premises`, premises);
  await withVolunteers(days, friday);
  await sharedConcern(days, friday);
});

test('on the day two record at once, one counts; what was said is for those two agencies, the seller for neither', async () => {
  const priya = await idsOf('priya.police');
  for (const part of ['request-purchase', 'keep-record', 'issue-penalties'])
    await made('priya.police', `${at(friday.day)}/officers`, { officerId: priya.officer, part });
  await made(lead, `${at(friday.day)}/officers`, {
    officerId: (await idsOf(lead)).officer,
    part: 'keep-record',
  });
  const step = async (action: string) => {
    const { version } = await seenBy(lead);
    return done(lead, `${at(friday.day)}/steps/${action}`, { version });
  };
  await step('settle');
  clock.set('2026-11-27T18:00:00Z');
  // The one who may ask a young volunteer to buy was taken off after the plan was settled.
  const asker = (await seenBy('priya.police')).officers.find(({ part }) => part === 'request-purchase');
  await (await as('priya.police')).post(`/test-purchases/${friday.day.id}/officers/${asker?.id}/remove`);
  const { version } = await seenBy(lead);
  expect(await refused(lead, `/test-purchases/${friday.day.id}/steps/begin`, { version })).toContain(
    'may ask a young volunteer',
  );
  await made('priya.police', `${at(friday.day)}/officers`, {
    officerId: priya.officer,
    part: 'request-purchase',
  });
  await step('begin');
  const { selections, volunteers } = await seenBy('priya.police');
  expect(selections.map(({ words, sourceReference }) => [words, sourceReference])).toEqual([
    [null, null],
    [null, null],
  ]);
  const wines = selections.find(({ label }) => label === 'Insider Wines');
  const attempt = {
    ...{ selectionId: wines?.id, at: '17:00', volunteerId: volunteers[0]?.id },
    words: 'Tall man at the till',
  };
  const both = await Promise.all(
    ['priya.police', lead].map((who) =>
      tried(who, `/test-purchases/${friday.day.id}/attempts`, { ...attempt, result: 'fail_sold' }),
    ),
  );
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  const fresh = (await seenBy('priya.police')).attempts[0];
  // The other shop: a slip that is made void, then sold to a volunteer who is of age.
  const spirits = {
    selectionId: selections.find(({ label }) => label === 'Insider Spirits')?.id,
    at: '17:10',
    words: '',
  };
  const [young, grown] = ['V1', 'V2'].map((code) => volunteers.find((one) => one.code === code)?.id);
  const url = `/test-purchases/${friday.day.id}/attempts`;
  await made('priya.police', url, { ...spirits, volunteerId: young, result: 'pass_refused' });
  const slip = (await seenBy(lead)).attempts.find(({ label }) => label === 'Insider Spirits');
  const why = { reason: 'Insider Spirits was shut', version: 1 };
  await done(lead, `${url}/${slip?.id}/void`, why);
  const sold = await made<Operation>('priya.police', url, {
    ...{ ...spirits, volunteerId: grown, result: 'fail_sold' },
  });
  const ofAge = sold.attempts.find(({ result, label }) => label === 'Insider Spirits' && result !== 'void');
  expect(await refused('priya.police', `${url}/${ofAge?.id}/penalty`)).toContain('under 18');
  const drafts = await Promise.all(
    [1, 2].map(() => tried('priya.police', `/test-purchases/${friday.day.id}/attempts/${fresh?.id}/penalty`)),
  );
  expect(drafts.map(({ status }) => status).sort()).toEqual([201, 409]);
  // Somebody who makes the figures, in the agency that leads.
  await sql('update directory.officer set agency_id = $1 where id = $2', [
    ...[(await idsOf(lead)).agency, (await idsOf('petra.performance')).officer],
  ]);
  // The penalty is the agency's that drafted it.
  expect((await seenBy(lead)).followUps.map(({ penaltyId }) => penaltyId)).toEqual([null]);
  for (const url of [
    '/test-purchases/table',
    '/test-purchases/table.csv',
    '/figures/E-06/records?period=2026-11',
    '/figures/E-06/records.csv?period=2026-11',
    `/test-purchases/${friday.day.id}`,
  ]) {
    const { text, status } = await page('petra.performance', url);
    expect(status, url).toBe(200);
    for (const words of ['Tall man', 'Insider Wines', 'Insider Spirits', 'Nervous', 'Two officers', 'Priya'])
      expect(text, url).not.toContain(words);
  }
  const petra = await asked('petra.performance', at(friday.day));
  expect(petra.status).toBe(200);
  for (const words of [
    'Insider',
    'Told by a neighbour',
    'not-needed',
    friday.card.id,
    friday.other.id,
    'Priya',
    '"V1"',
  ])
    expect(petra.text, words).not.toContain(words);
  expect(petra.json).toMatchObject({ events: [], ripaAnswer: null, ripaWords: '' });
});

test('a place that must stay hidden later is not read any more, nor its letter', async () => {
  const { attempts } = await seenBy(lead);
  await done(lead, `${at(friday.day)}/letters`, {});
  // Whoever recorded a test does not undo it once the business was written to, though the letter is not theirs to read.
  const ofPolice = (await seenBy('priya.police')).attempts.find(
    ({ label, result }) => label === 'Insider Spirits' && result !== 'void',
  );
  expect(ofPolice?.hasLetter).toBe(true);
  await refused('priya.police', `/test-purchases/${friday.day.id}/attempts/${ofPolice?.id}/void`, {
    reason: 'Changed my mind',
    version: ofPolice?.version,
  });
  const letter = `/test-purchases/${friday.day.id}/attempts/${attempts[0]?.id}/letters/1/pdf`;
  expect((await page(lead, letter)).status).toBe(200);
  expect((await page('priya.police', letter)).status).toBe(404);
  await sql('insert into records.hidden_address (record_id, is_marked, since) values ($1, true, now())', [
    friday.card.placeRecordId,
  ]);
  expect((await page(lead, letter)).status).toBe(422);
  // Not on a connection of the operations login either; and it comes back when it may be shown.
  const { agency: theirs } = await idsOf(lead);
  expect(await asAgency(days, friday, theirs)).toMatchObject({ addresses: 0 });
  for (const url of [at(friday.day), `/premises/${friday.card.id}`, '/premises'])
    for (const who of [lead, 'priya.police'])
      expect((await asked(who, url)).text, `${who} ${url}`).not.toContain('Insider Wines Lane');
});

test('an address that may be shown again comes back', async () => {
  await sql('delete from records.hidden_address where record_id = $1', [friday.card.placeRecordId]);
  const { agency } = await idsOf(lead);
  expect(await asAgency(days, friday, agency)).toMatchObject({ addresses: 2 });
  for (const url of [at(friday.day), `/premises/${friday.card.id}`])
    expect((await asked(lead, url)).text, url).toContain('8 Insider Wines Lane');
});

test('what follows is not settled before the test, nor a re-inspection by a visit that came before it', async () => {
  const { attempts } = await seenBy(lead);
  const url = `${at(friday.day)}/attempts/${attempts[0]?.id}/follow-ups`;
  await made(lead, url, { kind: 'training' });
  const { followUps } = await made<Operation>(lead, url, { kind: 're-inspection' });
  const training = followUps.find(({ kind }) => kind === 'training');
  expect(
    await refused(lead, `/test-purchases/${friday.day.id}/follow-ups/${training?.id}`, {
      ...{ status: 'done', on: '2026-11-26', version: training?.version },
    }),
  ).toContain('cannot be before the test');
  const { visits } = await look<{ visits: { id: string; kind: string }[] }>(
    lead,
    `/premises/${attempts[0]?.premisesId}`,
  );
  const visit = visits.find(({ kind }) => kind === 'compliance');
  const seen = { visitedOn: '2026-11-20', result: 'compliant', words: 'Seen', version: 1 };
  await done(lead, `/inspection-visits/${visit?.id}/result`, seen);
  const after = await seenBy(lead);
  expect(after.followUps.find(({ kind }) => kind === 're-inspection')?.status).toBe('offered');
});

test('a scheme that somebody sets up in a district opens to them no test that they took no part in', async () => {
  const { version } = await seenBy(lead);
  const outcome = { version, outcome: 'Insider Wines was told' };
  await done(lead, `${at(friday.day)}/steps/complete`, outcome);
  interface Group {
    id: string;
    version: number;
    statusWhy: string;
    figures: { name: string }[];
  }
  const scheme = {
    kind: 'alcohol-partnership',
    name: 'Partnership',
    districtCode: (await placeOf()).district,
  };
  const start = (who: string) => made<Group>(who, '/schemes', { ...scheme, agencies: [] });
  expect((await start(lead)).figures.map(({ name }) => name)).toContain('Friday test');
  const theirs = await start('tess.trading');
  expect(theirs.figures.map(({ name }) => name)).not.toContain('Friday test');
  // Why it is on hold is asked for, and kept.
  const held = { reason: 'No assessor until spring', version: theirs.version };
  const hold = await done<Group>('tess.trading', `/schemes/${theirs.id}/hold`, held);
  expect(hold.statusWhy).toBe('No assessor until spring');
  // What came of the day, in words that may name a shop, is not for whoever makes the figures.
  expect((await asked('petra.performance', at(friday.day))).text).not.toContain('was told');
});

test('odd input is refused and never a fault of the server', async () => {
  for (const [url, body] of [
    [
      '/premises',
      {
        kind: 'off-licence',
        tradingName: 'Odd',
        firmRecordId: friday.card.id,
        placeRecordId: friday.card.id,
      },
    ],
    [
      '/premises',
      { kind: 'off-licence', tradingName: 'Odd', firmName: 'Odd', address: '1', postcode: 'ZZ99 9ZZ' },
    ],
    [
      '/test-purchases',
      { name: 'Odd', onDay: '9999-12-31', location: 'Odd', districtCode: (await placeOf()).district },
    ],
    ['/inspection-visits', { premisesId: friday.card.id, kind: 'joint', plannedOn: '2026-12-24' }],
    ['/inspection-visits', { premisesId: friday.card.id, kind: 'inspection', plannedOn: '2026-01-01' }],
    [`/premises/${friday.card.id}/sales`, { penaltyId: friday.card.id }],
    [
      `/test-purchases/${friday.day.id}/premises`,
      { premisesId: friday.card.id, basis: 'complaint', words: 'A complaint came in' },
    ],
  ] as const) {
    const { status, text } = await tried(lead, url, body);
    expect([409, 422], `${url} ${text}`).toContain(status);
  }
  expect((await (await as(lead)).post('/inspections', { premisesId: 'nowhere' })).status).toBe(404);
});
