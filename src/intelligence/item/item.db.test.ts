import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type Visitor, type World } from '../../../test/support/world.ts';

let world: World;
let imran: Visitor;
let morag: Visitor;
let olu: Visitor;

interface ItemJson {
  id: string;
  version: number;
  status: string;
  paragraphs: { id: string; version: number; grade: { handling: string } | null; legacyWords: string[] }[];
  gradings: { before: unknown; why: string }[];
  twins: { reference: string; shared: string[]; likeness: number | null }[];
}
const bodyOf = <T>(answer: { json: unknown }): T => answer.json as T; // the shape is the declaration's

beforeAll(async () => {
  world = await openWorld({ name: 'intelligence' });
  [imran, morag, olu] = [
    await world.as('imran.intel'),
    await world.as('morag.manager'),
    await world.as('olu.officer'),
  ];
});
afterAll(() => world.close());

const add = async (body: object): Promise<ItemJson> =>
  bodyOf(await imran.api('POST', '/api/v1/intelligence/items', { receivedHow: 'complaint', ...body }));
const gradeOf = (given: object) => ({
  ...{ version: 1, sourceEvaluation: '2', assessment: 'C', handling: 'P', riskToSource: 'no' },
  ...given,
});

describe('a partner’s form', () => {
  test('is written and never read again: its sender sees a reference, a day, and whether it was of use', async () => {
    const sent = await olu.post('/intelligence-forms', {
      body: 'A man in Harbour Road burns cables at night. His van is QX19 ZTB.',
      howKnown: 'told',
      howKnownWords: 'The tenant of number 4',
      fears: 'no',
    });
    expect(sent.status).toBe(303);
    const list = await olu.get('/intelligence-forms');
    expect(list.text).toMatch(/I-[A-Z0-9]{4}-[A-Z0-9]{3}/);
    for (const words of ['cables', 'QX19', 'tenant']) expect(list.text).not.toContain(words);
    for (const words of ['cables', 'QX19 ZTB', 'burns cables'])
      expect((await olu.get(`/search?q=${encodeURIComponent(words)}`)).text).toContain(
        'Nothing found that you',
      );
    const [row] = await world.sql<{ id: string; status: string; paragraphs: number }>(
      "select i.id, i.status, (select count(*)::int from intelligence.paragraph p where p.item_id = i.id) as paragraphs from intelligence.item i where body like '%cables%'",
    );
    expect(row).toMatchObject({ status: 'received', paragraphs: 1 });
    expect((await olu.get(`/intelligence/items/${row?.id}`)).status).toBe(403);
    expect((await morag.post(`/intelligence/items/${row?.id}/feedback`, { feedback: 'used' })).status).toBe(
      303,
    );
    expect((await olu.get('/intelligence-forms')).text).toContain('Used');
    const entries = await world.sql<{ detail: string }>(
      "select detail::text || coalesce(record_id, '') as detail from platform.audit_entry where event = 'intelligence-form.sent'",
    );
    expect(entries.length).toBeGreaterThan(0);
    expect(entries.map(({ detail }) => detail).join()).not.toContain(row?.id);
  });

  test('says what is missing, and where', async () => {
    const answer = await olu.post('/intelligence-forms', { body: '', howKnown: 'told', fears: 'yes' });
    expect(answer.text).toContain('Say what you know');
    const risky = await olu.post('/intelligence-forms', {
      body: 'Something',
      howKnown: 'told',
      fears: 'yes',
    });
    expect(risky.text).toContain('Say who could come to harm');
  });

  test('a login outside cannot say that it came otherwise, or from a colleague', async () => {
    const { viewer } = olu;
    await expect(
      world.app.databases.inTransaction('OPS', viewer, async (db) => {
        const { sql } = await import('kysely');
        await sql`select * from intelligence.item`.execute(db);
      }),
    ).rejects.toThrow(/permission denied for schema intelligence/);
  });
});

