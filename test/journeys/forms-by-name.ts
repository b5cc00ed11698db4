import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { headingOf, mainOf } from './by-page.ts';

/** What is typed into a form, by the name of its fields; a list ticks each, a day fills its three boxes. */
export type Typed = Readonly<Record<string, string | readonly string[]>>;

/** The form that posts to an address ending so, and none that asks. */
const formTo = (page: Page, ending: string) => page.locator(`form[method=post][action$="${ending}"]`);

async function fill(
  page: Page,
  ending: string,
  name: string,
  value: string | readonly string[],
): Promise<void> {
  const form = formTo(page, ending).first();
  if (typeof value !== 'string') {
    for (const one of value) await form.locator(`input[name="${name}"][value="${one}"]`).check();
    return;
  }
  const [year, month, day] = value.split('-');
  if ((await form.locator(`[name="${name}-day"]`).count()) > 0) {
    for (const [part, given] of Object.entries({ day, month, year }))
      await form.locator(`[name="${name}-${part}"]`).fill(given ?? '');
    return;
  }
  const field = form.locator(`[name="${name}"]`).first();
  const kind = await field.evaluate((one) =>
    `${one.tagName} ${one.getAttribute('type') ?? ''}`.toLowerCase(),
  );
  if (kind.startsWith('select')) await field.selectOption(value);
  else if (/radio|checkbox/.test(kind)) await form.locator(`input[name="${name}"][value="${value}"]`).check();
  else await field.fill(value);
}
/** Fills the form that posts to an address ending so and sends it; folded parts are opened first. */
export async function send(page: Page, ending: string, typed: Typed, button?: string): Promise<void> {
  const form = formTo(page, ending).first();
  const folded = page.locator('details:not([open])', { has: form });
  if ((await folded.count()) > 0) await folded.first().locator('summary').first().click();
  for (const [name, value] of Object.entries(typed)) await fill(page, ending, name, value);
  const sender = button
    ? form.getByRole('button', { name: button, exact: true })
    : form.locator('button').first();
  // The page that answers, before anything is typed into the one that is left.
  await Promise.all([page.waitForEvent('load'), sender.click()]);
}

/** Takes a step of a file as its officer does: the button on the page of the file, the form, the page for checking. */
export async function step(page: Page, file: string, action: string, typed: Typed = {}): Promise<void> {
  await page.goto(file);
  const link = page.locator(`a[href$="/steps/${action}"]`);
  expect(await link.count(), `${action} is not offered: ${await mainOf(page)}`).toBeGreaterThan(0);
  await link.first().click();
  await send(page, `/steps/${action}/check`, typed);
  const confirm = formTo(page, `/steps/${action}`);
  expect(await confirm.count(), `${action}: ${await mainOf(page)}`).toBeGreaterThan(0);
  await confirm.getByRole('button').first().click();
  await page.waitForURL((url) => !url.pathname.includes('/steps/'));
}
/** What a step's form says when it is refused there. */
export async function stepRefused(page: Page, file: string, action: string, typed: Typed): Promise<string> {
  await page.goto(`${file}/steps/${action}`);
  await send(page, `/steps/${action}/check`, typed);
  expect(await headingOf(page)).not.toMatch(/^Check before/);
  return mainOf(page);
}
