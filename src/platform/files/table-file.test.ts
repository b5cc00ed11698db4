import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { FileRefused, openTable, type Table, type TableOptions, type TableRow } from './table-file.ts';
import { madeWorkbook } from './workbook.testing.ts';
import { columnOf, dayFromCount, kindOfFormat } from './workbook-cells.ts';

const folder = mkdtempSync(join(tmpdir(), 'bailiwick-table-'));
afterAll(() => rmSync(folder, { recursive: true }));
let made = 0;

function kept(content: string | Buffer): string {
  made += 1;
  const path = join(folder, `file-${made}`);
  writeFileSync(path, content);
  return path;
}
async function read(
  content: string | Buffer,
  options?: TableOptions,
): Promise<{ table: Table; rows: TableRow[] }> {
  const table = await openTable(kept(content), options);
  const rows: TableRow[] = [];
  for await (const row of table.rows()) rows.push(row);
  return { table, rows };
}
/** The sentence a file is refused with; fails where it is read after all. */
async function refusal(content: string | Buffer, options?: TableOptions): Promise<string> {
  try {
    await read(content, options);
  } catch (error) {
    if (error instanceof FileRefused) return error.message;
    throw error;
  }
  throw new Error('The file was read.');
}

describe('delimited text', () => {
  test.each([
    [',', 'a,b\n1,2\n'],
    ['tab', 'a\tb\r\n1\t2'],
    [';', '"a";"b, with a comma, and another"\n1;2'],
    ['|', '\ufeffa|b\n\n1|2\n\n'],
  ])('with %s between its columns', async (_mark, text) => {
    const { rows } = await read(text);
    expect(rows.map((row) => Object.values(row.values))).toEqual([['1', '2']]);
  });

  test('plain, gzipped, UTF-16 and Windows-1252 give the same letters', async () => {
    const text = 'place,words\nCafé,£5 naïve\n';
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
    const swapped = Buffer.from(utf16).swap16();
    for (const content of [text, gzipSync(text), utf16, swapped, Buffer.from(text, 'latin1')]) {
      const { rows } = await read(content);
      expect(rows[0]?.values).toEqual({ place: 'Café', words: '£5 naïve' });
    }
    const { table } = await read(Buffer.from(text, 'latin1'));
    expect(table.notes.join()).toContain('Windows-1252');
  });

  test('empty lines are passed over, and a row keeps the number that a spreadsheet shows', async () => {
    const { rows } = await read('a,b\n\n\n1,2\n,\n3,4\n');
    expect(rows.map((row) => row.number)).toEqual([4, 6]);
  });

  test('columns called alike are told apart, and one without a name is called by its place', async () => {
    const { table, rows } = await read('date,,date\n1,2,3\n');
    expect(table.columns).toEqual(['date', 'column 2', 'date (column 3)']);
    expect(table.notes.join()).toContain('Two columns are called “date”');
    expect(rows[0]?.values).toEqual({ date: '1', 'column 2': '2', 'date (column 3)': '3' });
  });

  test('what cannot be read is refused in a sentence', async () => {
    expect(await refusal('')).toBe('The file is empty.');
    expect(await refusal('\n\n  \n')).toContain('no row of column names');
    expect(
      await refusal(Buffer.concat([Buffer.from('a,b\nCafé,1\n'), Buffer.from('Café,1\n', 'latin1')])),
    ).toContain('line 2 is UTF-8 and line 3 is not');
    expect(await refusal(Buffer.from([1, 2, 0, 3, 4]))).toContain('not a text file');
    expect(await refusal('%PDF-1.7')).toContain('PDF');
    expect(await refusal(`a,b\n1,"${'x'.repeat(10_000_000)}"\n`)).toContain(
      'Row 2 is longer than 1,000,000 characters',
    );
    expect(await refusal('a,b\n1,"never closed\n')).toContain('never closed');
    expect(await refusal(gzipSync('a,b\n1,2\n'.repeat(100)).subarray(0, 20))).toContain(
      'gzip file is damaged',
    );
    expect(await refusal('a,b\n1,2\n3,4\n', { limits: { rows: 1 } })).toContain('more than 1 rows');
    expect(
      await refusal(gzipSync('a'.repeat(5_000_000)), { limits: { unpackedBytes: 1_000_000 } }),
    ).toContain('unpacks to more than 1 MB');
    expect(await refusal('x,'.repeat(1001))).toContain('1,002 columns');
  });

  test('whatever the bytes, they are read or refused in a sentence, never worse', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        await read(Buffer.from(bytes)).catch((error: unknown) => expect(error).toBeInstanceOf(FileRefused));
      }),
      { numRuns: 150, seed: 11 },
    );
  });
});