describe('grading', () => {
  test('code C without conditions is refused at each field, and kept once they are there', async () => {
    const item = await add({ title: 'Cash roofer', body: 'He takes cash.\n\nHis brother keeps the money.' });
    expect(item.paragraphs).toHaveLength(2);
    const at = `/api/v1/intelligence/items/${item.id}/paragraphs/${item.paragraphs[1]?.id}/grade`;
    const refused = await imran.api('POST', at, gradeOf({ handling: 'C' }));
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Handling C needs its conditions');
    const page = await imran.post(
      `/intelligence/items/${item.id}/paragraphs/${item.paragraphs[1]?.id}/grade`,
      gradeOf({ handling: 'C', version: '1' }) as unknown as Record<string, string>, // every value is text here
    );
    expect(page.text).toContain('Handling C needs an action code');
    expect(page.text).toContain('govuk-error-summary');
    const codeC = {
      handling: 'C',
      conditions: 'Ring the unit first',
      actionCode: 'A1',
      sanitisationCode: 'S2',
    };
    const kept = await imran.api('POST', at, gradeOf(codeC));
    expect(kept.status).toBe(200);
    expect(bodyOf<ItemJson>(kept).status).toBe('received');
    await expect(
      world.sql("update intelligence.paragraph set conditions = '' where id = $1", [item.paragraphs[1]?.id]),
    ).rejects.toThrow('paragraph_code_c');
  });

  test('regrading needs why, and every grade stays in the history', async () => {
    const item = await add({ title: 'One line', body: 'He takes cash.' });
    const at = `/api/v1/intelligence/items/${item.id}/paragraphs/${item.paragraphs[0]?.id}/grade`;
    expect(bodyOf<ItemJson>(await imran.api('POST', at, gradeOf({}))).status).toBe('graded');
    expect((await imran.api('POST', at, gradeOf({ version: 2, assessment: 'B' }))).text).toContain('say why');
    const again = await imran.api('POST', at, gradeOf({ version: 2, assessment: 'B', why: 'Corroborated' }));
    const after = bodyOf<ItemJson>(again);
    expect(after.gradings).toHaveLength(2);
    expect(after.gradings.map(({ why }) => why)).toContain('Corroborated');
    expect((await imran.api('POST', at, gradeOf({ version: 2, why: 'Late' }))).status).toBe(409);
    expect((await imran.get(`/intelligence/items/${item.id}`)).text).toContain('from 2CP to 2BP');
  });

  test('a grade that wants a why shows the error in its own field, and not in that of the return', async () => {
    const { id, paragraphs } = await add({ title: 'One', body: 'He sells alarms.' });
    const at = `/intelligence/items/${id}/paragraphs/${paragraphs[0]?.id}/grade`;
    const typed = { ...gradeOf({}), version: '1' };
    expect((await morag.post(at, typed)).status).toBe(303);
    const { text } = await morag.post(at, { ...typed, version: '2', assessment: 'B' });
    expect(text).toContain('id="return-why"');
    expect(text.match(/id="[a-z-]*-error"/g)).toEqual(['id="why-error"']);
  });

  test('an item is ready when it is graded, has text that may cross, and is linked', async () => {
    const item = await add({ title: 'Three needs', body: 'Rings from 07700 900321.' });
    const at = `/api/v1/intelligence/items/${item.id}`;
    const grade = `${at}/paragraphs/${item.paragraphs[0]?.id}/grade`;
    await imran.api('POST', grade, gradeOf({}));
    const ready = async (version: number) => imran.api('POST', `${at}/ready`, { version });
    expect((await ready(2)).text).toContain('may cross');
    await imran.api('POST', grade, gradeOf({ version: 2, sanitised: 'A roofer.', why: 'Text added' }));
    expect((await ready(2)).text).toContain('linked to nobody');
    await imran.api('POST', `${at}/links`, { linkKind: 'phone', label: '07700 900321' });
    expect(bodyOf<ItemJson>(await ready(2)).status).toBe('ready');
    const returned = await morag.api('POST', `${at}/return`, {
      version: 3,
      why: 'Names the caller',
      by: '2026-11-27',
    });
    expect(bodyOf<ItemJson>(returned).status).toBe('returned');
    expect(
      (await imran.api('POST', `${at}/return`, { version: 4, why: 'Again', by: '2026-11-27' })).status,
    ).toBe(422);
    expect(bodyOf<ItemJson>(await imran.api('POST', `${at}/correct`, { version: 4 })).status).toBe('graded');
  });

  test('a 5x5x5 is read in words, and parting keeps the words', async () => {
    const item = await add({
      title: 'Old',
      body: 'One thing. Another thing.',
      receivedHow: 'feed',
      legacyGrade: 'B24',
    });
    expect(item.paragraphs[0]?.legacyWords).toContain('Mostly reliable');
    const at = `/api/v1/intelligence/items/${item.id}`;
    const wrong = await imran.post(`/intelligence/items/${item.id}/parts`, {
      version: '1',
      body: 'Other words',
    });
    expect(wrong.text).toContain('the words stay as they came');
    await imran.post(`/intelligence/items/${item.id}/parts`, {
      version: '1',
      body: 'One thing.\n\nAnother thing.',
    });
    expect(bodyOf<ItemJson>(await imran.api('GET', at)).paragraphs).toHaveLength(2);
  });
});

