import { Client } from 'pg';
import { ensureDatabase, migrationsFolder, withoutOwner } from '../../src/main/prepare.ts';
import { seedCounty } from '../../src/main/seed.ts';
import { dayOf } from '../../src/platform/clock/clock.ts';
import { migrate } from '../../src/platform/database/migrate.ts';
import type { EmbeddedServer } from '../../src/platform/postgres/embedded.ts';
import { benchSecret } from '../pages/place.ts';

/** What one store holds: so many items, so many subjects, and links drawn between them. */
export interface StoreSize {
  items: number;
  subjects: number;
  links: number;
}

/** A store ready to be measured. */
export interface NetworkStore {
  ownerUrl: string;
  serverUrl: string;
  /** As counted: of the unit that is measured, and of the other one. */
  items: number;
  links: number;
  otherLinks: number;
  megabytes: number;
  /** Seconds that making it took; 0 when it was kept. */
  madeIn: number;
}

const unit = `select o.agency_id, o.id as officer_id from directory.officer o join platform.account a on a.officer_id = o.id where a.username = 'imran.intel'`;

/** Makes the store, or takes the one that an earlier run of the same size has left. */
export async function prepareStore(
  root: string,
  server: EmbeddedServer,
  options: { size: StoreSize; fresh: boolean; say(line: string): void },
): Promise<NetworkStore> {
  const { size, say } = options;
  const name = `bench_network_${size.items + size.subjects}_${size.links}`;
  const startedAt = performance.now();
  const admin = new Client({ connectionString: server.ownerUrl });
  await admin.connect();
  if (options.fresh)
    await admin.query(`drop database if exists ${admin.escapeIdentifier(name)} with (force)`);
  await admin.end();
  const ownerUrl = await ensureDatabase(server.ownerUrl, name);
  await migrate({ ownerUrl, secret: benchSecret, folder: migrationsFolder(root), report: say });
  await seedCounty({ ownerUrl, today: dayOf(new Date()), perYear: 500, years: 1, report: say });
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const { rowCount } = await owner.query(
      "select 1 from intelligence.item where reference = 'I-BENCH-1' limit 1",
    );
    const isNew = rowCount === 0;
    if (isNew) await fill(owner, size, say);
    const { rows } = await owner.query<{ items: number; links: number; other: number; bytes: string }>(
      `select (select count(*)::int from intelligence.item where agency_id = u.agency_id) as items,
         (select count(*)::int from intelligence.link where agency_id = u.agency_id) as links,
         (select count(*)::int from intelligence.link where agency_id <> u.agency_id) as other,
         pg_database_size(current_database()) as bytes from (${unit}) u`,
    );
    return {
      ownerUrl,
      serverUrl: withoutOwner(ownerUrl),
      items: rows[0]?.items ?? 0,
      links: rows[0]?.links ?? 0,
      otherLinks: rows[0]?.other ?? 0,
      megabytes: Math.round(Number(rows[0]?.bytes ?? 0) / 1e6),
      madeIn: isNew ? (performance.now() - startedAt) / 1000 : 0,
    };
  } finally {
    await owner.end();
  }
}

/**
 * Items of one unit with links to subjects, few of which are named often and most seldom, as in real networks: a subject's
 * place is the square of chance. A tenth as much stands in another unit, with subjects of its own, so that both queries
 * that are compared read the same rows.
 */
async function fill(owner: Client, size: StoreSize, say: (line: string) => void): Promise<void> {
  const steps: readonly [string, string][] = [
    ['no checks of what is made here to be right', 'set session_replication_role = replica'],
    ['the same chance each time', 'select setseed(0.4)'],
    ['without indexes', 'drop index intelligence.link_once_idx, intelligence.link_newest_idx'],
    [
      'items',
      `insert into intelligence.item (id, reference, agency_id, received_how, received_at, title, body, priority)
       select md5('item' || n)::uuid, 'I-BENCH-' || n, case when n <= ${size.items} then u.agency_id else other.id end, 'feed',
         timestamptz '2024-01-01' + n % 1000 * interval '1 day', 'Item ' || n, 'Words', 3
       from generate_series(1, ${Math.round(size.items * 1.1)}) n, (${unit}) u, (select id from directory.agency where code = 'WEND') other`,
    ],
    [
      'links',
      `insert into intelligence.link (id, item_id, agency_id, kind, role, label, value, key_kind, key_value, state, made_at, made_by)
       select gen_random_uuid(), md5('item' || item)::uuid, case when item <= ${size.items} then u.agency_id else other.id end,
         k.kind, 'mentioned', 'Subject ' || subject, 'bench ' || subject, k.kind, 'bench ' || subject, 'confirmed',
         timestamptz '2024-01-01' + item % 1000 * interval '1 day', u.officer_id
       from (select distinct item, floor(${size.subjects} * chance * chance)::int + case when item <= ${size.items} then 0 else ${size.subjects} end as subject
         from (select 1 + floor(${Math.round(size.items * 1.1)} * random())::int as item, random() as chance
           from generate_series(1, ${Math.round(size.links * 1.1)})) drawn) d
       cross join lateral (select (array['person', 'phone', 'vehicle', 'place'])[1 + subject % 4] as kind) k,
         (${unit}) u, (select id from directory.agency where code = 'WEND') other`,
    ],
    [
      'one index',
      "create unique index link_once_idx on intelligence.link (item_id, kind, value) where state <> 'ended'",
    ],
    [
      'another index',
      "create index link_newest_idx on intelligence.link (agency_id, key_kind, key_value, made_at desc, item_id) where state = 'confirmed' and key_kind is not null",
    ],
    [
      'the index that the query without permissions would have',
      "create index bench_open_idx on intelligence.link (key_kind, key_value, made_at desc, item_id) where state = 'confirmed' and key_kind is not null",
    ],
    ['checks again', 'set session_replication_role = default'],
    ['statistics', 'vacuum (analyze)'],
  ];
  for (const [words, text] of steps) {
    const startedAt = performance.now();
    await owner.query(text);
    say(`  ${words}: ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
  }
}
