import { afterAll, beforeAll, expect, test } from 'vitest';
import { drawnAsb } from '../../src/asb/index.ts';
import { type DrawnProcedure, drawnProcedures } from '../../src/enforcement/index.ts';
import { drawnLicensing, drawnPurchases } from '../../src/inspection/index.ts';
import { drawnOperations } from '../../src/operations/index.ts';
import { mayUse } from '../../src/platform/access/permission.ts';
import { drawnTraders } from '../../src/traders/index.ts';
import { personas } from '../support/personas.ts';
import { aPenalty, ownRoute, type Tried, tried } from '../support/tried-steps.ts';
import { openWorld, type Visitor, type World } from '../support/world.ts';

let world: World;
const visitors = new Map<string, Visitor>();
beforeAll(async () => {
  // Nothing that is sent is kept: each step is tried from the very same file.
  world = await openWorld({ name: 'steps', keep: false });
  for (const username of personas) visitors.set(username, await world.as(username));
  // A file is put into each status and given to each agency, whatever else it would need to be there.
  await world.sql('set session_replication_role = replica');
  const schemas = [...new Set(tried.map(({ table }) => table.split('.')[0]))];
  for (const { table, name } of await world.sql<{ table: string; name: string }>(
    `select conrelid::regclass::text as table, conname as name from pg_constraint
     where contype = 'c' and connamespace = any($1::regnamespace[])`,
    [schemas],
  ))
    await world.sql(`alter table ${table} drop constraint ${name}`);
});
afterAll(() => world.close());

/** A file and what hangs on it become those of an agency, and of whoever tries it: in the module of a file there is no other. */
async function belongTo(
  { table }: Tried,
  { agencyId, officerId }: { agencyId: string; officerId: string },
): Promise<void> {
  const [schema = '', name = ''] = table.split('.');
  const columns = await world.sql<{ part: string; column: string }>(
    `select c.table_name as part, c.column_name as column from information_schema.columns c
     join information_schema.tables t using (table_schema, table_name)
     where t.table_type = 'BASE TABLE' and c.table_schema = $1 and ($1 <> 'enforcement' or starts_with(c.table_name, $2))
       and c.table_name not like '%setting%' and c.table_name not like '%\\_agency'
       and c.column_name in ('agency_id', 'lead_agency_id', 'chair_agency_id', 'agency_ids', 'officer_ids')`,
    [schema, name],
  );
  for (const { part, column } of columns) {
    const value = column === 'officer_ids' ? officerId : agencyId;
    await world.sql(
      `update ${schema}.${part} set ${column} = ${column.endsWith('s') ? 'array[$1::uuid]' : '$1::uuid'}`,
      [value],
    );
  }
}

/** The body of every step: enough for any form, for what is asked is the role and the status. */
const everything = {
  ...{
    version: 1,
    on: '2026-11-20',
    time: '09:00',
    until: '2026-12-01',
    reason: 'As seen',
    by: 'An officer',
  },
  ...{
    evidence: 'As seen',
    words: 'As seen',
    told: 'Control room',
    who: 'A neighbour',
    court: 'Sample court',
  },
  ...{ outcome: 'told', minute: 'Minute 4', findings: 'As seen', results: 'As seen', lessons: 'None' },
};

/**
 * Every status, every step, every role: who is no part of a step is refused for that, a step that no line of the table begins in that
 * status is refused as one, and any other is taken, or says what is missing. Community protection is tried with files that lack nothing
 * (`protection-steps`).
 */
