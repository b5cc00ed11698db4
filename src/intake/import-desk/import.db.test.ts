import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { performQueued } from '../../../test/support/jobs.ts';
import { movableClock, openWorld, type Visitor, type World } from '../../../test/support/world.ts';
import { madeWorkbook } from '../../platform/files/workbook.testing.ts';
import { formIn, giveList, wordsOf } from './import.testing.ts';

let world: World;
let callum: Visitor;
const clock = movableClock();
let postcode = '';
beforeAll(async () => {
  world = await openWorld({ name: 'imports', clock });
  callum = await world.as('callum.safety');
  const [row] = await world.sql<{ postcode: string }>(
    "select postcode from directory.postcode p join directory.agency a on a.area_code = p.district_code where a.code = 'WEND' order by postcode limit 1",
  );
  postcode = row?.postcode ?? '';
});
afterAll(() => world.close());

const countOf = async (where: string, values: readonly unknown[] = []): Promise<number> =>
  (await world.sql<{ n: number }>(`select count(*)::int as n from intake.report where ${where}`, values))[0]
    ?.n ?? 0;
const idIn = (location: string | undefined): string =>
  /\/imports\/([0-9a-f-]{36})/.exec(location ?? '')?.[1] ?? '';
const page = async (id: string): Promise<string> => (await callum.get(`/imports/${id}`)).text;

/** Gives a list, takes the columns as they are guessed, and has it checked. */
async function checked(name: string, content: Buffer | string, source = 'Contractor'): Promise<string> {
  const given = await giveList(world, callum, { name, content }, { source });
  expect(given.status).toBe(303);
  const id = idIn(given.location);
  const columns = await callum.get(`/imports/${id}/columns`);
  const sent = await callum.post(`/imports/${id}/columns`, formIn(columns.text, /columns$/));
  expect(sent.status).toBe(303);
  // A load before this one may have left its counts to be added up.
  expect((await performQueued(world, clock)).at(-1)).toBe('check-import');
  return id;
}
async function press(id: string, action: string, extra: Record<string, string> = {}) {
  const from = action === 'undo' ? (await callum.get(`/imports/${id}/undo`)).text : await page(id);
  const sent = await callum.post(`/imports/${id}/${action}`, {
    ...formIn(from, new RegExp(`${action}$`)),
    ...extra,
  });
  await performQueued(world, clock);
  return sent;
}

