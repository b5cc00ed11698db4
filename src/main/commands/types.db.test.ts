import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../../../test/support/world.ts';
import { schemaText } from '../../platform/database/schema-text.ts';
import { readSchemaText, writeRowTypes } from './types.ts';

const root = process.cwd();
/** What to do when either file is behind. */
const mend = 'run `npm run db:types` and commit both files';

let world: World;
beforeAll(async () => {
  world = await openWorld({ name: 'schema' });
});
afterAll(() => world.close());

test('db/schema.sql is what the migrations give', async ({ skip }) => {
  const [server] = await world.sql<{ major: number }>(
    "select current_setting('server_version_num')::int / 10000 as major",
  );
  // Each version writes views and function bodies in words of its own; the file has those of the one that npm brings.
  skip(server?.major !== 18, 'another version of the server');
  expect(await readSchemaText(world.ownerUrl), mend).toBe(
    await readFile(join(root, 'db/schema.sql'), 'utf8'),
  );
});

test('rows.ts is what the migrations give', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'bailiwick-rows-'));
  try {
    const file = join(folder, 'rows.ts');
    await writeRowTypes(root, world.ownerUrl, file);
    expect(await readFile(file, 'utf8'), mend).toBe(
      await readFile(join(root, 'src/platform/database/rows.ts'), 'utf8'),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

/** Each kind of thing that a migration can bring, changed as the owner and undone. */
const changes = [
  'alter table intake.report add column extra text',
  'alter table directory.gap alter column words type varchar(4000)',
  'alter table intake.report alter column version set default 2',
  'drop index intake.report_duplicate_idx',
  'alter table intake.report drop constraint report_status',
  'grant delete on intake.report to bailiwick_ops',
  'grant update (phone) on intake.reporter to bailiwick_gov',
  'revoke execute on function platform.record_audit from bailiwick_ops',
  'grant execute on function platform.record_audit to public',
  'alter table intake.return_phrase enable row level security',
  'create policy everybody on intake.return_phrase for select to bailiwick_ops using (true)',
  "comment on column intake.report.lon is 'East'",
  'create or replace function platform.viewer_agency() returns uuid language sql stable return null::uuid',
  'create view intake.all_reports as select id from intake.report',
  'create schema elsewhere',
];

test.each(changes)('the text tells: %s', async (change) => {
  const client = new Client({ connectionString: world.ownerUrl });
  await client.connect();
  try {
    const before = await schemaText(client);
    await client.query('begin');
    await client.query(change);
    expect(await schemaText(client)).not.toBe(before);
  } finally {
    await client.query('rollback');
    await client.end();
  }
});
