import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsOf } from '../support/accessibility.ts';
import { type OpenWorld, openBrowserWorld } from '../support/browser.ts';
import { performQueued } from '../support/jobs.ts';
import { loadLists } from '../support/lists.ts';
import { withoutSamples } from '../support/sample-linkage.ts';
import { movableClock } from '../support/world.ts';

let place: OpenWorld;
const clock = movableClock();
beforeAll(async () => {
  place = await openBrowserWorld({ name: 'desk', clock });
  for (const line of withoutSamples) await place.world.sql(line);
  await loadLists(place.world, 40);
  await place.world.sql("select platform.add_job('match-records', '{}'::jsonb)");
  for (let round = 0; round < 3; round += 1) await performQueued(place.world, clock);
}, 180_000);
afterAll(() => place.close());

/** Which pair is on the desk: two people of one name may well follow each other. */
const pairOf = (page: Page) => page.getByRole('link', { name: 'History of this pair' }).getAttribute('href');
const liveDecisions = async () =>
  (
    await place.world.sql<{ verdict: string }>(
      "select verdict from linkage.judgement where ended_at is null and made_by = 'person' order by made_at, id",
    )
  ).map(({ verdict }) => verdict);

/** One person from many records, so that the card is long and its values are many. */
async function joinMany(): Promise<void> {
  const sadia = await place.world.as('sadia.safeguarding');
  const [most] = await place.world.sql<{ id: string }>(
    "select record_a as id from linkage.judgement where ended_at is null and verdict = 'proposed' group by 1 order by count(*) desc, 1 limit 1",
  );
  const pairs = await place.world.sql<{ a: string; b: string }>(
    "select record_a as a, record_b as b from linkage.judgement where ended_at is null and verdict = 'proposed' and record_a = $1",
    [most?.id],
  );
  for (const { a, b } of pairs)
    await sadia.api('POST', `/api/v1/pairs/${a}/${b}/judgements`, { verdict: 'same' });
}

/** Presses a key on the desk and waits for the page that answers. */
async function press(page: Page, key: string): Promise<void> {
  const answered = page.waitForURL(/\/review/, { waitUntil: 'load' });
  await Promise.all([page.waitForEvent('load'), page.keyboard.press(key)]);
  await answered;
}

describe('the review desk', () => {
  test('is worked by keys alone: the next pair is already there, and u takes the last decision back', async () => {
    const page = await place.visit('sadia.safeguarding');
    await page.goto('/review');
    const first = await pairOf(page);
    await press(page, '1');
    expect(await liveDecisions()).toEqual(['same']);
    expect(await pairOf(page)).not.toBe(first);
    expect(await page.locator('.bw-desk__progress').innerText()).toMatch(/Decided by you today\s*1/);
    await press(page, '2');
    await press(page, '3');
    expect((await liveDecisions()).sort()).toEqual(['different', 'same', 'unsure']);
    await press(page, 'u');
    expect(await liveDecisions()).toHaveLength(2);
    await page.keyboard.press('?');
    expect(await page.locator('#keys').getAttribute('open')).not.toBeNull();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForURL(/at=/);
    await page.keyboard.press('4');
    expect(await page.locator('#ask-form textarea:focus').count()).toBeLessThanOrEqual(1);
  });

  test('works without script, and ten decisions are undone in one press', async () => {
    const page = await place.visit('sadia.safeguarding', { script: false, width: 390 });
    await page.goto('/review');
    await page.locator('button[value=same]').click();
    await page.getByText('kept').first().waitFor();
    const before = (await liveDecisions()).length;
    expect(before).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Undo all of these' }).click();
    await page.getByText('undone').first().waitFor();
    expect((await liveDecisions()).length).toBeLessThan(before);
  });

  test('a pair that is joined becomes one card with both agencies, and comes apart again', async () => {
    const page = await place.visit('sadia.safeguarding');
    await page.goto('/review');
    await press(page, '1');
    const [pair] = await place.world.sql<{ a: string; b: string }>(
      "select record_a as a, record_b as b from linkage.judgement where ended_at is null and verdict = 'same' order by made_at desc limit 1",
    );
    await page.goto(`/people/${pair?.a}`);
    const card = await page.locator('#held').innerText();
    await page.goto(`/people/${pair?.b}`);
    expect(await page.locator('#held').innerText()).toBe(card);
    expect(await page.locator('#held tbody tr').count()).toBe(2);
    await page.getByRole('button', { name: 'Undo this link' }).first().click();
    await page.getByText('Undone').first().waitFor();
    expect(await page.locator('#held tbody tr').count()).toBe(1);
  });

  test('a question goes to the owner of a row and its answer comes back to the pair', async () => {
    const [pair] = await place.world.sql<{ a: string; b: string }>(
      `select j.record_a as a, j.record_b as b from linkage.judgement j join linkage.list_entry e on e.id = j.record_a
       join linkage.list_entry f on f.id = j.record_b
       join directory.agency h on h.id = e.origin_agency_id join directory.agency m on m.id = f.origin_agency_id
       where j.ended_at is null and j.verdict = 'proposed' and h.code = 'HARB' and m.code = 'MCC' limit 1`,
    );
    const sadia = await place.visit('sadia.safeguarding');
    await sadia.goto(`/pairs/${pair?.a}/${pair?.b}`);
    await sadia.locator('#ask-form summary').click();
    await sadia.getByLabel('What do you want to know?').fill('Has this tenant moved?');
    await sadia.getByRole('button', { name: 'Send the question' }).click();
    await sadia.getByText('No answer yet').waitFor();
    const told = await performQueued(place.world, clock);
    expect(told).toContain('tell-list-owner');
    const hollis = await place.visit('hollis.housing', { width: 390 });
    await hollis.goto('/questions');
    expect(await hollis.locator('main').innerText()).toContain('Has this tenant moved?');
    expect(await faultsOf(hollis)).toEqual([]);
    await hollis.locator('input[name=answer][value=confirmed]').check();
    await hollis.getByRole('button', { name: 'Send the answer' }).click();
    await hollis.getByText('The row is right as it stands').waitFor();
    await sadia.reload();
    expect(await sadia.locator('#ask').innerText()).toContain('The row is right as it stands');
  });

  test.each([390, 1280])('every page of it can be read by everybody, %i pixels wide', async (width) => {
    const page = await place.visit('sadia.safeguarding', { width });
    await joinMany();
    const [joined] = await place.world.sql<{ id: string }>(
      "select record_a as id from linkage.judgement where ended_at is null and verdict = 'same' group by 1 order by count(*) desc, 1 limit 1",
    );
    const [row] = await place.world.sql<{ id: string }>(
      "select record_a as id from linkage.judgement where ended_at is null and verdict = 'proposed' order by worth desc, id limit 1",
    );
    const [pair] = await place.world.sql<{ href: string }>(
      "select '/pairs/' || record_a || '/' || record_b as href from linkage.judgement where ended_at is null order by worth desc, id limit 1",
    );
    const [model] = await place.world.sql<{ id: string }>('select id from linkage.model limit 1');
    for (const address of [
      '/review',
      pair?.href ?? '',
      `/people/${row?.id}`,
      `/people/${joined?.id}`,
      '/people?words=a',
      '/review/second',
      '/review/conflicts',
      '/review/undo',
      '/review/quality',
      '/review/models',
      `/review/models/${model?.id}`,
      '/questions',
    ]) {
      await page.goto(address);
      expect([address, await faultsOf(page)]).toEqual([address, []]);
    }
  });
});
