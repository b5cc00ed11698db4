import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importAreas, importPostcodes } from '../../src/directory/index.ts';
import { type ImportResult, importReports, mappingSchema } from '../../src/intake/index.ts';
import { systemViewer } from '../../src/platform/access/viewer.ts';
import { systemClock } from '../../src/platform/clock/clock.ts';
import { readTable } from '../../src/platform/files/table-file.ts';
import type { Work } from '../../src/platform/http/work.ts';
import { randomIds } from '../../src/platform/ids/ids.ts';
import { openWorld, type World } from '../support/world.ts';

/** Open data that nobody here wrote; it stands beside the project and is never part of it. */
const folder = resolve(process.env.BAILIWICK_REAL_DATA ?? '../shared/data');
const isThere = existsSync(folder);
if (!isThere)
  process.stdout.write(`Real data: skipped, since there is none at BAILIWICK_REAL_DATA (${folder}).\n`);

let world: World;
beforeAll(async () => {
  if (isThere) world = await openWorld({ name: 'real' });
});
afterAll(async () => world?.close());

const asDirectory = <T>(act: (work: Work) => Promise<T>): Promise<T> => {
  const viewer = systemViewer('TECH', 'real data test');
  return world.app.databases.inTransaction('TECH', viewer, (db) =>
    act({ db, viewer, clock: systemClock, ids: randomIds, note: { detail: {} } }),
  );
};
const load = (file: string, mapping: string): Promise<ImportResult> =>
  importReports(
    { databases: world.app.databases, clock: systemClock, ids: randomIds },
    {
      file: resolve(folder, file),
      mapping: mappingSchema.parse(JSON.parse(readFileSync(`test/real-data/${mapping}`, 'utf8'))),
      dryRun: false,
    },
  );

describe.skipIf(!isThere)('open data, as it was published', () => {
  test('26,855 city requests: every row accounted for, routed at least 90% right, and a second run changes nothing', async () => {
    const file = 'requests-boston311-2015a/boston311-2015-jan-jul.csv.gz';
    const first = await load(file, 'boston311.mapping.json');
    process.stdout.write(
      `Routing of city requests: ${first.accuracy?.right} of ${first.accuracy?.rows} later rows right; by category alone ${first.accuracy?.rightByCategoryAlone}.\n`,
    );
    expect(first).toMatchObject({ rows: 26_855, accepted: 26_855, known: 0, rejected: 0 });
    expect((first.accuracy?.right ?? 0) / (first.accuracy?.rows ?? 1)).toBeGreaterThan(0.9);
    expect(await load(file, 'boston311.mapping.json')).toMatchObject({
      rows: 26_855,
      accepted: 0,
      known: 26_855,
      rejected: 0,
    });
  }, 180_000);

  test('56,434 street incidents without ids: none merged, each in its district', async () => {
    const districts = await asDirectory((work) =>
      importAreas(work, {
        file: resolve(folder, 'boundaries/lancashire-districts-2022.geojson'),
        kind: 'district',
        startsOn: '1974-04-01',
      }),
    );
    expect(districts).toMatchObject({ read: 14, added: 14, rejected: [] });
    const first = await load(
      'incidents-lancashire-asb-2022/lancashire-asb-2022.tab.gz',
      'lancashire-asb.mapping.json',
    );
    expect(first).toMatchObject({ rows: 56_434, accepted: 56_434, known: 0, rejected: 0 });
    process.stdout.write(
      `Street incidents: ${first.routed.byRule} in a district, ${first.routed.toFallback} outside every outline.\n`,
    );
    // Points are moved by the publisher and outlines are simplified to 15 m: a few fall in the sea.
    expect(first.routed.toFallback).toBeLessThan(60);
    expect(
      await load('incidents-lancashire-asb-2022/lancashire-asb-2022.tab.gz', 'lancashire-asb.mapping.json'),
    ).toMatchObject({ accepted: 0, known: 56_434 });
  }, 240_000);

  test('172,881 postcodes, each to its own district', async () => {
    let read = 0;
    const wrong: string[] = [];
    for (const county of ['surrey', 'kent', 'oxfordshire', 'berkshire', 'lancashire']) {
      const file = resolve(folder, `postcodes/postcodes-${county}.csv.gz`);
      const done = await asDirectory((work) => importPostcodes(work, file));
      expect(done.rejected).toEqual([]);
      const known = new Map(
        (
          await world.sql<{ postcode: string; district_code: string }>(
            'select postcode, district_code from directory.postcode',
          )
        ).map((row) => [row.postcode, row.district_code]),
      );
      for await (const { values } of readTable(file)) {
        read += 1;
        if (known.get(values.postcode ?? '') !== values.district_code) wrong.push(values.postcode ?? '');
      }
    }
    expect(wrong).toEqual([]);
    expect(read).toBe(172_881);
  }, 120_000);
});
