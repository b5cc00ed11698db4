import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faultsOf } from '../support/accessibility.ts';
import { type OpenWorld, openBrowserWorld } from '../support/browser.ts';
import { openTelephone, type Telephone } from '../support/field.ts';
import { acceptedTask, pictureOf, sha256 } from '../support/field-api.ts';

let place: OpenWorld;
const open: Telephone[] = [];
beforeAll(async () => {
  place = await openBrowserWorld({ name: 'field' });
}, 120_000);
afterAll(async () => {
  for (const telephone of open) await telephone.close();
  await place.close();
});
const today = (telephone: Telephone) =>
  telephone.page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
/** A telephone with the day of whoever signs in on it, ready for having no network. */
const telephoneOf = async (who: string): Promise<Telephone> => {
  const telephone = await openTelephone(place);
  open.push(telephone);
  await telephone.signIn(who);
  await telephone.page.goto(`${place.url}/field`);
  await today(telephone);
  await telephone.page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  return telephone;
};
const line = (telephone: Telephone) => telephone.page.locator('[data-state-line]');
const count = async (text: string): Promise<number> => (await place.world.sql(text)).length;
const press = (telephone: Telephone, name: string) =>
  telephone.page.getByRole('button', { name, exact: true }).click();

async function logTime(telephone: Telephone, words: string): Promise<void> {
  const { page } = telephone;
  await page.goto(`${place.url}/field#/time`);
  await page.getByLabel('What you did').selectOption('patrol');
  await page.getByLabel('Hours').fill('1');
  await page.getByLabel('Minutes').fill('30');
  await page.getByLabel('Note').fill(words);
  await press(telephone, 'Keep it');
  await page.getByRole('heading', { name: 'What waits and what was sent' }).waitFor();
}
async function giveResult(telephone: Telephone, title: string, words: string): Promise<void> {
  const { page } = telephone;
  const card = page.locator('.bw-field__card', { hasText: title });
  await card.getByRole('link', { name: 'Give the result' }).click();
  await page.getByLabel('Yes', { exact: true }).check();
  await page.getByLabel('What was done, and what came of it').fill(words);
  await press(telephone, 'Keep it');
  await page.getByRole('heading', { name: 'What waits and what was sent' }).waitFor();
}

test('a shift without a network: time, and a notice with photo and signature; the telephone dies; all of it is delivered once', async () => {
  const telephone = await telephoneOf('joss.jet');
  await telephone.network(false);
  expect(await telephone.page.evaluate(() => fetch('/health').then(String, () => 'cut off'))).toBe('cut off');
  await telephone.page.reload();
  await today(telephone);
  expect(await faultsOf(telephone.page)).toEqual([]);
  await logTime(telephone, 'Kept without a network');
  const { page } = telephone;
  await page.goto(`${place.url}/field#/notice`);
  expect(await faultsOf(page)).toEqual([]);
  // Refused on the telephone first, with the field and the way to it.
  await press(telephone, 'Keep the notice');
  await page.getByRole('link', { name: 'Choose the offence' }).click();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('offence');
  await page.getByLabel('Offence', { exact: true }).selectOption('litter');
  await page.getByText(/Thistlewood may|You may draft/).waitFor();
  await page
    .getByLabel('Take or choose photos')
    .setInputFiles({ name: 'cup.jpg', mimeType: 'image/jpeg', buffer: pictureOf(7) });
  await page.getByLabel('What photo 1 shows').fill('The cup on the path');
  await page.getByLabel('Where', { exact: true }).fill('Path by the pond');
  await page.getByLabel('Name of the person').fill('Robin Sampleton');
  await page.getByLabel('Your statement').fill('I saw the cup fall.');
  await page.getByLabel('They sign on this telephone').check();
  await page.getByLabel('Name of whoever signs').fill('Robin Sampleton');
  const pad = page.getByRole('img', { name: 'Place to sign' });
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  if (!box) throw new Error('There is no place to sign.');
  await page.mouse.move(box.x + 20, box.y + 30);
  await page.mouse.down();
  await page.mouse.move(box.x + 120, box.y + 70, { steps: 5 });
  await page.mouse.up();
  await press(telephone, 'Keep the notice');
  await page.getByText('Notice: Leaving litter, Path by the pond').waitFor();
  expect(await line(telephone).innerText()).toBe('Offline, 2 waiting');
  expect(await faultsOf(page)).toEqual([]);

  await telephone.kill();
  await telephone.start({ isOffline: true });
  await telephone.page.goto(`${place.url}/field`);
  await today(telephone);
  expect(await line(telephone).innerText()).toBe('Offline, 2 waiting');
  // What lies on the disk is sealed: nobody's name stands in it.
  const written = await telephone.page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('bailiwick-field');
      request.onsuccess = () => resolve(request.result);
    });
    const all: string[] = [];
    for (const store of ['day', 'queue', 'photos'])
      await new Promise<void>((resolve) => {
        const request = db.transaction(store).objectStore(store).getAll();
        request.onsuccess = () => {
          const text = (value: unknown): string =>
            value instanceof ArrayBuffer
              ? new TextDecoder('latin1').decode(value)
              : typeof value === 'object' && value !== null
                ? Object.values(value).map(text).join()
                : String(value);
          all.push(text(request.result));
          resolve();
        };
      });
    db.close();
    return all.join();
  });
  expect(written.length).toBeGreaterThan(1000);
  expect(written).not.toMatch(/Robin|Sampleton|litter|picture 7/);
  expect(await count("select 1 from enforcement.penalty where place_words = 'Path by the pond'")).toBe(0);

  // A browser that died has forgotten its session: what was written stays until its writer signs in again.
  await telephone.network(true);
  await telephone.page.getByRole('link', { name: 'Sign in again to send it' }).waitFor();
  await telephone.signIn('joss.jet');
  await press(telephone, 'Take today along anew');
  await telephone.page.getByText('Online, nothing waiting, last sent').waitFor();
  await telephone.kill();
  await telephone.start();
  await telephone.signIn('joss.jet');
  await telephone.page.goto(`${place.url}/field#/queue`);
  await telephone.page.getByText(/Draft FPN-.*delivered at/).waitFor();
  expect(await count("select 1 from jet.time_entry where words = 'Kept without a network'")).toBe(1);
  const evidence = await place.world.sql<{ kind: string; words: string; sha256: string | null }>(
    `select e.kind, e.words, f.sha256 from enforcement.penalty_evidence e join enforcement.penalty p on p.id = e.penalty_id
     left join platform.file f on f.id = e.file_id where p.place_words = 'Path by the pond' order by e.kind`,
  );
  expect(evidence).toMatchObject([
    { kind: 'photo', words: expect.stringMatching(/^The cup on the path/), sha256: sha256(pictureOf(7)) },
    { kind: 'signature', words: expect.stringMatching(/^Signed by hand on the telephone: Robin Sampleton/) },
    { kind: 'statement' },
  ]);
  expect(await count('select 1 from field.photo')).toBe(0);
}, 180_000);

