import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../../../test/support/world.ts';
import { verifyAudit } from './verify.ts';

let world: World;
let owner: Client;
beforeAll(async () => {
  world = await openWorld({ name: 'audit' });
  owner = new Client({ connectionString: world.ownerUrl });
  await owner.connect();
  const olu = await world.as('olu.officer');
  for (let n = 0; n < 40; n += 1) await olu.get('/reports');
});
afterAll(async () => {
  await owner.end();
  await world.close();
});

/** Does something to the audit as only the database's owner can, looks, and undoes it. */
async function after(tampering: string) {
  await owner.query('begin');
  await owner.query(tampering);
  const chains = await verifyAudit(owner);
  await owner.query('rollback');
  return chains.filter((chain) => chain.firstBreak);
}
const longest = '(select chain from platform.audit_entry group by chain order by count(*) desc limit 1)';

test('each reading wrote its row, and the chains hold', async () => {
  const chains = await verifyAudit(owner);
  expect(chains.reduce((sum, chain) => sum + chain.rows, 0)).toBeGreaterThanOrEqual(40);
  expect(chains.filter((chain) => chain.firstBreak)).toEqual([]);
});

test('an altered row is named', async () => {
  const broken = await after(
    `update platform.audit_entry set event = 'report.opened' where seq = 3 and chain = ${longest}`,
  );
  expect(broken).toMatchObject([{ firstBreak: { seq: 3 } }]);
});

test('a row taken out is named by the row after it', async () => {
  const broken = await after(`delete from platform.audit_entry where seq = 3 and chain = ${longest}`);
  expect(broken).toMatchObject([{ firstBreak: { seq: 4 } }]);
});

test('a cut-off end is noticed', async () => {
  const broken = await after(`delete from platform.audit_entry e where seq > 2 and chain = ${longest}`);
  expect(broken).toMatchObject([{ firstBreak: { seq: 2, what: 'rows are missing after this one' } }]);
});

test('no login may change or delete a row, nor become another', async () => {
  const olu = await world.app.databases.poolOf('OPS').connect();
  try {
    for (const forbidden of [
      'update platform.audit_entry set event = $$x$$',
      'delete from platform.audit_entry',
      'select * from platform.session',
      'set role bailiwick_gov',
      'set role bailiwick_owner',
    ])
      await expect(olu.query(forbidden), forbidden).rejects.toThrow(/permission denied/);
  } finally {
    olu.release();
  }
});
