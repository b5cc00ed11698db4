import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { performScheduled } from '../../../test/support/jobs.ts';
import { withoutKeys } from '../../../test/support/pages.ts';
import { unitWorld } from '../../../test/support/unit.ts';
import { movableClock } from '../../../test/support/world.ts';

const unit = unitWorld('watch');
const api = '/api/v1/intelligence/watches';
interface WatchJson {
  watch: { id: string; version: number; open: number };
  hits: { itemId: string; title: string; metBy: string; answer: string | null }[];
}
const until = '2027-03-01';
const watch = async (given: object): Promise<string> => {
  const made = await unit.imran.api('POST', api, { why: 'Two victims', untilOn: until, ...given });
  expect(made.status, made.text).toBe(201);
  return (made.json as WatchJson).watch.id;
};
const open = async (id: string): Promise<WatchJson> =>
  (await unit.imran.api('GET', `${api}/${id}`)).json as WatchJson; // the declaration's
const titles = async (id: string) => (await open(id)).hits.map(({ title }) => title).sort();

test('what comes in is held against a watchlist: by number, by name either way round, by address, by a link', async () => {
  const before = await unit.add({ title: 'Came before', body: 'Rings from 07700 900414.' });
  const phone = await watch({ kind: 'phone', label: '07700 900414' });
  const name = await watch({ kind: 'person', label: 'Marlow Quennell', more: '1980-04-01' });
  const firm = await watch({ kind: 'organisation', label: 'Tarn Hows Paving' });
  const place = await watch({ kind: 'place', label: '12 Saltmarsh Lane', more: 'QM1 4RT' });
  expect(await titles(phone)).toEqual([]);
  await unit.add({ title: 'By number', body: 'He rings from +44 7700 900 414 after dark.' });
  await unit.add({ title: 'By name', body: 'It was Quennell, Marlow, who came, for Tarn Hows Paving.' });
  await unit.add({ title: 'No hit', body: 'Marlow met a Mrs Quennell at QM1 4RT.' });
  await unit.add({ title: 'By address', body: 'Parked outside 12 Saltmarsh Lane, QM1 4RT.' });
  // A partner's form too, whoever sends it.
  const sent = await unit.olu.post('/intelligence-forms', {
    ...{ body: 'Marlow Quennell sold my mother a drive.', howKnown: 'saw', fears: 'no' },
  });
  expect(sent.status).toBe(303);
  expect(await titles(phone)).toEqual(['By number']);
  expect(await titles(name)).toEqual(['By name', expect.stringContaining('Marlow Quennell sold')]);
  expect(await titles(firm)).toEqual(['By name']);
  expect(await titles(place)).toEqual(['By address']);
  const link = { linkKind: 'person', label: 'M. Quennell', more: '1980-04-01' };
  await unit.imran.api('POST', `/api/v1/intelligence/items/${before.id}/links`, {
    ...link,
    label: 'Marlow Quennell',
  });
  expect((await open(name)).hits.find(({ title }) => title === 'Came before')).toMatchObject({
    metBy: 'link',
  });

  const [hit] = (await open(phone)).hits;
  expect((await unit.imran.get('/intelligence?words=dark')).text).toContain('On a watchlist');
  const item = await unit.imran.get(`/intelligence/items/${hit?.itemId}`);
  expect(item.text).toContain('Two victims');
  const said = await unit.imran.api('POST', `${api}/${phone}/hits`, { itemId: hit?.itemId, answer: 'it-is' });
  expect(said.json).toMatchObject({
    watch: { open: 0 },
    hits: [{ answer: 'it-is', answeredByName: 'Imran Siddiqi' }],
  });
  expect(
    (await unit.imran.api('POST', `${api}/${phone}/hits`, { itemId: before.id, answer: 'it-is' })).status,
  ).toBe(404);
  expect((await unit.imran.get('/home')).text).toContain('of your watchlist');
});

