import { appendFileSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textIn } from '../core/index.ts';
import { type FileTable, readCsv } from './read-csv.ts';
import { readLists } from './read-lists.ts';

const folder = mkdtempSync(join(tmpdir(), 'lists-'));
let files = 0;
const written = (content: string | Buffer, ending = 'csv'): string => {
  files += 1;
  const path = join(folder, `list${files}.${ending}`);
  writeFileSync(path, content);
  return path;
};
const rowsOf = (table: FileTable): string[][] =>
  Array.from({ length: table.rows }, (_, row) => table.columns.map((column) => textIn(column, row) ?? ''));

describe('reading a delimited file', () => {
  test('takes a first line of values for a row, and says so', async () => {
    const table = await readCsv(written('Ann,Lee,1961-03-04\nBob,Ray,1950-01-02\n'));
    expect(table.columns.map(({ name }) => name)).toEqual(['column 1', 'column 2', 'column 3']);
    expect(rowsOf(table)).toEqual([
      ['Ann', 'Lee', '1961-03-04'],
      ['Bob', 'Ray', '1950-01-02'],
    ]);
    expect(table.remarks).toEqual(['its first line has values and no column names; columns are numbered.']);
  });

  test.each([',', ';', '\t', '|', '%'])('finds the delimiter %j by itself', async (mark) => {
    const table = await readCsv(
      written(`${['id', 'name', 'town'].join(mark)}\n${['1', 'Ann', 'Leeds'].join(mark)}\n`),
    );
    expect(table.columns.map(({ name }) => name)).toEqual(['id', 'name', 'town']);
    expect(rowsOf(table)).toEqual([['1', 'Ann', 'Leeds']]);
  });

  test('quotes, doubled quotes, line breaks in a cell, no line break at the end', async () => {
    expect(rowsOf(await readCsv(written('a,b\r\n"x, y","say ""hi"""\r\n"two\nlines",z')))).toEqual([
      ['x, y', 'say "hi"'],
      ['two\nlines', 'z'],
    ]);
  });

  test('UTF-8 with a mark, UTF-16, Windows-1252, and two of them in one file', async () => {
    const text = 'name\nZoë\n';
    for (const bytes of [
      Buffer.from(`\ufeff${text}`),
      Buffer.from(`\ufeff${text}`, 'utf16le'),
      Buffer.from(text, 'latin1'),
      gzipSync(text),
    ])
      expect(rowsOf(await readCsv(written(bytes)))).toEqual([['Zoë']]);
    expect(
      rowsOf(
        await readCsv(written(Buffer.concat([Buffer.from('name\nZoë\n'), Buffer.from('Zoë\n', 'latin1')]))),
      ),
    ).toEqual([['Zoë'], ['Zoë']]);
  });

  test('rows with too many or too few cells are counted and told', async () => {
    const table = await readCsv(written('a,b\n1\n1,2,3\n'));
    expect(rowsOf(table)).toEqual([
      ['1', ''],
      ['1', '2'],
    ]);
    expect(table.remarks).toEqual([
      expect.stringContaining('1 rows have more'),
      expect.stringContaining('1 rows have fewer'),
    ]);
  });

  test('an empty file, a header alone, a quote never closed, no file: a sentence each', async () => {
    await expect(readCsv(written(''))).rejects.toThrow('is empty');
    await expect(readCsv(written('a,b\n'))).rejects.toThrow('has no rows');
    await expect(readCsv(written('a,b\n"x,y\n1,2\n'))).rejects.toThrow('never closed');
    await expect(readCsv(join(folder, 'none.csv'))).rejects.toThrow('There is no file');
  });

  test('a cell of ten megabytes is read', async () => {
    const table = await readCsv(written(`a,b\n${'x'.repeat(10_000_000)},y\n`));
    expect(table.columns[0]?.values.at(0)?.length).toBe(10_000_000);
  });

  test('what is added while it is read is not part of it', async () => {
    const path = written(`a\n${'row\n'.repeat(500_000)}`);
    const reading = readCsv(path);
    await Promise.resolve();
    const table = await readCsv(path, { onProgress: () => appendFileSync(path, 'more\n') });
    expect([500_000, table.rows]).toContain((await reading).rows);
    expect(table.columns[0]?.values).not.toContain('never');
    expect(table.rows).toBe(500_000);
  });

  test('what is written by the book comes back', async () => {
    const cell = fc
      .string({ unit: fc.constantFrom('a', '"', ',', '\n', 'é', ' ', ';'), maxLength: 6 })
      .map((text) => text.trim());
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 }), async (rows) => {
        const line = (cells: readonly string[]) =>
          cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(',');
        const table = await readCsv(written(`one,two\nx,x\n${rows.map(line).join('\n')}\n`));
        expect(rowsOf(table).slice(1)).toEqual(rows.map((row) => [...row]));
      }),
      { numRuns: 100 },
    );
  });
});

describe('several lists', () => {
  test('stand under each other, ids with the name of their file', async () => {
    const [one, two] = [written('id,Name\n7,Ann\n'), written('name,id\nBea,7\n')];
    const lists = await readLists([one, two]);
    expect(lists.table.rows).toBe(2);
    expect(lists.table.columns).toHaveLength(2);
    expect([lists.idOf(0), lists.idOf(1)]).toEqual([
      expect.stringMatching(/^list\d+:7$/),
      expect.stringMatching(/^list\d+:7$/),
    ]);
    expect(lists.idOf(0)).not.toBe(lists.idOf(1));
  });

  test('ids given twice are told, and rows are numbered', async () => {
    const lists = await readLists([written('id,name\n1,Ann\n1,Bea\n')]);
    expect([lists.idOf(0), lists.idOf(1)]).toEqual(['1', '2']);
    expect(lists.remarks).toEqual([expect.stringContaining('not one for each row')]);
  });

  test('an id column that is not there is said', async () => {
    await expect(readLists([written('a,b\n1,2\n')], { id: 'nhs' })).rejects.toThrow(
      'has no column «nhs»; it has a, b',
    );
  });
});

describe('ids of rows', () => {
  test('are those of a column that ends so and has one for each row, where none is called an id', async () => {
    const { idOf, remarks } = await readLists([written('mention_id,name\nm7,Ann\nm9,Bob\n')]);
    expect([idOf(0), idOf(1), remarks]).toEqual(['m7', 'm9', []]);
    const twice = await readLists([written('crime_ref,name\nc1,Ann\nc1,Bob\n')]);
    expect([twice.idOf(0), twice.idOf(1)]).toEqual(['1', '2']);
    expect(twice.remarks.join()).toContain('no column of ids');
  });
});
