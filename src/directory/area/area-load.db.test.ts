import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type Visitor, type World } from '../../../test/support/world.ts';

let world: World;
let dana: Visitor;
let ring: [number, number][];
beforeAll(async () => {
  world = await openWorld({ name: 'newareas' });
  dana = await world.as('dana.directory');
  const [row] = await world.sql<{ lon: number; lat: number }>(
    'select avg(lon)::float8 as lon, avg(lat)::float8 as lat from directory.postcode',
  );
  const [lon, lat] = [row?.lon ?? 0, row?.lat ?? 0];
  ring = [
    [lon - 0.05, lat - 0.05],
    [lon + 0.05, lat - 0.05],
    [lon + 0.05, lat + 0.05],
    [lon - 0.05, lat + 0.05],
    [lon - 0.05, lat - 0.05],
  ];
});
afterAll(() => world.close());

const areasOf = (code: string) => ({
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { WD27CD: code, WD27NM: 'Middle' },
      geometry: { type: 'Polygon', coordinates: [ring] },
    },
    {
      type: 'Feature',
      properties: { WD27CD: 'E05999002', WD27NM: 'A dot' },
      geometry: { type: 'Point', coordinates: ring[0] },
    },
  ],
});
const body = (code = 'E05999001', fields: Record<string, unknown> = {}) => ({
  ...{ kind: 'ward', startsOn: '2027-05-06', reason: 'Boundary review', areas: areasOf(code) },
  ...fields,
});
const wrong = (answer: { json: unknown }): string | undefined =>
  (answer.json as { problems?: { field: string }[] }).problems?.[0]?.field;
const add = (fields: Record<string, unknown> = {}, code?: string) =>
  dana.api('POST', '/api/v1/directory/areas', body(code, fields));

/** A form with a file, as a browser sends it. */
async function upload(text: string, fields: Record<string, string> = {}) {
  const edge = 'edge';
  const all = { kind: 'ward', startsOn: '2027-05-06', _csrf: dana.csrf, ...fields };
  const part = (head: string, content: string) =>
    `--${edge}\r\nContent-Disposition: form-data; ${head}\r\n\r\n${content}\r\n`;
  const payload = [
    ...Object.entries(all).map(([name, value]) => part(`name="${name}"`, value)),
    part('name="file"; filename="wards.geojson"\r\nContent-Type: application/json', text),
    `--${edge}--\r\n`,
  ].join('');
  return world.app.server.inject({
    ...{ method: 'POST', url: '/directory/areas/add', payload, cookies: { bw_session: dana.token } },
    headers: { 'content-type': `multipart/form-data; boundary=${edge}` },
  });
}

describe('areas of a file', () => {
  test('are refused where they cannot be made', async () => {
    const cases: [Record<string, unknown>, string][] = [
      [{ startsOn: '2026-11-19' }, 'startsOn'],
      [{ kind: 'planet' }, 'kind'],
      [{ parentCode: 'E00000404' }, 'parentCode'],
      [{ reason: '' }, 'reason'],
      [{ areas: { type: 'Feature' } }, 'areas.type'],
      [{ areas: { type: 'FeatureCollection', features: [] } }, 'file'],
    ];
    for (const [fields, field] of cases) expect(wrong(await add(fields)), JSON.stringify(fields)).toBe(field);
    const metres = areasOf('E05999001');
    metres.features[0] = {
      type: 'Feature',
      properties: { WD27CD: 'E05999001', WD27NM: 'x' },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [530000, 180000],
            [530001, 180000],
            [530001, 180001],
            [530000, 180000],
          ],
        ],
      },
    };
    expect(wrong(await add({ areas: metres }))).toBe('file');
    expect((await upload('no JSON')).statusCode).toBe(422);
  });

  test('are looked at with the postcodes they take in, made, and taken back before their first day', async () => {
    const [{ n } = { n: 0 }] = await world.sql<{ n: number }>(
      'select count(*)::int as n from directory.postcode where lon between $1 and $2 and lat between $3 and $4',
      [ring[0]?.[0], ring[2]?.[0], ring[0]?.[1], ring[2]?.[1]],
    );
    expect(n).toBeGreaterThan(0);
    const look = await dana.api('POST', '/api/v1/directory/areas/preview', body());
    expect(look.json).toMatchObject({
      areas: [{ code: 'E05999001', postcodes: n }],
      rejected: [{ index: 1 }],
    });
    const read = await upload(JSON.stringify(areasOf('E05999001')));
    expect(read.statusCode).toBe(303);
    const address = String(read.headers.location);
    const page = await dana.get(address);
    expect(page.text).toContain('Nothing is made yet');
    expect(page.text).toContain('has no outline');
    expect((await dana.get('/directory/areas/E05999001')).status).toBe(404);
    expect((await dana.post(address, { reason: '' })).status).toBe(422);
    expect((await dana.post(address, { reason: 'Boundary review' })).status).toBe(303);
    expect((await dana.get(address)).status).toBe(404);
    const area = await dana.get('/directory/areas/E05999001');
    expect(area.text).toContain('Boundary review');
    expect(wrong(await add())).toBe('file');
    const [ward] = await world.sql<{ code: string }>(
      "select code from directory.area where kind = 'ward' and ends_on is null limit 1",
    );
    expect(
      (await dana.api('POST', `/api/v1/directory/areas/${ward?.code}/take-back`, { reason: 'Not wanted' }))
        .status,
    ).toBe(422);
    const form = { reason: 'The review was put off' };
    expect((await dana.post('/directory/areas/E05999001/take-back', { ...form, go: 'save' })).status).toBe(
      303,
    );
    expect((await dana.get('/directory/areas/E05999001')).status).toBe(404);
    expect((await add()).status).toBe(201);
  });

  test('a point lies in a new area from its first day on, and not before', async () => {
    const middle = [
      ((ring[0]?.[0] ?? 0) + (ring[2]?.[0] ?? 0)) / 2,
      ((ring[0]?.[1] ?? 0) + (ring[2]?.[1] ?? 0)) / 2,
    ];
    const found = await world.sql<{ code: string }>(
      "select a.code from directory.area a join directory.area_ring r on r.area_code = a.code where a.code = 'E05999001' and r.ring @> point($1, $2) and a.starts_on <= '2027-05-06'",
      middle,
    );
    expect(found).toHaveLength(1);
    expect((await add({}, 'E05999003')).status).toBe(201);
  });

  test('others make none', async () => {
    const olu = await world.as('olu.officer');
    expect((await olu.get('/directory/areas/add')).status).toBe(403);
  });
});
