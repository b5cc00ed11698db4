import { z } from 'zod';
import { demand } from '../platform/failures/failures.ts';
import { apiGet, apiPost, type Route } from '../platform/http/declare.ts';
import {
  allFigures,
  codeParams,
  type FigureView,
  figurePageView,
  figureQuery,
  periodOf,
  quarterParams,
  recordsPageView,
  recordsQuery,
} from './figure.queries.ts';
import { countedOver, everywhere } from './indicator.queries.ts';
import { type FigureValue, figureWords } from './indicator.ts';
import { quarterView } from './paper.queries.ts';
import { firstFigure, publishFigures, readOwnFigures, readPublished } from './performance.permissions.ts';
import { publishQuarter } from './quarter.commands.ts';
import { publishSchema } from './quarter.routes.tsx';

const figureView = z.object({
  kind: z.enum(['value', 'not-measured', 'not-applicable']),
  value: z.number().optional(),
  numerator: z.number().optional(),
  denominator: z.number().optional(),
  words: z.string(),
});
const lineView = z.object({
  code: z.string(),
  name: z.string(),
  unit: z.string(),
  now: figureView,
  yearBefore: figureView,
  rollingYear: figureView,
  yearToDate: figureView,
  sentence: z.string(),
});
const periodView = z.object({ key: z.string(), from: z.string(), to: z.string() });

const valueFor = (row: FigureView['row'], figure: FigureValue) => ({
  ...figure,
  words: figureWords(row, figure),
});
const line = (view: FigureView) => ({
  code: view.row.code,
  name: view.row.name,
  unit: view.row.unit,
  now: valueFor(view.row, view.now),
  yearBefore: valueFor(view.row, view.yearBefore),
  rollingYear: valueFor(view.row, view.rolling),
  yearToDate: valueFor(view.row, view.toDate),
  sentence: view.sentence,
});

/** Figures as JSON: the same queries as the pages. */
export const figureApi: readonly Route[] = [
  apiGet({
    path: '/api/v1/figures',
    words: 'Every figure of a period and area, over the records the viewer may see',
    permission: readOwnFigures,
    audit: 'figures.listed',
    query: figureQuery,
    output: z.object({
      period: periodView,
      area: z.string(),
      countedOver: z.array(z.string()),
      figures: z.array(lineView),
    }),
    handle: async (work, { query }) => {
      const period = periodOf(work, query);
      const area = query.area ?? everywhere;
      const groups = await allFigures(work, period, area);
      return {
        period,
        area,
        countedOver: await countedOver(work, firstFigure(work.viewer) ?? 'I-01'),
        figures: groups.flatMap((group) => group.figures.map(line)),
      };
    },
  }),
  apiGet({
    path: '/api/v1/figures/:code',
    words: 'One figure with its trend and parts',
    permission: readOwnFigures,
    audit: 'figure.opened',
    params: codeParams,
    query: figureQuery,
    example: { params: { code: 'E-01' } },
    output: lineView.extend({
      period: periodView,
      area: z.string(),
      countedOver: z.array(z.string()),
      trend: z.array(z.object({ period: z.string(), figure: figureView })),
      meetings: z.array(
        z.object({ seriesName: z.string(), onTime: z.string(), due: z.string(), isOwn: z.boolean() }),
      ),
      splits: z.array(
        z.object({ words: z.string(), parts: z.array(z.object({ part: z.string(), figure: figureView })) }),
      ),
    }),
    handle: async (work, { params, query }) => {
      const { view, period, area, agencies, splits, meetings } = demand(
        await figurePageView(work, params.code, query),
      );
      const { row } = view;
      return {
        ...line(view),
        period,
        area,
        countedOver: agencies,
        meetings: meetings.lines,
        trend: view.trend.map((month) => ({ period: month.period.key, figure: valueFor(row, month.figure) })),
        splits: splits.map((split) => ({
          words: split.words,
          parts: split.parts.map((p) => ({ part: p.part, figure: valueFor(row, p.figure) })),
        })),
      };
    },
  }),
  apiGet({
    path: '/api/v1/figures/:code/records',
    words: 'The records behind a figure that the viewer may see, a page at a time',
    permission: readOwnFigures,
    audit: 'figure.records-opened',
    params: codeParams,
    query: recordsQuery,
    example: { params: { code: 'E-01' } },
    output: z.object({
      records: z.array(
        z.object({
          id: z.string(),
          label: z.string(),
          what: z.string(),
          day: z.string(),
          href: z.string(),
          isPart: z.boolean(),
        }),
      ),
      next: z.string().nullable(),
    }),
    handle: async (work, { params, query }) => demand(await recordsPageView(work, params.code, query)),
  }),
  apiGet({
    path: '/api/v1/figures/quarter/:quarter',
    words: 'A quarter as it was published',
    permission: readPublished,
    audit: 'quarter.opened',
    params: quarterParams,
    example: { params: { quarter: '2026-27-Q2' } },
    output: z.object({
      quarter: z.string(),
      editions: z.array(
        z.object({
          edition: z.number(),
          publishedAt: z.date().transform((at) => at.toISOString()),
          summary: z.string(),
          reason: z.string().nullable(),
          countedOver: z.string(),
        }),
      ),
      figures: z.array(
        z.object({
          code: z.string(),
          areaCode: z.string(),
          part: z.string(),
          shown: z.string(),
          lastYear: z.string().nullable(),
        }),
      ),
      sections: z.array(z.object({ section: z.string(), words: z.string() })),
    }),
    handle: async (work, { params }) => {
      const { quarter, editions, published, sections } = demand(
        await quarterView(work, params.quarter, false),
      );
      return { quarter, editions, figures: published, sections };
    },
  }),
  apiPost({
    path: '/api/v1/figures/quarter/:quarter/publish',
    words: 'Freeze a quarter and publish it, or publish a corrected edition',
    permission: publishFigures,
    audit: 'quarter.published',
    params: quarterParams,
    body: publishSchema,
    example: {
      params: { quarter: '2026-27-Q2' },
      body: { summary: 'Reports rose, and more penalties were paid.' },
    },
    output: z.object({ edition: z.number() }),
    handle: async (work, { params, body }) => demand(await publishQuarter(work, { ...params, ...body })),
  }),
];
