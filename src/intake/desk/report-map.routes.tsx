import {
  drawMap,
  listAreas,
  listIssueTypes,
  loadLayers,
  type MapCluster,
  type MapView,
  tidyView,
  wholeView,
} from '../../directory/index.ts';
import { download, type Route, show } from '../../platform/http/declare.ts';
import { file, page } from '../../platform/http/reply.ts';
import type { Work } from '../../platform/http/work.ts';
import { DataTable, Instant } from '../../platform/ui/index.ts';
import { readReports } from '../intake.permissions.ts';
import { pageOfReports, type ReportFilterInput, reportFilterSchema } from '../report.queries.ts';
import type { Report } from '../report.store.ts';
import { ReportFilters } from '../report-filters.pages.tsx';
import { StatusTag } from '../report-list.pages.tsx';

/** The newest so many reports are drawn and listed: the picture and the table are the same reports in the same order. */
const mostOnMap = 100;

interface Spotted {
  report: Report;
  /** Number of its spot on the map; undefined when its place is not known. */
  spot: number | undefined;
}

interface ReportMap {
  rows: Spotted[];
  clusters: MapCluster[];
  view: MapView;
}

async function mapOf(work: Work, filter: ReportFilterInput): Promise<ReportMap> {
  const { reports } = await pageOfReports(work, { ...filter, sort: undefined, after: undefined }, mostOnMap);
  const view = viewFor(reports) ?? (await wholeView(work.db));
  return { view, ...clustersOf(reports, view) };
}

const placed = (report: Report): report is Report & { lon: number; lat: number } =>
  report.lon !== null && report.lat !== null;

function viewFor(reports: readonly Report[]): MapView | undefined {
  const points = reports.filter(placed);
  if (points.length === 0) return undefined;
  const [lons, lats] = [points.map((point) => point.lon), points.map((point) => point.lat)];
  const [west, east, south, north] = [
    Math.min(...lons),
    Math.max(...lons),
    Math.min(...lats),
    Math.max(...lats),
  ];
  const lat = (south + north) / 2;
  const wide = Math.max((east - west) * 111_320 * Math.cos((lat * Math.PI) / 180), (north - south) * 111_320);
  return tidyView({ lon: (west + east) / 2, lat, span: Math.max(1500, wide * 1.15) });
}

/** Reports closer than a twelfth of the map are one spot, numbered in the order of the table. */
function clustersOf(reports: readonly Report[], view: MapView): { rows: Spotted[]; clusters: MapCluster[] } {
  const cell = view.span / 12 / 111_320;
  const spots = new Map<string, MapCluster & { number: number }>();
  const rows = reports.map((report) => {
    if (!placed(report)) return { report, spot: undefined };
    const key = `${Math.floor(report.lon / (cell * 1.7))} ${Math.floor(report.lat / cell)}`;
    const known = spots.get(key) ?? {
      lon: 0,
      lat: 0,
      count: 0,
      number: spots.size + 1,
      label: String(spots.size + 1),
    };
    const count = known.count + 1;
    spots.set(key, {
      ...known,
      count,
      lon: (known.lon * known.count + report.lon) / count,
      lat: (known.lat * known.count + report.lat) / count,
    });
    return { report, spot: known.number };
  });
  return { rows, clusters: [...spots.values()] };
}

const query = (filter: ReportFilterInput): string =>
  new URLSearchParams(
    Object.entries({ ...filter, after: undefined, mine: filter.mine ? 'yes' : undefined }).flatMap(
      ([key, value]) => (value === undefined ? [] : [[key, String(value)]]),
    ),
  ).toString();

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** Reports on a map, with the table that says the same. */
export const reportMapRoutes: readonly Route[] = [
  show({
    path: '/reports/map',
    words: 'Reports on a map, with the same reports in a table',
    permission: readReports,
    audit: 'report.mapped',
    query: reportFilterSchema,
    handle: async (work, { query: filter }) => {
      const [map, types, districts] = await Promise.all([
        mapOf(work, filter),
        listIssueTypes(work.db),
        listAreas(work.db, 'district', work.clock.today()),
      ]);
      const unplaced = map.rows.filter((row) => row.spot === undefined).length;
      const words = `${counted(map.rows.length - unplaced, 'report', 'reports')} in ${counted(map.clusters.length, 'spot', 'spots')}${unplaced ? `; ${unplaced} with no point on the map are in the table alone` : ''}.`;
      const body = (
        <>
          <h1 class="govuk-heading-l">Reports on a map</h1>
          <p class="govuk-body">
            The newest {mostOnMap} that fit what you chose: {words} Each spot has its number in the table.{' '}
            <a class="govuk-link" href={`/reports?${query(filter)}`}>
              See them as a list
            </a>
          </p>
          <img
            class="bw-place-map__picture"
            src={`/reports/map.svg?${query(filter)}`}
            alt={`Map of ${words} The table below has the same reports in the same order.`}
            width={640}
            height={640}
          />
          <DataTable
            caption="The reports on the map, newest first"
            filters={
              <ReportFilters filter={filter} types={types} districts={districts} action="/reports/map" />
            }
            rows={map.rows}
            columns={[
              { heading: 'Spot', cell: (row) => row.spot ?? 'None' },
              {
                heading: 'Report',
                cell: (row) => (
                  <a class="govuk-link" href={`/reports/${row.report.id}`}>
                    {row.report.reference}
                  </a>
                ),
              },
              { heading: 'About', cell: (row) => row.report.issueName },
              {
                heading: 'Where',
                cell: (row) =>
                  row.report.placeWords ?? row.report.postcode ?? row.report.wardCode ?? 'Not known',
              },
              { heading: 'Received', cell: (row) => <Instant at={row.report.receivedAt} /> },
              { heading: 'Status', cell: (row) => <StatusTag status={row.report.status} /> },
            ]}
            empty={{
              title: 'No reports here',
              children: 'Reports that fit what you chose would be on the map and in this table.',
            }}
            exports={{ csvHref: `/reports.csv?${query(filter)}` }}
          />
        </>
      );
      return page('Reports on a map', body, { wide: true, back: { href: '/reports', text: 'Reports' } });
    },
  }),
  download({
    path: '/reports/map.svg',
    words: 'The picture of the reports on a map',
    permission: readReports,
    audit: 'report.map-drawn',
    query: reportFilterSchema,
    handle: async (work, { query: filter }) => {
      const { view, clusters } = await mapOf(work, filter);
      return file(
        'reports.svg',
        'image/svg+xml',
        drawMap(view, await loadLayers(work.db, view, work.clock.today()), { clusters }),
        true,
      );
    },
  }),
];
