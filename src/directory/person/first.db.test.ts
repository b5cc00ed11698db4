import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../../../test/support/world.ts';
import { systemViewer } from '../../platform/access/viewer.ts';
import { fixedClock } from '../../platform/clock/clock.ts';
import { repeatableIds } from '../../platform/ids/ids.ts';
import { addFirstAdministrator } from './first.commands.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld({ name: 'first' });
});
afterAll(() => world.close());

const ids = repeatableIds('first administrator');
const make = (username: string) => {
  const viewer = systemViewer('TECH', 'test');
  return world.app.databases.inTransaction('TECH', viewer, (db) =>
    addFirstAdministrator(
      { db, viewer, clock: fixedClock('2026-11-20T10:00:00.000Z'), ids, note: { detail: {} } },
      { username, name: 'Fay First', email: 'fay@new.example', agencyName: 'Newly Founded Council' },
    ),
  );
};

test('an installation without an administrator gets one, who comes in by a link; one that has some gets no more', async () => {
  expect(await make('fay.first')).toMatchObject({
    ok: false,
    failure: { rule: 'directory.has-administrator' },
  });
  await world.sql(
    "update directory.role_grant set ends_on = '2026-11-20' where role = 'directory-administrator'",
  );
  expect(await make('olu.officer')).toMatchObject({
    ok: false,
    failure: { problems: [{ field: 'username' }] },
  });
  const made = await make('fay.first');
  if (!made.ok) throw new Error('not made');
  const path = `/password/${made.value.token}`;
  expect((await world.nobody.post(path, { next: 'kettle violin thunder' })).status).toBe(303);
  const answer = await world.nobody.api('POST', '/api/v1/sessions', {
    ...{ username: 'fay.first', password: 'kettle violin thunder' },
  });
  const { token } = answer.json as { token: string };
  const people = await world.app.server.inject({
    url: '/directory/people',
    headers: { authorization: `Bearer ${token}` },
  });
  expect(people.statusCode).toBe(200);
  expect(await make('gil.second')).toMatchObject({ ok: false });
});
