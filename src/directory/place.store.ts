import { sql } from 'kysely';
import { z } from 'zod';
import type { Db } from '../platform/database/database.ts';
import { folded, likeness } from '../platform/search/found.ts';
import type { PlaceAreas } from './routing.ts';

export const noAreas: PlaceAreas = {
  smallAreaCode: null,
  wardCode: null,
  districtCode: null,
  countyCode: null,
};

/** A place as it was resolved: where it is and in which areas it lay on the day. */
export interface ResolvedPlace extends PlaceAreas {
  lon: number | null;
  lat: number | null;
  postcode: string | null;
}

/** One space before the last three characters, upper case; undefined when it cannot be a full postcode. */
export function tidyPostcode(text: string): string | undefined {
  const plain = text.toUpperCase().replace(/[^A-Z0-9]/g, '');
  const found = /^([A-Z]{1,2}[0-9][A-Z0-9]?)([0-9][A-Z]{2})$/.exec(plain);
  return found ? `${found[1]} ${found[2]}` : undefined;
}

const areaRow = z.object({ kind: z.string(), code: z.string() });

/** The areas a point lies in on a day. A point on a border lies in one of its neighbours, always the same one. */
export async function areasAt(db: Db, lon: number, lat: number, on: string): Promise<PlaceAreas> {
  const { rows } = await sql`
    select a.kind, min(a.code) as code from directory.area a
    join directory.area_ring r on r.area_code = a.code and r.bounds @> point(${lon}, ${lat}) and r.ring @> point(${lon}, ${lat})
    where a.starts_on <= ${on}::date and (a.ends_on is null or a.ends_on > ${on}::date)
    group by a.kind, a.code having not bool_or(r.is_hole)`.execute(db);
  const found = rows.map((row) => areaRow.parse(row)).sort((a, b) => a.code.localeCompare(b.code));
  const code = (kind: string) => found.find((row) => row.kind === kind)?.code ?? null;
  return {
    smallAreaCode: code('smallArea'),
    wardCode: code('ward'),
    districtCode: code('district'),
    countyCode: code('county'),
  };
}

/** The place of a full postcode; undefined when the postcode is not known. A part of a postcode decides nothing. */
export async function placeOfPostcode(db: Db, text: string, on: string): Promise<ResolvedPlace | undefined> {
  const postcode = tidyPostcode(text);
  if (!postcode) return undefined;
  const row = await db
    .selectFrom('directory.postcode')
    .selectAll()
    .where('postcode', '=', postcode)
    .executeTakeFirst();
  if (!row) return undefined;
  const byPoint = row.lon !== null && row.lat !== null ? await areasAt(db, row.lon, row.lat, on) : noAreas;
  return {
    lon: row.lon,
    lat: row.lat,
    postcode,
    smallAreaCode: byPoint.smallAreaCode,
    wardCode: row.wardCode ?? byPoint.wardCode,
    districtCode: row.districtCode ?? byPoint.districtCode,
    countyCode: row.countyCode ?? byPoint.countyCode,
  };
}

export interface StreetMatch {
  id: string;
  name: string;
  town: string;
  lon: number;
  lat: number;
  wardCode: string;
}

/**
 * The street of the gazetteer nearest to a point, in its ward if that has one: a name that nobody typed. Undefined without a
 * point or a street. A degree of longitude is as much shorter than one of latitude as the cosine of the latitude says.
 */
export async function nearestStreet(
  db: Db,
  place: { lon: number | null; lat: number | null; wardCode: string | null },
): Promise<Pick<StreetMatch, 'name' | 'town'> | undefined> {
  if (place.lon === null || place.lat === null) return undefined;
  const narrow = Math.cos((place.lat * Math.PI) / 180) ** 2;
  const { rows } = await sql<Pick<StreetMatch, 'name' | 'town'>>`select name, town from directory.street
    order by (ward_code = ${place.wardCode}) desc nulls last,
      (lon - ${place.lon}) * (lon - ${place.lon}) * ${narrow}::float8 + (lat - ${place.lat}) * (lat - ${place.lat}), id limit 1`.execute(
    db,
  );
  return rows[0];
}

/** Streets like the words typed, best first, for a place given in words. */
export async function findStreets(db: Db, words: string, limit = 6): Promise<StreetMatch[]> {
  const { rows } = await sql<StreetMatch>`
    select id, name, town, lon, lat, ward_code from (
      select s.*, ${likeness(sql`s.name || ' ' || s.town`, words)} as likeness from directory.street s
      where ${folded(sql`s.name || ' ' || s.town`)} %> ${folded(words)} limit 400) found
    order by likeness desc, name, town limit ${sql.lit(limit)}`.execute(db);
  return rows;
}
