import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenWorld, openBrowserWorld } from '../support/browser.ts';
import { formTo, headingOf, mainOf, press, unfold } from './by-page.ts';

/** J2, steps 1, 2, 5 and 6, as people walk them: a form on a phone, a grade, a package, and its recipient. */
let place: OpenWorld;
beforeAll(async () => {
  place = await openBrowserWorld({ name: 'j2' });
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
  await choose(tess, 'answer', 'accepted');
  await press(tess, 'Answer');
  await unfold(tess, 'Tell the unit what came of it');
  await choose(tess, 'result', 'result');
  await formTo(tess, '/outcome').locator('textarea').fill('Interviewed under caution');
  await press(tess, 'Tell them');

  await morag.reload();
  expect(await mainOf(morag)).toContain('Used, with a result');
}, 60_000);
