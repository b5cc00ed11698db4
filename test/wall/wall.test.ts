import { afterAll, describe, expect, test } from 'vitest';
import { search } from '../../src/main/search.kinds.ts';
import { mayUse } from '../../src/platform/access/permission.ts';
import { idFromName } from '../../src/platform/ids/ids.ts';
import { personas } from '../support/personas.ts';
import { wallSeed } from './hidden-random.ts';
import { openPaired, type Paired } from './paired.ts';

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
  ...['reports', 'cases', 'tasks', 'penalties', 'meetings', 'R', 'C', 'T', 'FPN', 'CP', 'M'].map((word) =>
    word.length > 3
      ? word
      : `${word}-${idFromName('hidden').slice(0, 4)}-${idFromName('hidden').slice(4, 7)}`,
  ),
].flatMap((q) => [
  `/search?q=${encodeURIComponent(q)}`,
  `/search?q=${encodeURIComponent(q)}&kind=reports`,
  `/api/v1/search?q=${encodeURIComponent(q)}`,
]);

/** The sensitive item of the viewer's own unit, by its reference. */
const bySensitive = (viewer: Paired['viewer']): string => {
  const id = idFromName(`hidden sensitive item ${viewer.kind === 'officer' ? viewer.agencyId : ''}`);
  return `/search?q=I-${id.slice(0, 4)}-${id.slice(4, 7)}`;
};

const open = new Set<Paired>();
afterAll(async () => {
  for (const pair of open) await pair.close();
});

describe('what a viewer may not see changes no byte of what they can', () => {
  test.each(['nobody', ...personas])(
    '%s',
    async (username) => {
      const pair = await openPaired(username);
      open.add(pair);
      const found = await pair.differences(pair.routes);
      if (mayUse(pair.viewer, search))
        found.push(...(await pair.differencesAt([...searches, bySensitive(pair.viewer)])));
      expect(found, `BAILIWICK_WALL_SEED=${wallSeed}`).toEqual([]);
      await pair.close();
      open.delete(pair);
    },
    120_000,
  );
});
