import { afterAll, beforeAll, expect, test } from 'vitest';
import { giveListFile } from '../../../test/support/given-file.ts';
import { scanHeld } from '../../../test/support/jobs.ts';
import { movableClock, openWorld, type Visitor, type World } from '../../../test/support/world.ts';
import { madeWorkbook } from '../../platform/files/workbook.testing.ts';

let world: World;
let imran: Visitor;
beforeAll(async () => {
  world = await openWorld({ name: 'feeds' });
  imran = await world.as('imran.intel');
});
afterAll(() => world.close());

interface FeedJson {
  id: string;
  version: number;
  state: string;
  fresh: number[];
  known: number;
  rejected: number;
  rowsLoaded: number;
  problems: { rowNumber: number; column: string; problem: string; mend: string }[];
}
const api = '/api/v1/intelligence/feeds';
const give = async (name: string, content: Buffer | string, feed = 'Regional unit') =>
  giveListFile(world, imran, api, { name, content }, { feed });
const of = (answer: { json: unknown }): FeedJson => answer.json as FeedJson; // the shape is the declaration's
const itemsInAll = async () =>
  (await world.sql<{ n: number }>('select count(*)::int as n from intelligence.item'))[0]?.n ?? 0;

const table = [
  'URN,Subject,Intelligence,Priority',
  'RU-1,Vapes,"Sold to children at QM1 1AA. Rings from 07700 900612.',
  '',
  'The till is under the counter.",Urgent',
  'RU-2,Tobacco,Counterfeit tobacco from a lock-up.,',
  'RU-3,Nothing,,',
  'RU-4,Puppies,Puppies sold from a car.,soonish',
].join('\r\n');

test('a partly bad table says which rows and why, puts nothing in until told to, and changes nothing the second time', async () => {
  const before = await itemsInAll();
  const given = of(await give('unit.csv', table));
  expect(given).toMatchObject({ state: 'given', known: 0, rejected: 2 });
  expect(given.fresh).toHaveLength(2);
  expect(given.problems.map(({ column, problem, mend }) => [column, problem, mend.length > 0])).toEqual([
    ['Intelligence', 'Enter what it says', true],
    ['Priority', 'Choose how soon', true],
  ]);
  expect(await itemsInAll()).toBe(before);
  const page = await imran.get(`/intelligence/feeds/${given.id}`);
  expect(page.text).toContain('Put these 2 items into the queue');
  expect(page.text).toContain('Choose how soon');

  const loaded = of(await imran.api('POST', `${api}/${given.id}/load`, { version: given.version }));
  expect(loaded).toMatchObject({ state: 'loaded', rowsLoaded: 2, rejected: 2 });
  expect(loaded.problems).toHaveLength(2);
  expect(await itemsInAll()).toBe(before + 2);
  const [item] = await world.sql<{
    id: string;
    priority: number;
    receivedHow: string;
    paragraphs: number;
    mentions: number;
  }>(
    `select i.id, i.priority, i.received_how as "receivedHow", (select count(*)::int from intelligence.paragraph p where p.item_id = i.id) as paragraphs,
       (select count(*)::int from intelligence.mention m where m.item_id = i.id) as mentions from intelligence.item i where i.title = 'Vapes' and i.received_how = 'feed'`,
  );
  expect(item).toMatchObject({ priority: 1, receivedHow: 'feed', paragraphs: 2, mentions: 2 });
  expect((await imran.get(`/intelligence/items/${item?.id}`)).text).toContain('Regional unit, RU-1');
  const kept = await world.sql('select row_number from intelligence.feed_row where feed_file_id = $1', [
    given.id,
  ]);
  expect(kept).toHaveLength(2);

  const again = of(await give('unit-again.csv', table, 'regional UNIT'));
  expect(again).toMatchObject({ fresh: [], known: 2, rejected: 2 });
  const refused = await imran.api('POST', `${api}/${again.id}/load`, { version: again.version });
  expect(refused.status).toBe(422);
  expect(refused.text).toContain('No row of this file');
  expect((await imran.api('POST', `${api}/${given.id}/load`, { version: loaded.version })).text).toContain(
    'dealt with already',
  );
  // Mended, the rejected rows are new and the others known.
  const mended = of(await give('mended.csv', table.replace('soonish', 'Low')));
  expect(mended).toMatchObject({ known: 2, rejected: 1 });
  expect(mended.fresh).toHaveLength(1);
  const away = of(await imran.api('POST', `${api}/${mended.id}/put-away`, { version: mended.version }));
  expect(away.state).toBe('put-away');
  expect(await world.sql('select 1 from intelligence.feed_row where feed_file_id = $1', [mended.id])).toEqual(
    [],
  );
  expect(await itemsInAll()).toBe(before + 2);
});

