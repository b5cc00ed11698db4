import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { ok, type Result } from '../platform/failures/failures.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { listProtection, type Protection } from './protection.store.ts';
import { type Counting, type TableRow, tableOf } from './protection-table.ts';

/** What the table looks at: no subject, no typed words. */
export type TableFile = Pick<
  Protection,
  | 'status'
  | 'conductKinds'
  | 'streetWords'
  | 'districtName'
  | 'caseId'
  | 'warnedOn'
  | 'complyBy'
  | 'noticeOn'
  | 'breachedOn'
  | 'verdict'
  | 'ending'
>;

/** More files than any agency has; past it the table would have to be made month by month. */
const most = 5000;

/** The table of the viewer's own agency as its records stand now. */
export async function tableNow(work: Work, counting: Counting): Promise<TableRow[]> {
  const files = await listProtection(work, { agency: 'mine' }, { limit: most });
  return tableOf(files, work.clock.today(), counting);
}

/** The table as it was published. */
export interface PublishedTable {
  agencyName: string;
  edition: number;
  rows: TableRow[];
  sha256: string;
  publishedAt: Date;
}

/** The latest edition of each agency. Made for being read by many: nothing in it is about an identifiable person. */
export async function listPublishedTables({ db }: Work): Promise<PublishedTable[]> {
  const { rows } =
    await sql<PublishedTable>`select distinct on (a.name) a.name as agency_name, t.edition, t.rows, t.sha256, t.published_at
    from enforcement.protection_table t join directory.agency a on a.id = t.agency_id order by a.name, t.edition desc`.execute(
      db,
    );
  return rows;
}

/** Publishes the table of the officer's agency as it is now, small numbers hidden, as a further edition. */
export async function publishTable(work: Work): Promise<Result<{ edition: number; rows: TableRow[] }>> {
  const viewer = officerOf(work);
  const rows = await tableNow(work, 'published');
  const { rows: last } = await sql<{ edition: number }>`select coalesce(max(edition), 0)::int as edition
    from enforcement.protection_table where agency_id = ${viewer.agencyId}`.execute(work.db);
  const edition = (last[0]?.edition ?? 0) + 1;
  const text = JSON.stringify(rows);
  await work.db
    .insertInto('enforcement.protectionTable')
    .values({
      id: work.ids.next(),
      agencyId: viewer.agencyId,
      edition,
      rows: text,
      sha256: createHash('sha256').update(text).digest('hex'),
      publishedBy: viewer.officerId,
      publishedAt: work.clock.now(),
    })
    .execute();
  work.note.detail.edition = edition;
  return ok({ edition, rows });
}
