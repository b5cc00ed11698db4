import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type Visitor, type World } from '../../test/support/world.ts';

let world: World;
let dana: Visitor;
let agencyId: string;
beforeAll(async () => {
  world = await openWorld({ name: 'law' });
  dana = await world.as('dana.directory');
  const [row] = await world.sql<{ id: string }>("select id::text from directory.agency where code = 'WEND'");
  agencyId = row?.id ?? '';
});
afterAll(() => world.close());

interface Adopted {
  id: string;
  agencyName: string;
  offence: string;
  amountPence: number;
  validFrom: string;
  validTo: string | null;
}
interface Law {
  id: string;
  offence: string;
  status: string;
  marking: string;
  validFrom: string | null;
  validTo: string | null;
  maxPence: number;
}
const law = async () =>
  (await dana.api('GET', '/api/v1/law/penalties')).json as { laws: Law[]; adopted: Adopted[] };
const flyTips = async () => {
  const [own] = await world.sql<{ name: string }>('select name from directory.agency where id = $1', [
    agencyId,
  ]);
  return (await law()).adopted.filter((row) => row.agencyName === own?.name && row.offence === 'fly-tipping');
};
const given = {
  ...{ offence: 'fly-tipping', amount: '500', early: '300', earlyDays: '10', windowDays: '14' },
  ...{ validFrom: '2027-04-01', minute: 'Cabinet 12 March 2027, minute 41', reason: 'A new minute' },
};
const adopt = (fields: Record<string, unknown> = {}) =>
  dana.api('POST', '/api/v1/law/penalties/adopted', { ...given, agencyId, ...fields });
const wrong = (answer: { json: unknown }): string[] =>
  (answer.json as { problems?: { field: string }[] }).problems?.map((p) => p.field) ?? [];
const idOf = (answer: { json: unknown }): string => (answer.json as { id: string }).id;

describe('an adopted amount', () => {
  test('is refused where the law of its first day, or the past, says no', async () => {
    const { laws } = await law();
    const unlawful = laws.find(
      (row) => !laws.some((other) => other.offence === row.offence && other.status === 'active'),
    )?.offence;
    const cases: [Record<string, unknown>, string][] = [
      [{ amount: '1001' }, 'amount'],
      [{ amount: '0' }, 'amount'],
      [{ amount: '12.345' }, 'amount'],
      [{ amount: 'lots' }, 'amount'],
      [{ early: '500' }, 'early'],
      [{ early: '' }, 'early'],
      [{ earlyDays: '' }, 'earlyDays'],
      [{ earlyDays: '20' }, 'earlyDays'],
      [{ windowDays: '3' }, 'windowDays'],
      [{ validFrom: '2026-11-20' }, 'validFrom'],
      [{ validFrom: '2019-06-01', amount: '300', early: '200' }, 'validFrom'],
      [{ validFrom: 'soon' }, 'validFrom'],
      [{ offence: unlawful }, 'validFrom'],
      [{ offence: 'murder' }, 'offence'],
      [{ agencyId: 'x' }, 'agencyId'],
      [{ minute: '' }, 'minute'],
      [{ reason: '' }, 'reason'],
    ];
    const before = await law();
    for (const [fields, field] of cases) {
      const answer = await adopt(fields);
      expect([answer.status, wrong(answer)[0]], JSON.stringify(fields)).toEqual([422, field]);
    }
    expect(await law()).toEqual(before);
  });

  test('takes over from its first day, and is taken back before it', async () => {
    const before = await flyTips();
    const made = await adopt();
    expect(made.status).toBe(201);
    const after = await flyTips();
    expect(after).toHaveLength(before.length + 1);
    const old = before.at(-1);
    expect(after.find((row) => row.id === old?.id)).toMatchObject({ validTo: '2027-03-31' });
    expect(after.find((row) => row.id === idOf(made))).toMatchObject({ amountPence: 50_000, validTo: null });
    // A second on the same day, and one that is laid before it.
    expect(wrong(await adopt())).toEqual(['validFrom']);
    const between = await adopt({ validFrom: '2027-01-01', amount: '450' });
    expect((await flyTips()).find((row) => row.id === idOf(between))).toMatchObject({
      validTo: '2027-03-31',
    });
    const withdraw = (answer: { json: unknown }) =>
      dana.api('POST', `/api/v1/law/penalties/adopted/${idOf(answer)}/withdraw`, {
        reason: 'It was called in',
      });
    // The later one was laid against it: they are taken back in the other order.
    expect((await withdraw(made)).text).toContain('law.followed');
    expect((await withdraw(between)).status).toBe(200);
    expect((await withdraw(made)).status).toBe(200);
    expect(await flyTips()).toEqual(before);
  });

  test('that has begun stays', async () => {
    const [begun] = await flyTips();
    const answer = await dana.api('POST', `/api/v1/law/penalties/adopted/${begun?.id}/withdraw`, {
      reason: 'A mistake',
    });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('law.past');
  });

  test('is looked at before it is saved, and kept in the history', async () => {
    const form = { ...given, agencyId, validFrom: '2027-06-01' };
    const look = await dana.post('/law/penalties/adopted/add', { ...form, go: 'preview' });
    expect(look.text).toContain('Nothing is saved yet');
    expect(look.text).toContain('No notice that was issued is touched');
    expect((await flyTips()).some((row) => row.validFrom === '2027-06-01')).toBe(false);
    expect((await dana.post('/law/penalties/adopted/add', { ...form, go: 'save' })).status).toBe(303);
    const page = await dana.get('/law/penalties');
    expect(page.text).toContain('A new minute');
    expect(page.text).toContain('Take back');
    const lost = await dana.post('/law/penalties/adopted/add', { ...form, amount: '2000', go: 'save' });
    expect(lost.status).toBe(422);
    expect(lost.text).toContain('Cabinet 12 March 2027, minute 41');
  });

  test('changes no notice that was issued, and judges a draft by the day of its offence', async () => {
    const olu = await world.as('olu.officer');
    const sum = async () =>
      (
        await world.sql<{ sum: string }>(
          "select md5(string_agg(id::text || coalesce(amount_pence, 0) || coalesce(adopted_id::text, ''), ',' order by id)) as sum from enforcement.penalty where status <> 'draft'",
        )
      )[0]?.sum;
    const before = await sum();
    const amountOn = async (offenceOn: string) => {
      const draft = await olu.api('POST', '/api/v1/penalties', { offence: 'fly-tipping', offenceOn });
      return (await olu.get(`/penalties/${idOf(draft)}`)).text;
    };
    const [now] = (await flyTips()).filter((row) => row.validFrom <= '2026-11-01').slice(-1);
    expect(await amountOn('2026-11-01')).toContain(`£${(now?.amountPence ?? 0) / 100}`);
    await adopt({ validFrom: '2026-11-21', amount: '777', early: '', earlyDays: '' });
    expect(await amountOn('2026-11-01')).not.toContain('£777');
    expect(await sum()).toBe(before);
  });
});

