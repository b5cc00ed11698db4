import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { performQueued, performScheduled } from '../../test/support/jobs.ts';
import { wordsOf } from '../../test/support/pages.ts';
import {
  arrangeRetained,
  retainedId as id,
  openCaseOf,
  retainedReport,
} from '../../test/support/retained.ts';
import { readSamples, requestFor } from '../../test/support/samples.ts';
import { movableClock, openWorld, type Visitor, type World } from '../../test/support/world.ts';
import { mayUse } from '../platform/access/permission.ts';

const clock = movableClock();
let world: World;
beforeAll(async () => {
  world = await openWorld({ name: 'retention', clock });
  await arrangeRetained(world);
}, 120_000);
afterAll(() => world.close());

const one = async <T extends object>(text: string, values: readonly unknown[] = []): Promise<T> => {
  const [row] = await world.sql<T>(text, values);
  if (!row) throw new Error(text);
  return row;
};
const countOf = async (table: string, where: string, value: string) =>
  (await one<{ n: number }>(`select count(*)::int as n from ${table} where ${where} = $1`, [value])).n;

const aled = () => world.as('aled.auditor');
async function night(iso: string): Promise<void> {
  clock.set(iso);
  await performScheduled(world, clock, 'find-records-to-let-go');
  while ((await performQueued(world, clock)).length > 0);
}
const figures = async (visitor: Visitor) => (await visitor.api('GET', '/api/v1/figures?period=2026-05')).text;
const tally = () =>
  world.sql(
    `select facet, month::text, is_sensitive, owner_agency_id, issue_type, status, outcome, sum(n)::int as n from intake.report_tally
     group by 1, 2, 3, 4, 5, 6, 7 having sum(n) <> 0 order by 1, 2, 3, 4, 5, 6, 7`,
  );

describe('before its time', () => {
  test('nothing goes of what is young, and nothing of a kind whose period no agency has set', async () => {
    await night('2027-05-01T03:00:00Z');
    expect(await world.sql('select kind from governance.run where agency_id is not null')).toEqual([]);
    const page = wordsOf((await (await aled()).get('/retention')).text);
    expect(page).toContain('Off proposed: 3 years');
    expect(page).toContain('Off proposed: 6 years');
  });

  test('a hold is set with a reason, once, by an auditor of the agency, shown on the record, and lifted', async () => {
    const auditor = await aled();
    const held = { kind: 'report', reference: 'r-r-held', why: 'The ombudsman has asked for it' };
    const set = await auditor.post('/retention/holds', held);
    expect(set.status).toBe(303);
    expect((await auditor.post('/retention/holds', held)).status).toBe(422);
    const nowhere = await auditor.post('/retention/holds', { ...held, reference: 'R-NONE' });
    expect(nowhere.text).toContain('Your agency has no record of this kind');
    expect((await (await world.as('rowan.reception')).post('/retention/holds', held)).status).toBe(403);
    const reader = await world.as('rowan.reception');
    expect((await reader.get(`/reports/${id('R-HELD')}`)).text).toContain('The ombudsman has asked for it');
    expect((await reader.get(`/reports/${id('R-DUE')}`)).text).not.toContain('Legal hold');
  });

  test('a hold is shown on the page of each kind that can be held', async () => {
    const auditor = await aled();
    const sadia = await world.as('sadia.safeguarding');
    const mcc = await one<{ id: string; reference: string }>(
      "select c.id, c.reference from enforcement.case_file c join directory.agency a on a.id = c.lead_agency_id where a.code = 'MCC' and not c.is_personal order by c.id limit 1",
    );
    const pages = [
      ['case', mcc.reference, `/cases/${mcc.id}`, await world.as('tess.trading')],
      ['victim-file', 'V-STANDS', `/register/${id('stands')}`, sadia],
      ['marker', 'WM-LIVE', `/markers/${id('marker live')}`, sadia],
      ['received-record', id('named in R-HELD'), `/records/${id('named in R-HELD')}`, sadia],
      ['list-row', id('registered'), `/people/${id('registered')}`, sadia],
    ] as const;
    for (const [kind, reference, url, reader] of pages) {
      const why = `Held for proceedings about the ${kind}`;
      const set = await auditor.api('POST', '/api/v1/retention/holds', { kind, reference, why });
      expect([kind, set.status]).toEqual([kind, 201]);
      const shown = await reader.get(url);
      expect([kind, shown.status, shown.text.includes(why)]).toEqual([kind, 200, true]);
      const hold = (set.json as { id: string }).id;
      const lifted = await auditor.api('POST', `/api/v1/retention/holds/${hold}/lift`, { version: 1, why });
      expect(lifted.status).toBe(200);
      expect((await reader.get(url)).text).not.toContain(why);
    }
  });

  test('what the agency sets holds from then on, with its history', async () => {
    const auditor = await aled();
    for (const kind of ['report', 'received-record']) {
      const set = { kind, months: '72', why: 'Our records schedule, line 2' };
      expect((await auditor.post('/retention/periods', set)).status).toBe(303);
    }
    for (const kind of ['reporter', 'list-row', 'screening', 'marker', 'victim-file', 'visit'])
      expect(
        (
          await auditor.post('/retention/periods', {
            kind,
            months: '36',
            why: 'Our records schedule, line 4',
          })
        ).status,
      ).toBe(303);
    const short = { kind: 'report', months: '1', why: 'We would like it sooner' };
    const refused = await auditor.post('/retention/periods', short);
    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('72 months as the least')]);
    // The form comes back with what was typed.
    expect(refused.text).toContain('value="We would like it sooner"');
    expect(wordsOf((await auditor.get('/retention')).text)).toContain('Our records schedule, line 4');
  });
});

