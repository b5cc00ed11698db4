import { afterAll, beforeAll, expect, test } from 'vitest';
import { mayUse } from '../../src/platform/access/permission.ts';
import type { Route } from '../../src/platform/http/declare.ts';
import { isLeftToMatrix } from '../support/matrix.ts';
import { personas } from '../support/personas.ts';
import { formOf, readSamples, requestFor, type Samples } from '../support/samples.ts';
import { openWorld, type Visitor, type World } from '../support/world.ts';

let world: World;
let samples: Samples;
const visitors: Visitor[] = [];

beforeAll(async () => {
  world = await openWorld({ name: 'versions', keep: false });
  samples = await readSamples(world);
  for (const username of personas) visitors.push(await world.as(username));
});
afterAll(() => world.close());

const answeredFor = '98765';

/** The versions that the form of an address would send if it were sent again. */
const versionsIn = (html: string, action: string): string[] =>
  [...html.matchAll(/<form\b[^>]*\baction="([^"]*)"[^>]*>(.*?)<\/form>/gs)]
    .filter(([, to]) => to === action)
    .flatMap(([, , inside = '']) =>
      [...inside.matchAll(/<input type="hidden" name="version" value="([^"]*)"/g)].map(
        ([, version = '']) => version,
      ),
    );

/** Sends the form wrongly as each persona who may, until one is shown it again. */
async function shownAgain(route: Route): Promise<string[] | undefined> {
  const { url, body } = requestFor(route, samples);
  const fields = Object.keys(formOf(body));
  const wrong = Object.fromEntries(fields.map((name) => [name, '¿'.repeat(5000)]));
  for (const visitor of visitors) {
    if (!mayUse(visitor.viewer, route.permission)) continue;
    const { status, text } = await visitor.post(url, { ...wrong, version: answeredFor });
    if (status === 422) return versionsIn(text, url);
  }
  return undefined;
}

test('a form that is shown again after an error keeps the version it was answered for, so that no colleague’s save is lost', async () => {
  const wrong: string[] = [];
  let seen = 0;
  for (const route of world.app.routes) {
    if (route.method !== 'POST' || route.kind !== 'page' || isLeftToMatrix(route)) continue;
    const versions = await shownAgain(route);
    if (!versions || versions.length === 0) continue;
    seen += 1;
    if (versions.some((version) => version !== answeredFor)) wrong.push(`${route.path}: ${versions}`);
  }
  expect(wrong).toEqual([]);
  expect(seen).toBeGreaterThan(20);
}, 120_000);
