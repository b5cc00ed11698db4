import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenWorld, openBrowserWorld } from '../support/browser.ts';

let place: OpenWorld;
let postcode = '';
beforeAll(async () => {
  place = await openBrowserWorld({ name: 'keyboard' });
  const [row] = await place.world.sql<{ postcode: string }>(
    "select postcode from directory.postcode p join directory.agency a on a.area_code = p.district_code where a.code = 'WEND' order by postcode desc limit 1",
  );
  postcode = row?.postcode ?? '';
});
afterAll(() => place.close());

/** Goes forward with Tab until what is wanted has the focus; a page that cannot be walked through so fails. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let steps = 0; steps < 80; steps += 1) {
    await page.keyboard.press('Tab');
    if ((await page.locator(`${selector}:focus`).count()) > 0) return;
  }
  throw new Error(`${selector} cannot be reached with Tab.`);
}

const goOn = 'button.govuk-button[value="continue"]';
const heading = (page: Page): Promise<string> => page.locator('h1').innerText();

/** Presses a key and waits for the page that follows. */
async function leave(page: Page, key: 'Enter' | 'Space', next: RegExp): Promise<void> {
  await page.keyboard.press(key);
  await page.locator('h1', { hasText: next }).waitFor();
}

describe.each([
  ['with script', true],
  ['without script', false],
])('the keyboard alone, %s', (_words, script) => {
  test('a problem is reported from the front page to its reference', async () => {
    const page = await place.visit(undefined, { script });
    await page.goto('/');
    await page.keyboard.press('Tab');
    expect(await page.locator('.govuk-skip-link:focus').count()).toBe(1);
    await tabTo(page, 'main a[href="/report"]');
    await leave(page, 'Enter', /What is the problem/);
    await tabTo(page, 'textarea[name=description]');
    await page.keyboard.type('Rubbish dumped by the gate');
    await tabTo(page, goOn);
    await leave(page, 'Enter', /Which of these is it/);
    await tabTo(page, 'input[name=issueType]');
    await page.keyboard.press('Space');
    expect(await page.locator('input[name=issueType]:checked').count()).toBe(1);
    await tabTo(page, goOn);
    await leave(page, 'Space', /Where is it/);
    await tabTo(page, 'input[name=search]');
    await page.keyboard.type(postcode);
    await tabTo(page, 'button[value=find]');
    await page.keyboard.press('Enter');
    await page.getByText('We understood').waitFor();
    await tabTo(page, goOn);
    await leave(page, 'Enter', /Whose land|anything else/);
    if (/Whose land/.test(await heading(page))) {
      await tabTo(page, 'input[name=landOwner]');
      await page.keyboard.press('Space');
      await tabTo(page, goOn);
      await leave(page, 'Enter', /anything else/);
    }
    await tabTo(page, goOn);
    await leave(page, 'Enter', /say who you are/);
    await tabTo(page, 'input[name=isAnonymous]');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    const isNamed = await page.locator('input[name=isAnonymous][value=no]').isChecked();
    if (isNamed) await page.keyboard.press('ArrowDown');
    await tabTo(page, goOn);
    await leave(page, 'Enter', /Check your report|one of these/);
    if (/one of these/.test(await heading(page))) {
      await tabTo(page, 'input[name=sameAs]');
      await page.keyboard.press('Space');
      await tabTo(page, goOn);
      await leave(page, 'Enter', /Check your report/);
    }
    await tabTo(page, goOn);
    await leave(page, 'Enter', /Report sent/);
    expect(await page.locator('main').innerText()).toMatch(/R-[0-9A-Z]{4}-[0-9A-Z]{3}/);
  });
});

test('the keyboard alone: an officer writes a penalty notice, adds what shows it, and issues it signed', async () => {
  const page = await place.visit('joss.jet');
  const type = async (selector: string, words: string) => {
    await tabTo(page, selector);
    await page.keyboard.type(words);
  };
  /** A list that has the focus takes its choice by the arrows, as any list does. */
  const choose = async (name: string, value: string) => {
    await tabTo(page, `select[name=${name}]`);
    const list = page.locator(`select[name=${name}]`).and(page.locator(':focus'));
    const options = await list
      .locator('option')
      .evaluateAll((all) => all.map((one) => one.getAttribute('value')));
    await page.keyboard.press('Home');
    for (let at = 0; at < options.indexOf(value); at += 1) await page.keyboard.press('ArrowDown');
    expect(await list.inputValue()).toBe(value);
  };
  await page.goto('/penalties/new');
  await choose('offence', 'fly-tipping');
  for (const [part, words] of [
    ['day', '19'],
    ['month', '11'],
    ['year', '2026'],
  ] as const)
    await type(`input[name="offenceOn-${part}"]`, words);
  await type('input[name=offenceTime]', '07:40');
  await type('input[name=placeWords]', 'Lay-by on the old bypass');
  await type('input[name=postcode]', postcode);
  await choose('landType', 'highway');
  await choose('wasteType', 'household-black-bags');
  await choose('wasteSize', 'car-boot-or-less');
  await choose('identifiedBy', 'cctv');
  await type('input[name=recipientName]', 'Orla Tenterden');
  await type('[name=recipientAddress]', '4 Made Up Lane, Ollerquay, QX1 1AA');
  await tabTo(page, 'input[name=policyConsidered]');
  await page.keyboard.press('Space');
  await tabTo(page, 'form[action="/penalties"] button');
  await page.keyboard.press('Enter');
  await page
    .getByText(/not met yet/)
    .first()
    .waitFor();
  for (const [kind, words] of [
    ['statement', 'Statement of the officer who saw it'],
    ['cctv', 'Recording of the van and its plate'],
  ] as const) {
    const form = 'form[action$="/evidence"]';
    if (!(await page.locator(`${form} select`).isVisible())) {
      await tabTo(page, `details:has(${form}) > summary`);
      await page.keyboard.press('Enter');
    }
    await choose('kind', kind);
    await type(`${form} textarea[name=words]`, words);
    await tabTo(page, `${form} button`);
    await page.keyboard.press('Enter');
    await page.getByText(words).first().waitFor();
  }
  await tabTo(page, 'input[name=servedHow]');
  await page.keyboard.press('Space');
  await tabTo(page, 'form[action$="/issue"] button');
  await page.keyboard.press('Enter');
  await page
    .getByText(/Issued/)
    .first()
    .waitFor();
  expect(await page.locator('main').innerText()).toContain('Joss');
});