describe('a workbook', () => {
  test('gives texts, numbers, days and times as a person reads them', async () => {
    const { rows } = await read(
      madeWorkbook({
        rows: [
          ['text', 'number', 'day', 'day and time', 'count', 'yes', 'inline', 'formula'],
          [
            'Bags & <wood>',
            100234,
            { xml: '<c r="REF" s="1"><v>46346</v></c>' },
            { xml: '<c r="REF" s="2"><v>46346.3958333333</v></c>' },
            46346,
            { xml: '<c r="REF" t="b"><v>1</v></c>' },
            { xml: '<c r="REF" t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r></is></c>' },
            { xml: '<c r="REF" t="str"><f>A1&amp;"x"</f><v>result</v></c>' },
          ],
        ],
      }),
    );
    expect(rows).toEqual([
      {
        number: 2,
        values: {
          text: 'Bags & <wood>',
          number: '100234',
          day: '2026-11-20',
          'day and time': '2026-11-20T09:30:00',
          count: '46346',
          yes: 'TRUE',
          inline: 'inline',
          formula: 'result',
        },
      },
    ]);
  });

  test('a formula without its result and an error are told, by their column', async () => {
    const { rows } = await read(
      madeWorkbook({
        rows: [
          ['a', 'b', 'c'],
          ['1', { xml: '<c r="REF"><f>NOW()</f></c>' }, { xml: '<c r="REF" t="e"><v>#N/A</v></c>' }],
        ],
      }),
    );
    expect(rows[0]?.flaws?.b).toContain('formula without its result');
    expect(rows[0]?.flaws?.c).toContain('#N/A');
  });

  test('a heading above the column names, another sheet and days counted from 1904 are said', async () => {
    const { table, rows } = await read(
      madeWorkbook({
        rows: [
          ['Reports for October'],
          [],
          ['when', 'what'],
          [{ xml: '<c r="REF" s="1"><v>44884</v></c>' }, 'x'],
        ],
        otherSheets: 1,
        isFrom1904: true,
      }),
    );
    expect(table.columns).toEqual(['when', 'what']);
    expect(table.dayCount).toBe(1904);
    expect(table.notes.join(' ')).toMatch(/2 sheets.*first.*row 3/);
    expect(rows).toEqual([{ number: 4, values: { when: '2026-11-20', what: 'x' } }]);
  });

  test('what cannot be read is refused in a sentence', async () => {
    const good = madeWorkbook({
      rows: [
        ['a', 'b'],
        ['1', '2'],
      ],
    });
    const old = Buffer.from('d0cf11e0a1b11ae1', 'hex');
    expect(await refusal(Buffer.concat([old, Buffer.from('EncryptedPackage', 'utf16le')]))).toContain(
      'password',
    );
    expect(await refusal(Buffer.concat([old, Buffer.alloc(600)]))).toContain('Excel 97 to 2003');
    expect(await refusal(good.subarray(0, good.length - 60))).toContain('damaged');
    expect(
      await refusal(
        madeWorkbook({ parts: { 'xl/worksheets/sheet1.xml': Buffer.from('<worksheet><sheetData><row') } }),
      ),
    ).toContain('damaged');
    expect(await refusal(madeWorkbook({ rows: [] }))).toContain('The workbook is empty');
    expect(await refusal(madeWorkbook({ parts: { 'xl/workbook.xml': null } }))).toContain('not a workbook');
    expect(await refusal(madeWorkbook({ parts: { 'xl/workbook.bin': Buffer.from('x') } }))).toContain(
      '.xlsb',
    );
    expect(await refusal(madeWorkbook({ parts: { 'content.xml': Buffer.from('x') } }))).toContain('.ods');
    const doctype = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]><worksheet/>';
    expect(await refusal(madeWorkbook({ sheetXml: doctype }))).toContain('damaged');
    expect(
      await refusal(
        madeWorkbook({
          rows: [
            ['a', 'b'],
            ['x'.repeat(10_000_000), 'y'],
          ],
        }),
      ),
    ).toContain('more than 1,000,000 characters');
    const far = madeWorkbook({
      sheetXml: `<worksheet><sheetData><row r="1"><c r="ZZZ1"><v>1</v></c></row></sheetData></worksheet>`,
    });
    expect(await refusal(far)).toContain('more than 1,000 columns');
  });

  test('one that unpacks without end is stopped: by what it says, and where it lies, by what comes out', async () => {
    const limits = { limits: { unpackedBytes: 2_000_000 } };
    const bomb = madeWorkbook({
      sheetXml: `<worksheet><sheetData>${' '.repeat(20_000_000)}</sheetData></worksheet>`,
    });
    expect(bomb.length).toBeLessThan(50_000);
    expect(await refusal(bomb, limits)).toContain('unpacks to more than 2 MB');
    const apart = madeWorkbook({
      sheetXml: `<worksheet><sheetData>${' '.repeat(20_000_000)}</sheetData></worksheet>`,
    });
    expect(await refusal(apart)).toContain('damaged');
    expect(await refusal(madeWorkbook({ sheetXml: `<worksheet>${'<a>'.repeat(1_000_000)}` }))).toContain(
      'damaged',
    );
    // The sizes in the directory say a little; what comes out is more.
    const lying = Buffer.from(bomb);
    for (let at = lying.indexOf('PK\u0001\u0002'); at >= 0; at = lying.indexOf('PK\u0001\u0002', at + 4))
      if (lying.readUInt32LE(at + 24) > 1_000_000) lying.writeUInt32LE(1000, at + 24);
    expect(await refusal(lying, limits)).toContain('damaged');
  });

  test('whatever is changed in its bytes, it is read or refused in a sentence, never worse', async () => {
    const good = madeWorkbook({
      rows: [
        ['a', 'b'],
        ['1', 'é'],
        [46346, 'x'],
      ],
    });
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), fc.nat(255), async (at, byte) => {
        const changed = Buffer.from(good);
        changed[at] = byte;
        await read(changed).catch((error: unknown) => expect(error).toBeInstanceOf(FileRefused));
      }),
      { numRuns: 200, seed: 13 },
    );
  });
});

test('days by count, formats and columns as Excel has them', () => {
  expect(dayFromCount(61, 1900)).toBe('1900-03-01');
  expect(dayFromCount(60, 1900)).toBeUndefined();
  expect(dayFromCount(0.5, 1900)).toBe('12:00:00');
  expect(dayFromCount(42035.5, 1900)).toBe('2015-01-31T12:00:00');
  expect(dayFromCount(40573.5, 1904)).toBe('2015-01-31T12:00:00');
  expect(kindOfFormat(22, undefined)).toBe('date');
  expect(kindOfFormat(165, '"day" 0.00')).toBe('number');
  expect(kindOfFormat(166, '[$-809]d mmmm yyyy;@')).toBe('date');
  expect(kindOfFormat(167, '[h]:mm')).toBe('date');
  expect(kindOfFormat(168, '[Red]General')).toBe('number');
  expect(columnOf('AB7')).toBe(27);
});
