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
  // With a slip, by the titles and by the names.
  const said = (await imran.get('/search?q=creprie')).text;
  expect(said).toContain(`/intelligence/items/${accented.id}`);
  expect((await imran.get(`/search?q=${encodeURIComponent('Zoe Lukaszewka')}`)).text).toContain(
    '<mark>Łukaszewska</mark>',
  );
  const { id } = bodyOf<{ id: string }>(watched);
  const hits = await unit.world.sql<{ item_id: string }>(
    'select item_id from intelligence.watch_hit where watch_id = $1 order by at',
    [id],
  );
  expect(hits.map(({ item_id }) => item_id).sort()).toEqual([plain.id, accented.id].sort());
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
