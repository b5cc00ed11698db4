import { expect, test } from 'vitest';
import { performScheduled } from '../../test/support/jobs.ts';
import { everyCheck, roofer, type ShownTrader, tipper, traderWorld } from '../../test/support/traders.ts';

/**
 * Journey 3, steps 1 to 3, by `/api/v1`: the application, the vetting list, the common nominal, and an answer across the wall in
 * which there is no intelligence.
 */
const days = traderWorld('j3_traders');
const { answered, applied, as, call, clock, step } = days;
const files: Record<string, ShownTrader> = {};
const named = (firm: { firmName: string }): ShownTrader => {
  const file = files[firm.firmName];
  if (!file) throw new Error(firm.firmName);
  return file;
};
const look = (firm: { firmName: string }) =>
  call<ShownTrader>('vita.vetting', 'GET', `/api/v1/traders/${named(firm).id}`);
const checked = (file: { id: string }, items: readonly string[], result = 'met') =>
  call<ShownTrader>(
    'vita.vetting',
    'POST',
    `/api/v1/traders/${file.id}/checks`,
    { items: items.map((item) => ({ item, result, words: 'Looked up' })) },
    200,
  );

test('1. a waste clearance firm applies: what is missing is said, and nothing is asked before papers and fee are there', async () => {
  const bare = await call<ShownTrader>('vita.vetting', 'POST', '/api/v1/traders', {
    ...tipper,
    postcode: days.postcode,
  });
  const [ask] = bare.steps.filter(({ action }) => action === 'ask');
  expect(ask?.conditions.map(({ code, met }) => [code, met])).toEqual([
    ['people-known', false],
    ['proofs-shown', false],
    ['vetting-fee', false],
    ['written-by-another', false],
  ]);
  expect(ask?.conditions[1]?.mend).toContain('waste-carrier registration');
  const early = await (await as('vita.vetting')).api('POST', `/api/v1/traders/${bare.id}/steps/ask`, {
    version: 1,
  });
  expect(early.status).toBe(422);
  expect(early.text).toContain('Record the payment of £60.00');
  await step(bare, 'withdraw', { reason: 'Written down twice' });
  const wrong = await (await as('vita.vetting')).api('POST', `/api/v1/traders/${bare.id}/payments`, {
    ...{ kind: 'vetting', pounds: 60, paidOn: '2026-11-20', paymentReference: 'X1' },
  });
  expect(wrong.text).toContain('closed');
  for (const [firm, director] of [
    [tipper, 'Gareth Tipley'],
    [roofer, 'Simon Slate'],
  ] as const) {
    const file = await applied(firm, director);
    expect(file.payments.map(({ kind }) => kind).sort()).toEqual(['membership', 'vetting']);
    files[firm.firmName] = await step(file, 'ask');
    expect(named(firm).status).toBe('checking');
  }
});

test('2. the vetting list runs; both firms look alike to the administrator while the unit knows one of them', async () => {
  // Four fly-tips of two districts name the van of the first firm.
  for (const agency of ['WEND', 'WEND', 'WEND', 'BRAC']) {
    const [place] = await days.world.sql<{ lon: number; lat: number }>(
      'select lon, lat from directory.postcode p join directory.agency a on a.area_code = p.district_code where a.code = $1 order by postcode limit 1',
      [agency],
    );
    const sent = await days.world.nobody.api('POST', '/api/v1/reports', {
      ...{ issueType: 'fly-tipping', ...place },
      description: `Rubble tipped from a van, QX19 TIP, in ${agency}`,
    });
    expect(sent.status, sent.text).toBe(201);
  }
  const [known, unknown] = [await look(tipper), await look(roofer)];
  expect(known.vetting).toEqual(unknown.vetting);
  // At least ten working days, then the Thursday of a round.
  expect(known.vetting).toEqual({
    askedOn: '2026-11-20',
    answersOn: '2026-12-10',
    answer: null,
    conditions: [],
    answeredOn: null,
  });
  await checked(known, [...everyCheck, 'waste-carrier']);
  await checked(unknown, everyCheck);
  const early = await (await as('vita.vetting')).api('POST', `/api/v1/traders/${known.id}/steps/accept`, {
    version: (await look(tipper)).version,
  });
  expect(early.text).toContain(
    'Answers come in rounds: the next that can hold this one is on 10 December 2026',
  );
  // There is no second asking: the same person cannot be asked about again to see what changes.
  expect(
    (await (await as('vita.vetting')).api('POST', `/api/v1/traders/${known.id}/steps/ask`, { version: 2 }))
      .status,
  ).toBe(409);
});

