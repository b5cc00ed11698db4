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
