import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsOf } from '../support/accessibility.ts';
import { type OpenWorld, openBrowserWorld } from '../support/browser.ts';
import { intelligenceSamples } from '../support/sample-intelligence.ts';

let place: OpenWorld;
beforeAll(async () => {
  place = await openBrowserWorld({ name: 'chart' });
}, 120_000);
afterAll(() => place.close());

const sample = `/intelligence/charts/${intelligenceSamples.linkId}`;
const drawn = (page: Page) => page.locator('[data-drawn]');
const said = (page: Page) => page.getByRole('status');
/** What goes wrong in the browser's own eyes: refused styles and scripts, errors. */
function faultsIn(page: Page): string[] {
  const found: string[] = [];
  page.on('console', (line) => line.type() === 'error' && found.push(line.text()));
  page.on('pageerror', (error) => found.push(String(error)));
  return found;
}

/** A ring of the sample's number: so many items that name it and each `named` people of their own. */
async function addRing(items: number, named: number): Promise<void> {
  await place.world.sql(
    `with made as (insert into intelligence.item (id, reference, agency_id, received_how, received_at, title, body, priority)
       select gen_random_uuid(), 'I-RING-' || n, agency_id, 'feed', received_at - n * interval '1 hour', 'Ring ' || n, 'Ring', 3
       from intelligence.item, generate_series(1, $2::int) n where id = $1 returning id, agency_id, title),
     tied as (select made.*, k from made, generate_series(0, $3::int) k)
     insert into intelligence.link (id, item_id, agency_id, kind, role, label, value, key_kind, key_value, state, made_at, made_by)
       select gen_random_uuid(), t.id, t.agency_id, case when k = 0 then 'phone' else 'person' end, 'mentioned',
         case when k = 0 then l.label else 'Person ' || k || ' of ' || t.title end, 'ring' || k,
         case when k = 0 then l.key_kind else 'person' end, case when k = 0 then l.key_value else t.title || k end, 'confirmed', l.made_at, l.made_by
       from tied t, intelligence.link l where l.id = $4`,
    [intelligenceSamples.itemId, items, named, intelligenceSamples.linkId],
  );
}

