import { afterAll, beforeAll, expect, test } from 'vitest';
import { giveListFile } from '../../../test/support/given-file.ts';
import { performScheduled } from '../../../test/support/jobs.ts';
import { movableClock, openWorld, type Visitor, type World } from '../../../test/support/world.ts';

const clock = movableClock();
let world: World;
beforeAll(async () => {
  world = await openWorld({ name: 'formsonce', clock });
});
afterAll(() => world.close());

/** The token that the forms of a page carry: whose session, and which page. */
async function tokenOn(visitor: Visitor, url: string): Promise<string> {
  const page = await visitor.get(url);
  const token = /name="_csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
  expect(token, `${url} ${page.status}`).toMatch(/^[\w-]+\.[\w-]{22}$/);
  return token;
}
const count = async (text: string, values: readonly unknown[] = []): Promise<number> =>
  (await world.sql<{ n: number }>(`select count(*)::int as n from ${text}`, values))[0]?.n ?? -1;
const items = (body: string) => count('intelligence.item where body = $1', [body]);
const form = (body: string, _csrf: string) => ({ body, howKnown: 'saw', fears: 'no', _csrf });

test('a form sent twice from one page is done once, and answered alike; other words in it are another act', async () => {
  const olu = await world.as('olu.officer');
  const token = await tokenOn(olu, '/intelligence-forms');
  const sent = form('A white van at the quay', token);
  const first = await olu.post('/intelligence-forms', sent);
  const again = await olu.post('/intelligence-forms', sent);
  expect([first.status, again.status]).toEqual([303, 303]);
  expect([again.location, again.headers]).toEqual([first.location, first.headers]);
  expect(await items('A white van at the quay')).toBe(1);
  const audited = await world.sql(
    "select outcome, detail ->> 'failure' as why from platform.audit_entry where event = 'intelligence-form.sent' order by at, outcome",
  );
  expect(audited).toEqual([
    { outcome: 'done', why: null },
    { outcome: 'refused', why: 'sent-before' },
  ]);
  await olu.post('/intelligence-forms', form('A red van at the quay', token));
  expect(await items('A red van at the quay')).toBe(1);
  // The same words from a page that was opened anew are meant.
  await olu.post(
    '/intelligence-forms',
    form('A white van at the quay', await tokenOn(olu, '/intelligence-forms')),
  );
  expect(await items('A white van at the quay')).toBe(2);
});

test('two sendings at the same time make one; what was refused before may be sent again', async () => {
  const olu = await world.as('olu.officer');
  const token = await tokenOn(olu, '/intelligence-forms');
  const wrong = { ...form('Pressed in a hurry', token), fears: '' };
  expect((await olu.post('/intelligence-forms', wrong)).status).toBe(422);
  const both = await Promise.all(
    [1, 2, 3].map(() => olu.post('/intelligence-forms', form('Pressed in a hurry', token))),
  );
  expect(both.map(({ status }) => status)).toEqual([303, 303, 303]);
  expect(await items('Pressed in a hurry')).toBe(1);
});

test('the page of a colleague tells nothing, and what is kept can be read by nobody', async () => {
  const [olu, callum] = [await world.as('olu.officer'), await world.as('callum.safety')];
  const token = await tokenOn(olu, '/intelligence-forms');
  await olu.post('/intelligence-forms', form('Seen by Olu', token));
  const key = token.split('.')[1];
  await callum.post('/intelligence-forms', form('Seen by Olu', `${callum.csrf}.${key}`));
  expect(await items('Seen by Olu')).toBe(2);
  const kept = await world.sql<{ text: string }>(
    "select encode(answer, 'hex') as text from platform.form_sent",
  );
  expect(kept.length).toBeGreaterThan(3);
  expect(kept.map(({ text }) => text).join()).not.toContain(
    Buffer.from('/intelligence-forms').toString('hex'),
  );
  for (const login of ['bailiwick_ops', 'bailiwick_intel', 'bailiwick_tech', 'bailiwick_public'])
    expect(
      await world.sql(`select has_table_privilege('${login}', 'platform.form_sent', 'select') as may`),
    ).toEqual([{ may: false }]);
});

