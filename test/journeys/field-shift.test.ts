import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenWorld, openBrowserWorld } from '../support/browser.ts';
import { openTelephone, type Telephone } from '../support/field.ts';

let place: OpenWorld;
let telephone: Telephone;
beforeAll(async () => {
  place = await openBrowserWorld({ name: 'field_shift' });
  telephone = await openTelephone(place);
}, 120_000);
afterAll(async () => {
  await telephone?.close();
  await place.close();
});
const shift = 200;
const line = () => telephone.page.locator('[data-state-line]');
const delivered = async () =>
  (await place.world.sql("select 1 from jet.time_entry where words like 'Entry %'")).length;

/** Writes entries through the form of the app, as fast as it takes them: Chromium allows a page 200 moves in ten seconds. */
const write = (page: Page, from: number, to: number) =>
  page.evaluate(
    async ([first, last]) => {
      const until = async <T>(look: () => T | null | undefined | false): Promise<T> => {
        for (;;) {
          const found = look();
          if (found) return found;
          await new Promise((resolve) => setTimeout(resolve, 2));
        }
      };
      const fill = (name: string, value: string) => {
        const field = document.getElementsByName(name)[0];
        if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = value;
        field?.dispatchEvent(new Event('input', { bubbles: true }));
      };
      for (let entry = first; entry < last; entry += 1) {
        location.hash = '#/time';
        const form = await until(() => document.querySelector('form'));
        fill('activity', 'patrol');
        fill('minutes', '2');
        fill('words', `Entry ${entry}`);
        form.requestSubmit();
        await until(() => location.hash === '#/queue' && !document.querySelector('form'));
      }
    },
    [from, to] as const,
  );

/** Each thing is sent twice, and of every seventh the answer never comes back. */
async function badNetwork(page: Page): Promise<void> {
  let sent = 0;
  await page.route('**/api/v1/field/captures', async (route) => {
    sent += 1;
    const isLost = sent % 7 === 0;
    const isFirst = sent % 2 === 0;
    try {
      const answer = await route.fetch();
      const again = await route.fetch();
      if (isLost) await route.abort('connectionreset');
      else await route.fulfill({ response: isFirst ? answer : again });
    } catch {
      // The browser died while the answer was on its way.
    }
  });
}

async function openAgain(): Promise<void> {
  await telephone.page.goto(`${place.url}/field`);
  await telephone.page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
}

test('two hundred things of a shift, four killed browsers and a network that loses and doubles: each is there once', async () => {
  await telephone.signIn('joss.jet');
  await openAgain();
  await telephone.page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await telephone.network(false);
  for (const [from, to] of [
    [0, 90],
    [90, 180],
    [180, shift],
  ] as const) {
    await write(telephone.page, from, to);
    await telephone.kill();
    await telephone.start({ isOffline: true });
    await openAgain();
    expect(await line().innerText()).toBe(`Offline, ${to} waiting`);
  }

  // A network again, and a bad one; the browser dies in the midst of sending.
  await badNetwork(telephone.page);
  await telephone.signIn('joss.jet');
  await telephone.network(true);
  const sendOn = async (most: number) => {
    for (let turn = 0; turn < 1000 && (await delivered()) < most; turn += 1) {
      await telephone.page.evaluate(() => {
        location.hash = '#/queue';
        for (const button of document.querySelectorAll('button'))
          if (button.textContent === 'Send what waits') button.click();
      });
      await telephone.page.waitForTimeout(50);
    }
  };
  await sendOn(60);
  await telephone.kill();
  const before = await delivered();
  expect(before).toBeGreaterThanOrEqual(60);
  expect(before).toBeLessThan(shift);

  await telephone.start();
  await telephone.signIn('joss.jet');
  await badNetwork(telephone.page);
  await openAgain();
  await sendOn(shift);
  await telephone.page.unrouteAll({ behavior: 'wait' });
  await telephone.page.evaluate(() => dispatchEvent(new Event('online')));
  await telephone.page.getByText('Online, nothing waiting, last sent').waitFor();
  const words = await place.world.sql<{ words: string }>(
    "select words from jet.time_entry where words like 'Entry %'",
  );
  expect(words.map((row) => row.words).sort()).toEqual(
    Array.from({ length: shift }, (_, entry) => `Entry ${entry}`).sort(),
  );
  const kept = await place.world.sql('select 1 from field.capture');
  expect(kept.length).toBe(shift);
}, 240_000);