describe('the link chart', () => {
  test('is drawn, walked by keyboard, and asks nobody but ourselves', async () => {
    const page = await place.visit('imran.intel');
    const faults = faultsIn(page);
    await page.goto(`${sample}?steps=4`);
    await drawn(page).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('application').focus();
    expect(await said(page).innerText()).toContain('Telephone 07700 900555');
    await page.keyboard.press('ArrowDown');
    expect(await said(page).innerText()).toContain('Item I-SAMP-001');
    await page.keyboard.press('ArrowDown');
    expect(await said(page).innerText()).toContain('Vehicle QS19 SMP. Connects 2 others');
    for (const key of ['ArrowRight', 'ArrowUp', '+', '-', '0', 'ArrowDown']) await page.keyboard.press(key);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/also=/);
    await drawn(page).waitFor();
    expect(await page.locator('h1').innerText()).toBe('07700 900555 and QS19 SMP');
    expect(faults).toEqual([]);
  });

  test('is the same as tables without script', async () => {
    const page = await place.visit('imran.intel', { script: false, width: 390 });
    await page.goto(`${sample}?steps=4`);
    const rows = page.locator('tbody tr');
    expect(await rows.count()).toBe(4);
    await page.getByRole('link', { name: 'Links', exact: true }).click();
    expect(await rows.count()).toBe(3);
    await page.getByRole('link', { name: 'Timeline', exact: true }).click();
    expect(await page.getByText('Items of the chart by month').first().isVisible()).toBe(true);
    await page.goto(`${sample}?steps=4`);
    await page.getByRole('link', { name: 'Expand QS19 SMP' }).click();
    expect(await page.locator('h1').innerText()).toBe('07700 900555 and QS19 SMP');
  });

  test('hides, pins, finds the way, goes back in time and is kept, all by keyboard', async () => {
    const page = await place.visit('imran.intel');
    const faults = faultsIn(page);
    const chart = page.getByRole('application');
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    // The other item of the van came a week before.
    await place.world.sql("update intelligence.item set received_at = '2026-11-12T09:30:00Z' where id = $1", [
      intelligenceSamples.otherItemId,
    ]);
    await page.goto(`${sample}?steps=4`);
    await drawn(page).waitFor();
    await chart.focus();
    await press('w');
    await page.waitForURL(/way=/);
    await drawn(page).waitFor();
    // The keyboard is where it was, on the same element.
    expect(await said(page).innerText()).toContain('Telephone 07700 900555');
    await press('ArrowDown', 'ArrowDown', 'w');
    await page.waitForURL(/table=way/);
    await drawn(page).waitFor();
    expect(await page.locator('#way').innerText()).toContain('to Vehicle QS19 SMP in 2 steps');
    expect(await page.locator('#tables tbody tr').count()).toBe(3);
    expect(await said(page).innerText()).toContain('Vehicle QS19 SMP');
    await press('p');
    await page.waitForURL(/pin=/);
    await drawn(page).waitFor();
    await press('Shift+ArrowRight', 'Shift+ArrowDown');
    expect(await said(page).innerText()).toContain('Moved to');
    const pinned = new URL(page.url()).searchParams.get('pin');
    expect(pinned).toMatch(/:-?\d+\.\d:-?\d+\.\d$/);
    expect(await faultsOf(page)).toEqual([]);

    const slider = page.getByRole('slider');
    await slider.focus();
    await press('ArrowLeft');
    expect(await slider.getAttribute('aria-valuetext')).toBe('12 November 2026');
    // The start, the item of that day and the pinned van.
    expect(await drawn(page).getAttribute('data-shown')).toBe('3');

    await page.getByText('Keep this chart').click();
    await page.getByLabel('What it is called').fill('Van and number');
    await page.getByRole('button', { name: 'Keep it' }).click();
    await page.waitForURL(/kept-charts\//);
    await drawn(page).waitFor();
    expect(await page.locator('input[name=pin]').first().getAttribute('value')).toBe(
      pinned?.replaceAll('.0', ''),
    );
    await page.goto(`${sample}?steps=4`);
    await drawn(page).waitFor();
    await chart.focus();
    await press('ArrowDown', 'ArrowDown', 'h');
    await page.waitForURL(/hide=/);
    await drawn(page).waitFor();
    expect(await page.getByText('You have hidden 1').isVisible()).toBe(true);
    await page.getByRole('link', { name: 'Show again QS19 SMP' }).click();
    await page.waitForURL((url) => !url.search.includes('hide='));
    await page.goto('/intelligence/kept-charts');
    await page.getByRole('link', { name: 'Van and number' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    expect(faults).toEqual([]);
  });

  test('stays usable at ten thousand elements', async () => {
    await addRing(2500, 3);
    const page = await place.visit('imran.intel');
    const faults = faultsIn(page);
    const startedAt = performance.now();
    await page.goto(`${sample}?cap=10000`);
    await drawn(page).waitFor({ timeout: 60_000 });
    const drawnAfter = performance.now() - startedAt;
    expect(await drawn(page).getAttribute('data-drawn')).toBe('10000');
    await page.getByRole('application').focus();
    const moved = performance.now();
    await page.keyboard.press('ArrowDown');
    for (let times = 0; times < 10; times += 1) await page.keyboard.press('ArrowRight');
    const perKey = (performance.now() - moved) / 11;
    process.stdout.write(
      `Link chart of 10,000 elements: drawn after ${drawnAfter.toFixed(0)} ms, ${perKey.toFixed(0)} ms a key.\n`,
    );
    expect(await said(page).innerText()).toContain('Item I-RING-');
    expect(faults).toEqual([]);
  });
});
