import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { endEverything, endedSchemas, findNothingNeeded } from '../../test/support/ended.ts';
import { fillEmpty } from '../../test/support/fill.ts';
import { performQueued, performScheduled } from '../../test/support/jobs.ts';
import { keptCases } from '../../test/support/kept-cases.ts';
import { harmless, staysWith } from '../../test/support/retention-stays.ts';
import { readSamples, requestFor, type Samples } from '../../test/support/samples.ts';
import { movableClock, openWorld, type World } from '../../test/support/world.ts';
import { mayUse } from '../platform/access/permission.ts';
import { holdKinds } from '../records/index.ts';
import { goingRules } from './retention.rules.ts';

const clock = movableClock();
let world: World;
let samples: Samples;
/** The word that stands in every column of words of every file, and nowhere else. */
const mark = 'Zebedee';
beforeAll(async () => {
  world = await openWorld({ name: 'sweep', clock });
  const tables = (await parts()).map(({ relation }) => relation).toReversed();
  samples = await readSamples(world);
  // Some need rows of others: in the order of the schemas.
  for (const schema of [...endedSchemas, 'field'])
    await fillEmpty(
      world,
      tables.filter((table) => table.startsWith(`${schema}.`)),
    );
  await markEveryWord();
  await endEverything(world);
  await findNothingNeeded(world);
}, 120_000);
afterAll(() => world.close());

interface Part {
  kind: string;
  relation: string;
  rows: string;
  type: string;
}
const parts = () =>
  world.sql<Part>(
    `select p.kind, p.relation, p.rows, format_type(a.atttypid, null) as type from governance.part p join governance.kind k on k.kind = p.kind
     join pg_attribute a on a.attrelid = k.root::regclass and a.attname = k.root_id order by p.kind, p.position`,
  );
const columnsOfWords = async () =>
  (
    await world.sql<{ relation: string; name: string }>(
      `select distinct p.relation, a.attname as name from governance.part p join pg_attribute a on a.attrelid = p.relation::regclass
       where a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.atttypid = 'text'::regtype and split_part(p.relation, '.', 1) = any ($1) order by 1, 2`,
      [endedSchemas],
    )
  ).filter(({ relation, name }) => !harmless.has(name) && !(`${relation}.${name}` in staysWith));
async function markEveryWord(): Promise<void> {
  for (const { relation, name } of await columnsOfWords())
    await world
      .sql(`update ${relation} set ${name} = '${mark} ' || ${name} where ${name} <> ''`)
      // Hours and codes take no other word.
      .catch((error: { code?: string }) => expect(error.code).toBe('23514'));
}

async function night(iso: string): Promise<void> {
  clock.set(iso);
  await performScheduled(world, clock, 'find-records-to-let-go');
  while ((await performQueued(world, clock)).length > 0);
}
/** Runs as the owner on a day, and undoes it all. */
async function tried<T>(day: string, run: () => Promise<T>): Promise<T> {
  await world.sql('begin');
  try {
    await world.sql("select set_config('bailiwick.today', $1, true)", [day]);
    return await run();
  } finally {
    await world.sql('rollback');
  }
}
const setFor = (code: string, months: number) =>
  world.sql(
    `insert into governance.period (id, agency_id, kind, months, why, set_at, set_by)
     select gen_random_uuid(), a.id, k.kind, $2, 'The records schedule', now(), (select id from directory.officer order by id limit 1)
     from directory.agency a, governance.kind k where a.code like $1`,
    [code, months],
  );
/** Everything that stands in the tables of files, as one number for each. */
async function everything(): Promise<Record<string, string>> {
  const sums: Record<string, string> = {};
  for (const relation of new Set((await parts()).map((part) => part.relation)))
    if (endedSchemas.includes(relation.split('.')[0] ?? ''))
      sums[relation] = JSON.stringify(
        await world.sql(`select md5(string_agg(x::text, ',' order by x::text)) from ${relation} x`),
      );
  return sums;
}
const stripped = () =>
  world.sql<{ kind: string; code: string }>(
    `select distinct s.kind, a.code from governance.stripped s
     join (select id, agency_id from enforcement.penalty union all select id, lead_agency_id from enforcement.case_file
       union all select id, set_by_agency_id from tasking.task union all select id, agency_id from asb.asb_case) r on r.id = s.record_id
     join directory.agency a on a.id = r.agency_id order by 1, 2`,
  );

