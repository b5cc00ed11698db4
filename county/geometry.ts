import type { Point } from './county.types.ts';
import { at, hashWords } from './random.ts';

/** Plane geometry on degrees. Good enough for a made-up county: nothing here measures a real distance for a real rule. */

const key = (point: Point): string => `${point[0]},${point[1]}`;
const round = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;

/**
 * A wriggling line between two corners. It is worked out in one fixed direction and then turned round, so that the cell
 * on either side draws the very same points.
 */
export function edgeLine(from: Point, to: Point): Point[] {
  const forward = from[0] < to[0] || (from[0] === to[0] && from[1] < to[1]);
  const [a, b] = forward ? [from, to] : [to, from];
  const words = hashWords(`edge ${key(a)} ${key(b)}`);
  const dx = b[0] - a[0];
  const dy = b[1] - a[1];
  const line: Point[] = [a];
  for (let i = 1; i < 4; i++) {
    const aside = (at(words, i) / 4294967296 - 0.5) * 0.16;
    const along = i / 4;
    line.push([round(a[0] + dx * along - dy * aside), round(a[1] + dy * along + dx * aside)]);
  }
  line.push(b);
  return forward ? line : line.reverse();
}

/** The outline of rings that touch: sides met in both directions cancel, and what is left is walked once round. */
export function outlineOf(rings: readonly (readonly Point[])[]): Point[] {
  const sides = new Map<string, [Point, Point]>();
  for (const ring of rings) {
    for (let i = 0; i + 1 < ring.length; i++) {
      const [from, to] = [at(ring, i), at(ring, i + 1)];
      const back = `${key(to)}>${key(from)}`;
      if (!sides.delete(back)) sides.set(`${key(from)}>${key(to)}`, [from, to]);
    }
  }
  const following = new Map<string, [Point, Point]>();
  for (const side of sides.values()) following.set(key(side[0]), side);
  if (following.size !== sides.size) throw new Error('The rings touch at a single point');
  const first = sides.values().next().value;
  if (!first) throw new Error('No rings to outline');
  const outline: Point[] = [first[0]];
  for (let side = first; outline.length <= sides.size; ) {
    outline.push(side[1]);
    if (key(side[1]) === key(first[0])) break;
    const onward = following.get(key(side[1]));
    if (!onward) throw new Error('The outline does not close');
    side = onward;
  }
  if (outline.length !== sides.size + 1) throw new Error('The rings leave more than one outline');
  return outline;
}

/** The ring's area in square degrees, whichever way round it is drawn. */
export function ringArea(ring: readonly Point[]): number {
  let twice = 0;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [[x1, y1], [x2, y2]] = [at(ring, i), at(ring, i + 1)];
    twice += x1 * y2 - x2 * y1;
  }
  return Math.abs(twice) / 2;
}

/** The ring's centre of gravity. */
export function centreOf(ring: readonly Point[]): Point {
  const origin = at(ring, 0);
  let [twice, x, y] = [0, 0, 0];
  for (let i = 0; i + 1 < ring.length; i++) {
    const [p, q] = [at(ring, i), at(ring, i + 1)];
    // Measured from the first corner: the products of full degrees would lose the digits that matter.
    const [px, py, qx, qy] = [p[0] - origin[0], p[1] - origin[1], q[0] - origin[0], q[1] - origin[1]];
    const cross = px * qy - qx * py;
    twice += cross;
    x += (px + qx) * cross;
    y += (py + qy) * cross;
  }
  return [origin[0] + x / (3 * twice), origin[1] + y / (3 * twice)];
}

export function isInside(point: Point, ring: readonly Point[]): boolean {
  const [x, y] = point;
  let inside = false;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [[x1, y1], [x2, y2]] = [at(ring, i), at(ring, i + 1)];
    if (y1 > y !== y2 > y && x < x1 + ((y - y1) * (x2 - x1)) / (y2 - y1)) inside = !inside;
  }
  return inside;
}