describe('a list from the file to the reports and back', () => {
  let id = '';
  const rows = () => [
    ['Ref', 'Date reported', 'Type', 'Details', 'Street', 'Postcode'],
    [
      'A1',
      { xml: '<c r="REF" s="2"><v>46300.5</v></c>' },
      'Fly-tipping',
      'Three bags',
      'Mill Lane',
      postcode,
    ],
    ['A2', '05/10/2026 14:30', 'Dumped rubbish', 'A mattress', 'Mill Lane', postcode],
    ['A3', 46302, 'Fly-tipping', '=HYPERLINK("http://bad.example")', 'Mill Lane', postcode],
    ['A4', '31/02/2026', 'Fly-tipping', '=1+1', 'Mill Lane', postcode],
    ['A5', '07/10/2026', 'Fly-tipping', 'No place', '', ''],
    ['A1', '08/10/2026', 'Fly-tipping', 'The same reference', 'Mill Lane', postcode],
    ['A7', '09/10/2026', { xml: '<c r="REF" t="e"><v>#N/A</v></c>' }, 'An error', 'Mill Lane', postcode],
  ];

  test('the columns are guessed by name and content, and shown with the first rows', async () => {
    const given = await giveList(world, callum, {
      name: 'october.xlsx',
      content: madeWorkbook({ rows: rows() }),
    });
    id = idIn(given.location);
    const { text } = await callum.get(given.location ?? '');
    expect(formIn(text, /columns$/)).toMatchObject({
      receivedAt: 'Date reported',
      category: 'Type',
      description: 'Details',
      place: 'Street',
      postcode: 'Postcode',
      externalId: 'Ref',
      lon: '',
      dates: 'dmy',
    });
    expect(wordsOf(text)).toContain('Three bags');
  });

  test('choosing no column that is needed keeps what was chosen and says what to choose', async () => {
    const before = formIn((await callum.get(`/imports/${id}/columns`)).text, /columns$/);
    const { status, text } = await callum.post(`/imports/${id}/columns`, {
      ...before,
      receivedAt: '',
      description: 'Street',
      place: '',
    });
    expect(status).toBe(422);
    expect(wordsOf(text)).toContain('Choose the column with the day it was received');
    expect(formIn(text, /columns$/).description).toBe('Street');
  });

  test('the check counts, explains and loads nothing', async () => {
    const before = await countOf('true');
    const fields = formIn((await callum.get(`/imports/${id}/columns`)).text, /columns$/);
    const sent = await callum.post(`/imports/${id}/columns`, fields);
    expect(sent.location).toBe(`/imports/${id}`);
    expect(wordsOf(await page(id))).toContain('Every row is being checked. Nothing is loaded.');
    await performQueued(world, clock);
    const words = wordsOf(await page(id));
    expect(words).toMatch(/Rows in the file 7 .*Will be loaded 2 .*Rejected 5/);
    expect(words).toContain('Load these 2 reports');
    expect(words).toContain('is not a day, or a day and time');
    expect(words).toContain('neither a point nor a full postcode nor words');
    expect(words).toContain('stands in this file twice');
    expect(words).toContain('holds the error #N/A: mend it in the workbook');
    expect(words).toContain('Dumped rubbish (1 row)');
    expect(await countOf('true')).toBe(before);
  });

  test('their words are matched to ours, guessed where they are alike, and remembered', async () => {
    const fields = formIn(await page(id), /kinds$/);
    expect(fields).toMatchObject({ 'words[0]': 'Dumped rubbish', 'code[0]': 'fly-tipping' });
    await press(id, 'kinds');
    expect(wordsOf(await page(id))).toMatch(/Will be loaded 3 .*Rejected 4/);
  });

  test('the rejected rows come as CSV with the reasons before them, and no formula runs', async () => {
    const { text, disposition } = await callum.get(`/imports/${id}/rejected.csv`);
    expect(disposition).toContain('rejected-october.xlsx.csv');
    const lines = text.replace('\ufeff', '').trim().split('\n');
    expect(lines[0]).toBe('row,what is wrong,what mends it,Ref,Date reported,Type,Details,Street,Postcode');
    expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual(['5', '6', '7', '8']);
    expect(lines[1]).toContain(",'=1+1,");
  });

  test('pressing load loads what the check said, as a job, and says so in the history', async () => {
    const before = await countOf('true');
    expect((await press(id, 'load')).status).toBe(303);
    expect(await countOf('true')).toBe(before + 3);
    expect(wordsOf(await page(id))).toMatch(/Loaded 3 .*Rejected 4/);
    const [report] = await world.sql<Record<string, unknown>>(
      "select description, received_at, issue_type, channel, district_code is not null as placed from intake.report where import_id = $1 and external_id = 'A1'",
      [id],
    );
    expect(report).toEqual({
      description: 'Three bags',
      received_at: new Date('2026-10-05T11:00:00Z'),
      issue_type: 'fly-tipping',
      channel: 'import',
      placed: true,
    });
    const history = wordsOf((await callum.get('/imports')).text);
    expect(history).toContain('october.xlsx Contractor');
    expect(history).toContain('by Callum Brindle');
  });

  test('the same rows again are known, and are not loaded twice', async () => {
    const again = await checked('october-again.xlsx', madeWorkbook({ rows: rows() }));
    const words = wordsOf(await page(again));
    expect(words).toMatch(/Will be loaded 0 .*Known already 3/);
    expect(words).toContain('This very file was loaded before');
    expect(words).toContain('Rows that came then are known and are not loaded twice.');
    const elsewhere = await checked('october.xlsx', madeWorkbook({ rows: rows() }), 'Somewhere else');
    expect(wordsOf(await page(elsewhere))).toContain('would be loaded a second time');
    const refused = await callum.api('POST', `/api/v1/imports/${again}/load`, { version: 3 });
    expect(refused.json).toMatchObject({ code: 'refused-by-rule', rule: 'import.nothing-to-load' });
    expect((await press(again, 'put-away')).status).toBe(303);
    expect(await world.sql('select 1 from intake.import_file_part where import_id = $1', [again])).toEqual(
      [],
    );
  });

  test('undoing says how many stay and which were changed, takes back the rest, and they can be loaded again', async () => {
    const [worked] = await world.sql<{ id: string; reference: string; version: number }>(
      "select id, reference, version from intake.report where import_id = $1 and external_id = 'A2'",
      [id],
    );
    await world.sql("update intake.report set status = 'in-progress', version = 2 where id = $1", [
      worked?.id,
    ]);
    const shown = wordsOf((await callum.get(`/imports/${id}/undo`)).text);
    expect(shown).toContain('2 reports that nobody has worked on will be taken back');
    expect(shown).toContain('1 report would stay');
    expect(shown).toContain(worked?.reference ?? 'no reference');
    expect(
      (
        await callum.post(`/imports/${id}/undo`, {
          ...formIn((await callum.get(`/imports/${id}/undo`)).text, /undo$/),
          reason: '',
        })
      ).status,
    ).toBe(422);
    expect((await press(id, 'undo', { reason: 'It was the list of another year.' })).status).toBe(303);
    expect(await world.sql('select external_id from intake.report where import_id = $1', [id])).toEqual([
      { external_id: 'A2' },
    ]);
    const words = wordsOf(await page(id));
    expect(words).toMatch(/Taken back 2 .*Stayed, worked on 1/);
    expect(words).toContain('It was the list of another year.');
    const audit = await world.sql<{ event: string; detail: Record<string, unknown> }>(
      "select event, detail from platform.audit_entry where record_kind = 'import' and record_id = $1 and event like 'import.und%' and event <> 'import.undo-shown' order by at, seq",
      [id],
    );
    expect(audit.map(({ event }) => event)).toEqual(
      expect.arrayContaining(['import.undo-asked', 'import.undone']),
    );
    const again = await checked('october.xlsx', madeWorkbook({ rows: rows() }));
    // The match of their words was kept with the source.
    expect(wordsOf(await page(again))).toMatch(/Will be loaded 2 .*Known already 1/);
    await press(again, 'load');
    expect(await countOf("feed = 'WEND/contractor'")).toBe(3);
  });
});

