import type { Work } from '../../platform/http/work.ts';
import { type ListLoad, rowsOf } from './list-load.store.ts';

const atOnce = 1000;

/**
 * The rejected rows of a file as they stand in it, with what is wrong before them: mended, they can be given again. The
 * first row given is the names of the columns.
 */
export async function* rejectedRows(work: Work, load: ListLoad): AsyncGenerator<readonly string[][]> {
  for (let after = -1; ; ) {
    const some = await rowsOf(work, load, { outcome: 'rejected', after, limit: atOnce });
    yield some.map((row) => [
      String(row.rowNumber),
      row.problems.map(({ column, problem }) => `${column || 'The row'} ${problem}`).join('; '),
      [...new Set(row.problems.map(({ mend }) => mend))].join(' '),
      ...load.columns.map((column) => row.becomes?.[column] ?? ''),
    ]);
    if (some.length < atOnce) return;
    after = some.at(-1)?.rowNumber ?? after;
  }
}

/** Names of the columns of {@link rejectedRows}. */
export const rejectedColumns = (load: ListLoad): string[] => [
  'row',
  'what is wrong',
  'what mends it',
  ...load.columns,
];
