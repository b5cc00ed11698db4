import type { FeatureCollection } from 'geojson';
import {
  type GeoJSONSource,
  Map as LandMap,
  type LngLatBoundsLike,
  Marker,
  NavigationControl,
  ScaleControl,
  type StyleSpecification,
  setWorkerUrl,
} from 'maplibre-gl';

interface Spot {
  geometry: { coordinates: [number, number] };
  properties: { count: number; box: string; reportId: string | null };
}
interface Spots {
  count: number;
  unplaced: number;
  features: Spot[];
}
interface Listed {
  reports: { id: string; reference: string; issueName: string; placeWords: string | null }[];
}

/** Spots may be nearer than this to where the map already is before the last step in. */
const closest = 18;
const number = (count: number): string => count.toLocaleString('en-GB');
const reportsWord = (count: number): string => `${number(count)} ${count === 1 ? 'report' : 'reports'}`;

const holder = document.querySelector<HTMLElement>('[data-report-map]');
if (holder) start(holder);

function start(place: HTMLElement): void {
  const styles = document.createElement('link');
  styles.rel = 'stylesheet';
  styles.href = '/assets/map.css';
  document.head.append(styles);
  setWorkerUrl('/assets/map-worker.js');
  const canvas = element('div', 'bw-live-map');
  const said = element('p', 'govuk-body');
  said.setAttribute('role', 'status');
  const panel = element('div', 'bw-live-map__panel');
  panel.tabIndex = -1;
  const narrow = link('#', 'Show only this part of the map in the table');
  const still = [...place.children].filter((child): child is HTMLElement => child instanceof HTMLElement);
  const live = element('div', 'bw-live-map__whole');
  live.append(canvas, panel, said, inParagraph(narrow));
  place.append(live);
  try {
    const map = openMap(canvas, place.dataset);
    for (const child of still) child.hidden = true;
    follow(map, { place, said, panel, narrow });
  } catch {
    // A browser that cannot draw such a map keeps the picture and its links.
    live.remove();
    for (const child of still) child.hidden = false;
  }
}

interface Parts {
  place: HTMLElement;
  said: HTMLElement;
  panel: HTMLElement;
  narrow: HTMLAnchorElement;
}

function openMap(container: HTMLElement, data: DOMStringMap): LandMap {
  const map = new LandMap({
    container,
    style: styleOf(data),
    bounds: boundsOf(data.box ?? ''),
    maxZoom: closest,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    attributionControl: data.credit ? { customAttribution: data.credit, compact: false } : false,
    locale: { 'Map.Title': 'Map of reports. Arrow keys move it, plus and minus zoom.' },
  });
  map.touchZoomRotate.disableRotation();
  map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
  map.addControl(new ScaleControl({ unit: 'metric' }), 'bottom-left');
  return map;
}

/** Keeps outlines, spots and words in step with where the map is. */
function follow(map: LandMap, parts: Parts): void {
  let marks: Marker[] = [];
  let asked = 0;
  const show = async (): Promise<void> => {
    asked += 1;
    const mine = asked;
    const box = boxText(map);
    const { place, said, narrow } = parts;
    narrow.href = withBox(place.dataset.page ?? '', box);
    const [spots, land] = await Promise.all([
      get<Spots>(withBox(place.dataset.spots ?? '', box)),
      get<FeatureCollection>(`/map.json?box=${snapped(map)}`),
    ]);
    // The map was moved again meanwhile: only the last answer counts.
    if (mine !== asked) return;
    if (land) map.getSource<GeoJSONSource>('land')?.setData(land);
    if (!spots) {
      said.textContent = 'The reports could not be counted: reload the page and try again.';
      return;
    }
    for (const mark of marks) mark.remove();
    marks = spots.features.map((spot) => markOf(spot, map, parts));
    said.textContent = wordsOf(spots);
    place.dataset.shown = box;
  };
  map.on('load', show);
  map.on('moveend', show);
}

function wordsOf({ count, unplaced, features }: Spots): string {
  const spots = `${number(features.length)} ${features.length === 1 ? 'spot' : 'spots'}`;
  const rest =
    unplaced === 0
      ? ''
      : `; ${number(unplaced)}${unplaced >= 1000 ? ' or more' : ''} with no point on a map are in the table alone`;
  return `The map shows ${reportsWord(count)} in ${spots}${rest}.`;
}

function markOf(spot: Spot, map: LandMap, parts: Parts): Marker {
  const { count } = spot.properties;
  const button = element('button', `bw-spot bw-spot--${Math.min(4, Math.ceil(Math.log10(count + 1)))}`);
  button.setAttribute('type', 'button');
  button.textContent = number(count);
  button.addEventListener('click', () => open(spot, map, parts));
  const mark = new Marker({ element: button }).setLngLat(spot.geometry.coordinates).addTo(map);
  // The map names its marks itself; ours say how many there are.
  button.setAttribute('aria-label', `${reportsWord(count)} here: list them`);
  return mark;
}