test('a draft, a file and a payment: once each, though its version has moved on', async () => {
  const joss = await world.as('joss.jet');
  const draft = await joss.api('POST', '/api/v1/penalties', {
    ...{ offence: 'fly-tipping', offenceOn: '2026-11-10', offenceTime: '07:40' },
    ...{ placeWords: 'Lay-by on the moor road', landType: 'highway', wasteType: 'household-black-bags' },
    ...{ wasteSize: 'car-boot-or-less', identifiedBy: 'cctv', policyConsidered: true },
    ...{ recipientName: 'Orla Tenterden', recipientAddress: '4 Made Up Lane, Ollerquay, QX1 1AA' },
    postcode: (
      await world.sql<{ postcode: string }>(
        "select postcode from directory.postcode p join directory.agency a on a.area_code = p.district_code where a.code = 'WEND' order by postcode limit 1",
      )
    )[0]?.postcode,
  });
  const { id } = draft.json as { id: string };
  const address = `/penalties/${id}`;
  for (const kind of ['statement', 'cctv']) {
    const _csrf = await tokenOn(joss, address);
    const file = { name: 'van.txt', content: 'What was seen' };
    const fields = { kind, words: 'Seen on the recording', _csrf };
    const { csrf: _, ...rest } = joss;
    const sender = { ...rest, csrf: _csrf } as Visitor;
    const sent = [1, 2].map(() => giveListFile(world, sender, `${address}/evidence`, file, fields));
    const answers = await Promise.all(sent);
    expect(
      answers.map(({ status }) => status),
      answers[0]?.text,
    ).toEqual([303, 303]);
  }
  expect(await count('enforcement.penalty_evidence where penalty_id = $1', [id])).toBe(2);
  const twice = async (path: string, fields: Record<string, string>) => {
    const [row] = await world.sql<{ version: number }>(
      'select version from enforcement.penalty where id = $1',
      [id],
    );
    const sent = { ...fields, version: String(row?.version), _csrf: await tokenOn(joss, address) };
    const answers = [await joss.post(address + path, sent), await joss.post(address + path, sent)];
    expect(
      answers.map(({ status }) => status),
      path,
    ).toEqual([303, 303]);
  };
  const on = (name: string) => ({ [`${name}-day`]: '20', [`${name}-month`]: '11', [`${name}-year`]: '2026' });
  await twice('/issue', { servedHow: 'in-person' });
  await twice('/serve', { servedHow: 'in-person', servedBy: 'Joss Thistlewood', ...on('sentOn') });
  await twice('/payments', { pounds: '400', paymentReference: 'PAY/7', ...on('paidOn') });
  expect(await count('enforcement.penalty_payment where penalty_id = $1', [id])).toBe(1);
});

test('a form whose session ended and that is sent twice afterwards is done once', async () => {
  const olu = await world.as('olu.officer');
  const fields = form('Typed before the session ended', await tokenOn(olu, '/intelligence-forms'));
  const kept = await world.nobody.post('/intelligence-forms', fields);
  const sealed = /name="_sealed" value="([^"]+)"/.exec(kept.text)?.[1] ?? '';
  for (const _ of [1, 2])
    expect((await olu.post('/intelligence-forms', { _csrf: '', _sealed: sealed })).status).toBe(303);
  expect(await items('Typed before the session ended')).toBe(1);
});

test('a page that is shown once is shown alike to the same form, and nothing is made anew', async () => {
  const page = await world.nobody.get('/case-review');
  const _csrf = /name="_csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
  const [place] = await world.sql<{ postcode: string }>('select postcode from directory.postcode limit 1');
  const application = {
    ...{ name: 'Sam Neighbour', applicantKind: 'complainant', email: 'sam@neighbour.example' },
    ...{ 'happenedOn-1': '2026-11-02', 'complainedOn-1': '2026-11-03', 'told-1': 'The council' },
    ...{ postcode: place?.postcode ?? '', _csrf },
  };
  const before = await count('asb.review');
  const wordsOn = ({ text }: { text: string }) => /class="bw-reference">([^<]+)</.exec(text)?.[1];
  const [first, second] = await Promise.all([1, 2].map(() => world.nobody.post('/case-review', application)));
  expect([first?.status, second?.status]).toEqual([200, 200]);
  expect(wordsOn(first ?? { text: '' })).toMatch(/\w+-\w+/);
  expect(wordsOn(second ?? { text: '' })).toBe(wordsOn(first ?? { text: '' }));
  expect(await count('asb.review')).toBe(before + 1);
  const [priya, dana] = [await world.as('priya.police'), await world.as('dana.directory')];
  const linkOn = ({ text }: { text: string }) => /calendar\.ics\?key=[0-9a-f]{64}/.exec(text)?.[0] ?? '';
  const asked = { _csrf: await tokenOn(priya, '/meetings') };
  const made = linkOn(await priya.post('/meetings/calendar-link', asked));
  expect(made).not.toBe('');
  expect(linkOn(await priya.post('/meetings/calendar-link', asked))).toBe(made);
  expect((await world.nobody.get(`/meetings/${made}`)).status).toBe(200);
  const [olu] = await world.sql<{ id: string }>(
    "select officer_id as id from platform.account where username = 'olu.officer'",
  );
  const own = `/directory/people/${olu?.id}`;
  const reset = { reason: 'Forgot it', _csrf: await tokenOn(dana, own) };
  const wayIn = ({ text }: { text: string }) => /\/password\/[\w-]{43}/.exec(text)?.[0] ?? '';
  const link = wayIn(await dana.post(`${own}/password-link`, reset));
  const same = await dana.post(`${own}/password-link`, reset);
  expect([wayIn(same), same.text.includes('was sent before')]).toEqual([link, true]);
  expect((await world.nobody.get(link)).status).toBe(200);
  // Another reason is another wish, and ends the link before.
  await dana.post(`${own}/password-link`, { ...reset, reason: 'Forgot that too' });
  expect((await world.nobody.get(link)).status).toBe(404);
});

test('what tells a form again is let go of after a day', async () => {
  clock.set('2026-11-22T12:00:00.000Z');
  await performScheduled(world, clock, 'forget-forms');
  expect(await count('platform.form_sent')).toBe(0);
});