interface Vetting {
  id: string;
  about: string;
  version: number;
  matches: {
    kind: string;
    label: string;
    services: { agencyName: string; records: number; matters: string[] }[];
  }[];
}
let reason = '';

test('3. the unit meets a common nominal: the van of four fly-tips in two districts', async () => {
  const { requests } = await call<{ requests: Vetting[] }>(
    'anya.analyst',
    'GET',
    '/api/v1/intelligence/vetting',
  );
  const asked = requests.find(({ about }) => about === tipper.firmName);
  const path = `/api/v1/intelligence/vetting/${asked?.id}`;
  const one = await call<Vetting>('anya.analyst', 'GET', path);
  const van = one.matches.find(({ kind }) => kind === 'vehicle');
  expect(van?.services.map(({ records }) => records).sort()).toEqual([1, 3]);
  expect(van?.services.every(({ matters }) => matters.includes('Fly-tipping'))).toBe(true);
  const page = await (await as('anya.analyst')).get(`/intelligence/vetting/${asked?.id}`);
  expect(page.text).toContain('Common nominal');
  reason = 'Van QX19 TIP in four fly-tips; a neighbour of the yard tells us of more';
  const body = { version: 0, answer: 'decline', reason };
  expect(
    (
      await (
        await as('anya.analyst')
      ).api('POST', `${path}/propose`, { ...body, conditions: ['no-deposits'] })
    ).status,
  ).toBe(422);
  await call('anya.analyst', 'POST', `${path}/propose`, body, 200);
  // Not by whoever proposed, and not by the analyst.
  expect((await (await as('anya.analyst')).api('POST', `${path}/authorise`, { version: 1 })).status).toBe(
    403,
  );
  await call('morag.manager', 'POST', `${path}/authorise`, { version: 1 }, 200);
  expect((await (await as('morag.manager')).api('POST', `${path}/authorise`, { version: 2 })).status).toBe(
    409,
  );
});

test('3. the answer crosses on the day of its round, with every other answer, and no earlier', async () => {
  await answered(roofer.firmName, 'conditions', { conditions: ['inspect-jobs'] });
  await days.restAnswered();
  for (const day of ['2026-12-03', '2026-12-09']) {
    clock.set(`${day}T06:00:00Z`);
    await performScheduled(days.world, clock, 'answer-vetting');
    expect((await look(tipper)).vetting?.answer).toBeNull();
  }
  clock.set('2026-12-10T09:00:00Z');
  await performScheduled(days.world, clock, 'answer-vetting');
  const [known, unknown] = [await look(tipper), await look(roofer)];
  expect(known.vetting).toEqual({
    ...{
      askedOn: '2026-11-20',
      answersOn: '2026-12-10',
      answer: 'decline',
      conditions: [],
      answeredOn: '2026-12-10',
    },
  });
  expect(unknown.vetting?.answer).toBe('conditions');
  const home = await (await as('vita.vetting')).get('/home');
  expect(home.text).toContain('Vetting is answered: decide');
});

