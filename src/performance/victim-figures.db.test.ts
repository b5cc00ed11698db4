import { afterAll, beforeAll, expect, test } from 'vitest';
import { wordsOf } from '../../test/support/pages.ts';
import { openWorld, type Visitor, type World } from '../../test/support/world.ts';
import { idFromName } from '../platform/ids/ids.ts';

let world: World;
let petra: Visitor;
let sadia: Visitor;
const year = 'from=2026-04-01&to=2026-11-20';
beforeAll(async () => {
  world = await openWorld({ name: 'victimfigures' });
  [petra, sadia] = [await world.as('petra.performance'), await world.as('sadia.safeguarding')];
  await world.sql('delete from safeguarding.referral');
  await world.sql('delete from safeguarding.visit');
  await world.sql('delete from safeguarding.contact');
  const [mcc] = await world.sql<{ id: string; officer: string }>(
    `select o.agency_id as id, o.id as officer from directory.officer o join platform.account a on a.officer_id = o.id where a.username = 'sadia.safeguarding'`,
  );
  // Kent, 2017 (domain §3.4): £3.6m lost, £2.6m of it at the door.
  const amounts = [
    ...Array.from({ length: 13 }, () => [20_000_000, 'doorstep']),
    ...Array.from({ length: 10 }, () => [10_000_000, 'post']),
  ] as const;
  for (const [index, [pence, method]] of amounts.entries()) {
    const id = idFromName(`figure file ${index}`);
    await world.sql(
      `insert into safeguarding.victim_file (id, reference, record_id, name, agency_id, lead_agency_id, priority_on, supported_on, opened_at, opened_by)
       values ($1, $2, $1, 'Person', $3, $3, '2026-06-01', '2026-06-02', '2026-06-01T10:00:00Z', $4)`,
      [id, `V-F${index}`, mcc?.id, mcc?.officer],
    );
    await world.sql(
      `insert into safeguarding.loss (id, file_id, agency_id, kind, basis, scam_type, method, pence, happened_on, recorded_at, recorded_by)
       values ($1, $1, $2, 'loss', 'documented', $3, $4, $5, '2026-05-30', '2026-06-01T10:00:00Z', $6)`,
      [id, mcc?.id, method === 'doorstep' ? 'doorstep-crime' : 'mail-scam', method, pence, mcc?.officer],
    );
  }
  const money = (name: string, kind: string, basis: string, pence: number, day: string) =>
    world.sql(
      `insert into safeguarding.loss (id, file_id, agency_id, kind, basis, scam_type, method, pence, happened_on, recorded_at, recorded_by)
       values ($1, $2, $3, $4, $5, 'other', 'other', $6, $7, '2026-06-01T10:00:00Z', $8)`,
      [idFromName(name), idFromName('figure file 0'), mcc?.id, kind, basis, pence, day, mcc?.officer],
    );
  await money('saved', 'saving', 'documented', 120_000, '2026-07-01');
  await money('guessed', 'saving', 'estimated', 500_000, '2026-07-01');
  await money('again', 'loss', 'documented', 0, '2026-09-01');
  await world.sql(
    `insert into safeguarding.visit (id, reference, file_id, agency_id, person_name, purpose, state, planned_on, assigned_to, result, made_at, made_by)
     select $1, 'VV-F', $2, $3, 'Person', 'First visit', 'done', '2026-06-02', $4, 'seen', '2026-06-01T10:00:00Z', $4`,
    [idFromName('figure visit'), idFromName('figure file 0'), mcc?.id, mcc?.officer],
  );
  await world.sql(
    `insert into safeguarding.referral (id, file_id, agency_id, kind, has_needs, is_at_risk, cannot_protect, narrative, made_at, made_by)
     values ($1, $1, $2, 'adult-safeguarding', 'yes', 'yes', 'yes', 'Seen', '2026-06-02T10:00:00Z', $3)`,
    [idFromName('figure file 0'), mcc?.id, mcc?.officer],
  );
});
afterAll(() => world.close());

interface Line {
  code: string;
  now: { words: string };
}
const figures = async (visitor: Visitor): Promise<ReadonlyMap<string, string>> => {
  const answer = await visitor.api('GET', `/api/v1/figures?${year}`);
  expect(answer.status).toBe(200);
  return new Map((answer.json as { figures: Line[] }).figures.map(({ code, now }) => [code, now.words]));
};

test.each(['petra', 'sadia'])('V-01 to V-06 are counted from the records: %s', async (who) => {
  const found = await figures(who === 'petra' ? petra : sadia);
  expect(found.get('V-02')).toBe('£3,600,000.00');
  expect(found.get('V-02a')).toBe('2,600,000 of 3,600,000 (72.2%)');
  expect(found.get('V-03')).toBe('£1,200.00');
  expect(found.get('V-03a')).toBe('£5,000.00');
  expect(found.get('V-04')).toBe('1 of 23 (4.3%)');
  expect(found.get('V-01b')).toBe('1');
  expect(found.get('V-05')).toBe('0');
  expect(found.get('V-06')).toBe('1');
});

test('the records open for whoever keeps the register; the analyst counts them without a name or an address', async () => {
  const records = `/figures/V-02/records?${year}`;
  const own = await sadia.get(records);
  expect(own.text).toContain(`/register/${idFromName('figure file 0')}`);
  const counted = await petra.get(records);
  expect(wordsOf(counted.text)).toContain('Somebody on the register');
  expect(counted.text).not.toContain('/register/');
  expect(counted.text).not.toContain('Person');
});

test('others are told that it is not counted for them, and never nought', async () => {
  const tess = await world.as('tess.trading');
  const found = await figures(tess);
  expect(found.has('V-02')).toBe(false);
  const page = wordsOf((await tess.get(`/figures/V-02?${year}`)).text);
  expect(page).toContain('Not measured');
  expect(page).not.toContain('3,600,000');
  expect((await (await world.as('wyn.warden')).get('/figures')).status).toBe(403);
});

test('whoever keeps the register counts what is on their side of the wall, and nothing of the other', async () => {
  const found = await figures(sadia);
  expect([...found.keys()].every((code) => code.startsWith('V-'))).toBe(true);
  expect(wordsOf((await sadia.get(`/figures/T-01?${year}`)).text)).toContain('Not measured');
});
