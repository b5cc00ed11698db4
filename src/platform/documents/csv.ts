import { stringify } from 'csv-stringify/sync';

/** So that Excel reads a file as UTF-8. */
const byteOrderMark = '\ufeff';

/**
 * Rows as CSV for a spreadsheet, with a byte-order mark so that Excel reads it as UTF-8. A cell that a spreadsheet
 * would run as a formula is written with an apostrophe before it.
 */
export function csv(columns: readonly string[], rows: readonly (readonly unknown[])[]): string {
  return `${byteOrderMark}${csvLines([columns, ...rows])}`;
}

/** The same piece by piece, for lists of any length. */
export async function* csvPieces(
  columns: readonly string[],
  rows: AsyncIterable<readonly (readonly unknown[])[]>,
): AsyncGenerator<string> {
  yield csv(columns, []);
  for await (const some of rows) if (some.length > 0) yield csvLines(some);
}

const csvLines = (rows: readonly (readonly unknown[])[]): string =>
  stringify(rows.map((row) => row.map(plainCell)));

function plainCell(value: unknown): string {
  const text =
    value instanceof Date ? value.toISOString() : value === null || value === undefined ? '' : String(value);
  return isRunAsFormula(text) ? `'${text}` : text;
}

/** Text that a spreadsheet would take for a formula when it opens it; a plain number is none. */
export const isRunAsFormula = (text: string): boolean =>
  /^\s*[=+\-@\t\r＝＋－＠]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text);
