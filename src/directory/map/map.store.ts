import { sql } from 'kysely';
import { z } from 'zod';
import type { Day } from '../../platform/clock/clock.ts';
import type { Db } from '../../platform/database/database.ts';
import { boundsOf, type MapPoint, type MapView, roundDegrees } from './map.view.ts';

type Ring = readonly (readonly [number, number])[];

export interface MapArea {
  kind: string;
  name: string;
  rings: readonly Ring[];
}
export interface MapStreet {
  name: string;
  points: Ring;
}
/** A town as far as the streets know it: its name over the middle of them. */
export interface MapTown extends MapPoint {
  name: string;
}
export interface MapLayers {
  areas: readonly MapArea[];
  streets: readonly MapStreet[];
  towns: readonly MapTown[];
}

const position = z.tuple([z.number(), z.number()]);
const areaRow = z.object({
  kind: z.string(),
  name: z.string(),
  outline: z.array(z.array(z.array(position))),
});
const streetRow = z.object({ name: z.string(), points: z.array(position) });
const townRow = z.object({ name: z.string(), lon: z.number(), lat: z.number() });

/** Streets are drawn, and asked for, once a map is narrower than this many metres. */
export const streetsBelow = 9500;

/** Everything on one map, in an order that never changes, so that the same view gives the same picture. */
export async function loadLayers(db: Db, view: MapView, on: Day): Promise<MapLayers> {
  const { west, east, south, north } = boundsOf(view);
  const areas = await sql`select kind, name, outline from directory.area
    where kind in ('district', 'ward') and outline is not null and starts_on <= ${on}::date and (ends_on is null or ends_on > ${on}::date)
    order by kind desc, code`.execute(db);
  const streets =
    view.span < streetsBelow
      ? await sql`select name, points from directory.street where points is not null
          and lon between ${west} and ${east} and lat between ${south} and ${north} order by name, id limit 600`.execute(
          db,
        )
      : { rows: [] };
  const towns =
    await sql`select town as name, avg(lon)::float8 as lon, avg(lat)::float8 as lat from directory.street
    group by town having avg(lon) between ${west} and ${east} and avg(lat) between ${south} and ${north} order by count(*) desc, town limit 14`.execute(
      db,
    );
  return {
    areas: areas.rows.map((row) => {
      const { kind, name, outline } = areaRow.parse(row);
      return { kind, name, rings: outline.flat() };
    }),
    streets: streets.rows.map((row) => streetRow.parse(row)),
    towns: towns.rows.map((row) => townRow.parse(row)),
  };
}

/** The outline of one area, whenever it was valid; undefined where it has none. */
export async function findOutline(db: Db, code: string): Promise<MapArea | undefined> {
  const { rows } =
    await sql`select kind, name, outline from directory.area where code = ${code} and outline is not null`.execute(
      db,
    );
  const parsed = areaRow.safeParse(rows[0]);
  return parsed.success
    ? { kind: parsed.data.kind, name: parsed.data.name, rings: parsed.data.outline.flat() }
    : undefined;
}

/** A view that shows an area whole, with a little around it; undefined where it has no outline. */
export function viewOf(area: MapArea): MapView | undefined {
  const points = area.rings.flat();
  if (points.length === 0) return undefined;
  const [lons, lats] = [points.map(([lon]) => lon), points.map(([, lat]) => lat)];
  const edge = (values: readonly number[], pick: (a: number, b: number) => number) =>
    values.reduce((a, b) => pick(a, b));
  const [west, east, south, north] = [
    ...[edge(lons, Math.min), edge(lons, Math.max)],
    ...[edge(lats, Math.min), edge(lats, Math.max)],
  ] as [number, number, number, number]; // four values, as written
  const lat = (south + north) / 2;
  const wide = (east - west) * 111_320 * Math.cos((lat * Math.PI) / 180);
  return { lon: (west + east) / 2, lat, span: Math.ceil(Math.max(wide, (north - south) * 111_320) * 1.3) };
}

/** A view of everything: the county, or whatever districts there are. */
export async function wholeView(db: Db): Promise<MapView> {
  const { rows } = await sql<{ west: number | null; east: number; south: number; north: number }>`
    select min(p[0])::float8 as west, max(p[0])::float8 as east, min(p[1])::float8 as south, max(p[1])::float8 as north from (
      select case corner when 1 then (box(ring))[0] else (box(ring))[1] end as p
      from directory.area_ring join directory.area on code = area_code and kind = 'district', generate_series(1, 2) corner) corners`.execute(
    db,
  );
  const found = rows[0];
  if (!found || found.west === null) return { lon: -1.5, lat: 52.5, span: 400_000 };
  const lat = roundDegrees((found.south + found.north) / 2);
  const wide = (found.east - found.west) * 111_320 * Math.cos((lat * Math.PI) / 180);
  return {
    lon: roundDegrees((found.west + found.east) / 2),
    lat,
    span: Math.ceil(Math.max(wide, (found.north - found.south) * 111_320) * 1.08),
  };
}

/** The place of a point in words: `near Mill Lane, Easterby (Wendmere)`; undefined where nothing is near. */
export async function pointWords(
  db: Db,
  point: MapPoint,
  districtCode: string | null,
): Promise<string | undefined> {
  const { rows } = await sql<{ name: string; town: string; metres: number }>`
    select name, town, sqrt(power((lat - ${point.lat}) * 111320, 2) + power((lon - ${point.lon}) * 111320 * cos(radians(${point.lat})), 2)) as metres
    from directory.street order by 3, id limit 1`.execute(db);
  const street = rows[0];
  const district = districtCode
    ? (
        await db
          .selectFrom('directory.area')
          .select('name')
          .where('code', '=', districtCode)
          .executeTakeFirst()
      )?.name
    : undefined;
  if (!street || street.metres > 5000)
    return district ? `in ${district}, away from any street we know` : undefined;
  const near =
    street.metres <= 400 ? 'near' : `about ${Math.max(0.5, Math.round(street.metres / 500) / 2)} km from`;
  return `${near} ${street.name}, ${street.town}${district ? ` (${district})` : ''}`;
}

export interface WardRow {
  code: string;
  name: string;
}
/** The wards of a district that are valid on a day, by name. */
export function wardsOf(db: Db, districtCode: string, on: Day): Promise<WardRow[]> {
  return db
    .selectFrom('directory.area')
    .select(['code', 'name'])
    .where('kind', '=', 'ward')
    .where('parentCode', '=', districtCode)
    .where('startsOn', '<=', on)
    .where((where) => where.or([where('endsOn', 'is', null), where('endsOn', '>', on)]))
    .orderBy('name')
    .execute();
}

export interface StreetRow extends MapPoint {
  id: string;
  name: string;
  town: string;
  wardCode: string;
}
/** The streets of a ward, by name. */
export const streetsOf = (db: Db, wardCode: string): Promise<StreetRow[]> =>
  db
    .selectFrom('directory.street')
    .select(['id', 'name', 'town', 'wardCode', 'lon', 'lat'])
    .where('wardCode', '=', wardCode)
    .orderBy('name')
    .orderBy('id')
    .limit(500)
    .execute();

export const findStreet = (db: Db, id: string): Promise<StreetRow | undefined> =>
  db
    .selectFrom('directory.street')
    .select(['id', 'name', 'town', 'wardCode', 'lon', 'lat'])
    .where('id', '=', id)
    .executeTakeFirst();
