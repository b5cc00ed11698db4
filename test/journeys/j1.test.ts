import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsOf } from '../support/accessibility.ts';
import { type OpenWorld, openBrowserWorld } from '../support/browser.ts';
import { performQueued } from '../support/jobs.ts';
import { movableClock } from '../support/world.ts';
import { again, headingOf, mainOf, press } from './by-page.ts';

/** J1, one victim register: from more than ten lists to a visit, in a browser, every ✔ and every ✘. */
let place: OpenWorld;
let sadia: Page;
let hollis: Page;
let wyn: Page;
const clock = movableClock();
const secret = '9 Secret Close';
beforeAll(async () => {
  place = await openBrowserWorld({ name: 'j1', clock });
  [sadia, hollis, wyn] = [
    await place.visit('sadia.safeguarding'),
    await place.visit('hollis.housing'),
    await place.visit('wyn.warden', { width: 390 }),
  ];
}, 120_000);
afterAll(() => place.close());

const queued = async () => {
  for (let round = 0; round < 4; round += 1) await performQueued(place.world, clock);
};

async function writeDown(
  page: Page,
  given: { agency?: string; name: string; handling?: string; done?: string },
) {
  await page.goto('/lists/add');
  if (given.agency) await page.getByLabel('Who keeps it').selectOption({ label: given.agency });
  if (given.handling) await page.getByLabel('How it is handled').selectOption(given.handling);
  await page.getByLabel('What it is called').fill(given.name);
  await page.getByLabel('What is done for those on it').fill(given.done ?? '');
  await page.getByLabel('The power under which it is shared').selectOption({ index: 1 });
  await press(page, 'Save');
}

/** Gives a file for the list whose page is open, and takes it as far as what it would change. */
async function compare(page: Page, content: string): Promise<void> {
  await page.getByRole('link', { name: 'Give a file' }).click();
  await page
    .getByLabel('The file')
    .setInputFiles({ name: 'rows.csv', mimeType: 'text/csv', buffer: Buffer.from(content) });
  await press(page, 'Continue');
  expect(await headingOf(page)).toBe('Which column holds what?');
  await press(page, 'Compare it with the list');
  await queued();
  await again(page);
}

async function load(page: Page, content: string): Promise<void> {
  await compare(page, content);
  await page.getByRole('button', { name: /^Load:/ }).click();
  await queued();
  await again(page);
  expect(await mainOf(page)).toContain('Loaded');
}

const entry = async (list: string, label: string): Promise<string> =>
  (
    await place.world.sql<{ id: string }>(
      'select e.id from linkage.list_entry e join linkage.list l on l.id = e.list_id where l.name = $1 and e.label = $2 and e.withdrawn_at is null',
      [list, label],
    )
  )[0]?.id ?? '';

const fieldOf = (page: Page, name: string, value: string) =>
  page.locator(`input[name=${name}][value="${value}"]`);

