import { z } from 'zod';
import { demand, type Result } from '../../platform/failures/failures.ts';
import { apiGet, apiPost, type Example, type Route } from '../../platform/http/declare.ts';
import type { Work } from '../../platform/http/work.ts';
import { keepGroups, readIntelligence } from '../intelligence.permissions.ts';
import {
  assessOcg,
  changeCard,
  endAction,
  openCard,
  openOcg,
  planAction,
  putOnCard,
  recordDisruption,
  reviewCard,
  takeOffCard,
} from './ocg.commands.ts';
import {
  ocgActionParams,
  ocgAssessSchema,
  ocgCardSchema,
  ocgDisruptionSchema,
  ocgEndSchema,
  ocgExamples,
  ocgMemberApiSchema,
  ocgMemberParams,
  ocgParams,
  ocgPlanSchema,
  ocgQuery,
  ocgResultSchema,
  ocgReviewSchema,
  ocgStepSchema,
} from './ocg.forms.ts';
import { ocgTest, socTest } from './ocg.rules.ts';
import { stepCard } from './ocg.steps.ts';
import { listOcgs, type Ocg } from './ocg.store.ts';
import type { OcgParts } from './ocg-parts.store.ts';

const instant = z.date().transform((at) => at.toISOString());
const answersShape = z.object({
  ...{ intent: z.number(), capability: z.number(), harms: z.array(z.string()), people: z.number() },
  ...{ isSerious: z.string(), isContinuing: z.string(), isOrganised: z.string() },
});
const cardShape = z.object({
  ...{ id: z.string(), reference: z.string(), name: z.string(), status: z.string(), version: z.number() },
  ...{ activities: z.string(), areaWords: z.string(), seriesWords: z.string(), reviewOn: z.string() },
  ...{ leadName: z.string(), people: z.number(), openActions: z.number(), overdueActions: z.number() },
  lastDisruptionOn: z.string().nullable(),
  /** A local working score: not the national one. */
  score: z.number().nullable(),
  soc: z.string().nullable(),
  ocg: z.string().nullable(),
});
const shape = (card: Ocg) => ({
  ...card,
  soc: card.answers && socTest(card.answers).outcome,
  ocg: card.answers && ocgTest(card.answers).outcome,
});
const wholeShape = cardShape.extend({
  assessments: z.array(
    z.object({
      ...{ number: z.number(), score: z.number(), answers: answersShape, grounds: z.string() },
      ...{ madeAt: instant, madeByName: z.string() },
    }),
  ),
  members: z.array(
    z.object({
      ...{ id: z.string(), linkId: z.string(), kind: z.string(), label: z.string(), role: z.string() },
      ...{ why: z.string(), items: z.number(), endedAt: instant.nullable(), endWhy: z.string().nullable() },
    }),
  ),
  plan: z.array(
    z.object({
      ...{ id: z.string(), strand: z.string(), words: z.string(), ownerWords: z.string(), dueOn: z.string() },
      result: z.string().nullable(),
    }),
  ),
  disruptions: z.array(
    z.object({
      ...{ id: z.string(), onDay: z.string(), strand: z.string(), grade: z.string() },
      ...{ words: z.string(), evidence: z.string() },
    }),
  ),
  events: z.array(
    z.object({
      at: instant,
      kind: z.string(),
      words: z.string(),
      reason: z.string(),
      officerName: z.string(),
    }),
  ),
});
const whole = ({ card, parts }: { card: Ocg; parts: OcgParts }) => ({ ...shape(card), ...parts });

/** One act on a card; answers the card as it then stands. */
function part<Params extends { ocgId: string }, Body extends object>(given: {
  path: string;
  words: string;
  audit: string;
  params: z.ZodType<Params>;
  body: z.ZodType<Body>;
  example: Required<Pick<Example, 'body'>> & Example;
  take(work: Work, input: Params & Body): Promise<Result<{ id: string }>>;
}): Route {
  const { path, words, audit, params, body, example, take } = given;
  return apiPost({
    ...{ path: `/api/v1/intelligence/groups/:ocgId/${path}`, words, audit, permission: keepGroups },
    ...{ params, body, example, output: wholeShape, status: 200 },
    handle: async (work, input) => {
      const { id } = demand(await take(work, { ...input.params, ...input.body }));
      return whole(demand(await openOcg(work, id)));
    },
  });
}

