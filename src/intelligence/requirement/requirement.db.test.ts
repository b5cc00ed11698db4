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

interface Strategy {
  id: string;
  number: number;
  isInForce: boolean;
  endsOn: string;
  lookAgainOn: string;
  priorities: {
    id: string;
    title: string;
    requirements: { reference: string; items: number }[];
    products: { reference: string }[];
  }[];
}
const strategy = '/intelligence/strategy';
const agreed = {
  ...{ version: 1, agreedOn: '2026-11-18', agreedBy: 'The tasking meeting', startsOn: '2026-11-20' },
};
const first = { title: 'Unsafe heaters', kinds: ['unsafe-goods'], enforcement: 'Seize them' };
let kept: Strategy;

test('a control strategy has at most six priorities, names nobody, and is tied to what the unit needs to know', async () => {
  clock.set('2026-11-20T10:00:00Z');
  const other = await made<Requirement>(morag, requirements, { ...asking, question: 'Who imports heaters?' });
  const priorities = [
    { ...first, requirements: [other.reference.toLowerCase()] },
    { title: 'Tipping', kinds: ['waste'] },
  ];
  await refused(anya, strategy, { ...agreed, priorities }, 403);
  const seven = Array.from({ length: 7 }, (_, n) => ({ title: `Priority ${n}` }));
  for (const [more, words] of [
    [{ priorities: [] }, 'at least one priority'],
    [{ priorities: seven }, '6 priorities at the most'],
    [{ priorities: [{ ...first, title: 'Stop Rita Seller' }] }, 'Items name Rita Seller'],
    [{ priorities: [{ ...first, requirements: 'IR-NONE' }] }, 'no requirement IR-NONE'],
    [{ priorities: [{ ...first, kinds: ['weather'] }] }, 'from the list'],
    [{ priorities, agreedOn: '2026-11-21', startsOn: '2026-11-22' }, 'agreed by today'],
    [{ priorities, startsOn: '2026-11-17' }, 'at the earliest'],
  ] as const)
    expect(await refused(morag, strategy, { ...agreed, ...more })).toContain(words);
  kept = await made<Strategy>(morag, strategy, { ...agreed, priorities });
  expect([kept.number, kept.isInForce, kept.endsOn, kept.lookAgainOn]).toEqual([
    ...[2, true, '2027-11-19', '2027-05-20'],
  ]);
  expect(kept.priorities.map(({ title, requirements: tied }) => [title, tied.length])).toEqual([
    ['Unsafe heaters', 1],
    ['Tipping', 0],
  ]);
  // Whoever had the form open when this version was agreed is told so.
  expect(await refused(morag, strategy, { ...agreed, priorities }, 409)).toContain('Another version');
});

