import { spooled } from '../files/spool.ts';
import { addressWith } from '../http/address.ts';
import { type FileReply, file } from '../http/reply.ts';
import type { Work } from '../http/work.ts';
import { csvPieces } from './csv.ts';
import { xlsxPieces } from './xlsx.ts';

export type ExportFormat = 'csv' | 'xlsx';
export const exportWords: Record<ExportFormat, string> = { csv: 'CSV', xlsx: 'Excel' };

/** Addresses of a list's files, for its table: the same filter and order, from the top. */
export const exportLinks = (path: string, query: Readonly<Record<string, unknown>>) => ({
  csvHref: addressWith(`${path}.csv`, query, { after: undefined }),
  xlsxHref: addressWith(`${path}.xlsx`, query, { after: undefined }),
});

/** A list to take away: every row that the viewer may see, read some thousand at a time. */
export interface ListExport {
  /** Without an ending: `reports`. */
  name: string;
  columns: readonly string[];
  rows: AsyncIterable<readonly (readonly unknown[])[]>;
}

/** Makes the file of a list whole, on disk, before any of it is sent, and counts its rows for the audit. */
export async function exportFile(work: Work, format: ExportFormat, list: ListExport): Promise<FileReply> {
  const rows = counted(work, list.rows);
  if (format === 'csv')
    return file(`${list.name}.csv`, 'text/csv; charset=utf-8', await spooled(csvPieces(list.columns, rows)));
  const sheet = { name: list.name, columns: list.columns, at: work.clock.now() };
  return file(
    `${list.name}.xlsx`,
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    await spooled(xlsxPieces(sheet, rows)),
  );
}

async function* counted<Row>(
  work: Work,
  rows: AsyncIterable<readonly Row[]>,
): AsyncGenerator<readonly Row[]> {
  let count = 0;
  for await (const some of rows) {
    count += some.length;
    yield some;
  }
  work.note.detail.count = count;
}

/** Rows of an export that are read at once. */
export const exportPage = 1000;

/** Goes through a list from its top to its end by its own pages; `next` is where a page says the next one starts. */
export async function* everyPage<Row>(
  read: (after: string | undefined, limit: number) => Promise<{ rows: readonly Row[]; next: string | null }>,
): AsyncGenerator<readonly Row[]> {
  for (let after: string | undefined; ; ) {
    const { rows, next } = await read(after, exportPage);
    yield rows;
    if (next === null) return;
    after = next;
  }
}
