import { type RawBuilder, sql } from 'kysely';
import type { Policy } from '../platform/access/policy.ts';
import { pageOfRows, type Sorted } from '../platform/database/sorting.ts';
import type { Work } from '../platform/http/work.ts';
import type { FileSubject } from './procedure.policy.ts';
import type { Procedure } from './procedure.store.ts';

/** How the files of a procedure are read: its table under a letter, with the names of agency and district beside it. */
interface FilesRead {
  procedure: Procedure;
  alias: string;
  columns: RawBuilder<unknown>;
  policy: Policy<FileSubject>;
}
const from = ({
  procedure,
  alias,
}: FilesRead) => sql`${sql.table(`enforcement.${procedure}`)} ${sql.ref(alias)}
  join directory.agency a on a.id = ${sql.ref(`${alias}.agencyId`)} left join directory.area d on d.code = ${sql.ref(`${alias}.districtCode`)}`;

/** One file, if the viewer may see it. */
export async function findFile<File>(work: Work, read: FilesRead, id: string): Promise<File | undefined> {
  const { rows } = await sql<File>`select ${read.columns} from ${from(read)}
    where ${sql.ref(`${read.alias}.id`)} = ${id} and ${read.policy.visible(work.viewer, read.alias)}`.execute(
    work.db,
  );
  return rows[0];
}

/** Some files in an order, narrowed by what a list says of its own; `sorted` says where the page starts. */
export async function listFiles<File>(
  work: Work,
  read: FilesRead,
  narrowed: readonly RawBuilder<unknown>[],
  { sorted, limit }: { sorted: Sorted; limit: number },
): Promise<File[]> {
  const { order, after, value } = sorted;
  const parts = [read.policy.visible(work.viewer, read.alias), ...narrowed, ...(after ? [after] : [])];
  const { rows } = await sql<File>`select ${read.columns}, ${value} as sort_value from ${from(read)}
    where ${sql.join(parts, sql` and `)} order by ${order} limit ${sql.lit(limit)}`.execute(work.db);
  return rows;
}

/** What every list of files can be narrowed by, besides its status and kind. */
export interface FileFilter {
  districtCode?: string | undefined;
  agency?: 'mine' | undefined;
  reference?: string | undefined;
  caseId?: string | undefined;
}
export function fileFilters({ viewer }: Work, alias: string, filter: FileFilter): RawBuilder<unknown>[] {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  const parts: RawBuilder<unknown>[] = [];
  if (filter.districtCode) parts.push(sql`${column('districtCode')} = ${filter.districtCode}`);
  if (filter.agency && viewer.kind === 'officer') parts.push(sql`${column('agencyId')} = ${viewer.agencyId}`);
  if (filter.reference) parts.push(sql`${column('reference')} = ${filter.reference.trim().toUpperCase()}`);
  if (filter.caseId) parts.push(sql`${column('caseId')} = ${filter.caseId}`);
  return parts;
}

const pageSize = 25;
/** One page of a list of files and where the next one starts; how many there are is noted in the audit. */
export async function pageOfFiles<File extends { id: string; sortValue?: string }>(
  work: Work,
  sorted: Sorted,
  list: (asked: { sorted: Sorted; limit: number }) => Promise<File[]>,
  limit = pageSize,
): Promise<{ files: File[]; next: string | null; sorted: Sorted }> {
  const { rows: files, next } = pageOfRows(sorted, await list({ sorted, limit: limit + 1 }), limit);
  work.note.detail.count = files.length;
  return { files, next, sorted };
}