test('items and products show the priority that they answer, and why; the queue shows the highest', async () => {
  const heater = await made<{ id: string; reference: string }>(imran, '/intelligence/items', {
    ...{ receivedHow: 'complaint', title: 'Unsafe heater', body: 'It is unsafe and it burnt.' },
  });
  const tied = await made<{ id: string; reference: string }>(imran, '/intelligence/items', {
    ...{ receivedHow: 'complaint', title: 'A lorry', body: 'A lorry at the docks.' },
  });
  const [requirement] = kept.priorities[0]?.requirements ?? [];
  const [row] = await sql<{ id: string }>('select id from intelligence.requirement where reference = $1', [
    requirement?.reference,
  ]);
  await done(anya, `${requirements}/${row?.id}/items`, { itemReference: tied.reference });
  expect((await page(imran, `/intelligence/items/${heater.id}`)).text).toContain(
    'Unsafe heaters (by its words: Counterfeit and unsafe goods)',
  );
  const lorry = (await page(imran, `/intelligence/items/${tied.id}`)).text;
  expect(lorry).toContain(`it answers ${requirement?.reference}, as somebody said`);
  expect(lorry).toContain('Who imports heaters?');
  expect(await look(imran, `/intelligence/items/${tied.id}`)).toMatchObject({
    requirements: [{ reference: requirement?.reference }],
    priorities: [{ position: 1, requirements: [requirement?.reference], kinds: [] }],
  });
  expect((await page(imran, '/intelligence?words=lorry')).text).toMatch(
    /Strategy 1<span[^>]*>: Unsafe heaters/,
  );
  const [ready] = await sql<{ paragraph: string; agency: string }>(
    `select p.id as paragraph, (select id from directory.agency where code = 'WEND') as agency from intelligence.paragraph p
     join intelligence.item i on i.id = p.item_id where i.reference = 'I-SAMP-003'`,
  );
  const drafted = {
    ...{ title: 'Heaters', paragraphs: [ready?.paragraph], gateway: 'cda-s115', purpose: 'To stop them' },
    ...{ deadline: '2026-12-04', agencies: [ready?.agency] },
  };
  expect(await refused(anya, '/intelligence/packages', { ...drafted, priorityId: row?.id })).toContain(
    'Choose a priority',
  );
  const product = await made<{ id: string; reference: string }>(anya, '/intelligence/packages', {
    ...{ ...drafted, priorityId: kept.priorities[0]?.id },
  });
  expect((await page(anya, `/intelligence/packages/${product.id}`)).text).toContain(
    'Priority 1, Unsafe heaters (control strategy 2)',
  );
  const shown = await look<Strategy>(anya, `${strategy}/${kept.id}`);
  expect(shown.priorities[0]?.products.map(({ reference }) => reference)).toEqual([product.reference]);
  expect(shown.priorities[0]?.requirements[0]?.items).toBe(1);
});

test('a version is never rewritten, and holds until the next one does; none of it leaves the unit', async () => {
  const ids = await days.idsOf(morag);
  const intel = { ...ids, login: 'bailiwick_intel' } as const;
  for (const change of [
    'update intelligence.strategy set words = $$x$$',
    'update intelligence.priority set title = $$x$$',
    'delete from intelligence.priority_requirement',
  ])
    expect(await saidOn(intel, change)).toContain('permission denied');
  const next = await made<Strategy>(morag, strategy, {
    ...{ ...agreed, version: 2, startsOn: '2026-12-01', priorities: [{ title: 'Scams', kinds: ['scams'] }] },
  });
  expect([next.number, next.isInForce]).toEqual([3, false]);
  clock.set('2027-05-31T10:00:00Z');
  expect((await page(morag, '/home')).text).not.toContain('Control strategy to look at again');
  clock.set('2027-06-01T10:00:00Z');
  expect((await page(morag, '/home')).text).toContain('Control strategy to look at again');
  expect((await page(olu, '/home')).text).not.toContain('Control strategy');
  clock.set('2026-12-02T10:00:00Z');
  const versions = (await look<{ strategies: Strategy[] }>(anya, strategy)).strategies;
  expect(versions.map(({ number, isInForce }) => [number, isInForce])).toEqual([
    [3, true],
    [2, false],
    [1, false],
  ]);
  expect((await look<Strategy>(anya, `${strategy}/${kept.id}`)).priorities).toHaveLength(2);
  const paper = await page(anya, `${strategy}/${kept.id}/files/pdf`);
  expect([paper.status, paper.contentType]).toEqual([200, 'application/pdf']);
  expect((await page(morag, `${strategy}/new`)).text).toContain('Scams');
  const theirs = await days.idsOf(olu);
  expect(await saidOn({ ...theirs, login: 'bailiwick_intel' }, 'select * from intelligence.strategy')).toBe(
    0,
  );
  for (const path of [strategy, `${strategy}/${kept.id}`]) expect((await asked(olu, path)).status).toBe(403);
  expect((await page(olu, `${strategy}/${kept.id}/files/pdf`)).status).toBe(403);
});
