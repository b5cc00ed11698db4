import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { ensureLogins } from '../../src/platform/database/logins.ts';
import { migrate } from '../../src/platform/database/migrate.ts';
import { startEmbedded } from '../../src/platform/postgres/embedded.ts';
import { openMemory } from './memory.ts';
import { addSampleAbandoned } from './sample-abandoned.ts';
import { addSampleAsb } from './sample-asb.ts';
import { addSampleMarkers } from './sample-assurance.ts';
import { sampleCommissions } from './sample-commission.ts';
import { addSampleAccess, addSampleCourt } from './sample-court.ts';
import {
  addSampleClosure,
  addSampleEncampment,
  addSampleProtection,
  addSamplePspo,
} from './sample-enforcement.ts';
import { addSampleInspection } from './sample-inspection.ts';
import { addSampleIntelligence } from './sample-intelligence.ts';
import { addSampleJet } from './sample-jet.ts';
import { addSampleJudgements } from './sample-linkage.ts';
import { addSampleOperations } from './sample-operations.ts';

declare module 'vitest' {
  interface ProvidedContext {
    ownerUrl: string;
    template: string;
    /** The tablespace in which worlds are made. */
    tablespace: string;
  }
}

/** Secret of every test installation. */
export const testSecret = 'a secret for tests only, 32 letters';
/** Now, in every test world: a Friday morning in November, office hours. */
export const testNow = '2026-11-20T10:00:00.000Z';

const root = process.cwd();

function fingerprint(): string {
  const hash = createHash('sha256').update(testNow);
  const folders = [
    'test/support',
    'db/migrations',
    'county',
    'reference',
    'src/main',
    'src/platform/database',
  ];
  for (const folder of folders)
    for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).sort())
      if (/\.(sql|ts)$/.test(name)) hash.update(name).update(readFileSync(join(root, folder, name)));
  return hash.digest('hex').slice(0, 12);
}

/**
 * One server for all test files and one template database with the migrated schema and a small county, which each test
 * world copies in a tenth of a second, into memory where there is room. Uses TEST_DATABASE_URL where given, else the embedded server.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  // Two projects ask for it in one process: they share it, and the last to finish stops it.
  shared.users += 1;
  shared.running ??= startCluster();
  const { ownerUrl, template, tablespace, stop } = await shared.running;
  project.provide('ownerUrl', ownerUrl);
  project.provide('template', template);
  project.provide('tablespace', tablespace);
  return async () => {
    shared.users -= 1;
    if (shared.users === 0) await stop();
  };
}

interface Cluster {
  ownerUrl: string;
  template: string;
  tablespace: string;
  stop(): Promise<void>;
}

/** Each project loads this file anew in the one process, so what they share hangs on the process. */
const held = globalThis as typeof globalThis & {
  bailiwickCluster?: { users: number; running: Promise<Cluster> | undefined };
};
held.bailiwickCluster ??= { users: 0, running: undefined };
const shared = held.bailiwickCluster;

async function startCluster(): Promise<Cluster> {
  const given = process.env.TEST_DATABASE_URL;
  const settings = {
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    // Each world is new, small and soon gone: nothing in it is worth tidying, and statistics came with the template.
    autovacuum: 'off',
    max_connections: '200',
  };
  const server = given
    ? undefined
    : await startEmbedded({ dataDir: join(root, '.bailiwick', 'test'), settings });
  const ownerUrl = given ?? server?.ownerUrl ?? '';
  const template = `bailiwick_test_template_${fingerprint()}`;
  await makeTemplate(ownerUrl, template);
  // A server that was given may stand elsewhere, or be another's.
  const tablespace = server ? await inOwn(ownerUrl, (client) => openMemory(client, root)) : 'pg_default';
  return { ownerUrl, template, tablespace, stop: async () => server?.stop() };
}

async function inOwn<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const inDatabase = (url: string, database: string): string =>
  url.replace(/^(postgres(?:ql)?:\/\/[^/]*\/)[^?]*/, `$1${database}`);

