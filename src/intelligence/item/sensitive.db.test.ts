import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { withoutKeys } from '../../../test/support/pages.ts';
import { bodyOf, type ItemJson, unitWorld } from '../../../test/support/unit.ts';

const unit = unitWorld('sensitive');
const api = '/api/v1/intelligence/items';
const ruleOf = (answer: { json: unknown }) => (answer.json as { rule?: string }).rule; // a problem's own shape
const grade = { version: 1, sourceEvaluation: '2', assessment: 'C', handling: 'P', riskToSource: 'no' };
const anya = () => unit.world.as('anya.analyst');
const officerId = (visitor: { viewer: unknown }) => (visitor.viewer as { officerId: string }).officerId; // they are officers
/** What a statement of Imran's own finds on the connection of the unit. */
const asImran = <T>(statement: string): Promise<T[]> =>
  unit.world.app.databases.inTransaction('INTEL', unit.imran.viewer, async (db) => {
    const { rows } = await sql<T>`${sql.raw(statement)}`.execute(db);
    return rows;
  });

describe('a sensitive item', () => {
  test('is for the manager and whom they name: elsewhere nothing tells of it, on a stolen connection either', async () => {
    const item = await unit.add({
      title: 'Zephyrine tells on a colleague',
      body: 'Zephyrine says that an officer here warns traders. 07700 900808.',
    });
    const at = `${api}/${item.id}`;
    await unit.imran.api('POST', `${at}/links`, { linkKind: 'phone', label: '07700 900808' });
    const twin = await unit.add({ title: 'The same number', body: 'Rings from 07700 900808.' });
    const opened = await unit.imran.api('POST', `${at}/paragraphs/${item.paragraphs[0]?.id}/grade`, grade);
    expect(bodyOf<ItemJson>(opened).status).toBe('graded');
    const analyst = await anya();
    expect((await analyst.get(`/intelligence/items/${twin.id}`)).text).toContain(item.id);

    // Who shuts it stays on it; who else reads it is the manager's.
    const { version } = bodyOf<ItemJson>(await unit.imran.api('GET', at));
    const shut = await unit.imran.api('POST', `${at}/sensitive`, {
      ...{ version, act: 'mark', sensitiveWhy: 'It names somebody of the unit' },
    });
    expect(shut.json).toMatchObject({ isSensitive: true, sensitiveReaders: [officerId(unit.imran)] });
    const own = await unit.imran.api('POST', `${at}/sensitive`, {
      ...{ version: version + 1, act: 'end', sensitiveWhy: 'No' },
    });
    expect(own.status).toBe(422);
    const named = {
      version: version + 1,
      act: 'remove',
      officerId: officerId(unit.imran),
      sensitiveWhy: 'It is about him',
    };
    const removed = await unit.morag.api('POST', `${at}/sensitive`, named);
    expect(removed.json).toMatchObject({ sensitiveReaders: [] });
    expect((await unit.morag.api('POST', `${at}/sensitive`, named)).status).toBe(409);
    expect((await unit.morag.api('POST', `${at}/sensitive`, { ...named, version: version + 2 })).status).toBe(
      422,
    );

    // Its own queue: the manager's has it, nobody else's, and the ordinary one no more.
    const queue = (query: string) => `/intelligence?status=all&${query}`;
    expect((await unit.morag.get(queue('queue=sensitive'))).text).toContain('Zephyrine');
    expect((await unit.morag.get(queue(''))).text).not.toContain('Zephyrine');
    for (const visitor of [unit.imran, analyst]) {
      for (const path of [queue(''), queue('queue=sensitive'), queue('words=Zephyrine')])
        expect([path, (await visitor.get(path)).text.includes('Zephyrine tells')]).toEqual([path, false]);
      expect((await visitor.get(`/intelligence/items/${item.id}`)).status).toBe(404);
      const other = await visitor.get(`/intelligence/items/${twin.id}`);
      expect([other.status, other.text.includes(item.id)]).toEqual([200, false]);
    }
    expect((await unit.morag.get(queue('words=Zephyrine'))).text).toContain('Zephyrine tells');

    for (const [table, column] of [
      ...(['paragraph', 'link', 'mention', 'item_event', 'grading'] as const).map((name) => [
        name,
        'item_id',
      ]),
      ['item', 'id'],
    ])
      expect([
        table,
        await asImran(`select 1 from intelligence.${table} where ${column} = '${item.id}'`),
      ]).toEqual([table, []]);
    expect(await asImran("select * from intelligence.items_found('Zephyrine', null, null, null, 9)")).toEqual(
      [],
    );
    // Nor are items told that resemble it.
    expect(await asImran(`select * from intelligence.items_near('${item.id}', 30)`)).toEqual([]);
    // A statement that reads nothing changes nothing of it either.
    await asImran('update intelligence.item set priority = 4');
    await asImran("update intelligence.paragraph set provenance = 'Read by force'");
    const [kept] = await unit.world.sql<{ priority: number; provenance: string }>(
      'select i.priority, p.provenance from intelligence.item i join intelligence.paragraph p on p.item_id = i.id where i.id = $1',
      [item.id],
    );
    expect(kept).toEqual({ priority: 3, provenance: '' });
    // Nor does anybody open one to themselves whom the manager did not name.
    const shutByManager = { version: 1, act: 'mark', sensitiveWhy: 'For the manager' };
    expect((await unit.morag.api('POST', `${api}/${twin.id}/sensitive`, shutByManager)).json).toMatchObject({
      sensitiveReaders: [],
    });
    const named2 = { version: 2, act: 'name', officerId: officerId(unit.imran), sensitiveWhy: 'Works on it' };
    expect((await unit.morag.api('POST', `${api}/${twin.id}/sensitive`, named2)).status).toBe(200);
    expect((await unit.imran.get(`/intelligence/items/${twin.id}`)).status).toBe(200);
    await expect(
      asImran(
        `update intelligence.item set is_sensitive = false, sensitive_why = '' where id = '${twin.id}'`,
      ),
    ).rejects.toThrow(/manager of the unit/);
    const end = { version: 3, act: 'end', sensitiveWhy: 'It is known now' };
    expect((await unit.morag.api('POST', `${api}/${twin.id}/sensitive`, end)).json).toMatchObject({
      isSensitive: false,
      sensitiveWhy: '',
    });
    expect((await analyst.get(`/intelligence/items/${twin.id}`)).text).toContain('07700 900808');
  });
});

