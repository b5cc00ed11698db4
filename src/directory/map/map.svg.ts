import type { MapArea, MapLayers } from './map.store.ts';
import { type MapPoint, type MapView, toFraction } from './map.view.ts';

/** A square of a grid, with what is said of it. */
export interface MapSquare {
  west: number;
  south: number;
  east: number;
  north: number;
  label: string;
}

/** Several things at one spot of the map, with their number. */
export interface MapCluster extends MapPoint {
  count: number;
  /** Shown on the spot; the table beneath uses the same. */
  label: string;
}

const size = 1000;
const svgText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Draws a map as SVG; the same input gives the same bytes. Colours stand beside line styles, never alone. */
export function drawMap(
  view: MapView,
  layers: MapLayers,
  marks: {
    mark?: MapPoint | undefined;
    clusters?: readonly MapCluster[] | undefined;
    area?: MapArea | undefined;
    squares?: readonly MapSquare[] | undefined;
  } = {},
): string {
  const at = (point: readonly [number, number]): string => {
    const { x, y } = toFraction(view, { lon: point[0], lat: point[1] });
    return `${(x * size).toFixed(1)} ${(y * size).toFixed(1)}`;
  };
  const path = (points: readonly (readonly [number, number])[]): string => `M${points.map(at).join('L')}`;
  const isNear = view.span < 2600;
  const parts = [
    `<rect width="${size}" height="${size}" fill="#dfe7ea"/>`,
    ...layers.areas
      .filter((area) => area.kind === 'district')
      .map(
        (area) =>
          `<path d="${area.rings.map((ring) => `${path(ring)}Z`).join('')}" fill="#f7f5ee" stroke="none" fill-rule="evenodd"/>`,
      ),
    ...(view.span < 40_000 ? layers.areas.filter((area) => area.kind === 'ward') : []).map(
      (area) =>
        `<path d="${area.rings.map((ring) => `${path(ring)}Z`).join('')}" fill="none" stroke="#8a9299" stroke-width="2" stroke-dasharray="6 6"/>`,
    ),
    ...layers.areas
      .filter((area) => area.kind === 'district')
      .map(
        (area) =>
          `<path d="${area.rings.map((ring) => `${path(ring)}Z`).join('')}" fill="none" stroke="#4c5763" stroke-width="4"/>`,
      ),
    marks.area
      ? `<path d="${marks.area.rings.map((ring) => `${path(ring)}Z`).join('')}" fill="#1d5a99" fill-opacity="0.18" stroke="#1d5a99" stroke-width="6" fill-rule="evenodd"/>`
      : '',
    ...layers.streets.map(
      (street) =>
        `<path d="${path(street.points)}" fill="none" stroke="#b8b1a0" stroke-width="${isNear ? 16 : 7}" stroke-linecap="round"/>`,
    ),
    ...layers.streets.map(
      (street) =>
        `<path d="${path(street.points)}" fill="none" stroke="#ffffff" stroke-width="${isNear ? 11 : 4}" stroke-linecap="round"/>`,
    ),
    ...labels(view, layers, isNear),
    ...(marks.squares ?? []).map((square) => squareMark(view, square)),
    ...(marks.clusters ?? []).map((cluster) => clusterMark(view, cluster)),
    marks.mark ? pin(view, marks.mark) : '',
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size}" height="${size}" font-family="Arial, Helvetica, sans-serif">${parts.join('')}</svg>\n`;
}

const text = (words: string, x: number, y: number, points: number, weight = 'normal'): string =>
  `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" font-size="${points}" font-weight="${weight}" text-anchor="middle" fill="#0b0c0c" stroke="#ffffff" stroke-width="6" paint-order="stroke">${svgText(words)}</text>`;

/** Words that would lie on others are left out; the first come first. */
function labels(view: MapView, layers: MapLayers, isNear: boolean): string[] {
  const taken: { x: number; y: number; half: number }[] = [];
  const drawn: string[] = [];
  const put = (words: string, point: MapPoint, points: number, weight?: string): void => {
    const { x, y } = toFraction(view, point);
    const half = (words.length * points * 0.5) / 2;
    const place = { x: x * size, y: y * size, half };
    if (place.x - half < 0 || place.x + half > size || place.y < points || place.y > size - 8) return;
    if (
      taken.some(
        (other) =>
          Math.abs(other.y - place.y) < points * 1.2 && Math.abs(other.x - place.x) < other.half + half,
      )
    )
      return;
    taken.push(place);
    drawn.push(text(words, place.x, place.y, points, weight));
  };
  if (!isNear) for (const town of layers.towns) put(town.name, town, 34, 'bold');
  if (isNear)
    for (const street of layers.streets) {
      const middle = street.points[Math.floor(street.points.length / 2)];
      if (middle) put(street.name, { lon: middle[0], lat: middle[1] }, 30);
    }
  return drawn;
}

function pin(view: MapView, mark: MapPoint): string {
  const { x, y } = toFraction(view, mark);
  if (x < 0 || x > 1 || y < 0 || y > 1) return '';
  const [cx, cy] = [(x * size).toFixed(1), (y * size).toFixed(1)];
  return `<g transform="translate(${cx} ${cy})"><path d="M0 0C-14 -34 -34 -44 -34 -70A34 34 0 1 1 34 -70C34 -44 14 -34 0 0Z" fill="#b10e1e" stroke="#ffffff" stroke-width="5"/><circle cy="-70" r="12" fill="#ffffff"/></g>`;
}

/** A square with its number in the middle; a small one is drawn no smaller than its number needs. */
function squareMark(view: MapView, square: MapSquare): string {
  const [a, b] = [
    toFraction(view, { lon: square.west, lat: square.north }),
    toFraction(view, { lon: square.east, lat: square.south }),
  ];
  const [x, y] = [((a.x + b.x) / 2) * size, ((a.y + b.y) / 2) * size];
  if (x < 0 || x > size || y < 0 || y > size) return '';
  const side = Math.max((b.x - a.x) * size, 44);
  return `<g transform="translate(${x.toFixed(1)} ${y.toFixed(1)})"><rect x="${(-side / 2).toFixed(1)}" y="${(-side / 2).toFixed(1)}" width="${side.toFixed(1)}" height="${side.toFixed(1)}" fill="#b10e1e" fill-opacity="0.25" stroke="#b10e1e" stroke-width="5"/><text y="10" font-size="30" font-weight="bold" text-anchor="middle" fill="#0b0c0c" stroke="#ffffff" stroke-width="6" paint-order="stroke">${svgText(square.label)}</text></g>`;
}

function clusterMark(view: MapView, cluster: MapCluster): string {
  const { x, y } = toFraction(view, cluster);
  if (x < 0 || x > 1 || y < 0 || y > 1) return '';
  const radius = 16 + Math.min(26, Math.round(Math.sqrt(cluster.count) * 5));
  const [cx, cy] = [(x * size).toFixed(1), (y * size).toFixed(1)];
  return `<g transform="translate(${cx} ${cy})"><circle r="${radius}" fill="#0f385c" stroke="#ffffff" stroke-width="4"/><text y="9" font-size="26" font-weight="bold" text-anchor="middle" fill="#ffffff">${svgText(cluster.label)}</text></g>`;
}