describe('a long item', () => {
  const bodies = Array.from({ length: 45 }, (_, n) => `Paragraph ${n + 1} of what he said.`);
  test('keeps every paragraph, however many', async () => {
    const item = await add({ title: 'Long', body: bodies.join('\n\n') });
    const kept = item.paragraphs as unknown as { body: string }[]; // the shape is the declaration's
    expect(kept.map(({ body }) => body)).toEqual(bodies);
    expect((await imran.get(`/intelligence/items/${item.id}`)).text).toContain(
      'Paragraph 45 of what he said.',
    );
  });

  test('that lost paragraphs before has them put back, ungraded, once', async () => {
    const { id } = await add({ title: 'Cut', body: bodies.join('\n\n') });
    await world.sql('delete from intelligence.paragraph where item_id = $1 and position >= 40', [id]);
    const mend = await readFile('db/migrations/20261126T0210_intelligence_whole-items.sql', 'utf8');
    for (const _ of ['once', 'again']) await world.sql(mend);
    const paragraphs = await world.sql<{ body: string }>(
      'select body from intelligence.paragraph where item_id = $1 order by position',
      [id],
    );
    expect(paragraphs.map(({ body }) => body)).toEqual(bodies);
  });
});

describe('one queue', () => {
  test('suggests what may be the same, by number and by words', async () => {
    const first = await add({
      title: 'Guttering',
      body: 'Guttering firm pressured an elderly widow in Linden Crescent. 07700 900654',
    });
    const other = await add({
      title: 'Widow',
      body: 'An elderly widow in Linden Crescent was pressured by a guttering firm',
    });
    const third = await add({ title: 'Number', body: 'Call from 07700900654' });
    const twins = bodyOf<ItemJson>(await imran.api('GET', `/api/v1/intelligence/items/${first.id}`)).twins;
    expect(twins.find(({ shared }) => shared.length > 0)?.shared).toEqual(['07700 900654']);
    expect(twins.some(({ likeness }) => (likeness ?? 0) >= 0.5)).toBe(true);
    const same = await imran.api('POST', `/api/v1/intelligence/items/${other.id}/same`, {
      version: 1,
      of: first.id,
    });
    expect(bodyOf<ItemJson>(same).status).toBe('duplicate');
    const back = await imran.api('POST', `/api/v1/intelligence/items/${other.id}/not-same`, { version: 2 });
    expect(bodyOf<ItemJson>(back).status).toBe('received');
    expect(third.id).not.toBe(first.id);
  });

  test('pages by cursor through everything once, urgent first', async () => {
    for (let n = 0; n < 30; n += 1)
      await add({ title: `Item ${n}`, body: `Body ${n}`, priority: n % 2 ? 1 : 4 });
    const seen: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const answer = await imran.get(`/intelligence?status=all${next && `&after=${next}`}`);
      seen.push(
        ...[...answer.text.matchAll(/\/intelligence\/items\/([0-9a-f-]{36})/g)].map(([, id]) => id ?? ''),
      );
      next = /[?&;]after=([\w-]+)"[^>]*rel="next"/.exec(answer.text)?.[1] ?? null;
      if (seen.length > 500) break;
    }
    const [all] = await world.sql<{ n: number }>('select count(*)::int as n from intelligence.item');
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(all?.n ?? -1);
    const found = bodyOf<{ items: { title: string }[] }>(
      await imran.api('GET', '/api/v1/intelligence/items?words=guttering&status=all'),
    );
    expect(found.items.map(({ title }) => title).sort()).toEqual(['Guttering', 'Widow']);
  });
});

