import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** What a reporter is given to come back with. */
export interface Receipt {
  reference: string;
  phrase: string;
}

export interface Reported {
  words: string;
  /** Code of the kind to choose among those that the words suggest. */
  kind: string;
  postcode: string;
  placeWords?: string;
  /** Also puts a pin on the map, by pressing it until it is exact. */
  byPin?: boolean;
  /** Somebody who says how to reach them; without it the report is anonymous. */
  email?: string;
}

export const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();
export const headingOf = async (page: Page): Promise<string> =>
  (await page.locator('h1').innerText()).replace(/\s+/g, ' ').trim();
export const mainOf = (page: Page): Promise<string> => page.locator('main').innerText();
/** Opens a part of the page that is folded away. */
export const unfold = (page: Page, summary: string | RegExp): Promise<void> =>
  page.locator('summary', { hasText: summary }).first().click();

/** The form that posts to an address ending so: a page may have several with the same field. */
export const formTo = (page: Page, ending: string) => page.locator(`form[action$="${ending}"]`);

/** Presses the middle of the map until the place is understood; each press comes closer. */
async function pin(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'That is wrong: forget it' }).click();
  for (let presses = 0; presses < 12; presses += 1) {
    if ((await page.getByText('We understood').count()) > 0) return;
    await page.locator('input.bw-map:visible').click();
  }
  throw new Error('The map never came to a pin.');
}

/** Reports something on the public pages, question by question, as somebody without an account. */
export async function reportIt(page: Page, given: Reported): Promise<Receipt> {
  await page.goto('/report');
  await page.getByLabel('Tell us in your own words').fill(given.words);
  await press(page, 'Continue');
  const kind = page.locator(`input[name=issueType][value="${given.kind}"]`).first();
  if (!(await kind.isVisible())) await unfold(page, 'Look through every kind');
  await kind.check();
  await press(page, 'Continue');
  await page.getByLabel('Postcode, or street and town').fill(given.postcode);
  await press(page, 'Find');
  expect(await mainOf(page)).toContain('We understood');
  if (given.byPin) await pin(page);
  if (given.placeWords) await page.getByLabel('Describe the place').fill(given.placeWords);
  await press(page, 'Continue');
  if ((await headingOf(page)) === 'Whose land is it on?') {
    await page.locator('input[name=landOwner][value=public]').check();
    await press(page, 'Continue');
  }
  await press(page, 'Continue');
  await page.locator(`input[name=isAnonymous][value=${given.email ? 'no' : 'yes'}]`).check();
  if (given.email) await page.getByLabel('E-mail').fill(given.email);
  await press(page, 'Continue');
  if ((await headingOf(page)) === 'Is it one of these?') {
    await page.locator('input[name=sameAs][value=none]').check();
    await press(page, 'Continue');
  }
  await press(page, 'Send report');
  expect(await page.locator('h1').innerText()).toBe('Report sent');
  return {
    reference: (await page.locator('.govuk-panel strong').innerText()).trim(),
    phrase: (await page.locator('.bw-phrase').innerText()).trim(),
  };
}

/** Opens a report as an officer does: by its reference in the search box. */
export async function openReport(page: Page, reference: string): Promise<void> {
  await page.goto('/home');
  await page.getByRole('searchbox').first().fill(reference);
  await page.getByRole('button', { name: 'Search' }).first().click();
  // A reference that the reader may see leads straight to its record.
  await page.waitForURL(/\/reports\/[0-9a-f-]{36}/);
  expect(await headingOf(page)).toContain(reference);
}

/** Starts work on the report that is open and closes it. */
export async function handleReport(page: Page, outcome: string, words: string): Promise<void> {
  const start = formTo(page, '/start').getByRole('button');
  if ((await start.count()) > 0) await start.click();
  const close = formTo(page, '/close');
  await page.locator('details', { has: close }).locator('summary').click();
  await close.locator('select[name=outcome]').selectOption(outcome);
  await close.locator('textarea[name=outcomeWords]').fill(words);
  await close.getByRole('button').click();
}

/** A date in its three boxes. */
export async function typeDay(page: Page, prefix: string, day: string): Promise<void> {
  const [year = '', month = '', date = ''] = day.split('-');
  for (const [part, value] of Object.entries({ day: date, month, year }))
    await page.locator(`[name="${prefix}-${part}"]`).fill(value);
}

/** Loads the page that is open anew. One that follows the progress of a job may do so by itself at that very moment. */
export const again = async (page: Page): Promise<void> => {
  await page.reload().catch(() => page.reload());
};