test('two telephones answer one task: the conflict is shown with both values, settled, and nothing is lost', async () => {
  await acceptedTask(place.world, 'Clear the garages');
  const [joss, sunita] = [await telephoneOf('joss.jet'), await telephoneOf('sunita.supervisor')];
  for (const telephone of [joss, sunita]) await telephone.network(false);
  await giveResult(joss, 'Clear the garages', 'Two loads taken away');
  await giveResult(sunita, 'Clear the garages', 'Only the mattress was there');
  await joss.network(true);
  await joss.page.getByText('nothing waiting, last sent').waitFor();
  await sunita.network(true);
  await sunita.page.getByText('1 to settle').first().waitFor();
  await sunita.page.getByRole('link', { name: /Result of T-/ }).click();
  const [mine, theirs] = [
    sunita.page.getByRole('region', { name: 'Yours' }),
    sunita.page.getByRole('region', { name: 'Theirs' }),
  ];
  expect(await mine.innerText()).toContain('Only the mattress was there');
  expect(await theirs.innerText()).toMatch(/Done, Joss Thistlewood[\s\S]*Two loads taken away/);
  expect(await faultsOf(sunita.page)).toEqual([]);
  await press(sunita, 'Settle it');
  await sunita.page.getByRole('link', { name: 'Choose which result stands' }).waitFor();
  await sunita.page.getByLabel('Neither: I write what stands').check();
  const third = sunita.page.getByLabel('What was done, and what came of it');
  await third.fill('Two loads and the mattress were taken away');
  await press(sunita, 'Settle it');
  await sunita.page.getByText('nothing waiting, last sent').waitFor();
  const [task] = await place.world.sql<{ id: string; result_words: string }>(
    "select id, result_words from tasking.task where title = 'Clear the garages'",
  );
  expect(task?.result_words).toBe('Two loads and the mattress were taken away');
  const page = (await (await place.world.as('joss.jet')).get(`/tasks/${task?.id}`)).text;
  for (const words of ['Two loads taken away', 'set aside: Only the mattress was there', task?.result_words])
    expect(page).toContain(words);
}, 180_000);