test('nobody but whoever keeps it and the manager learns that somebody is watched for', async () => {
  const id = await watch({ kind: 'person', label: 'Osric Fennimore' });
  const anya = await unit.world.as('anya.analyst');
  const seen = async () => withoutKeys((await unit.olu.get('/intelligence-forms')).text);
  const forms = await seen();
  const item = await unit.add({ title: 'Osric Fennimore again', body: 'Osric Fennimore knocked.' });
  expect(await titles(id)).toEqual(['Osric Fennimore again']);
  expect((await unit.morag.get(`/intelligence/watches/${id}`)).text).toContain('Osric Fennimore again');
  expect((await unit.morag.get('/intelligence/watches')).text).toContain('Imran Siddiqi');
  expect((await anya.get(`/intelligence/watches/${id}`)).status).toBe(404);
  expect((await anya.get('/intelligence/watches')).text).not.toContain('Fennimore');
  expect((await anya.get(`/intelligence/items/${item.id}`)).text).not.toContain('watchlist');
  expect((await anya.get('/intelligence?words=Fennimore')).text).not.toContain('On a watchlist');
  // She may watch for the same, and is told nothing by it.
  const same = await anya.api('POST', api, {
    kind: 'person',
    label: 'Osric Fennimore',
    why: 'My own',
    untilOn: until,
  });
  expect(same.json).toMatchObject({ hits: [] });
  expect((await anya.api('POST', `${api}/${id}/hits`, { itemId: item.id, answer: 'it-is' })).status).toBe(
    404,
  );
  expect(
    (await anya.api('POST', `${api}/${id}/step`, { version: 1, act: 'end', stepWhy: 'Not needed' })).status,
  ).toBe(404);
  expect((await unit.olu.get('/intelligence/watches')).status).toBe(403);
  expect(await seen()).toBe(forms);
  const asAnya = (statement: string) =>
    unit.world.app.databases.inTransaction('INTEL', anya.viewer, async (db) => {
      const { rows } = await sql`${sql.raw(statement)}`.execute(db);
      return rows;
    });
  expect(await asAnya(`select 1 from intelligence.watch where id = '${id}'`)).toEqual([]);
  expect(await asAnya(`select 1 from intelligence.watch_hit where watch_id = '${id}'`)).toEqual([]);
  await asAnya("update intelligence.watch set until_on = '2026-01-01'");
  await expect(asAnya(`delete from intelligence.watch_hit`)).rejects.toThrow(/permission denied/);
  await expect(
    asAnya(
      `insert into intelligence.watch_hit (watch_id, item_id, agency_id, at, met_by) values ('${id}', '${item.id}', gen_random_uuid(), now(), 'words')`,
    ),
  ).rejects.toThrow(/permission denied/);
  expect((await open(id)).watch).toMatchObject({ untilOn: until });
  await expect(
    unit.world.app.databases.inTransaction('OPS', unit.olu.viewer, (db) =>
      sql`select 1 from intelligence.watch`.execute(db),
    ),
  ).rejects.toThrow(/permission denied for schema/);
  // An item that is closed to whoever keeps it is no hit of theirs, nor counted; it is the manager's.
  const shut = { version: 1, act: 'mark', sensitiveWhy: 'A colleague' };
  await unit.morag.api('POST', `/api/v1/intelligence/items/${item.id}/sensitive`, shut);
  expect(await open(id)).toMatchObject({ watch: { hits: 0, open: 0 }, hits: [] });
  expect((await unit.morag.api('GET', `${api}/${id}`)).json).toMatchObject({ watch: { hits: 1 } });
});

test('a watch has a reason and a last day, runs out, is ended by the manager too, and goes half a year later', async () => {
  for (const [given, words] of [
    [{ untilOn: '2028-01-01' }, 'The last day is from today'],
    [{ untilOn: '2026-11-01' }, 'The last day is from today'],
    [{ untilOn: 'soon' }, 'Enter the last day'],
    [{ why: '' }, 'Say why it is necessary'],
    [{ kind: 'place', label: 'Salt Lane' }, 'Enter the postcode'],
    [{ kind: 'boat' }, 'Choose what it is'],
  ] as const) {
    const refused = await unit.imran.api('POST', api, {
      ...{ kind: 'email', label: 'x@example.test', why: 'Why', untilOn: until },
      ...given,
    });
    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining(words)]);
  }
  const id = await watch({ kind: 'email', label: 'Ring@Example.test' });
  await unit.world.sql("update intelligence.watch set until_on = '2026-11-19' where id = $1", [id]);
  await unit.add({ title: 'Too late', body: 'Writes from ring@example.test.' });
  expect(await titles(id)).toEqual([]);
  const step = (visitor: typeof unit.imran, given: object) =>
    visitor.api('POST', `${api}/${id}/step`, { version: 1, stepWhy: 'Still needed', ...given });
  expect((await step(unit.imran, { act: 'renew' })).text).toContain('Enter the last day');
  expect((await step(unit.morag, { act: 'renew', untilOn: until })).status).toBe(422);
  expect((await step(unit.imran, { act: 'renew', untilOn: until })).status).toBe(200);
  await unit.add({ title: 'In time', body: 'Writes from ring@example.test again.' });
  expect(await titles(id)).toEqual(['In time']);
  expect((await step(unit.morag, { act: 'end' })).status).toBe(409);
  expect((await step(unit.morag, { act: 'end', version: 2 })).json).toMatchObject({
    watch: { endWhy: 'Still needed' },
  });
  expect((await step(unit.imran, { act: 'renew', untilOn: until, version: 3 })).status).toBe(422);
  await unit.world.sql("update intelligence.watch set ended_on = '2026-05-01' where id = $1", [id]);
  const clock = movableClock('2026-11-20T09:00:00Z');
  await performScheduled(unit.world, clock, 'let-watches-go');
  expect((await unit.imran.api('GET', `${api}/${id}`)).status).toBe(404);
});
