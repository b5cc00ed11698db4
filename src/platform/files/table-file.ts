import { stat } from 'node:fs/promises';
import { StartRefused } from '../failures/failures.ts';
import { openDelimited } from './delimited.ts';
import { firstBytes } from './encoding.ts';
import { FileRefused } from './refused.ts';
import type { Table, TableOptions, TableRow } from './table-row.ts';
import { openWorkbook } from './workbook.ts';
import { refuseOldContainer } from './workbook-parts.ts';

const zipStart = Buffer.from('PK\u0003\u0004', 'latin1');
const emptyZipStart = Buffer.from('PK\u0005\u0006', 'latin1');
/** Start of an OLE container: Excel before 2007, and any workbook closed with a password. */
const oldContainerStart = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/**
 * Opens a file of rows by what its first bytes say it is, whatever its name: an Excel workbook, or delimited text, plain
 * or gzipped. A file that cannot be read is refused with a sentence.
 */
export async function openTable(path: string, options: TableOptions = {}): Promise<Table> {
  await mustBeThere(path);
  const first = await firstBytes(path);
  if (first.length === 0) throw new FileRefused('empty', 'The file is empty.');
  if (first.subarray(0, 4).equals(zipStart) || first.subarray(0, 4).equals(emptyZipStart))
    return openWorkbook(path, options);
  if (first.equals(oldContainerStart)) return refuseOldContainer(path);
  if (first.subarray(0, 4).toString('latin1') === '%PDF')
    throw new FileRefused('not-text', 'This is a PDF and not a table. Ask for the table as CSV or .xlsx.');
  return openDelimited(path, options);
}

/** Streams the rows of a file. */
export async function* readTable(path: string, options: TableOptions = {}): AsyncGenerator<TableRow> {
  const table = await openTable(path, options);
  yield* table.rows();
}

async function mustBeThere(path: string): Promise<void> {
  try {
    await stat(path);
  } catch {
    throw new StartRefused('no-file', `There is no file ${path}: check its name and folder.`);
  }
}

export { sniffDelimiter } from './delimited.ts';
export { FileRefused } from './refused.ts';
export type { Progress, Table, TableLimits, TableOptions, TableRow } from './table-row.ts';
export { dayFromCount } from './workbook-cells.ts';
