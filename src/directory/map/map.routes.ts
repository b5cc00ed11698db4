import { z } from 'zod';
import { PUBLIC } from '../../platform/access/permission.ts';
import { download, type Route } from '../../platform/http/declare.ts';
import { file } from '../../platform/http/reply.ts';
import { boxOfView, boxParam } from './map.box.ts';
import { loadFeatures } from './map.geojson.ts';
import { findOutline, loadLayers, wholeView } from './map.store.ts';
import { drawMap } from './map.svg.ts';
import { type MapPoint, type MapView, tidyView } from './map.view.ts';

const degrees = (limit: number) => z.coerce.number().min(-limit).max(limit);
/** A view and a mark as they stand in an address. */
const mapQuery = z.object({
  lon: degrees(180),
  lat: degrees(90),
  span: z.coerce.number().min(1).max(10_000_000),
  markLon: degrees(180).optional(),
  markLat: degrees(90).optional(),
  /** An area to be drawn over the others. */
  area: z.string().max(20).optional(),
});

/** The address of a map's picture. A point on the map is no secret: it is what the reader is looking at. */
export function mapHref(view: MapView, mark?: MapPoint, areaCode?: string): string {
  const tidy = tidyView(view);
  const query = new URLSearchParams({
    lon: String(tidy.lon),
    lat: String(tidy.lat),
    span: String(tidy.span),
  });
  if (mark) {
    query.set('markLon', String(mark.lon));
    query.set('markLat', String(mark.lat));
  }
  if (areaCode) query.set('area', areaCode);
  return `/map.svg?${query.toString()}`;
}

/** A picture of a day's outlines may be kept for an hour: they change with a boundary review. */
const keepSeconds = 3600;

export const mapRoutes: readonly Route[] = [
  download({
    path: '/map.svg',
    words: 'A map as a picture, drawn here: no other server is told where anybody looks',
    permission: PUBLIC,
    audit: 'map.drawn',
    query: mapQuery,
    example: { query: { lon: '@lon', lat: '@lat', span: 4000 } },
    handle: async (work, { query }) => {
      const view = tidyView(query);
      const mark =
        query.markLon !== undefined && query.markLat !== undefined
          ? { lon: query.markLon, lat: query.markLat }
          : undefined;
      const layers = await loadLayers(work.db, view, work.clock.today());
      const area = query.area ? await findOutline(work.db, query.area) : undefined;
      return {
        ...file('map.svg', 'image/svg+xml', drawMap(view, layers, { mark, area }), true),
        keepSeconds,
      };
    },
  }),
  download({
    path: '/map.json',
    words: 'The outlines beneath a map, as GeoJSON',
    permission: PUBLIC,
    audit: 'map.outlined',
    query: z.object({ box: boxParam }),
    example: { query: { box: '-3,50,1,53' } },
    handle: async (work, { query: { box } }) => {
      const shown = box ?? boxOfView(await wholeView(work.db));
      const features = await loadFeatures(work.db, shown, work.clock.today());
      return { ...file('map.json', 'application/geo+json', JSON.stringify(features), true), keepSeconds };
    },
  }),
];
