import { sql } from 'kysely';
import { boxOf, type MapBox } from '../../directory/index.ts';
import type { Work } from '../../platform/http/work.ts';
import { type ReportFilter, reportRows, reportsIn } from '../report.filter.ts';
import { mayReadWords, reportPolicy } from '../report.policy.ts';

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

/** A tenth of a millimetre in degrees: the middle of one point, less what a division leaves. */
const nearness = 1e-9;

const boxAround = (row: Pick<SpotRow, 'west' | 'south' | 'east' | 'north'>): MapBox =>
  boxOf(row.west - edge, row.south - edge, row.east + edge, row.north + edge);

/** Squares in which reports are counted in advance, to a degree of longitude; those of a spot are whole powers of two of it. */
const squaresByDegree = 64;

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
  // Nothing but the viewer's own sight narrows the reports: they are counted already.
  const isWhole = reportsIn(work, filter).length === 1;
  return isWhole && east * squaresByDegree >= 1
    ? spotsOfSquares(work, east)
    : spotsOfReports(work, filter, east);
}

/** Spots of `east` degrees, counted from the reports themselves. */
async function spotsOfReports(work: Work, filter: ReportFilter, east: number): Promise<Spot[]> {
  const north = east / northByEast;
  const { rows } = await sql<SpotRow>`select count(*)::int as count, avg(r.lon) as lon, avg(r.lat) as lat,
      min(r.lon) as west, min(r.lat) as south, max(r.lon) as east, max(r.lat) as north
    from ${reportRows()} where ${sql.join(reportsIn(work, filter), sql` and `)} and r.lat is not null
    group by floor(r.lon / ${east}), floor(r.lat / ${north}) order by 1 desc, 2, 3`.execute(work.db);
  return asSpots(work, filter, rows);
}

/** Spots of `east` degrees of all reports that the viewer sees, added up from the squares; a spot's box is its squares'. */
async function spotsOfSquares(work: Work, east: number): Promise<Spot[]> {
  const squares = east * squaresByDegree;
  const degree = { east: squaresByDegree, north: squaresByDegree * northByEast };
  const { rows } =
    await sql<SpotRow>`select sum(r.n)::int as count, (sum(r.lon_sum) / sum(r.n))::float8 as lon,
      (sum(r.lat_sum) / sum(r.n))::float8 as lat, min(r.east) / ${degree.east}::float8 as west, min(r.north) / ${degree.north}::float8 as south,
      (max(r.east) + 1) / ${degree.east}::float8 as east, (max(r.north) + 1) / ${degree.north}::float8 as north
    from (select r.east, r.north, sum(r.n) as n, sum(r.lon_sum) as lon_sum, sum(r.lat_sum) as lat_sum from intake.map_tally r
      where ${reportPolicy.visible(work.viewer, 'r')} group by 1, 2 having sum(r.n) <> 0) r
    group by floor(r.east / ${squares}::float8), floor(r.north / ${squares}::float8) order by 1 desc, 2, 3`.execute(
      work.db,
    );
  return asSpots(work, {}, rows);
}

/** Names the report of each spot that holds only one. */
async function asSpots(work: Work, filter: ReportFilter, rows: readonly SpotRow[]): Promise<Spot[]> {
  const single = rows.filter((row) => row.count === 1);
  const { rows: found } = await sql<{ nr: number; id: string }>`select p.nr::int as nr, r.id
    from unnest(${single.map((row) => row.lat)}::float8[], ${single.map((row) => row.lon)}::float8[]) with ordinality p(lat, lon, nr)
    join ${reportRows()} on r.lat between p.lat - ${nearness} and p.lat + ${nearness} and r.lon between p.lon - ${nearness} and p.lon + ${nearness}
    where ${sql.join(reportsIn(work, filter), sql` and `)}`.execute(work.db);
  const named = new Map(found.map(({ nr, id }) => [single[nr - 1], id]));
  return rows.map((row) => ({
    ...{ count: row.count, lon: row.lon, lat: row.lat, box: boxAround(row) },
    reportId: named.get(row) ?? null,
  }));
}

/** What holds all spots; undefined where there is none. */
export function reachOf(spots: readonly Spot[]): MapBox | undefined {
  if (spots.length === 0) return undefined;
  const of = (key: 'west' | 'south' | 'east' | 'north', pick: (...values: number[]) => number): number =>
    pick(...spots.map((spot) => spot.box[key]));
  return boxOf(of('west', Math.min), of('south', Math.min), of('east', Math.max), of('north', Math.max));
}

/** How many of a filter have no point on any map, counted up to a cap. */
export async function countUnplaced(work: Work, filter: ReportFilter, cap: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from (select 1 from ${reportRows()}
    where ${sql.join(reportsIn(work, { ...filter, box: undefined }), sql` and `)} and r.lat is null limit ${sql.lit(cap)}) few`.execute(
    work.db,
  );
  return rows[0]?.n ?? 0;
}
