import type { ClientBase } from 'pg';
import { StartRefused } from '../failures/failures.ts';

/** The product's own schemas, and of the queue's the tables that hold jobs with their numbers; not its ledger of migrations. */
const kept = `(n.nspname !~ '^(pg_|information_schema$|graphile_worker$|public$)'
  or n.nspname = 'graphile_worker' and (c.relkind = 'S' or c.relname like '\\_private\\_%'))`;

/** A table and the columns that are stored in their own right: generated ones are made again. */
export interface KeptTable {
  schema: string;
  name: string;
  columns: string[];
}

/** Every table whose rows a backup holds, in one order. */
export async function keptTables(client: ClientBase): Promise<KeptTable[]> {
  const { rows } = await client.query<KeptTable>(`
    select n.nspname::text as schema, c.relname::text as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where ${kept} and c.relkind = 'r' group by n.nspname, c.relname order by n.nspname, c.relname`);
  return rows;
}

/** Every sequence with the number it last gave; null before the first. */
export async function keptSequences(
  client: ClientBase,
): Promise<{ schema: string; name: string; lastValue: string | null }[]> {
  const { rows } = await client.query<{ schema: string; name: string; lastValue: string | null }>(`
    select n.nspname::text as schema, c.relname::text as name, s.last_value::text as "lastValue"
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_sequences s on s.schemaname = n.nspname and s.sequencename = c.relname
    where ${kept} and c.relkind = 'S' order by 1, 2`);
  return rows;
}

/** Row-level security would leave rows out of a backup without a word, so only a role above it may make or load one. */
export async function demandSight(client: ClientBase): Promise<void> {
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = current_user and rolsuper');
  if (rowCount === 0)
    throw new StartRefused(
      'no-sight',
      'Backup and restore need a superuser in DATABASE_URL: any other role would miss rows without a word.',
    );
}

export const quoted = (client: ClientBase, table: { schema: string; name: string }): string =>
  `${client.escapeIdentifier(table.schema)}.${client.escapeIdentifier(table.name)}`;
export const columnList = (client: ClientBase, table: KeptTable): string =>
  table.columns.map((column) => client.escapeIdentifier(column)).join(', ');

/** Whether a table of this full name is there. */
export async function tableExists(client: ClientBase, name: string): Promise<boolean> {
  const { rows } = await client.query<{ found: boolean }>('select to_regclass($1) is not null as found', [
    name,
  ]);
  return rows[0]?.found === true;
}

/** Nobody has an account in it and nobody has done anything: what migrations alone leave behind. */
export async function isEmptyDatabase(client: ClientBase): Promise<boolean> {
  if (!(await tableExists(client, 'platform.account'))) return true;
  const { rowCount } = await client.query(
    'select 1 from platform.account union all select 1 from platform.audit_entry limit 1',
  );
  return rowCount === 0;
}
