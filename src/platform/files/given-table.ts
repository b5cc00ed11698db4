import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { invalid, ok, type Result } from '../failures/failures.ts';
import type { Upload } from '../http/declare.ts';
import { FileRefused, openTable } from './table-file.ts';

/** What a table may hold when an officer gives it in the browser; the command line has no limit of rows. */
export const givenLimits = {
  fileBytes: 50_000_000,
  unpackedBytes: 500_000_000,
  rows: 300_000,
} as const;
export const givenLimitWords =
  'At most 50 MB (500 MB once unpacked) and 300,000 rows. Split what is larger, or ask whoever runs this installation to load it.';
/** Bytes of a whole form with a table in it. */
export const givenFormLimit = givenLimits.fileBytes + 1_000_000;

/** A file that came with a form and waits on disk until the act has ended. */
export interface GivenFile {
  name: string;
  path: string;
}

/** A row of a table by the names of its columns. */
export type SampleRow = Readonly<Record<string, string>>;

/** The file that came with a form in the field `file`, or what is wrong with it. */
export function givenFile(uploads: readonly Upload[]): Result<GivenFile> {
  const upload = uploads.find(({ field }) => field === 'file');
  const wrong = (words: string) => invalid({ field: 'file', words });
  if (upload?.isTooLarge) return wrong('The file must be smaller than 50 MB: split it into smaller files');
  if (!upload?.path || !upload.name) return wrong('Choose a file');
  return ok({ name: upload.name, path: upload.path });
}

/** A file's name as it is kept: without what cannot be printed, and not without end. */
export const keptName = (name: string): string => name.replace(/[^\P{Cc}]/gu, '').slice(0, 200) || 'list';

/** Rows that are looked at to guess what the columns hold. */
const sampleRows = 200;

/** What a first look at a table shows. */
export interface Looked {
  columns: readonly string[];
  /** What a person should know about how it was read, a sentence each. */
  notes: readonly string[];
  rows: SampleRow[];
}

/** The columns and first rows of a file, or the sentence that says why it cannot be read. */
export async function lookAtTable(path: string): Promise<Result<Looked>> {
  try {
    const table = await openTable(path, { limits: givenLimits });
    const rows: SampleRow[] = [];
    for await (const row of table.rows()) {
      rows.push(row.values);
      if (rows.length >= sampleRows) break;
    }
    if (rows.length === 0)
      return invalid({ field: 'file', words: 'The file has column names and no rows below them' });
    const notes =
      table.columns.length === 1
        ? [
            ...table.notes,
            'Only one column was found. If the list has more, the mark between them is not a comma, tab, semicolon or bar: save it as CSV or .xlsx.',
          ]
        : table.notes;
    return ok({ columns: table.columns, notes, rows });
  } catch (error) {
    if (error instanceof FileRefused) return invalid({ field: 'file', words: error.message });
    throw error;
  }
}

/** SHA-256 of a file on disk, in hexadecimal. */
export async function hashOfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of createReadStream(path)) hash.update(part as Buffer);
  return hash.digest('hex');
}
