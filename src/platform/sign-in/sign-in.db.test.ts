import { afterAll, beforeAll, expect, test } from 'vitest';
import { testSecret } from '../../../test/support/cluster.ts';
import { openWorld, type World } from '../../../test/support/world.ts';
import { buildApplication } from '../../main/application.ts';
import { fixedClock } from '../clock/clock.ts';
import { hashPassword } from './sign-in.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld({ name: 'signin' });
  await world.sql('update platform.account set password_hash = $1 where username = $2', [
    await hashPassword('correct horse'),
    'olu.officer',
  ]);
});
afterAll(() => world.close());

const signIn = (password: string, username = 'olu.officer') =>
  world.nobody.api('POST', '/api/v1/sessions', { username, password });

test('the right password opens a session; a wrong one and an unknown name answer alike', async () => {
  expect((await signIn('correct horse')).status).toBe(201);
  const wrong = await signIn('wrong');
  expect(wrong.status).toBe(422);
  expect((await signIn('wrong', 'no.such.person')).text).toBe(wrong.text);
});

test('five wrong tries lock the account, even for the right password', async () => {
  for (let n = 0; n < 5; n += 1) await signIn('wrong');
  const locked = await signIn('correct horse');
  expect(locked.status).toBe(422);
  expect(locked.text).toContain('Too many wrong tries');
  await world.sql(
    "update platform.account set locked_until = null, failed_count = 0 where username = 'olu.officer'",
  );
});

test('a persona cannot sign in where the mode is production, whatever the database says', async () => {
  const production = await buildApplication({
    serverUrl: world.ownerUrl,
    secret: testSecret,
    mode: 'production',
    logLevel: 'silent',
    poolSize: 2,
  });
  const answer = await production.server.inject({
    method: 'POST',
    url: '/api/v1/sessions',
    payload: { persona: 'olu.officer' },
  });
  expect(answer.statusCode).toBe(422);
  expect((await production.server.inject({ url: '/sign-in' })).body).not.toContain('Olu');
  expect((await production.server.inject({ url: '/dev/components' })).statusCode).toBe(404);
  await production.close();
});

test('a session ends after half an hour without a request', async () => {
  const { token } = (await signIn('correct horse')).json as { token: string };
  const later = await buildApplication({
    serverUrl: world.ownerUrl,
    secret: testSecret,
    mode: 'demonstration',
    logLevel: 'silent',
    poolSize: 2,
    clock: fixedClock('2026-11-20T10:31:00.000Z'),
  });
  const answer = await later.server.inject({
    url: '/api/v1/reports',
    headers: { authorization: `Bearer ${token}` },
  });
  expect(answer.statusCode).toBe(401);
  await later.close();
});

test('a form without the token of its session is refused, and so is one from another site', async () => {
  const olu = await world.as('olu.officer');
  expect((await olu.post('/sign-out', { _csrf: 'not it' })).status).toBe(403);
  const other = await world.app.server.inject({
    method: 'POST',
    url: '/sign-in/persona',
    headers: {
      origin: 'https://elsewhere.example',
      host: 'localhost',
      'content-type': 'application/x-www-form-urlencoded',
    },
    payload: 'username=olu.officer',
  });
  expect(other.statusCode).toBe(403);
});

test('no right is held in the session: one taken away is gone at the next press', async () => {
  const olu = await world.as('olu.officer');
  expect((await olu.get('/cases')).status).toBe(200);
  await world.sql(
    "update directory.role_grant set ends_on = '2026-11-20' where officer_id = (select officer_id from platform.account where username = 'olu.officer')",
  );
  expect((await olu.get('/cases')).location).toContain('/sign-in');
});