describe('years on', () => {
  test('the dry run says what would go and does nothing; another agency’s auditor is told nothing of it', async () => {
    clock.set('2033-01-10T03:00:00Z');
    const auditor = await aled();
    const page = wordsOf((await auditor.get('/retention/report')).text);
    expect(page).toContain('R-R-DUE');
    expect(page).toMatch(/kept all the same.*R-R-HELD.*A legal hold/);
    // The case that keeps it may be hidden from the auditor.
    expect(page).not.toContain('R-R-CASE');
    expect(await countOf('intake.reporter', 'report_id', id('R-DUE'))).toBe(1);
    await world.sql(
      `update directory.officer set agency_id = (select id from directory.agency where code = 'HARB') where id = (select officer_id from platform.account where username = 'aled.auditor')`,
    );
    const { json } = await (await aled()).api('GET', '/api/v1/retention/due/report');
    expect(JSON.stringify(json)).not.toContain('R-R-');
    await world.sql(
      `update directory.officer set agency_id = (select id from directory.agency where code = 'MCC') where id = (select officer_id from platform.account where username = 'aled.auditor')`,
    );
  });

  test('what is due goes; what is held, open or stands for something stays; figures of past months do not move', async () => {
    clock.set('2033-01-10T03:00:00Z');
    const reader = await world.as('petra.performance');
    const before = [await figures(reader), JSON.stringify(await tally())];
    await night('2033-01-10T03:00:00Z');
    expect([await figures(reader), JSON.stringify(await tally())]).toEqual(before);
    const described = async (name: string) =>
      (
        await one<{ words: string }>('select description as words from intake.report where id = $1', [
          id(name),
        ])
      ).words;
    expect(await described('R-DUE')).toBe('No longer kept');
    expect(await described('R-JUDGED')).toBe('No longer kept');
    for (const name of ['R-HELD', 'R-CASE']) expect(await described(name)).toContain('Mr Plum');
    expect(await countOf('intake.reporter', 'report_id', id('R-DUE'))).toBe(0);
    expect(await countOf('intake.reporter', 'report_id', id('R-HELD'))).toBe(1);
    // A record goes the night after the report that named it, at the latest; one that was judged stays with the judgement.
    await night('2033-01-11T03:00:00Z');
    const record = (name: string) => countOf('records.received_record', 'id', id(`named in ${name}`));
    expect([
      await record('R-DUE'),
      await record('R-HELD'),
      await record('R-CASE'),
      await record('R-JUDGED'),
    ]).toEqual([0, 1, 1, 1]);
    const row = (name: string) => countOf('linkage.list_entry', 'id', id(name));
    expect([
      await row('first version'),
      await row('second version'),
      await row('judged'),
      await row('registered'),
    ]).toEqual([0, 0, 1, 1]);
    expect(await countOf('assurance.marker', 'id', id('marker ended'))).toBe(0);
    expect(await countOf('assurance.marker', 'id', id('marker live'))).toBe(1);
    const files = await world.sql<{ reference: string; name: string }>(
      "select reference, name from safeguarding.victim_file where reference in ('V-RESTS', 'V-HIDDEN', 'V-STANDS') order by 1",
    );
    expect(files.map(({ name }) => name)).toEqual(['Dr Black', 'No longer kept', 'Dr Black']);
    const visits = await world.sql<{ name: string; result: string }>(
      'select person_name as name, result from safeguarding.visit where id = $1',
      [id('visit rests')],
    );
    expect(visits).toEqual([{ name: 'No longer kept', result: 'seen' }]);
    expect(await world.sql("select 1 from platform.session where expires_at < '2032-01-01'")).toEqual([]);
  });

  test('no text that is left names anybody of a file that went', async () => {
    const words = ['Dr Black', 'Doctor Black', 'Mrs White', '01632 960666'];
    const tables = ['visit', 'event', 'contact', 'lead', 'loss', 'referral', 'precaution'];
    for (const table of tables) {
      const rows = await world.sql(
        `select to_jsonb(x)::text as text from safeguarding.${table} x where x.file_id = $1`,
        [id('rests')],
      );
      for (const word of words) expect(`${table} ${JSON.stringify(rows)}`).not.toContain(word);
    }
  });

  test('each batch is in the audit with a hash of each record and no word of any; a further night finds nothing', async () => {
    const entries = await world.sql<{ detail: { kind: string; done: number; hashes: string[] } }>(
      "select detail from platform.audit_entry where event = 'retention.done'",
    );
    const reports = entries.map(({ detail }) => detail).filter(({ kind }) => kind === 'report');
    expect(reports.flatMap(({ hashes }) => hashes).length).toBeGreaterThan(1);
    expect(JSON.stringify(entries)).not.toMatch(/Plum|Black|R-R-DUE/);
    const runs = async () => (await world.sql('select id from governance.run')).length;
    // What one night freed goes in the next, so that three are enough for any chain of the county.
    await night('2033-01-12T02:20:00Z');
    const before = await runs();
    await night('2033-01-12T04:00:00Z');
    expect(await runs()).toBe(before);
  });

  test('a hold that is lifted lets the record go with the next night', async () => {
    const auditor = await aled();
    const hold = await one<{ id: string }>('select id from governance.legal_hold where lifted_at is null');
    const lift = { version: '1', why: 'The ombudsman has decided' };
    expect((await auditor.post(`/retention/holds/${hold.id}/lift`, lift)).status).toBe(303);
    expect((await auditor.post(`/retention/holds/${hold.id}/lift`, lift)).status).toBe(409);
    await night('2033-01-13T03:00:00Z');
    expect(
      (
        await one<{ words: string }>('select description as words from intake.report where id = $1', [
          id('R-HELD'),
        ])
      ).words,
    ).toBe('No longer kept');
  });

  test.each(['sadia.safeguarding', 'callum.safety', 'aled.auditor'])(
    'no page of %s breaks on what went',
    async (username) => {
      const samples = await readSamples(world);
      const visitor = await world.as(username);
      const more = [
        `/register/${id('rests')}`,
        `/reports/${id('R-DUE')}`,
        `/reports/${id('R-JUDGED')}`,
        `/visits/${id('visit rests')}`,
        `/people/${id('judged')}`,
        `/records/${id('named in R-DUE')}`,
        '/lists',
        `/lists/${id('list')}`,
        `/lists/${id('list')}/rows`,
      ];
      const wrong: string[] = [];
      for (const route of world.app.routes) {
        if (route.method !== 'GET' || !mayUse(visitor.viewer, route.permission)) continue;
        more.push(requestFor(route, samples).url);
      }
      for (const url of more) {
        const { status } = url.startsWith('/api/') ? await visitor.api('GET', url) : await visitor.get(url);
        if (status >= 500) wrong.push(`${status} ${url}`);
      }
      expect(wrong).toEqual([]);
    },
    120_000,
  );
});

