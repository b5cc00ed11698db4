import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type Visitor, type World } from '../../../test/support/world.ts';

/** Commissions (S1-25 to S1-29): two sides, one answer, and what never crosses. */
let world: World;
const people = new Map<string, Visitor>();
const as = (name: string): Visitor => people.get(name) as Visitor; // signed in below
beforeAll(async () => {
  world = await openWorld({ name: 'commissions' });
  for (const name of [
    'olu.officer',
    'tess.trading',
    'rowan.reception',
    'anya.analyst',
    'imran.intel',
    'morag.manager',
  ])
    people.set(name, await world.as(name));
});
afterAll(() => world.close());

interface Told {
  outcome: string;
  address: string;
  postcode: string;
  confidence: string | null;
  assetWords: string;
  conditions: string[];
  checks: string[];
}
interface CommissionJson {
  id: string;
  version: number;
  status: string;
  answer: Told | null;
  work: (Told & { findings: string }) | null;
  recoveries: { pence: number }[];
  pricePence: number | null;
  award: string | null;
  steps: string[];
}
const at = (id: string) => `/api/v1/commissions/${id}`;
const look = async (who: string, id: string) => (await as(who).api('GET', at(id))).json as CommissionJson; // the declaration's shape
const debtor = {
  ...{ kind: 'debtor', subjectKind: 'person', name: 'Dora Debtor', more: '1970-02-03', owed: '12,000' },
  ...{ purpose: 'A loan of 2015 that was not paid back', legalBasis: 'court-order' },
};
const give = async (given: object = {}) => {
  const answer = await as('tess.trading').api('POST', '/api/v1/commissions', { ...debtor, ...given });
  expect(answer.status, answer.text).toBe(201);
  return answer.json as CommissionJson;
};
const step = async (who: string, id: string, given: object) => {
  const { version } = await look(who, id);
  return as(who).api('POST', `${at(id)}/step`, { version, ...given });
};
const stepped = async (who: string, id: string, given: object) => {
  const answer = await step(who, id, given);
  expect(answer.status, answer.text).toBe(200);
  return answer.json as CommissionJson;
};
const found = {
  ...{
    action: 'propose',
    outcome: 'traced',
    address: '4 New Street',
    postcode: 'qm1 1aa',
    confidence: 'high',
  },
  ...{
    assetKind: 'vehicle',
    assetWords: 'QX17 ABC',
    minutes: 90,
    findings: 'An informant saw her van there on Monday',
  },
};
const traced = async (given: object = {}, proposal: object = {}) => {
  const { id } = await give(given);
  await stepped('anya.analyst', id, { ...found, ...proposal });
  await stepped('morag.manager', id, { action: 'authorise' });
  return id;
};

