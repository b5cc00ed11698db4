import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type Visitor, type World } from '../../../test/support/world.ts';

let world: World;
let imran: Visitor;
beforeAll(async () => {
  world = await openWorld({ name: 'charts' });
  imran = await world.as('imran.intel');
});
afterAll(() => world.close());

interface ChartJson {
  isCut: boolean;
  elements: {
    id: string;
    kind: string;
    label: string;
    step: number;
    degree: number;
    betweenness: number;
    isCutPoint: boolean;
    words: string;
    item: { agencyName: string | null } | null;
  }[];
  links: { item: number; subject: number; role: string }[];
}
interface Link {
  linkKind: string;
  label: string;
  more?: string;
  role: string;
}
const api = '/api/v1/intelligence';

/** An item with links; gives its id and the ids of its links by their words. */
async function told(
  title: string,
  ...links: Link[]
): Promise<{ itemId: string; link(label: string): string }> {
  const added = await imran.api('POST', `${api}/items`, {
    receivedHow: 'complaint',
    title,
    body: `${title}.`,
  });
  const { id: itemId } = added.json as { id: string }; // the shape is the declaration's
  for (const link of links) await imran.api('POST', `${api}/items/${itemId}/links`, link);
  const rows = await world.sql<{ id: string; label: string }>(
    'select id, label from intelligence.link where item_id = $1',
    [itemId],
  );
  return { itemId, link: (label) => rows.find((row) => row.label.startsWith(label))?.id ?? '' };
}
const chartOf = async (linkId: string, query = ''): Promise<ChartJson> =>
  (await imran.api('GET', `${api}/charts/${linkId}${query}`)).json as ChartJson;
const named = ({ elements }: ChartJson): string[] => elements.map(({ label }) => label).sort();

const ring = (name: string): Link => ({
  linkKind: 'person',
  label: name,
  more: '1970-01-01',
  role: 'subject',
});
const van: Link = { linkKind: 'vehicle', label: 'QC26 AAA', role: 'mentioned' };
const phone: Link = { linkKind: 'phone', label: '07700 900771', role: 'mentioned' };
let first: Awaited<ReturnType<typeof told>>;
beforeAll(async () => {
  first = await told('One', ring('Ann Ash'), van);
  await told('Two', ring('Bob Birch'), van, phone);
  await told('Three', ring('Cat Cedar'), phone);
});

test('a chart goes outward a step at a time, and says where everything stands', async () => {
  const ann = first.link('Ann Ash');
  expect(named(await chartOf(ann, '?steps=1'))).toEqual(['Ann Ash, 1970-01-01', 'One']);
  expect(named(await chartOf(ann))).toEqual(['Ann Ash, 1970-01-01', 'One', 'QC26 AAA']);
  const chart = await chartOf(ann, '?steps=6');
  expect(named(chart)).toEqual([
    '07700 900771',
    'Ann Ash, 1970-01-01',
    'Bob Birch, 1970-01-01',
    'Cat Cedar, 1970-01-01',
    'One',
    'QC26 AAA',
    'Three',
    'Two',
  ]);
  expect(chart.isCut).toBe(false);
  expect(chart.links).toHaveLength(7);
  expect(chart.elements.find(({ label }) => label === 'QC26 AAA')).toMatchObject({
    step: 2,
    degree: 2,
    betweenness: 10,
    isCutPoint: true,
    words: expect.stringContaining('Connects 2 others; brokers 48%'),
  });
});

test('kinds, dates and services narrow what a chart goes by; a further start adds to it', async () => {
  const ann = first.link('Ann Ash');
  expect(named(await chartOf(ann, '?steps=6&kinds=person,phone'))).toEqual(['Ann Ash, 1970-01-01', 'One']);
  expect(named(await chartOf(ann, '?steps=6&until=2026-11-19'))).toEqual(['Ann Ash, 1970-01-01']);
  expect(named(await chartOf(ann, '?steps=1&since=2026-11-20&service=other'))).toHaveLength(2);
  const [wendmere] = await world.sql<{ id: string }>("select id from directory.agency where code = 'WEND'");
  expect(named(await chartOf(ann, `?steps=6&service=${wendmere?.id}`))).toHaveLength(1);
  const other = await told('Elsewhere', ring('Dee Dogwood'));
  expect(named(await chartOf(ann, `?steps=1&also=${other.link('Dee')}`))).toHaveLength(4);
  expect((await imran.api('GET', `${api}/charts/${ann}?also=${crypto.randomUUID()}`)).status).toBe(404);
});

