import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type Visitor, type World } from '../../../test/support/world.ts';

let world: World;
let olu: Visitor;
let rowan: Visitor;
beforeAll(async () => {
  world = await openWorld({ name: 'map' });
  olu = await world.as('olu.officer');
  rowan = await world.as('rowan.reception');
});
afterAll(() => world.close());

interface Spots {
  bbox: number[];
  count: number;
  unplaced: number;
  features: {
    geometry: { coordinates: [number, number] };
    properties: { count: number; box: string; reportId: string | null };
  }[];
}
const spots = async (who: Visitor, query = ''): Promise<Spots> =>
  (await who.api('GET', `/api/v1/reports/map?${query}`)).json as Spots;
/** Every report that the API lists under a filter, page by page. */
async function listed(who: Visitor, query: string): Promise<{ id: string; lat: number | null }[]> {
  const all: { id: string; lat: number | null }[] = [];
  for (let after: string | null = ''; after !== null; ) {
    const answer: { reports: { id: string; lat: number | null }[]; next: string | null } = (
      await who.api('GET', `/api/v1/reports?${query}&after=${after}`)
    ).json as never; // The declaration says so.
    all.push(...answer.reports);
    after = answer.next;
  }
  return all;
}

describe('the map counts what the list has', () => {
  test.each(['status=open', 'issueType=fly-tipping', 'mine=yes', 'channel=phone&status=closed'])(
    'with %s',
    async (query) => {
      const map = await spots(olu, query);
      const reports = await listed(olu, query);
      expect(map.count).toBe(reports.filter((report) => report.lat !== null).length);
      expect(map.unplaced).toBe(reports.filter((report) => report.lat === null).length);
      expect(map.features.reduce((sum, spot) => sum + spot.properties.count, 0)).toBe(map.count);
    },
  );

  test('all reports are counted, far more than one page of the table holds', async () => {
    const map = await spots(rowan);
    const [{ n } = { n: 0 }] = await world.sql<{ n: number }>(
      `select count(*)::int as n from intake.report where not is_sensitive and lat is not null and (owner_agency_id = $1 or received_by_agency_id = $1)`,
      [rowan.viewer.kind === 'officer' ? rowan.viewer.agencyId : ''],
    );
    expect(map.count).toBeGreaterThanOrEqual(n);
    expect(map.count).toBeGreaterThan(100);
  });

  test('a spot opens the very reports it counts, and one alone names its record', async () => {
    const map = await spots(olu, 'status=open');
    for (const spot of map.features.slice(0, 6)) {
      const inside = await listed(olu, `status=open&box=${spot.properties.box}`);
      // Boxes of neighbouring spots may overlap by a metre or two: never fewer.
      expect(inside.length).toBeGreaterThanOrEqual(spot.properties.count);
    }
    const alone = map.features.find((spot) => spot.properties.count === 1);
    if (alone) expect((await olu.get(`/reports/${alone.properties.reportId}`)).status).toBe(200);
  });
});

test('only what lies in the box is counted, and its parts add up', async () => {
  const whole = await spots(olu);
  const [west = 0, south = 0, east = 0, north = 0] = whole.bbox;
  const middle = Math.round(((west + east) / 2) * 100_000) / 100_000;
  const parts = await Promise.all([
    spots(olu, `box=${west},${south},${middle},${north}`),
    spots(olu, `box=${middle},${south},${east},${north}`),
  ]);
  expect(parts[0]?.count).toBeGreaterThan(0);
  expect((parts[0]?.count ?? 0) + (parts[1]?.count ?? 0)).toBe(whole.count);
  expect((await spots(olu, 'box=170,-40,171,-39')).count).toBe(0);
});

test('what is no box is no box: everything is shown, and nothing breaks', async () => {
  const whole = await spots(olu);
  for (const box of ['', 'x', '1,2,3', '3,50,-3,53', '1,2,3,NaN', '999,0,1000,1'])
    expect((await spots(olu, `box=${encodeURIComponent(box)}`)).count, box).toBe(whole.count);
});

test('a report that the viewer may not see is in no spot', async () => {
  const before = await spots(olu);
  const mine = olu.viewer.kind === 'officer' ? [...olu.viewer.serviceIds] : [];
  await world.sql(
    `update intake.report set is_sensitive = true, service_id = (select id from directory.service where id <> all($1::uuid[]) limit 1)
     where reference = 'R-SAMP-001'`,
    [mine],
  );
  expect((await spots(olu)).count).toBe(before.count - 1);
});

test('who only counts is told of no place', async () => {
  const petra = await world.as('petra.performance');
  expect((await spots(petra)).features).toEqual([]);
  expect((await listed(petra, 'box=-10,49,3,60')).length).toBe(0);
});

