import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closureChecklist } from '../../reference/closure.ts';
import { welfareItems } from '../../reference/encampment.ts';
import { type OpenWorld, openBrowserWorld } from '../support/browser.ts';
import { movableClock } from '../support/world.ts';
import { mainOf, send, step, stepRefused } from './forms-by-name.ts';
import { fiveAnew, resultsShown } from './j5-results.ts';
import { teamsMonth } from './j5-team.ts';
import { caseToReview } from './j7-case.ts';
import { pathOf, type Walk } from './walk.ts';

/**
 * J5 to J9 as people walk them on the pages, without script: the main line of each and what must be refused. One county for all; the API
 * journeys (*.j5 to *.j9.db.test.ts) hold the numbers.
 */
const clock = movableClock('2026-12-01T10:00:00Z');
let place: OpenWorld;
let postcode = '';
const pages = new Map<string, Page>();
/** A persona's window; signed in anew when the clock has moved, for no session lasts that long. */
async function as(who: string): Promise<Page> {
  const key = `${who} ${clock.now().toISOString()}`;
  const page = pages.get(key) ?? (await place.visit(who, { script: false }));
  pages.set(key, page);
  return page;
}
let districtOf = { code: '' };
const walk: Walk = {
  as,
  clock,
  place: () => place,
  district: () => districtOf.code,
  postcode: () => postcode,
};

beforeAll(async () => {
  place = await openBrowserWorld({ name: 'j5_to_j9', clock });
  const [row] = await place.world.sql<{ postcode: string }>(
    "select p.postcode from directory.postcode p join directory.agency a on a.area_code = p.district_code where a.code = 'WEND' order by p.postcode limit 1",
  );
  postcode = row?.postcode ?? '';
  [districtOf = districtOf] = await place.world.sql<{ code: string }>(
    "select area_code as code from directory.agency where code = 'WEND'",
  );
}, 120_000);
afterAll(() => place.close());

test('J6: an encampment from the report to the debrief; nobody is directed before welfare, nothing is removed while the notice runs', async () => {
  let callum = await as('callum.safety');
  await callum.goto('/encampments/new');
  await send(callum, '/encampments', {
    ...{
      landKind: 'unoccupied',
      landWords: 'The made up park',
      postcode,
      arrivedOn: '2026-11-30',
      caravans: '6',
      vehicles: '3',
    },
  });
  const file = pathOf(callum);
  expect(await mainOf(callum)).toContain('Tell the police: 9');
  // ✘ the direction stands there and cannot be pressed.
  expect(await callum.getByRole('button', { name: 'Direct them to leave (s.77)' }).isDisabled()).toBe(true);
  await callum.goto(`${file}/welfare`);
  await send(
    callum,
    '/welfare',
    Object.fromEntries(
      welfareItems.flatMap(({ code }) => [
        [`answer-${code}`, 'none'],
        [`words-${code}`, 'Asked at each caravan'],
      ]),
    ),
  );
  await send(callum, '/vehicles', { mark: 'JT06 TST' });
  await step(callum, file, 'assess', { on: '2026-12-01' });
  await step(callum, file, 'tell-police', { on: '2026-12-01', told: 'The duty inspector' });
  await step(callum, file, 'direct', {
    ...{ on: '2026-12-01', time: '09:30', ways: ['fixed-vehicles'], by: 'An officer', reason: 'No consent' },
  });
  expect(await mainOf(callum)).toContain('Direction to leave land, edition 1 (PDF)');
  await step(callum, file, 'complain', {
    ...{
      on: '2026-12-01',
      hearingOn: '2026-12-03',
      hearingTime: '10:00',
      court: 'Moors magistrates',
      reason: 'They stayed',
    },
  });
  clock.set('2026-12-03T15:00:00Z');
  callum = await as('callum.safety');
  await step(callum, file, 'make-order', { on: '2026-12-03', reason: 'Granted' });
  await step(callum, file, 'give-notice', {
    on: '2026-12-03',
    time: '14:00',
    ways: ['shown-land'],
    by: 'An officer',
  });
  // ✘ a notice that runs is not met, and nothing is removed before.
  expect(await mainOf(callum)).toContain('Record the removal: not yet');
  clock.set('2026-12-04T16:00:00Z');
  callum = await as('callum.safety');
  expect(
    await stepRefused(callum, file, 'remove', { on: '2026-12-04', time: '13:59', reason: 'With the police' }),
  ).toContain('over at 14:00 on 4 December 2026');
  await step(callum, file, 'remove', { on: '2026-12-04', time: '14:00', reason: 'With the police' });
  await callum.goto(`${file}/after`);
  const scores = ['access', 'surface', 'size', 'sight', 'before', 'use', 'watched'].map(
    (code) => [`score-${code}`, '2'] as const,
  );
  await send(callum, '/after', {
    ...{
      ...Object.fromEntries(scores),
      waste: 'R-SAMP-001',
      roles: 'Council and police',
      complaints: '2',
      complaintWords: 'Noise',
    },
    ...{ policyWords: 'Ring the duty officer first', policyUpdatedOn: '2026-12-04' },
  });
  expect(await mainOf(callum)).toContain('The land scored 14');
  await step(callum, file, 'end', { on: '2026-12-04', cleanup: '1250.50', debrief: 'Times kept' });
  // Back with the same vehicle on other land: the new file says so above everything.
  await callum.goto('/encampments/new');
  await send(callum, '/encampments', {
    landKind: 'highway',
    landWords: 'A verge',
    postcode,
    arrivedOn: '2026-12-04',
    caravans: '1',
    vehicles: '0',
  });
  await send(callum, '/vehicles', { mark: 'jt06tst' });
  expect(await mainOf(callum)).toContain('coming back is an offence');
  // ✘ the police read that it is there, and neither the land nor the mark.
  const priya = await as('priya.police');
  await priya.goto(pathOf(callum));
  for (const word of ['A verge', 'JT06TST']) expect(await priya.content()).not.toContain(word);
});

