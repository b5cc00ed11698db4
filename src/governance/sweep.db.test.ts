import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { performQueued, performScheduled } from '../../test/support/jobs.ts';
import { keptCases } from '../../test/support/kept-cases.ts';
import { moreKeptCases } from '../../test/support/kept-cases-more.ts';
import { wordsOf } from '../../test/support/pages.ts';
import { readSamples, requestFor, type Samples } from '../../test/support/samples.ts';
import {
  arrangeSwept,
  columnsOfWords,
  everythingIn,
  holdRecord,
  keepFor,
  mark,
  partsOf,
  tried,
} from '../../test/support/swept.ts';
import { movableClock, openWorld, type World } from '../../test/support/world.ts';
import { mayUse } from '../platform/access/permission.ts';
import { holdKinds } from '../records/index.ts';
import { goingRules } from './retention.rules.ts';

const clock = movableClock();
let world: World;
let samples: Samples;
beforeAll(async () => {
  world = await openWorld({ name: 'sweep', clock });
  samples = await readSamples(world);
  await arrangeSwept(world);
}, 120_000);
afterAll(() => world.close());

/** A day on which everything is old, and the last day that is due on it. */
const late = '2046-02-01';
const lateDue = '2046-01-31';
async function night(iso: string): Promise<void> {
  clock.set(iso);
  await performScheduled(world, clock, 'find-records-to-let-go');
  while ((await performQueued(world, clock)).length > 0);
}