async function makeTemplate(ownerUrl: string, template: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(710443)');
    // Logins belong to the server: another installation on it may have given them other passwords since.
    await ensureLogins(client, testSecret);
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [template]);
    if (rowCount) return;
    const { rows } = await client.query<{ datname: string }>(
      "select datname from pg_database where datname like 'bailiwick_test_%'",
    );
    for (const { datname } of rows)
      await client.query(`drop database ${client.escapeIdentifier(datname)} with (force)`);
    const making = `${template}_making`;
    await client.query(`create database ${making}`);
    await migrate({
      ownerUrl: inDatabase(ownerUrl, making),
      secret: testSecret,
      folder: join(root, 'db/migrations'),
    });
    const { seedCounty } = await import('../../src/main/seed.ts');
    await seedCounty({ ownerUrl: inDatabase(ownerUrl, making), today: testNow.slice(0, 10), perYear: 1200 });
    await addOpenReport(inDatabase(ownerUrl, making));
    await client.query(`alter database ${making} rename to ${template}`);
  } finally {
    await client.end();
  }
}

/** One open report with a number in its words, so that every test has something to work on. */
async function addOpenReport(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`
    insert into intake.report (id, reference, issue_type, description, channel, received_at, received_by_agency_id, lon, lat,
      place_words, postcode, ward_code, district_code, land_owner, service_id, owner_agency_id, routed_by, route_why, routed_at, status, first_target_on)
    select '5a3b1e00-0000-4000-8000-000000000001', 'R-SAMP-001', 'fly-tipping', 'Sample: a van dropped rubble here; the number on it was 07700 900555.', 'web',
      '2026-11-19T09:00:00Z', s.agency_id, p.lon, p.lat, 'By the sample gate', p.postcode, p.ward_code, p.district_code, 'public', s.id, s.agency_id,
      'rule', '{"ruleId": null, "words": "A sample.", "considered": 1}', '2026-11-19T09:00:00Z', 'new', '2026-11-26'
    from directory.service s join directory.agency a on a.id = s.agency_id join directory.postcode p on p.district_code = a.area_code
    where s.code = 'WEND-ENV' order by p.postcode limit 1`);
  await client.query(`
    insert into records.received_record (id, kind, label, fields, origin_agency_id, feed, report_id, received_at, gateway, retention_group, regime)
    select '5a3b1e00-0000-4000-8000-000000000002', 'phone', '+447700900555', '{"phone": "07700 900555"}', owner_agency_id, 'report', id, received_at, 'own duty', 4, 'UKGDPR'
    from intake.report where reference = 'R-SAMP-001'`);
  await client.query(`
    insert into intake.fly_tip (report_id, agency_id, land_type, waste_type, waste_size, clearance_pence, described_at)
    select id, owner_agency_id, 'highway', 'construction-demolition-or-excavation', 'tipper-lorry-load', 24000, received_at from intake.report where reference = 'R-SAMP-001'`);
  await client.query(`
    insert into intake.fly_tip_action (id, report_id, agency_id, action, on_day, recorded_at)
    select '5a3b1e00-0000-4000-8000-000000000003', report_id, agency_id, 'investigation', '2026-11-20', described_at from intake.fly_tip`);
  // A list that was checked and loaded nothing, with a row that was rejected.
  await client.query(`
    insert into intake.import_source (id, agency_id, code, name, mapping, used_at)
      select '5a3b1e00-0000-4000-8000-000000000101', id, 'contractor', 'Contractor', '{}', '2026-11-02T09:00:00Z' from directory.agency where code = 'WEND'`);
  await client.query(`
    insert into intake.import_run (id, kind, feed, file_name, file_sha256, mapping, status, rows_read, rows_rejected, agency_id, started_at, columns, source_id)
      select '5a3b1e00-0000-4000-8000-000000000100', 'reports', 'WEND/contractor', 'sample.csv', repeat('0', 64), '{}', 'checked', 1, 1, agency_id,
        '2026-11-02T09:00:00Z', '["when"]', id from intake.import_source`);
  await client.query(
    "insert into intake.import_problem values ('5a3b1e00-0000-4000-8000-000000000100', 2, 'when', 'is empty', 'Fill it in.')",
  );
  await client.query(`
    insert into intake.import_preview (import_id, agency_id, rows)
      select id, agency_id, '[{"when": ""}]' from intake.import_run`);
  await addSampleList(client);
  await addSampleJudgements(client);
  await addSampleMarkers(client);
  await addSampleProtection(client);
  await addSampleClosure(client);
  await addSampleEncampment(client);
  await addSampleAbandoned(client);
  await addSamplePspo(client);
  await addSampleIntelligence(client);
  await addSampleOperations(client);
  await addSampleInspection(client);
  await addSampleJet(client);
  await addSampleCourt(client);
  await sampleCommissions(client);
  await addSampleAccess(client);
  await addSampleAsb(client);
  await client.query(
    "insert into records.exact_key values ('phone', '+447700900555', '5a3b1e00-0000-4000-8000-000000000002')",
  );
  await client.end();
}