test('J9: the review of a licence begins on its premises, is open for representations and decided; a failed test blocks the award', async () => {
  clock.set('2026-12-04T16:00:00Z');
  let olu = await as('olu.officer');
  await olu.goto('/premises?words=Sample');
  await olu.getByRole('link', { name: 'Sample Wines' }).first().click();
  const premises = pathOf(olu);
  // The county’s sample has a review that was advertised; a second one of the same licence is refused while it is open.
  await send(olu, '/licence-reviews', { kind: 'review' });
  expect(await mainOf(olu)).toContain('open already');
  await olu.goto(premises);
  await send(olu, '/licence-reviews', { kind: 'summary' });
  const review = pathOf(olu);
  expect(await mainOf(olu)).toContain('Alcohol was sold to a child');
  const apply = {
    on: '2026-12-04',
    applicant: 'trading-standards',
    grounds: ['children-from-harm'],
    case: 'Sold at night',
  };
  // ✘ a summary review without the certificate of the police.
  expect(await stepRefused(olu, review, 'apply', apply)).toContain('Enter who of the police certified what');
  await step(olu, review, 'apply', { ...apply, applicant: 'police', certificate: 'A superintendent, today' });
  await step(olu, review, 'advertise', { on: '2026-12-04' });
  // Anybody reads that there is a review, and nothing of the case.
  const anybody = await place.visit(undefined, { script: false });
  await anybody.goto('/licensing-register');
  expect(await mainOf(anybody)).toContain('Sample Wines');
  expect(await mainOf(anybody)).not.toContain('Sold at night');
  clock.set('2027-01-04T10:00:00Z');
  olu = await as('olu.officer');
  // ✘ a representation that came after the last day.
  const late = { on: '2027-01-04', from: 'other-person', standing: 'against', reason: 'A good shop' };
  expect(await stepRefused(olu, review, 'record-representation', late)).toContain('no representation');
  await step(olu, review, 'set-hearing', { hearingOn: '2027-01-04', reason: 'Sub-committee' });
  await step(olu, review, 'decide', { on: '2027-01-04', outcomes: ['revoke'], reason: 'Heard' });
  expect(await mainOf(olu)).toContain('Notice of the decision on a review, edition 1 (PDF)');
  // ✘ premises where a test failed win no award.
  await olu.goto(premises);
  await olu.locator('a[href^="/awards/"]').first().click();
  expect(await mainOf(olu)).toContain('The premises failed a test: it can be decided from 20 November 2027');
});

