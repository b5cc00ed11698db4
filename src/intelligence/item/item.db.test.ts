import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { wordsOf } from '../../../test/support/pages.ts';
import { bodyOf, type ItemJson, unitWorld } from '../../../test/support/unit.ts';

const unit = unitWorld('intelligence');
const { add } = unit;
const gradeOf = (given: object) => ({
  ...{ version: 1, sourceEvaluation: '2', assessment: 'C', handling: 'P', riskToSource: 'no' },
  ...given,
});

describe('a partner’s form', () => {
  test('is written and never read again: its sender sees a reference, a day, and whether it was of use', async () => {
    const sent = await unit.olu.post('/intelligence-forms', {
      body: 'A man in Harbour Road burns cables at night. His van is QX19 ZTB.',
      howKnown: 'told',
      howKnownWords: 'The tenant of number 4',
      fears: 'no',
    });
    expect(sent.status).toBe(303);
    const list = await unit.olu.get('/intelligence-forms');
    expect(list.text).toMatch(/I-[A-Z0-9]{4}-[A-Z0-9]{3}/);
    for (const words of ['cables', 'QX19', 'tenant']) expect(list.text).not.toContain(words);
    for (const words of ['cables', 'QX19 ZTB', 'burns cables'])
      expect((await unit.olu.get(`/search?q=${encodeURIComponent(words)}`)).text).toContain(
        'Nothing found that you',
      );
    const [row] = await unit.world.sql<{ id: string; status: string; paragraphs: number }>(
      "select i.id, i.status, (select count(*)::int from intelligence.paragraph p where p.item_id = i.id) as paragraphs from intelligence.item i where body like '%cables%'",
    );
    expect(row).toMatchObject({ status: 'received', paragraphs: 1 });
    expect((await unit.olu.get(`/intelligence/items/${row?.id}`)).status).toBe(403);
    expect(
      (await unit.morag.post(`/intelligence/items/${row?.id}/feedback`, { feedback: 'used' })).status,
    ).toBe(303);
    expect((await unit.olu.get('/intelligence-forms')).text).toContain('Used');
    const entries = await unit.world.sql<{ detail: string }>(
      "select detail::text || coalesce(record_id, '') as detail from platform.audit_entry where event = 'intelligence-form.sent'",
    );
    expect(entries.length).toBeGreaterThan(0);
    expect(entries.map(({ detail }) => detail).join()).not.toContain(row?.id);
  });

  test('that names whoever sent it is taken, marked for the unit, and tells its sender nothing more', async () => {
    const name = unit.olu.viewer.kind === 'officer' ? unit.olu.viewer.name : '';
    await unit.olu.post('/intelligence-forms', {
      ...{ body: `${name} is paid by the tipper of Slag Lane.`, howKnown: 'told' },
      ...{ howKnownWords: 'A letter that I was handed', fears: 'no' },
    });
    const [item] = await unit.world.sql<{ id: string; reference: string; paragraph: string }>(
      "select i.id, i.reference, p.id as paragraph from intelligence.item i join intelligence.paragraph p on p.item_id = i.id where i.body like '%Slag Lane%'",
    );
    const [olu] = await unit.world.sql<{ email: string }>(
      "select o.email from directory.officer o join platform.account a on a.officer_id = o.id where a.username = 'olu.officer'",
    );
    const page = await unit.morag.get(`/intelligence/items/${item?.id}`);
    expect(wordsOf(page.text)).toContain(`It names whoever sent it, ${name}.`);
    const told = await unit.morag.post(`/intelligence/items/${item?.id}/feedback`, { feedback: 'used' });
    expect(told.status).toBe(422);
    expect(wordsOf(told.text)).toContain('they go on reading that it was received');
    const receipts = await unit.olu.get('/intelligence-forms');
    expect(receipts.text).toContain(item?.reference);
    expect(receipts.text).not.toContain('Slag Lane');
    // A package of it goes to others, and not to them.
    const draft = await unit.imran.api('POST', '/api/v1/intelligence/packages', {
      ...{ title: 'Slag Lane', paragraphs: [item?.paragraph], gateway: 'cda-s115', deadline: '2026-12-04' },
      ...{ purpose: 'To stop tipping', officers: olu?.email },
    });
    expect(draft.text).toContain(`${name} sent an item of this package that names them`);
  });

  test('of fifty megabytes of words is refused in words, by the form and by the API', async () => {
    const fifty = 'Fifty megabytes of words. '.repeat(2_000_000);
    const before = await unit.world.sql('select count(*)::int as n from intelligence.item');
    const form = await unit.olu.post('/intelligence-forms', { body: fifty, howKnown: 'seen', fears: 'no' });
    expect([form.status, wordsOf(form.text)]).toEqual([413, expect.stringContaining('too large')]);
    const item = { receivedHow: 'complaint', title: 'Long', body: fifty };
    const api = await unit.imran.api('POST', '/api/v1/intelligence/items', item);
    expect([api.status, api.text]).toEqual([413, expect.stringContaining('too large')]);
    // What a request may hold, and no item does.
    const less = await unit.imran.api('POST', '/api/v1/intelligence/items', {
      ...{ ...item, body: fifty.slice(0, 1_900_000) },
    });
    expect([less.status, less.text]).toEqual([422, expect.stringContaining('characters or fewer')]);
    expect(await unit.world.sql('select count(*)::int as n from intelligence.item')).toEqual(before);
  });

  test('a report that is passed on is in the queue once, without who sent it, and says nothing to whoever passed it', async () => {
    const { world, olu, imran } = unit;
    const [report] = await world.sql<{ id: string; reference: string }>(
      `update intake.report set is_anonymous = true, description = 'Zorba sells vapes to children' where id = (select r.id from intake.report r join directory.officer o
         on o.agency_id = r.owner_agency_id join platform.account a on a.officer_id = o.id where a.username = 'olu.officer' and not r.is_sensitive order by r.reference limit 1)
       returning id, reference`,
    );
    const page = `/reports/${report?.id}`;
    const passed = () =>
      world.sql(
        "select received_how, body, how_known, submitted_agency_id is not null as is_told from intelligence.item where body like 'Zorba%'",
      );
    const before = (await olu.get(page)).text;
    expect(before).toContain('Pass it on');
    const answers = [
      await olu.api('POST', `/api/v1${page}/pass-on`),
      await olu.api('POST', `/api/v1${page}/pass-on`),
    ];
    expect(answers.map(({ status, json }) => [status, json])).toEqual([
      [200, { isPassedOn: true }],
      [200, { isPassedOn: true }],
    ]);
    expect(await passed()).toMatchObject([
      { received_how: 'anonymous', how_known: expect.stringContaining(report?.reference ?? '') },
    ]);
    expect((await imran.get('/intelligence?words=Zorba')).text).toContain('Zorba');
    // Neither the report nor the list of forms tells that it went.
    const plain = (text: string) =>
      text
        .replaceAll(/csrf[^>]*>/g, '')
        .replaceAll(/ value="[^"]*"/g, '')
        .replaceAll(/nonce-[^"' ]*/g, '');
    expect(plain((await olu.get(page)).text)).toBe(plain(before));
    expect((await olu.get('/intelligence-forms')).text).not.toContain('Zorba');
    // Another agency's officer cannot, nor a statement in somebody's name about a report of another agency.
    expect((await (await world.as('sadia.safeguarding')).api('POST', `/api/v1${page}/pass-on`)).status).toBe(
      404,
    );
    const { sql } = await import('kysely');
    const [other] = await world.sql<{ id: string }>(
      'select id from intake.report where owner_agency_id <> (select owner_agency_id from intake.report where id = $1) and received_by_agency_id <> (select owner_agency_id from intake.report where id = $1) limit 1',
      [report?.id],
    );
    const [forged] = await world.app.databases.inTransaction('OPS', olu.viewer, async (db) => {
      const given = JSON.stringify({
        id: other?.id,
        reportId: other?.id,
        reference: 'I-FORGED',
        title: 'x',
        body: 'x',
        howKnown: '',
        knownWhen: '',
        fearsForSource: false,
        fearsWords: '',
        priority: 1,
        paragraphs: [],
        mentions: [],
        eventId: other?.id,
      });
      return (
        await sql<{
          done: boolean;
        }>`select dissemination.submit(${given}::jsonb, now(), current_date) as done`.execute(db)
      ).rows;
    });
    expect(forged?.done).toBe(false);
  });

  test('says what is missing, and where', async () => {
    const answer = await unit.olu.post('/intelligence-forms', { body: '', howKnown: 'told', fears: 'yes' });
    expect(answer.text).toContain('Say what you know');
    const risky = await unit.olu.post('/intelligence-forms', {
      body: 'Something',
      howKnown: 'told',
      fears: 'yes',
    });
    expect(risky.text).toContain('Say who could come to harm');
  });

  test('a login outside cannot say that it came otherwise, or from a colleague', async () => {
    const { viewer } = unit.olu;
    await expect(
      unit.world.app.databases.inTransaction('OPS', viewer, async (db) => {
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
    const refused = await unit.imran.api('POST', at, gradeOf({ handling: 'C' }));
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Handling C needs its conditions');
    const page = await unit.imran.post(
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
    const kept = await unit.imran.api('POST', at, gradeOf(codeC));
    expect(kept.status).toBe(200);
    expect(bodyOf<ItemJson>(kept).status).toBe('received');
    await expect(
      unit.world.sql("update intelligence.paragraph set conditions = '' where id = $1", [
        item.paragraphs[1]?.id,
      ]),
    ).rejects.toThrow('paragraph_code_c');
  });

  test('regrading needs why, and every grade stays in the history', async () => {
    const item = await add({ title: 'One line', body: 'He takes cash.' });
    const at = `/api/v1/intelligence/items/${item.id}/paragraphs/${item.paragraphs[0]?.id}/grade`;
    expect(bodyOf<ItemJson>(await unit.imran.api('POST', at, gradeOf({}))).status).toBe('graded');
    expect((await unit.imran.api('POST', at, gradeOf({ version: 2, assessment: 'B' }))).text).toContain(
      'say why',
    );
    const again = await unit.imran.api(
      'POST',
      at,
      gradeOf({ version: 2, assessment: 'B', why: 'Corroborated' }),
    );
    const after = bodyOf<ItemJson>(again);
    expect(after.gradings).toHaveLength(2);
    expect(after.gradings.map(({ why }) => why)).toContain('Corroborated');
    expect((await unit.imran.api('POST', at, gradeOf({ version: 2, why: 'Late' }))).status).toBe(409);
    expect((await unit.imran.get(`/intelligence/items/${item.id}`)).text).toContain('from 2CP to 2BP');
  });

  test('a grade that wants a why shows the error in its own field, and not in that of the return', async () => {
    const { id, paragraphs } = await add({ title: 'One', body: 'He sells alarms.' });
    const at = `/intelligence/items/${id}/paragraphs/${paragraphs[0]?.id}/grade`;
    const typed = { ...gradeOf({}), version: '1' };
    expect((await unit.morag.post(at, typed)).status).toBe(303);
    const { text } = await unit.morag.post(at, { ...typed, version: '2', assessment: 'B' });
    expect(text).toContain('id="return-why"');
    expect(text.match(/id="[a-z-]*-error"/g)).toEqual(['id="why-error"']);
  });

  test('an item is ready when it is graded, has text that may cross, and is linked', async () => {
    const item = await add({ title: 'Three needs', body: 'Rings from 07700 900321.' });
    const at = `/api/v1/intelligence/items/${item.id}`;
    const grade = `${at}/paragraphs/${item.paragraphs[0]?.id}/grade`;
    await unit.imran.api('POST', grade, gradeOf({}));
    const ready = async (version: number) => unit.imran.api('POST', `${at}/ready`, { version });
    expect((await ready(2)).text).toContain('may cross');
    await unit.imran.api('POST', grade, gradeOf({ version: 2, sanitised: 'A roofer.', why: 'Text added' }));
    expect((await ready(2)).text).toContain('linked to nobody');
    await unit.imran.api('POST', `${at}/links`, { linkKind: 'phone', label: '07700 900321' });
    expect(bodyOf<ItemJson>(await ready(2)).status).toBe('ready');
    const returned = await unit.morag.api('POST', `${at}/return`, {
      version: 3,
      reason: 'names-source',
      why: 'Names the caller',
      by: '2026-11-27',
    });
    expect(bodyOf<ItemJson>(returned).status).toBe('returned');
    expect(
      (
        await unit.imran.api('POST', `${at}/return`, {
          version: 4,
          reason: 'other',
          why: 'Again',
          by: '2026-11-27',
        })
      ).status,
    ).toBe(422);
    expect(bodyOf<ItemJson>(await unit.imran.api('POST', `${at}/correct`, { version: 4 })).status).toBe(
      'graded',
    );
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
    const wrong = await unit.imran.post(`/intelligence/items/${item.id}/parts`, {
      version: '1',
      body: 'Other words',
    });
    expect(wrong.text).toContain('the words stay as they came');
    await unit.imran.post(`/intelligence/items/${item.id}/parts`, {
      version: '1',
      body: 'One thing.\n\nAnother thing.',
    });
    expect(bodyOf<ItemJson>(await unit.imran.api('GET', at)).paragraphs).toHaveLength(2);
  });
});

describe('a long item', () => {
  const bodies = Array.from({ length: 45 }, (_, n) => `Paragraph ${n + 1} of what he said.`);
  test('keeps every paragraph, however many', async () => {
    const item = await add({ title: 'Long', body: bodies.join('\n\n') });
    const kept = item.paragraphs as unknown as { body: string }[]; // the shape is the declaration's
    expect(kept.map(({ body }) => body)).toEqual(bodies);
    expect((await unit.imran.get(`/intelligence/items/${item.id}`)).text).toContain(
      'Paragraph 45 of what he said.',
    );
  });

  test('that lost paragraphs before has them put back, ungraded, once', async () => {
    const { id } = await add({ title: 'Cut', body: bodies.join('\n\n') });
    await unit.world.sql('delete from intelligence.paragraph where item_id = $1 and position >= 40', [id]);
    const mend = await readFile('db/migrations/20261126T0210_intelligence_whole-items.sql', 'utf8');
    for (const _ of ['once', 'again']) await unit.world.sql(mend);
    const paragraphs = await unit.world.sql<{ body: string }>(
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
    const twins = bodyOf<ItemJson>(
      await unit.imran.api('GET', `/api/v1/intelligence/items/${first.id}`),
    ).twins;
    expect(twins.find(({ shared }) => shared.length > 0)?.shared).toEqual(['07700 900654']);
    expect(twins.some(({ likeness }) => (likeness ?? 0) >= 0.5)).toBe(true);
    const same = await unit.imran.api('POST', `/api/v1/intelligence/items/${other.id}/same`, {
      version: 1,
      of: first.id,
    });
    expect(bodyOf<ItemJson>(same).status).toBe('duplicate');
    const back = await unit.imran.api('POST', `/api/v1/intelligence/items/${other.id}/not-same`, {
      version: 2,
    });
    expect(bodyOf<ItemJson>(back).status).toBe('received');
    expect(third.id).not.toBe(first.id);
  });

  test('pages by cursor through everything once, urgent first', async () => {
    for (let n = 0; n < 30; n += 1)
      await add({ title: `Item ${n}`, body: `Body ${n}`, priority: n % 2 ? 1 : 4 });
    const seen: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const answer = await unit.imran.get(`/intelligence?status=all${next && `&after=${next}`}`);
      seen.push(
        ...[...answer.text.matchAll(/\/intelligence\/items\/([0-9a-f-]{36})/g)].map(([, id]) => id ?? ''),
      );
      next = /[?&;]after=([\w-]+)"[^>]*rel="next"/.exec(answer.text)?.[1] ?? null;
      if (seen.length > 500) break;
    }
    const [all] = await unit.world.sql<{ n: number }>('select count(*)::int as n from intelligence.item');
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(all?.n ?? -1);
    const found = bodyOf<{ items: { title: string }[] }>(
      await unit.imran.api('GET', '/api/v1/intelligence/items?words=guttering&status=all'),
    );
    expect(found.items.map(({ title }) => title).sort()).toEqual(['Guttering', 'Widow']);
  });
});

test('a search finds what waits, however many newer items say the same, and says when it lists the newest alone', async () => {
  const old = await add({ title: 'Old item that waits', body: 'Said of the culvert.' });
  await unit.world.sql(
    "update intelligence.item set received_at = '2019-01-01' where title = 'Old item that waits'",
  );
  await unit.world.sql(
    `insert into intelligence.item (id, reference, agency_id, received_how, received_at, title, body, priority, status)
     select gen_random_uuid(), 'I-CULVERT-' || n, i.agency_id, 'feed', '2020-01-01', 'Newer', 'Said of the culvert.', 3, 'ready'
     from intelligence.item i, generate_series(1, 500) n where i.title = 'Old item that waits'`,
  );
  const search = async (query: string) =>
    bodyOf<{ items: { id: string }[]; isCut: boolean }>(
      await unit.imran.api('GET', `/api/v1/intelligence/items?words=culvert${query}`),
    );
  const waiting = await search('');
  expect(waiting.items.map(({ id }) => id)).toEqual([old.id]);
  expect(waiting.isCut).toBe(false);
  expect((await search('&status=all')).isCut).toBe(true);
  const page = await unit.imran.get('/intelligence?status=all&words=culvert');
  expect(page.text).toContain('More than 500 items say this');
  // Nothing of these is left to the tests that count.
  await unit.world.sql("delete from intelligence.item where reference like 'I-CULVERT-%'");
});

test('a number that many items hold names the newest few, and how many there are', async () => {
  const body = 'Rings from 07700 900787.';
  const items: ItemJson[] = [];
  for (let n = 0; n < 24; n += 1) items.push(await add({ title: `Same number ${n}`, body }));
  for (const { id } of items)
    await unit.imran.api('POST', `/api/v1/intelligence/items/${id}/links`, {
      linkKind: 'phone',
      label: '07700 900787',
    });
  const at = `/api/v1/intelligence/items/${items[0]?.id}`;
  const { links } = bodyOf<{ links: { others: unknown[]; othersCount: number }[] }>(
    await unit.imran.api('GET', `${at}/links`),
  );
  expect(links.map(({ others, othersCount }) => [others.length, othersCount])).toEqual([[10, 23]]);
  expect((await unit.imran.get(`/intelligence/items/${items[0]?.id}`)).text).toContain('and 13 more');
  expect(bodyOf<ItemJson>(await unit.imran.api('GET', at)).twins).toHaveLength(20);
});
