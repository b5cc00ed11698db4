import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bodyOf, unitWorld } from '../../test/support/unit.ts';

const unit = unitWorld('accents');
const { add } = unit;

test('an item, whom it names and whom somebody watches for are met with accents and without', async () => {
  const { imran } = unit;
  const watched = await imran.api('POST', '/api/v1/intelligence/watches', {
    ...{ kind: 'person', label: 'Zoë Łukaszewska', more: '9/4/1981', why: 'She may know where he is' },
    untilOn: '2027-01-01',
  });
  expect(watched.status, watched.text).toBe(201);
  const plain = await add({ title: 'A flat', body: 'Zoe Lukaszewska lets it.' });
  const accented = await add({ title: 'Crêperie on the quay', body: 'Zoë Łukaszewska owns it.' });
  for (const { id } of [plain, accented])
    await imran.api('POST', `/api/v1/intelligence/items/${id}/links`, {
      ...{
        linkKind: 'person',
        label: id === plain.id ? 'Zoe Lukaszewska' : 'Zoë Łukaszewska',
        more: '9/4/1981',
      },
    });
  for (const words of ['Zoë Łukaszewska', 'zoe lukaszewska']) {
    const { text } = await imran.get(`/intelligence?status=all&words=${encodeURIComponent(words)}`);
    for (const { id } of [plain, accented]) expect(text, words).toContain(`/intelligence/items/${id}`);
  }
  // And they are one person: of one name and one day.
  const { links } = bodyOf<{ links: { others: unknown[] }[] }>(
    await imran.api('GET', `/api/v1/intelligence/items/${plain.id}/links`),
  );
  expect(links.map(({ others }) => others.length)).toEqual([1]);
  // With a slip, by the titles and by the names.
  const said = (await imran.get('/search?q=creprie')).text;
  expect(said).toContain(`/intelligence/items/${accented.id}`);
  expect((await imran.get(`/search?q=${encodeURIComponent('Zoë Łukaszewka')}`)).text).toContain(
    'Person · 2 items',
  );
  const { id } = bodyOf<{ watch: { id: string } }>(watched).watch;
  const hits = await unit.world.sql<{ item_id: string }>(
    'select item_id from intelligence.watch_hit where watch_id = $1 order by at',
    [id],
  );
  expect(hits.map(({ item_id }) => item_id).sort()).toEqual([plain.id, accented.id].sort());
});

test('keys that stand with an accent as a gap are made anew', async () => {
  const { imran, world } = unit;
  const { id } = await add({ title: 'Drive', body: 'He laid it.' });
  const link = { linkKind: 'person', label: 'José Núñez', more: '9/4/1981' };
  expect((await imran.api('POST', `/api/v1/intelligence/items/${id}/links`, link)).status).toBe(201);
  const key = async () =>
    (await world.sql('select key_value from intelligence.link where item_id = $1', [id])) as object[];
  const made = await key();
  expect(made).toEqual([{ key_value: 'jose nunez 1981-04-09' }]);
  await world.sql("update intelligence.link set key_value = 'jose nu nez 1981-04-09' where item_id = $1", [
    id,
  ]);
  const [record] = await world.sql<{ record_id: string }>(
    `with one as (select id from records.received_record where kind = 'person' order by id limit 1),
       named as (update records.received_record r set fields = fields || '{"name":"Zoë Årud"}' from one where r.id = one.id)
     insert into records.exact_key (kind, value, record_id) select 'name-born', 'zoe a rud 1990-01-02', id from one returning record_id`,
  );
  await world.sql(readFileSync('db/migrations/20261206T0430_records_key-accents.sql', 'utf8'));
  expect(await key()).toEqual(made);
  expect(
    await world.sql("select value from records.exact_key where record_id = $1 and value like 'zoe%'", [
      record?.record_id,
    ]),
  ).toEqual([{ value: 'zoe arud 1990-01-02' }]);
});

test('a street is found with accents and without', async () => {
  await unit.world.sql(
    "update directory.street set name = 'Château Lane' where id = (select id from directory.street order by id limit 1)",
  );
  for (const words of ['Chateau Lane', 'Château Lane', 'chatau lane']) {
    const found = await unit.world.nobody.api('GET', `/api/v1/places?words=${encodeURIComponent(words)}`);
    expect(found.text, words).toContain('Château Lane');
  }
});
