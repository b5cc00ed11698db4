import { sql } from 'kysely';
import { boxOf, type MapBox } from '../../directory/index.ts';
import type { Work } from '../../platform/http/work.ts';
import { type ReportFilter, reportsIn } from '../report.filter.ts';
import { mayReadWords } from '../report.policy.ts';

/** Reports that lie so near each other that a map shows one spot for them. */
export interface Spot {
  count: number;
  /** Their middle, in degrees. */
  lon: number;
  lat: number;
  /** What holds them all, a few metres wide at least. */
  box: MapBox;
  /** The one report, where it is only one. */
  reportId: string | null;
}

interface SpotRow {
  count: number;
  lon: number;
  lat: number;
  west: number;
  south: number;
  east: number;
  north: number;
}

/** About so many spots stand across the shorter side of a map. */
const spotsAcross = 8;
/** A degree north is some so many times as long as a degree east in this country. */
const northByEast = 1.6;
/** Degrees added around a spot, so that rounding the box to five places loses no report. */
const edge = 0.00002;

const boxAround = (row: Pick<SpotRow, 'west' | 'south' | 'east' | 'north'>): MapBox =>
  boxOf(row.west - edge, row.south - edge, row.east + edge, row.north + edge);

/**
 * Every report of a filter on a part of the map, or anywhere where the filter names none, as far as the viewer may see
 * it, as spots, the fullest first. The grid suits a map of `scale`; it is one of whole powers of two of a degree, laid
 * from nought, so that spots stay where they are while the map is moved.
 */
export async function spotsOn(work: Work, filter: ReportFilter, scale: MapBox): Promise<Spot[]> {
  // A point is not for those who only count.
  if (!mayReadWords(work.viewer)) return [];
  const shorter = Math.min(scale.east - scale.west, (scale.north - scale.south) * northByEast);
  const east = 2 ** Math.round(Math.log2(shorter / spotsAcross));
  const north = east / northByEast;
  const { rows } = await sql<SpotRow>`select count(*)::int as count, avg(r.lon) as lon, avg(r.lat) as lat,
      min(r.lon) as west, min(r.lat) as south, max(r.lon) as east, max(r.lat) as north
    from intake.report r where ${sql.join(reportsIn(work.viewer, filter), sql` and `)} and r.lat is not null
    group by floor(r.lon / ${east}), floor(r.lat / ${north}) order by 1 desc, 2, 3`.execute(work.db);
  const alone = await reportsAt(
    work,
    filter,
    rows.filter((row) => row.count === 1),
  );
  return rows.map((row) => ({
    ...{ count: row.count, lon: row.lon, lat: row.lat, box: boxAround(row) },
    reportId: row.count === 1 ? (alone.get(`${row.lon} ${row.lat}`) ?? null) : null,
  }));
}

/** The reports at some points that hold one each. */
async function reportsAt(
  { db, viewer }: Work,
  filter: ReportFilter,
  points: readonly { lon: number; lat: number }[],
): Promise<ReadonlyMap<string, string>> {
  if (points.length === 0) return new Map();
  const [lats, lons] = [points.map((point) => point.lat), points.map((point) => point.lon)];
  const { rows } = await sql<{
    id: string;
    lon: number;
    lat: number;
  }>`select r.id, r.lon, r.lat from intake.report r
    join unnest(${lats}::float8[], ${lons}::float8[]) p(lat, lon) on r.lat = p.lat and r.lon = p.lon
    where ${sql.join(reportsIn(viewer, filter), sql` and `)}`.execute(db);
  return new Map(rows.map(({ id, lon, lat }) => [`${lon} ${lat}`, id]));
}

/** What holds all spots; undefined where there is none. */
export function reachOf(spots: readonly Spot[]): MapBox | undefined {
  if (spots.length === 0) return undefined;
  const of = (key: 'west' | 'south' | 'east' | 'north', pick: (...values: number[]) => number): number =>
    pick(...spots.map((spot) => spot.box[key]));
  return boxOf(of('west', Math.min), of('south', Math.min), of('east', Math.max), of('north', Math.max));
}

/** How many of a filter have no point on any map, counted up to a cap. */
export async function countUnplaced(
  { db, viewer }: Work,
  filter: ReportFilter,
  cap: number,
): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from (select 1 from intake.report r
    where ${sql.join(reportsIn(viewer, { ...filter, box: undefined }), sql` and `)} and r.lat is null limit ${cap}) few`.execute(
    db,
  );
  return rows[0]?.n ?? 0;
}
