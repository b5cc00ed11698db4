import { type RawBuilder, sql } from 'kysely';
import { nobody } from '../../platform/access/policy.ts';
import { changeRow } from '../../platform/database/change.ts';
import { fetchParts, keepInParts } from '../../platform/files/kept-parts.ts';
import type { Work } from '../../platform/http/work.ts';
import { recordPolicy } from '../../records/index.ts';
import type { ListHandling } from './list.words.ts';
import type { LiveRow } from './list-diff.ts';
import type { LoadStatus } from './list-load.transitions.ts';
import type { RowFlaw } from './list-row.ts';

/** A file given for a list and what became of it, as the viewer may see it. */
export interface ListLoad {
  id: string;
  listId: string;
  listName: string;
  isListClosed: boolean;
  agencyId: string;
  agencyName: string;
  handling: ListHandling;
  fileName: string;
  fileSha256: string;
  status: LoadStatus;
  isWhole: boolean;
  columns: string[];
  notes: string[];
  mapping: unknown;
  listVersion: number;
  refusedWords: string | null;
  rowsRead: number;
  rowsNew: number;
  rowsChanged: number;
  rowsSame: number;
  rowsGone: number;
  rowsRejected: number;
  givenAt: Date;
  givenByName: string | null;
  /** The agency of the officer who gave it: the list's own, or that of whoever keeps the register for it. */
  givenByAgencyId: string | null;
  loadedAt: Date | null;
  loadedByName: string | null;
  undoneAt: Date | null;
  undoneByName: string | null;
  undoReason: string | null;
  isFileKept: boolean;
  version: number;
}

/** A load is for those who see the rows of its list; the worker carries it out. */
export function loadSeen({ viewer }: Work, alias: string): RawBuilder<boolean> {
  if (viewer.kind === 'system') return viewer.side === 'WORKER' ? sql`TRUE` : nobody;
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  return sql`exists (select 1 from (select ${column('agencyId')} as origin_agency_id, ${column('handling')} as handling) o
    where ${recordPolicy.visible(viewer, 'o')})`;
}

const columns = sql`d.id, d.list_id, l.name as list_name, l.closed_at is not null as is_list_closed, d.agency_id, a.name as agency_name, d.handling, d.file_name, d.file_sha256, d.status,
  d.is_whole, d.columns, d.notes, d.mapping, d.list_version, d.refused_words, d.rows_read, d.rows_new, d.rows_changed, d.rows_same, d.rows_gone,
  d.rows_rejected, d.given_at, g.name as given_by_name, g.agency_id as given_by_agency_id, d.loaded_at, b.name as loaded_by_name, d.undone_at, u.name as undone_by_name,
  d.undo_reason, d.version, exists (select 1 from linkage.list_load_file_part f where f.load_id = d.id) as is_file_kept`;
const joins = sql`join linkage.list l on l.id = d.list_id join directory.agency a on a.id = d.agency_id
  left join directory.officer g on g.id = d.given_by left join directory.officer b on b.id = d.loaded_by
  left join directory.officer u on u.id = d.undone_by`;

export async function findLoad(work: Work, id: string): Promise<ListLoad | undefined> {
  const { rows } = await sql<ListLoad>`select ${columns} from linkage.list_load d ${joins}
    where d.id = ${id} and ${loadSeen(work, 'd')}`.execute(work.db);
  return rows[0];
}

/** The files given for a list, the newest first. */
export async function loadsOf(work: Work, listId: string, limit = 50): Promise<ListLoad[]> {
  const { rows } = await sql<ListLoad>`select ${columns} from linkage.list_load d ${joins}
    where d.list_id = ${listId} and ${loadSeen(work, 'd')} order by d.given_at desc, d.id desc limit ${sql.lit(limit)}`.execute(
    work.db,
  );
  return rows;
}

type LoadChange = Partial<{
  status: LoadStatus;
  isWhole: boolean;
  mapping: string;
  listVersion: number;
  refusedWords: string | null;
  rowsRead: number;
  rowsNew: number;
  rowsChanged: number;
  rowsSame: number;
  rowsGone: number;
  rowsRejected: number;
  loadedAt: Date;
  loadedBy: string;
  undoneAt: Date;
  undoneBy: string;
  undoReason: string;
}>;

/** Changes a load if nobody did before; false when somebody did. */
export const changeLoad = (
  { db }: Work,
  load: { id: string; version: number },
  set: LoadChange,
): Promise<boolean> => changeRow(db, 'linkage.listLoad', load, set);

type Fenced = Pick<ListLoad, 'id' | 'agencyId' | 'handling'>;

export const keepLoadFile = ({ db }: Work, load: Fenced, path: string): Promise<void> =>
  keepInParts(path, (part, content) =>
    db
      .insertInto('linkage.listLoadFilePart')
      .values({ loadId: load.id, agencyId: load.agencyId, handling: load.handling, part, content })
      .execute(),
  );

/** Writes the kept file to a place on disk; false where it is not kept any more. */
export const fetchLoadFile = ({ db }: Work, loadId: string, path: string): Promise<boolean> =>
  fetchParts(path, async (part) => {
    const row = await db
      .selectFrom('linkage.listLoadFilePart')
      .select('content')
      .where('loadId', '=', loadId)
      .where('part', '=', part)
      .executeTakeFirst();
    return row?.content;
  });

/** Forgets a file and the rows that were found in it. The load and its counts stay. */
export async function forgetLoadFile({ db }: Work, loadId: string): Promise<void> {
  await db.deleteFrom('linkage.listLoadFilePart').where('loadId', '=', loadId).execute();
  await db.deleteFrom('linkage.listLoadRow').where('loadId', '=', loadId).execute();
}

export type RowOutcome = 'new' | 'changed' | 'gone' | 'rejected' | 'sample';

/** A row of a file or of the list that a load is about. */
export interface LoadRow {
  rowNumber: number;
  outcome: RowOutcome;
  label: string;
  was: Record<string, string> | null;
  becomes: Record<string, string> | null;
  problems: RowFlaw[];
}

/** Rows of one outcome, in the order of the file. Only for a load that the viewer has been given. */
export async function rowsOf(
  { db }: Work,
  load: { id: string },
  asked: { outcome: RowOutcome; after?: number; limit: number },
): Promise<LoadRow[]> {
  const { rows } =
    await sql<LoadRow>`select row_number, outcome, label, was, becomes, problems from linkage.list_load_row
    where load_id = ${load.id} and outcome = ${asked.outcome} and row_number > ${asked.after ?? -1}
    order by row_number limit ${sql.lit(asked.limit)}`.execute(db);
  return rows;
}

/** Every live row of a list, for comparing a file with it: the worker's. */
export async function liveRows({ db }: Work, listId: string): Promise<LiveRow[]> {
  const { rows } =
    await sql<LiveRow>`select e.id, e.source_key, e.label, e.given, e.hides_place from linkage.list_entry e
    where e.list_id = ${listId} and e.withdrawn_at is null order by e.label, e.id`.execute(db);
  return rows;
}
