import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { z } from 'zod';
import { StartRefused } from '../../platform/failures/failures.ts';
import { givenLimits } from '../../platform/files/given-table.ts';
import { FileRefused, openTable, type TableRow } from '../../platform/files/table-file.ts';
import { about, type Work } from '../../platform/http/work.ts';
import { type Job, job, type Scheduled } from '../../platform/jobs/declare.ts';
import { enqueue } from '../../platform/jobs/jobs.ts';
import { fileKeptDays } from './list.words.ts';
import { compareWithList, countsOf, type ListDiff } from './list-diff.ts';
import { keptMapping } from './list-load.commands.ts';
import { keepFindings } from './list-load.findings.ts';
import {
  changeLoad,
  fetchLoadFile,
  findLoad,
  forgetLoadFile,
  type ListLoad,
  liveRows,
} from './list-load.store.ts';
import type { LoadStatus } from './list-load.transitions.ts';
import { undoWrites, writeDiff } from './list-load.writes.ts';
import { datesOf, readRow } from './list-row.ts';

const payload = z.object({ loadId: z.uuid() });

/** Reads the file once and holds it against the list as it stands now. */
async function diffOf(work: Work, load: ListLoad): Promise<{ diff: ListDiff; rows: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'bailiwick-list-'));
  try {
    const path = join(folder, 'list');
    if (!(await fetchLoadFile(work, load.id, path)))
      throw new FileRefused('file-gone', 'The file is no longer kept. Give it again.');
    const table = await openTable(path, { limits: givenLimits });
    const mapping = keptMapping(load.mapping, table.columns);
    const rows: TableRow[] = [];
    for await (const row of table.rows()) rows.push(row);
    const live = await liveRows(work, load.listId);
    const values = rows.map((row) => row.values);
    // A few rows more may not tell which part of a date comes first: the list that they go on does.
    const column = load.isWhole ? values : [...values, ...live.map(({ given }) => given)];
    const dates = datesOf(column, mapping, Number(work.clock.today().slice(0, 4)));
    const drafts = rows.map((row) => readRow(row, { mapping, dates }));
    return {
      diff: compareWithList(drafts, live, {
        isWhole: load.isWhole,
        reference: mapping.reference,
      }),
      rows: drafts.length,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const listVersion = async (work: Work, listId: string): Promise<number> =>
  (
    await sql<{ n: number }>`select count(*)::int as n from linkage.list_load
      where list_id = ${listId} and loaded_at is not null or list_id = ${listId} and undone_at is not null`.execute(
      work.db,
    )
  ).rows[0]?.n ?? 0;

/** Does a step of a load that is waiting for it, and says in a sentence why where its file or the list stands in the way. */
async function step(
  work: Work,
  { loadId }: { loadId: string },
  status: LoadStatus,
  act: (load: ListLoad) => Promise<void>,
): Promise<void> {
  await sql`select 1 from linkage.list l join linkage.list_load d on d.list_id = l.id where d.id = ${loadId} for no key update of l`.execute(
    work.db,
  );
  const load = await findLoad(work, loadId);
  about(work, 'list-load', loadId);
  if (load?.status !== status) return;
  await sql`savepoint step`.execute(work.db);
  try {
    await act(load);
  } catch (error) {
    if (!(error instanceof StartRefused)) throw error;
    await sql`rollback to savepoint step`.execute(work.db);
    work.note.detail.refused = error.code;
    await changeLoad(work, load, { status: 'refused', refusedWords: error.message });
  }
}

/** The worker's part in loading lists of people. */
export const listJobs: readonly Job[] = [
  job({
    name: 'check-list-file',
    words: 'Holds every row of a file against its list, and loads nothing',
    side: 'WORKER',
    audit: 'list-load.compared',
    payload,
    run: (work, input) =>
      step(work, input, 'checking', async (load) => {
        const { diff, rows } = await diffOf(work, load);
        await keepFindings(work, load, diff);
        const counts = { rowsRead: rows, ...countsOf(diff) };
        await changeLoad(work, load, {
          status: 'checked',
          listVersion: await listVersion(work, load.listId),
          ...counts,
        });
        Object.assign(work.note.detail, counts);
      }),
  }),
  job({
    name: 'load-list-file',
    words: 'Loads a file that was held against its list: new rows, changed rows, rows that are gone',
    side: 'WORKER',
    audit: 'list-load.loaded',
    payload,
    run: (work, input) =>
      step(work, input, 'loading', async (load) => {
        if (load.listVersion !== (await listVersion(work, load.listId)))
          throw new StartRefused(
            'list-moved-on',
            'The list was changed after this file was held against it, so what was shown is no longer what would happen. Choose the columns once more to compare again.',
          );
        const { diff, rows } = await diffOf(work, load);
        const counts = { rowsRead: rows, ...countsOf(diff) };
        await writeDiff(work, load, diff);
        await changeLoad(work, load, { status: 'loaded', loadedAt: work.clock.now(), ...counts });
        Object.assign(work.note.detail, counts);
        await enqueue(work.db, 'match-records', { loadId: load.id });
      }),
  }),
  job({
    name: 'undo-list-load',
    words: 'Takes a load of a list back, and puts back what it replaced',
    side: 'WORKER',
    audit: 'list-load.undone',
    payload,
    run: (work, input) =>
      step(work, input, 'undoing', async (load) => {
        Object.assign(work.note.detail, await undoWrites(work, load));
        await changeLoad(work, load, { status: 'undone', undoneAt: work.clock.now() });
      }),
  }),
  job({
    name: 'forget-list-files',
    words: 'Forgets the files of lists that nobody needs any more',
    side: 'WORKER',
    audit: 'list-load.files-forgotten',
    payload: z.object({}),
    run: async (work) => {
      const { rows } = await sql<{
        id: string;
      }>`select distinct d.id from linkage.list_load d join linkage.list_load_file_part f on f.load_id = d.id
        where coalesce(d.loaded_at, d.given_at) < ${work.clock.now()}::timestamptz - make_interval(days => ${fileKeptDays})
          and d.status not in ('checking', 'loading', 'undoing')`.execute(work.db);
      for (const { id } of rows) await forgetLoadFile(work, id);
      work.note.detail.files = rows.length;
    },
  }),
];

export const listSchedule: readonly Scheduled[] = [{ at: '50 3 * * *', job: 'forget-list-files' }];
