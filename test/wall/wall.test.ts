import { sql } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readReports } from '../../src/intake/intake.permissions.ts';
import { search } from '../../src/main/search.kinds.ts';
import { mayUse } from '../../src/platform/access/permission.ts';
import { apiGet, type Route } from '../../src/platform/http/declare.ts';
import { idFromName } from '../../src/platform/ids/ids.ts';
import { personas } from '../support/personas.ts';
import { formOf, readSamples, requestFor, type Samples } from '../support/samples.ts';
import { type Answer, openWorld, type Visitor, type World } from '../support/world.ts';
import { hideThings } from './hidden.ts';

/** A route that forgets the viewer: kept so that the suite is seen to catch one. It is in no registry. */
const leaking = apiGet({
  path: '/api/v1/leaking-count',
  words: 'Counts every report, whoever asks',
  permission: readReports,
  audit: 'test.leak',
  output: z.object({ count: z.number() }),
  handle: async (work) => {
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from intake.report`.execute(
      work.db,
    );
    return { count: rows[0]?.count ?? 0 };
  },
});

/** Words of what is hidden, rightly and wrongly written; the same words stand in what may be seen. */
const searches = [
  'Hidden',
  'Hiden persn',
  'mattress',
  'matress',
  'Mattress left: hidden',
  '07700 900123',
  'Hidden Incident Action Group',
  'Hidden place',
  'fly tipping',
  ...['reports', 'cases', 'tasks', 'penalties', 'meetings', 'R', 'C', 'T', 'FPN', 'M'].map((word) =>
    word.length > 3
      ? word
      : `${word}-${idFromName('hidden').slice(0, 4)}-${idFromName('hidden').slice(4, 7)}`,
  ),
].flatMap((q) => [
  `/search?q=${encodeURIComponent(q)}`,
  `/search?q=${encodeURIComponent(q)}&kind=reports`,
  `/api/v1/search?q=${encodeURIComponent(q)}`,
]);

/** Two worlds of the same county: the second also holds what the viewer may not see. */
interface Pair {
  plain: World;
  fuller: World;
  close(): Promise<void>;
}
const open: Pair[] = [];
afterAll(async () => {
  for (const pair of open) await pair.close();
});

async function openPair(): Promise<Pair> {
  const options = { keep: false, name: 'wall', extraRoutes: [leaking] };
  const plain = await openWorld(options);
  const fuller = await openWorld(options);
  const pair = {
    plain,
    fuller,
    close: async () => {
      await plain.close();
      await fuller.close();
    },
  };
  return pair;
}

/** What a person could tell apart: status, kind, where to, file name, and every byte, less the session's own token. */
const seen = (answer: Answer, visitor: Visitor): string =>
  [
    answer.status,
    answer.contentType,
    answer.location ?? '',
    answer.disposition ?? '',
    visitor.csrf ? answer.text.replaceAll(visitor.csrf, 'TOKEN') : answer.text,
  ].join('\n');

async function ask(visitor: Visitor, route: Route, samples: Samples): Promise<string> {
  const { url, body } = requestFor(route, samples);
  if (route.kind === 'api')
    return seen(await visitor.api(route.method, url, route.method === 'POST' ? body : undefined), visitor);
  return seen(
    route.method === 'GET' ? await visitor.get(url) : await visitor.post(url, formOf(body)),
    visitor,
  );
}

/** The first place where two answers part, with a little before it: readable in a test's output. */
function parting(route: Route, about: string, one: string, other: string): string | undefined {
  if (one === other) return undefined;
  let at = 0;
  while (one[at] === other[at]) at += 1;
  const window = (text: string) => text.slice(Math.max(0, at - 120), at + 120);
  return `${route.method} ${route.path} (${about}) differs:\n  without what is hidden: …${window(one)}…\n  with it:                …${window(other)}…`;
}

async function differences(username: string, routes: (world: World) => readonly Route[]): Promise<string[]> {
  const pair = await openPair();
  open.push(pair);
  const visitorIn = (world: World) =>
    username === 'nobody' ? Promise.resolve(world.nobody) : world.as(username);
  const [plain, fuller] = [await visitorIn(pair.plain), await visitorIn(pair.fuller)];
  const samples = await readSamples(pair.plain);
  const hidden = await hideThings(pair.fuller, fuller.viewer);
  const found: string[] = [];
  const compare = async (route: Route, about: string, read: (visitor: Visitor) => Promise<string>) => {
    // Both worlds answer at once: neither knows of the other.
    const difference = parting(route, about, ...(await Promise.all([read(plain), read(fuller)])));
    if (difference) found.push(difference);
  };
  for (const route of routes(pair.plain)) {
    if (route.path === '/sign-out' || route.path.includes('/sessions')) continue; // tokens are random by design
    if (!mayUse(plain.viewer, route.permission) && username !== 'nobody') continue; // the matrix shows these are refused before anything is read
    await compare(route, 'a sample', (visitor) => ask(visitor, route, samples));
    const ofHidden = { ...samples, ...hidden };
    // A route that names no sample would only be sent the same request again.
    if (JSON.stringify(requestFor(route, ofHidden)) !== JSON.stringify(requestFor(route, samples)))
      await compare(route, 'an id that exists only where it is hidden', (visitor) =>
        ask(visitor, route, ofHidden),
      );
  }
  for (const url of routes(pair.plain).some(({ path }) => path === '/search') ? searches : [])
    if (mayUse(plain.viewer, search))
      // The route is only named in the message.
      await compare({ method: 'GET', path: url } as Route, 'a search', async (visitor) =>
        seen(url.startsWith('/api') ? await visitor.api('GET', url) : await visitor.get(url), visitor),
      );
  await pair.close();
  open.pop();
  return found;
}

describe('what a viewer may not see changes no byte of what they can', () => {
  test.each(['nobody', ...personas])(
    '%s',
    async (username) => {
      expect(
        await differences(username, (world) => world.app.routes.filter((route) => route !== leaking)),
      ).toEqual([]);
    },
    120_000,
  );
});

test('the suite catches a route that leaks', async () => {
  const found = await differences('olu.officer', () => [leaking]);
  expect(found.join('\n')).toContain('/api/v1/leaking-count');
});