test('J8: no closure without its checklist; the order, its appeal put off and dismissed; no notice without a warning', async () => {
  clock.set('2027-01-05T10:00:00Z');
  const callum = await as('callum.safety');
  await callum.goto('/closures/new');
  await send(callum, '/closures', {
    ...{
      premisesKind: 'dwelling',
      address: '7 Made Up Court',
      postcode,
      grounds: ['nuisance'],
      isNecessary: 'yes',
    },
    problem: 'Callers at all hours',
  });
  const file = pathOf(callum);
  // ✘ the consultation waits for the whole checklist, and the notice for both.
  expect(await mainOf(callum)).toContain('Record that everybody was consulted: not yet');
  await callum.goto(`${file}/checklist`);
  await send(
    callum,
    '/checklist',
    Object.fromEntries(
      closureChecklist.flatMap(({ code }) => [
        [`answer-${code}`, 'none'],
        [`words-${code}`, 'Asked'],
      ]),
    ),
  );
  await step(callum, file, 'record-consultation', {
    on: '2027-01-05',
    consulted: 'The force and the landlord',
  });
  const hearing = { hearingOn: '2027-01-05', hearingTime: '09:45', court: 'Moors magistrates' };
  await step(callum, file, 'serve-notice', {
    ...{
      on: '2027-01-05',
      time: '09:00',
      hours: '24',
      ways: ['fixed-prominent'],
      by: 'An officer',
      informed: 'Called twice',
    },
    ...{ ...hearing, reason: 'Callers every night' },
  });
  await step(callum, file, 'apply', { on: '2027-01-05', time: '09:30', ...hearing });
  await step(callum, file, 'make-order', {
    on: '2027-01-05',
    until: '2027-04-05',
    everyone: 'yes',
    reason: 'Met',
  });
  await step(callum, file, 'record-appeal', { on: '2027-01-05', reason: 'The tenant appeals' });
  await step(callum, file, 'set-appeal-hearing', { hearingOn: '2027-01-20', reason: 'Listed' });
  await step(callum, file, 'set-appeal-hearing', { hearingOn: '2027-01-27', reason: 'No judge' });
  expect(await mainOf(callum)).toContain('Put off from 20 January 2027 to 27 January 2027');
  await step(callum, file, 'dismiss-appeal', { on: '2027-01-05', reason: 'Withdrawn' });
  // ✘ a notice of community protection that no warning went before.
  await callum.goto('/protection/new');
  await send(callum, '/protection', {
    ...{
      kind: 'person',
      name: 'Tilly Tenant',
      address: '4 Example Row',
      isSixteen: 'yes',
      conductKinds: ['noise'],
    },
    ...{ conduct: 'Shouting every night since June', placeWords: 'Example Row', postcode },
    ...{ isDetrimental: 'yes', isPersistent: 'yes', isUnreasonable: 'yes' },
  });
  const warned = pathOf(callum);
  expect(await stepRefused(callum, warned, 'serve-notice', {})).toContain('Serve a written warning first');
  await callum.goto(warned);
  await send(callum, '/evidence', {
    happenedOn: '2027-01-04',
    kind: 'statement',
    words: 'What an officer heard',
  });
  await send(callum, '/requirements', { kind: 'stop', words: 'shouting at night' });
  await step(callum, warned, 'serve-warning', { how: 'in-person', on: '2027-01-05', by: 'An officer' });
  // ✘ the table says what was done and names nobody.
  await callum.goto('/protection/table');
  expect(await mainOf(callum)).toContain('Noise');
  expect(await callum.content()).not.toContain('Tilly');
});

test('J7: a neighbour applies for a case review without an account, comes back by words, and reads nothing of a case', async () => {
  clock.set('2027-01-05T10:00:00Z');
  const neighbour = await place.visit(undefined, { script: false });
  await neighbour.goto('/case-review');
  await send(neighbour, '/case-review', {
    ...{ name: 'Nora Next-Door', applicantKind: 'complainant', email: 'nora@next.example', postcode },
    ...{ 'happenedOn-1': '2026-12-10', 'complainedOn-1': '2026-12-11', 'told-1': 'The council' },
  });
  const sent = await mainOf(neighbour);
  const reference = /CR-[0-9A-Z]{4}-[0-9A-Z]{3}/.exec(sent)?.[0] ?? '';
  const phrase = (await neighbour.locator('strong.bw-reference').last().innerText()).trim();
  expect(reference).not.toBe('');
  // ✘ another’s words open nothing.
  await neighbour.goto('/case-review/track');
  await send(neighbour, '/case-review/track', { reference, phrase: 'river-river-river-river-100' });
  expect(await mainOf(neighbour)).not.toContain('Nora');
  await neighbour.goto('/case-review/track');
  await send(neighbour, '/case-review/track', { reference, phrase });
  const read = await mainOf(neighbour);
  expect(read).toContain(reference);
  // ✘ nothing of custody, of health or of any case.
  expect(read).not.toMatch(/custody|health|AC-[0-9A-Z]{4}/i);
});

test('J5: a power that ran out is blocked with why, the council’s own works; time is logged on a telephone', async () => {
  clock.set('2027-01-21T10:00:00Z');
  const joss = await as('joss.jet');
  await joss.goto(
    `/teams/powers/use?power=csas.require-name&districtCode=${districtOf.code}&isInUniform=yes`,
  );
  // ✘ his accreditation ended the day before.
  expect(await mainOf(joss)).toContain('ran out on');
  await send(
    joss,
    '/teams/powers/use',
    {
      power: 'csas.require-name',
      districtCode: districtOf.code,
      isInUniform: 'yes',
      words: 'In the square',
    },
    'Record it',
  );
  expect(await mainOf(joss)).toContain('ran out on');
  await joss.goto('/teams/powers/use');
  await send(
    joss,
    '/teams/powers/use',
    { power: 'fpn.litter', districtCode: districtOf.code, isInUniform: 'yes', words: 'In the square' },
    'Record it',
  );
  expect(await mainOf(joss)).not.toContain('ran out on');
  await joss.goto('/teams/time');
  await send(
    joss,
    '/teams/time',
    { activity: 'patrol', hours: '2', minutes: '30', onDay: '2027-01-21' },
    'Log it',
  );
  expect(await mainOf(joss)).toMatch(/2 (h|hours)/);
});

test('J5: ticks and the force give the power back; a red month asks why; plans, duties, and tasks of both meetings', () =>
  teamsMonth(walk));

test('J5: five of five hold it again; the result of what the JAG set is on its next agenda, and the figures open their records', async () => {
  await fiveAnew(walk);
  await resultsShown(walk);
});

test('J7: high risk, what is for named people alone, the order, its breaches, the plan before the release, the review to its end', () =>
  caseToReview(walk));
