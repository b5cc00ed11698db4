import { sql } from 'kysely';
import { type PlaceAreas, tidyPostcode } from '../../directory/index.ts';
import { dayOf } from '../../platform/clock/clock.ts';
import type { Work } from '../../platform/http/work.ts';
import { namedAreas } from './directory-of-feed.ts';
import type { Draft } from './draft.ts';
import type { Mapping } from './mapping.ts';

/** Where a draft lies: its point, of its own or of its postcode, and the areas around it. */
export interface DraftPlace extends PlaceAreas {
  lon: number | null;
  lat: number | null;
}

const emptyPlace: DraftPlace = {
  lon: null,
  lat: null,
  smallAreaCode: null,
  wardCode: null,
  districtCode: null,
  countyCode: null,
};

interface FoundAreas {
  n: number;
  lon: number | null;
  lat: number | null;
  smallArea: string | null;
  ward: string | null;
  district: string | null;
  county: string | null;
}

/** The areas of a whole batch at once: by point on the day it happened, else by full postcode, else by the names in the row. */
export async function placesOf(
  work: Work,
  mapping: Mapping,
  batch: readonly Draft[],
): Promise<readonly DraftPlace[]> {
  const points = JSON.stringify(
    batch.map((d, n) => ({
      n,
      lon: d.lon,
      lat: d.lat,
      day: dayOf(d.receivedAt),
      postcode: d.postcode ? (tidyPostcode(d.postcode) ?? null) : null,
    })),
  );
  const { rows } = await sql<FoundAreas>`
    select g.n, coalesce(g.lon, p.lon) as lon, coalesce(g.lat, p.lat) as lat, x.small_area, coalesce(p.ward_code, x.ward) as ward,
      coalesce(p.district_code, x.district) as district, coalesce(p.county_code, x.county) as county
    from jsonb_to_recordset(${points}::jsonb) as g(n int, lon float8, lat float8, day date, postcode text)
    left join directory.postcode p on p.postcode = g.postcode
    left join lateral (
      select min(code) filter (where kind = 'smallArea') as small_area, min(code) filter (where kind = 'ward') as ward,
        min(code) filter (where kind = 'district') as district, min(code) filter (where kind = 'county') as county
      from (select a.kind, a.code from directory.area_ring r join directory.area a on a.code = r.area_code
        and a.starts_on <= g.day and (a.ends_on is null or a.ends_on > g.day)
        where r.bounds @> point(coalesce(g.lon, p.lon), coalesce(g.lat, p.lat)) and r.ring @> point(coalesce(g.lon, p.lon), coalesce(g.lat, p.lat))
        group by a.kind, a.code having not bool_or(r.is_hole)) hit
    ) x on true`.execute(work.db);
  const places: DraftPlace[] = batch.map(() => emptyPlace);
  for (const row of rows) {
    const draft = batch[row.n];
    if (!draft) continue;
    const named = namedAreas(mapping, draft);
    places[row.n] = {
      lon: row.lon,
      lat: row.lat,
      smallAreaCode: row.smallArea,
      wardCode: named.wardCode ?? row.ward,
      districtCode: named.districtCode ?? row.district,
      countyCode: row.county,
    };
  }
  return places;
}
