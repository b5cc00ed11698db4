import { csv } from '../../platform/documents/csv.ts';
import { demand } from '../../platform/failures/failures.ts';
import { apiGet, download, type Route, show } from '../../platform/http/declare.ts';
import { file } from '../../platform/http/reply.ts';
import { readIntelligence } from '../intelligence.permissions.ts';
import { chartPageQuery, chartParams, chartQuery } from './chart.forms.ts';
import { openChart } from './chart.queries.ts';
import { chartColumns, rowsOf } from './chart.rows.ts';
import { chartJson, chartPage, chartShape } from './chart.view.tsx';

const example = { params: { linkId: '@linkId' }, query: { steps: 4, pin: '@pinnedIds', way: '@wayIds' } };
/** The link chart: a page with tables and a drawing, its tables as files, and the same as JSON. */
export const chartRoutes: readonly Route[] = [
  show({
    path: '/intelligence/charts/:linkId',
    words: 'The link chart around whom or what items name, outward by confirmed links',
    permission: readIntelligence,
    audit: 'intelligence-chart.opened',
    params: chartParams,
    query: chartPageQuery,
    example,
    handle: (work, { params: { linkId }, query: asked }, ask) => chartPage(work, ask, { linkId, asked }),
  }),
  download({
    path: '/intelligence/charts/:linkId/table.csv',
    words: 'One table of a link chart as CSV, every row of it in the same order',
    permission: readIntelligence,
    audit: 'intelligence-chart.exported',
    params: chartParams,
    query: chartPageQuery,
    example,
    handle: async (work, { params: { linkId }, query: asked }) => {
      const chart = demand(await openChart(work, linkId, asked));
      const columns = [
        ...chartColumns[asked.table].map(({ key }) => key),
        ...(asked.table === 'elements' ? ['words'] : []),
      ];
      return file(
        `link-chart-${asked.table}.csv`,
        'text/csv; charset=utf-8',
        csv(
          columns,
          rowsOf(chart, asked.table, asked.sort).map(({ values }) => columns.map((key) => values[key])),
        ),
      );
    },
  }),
  apiGet({
    path: '/api/v1/intelligence/charts/:linkId',
    words: 'The link chart around whom or what items name: elements with where they stand, and links',
    permission: readIntelligence,
    audit: 'intelligence-chart.opened',
    params: chartParams,
    query: chartQuery,
    example,
    output: chartShape,
    handle: async (work, { params: { linkId }, query }) =>
      chartJson(demand(await openChart(work, linkId, query))),
  }),
];