test('a chart stops at its cap and says so', async () => {
  const many = { linkKind: 'email', label: 'ring@example.test', role: 'mentioned' };
  const one = await told('Many 0', many);
  await world.sql(
    `with made as (insert into intelligence.item (id, reference, agency_id, received_how, received_at, title, body, priority)
       select gen_random_uuid(), 'I-MANY-' || n, agency_id, 'feed', received_at - n * interval '1 day', 'Many ' || n, 'Many', 3
       from intelligence.item, generate_series(1, 150) n where id = $1 returning id, agency_id)
     insert into intelligence.link (id, item_id, agency_id, kind, role, label, value, key_kind, key_value, state, made_at, made_by)
       select gen_random_uuid(), made.id, made.agency_id, kind, role, label, value, key_kind, key_value, state, made_at, made_by
       from made, intelligence.link l where l.item_id = $1`,
    [one.itemId],
  );
  const chart = await chartOf(one.link('ring'), '?steps=2&cap=100');
  expect(chart).toMatchObject({ isCut: true });
  expect(chart.elements).toHaveLength(100);
  expect((await chartOf(one.link('ring'), '?steps=2&cap=500')).isCut).toBe(false);
  const page = await imran.get(`/intelligence/charts/${one.link('ring')}?cap=100&table=links`);
  expect(page.text).toContain('the chart stops at 100 elements');
  expect(page.text).toContain('1 to 50 of 99');
  expect(
    (await imran.get(`/intelligence/charts/${one.link('ring')}?cap=100&table=links&page=2`)).text,
  ).toContain('51 to 99 of 99');
});

test('the page without script is the same as tables, sorted and as files', async () => {
  const at = `/intelligence/charts/${first.link('Ann Ash')}`;
  const page = (await imran.get(`${at}?steps=6`)).text;
  for (const words of ['Link chart', 'never a reason by themselves', 'Elements of the chart', 'Expand'])
    expect(page).toContain(words);
  const csv = (await imran.get(`${at}/table.csv?steps=6&sort=-brokers`)).text.trim().split('\r\n').length;
  expect(csv).toBeGreaterThan(0);
  const lines = (await imran.get(`${at}/table.csv?steps=6&sort=name`)).text.trim().split('\n');
  expect(lines).toHaveLength(9);
  expect(lines[1]).toContain('07700 900771');
  const items = (await imran.get(`${at}?steps=6&table=items`)).text;
  expect(items).toContain('Items of the chart by month');
  expect(items).toContain('Nov 2026');
  expect((await imran.get(`/intelligence/profiles/${first.link('Ann Ash')}`)).text).toContain(at);
});

test('what the viewer may not see is on no chart: another unit’s items, ended and refused links, duplicates', async () => {
  const ann = first.link('Ann Ash');
  const before = await chartOf(ann, '?steps=6');
  const extra = await told('Four', ring('Eve Elm'), van);
  expect((await chartOf(ann, '?steps=6')).elements).toHaveLength(10);
  await world.sql(
    'update intelligence.link set agency_id = (select id from directory.agency where code = $2) where item_id = $1',
    [extra.itemId, 'WEND'],
  );
  expect(await chartOf(ann, '?steps=6')).toEqual(before);
  expect((await imran.api('GET', `${api}/charts/${extra.link('Eve')}`)).status).toBe(404);
  expect((await (await world.as('olu.officer')).get(`/intelligence/charts/${ann}`)).status).toBe(403);
});

test('elements are hidden and shown again, pinned, and the way between two is said and stands in a table too', async () => {
  const ann = first.link('Ann Ash');
  const whole = await chartOf(ann, '?steps=6');
  const idOf = (label: string) => whole.elements.find((one) => one.label.startsWith(label))?.id ?? '';
  const [van1, cat] = [idOf('QC26 AAA'), idOf('Cat Cedar')];
  const way = (await imran.api('GET', `${api}/charts/${ann}?steps=6&way=${ann},${cat}`)).json as {
    way: { places: number[]; words: string };
    elements: { label: string }[];
  }; // the declaration's
  expect(way.way.places.map((place) => way.elements[place]?.label)).toEqual([
    'Ann Ash, 1970-01-01',
    'One',
    'QC26 AAA',
    'Two',
    '07700 900771',
    'Three',
    'Cat Cedar, 1970-01-01',
  ]);
  expect(way.way.words).toMatch(
    /^From Person Ann Ash, 1970-01-01 to Person Cat Cedar, 1970-01-01 in 6 steps: Person Ann Ash, 1970-01-01 stands in Item I-/,
  );
  const at = `/intelligence/charts/${ann}`;
  const csv = (await imran.get(`${at}/table.csv?steps=6&way=${ann},${cat}&table=way`)).text
    .trim()
    .split('\n');
  expect(csv).toHaveLength(8);
  // Without script: links on each row, the words above, the same as a table.
  const page = (await imran.get(`${at}?steps=6&way=${ann},${cat}&table=way`)).text;
  expect(page).toContain('in 6 steps');
  expect(page).toContain('Way between two of the chart');
  const from = (await imran.get(`${at}?steps=6&way=${ann}`)).text;
  expect(from).toContain('choose the other end');
  expect(from).toContain('Way to here');

  const without = (
    await imran.api('GET', `${api}/charts/${ann}?steps=6&hide=${van1}&pin=${cat}:3.04:-9&way=${ann},${cat}`)
  ).json;
  expect(without).toMatchObject({
    hidden: [{ id: van1, label: 'QC26 AAA' }],
    pinned: [{ id: cat, x: 3, y: -9 }],
    way: { places: null, words: expect.stringContaining('no way between') },
  });
  expect(named(without as ChartJson)).not.toContain('QC26 AAA');
  const hiding = (await imran.get(`${at}?steps=6&hide=${van1}&pin=${cat}`)).text;
  expect(hiding).toContain('You have hidden 1');
  expect(hiding).toContain('Show everything again');
  expect(hiding).toContain('Pinned');
  // What is no id, or is on no chart of the viewer's, is as if it were not said; the start stays.
  const odd = await imran.api(
    'GET',
    `${api}/charts/${ann}?steps=6&hide=x,${crypto.randomUUID()},${ann}&pin=${cat}:a:b,no&way=${crypto.randomUUID()}`,
  );
  expect(odd.json).toMatchObject({
    hidden: [],
    way: { places: null, words: null },
    pinned: [{ id: cat, x: null }],
  });
  expect((odd.json as ChartJson).elements).toHaveLength(whole.elements.length);
});

