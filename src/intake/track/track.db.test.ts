import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withoutKeys } from '../../../test/support/pages.ts';
import { openWorld, type World } from '../../../test/support/world.ts';
import { hashPhrase, hashPhraseAsBefore } from '../return-phrase.ts';

let world: World;
let pair: { reference: string; phrase: string };
beforeAll(async () => {
  world = await openWorld({ name: 'track' });
  const [row] = await world.sql<{ lon: number; lat: number }>(
    "select lon, lat from directory.postcode p join directory.agency a on a.area_code = p.district_code where a.code = 'WEND' order by postcode limit 1",
  );
  const taken = await world.nobody.api('POST', '/api/v1/reports', {
    issueType: 'fly-tipping',
    description: 'Bags by the gate',
    lon: row?.lon,
    lat: row?.lat,
    landOwner: 'public',
    isAnonymous: true,
  });
  const { reference, phrase } = taken.json as { reference: string; phrase: string };
  pair = { reference, phrase };
});
afterAll(() => world.close());

test('an anonymous reporter comes back, is asked, and answers', async () => {
  const olu = await world.as('olu.officer');
  const [report] = await world.sql<{ id: string }>('select id from intake.report where reference = $1', [
    pair.reference,
  ]);
  expect((await olu.post(`/reports/${report?.id}/start`, { version: '1' })).status).toBe(303);
  expect(
    (await olu.post(`/reports/${report?.id}/questions`, { body: 'Which side of the gate?' })).status,
  ).toBe(303);
  const page = await world.nobody.post('/track', pair);
  expect(page.status).toBe(200);
  expect(page.text).toContain('Being dealt with');
  expect(page.text).toContain('Which side of the gate?');
  expect(page.text).not.toContain('Olu');
  expect(page.location).toBeUndefined();
  // Pressed twice where a browser runs no script, it is one answer.
  const _csrf = /name="_csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
  const sent = { ...pair, body: 'The left side', _csrf };
  await world.nobody.post('/track/answer', sent);
  const answered = await world.nobody.post('/track/answer', sent);
  expect([_csrf.length, answered.text.split('The left side').length, answered.status]).toEqual([23, 2, 200]);
  expect(answered.text).toContain('The left side');
  expect((await olu.get(`/reports/${report?.id}`)).text).toContain('The left side');
});

test('the reference and the words may be typed as people type them', async () => {
  const loose = {
    reference: pair.reference.toLowerCase().replaceAll('-', ' '),
    phrase: pair.phrase.toUpperCase().replaceAll('-', ' '),
  };
  expect((await world.nobody.post('/track', loose)).status).toBe(200);
});

test('wrong words and an unknown reference are one answer, byte for byte', async () => {
  const unknown = 'R-2222-222';
  const wrong = await world.nobody.api('POST', '/api/v1/track', {
    ...pair,
    phrase: 'river-river-river-river-100',
  });
  const absent = await world.nobody.api('POST', '/api/v1/track', {
    reference: unknown,
    phrase: 'river-river-river-river-100',
  });
  expect(wrong.status).toBe(404);
  expect(wrong.text).toBe(absent.text);
  const wrongPage = await world.nobody.post('/track', { ...pair, phrase: 'no' });
  const absentPage = await world.nobody.post('/track', { reference: unknown, phrase: 'no' });
  expect(wrongPage.status).toBe(absentPage.status);
  expect(withoutKeys(wrongPage.text.replaceAll(pair.reference, unknown))).toBe(withoutKeys(absentPage.text));
});

test('the words are in no address, and an empty answer keeps what is on the page', async () => {
  const empty = await world.nobody.post('/track/answer', { ...pair, body: '' });
  expect(empty.status).toBe(422);
  expect(empty.text).toContain('Write a message');
  expect(empty.text).not.toMatch(new RegExp(`(href|action|src)="[^"]*${pair.phrase}`));
});

test('whatever is typed, nothing faults', async () => {
  const anyText = fc.string({ unit: 'binary', maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(anyText, anyText, anyText, async (reference, phrase, body) => {
      expect((await world.nobody.post('/track', { reference, phrase })).status).toBe(422);
      expect((await world.nobody.post('/track/answer', { ...pair, body })).status).toBeLessThan(500);
    }),
    { numRuns: 25 },
  );
}, 60_000);

test('those who ask too often are asked to wait', async () => {
  const limited = await openWorld({ name: 'tracklimit' });
  const { buildApplication } = await import('../../main/application.ts');
  const { testSecret } = await import('../../../test/support/cluster.ts');
  const app = await buildApplication({
    serverUrl: limited.ownerUrl,
    secret: testSecret,
    mode: 'demonstration',
    logLevel: 'silent',
    formLimit: 3,
    poolSize: 2,
    proxies: ['127.0.0.1'],
  });
  const from = async (address: string, remoteAddress: string) => {
    const found = await app.server.inject({
      method: 'POST',
      url: '/api/v1/track',
      remoteAddress,
      headers: { 'x-forwarded-for': address },
      payload: { reference: 'R-2222-222', phrase: 'no' },
    });
    return found.statusCode;
  };
  const times = async (address: (time: number) => string, remoteAddress: string) => {
    const found: number[] = [];
    for (let time = 0; time < 5; time += 1) found.push(await from(address(time), remoteAddress));
    return found;
  };
  const statuses: number[] = [];
  for (let time = 0; time < 5; time += 1)
    statuses.push(
      (
        await app.server.inject({
          method: 'POST',
          url: '/api/v1/track',
          payload: { reference: 'R-2222-222', phrase: 'no' },
        })
      ).statusCode,
    );
  // Behind the proxy that was named each address has its own limit; a stranger's word on where they come from is not taken.
  const behind = await times((time) => `203.0.113.${time}`, '127.0.0.1');
  const one = await times(() => '203.0.113.77', '127.0.0.1');
  const stranger = await times((time) => `203.0.113.${100 + time}`, '198.51.100.7');
  await app.close();
  await limited.close();
  expect(behind).not.toContain(429);
  expect(one.slice(3)).toEqual([429, 429]);
  expect(stranger.slice(3)).toEqual([429, 429]);
  expect(statuses).toEqual([404, 404, 404, 429, 429]);
});

test('words that were given out when they were hashed otherwise still open their report', async () => {
  const old = await hashPhraseAsBefore(pair.reference, pair.phrase);
  const now = await hashPhrase(pair.reference, pair.phrase);
  const change = (from: Buffer, to: Buffer) =>
    world.sql('update intake.return_phrase set phrase_hash = $2 where phrase_hash = $1 returning report_id', [
      from,
      to,
    ]);
  expect(await change(now, old)).toHaveLength(1);
  const opened = await world.nobody.post('/track', pair);
  expect(opened.text).toContain(pair.reference);
  const answered = await world.nobody.post('/track/answer', { ...pair, body: 'By the second gate' });
  expect(answered.text).toContain('By the second gate');
  expect(await change(old, now)).toHaveLength(1);
});
