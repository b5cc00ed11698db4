import { mayUse } from '../../src/platform/access/permission.ts';
import type { Route } from '../../src/platform/http/declare.ts';
import { answerTo, isLeftToMatrix, isRefused } from '../support/matrix.ts';
import { readSamples, requestFor } from '../support/samples.ts';
import { type Answer, openWorld, type Visitor, type World } from '../support/world.ts';
import { hideThings } from './hidden.ts';

/** Two worlds of the same county with one viewer in each: the second also holds what that viewer may not see. */
export interface Paired {
  /** The routes of the product, without those that were added for a test. */
  routes: readonly Route[];
  viewer: Visitor['viewer'];
  /**
   * Asks both worlds for every route that the viewer may use; a line for each answer in which they part, and for each that
   * is a refusal or a fault.
   */
  differences(routes: readonly Route[]): Promise<string[]>;
  /** The same for addresses that are read. */
  differencesAt(urls: readonly string[]): Promise<string[]>;
  /** Does something to both worlds as their owner. */
  sql(text: string): Promise<void>;
  close(): Promise<void>;
}

/** What a person could tell apart: status, every header, every byte, less the session's own token and the time of the answer. */
const seen = (answer: Answer, visitor: Visitor): string =>
  [
    answer.status,
    answer.headers,
    visitor.csrf ? answer.text.replaceAll(visitor.csrf, 'TOKEN') : answer.text,
  ].join('\n');

/** The first place where two answers part, with a little before it: readable in a test's output. */
function parting(asked: string, about: string, one: string, other: string): string | undefined {
  if (one === other) return undefined;
  let at = 0;
  while (one[at] === other[at]) at += 1;
  const window = (text: string) => text.slice(Math.max(0, at - 120), at + 120);
  return `${asked} (${about}) differs:\n  without what is hidden: …${window(one)}…\n  with it:                …${window(other)}…`;
}

/**
 * Opens the worlds. `extraRoutes` are routes of the test's own: they leak, so that the suite is seen to catch them. Without `drawn` nothing is
 * hidden but what is written by hand.
 */
export async function openPaired(
  username: string,
  extraRoutes: readonly Route[] = [],
  { drawn = true }: { drawn?: boolean } = {},
): Promise<Paired> {
  const options = { keep: false, name: 'wall', extraRoutes };
  const worlds = [await openWorld(options), await openWorld(options)] as const;
  const visitorIn = (world: World) =>
    username === 'nobody' ? Promise.resolve(world.nobody) : world.as(username);
  const [plain, fuller] = [await visitorIn(worlds[0]), await visitorIn(worlds[1])];
  const samples = await readSamples(worlds[0]);
  const ofHidden = { ...samples, ...(await hideThings(worlds[1], fuller.viewer, { drawn })) };
  const compare = async (asked: string, about: string, read: (visitor: Visitor) => Promise<string>) => {
    // Both worlds answer at once: neither knows of the other.
    const difference = parting(asked, about, ...(await Promise.all([read(plain), read(fuller)])));
    return difference ? [difference] : [];
  };
  const ofRoute = async (route: Route): Promise<string[]> => {
    const asked = `${route.method} ${route.path}`;
    const wrong: string[] = [];
    const found = await compare(asked, 'a sample', async (visitor) => {
      const answer = await answerTo(visitor, route, samples);
      const isWrong = mayUse(visitor.viewer, route.permission) && isRefused(visitor, answer);
      if (isWrong || answer.status >= 500) wrong.push(`${asked}: allowed, yet answered ${answer.status}`);
      return seen(answer, visitor);
    });
    found.push(...new Set(wrong));
    // A route that names no sample would only be sent the same request again.
    if (JSON.stringify(requestFor(route, ofHidden)) === JSON.stringify(requestFor(route, samples)))
      return found;
    return [
      ...found,
      ...(await compare(asked, 'an id that exists only where it is hidden', async (visitor) =>
        seen(await answerTo(visitor, route, ofHidden), visitor),
      )),
    ];
  };
  return {
    routes: worlds[0].app.routes.filter((route) => !extraRoutes.includes(route)),
    viewer: plain.viewer,
    differences: async (routes) => {
      const found: string[] = [];
      for (const route of routes) {
        if (isLeftToMatrix(route)) continue;
        // The matrix shows that these are refused before anything is read; to nobody they are asked all the same.
        if (!mayUse(plain.viewer, route.permission) && username !== 'nobody') continue;
        found.push(...(await ofRoute(route)));
      }
      return found;
    },
    differencesAt: async (urls) => {
      const found: string[] = [];
      for (const url of urls)
        found.push(
          ...(await compare(`GET ${url}`, 'an address', async (visitor) =>
            seen(url.startsWith('/api') ? await visitor.api('GET', url) : await visitor.get(url), visitor),
          )),
        );
      return found;
    },
    sql: async (text) => {
      for (const world of worlds) await world.sql(text);
    },
    close: async () => {
      for (const world of worlds) await world.close();
    },
  };
}
