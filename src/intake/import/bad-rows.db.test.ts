import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../../../test/support/world.ts';
import { fixedClock } from '../../platform/clock/clock.ts';
import { randomIds } from '../../platform/ids/ids.ts';
import { type ImportResult, importReports } from './import-reports.ts';
import { mappingSchema } from './mapping.ts';
import { rowProblems } from './row-problems.words.ts';

let world: World;
const folder = mkdtempSync(join(tmpdir(), 'bailiwick-rows-'));
beforeAll(async () => {
  world = await openWorld({ name: 'rows' });
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true });
});

const junk = fc.string({ unit: 'grapheme', maxLength: 12 });
const mixed = (...good: string[]) => fc.oneof({ weight: 40, arbitrary: fc.constantFrom(...good) }, junk);
const row = fc.record({
  ref: mixed(...'ABCDEFGHIJKLMNOPQRS', '', '', 'D'.repeat(201)),
  when: mixed(
    '2026-10-01',
    '01/10/2026',
    '1/10/2026 9:05 am',
    '46300',
    '46300.25',
    '2026-02-30',
    '2030-01-01',
    '',
  ),
  closed: mixed('', '', '', '', '', '2026-10-02', '2020-01-01'),
  kind: mixed(
    'Fly-tipping',
    'graffiti',
    'Dumped',
    'Graffiti',
    'graffiti',
    'fly-tipping',
    'Dumped',
    '__proto__',
    'toString',
  ),
  words: fc.oneof(
    junk,
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constant('=1+1'),
    fc.constant('x'.repeat(10_001)),
  ),
  where: mixed('Mill Lane', 'Quill Lane', ''),
  postcode: mixed('', 'QX1 1AA', 'not one'),
  lon: mixed('', '', '2.1', '2.2', '2.3', '2.4', '-181'),
  lat: mixed('', '', '54.1', '54.2', '54.3', '54.4', 'Infinity'),
});

const load = (file: string, feed: string): Promise<ImportResult> =>
  importReports(
    { databases: world.app.databases, clock: fixedClock('2026-11-20T10:00:00Z'), ids: randomIds },
    {
      file,
      dryRun: false,
      mapping: mappingSchema.parse({
        feed,
        agency: 'WEND',
        dates: 'dmy',
        columns: {
          externalId: 'ref',
          receivedAt: 'when',
          closedAt: 'closed',
          category: 'kind',
          description: ['words'],
          place: 'where',
          postcode: 'postcode',
          lon: 'lon',
          lat: 'lat',
        },
        category: { byName: true, map: { Dumped: 'fly-tipping' } },
      }),
    },
  );

const sentences = new Set<string>(Object.values(rowProblems).map(({ words }) => words));

test('whatever stands in the rows, each is accepted, known or rejected with a reason, and a second load changes nothing', async () => {
  let made = 0;
  let accepted = 0;
  let rejected = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 25 }), async (rows) => {
      made += 1;
      const file = join(folder, `${made}.csv`);
      writeFileSync(file, stringify(rows, { header: true }).replaceAll('\0', ''));
      const first = await load(file, `random ${made}`);
      expect(first.accepted + first.known + first.rejected).toBe(first.rows);
      expect(new Set(first.problems.map((problem) => problem.row)).size).toBe(first.rejected);
      for (const { problem, mend, row: number } of first.problems) {
        expect(sentences).toContain(problem);
        expect(mend).not.toBe('');
        expect(number).toBeGreaterThan(1);
      }
      const [{ n } = { n: -1 }] = await world.sql<{ n: number }>(
        'select count(*)::int as n from intake.report where feed = $1',
        [`random ${made}`],
      );
      expect(n).toBe(first.accepted);
      expect(await load(file, `random ${made}`)).toMatchObject({
        rows: first.rows,
        accepted: 0,
        known: first.accepted + first.known,
        rejected: first.rejected,
      });
      accepted += first.accepted;
      rejected += first.rejected;
    }),
    { numRuns: 40, seed: 5 },
  );
  // Rows of one sort alone would prove little.
  expect(accepted).toBeGreaterThan(20);
  expect(rejected).toBeGreaterThan(100);
}, 60_000);
