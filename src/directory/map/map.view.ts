/** What part of the county a map shows: its middle and how many metres it is wide; a map is as high as it is wide. */
export interface MapView {
  lon: number;
  lat: number;
  span: number;
}

export interface MapPoint {
  lon: number;
  lat: number;
}

/** Narrowest and widest map, in metres across. */
export const spanLimits = { narrowest: 500, widest: 400_000 } as const;

const metresPerDegree = 111_320;
const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));
/** Five places of a degree are about a metre: no map here is more exact, and shorter numbers cache better. */
export const roundDegrees = (value: number): number => Math.round(value * 100_000) / 100_000;

const perDegreeEast = (lat: number): number => metresPerDegree * Math.cos((lat * Math.PI) / 180);

/** Where a point stands on the map: 0 to 1 from the left and from the top; beyond that it is off the map. */
export const toFraction = (view: MapView, point: MapPoint): { x: number; y: number } => ({
  x: 0.5 + ((point.lon - view.lon) * perDegreeEast(view.lat)) / view.span,
  y: 0.5 - ((point.lat - view.lat) * metresPerDegree) / view.span,
});

/** The point under a place of the map, told from 0 to 1. */
export const fromFraction = (view: MapView, x: number, y: number): MapPoint => ({
  lon: roundDegrees(view.lon + ((x - 0.5) * view.span) / perDegreeEast(view.lat)),
  lat: roundDegrees(view.lat + ((0.5 - y) * view.span) / metresPerDegree),
});

/** The degrees that the map covers, with a little over on each side. */
export function boundsOf(view: MapView): { west: number; east: number; south: number; north: number } {
  const [a, b] = [fromFraction(view, -0.1, 1.1), fromFraction(view, 1.1, -0.1)];
  return { west: a.lon, south: a.lat, east: b.lon, north: b.lat };
}

export const mapMoves = ['zoom-in', 'zoom-out', 'north', 'south', 'west', 'east'] as const;
export type MapMove = (typeof mapMoves)[number];
export const mapMoveWords: Record<MapMove, string> = {
  'zoom-in': 'Zoom in',
  'zoom-out': 'Zoom out',
  north: 'Up',
  south: 'Down',
  west: 'Left',
  east: 'Right',
};

const steps: Record<MapMove, { x: number; y: number; span: number }> = {
  'zoom-in': { x: 0.5, y: 0.5, span: 0.5 },
  'zoom-out': { x: 0.5, y: 0.5, span: 2 },
  north: { x: 0.5, y: 0.2, span: 1 },
  south: { x: 0.5, y: 0.8, span: 1 },
  west: { x: 0.2, y: 0.5, span: 1 },
  east: { x: 0.8, y: 0.5, span: 1 },
};

/** The view after a button was pressed. */
export function moveView(view: MapView, move: MapMove): MapView {
  const step = steps[move];
  return {
    ...fromFraction(view, step.x, step.y),
    span: clamp(Math.round(view.span * step.span), spanLimits.narrowest, spanLimits.widest),
  };
}

/** A view that cannot be drawn becomes one that can. */
export const tidyView = (view: MapView): MapView => ({
  lon: roundDegrees(clamp(view.lon, -180, 180)),
  lat: roundDegrees(clamp(view.lat, -85, 85)),
  span: clamp(Math.round(view.span), spanLimits.narrowest, spanLimits.widest),
});
