import { type RawBuilder, sql } from 'kysely';
import { changeRow } from '../../platform/database/change.ts';
import type { Sorted, Sorting } from '../../platform/database/sorting.ts';
import type { SampleRow } from '../../platform/files/given-table.ts';
import { fetchParts, keepInParts } from '../../platform/files/kept-parts.ts';
import type { Work } from '../../platform/http/work.ts';
import { importPolicy } from './import.policy.ts';
import type { ImportStatus } from './import.words.ts';

/** A list of reports and what became of it, as the viewer may see it. */
export interface ImportRun {
  id: string;
  feed: string;
  fileName: string;
  fileSha256: string;
  sizeBytes: number | null;
  status: ImportStatus;
  agencyId: string;
  agencyName: string;
  agencyCode: string;
  sourceId: string | null;
  sourceName: string | null;
  mapping: unknown;
  columns: string[];
  notes: string[];
  findings: { routes?: RouteFound[] };
  refusedWords: string | null;
  rowsRead: number;
  rowsAccepted: number;
  rowsKnown: number;
  rowsRejected: number;
  rowsWithdrawn: number;
  rowsKept: number;
  startedAt: Date;
  startedByName: string | null;
  loadedAt: Date | null;
  loadedByName: string | null;
  undoneAt: Date | null;
  undoneByName: string | null;
  undoReason: string | null;
  isFileKept: boolean;
  version: number;
}

/** How many rows go to a service. */
export interface RouteFound {
  serviceId: string;
  serviceName: string;
  byRule: number;
  toFallback: number;
}

const columns = sql`i.id, i.feed, i.file_name, i.file_sha256, i.size_bytes, i.status, i.agency_id, a.name as agency_name, a.code as agency_code,
  i.source_id, s.name as source_name, i.mapping, i.columns, i.notes, i.findings, i.refused_words, i.rows_read, i.rows_accepted, i.rows_known,
  i.rows_rejected, i.rows_withdrawn, i.rows_kept, i.started_at, o.name as started_by_name, i.loaded_at, l.name as loaded_by_name, i.undone_at,
  u.name as undone_by_name, i.undo_reason, i.version,
  exists (select 1 from intake.import_preview f where f.import_id = i.id) as is_file_kept`;
const joins = sql`join directory.agency a on a.id = i.agency_id left join intake.import_source s on s.id = i.source_id
  left join directory.officer o on o.id = i.started_by left join directory.officer l on l.id = i.loaded_by
  left join directory.officer u on u.id = i.undone_by`;

const where = (parts: readonly RawBuilder<unknown>[]) => sql`where ${sql.join(parts, sql` and `)}`;

/** One list, if the viewer may see it. */
export async function findImport({ db, viewer }: Work, id: string): Promise<ImportRun | undefined> {
  const { rows } = await sql<ImportRun>`select ${columns} from intake.import_run i ${joins}
    ${where([sql`i.id = ${id}`, importPolicy.visible(viewer, 'i')])}`.execute(db);
  return rows[0];
}

/** A page of lists. */
export async function listImports(
  { db, viewer }: Work,
  asked: { sorted: Sorted; limit: number },
): Promise<(ImportRun & { sortValue: string })[]> {
  const { order, after, value } = asked.sorted;
  const parts: RawBuilder<unknown>[] = [importPolicy.visible(viewer, 'i')];
  if (after) parts.push(after);
  const { rows } = await sql<
    ImportRun & { sortValue: string }
  >`select ${columns}, ${value} as sort_value from intake.import_run i ${joins}
    ${where(parts)} order by ${order} limit ${sql.lit(asked.limit)}`.execute(db);
  return rows;
}

/** How lists of loads can be sorted. */
export const importSorting: Sorting = {
  usual: '-started',
  second: 'started',
  id: sql`i.id`,
  columns: {
    started: { value: sql`i.started_at`, type: 'timestamptz' },
    file: { value: sql`i.file_name`, type: 'text' },
    loaded: { value: sql`i.rows_accepted`, type: 'integer' },
    rejected: { value: sql`i.rows_rejected`, type: 'integer' },
    status: { value: sql`i.status`, type: 'text' },
  },
};

/** Earlier loads of the very same file, for a warning before it is loaded again. */
export async function loadsOfFile(
  { db, viewer }: Work,
  sha256: string,
  except: string,
): Promise<Pick<ImportRun, 'id' | 'fileName' | 'loadedAt' | 'feed'>[]> {
  const { rows } = await sql<ImportRun>`select i.id, i.file_name, i.loaded_at, i.feed from intake.import_run i
    ${where([sql`i.file_sha256 = ${sha256} and i.id <> ${except} and i.status = 'loaded'`, importPolicy.visible(viewer, 'i')])}
    order by i.loaded_at desc limit 5`.execute(db);
  return rows;
}