describe('what stands in the way is said', () => {
  test.each([
    ['nothing chosen', undefined, 'Choose a file'],
    ['an empty file', '', 'The file is empty.'],
    ['names of columns alone', 'a,b\n', 'no rows below them'],
    ['a PDF', '%PDF-1.7 ', 'This is a PDF'],
    [
      'mixed letters',
      Buffer.concat([Buffer.from('a,b\né,1\n'), Buffer.from('é,1\n', 'latin1')]),
      'mixes two ways',
    ],
    [
      'a workbook with a password',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
      'closed with a password',
    ],
    ['a broken workbook', madeWorkbook({ rows: [['a', 'b']] }).subarray(0, 300), 'damaged'],
  ])('%s', async (_what, content, words) => {
    const before = await world.sql('select id from intake.import_run');
    const given = await giveList(
      world,
      callum,
      content === undefined ? undefined : { name: 'list', content },
    );
    expect(given.status).toBe(422);
    expect(wordsOf(given.text)).toContain(words);
    expect(await world.sql('select id from intake.import_run')).toEqual(before);
  });

  test('a file of more than 50 MB', async () => {
    const given = await giveList(world, callum, { name: 'long.csv', content: Buffer.alloc(50_000_001, 97) });
    expect(wordsOf(given.text)).toContain('smaller than 50 MB');
  });

  test('a file with a fault far down is refused by the check, loads nothing, and can be put away', async () => {
    const row = '2026-10-01,fly-tipping,Mill Lane\n';
    const long = `2026-10-01,fly-tipping,${'x'.repeat(1_000_001)}\n`;
    const id = await checked(
      'broken.csv',
      `when,kind,where\n${row.repeat(10_000)}${long}${row.repeat(10_000)}`,
    );
    expect(wordsOf(await page(id))).toContain('Row 10,002 is longer than 1,000,000 characters');
    expect(await countOf('import_id = $1', [id])).toBe(0);
    expect((await press(id, 'put-away')).status).toBe(303);
  });

  test('an action that does not fit, and a page that is out of date', async () => {
    const id = await checked('two.csv', 'when,kind,where\n2026-10-01,fly-tipping,Mill Lane\n', 'Another');
    const early = await callum.api('POST', `/api/v1/imports/${id}/undo`, {
      version: 3,
      reason: 'No reason.',
    });
    expect(early.json).toMatchObject({
      rule: 'import.not-now',
      words: 'Only a list that has been loaded can be undone.',
    });
    expect((await callum.api('POST', `/api/v1/imports/${id}/load`, { version: 1 })).status).toBe(409);
  });

  test('all reports of a load are worked on: nothing is undone', async () => {
    const id = await checked('three.csv', 'when,kind,where\n2026-10-01,fly-tipping,Mill Lane\n', 'Third');
    await press(id, 'load');
    await world.sql('update intake.report set version = 2 where import_id = $1', [id]);
    const refused = await callum.api('POST', `/api/v1/imports/${id}/undo`, {
      version: 5,
      reason: 'A mistake.',
    });
    expect(refused.json).toMatchObject({ rule: 'import.all-worked-on' });
    expect(await countOf('import_id = $1', [id])).toBe(1);
  });
});