test('a report that names its own sender is an item like any other, and tells them nothing of what becomes of it', async () => {
  const anya = await unit.world.as('anya.analyst');
  const list = async (visitor: typeof anya) => withoutKeys((await visitor.get('/intelligence-forms')).text);
  const texts = ['Olu Babatola took an envelope on the quay.', 'Anya Dobrowski warned the trader.'];
  for (const [visitor, body] of [
    [unit.olu, texts[0]],
    [anya, texts[1]],
  ] as const)
    expect(
      (await visitor.post('/intelligence-forms', { body: body ?? '', howKnown: 'saw', fears: 'no' })).status,
    ).toBe(303);
  const before = [await list(unit.olu), await list(anya)];
  const rows = await unit.world.sql<{ id: string }>(
    'select id from intelligence.item where body = any($1::text[]) order by body',
    [texts],
  );
  expect(rows).toHaveLength(2);
  for (const { id } of rows)
    await unit.morag.api('POST', `${api}/${id}/sensitive`, {
      ...{ version: 1, act: 'mark', sensitiveWhy: 'It names who sent it' },
    });
  expect([await list(unit.olu), await list(anya)]).toEqual(before);
  for (const { id } of rows) expect((await anya.get(`/intelligence/items/${id}`)).status).toBe(404);
});

describe('a report that is returned for deletion', () => {
  test('is deleted by somebody else, is about nobody from then on, can be kept until the night, and its sender learns nothing', async () => {
    const sent = await unit.olu.post('/intelligence-forms', {
      ...{ body: 'My own neighbour Quillon is a thief, I just know it. 07700 900818.', howKnown: 'other' },
      ...{ howKnownWords: 'A feeling', fears: 'no' },
    });
    expect(sent.status).toBe(303);
    const seen = async () => withoutKeys((await unit.olu.get('/intelligence-forms')).text);
    const before = await seen();
    const [row] = await unit.world.sql<{ id: string }>(
      "select id from intelligence.item where body like '%Quillon%'",
    );
    const at = `${api}/${row?.id}`;
    const back = { version: 1, reason: 'malicious', why: 'A quarrel over a fence' };
    // What is corrected needs its day, what goes does not; the reason says which.
    const noDay = await unit.morag.post(`/intelligence/items/${row?.id}/return`, {
      version: '1',
      reason: 'not-clear',
      why: 'Who?',
    });
    expect(noDay.text).toContain('Enter the day by which it is corrected');
    expect((await (await anya()).api('POST', `${at}/return`, back)).status).toBe(403);
    const returned = await unit.imran.api('POST', `${at}/return`, back);
    expect(returned.json).toMatchObject({ status: 'to-delete', returnReason: 'malicious' });
    const decide = (visitor: typeof unit.imran, version: number, decision: string) =>
      visitor.api('POST', `${at}/deletion`, { version, decision, decisionWhy: 'Nothing supports it' });
    expect((await decide(unit.imran, 2, 'delete')).status).toBe(422);
    await expect(
      asImran(`update intelligence.item set status = 'deleted' where id = '${row?.id}'`),
    ).rejects.toThrow(/Another manager/);
    const page = await unit.morag.get(`/intelligence/items/${row?.id}`);
    expect(page.text).toContain('It is known to be false and meant to harm');
    const gone = await decide(unit.morag, 2, 'delete');
    expect([gone.status, bodyOf<ItemJson>(gone).status]).toEqual([200, 'deleted']);
    const [review] = await unit.world.sql<{ decision: string }>(
      'select decision from intelligence.item_review where item_id = $1 order by at desc limit 1',
      [row?.id],
    );
    expect(review?.decision).toBe('let-go');
    expect(await seen()).toBe(before);
    // The manager who returns one herself is not the one who deletes it.
    const mine = await unit.add({ title: 'Typed twice', body: 'A test.' });
    const own = `${api}/${mine.id}`;
    await unit.morag.api('POST', `${own}/return`, { version: 1, reason: 'test', why: 'A test' });
    const refused = await unit.morag.api('POST', `${own}/deletion`, {
      ...{ version: 2, decision: 'delete', decisionWhy: 'A test' },
    });
    expect([refused.status, ruleOf(refused)]).toEqual([422, 'intelligence.review-own']);
    const kept = await decide(unit.morag, 3, 'keep');
    expect(kept.json).toMatchObject({ status: 'received', returnedWhy: '' });
  });
});

