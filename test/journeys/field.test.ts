import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenWorld, openBrowserWorld } from '../support/browser.ts';
import { openTelephone, type Telephone } from '../support/field.ts';

let place: OpenWorld;
const open: Telephone[] = [];
beforeAll(async () => {
  place = await openBrowserWorld({ name: 'field' });
}, 120_000);
afterAll(async () => {
  for (const telephone of open) await telephone.close();
  await place.close();
});
const telephoneOf = async (who: string): Promise<Telephone> => {
  const telephone = await openTelephone(place);
  open.push(telephone);
  await telephone.signIn(who);
  await telephone.page.goto(`${place.url}/field`);
  await telephone.page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
  return telephone;
};
const line = (telephone: Telephone) => telephone.page.locator('[data-state-line]');

test('one thing written without a network is delivered once', async () => {
  const telephone = await telephoneOf('joss.jet');
  const { page } = telephone;
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await telephone.network(false);
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
  await page.getByRole('link', { name: 'Log time' }).click();
  await page.getByLabel('What you did').selectOption('patrol');
  await page.getByLabel('Hours').fill('1');
  await page.getByLabel('Minutes').fill('30');
  await page.getByLabel('Note').fill('Kept without a network');
  await page.getByRole('button', { name: 'Keep it' }).click();
  await page.getByText('Time: 90 minutes, patrol').waitFor();
  expect(await line(telephone).innerText()).toContain('Offline, 1 waiting');
  const count = async () =>
    (await place.world.sql("select 1 from jet.time_entry where words = 'Kept without a network'")).length;
  expect(await count()).toBe(0);
  await telephone.network(true);
  await page.getByText('Delivered', { exact: true }).waitFor();
  expect(await line(telephone).innerText()).toContain('nothing waiting, last sent');
  expect(await count()).toBe(1);
});