/** Changes a list if nobody did before; false when somebody did. */
export const changeImport = (
  { db }: Work,
  run: { id: string; version: number },
  set: Partial<{
    status: ImportStatus;
    mapping: string;
    findings: string;
    refusedWords: string | null;
    rowsRead: number;
    rowsAccepted: number;
    rowsKnown: number;
    rowsRejected: number;
    rowsWithdrawn: number;
    rowsKept: number;
    loadedBy: string;
    loadedAt: Date;
    finishedAt: Date;
    undoneBy: string;
    undoneAt: Date;
    undoReason: string;
  }>,
): Promise<boolean> => changeRow(db, 'intake.importRun', run, set);

/** Keeps the file of a list. */
export const keepFile = ({ db }: Work, run: { id: string; agencyId: string }, path: string): Promise<void> =>
  keepInParts(path, (part, content) =>
    db
      .insertInto('intake.importFilePart')
      .values({ importId: run.id, agencyId: run.agencyId, part, content })
      .execute(),
  );

/** Writes a kept file to a place on disk; false where it is not kept any more. */
export const fetchFile = ({ db }: Work, importId: string, path: string): Promise<boolean> =>
  fetchParts(path, async (part) => {
    const row = await db
      .selectFrom('intake.importFilePart')
      .select('content')
      .where('importId', '=', importId)
      .where('part', '=', part)
      .executeTakeFirst();
    return row?.content;
  });

/** Forgets a file and its first rows. The run, its counts and the reasons for rejected rows stay. */
export async function forgetFile({ db }: Work, importId: string): Promise<void> {
  await db.deleteFrom('intake.importFilePart').where('importId', '=', importId).execute();
  await db.deleteFrom('intake.importPreview').where('importId', '=', importId).execute();
}

/** Words for a category that nothing of ours is matched to, with a guess where there is one. */
export interface Unmatched {
  words: string;
  rows: number;
  guess: string | null;
}

export async function findPreview(
  { db }: Work,
  importId: string,
): Promise<{ rows: SampleRow[]; unmatched: Unmatched[] } | undefined> {
  const row = await db
    .selectFrom('intake.importPreview')
    .select(['rows', 'unmatched'])
    .where('importId', '=', importId)
    .executeTakeFirst();
  // Written by takeList and checkList alone, in these shapes.
  return row as { rows: SampleRow[]; unmatched: Unmatched[] } | undefined;
}

/** Rows that are wrong in the same way. */
export interface ProblemGroup {
  field: string;
  problem: string;
  mend: string;
  rows: number;
  /** The first few, by their numbers in the file. */
  first: number[];
}

/** What is wrong with the rows of a list the viewer has been given, most frequent first. */
export async function groupProblems({ db }: Work, run: { id: string }): Promise<ProblemGroup[]> {
  const { rows } = await sql<ProblemGroup>`select field, problem, mend, count(*)::int as rows,
      (array_agg(row_number order by row_number))[1:5] as first
    from intake.import_problem where import_id = ${run.id} group by field, problem, mend
    order by count(*) desc, field, problem limit 50`.execute(db);
  return rows;
}

export interface ProblemRow {
  rowNumber: number;
  field: string;
  problem: string;
  mend: string;
}

/** The problems of a list the viewer has been given, in the order of the file. */
export const listProblems = (
  { db }: Work,
  run: { id: string },
  paging: { after: number; limit: number },
): Promise<ProblemRow[]> =>
  db
    .selectFrom('intake.importProblem')
    .select(['rowNumber', 'field', 'problem', 'mend'])
    .where('importId', '=', run.id)
    .where('rowNumber', '>', paging.after)
    .orderBy('rowNumber')
    .orderBy('field')
    .limit(paging.limit)
    .execute();

/** How far the worker has come. */
export interface ImportProgress {
  rowsDone: number;
  rowsInAll: number | null;
  at: Date;
}

export const findProgress = ({ db }: Work, run: { id: string }): Promise<ImportProgress | undefined> =>
  db
    .selectFrom('intake.importProgress')
    .select(['rowsDone', 'rowsInAll', 'at'])
    .where('importId', '=', run.id)
    .executeTakeFirst();
