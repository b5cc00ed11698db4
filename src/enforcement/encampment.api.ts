import { z } from 'zod';
import { demand, type Result } from '../platform/failures/failures.ts';
import { apiGet, apiPost, type Route } from '../platform/http/declare.ts';
import type { Work } from '../platform/http/work.ts';
import { editEncampment, reportEncampment } from './encampment.commands.ts';
import {
  editEncampmentSchema,
  encampmentFilterSchema,
  encampmentParams,
  encampmentStepParams,
  encampmentStepSchema,
  removeVehicleSchema,
  reportEncampmentSchema,
  vehicleParams,
  vehicleSchema,
  welfareSchema,
} from './encampment.forms.ts';
import { readEncampment, writeEncampment } from './encampment.permissions.ts';
import { encampmentPageView, pageOfEncampments } from './encampment.queries.ts';
import type { Encampment } from './encampment.store.ts';
import { encampmentExamples } from './encampment.words.ts';
import { addVehicle, answerWelfare, removeVehicle } from './encampment-parts.commands.ts';
import { takeEncampmentStep } from './encampment-step.commands.ts';
import { editionsView, procedureViews, stepsShown } from './procedure.api.ts';

const day = z.string().nullable();
const text = z.string().nullable();
const number = z.number().nullable();
const moment = z
  .date()
  .nullable()
  .transform((at) => at?.toISOString() ?? null);
/** A file as the API gives it; which land it is comes only with the whole file, to the agency that answers for it. */
const fileView = z.object({
  id: z.string(),
  reference: z.string(),
  agencyName: z.string(),
  status: z.string(),
  landKind: z.string(),
  districtCode: text,
  caseId: text,
  arrivedOn: z.string(),
  caravans: z.number(),
  vehicles: z.number(),
  hasWaste: z.boolean(),
  hasDamage: z.boolean(),
  assessedOn: day,
  policeToldOn: day,
  policeDecision: text,
  policeDecidedOn: day,
  policeReturnUntil: day,
  policeReturnWhy: text,
  directedOn: day,
  returnUntil: day,
  returnWhy: text,
  complainedOn: day,
  hearingAt: moment,
  orderedOn: day,
  noticeAt: moment,
  noticeUntil: moment,
  removedAt: moment,
  leftOn: day,
  toleratedOn: day,
  toleratedUntil: day,
  cleanupPence: number,
  endedOn: day,
  version: z.number(),
});
const wholeView = fileView.extend({
  /** From how many vehicles the police are to be told, where nobody has told them. */
  tellPolice: number,
  land: z
    .object({
      landWords: text,
      ownerWords: text,
      adults: number,
      children: number,
      wasteWords: text,
      damageWords: text,
    })
    .nullable()
    .optional(),
  welfare: z.array(z.object({ item: z.string(), answer: z.string(), words: z.string() })).optional(),
  vehicleMarks: z.array(z.object({ id: z.string(), mark: z.string(), words: text })).optional(),
  /** Directions that still ran when vehicles of this file came. */
  returns: z.array(
    z.object({
      mark: z.string(),
      reference: z.string(),
      agencyName: z.string(),
      directedOn: z.string(),
      until: z.string(),
      isPolice: z.boolean(),
    }),
  ),
  services: z.array(
    z.object({
      kind: z.string(),
      ways: z.array(z.string()),
      servedAt: z.date().transform((at) => at.toISOString()),
      servedBy: z.string(),
    }),
  ),
  papers: editionsView,
  ...procedureViews,
});

async function shown(work: Work, encampmentId: string) {
  const view = demand(await encampmentPageView(work, encampmentId));
  const { facts } = view;
  return {
    ...view.file,
    tellPolice: view.tellPolice ?? null,
    land: facts?.land,
    welfare: facts ? [...facts.welfare] : undefined,
    vehicleMarks: facts ? [...facts.vehicles] : undefined,
    returns: view.returns,
    services: view.services,
    papers: view.papers,
    events: view.events,
    steps: stepsShown(view.lines),
  };
}
const after = (work: Work, result: Result<Encampment>) => shown(work, demand(result).id);
const path = '/api/v1/encampments/:encampmentId';

/** Unauthorised encampments as JSON: the same commands as the pages. */
export const encampmentApi: readonly Route[] = [
  apiGet({
    path: '/api/v1/encampments',
    words: 'Unauthorised encampments, the latest first, a page at a time',
    permission: readEncampment,
    audit: 'encampment.listed',
    query: encampmentFilterSchema,
    output: z.object({ files: z.array(fileView), next: text }),
    handle: (work, { query }) => pageOfEncampments(work, query),
  }),
  apiPost({
    path: '/api/v1/encampments',
    words: 'Report an unauthorised encampment',
    permission: writeEncampment,
    audit: 'encampment.reported',
    body: reportEncampmentSchema,
    output: wholeView,
    example: { body: encampmentExamples.report },
    handle: async (work, { body }) => after(work, await reportEncampment(work, body)),
  }),
  apiGet({
    path,
    words: 'One encampment: its timeline, and what each step still needs',
    permission: readEncampment,
    audit: 'encampment.opened',
    params: encampmentParams,
    output: wholeView,
    handle: (work, { params }) => shown(work, params.encampmentId),
  }),
  apiPost({
    path: `${path}/edit`,
    words: 'Save changes to the report of an encampment',
    permission: writeEncampment,
    audit: 'encampment.edited',
    params: encampmentParams,
    body: editEncampmentSchema,
    output: wholeView,
    status: 200,
    example: { body: { ...encampmentExamples.report, version: 1 } },
    handle: async (work, { params, body }) => after(work, await editEncampment(work, { ...params, ...body })),
  }),
  apiPost({
    path: `${path}/welfare`,
    words: 'Answer items of the welfare assessment',
    permission: writeEncampment,
    audit: 'encampment.welfare-answered',
    params: encampmentParams,
    body: welfareSchema,
    output: wholeView,
    status: 200,
    example: { body: encampmentExamples.welfare },
    handle: async (work, { params, body }) => after(work, await answerWelfare(work, { ...params, ...body })),
  }),
  apiPost({
    path: `${path}/vehicles`,
    words: 'Add a vehicle on the land by its registration mark',
    permission: writeEncampment,
    audit: 'encampment.vehicle-added',
    params: encampmentParams,
    body: vehicleSchema,
    output: wholeView,
    example: { body: encampmentExamples.vehicle },
    handle: async (work, { params, body }) => after(work, await addVehicle(work, { ...params, ...body })),
  }),
  apiPost({
    path: `${path}/vehicles/:vehicleId/remove`,
    words: 'Take a vehicle off the file that was put there by mistake',
    permission: writeEncampment,
    audit: 'encampment.vehicle-removed',
    params: vehicleParams,
    body: removeVehicleSchema,
    output: wholeView,
    status: 200,
    example: { body: { version: 1 } },
    handle: async (work, { params, body }) => after(work, await removeVehicle(work, { ...params, ...body })),
  }),
  apiPost({
    path: `${path}/steps/:encampmentStep`,
    words: 'Take a step: assess, tell the police, tolerate, direct, go to court, remove, end',
    permission: writeEncampment,
    audit: 'encampment.stepped',
    params: encampmentStepParams,
    body: encampmentStepSchema,
    output: wholeView,
    status: 200,
    example: { params: { encampmentStep: 'discard' }, body: encampmentExamples.step },
    handle: async (work, { params: { encampmentId, encampmentStep }, body }) =>
      after(work, await takeEncampmentStep(work, { ...body, encampmentId, action: encampmentStep })),
  }),
];
