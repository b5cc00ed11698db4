import { expect, test } from 'vitest';
import { roofer, type ShownTrader, traderWorld } from '../../test/support/traders.ts';

/** Owners whose address must stay hidden: a sole trader works from home, and the public's list would say in which district. */
const days = traderWorld('hidden_traders');
const { applied, as, call } = days;
const firm = (firmName: string) => Object.assign({ ...roofer }, { firmName });
const hide = async (key: string): Promise<string> => {
  const [row] = await days.world.sql<{ id: string }>(
    `select r.id from records.received_record r where r.kind = 'person' and r.handling = 'ordinary'
       and not exists (select 1 from records.hidden_address h where h.record_id = r.id) order by r.id limit 1`,
  );
  await days.world.sql(
    "insert into records.exact_key (kind, value, record_id) values ('name-born', $1, $2) on conflict do nothing",
    [key, row?.id],
  );
  await days.world.sql(
    'insert into records.hidden_address (record_id, is_marked, since) values ($1, true, now())',
    [row?.id],
  );
  return row?.id ?? '';
};
const publicList = async () => (await (await as('vita.vetting')).get('/checked-traders')).text;

test('✘ a member whose owner’s address must stay hidden is left off the public list, silently', async () => {
  const made = await applied(firm('Plain Roofing'), 'Ada Plain');
  await days.world.sql(
    `update traders.trader set status = 'member', asked_on = '2026-11-20', member_from = '2026-11-20', member_until = '2027-11-19' where id = $1`,
    [made.id],
  );
  expect(await publicList()).toContain('Plain Roofing');
  await hide('ada plain 1980-05-17');
  const after = await publicList();
  expect(after).not.toContain('Plain Roofing');
  expect(after).not.toMatch(/safeguarding|hidden/i);
  const page = await (await as('vita.vetting')).get(`/traders/${made.id}`);
  expect(page.text).toContain('Ask the safeguarding side');
  expect(page.text).not.toContain('3 Made Up Close');
});

test('✘ of an owner who is known to be hidden no address is kept, shown, edited in or read from a copy', async () => {
  await hide('zoe hidden 1980-05-17');
  const file = await applied(firm('Zoe Roofing'), 'Zoë  Hidden');
  const kept = await days.world.sql<{ address: string }>(
    'select address from traders.trader_person where trader_id = $1',
    [file.id],
  );
  // As typed; what a record says of her is compared in the one form of exact keys, accents apart.
  expect(kept).toHaveLength(1);
  const plain = await call<ShownTrader>('vita.vetting', 'POST', `/api/v1/traders/${file.id}/people`, {
    ...{ name: 'ZOE HIDDEN', dateOfBirth: '1980-05-17', address: '7 Refuge Row' },
  });
  for (const word of ['7 Refuge Row', roofer.address, days.postcode])
    expect(JSON.stringify(plain)).not.toContain(word);
  const rows = await days.world.sql<{ address: string }>(
    "select address from traders.trader_person where name = 'ZOE HIDDEN'",
  );
  expect(rows).toEqual([{ address: '' }]);
  const visitor = await as('vita.vetting');
  const edit = await visitor.post(`/traders/${file.id}/edit`, {
    ...{ ...roofer, trades: 'roofing', postcode: days.postcode, version: String(plain.version) },
  });
  expect(edit.status).toBe(422);
  expect(edit.text).toContain('safeguarding side');
  const editPage = await visitor.get(`/traders/${file.id}/edit`);
  expect(editPage.text).not.toContain(roofer.address);
  await days.world.sql(
    `insert into traders.trader_proof (id, trader_id, agency_id, kind, words, name, media_type, sha256, content, added_at)
     select gen_random_uuid(), id, agency_id, 'address', 'Council tax bill of 7 Refuge Row', 'bill.pdf', 'application/pdf', 'x', 'x', now()
     from traders.trader where id = $1`,
    [file.id],
  );
  const [copy] = await days.world.sql<{ id: string }>(
    "select id from traders.trader_proof where sha256 = 'x'",
  );
  expect((await visitor.get(`/traders/${file.id}/papers/${copy?.id}`)).status).toBeGreaterThan(399);
  expect((await visitor.get(`/traders/${file.id}`)).text).not.toContain('Refuge Row');
});

test('an owner is linked to a record that the scheme may see, and hidden when that record is', async () => {
  const file = await applied(firm('Linked Roofing'), 'Una Other');
  const recordId = await hide('nobody at all 1900-01-01');
  const linked = await (await as('vita.vetting')).api('POST', `/api/v1/traders/${file.id}/people`, {
    ...{ name: 'Other Name', dateOfBirth: '1981-01-01', address: '8 Refuge Row', recordId },
  });
  expect(linked.text).not.toContain('8 Refuge Row');
  const none = await (await as('vita.vetting')).api('POST', `/api/v1/traders/${file.id}/people`, {
    ...{ name: 'Other Name', dateOfBirth: '1981-01-01', address: '9', recordId: file.id },
  });
  expect(none.status).toBe(422);
});
