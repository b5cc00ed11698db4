import {
  boxOfView,
  findOutline,
  type MapBox,
  type MapView,
  tidyView,
  viewOf,
  viewOfBox,
  wholeView,
} from '../../directory/index.ts';
import type { Work } from '../../platform/http/work.ts';
import type { ReportFilterInput } from '../report.queries.ts';
import { countUnplaced, reachOf, type Spot, spotsOn } from './report-map.store.ts';

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

/** The view of the part of the map that was asked for, or of the chosen area; undefined where neither is. */
async function viewAsked(work: Work, filter: ReportFilterInput): Promise<MapView | undefined> {
  if (filter.box) return viewOfBox(filter.box);
  const areaCode = filter.wardCode ?? filter.districtCode;
  const area = areaCode ? await findOutline(work.db, areaCode) : undefined;
  return area && viewOf(area);
}

/** Counts the reports of a filter on a map; the audit row says how many. */
export async function mapReports(work: Work, filter: ReportFilterInput): Promise<ReportMap> {
  const asked = await viewAsked(work, filter);
  const first = boxOfView(tidyView(asked ?? (await wholeView(work.db))));
  let box = first;
  // Where the picture is squarer than what was asked for, only what was asked for is counted: the table has the same.
  let spots = await spotsOn(work, filter, filter.box ?? first);
  if (!asked) {
    box = boxAround(spots) ?? first;
    // All reports lie close together, or elsewhere than our outlines: they are counted again on a grid that suits them.
    if (!isAlike(box, first)) spots = await spotsOn(work, filter, box);
  }
  const unplaced = await countUnplaced(work, filter, unplacedCap);
  const count = spots.reduce((sum, spot) => sum + spot.count, 0);
  work.note.detail.count = count;
  return { box, spots, count, unplaced };
}

/** A square that shows all spots, with a little around them. */
function boxAround(spots: readonly Spot[]): MapBox | undefined {
  const reach = reachOf(spots);
  if (!reach) return undefined;
  const view = viewOfBox(reach);
  return boxOfView(tidyView({ ...view, span: Math.max(1500, view.span * 1.1) }));
}

/** Whether one grid suits both. */
const isAlike = (one: MapBox, other: MapBox): boolean => {
  const ratio = (one.east - one.west) / (other.east - other.west);
  return ratio > 0.5 && ratio < 2;
};

const counted = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;

/** The map in words: what the picture shows, and what it cannot. */
export function mapWords({ count, spots, unplaced }: Omit<ReportMap, 'box'>): string {
  const shown = `${counted(count, 'report', 'reports')} in ${counted(spots.length, 'spot', 'spots')}`;
  if (unplaced === 0) return `${shown}.`;
  const many = unplaced >= unplacedCap ? `${unplacedCap.toLocaleString('en-GB')} or more` : unplaced;
  return `${shown}; ${many} with no point on a map are in the table alone.`;
}
