import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { textIn } from '../core/index.ts';
import { type FileTable, readCsv, readCsvParts } from './read-csv.ts';
import { readListParts } from './read-parts.ts';

let folder: string;
const at = (name: string) => join(folder, name);
const rows = 60_000;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bailiwick-parts-'));
  const line = (row: number) =>
    `${row},"Street ${row % 700}, flat ${row % 9}",${row % 5 === 0 ? '' : `x${row % 3}`}`;
  const lines = Array.from({ length: rows }, (_, row) => line(row));
  await writeFile(at('a.csv'), `id,address,kind\n${lines.join('\n')}\n`);
  await writeFile(at('b.csv'), 'name,kind\nAnn,y\nBob,z,too many\n');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const cells = ({ rows: count, columns }: FileTable): string[] =>
  Array.from({ length: count }, (_, row) => columns.map((column) => textIn(column, row) ?? '').join('|'));

test('parts hold the rows of the whole, in order, and each the values of its own rows alone', async () => {
  const parts: FileTable[] = [];
  for await (const part of readCsvParts(at('a.csv'), 1)) parts.push(part);
  expect(parts.length).toBeGreaterThan(1);
  expect(parts.flatMap(cells)).toEqual(cells(await readCsv(at('a.csv'))));
  for (const { columns, rows: count } of parts) expect(columns[0]?.values).toHaveLength(count);
});

test('rows of several lists have their list and an id; what is odd is said', async () => {
  const remarks: string[] = [];
  const [ids, lists]: [string[], number[]] = [[], []];
  const paths = [at('a.csv'), at('b.csv')];
  for await (const { table, idOf } of readListParts(paths, { onRemark: (remark) => remarks.push(remark) }))
    for (let row = 0; row < table.rows; row += 1) {
      ids.push(idOf(row));
      lists.push(table.sources[row] ?? -1);
    }
  expect(ids).toHaveLength(rows + 2);
  expect([ids[0], ids[rows - 1], ...ids.slice(rows)]).toEqual(['a:0', `a:${rows - 1}`, 'b:1', 'b:2']);
  expect(lists.slice(rows - 1)).toEqual([0, 1, 1]);
  expect(remarks.join('\n')).toMatch(/b\.csv: no column is called an id[\s\S]*1 rows have more cells/);
});

test('a column of ids that is not there is refused', async () => {
  const read = async () => {
    for await (const _ of readListParts([at('b.csv')], { id: 'number' }));
  };
  await expect(read()).rejects.toThrow('has no column «number»; it has name, kind');
});