describe('what others hold, and what is taken up again', () => {
  const holdOf = (name: string, kind: string, recordId: string, agency: string) =>
    world.sql(
      `insert into governance.legal_hold (id, kind, record_id, reference, agency_id, why, set_at, set_by)
       select $1, $2, $3, 'H-1', a.id, 'Proceedings of theirs', now(), o.id from directory.agency a join directory.officer o on o.agency_id = a.id
       where a.code = $4 order by o.id limit 1`,
      [id(`hold ${name}`), kind, recordId, agency],
    );

  test('an auditor is not told that another agency holds the case of a report; it stays all the same', async () => {
    const openCase = await openCaseOf(world);
    await retainedReport(world, 'R-THEIRS', openCase);
    await holdOf('theirs', 'case', openCase, 'HARB');
    const { json } = await (await aled()).api('GET', '/api/v1/retention/due/report');
    // The shape is the declaration's.
    const { count, records } = json as { count: { kept: number }; records: { reference: string }[] };
    expect(count.kept).toBeGreaterThan(0);
    expect(JSON.stringify(records)).not.toContain('R-R-THEIRS');
    await world.sql('delete from governance.legal_hold where id = $1', [id('hold theirs')]);
    await holdOf('own', 'case', openCase, 'MCC');
    const own = await (await aled()).api('GET', '/api/v1/retention/due/report');
    expect(own.text).toMatch(/R-R-THEIRS[^}]*"keptFor":"held"/);
    await world.sql('delete from governance.legal_hold where id = $1', [id('hold own')]);
  });

  test('the operations login reads no hold on a file of the victim register', async () => {
    await holdOf('file', 'victim-file', id('stands'), 'MCC');
    const kindsFor = async (login: string): Promise<string[]> => {
      await world.sql('begin');
      await world.sql(
        "select set_config('bailiwick.agency', (select id::text from directory.agency where code = 'MCC'), true)",
      );
      await world.sql(`set local role bailiwick_${login}`);
      const rows = await world
        .sql<{ kind: string }>('select distinct kind from governance.legal_hold')
        .finally(() => world.sql('rollback'));
      return rows.map(({ kind }) => kind);
    };
    expect(await kindsFor('safeguard')).toContain('victim-file');
    expect(await kindsFor('ops')).not.toContain('victim-file');
  });

  test('a report or a file that was emptied and is taken up again is emptied again in its time', async () => {
    const isStripped = async (kind: string, name: string) =>
      (await one<{ is: boolean }>('select governance.is_stripped($1, $2) as is', [kind, id(name)])).is;
    expect([await isStripped('report', 'R-DUE'), await isStripped('victim-file', 'rests')]).toEqual([
      true,
      true,
    ]);
    const emptied = await one<{ status: string; closed: Date }>(
      'select status, closed_at as closed from intake.report where id = $1',
      [id('R-DUE')],
    );
    await world.sql("update intake.report set status = 'in-progress', closed_at = null where id = $1", [
      id('R-DUE'),
    ]);
    await world.sql("update safeguarding.victim_file set status = 'contacted' where id = $1", [id('rests')]);
    expect([await isStripped('report', 'R-DUE'), await isStripped('victim-file', 'rests')]).toEqual([
      false,
      false,
    ]);
    await world.sql(
      "update intake.report set status = $2, closed_at = $3, description = 'Miss Peach came back' where id = $1",
      [id('R-DUE'), emptied.status, emptied.closed],
    );
    await night('2033-01-14T03:00:00Z');
    expect(await countOf('intake.report', "description = 'No longer kept' and id", id('R-DUE'))).toBe(1);
  });
});

