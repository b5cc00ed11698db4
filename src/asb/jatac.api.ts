import { z } from 'zod';
import { stepsShown } from '../enforcement/index.ts';
import { demand, type Result } from '../platform/failures/failures.ts';
import { apiGet, apiPost, type Route } from '../platform/http/declare.ts';
import type { Work } from '../platform/http/work.ts';
import { asbExamples } from './asb.examples.ts';
import { chairJatac, sitAtJatac } from './asb.permissions.ts';
import { accountOf, nominationPageView, planPageView } from './asb.queries.ts';
import { accountView, actionsView, nominationRowView, nominationView, planView } from './asb.views.ts';
import { addNominationAction, contribute, nominate, nominationSteps } from './nomination.commands.ts';
import {
  actionSchema,
  contributionSchema,
  nominateSchema,
  nominationListQuery,
  nominationParams,
  nominationStepParams,
  planActionSchema,
  planParams,
} from './nomination.forms.ts';
import { listActions, listNominations, type Nomination } from './nomination.store.ts';
import { addPlanAction } from './plan.commands.ts';
import { stepSchema } from './step.fields.ts';
import { takeStep } from './steps.ts';

async function shown(work: Work, id: string): Promise<z.input<typeof nominationView>> {
  const { nomination, steps, ...rest } = demand(await nominationPageView(work, id));
  return { ...nomination, ...rest, steps: stepsShown(steps) };
}
const after = async (work: Work, result: Promise<Result<Nomination>>) => shown(work, demand(await result).id);
/** A plan as the API gives it. */
export async function shownPlan(work: Work, id: string): Promise<z.input<typeof planView>> {
  const { plan, actions, missingNow } = demand(await planPageView(work, id));
  return { ...plan, actions, missingNow };
}
const path = '/api/v1/nominations/:nominationId';
const own = { permission: sitAtJatac, params: nominationParams, output: nominationView };

/** Joint agency tasking as JSON: nominations, contributions, actions, plans before a release. */
export const jatacApi: readonly Route[] = [
  apiGet({
    path: '/api/v1/nominations',
    words: 'Nominations that your agency is told of, a page at a time',
    permission: sitAtJatac,
    audit: 'nomination.listed',
    query: nominationListQuery,
    output: z.object({ nominations: z.array(nominationRowView), next: z.string().nullable() }),
    handle: (work, { query }) => listNominations(work, query),
  }),
  apiPost({
    path: '/api/v1/nominations',
    words: 'Nominate somebody to joint agency tasking under a category',
    permission: sitAtJatac,
    audit: 'nomination.made',
    body: nominateSchema,
    output: nominationView,
    example: { body: asbExamples.nomination },
    handle: (work, { body }) => after(work, nominate(work, body)),
  }),
  apiGet({
    ...own,
    path,
    words: 'One nomination, with what you are of the audience of',
    audit: 'nomination.read',
    handle: (work, { params }) => shown(work, params.nominationId),
  }),
  apiPost({
    ...own,
    path: `${path}/contributions`,
    words: 'Bring what your agency knows, for the group or for named people',
    audit: 'nomination.contributed',
    body: contributionSchema,
    example: { body: asbExamples.contribution },
    handle: (work, { params, body }) => after(work, contribute(work, { ...params, ...body })),
  }),
  apiPost({
    ...own,
    path: `${path}/actions`,
    permission: chairJatac,
    words: 'Set an action of the meeting to a service, as a task',
    audit: 'nomination.action-set',
    body: actionSchema,
    example: { body: asbExamples.action },
    handle: (work, { params, body }) => after(work, addNominationAction(work, { ...params, ...body })),
  }),
  apiPost({
    ...own,
    path: `${path}/steps/:nominationStep`,
    permission: chairJatac,
    words: 'Take a step of a nomination: take it, do not take it, close it',
    audit: 'nomination.stepped',
    params: nominationStepParams,
    body: stepSchema,
    status: 200,
    example: { params: { nominationStep: 'accept' }, body: asbExamples.step },
    handle: (work, { params: { nominationId, nominationStep }, body }) =>
      after(work, takeStep(nominationSteps, work, nominationId, nominationStep, body)),
  }),
  apiGet({
    path: '/api/v1/release-plans/:releasePlanId',
    words: 'One plan before a release, and what is missing of it',
    permission: sitAtJatac,
    audit: 'release-plan.read',
    params: planParams,
    output: planView,
    handle: (work, { params }) => shownPlan(work, params.releasePlanId),
  }),
  apiPost({
    path: '/api/v1/release-plans/:releasePlanId/actions',
    words: 'Put an action on a plan: who does it, and from when before the release',
    permission: sitAtJatac,
    audit: 'release-plan.action-set',
    params: planParams,
    body: planActionSchema,
    output: planView,
    example: { body: asbExamples.planAction },
    handle: async (work, { params, body }) =>
      shownPlan(work, demand(await addPlanAction(work, { ...params, ...body })).id),
  }),
  apiGet({
    path: '/api/v1/nomination-actions',
    words: 'Actions that your agency has to do',
    permission: sitAtJatac,
    audit: 'nomination.actions-listed',
    output: actionsView,
    handle: async (work) => ({ actions: await listActions(work, { mine: 'to-do' }) }),
  }),
  apiGet({
    path: '/api/v1/nomination-account',
    words: 'What each agency was asked to do by yours as chair, and how it stands',
    permission: chairJatac,
    audit: 'nomination.account-read',
    output: accountView,
    handle: async (work) => ({ agencies: await accountOf(work) }),
  }),
];
