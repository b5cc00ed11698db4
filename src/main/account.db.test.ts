import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testNow } from '../../test/support/cluster.ts';
import { type Answer, movableClock, openWorld, type Visitor, type World } from '../../test/support/world.ts';
import { hashPassword } from '../platform/sign-in/sign-in.ts';

const clock = movableClock();
let world: World;
let dana: Visitor;
const old = 'marble lantern quilt';
const fresh = 'kettle violin thunder';
let oldHash: string;
let officerId: string;
beforeAll(async () => {
  world = await openWorld({ name: 'account', clock });
  oldHash = await hashPassword(old);
  const [row] = await world.sql<{ id: string }>(
    "select officer_id::text as id from platform.account where username = 'olu.officer'",
  );
  officerId = row?.id ?? '';
});
afterAll(() => world.close());
beforeEach(async () => {
  clock.set(testNow);
  await world.sql('update platform.session set ended_at = now() where ended_at is null');
  await world.sql(
    "update platform.account set password_hash = $1, password_set_at = now(), must_change = false, failed_count = 0, locked_until = null where username = 'olu.officer'",
    [oldHash],
  );
  dana = await world.as('dana.directory');
});

const signIn = (password: string) =>
  world.nobody.api('POST', '/api/v1/sessions', { username: 'olu.officer', password });
const problems = (answer: Answer): [string, string][] =>
  (answer.json as { problems?: { field: string; words: string }[] }).problems?.map((p) => [
    p.field,
    p.words,
  ]) ?? [];
const change = (who: Visitor, current: string, next: string) =>
  who.api('POST', '/api/v1/account/password', { current, next });
const withToken = (token: string, url: string) =>
  world.app.server.inject({ url, headers: { authorization: `Bearer ${token}` } });

test('every page may load from this server alone, runs no script within itself and stands in no frame', async () => {
  for (const url of ['/', '/sign-in', '/home', '/nowhere']) {
    const { headers } = await world.app.server.inject({ url });
    const policy = String(headers['content-security-policy']).split(';');
    expect(policy, url).toEqual(
      expect.arrayContaining([
        "default-src 'self'",
        "script-src 'self'",
        "style-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "object-src 'none'",
      ]),
    );
    expect(policy.join(';'), url).not.toMatch(/unsafe|\*|https?:/);
    expect(headers['x-content-type-options'], url).toBe('nosniff');
    expect(headers['x-frame-options'] ?? 'DENY', url).toMatch(/DENY|SAMEORIGIN/);
  }
});

