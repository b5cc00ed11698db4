import { listIssueTypes } from '../../directory/index.ts';
import { pageOfRows, type Sorted, sorted } from '../../platform/database/sorting.ts';
import { notFound, ok, type Result } from '../../platform/failures/failures.ts';
import { about, type Work } from '../../platform/http/work.ts';
import { columnsShown } from './import.forms.ts';
import {
  findImport,
  findPreview,
  findProgress,
  groupProblems,
  type ImportRun,
  importSorting,
  listImports,
  loadsOfFile,
} from './import.store.ts';
import { findSource, keptMapping } from './import-source.store.ts';
import { countKept, listKept } from './kept-reports.store.ts';

export const importPageSize = 25;

/** A page of the lists that were given, and where the next starts. */
export async function pageOfImports(
  work: Work,
  asked: { sort?: string | undefined; after?: string | undefined },
): Promise<{ imports: ImportRun[]; next: string | null; sorted: Sorted }> {
  const way = sorted(importSorting, asked);
  const found = await listImports(work, { sorted: way, limit: importPageSize + 1 });
  const { rows: imports, next } = pageOfRows(way, found, importPageSize);
  work.note.detail.count = imports.length;
  return { imports, next, sorted: way };
}

/** One list for reading; noted in the audit by its id. */
export async function openImport(work: Work, id: string): Promise<Result<ImportRun>> {
  const run = await findImport(work, id);
  if (!run) return notFound;
  about(work, 'import', run.id);
  return ok(run);
}

/** Everything the page of one list shows, as far as it has come. */
export async function importView(work: Work, id: string) {
  const opened = await openImport(work, id);
  if (!opened.ok) return opened;
  const run = opened.value;
  const preview = await findPreview(work, run.id);
  return ok({
    run,
    progress: await findProgress(work, run),
    problems: await groupProblems(work, run),
    unmatched: run.status === 'checked' ? (preview?.unmatched ?? []) : [],
    types: run.status === 'checked' ? await activeTypes(work) : [],
    earlier: await loadsOfFile(work, run.fileSha256, run.id),
  });
}

const activeTypes = async (work: Work) =>
  (await listIssueTypes(work.db))
    .filter((type) => type.isActive)
    .sort((one, other) => one.name.localeCompare(other.name));

/** What the form of columns shows; the list must still have its file. */
export async function columnsView(work: Work, id: string) {
  const opened = await openImport(work, id);
  if (!opened.ok) return opened;
  const run = opened.value;
  const preview = await findPreview(work, run.id);
  if (!preview) return notFound;
  const source = run.sourceId ? await findSource(work, run.sourceId) : undefined;
  const chosen = [keptMapping(run.mapping), keptMapping(source?.mapping)];
  return ok({
    run,
    rows: preview.rows.slice(0, 3),
    isRemembered: chosen[0] === undefined && chosen[1] !== undefined,
    shown: columnsShown(run.columns, preview.rows, chosen),
    types: await activeTypes(work),
  });
}

/** What would be taken back and what would stay if a load were undone. */
export async function undoView(work: Work, id: string) {
  const opened = await openImport(work, id);
  if (!opened.ok) return opened;
  const run = opened.value;
  const counts = await countKept(work, run);
  return ok({ run, ...counts, keptReports: await listKept(work, run) });
}