describe('the page', () => {
  test('pages through every report, keeps the filter, and moves without script', async () => {
    const first = await rowan.get('/reports/map?status=closed');
    expect(first.text).toContain('data-report-map');
    expect(first.text.match(/class="govuk-link bw-reference"/g)).toHaveLength(50);
    const next = /href="(\/reports\/map\?[^"]*after=[^"]+)"/.exec(first.text)?.[1]?.replaceAll('&amp;', '&');
    expect(next).toContain('status=closed');
    expect((await rowan.get(next ?? '')).text).toContain('bw-reference');
    const nearer = />\s*Zoom in/.exec(first.text);
    expect(nearer).not.toBeNull();
    const href = [...first.text.matchAll(/href="([^"]+)"[^>]*>([^<]+)</g)]
      .find(([, , words]) => words === 'Zoom in')?.[1]
      ?.replaceAll('&amp;', '&');
    const zoomed = await rowan.get(href ?? '');
    expect(zoomed.status).toBe(200);
    expect(zoomed.text).toContain('Only this part of the map');
    expect(zoomed.text).toContain('Show everywhere');
  });

  test('a district offers its wards, and a ward narrows map and table alike', async () => {
    const [ward] = await world.sql<{ ward: string; district: string; n: number }>(
      `select ward_code as ward, district_code as district, count(*)::int as n from intake.report r join directory.agency a on a.id = r.owner_agency_id
       where a.code = 'WEND' and ward_code is not null and not is_sensitive group by 1, 2 order by 3 desc limit 1`,
    );
    const page = await olu.get(`/reports/map?districtCode=${ward?.district}`);
    expect(page.text).toContain('name="wardCode"');
    const map = await spots(olu, `wardCode=${ward?.ward}`);
    expect(map.count).toBe(
      (await listed(olu, `wardCode=${ward?.ward}`)).filter((r) => r.lat !== null).length,
    );
  });

  test('the outlines beneath are public, and of the part that is shown', async () => {
    const near = (await world.nobody.get('/map.json')).text;
    expect(JSON.parse(near).features.length).toBeGreaterThan(0);
    const far = JSON.parse((await world.nobody.get('/map.json?box=170,-40,171,-39')).text);
    expect(far.features).toEqual([]);
  });
});

/** One statement of the kinds that change who sees a report or where it lies; `$1` picks the rows. */
const changes = [
  'update intake.report set is_sensitive = not is_sensitive where hashtext(id::text) % 40 = $1',
  'update intake.report r set service_id = s.id, owner_agency_id = s.agency_id from directory.service s where hashtext(r.id::text) % 40 = $1 and s.id = (select id from directory.service order by md5(id::text || $1::text) limit 1)',
  'update intake.report set lon = lon + 0.01 * $1, lat = lat + 0.003 * $1 where hashtext(id::text) % 40 = abs($1)',
  'update intake.report set lon = null, lat = null where hashtext(id::text) % 40 = $1',
  "update intake.report set description = 'Other words' where hashtext(id::text) % 40 = $1",
  'select intake.fold_map_tally() where $1 >= -39',
] as const;

test('the whole map, counted in advance, is what the reports say, whatever happens to them and whoever looks', async () => {
  const fromWest = ({ features }: Spots) =>
    features
      .map(({ geometry: { coordinates }, properties: { count, reportId } }) => ({
        coordinates,
        count,
        reportId,
      }))
      .sort((one, other) => one.coordinates[0] - other.coordinates[0]);
  const people = [olu, rowan, await world.as('callum.safety'), await world.as('priya.police')];
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ change: fc.constantFrom(...changes), pick: fc.integer({ min: -39, max: 39 }) }), {
        minLength: 1,
        maxLength: 3,
      }),
      fc.constantFrom(...people),
      async (made, who) => {
        for (const { change, pick } of made) await world.sql(change, [pick]);
        // A day that leaves no report out has them counted one by one.
        const [ahead, counted] = [await spots(who), await spots(who, 'from=1970-01-01')];
        expect([ahead.count, ahead.unplaced]).toEqual([counted.count, counted.unplaced]);
        // Middles are added up in another order, which moves them by less than a millimetre.
        const close = ([lon, lat]: readonly [number, number]) => [
          expect.closeTo(lon, 7),
          expect.closeTo(lat, 7),
        ];
        expect(fromWest(ahead)).toEqual(
          fromWest(counted).map((spot) => ({ ...spot, coordinates: close(spot.coordinates) })),
        );
      },
    ),
    { numRuns: 30, endOnFailure: true },
  );
}, 60_000);

test('a spot of the whole map opens the very reports it counts', async () => {
  for (const spot of (await spots(olu)).features.slice(0, 6))
    expect((await listed(olu, `box=${spot.properties.box}`)).length).toBeGreaterThanOrEqual(
      spot.properties.count,
    );
});
