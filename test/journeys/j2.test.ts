import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenWorld, openBrowserWorld } from '../support/browser.ts';
import { performScheduled } from '../support/jobs.ts';
import { movableClock } from '../support/world.ts';
import { formTo, headingOf, mainOf, press, unfold } from './by-page.ts';
import { send } from './forms-by-name.ts';
import { pathOf } from './walk.ts';

/**
 * J2 as people walk it: a form on a phone, a grade, a package and its recipient; then the case, the court, the victims, a warning and the
 * figures, without script. `j2.db.test.ts` and `j2-court.db.test.ts` hold every number, and harm (step 4) has pages of its own.
 */
const clock = movableClock();
let place: OpenWorld;
let packagePath = '';
beforeAll(async () => {
  place = await openBrowserWorld({ name: 'j2', clock });
}, 120_000);
afterAll(() => place.close());

const choose = (page: Page, name: string, value: string) =>
  page.locator(`input[name="${name}"][value="${value}"]`).check();

test('from a form on a phone to a package that trading standards accept', async () => {
  const olu = await place.visit('olu.officer', { width: 390 });
  await olu.goto('/intelligence-forms/new');
  await olu
    .getByLabel('What do you know?')
    .fill('A roofer takes deposits in Linden Crescent. Rings from 07700 900777.');
  await choose(olu, 'howKnown', 'told');
  await press(olu, 'Send');
  // Nothing typed is lost, and what is missing is said.
  expect(await mainOf(olu)).toContain('Say whether somebody could come to harm');
  await choose(olu, 'fears', 'no');
  await press(olu, 'Send');
  expect(await headingOf(olu)).toBe('Intelligence forms you have sent');
  expect(await mainOf(olu)).not.toContain('roofer');

  const imran = await place.visit('imran.intel');
  await imran.goto('/intelligence?words=roofer');
  await imran.locator('tr', { hasText: 'Linden Crescent' }).getByRole('link').first().click();
  await choose(imran, 'sourceEvaluation', '2');
  await choose(imran, 'assessment', 'C');
  await choose(imran, 'handling', 'C');
  await choose(imran, 'riskToSource', 'no');
  await imran.getByLabel('Text that may cross instead').fill('A roofer takes deposits and does not return.');
  await press(imran, 'Save and go on');
  expect(await mainOf(imran)).toContain('Handling C needs its conditions');
  await imran.getByLabel('Conditions', { exact: true }).fill('Ring us before a visit.');
  await choose(imran, 'actionCode', 'A3');
  await imran.getByLabel('If A3: how it may be used').fill('In a visit');
  await choose(imran, 'sanitisationCode', 'S2');
  await press(imran, 'Save and go on');
  await imran.getByRole('button', { name: /^Link 07700/ }).click();
  await press(imran, 'Ready');
  expect(await mainOf(imran)).toContain('Ready');
  const item = imran.url().split('/').at(-1) ?? '';

  const anya = await place.visit('anya.analyst');
  await anya.goto(`/intelligence/packages/new?item=${item}`);
  await anya.getByLabel('What it is about, in a line').fill('Roofer in Linden Crescent');
  await anya.locator('select[name=gateway]').selectOption('enterprise-act-part9');
  await anya.getByLabel('For what purpose').fill('To investigate unfair trading');
  await anya.getByLabel('Officers who receive it').fill('tess.trading@staff.example');
  await anya.getByLabel('Answer by').fill('2026-12-04');
  await press(anya, 'Draft it for the manager');

  const morag = await place.visit('morag.manager');
  await morag.goto(anya.url());
  await press(morag, 'Authorise and release');

  const tess = await place.visit('tess.trading');
  await tess.goto('/packages');
  await tess.locator('main .bw-reference').first().click();
  expect(await headingOf(tess)).toBe('Before you read it');
  expect(await mainOf(tess)).not.toContain('does not return');
  await press(tess, 'I have read this and will keep to it');
  expect(await mainOf(tess)).toContain('A roofer takes deposits and does not return.');
  // What the condition forbids is not offered, and refused where it is asked for all the same.
  expect(await tess.getByRole('link', { name: 'PDF' }).count()).toBe(0);
  packagePath = pathOf(tess);
  await choose(tess, 'answer', 'accepted');
  const [service] = await place.world.sql<{ id: string }>(
    "select id from directory.service where code = 'MCC-TS'",
  );
  await tess.locator('select[name=serviceId]').selectOption(service?.id ?? '');
  await press(tess, 'Answer');
  await unfold(tess, 'Tell the unit what came of it');
  await choose(tess, 'result', 'result');
  await formTo(tess, '/outcome').locator('textarea').fill('Interviewed under caution');
  await press(tess, 'Tell them');

  await morag.reload();
  expect(await mainOf(morag)).toContain('Used, with a result');
}, 60_000);