test('a number that many items hold names the newest few, and how many there are', async () => {
  const body = 'Rings from 07700 900787.';
  const items: ItemJson[] = [];
  for (let n = 0; n < 24; n += 1) items.push(await add({ title: `Same number ${n}`, body }));
  for (const { id } of items)
    await imran.api('POST', `/api/v1/intelligence/items/${id}/links`, {
      linkKind: 'phone',
      label: '07700 900787',
    });
  const at = `/api/v1/intelligence/items/${items[0]?.id}`;
  const { links } = bodyOf<{ links: { others: unknown[]; othersCount: number }[] }>(
    await imran.api('GET', `${at}/links`),
  );
  expect(links.map(({ others, othersCount }) => [others.length, othersCount])).toEqual([[10, 23]]);
  expect((await imran.get(`/intelligence/items/${items[0]?.id}`)).text).toContain('and 13 more');
  expect(bodyOf<ItemJson>(await imran.api('GET', at)).twins).toHaveLength(20);
});

describe('sources', () => {
  test('the third item in ninety days stops everything that asks for more', async () => {
    const at = async (n: number) => (await add({ title: `Tip ${n}`, body: `Tip number ${n}` })).id;
    const [one, two, three] = [await at(1), await at(2), await at(3)];
    const put = (id: string, source: string) =>
      imran.api('POST', `/api/v1/intelligence/items/${id}/source`, { version: 1, source });
    const first = bodyOf<{ id: string; pseudonym: string; isAdrift: boolean }>(await put(one, 'new'));
    expect(first.pseudonym).toMatch(/^[A-Z][a-z]+ \d{1,2}$/);
    const wanted = (id: string, words: string) =>
      imran.api('POST', `/api/v1/intelligence/items/${id}/wanted`, { version: 2, wanted: words });
    expect((await wanted(one, 'Ask her to find out where he stores it')).text).toContain('Nobody is asked');
    expect((await wanted(one, 'Who keeps the van, from the register')).status).toBe(200);
    expect(bodyOf<{ isAdrift: boolean }>(await put(two, first.id)).isAdrift).toBe(false);
    expect(bodyOf<{ isAdrift: boolean; drift: string }>(await put(three, first.id))).toMatchObject({
      isAdrift: true,
    });
    const stopped = await wanted(two, 'Who keeps the van');
    expect(stopped.status).toBe(422);
    expect(stopped.text).toContain('Status drift: stop, and refer to the authorising officer');
    const page = await imran.get(`/intelligence/items/${two}`);
    expect(page.text).toContain('Status drift');
    expect(page.text).not.toContain('name="wanted"');
  });

  test('a number that is set says on the page from when, by whom and why, and what it was before', async () => {
    expect((await imran.get('/intelligence/sources')).text).toContain('Nobody has set it');
    for (const [value, why] of [
      ['5', 'On trial'],
      ['4', 'Advice of the authorising officer'],
    ] as const)
      expect(
        (await morag.post('/intelligence/sources/numbers', { name: 'drift-items', value, why })).status,
      ).toBe(303);
    const page = (await imran.get('/intelligence/sources')).text;
    expect(page).toMatch(
      /Morag[^<]*: from how many items of one source it is status drift, 4\. Advice of the authorising officer/,
    );
    expect(page).toContain('5. On trial');
    const { numbers } = bodyOf<{ numbers: { value: number }[] }>(
      await imran.api('GET', '/api/v1/intelligence/sources'),
    );
    expect(numbers.map(({ value }) => value).sort()).toEqual([4, 5]);
  });

  test('who a source is opens to the manager alone, with why, and stands in no compartment', async () => {
    const [sample] = await world.sql<{ id: string }>(
      "select id from intelligence.source where pseudonym = 'Heron 12'",
    );
    const at = `/intelligence/sources/${sample?.id}`;
    expect((await imran.post(`${at}/identity/open`, { why: 'I want to know' })).status).toBe(403);
    expect((await morag.get(at)).text).not.toContain('Sal Sampleton');
    const opened = await morag.post(`${at}/identity/open`, { why: 'A threat was reported' });
    expect(opened.text).toContain('Sal Sampleton');
    const [entry] = await world.sql<{ purpose: string }>(
      "select purpose from platform.audit_entry where event = 'source-identity.opened' and outcome = 'done'",
    );
    expect(entry?.purpose).toBe('A threat was reported');
    expect((await morag.post(`${at}/identity`, { name: 'Sal Other', contact: 'By letter' })).status).toBe(
      303,
    );
    expect((await morag.post(`${at}/identity/open`, { why: 'To check it' })).text).toContain('Sal Other');
  });
});