test('somebody else signs in on the telephone: they see nothing that was left there and send nothing of it; its writer does', async () => {
  const telephone = await telephoneOf('joss.jet');
  await telephone.network(false);
  await logTime(telephone, 'Left behind by Joss');
  // The session ends while there is no network: what was written stays, and the service is asked again.
  await place.world.sql('update platform.session set ended_at = now() where ended_at is null');
  await telephone.network(true);
  await telephone.page.getByRole('link', { name: 'Sign in again to send it' }).waitFor();
  expect(await line(telephone).innerText()).toContain('1 waiting');
  expect(await count("select 1 from jet.time_entry where words = 'Left behind by Joss'")).toBe(0);
  await telephone.signIn('sunita.supervisor');
  await telephone.page.goto(`${place.url}/field`);
  await telephone.page.getByText('Sunita Parmar').first().waitFor();
  const page = telephone.page;
  await page.getByText('1 thing of somebody else waits here, sealed').waitFor();
  await page.goto(`${place.url}/field#/queue`);
  await page.getByText('Nothing yet').waitFor();
  expect(await page.locator('body').innerText()).not.toMatch(/Joss|Left behind/);
  await logTime(telephone, 'By Sunita');
  await page.getByText('nothing waiting, last sent').waitFor();
  expect(await count("select 1 from jet.time_entry where words = 'Left behind by Joss'")).toBe(0);
  // Signed out, the day is gone from the device; signed in again, its writer's work is there and goes.
  await page.goto(`${place.url}/field`);
  await press(telephone, 'Sign out');
  await page.getByRole('heading', { level: 1, name: 'Field' }).waitFor();
  expect(await page.locator('body').innerText()).not.toContain('Sunita');
  await page.goto(`${place.url}/home`);
  await page.waitForURL(/\/sign-in/);
  await telephone.signIn('joss.jet');
  await page.goto(`${place.url}/field`);
  await page.getByText('nothing waiting, last sent').waitFor();
  const [entry] = await place.world.sql<{ username: string }>(
    `select a.username from jet.time_entry e join platform.account a on a.officer_id = e.officer_id where e.words = 'Left behind by Joss'`,
  );
  expect(entry?.username).toBe('joss.jet');
  expect(await count("select 1 from jet.time_entry where words = 'Left behind by Joss'")).toBe(1);
}, 180_000);

test('signed out without a network, or at the sign-in page, nothing of the day is left; the session ends when there is a network', async () => {
  const telephone = await telephoneOf('joss.jet');
  await telephone.network(false);
  await press(telephone, 'Sign out');
  await telephone.page.getByText('nobody is signed in on this telephone').waitFor();
  const live = () => count('select 1 from platform.session where ended_at is null');
  const before = await live();
  await telephone.network(true);
  await expect.poll(live, { timeout: 10_000 }).toBe(before - 1);
  await telephone.page.goto(`${place.url}/home`);
  await telephone.page.waitForURL(/\/sign-in/);
  await telephone.signIn('joss.jet');
  await telephone.page.goto(`${place.url}/field`);
  await today(telephone);
  // The ordinary pages sign out too: their next page is the one to sign in, which takes the day off.
  await telephone.page.goto(`${place.url}/home`);
  await telephone.page.getByRole('button', { name: 'Sign out' }).first().click();
  await telephone.page.waitForURL(/\/sign-in/);
  await telephone.page.waitForTimeout(300);
  await telephone.network(false);
  await telephone.page.goto(`${place.url}/field`);
  await telephone.page.getByRole('heading', { level: 1, name: 'Field' }).waitFor();
  expect(await telephone.page.locator('body').innerText()).not.toContain('Joss');
}, 180_000);

test('signed out in another tab, or while the day is on its way, nothing of it comes back to screen or disk', async () => {
  const telephone = await telephoneOf('joss.jet');
  const { page } = telephone;
  const other = await telephone.context.newPage();
  await other.goto(`${place.url}/field`);
  await other.getByText('Joss').first().waitFor();
  // The answer is on its way while its officer signs out.
  let pass: () => void = () => undefined;
  const isAsked = new Promise<void>((resolve) => {
    void page.route('**/api/v1/field/day', async (route) => {
      const answer = await route.fetch();
      const held = new Promise<void>((go) => {
        pass = go;
      });
      resolve();
      await held;
      await route.fulfill({ response: answer });
    });
  });
  await page.getByRole('button', { name: 'Take today along anew' }).click();
  await isAsked;
  await press(telephone, 'Sign out');
  await page.getByRole('heading', { level: 1, name: 'Field' }).waitFor();
  pass();
  await page.waitForTimeout(500);
  const left = await page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('bailiwick-field');
      request.onsuccess = () => resolve(request.result);
    });
    const count = (store: string) =>
      new Promise<number>((resolve) => {
        const request = db.transaction(store).objectStore(store).count();
        request.onsuccess = () => resolve(request.result);
      });
    return [await count('device'), await count('day')];
  });
  expect(left).toEqual([0, 0]);
  for (const tab of [page, other]) expect(await tab.locator('body').innerText()).not.toContain('Joss');
}, 180_000);

