import { sql } from 'kysely';
import { boxOf, type MapBox } from '../../directory/index.ts';
import type { Work } from '../../platform/http/work.ts';
import { type ReportFilter, reportsIn } from '../report.filter.ts';

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
  reportId: string;
}

/** About so many spots stand across the shorter side of a map. */
const spotsAcross = 8;
/** A degree north is some so many times as long as a degree east in this country. */
const northByEast = 1.6;
/** Degrees added around a spot, so that rounding the box to five places loses no report. */
const edge = 0.00002;

/**
 * Every report of a filter on a part of the map, as far as the viewer may see it, as spots, the fullest first. The grid
 * is one of whole powers of two of a degree, laid from nought, so that spots stay where they are while the map is moved.
 */
export async function spotsOn({ db, viewer }: Work, filter: ReportFilter, box: MapBox): Promise<Spot[]> {
  const shorter = Math.min(box.east - box.west, (box.north - box.south) * northByEast);
  const east = 2 ** Math.round(Math.log2(shorter / spotsAcross));
  const north = east / northByEast;
  const { rows } = await sql<SpotRow>`select count(*)::int as count, avg(r.lon) as lon, avg(r.lat) as lat,
      min(r.lon) as west, min(r.lat) as south, max(r.lon) as east, max(r.lat) as north, min(r.id::text) as report_id
    from intake.report r where ${sql.join(reportsIn(viewer, { ...filter, box }), sql` and `)}
    group by floor(r.lon / ${east}), floor(r.lat / ${north}) order by 1 desc, 2, 3`.execute(db);
  return rows.map((row) => ({
    count: row.count,
    lon: row.lon,
    lat: row.lat,
    box: boxOf(row.west - edge, row.south - edge, row.east + edge, row.north + edge),
    reportId: row.count === 1 ? row.reportId : null,
  }));
}

/** Where all reports of a filter lie; undefined where none has a point. */
export async function reach({ db, viewer }: Work, filter: ReportFilter): Promise<MapBox | undefined> {
  const { rows } = await sql<{ [edge in 'west' | 'south' | 'east' | 'north']: number | null }>`
    select min(r.lon) as west, min(r.lat) as south, max(r.lon) as east, max(r.lat) as north
    from intake.report r where ${sql.join(reportsIn(viewer, filter), sql` and `)} and r.lat is not null`.execute(
    db,
  );
  const { west = null, south = null, east = null, north = null } = rows[0] ?? {};
  if (west === null || south === null || east === null || north === null) return undefined;
  return boxOf(west - edge, south - edge, east + edge, north + edge);
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
