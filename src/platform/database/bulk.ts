import type { ClientBase } from 'pg';

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/**
 * Inserts many rows of one table in few statements; keys in camelCase become columns. Rows that are there already
 * (same key) are left as they are. Gives how many were new.
 */
export async function insertRows(client: ClientBase, table: string, rows: readonly object[], chunk = 2000): Promise<number> {
  let added = 0;
  for (let start = 0; start < rows.length; start += chunk) {
    const part = rows.slice(start, start + chunk);
    const keys = [...new Set(part.flatMap((row) => Object.keys(row)))];
    const columns = keys.map((key) => client.escapeIdentifier(snake(key))).join(', ');
    const text = JSON.stringify(part.map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [snake(key), value]))));
    const done = await client.query(
      `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb) on conflict do nothing`,
      [text],
    );
    added += done.rowCount ?? 0;
  }
  return added;
}