test('what the service refuses stays with its field and its mend, is held while it is changed, and goes under its own number', async () => {
  const telephone = await telephoneOf('joss.jet');
  const { page } = telephone;
  await page.goto(`${place.url}/field#/time`);
  await page.getByLabel('What you did').selectOption('surveys');
  await page.getByLabel('Minutes').fill('20');
  await page.getByLabel('Year').fill('2027');
  await page.getByLabel('Note').fill('Of next year');
  await press(telephone, 'Keep it');
  await page.getByText('1 to mend').first().waitFor();
  await page.getByRole('link', { name: /Time: 20 minutes/ }).click();
  await page.getByText('The day must be today or before').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await press(telephone, 'Change it');
  await page.getByRole('link', { name: 'The day must be today or before' }).waitFor();
  await page.getByLabel('Year').fill('2026');
  await press(telephone, 'Keep it');
  await page.getByText('nothing waiting, last sent').waitFor();
  expect(await count("select 1 from jet.time_entry where words = 'Of next year'")).toBe(1);
  // Taken off only by a press that is asked twice.
  await telephone.network(false);
  await logTime(telephone, 'Not to be sent');
  await page
    .getByRole('link', { name: /Time: 90 minutes/ })
    .first()
    .click();
  await press(telephone, 'Take it off this telephone');
  await press(telephone, 'Yes, take it off');
  await page.getByRole('heading', { name: 'What waits and what was sent' }).waitFor();
  expect(await line(telephone).innerText()).toContain('nothing waiting');
}, 180_000);

test('tasks come by day, and nearest first on a press, each with its place; what one may do there is answered without a network', async () => {
  const rows = await place.world.sql<{ id: string; lon: number; lat: number }>(
    `select distinct on (r.case_id) r.case_id as id, r.lon, r.lat from intake.report r join directory.agency a on a.id = r.owner_agency_id
     join enforcement.case_file c on c.id = r.case_id where a.code = 'WEND' and r.lon is not null and not r.is_sensitive and not c.is_personal limit 2`,
  );
  for (const [at, row] of rows.entries()) {
    const id = await acceptedTask(place.world, `Go to place ${at + 1}`);
    await place.world.sql('update tasking.task set case_id = $1, due_on = $2 where id = $3', [
      ...[row.id, `2026-11-2${at + 1}`, id],
    ]);
    await place.world.sql(
      'update intake.report set lon = $2, lat = $3, closed_at = null where case_id = $1',
      [...[row.id, -1.2 + at / 10, 51.5]],
    );
  }
  const telephone = await telephoneOf('joss.jet');
  const { page } = telephone;
  const order = async () =>
    (await page.locator('.bw-field__card h3').allTextContents()).flatMap(
      (text) => text.match(/Go to place \d/) ?? [],
    );
  expect(await order()).toEqual(['Go to place 1', 'Go to place 2']);
  await telephone.network(false);
  await page.context().grantPermissions(['geolocation']);
  await page.context().setGeolocation({ longitude: -1.1001, latitude: 51.5 });
  await press(telephone, 'Sort by nearest first');
  await page.getByText('Nearest first, as the crow flies').waitFor();
  expect(await order()).toEqual(['Go to place 2', 'Go to place 1']);
  await page.locator('.bw-field__card', { hasText: 'Go to place 2' }).getByText(', here').waitFor();
  await page.getByText('4.3 miles away').waitFor();
  await page.getByText('What may I do today, and where?').click();
  await page.getByText('issue penalties for fly-tipping', { exact: true }).first().waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await press(telephone, 'Sort by the day they are due');
  expect(await order()).toEqual(['Go to place 1', 'Go to place 2']);
});

test('the first load is under 150 KB of script, compressed, and the page works without any', async () => {
  const files = ['field.js', 'field-worker.js'].map((name) => readFileSync(`build/assets/${name}`));
  const size = files.reduce((sum, file) => sum + gzipSync(file, { level: 6 }).length, 0);
  expect(size).toBeGreaterThan(5_000);
  expect(size).toBeLessThan(150_000);
  const page = await place.visit('joss.jet', { script: false, width: 390 });
  await page.goto('/field');
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
  await page.getByRole('link', { name: 'Write a notice' }).click();
  await page.getByRole('heading', { level: 1, name: /fixed penalty/ }).waitFor();
});