describe('one’s own password', () => {
  test('is changed with the old one, and every other session ends', async () => {
    const [here, there] = [await world.as('olu.officer'), await world.as('olu.officer')];
    const answer = await change(here, old, fresh);
    expect([answer.status, answer.json]).toEqual([200, { endedSessions: 1 }]);
    expect((await here.get('/home')).status).toBe(200);
    expect((await there.get('/home')).location).toContain('/sign-in');
    expect((await signIn(old)).status).toBe(422);
    expect((await signIn(fresh)).status).toBe(201);
    const [row] = await world.sql<{ hash: string }>(
      "select password_hash as hash from platform.account where username = 'olu.officer'",
    );
    expect(row?.hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  test('is refused when short, common, one’s own name or the same again, and nothing changes', async () => {
    const olu = await world.as('olu.officer');
    for (const [next, words] of [
      ['short', 'Use 12 characters'],
      ['Password2026!', 'common passwords'],
      ['olu.officer.99', 'own name'],
      [old, 'Choose another than the one you have now'],
      ['', 'Enter a new password'],
    ] as const) {
      const answer = await change(olu, old, next);
      expect(problems(answer)).toEqual([['next', expect.stringContaining(words)]]);
    }
    expect(problems(await change(olu, '', fresh))[0]?.[0]).toBe('current');
    expect((await signIn(old)).status).toBe(201);
  });

  test('wrong tries of the old one lock as at sign-in', async () => {
    const olu = await world.as('olu.officer');
    for (let n = 0; n < 4; n += 1)
      expect(problems(await change(olu, 'wrong', fresh))[0]?.[1]).toContain('not your password');
    expect(problems(await change(olu, 'wrong', fresh))[0]?.[1]).toContain('Too many wrong tries');
    expect(problems(await change(olu, old, fresh))[0]?.[1]).toContain('Too many wrong tries');
    expect((await signIn(old)).text).toContain('Too many wrong tries');
  });

  test('on the page: the form says what to change and shows no password again', async () => {
    const olu = await world.as('olu.officer');
    const again = await olu.post('/account/password', { current: old, next: 'short' });
    expect(again.text).toContain('Use 12 characters or more');
    expect(again.text).not.toContain(old);
    expect((await olu.post('/account/password', { current: old, next: fresh })).location).toBe('/account');
  });
});

test('where one is signed in is listed, and others are ended one by one or all at once', async () => {
  const here = await world.as('olu.officer');
  const others = [
    await world.as('olu.officer'),
    await world.as('olu.officer'),
    await world.as('olu.officer'),
  ];
  const sessions = async () =>
    (
      (await here.api('GET', '/api/v1/account/sessions')).json as {
        sessions: { id: string; isThis: boolean; client: string }[];
      }
    ).sessions;
  const lines = await sessions();
  expect(lines.map((line) => line.isThis).sort()).toEqual([false, false, false, true]);
  expect(lines[0]?.client).toBe('A program');
  const page = await here.get('/account');
  expect(page.text).toContain('(this one)');
  const [other, own] = [lines.find((line) => !line.isThis), lines.find((line) => line.isThis)];
  expect((await here.post(`/account/sessions/${other?.id}/end`)).status).toBe(303);
  expect((await here.post(`/account/sessions/${own?.id}/end`)).status).toBe(404);
  const [danas] = await world.sql<{ id: string }>(
    "select s.id::text from platform.session s join platform.account c on c.id = s.account_id where c.username = 'dana.directory' and s.ended_at is null",
  );
  expect((await here.post(`/account/sessions/${danas?.id}/end`)).status).toBe(404);
  expect((await dana.get('/home')).status).toBe(200);
  expect((await sessions()).length).toBe(3);
  await here.post('/account/sessions/end-others');
  expect((await sessions()).length).toBe(1);
  expect((await Promise.all(others.map((each) => each.get('/home')))).map((answer) => answer.status)).toEqual(
    [302, 302, 302],
  );
});

describe('a link to set a password', () => {
  const make = () =>
    dana.api('POST', `/api/v1/directory/people/${officerId}/password-link`, { reason: 'Forgot it' });
  const pathOf = (answer: Answer): string => new URL((answer.json as { url: string }).url).pathname;

  test('is shown once, works once, and the old password and every session stop at once', async () => {
    const olu = await world.as('olu.officer');
    const shown = await dana.post(`/directory/people/${officerId}/password-link`, { reason: 'Forgot it' });
    const path = /\/password\/[\w-]{43}/.exec(shown.text)?.[0] ?? '';
    expect((await signIn(old)).status).toBe(422);
    expect((await olu.get('/home')).location).toContain('/sign-in');
    expect((await dana.get(`/directory/people/${officerId}`)).text).not.toContain(path);
    expect((await world.nobody.get(path)).text).toContain('olu.officer');
    expect((await world.nobody.post(path, { next: 'short' })).text).toContain('Use 12 characters');
    expect((await world.nobody.post(path, { next: '' })).text).toContain('Enter a new password');
    expect((await world.nobody.post(path, { next: fresh })).location).toBe('/sign-in');
    expect((await signIn(fresh)).status).toBe(201);
    expect((await world.nobody.get(path)).status).toBe(404);
    expect((await world.nobody.post(path, { next: 'another good one here' })).status).toBe(404);
  });

  test('stops after a day, when another is made, and when the account is shut', async () => {
    const first = pathOf(await make());
    const second = pathOf(await make());
    expect((await world.nobody.get(first)).status).toBe(404);
    expect((await world.nobody.get(second)).status).toBe(200);
    await world.sql("update platform.account set is_active = false where username = 'olu.officer'");
    expect((await world.nobody.get(second)).status).toBe(404);
    await world.sql("update platform.account set is_active = true where username = 'olu.officer'");
    clock.set('2026-11-21T10:00:01.000Z');
    expect((await world.nobody.get(second)).status).toBe(404);
  });

  test('keeps no token: neither in the database nor in the history or the audit', async () => {
    const token =
      pathOf(await make())
        .split('/')
        .at(-1) ?? '';
    const found = await world.sql<{ n: number }>(
      `select (select count(*) from platform.password_link l where l::text like '%' || $1 || '%')
        + (select count(*) from directory.change c where c::text like '%' || $1 || '%')
        + (select count(*) from platform.audit_entry e where e::text like '%' || $1 || '%') as n`,
      [token],
    );
    expect(Number(found[0]?.n)).toBe(0);
  });

  test('is made by an administrator alone', async () => {
    const callum = await world.as('callum.safety');
    expect(
      (await callum.post(`/directory/people/${officerId}/password-link`, { reason: 'Forgot it' })).status,
    ).toBe(403);
  });
});

test('somebody asked to choose a new password gets nothing else until it is done', async () => {
  const olu = await world.as('olu.officer');
  expect(
    (await dana.post(`/directory/people/${officerId}/new-password`, { reason: 'A leak elsewhere' })).status,
  ).toBe(303);
  expect((await olu.get('/reports')).location).toBe('/account/password?asked=yes');
  const refused = await olu.api('GET', '/api/v1/reports');
  expect([refused.status, refused.text]).toEqual([403, expect.stringContaining('new-password-needed')]);
  expect((await olu.get('/account/password?asked=yes')).text).toContain('An administrator asks you');
  await olu.post('/account/password', { current: old, next: fresh });
  expect((await olu.get('/reports')).status).toBe(200);
});

test('an administrator unlocks somebody at once', async () => {
  for (let n = 0; n < 5; n += 1) await signIn('wrong');
  expect((await signIn(old)).status).toBe(422);
  expect((await dana.get(`/directory/people/${officerId}`)).text).toContain('Locked after wrong tries');
  expect((await dana.post(`/directory/people/${officerId}/unlock`, { reason: 'They rang' })).status).toBe(
    303,
  );
  expect((await signIn(old)).status).toBe(201);
});

describe('the end of a session', () => {
  const left = async (token: string) =>
    ((await withToken(token, '/api/v1/session')).json() as { secondsLeft: number }).secondsLeft;

  test('asking how long it has does not keep it going; staying does', async () => {
    const { token } = await world.as('olu.officer');
    clock.set('2026-11-20T10:25:00.000Z');
    expect(await left(token)).toBe(300);
    clock.set('2026-11-20T10:29:00.000Z');
    expect(await left(token)).toBe(60);
    expect((await withToken(token, '/session')).statusCode).toBe(200);
    clock.set('2026-11-20T10:58:00.000Z');
    expect(await left(token)).toBe(60);
    clock.set('2026-11-20T10:59:01.000Z');
    expect((await withToken(token, '/api/v1/session')).statusCode).toBe(401);
  });

  test('each page carries its warning, shown by style alone when it is time and without leaving the page', async () => {
    const olu = await world.as('olu.officer');
    const page = await olu.get('/home');
    expect(page.text).toContain('bw-timeout__notice--25');
    expect(page.text).toContain('You will be signed out at 10:30');
    expect(page.text).toMatch(/href="\/session" target="_blank"[^>]*>Stay signed in/);
    expect(page.text).not.toContain('http-equiv="refresh"');
    // Near the longest time the session may have, the warning comes sooner.
    await world.sql("update platform.session set expires_at = '2026-11-20T10:13:00Z' where ended_at is null");
    expect((await olu.get('/home')).text).toContain('bw-timeout__notice--5');
    await world.sql("update platform.session set expires_at = '2026-11-20T10:04:00Z' where ended_at is null");
    expect((await olu.get('/home')).text).toContain('bw-timeout__notice--0');
  });

  test('whoever was signed out is told so', async () => {
    expect((await world.nobody.get('/sign-in?ended=yes')).text).toContain(
      'You were signed out because nothing was done',
    );
  });
});
