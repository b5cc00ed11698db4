import { insertMany } from '../../platform/database/bulk.ts';
import type { Work } from '../../platform/http/work.ts';
import type { RowProblem } from './draft.ts';
import type { Mapping } from './mapping.ts';

/** Notes a run of the command line; its reports point to it, so it is written before them. */
export async function startRun(
  work: Work,
  run: { fileName: string; sha256: string; mapping: Mapping; agencyId: string },
): Promise<string> {
  const id = work.ids.next();
  await work.db
    .insertInto('intake.importRun')
    .values({
      id,
      kind: 'reports',
      feed: run.mapping.feed,
      fileName: run.fileName,
      fileSha256: run.sha256,
      mapping: JSON.stringify(run.mapping),
      status: 'loading',
      agencyId: run.agencyId,
      startedAt: work.clock.now(),
    })
    .execute();
  return id;
}

/** What a run came to. */
export interface RunCounts {
  rows: number;
  accepted: number;
  known: number;
  rejected: number;
}

export async function finishRun(work: Work, id: string, counts: RunCounts): Promise<void> {
  await work.db
    .updateTable('intake.importRun')
    .set({
      status: 'loaded',
      rowsRead: counts.rows,
      rowsAccepted: counts.accepted,
      rowsKnown: counts.known,
      rowsRejected: counts.rejected,
      loadedAt: work.clock.now(),
      finishedAt: work.clock.now(),
    })
    .where('id', '=', id)
    .execute();
}

export const noteProblems = (
  work: Work,
  importId: string,
  problems: readonly RowProblem[],
): Promise<number> =>
  insertMany(
    work.db,
    'intake.import_problem',
    problems.map(({ row, ...rest }) => ({ importId, rowNumber: row, ...rest })),
  );
