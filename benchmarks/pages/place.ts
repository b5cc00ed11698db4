import { join } from 'node:path';
import { Client } from 'pg';
import { ensureDatabase, migrationsFolder, withoutOwner } from '../../src/main/prepare.ts';
import { seedCounty } from '../../src/main/seed.ts';
import { dayOf } from '../../src/platform/clock/clock.ts';
import { migrate } from '../../src/platform/database/migrate.ts';
import { type EmbeddedServer, startEmbedded } from '../../src/platform/postgres/embedded.ts';

/** Reports of one year of the measured county, and how many years each database holds. */
export const perYear = 27_000;
export const sizes: readonly Size[] = [
  { name: '27k', database: 'bench_27k', years: 1 },
  { name: '270k', database: 'bench_270k', years: 10 },
];
/** A county to measure; one with `lists` holds what the modules hold in a demonstration as well. */
export interface Size {
  name: string;
  database: string;
  years: number;
  lists?: boolean;
}

/** A secret of this benchmark's own server, which listens on no network. */
export const benchSecret = 'the benchmark listens to nobody but itself';

/** One county, ready to be measured. */
export interface Place {
  ownerUrl: string;
  /** The same address without the owner: what the web process is given. */
  serverUrl: string;
  reports: number;
  records: number;
  megabytes: number;
  /** Seconds that making it took; 0 when it was kept from an earlier run. */
  madeIn: number;
}

/** The embedded server with the settings of production: fsync on, nothing laid over. */
export const openBenchServer = (root: string): Promise<EmbeddedServer> =>
  startEmbedded({ dataDir: join(root, '.bailiwick', 'bench', 'data') });

/** Makes a database or brings a kept one up to date. */
export async function preparePlace(
  root: string,
  server: EmbeddedServer,
  size: Size,
  fresh: boolean,
  say: (line: string) => void,
): Promise<Place> {
  const startedAt = performance.now();
  if (fresh) await dropDatabase(server.ownerUrl, size.database);
  const ownerUrl = await ensureDatabase(server.ownerUrl, size.database);
  await migrate({ ownerUrl, secret: benchSecret, folder: migrationsFolder(root), report: say });
  const isNew = await seedCounty({
    ownerUrl,
    today: dayOf(new Date()),
    perYear,
    years: size.years,
    ...(size.lists ? { lists: true } : {}),
    report: say,
  });
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await addRecords(owner);
    // Statistics and the visibility map as autovacuum would have them the day after.
    await owner.query('vacuum (analyze)');
    const { rows } = await owner.query<{ reports: number; records: number; bytes: string }>(
      `select (select count(*)::int from intake.report) as reports,
        (select count(*)::int from records.received_record) as records, pg_database_size(current_database()) as bytes`,
    );
    return {
      ownerUrl,
      serverUrl: withoutOwner(ownerUrl),
      reports: rows[0]?.reports ?? 0,
      records: rows[0]?.records ?? 0,
      megabytes: Math.round(Number(rows[0]?.bytes ?? 0) / 1e6),
      madeIn: isNew ? (performance.now() - startedAt) / 1000 : 0,
    };
  } finally {
    await owner.end();
  }
}

/**
 * Does something with a copy of a county, which is thrown away: what is sent in while pages are measured would stand on top of every list in
 * the next run.
 */
export async function withCopy<T>(
  place: Place,
  { database }: Size,
  use: (copy: Place) => Promise<T>,
): Promise<T> {
  const name = `${database}_copy`;
  const there = (url: string) => url.replace(/^(postgres(?:ql)?:\/\/[^/]*\/)[^?]*/, `$1${name}`);
  const server = place.ownerUrl.replace(/^(postgres(?:ql)?:\/\/[^/]*\/)[^?]*/, '$1postgres');
  await dropDatabase(server, name);
  const client = new Client({ connectionString: server });
  await client.connect();
  await client.query(`create database ${name} template ${database} strategy file_copy`);
  await client.end();
  try {
    return await use({ ...place, ownerUrl: there(place.ownerUrl), serverUrl: there(place.serverUrl) });
  } finally {
    await dropDatabase(server, name);
  }
}

async function dropDatabase(serverUrl: string, database: string): Promise<void> {
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  await client.query(`drop database if exists ${client.escapeIdentifier(database)} with (force)`);
  await client.end();
}

/** The county has no records of people and vehicles of its own: one report in three gets one here. */
async function addRecords(owner: Client): Promise<void> {
  const { rowCount } = await owner.query(
    "select 1 from records.received_record where feed = 'benchmark' limit 1",
  );
  if (rowCount) return;
  await owner.query('begin');
  await owner.query(`
    with picked as (
      select row_number() over (order by r.reference) as n, r.id, r.received_at, r.owner_agency_id from intake.report r
      where not r.is_sensitive and hashtext(r.reference) % 3 = 0),
    named as (select picked.*, md5(id::text) as h, abs(hashtext(id::text)) as k from picked)
    insert into records.received_record (id, kind, label, fields, origin_agency_id, feed, report_id, received_at, gateway,
      handling, retention_group, regime)
    select overlay(overlay(h placing '4' from 13) placing '8' from 17)::uuid, case when k % 2 = 0 then 'person' else 'vehicle' end,
      case when k % 2 = 0
        then (array['Alder','Bryony','Corin','Delphine','Emrys','Ffion','Gethin','Hazel','Idris','Juniper'])[1 + (k / 2) % 10] || ' ' ||
          (array['Ashdown','Birkett','Catterall','Dewhurst','Entwistle','Fairclough','Greenhalgh','Hargreaves','Inskip','Jolley'])[1 + (k / 20) % 10]
          || ' ' || upper(left(h, 4))
        else upper(translate(left(h, 2), '0123456789', 'ghjklmnopr')) || lpad((k % 74 + 1)::text, 2, '0') || ' ' ||
          upper(translate(substr(h, 3, 3), '0123456789', 'ghjklmnopr')) end,
      '{}'::jsonb, owner_agency_id, 'benchmark', id, received_at, 'own duty', 'ordinary', 4, 'UKGDPR'
    from named`);
  await owner.query(`
    insert into records.exact_key (kind, value, record_id)
    select kind, lower(replace(label, ' ', '')), id from records.received_record where feed = 'benchmark'`);
  await owner.query(`
    insert into records.link (id, from_kind, from_id, role, to_kind, to_id, source_report_id, origin_agency_id, made_by, made_at, why)
    select md5('link' || id::text)::uuid, 'report', report_id, 'mentions', 'record', id, report_id, origin_agency_id,
      'exact-key', received_at, 'The report says so' from records.received_record where feed = 'benchmark'`);
  await owner.query('commit');
}