test('a workbook whose columns say nothing asks which holds what, and remembers it for the feed', async () => {
  const workbook = madeWorkbook({
    rows: [
      ['A', 'B'],
      ['X-1', 'Nitrous canisters behind the shop.'],
    ],
  });
  const given = of(await give('strange.xlsx', workbook, 'Strange system'));
  expect(given).toMatchObject({ fresh: [], rejected: 1 });
  expect((await imran.get(`/intelligence/feeds/${given.id}`)).text).toContain('Which column holds what');
  const twice = await imran.post(`/intelligence/feeds/${given.id}/columns`, {
    version: '1',
    body: 'B',
    title: 'B',
  });
  expect(twice.text).toContain('Another field is read from this column');
  const none = await imran.api('POST', `${api}/${given.id}/columns`, { version: 1 });
  expect(none.text).toContain('Choose the column with what it says');
  const chosen = of(
    await imran.api('POST', `${api}/${given.id}/columns`, { version: 1, body: 'B', reference: 'A' }),
  );
  expect(chosen.fresh).toHaveLength(1);
  expect((await imran.api('POST', `${api}/${given.id}/load`, { version: 1 })).status).toBe(409);
  expect((await imran.post(`/intelligence/feeds/${given.id}/load`, { version: '2' })).status).toBe(303);
  expect(of(await give('next.xlsx', workbook, 'Strange system'))).toMatchObject({
    fresh: [],
    known: 1,
    rejected: 0,
  });
});

test('an e-mail is one item of the same queue, once', async () => {
  const mail = [
    'From: Hollis <hollis@homes.example>',
    'Subject: Lock-up in Harbour Road',
    'Message-ID: <lock-1@homes.example>',
    'Date: Fri, 20 Nov 2026 09:00:00 +0000',
    '',
    'Parcels at night. Van QX19 ZTB.',
  ].join('\r\n');
  const given = of(await give('mail.eml', mail, 'Forwarded e-mail'));
  expect(given.fresh).toHaveLength(1);
  await imran.api('POST', `${api}/${given.id}/load`, { version: 1 });
  const [item] = await world.sql<{ body: string; how: string }>(
    `select body, how_known as how from intelligence.item where title = 'Lock-up in Harbour Road'`,
  );
  expect(item).toEqual({
    body: 'Parcels at night. Van QX19 ZTB.',
    how: 'E-mail from Hollis <hollis@homes.example>',
  });
  expect(of(await give('same.eml', mail, 'Forwarded e-mail'))).toMatchObject({ fresh: [], known: 1 });
});