test('a debtor is commissioned, traced by one and authorised by another; the service reads the answer and nothing of how', async () => {
  for (const [given, words] of [
    [{ owed: '' }, 'Enter what is owed'],
    [{ kind: 'person' }, 'Only a debtor owes'],
    [{ kind: 'grant', owed: '', decidesOn: '2026-01-05' }, 'The day must be to come'],
    [{ more: 'about 1970' }, 'eight marks of a company number'],
  ] as const) {
    const refused = await as('tess.trading').api('POST', '/api/v1/commissions', { ...debtor, ...given });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain(words);
  }
  expect((await as('imran.intel').api('POST', '/api/v1/commissions', debtor)).status).toBe(403);
  const { id } = await give();
  expect((await look('anya.analyst', id)).steps).toEqual(['propose']);
  for (const [given, words] of [
    [{ outcome: 'proceed' }, 'no answer to this kind'],
    [{ postcode: '' }, 'full postcode'],
    [{ confidence: '' }, 'how sure'],
    [{ findings: '' }, 'for the unit'],
    [{ outcome: 'not-traced' }, 'go with “Traced” alone'],
  ] as const) {
    const refused = await step('anya.analyst', id, { ...found, ...given });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain(words);
  }
  expect((await step('morag.manager', id, { action: 'authorise' })).text).toContain('an answer is proposed');
  await stepped('anya.analyst', id, found);
  // Until it is authorised whoever asked sees no difference.
  expect(await look('tess.trading', id)).toMatchObject({
    status: 'asked',
    answer: null,
    work: null,
    steps: ['withdraw'],
  });
  expect((await step('anya.analyst', id, { action: 'authorise' })).status).toBe(403);
  await stepped('morag.manager', id, { action: 'authorise' });
  const read = await as('tess.trading').api('GET', at(id));
  expect((read.json as CommissionJson).answer).toMatchObject({
    ...{
      outcome: 'traced',
      address: '4 New Street',
      postcode: 'QM1 1AA',
      confidence: 'high',
      assetWords: 'QX17 ABC',
    },
  });
  const page = await as('tess.trading').get(`/commissions/${id}`);
  expect(page.text).toContain('4 New Street, QM1 1AA');
  for (const { text } of [read, page]) {
    expect(text).not.toContain('informant');
    expect(text).not.toContain('Anya');
  }
  expect((await look('anya.analyst', id)).work?.findings).toContain('informant');
  expect((await as('olu.officer').api('GET', at(id))).status).toBe(404);
  expect((await as('rowan.reception').api('GET', at(id))).status).toBe(403);
});

test('sums that came in, the price and its payment: M-02 for the service, M-02a for the unit', async () => {
  const id = await traced({ name: 'Peter Payer' });
  expect(
    (await step('tess.trading', id, { action: 'recover', pounds: '100', onDay: '2027-01-01' })).text,
  ).toContain('to come');
  await stepped('tess.trading', id, { action: 'recover', pounds: '4,000', onDay: '2026-11-18' });
  await stepped('tess.trading', id, { action: 'recover', pounds: '6000.50', onDay: '2026-11-19' });
  expect((await look('tess.trading', id)).recoveries.map(({ pence }) => pence)).toEqual([400_000, 600_050]);
  expect((await step('morag.manager', id, { action: 'paid', onDay: '2026-11-19' })).text).toContain(
    'Charge for it first',
  );
  await stepped('morag.manager', id, { action: 'charge', pounds: '250' });
  await stepped('morag.manager', id, { action: 'paid', onDay: '2026-11-19' });
  expect((await step('morag.manager', id, { action: 'charge', pounds: '1' })).status).toBe(422);
  expect((await look('tess.trading', id)).pricePence).toBe(25_000);
  const figure = async (who: string, code: string) =>
    (
      (await as(who).api('GET', `/api/v1/figures/${code}?period=2026-27-Q3`)).json as {
        now: { value: number };
      }
    ).now?.value;
  expect(await figure('tess.trading', 'M-02')).toBe(10_000.5);
  expect(await figure('anya.analyst', 'M-02a')).toBe(250);
  // What the unit is not told: how much came in. What another service is not told: anything.
  expect((await look('anya.analyst', id)).recoveries).toEqual([]);
  // Of the street scene service there is one sample, of 500 pounds, and nothing of this.
  expect(await figure('olu.officer', 'M-02')).toBe(500);
  expect((await stepped('tess.trading', id, { action: 'close' })).steps).toEqual(['again']);
});

