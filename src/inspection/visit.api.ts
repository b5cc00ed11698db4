import { z } from 'zod';
import { addDays } from '../platform/clock/clock.ts';
import { demand, type Result } from '../platform/failures/failures.ts';
import { apiGet, apiPost, type Route } from '../platform/http/declare.ts';
import type { Work } from '../platform/http/work.ts';
import { inspect } from './inspection.permissions.ts';
import { inspectionExamples } from './inspection.words.ts';
import { safetyView } from './purchase.views.ts';
import { beforeVisit } from './safety.ts';
import {
  addSample,
  openVisit,
  planVisit,
  recordVisit,
  screenPlanned,
  settleSample,
} from './visit.commands.ts';
import {
  companySchema,
  inspectionVisitParams,
  sampleParams,
  sampleResultSchema,
  sampleSchema,
  visitResultSchema,
  visitSchema,
} from './visit.forms.ts';
import { dueInspections, plannedVisits, samplesOf, type Visit } from './visit.store.ts';

const text = z.string().nullable();
const visitView = z.object({
  id: z.string(),
  reference: z.string(),
  label: z.string(),
  agencyName: z.string(),
  kind: z.string(),
  plannedOn: z.string(),
  visitedOn: text,
  result: text,
  findings: z.array(z.string()),
  words: z.string(),
  revisitOn: text,
  version: z.number(),
});
const wholeView = visitView.extend({
  samples: z.array(z.object({ id: z.string(), what: z.string(), result: z.string(), version: z.number() })),
  companion: text,
  safety: safetyView.nullable(),
});
async function shown(work: Work, id: string): Promise<z.input<typeof wholeView>> {
  const visit = demand(await openVisit(work, id));
  return { ...visit, samples: await samplesOf(work, [visit.id]), ...(await beforeVisit(work, visit)) };
}
const after = async (work: Work, result: Promise<Result<Visit>>) => shown(work, demand(await result).id);
/** How far ahead the due list looks. */
export const dueAhead = 30;
const path = '/api/v1/inspection-visits/:inspectionVisitId';
const own = { params: inspectionVisitParams, output: wholeView, permission: inspect };

/** The inspection programme as JSON: the same commands as the pages. */
export const visitApi: readonly Route[] = [
  apiGet({
    path: '/api/v1/inspections',
    words: 'Inspections that are due by risk within 30 days or overdue, and visits that are planned',
    permission: inspect,
    audit: 'inspection-visit.due-listed',
    output: z.object({
      due: z.array(
        z.object({
          id: z.string(),
          tradingName: z.string(),
          risk: z.string(),
          lastOn: text,
          months: z.number(),
          dueOn: z.string(),
        }),
      ),
      planned: z.array(visitView),
    }),
    handle: async (work) => ({
      due: await dueInspections(work, addDays(work.clock.today(), dueAhead)),
      planned: await plannedVisits(work),
    }),
  }),
  apiPost({
    path: '/api/v1/inspection-visits',
    words: 'Plan a visit to premises, with other agencies where it is a joint one',
    permission: inspect,
    audit: 'inspection-visit.planned',
    body: visitSchema,
    output: z.object({ premisesId: z.string() }),
    example: { body: inspectionExamples.visit },
    handle: async (work, { body }) => ({ premisesId: demand(await planVisit(work, body)).id }),
  }),
  apiGet({
    ...own,
    path,
    words: 'One visit: result, findings, samples',
    audit: 'inspection-visit.opened',
    handle: (work, { params }) => shown(work, params.inspectionVisitId),
  }),
  apiPost({
    ...own,
    path: `${path}/screen`,
    words: 'Screen for officer safety again before a planned visit, and write down who goes along',
    audit: 'inspection-visit.screened',
    body: companySchema,
    status: 200,
    example: { body: inspectionExamples.company },
    handle: (work, { params, body }) => after(work, screenPlanned(work, { ...params, ...body })),
  }),
  apiPost({
    ...own,
    path: `${path}/result`,
    words: 'Record a visit with its result; one that is not in order plans the revisit',
    audit: 'inspection-visit.recorded',
    body: visitResultSchema,
    status: 200,
    example: { body: inspectionExamples.visitResult },
    handle: (work, { params, body }) => after(work, recordVisit(work, { ...params, ...body })),
  }),
  apiPost({
    ...own,
    path: `${path}/samples`,
    words: 'Write down a sample that was taken on a visit',
    audit: 'inspection-visit.sampled',
    body: sampleSchema,
    example: { body: inspectionExamples.sample },
    handle: (work, { params, body }) => after(work, addSample(work, { ...params, ...body })),
  }),
  apiPost({
    ...own,
    path: `${path}/samples/:sampleId`,
    words: 'Write down what the laboratory said of a sample',
    audit: 'inspection-visit.sample-settled',
    params: sampleParams,
    body: sampleResultSchema,
    status: 200,
    example: { body: inspectionExamples.sampleResult },
    handle: (work, { params, body }) => after(work, settleSample(work, { ...params, ...body })),
  }),
];
