import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenWorld, openBrowserWorld } from '../support/browser.ts';
import { performQueued, performScheduled } from '../support/jobs.ts';
import { movableClock } from '../support/world.ts';
import {
  formTo,
  handleReport,
  headingOf,
  mainOf,
  openReport,
  press,
  type Receipt,
  reportIt,
  typeDay,
  unfold,
} from './by-page.ts';

// Wendmere routing to the Management Board: from a resident's report to the board's figure, on the pages alone, with
// script turned off. The days are those of the county's diary: its group meets on 22 December and on 2 February.
const clock = movableClock();
let place: OpenWorld;
let postcode = '';
const first: Receipt = { reference: '', phrase: '' };
const at = { meeting: '', next: '', case: '', personal: '', jetTask: '', policeTask: '', penalty: '' };
const playArea = 'Beside the play area, Tansy Rise';

const as = (who?: string): Promise<Page> => place.visit(who, { script: false });
const resident = () => as();
const one = async <Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row> => {
  const [row] = await place.world.sql<Row>(text, values);
  if (!row) throw new Error(`Nothing is found by: ${text}`);
  return row;
};
const serviceId = async (code: string) =>
  (await one<{ id: string }>('select id from directory.service where code = $1', [code])).id;

beforeAll(async () => {
  place = await openBrowserWorld({ name: 'j4', clock });
  postcode = (
    await one<{ postcode: string }>(
      "select postcode from directory.postcode p join directory.agency a on a.area_code = p.district_code where a.code = 'WEND' order by postcode desc limit 1",
    )
  ).postcode;
});
afterAll(() => place.close());