test('a report that is being opened again while the batch runs is not emptied', async () => {
  await retainedReport(world, 'R-AGAIN');
  const reader = new Client({ connectionString: world.ownerUrl });
  const worker = new Client({ connectionString: world.ownerUrl });
  await Promise.all([reader.connect(), worker.connect()]);
  try {
    await reader.query('begin');
    await reader.query("update intake.report set status = 'in-progress', closed_at = null where id = $1", [
      id('R-AGAIN'),
    ]);
    await worker.query('begin');
    await worker.query("select set_config('bailiwick.today', '2033-01-20', true)");
    const batch = worker.query(
      "select governance.purge('report', a.id, '2027-01-01', 200) from directory.agency a where a.code = 'MCC'",
    );
    // The batch is at the row that somebody holds, or about to be.
    await new Promise((go) => setTimeout(go, 500));
    await reader.query('commit');
    await batch;
    await worker.query('commit');
  } finally {
    await Promise.all([reader.end(), worker.end()]);
  }
  expect(await countOf('intake.report', "description like '%Mr Plum%' and id", id('R-AGAIN'))).toBe(1);
  expect(await countOf('intake.reporter', 'report_id', id('R-AGAIN'))).toBe(1);
});

test('a case that is being opened again while the batch runs keeps what hangs on it', async () => {
  await retainedReport(world, 'R-ON-CASE');
  const { closed } = await one<{ closed: string }>(
    `update intake.report set case_id = (select id from enforcement.case_file order by id limit 1) where id = $1 returning case_id as closed`,
    [id('R-ON-CASE')],
  );
  await world.sql(
    "update enforcement.case_file set status = 'closed', closed_at = '2026-01-01' where id = $1",
    [closed],
  );
  await world.sql("update tasking.task set status = 'not-done' where case_id = $1", [closed]);
  const reader = new Client({ connectionString: world.ownerUrl });
  const worker = new Client({ connectionString: world.ownerUrl });
  await Promise.all([reader.connect(), worker.connect()]);
  try {
    await reader.query('begin');
    await reader.query("update enforcement.case_file set status = 'open', closed_at = null where id = $1", [
      closed,
    ]);
    await worker.query('begin');
    await worker.query("select set_config('bailiwick.today', '2033-01-20', true)");
    const batch = worker.query(
      "select governance.purge('report', r.owner_agency_id, '2033-01-01', 200) from intake.report r where r.id = $1",
      [id('R-ON-CASE')],
    );
    await new Promise((go) => setTimeout(go, 500));
    await reader.query('commit');
    await batch;
    await worker.query('commit');
  } finally {
    await Promise.all([reader.end(), worker.end()]);
  }
  expect(await countOf('intake.report', "description <> 'No longer kept' and id", id('R-ON-CASE'))).toBe(1);
});

