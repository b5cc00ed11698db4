import { z } from 'zod';
import { demand } from '../../platform/failures/failures.ts';
import { apiGet, apiPost, type Route } from '../../platform/http/declare.ts';
import type { Work } from '../../platform/http/work.ts';
import { keepRequirements, readIntelligence, submitIntelligence } from '../intelligence.permissions.ts';
import {
  answering,
  changing,
  ending,
  itemsParams,
  planEnding,
  planning,
  unanswering,
} from './requirement.acts.ts';
import {
  answeredBy,
  askFor,
  askNoMore,
  changeAsked,
  notAnsweredBy,
  openRequirement,
  planDone,
  planFor,
} from './requirement.commands.ts';
import { requirementExamples, requirementParams, requirementSchema } from './requirement.forms.ts';
import { listRequirements, requirementsShown } from './requirement.store.ts';

const shownShape = z.object({
  ...{ reference: z.string(), question: z.string(), lookFor: z.string(), shownUntil: z.string() },
});
const instant = z.date().transform((at) => at.toISOString());
const requirementShape = shownShape.extend({
  ...{ id: z.string(), why: z.string(), shownFrom: z.string(), endedOn: z.string().nullable() },
  ...{ endWhy: z.string().nullable(), version: z.number(), items: z.number() },
  ...{ openPlans: z.number(), overduePlans: z.number() },
});
const wholeShape = requirementShape.extend({
  plan: z.array(
    z.object({
      ...{ id: z.string(), words: z.string(), ownerWords: z.string(), dueOn: z.string() },
      result: z.string().nullable(),
    }),
  ),
  answeredBy: z.array(
    z.object({ id: z.string(), reference: z.string(), title: z.string(), receivedAt: instant }),
  ),
});
async function whole(work: Work, id: string) {
  const { requirement, ...parts } = demand(await openRequirement(work, id));
  return { ...requirement, ...parts };
}
const api = '/api/v1/intelligence/requirements';
/** The same as JSON, and what is shown to whoever may send a form. */
export const requirementApi: readonly Route[] = [
  apiGet({
    path: '/api/v1/intelligence-requirements',
    words: 'What the intelligence unit would like to know from those who happen to',
    permission: submitIntelligence,
    audit: 'requirement.shown',
    output: z.object({ requirements: z.array(shownShape) }),
    handle: async (work) => ({ requirements: await requirementsShown(work) }),
  }),
  apiGet({
    path: api,
    words: 'What the unit needs to know, and how far it is answered',
    permission: readIntelligence,
    audit: 'requirement.listed',
    output: z.object({ requirements: z.array(requirementShape) }),
    handle: async (work) => ({ requirements: await listRequirements(work) }),
  }),
  apiPost({
    path: api,
    words: 'Write down what the unit needs to know, and show it to whoever may send a form',
    permission: keepRequirements,
    audit: 'requirement.made',
    body: requirementSchema,
    output: wholeShape,
    example: { body: requirementExamples.requirement },
    handle: async (work, { body }) => whole(work, demand(await askFor(work, body)).id),
  }),
  apiGet({
    path: `${api}/:irId`,
    words: 'One requirement, with its collection plan and what answered it',
    permission: readIntelligence,
    audit: 'requirement.opened',
    params: requirementParams,
    output: wholeShape,
    handle: (work, { params: { irId } }) => whole(work, irId),
  }),
  apiPost({
    ...{ ...changing, path: `${api}/:irId/change`, output: wholeShape, status: 200 },
    handle: async (work, { params, body }) =>
      whole(work, demand(await changeAsked(work, { ...params, ...body })).id),
  }),
  apiPost({
    ...{ ...ending, path: `${api}/:irId/end`, output: wholeShape, status: 200 },
    handle: async (work, { params, body }) =>
      whole(work, demand(await askNoMore(work, { ...params, ...body })).id),
  }),
  apiPost({
    ...{ ...planning, path: `${api}/:irId/plan`, output: wholeShape, status: 200 },
    handle: async (work, { params, body }) =>
      whole(work, demand(await planFor(work, { ...params, ...body })).id),
  }),
  apiPost({
    ...{ ...planEnding, path: `${api}/:irId/plan/:planId/result`, output: wholeShape, status: 200 },
    handle: async (work, { params, body }) =>
      whole(work, demand(await planDone(work, { ...params, ...body })).id),
  }),
  apiPost({
    ...{ ...answering, path: `${api}/:irId/items`, output: wholeShape, status: 200 },
    handle: async (work, { params, body }) =>
      whole(work, demand(await answeredBy(work, { ...params, ...body })).id),
  }),
  apiPost({
    ...{ ...unanswering, path: `${api}/:irId/items/:itemId/remove` },
    ...{ body: z.object({}), output: wholeShape, status: 200 },
    example: { params: itemsParams, body: {} },
    handle: async (work, { params }) => whole(work, demand(await notAnsweredBy(work, params)).id),
  }),
];