describe('a row of the law', () => {
  test('that no source was found for is off, and is switched on with a reason where no other holds', async () => {
    const { laws } = await law();
    expect(
      laws.filter(
        (row) => row.marking === 'general-knowledge' && row.status === 'active' && row.validTo === null,
      ),
    ).toEqual([]);
    const row = laws.find(
      (each) =>
        each.status === 'off' &&
        !laws.some((other) => other.offence === each.offence && other.status === 'active'),
    );
    const path = `/api/v1/law/penalties/rows/${row?.id}`;
    const body = {
      validFrom: '2027-01-01',
      confirmedWords: 'The order as made',
      reason: 'Confirmed by the solicitor',
    };
    expect(wrong(await dana.api('POST', `${path}/switch-on`, { ...body, reason: '' }))).toEqual(['reason']);
    expect((await dana.api('POST', `${path}/switch-on`, body)).status).toBe(200);
    expect((await law()).laws.find((each) => each.id === row?.id)).toMatchObject({
      ...{ status: 'active', validFrom: '2027-01-01' },
    });
    expect((await dana.api('POST', `${path}/take-back`, { reason: 'Too soon' })).status).toBe(200);
    expect((await law()).laws.find((each) => each.id === row?.id)).toEqual(row);
    expect((await dana.api('POST', `${path}/take-back`, { reason: 'Too soon' })).status).toBe(422);
  });

  test('that follows another ends it the day before, and gives it back', async () => {
    const { laws } = await law();
    const row = laws.find((each) => each.status === 'awaiting-confirmation');
    const held = laws.find(
      (each) => each.offence === row?.offence && each.status === 'active' && each.validTo === null,
    );
    const path = `/law/penalties/rows/${row?.id}`;
    const form = {
      validFrom: '2027-04-01',
      confirmedWords: 'The regulations as made',
      reason: 'They are in force',
    };
    const look = await dana.post(`${path}/switch-on`, { ...form, go: 'preview' });
    expect(look.text).toContain('Nothing is saved yet');
    expect(
      (await dana.post(`${path}/switch-on`, { ...form, validFrom: '2026-01-01', go: 'save' })).status,
    ).toBe(422);
    expect((await dana.post(`${path}/switch-on`, { ...form, go: 'save' })).status).toBe(303);
    expect((await law()).laws.find((each) => each.id === held?.id)).toMatchObject({ validTo: '2027-03-31' });
    expect((await dana.post(`${path}/take-back`, { reason: 'Put off', go: 'save' })).status).toBe(303);
    expect((await law()).laws).toEqual(laws);
  });

  test('is for the administrator alone to keep', async () => {
    const olu = await world.as('olu.officer');
    expect((await olu.get('/law/penalties')).text).not.toContain('Record an adopted amount');
    expect((await olu.get('/law/penalties/adopted/add')).status).toBe(403);
    expect((await olu.api('POST', '/api/v1/law/penalties/adopted', { ...given, agencyId })).status).toBe(403);
  });
});
