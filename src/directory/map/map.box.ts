import { z } from 'zod';
import { fromFraction, type MapView, roundDegrees } from './map.view.ts';

/** A part of the map between two meridians and two parallels, in degrees. */
export interface MapBox {
  west: number;
  south: number;
  east: number;
  north: number;
  /** As it stands in an address: `west,south,east,north`. */
  toString(): string;
}

/** A box of four numbers; written into an address it is `west,south,east,north`. */
export function boxOf(west: number, south: number, east: number, north: number): MapBox {
  const [w, s, e, n] = [west, south, east, north].map(roundDegrees) as [number, number, number, number]; // four in, four out
  return { west: w, south: s, east: e, north: n, toString: () => `${w},${s},${e},${n}` };
}

const inside = (value: number | undefined, limit: number): value is number =>
  value !== undefined && Number.isFinite(value) && Math.abs(value) <= limit;

/** The box that a text means; undefined where it means none. */
export function readBox(raw: unknown): MapBox | undefined {
  const parts = typeof raw === 'string' && raw.length <= 120 ? raw.split(',') : [];
  if (parts.length !== 4 || parts.some((part) => part.trim() === '')) return undefined;
  const [west, south, east, north] = parts.map(Number);
  if (!inside(west, 180) || !inside(east, 180) || !inside(south, 90) || !inside(north, 90)) return undefined;
  return west < east && south < north ? boxOf(west, south, east, north) : undefined;
}

/** A box as it stands in an address; anything else is no box. */
export const boxParam = z.preprocess(
  (raw) => readBox(typeof raw === 'object' && raw !== null ? String(raw) : raw),
  z.custom<MapBox>((given) => given !== undefined, 'A box is west,south,east,north in degrees').optional(),
);

const metresPerDegree = 111_320;
/** How wide a box is, in metres, at its middle. */
export const widthOf = (box: MapBox): number =>
  (box.east - box.west) * metresPerDegree * Math.cos(((box.south + box.north) * Math.PI) / 360);

/** The square view that shows a whole box. */
export const viewOfBox = (box: MapBox): MapView => ({
  lon: roundDegrees((box.west + box.east) / 2),
  lat: roundDegrees((box.south + box.north) / 2),
  span: Math.max(widthOf(box), (box.north - box.south) * metresPerDegree),
});

/** What a view shows, to its edges. */
export function boxOfView(view: MapView): MapBox {
  const [a, b] = [fromFraction(view, 0, 1), fromFraction(view, 1, 0)];
  return boxOf(a.lon, a.lat, b.lon, b.lat);
}
