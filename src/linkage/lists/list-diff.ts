import type { DraftRow } from './list-row.ts';

/** A row that the list holds now. */
export interface LiveRow {
  id: string;
  sourceKey: string;
  label: string;
  given: Record<string, string>;
  /** Its address must stay hidden: nothing of where it lives is kept for looking at. */
  hidesPlace?: boolean;
}

/** What a file would do to a list: each row of the file, and each row of the list, is in exactly one of these. */
export interface ListDiff {
  added: DraftRow[];
  changed: { was: LiveRow; becomes: DraftRow }[];
  same: { was: LiveRow; row: DraftRow }[];
  /** Rows of the list that are not in the file; none where the file only adds. */
  gone: LiveRow[];
  rejected: DraftRow[];
}

const isAlike = (a: Record<string, string>, b: Record<string, string>): boolean =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => (a[key] ?? '') === (b[key] ?? ''));

/** What is known of a file as a whole. */
export interface WholeFile {
  /** It is the whole list, so that a row that is not in it is gone. */
  isWhole: boolean;
  /** Its heading over the references, where it has any. */
  reference?: string | undefined;
}

/**
 * Holds the rows of a file against the rows of a list by their keys. A row that stands in the file twice is loaded once;
 * of rows of one reference that say different things only the first that can be loaded is, and the others are told.
 */
export function compareWithList(
  drafts: readonly DraftRow[],
  live: readonly LiveRow[],
  { isWhole, reference }: WholeFile,
): ListDiff {
  const byKey = new Map(live.map((row) => [row.sourceKey, row]));
  const diff: ListDiff = { added: [], changed: [], same: [], gone: [], rejected: [] };
  const loaded = new Map<string, DraftRow>();
  for (const row of drafts) {
    const earlier = loaded.get(row.sourceKey);
    if (row.isRejected) diff.rejected.push(row);
    else if (earlier) diff.rejected.push(twice(row, earlier, reference));
    else {
      loaded.set(row.sourceKey, row);
      const was = byKey.get(row.sourceKey);
      if (!was) diff.added.push(row);
      else if (isAlike(was.given, row.given)) diff.same.push({ was, row });
      else diff.changed.push({ was, becomes: row });
    }
  }
  // A rejected row keeps what the list holds under its key: it is not gone, it is not readable.
  const named = new Set(drafts.map(({ sourceKey }) => sourceKey));
  if (isWhole) diff.gone.push(...live.filter((row) => !named.has(row.sourceKey)));
  return diff;
}

function twice(row: DraftRow, earlier: DraftRow, reference = ''): DraftRow {
  const isReference = row.sourceKey.startsWith('ref:');
  return {
    ...row,
    isRejected: true,
    flaws: [
      ...row.flaws,
      {
        column: isReference ? reference : '',
        value: isReference ? row.sourceKey.slice(4) : '',
        problem: `stands in this file twice: row ${earlier.number} is loaded`,
        mend: isReference
          ? 'Give each row a reference of its own, or leave one out.'
          : 'Nothing to do: the rows are alike in every cell.',
      },
    ],
  };
}

/** How many rows of a file became what. Together they are every row of the file. */
export const countsOf = (diff: ListDiff) => ({
  rowsNew: diff.added.length,
  rowsChanged: diff.changed.length,
  rowsSame: diff.same.length,
  rowsGone: diff.gone.length,
  rowsRejected: diff.rejected.length,
});