/** The newest reports of a spot, each leading to its record, and the ways to see more of it. */
async function open(spot: Spot, map: LandMap, { place, panel }: Parts): Promise<void> {
  const { count, box } = spot.properties;
  const listed = await get<Listed>(withBox(place.dataset.reports ?? '', box));
  const heading = element('h3', 'govuk-heading-s');
  heading.textContent = `${reportsWord(count)} here`;
  const list = element('ul', 'govuk-list');
  for (const report of listed?.reports.slice(0, 10) ?? []) {
    const item = document.createElement('li');
    item.append(
      link(`/reports/${report.id}`, report.reference),
      ` ${report.issueName}${report.placeWords ? `, ${report.placeWords}` : ''}`,
    );
    list.append(item);
  }
  panel.replaceChildren(heading, list);
  if (count > 10)
    panel.append(inParagraph(link(withBox(place.dataset.list ?? '', box), `All ${number(count)} as a list`)));
  if (map.getZoom() < closest) {
    const nearer = element('button', 'govuk-button govuk-button--secondary');
    nearer.setAttribute('type', 'button');
    nearer.textContent = 'Zoom in here';
    nearer.addEventListener('click', () => map.fitBounds(boundsOf(box), { padding: 60, maxZoom: closest }));
    panel.append(nearer);
  }
  panel.focus();
}

/** What the map shows, widened to a grid, so that the browser has the outlines already when it moves a little. */
function snapped(map: LandMap): string {
  const bounds = map.getBounds();
  const size = 2 ** Math.ceil(Math.log2(Math.max(bounds.getEast() - bounds.getWest(), 0.0005)));
  const down = (value: number): number => Math.floor(value / size) * size;
  const up = (value: number): number => Math.ceil(value / size) * size;
  return [
    Math.max(-180, down(bounds.getWest())),
    Math.max(-90, down(bounds.getSouth())),
    Math.min(180, up(bounds.getEast())),
    Math.min(90, up(bounds.getNorth())),
  ].join(',');
}

function boxText(map: LandMap): string {
  const bounds = map.getBounds();
  return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()]
    .map((degrees) => degrees.toFixed(5))
    .join(',');
}

function boundsOf(box: string): LngLatBoundsLike {
  const [west = -6, south = 50, east = 2, north = 56] = box.split(',').map(Number);
  return [west, south, east, north];
}

const withBox = (address: string, box: string): string =>
  `${address}${address.includes('?') ? '&' : '?'}box=${box}`;

async function get<T>(address: string): Promise<T | undefined> {
  const reply = await fetch(address, { headers: { accept: 'application/json' } }).catch(() => undefined);
  // Both addresses are our own: their declarations say what they answer.
  return reply?.ok ? ((await reply.json()) as T) : undefined;
}

function element(name: string, classes: string): HTMLElement {
  const made = document.createElement(name);
  made.className = classes;
  return made;
}

function link(href: string, words: string): HTMLAnchorElement {
  const made = document.createElement('a');
  made.className = 'govuk-link govuk-link--no-visited-state';
  made.href = href;
  made.textContent = words;
  return made;
}

function inParagraph(child: HTMLElement): HTMLElement {
  const paragraph = element('p', 'govuk-body');
  paragraph.append(child);
  return paragraph;
}

/** Our own outlines, drawn over tiles where an operator set them. Words are drawn with fonts the browser has. */
function styleOf({ tiles }: DOMStringMap): StyleSpecification {
  const words = (kind: string, size: number, minzoom: number): StyleSpecification['layers'][number] => ({
    id: `${kind}-words`,
    type: 'symbol',
    source: 'land',
    minzoom,
    filter: ['==', ['get', 'kind'], kind],
    layout: {
      'text-field': ['get', 'name'],
      'text-font': ['Arial'],
      'text-size': size,
      'symbol-placement': kind === 'street' ? 'line' : 'point',
    },
    paint: { 'text-color': '#0b0c0c', 'text-halo-color': '#ffffff', 'text-halo-width': 2 },
  });
  const line = (
    id: string,
    kind: string,
    paint: Record<string, unknown>,
  ): StyleSpecification['layers'][number] => ({
    id,
    type: 'line',
    source: 'land',
    filter: ['==', ['get', 'kind'], kind],
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint,
  });
  return {
    version: 8,
    sources: {
      land: { type: 'geojson', data: { type: 'FeatureCollection', features: [] } },
      ...(tiles ? { tiles: { type: 'raster' as const, tiles: [tiles], tileSize: 256 } } : {}),
    },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': '#dfe7ea' } },
      ...(tiles
        ? [{ id: 'tiles', type: 'raster' as const, source: 'tiles' }]
        : [
            {
              id: 'district-fill',
              type: 'fill' as const,
              source: 'land',
              filter: ['==', ['get', 'kind'], 'district'] as ['==', ['get', 'kind'], string],
              paint: { 'fill-color': '#f7f5ee' },
            },
            line('street-edge', 'street', { 'line-color': '#b8b1a0', 'line-width': 7 }),
            line('street', 'street', { 'line-color': '#ffffff', 'line-width': 4 }),
          ]),
      line('ward', 'ward', { 'line-color': '#8a9299', 'line-width': 1, 'line-dasharray': [3, 3] }),
      line('district', 'district', { 'line-color': '#4c5763', 'line-width': 2 }),
      ...(tiles ? [] : [words('street', 12, 14), words('town', 15, 0)]),
    ],
  };
}