test('✔ R17 sees no intelligence text: no page, answer, letter or log of the scheme holds a word of it', async () => {
  const vita = await as('vita.vetting');
  const file = await look(tipper);
  const refusedAccept = await vita.api('POST', `/api/v1/traders/${file.id}/steps/accept`, {
    version: file.version,
  });
  expect(refusedAccept.text).toContain('The answer is decline');
  const untrue = await vita.api('POST', `/api/v1/traders/${file.id}/steps/refuse`, {
    ...{ version: file.version, ground: 'insurance', reason: 'The answer of vetting' },
  });
  expect(untrue.text).toContain('Every check is met');
  const done = await step(file, 'refuse', { ground: 'fit-and-proper', reason: 'The answer of vetting' });
  expect(done).toMatchObject({ status: 'refused', ground: 'fit-and-proper', appealUntil: '2027-01-07' });
  expect(done.payments.map(({ kind, refundedOn }) => [kind, refundedOn])).toEqual([
    ['membership', '2026-12-10'],
    ['vetting', null],
  ]);
  expect(done.letters.map(({ kind, format }) => `${kind} ${format}`).sort()).toEqual([
    'refusal docx',
    'refusal pdf',
  ]);
  const told = [
    (await vita.api('GET', `/api/v1/traders/${file.id}`)).text,
    (await vita.get(`/traders/${file.id}`)).text,
    (await vita.get(`/traders/${file.id}/letters/refusal/1/docx`)).text,
    (await vita.get('/home')).text,
    (await vita.get('/traders')).text,
  ].join('\n');
  for (const words of [
    reason,
    'four fly-tips',
    'neighbour',
    'Common nominal',
    'common nominal',
    'Anya',
    'Morag',
  ])
    expect(told).not.toContain(words);
  // The intelligence side does not exist for them, and other agencies have no file.
  const [asked] = await days.world.sql<{ id: string }>(
    'select id from dissemination.vetting_request order by id limit 1',
  );
  expect((await vita.get(`/intelligence/vetting/${asked?.id}`)).status).toBe(403);
  expect((await vita.api('GET', '/api/v1/intelligence/vetting')).status).toBe(403);
  expect((await (await as('imran.intel')).api('GET', `/api/v1/traders/${file.id}`)).status).toBe(403);
  expect((await (await as('callum.safety')).get(`/traders/${file.id}`)).status).toBe(403);
  const rows = await days.world.sql<{ detail: string }>(
    "select a.detail::text from platform.audit_entry a join platform.account c on c.officer_id = a.officer_id where c.username = 'vita.vetting'",
  );
  expect(rows.map(({ detail }) => detail).join('\n')).not.toContain('QX19');
});

test('a stolen operations connection reads neither the reason, nor whom was asked about, nor an answer before its round', async () => {
  const grants = await days.world.sql<{ table: string }>(
    `select t.table_schema || '.' || t.table_name as table from information_schema.tables t
     where has_table_privilege('bailiwick_ops', t.table_schema || '.' || t.table_name, 'select') and t.table_name like '%vetting%' order by 1`,
  );
  // The answers alone, and that something was asked; an answer is written into that table in its round.
  expect(grants.map(({ table }) => table)).toEqual([
    'dissemination.vetting_answer',
    'dissemination.vetting_request',
  ]);
  const [late] = await days.world.sql<{ n: number }>(
    'select count(*)::int as n from dissemination.vetting_answer a join dissemination.vetting_request r on r.id = a.request_id where a.answered_on <> r.answers_on',
  );
  expect(late?.n).toBe(0);
});

test('accepted with conditions: a letter, a year, the public’s list; no address and no person on it', async () => {
  const done = await step(named(roofer), 'accept');
  expect(done).toMatchObject({
    status: 'member',
    memberFrom: '2026-12-10',
    memberUntil: '2027-12-09',
    conditions: ['inspect-jobs'],
  });
  const open = await days.world.nobody.get('/checked-traders?trade=roofing');
  expect(open.status).toBe(200);
  expect(open.text).toContain(roofer.firmName);
  for (const words of [tipper.firmName, roofer.address, 'Simon Slate', roofer.phone])
    expect(open.text).not.toContain(words);
  const api = await days.world.nobody.api('GET', '/api/v1/checked-traders');
  expect(api.text).toContain(roofer.firmName);
  expect(api.text).not.toContain('960456');
});

