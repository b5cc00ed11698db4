/** The coordinates of a MultiPolygon as GeoJSON has them: longitude and latitude in degrees, outer ring first. */
export type Outline = [number, number][][][];

const isInRing = (ring: readonly (readonly [number, number])[], lon: number, lat: number): boolean => {
  let inside = false;
  for (const [n, [x, y]] of ring.entries()) {
    const [px, py] = ring.at(n - 1) ?? [x, y];
    if (y > lat !== py > lat && lon < ((px - x) * (lat - y)) / (py - y) + x) inside = !inside;
  }
  return inside;
};

/** Whether a point lies in an outline, and not in a hole of it. */
export const isInOutline = (outline: Outline, lon: number, lat: number): boolean =>
  outline.some(([outer, ...holes]) =>
    Boolean(outer && isInRing(outer, lon, lat) && !holes.some((hole) => isInRing(hole, lon, lat))),
  );

const degrees = (raw: string): number => (/^-?\d{1,3}(\.\d+)?$/.test(raw.trim()) ? Number(raw) : Number.NaN);

/**
 * An outline from what somebody typed: one corner a line, `longitude, latitude`. Closed by itself; undefined when there are fewer
 * than three corners or a line is no point on the earth.
 */
export function outlineOfCorners(words: string): Outline | undefined {
  const lines = words.split('\n').filter((line) => line.trim() !== '');
  const ring = lines.map((line): [number, number] => {
    const [lon = '', lat = '', ...more] = line.split(',');
    return more.length > 0 ? [Number.NaN, Number.NaN] : [degrees(lon), degrees(lat)];
  });
  const isEarth = ring.every(([lon, lat]) => Math.abs(lon) <= 180 && Math.abs(lat) <= 90);
  const first = ring[0];
  const different = new Set(ring.map(String)).size;
  if (!first || different < 3 || different > 500 || !isEarth) return undefined;
  return [[String(ring.at(-1)) === String(first) ? ring : [...ring, first]]];
}
