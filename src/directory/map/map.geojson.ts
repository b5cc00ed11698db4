import type { Feature, FeatureCollection, Position } from 'geojson';
import { sql } from 'kysely';
import type { Day } from '../../platform/clock/clock.ts';
import type { Db } from '../../platform/database/database.ts';
import { type MapBox, widthOf } from './map.box.ts';
import { streetsBelow } from './map.store.ts';

/** Wards are sent once a map is narrower than this many metres. */
const wardsBelow = 40_000;

interface AreaShape {
  kind: string;
  name: string;
  /** As the table holds it: the coordinates of a MultiPolygon. */
  outline: Position[][][];
}
interface StreetShape {
  name: string;
  points: Position[];
}

/**
 * What a map that a browser draws needs beneath its spots: districts always, wards and streets where it is narrow enough,
 * and towns by the middle of their streets. All of it is public.
 */
export async function loadFeatures(db: Db, box: MapBox, on: Day): Promise<FeatureCollection> {
  const wide = widthOf(box);
  const bounds = sql`box(point(${box.west}, ${box.south}), point(${box.east}, ${box.north}))`;
  const kinds = wide < wardsBelow ? ['district', 'ward'] : ['district'];
  const areas = await sql<AreaShape>`select a.kind, a.name, a.outline from directory.area a
    where a.kind = any(${kinds}) and a.outline is not null and a.starts_on <= ${on}::date and (a.ends_on is null or a.ends_on > ${on}::date)
      and exists (select from directory.area_ring g where g.area_code = a.code and g.bounds && ${bounds})
    order by a.kind desc, a.code`.execute(db);
  const within = sql`lon between ${box.west} and ${box.east} and lat between ${box.south} and ${box.north}`;
  const streets =
    wide < streetsBelow
      ? await sql<StreetShape>`select name, points from directory.street where points is not null and ${within}
          order by name, id limit 1500`.execute(db)
      : { rows: [] };
  const towns = await sql<{ name: string; lon: number; lat: number }>`
    select town as name, avg(lon)::float8 as lon, avg(lat)::float8 as lat from directory.street where ${within}
    group by town order by count(*) desc, town limit 20`.execute(db);
  return {
    type: 'FeatureCollection',
    features: [
      ...areas.rows.map(({ kind, name, outline }) =>
        feature(kind, name, { type: 'MultiPolygon', coordinates: outline }),
      ),
      ...streets.rows.map(({ name, points }) =>
        feature('street', name, { type: 'LineString', coordinates: points }),
      ),
      ...towns.rows.map(({ name, lon, lat }) =>
        feature('town', name, { type: 'Point', coordinates: [lon, lat] }),
      ),
    ],
  };
}

const feature = (kind: string, name: string, geometry: Feature['geometry']): Feature => ({
  type: 'Feature',
  properties: { kind, name },
  geometry,
});
