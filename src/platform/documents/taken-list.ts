/** A list to take away by command: the names of its columns, and its rows some hundred at a time. */
export interface TakenList {
  columns: readonly string[];
  rows: AsyncIterable<readonly (readonly unknown[])[]>;
}

/** Rows that are read at once. */
const atOnce = 500;

/**
 * Goes through a list from its top to its end. `read` gives the rows after a cursor and the cursor of the last of them;
 * `keep` leaves out what may not be taken away.
 */
export async function* takeRows<Row>(
  columns: readonly (keyof Row & string)[],
  read: (after: string | undefined, limit: number) => Promise<{ rows: Row[]; last: string | undefined }>,
  keep: (row: Row) => boolean,
): AsyncGenerator<readonly unknown[][]> {
  for (let after: string | undefined; ; ) {
    const { rows, last } = await read(after, atOnce);
    yield rows.filter(keep).map((row) => columns.map((column) => row[column]));
    after = last;
    if (rows.length < atOnce) return;
  }
}