/** Cards of organised crime groups as JSON: the same commands as the pages. */
export const ocgApi: readonly Route[] = [
  apiGet({
    path: '/api/v1/intelligence/groups',
    words: 'Cards of organised crime groups, what is to be looked at first',
    permission: readIntelligence,
    audit: 'ocg.listed',
    query: ocgQuery,
    output: z.object({ cards: z.array(cardShape) }),
    handle: async (work, { query: { status } }) => ({ cards: (await listOcgs(work, status)).map(shape) }),
  }),
  apiPost({
    path: '/api/v1/intelligence/groups',
    words: 'Open a card of an organised crime group',
    permission: keepGroups,
    audit: 'ocg.opened-new',
    body: ocgCardSchema,
    output: wholeShape,
    example: { body: ocgExamples.card },
    handle: async (work, { body }) => {
      const { id } = demand(await openCard(work, body));
      return whole(demand(await openOcg(work, id)));
    },
  }),
  apiGet({
    path: '/api/v1/intelligence/groups/:ocgId',
    words: 'One card: the tests, who is in the group, the 4P plan, and what disrupted it',
    permission: readIntelligence,
    audit: 'ocg.opened',
    params: ocgParams,
    output: wholeShape,
    handle: async (work, { params: { ocgId } }) => whole(demand(await openOcg(work, ocgId))),
  }),
  part({
    ...{ path: 'card', words: 'Change what a card says of the group', audit: 'ocg.changed' },
    ...{ params: ocgParams, body: ocgCardSchema, take: changeCard },
    example: { body: { ...ocgExamples.card, version: 1 } },
  }),
  part({
    ...{ path: 'assessments', words: 'Say how a group stands against the two tests', audit: 'ocg.assessed' },
    ...{ params: ocgParams, body: ocgAssessSchema, take: assessOcg, example: { body: ocgExamples.assess } },
  }),
  part({
    ...{ path: 'members', words: 'Put whoever an item names on a card', audit: 'ocg.member-added' },
    ...{ params: ocgParams, body: ocgMemberApiSchema, take: putOnCard },
    example: { body: { linkId: '@firmLinkId', role: 'used', why: ocgExamples.member.why } },
  }),
  part({
    ...{ path: 'members/:memberId/end', words: 'Take somebody off a card', audit: 'ocg.member-ended' },
    ...{ params: ocgMemberParams, body: ocgEndSchema, take: takeOffCard },
    example: { params: { ocgId: '@ocgId', memberId: '@ocgMemberId' }, body: ocgExamples.end },
  }),
  part({
    ...{ path: 'plan', words: 'Add an action to a group’s 4P plan', audit: 'ocg.planned' },
    ...{ params: ocgParams, body: ocgPlanSchema, take: planAction, example: { body: ocgExamples.plan } },
  }),
  part({
    ...{ path: 'plan/:actionId/result', words: 'Say what came of a planned action', audit: 'ocg.plan-ended' },
    ...{ params: ocgActionParams, body: ocgResultSchema, take: endAction },
    example: { params: { ocgId: '@ocgId', actionId: '@ocgActionId' }, body: ocgExamples.result },
  }),
  part({
    ...{ path: 'disruptions', words: 'Record what disrupted a group', audit: 'ocg.disrupted' },
    ...{ params: ocgParams, body: ocgDisruptionSchema, take: recordDisruption },
    example: { body: ocgExamples.disruption },
  }),
  part({
    ...{ path: 'reviews', words: 'Write down that a card was looked at again', audit: 'ocg.reviewed' },
    ...{ params: ocgParams, body: ocgReviewSchema, take: reviewCard, example: { body: ocgExamples.review } },
  }),
  part({
    ...{ path: 'steps', words: 'Take a step with a card: confirm, infer, put away', audit: 'ocg.stepped' },
    ...{ params: ocgParams, body: ocgStepSchema, take: stepCard, example: { body: ocgExamples.step } },
  }),
];