describe('J4, step by step', () => {
  test('1 a resident reports rubbish and drug litter with a pin on the map, and gets a reference without an account', async () => {
    const sent = await reportIt(await resident(), {
      words: 'Rubbish dumped, drug litter near play area',
      kind: 'fly-tipping',
      postcode,
      placeWords: playArea,
      byPin: true,
    });
    expect(sent.reference).toMatch(/^R-[0-9A-Z]{4}-[0-9A-Z]{3}$/);
    expect(sent.phrase.split('-')).toHaveLength(5);
    Object.assign(first, sent);
  });

  test('2 a rule finds Environmental Services and its lead officer, and a message is queued to them', async () => {
    const olu = await as('olu.officer');
    await openReport(olu, first.reference);
    expect(await mainOf(olu)).toContain('Environmental Services, Wendmere District Council');
    const route = await one<{ code: string; by: string; lead: string; email: string }>(
      `select s.code, r.routed_by as by, o.name as lead, s.email from intake.report r join directory.service s on s.id = r.service_id
       join directory.officer o on o.id = s.lead_officer_id where r.reference = $1`,
      [first.reference],
    );
    expect(route).toMatchObject({ code: 'WEND-ENV', by: 'rule' });
    expect(route.lead).not.toBe('');
    expect(await performQueued(place.world, clock)).toContain('tell-service');
    const letter = await one<{ to_address: string; body: string }>(
      'select to_address, body from platform.outbox where subject = $1',
      [`Report ${first.reference} is with your service`],
    );
    expect(letter.to_address).toBe(route.email);
    expect(letter.body).not.toContain('Rubbish');
  });

  test('3 a feud over drains fits nothing: the inbox signposts it, the gap is seen, a rule is added and previewed', async () => {
    const feud = await reportIt(await resident(), {
      words: 'Feud over drains',
      kind: 'something-else',
      postcode,
    });
    const callum = await as('callum.safety');
    await openReport(callum, feud.reference);
    expect(await mainOf(callum)).toContain('Community Safety');
    await handleReport(callum, 'advice-given', 'Shared drains are for the water company: ring them first.');
    expect(await mainOf(callum)).toContain('Advice given');
    const dana = await as('dana.directory');
    await dana.goto('/directory/gaps');
    expect(await mainOf(dana)).toContain('Something else');
    await dana.goto('/directory/issues/add');
    await dana.getByLabel('Name', { exact: true }).fill('Feud over drains');
    await dana.getByLabel('Group').fill('Neighbours');
    await dana.getByLabel('Words people use for it').fill('feud over drains\nshared drains');
    await dana.getByLabel('Why', { exact: true }).fill('A gap: nobody was down for it');
    await press(dana, 'See what changes');
    expect(await mainOf(dana)).toContain('until a rule says who answers');
    await press(dana, 'Add issue type');
    expect(await headingOf(dana)).toContain('Feud over drains');
    await dana.getByRole('link', { name: 'Add a rule' }).click();
    await dana.getByLabel('Service that answers').selectOption(await serviceId('WEND-EH'));
    await dana.getByLabel('Why', { exact: true }).fill('They hold the drainage powers');
    await press(dana, 'See what changes');
    expect(await mainOf(dana)).toMatch(/In Wendmere: .* in place of/);
    await press(dana, 'Add rule');
    expect(await mainOf(dana)).toContain('Rule added');
    await callum.goto('/directory/where-would-this-go');
    await callum.getByLabel('The complaint in plain words').fill('Feud over drains with next door');
    await callum.getByLabel('Postcode (optional)').fill(postcode);
    await press(callum, 'Show');
    expect(await mainOf(callum)).toMatch(/This goes to Environmental (Health|Protection)/);
  });

  test('4 the officer handles and closes the first report, and the reporter reads it by reference and words', async () => {
    const olu = await as('olu.officer');
    await openReport(olu, first.reference);
    await handleReport(olu, 'solved', 'Cleared, and the needles taken away.');
    const back = await resident();
    await back.goto('/track');
    await back.getByLabel('Reference').fill(first.reference);
    await back.getByLabel('Four words and a number').fill(first.phrase);
    await press(back, 'See the report');
    expect(await mainOf(back)).toContain('Cleared, and the needles taken away.');
  });

  test('5 it comes back twice: the rule is proposed, and it goes on the next agenda with its history', async () => {
    const again = { kind: 'fly-tipping', postcode, placeWords: playArea };
    clock.set('2026-11-24T10:00:00Z');
    const second = await reportIt(await resident(), {
      ...again,
      words: 'Rubbish dumped there again',
      email: 'resident@reports.example',
    });
    const owner = await as('olu.officer');
    await openReport(owner, second.reference);
    await handleReport(owner, 'solved', 'Cleared a second time.');
    expect(await performQueued(place.world, clock)).toContain('tell-reporter');
    const news = await one<{ subject: string; body: string }>(
      "select subject, body from platform.outbox where to_address = 'resident@reports.example' limit 1",
    );
    expect(news.subject).toBe(`News about your report ${second.reference}`);
    expect(news.body).not.toContain('Cleared');
    clock.set('2026-11-27T10:00:00Z');
    const third = await reportIt(await resident(), {
      ...again,
      words: 'And again: rubbish, beer cans, a loud flat',
    });
    const page = await as('olu.officer');
    await openReport(page, third.reference);
    await page.locator('a[href$="/escalate"]').click();
    expect(await page.locator('input[name=rule][value=failed-before]').isChecked()).toBe(true);
    expect(await mainOf(page)).toContain(first.reference);
    for (const code of ['WEND-LIC', 'WEND-HSG', 'WEND-JET', 'MPOL-SNT1'])
      await page.locator(`input[name=otherServiceIds][value="${await serviceId(code)}"]`).check();
    await press(page, 'Open the case');
    expect(await mainOf(page)).toContain('on the next agenda of the Wendmere Joint Action Group');
    at.case = new URL(page.url()).pathname;
    const callum = await as('callum.safety');
    await callum.goto(at.case);
    await callum.locator('#meetings a, main a[href^="/meetings/"]').first().click();
    at.meeting = new URL(callum.url()).pathname;
    const agenda = await mainOf(callum);
    expect(agenda).toContain('Fly-tipping, Beside the play area');
    expect(agenda).toContain('3 reports');
  });

  test('5 ✘ a case about a household is seen by its own services only, whoever else is at the meeting', async () => {
    const about = { kind: 'fly-tipping', postcode, words: 'One household tips its bags over the wall' };
    const report = await reportIt(await resident(), about);
    const olu = await as('olu.officer');
    await openReport(olu, report.reference);
    await olu.locator('a[href$="/escalate"]').click();
    await olu.locator('input[name=rule][value=not-solved]').check();
    await olu.getByLabel('Title').fill('The household by the wall');
    await olu.locator('input[name=isPersonal]').check();
    await olu.locator(`input[name=otherServiceIds][value="${await serviceId('WEND-CS')}"]`).check();
    await press(olu, 'Open the case');
    at.personal = new URL(olu.url()).pathname;
    await olu.goto(at.meeting);
    expect(await mainOf(olu)).toContain('The household by the wall');
    for (const who of ['priya.police', 'edmund.health']) {
      const other = await as(who);
      await other.goto(at.meeting);
      expect(await mainOf(other)).toContain('Fly-tipping, Beside the play area');
      expect(await mainOf(other)).not.toContain('The household by the wall');
      expect((await other.goto(at.personal))?.status(), who).toBe(404);
    }
  });

  test('6 every service has an open return, prefilled, is chased at 7, 3 and 1 days, and those that are late show', async () => {
    const meeting = at.meeting.split('/')[2];
    const [open, members] = [
      await one<{ n: number }>(
        "select count(*)::int as n from tasking.data_return where meeting_id = $1 and status = 'open'",
        [meeting],
      ),
      await one<{ n: number }>(
        'select count(*)::int as n from tasking.series_member z join tasking.meeting m on m.series_id = z.series_id where m.id = $1',
        [meeting],
      ),
    ];
    expect(open.n).toBe(members.n);
    const chased = async (day: string): Promise<number> => {
      clock.set(`${day}T05:30:00Z`);
      await performScheduled(place.world, clock, 'chase-returns');
      // Done twice in one day, it writes to nobody twice.
      await performScheduled(place.world, clock, 'chase-returns');
      const sent = await one<{ n: number }>(
        "select count(*)::int as n from platform.outbox where reason = 'return due' and record_id::text = $1 and queued_at = $2",
        [meeting, clock.now()],
      );
      return sent.n;
    };
    expect(await chased('2026-12-08')).toBe(members.n);
    clock.set('2026-12-09T10:00:00Z');
    const olu = await as('olu.officer');
    await olu.goto('/returns');
    await olu
      .locator('main')
      .getByRole('link', { name: /Wendmere Joint Action Group/ })
      .first()
      .click();
    const flyTips = olu.locator('tr', { hasText: 'Fly-tips' }).locator('th, td').nth(1);
    const counted = await one<{ n: number }>(
      `select count(*)::int as n from intake.report r join directory.service s on s.id = r.service_id
       where s.code = 'WEND-ENV' and r.issue_type in ('fly-tipping', 'asbestos')
         and r.received_at >= (select period_from from tasking.data_return where meeting_id = $1 limit 1)`,
      [meeting],
    );
    // The number leads to its reports, and says of which.
    expect(Number.parseInt(await flyTips.innerText(), 10)).toBe(counted.n);
    await press(olu, 'Confirm and submit');
    expect(await mainOf(olu)).toContain('Figures submitted');
    const joss = await as('joss.jet');
    await joss.goto(`${at.meeting}/returns/${await serviceId('WEND-JET')}`);
    await press(joss, 'Confirm and submit');
    expect(await chased('2026-12-12')).toBe(members.n - 2);
    expect(await chased('2026-12-14')).toBe(members.n - 2);
    clock.set('2026-12-16T10:00:00Z');
    const callum = await as('callum.safety');
    await callum.goto(at.meeting);
    expect(await mainOf(callum)).toContain(
      `2 of ${members.n} services have returned their figures. ${members.n - 2} are late`,
    );
  });

  test('7 the group meets: who is present decides what shows, and decisions set tasks with owner, day and result expected', async () => {
    clock.set('2026-12-22T10:00:00Z');
    const callum = await as('callum.safety');
    await callum.goto(`${at.meeting}/room`);
    await press(callum, 'Start the meeting');
    const present = async (codes: readonly string[]) => {
      await unfold(callum, /present/);
      const form = formTo(callum, '/present');
      for (const box of await form.locator('input[type=checkbox]').all()) await box.uncheck();
      for (const code of codes) await form.locator(`input[value="${await serviceId(code)}"]`).check();
      await press(callum, 'Save who is present');
      await unfold(callum, /All \d+ items/);
    };
    await present(['WEND-CS', 'WEND-ENV']);
    expect(await mainOf(callum)).toContain('The household by the wall');
    await present(['WEND-CS', 'WEND-ENV', 'WEND-JET', 'WEND-LIC', 'MPOL-SNT1']);
    expect(await mainOf(callum)).not.toContain('The household by the wall');
    expect(await mainOf(callum)).toContain('not shown, because not everybody present may see');
    expect(await mainOf(callum)).toContain('Joint enforcement');
    const decide = async (words: string, task: { title: string; code: string; expected: string }) => {
      await callum.locator('summary', { hasText: /All \d+ items/ }).click();
      await callum
        .locator('main ol')
        .getByRole('link', { name: /^Fly-tipping, Beside the play area/ })
        .click();
      await callum.getByLabel('What was decided').fill(words);
      await callum.getByLabel('Task', { exact: true }).fill(task.title);
      await callum.getByLabel('Who does it').selectOption(await serviceId(task.code));
      await callum.getByLabel('What is expected').fill(task.expected);
      await press(callum, 'Record, and next item');
      expect(await mainOf(callum)).toContain('Recorded, and the task is set');
      const { id } = await one<{ id: string }>('select id from tasking.task where title = $1', [task.title]);
      return `/tasks/${id}`;
    };
    await callum.goto(`${at.meeting}/room`);
    const watch = { title: 'Watch the play area', code: 'WEND-JET', expected: 'A note of each visit' };
    at.jetTask = await decide('Agreed to watch it on Friday nights', watch);
    const visit = { title: 'Visit the loud flat', code: 'MPOL-SNT1', expected: 'A word with the tenant' };
    at.policeTask = await decide('Agreed to speak to the tenant', visit);
    await decide('Agreed to look at the licence', {
      title: 'Review the licence of the shop',
      code: 'WEND-LIC',
      expected: 'A report to the group',
    });
    expect(await performQueued(place.world, clock)).toContain('tell-task');
  });

  test('8 an agency refuses with its reason, the task is set again and done, and the next agenda shows all of it', async () => {
    const priya = await as('priya.police');
    await priya.goto(at.policeTask);
    await unfold(priya, 'Refuse, with the reason');
    await priya.getByLabel('Why it cannot be taken').fill('The tenancy is the council’s');
    await formTo(priya, '/refuse').getByRole('button').click();
    expect(await mainOf(priya)).toContain('The reason is on the next agenda');
    const callum = await as('callum.safety');
    await callum.goto(at.policeTask);
    expect(await mainOf(callum)).toContain('The tenancy is the council’s');
    await unfold(callum, 'Set it to another service');
    await callum.getByLabel('Who does it').selectOption(await serviceId('WEND-JET'));
    await callum.getByLabel('Due').fill('20/1/2027');
    await press(callum, 'Set it again');
    await callum.goto(at.meeting);
    await press(callum, 'Close the meeting and make the minutes');
    expect(await mainOf(callum)).toContain('Agreed to watch it on Friday nights');
    for (const [kind, magic] of [
      ['pdf', '%PDF'],
      ['docx', 'PK'],
    ] as const) {
      const file = await callum.context().request.get(`${at.meeting}/minutes.${kind}`);
      expect(file.headers()['content-disposition']).toContain(`.${kind}`);
      expect((await file.body()).subarray(0, magic.length).toString()).toBe(magic);
    }
    clock.set('2027-01-12T10:00:00Z');
    const joss = await as('joss.jet');
    for (const [task, words] of [
      [at.jetTask, 'Five visits, nobody tipping'],
      [at.policeTask, 'The tenant was spoken to'],
    ] as const) {
      await joss.goto(task);
      await press(joss, 'Accept');
      await formTo(joss, '/result').locator('input[value=yes]').check();
      await joss.getByLabel('What was done, and what came of it').fill(words);
      await press(joss, 'Give the result');
      expect(await mainOf(joss)).toContain('Result given');
    }
    const next = await one<{ id: string }>(
      'select n.id from tasking.meeting n join tasking.meeting m on m.series_id = n.series_id where m.id = $1 and n.held_on > m.held_on order by n.held_on limit 1',
      [at.meeting.split('/')[2]],
    );
    at.next = `/meetings/${next.id}`;
    const later = await as('callum.safety');
    await later.goto(at.next);
    const agenda = await mainOf(later);
    expect(agenda).toContain('Result: Five visits, nobody tipping');
    expect(agenda).toContain('Result: The tenant was spoken to');
    expect(agenda).toContain('Review the licence of the shop');
  });

  test('9 ✘ without power or evidence no penalty is issued; with both it is issued, served and paid early', async () => {
    const olu = await as('olu.officer');
    await olu.goto('/penalties/new');
    await olu.getByLabel('Offence', { exact: true }).selectOption('fly-tipping');
    await typeDay(olu, 'offenceOn', '2027-01-08');
    await olu.getByLabel('Postcode of the place').fill(postcode);
    await press(olu, 'Save the draft');
    expect(await mainOf(olu)).toContain('You cannot issue it.');
    expect(await olu.getByRole('button', { name: 'Issue the notice' }).count()).toBe(0);
    await unfold(olu, /Discard/);
    await formTo(olu, '/discard').locator('textarea').fill('Somebody with the power writes it');
    await formTo(olu, '/discard').getByRole('button').click();
    const joss = await as('joss.jet');
    await joss.goto(at.case);
    await joss.getByRole('link', { name: 'Write a penalty notice' }).click();
    await joss.getByLabel('Offence', { exact: true }).selectOption('fly-tipping');
    await typeDay(joss, 'offenceOn', '2027-01-08');
    await joss.getByLabel('Time', { exact: true }).fill('07:40');
    await joss.getByLabel('Where', { exact: true }).fill(playArea);
    await joss.getByLabel('Postcode of the place').fill(postcode);
    await joss.getByLabel('Land', { exact: true }).selectOption('highway');
    await joss.getByLabel('Waste', { exact: true }).selectOption('household-black-bags');
    await joss.getByLabel('Size', { exact: true }).selectOption('car-boot-or-less');
    await joss.getByLabel('What shows who did it').selectOption('cctv');
    await joss.getByLabel('Full name').fill('Orla Tenterden');
    await joss.getByLabel('Address for service').fill('4 Made Up Lane, Ollerquay, QX1 1AA');
    await joss.locator('input[name=policyConsidered]').check();
    await press(joss, 'Save the draft');
    expect(await mainOf(joss)).toMatch(/conditions? (is|are) not met yet/);
    expect(await joss.getByRole('button', { name: 'Issue the notice' }).count()).toBe(0);
    at.penalty = new URL(joss.url()).pathname;
    const evidence = async (kind: string, words: string) => {
      const form = formTo(joss, '/evidence');
      if (!(await form.locator('select').isVisible())) await unfold(joss, /evidence/i);
      await form.locator('select[name=kind]').selectOption(kind);
      await form.locator('textarea[name=words]').fill(words);
      await form.getByRole('button', { name: 'Add' }).click();
    };
    await evidence('statement', 'Statement of the officer who saw it');
    await evidence('cctv', 'Recording of the van and its plate');
    expect(await mainOf(joss)).toContain('Everything the law asks for is here.');
    await joss.locator('input[name=servedHow][value=in-person]').check();
    await press(joss, 'Issue the notice');
    await typeDay(joss, 'sentOn', '2027-01-12');
    await press(joss, 'Record service');
    expect(await mainOf(joss)).toContain('Service recorded');
    clock.set('2027-01-15T10:00:00Z');
    const till = await as('joss.jet');
    await till.goto(at.penalty);
    const early = await one<{ early_pence: number }>(
      'select early_pence from enforcement.penalty where id = $1',
      [at.penalty.split('/')[2]],
    );
    await till.locator('#pounds').fill(String(early.early_pence / 100));
    await typeDay(till, 'paidOn', '2027-01-15');
    await till.getByLabel('Payment reference').fill('PAY/J4');
    await press(till, 'Record payment');
    expect(await mainOf(till)).toContain('Paid early');
  });

  test('9 the returns roll up to the board, whose number of penalties is the number of penalty records', async () => {
    clock.set('2027-01-25T10:00:00Z');
    const joss = await as('joss.jet');
    await joss.goto('/returns');
    await joss.locator(`main a[href^="${at.next}/"]`).first().click();
    await press(joss, 'Confirm and submit');
    clock.set('2027-02-02T10:00:00Z');
    const callum = await as('callum.safety');
    await callum.goto(`${at.next}/room`);
    await press(callum, 'Start the meeting');
    await callum.goto(at.next);
    await press(callum, 'Close the meeting and make the minutes');
    clock.set('2027-02-03T10:00:00Z');
    const bea = await as('bea.board');
    await bea.goto('/board');
    const table = bea.locator('table').first();
    const heads = await table.locator('thead th').allInnerTexts();
    const cells = await table
      .locator('tbody tr', { hasText: 'Fixed penalty notices' })
      .locator('th, td')
      .allInnerTexts();
    const records = await one<{ n: number }>(
      `select count(*)::int as n from enforcement.penalty p join directory.agency a on a.area_code = p.district_code and a.code = 'WEND'
       where p.issued_on >= (select min(r.period_from) from tasking.data_return r join tasking.meeting m on m.id = r.meeting_id join tasking.series s on s.id = m.series_id
         where s.area_code = a.area_code and s.kind = 'JAG' and m.held_on > $1::date - 91 and m.held_on <= $1::date) and p.issued_on < '2027-01-25'`,
      ['2027-02-03'],
    );
    expect(Number(cells[heads.findIndex((head) => head.startsWith('Wendmere'))])).toBe(records.n);
  });

  test('9 a success is offered from the task and approved by a communications officer', async () => {
    const joss = await as('joss.jet');
    await joss.goto(at.jetTask);
    await unfold(joss, 'Offer as a success for publicity');
    await joss.getByLabel('What went well').fill('Nobody has tipped by the play area since Christmas.');
    await press(joss, 'Offer it');
    const cora = await as('cora.comms');
    await cora.goto('/publicity');
    await cora.locator('input[name=isApproved][value=yes]').last().check();
    await press(cora, 'Save decision');
    expect(await mainOf(cora)).toContain('Nobody has tipped by the play area since Christmas.');
    expect(await headingOf(cora)).toBe('Successes for publicity');
  });

  test.each([
    ['T-01', '2026-27-Q4', 'callum.safety'],
    ['T-03', '2026-27-Q3', 'callum.safety'],
    ['T-04', '2026-27-Q3', 'petra.performance'],
    ['E-01', '2026-27-Q4', 'petra.performance'],
  ])('10 the figure %s opens as many records as it says', async (code, period, who) => {
    const reader = await as(who);
    await reader.goto(`/figures/${code}?period=${period}`);
    const said = (await reader.locator('.govuk-inset-text strong').first().innerText()).replaceAll(',', '');
    const count = Number(/of (\d+)/.exec(said)?.[1] ?? /^(\d+)/.exec(said)?.[1]);
    expect(count).toBeGreaterThan(0);
    await reader.locator(`main a[href*="/figures/${code}/records"]`).first().click();
    const rows = await reader
      .context()
      .request.get(`/figures/${code}/records.csv?period=${period}&side=denominator`);
    expect((await rows.text()).trim().split('\n').length - 1).toBe(count);
    expect(await reader.locator('main tbody tr').count()).toBe(Math.min(count, 50));
  });
});
