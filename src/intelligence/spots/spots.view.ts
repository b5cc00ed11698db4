import { boxOf, loadLayers, type MapBox, tidyView, viewOfBox, wholeView } from '../../directory/index.ts';
import type { Work } from '../../platform/http/work.ts';

/** A map that shows some squares with a little around them, or everything where there are none. */
export async function mapOf(
  work: Work,
  squares: readonly Pick<MapBox, 'west' | 'south' | 'east' | 'north'>[],
) {
  const [first] = squares;
  const edge = (key: 'west' | 'south' | 'east' | 'north', pick: (...all: number[]) => number) =>
    pick(...squares.map((one) => one[key]));
  const around = first
    ? viewOfBox(
        boxOf(
          edge('west', Math.min),
          edge('south', Math.min),
          edge('east', Math.max),
          edge('north', Math.max),
        ),
      )
    : await wholeView(work.db);
  const view = tidyView(first ? { ...around, span: Math.max(6000, around.span * 1.3) } : around);
  return { view, layers: await loadLayers(work.db, view, work.clock.today()) };
}
