import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { madeWorkbook } from '../../src/platform/files/workbook.testing.ts';
import { faultsOf } from '../support/accessibility.ts';
import { type OpenWorld, openBrowserWorld } from '../support/browser.ts';
import { performQueued } from '../support/jobs.ts';
import { movableClock } from '../support/world.ts';
import { again } from './by-page.ts';

const clock = movableClock();
let place: OpenWorld;
let page: Page;

beforeAll(async () => {
  place = await openBrowserWorld({ name: 'import', clock });
  // Script is off: every step works as plain pages, and "refresh" is a link.
  page = await place.visit('callum.safety', { script: false });
});
afterAll(() => place.close());

const words = (): Promise<string> => page.locator('main').innerText();
const press = (name: RegExp) => page.getByRole('button', { name }).click();

const workbook = madeWorkbook({
  rows: [
    ['Case ref', 'Date reported', 'Request type', 'Notes', 'Street'],
    ['H-1', '03/11/2026 08:15', 'Fly-tipping', 'Three bags and a fridge', 'Mill Lane'],
    ['H-2', 46339, 'Dumped rubbish', 'A mattress in the lay-by', 'Quill Lane'],
    ['H-3', '31/02/2026', 'Graffiti', 'Tags on the bridge', 'Osier Row'],
    ['H-4', '15/11/2026', 'Graffiti', 'Tags on the wall', 'Osier Row'],
  ],
});

describe('a list of reports is loaded and taken back, on the pages alone', () => {
  test('from the reports to the choice of a file, where choosing none is said', async () => {
    await page.goto('/reports');
    await page.getByRole('link', { name: 'Lists of reports' }).click();
    await page.getByRole('link', { name: 'Load reports from a file' }).first().click();
    await press(/Continue/);
    expect(await page.locator('.govuk-error-summary').innerText()).toContain('Choose a file');
  });

  test('the columns are guessed, and every row is checked before anything is loaded', async () => {
    await page.setInputFiles('input[type=file]', {
      name: 'november.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: workbook,
    });
    await page.locator('#source').fill('Highways contractor');
    await press(/Continue/);
    expect(await page.locator('#receivedAt').inputValue()).toBe('Date reported');
    expect(await page.locator('#description').inputValue()).toBe('Notes');
    await press(/Check every row/);
    expect(await words()).toContain('Every row is being checked. Nothing is loaded.');
    await performQueued(place.world, clock);
    await page.getByRole('link', { name: 'See how far it has come' }).click();
    expect(await words()).toMatch(/Will be loaded\s+2/);
    expect(await words()).toContain('is not a day, or a day and time');
  });

  test('their words are matched with ours, and the page has no fault that axe finds', async () => {
    expect(await page.locator('#code-0').inputValue()).toBe('fly-tipping');
    await press(/Match and check again/);
    await performQueued(place.world, clock);
    await again(page);
    // axe brings its own script, which a page without script still runs from outside.
    const scripted = await place.visit('callum.safety');
    await scripted.goto(page.url());
    expect(await faultsOf(scripted)).toEqual([]);
  });

  test('one press loads them, and the history says who, when and how many', async () => {
    await press(/Load these 3 reports/);
    await performQueued(place.world, clock);
    await again(page);
    expect(await words()).toMatch(/Loaded\s+3/);
    await page.goto('/imports');
    expect(await words()).toMatch(
      /november\.xlsx\s+Highways contractor\s+20 November 2026 at 10am by Callum Brindle/,
    );
    await page.goto('/reports?words=mattress%20lay-by');
    expect(await words()).toContain('Quill Lane');
  });

  test('what somebody has begun to work on stays, the rest is taken back, and the list can be loaded again', async () => {
    const [begun] = await place.world.sql<{ id: string; reference: string }>(
      "select id, reference from intake.report where external_id = 'H-4'",
    );
    await page.goto(`/reports/${begun?.id}`);
    await press(/Start work/);
    await page.goto('/imports');
    await page.getByRole('link', { name: 'november.xlsx' }).click();
    await page.getByRole('link', { name: 'Undo this load' }).click();
    expect(await words()).toContain('2 reports that nobody has worked on will be taken back');
    expect(await words()).toContain(begun?.reference);
    await page.locator('#reason').fill('It was the list of another year.');
    await press(/Take back 2 reports/);
    await performQueued(place.world, clock);
    await again(page);
    expect(await words()).toMatch(/Taken back\s+2[\s\S]*Stayed, worked on\s+1/);
    await page.goto('/reports?words=mattress%20lay-by');
    expect(await words()).toContain('No reports here');
  });

  test('a page with script follows the progress by itself', async () => {
    const scripted = await place.visit('callum.safety');
    await scripted.goto('/imports/new');
    await scripted.setInputFiles('input[type=file]', {
      name: 'again.xlsx',
      mimeType: 'application/octet-stream',
      buffer: workbook,
    });
    await scripted.locator('#sourceId').selectOption({ label: 'Highways contractor' });
    await scripted.getByRole('button', { name: /Continue/ }).click();
    await scripted.getByRole('button', { name: /Check every row/ }).click();
    await scripted.locator('[data-follow]').waitFor();
    await performQueued(place.world, clock);
    await scripted.getByRole('button', { name: /Load these 2 reports/ }).waitFor({ timeout: 20_000 });
    expect(await scripted.locator('main').innerText()).toMatch(/Known already\s+1/);
  });
});

test('a heading sorts the list without script, and the other way at the second press', async () => {
  await page.goto('/reports?status=open');
  await page.getByRole('link', { name: 'Due' }).click();
  expect(page.url()).toContain('status=open&sort=due');
  expect(await page.locator('th', { hasText: 'Due' }).first().getAttribute('aria-sort')).toBe('ascending');
  await page.getByRole('link', { name: 'Due' }).click();
  expect(page.url()).toContain('sort=-due');
  await page.getByRole('button', { name: 'Show' }).click();
  expect(page.url()).toContain('sort=-due');
});
