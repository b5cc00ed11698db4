import { z } from 'zod';
import { procedureViews, stepsShown } from '../enforcement/index.ts';
import { demand, type Result } from '../platform/failures/failures.ts';
import { apiGet, apiPost, type Route } from '../platform/http/declare.ts';
import type { Work } from '../platform/http/work.ts';
import { answerPlan, planOperation, takeOperationStep } from './operation.commands.ts';
import {
  answerPlanSchema,
  officerSchema,
  operationListQuery,
  operationParams,
  operationStepParams,
  operationStepSchema,
  operationStopParams,
  planSchema,
  reportSchema,
  stopSchema,
  visitSchema,
} from './operation.forms.ts';
import { planOperations, readOperations, takePart } from './operation.permissions.ts';
import { operationPageView } from './operation.queries.ts';
import { listOperations, type Operation } from './operation.store.ts';
import { operationExamples } from './operation.words.ts';
import { addOfficer, screenVisit } from './staff.commands.ts';
import { logStop, penaliseStop, reportBack } from './stop.commands.ts';

const text = z.string().nullable();
const rowView = z.object({
  id: z.string(),
  reference: z.string(),
  name: z.string(),
  status: z.string(),
  agencyName: z.string(),
  onDay: z.string(),
  districtCode: z.string(),
  version: z.number(),
});
const wholeView = rowView.extend({
  objectives: z.string(),
  roads: z.string(),
  briefing: z.string(),
  packageReference: text,
  results: text,
  lessons: text,
  agencies: z.array(
    z.object({
      agencyName: z.string(),
      state: z.string(),
      formsSent: z.number().nullable(),
      arrests: z.number().nullable(),
      wantsAgain: z.boolean().nullable(),
      debrief: text,
    }),
  ),
  officers: z.array(
    z.object({
      id: z.string(),
      officerName: z.string(),
      agencyName: z.string(),
      part: z.string(),
      powerReference: text,
    }),
  ),
  visits: z.array(z.object({ place: z.string(), result: z.string(), precautions: z.array(z.string()) })),
  stops: z.array(
    z.object({
      id: z.string(),
      reference: z.string(),
      agencyName: z.string(),
      stoppedAt: z.date().transform((at) => at.toISOString()),
      kind: z.string(),
      isLicenceChecked: z.boolean(),
      result: z.string(),
      penaltyId: text,
      place: text,
      vehicle: text,
      words: text,
    }),
  ),
  ...procedureViews,
});

async function shown(work: Work, id: string): Promise<z.input<typeof wholeView>> {
  const { operation, facts, visits, stops, events, lines, own } = demand(await operationPageView(work, id));
  return {
    ...operation,
    agencies: [...facts.agencies],
    officers: [...facts.officers],
    visits,
    // A penalty is its own agency's: to the others it is not named.
    stops: stops.map((stop) => ({
      ...stop,
      penaltyId: stop.agencyId === own?.agencyId ? stop.penaltyId : null,
    })),
    events,
    steps: stepsShown(lines),
  };
}
const after = async (work: Work, result: Promise<Result<Operation>>) => shown(work, demand(await result).id);
const path = '/api/v1/operations/:operationId';
const own = { params: operationParams, output: wholeView };

/** Days of action as JSON: the same commands as the pages. */
export const operationApi: readonly Route[] = [
  apiGet({
    path: '/api/v1/operations',
    words: 'Days of action that your agency takes part in or is asked to, a page at a time',
    permission: readOperations,
    audit: 'operation.listed',
    query: operationListQuery,
    output: z.object({ operations: z.array(rowView), next: text }),
    handle: (work, { query }) => listOperations(work, query),
  }),
  apiPost({
    path: '/api/v1/operations',
    words: 'Plan a day of action, and ask agencies to take part',
    permission: planOperations,
    audit: 'operation.planned',
    body: planSchema,
    output: wholeView,
    example: { body: operationExamples.plan },
    handle: (work, { body }) => after(work, planOperation(work, body)),
  }),
  apiGet({
    ...own,
    path,
    words: 'One day of action: plan, agencies, officers, stops, debrief',
    permission: readOperations,
    audit: 'operation.opened',
    handle: (work, { params }) => shown(work, params.operationId),
  }),
  apiPost({
    ...own,
    path: `${path}/answer`,
    words: 'Say for your agency whether it takes part in a day of action',
    permission: planOperations,
    audit: 'operation.answered',
    body: answerPlanSchema,
    status: 200,
    example: { body: { answer: 'agreed' } },
    handle: (work, { params, body }) => after(work, answerPlan(work, { ...params, ...body })),
  }),
  apiPost({
    ...own,
    path: `${path}/officers`,
    words: 'Put an officer of your agency on a part of the day; the power it needs is checked',
    permission: planOperations,
    audit: 'operation.officer-added',
    body: officerSchema,
    example: { body: operationExamples.officer },
    handle: (work, { params, body }) => after(work, addOfficer(work, { ...params, ...body })),
  }),
  apiPost({
    ...own,
    path: `${path}/visits`,
    words: 'Screen an address or vehicle of the plan for officer-safety markers',
    permission: planOperations,
    audit: 'operation.screened',
    body: visitSchema,
    example: { body: operationExamples.visit },
    handle: (work, { params, body }) => after(work, screenVisit(work, { ...params, ...body })),
  }),
  apiPost({
    ...own,
    path: `${path}/stops`,
    words: 'Log a stop of the day',
    permission: takePart,
    audit: 'operation.stop-logged',
    body: stopSchema,
    example: { body: operationExamples.stop },
    handle: (work, { params, body }) => after(work, logStop(work, { ...params, ...body })),
  }),
  apiPost({
    path: `${path}/stops/:stopId/penalty`,
    words: 'Draft the fixed penalty for what came of a stop',
    permission: takePart,
    audit: 'operation.stop-penalised',
    params: operationStopParams,
    output: z.object({ penaltyId: z.string() }),
    handle: async (work, { params }) => demand(await penaliseStop(work, params)),
  }),
  apiPost({
    ...own,
    path: `${path}/report`,
    words: 'Report for your agency how the day went',
    permission: takePart,
    audit: 'operation.reported',
    body: reportSchema,
    status: 200,
    example: { body: operationExamples.report },
    handle: (work, { params, body }) => after(work, reportBack(work, { ...params, ...body })),
  }),
  apiPost({
    ...own,
    path: `${path}/steps/:operationStep`,
    words: 'Take a step of a day of action: settle the plan, begin, debrief, cancel',
    permission: planOperations,
    audit: 'operation.stepped',
    params: operationStepParams,
    body: operationStepSchema,
    status: 200,
    example: { params: { operationStep: 'cancel' }, body: operationExamples.step },
    handle: (work, { params: { operationId, operationStep }, body }) =>
      after(work, takeOperationStep(work, { ...body, operationId, action: operationStep })),
  }),
];