test('whoever sets a hold while the batch runs is told that the record went, and holds nothing that is gone', async () => {
  await retainedReport(world, 'R-RACE');
  const worker = new Client({ connectionString: world.ownerUrl });
  await worker.connect();
  try {
    await worker.query("begin; select pg_advisory_xact_lock(hashtext('governance.legal_hold'))");
    // As a batch would: the record is there for everybody else until it is done.
    await worker.query("update intake.report set reference = 'R-RACE-GONE' where id = $1", [id('R-RACE')]);
    const setting = (await aled()).post('/retention/holds', {
      ...{ kind: 'report', reference: 'R-R-RACE', why: 'The ombudsman has asked for it' },
    });
    await new Promise((go) => setTimeout(go, 700));
    await worker.query('commit');
    const set = await setting;
    expect([set.status, set.text]).toEqual([422, expect.stringContaining('Your agency has no record')]);
  } finally {
    await worker.end();
  }
  expect(await countOf('governance.legal_hold', 'record_id', id('R-RACE'))).toBe(0);
});

test('the worker can delete nothing but through the function, and through it nothing that is not due', async () => {
  const can = await one<{ report: boolean; record: boolean; row: boolean }>(
    `select has_table_privilege('bailiwick_worker', 'intake.reporter', 'delete') as report,
       has_table_privilege('bailiwick_worker', 'records.received_record', 'delete') as record,
       has_table_privilege('bailiwick_worker', 'linkage.list_entry', 'delete') as row`,
  );
  expect(can).toEqual({ report: false, record: false, row: false });
  await expect(world.sql("select governance.purge('report', null, '2999-01-01', 1)")).rejects.toThrow(
    'Nothing is due that has not ended before today.',
  );
  for (const login of ['ops', 'safeguard', 'gov', 'public'])
    expect(
      await world.sql(
        "select 1 where has_function_privilege($1, 'governance.purge(text, uuid, date, integer)', 'execute')",
        [`bailiwick_${login}`],
      ),
    ).toEqual([]);
});

test('every table that points at a record that may go is one that keeps it or goes with it', async () => {
  const rows = await world.sql<{ from: string; to: string }>(
    `select conrelid::regclass::text as "from", confrelid::regclass::text as "to" from pg_constraint
     where contype = 'f' and confdeltype not in ('c', 'n')
       and confrelid in ('records.received_record'::regclass, 'linkage.list_entry'::regclass, 'assurance.marker'::regclass, 'assurance.screening'::regclass)
     order by 1, 2`,
  );
  // A new line here needs a line in governance.candidate, or in what goes with the record, before it needs one in this test.
  expect(rows.map(({ from, to }) => `${from} -> ${to}`)).toEqual([
    'assurance.hit -> assurance.marker',
    'assurance.hit -> assurance.screening',
    'assurance.marker_detail -> assurance.marker',
    'assurance.marker_event -> assurance.marker',
    'enforcement.closure_occupant -> records.received_record',
    'enforcement.penalty_recipient -> records.received_record',
    'enforcement.protection_subject -> records.received_record',
    'linkage.hidden_with -> linkage.list_entry',
    'linkage.list_entry -> linkage.list_entry',
    'linkage.sealed_address -> linkage.list_entry',
    'records.exact_key -> records.received_record',
    'records.kept_address -> records.received_record',
  ]);
});