test('from the case to the court, across the wall and back: one sentence comes, victims are told, residents warned, figures move', async () => {
  const { world } = place;
  const as = (who: string) => place.visit(who, { script: false });
  let tess = await as('tess.trading');
  await tess.goto(packagePath);
  await tess.locator('main a[href^="/cases/"]').first().click();
  await send(tess, '/prosecutions', {});
  const file = pathOf(tess);
  const exhibit = {
    ...{
      kind: 'recording',
      words: 'Interview under caution',
      capturedOn: '2026-11-19',
      capturedTime: '10:15',
    },
    ...{ capturedBy: 'Tess Redfearn', keptAt: 'Store 2, seal 42' },
  };
  await send(tess, '/items', { ...exhibit, capturedOn: '2030-01-01' });
  expect(await mainOf(tess)).toContain('cannot be in the future');
  await send(tess, '/items', exhibit);
  await send(tess, '/papers', { kind: 'index' });
  await send(tess, '/enquiries', { about: 'Deposits taken', subjects: 'phone: 07700 900777' });
  const [asked] = await world.sql<{ id: string; day: string }>(
    "select e.id, e.answers_on::text as day from dissemination.enquiry e where e.about = 'Deposits taken'",
  );

  const morag = await as('morag.manager');
  await morag.goto('/intelligence/enquiries');
  // Bounded, since an answer that is refused would be tried for ever.
  for (let turn = 0; turn < 20; turn += 1) {
    const waiting = morag.locator('tr', { hasText: 'To be answered' }).getByRole('link').first();
    if ((await waiting.count()) === 0) break;
    await waiting.click();
    const isMine = pathOf(morag).endsWith(asked?.id ?? '?');
    if (isMine) expect(await mainOf(morag)).toContain('07700 900777');
    // What the unit watches for is on the schedule before anything is answered.
    for (let line = 0; line < 5; line += 1) {
      const held = formTo(morag, '/lines').locator('select[name=holding] option').nth(1);
      if ((await held.count()) === 0) break;
      const isCase = (await formTo(morag, '/lines').locator('option[value=neither]').count()) > 0;
      await send(morag, '/lines', {
        ...{ holding: (await held.getAttribute('value')) ?? '', words: 'A watch of the unit' },
        ...(isCase ? { test: 'neither', ground: 'method' } : { test: 'withhold', ground: 'sch2-crime' }),
        reason: 'It would be known what is watched for',
      });
    }
    const offered = await formTo(morag, '/answer')
      .locator('input[name=answer]')
      .first()
      .getAttribute('value');
    await send(morag, '/answer', { answer: offered ?? '', reason: 'Nothing meets the test' });
    await morag.goto('/intelligence/enquiries');
  }
  clock.set(`${asked?.day}T06:05:00Z`);
  await performScheduled(world, clock, 'answer-enquiries');
  tess = await as('tess.trading');
  await tess.goto(file);
  const shown = await mainOf(tess);
  expect(shown).toContain('Considered by the intelligence unit');
  for (const hidden of ['Linden Crescent', 'meets the test', 'Morag']) expect(shown).not.toContain(hidden);
  const outcome = {
    ...{ result: 'convicted', courtName: 'Quillmoor Crown Court', onDay: '2026-11-20', defendants: '1' },
    ...{ convictions: '2', confiscationPounds: '36000', victimWords: 'He was found guilty.' },
  };
  await send(tess, '/outcome', outcome);
  expect(await mainOf(tess)).toContain('No more can be convicted than there were defendants');
  await send(tess, '/outcome', { convictions: '1' });

  const sadia = await as('sadia.safeguarding');
  await sadia.goto('/outcomes');
  await sadia.locator('tr', { hasText: 'Quillmoor' }).getByRole('link').first().click();
  const [victim] = await world.sql<{ reference: string }>(
    `select f.reference from safeguarding.victim_file f join directory.agency a on a.id = f.agency_id
     where a.code = 'MCC' and f.joined_into is null order by f.reference limit 1`,
  );
  await send(sadia, '/victims', { reference: victim?.reference ?? '' });
  await sadia
    .locator('form[action*="/victims/"] select, form[action*="/victims/"] input[value=call]')
    .first();
  const told = await sadia.locator('form[action*="/victims/"]').first().getAttribute('action');
  await send(sadia, told ?? '', { channel: 'call' });
  await tess.goto(file);
  expect(await mainOf(tess)).toContain('1 of 1');
  expect(await mainOf(tess)).not.toContain(victim?.reference ?? '?');

  await tess.goto('/alert-drafts');
  const reference = /PF-[0-9A-Z-]+/.exec(shown)?.[0] ?? '';
  await send(tess, '/alert-drafts', {
    ...{ source: reference, title: 'Roofers who take deposits', words: 'He rings from 07700 900777.' },
    ...{ advice: 'Pay nothing before the work.', trades: ['roofing'], endsOn: '2027-03-01' },
  });
  expect(await mainOf(tess)).toContain('points to somebody');
  await send(tess, '/alert-drafts', { words: 'A man takes deposits for roofs and does not return.' });
  const warning = pathOf(tess);
  const open = await place.visit(undefined, { script: false });
  await open.goto('/alerts');
  expect(await mainOf(open)).not.toContain('Roofers who take deposits');
  const cora = await as('cora.comms');
  await cora.goto(warning);
  await send(cora, '/steps/publish', {});
  await send(cora, '/reach', {
    channel: 'e-mail',
    onDay: clock.today(),
    sent: '1000',
    opened: '570',
    reached: '1000',
  });
  expect(await mainOf(cora)).toContain('570 of 1,000 opened (57.0%)');
  await open.reload();
  expect(await mainOf(open)).toContain('Roofers who take deposits');
  // The figure of the service that brought the case counts it; its record is the file.
  await tess.goto(`/figures/E-07?from=2026-11-01&to=${clock.today()}`);
  await tess
    .getByRole('link', { name: /open the records/ })
    .first()
    .click();
  expect(await mainOf(tess)).toContain(reference);
}, 90_000);
