import type { MapLayers } from './map.store.ts';
import { drawMap, type MapSquare } from './map.svg.ts';
import type { MapView } from './map.view.ts';

export interface DrawnMapProps {
  view: MapView;
  layers: MapLayers;
  squares: readonly MapSquare[];
  /** What the picture shows, in words; the table beside it has the same. */
  label: string;
}

/** A map that is drawn into the page itself: no address holds where the squares lie, and nothing of it stays in a browser's store. */
export const DrawnMap = ({ view, layers, squares, label }: DrawnMapProps) => (
  <div
    class="bw-place-map bw-drawn-map"
    role="img"
    aria-label={label}
    dangerouslySetInnerHTML={{ __html: drawMap(view, layers, { squares }) }}
  />
);
