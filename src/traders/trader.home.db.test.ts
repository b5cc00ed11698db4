import { expect, test } from 'vitest';
import { roofer, traderWorld } from '../../test/support/traders.ts';

const days = traderWorld('home_traders');

test('home shows a file that waits, however many newer ones wait for nothing', async () => {
  const firm = Object.assign({ ...roofer }, { firmName: 'Old Roofing' });
  const made = await days.applied(firm, 'Olive Old');
  await days.world.sql(
    `insert into traders.trader (id, reference, agency_id, status, firm_name, legal_status, trades, applied_on, made_at)
     select gen_random_uuid(), 'TS-NEW' || n, agency_id, 'withdrawn', 'Newer ' || n, legal_status, trades, applied_on, made_at + interval '1 hour'
     from traders.trader, generate_series(1, 305) n where id = $1`,
    [made.id],
  );
  const home = await (await days.as('vita.vetting')).get('/home');
  expect(home.text).toContain(`/traders/${made.id}`);
});
