import { stat } from 'node:fs/promises';
import { invalid, ok, type Result } from '../../platform/failures/failures.ts';
import { FileRefused, openTable } from '../../platform/files/table-file.ts';
import type { Upload } from '../../platform/http/declare.ts';
import { about, officerOf, type Work } from '../../platform/http/work.ts';
import { hashOfFile } from '../import/import-run.store.ts';
import type { SampleRow } from './guess-columns.ts';
import type { UploadInput } from './import.forms.ts';
import { keepFile } from './import.store.ts';
import { importLimits } from './import.words.ts';
import { findSource, type ImportSource, sourceNamed } from './import-source.store.ts';

/** Bytes of a whole form with a list in it. */
export const listFormLimit = importLimits.fileBytes + 1_000_000;

/** The file that came with a form, or what is wrong with it. */
export function givenFile(uploads: readonly Upload[]): Result<GivenFile> {
  const upload = uploads.find(({ field }) => field === 'file');
  const wrong = (words: string) => invalid({ field: 'file', words });
  if (upload?.isTooLarge) return wrong('The file must be smaller than 50 MB: split it into smaller files');
  if (!upload?.path || !upload.name) return wrong('Choose a file');
  return ok({ name: upload.name, path: upload.path });
}

/** Rows that are looked at to guess what the columns hold. */
const sampleRows = 200;

export interface GivenFile {
  name: string;
  path: string;
}

/** Takes a file and looks at its first rows. Nothing is loaded; a file that cannot be read is refused, and not kept. */
export async function takeList(
  work: Work,
  input: UploadInput,
  file: GivenFile,
): Promise<Result<{ id: string }>> {
  const looked = await lookAt(file.path);
  if (!looked.ok) return looked;
  const source = await chosenSource(work, input);
  if (!source.ok) return source;
  const { agencyId, officerId } = officerOf(work);
  const agency = await work.db
    .selectFrom('directory.agency')
    .select('code')
    .where('id', '=', agencyId)
    .executeTakeFirstOrThrow();
  const id = work.ids.next();
  const { columns, notes, rows } = looked.value;
  await work.db
    .insertInto('intake.importRun')
    .values({
      id,
      kind: 'reports',
      // The agency is part of it: what one agency has loaded is never known to another by its numbers.
      feed: `${agency.code}/${source.value.code}`,
      fileName: file.name.replace(/[^\P{Cc}]/gu, '').slice(0, 200) || 'list',
      fileSha256: await hashOfFile(file.path),
      sizeBytes: (await stat(file.path)).size,
      mapping: JSON.stringify({}),
      status: 'uploaded',
      columns: JSON.stringify(columns),
      notes: JSON.stringify(notes),
      sourceId: source.value.id,
      agencyId,
      startedBy: officerId,
      startedAt: work.clock.now(),
    })
    .execute();
  await keepFile(work, { id, agencyId }, file.path);
  await work.db
    .insertInto('intake.importPreview')
    .values({ importId: id, agencyId, rows: JSON.stringify(rows) })
    .execute();
  about(work, 'import', id, { columns: columns.length });
  return ok({ id });
}

/** The columns and first rows of a file, or the sentence that says why it cannot be read. */
async function lookAt(
  path: string,
): Promise<Result<{ columns: readonly string[]; notes: readonly string[]; rows: SampleRow[] }>> {
  try {
    const table = await openTable(path, { limits: importLimits });
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

async function chosenSource(work: Work, input: UploadInput): Promise<Result<ImportSource>> {
  if (input.source) return ok(await sourceNamed(work, input.source));
  const known = input.sourceId ? await findSource(work, input.sourceId) : undefined;
  return known
    ? ok(known)
    : invalid({ field: 'source', words: 'Say where the list comes from, for example the name of a system' });
}
