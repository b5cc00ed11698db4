import { StartRefused } from '../../platform/failures/failures.ts';
import type { Table } from '../../platform/files/table-file.ts';
import { type Draft, type DraftFacts, draftReader, type RowProblem } from './draft.ts';
import type { Mapping } from './mapping.ts';

/** Some rows of a file: each is a draft or has its problems. */
export interface DraftBatch {
  /** Rows read so far, this batch included. */
  rowsSoFar: number;
  rows: number;
  drafts: readonly Draft[];
  problems: readonly RowProblem[];
}

const batchSize = 5000;

/** Reads a file some thousand rows at a time, so that no file has to be held whole. */
export async function* draftBatches(
  table: Table,
  mapping: Mapping,
  facts: Omit<DraftFacts, 'dayCount'>,
): AsyncGenerator<DraftBatch> {
  checkColumns(table.columns, mapping);
  const read = draftReader(mapping, { ...facts, dayCount: table.dayCount });
  let drafts: Draft[] = [];
  let problems: RowProblem[] = [];
  let rows = 0;
  let rowsSoFar = 0;
  for await (const row of table.rows()) {
    rows += 1;
    const draft = read(row);
    if (Array.isArray(draft)) problems.push(...draft);
    else drafts.push(draft);
    if (rows < batchSize) continue;
    rowsSoFar += rows;
    yield { rowsSoFar, rows, drafts, problems };
    [drafts, problems, rows] = [[], [], 0];
  }
  if (rows > 0) yield { rowsSoFar: rowsSoFar + rows, rows, drafts, problems };
}

/** A mapping that names a column the file lacks is a mistake in the mapping, not in every row. */
function checkColumns(present: readonly string[], mapping: Mapping): void {
  const named = Object.values(mapping.columns)
    .flat()
    .concat(mapping.learn?.queue)
    .filter((name) => name !== undefined);
  const missing = named.filter((name) => !present.includes(name));
  if (missing.length === 0) return;
  const wrongMark =
    present.length === 1
      ? ' Only one column was found: is the mark between the columns a comma, tab, semicolon or bar?'
      : '';
  throw new StartRefused(
    'no-column',
    `The file has no column ${missing.map((name) => `"${name}"`).join(', ')}: it has ${present.join(', ')}. Change the mapping.${wrongMark}`,
  );
}