test('what is attached to an e-mail is kept with its hash and taken out as it came, unopened; what runs is not kept', async () => {
  const part = (name: string, content: string) => [
    '--part',
    `Content-Disposition: attachment; filename="${name}"`,
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(content, 'latin1').toString('base64'),
  ];
  const mail = [
    ...[
      'From: Hollis <hollis@homes.example>',
      'Subject: Photographs of the yard',
      'Message-ID: <yard-1@homes.example>',
    ],
    ...[
      'Content-Type: multipart/mixed; boundary=part',
      '',
      '--part',
      'Content-Type: text/plain',
      '',
      'Two photographs.',
    ],
    ...part('van.jpg', '\xff\xd8\xff\xe0 a photograph'),
    ...part('yard.jpg', 'PK\x03\x04 an archive'),
    ...part('bill.pdf', 'MZ a program'),
    '--part--',
  ].join('\r\n');
  const given = of(await give('yard.eml', mail, 'Forwarded e-mail'));
  const page = await imran.get(`/intelligence/feeds/${given.id}`);
  for (const words of ['van.jpg', 'It is called .jpg and is an archive', 'Not kept', 'It is a program'])
    expect(page.text).toContain(words);
  await imran.api('POST', `${api}/${given.id}/load`, { version: 1 });
  const [row] = await world.sql<{ id: string }>(
    "select id from intelligence.item where title = 'Photographs of the yard'",
  );
  const item = (await imran.api('GET', `/api/v1/intelligence/items/${row?.id}`)).json as {
    attachments: { id: string; name: string; sha256: string; state: string }[];
  }; // the declaration's
  expect(item.attachments.map(({ name, state }) => `${name} ${state}`)).toEqual([
    'van.jpg kept',
    'yard.jpg marked',
    'bill.pdf refused',
  ]);
  const [van, yard, bill] = item.attachments;
  const at = `/intelligence/items/${row?.id}`;
  const taken = await imran.get(`${at}/attachments/${van?.id}`);
  expect(taken.status).toBe(200);
  expect(taken.headers).toMatch(/application\/octet-stream/);
  expect(taken.headers).toMatch(/attachment;/);
  expect((await imran.get(`${at}/attachments/${bill?.id}`)).status).toBe(404);
  // A scanner's verdict stands beside each; what it refused is given to nobody, and what it has not seen says so.
  const scanned = async () => (await imran.get(at)).text;
  expect(await scanned()).toContain('Not passed by a virus scanner');
  await scanHeld(world, movableClock(), {
    scan: async (bytes) => ({ kind: bytes.includes('archive') ? 'infected' : 'clean' }),
  });
  expect(await scanned()).toContain('Passed by the virus scanner');
  expect(await scanned()).toContain('Dangerous');
  expect((await imran.get(`${at}/attachments/${van?.id}`)).status).toBe(200);
  expect((await imran.get(`${at}/attachments/${yard?.id}`)).status).toBe(422);
  expect((await imran.get(at)).text).toContain(van?.sha256);
  const [{ content } = { content: 'x' }] = await world.sql<{ content: Buffer | null }>(
    'select content from intelligence.attachment where id = $1',
    [bill?.id],
  );
  expect(content).toBeNull();
  const olu = await world.as('olu.officer');
  expect((await olu.get(`${at}/attachments/${van?.id}`)).status).toBe(403);
  // Put away before it is an item, nothing of it stays.
  const other = of(await give('again.eml', mail.replace('yard-1', 'yard-2'), 'Forwarded e-mail'));
  await imran.api('POST', `${api}/${other.id}/put-away`, { version: 1 });
  expect(
    await world.sql('select 1 from intelligence.attachment where feed_file_id = $1', [other.id]),
  ).toEqual([]);
});

test('what cannot be read is refused with a sentence and not kept', async () => {
  const before = await world.sql('select 1 from intelligence.feed_file');
  for (const [name, content, words] of [
    ['empty.csv', '', 'The file is empty'],
    ['header.csv', 'Subject,Text\r\n', 'no rows below them'],
    ['spoofed.eml', 'PK\u0003\u0004', 'This is not an e-mail'],
    ['paper.csv', '%PDF-1.7', 'This is a PDF'],
    ['fifty.csv', `Text\r\n${'Fifty megabytes of one row. '.repeat(1_850_000)}`, 'smaller than 10 MB'],
    ['cell.csv', `Text\r\n"${'Nine megabytes of one cell. '.repeat(320_000)}"`, 'is longer than'],
    ['many.csv', `Text\r\n${'One row of many\r\n'.repeat(5001)}`, '5,000'],
  ] as const) {
    const answer = await give(name, content);
    expect([answer.status, answer.text]).toEqual([422, expect.stringContaining(words)]);
  }
  const page = await giveListFile(world, imran, '/intelligence/feeds', undefined, { feed: 'Regional unit' });
  expect(page.text).toContain('Choose a file');
  expect(await world.sql('select 1 from intelligence.feed_file')).toHaveLength(before.length);
});

test('feeds are the graders’ alone: an analyst and every other side are refused', async () => {
  for (const name of ['anya.analyst', 'olu.officer', 'sadia.safeguarding'])
    expect((await (await world.as(name)).api('GET', api)).status).toBe(403);
});

test.each([
  ['half a character', 'Content-Type: text/html\r\n\r\n<p>Seen at the till &#xD800; twice</p>'],
  ['a nought', '\r\nSeen at the till \0 twice'],
])('an e-mail with %s is taken, without it', async (name, rest) => {
  const subject = 'Subject: =?utf-8?Q?A=00till?=';
  const given = await give(
    `${name}.eml`,
    `From: a@b.example\r\n${subject}\r\nMessage-ID: <${name}@b>\r\n${rest}`,
  );
  expect(given.status, given.text).toBe(201);
  expect(of(given).fresh).toEqual([1]);
  const page = await imran.get(`/intelligence/feeds/${of(given).id}`);
  expect(page.text).toContain('Atill');
  expect(page.text).toMatch(/Seen at the till \S? twice/);
});