test('complaints upheld bring a review; a suspended firm leaves the public’s list; expelled and appealed, by somebody else', async () => {
  const file = await look(roofer);
  const path = `/api/v1/traders/${file.id}/complaints`;
  for (const words of ['Left the roof open', 'Asked for all of it before the work']) {
    const { complaints } = await call<ShownTrader>('vita.vetting', 'POST', path, {
      receivedOn: '2026-12-10',
      words,
    });
    const open = complaints.find(({ outcome }) => outcome === null);
    await call(
      'vita.vetting',
      'POST',
      `${path}/${open?.id}/decide`,
      { outcome: 'upheld', words: 'No reply' },
      200,
    );
  }
  const page = await (await as('vita.vetting')).get(`/traders/${file.id}`);
  expect(page.text).toContain('2 complaints were upheld in the last year');
  expect((await step(file, 'suspend', { ground: 'complaints', reason: 'Two upheld' })).status).toBe(
    'suspended',
  );
  expect((await days.world.nobody.get('/checked-traders')).text).not.toContain(roofer.firmName);
  expect((await step(file, 'lift', { reason: 'Put right' })).status).toBe('member');
  expect((await step(file, 'expel', { ground: 'terms', reason: 'Again' })).status).toBe('expelled');
  await step(file, 'appeal', { reason: 'They say it was put right' });
  const own = await (await as('vita.vetting')).api('POST', `/api/v1/traders/${file.id}/steps/reject-appeal`, {
    ...{ version: (await look(roofer)).version, reason: 'It stands' },
  });
  expect(own.text).toContain('ask a colleague');
  expect((await step(file, 'reject-appeal', { reason: 'It stands' }, 'tess.trading')).status).toBe(
    'expelled',
  );
  // Allowed: the firm is vetted anew, and nobody may be asked about earlier.
  await step(file, 'appeal', { reason: 'New papers' });
  const anew = await step(file, 'allow-appeal', { reason: 'Heard again' }, 'tess.trading');
  expect(anew).toMatchObject({
    status: 'checking',
    round: 2,
    vetting: { askedOn: '2026-12-10', answer: null },
  });
});

test('the year that ran is given back; a renewal opens 60 days before its end, is vetted again, and follows on it', async () => {
  const file = named(roofer);
  await checked(file, everyCheck);
  await answered(roofer.firmName, 'proceed');
  clock.set('2026-12-31T09:00:00Z');
  await performScheduled(days.world, clock, 'answer-vetting');
  expect(await step(file, 'accept')).toMatchObject({
    status: 'member',
    memberUntil: '2027-12-09',
    conditions: [],
  });
  const early = await (await as('vita.vetting')).api('POST', `/api/v1/traders/${file.id}/steps/renew`, {
    version: (await look(roofer)).version,
  });
  expect(early.text).toContain('It can be renewed from 10 October 2027');
  clock.set('2027-10-11T09:00:00Z');
  expect((await (await as('vita.vetting')).get('/home')).text).toContain(
    'The membership ends soon: renew it?',
  );
  const renewing = await step(file, 'renew');
  expect(renewing).toMatchObject({
    status: 'renewing',
    round: 3,
    vetting: { answersOn: '2027-10-28', answer: null },
  });
  // A member until the last day, and then on no list.
  expect((await days.world.nobody.get('/checked-traders')).text).toContain(roofer.firmName);
  for (const [kind, pounds] of [
    ['vetting', 60],
    ['membership', 240],
  ])
    await call('vita.vetting', 'POST', `/api/v1/traders/${file.id}/payments`, {
      ...{ kind, pounds, paidOn: '2027-10-11', paymentReference: 'TILL-2' },
    });
  await checked(file, everyCheck);
  await answered(roofer.firmName, 'proceed');
  clock.set('2027-10-28T09:00:00Z');
  await performScheduled(days.world, clock, 'answer-vetting');
  expect(await step(file, 'accept')).toMatchObject({ status: 'member', memberUntil: '2028-12-09' });
  clock.set('2028-12-10T09:00:00Z');
  expect((await days.world.nobody.get('/checked-traders')).text).not.toContain(roofer.firmName);
  expect((await step(file, 'lapse')).status).toBe('lapsed'); // The figures of the scheme are counted from these steps, for whoever keeps it.
  const { json } = await (await as('tess.trading')).api(
    'GET',
    '/api/v1/figures?from=2026-11-01&to=2028-12-10',
  );
  const { figures } = json as { figures: { code: string; now: { words: string } }[] }; // the shape is the declaration's
  expect(
    figures.filter(({ code }) => code.startsWith('P-03')).map(({ code, now }) => [code, now.words]),
  ).toEqual([
    // Accepted once with conditions, once after the appeal, once renewed; one declined, one expelled.
    ['P-03', '3'],
    ['P-03a', '1'],
    ['P-03b', '1'],
    ['P-03c', '2 of 3 (66.7%)'],
  ]);
});
