import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsOf } from '../support/accessibility.ts';
import { type OpenWorld, openBrowserWorld } from '../support/browser.ts';

let place: OpenWorld;
beforeAll(async () => {
  place = await openBrowserWorld({ name: 'map' });
}, 120_000);
afterAll(() => place.close());

const shown = (page: Page) => page.locator('[data-shown]');
const widthOf = async (page: Page): Promise<number> => {
  const [west = 0, , east = 0] = ((await shown(page).getAttribute('data-shown')) ?? '')
    .split(',')
    .map(Number);
  return east - west;
};
const spotsOf = (page: Page) => page.locator('.bw-spot');
const countOf = async (page: Page): Promise<number> =>
  Number(/shows ([\d,]+) report/.exec(await page.getByRole('status').innerText())?.[1]?.replace(',', ''));
/** Waits until the map has counted what it shows now, and that is narrower than before. */
const narrower = (page: Page, than: number) =>
  page.waitForFunction((before) => {
    const [west = 0, , east = 0] = (document.querySelector<HTMLElement>('[data-shown]')?.dataset.shown ?? '')
      .split(',')
      .map(Number);
    return east > west && east - west < before * 0.9;
  }, than);

describe('the officers’ map', () => {
  test('is drawn, zooms, opens a spot and a record, and asks nobody but ourselves', async () => {
    const page = await place.visit('olu.officer');
    const outside: string[] = [];
    const refused: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(place.url) && !/^(data|blob):/.test(request.url()))
        outside.push(request.url());
    });
    page.on('console', (line) => line.type() === 'error' && refused.push(line.text()));
    await page.goto('/reports/map?status=closed');
    await shown(page).waitFor();
    expect(await page.locator('[data-report-map] img').isVisible()).toBe(false);
    const [before, all] = [await widthOf(page), await countOf(page)];
    expect(all).toBeGreaterThan(100);
    expect(await spotsOf(page).count()).toBeGreaterThan(1);
    expect(await faultsOf(page)).toEqual([]);

    await page.getByRole('button', { name: 'Zoom in', exact: true }).click();
    await narrower(page, before);
    expect(await countOf(page)).toBeLessThanOrEqual(all);

    await spotsOf(page).first().click();
    const panel = page.locator('.bw-live-map__panel');
    await panel.getByRole('heading').waitFor();
    const nearer = await widthOf(page);
    await panel.getByRole('button', { name: 'Zoom in here' }).click();
    await narrower(page, nearer);
    expect(await faultsOf(page)).toEqual([]);

    const record = panel.getByRole('link').first();
    const reference = await record.innerText();
    await record.click();
    await page.waitForURL(/\/reports\/[0-9a-f-]{36}/);
    expect(await page.locator('h1').innerText()).toContain(reference);
    expect(outside).toEqual([]);
    expect(refused).toEqual([]);
  });

  test('narrows the table to what it shows, and works by keyboard', async () => {
    const page = await place.visit('olu.officer');
    await page.goto('/reports/map');
    await shown(page).waitFor();
    const before = await widthOf(page);
    await page.locator('.bw-live-map canvas').focus();
    await page.keyboard.press('+');
    await narrower(page, before);
    const count = await countOf(page);
    await page.getByRole('link', { name: 'Show only this part of the map in the table' }).press('Enter');
    await page.waitForURL(/box=/);
    await shown(page).waitFor();
    const rows = await page.locator('tbody tr').count();
    expect(rows).toBe(Math.min(50, count));
    await spotsOf(page).last().focus();
    await page.keyboard.press('Enter');
    await page.locator('.bw-live-map__panel').getByRole('link').first().waitFor();
  });

  test('is a picture with links where no script runs', async () => {
    const page = await place.visit('olu.officer', { script: false });
    await page.goto('/reports/map');
    const picture = page.locator('[data-report-map] img');
    expect(await picture.isVisible()).toBe(true);
    const source = await picture.getAttribute('src');
    await page.getByRole('link', { name: 'Zoom in', exact: true }).click();
    expect(await picture.getAttribute('src')).not.toBe(source);
  });

  test('fits a phone', async () => {
    const page = await place.visit('olu.officer', { width: 390 });
    await page.goto('/reports/map');
    await shown(page).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    if (process.env.SHOTS)
      await page.screenshot({ path: `${process.env.SHOTS}/map-390.png`, fullPage: true });
    const wide = await place.visit('olu.officer');
    await wide.goto('/reports/map');
    await shown(wide).waitFor();
    if (process.env.SHOTS)
      await wide.screenshot({ path: `${process.env.SHOTS}/map-1280.png`, fullPage: true });
  });
});