/** A list of Wendmere with one person on it, and a file for it that was compared and not loaded. */
async function addSampleList(client: Client): Promise<void> {
  await client.query(`
    insert into linkage.list (id, owner_agency_id, name, handling, gateway, contact, made_at)
      select '5a3b1e00-0000-4000-8000-000000000200', id, 'Sample list', 'victim', 'Care Act 2014 s.6/7/45', 'Duty desk', '2026-11-02T09:00:00Z'
      from directory.agency where code = 'WEND'`);
  await client.query(`
    insert into linkage.list_entry (id, list_id, load_id, kind, label, fields, given, source_key, origin_agency_id, handling, received_at, gateway, retention_group, regime)
      select '5a3b1e00-0000-4000-8000-000000000201', id, '5a3b1e00-0000-4000-8000-000000000203', 'person', 'Sam Sample',
        '{"forename": "Sam", "surname": "Sample", "postcode": "QM1 1AA"}', '{"Name": "Sam Sample"}', 'ref:1', owner_agency_id, handling, '2026-11-02T09:00:00Z', gateway, 4, 'UKGDPR'
      from linkage.list`);
  await client.query(`
    insert into linkage.list_load (id, list_id, agency_id, handling, file_name, file_sha256, size_bytes, status, columns, list_version, rows_read, rows_new, given_at, given_by)
      select '5a3b1e00-0000-4000-8000-000000000202', l.id, l.owner_agency_id, l.handling, 'list.csv', repeat('0', 64), 9, 'checked', '["Name"]', 0, 1, 1, '2026-11-02T09:00:00Z', a.officer_id
      from linkage.list l cross join platform.account a where a.username = 'callum.safety'`);
  await client.query(`
    insert into linkage.list_load_row (load_id, row_number, agency_id, handling, outcome, label, becomes)
      select id, 2, agency_id, handling, 'new', 'Sim Sample', '{"Name": "Sim Sample"}' from linkage.list_load`); // Somebody of that list on the register, with a visit that the warden makes.
  await client.query(`
    insert into safeguarding.victim_file (id, reference, record_id, name, agency_id, lead_agency_id, priority_on, opened_at, opened_by)
      select '5a3b1e00-0000-4000-8000-000000000210', 'V-SAMP-001', '5a3b1e00-0000-4000-8000-000000000201', 'Sam Sample', o.agency_id, o.agency_id,
        '2026-11-02', '2026-11-02T09:00:00Z', o.id from directory.officer o join platform.account a on a.officer_id = o.id where a.username = 'sadia.safeguarding'`);
  await client.query(`
    insert into safeguarding.lead (id, file_id, keeper_agency_id, agency_id, state, offered_at, offered_by, why, answered_at, answered_by)
      select '5a3b1e00-0000-4000-8000-000000000211', id, agency_id, agency_id, 'leading', opened_at, opened_by, 'Opened the file', opened_at, opened_by
      from safeguarding.victim_file`);
  await client.query(`
    insert into safeguarding.contact (file_id, agency_id, method, hides_address, changed_at, changed_by)
      select id, agency_id, 'By mobile', true, opened_at, opened_by from safeguarding.victim_file`);
  await client.query(`
    insert into safeguarding.sealed_address (file_id, agency_id, address, postcode, sealed_at)
      select id, agency_id, '1 Sample Row', 'QM1 1AA', opened_at from safeguarding.victim_file`);
  await client.query(`
    insert into safeguarding.visit (id, reference, file_id, agency_id, person_name, purpose, state, planned_on, assigned_to, made_at, made_by)
      select '5a3b1e00-0000-4000-8000-000000000212', 'VV-SAMP-001', f.id, f.agency_id, f.name, 'First visit', 'planned', '2026-11-20', a.officer_id, f.opened_at, f.opened_by
      from safeguarding.victim_file f cross join platform.account a where a.username = 'wyn.warden'`);
  await client.query(`
    insert into safeguarding.referral (id, file_id, agency_id, kind, has_needs, is_at_risk, cannot_protect, narrative, made_at, made_by)
      select '5a3b1e00-0000-4000-8000-000000000213', id, agency_id, 'adult-safeguarding', 'yes', 'yes', 'not-known', 'Unopened letters', opened_at, opened_by
      from safeguarding.victim_file`);
}
