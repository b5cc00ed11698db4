import { z } from 'zod';
import { listAgencies } from '../../directory/index.ts';
import { csv } from '../../platform/documents/csv.ts';
import { demand } from '../../platform/failures/failures.ts';
import { apiGet, download, type Route, show } from '../../platform/http/declare.ts';
import { file, page } from '../../platform/http/reply.ts';
import { readIntelligence } from '../intelligence.permissions.ts';
import { standingWords } from '../network/network.words.ts';
import { chartPageQuery, chartParams, chartQuery } from './chart.forms.ts';
import { ChartPage } from './chart.pages.tsx';
import { openChart } from './chart.queries.ts';
import { chartColumns, rowsOf } from './chart.rows.ts';

const marking = 'OFFICIAL-SENSITIVE';
const example = { params: { linkId: '@linkId' }, query: { steps: 4 } };
const instant = z.date().transform((at) => at.toISOString());

const chartShape = z.object({
  isCut: z.boolean(),
  elements: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      label: z.string(),
      step: z.number(),
      item: z
        .object({
          reference: z.string(),
          status: z.string(),
          receivedAt: instant,
          agencyName: z.string().nullable(),
        })
        .nullable(),
      degree: z.number(),
      betweenness: z.number().nullable(),
      brokerage: z.number().nullable(),
      closeness: z.number().nullable(),
      core: z.number(),
      component: z.number(),
      isCutPoint: z.boolean(),
      words: z.string(),
    }),
  ),
  /** `item` and `subject` are places in `elements`, from 0. */
  links: z.array(
    z.object({
      id: z.string(),
      item: z.number(),
      subject: z.number(),
      role: z.string(),
      madeAt: instant,
    }),
  ),
});

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
    handle: async (work, { params: { linkId }, query: asked }) => {
      const chart = demand(await openChart(work, linkId, asked));
      const agencies = await listAgencies(work.db, work.clock.today());
      const [start] = chart.elements;
      return page(`Link chart: ${start?.label}`, <ChartPage {...{ linkId, chart, asked, agencies }} />, {
        marking,
        wide: true,
        back: { href: `/intelligence/profiles/${linkId}`, text: 'Profile' },
        scripts: ['link-chart'],
      });
    },
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
    handle: async (work, { params: { linkId }, query }) => {
      const { elements, ties, isCut } = demand(await openChart(work, linkId, query));
      return {
        isCut,
        elements: elements.map((one) => ({ ...one, words: standingWords(one) })),
        links: ties,
      };
    },
  }),
];