test.each(tried.map((one) => [one.drawn.title, one] as const))('%s', async (_title, one) => {
  const { drawn, table, path, has } = one;
  const [first] =
    one.id === aPenalty
      ? await world.sql<{ id: string }>(`select id from ${table} order by id limit 1`)
      : [one];
  const id = first?.id ?? '';
  const route = world.app.routes.find((each) => each.method === 'POST' && each.path === path);
  if (!route) throw new Error(path);
  if (has) await world.sql(`update ${table} set ${has} where id = $1`, [id]);
  const actions = [
    ...new Set(
      drawn.lines
        .filter(({ who, action }) => who.length > 0 && !ownRoute.includes(`${drawn.title}: ${action}`))
        .map(({ action }) => action),
    ),
  ];
  const wrong: string[] = [];
  let taken = 0;
  let walker = '';
  const stepsOf = ({ viewer }: Visitor) =>
    actions.filter((action) =>
      drawn.lines.some(
        (line) =>
          line.action === action &&
          viewer.kind === 'officer' &&
          line.who.some((held) => viewer.roles.includes(held)),
      ),
    );
  const most = Math.max(...[...visitors.values()].map((visitor) => stepsOf(visitor).length));
  for (const [username, visitor] of visitors) {
    const { viewer } = visitor;
    if (viewer.kind !== 'officer') continue;
    const [role = ''] = viewer.roles;
    const mine = stepsOf(visitor);
    const may = (action: string) => mine.includes(action);
    const isOpen = mayUse(viewer, route.permission);
    // Who may not use the address is turned away before anything is looked at, whichever step it is.
    const own = isOpen ? actions : actions.slice(0, 1);
    if (isOpen) await belongTo(one, viewer);
    // One of those who take most steps tries all of them from everywhere; the others each step from where it begins.
    const isFirst = isOpen && mine.length === most && walker === '';
    if (isFirst) walker = username;
    for (const status of Object.keys(drawn.words)) {
      const here = own.filter(
        (action) =>
          isFirst ||
          drawn.lines.find((line) => line.action === action && line.who.length > 0)?.from[0] === status,
      );
      if (here.length === 0) continue;
      await world.sql(`update ${table} set status = $1, version = 1 where id = $2`, [status, id]);
      for (const action of here) {
        const url = path.replace(/:\w+Id\b/, id).replace(/:\w+$/, action);
        const answer = await visitor.api('POST', url, everything);
        const line = drawn.lines.find((each) => each.action === action && each.from.includes(status));
        const { code = '' } = (answer.json ?? {}) as { code?: string };
        if (answer.status === 200) taken += 1;
        const isRight = !may(action)
          ? answer.status === 403 || (!line && answer.status === 409)
          : !line || line.who.length === 0
            ? answer.status === 409 || code === 'refused-by-rule'
            : answer.status === 422 || (answer.status === 200 && endOf(line, answer.json));
        if (!isRight)
          wrong.push(
            `${username} (${role}) ${status} ${action}: ${answer.status} ${answer.text.slice(0, 160)}`,
          );
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(taken).toBeGreaterThan(0);
});

/** Days on which no step can have been taken: one that there is none of, one before any law, one before the Act, and one to come. */
test.each(['2026-02-30', '1066-10-14', '1994-11-02', '2031-01-01', 'yesterday'])(
  '%s is refused at its field by every step that asks for the day it was taken',
  async (on) => {
    const wrong: string[] = [];
    let refused = 0;
    for (const one of tried) {
      const { drawn, table, path, has, id } = one;
      const lines = drawn.lines.filter((line) => 'asks' in line && (line.asks as string[]).includes('on'));
      const visitor = [...visitors.values()].find(
        ({ viewer }) =>
          viewer.kind === 'officer' && lines[0]?.who.some((role) => viewer.roles.includes(role)),
      );
      if (visitor?.viewer.kind !== 'officer') continue;
      if (has) await world.sql(`update ${table} set ${has} where id = $1`, [id]);
      await belongTo(one, visitor.viewer);
      for (const line of lines) {
        await world.sql(`update ${table} set status = $1, version = 1 where id = $2`, [line.from[0], id]);
        const url = path.replace(/:\w+Id\b/, id).replace(/:\w+$/, line.action);
        const answer = await visitor.api('POST', url, { ...everything, on });
        const { problems = [] } = (answer.json ?? {}) as { problems?: { field: string }[] };
        if (problems.some(({ field }) => field === 'on')) refused += 1;
        else if (answer.status !== 422 && answer.status !== 403)
          wrong.push(`${drawn.title} ${line.action}: ${answer.status} ${answer.text.slice(0, 200)}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(refused).toBeGreaterThan(20);
  },
);

const appeal = "appealed_on = '2026-11-10', appeal_hearing_on = '2026-11-19', appeal_decided_on = null";
const orderDays = "ordered_on = '2026-11-01', order_until = '2027-01-31', appeal_until = '2026-11-21'";
/** Steps that wait for a day or a fact which no journey comes to: title, status, step, what the file then has, and what is said besides. */
const waits: readonly (readonly [string, string, string, string, object])[] = [
  ['Fixed penalty', 'overdue', 'time-bar', "offence = 'litter', offence_on = '2026-01-05'", {}],
  ['Fixed penalty', 'referred', 'time-bar', "offence = 'litter', offence_on = '2026-01-05'", {}],
  ['Closure', 'ordered', 'quash-on-appeal', `${orderDays}, ${appeal}`, {}],
  ['Closure', 'refused', 'make-on-appeal', appeal, { until: '2027-01-10', everyone: 'yes' }],
  ['Criminal', 'in-force', 'yearly-review', "made_on = '2025-11-01', review_on = '2026-11-01', age = 16", {}],
  ['Criminal', 'in-force', 'expire', "made_on = '2024-11-01', ends_on = '2026-11-01', review_on = null", {}],
  [
    'Acceptable',
    'signed',
    'review',
    "made_on = '2026-08-01', review_on = '2026-11-01', ends_on = '2027-01-31'",
    {},
  ],
  [
    'Acceptable',
    'signed',
    'complete',
    "made_on = '2026-05-01', ends_on = '2026-11-01', review_on = null",
    {},
  ],
  ['Licence', 'advertised', 'take-interim-steps', "kind = 'summary', applied_on = '2026-11-18'", {}],
  ['Licence', 'hearing', 'adjourn', "hearing_on = '2026-11-25'", { hearingOn: '2026-12-02' }],
];
test.each(waits)(
  '%s, %s: %s is taken once what it waits for has come',
  async (title, status, action, facts, more) => {
    const one = tried.find(({ drawn }) => drawn.title.startsWith(title));
    const line = one?.drawn.lines.find((each) => each.action === action && each.from.includes(status));
    if (!one || !line) throw new Error(`${title} ${action}`);
    const { table, path, has } = one;
    const [file] =
      one.id === aPenalty
        ? await world.sql<{ id: string }>(`select id from ${table} order by id limit 1`)
        : [one];
    const visitor = [...visitors.values()].find(
      ({ viewer }) => viewer.kind === 'officer' && line.who.some((role) => viewer.roles.includes(role)),
    );
    if (visitor?.viewer.kind !== 'officer') throw new Error('nobody may');
    await belongTo(one, visitor.viewer);
    await world.sql(
      `update ${table} set ${[has, facts].filter(Boolean).join(', ').replace("offence = 'pnd-upper-tier', ", '')}, status = $1, version = 1 where id = $2`,
      [...[status, file?.id]],
    );
    const url = path.replace(/:\w+Id\b/, file?.id ?? '').replace(/:\w+$/, action);
    const answer = await visitor.api('POST', url, { ...everything, until: undefined, ...more });
    expect(answer.status, answer.text).toBe(200);
    expect(endOf(line, answer.json)).toBe(true);
  },
);

test('every procedure of officers is tried', () => {
  const all = [
    ...drawnProcedures,
    ...drawnAsb,
    drawnTraders,
    drawnOperations,
    drawnPurchases,
    drawnLicensing,
  ];
  const titles = tried.map(({ drawn }) => drawn.title);
  // A case goes on by routes of its own (`desk`, `j4`); community protection stands in `protection-steps`, the charge of a vehicle in `vehicle-charge`.
  expect(all.map(({ title }) => title).filter((title) => !titles.includes(title))).toEqual([
    'Community protection: warning, notice, breach',
    'Charge for a removed vehicle',
    'Case',
  ]);
});

/** Whether what a step answered with stands where its line ends. */
const endOf = (line: DrawnProcedure['lines'][number], json: unknown): boolean =>
  [line.to].flat().includes((json as { status: string }).status);