test('a grant is decided after the checks and not before; conditions and checks cross from closed lists', async () => {
  const { id } = await give({
    kind: 'grant',
    owed: '',
    decidesOn: '2026-12-04',
    subjectKind: 'organisation',
    name: 'Made Up Bakers',
    more: '',
  });
  const early = await step('tess.trading', id, { action: 'award', award: 'awarded' });
  expect(early.status).toBe(409);
  expect(early.text).toContain('after the checks are answered');
  const checked = {
    action: 'propose',
    outcome: 'conditions',
    minutes: 45,
    findings: 'Its director owes the tipper',
    checks: ['insolvency=found'],
  };
  expect((await step('anya.analyst', id, checked)).text).toContain('one or more');
  const both = { ...checked, conditions: ['stages'], checks: ['insolvency=found', 'insolvency=clear'] };
  expect((await step('anya.analyst', id, both)).text).toContain('one result for each check');
  await stepped('anya.analyst', id, { ...checked, conditions: ['stages'] });
  await stepped('morag.manager', id, { action: 'authorise' });
  expect((await look('tess.trading', id)).answer).toMatchObject({
    outcome: 'conditions',
    conditions: ['stages'],
    checks: ['insolvency=found'],
  });
  expect(
    (await step('tess.trading', id, { action: 'recover', pounds: '5', onDay: '2026-11-19' })).text,
  ).toContain('about a debt');
  expect(await stepped('tess.trading', id, { action: 'award', award: 'awarded' })).toMatchObject({
    status: 'closed',
    award: 'awarded',
  });
  const refused = await give({ name: 'Somebody Else' });
  expect(await stepped('morag.manager', refused.id, { action: 'refuse', refusedFor: 'basis' })).toMatchObject(
    { status: 'refused' },
  );
  expect((await as('tess.trading').get(`/commissions/${refused.id}`)).text).toContain(
    'The power named does not allow it',
  );
});

test('✘ an address that must stay hidden never comes out to a debt collector, and nobody is told that it was withheld', async () => {
  const [record] = await world.sql<{ id: string }>(
    `select r.id from records.received_record r where r.kind = 'person' and r.handling = 'ordinary' order by r.id limit 1`,
  );
  await world.sql(
    "insert into records.exact_key (kind, value, record_id) values ('name-born', 'hana hidden 1985-06-07', $1), ('address', '7 refuge row QM9 9ZZ', $1) on conflict do nothing",
    [record?.id],
  );
  await world.sql(
    'update records.received_record set label = \'Hana Hidden\', fields = fields || \'{"name": "Hana Hidden", "address": "7 Refuge Row", "postcode": "QM9 9ZZ"}\' where id = $1',
    [record?.id],
  );
  await world.sql(
    'insert into records.hidden_address (record_id, is_marked, since) values ($1, true, now())',
    [record?.id],
  );
  const refuge = { address: 'Flat 2, 7 Refuge Row', postcode: 'qm99zz' };
  const cases = {
    'by her key, wherever she was traced': await traced(
      { name: 'Hána  Hidden', more: '1985-06-07' },
      { address: '1 Elsewhere', postcode: 'QM1 1AB' },
    ),
    'by her name alone': await traced(
      { name: 'HANA HIDDEN', more: '' },
      { address: '1 Elsewhere', postcode: 'QM1 1AB' },
    ),
    'by the postcode, under another name': await traced({ name: 'Hannah Other', more: '1985-06-08' }, refuge),
    'by an asset that says where': await traced(
      { name: 'Hannah Third', more: '1985-06-09' },
      { address: '', postcode: '', assetKind: 'property', assetWords: 'The lease of 7 Refuge Row QM9 9ZZ' },
    ),
  };
  const nothing = await traced(
    { name: 'Nobody Found', more: '1960-01-01' },
    { outcome: 'not-traced', address: '', postcode: '', assetKind: '', assetWords: '', confidence: '' },
  );
  const bare = async (id: string) => {
    const { answer, status, version, steps } = await look('tess.trading', id);
    return { answer, status, version, steps };
  };
  for (const [how, id] of Object.entries(cases)) {
    expect(await bare(id), how).toEqual(await bare(nothing));
    expect((await as('tess.trading').get(`/commissions/${id}`)).text, how).not.toMatch(
      /Refuge|Elsewhere|QM9|withheld|safeguard|hidden address/i,
    );
    // The unit reads what it proposed, and cannot read what crossed.
    expect(await look('anya.analyst', id), how).toMatchObject({ answer: null, status: 'answered' });
  }
  // Somebody of her name who was born on another day is traced all the same.
  const namesake = await look('tess.trading', await traced({ name: 'Hana Hidden', more: '1999-09-09' }));
  expect(namesake.answer?.outcome).toBe('traced');
});