describe('before anybody has said how long', () => {
  test('nothing of any agency goes, in any number of years', async () => {
    const before = await everythingIn(world);
    await night(`${late}T03:00:00Z`);
    expect(await everythingIn(world)).toEqual(before);
  });

  test.each(goingRules.map(({ kind }) => [kind]))('of %s what is not due is not touched', async (kind) => {
    await tried(world, late, async () => {
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
      const own = (await partsOf(world)).filter((part) => part.kind === kind);
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
      const purge = (agency: string | null, until: string | undefined) =>
        world.sql<{ id: string }>(
          'select g.id from governance.purge($1, $2::uuid, $3::date, 5000) as g (id)',
          [...[kind, agency, until]],
        );
      const before = await sums();
      const first = rows.map(({ countedFrom }) => countedFrom).sort()[0] ?? '2027-01-01';
      const dayBefore = new Date(Date.parse(first) - 86_400_000).toISOString().slice(0, 10);
      const gone: string[] = [];
      for (const agency of new Set(rows.map((row) => row.agency))) {
        expect(await purge(agency, dayBefore)).toEqual([]);
        gone.push(...(await purge(agency, rows[0]?.until)).map(({ id }) => id));
      }
      const due = rows.filter(({ isDue }) => isDue).map(({ id }) => id);
      expect(gone.sort()).toEqual(due.sort());
      // Judgements and links stand between two records: of those that are read with one that goes, something goes.
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
    'select g.id from governance.purge($1, $2::uuid, $3, 5000) as g (id)',
    [kind, found.agency, lateDue],
  );
  return { why: found.why ?? '', isTaken: taken.some(({ id }) => id === found.id) };
}

/** Where a file of each kind is read, and by whom of the agency that keeps it. */
const filePages = [
  ['protection', 'enforcement.protection', '/protection', 'callum.safety'],
  ['closure', 'enforcement.closure', '/closures', 'callum.safety'],
  ['encampment', 'enforcement.encampment', '/encampments', 'callum.safety'],
  ['abandoned', 'enforcement.abandoned', '/abandoned-vehicles', 'callum.safety'],
  ['pspo', 'enforcement.pspo', '/pspos', 'callum.safety'],
  ['penalty', 'enforcement.penalty', '/penalties', 'joss.jet'],
  ['asb-case', 'asb.asb_case', '/asb', 'callum.safety'],
  ['nomination', 'asb.nomination', '/nominations', 'callum.safety'],
  ['case-review', 'asb.review', '/case-reviews', 'callum.safety'],
  ['operation', 'operations.operation', '/operations', 'callum.safety'],
  ['purchase', 'inspection.purchase', '/test-purchases', 'edmund.health'],
  ['premises', 'inspection.premises', '/premises', 'edmund.health'],
  ['prosecution', 'court.prosecution', '/prosecutions', 'olu.officer'],
  ['trader', 'traders.trader', '/traders', 'tess.trading'],
] as const;
const ownerOf = (table: string) => (table === 'asb.nomination' ? 'chair_agency_id' : 'agency_id');

describe('what keeps a record', () => {
  test.each(
    [...keptCases, ...moreKeptCases].map((one) => [`${one.kind}: ${one.why || 'nothing'}`, one] as const),
  )('%s', async (_name, { kind, why, record, arrange }) => {
    await tried(world, late, async () => {
      for (const statement of arrange) await world.sql(statement);
      expect(await keptFor(kind, record)).toEqual({ why, isTaken: why === '' });
    });
  });

  // The county has no file of the register and no list that has ended: src/governance/retention.db.test.ts holds some.
  test.each(holdKinds.filter((kind) => kind !== 'victim-file' && kind !== 'list-row').map((kind) => [kind]))(
    'a legal hold on a %s',
    async (kind) => {
      await tried(world, late, async () => {
        const [one] = await world.sql<{ id: string }>(
          'select c.id from governance.candidate c where c.kind = $1 order by c.id limit 1',
          [kind],
        );
        if (!one) throw new Error(`No ${kind} has ended`);
        await holdRecord(world, kind, `'${one.id}'`);
        expect(await keptFor(kind, `'${one.id}'`)).toEqual({ why: 'held', isTaken: false });
      });
    },
  );

  test('a hold on a case keeps its penalties, and one on a case of anti-social behaviour who complained', async () => {
    const onCase = (column: string) =>
      `(select ${column} from enforcement.penalty where case_id is not null order by id limit 1)`;
    for (const [kind, on, what, record] of [
      ['case', onCase('case_id'), 'penalty', onCase('id')],
      ['asb-case', '(select id from asb.asb_case)', 'complainant', '(select id from asb.complainant)'],
    ] as const)
      await tried(world, late, async () => {
        await holdRecord(world, kind, on);
        expect(await keptFor(what, record)).toEqual({ why: 'held', isTaken: false });
      });
  });

  test('the page of each file says that its agency holds it, and of no other agency’s hold', async () => {
    const notSaid: string[] = [];
    for (const [kind, table, url, username] of filePages) {
      const reader = await world.as(username);
      const agency = reader.viewer.kind === 'officer' ? reader.viewer.agencyId : '';
      const [one] = await world.sql<{ id: string }>(
        `select id from ${table} where ${ownerOf(table)} = $1 order by id limit 1`,
        [agency],
      );
      if (!one) throw new Error(`No ${kind} is ${username}’s`);
      const says = async () =>
        (await reader.get(`${url}/${one.id}`)).text.includes('An inquiry has asked for it');
      await holdRecord(world, kind, `'${one.id}'`, "(select id from directory.agency where code = 'HARB')");
      const theirs = await says();
      await world.sql('delete from governance.legal_hold');
      await holdRecord(world, kind, `'${one.id}'`, `'${agency}'`);
      if (theirs || !(await says())) notSaid.push(kind);
      await world.sql('delete from governance.legal_hold');
    }
    expect(notSaid).toEqual([]);
  });
});

test('two agencies have two periods: each goes by its own, and each auditor is told of their own', async () => {
  const goneOf = async () =>
    (
      await world.sql<{ code: string }>(
        `select distinct a.code from governance.stripped s join (select id, agency_id from enforcement.penalty union all select id, set_by_agency_id from tasking.task
           union all select id, agency_id from asb.asb_case union all select id, owner_agency_id from intake.report) r on r.id = s.record_id
         join directory.agency a on a.id = r.agency_id order by 1`,
      )
    ).map(({ code }) => code);
  /** What the auditor of an agency is told is due, and whether all of it is theirs. */
  const toldOf = async (code: string, kind: string, table: string, owner: string) => {
    await world.sql(
      `update directory.officer set agency_id = (select id from directory.agency where code = $1)
       where id = (select officer_id from platform.account where username = 'aled.auditor')`,
      [code],
    );
    const { json } = await (await world.as('aled.auditor')).api('GET', `/api/v1/retention/due/${kind}`);
    const { records } = json as { records: { reference: string }[] }; // the shape is the declaration's
    const own = await world.sql<{ reference: string }>(
      `select x.reference from ${table} x join directory.agency a on a.id = x.${owner} where a.code = $1`,
      [code],
    );
    const isOwn = records.every(({ reference }) => own.some((one) => one.reference === reference));
    return { isTold: records.length > 0, isOwn };
  };
  clock.set('2034-06-01T03:00:00Z');
  await keepFor(world, 'WEND', 72);
  await keepFor(world, 'MCC', 144);
  for (const [kind, table, owner] of [
    ['penalty', 'enforcement.penalty', 'agency_id'],
    ['task', 'tasking.task', 'set_by_agency_id'],
    ['asb-case', 'asb.asb_case', 'agency_id'],
  ] as const) {
    expect([kind, await toldOf('WEND', kind, table, owner)]).toEqual([kind, { isTold: true, isOwn: true }]);
    expect([kind, await toldOf('MCC', kind, table, owner)]).toEqual([kind, { isTold: false, isOwn: true }]);
  }
  await night('2034-06-01T03:00:00Z');
  expect(await goneOf()).toEqual(['WEND']);
  await keepFor(world, 'MCC', 72);
  await night('2034-06-02T03:00:00Z');
  expect(await goneOf()).toEqual(['MCC', 'WEND']);
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
    await keepFor(world, '%', 1);
    // What one night frees goes in the next: a case after its penalties, an item after its package, a source after its items.
    for (const day of ['03-01', '03-02', '03-03', '03-04', '04-10']) await night(`2056-${day}T03:00:00Z`);
    expect(await figures()).toEqual(before);
    const said: string[] = [];
    for (const { relation, name } of await columnsOfWords(world)) {
      const rows = await world.sql(`select 1 from ${relation} where ${name} like '%${mark}%'`);
      if (rows.length > 0) said.push(`${relation}.${name} ${rows.length}`);
    }
    expect(said).toEqual([]);
    // Who a penalty was to, and who keeps premises, are records of their own: they follow the file that named them.
    const tied = await world.sql(
      "select l.from_kind, l.to_id from records.link l where l.to_kind = 'record' and governance.is_stripped(l.from_kind, l.from_id) and l.from_kind <> 'report'",
    );
    expect(tied).toEqual([]);
  }, 120_000);

  test('a figure opens as many records as before, and says of each that no more is kept', async () => {
    const reader = await world.as('callum.safety');
    const records = '/figures/E-01/records?period=2026-10';
    const page = wordsOf((await reader.get(records)).text);
    expect(page).toContain('no longer kept');
    const { json } = await reader.api('GET', `/api/v1${records}`);
    const { records: rows } = json as { records: { what: string }[] }; // the shape is the declaration's
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ what }) => !what.endsWith(', no longer kept'))).toEqual([]);
  });

  test('the page of each file opens and says that no more is kept', async () => {
    const wrong: string[] = [];
    for (const [kind, table, url, username] of filePages) {
      const reader = await world.as(username);
      const [one] = await world.sql<{ id: string }>(
        `select s.record_id as id from governance.stripped s join ${table} x on x.id = s.record_id where s.kind = $1 and x.${ownerOf(table)} = $2 order by 1 limit 1`,
        [kind, reader.viewer.kind === 'officer' ? reader.viewer.agencyId : null],
      );
      const page = await reader.get(`${url}/${one?.id}`);
      if (page.status !== 200 || !page.text.includes('Its time has come'))
        wrong.push(`${kind} ${page.status}`);
    }
    expect(wrong).toEqual([]);
  });

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
    const before = await everythingIn(world);
    await night('2056-04-11T03:00:00Z');
    expect(await everythingIn(world)).toEqual(before);
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
  const logins = await world.sql<{ name: string }>(
    "select rolname as name from pg_roles where rolname like 'bailiwick\\_%' and rolname not in ('bailiwick_worker', 'bailiwick_owner')",
  );
  expect(logins.length).toBeGreaterThan(4);
  try {
    for (const { name } of logins)
      for (const statement of [
        "select governance.purge('penalty', (select id from directory.agency where code = 'WEND'), '2027-01-01', 1)",
        "select governance.parts_due('{penalty}', '{}', '{2027-01-01}')",
        'delete from enforcement.penalty_recipient',
        'select 1 from governance.candidate',
        'select 1 from governance.person',
        "update governance.part set rows = 'true'",
      ]) {
        await client.query('begin');
        await client.query(
          "select set_config('bailiwick.agency', (select id::text from directory.agency where code = 'MCC'), true)",
        );
        await client.query(`set local role ${name}`);
        await expect(client.query(statement), `${name}: ${statement}`).rejects.toMatchObject({
          code: '42501',
        });
        await client.query('rollback');
      }
  } finally {
    await client.end();
  }
});
