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

/** The most corners of an area that is typed. */
const mostCorners = 500;
type Point = readonly [number, number];
/** Twice the area of a triangle, with its turn as sign. */
const turn = ([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point): number =>
  (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
const doCross = (a: Point, b: Point, c: Point, d: Point): boolean =>
  turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
/** The sides of a closed ring. */
const sidesOf = (ring: readonly Point[]): [Point, Point][] =>
  ring.slice(1).map((point, n) => [ring[n] ?? point, point]);
/** Whether two sides of a closed ring cross: then nobody could say what is inside. */
function crossesItself(ring: readonly Point[]): boolean {
  const sides = sidesOf(ring);
  return sides.some(([a, b], n) => sides.slice(n + 1).some(([c, d]) => doCross(a, b, c, d)));
}
const hasGround = ([first, ...rest]: readonly Point[]): boolean =>
  first !== undefined && rest.some((b, n) => rest.slice(n + 1).some((c) => turn(first, b, c) !== 0));

/**
 * An outline from what somebody typed: one corner a line, `longitude, latitude`. Closed by itself; words that say what is wrong when
 * there are fewer than three corners or too many, a line is no point on the earth, they enclose no ground, or two sides cross.
 */
export function outlineOfCorners(words: string): Outline | string {
  const lines = words.split('\n').filter((line) => line.trim() !== '');
  if (lines.length > mostCorners) return `Enter at most ${mostCorners} corners`;
  const ring = lines.map((line): [number, number] => {
    const [lon = '', lat = '', ...more] = line.split(',');
    return more.length > 0 ? [Number.NaN, Number.NaN] : [degrees(lon), degrees(lat)];
  });
  const isEarth = ring.every(([lon, lat]) => Math.abs(lon) <= 180 && Math.abs(lat) <= 90);
  const first = ring[0];
  const tooFew = 'Enter three corners or more, each on a line of its own, like -1.234, 51.678';
  if (!first || new Set(ring.map(String)).size < 3 || !isEarth) return tooFew;
  const closed = String(ring.at(-1)) === String(first) ? ring : [...ring, first];
  if (!hasGround(closed)) return 'The corners lie on one line: enter corners that enclose the area';
  return crossesItself(closed)
    ? 'Two sides of the area cross. Enter the corners in the order in which one walks around it'
    : [[closed]];
}

/** How far beyond the district a corner may lie, in degrees: about 100 metres, for a border that was typed by hand. */
const nearBorder = 0.001;
const isNear = ([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): boolean => {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy) <= nearBorder;
};
const liesIn = (district: Outline, point: Point): boolean =>
  isInOutline(district, ...point) ||
  district.flat().some((ring) => sidesOf(ring).some(([a, b]) => isNear(point, a, b)));

/** What is wrong with an area by its corners: some lie outside the district, or were typed the wrong way round; undefined when nothing is. */
export function againstDistrict(outline: Outline, district: Outline): string | undefined {
  const corners = outline.flat(2);
  const outside = corners.filter((corner) => !liesIn(district, corner));
  const [first] = outside;
  if (!first) return undefined;
  return corners.every(([lon, lat]) => liesIn(district, [lat, lon]))
    ? 'These corners are the wrong way round: the longitude comes first, like -1.234, 51.678'
    : `A council makes orders for its own district, and ${first.join(', ')} lies outside your district`;
}
