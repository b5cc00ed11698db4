import {
  boxOfView,
  findOutline,
  type MapBox,
  tidyView,
  viewOf,
  viewOfBox,
  wholeView,
} from '../../directory/index.ts';
import type { Work } from '../../platform/http/work.ts';
import type { ReportFilterInput } from '../report.queries.ts';
import { countUnplaced, reach, type Spot, spotsOn } from './report-map.store.ts';

/** Counting those without a point stops here. */
export const unplacedCap = 1000;

/** What a map of reports shows: every report of the filter on that part of the map. */
export interface ReportMap {
  /** The part of the map to show. */
  box: MapBox;
  spots: Spot[];
  /** Reports on this part of the map, all of them. */
  count: number;
  /** Reports of the filter that have no point, up to `unplacedCap`. */
  unplaced: number;
}

/** The part of the map that was asked for; else that of the chosen area, of the reports, or the county. */
async function boxFor(work: Work, filter: ReportFilterInput): Promise<MapBox> {
  if (filter.box) return boxOfView(tidyView(viewOfBox(filter.box)));
  const areaCode = filter.wardCode ?? filter.districtCode;
  const area = areaCode ? await findOutline(work.db, areaCode) : undefined;
  const areaView = area && viewOf(area);
  if (areaView) return boxOfView(tidyView(areaView));
  const found = await reach(work, filter);
  if (!found) return boxOfView(await wholeView(work.db));
  const view = viewOfBox(found);
  return boxOfView(tidyView({ ...view, span: Math.max(1500, view.span * 1.1) }));
}

/** Counts the reports of a filter on a map; the audit row says how many. */
export async function mapReports(work: Work, filter: ReportFilterInput): Promise<ReportMap> {
  const box = await boxFor(work, filter);
  const [spots, unplaced] = await Promise.all([
    // Where the picture is squarer than what was asked for, only what was asked for is counted: the table has the same.
    spotsOn(work, filter, filter.box ?? box),
    countUnplaced(work, filter, unplacedCap),
  ]);
  const count = spots.reduce((sum, spot) => sum + spot.count, 0);
  work.note.detail.count = count;
  return { box, spots, count, unplaced };
}

const counted = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;

/** The map in words: what the picture shows, and what it cannot. */
export function mapWords({ count, spots, unplaced }: Omit<ReportMap, 'box'>): string {
  const shown = `${counted(count, 'report', 'reports')} in ${counted(spots.length, 'spot', 'spots')}`;
  if (unplaced === 0) return `${shown}.`;
  const many = unplaced >= unplacedCap ? `${unplacedCap.toLocaleString('en-GB')} or more` : unplaced;
  return `${shown}; ${many} with no point on a map are in the table alone.`;
}
