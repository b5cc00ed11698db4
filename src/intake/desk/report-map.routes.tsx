import { drawMap, listAreas, listIssueTypes, loadLayers, viewOfBox, wardsOf } from '../../directory/index.ts';
import { exportLinks } from '../../platform/documents/export.ts';
import { addressWith, sortLinks } from '../../platform/http/address.ts';
import { apiGet, download, type Route, show } from '../../platform/http/declare.ts';
import { file, page } from '../../platform/http/reply.ts';
import { readReports } from '../intake.permissions.ts';
import { mayReadWords } from '../report.policy.ts';
import { pageOfReports, reportFilterSchema } from '../report.queries.ts';
import { ReportFilters } from '../report-filters.pages.tsx';
import { ReportMapPage } from './report-map.pages.tsx';
import { mapReports } from './report-map.queries.ts';
import { spotCollection } from './report-map.view.ts';

/** Rows of the table on one page. */
const rowsOnPage = 50;

/** Reports on a map, with the table that says the same. */
export const reportMapRoutes: readonly Route[] = [
  show({
    path: '/reports/map',
    words: 'Reports on a map, with the same reports in a table',
    permission: readReports,
    audit: 'report.mapped',
    query: reportFilterSchema,
    handle: async (work, { query: filter }, ask) => {
      const today = work.clock.today();
      const [map, { reports, next, sorted }, types, districts, wards] = await Promise.all([
        mapReports(work, filter),
        pageOfReports(work, filter, rowsOnPage),
        listIssueTypes(work.db),
        listAreas(work.db, 'district', today),
        filter.districtCode ? wardsOf(work.db, filter.districtCode, today) : [],
      ]);
      const body = (
        <ReportMapPage
          map={map}
          filter={filter}
          tiles={ask.tiles}
          reports={reports}
          nextHref={next ? addressWith('/reports/map', filter, { after: next }) : undefined}
          sort={sortLinks('/reports/map', filter, sorted)}
          exports={exportLinks('/reports', filter)}
          filters={
            <ReportFilters
              filter={filter}
              types={types}
              districts={districts}
              wards={wards}
              action="/reports/map"
            />
          }
        />
      );
      return page('Reports on a map', body, {
        wide: true,
        back: { href: '/reports', text: 'Reports' },
        // Without a point on any report there is nothing that a script could show better.
        ...(mayReadWords(work.viewer) ? { scripts: ['report-map'] } : {}),
      });
    },
  }),
  download({
    path: '/reports/map.svg',
    words: 'The picture of the reports on a map',
    permission: readReports,
    audit: 'report.map-drawn',
    query: reportFilterSchema,
    handle: async (work, { query: filter }) => {
      const { box, spots } = await mapReports(work, filter);
      const view = viewOfBox(box);
      const clusters = spots.map((spot) => ({ ...spot, label: spot.count.toLocaleString('en-GB') }));
      return file(
        'reports.svg',
        'image/svg+xml',
        drawMap(view, await loadLayers(work.db, view, work.clock.today()), { clusters }),
        true,
      );
    },
  }),
  apiGet({
    path: '/api/v1/reports/map',
    words: 'All reports of a filter on a part of the map, as spots in GeoJSON',
    permission: readReports,
    audit: 'report.map-counted',
    query: reportFilterSchema,
    output: spotCollection,
    handle: async (work, { query: filter }) => {
      const { box, spots, count, unplaced } = await mapReports(work, filter);
      return {
        type: 'FeatureCollection' as const,
        bbox: [box.west, box.south, box.east, box.north],
        count,
        unplaced,
        features: spots.map((spot) => ({
          type: 'Feature' as const,
          geometry: { type: 'Point' as const, coordinates: [spot.lon, spot.lat] },
          properties: { count: spot.count, box: String(spot.box), reportId: spot.reportId },
        })),
      };
    },
  }),
];
