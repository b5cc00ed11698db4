import { stringify } from 'csv-stringify/sync';

/**
 * Rows as CSV for a spreadsheet, with a byte-order mark so that Excel reads it as UTF-8. A cell that a spreadsheet
 * would run as a formula is written with an apostrophe before it.
 */
export function csv(columns: readonly string[], rows: readonly (readonly unknown[])[]): string {
  return `\ufeff${stringify([columns as string[], ...rows.map((row) => row.map(plainCell))])}`;
}

function plainCell(value: unknown): string {
  const text =
    value instanceof Date ? value.toISOString() : value === null || value === undefined ? '' : String(value);
  return /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
}