describe('before anybody has said how long', () => {
  test('nothing of any agency goes, in any number of years', async () => {
    const before = await everything();
    await night('2046-02-01T03:00:00Z');
    expect(await everything()).toEqual(before);
  });

  test.each(goingRules.map(({ kind }) => [kind]))('of %s what is not due is not touched', async (kind) => {
    await tried('2046-02-01', async () => {
      // Half of what is there is due: the day is the middle one.
      const rows = await world.sql<{
        id: string;
        agency: string | null;
        countedFrom: string;
        isDue: boolean;
        until: string;
      }>(
        `select c.id, c.agency_id::text as agency, c.counted_from::text as "countedFrom", c.counted_from <= m.day and c.kept_for is null as "isDue", m.day::text as until
           from governance.candidate c, (select percentile_disc(0.5) within group (order by counted_from) as day from governance.candidate where kind = $1) m
           where c.kind = $1`,
        [kind],
      );
      const own = (await parts()).filter((part) => part.kind === kind);
      const kept = rows.filter(({ isDue }) => !isDue).map(({ id }) => id);
      const sums = async () => {
        const found: unknown[] = [];
        for (const { relation, rows: which, type } of own)
          found.push(
            await world.sql(
              `select count(*)::int as n, md5(string_agg(x::text, ',' order by x::text)) as sum from ${relation} x where ${which.replaceAll('$1', `$1::${type}[]`)}`,
              [kept],
            ),
          );
        return found;
      };
      const before = await sums();
      const gone: string[] = [];
      for (const agency of new Set(rows.map((row) => row.agency)))
        gone.push(
          ...(
            await world.sql<{ id: string }>(
              'select g.id from governance.purge($1, $2::uuid, $3::date, 5000) as g (id)',
              [kind, agency, rows[0]?.until],
            )
          ).map(({ id }) => id),
        );
      expect(gone.sort()).toEqual(
        rows
          .filter(({ isDue }) => isDue)
          .map(({ id }) => id)
          .sort(),
      );
      // What the others of its kind are read with may name it: of those alone something goes.
      if (!['received-record', 'list-row'].includes(kind)) expect(await sums()).toEqual(before);
    });
  });
});

/** Why a record stays, and whether a night of many years on takes it all the same. */
async function keptFor(kind: string, record: string): Promise<{ why: string; isTaken: boolean }> {
  const [found] = await world.sql<{ id: string; agency: string; why: string | null }>(
    `select c.id, c.agency_id as agency, c.kept_for as why from governance.candidate c where c.kind = $1 and c.id = ${record}::text`,
    [kind],
  );
  if (!found) throw new Error(`No ${kind} has ended: ${record}`);
  const taken = await world.sql<{ id: string }>(
    "select g.id from governance.purge($1, $2::uuid, '2046-01-31', 5000) as g (id)",
    [kind, found.agency],
  );
  return { why: found.why ?? '', isTaken: taken.some(({ id }) => id === found.id) };
}

describe('what keeps a record', () => {
  test.each(keptCases.map((one) => [`${one.kind}: ${one.why || 'nothing'}`, one] as const))(
    '%s',
    async (_name, { kind, why, record, arrange }) => {
      await tried('2046-02-01', async () => {
        for (const statement of arrange) await world.sql(statement);
        expect(await keptFor(kind, record)).toEqual({ why, isTaken: why === '' });
      });
    },
  );

  // The county has no file of the register and no list that has ended: src/governance/retention.db.test.ts holds some.
  test.each(holdKinds.filter((kind) => kind !== 'victim-file' && kind !== 'list-row').map((kind) => [kind]))(
    'a legal hold on a %s',
    async (kind) => {
      await tried('2046-02-01', async () => {
        const [one] = await world.sql<{ id: string; reference: string; agency: string }>(
          'select c.id, c.reference, c.agency_id as agency from governance.candidate c where c.kind = $1 order by c.id limit 1',
          [kind],
        );
        if (!one) throw new Error(`No ${kind} has ended`);
        await world.sql(
          `insert into governance.legal_hold (id, kind, record_id, reference, agency_id, why, set_at, set_by)
         values (gen_random_uuid(), $1, $2::uuid, $3, $4, 'An inquiry', now(), (select id from directory.officer order by id limit 1))`,
          [kind, one.id, one.reference, one.agency],
        );
        expect(await keptFor(kind, `'${one.id}'`)).toEqual({ why: 'held', isTaken: false });
      });
    },
  );

  test('a hold on a case keeps its penalties, and one on a case of anti-social behaviour who complained', async () => {
    for (const [kind, on, what, record] of [
      [
        'case',
        '(select case_id from enforcement.penalty where case_id is not null order by id limit 1)',
        'penalty',
        '(select id from enforcement.penalty where case_id is not null order by id limit 1)',
      ],
      [
        'asb-case',
        '(select id from asb.asb_case limit 1)',
        'complainant',
        '(select id from asb.complainant limit 1)',
      ],
    ] as const)
      await tried('2046-02-01', async () => {
        await world.sql(
          `insert into governance.legal_hold (id, kind, record_id, reference, agency_id, why, set_at, set_by)
           select gen_random_uuid(), '${kind}', ${on}, 'X', a.id, 'An inquiry', now(), (select id from directory.officer order by id limit 1)
           from directory.agency a where a.code = 'MCC'`,
        );
        expect(await keptFor(what, record)).toEqual({ why: 'held', isTaken: false });
      });
  });
});

