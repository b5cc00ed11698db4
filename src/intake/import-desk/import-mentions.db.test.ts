import { afterAll, beforeAll, expect, test } from 'vitest';
import { performQueued } from '../../../test/support/jobs.ts';
import { movableClock, openWorld, type Visitor, type World } from '../../../test/support/world.ts';
import { formIn, giveList } from './import.testing.ts';

let world: World;
let callum: Visitor;
let postcode = '';
const clock = movableClock();
beforeAll(async () => {
  world = await openWorld({ name: 'mentions', clock });
  callum = await world.as('callum.safety');
  const [row] = await world.sql<{ postcode: string }>(
    "select postcode from directory.postcode p join directory.agency a on a.area_code = p.district_code where a.code = 'WEND' order by postcode limit 1",
  );
  postcode = row?.postcode ?? '';
});
afterAll(() => world.close());

const count = async (from: string): Promise<number> =>
  (await world.sql<{ n: number }>(`select count(*)::int as n from ${from}`))[0]?.n ?? 0;
const written = () =>
  Promise.all(['records.received_record', 'records.exact_key', 'records.link', 'intake.report'].map(count));

async function loaded(): Promise<string> {
  const lines = [
    'Ref,Date reported,Type,Details,Postcode',
    `M1,01/11/2026,Fly-tipping,"A van, AB12 CDE, and a card with 07700 900555 on it",${postcode}`,
    `M2,02/11/2026,Fly-tipping,"Ring 07700 900777 or write to tip@example.org",${postcode}`,
    `M3,03/11/2026,Fly-tipping,Three bags,${postcode}`,
  ].join('\n');
  const given = await giveList(
    world,
    callum,
    { name: 'mentions.csv', content: lines },
    { source: 'Contractor' },
  );
  const id = /\/imports\/([0-9a-f-]{36})/.exec(given.location ?? '')?.[1] ?? '';
  const columns = await callum.get(`/imports/${id}/columns`);
  await callum.post(`/imports/${id}/columns`, formIn(columns.text, /columns$/));
  await performQueued(world, clock);
  await callum.post(`/imports/${id}/load`, formIn((await callum.get(`/imports/${id}`)).text, /load$/));
  await performQueued(world, clock);
  return id;
}
async function undone(id: string): Promise<void> {
  const from = (await callum.get(`/imports/${id}/undo`)).text;
  await callum.post(`/imports/${id}/undo`, { ...formIn(from, /undo$/), reason: 'The wrong list' });
  await performQueued(world, clock);
}

test('loaded reports are scanned: a number is found again in the other report, and undoing takes it all back', async () => {
  const before = await written();
  const id = await loaded();
  const after = await written();
  expect(after.map((n, at) => n - (before[at] ?? 0))).toEqual([4, 4, 4, 3]);
  const [report] = await world.sql<{ id: string }>(
    "select id::text from intake.report where description like 'A van%' and import_id is not null",
  );
  const olu = await world.as('olu.officer');
  const page = await olu.get(`/reports/${report?.id}`);
  expect(page.text).toContain('+447700900555');
  // The sample report of the county names the same number.
  expect(page.text).toMatch(/also in 1 other record/);
  await undone(id);
  expect(await written()).toEqual(before);
});

test('a number that somebody linked to something since keeps its report', async () => {
  const before = await written();
  const id = await loaded();
  await world.sql(
    `insert into records.link (id, from_kind, from_id, role, to_kind, to_id, origin_agency_id, made_by, officer_id, made_at, why)
     select gen_random_uuid(), 'record', x.id, 'same-as', 'record', x.id, x.origin_agency_id, 'person', (select id from directory.officer limit 1), now(), 'They rang'
     from records.received_record x join intake.report r on r.id = x.report_id where r.import_id = $1 and x.label = '+447700900777'`,
    [id],
  );
  await undone(id);
  const after = await written();
  expect(after.map((n, at) => n - (before[at] ?? 0))).toEqual([2, 2, 3, 1]);
});
