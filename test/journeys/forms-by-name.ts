import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** What is typed into a form, by the name of its fields; a list ticks each, a day fills its three boxes. */
export type Typed = Readonly<Record<string, string | readonly string[]>>;

/** What the page says. Asked of the page itself: what finds things on a page is laid into each anew, and costs more than the page does. */
export async function mainOf(page: Page): Promise<string> {
  await page.waitForLoadState('load');
  return page.evaluate(() => document.querySelector('main')?.innerText ?? '');
}
export async function headingOf(page: Page): Promise<string> {
  await page.waitForLoadState('load');
  return page.evaluate(() => document.querySelector('h1')?.innerText.replace(/\s+/g, ' ').trim() ?? '');
}

/**
 * In the page: fills the form that posts to an address ending so and presses its button, the first or the one with a name; folded parts are
 * opened first. Gives what a person would stumble over: a field that is not there, cannot be seen or is out of use.
 */
function fillAndSend({
  ending,
  typed,
  button,
}: {
  ending: string;
  typed: Typed;
  button: string | undefined;
}): string | null {
  const isUsable = (one: HTMLElement) => !one.matches(':disabled') && one.checkVisibility();
  const form = [...document.querySelectorAll('form')].find(
    (one) => one.method === 'post' && one.getAttribute('action')?.endsWith(ending),
  );
  if (!form) return `no form posts to ${ending}`;
  for (let at = form.closest('details'); at; at = at.parentElement?.closest('details') ?? null)
    at.open = true;
  const named = (name: string) =>
    [...form.elements].filter(
      (one): one is HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement =>
        'name' in one && one.name === name && one.getAttribute('type') !== 'hidden',
    );
  const put = (name: string, value: string): string | null => {
    const fields = named(name);
    const [field] = fields;
    if (!field) return `no field ${name}`;
    const choice = fields.find((one) => one.matches('[type=radio], [type=checkbox]') && one.value === value);
    const target = choice ?? field;
    if (!isUsable(target)) return `${name} cannot be used`;
    if (choice) (choice as HTMLInputElement).checked = true;
    else if (field instanceof HTMLSelectElement) {
      const option = [...field.options].find((one) => one.value === value || one.text === value);
      if (!option) return `${name} offers no ${value}`;
      field.value = option.value;
    } else if (field.matches('[type=radio], [type=checkbox]')) return `${name} offers no ${value}`;
    else field.value = value;
    return null;
  };
  for (const [name, value] of Object.entries(typed)) {
    const [year = '', month = '', day = ''] = typeof value === 'string' ? value.split('-') : [];
    const faults =
      typeof value !== 'string'
        ? value.map((one) => put(name, one))
        : named(`${name}-day`).length > 0
          ? [put(`${name}-day`, day), put(`${name}-month`, month), put(`${name}-year`, year)]
          : [put(name, value)];
    const fault = faults.find((one) => one !== null);
    if (fault) return fault;
  }
  const sender = [...form.querySelectorAll('button')].find(
    (one) => button === undefined || one.innerText.trim() === button,
  );
  if (!sender || !isUsable(sender)) return `no button ${button ?? ''} to press`;
  sender.click();
  return null;
}

/** A page that was left while it still answered had nothing to tell. */
const leftBehind = (error: unknown): null => {
  if (error instanceof Error && /context was destroyed/.test(error.message)) return null;
  throw error;
};

/** Fills the form that posts to an address ending so, sends it, and waits for the page that answers. */
export async function send(page: Page, ending: string, typed: Typed, button?: string): Promise<void> {
  // A page that a link led to may still be on its way.
  await page.waitForLoadState('load');
  const answered = page.waitForEvent('load');
  // Awaited below: a fault is told first, and nothing then comes.
  answered.catch(() => undefined);
  const fault = await page.evaluate(fillAndSend, { ending, typed, button }).catch(leftBehind);
  if (fault) throw new Error(`${fault}, on ${page.url()}: ${await mainOf(page)}`);
  await answered;
}

/** Presses the first link whose address ends so, and waits for its page; whether there is one. */
const follow = async (page: Page, ending: string): Promise<boolean> => {
  await page.waitForLoadState('load');
  const answered = page.waitForEvent('load');
  answered.catch(() => undefined);
  const isLacking = await page
    .evaluate((end) => {
      const link = document.querySelector<HTMLAnchorElement>(`a[href$="${end}"]`);
      link?.click();
      return link === null;
    }, ending)
    .catch(leftBehind);
  if (!isLacking) await answered;
  return !isLacking;
};

/** Takes a step of a file as its officer does: the button on the page of the file, the form, the page for checking. */
export async function step(page: Page, file: string, action: string, typed: Typed = {}): Promise<void> {
  await page.goto(file);
  const isOffered = await follow(page, `/steps/${action}`);
  expect(isOffered, `${action} is not offered: ${await mainOf(page)}`).toBe(true);
  await send(page, `/steps/${action}/check`, typed);
  await send(page, `/steps/${action}`, {});
  await page.waitForURL((url) => !url.pathname.includes('/steps/'));
}
/** What a step's form says when it is refused there. */
export async function stepRefused(page: Page, file: string, action: string, typed: Typed): Promise<string> {
  await page.goto(`${file}/steps/${action}`);
  await send(page, `/steps/${action}/check`, typed);
  expect(await headingOf(page)).not.toMatch(/^Check before/);
  return mainOf(page);
}
