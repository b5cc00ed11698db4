import { sql } from 'kysely';
import type { ClientBase } from 'pg';
import type { Db } from './database.ts';

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const quoted = (name: string): string => `"${snake(name).replaceAll('"', '""')}"`;

interface Chunk {
  columns: string;
  text: string;
}

function* chunks(rows: readonly object[], size: number): Generator<Chunk> {
  for (let start = 0; start < rows.length; start += size) {
    const part = rows.slice(start, start + size);
    const columns = [...new Set(part.flatMap((row) => Object.keys(row)))].map(quoted).join(', ');
    const text = JSON.stringify(
      part.map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [snake(key), value]))),
    );
    yield { columns, text };
  }
}

/**
 * Inserts many rows of one table in few statements; keys in camelCase become columns. Rows that are there already
 * (same key) are left as they are. Gives how many were new.
 */
export async function insertRows(
  client: ClientBase,
  table: string,
  rows: readonly object[],
  size = 2000,
): Promise<number> {
  let added = 0;
  for (const { columns, text } of chunks(rows, size)) {
    const done = await client.query(
      `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb) on conflict do nothing`,
      [text],
    );
    added += done.rowCount ?? 0;
  }
  return added;
}

/** The same inside a transaction of a compartment's login. */
export async function insertMany(
  db: Db,
  table: string,
  rows: readonly object[],
  size = 2000,
): Promise<number> {
  let added = 0;
  for (const { columns, text } of chunks(rows, size)) {
    const done = await sql`insert into ${sql.raw(table)} (${sql.raw(columns)})
      select ${sql.raw(columns)} from jsonb_populate_recordset(null::${sql.raw(table)}, ${text}::jsonb) on conflict do nothing`.execute(
      db,
    );
    added += Number(done.numAffectedRows ?? 0n);
  }
  return added;
}