test('two agencies have two periods: each goes by its own', async () => {
  await setFor('WEND', 72);
  await setFor('MCC', 144);
  await night('2034-06-01T03:00:00Z');
  const codes = new Set((await stripped()).map(({ code }) => code));
  expect([...codes]).toEqual(['WEND']);
  await setFor('MCC', 72);
  await night('2034-06-02T03:00:00Z');
  expect(new Set((await stripped()).map(({ code }) => code))).toEqual(new Set(['MCC', 'WEND']));
});

describe('everything is due', () => {
  const figures = async () => {
    const found: string[] = [];
    for (const username of [
      ...['petra.performance', 'callum.safety', 'tess.trading', 'aled.auditor', 'sadia.safeguarding'],
      ...['morag.manager'],
    ]) {
      const visitor = await world.as(username);
      for (const period of ['2026-10', '2026-11', '2027-01'])
        found.push((await visitor.api('GET', `/api/v1/figures?period=${period}`)).text);
    }
    return found;
  };

  test('figures of past months stay, and no word of anybody is left in any table', async () => {
    clock.set('2056-02-01T03:00:00Z');
    const before = await figures();
    await setFor('%', 1);
    // What one night frees goes in the next: a case after its penalties, an item after its package, a source after its items.
    for (const day of [1, 2, 3, 4]) await night(`2056-03-0${day}T03:00:00Z`);
    expect(await figures()).toEqual(before);
    const said: string[] = [];
    for (const { relation, name } of await columnsOfWords()) {
      const rows = await world.sql(`select 1 from ${relation} where ${name} like '%${mark}%'`);
      if (rows.length > 0) said.push(`${relation}.${name} ${rows.length}`);
    }
    expect(said).toEqual([]);
  }, 120_000);

  test('each batch is in the audit, with hashes and no word; a further night does nothing', async () => {
    const entries = await world.sql<{ kind: string }>(
      "select distinct detail->>'kind' as kind from platform.audit_entry where event = 'retention.done' order by 1",
    );
    const done = entries.map(({ kind }) => kind);
    for (const kind of [
      'penalty',
      'asb-case',
      'intelligence-item',
      'trader',
      'purchase',
      'prosecution',
      'case',
    ])
      expect(done).toContain(kind);
    const text = JSON.stringify(
      await world.sql("select detail from platform.audit_entry where event like 'retention.%'"),
    );
    expect(text).not.toContain(mark);
    const before = await everything();
    await night('2056-03-05T03:00:00Z');
    expect(await everything()).toEqual(before);
  });

  test.each(['callum.safety', 'tess.trading', 'morag.manager', 'petra.performance'])(
    'no page of %s breaks on what went',
    async (username) => {
      const visitor = await world.as(username);
      const wrong: string[] = [];
      for (const route of world.app.routes) {
        if (route.method !== 'GET' || !route.path.includes(':') || !mayUse(visitor.viewer, route.permission))
          continue;
        const { url } = requestFor(route, samples);
        const { status } = url.startsWith('/api/') ? await visitor.api('GET', url) : await visitor.get(url);
        if (status >= 500) wrong.push(`${status} ${url}`);
      }
      expect(wrong).toEqual([]);
    },
    120_000,
  );
});

test('no connection but the worker’s lets anything go, whatever agency it says it is', async () => {
  const client = new Client({ connectionString: world.ownerUrl });
  await client.connect();
  try {
    for (const login of ['ops', 'safeguard', 'intel', 'gov', 'public', 'tech', 'signin'])
      for (const statement of [
        "select governance.purge('penalty', (select id from directory.agency where code = 'WEND'), '2027-01-01', 1)",
        'delete from enforcement.penalty_recipient',
        'select 1 from governance.candidate',
        'select 1 from governance.person',
        "update governance.part set rows = 'true'",
      ]) {
        await client.query('begin');
        await client.query(
          "select set_config('bailiwick.agency', (select id::text from directory.agency where code = 'MCC'), true)",
        );
        const exists = await client.query('select 1 from pg_roles where rolname = $1', [
          `bailiwick_${login}`,
        ]);
        if (exists.rowCount === 1) {
          await client.query(`set local role bailiwick_${login}`);
          await expect(client.query(statement), `${login}: ${statement}`).rejects.toMatchObject({
            code: '42501',
          });
        }
        await client.query('rollback');
      }
  } finally {
    await client.end();
  }
});
