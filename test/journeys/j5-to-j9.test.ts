import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { welfareItems } from '../../reference/encampment.ts';
import { type OpenWorld, openBrowserWorld } from '../support/browser.ts';
import { movableClock } from '../support/world.ts';
import { mainOf } from './by-page.ts';
import { send, step, stepRefused } from './forms-by-name.ts';

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
const pathOf = (page: Page): string => new URL(page.url()).pathname;

beforeAll(async () => {
  place = await openBrowserWorld({ name: 'j5_to_j9', clock });
  const [row] = await place.world.sql<{ postcode: string }>(
    "select p.postcode from directory.postcode p join directory.agency a on a.area_code = p.district_code where a.code = 'WEND' order by p.postcode limit 1",
  );
  postcode = row?.postcode ?? '';
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
