import { insertMany } from '../../platform/database/bulk.ts';
import type { Work } from '../../platform/http/work.ts';

/** A row of intake.report ready to be written. */
export interface ReportRow {
  id: string;
  reference: string;
  [column: string]: unknown;
}

const tries = 5;

/** The rows that are not there yet. */
export async function unknownRows({ db }: Work, rows: readonly ReportRow[]): Promise<readonly ReportRow[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const found = await db.selectFrom('intake.report').select('id').where('id', 'in', ids).execute();
  const known = new Set(found.map((row) => row.id));
  return rows.filter((row) => !known.has(row.id));
}

/**
 * Writes the rows that are not there yet and gives them. References are random, and among a hundred thousand of them
 * two alike are to be expected: such a row gets another reference, and is never mistaken for one already known.
 */
export async function writeReports(
  work: Work,
  rows: readonly ReportRow[],
): Promise<{ added: number; written: readonly ReportRow[] }> {
  let waiting = await unknownRows(work, rows);
  const fresh = new Map(waiting.map((row) => [row.id, row]));
  let added = 0;
  for (let n = 0; n < tries && waiting.length > 0; n += 1) {
    const written = await insertMany(work.db, 'intake.report', waiting, 1000);
    added += written;
    if (written === waiting.length) return { added, written: [...fresh.values()] };
    waiting = (await unknownRows(work, waiting)).map((row) => ({
      ...row,
      reference: work.ids.reference('R'),
    }));
  }
  if (waiting.length > 0)
    throw new Error(`${waiting.length} rows found no free reference in ${tries} tries.`);
  return { added, written: await ours(work, [...fresh.values()]) };
}

/** Those of some rows that this load wrote, where another may have written some of them meanwhile. */
async function ours({ db }: Work, rows: readonly ReportRow[]): Promise<readonly ReportRow[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const importIds = [...new Set(rows.map((row) => String(row.importId)))];
  const found = await db
    .selectFrom('intake.report')
    .select('id')
    .where('id', 'in', ids)
    .where('importId', 'in', importIds)
    .execute();
  const written = new Set(found.map((row) => row.id));
  return rows.filter((row) => written.has(row.id));
}
