import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demand, refusedByRule } from '../../platform/failures/failures.ts';
import { givenLimits } from '../../platform/files/given-table.ts';
import { openTable } from '../../platform/files/table-file.ts';
import type { Work } from '../../platform/http/work.ts';
import { fetchFile, type ImportRun, listProblems, type ProblemRow } from './import.store.ts';
import { keptMapping } from './import-source.store.ts';

/** Columns that stand before those of the file. */
export const rejectedColumns = ['row', 'what is wrong', 'what mends it'] as const;

const atOnce = 2000;

/** The problems of a list by row, in the order of the file, a few thousand at a time. */
async function* problemRows(work: Work, run: ImportRun): AsyncGenerator<ProblemRow[]> {
  let same: ProblemRow[] = [];
  for (let after = 0; ; ) {
    const found = await listProblems(work, run, { after, limit: atOnce });
    // The last row of a piece may have more problems than the piece holds: it is read again with the next.
    const cut = found.length < atOnce ? undefined : found.at(-1)?.rowNumber;
    for (const problem of found.filter(({ rowNumber }) => rowNumber !== cut)) {
      if (same[0] && same[0].rowNumber !== problem.rowNumber) {
        yield same;
        same = [];
      }
      same.push(problem);
    }
    if (same.length > 0) yield same;
    same = [];
    if (cut === undefined) return;
    after = cut - 1;
  }
}

/**
 * The rejected rows of a list as they stand in its file, with what is wrong before them: mended, they can be given again.
 * The first row given is the names of the columns.
 */
export async function* rejectedRows(work: Work, run: ImportRun): AsyncGenerator<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bailiwick-rejected-'));
  try {
    const path = join(folder, 'list');
    if (!(await fetchFile(work, run.id, path)))
      demand(
        refusedByRule(
          'import.file-gone',
          'The file of this list is no longer kept.',
          'Choose the file again.',
        ),
      );
    const table = await openTable(path, {
      delimiter: keptMapping(run.mapping)?.delimiter,
      limits: givenLimits,
    });
    const columns = [...rejectedColumns, ...table.columns];
    yield columns;
    const problems = problemRows(work, run);
    let next = (await problems.next()).value as ProblemRow[] | undefined; // undefined once all were given
    for await (const row of table.rows()) {
      if (!next) break;
      if (row.number !== next[0]?.rowNumber) continue;
      const wrong = next.map(({ field, problem }) => `${field} ${problem}`).join('; ');
      const mends = [...new Set(next.map(({ mend }) => mend))].join(' ');
      yield [String(row.number), wrong, mends, ...table.columns.map((name) => row.values[name] ?? '')];
      next = (await problems.next()).value as ProblemRow[] | undefined;
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
