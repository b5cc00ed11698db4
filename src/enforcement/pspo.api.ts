import { z } from 'zod';
import { PUBLIC } from '../platform/access/permission.ts';
import { demand, type Result } from '../platform/failures/failures.ts';
import { apiGet, apiPost, type Route } from '../platform/http/declare.ts';
import type { Work } from '../platform/http/work.ts';
import { editionsView, procedureViews, stepsShown } from './procedure.api.ts';
import { editPspo, proposePspo } from './pspo.commands.ts';
import {
  editProposalSchema,
  proposalSchema,
  pspoFilterSchema,
  pspoParams,
  pspoStepParams,
  pspoStepSchema,
} from './pspo.forms.ts';
import { readPspo, writePspo } from './pspo.permissions.ts';
import { pageOfPspos, pspoPageView } from './pspo.queries.ts';
import type { Pspo } from './pspo.store.ts';
import { standingOn } from './pspo.ts';
import { pspoExamples } from './pspo.words.ts';
import { listPublished } from './pspo-parts.store.ts';
import { takePspoStep } from './pspo-step.commands.ts';

const day = z.string().nullable();
const text = z.string().nullable();
const lines = z.array(z.string());
/** Longitude and latitude in degrees, as the coordinates of a MultiPolygon. */
const outline = z.array(z.array(z.array(z.array(z.number()))));
/** An order as anybody may read it. */
const publishedView = z.object({
  pspoId: z.string(),
  reference: z.string(),
  agencyName: z.string(),
  kind: z.string(),
  title: z.string(),
  areaWords: z.string(),
  outline,
  prohibitions: lines,
  requirements: lines,
  exemptions: lines,
  isAlcohol: z.boolean(),
  startsOn: z.string(),
  endsOn: z.string(),
  challengeUntil: day,
  publishedOn: z.string(),
});
const fileView = z.object({
  id: z.string(),
  reference: z.string(),
  agencyName: z.string(),
  status: z.string(),
  kind: z.string(),
  title: z.string(),
  districtCode: z.string(),
  areaCode: text,
  areaWords: z.string(),
  prohibitions: lines,
  requirements: lines,
  exemptions: lines,
  signs: lines,
  signsUp: lines,
  signsCheckedOn: day,
  isAlcohol: z.boolean(),
  isRightOfWay: z.boolean(),
  consultRound: z.number(),
  consultFrom: day,
  consultUntil: day,
  decidedOn: day,
  decidedBy: text,
  minute: text,
  madeOn: day,
  startsOn: day,
  endsOn: day,
  endsWhy: text,
  challengeUntil: day,
  challengeWhy: text,
  publishedOn: day,
  endedOn: day,
  version: z.number(),
});
const wholeView = fileView.extend({
  outline,
  /** Where it is in time today. */
  standing: z.string(),
  /** The nearest alert before the last day, in months. */
  alert: z.number().nullable(),
  /** Published orders that cover some of the same ground on some of the same days. */
  overlaps: z.array(z.object({ reference: z.string(), title: z.string() })),
  consultees: z
    .array(
      z.object({
        consultee: z.string(),
        toldOn: z.string(),
        isNone: z.boolean(),
        answeredOn: day,
        answer: text,
      }),
    )
    .optional(),
  officers: z
    .array(z.object({ officerId: z.string(), name: z.string(), fromOn: z.string(), untilOn: day }))
    .optional(),
  papers: editionsView,
  ...procedureViews,
});

async function shown(work: Work, pspoId: string) {
  const view = demand(await pspoPageView(work, pspoId));
  const { facts } = view;
  return {
    ...view.file,
    standing: standingOn(view.file, view.today),
    alert: view.alert ?? null,
    overlaps: view.overlaps,
    consultees: facts ? [...facts.consultees] : undefined,
    officers: facts ? [...facts.officers] : undefined,
    papers: view.papers,
    events: view.events,
    steps: stepsShown(view.lines),
  };
}
const after = (work: Work, result: Result<Pspo>) => shown(work, demand(result).id);
const path = '/api/v1/pspos/:pspoId';

/** Public spaces orders as JSON: the register that anybody reads, and the same commands as the pages. */
export const pspoApi: readonly Route[] = [
  apiGet({
    path: '/api/v1/public-spaces',
    words: 'Public spaces orders in force or to come, as they were published',
    permission: PUBLIC,
    audit: 'pspo.register-read',
    output: z.object({ orders: z.array(publishedView) }),
    handle: async (work) => ({ orders: await listPublished(work.db, work.clock.today(), true) }),
  }),
  apiGet({
    path: '/api/v1/pspos',
    words: 'Public spaces orders and proposals, the latest first, a page at a time',
    permission: readPspo,
    audit: 'pspo.listed',
    query: pspoFilterSchema,
    output: z.object({ files: z.array(fileView), next: text }),
    handle: (work, { query }) => pageOfPspos(work, query),
  }),
  apiPost({
    path: '/api/v1/pspos',
    words: 'Propose a public spaces order, or record an older one',
    permission: writePspo,
    audit: 'pspo.proposed',
    body: proposalSchema,
    output: wholeView,
    example: { body: pspoExamples.proposal },
    handle: async (work, { body }) => after(work, await proposePspo(work, body)),
  }),
  apiGet({
    path,
    words: 'One public spaces order: its timeline, and what each step still needs',
    permission: readPspo,
    audit: 'pspo.opened',
    params: pspoParams,
    output: wholeView,
    handle: (work, { params }) => shown(work, params.pspoId),
  }),
  apiPost({
    path: `${path}/edit`,
    words: 'Save changes to the proposal of a public spaces order',
    permission: writePspo,
    audit: 'pspo.edited',
    params: pspoParams,
    body: editProposalSchema,
    output: wholeView,
    status: 200,
    example: { body: { ...pspoExamples.proposal, version: 1 } },
    handle: async (work, { params, body }) => after(work, await editPspo(work, { ...params, ...body })),
  }),
  apiPost({
    path: `${path}/steps/:pspoStep`,
    words: 'Take a step: evidence, consult, decide, make, publish, authorise, extend, vary, discharge',
    permission: writePspo,
    audit: 'pspo.stepped',
    params: pspoStepParams,
    body: pspoStepSchema,
    output: wholeView,
    status: 200,
    example: { params: { pspoStep: 'withdraw' }, body: pspoExamples.step },
    handle: async (work, { params: { pspoId, pspoStep }, body }) =>
      after(work, await takePspoStep(work, { ...body, pspoId, action: pspoStep })),
  }),
];
