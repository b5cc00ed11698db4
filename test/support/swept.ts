import { endEverything, endedSchemas, findNothingNeeded } from './ended.ts';
import { fillEmpty } from './fill.ts';
import { harmless, staysWith } from './retention-stays.ts';
import type { World } from './world.ts';

/** The word that stands in every column of words of every file, and nowhere else. */
export const mark = 'Zebedee';

/** One line of what a kind is made of, with the type of the ids that it is asked by. */
export interface Part {
  kind: string;
  relation: string;
  rows: string;
  type: string;
}
export const partsOf = (world: World) =>
  world.sql<Part>(
    `select p.kind, p.relation, p.rows, format_type(a.atttypid, null) as type from governance.part p join governance.kind k on k.kind = p.kind
     join pg_attribute a on a.attrelid = k.root::regclass and a.attname = k.root_id order by p.kind, p.position`,
  );

/** Every column of words of the files that are brought to their end. */
export async function columnsOfWords(world: World): Promise<{ relation: string; name: string }[]> {
  const rows = await world.sql<{ relation: string; name: string }>(
    `select distinct p.relation, a.attname as name from governance.part p join pg_attribute a on a.attrelid = p.relation::regclass
     where a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.atttypid = 'text'::regtype and split_part(p.relation, '.', 1) = any ($1) order by 1, 2`,
    [endedSchemas],
  );
  return rows.filter(
    ({ relation, name }) => name !== 'how' && !harmless.has(name) && !(`${relation}.${name}` in staysWith),
  );
}

/** Everything that stands in the tables of files, as one sum for each. */
export async function everythingIn(world: World): Promise<Record<string, string>> {
  const sums: Record<string, string> = {};
  for (const relation of new Set((await partsOf(world)).map((part) => part.relation)))
    if (endedSchemas.includes(relation.split('.')[0] ?? ''))
      sums[relation] = JSON.stringify(
        await world.sql(`select md5(string_agg(x::text, ',' order by x::text)) from ${relation} x`),
      );
  return sums;
}

/** Files of every kind with a row in every table, a word that is known in every column of words, all ended, nothing needed. */
export async function arrangeSwept(world: World): Promise<void> {
  const tables = (await partsOf(world)).map(({ relation }) => relation).toReversed();
  // Some need rows of others: in the order of the schemas.
  for (const schema of [...endedSchemas, 'field'])
    await fillEmpty(
      world,
      tables.filter((table) => table.startsWith(`${schema}.`)),
    );
  for (const { relation, name } of await columnsOfWords(world))
    await world
      .sql(`update ${relation} set ${name} = '${mark} ' || ${name} where ${name} <> ''`)
      .catch((error: { code?: string }) => {
        // Hours and codes take no other word; and what was answered is never changed.
        if (error.code !== '23514' && error.code !== 'P0001') throw error;
      });
  await endEverything(world);
  await findNothingNeeded(world);
}

/** Says for every agency whose code is like one how many months it keeps everything. */
export const keepFor = (world: World, code: string, months: number) =>
  world.sql(
    `insert into governance.period (id, agency_id, kind, months, why, set_at, set_by)
     select gen_random_uuid(), a.id, k.kind, $2, 'The records schedule', now(), (select id from directory.officer order by id limit 1)
     from directory.agency a, governance.kind k where a.code like $1`,
    [code, months],
  );

/** Runs as the owner on a day, and undoes it all. */
export async function tried<T>(world: World, day: string, run: () => Promise<T>): Promise<T> {
  await world.sql('begin');
  try {
    await world.sql("select set_config('bailiwick.today', $1, true)", [day]);
    return await run();
  } finally {
    await world.sql('rollback');
  }
}

/** Holds a record for the agency that it is, or of Wendmere where none is said. */
export const holdRecord = (
  world: World,
  kind: string,
  record: string,
  agency = "(select id from directory.agency where code = 'WEND')",
) =>
  world.sql(
    `insert into governance.legal_hold (id, kind, record_id, reference, agency_id, why, set_at, set_by)
     values (gen_random_uuid(), $1, ${record}, 'H-SWEPT', ${agency}, 'An inquiry has asked for it', now(), (select id from directory.officer order by id limit 1))`,
    [kind],
  );
