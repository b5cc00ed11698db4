import { expect, test } from 'vitest';
import { journey } from '../../../test/support/journey.ts';

/** Intelligence requirements, by `/api/v1`: what crosses to whoever may send a form, and what stays. */
const days = journey('requirements', '2026-11-20T10:00:00Z');
const { asked, clock, done, look, made, page, refused, saidOn, sql, tried } = days;
const [anya, imran, morag, olu] = ['anya.analyst', 'imran.intel', 'morag.manager', 'olu.officer'];
const requirements = '/intelligence/requirements';

interface Requirement {
  id: string;
  reference: string;
  version: number;
  items: number;
  overduePlans: number;
  plan: { id: string; result: string | null }[];
  answeredBy: { id: string; reference: string }[];
}
const asking = {
  question: 'Who sells unsafe heaters at the market?',
  ...{ lookFor: 'No brand on the box', why: 'A fire on Tuesday', shownUntil: '2026-12-20' },
};
const shownTo = async (who: string) =>
  (await look<{ requirements: { question: string }[] }>(who, '/intelligence-requirements')).requirements.map(
    ({ question }) => question,
  );
let one: Requirement;
const on = (part: string) => `${requirements}/${one.id}/${part}`;

test('what crosses is the question and what to look for; why it is asked does not', async () => {
  await refused(anya, requirements, asking, 403);
  one = await made<Requirement>(morag, requirements, asking);
  for (const who of [olu, 'sadia.safeguarding', 'aled.auditor', anya])
    expect(await shownTo(who)).toContain(asking.question);
  const form = (await page(olu, '/intelligence-forms/new')).text;
  expect(form).toContain('Who sells unsafe heaters');
  expect(form).toContain('No brand on the box');
  expect(form).not.toContain('A fire on Tuesday');
  expect((await asked(olu, `${requirements}/${one.id}`)).status).toBe(403);
});

test('nobody is named in it, and nobody is asked to find anything out', async () => {
  const item = await made<{ id: string }>(imran, '/intelligence/items', {
    ...{ receivedHow: 'complaint', title: 'Heater', body: 'Bought from Rita Seller.' },
  });
  const link = { linkKind: 'person', label: 'Rita Seller', more: '1970-01-01', role: 'subject' };
  await tried(imran, `/intelligence/items/${item.id}/links`, link);
  for (const [more, words] of [
    [{ question: 'What does rita seller sell?' }, 'Items name Rita Seller'],
    [{ lookFor: 'Rings from 07700 900123' }, 'leave out'],
    [{ lookFor: 'At QM1 1AA' }, 'leave out'],
    [{ lookFor: 'Ask her to find out where he stores it' }, 'Nobody is asked'],
    [{ shownUntil: '2026-11-19' }, 'within a year'],
    [{ shownUntil: '2028-01-01' }, 'within a year'],
  ] as const)
    expect(await refused(morag, requirements, { ...asking, ...more })).toContain(words);
});

test('the plan and what answers it are the unit’s; the same item twice is one', async () => {
  one = await done<Requirement>(anya, on('plan'), {
    ...{ words: 'Complaints since August', ownerWords: 'Analyst', dueOn: '2026-11-27' },
  });
  clock.set('2026-11-30T09:00:00Z');
  expect((await look<Requirement>(anya, `${requirements}/${one.id}`)).overduePlans).toBe(1);
  one = await done<Requirement>(anya, on(`plan/${one.plan[0]?.id}/result`), { result: 'Three, one stall' });
  await refused(anya, on(`plan/${one.plan[0]?.id}/result`), { result: 'Again' }, 409);
  const [item] = await sql<{ id: string; reference: string }>(
    "select id, reference from intelligence.item where title = 'Heater'",
  );
  await done(imran, on('items'), { itemReference: item?.reference.toLowerCase() });
  one = await done<Requirement>(imran, on('items'), { itemReference: item?.reference });
  expect([one.items, one.answeredBy.map(({ id }) => id)]).toEqual([1, [item?.id]]);
  expect(await refused(imran, on('items'), { itemReference: 'I-NONE-000' })).toContain(
    'no item of this reference',
  );
  one = await done<Requirement>(imran, on(`items/${item?.id}/remove`), {});
  expect(one.items).toBe(0);
});

test('it is changed under its version, and shown no more after its day or once it is ended', async () => {
  await refused(morag, on('change'), { ...asking, version: one.version + 5 }, 409);
  one = await done<Requirement>(morag, on('change'), {
    ...asking,
    question: 'Who sells heaters?',
    version: one.version,
  });
  expect(await shownTo(olu)).toContain('Who sells heaters?');
  clock.set('2026-12-20T12:00:00Z');
  expect(await shownTo(olu)).toContain('Who sells heaters?');
  clock.set('2026-12-21T12:00:00Z');
  expect(await shownTo(olu)).not.toContain('Who sells heaters?');
  one = await done<Requirement>(morag, on('change'), {
    ...{ ...asking, question: 'Who sells heaters?', shownUntil: '2027-03-01', version: one.version },
  });
  expect(await shownTo(olu)).toContain('Who sells heaters?');
  await done(morag, on('end'), { version: one.version, endWhy: 'Seized' });
  expect(await shownTo(olu)).not.toContain('Who sells heaters?');
  await refused(anya, on('plan'), { words: 'More of it', ownerWords: 'Analyst', dueOn: '2027-01-01' }, 409);
});

test('on another connection the tables are shut; another unit’s are its own', async () => {
  const { agency } = await days.idsOf(imran);
  for (const table of ['requirement', 'requirement_plan', 'requirement_item'])
    expect(await saidOn({ agency }, `select 1 from intelligence.${table}`)).toMatch(/permission denied/);
  const elsewhere = { agency: (await days.idsOf('callum.safety')).agency, login: 'bailiwick_intel' } as const;
  expect(await saidOn(elsewhere, 'select 1 from intelligence.requirement')).toBe(0);
  expect(await saidOn(elsewhere, "update intelligence.requirement set question = 'Hello'")).toBe(0);
});
