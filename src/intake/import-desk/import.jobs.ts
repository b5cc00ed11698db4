import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { z } from 'zod';
import { listIssueTypes, listServices } from '../../directory/index.ts';
import { StartRefused } from '../../platform/failures/failures.ts';
import { givenLimits } from '../../platform/files/given-table.ts';
import { FileRefused, openTable } from '../../platform/files/table-file.ts';
import { about, type Work } from '../../platform/http/work.ts';
import { type Job, type JobSurroundings, job, type Scheduled } from '../../platform/jobs/declare.ts';
import { noteProblems } from '../import/import-run.store.ts';
import { passRows, type Tally } from '../import/pass-rows.ts';
import { importTypes } from '../import/route-drafts.ts';
import { guessesFor } from '../public/kind.guess.ts';
import {
  changeImport,
  fetchFile,
  findImport,
  forgetFile,
  type ImportRun,
  type RouteFound,
  type Unmatched,
} from './import.store.ts';
import { fileKeptDays } from './import.words.ts';
import { keptMapping } from './import-source.store.ts';

const payload = z.object({ importId: z.uuid() });
/** Most words that are offered for matching; the rest comes up at the next check. */
const mostUnmatched = 100;

type Surroundings = Pick<JobSurroundings, 'aside'>;

/** Reads the file of a list once. In `check` nothing is written but what was found. */
async function passList(
  work: Work,
  run: ImportRun,
  mode: 'check' | 'load',
  { aside }: Surroundings,
): Promise<Tally> {
  const mapping = keptMapping(run.mapping);
  const folder = await mkdtemp(join(tmpdir(), 'bailiwick-import-'));
  try {
    const path = join(folder, 'list');
    if (!mapping || !(await fetchFile(work, run.id, path)))
      throw new FileRefused(
        'file-gone',
        'The file of this list is no longer kept. Choose it again as a new list.',
      );
    await work.db.deleteFrom('intake.importProblem').where('importId', '=', run.id).execute();
    return await passRows(work, {
      table: await openTable(path, { delimiter: mapping.delimiter, limits: givenLimits }),
      types: await importTypes(work),
      ...{ mapping, mode, agencyId: run.agencyId, importId: run.id },
      onBatch: async ({ rowsSoFar, problems }) => {
        await noteProblems(work, run.id, problems);
        await aside((own) =>
          noteProgress(own, run, { done: rowsSoFar, inAll: mode === 'load' ? run.rowsRead : null }),
        );
      },
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function noteProgress(
  { db, clock }: Work,
  run: { id: string },
  rows: { done: number; inAll: number | null },
): Promise<void> {
  const row = { rowsDone: rows.done, rowsInAll: rows.inAll, at: clock.now() };
  await db
    .insertInto('intake.importProgress')
    .values({ importId: run.id, ...row })
    .onConflict((conflict) => conflict.column('importId').doUpdateSet(row))
    .execute();
}

/** Where the rows go, most first. */
async function routesFound(work: Work, { routes }: Tally): Promise<RouteFound[]> {
  const names = new Map((await listServices(work.db)).map((s) => [s.id, `${s.name}, ${s.agencyName}`]));
  return [...routes]
    .map(([serviceId, count]) => ({ serviceId, serviceName: names.get(serviceId) ?? 'A service', ...count }))
    .sort(
      (a, b) =>
        b.byRule + b.toFallback - a.byRule - a.toFallback || a.serviceName.localeCompare(b.serviceName),
    );
}

async function unmatchedFound(work: Work, { unknownCategories }: Tally): Promise<Unmatched[]> {
  const types = await listIssueTypes(work.db);
  return [...unknownCategories]
    .sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
    .slice(0, mostUnmatched)
    .map(([words, rows]) => ({ words, rows, guess: guessesFor(words, types)[0]?.type.code ?? null }));
}

const counts = (tally: Tally) => ({
  rowsRead: tally.rows,
  rowsAccepted: tally.accepted,
  rowsKnown: tally.known,
  rowsRejected: tally.rejected,
});

/** Does a step of a list that is waiting for it, and says in a sentence why where its file or the directory stands in the way. */
async function step(
  work: Work,
  { importId }: { importId: string },
  status: ImportRun['status'],
  act: (run: ImportRun) => Promise<void>,
): Promise<void> {
  // Held against a second worker; not against the progress that is written beside.
  await sql`select 1 from intake.import_run where id = ${importId} for no key update`.execute(work.db);
  const run = await findImport(work, importId);
  about(work, 'import', importId);
  if (run?.status !== status) return;
  await sql`savepoint step`.execute(work.db);
  try {
    await act(run);
    // What was counted for this step says nothing of the next.
    await work.db.deleteFrom('intake.importProgress').where('importId', '=', importId).execute();
  } catch (error) {
    if (!(error instanceof StartRefused)) throw error;
    await sql`rollback to savepoint step`.execute(work.db);
    work.note.detail.refused = error.code;
    await changeImport(work, run, { status: 'refused', refusedWords: error.message });
  }
}

/** The worker's part in loading lists. */
export const importJobs: readonly Job[] = [
  job({
    name: 'check-import',
    words: 'Checks every row of a list of reports, and loads nothing',
    side: 'WORKER',
    audit: 'import.checked',
    payload,
    run: (work, input, surroundings) =>
      step(work, input, 'checking', async (run) => {
        const tally = await passList(work, run, 'check', surroundings);
        await work.db
          .updateTable('intake.importPreview')
          .set({ unmatched: JSON.stringify(await unmatchedFound(work, tally)) })
          .where('importId', '=', run.id)
          .execute();
        const findings = JSON.stringify({ routes: await routesFound(work, tally) });
        await changeImport(work, run, { status: 'checked', findings, ...counts(tally) });
        Object.assign(work.note.detail, counts(tally));
      }),
  }),
  job({
    name: 'load-import',
    words: 'Loads the reports of a list that was checked',
    side: 'WORKER',
    audit: 'import.loaded',
    payload,
    run: (work, input, surroundings) =>
      step(work, input, 'loading', async (run) => {
        const tally = await passList(work, run, 'load', surroundings);
        const now = work.clock.now();
        const findings = JSON.stringify({ routes: await routesFound(work, tally) });
        await changeImport(work, run, {
          ...{ status: 'loaded', findings, loadedAt: now, finishedAt: now },
          ...counts(tally),
        });
        Object.assign(work.note.detail, counts(tally));
      }),
  }),
  job({
    name: 'undo-import',
    words: 'Takes back the reports of a list that nobody has worked on',
    side: 'WORKER',
    audit: 'import.undone',
    payload,
    run: (work, input) =>
      step(work, input, 'undoing', async (run) => {
        const { rows } = await sql<{ n: number }>`select intake.withdraw_import(${run.id}) as n`.execute(
          work.db,
        );
        const rowsWithdrawn = rows[0]?.n ?? 0;
        const { n: rowsKept } = await work.db
          .selectFrom('intake.report')
          .select(({ fn }) => fn.countAll<number>().as('n'))
          .where('importId', '=', run.id)
          .executeTakeFirstOrThrow();
        const undoneAt = work.clock.now();
        await changeImport(work, run, {
          status: 'undone',
          rowsWithdrawn,
          rowsKept,
          undoneAt,
          finishedAt: undoneAt,
        });
        Object.assign(work.note.detail, { rowsWithdrawn, rowsKept });
      }),
  }),
  job({
    name: 'forget-import-files',
    words: 'Forgets the files of lists that nobody needs any more',
    side: 'WORKER',
    audit: 'import.files-forgotten',
    payload: z.object({}),
    run: async (work) => {
      const { rows } = await sql<{ id: string }>`select p.import_id as id from intake.import_preview p
        join intake.import_run i on i.id = p.import_id
        where coalesce(i.finished_at, i.started_at) < ${work.clock.now()}::timestamptz - make_interval(days => ${fileKeptDays})
          and i.status not in ('checking', 'loading', 'undoing')`.execute(work.db);
      for (const { id } of rows) await forgetFile(work, id);
      work.note.detail.files = rows.length;
    },
  }),
];

export const importSchedule: readonly Scheduled[] = [{ at: '40 3 * * *', job: 'forget-import-files' }];
