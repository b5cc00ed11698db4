import type { Updateable } from 'kysely';
import type { Db } from './database.ts';
import type { DB } from './rows.ts';

/** Tables whose rows are changed by whoever read them last. */
type Versioned = {
  [Table in keyof DB]: 'id' | 'version' extends keyof DB[Table] ? Table : never;
}[keyof DB];

/** Changes a row if nobody saved since it was read; false when somebody did. */
export async function changeRow<Table extends Versioned>(
  db: Db,
  table: Table,
  row: { id: string; version: number },
  set: Updateable<DB[Table]>,
): Promise<boolean> {
  const done = await db
    // Any of these tables has an id and a version, and `set` has the columns of this one: one of them stands for all.
    .updateTable(table as 'enforcement.closure')
    .set({ ...(set as Updateable<DB['enforcement.closure']>), version: row.version + 1 })
    .where('id', '=', row.id)
    .where('version', '=', row.version)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}
