/** A list to take away by command: the names of its columns, and its rows some hundred at a time. */
export interface TakenList {
  columns: readonly string[];
  rows: AsyncIterable<readonly (readonly unknown[])[]>;
}

/** Rows that are read at once. */
const atOnce = 500;

/**
 * Goes through a list from its top to its end. `read` gives the rows after the last one it gave; `keep` leaves out what
 * may not be taken away.
 */
export async function* takeRows<Row>(
  columns: readonly (keyof Row & string)[],
  read: (last: Row | undefined, limit: number) => Promise<Row[]>,
  keep: (row: Row) => boolean,
): AsyncGenerator<readonly unknown[][]> {
  for (let last: Row | undefined; ; ) {
    const rows = await read(last, atOnce);
    yield rows.filter(keep).map((row) => columns.map((column) => row[column]));
    last = rows.at(-1);
    if (rows.length < atOnce) return;
  }
}
