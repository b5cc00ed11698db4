import type { World } from './world.ts';

interface Column {
  name: string;
  type: string;
  /** Definitions of its checks and of its foreign key, where it has them. */
  checks: string[];
  points: string | null;
}

/** Values that follow from no closed list. */
const given: Readonly<Record<string, string>> = {
  'enforcement.protection_service.how': "'in-person'",
  'inspection.persistent_decision.choice': "'warning'",
};

/** While the address of premises must stay hidden they are not let go; and what a flag is about is one of two things. */
const notFilled = ['inspection.kept_address', 'tasking.success_flag'];

/** The value that a column takes: what it points at, the first of its closed list, or any of its type. */
function fillOf({ name, type, checks, points }: Column): string {
  if (points) {
    const [, columns = '', table = '', theirs = ''] =
      /FOREIGN KEY \((.*?)\) REFERENCES (\S+?)\((.*?)\)/.exec(points) ?? [];
    // The files of the samples are Wendmere’s.
    if (table === 'directory.agency') return "(select id from directory.agency where code = 'WEND')";
    if (table === 'directory.officer')
      return "(select o.id from directory.officer o join directory.agency a on a.id = o.agency_id where a.code = 'WEND' order by o.id limit 1)";
    const at = columns.split(', ').indexOf(name);
    return `(select ${theirs.split(', ')[at]} from ${table} order by 1 limit 1)`;
  }
  const first = checks
    .map((check) => new RegExp(`\\(${name} = (?:ANY \\(ARRAY\\[)?'([^']+)'`).exec(check)?.[1])
    .find((found) => found !== undefined);
  if (first) return `'${first}'`;
  if (name.includes('sha256')) return "repeat('0', 64)";
  switch (type) {
    case 'uuid':
      return 'gen_random_uuid()';
    case 'text':
      return "'Zebedee'";
    case 'jsonb':
      return "'{}'";
    case 'bytea':
      return "'\\x5a'";
    case 'boolean':
      return 'false';
    case 'date':
    case 'timestamp with time zone':
      return "'2027-01-02'";
    default:
      return type.endsWith('[]') ? "'{}'" : '1';
  }
}

/** Puts one row into each of some tables that has none, with everything in it that it must have. Gives the tables that were filled. */
export async function fillEmpty(world: World, tables: readonly string[]): Promise<string[]> {
  const filled: string[] = [];
  for (const table of tables.filter((one) => !notFilled.includes(one))) {
    const there = await world.sql(`select 1 from ${table} limit 1`);
    if (there.length > 0) continue;
    const columns = await world.sql<Column>(
      `select a.attname as name, format_type(a.atttypid, null) as type,
         coalesce((select array_agg(pg_get_constraintdef(c.oid)) from pg_constraint c where c.contype = 'c' and c.conrelid = a.attrelid and a.attnum = any (c.conkey)), '{}') as checks,
         (select pg_get_constraintdef(c.oid) from pg_constraint c where c.contype = 'f' and c.conrelid = a.attrelid and a.attnum = any (c.conkey)
            order by cardinality(c.conkey), c.confrelid = 'directory.agency'::regclass limit 1) as points
       from pg_attribute a where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attnotnull and a.attidentity = ''
         and a.attgenerated = '' and not a.atthasdef order by a.attnum`,
      [table],
    );
    await world
      .sql(
        `insert into ${table} (${columns.map(({ name }) => `"${name}"`).join(', ')}) values (${columns.map((column) => given[`${table}.${column.name}`] ?? fillOf(column)).join(', ')})`,
      )
      .catch((error: unknown) => {
        throw new Error(`${table}: ${String(error)}`);
      });
    filled.push(table);
  }
  return filled;
}