describe('who may', () => {
  test('a list is seen by its own agency alone, and its rows are known to nobody else', async () => {
    const rowan = await world.as('rowan.reception');
    const csv = 'ref,when,kind,where\nX1,2026-10-01,fly-tipping,Mill Lane\n';
    const id = await checked('mine.csv', csv, 'Shared name');
    await press(id, 'load');
    expect((await rowan.get(`/imports/${id}`)).status).toBe(404);
    expect((await rowan.api('GET', '/api/v1/imports')).text).not.toContain('mine.csv');
    const given = await giveList(
      world,
      rowan,
      { name: 'theirs.csv', content: csv },
      { source: 'Shared name', byApi: true },
    );
    const theirs = given.json as { id: string; suggested: Record<string, string> };
    await rowan.api('POST', `/api/v1/imports/${theirs.id}/columns`, { version: 1, ...theirs.suggested });
    await performQueued(world, clock);
    expect((await rowan.api('GET', `/api/v1/imports/${theirs.id}`)).json).toMatchObject({
      rowsAccepted: 1,
      rowsKnown: 0,
    });
  });

  test('an officer without the role is refused before the file is read', async () => {
    const olu = await world.as('olu.officer');
    expect((await giveList(world, olu, { name: 'x.csv', content: 'a,b\n1,2\n' })).status).toBe(403);
    expect((await giveList(world, world.nobody, { name: 'x.csv', content: 'a,b\n1,2\n' })).status).toBe(302);
  });

  test('a sensitive kind of issue stays sensitive, and stays when its load is undone', async () => {
    const [type] = await world.sql<{ code: string }>(
      'select code from directory.issue_type where is_sensitive and is_active order by code limit 1',
    );
    const id = await checked(
      'sensitive.csv',
      `when,kind,where\n2026-10-01,${type?.code},Mill Lane\n2026-10-01,fly-tipping,Mill Lane\n`,
      'Sensitive',
    );
    await press(id, 'load');
    expect(await countOf('import_id = $1 and is_sensitive', [id])).toBe(1);
    const shown = wordsOf((await callum.get(`/imports/${id}/undo`)).text);
    expect(shown).toContain('1 report would stay');
    expect(shown).toContain('None of them was changed itself');
    await press(id, 'undo', { reason: 'A mistake.' });
    expect(await countOf('import_id = $1 and is_sensitive', [id])).toBe(1);
  });
});

test('the files of finished lists are forgotten after thirty days', async () => {
  const before = await world.sql('select distinct import_id from intake.import_file_part');
  expect(before.length).toBeGreaterThan(0);
  const later = movableClock('2027-01-05T04:00:00Z');
  const { performScheduled } = await import('../../../test/support/jobs.ts');
  await performScheduled(world, later, 'forget-import-files');
  expect(await world.sql('select 1 from intake.import_file_part')).toEqual([]);
});
