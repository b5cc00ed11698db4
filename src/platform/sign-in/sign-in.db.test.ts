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

test('what was typed when the session ended waits, sealed, for whoever typed it', async () => {
  const olu = await world.as('olu.officer');
  const body = 'A van at the quay at four 🐟 שלום\n\nIt came back at five.';
  const send = (payload: Record<string, string>, token = '', headers: Record<string, string> = {}) =>
    world.app.server.inject({
      method: 'POST',
      url: '/intelligence-forms',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      cookies: token ? { bw_session: token } : {},
      payload: new URLSearchParams(payload).toString(),
    });
  const fields = { _csrf: olu.csrf, body, howKnown: 'saw', fears: 'no' };
  const kept = await send(fields);
  expect([kept.statusCode, kept.body]).toEqual([401, expect.stringContaining('You were signed out before')]);
  expect(kept.body).not.toContain('quay');
  const sealed = /name="_sealed" value="([^"]+)"/.exec(kept.body)?.[1] ?? '';
  const early = await send({ _sealed: sealed });
  expect([early.statusCode, early.body]).toEqual([401, expect.stringContaining('not signed in yet')]);
  // Somebody else at the same machine cannot send it, and neither can another site or a seal that was tampered with.
  const callum = await world.as('callum.safety');
  expect((await send({ _sealed: sealed }, callum.token)).statusCode).toBe(403);
  const again = await world.as('olu.officer');
  expect((await send({ _sealed: `${sealed.slice(0, -4)}AAAA` }, again.token)).statusCode).toBe(403);
  expect((await send({ _sealed: sealed }, again.token, { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(
    403,
  );
  // Whoever typed it sends it: it is done as if nothing had been in between.
  expect((await send({ _sealed: sealed }, again.token)).statusCode).toBe(303);
  expect(await world.sql("select body from intelligence.item where body like '%at the quay%'")).toEqual([
    { body },
  ]);
  // The form of an earlier session of one's own is one's own; that of a colleague is not.
  expect((await send(fields, again.token)).statusCode).toBe(303);
  expect((await send(fields, callum.token)).statusCode).toBe(403);
  // A page that leaves by itself has nothing done, whoever is signed in; a password is never kept.
  expect((await send({ ...fields, _keep: 'yes' }, again.token)).statusCode).toBe(401);
  const password = await send({ ...fields, newPassword: 'correct horse' });
  expect([password.statusCode, password.headers.location]).toEqual([302, '/sign-in?ended=yes']);
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
