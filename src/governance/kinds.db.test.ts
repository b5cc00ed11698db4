import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { harmless, staysWith, tablesThatStay } from '../../test/support/retention-stays.ts';
import { movableClock, openWorld, type World } from '../../test/support/world.ts';
import { goingRules, retentionKinds } from './retention.rules.ts';

const clock = movableClock();
let world: World;
beforeAll(async () => {
  world = await openWorld({ name: 'kinds', clock });
}, 120_000);
afterAll(() => world.close());

interface Column {
  relation: string;
  name: string;
  type: string;
}
/** Columns that can hold something of somebody: words, papers, days of birth, points on a map, ids of records and numbers of people. */
const columnsThatSay = () =>
  world.sql<Column>(
    `select a.attrelid::regclass::text as relation, a.attname as name, format_type(a.atttypid, null) as type
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname in (select distinct split_part(p.relation, '.', 1) from governance.part p union select unnest(array['directory', 'performance']))
       and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
       and (format_type(a.atttypid, null) in ('text', 'text[]', 'jsonb', 'bytea', 'double precision', 'polygon')
         or a.attname in ('date_of_birth', 'born_on', 'keys') or a.attname like '%record_id' or a.attname like '%record_ids')
     order by 1, 2`,
  );

describe('the fence', () => {
  test('every table is part of a kind, or stands in the list of those that stay, with its reason', async () => {
    const tables = await world.sql<{ name: string; hasPart: boolean }>(
      `select c.oid::regclass::text as name, exists (select 1 from governance.part p where p.relation::regclass = c.oid) as "hasPart"
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p') and n.nspname !~ '^(pg_|information_schema|graphile)' and n.nspname <> 'public' order by 1`,
    );
    // A new table needs a line in governance.part, with the migration that makes it, before it needs one in the list.
    const forgotten = tables.filter(({ name, hasPart }) => !hasPart && !(name in tablesThatStay));
    expect(forgotten.map(({ name }) => name)).toEqual([]);
    const both = tables.filter(({ name, hasPart }) => hasPart && name in tablesThatStay);
    expect(both.map(({ name }) => name)).toEqual([]);
    const gone = Object.keys(tablesThatStay).filter((name) => !tables.some((one) => one.name === name));
    expect(gone).toEqual([]);
  });

  test('every column of a table that is emptied is emptied, or is known to say nothing of anybody', async () => {
    const parts = await world.sql<{ kind: string; relation: string; columns: string[] }>(
      "select kind, relation, columns from governance.part where action = 'empty'",
    );
    const deleted = await world.sql<{ kind: string; relation: string }>(
      "select kind, relation from governance.part where action = 'delete'",
    );
    const columns = await columnsThatSay();
    const forgotten: string[] = [];
    for (const { kind, relation } of parts) {
      // Where the same kind deletes its rows elsewhere, or empties the table twice, all of it counts.
      const emptied = parts
        .filter((one) => one.kind === kind && one.relation === relation)
        .flatMap((one) => one.columns.map((spec) => spec.split('=')[0]?.trim()));
      if (deleted.some((one) => one.kind === kind && one.relation === relation)) continue;
      for (const { name } of columns.filter((one) => one.relation === relation))
        if (!emptied.includes(name) && !harmless.has(name) && !(`${relation}.${name}` in staysWith))
          forgotten.push(`${relation}.${name}`);
    }
    expect([...new Set(forgotten)].sort()).toEqual([]);
  });

  test('every kind has its line, its parts and its root; every statement runs', async () => {
    const kinds = await world.sql<{ kind: string; root: string; action: string; isRoot: boolean }>(
      `select k.kind, k.root, k.action, exists (select 1 from governance.part p where p.kind = k.kind and p.relation = k.root and p.action = k.action) as "isRoot"
       from governance.kind k order by 1`,
    );
    const ofTheDatabase = (action: string) => (action === 'strip' ? 'empty' : action);
    expect(kinds.map(({ kind, action }) => `${kind} ${action}`)).toEqual(
      goingRules.map(({ kind, action }) => `${kind} ${ofTheDatabase(action)}`).sort(),
    );
    expect(new Set(goingRules.map(({ kind }) => kind)).size + 1).toBe(retentionKinds.length);
    // The unit's own answer to a question stands beside the question, whose row is not the unit's.
    expect(kinds.filter(({ isRoot }) => !isRoot).map(({ kind }) => kind)).toEqual([
      'unit-commission',
      'unit-enquiry',
      'unit-vetting',
    ]);
    const statements = await world.sql<{ statement: string; type: string }>(
      `select governance.part_statement(p) as statement, format_type(a.atttypid, null) as type from governance.part p join governance.kind k on k.kind = p.kind
       join pg_attribute a on a.attrelid = k.root::regclass and a.attname = k.root_id order by p.kind, p.position`,
    );
    expect(statements.length).toBeGreaterThan(120);
    for (const { statement, type } of statements)
      await world.sql(statement.replaceAll('$1', `'{}'::${type}[]`));
  });

  // A migration that writes the view anew from an older text would leave a kind out of it, and nothing of it would ever go.
  test('what may go is read of every kind, from every view that is made for it', async () => {
    const views = await world.sql<{ name: string; text: string }>(
      `select c.relname as name, pg_get_viewdef(c.oid) as text from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'governance' and c.relkind = 'v' and (c.relname = 'candidate' or c.relname like 'ended\\_%')`,
    );
    const candidate = views.find(({ name }) => name === 'candidate')?.text ?? '';
    expect(
      views.filter(({ name }) => name !== 'candidate' && !candidate.includes(`governance.${name}`)),
    ).toEqual([]);
    const said = views.map(({ text }) => text).join();
    expect(goingRules.map(({ kind }) => kind).filter((kind) => !said.includes(`'${kind}'::text`))).toEqual(
      [],
    );
  });
});