describe('links', () => {
  interface LinksJson {
    links: { label: string; others: { reference: string }[] }[];
    suggested: { kind: string; label: string }[];
    commonNominals: { agencyName: string; label: string }[];
  }
  test('words suggest, a person answers, and a service that holds the same is told of under an agreement', async () => {
    const item = await add({
      title: 'Van',
      body: 'A van AB12 CDE tips rubble. 07700 900555 is on its side, near QM1 1AA.',
    });
    const at = `/api/v1/intelligence/items/${item.id}/links`;
    const before = bodyOf<LinksJson>(await imran.api('GET', at));
    expect(before.suggested.map(({ kind }) => kind).sort()).toEqual(['phone', 'place', 'vehicle']);
    await imran.api('POST', at, { linkKind: 'vehicle', label: 'AB12 CDE', role: 'subject' });
    await imran.api('POST', at, { linkKind: 'place', label: 'QM1 1AA', answer: 'refused' });
    const after = bodyOf<LinksJson>(
      await imran.api('POST', at, { linkKind: 'phone', label: '07700 900555', role: 'subject' }),
    );
    expect(after.suggested).toEqual([]);
    expect(after.links.find(({ label }) => label === '07700 900555')?.others).toHaveLength(1);
    // Wendmere's report of a fly-tip names the same number; Wendmere has an agreement about reports with the county.
    expect(after.commonNominals).toMatchObject([
      { agencyName: 'Wendmere District Council', label: '07700 900555' },
    ]);
    const twice = await imran.api('POST', at, { linkKind: 'phone', label: '07700900555' });
    expect(twice.text).toContain('linked to that already');
    expect((await imran.api('POST', at, { linkKind: 'phone', label: 'none at all' })).status).toBe(422);
    await world.sql(
      "update directory.agreement set ends_on = '2026-11-19' where record_kind in ('report', 'person')",
    );
    const fresh = await world.as('imran.intel');
    expect(bodyOf<LinksJson>(await fresh.api('GET', at)).commonNominals).toEqual([]);
  });
});
