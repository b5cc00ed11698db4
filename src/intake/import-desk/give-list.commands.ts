import { stat } from 'node:fs/promises';
import { invalid, ok, type Result } from '../../platform/failures/failures.ts';
import { type GivenFile, hashOfFile, keptName, lookAtTable } from '../../platform/files/given-table.ts';
import { about, officerOf, type Work } from '../../platform/http/work.ts';
import type { UploadInput } from './import.forms.ts';
import { keepFile } from './import.store.ts';
import { findSource, type ImportSource, sourceNamed } from './import-source.store.ts';

/** Takes a file and looks at its first rows. Nothing is loaded; a file that cannot be read is refused, and not kept. */
export async function takeList(
  work: Work,
  input: UploadInput,
  file: GivenFile,
): Promise<Result<{ id: string }>> {
  const looked = await lookAtTable(file.path);
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
      fileName: keptName(file.name),
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

async function chosenSource(work: Work, input: UploadInput): Promise<Result<ImportSource>> {
  if (input.source) return ok(await sourceNamed(work, input.source));
  const known = input.sourceId ? await findSource(work, input.sourceId) : undefined;
  return known
    ? ok(known)
    : invalid({ field: 'source', words: 'Say where the list comes from, for example the name of a system' });
}
