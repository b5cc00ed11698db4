import { z } from 'zod';
import { demand } from '../../platform/failures/failures.ts';
import { act, apiGet, apiPost, type Route, show } from '../../platform/http/declare.ts';
import { page, redirect } from '../../platform/http/reply.ts';
import type { Work } from '../../platform/http/work.ts';
import { readIntelligence } from '../intelligence.permissions.ts';
import { chartPageQuery } from './chart.forms.ts';
import { chartJson, chartPage, chartShape } from './chart.view.tsx';
import { discardChart, keepChart, openKept } from './kept.commands.ts';
import { keepExample, keepSchema, keptParams } from './kept.forms.ts';
import { KeptPage } from './kept.pages.tsx';
import { listKept } from './kept.store.ts';

const marking = 'OFFICIAL-SENSITIVE';
const instant = z.date().transform((at) => at.toISOString());
const listing = {
  words: 'The link charts that you kept',
  permission: readIntelligence,
  audit: 'intelligence-kept-chart.listed',
};
const opening = {
  words: 'A link chart that you kept, drawn from what there is now and what you may see now',
  permission: readIntelligence,
  audit: 'intelligence-kept-chart.opened',
  params: keptParams,
};
const keeping = {
  words: 'Keep a link chart by a name: its ids and places, no word of what stands on it',
  permission: readIntelligence,
  audit: 'intelligence-kept-chart.kept',
  body: keepSchema,
  example: { body: keepExample },
};
const discarding = {
  words: 'Discard a link chart that you kept',
  permission: readIntelligence,
  audit: 'intelligence-kept-chart.discarded',
  params: keptParams,
};

const listPage = async (
  work: Work,
  csrf: string,
  problems: readonly { field: string; words: string }[] = [],
) =>
  page('Kept charts', <KeptPage rows={await listKept(work)} csrf={csrf} />, {
    problems,
    marking,
    back: { href: '/intelligence/profiles', text: 'Profiles' },
  });

/** Kept charts, as pages and as JSON. */
export const keptRoutes: readonly Route[] = [
  show({
    ...listing,
    path: '/intelligence/kept-charts',
    handle: (work, _input, ask) => listPage(work, ask.csrf),
  }),
  show({
    ...opening,
    path: '/intelligence/kept-charts/:keptId',
    handle: async (work, { params: { keptId } }, ask) => {
      const { kept, chart } = demand(await openKept(work, keptId));
      const asked = chartPageQuery.parse({ ...kept.seen, pin: [] });
      return chartPage(work, ask, {
        ...{
          linkId: kept.startId,
          chart,
          asked: { ...asked, pin: kept.seen.pin },
          typed: { name: kept.name },
        },
      });
    },
  }),
  act({
    ...keeping,
    path: '/intelligence/kept-charts',
    handle: async (work, { body }) => {
      const id = demand(await keepChart(work, body));
      return redirect(`/intelligence/kept-charts/${id}`, { flash: 'Kept' });
    },
    invalid: async (work, { raw, problems }, ask) => {
      const given = z.object({ linkId: z.uuid() }).safeParse(raw);
      if (!given.success) return listPage(work, ask.csrf, problems);
      return chartPage(work, ask, {
        ...{ linkId: given.data.linkId, asked: chartPageQuery.parse(raw), typed: raw, problems },
      });
    },
  }),
  act({
    ...discarding,
    path: '/intelligence/kept-charts/:keptId/discard',
    handle: async (work, { params: { keptId } }) => {
      demand(await discardChart(work, keptId));
      return redirect('/intelligence/kept-charts', { flash: 'Discarded' });
    },
    invalid: (work, { problems }, ask) => listPage(work, ask.csrf, problems),
  }),
  apiGet({
    ...listing,
    path: '/api/v1/intelligence/kept-charts',
    output: z.object({
      charts: z.array(z.object({ id: z.string(), name: z.string(), startId: z.string(), keptAt: instant })),
    }),
    handle: async (work) => ({ charts: await listKept(work) }),
  }),
  apiGet({
    ...opening,
    path: '/api/v1/intelligence/kept-charts/:keptId',
    output: chartShape.extend({ name: z.string(), startId: z.string() }),
    handle: async (work, { params: { keptId } }) => {
      const { kept, chart } = demand(await openKept(work, keptId));
      return { ...chartJson(chart), name: kept.name, startId: kept.startId };
    },
  }),
  apiPost({
    ...keeping,
    path: '/api/v1/intelligence/kept-charts',
    output: z.object({ id: z.string() }),
    handle: async (work, { body }) => ({ id: demand(await keepChart(work, body)) }),
  }),
  apiPost({
    ...discarding,
    path: '/api/v1/intelligence/kept-charts/:keptId/discard',
    output: z.object({ isDiscarded: z.literal(true) }),
    status: 200,
    handle: async (work, { params: { keptId } }) => ({
      isDiscarded: demand(await discardChart(work, keptId)),
    }),
  }),
];