describe('one victim register', () => {
  test('1 ✔ eleven lists and more are written down', async () => {
    for (let n = 1; n <= 8; n += 1)
      await writeDown(sadia, { agency: 'Merrowshire Fire and Rescue Service', name: `Home visits ${n}` });
    await writeDown(sadia, { agency: 'Merrowshire County Council', name: 'Doorstep victims', done: 'Visit' });
    await writeDown(sadia, { agency: 'Merrowshire Police', name: 'Vulnerable victims', done: 'Letter' });
    await writeDown(sadia, {
      agency: 'National Scams Unit',
      name: 'Batch of November',
      handling: 'restricted',
      done: 'Returned money',
    });
    await writeDown(hollis, { name: 'Tenants to support', done: 'Support worker' });
    await sadia.goto('/lists');
    expect(await sadia.locator('tbody tr').count()).toBeGreaterThanOrEqual(11);
    expect(await faultsOf(sadia)).toEqual([]);
  }, 60_000);

  test('2 ✔ a file is mapped and compared, and is not live until it is loaded', async () => {
    await hollis.goto('/lists');
    await hollis.getByRole('link', { name: 'Tenants to support' }).click();
    await compare(
      hollis,
      'Tenancy no,Tenant,Born,Address,Tel\n1,"Holme, Ada",05/03/1940,"4 Mill Lane, QM1 2AB",01632 960801\n2,,1950,,\n',
    );
    expect(await mainOf(hollis)).toContain('says no name');
    expect(await faultsOf(hollis)).toEqual([]);
    expect(await entry('Tenants to support', 'Ada Holme')).toBe('');
    await hollis.getByRole('button', { name: /^Load:/ }).click();
    await queued();
    expect(await entry('Tenants to support', 'Ada Holme')).not.toBe('');
    for (const [list, content] of [
      [
        'Doorstep victims',
        'Ref,Name,DOB,Address,Postcode\n7,Ada Holme,1940-03-05,4 Mill Lane,QM1 2AB\n8,Eve Dahl,1955-01-02,9 Secret Close,QM1 3AB\n',
      ],
      [
        'Vulnerable victims',
        'URN,Surname,Forename,DateOfBirth,Mobile\n70,Holme,Ada,1940-03-05,01632 960801\n',
      ],
      ['Batch of November', 'NSU ref,Full name,Address\n700,Gus Berg,"7 Far Lane, QM1 4AB"\n'],
    ] as const) {
      await sadia.goto('/lists');
      await sadia.getByRole('link', { name: list }).click();
      await load(sadia, content);
    }
  }, 60_000);

  test('3 ✔ a person confirms, and three lists become one entry with three provenance entries', async () => {
    const [mcc, mpol, harb] = [
      await entry('Doorstep victims', 'Ada Holme'),
      await entry('Vulnerable victims', 'Ada Holme'),
      await entry('Tenants to support', 'Ada Holme'),
    ];
    for (const [one, other] of [
      [mcc, mpol],
      [mcc, harb],
    ] as const) {
      await sadia.goto(`/pairs/${one}/${other}`);
      await sadia.locator('button[name=verdict][value=same]').first().click();
      await sadia.waitForLoadState();
    }
    await sadia.goto(`/people/${harb}`);
    await press(sadia, 'Take on the victim register, or open their file');
    expect(await headingOf(sadia)).toContain('Ada Holme');
    const sources = sadia.locator('#sources tbody tr');
    expect(await sources.count()).toBe(3);
    await sadia.goto(`/people/${mpol}`);
    await press(sadia, 'Take on the victim register, or open their file');
    expect(await mainOf(sadia)).toContain('Victim register, V-');
    const files = await place.world.sql("select id from safeguarding.victim_file where name = 'Ada Holme'");
    expect(files).toHaveLength(1);
    await sadia.goto('/lists/audit');
    expect(await mainOf(sadia)).toMatch(/Ada Holme[\s\S]*Support worker/);
    expect(await faultsOf(sadia)).toEqual([]);
  }, 60_000);

  test('5, 6 ✔ the profile gives priority and route; the loss gives its share; one agency leads', async () => {
    await sadia.goto('/register');
    await sadia.getByRole('link', { name: 'Ada Holme' }).click();
    await sadia.getByRole('link', { name: 'Change the profile' }).click();
    await sadia.getByLabel('Age band').selectOption('85-plus');
    await fieldOf(sadia, 'livesAlone', 'yes').check();
    await fieldOf(sadia, 'capacityConcern', 'yes').check();
    await fieldOf(sadia, 'scamTypes', 'doorstep-crime').check();
    await press(sadia, 'Save the profile');
    expect(await mainOf(sadia)).toContain('so the Victim Safeguarding Officer takes it on');
    for (const [amount, method, scam] of [
      ['2,600,000', 'doorstep', 'doorstep-crime'],
      ['1,000,000', 'post', 'mail-scam'],
    ] as const) {
      await sadia.getByRole('link', { name: 'Write down a loss or a saving' }).first().click();
      await sadia.getByLabel('How much, in pounds').fill(amount);
      await sadia.getByLabel('Kind of scam').selectOption(scam);
      await sadia.getByLabel('How it was done').selectOption(method);
      await sadia.getByLabel('On which day').fill('2026-11-10');
      await press(sadia, 'Write it down');
    }
    expect(await mainOf(sadia)).toContain('£3,600,000');
    await sadia.goto('/figures/V-02a?from=2026-11-01&to=2026-11-30');
    expect(await mainOf(sadia)).toContain('2,600,000 of 3,600,000 (72.2%)');
    await sadia.goto('/register');
    await sadia.getByRole('link', { name: 'Ada Holme' }).click();
    await sadia.getByRole('link', { name: 'Pass the lead on' }).click();
    await sadia.getByLabel('To which agency').selectOption({ label: 'Harbourlight Homes' });
    await sadia.getByLabel('Why').fill('They know the family');
    await press(sadia, 'Offer the lead');
    await sadia.getByRole('link', { name: 'The offer of the lead' }).click();
    expect(await mainOf(sadia)).toContain('the lead is offered to Harbourlight Homes');
    await fieldOf(sadia, 'answer', 'accept').check();
    await sadia.locator('input[name=words]').fill('Hollis Figgis, by telephone, 20 November');
    await press(sadia, 'Save the answer');
    const leading = await place.world.sql(
      "select agency_id from safeguarding.lead where state = 'leading' and file_id in (select id from safeguarding.victim_file where name = 'Ada Holme')",
    );
    expect(leading).toHaveLength(1);
  }, 60_000);

  test('7 ✔ a visit cannot be planned alone until it is written who goes along; 4 ✔ the warden sees neither batch nor source', async () => {
    const gus = await entry('Batch of November', 'Gus Berg');
    await sadia.goto(`/people/${gus}`);
    await press(sadia, 'Take on the victim register, or open their file');
    await sadia.getByRole('link', { name: 'Change how to reach them safely' }).click();
    await sadia.getByLabel('How to reach them safely').fill('knock twice');
    await sadia.getByLabel('Address to visit').fill('7 Far Lane');
    await sadia.locator('input[name=postcode]').fill('QM1 2AB');
    await press(sadia, 'Save');
    // Somebody of the household is known to the police, who write the street in another way.
    const priya = await place.visit('priya.police');
    await priya.goto('/markers/add');
    await priya.getByLabel('Name', { exact: true }).fill('Nils Berg');
    await priya.getByLabel('Address', { exact: true }).fill('7, Far Ln');
    await priya.getByLabel('Postcode').fill('qm12ab');
    await priya.getByLabel('Type').selectOption('VI');
    await priya.getByLabel('What whoever goes must do').selectOption('two-officers');
    await priya.getByLabel('Where the evidence is held').fill('Log 14 of the force');
    await priya.getByLabel('Review day').fill('2027-05-01');
    await press(priya, 'Set the marker');
    expect(await faultsOf(priya)).toEqual([]);
    await sadia.getByRole('link', { name: 'Plan a visit' }).first().click();
    expect(await mainOf(sadia)).toContain('Reach them: knock twice.');
    await sadia.getByLabel('What the visit is for').fill('Fit a call blocker');
    await sadia.getByLabel('On which day').fill('2026-11-20');
    await sadia.getByLabel('Who goes', { exact: true }).selectOption({ label: 'Wyn Llewelyn' });
    await press(sadia, 'Plan the visit');
    // The press made the screen; a warden alone is stopped, and told what to do and not why.
    const stopped = await mainOf(sadia);
    for (const part of [
      'Nobody goes alone: say who goes along, by name',
      'Two officers go. Nobody goes alone. Marker: violent',
      'somebody at this address',
    ])
      expect(stopped).toContain(part);
    for (const part of ['Nils', 'Log 14']) expect(await sadia.content()).not.toContain(part);
    expect(await faultsOf(sadia)).toEqual([]);
    await sadia.locator('input[name=companion]').fill('Joss Thistlewood');
    await press(sadia, 'Plan the visit');
    await wyn.goto('/visits');
    await wyn.getByRole('link', { name: 'Gus Berg' }).click();
    const sheet = await mainOf(wyn);
    for (const part of ['7 Far Lane', 'knock twice', 'Two officers go', 'Joss Thistlewood'])
      expect(sheet).toContain(part);
    for (const part of ['Batch', 'National', 'restricted']) expect(await wyn.content()).not.toContain(part);
    expect(await faultsOf(wyn)).toEqual([]);
  }, 60_000);

  test('8 ✔ the result in four taps on a phone, a referral with the three questions', async () => {
    await wyn.getByRole('link', { name: 'Refer them to adult safeguarding' }).click();
    for (const question of ['hasNeeds', 'isAtRisk', 'cannotProtect'])
      await fieldOf(wyn, question, 'yes').check();
    await wyn.getByLabel('What you saw and heard').fill('Letters stacked to the ceiling');
    await press(wyn, 'Refer');
    await fieldOf(wyn, 'result', 'seen').check();
    await fieldOf(wyn, 'doneThings', 'call-blocker').check();
    await fieldOf(wyn, 'doneThings', 'bank-told').check();
    await press(wyn, 'Save the result');
    expect(await mainOf(wyn)).toContain('Seen, Call blocker fitted, Bank told');
    await sadia.goto('/register');
    await sadia.getByRole('link', { name: 'Gus Berg' }).click();
    const file = await mainOf(sadia);
    expect(file).toContain('Letters stacked to the ceiling');
    expect(file).toContain('Visited');
    expect(await faultsOf(sadia)).toEqual([]);
  }, 60_000);

  test('9 ✔ V-01 to V-05 are counted from these records', async () => {
    await sadia.goto('/figures?from=2026-11-01&to=2026-11-30');
    const figures = await mainOf(sadia);
    for (const name of [
      'Victims identified',
      'Victims visited',
      'Reported loss',
      'Lists found',
      'Records merged',
    ])
      expect(figures).toContain(name);
    await sadia.goto('/figures/V-05/records?from=2026-11-01&to=2026-11-30');
    expect(await sadia.locator('tbody tr').count()).toBeGreaterThanOrEqual(11);
    expect(await faultsOf(sadia)).toEqual([]);
  });

  test('✘ a hidden address is in no merged record: neither page, card, list nor search', async () => {
    const eve = await entry('Doorstep victims', 'Eve Dahl');
    await sadia.goto(`/people/${eve}`);
    expect(await sadia.content()).toContain(secret);
    await press(sadia, 'Take on the victim register, or open their file');
    await sadia.getByRole('link', { name: 'Change how to reach them safely' }).click();
    await fieldOf(sadia, 'hidesAddress', 'yes').check();
    await sadia.getByLabel('Address to visit').fill('1 Refuge Row');
    await press(sadia, 'Save');
    const file = sadia.url();
    for (const url of [
      file,
      `/people/${eve}`,
      '/register',
      '/people?words=Dahl',
      '/search?q=Secret+Close',
      '/search?q=Eve+Dahl',
    ]) {
      await sadia.goto(url);
      const html = (await sadia.content())
        .replaceAll(encodeURIComponent(secret), '')
        .replaceAll('Secret Close"', '');
      expect(html.includes(secret) || html.includes('Refuge Row'), url).toBe(false);
    }
    await sadia.goto(file);
    await sadia.getByRole('link', { name: 'See the hidden address' }).click();
    await sadia.getByLabel('Why must you know it?').fill('I ring the refuge about the visit');
    await press(sadia, 'Show the address');
    expect(await mainOf(sadia)).toContain('1 Refuge Row');
  }, 60_000);

  test('✘ a partner without an agreement does not open the register', async () => {
    const [file] = await place.world.sql<{ id: string }>(
      "select id from safeguarding.victim_file where name = 'Ada Holme'",
    );
    for (const page of [hollis, wyn]) {
      const answer = await page.goto(`/register/${file?.id}`);
      expect([403, 404]).toContain(answer?.status());
      expect(await page.content()).not.toContain('Ada Holme');
    }
  });
});