test('a kept chart is of one officer, holds no word, and opens as what they may see then', async () => {
  const ann = first.link('Ann Ash');
  const extra = await told('Kept five', ring('Fay Fir'), van);
  const fay = extra.link('Fay');
  const given = {
    linkId: ann,
    name: 'The ring',
    steps: 6,
    pin: `${fay}:5:5`,
    way: `${ann},${fay}`,
    hide: first.link('QC26'),
  };
  const kept = await imran.api('POST', `${api}/kept-charts`, { ...given, hide: '' });
  expect(kept.status, kept.text).toBe(201);
  const { id } = kept.json as { id: string }; // the declaration's
  const open = async () => (await imran.api('GET', `${api}/kept-charts/${id}`)).json;
  expect(await open()).toMatchObject({
    name: 'The ring',
    pinned: [{ x: 5 }],
    way: { words: expect.stringContaining('Fay Fir') },
  });
  const [row] = await world.sql<{ seen: string }>(
    'select seen::text as seen from intelligence.kept_chart where id = $1',
    [id],
  );
  expect(row?.seen).not.toMatch(/Fay|Ann|QC26|Kept five/);
  // The same name keeps it anew.
  expect((await imran.api('POST', `${api}/kept-charts`, { ...given, steps: 4 })).json).toEqual({ id });
  expect(await open()).toMatchObject({ hidden: [{ label: 'QC26 AAA' }] });
  await imran.api('POST', `${api}/kept-charts`, { ...given, hide: '' });
  const long = await imran.post('/intelligence/kept-charts', { linkId: ann, name: '', steps: '6', pin: fay });
  expect(long.text).toContain('Say what the chart is called');
  expect(long.text).toContain('Pinned');

  // A member that is closed to them by now is gone from it, and from the words of the way; an absent one is the same.
  const before = (await imran.get(`/intelligence/kept-charts/${id}`)).text;
  expect(before).toContain('Fay Fir');
  await world.sql("update intelligence.item set is_sensitive = true, sensitive_why = 'Test' where id = $1", [
    extra.itemId,
  ]);
  const closed = (await imran.get(`/intelligence/kept-charts/${id}`)).text;
  expect(closed).not.toContain('Fay Fir');
  expect((await open()) as object).toMatchObject({ pinned: [], way: { places: null } });
  await world.sql("update intelligence.item set is_sensitive = false, sensitive_why = '' where id = $1", [
    extra.itemId,
  ]);
  // Where it starts from something that is closed, it is not found.
  await world.sql("update intelligence.item set is_sensitive = true, sensitive_why = 'Test' where id = $1", [
    first.itemId,
  ]);
  expect((await imran.api('GET', `${api}/kept-charts/${id}`)).status).toBe(404);
  await world.sql("update intelligence.item set is_sensitive = false, sensitive_why = '' where id = $1", [
    first.itemId,
  ]);

  const anya = await world.as('anya.analyst');
  expect((await anya.api('GET', `${api}/kept-charts/${id}`)).status).toBe(404);
  expect((await anya.api('POST', `${api}/kept-charts/${id}/discard`, {})).status).toBe(404);
  expect((await anya.get('/intelligence/kept-charts')).text).not.toContain('The ring');
  expect((await (await world.as('olu.officer')).get('/intelligence/kept-charts')).status).toBe(403);
  expect((await imran.post(`/intelligence/kept-charts/${id}/discard`, {})).status).toBe(303);
  expect((await imran.api('GET', `${api}/kept-charts`)).json).not.toMatchObject({
    charts: [{ name: 'The ring' }],
  });
});