test('✘ an insider on either login finds no more than the pages show', async () => {
  const id = await traced({ name: 'Ivy Inside' });
  const on = async (side: 'OPS' | 'INTEL', who: string, statement: string) =>
    world.app.databases.inTransaction(side, as(who).viewer, async (db) => {
      return (await sql.raw<object>(statement).execute(db)).rows;
    });
  await expect(on('INTEL', 'anya.analyst', 'select * from dissemination.commission_answer')).rejects.toThrow(
    'permission denied',
  );
  await expect(on('OPS', 'tess.trading', 'select * from intelligence.commission_work')).rejects.toThrow(
    'permission denied',
  );
  await expect(
    on('OPS', 'tess.trading', "select dissemination.leads_to_hidden('a', null, null, 'b')"),
  ).rejects.toThrow('permission denied');
  await expect(
    on('INTEL', 'anya.analyst', "select dissemination.leads_to_hidden('a', null, null, 'b')"),
  ).rejects.toThrow('permission denied');
  await expect(
    on('OPS', 'tess.trading', `select dissemination.answer_commission('${id}', '2026-11-20')`),
  ).rejects.toThrow('permission denied');
  expect(await on('OPS', 'olu.officer', `select * from dissemination.commission where id = '${id}'`)).toEqual(
    [],
  );
  expect(
    await on(
      'OPS',
      'olu.officer',
      `select * from dissemination.commission_answer where commission_id = '${id}'`,
    ),
  ).toEqual([]);
});

test('a trace is asked for again, once, as a round of its own: both answers stay, and the unit begins with what it found', async () => {
  const first = await give({ name: 'Rhona Again', more: '1971-05-06' });
  expect((await step('tess.trading', first.id, { action: 'again', why: 'She moved' })).status).toBe(409);
  const answer = { action: 'propose', findings: 'Nothing under the name', minutes: 30 };
  await stepped('anya.analyst', first.id, { ...answer, outcome: 'not-traced' });
  await stepped('morag.manager', first.id, { action: 'authorise' });
  const again = { action: 'again', why: 'Her sister says that she is back' };
  // Another service finds nothing to ask again, on its own connection either; nor is it the unit's step.
  expect((await step('morag.manager', first.id, again)).status).toBe(422);
  const { viewer } = as('olu.officer');
  const stolen = await world.app.databases.inTransaction('OPS', viewer, (db) =>
    sql<{
      is: boolean;
    }>`select dissemination.commission_again(${first.id}, gen_random_uuid(), 'CM-STOLEN', 'Why', '2026-11-20') as is`.execute(
      db,
    ),
  );
  expect(stolen.rows).toEqual([{ is: false }]);
  expect((await step('tess.trading', first.id, { ...again, why: '' })).text).toContain(
    'Say why it is asked again',
  );
  const { followedById } = (await (
    await step('tess.trading', first.id, again)
  ).json) as { followedById: string }; // the declaration's shape
  const second = await look('anya.analyst', followedById);
  expect(second).toMatchObject({
    status: 'asked',
    followsId: first.id,
    subjectLabel: 'Rhona Again, 1971-05-06',
    owedPence: 1200000,
  });
  expect((await look('anya.analyst', first.id)).work?.findings).toBe('Nothing under the name');
  expect((await step('tess.trading', first.id, again)).status).toBe(422);
  await stepped('anya.analyst', followedById, {
    ...{ ...answer, outcome: 'traced', address: '4 Return Row', postcode: 'QM1 1AA', confidence: 'medium' },
  });
  await stepped('morag.manager', followedById, { action: 'authorise' });
  expect((await look('tess.trading', followedById)).answer).toMatchObject({
    outcome: 'traced',
    address: '4 Return Row',
  });
  expect((await look('tess.trading', first.id)).answer).toMatchObject({ outcome: 'not-traced' });
  expect((await as('tess.trading').get(`/commissions/${followedById}`)).text).toContain(
    `/commissions/${first.id}`,
  );
});