describe('grades of the older 5x5x5', () => {
  test('are converted in bulk by the table, cross nowhere before a person has graded them, and are undone whole', async () => {
    const old = (title: string, legacyGrade: string) =>
      unit.add({ title, body: `${title}. Rings from 07700 900828.`, receivedHow: 'feed', legacyGrade });
    const one = await old('Old one', 'b24');
    const two = await old('Old two', 'B24');
    const three = await old('Old three', 'E41');
    const legacy = '/api/v1/intelligence/legacy';
    expect((await unit.imran.get('/intelligence/legacy')).status).toBe(403);
    const dry = await unit.morag.api('GET', legacy);
    const marks = (dry.json as { marks: { mark: string; paragraphs: number; becomes: string }[] }).marks; // the declaration's
    expect(marks).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ mark: 'B24', becomes: '1CC' }),
        expect.objectContaining({ mark: 'E41', paragraphs: 1, becomes: '2DP' }),
      ]),
    );
    const b24 = marks.find(({ mark }) => mark === 'B24')?.paragraphs ?? 0;
    expect((await unit.morag.get('/intelligence/legacy')).text).toContain('B24');
    expect(bodyOf<ItemJson>(await unit.imran.api('GET', `${api}/${one.id}`)).status).toBe('received');
    // What came since the page was shown is looked at first.
    const other = await unit.morag.api('POST', legacy, { marks: [`B24:${b24 + 1}`] });
    expect(other.status).toBe(409);
    const none = await unit.morag.post('/intelligence/legacy', {});
    expect(none.text).toContain('Choose which marks are converted');

    const done = await unit.morag.api('POST', legacy, { marks: [`B24:${b24}`, 'E41:1'] });
    expect(done.json).toMatchObject({ paragraphs: b24 + 1 });
    const { id } = done.json as { id: string }; // the declaration's
    for (const { id: itemId } of [one, two, three]) {
      const item = (await unit.imran.api('GET', `${api}/${itemId}`)).json;
      expect(item).toMatchObject({
        status: 'graded',
        paragraphs: [{ isConverted: true, grade: { sanitised: '' } }],
      });
    }
    // Ready neither by the page nor past it, whatever else is there.
    const at = `${api}/${two.id}`;
    await unit.imran.api('POST', `${at}/links`, { linkKind: 'phone', label: '07700 900828' });
    expect(ruleOf(await unit.imran.api('POST', `${at}/ready`, { version: 2 }))).toBe(
      'intelligence.converted',
    );
    await expect(
      asImran(`update intelligence.item set status = 'ready' where id = '${two.id}'`),
    ).rejects.toThrow(/a person grades it/);
    await expect(
      asImran(`update intelligence.paragraph set sanitised = 'It crosses' where item_id = '${two.id}'`),
    ).rejects.toThrow(/paragraph_converted_stays/);
    // A person grades one: it is theirs, and stays when the conversion is undone.
    const graded = await unit.imran.api(
      'POST',
      `${api}/${one.id}/paragraphs/${one.paragraphs[0]?.id}/grade`,
      {
        ...{ ...grade, version: 2, sanitised: 'An older report.' },
      },
    );
    expect(graded.json).toMatchObject({ paragraphs: [{ isConverted: false }] });
    const back = await unit.morag.api('POST', `${legacy}/${id}/undo`, {});
    expect(back.json).toMatchObject({ paragraphs: b24 });
    expect(bodyOf<ItemJson>(await unit.imran.api('GET', `${api}/${one.id}`)).status).toBe('graded');
    const again = bodyOf<ItemJson>(await unit.imran.api('GET', at));
    expect([again.status, again.paragraphs[0]?.grade]).toEqual(['received', null]);
    expect((await unit.morag.api('POST', `${legacy}/${id}/undo`, {})).status).toBe(422);
    expect((await unit.morag.get('/intelligence/legacy')).text).toContain('Undone');
    // Nobody else of the unit writes a conversion, on a stolen connection either.
    expect(await asImran('select 1 from intelligence.conversion')).toEqual([]);
  });
});
