import { sql } from 'kysely';
import { insertMany } from '../../platform/database/bulk.ts';
import { changeRow } from '../../platform/database/change.ts';
import { officerOf, type Work } from '../../platform/http/work.ts';
import { itemPolicy } from '../item/item.policy.ts';
import type { FeedMapping, FeedRow } from './feed.rows.ts';
import type { FeedState } from './feed.words.ts';

/** A file that the unit was given, and what came of it. */
export interface FeedFile {
  id: string;
  agencyId: string;
  /** Where it comes from, as somebody wrote it. */
  feed: string;
  feedCode: string;
  fileName: string;
  fileSha256: string;
  state: FeedState;
  columns: string[];
  notes: string[];
  mapping: FeedMapping;
  givenAt: Date;
  givenByName: string;
  decidedAt: Date | null;
  decidedByName: string | null;
  rowsLoaded: number;
  rowsKnown: number;
  rowsRejected: number;
  version: number;
}

async function filesWhere({ db, viewer }: Work, id: string | undefined): Promise<FeedFile[]> {
  const { rows } =
    await sql<FeedFile>`select f.id, f.agency_id, f.feed, f.feed_code, f.file_name, f.file_sha256, f.state, f.columns, f.notes, f.mapping,
      f.given_at, o.name as given_by_name, f.decided_at, d.name as decided_by_name, f.rows_loaded, f.rows_known, f.rows_rejected, f.version
    from intelligence.feed_file f join directory.officer o on o.id = f.given_by left join directory.officer d on d.id = f.decided_by
    where ${itemPolicy.visible(viewer, 'f')} ${id ? sql`and f.id = ${id}` : sql``}
    order by f.given_at desc, f.id limit 100`.execute(db);
  return rows;
}

/** The newest hundred files of the unit. */
export const listFeedFiles = (work: Work): Promise<FeedFile[]> => filesWhere(work, undefined);
export const findFeedFile = async (work: Work, id: string): Promise<FeedFile | undefined> =>
  (await filesWhere(work, id))[0];

/** Names under which files were given, each once. */
export async function feedNames({ db, viewer }: Work): Promise<string[]> {
  const { rows } = await sql<{ feed: string }>`select min(f.feed) as feed from intelligence.feed_file f
    where ${itemPolicy.visible(viewer, 'f')} group by f.feed_code order by 1 limit 50`.execute(db);
  return rows.map(({ feed }) => feed);
}

/** The columns that were chosen the last time for a feed. */
export async function lastMapping({ db, viewer }: Work, feedCode: string): Promise<FeedMapping | undefined> {
  const { rows } = await sql<{ mapping: FeedMapping }>`select f.mapping from intelligence.feed_file f
    where ${itemPolicy.visible(viewer, 'f')} and f.feed_code = ${feedCode} and f.state = 'loaded'
    order by f.decided_at desc, f.id limit 1`.execute(db);
  return rows[0]?.mapping;
}

/** Keeps a file's rows until somebody has decided. */
export async function keepFeedFile(
  work: Work,
  given: Pick<FeedFile, 'feed' | 'feedCode' | 'fileName' | 'fileSha256' | 'columns' | 'notes' | 'mapping'> & {
    rows: readonly FeedRow[];
  },
): Promise<string> {
  const { rows, columns, notes, mapping, ...rest } = given;
  const { officerId, agencyId } = officerOf(work);
  const id = work.ids.next();
  const texts = {
    columns: JSON.stringify(columns),
    notes: JSON.stringify(notes),
    mapping: JSON.stringify(mapping),
  };
  await work.db
    .insertInto('intelligence.feedFile')
    .values({
      ...{ id, agencyId, ...rest, ...texts },
      ...{ state: 'given', givenAt: work.clock.now(), givenBy: officerId },
    })
    .execute();
  await insertMany(
    work.db,
    'intelligence.feed_row',
    rows.map((row) => ({ feedFileId: id, agencyId, ...row })),
    500,
  );
  return id;
}

/** The rows of a file that are still kept, in their order. */
export async function rowsOfFeed({ db, viewer }: Work, id: string): Promise<FeedRow[]> {
  const { rows } = await sql<FeedRow>`select r.row_number, r.cells, r.flaws from intelligence.feed_row r
    where r.feed_file_id = ${id} and ${itemPolicy.visible(viewer, 'r')} order by r.row_number`.execute(db);
  return rows;
}

/** Which of some keys of a feed are items already. */
export async function knownKeys(
  { db, viewer }: Work,
  feedCode: string,
  keys: readonly string[],
): Promise<Set<string>> {
  const { rows } = await sql<{ key: string }>`select k.key from intelligence.feed_key k
    where k.feed_code = ${feedCode} and k.key = any(${[...keys]}::text[]) and ${itemPolicy.visible(viewer, 'k')}`.execute(
    db,
  );
  return new Set(rows.map(({ key }) => key));
}

/** Writes down by what each new item is known again; gives how many keys were new. */
export const keepKeys = (
  work: Work,
  file: FeedFile,
  items: readonly { key: string; itemId: string }[],
): Promise<number> =>
  insertMany(
    work.db,
    'intelligence.feed_key',
    items.map((one) => ({
      ...{ agencyId: file.agencyId, feedCode: file.feedCode, feedFileId: file.id },
      ...one,
    })),
  );

/** Forgets the rows of a file, all but those of some numbers. */
export async function forgetRows(
  { db }: Work,
  file: FeedFile,
  except: readonly number[] = [],
): Promise<void> {
  await sql`delete from intelligence.feed_row r where r.feed_file_id = ${file.id} and r.agency_id = ${file.agencyId}
    and not r.row_number = any(${[...except]}::integer[])`.execute(db);
}

/** Changes a file that is still at the version that was read; false where somebody was first. */
export const changeFeedFile = (
  { db }: Work,
  file: FeedFile,
  set: {
    state?: FeedState;
    mapping?: string;
    decidedAt?: Date;
    decidedBy?: string;
    rowsLoaded?: number;
    rowsKnown?: number;
    rowsRejected?: number;
  },
): Promise<boolean> => changeRow(db, 'intelligence.feedFile', file, set);

/** The feed that an item came by, and its own reference there; undefined where it came otherwise. */
export async function feedOfItem({ db, viewer }: Work, itemId: string): Promise<string | undefined> {
  const { rows } = await sql<{ feed: string; key: string }>`select f.feed, k.key from intelligence.feed_key k
    join intelligence.feed_file f on f.id = k.feed_file_id
    where k.item_id = ${itemId} and ${itemPolicy.visible(viewer, 'k')} limit 1`.execute(db);
  const [row] = rows;
  return row && [row.feed, row.key.startsWith('ref:') && row.key.slice(4)].filter(Boolean).join(', ');
}
