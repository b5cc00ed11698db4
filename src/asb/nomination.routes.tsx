import { z } from 'zod';
import { listServices } from '../directory/index.ts';
import { stepRoutes } from '../enforcement/index.ts';
import { demand } from '../platform/failures/failures.ts';
import { addressWith } from '../platform/http/address.ts';
import { type Route, show } from '../platform/http/declare.ts';
import { page } from '../platform/http/reply.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { withHold } from '../records/index.ts';
import { asbExamples } from './asb.examples.ts';
import { chairJatac, sitAtJatac } from './asb.permissions.ts';
import { isAsbChair } from './asb.policy.ts';
import { accountOf, nominationPageView, planPageView } from './asb.queries.ts';
import { formRoutes, asbMarking as marking } from './form-routes.tsx';
import {
  addNominationAction,
  agenciesAt,
  audienceOf,
  contribute,
  jatacSeries,
  nominate,
  nominationSteps,
  openNomination,
} from './nomination.commands.ts';
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
import { NominationPage, NominationsPage } from './nomination.pages.tsx';
import { listActions, listNominations } from './nomination.store.ts';
import { nominationTransitions } from './nomination.transitions.ts';
import {
  ActionFields,
  ContributionFields,
  NominateFields,
  PlanActionFields,
} from './nomination-form.pages.tsx';
import { AccountPage, OurActionsPage, PlanPage } from './nomination-lists.pages.tsx';
import { addPlanAction } from './plan.commands.ts';
import { stepSchema } from './step.fields.ts';
import { AsbStepCheck, AsbStepForm } from './step.pages.tsx';
import { lineOf, prepareStep, takeStep } from './steps.ts';

const list = { href: '/nominations', text: 'Joint agency tasking' };
const toNomination = ({ nominationId }: { nominationId: string }) => ({
  href: `/nominations/${nominationId}`,
  text: 'The nomination',
});
/** Services of some agencies, or of all. */
const servicesOf = async (work: Work, agencyIds: readonly string[] | null) =>
  (await listServices(work.db, work.clock.today())).filter(
    ({ agencyId }) => agencyIds === null || agencyIds.includes(agencyId),
  );
const pages: readonly Route[] = [
  show({
    path: '/nominations',
    words: 'Nominations to joint agency tasking that your agency is told of',
    permission: sitAtJatac,
    audit: 'nomination.listed',
    query: nominationListQuery,
    handle: async (work, { query }) => {
      const { nominations, next } = await listNominations(work, query);
      const nextHref = next ? addressWith('/nominations', query, { after: next }) : undefined;
      const body = (
        <NominationsPage {...{ nominations, nextHref, filter: query, isChair: isAsbChair(work.viewer) }} />
      );
      return page('Joint agency tasking', body, { wide: true, marking });
    },
  }),
  show({
    path: '/nominations/actions',
    words: 'Actions of joint agency tasking that your agency has to do',
    permission: sitAtJatac,
    audit: 'nomination.actions-listed',
    handle: async (work) => {
      const actions = await listActions(work, { mine: 'to-do' });
      return page(
        'Actions of your agency',
        <OurActionsPage {...{ actions, isChair: isAsbChair(work.viewer) }} />,
        {
          wide: true,
          marking,
        },
      );
    },
  }),
  show({
    path: '/nominations/account',
    words: 'What each agency was asked to do by yours as chair, and how it stands',
    permission: chairJatac,
    audit: 'nomination.account-read',
    handle: async (work) =>
      page('Account of agencies', <AccountPage agencies={await accountOf(work)} />, { wide: true, marking }),
  }),
  show({
    path: '/nominations/:nominationId',
    words: 'One nomination, with what you are of the audience of',
    permission: sitAtJatac,
    audit: 'nomination.read',
    params: nominationParams,
    handle: async (work, { params }) => {
      const view = demand(await nominationPageView(work, params.nominationId));
      return page(
        view.nomination.reference,
        await withHold(work, 'nomination', params.nominationId, <NominationPage {...view} />),
        { back: list, marking },
      );
    },
  }),
  show({
    path: '/release-plans/:releasePlanId',
    words: 'One plan before a release, and what is missing of it',
    permission: sitAtJatac,
    audit: 'release-plan.read',
    params: planParams,
    handle: async (work, { params }) => {
      const view = demand(await planPageView(work, params.releasePlanId));
      return page(view.plan.reference, <PlanPage {...view} />, { back: list, marking });
    },
  }),
];
const forms: readonly Route[] = [
  ...formRoutes({
    path: '/nominations/new',
    words: 'Nominate somebody to joint agency tasking under a category',
    permission: sitAtJatac,
    audit: 'nomination.made',
    params: z.object({}),
    body: nominateSchema,
    example: { body: asbExamples.nomination },
    ...{ title: 'Nominate somebody', button: 'Nominate', done: 'Nominated' },
    back: () => list,
    fields: async (work, _params, state, ask) => {
      const series = await jatacSeries(work);
      const own = officerOf(work).agencyId;
      const agencies = (await Promise.all(series.map((one) => agenciesAt(work, one)))).flat();
      const others = [...new Map(agencies.map((one) => [one.id, one])).values()].filter(
        ({ id }) => id !== own,
      );
      const asbId = new URL(ask.url, 'http://here').searchParams.get('asbId') ?? undefined;
      return <NominateFields {...{ ...state, series, agencies: others, asbId }} />;
    },
    take: (work, _params, body) => nominate(work, body),
    to: (_params, { id }) => `/nominations/${id}`,
  }),
  ...formRoutes({
    path: '/nominations/:nominationId/contributions',
    words: 'Bring what your agency knows, for the group or for named people',
    permission: sitAtJatac,
    audit: 'nomination.contributed',
    params: nominationParams,
    body: contributionSchema,
    example: { body: asbExamples.contribution },
    ...{ title: 'Bring what your agency knows', button: 'Save', done: 'Saved for its audience' },
    back: toNomination,
    fields: async (work, { nominationId }, state) => (
      <ContributionFields
        {...state}
        people={await audienceOf(work, demand(await openNomination(work, nominationId)))}
      />
    ),
    take: (work, params, body) => contribute(work, { ...params, ...body }),
  }),
  ...formRoutes({
    path: '/nominations/:nominationId/actions',
    words: 'Set an action of the meeting to a service, as a task',
    permission: chairJatac,
    audit: 'nomination.action-set',
    params: nominationParams,
    body: actionSchema,
    example: { body: asbExamples.action },
    ...{ title: 'Set an action', button: 'Set the action', done: 'Set' },
    back: toNomination,
    fields: async (work, { nominationId }, state) => {
      const { agencyIds } = demand(await openNomination(work, nominationId));
      return <ActionFields {...state} services={await servicesOf(work, agencyIds)} />;
    },
    take: (work, params, body) => addNominationAction(work, { ...params, ...body }),
  }),
  ...formRoutes({
    path: '/release-plans/:releasePlanId/actions',
    words: 'Put an action on a plan: who does it, and from when before the release',
    permission: sitAtJatac,
    audit: 'release-plan.action-set',
    params: planParams,
    body: planActionSchema,
    example: { body: asbExamples.planAction },
    ...{ title: 'Put an action on the plan', button: 'Put it on the plan', done: 'On the plan' },
    back: ({ releasePlanId }) => ({ href: `/release-plans/${releasePlanId}`, text: 'The plan' }),
    fields: async (work, { releasePlanId }, state) => {
      const { plan, parts } = demand(await planPageView(work, releasePlanId));
      const nomination = plan.nominationId ? await openNomination(work, plan.nominationId) : undefined;
      const services = await servicesOf(work, nomination?.ok ? nomination.value.agencyIds : null);
      return (
        <PlanActionFields
          {...state}
          services={services}
          parts={plan.required.map((code) => parts.find((one) => one.code === code) ?? { code, name: code })}
        />
      );
    },
    take: (work, params, body) => addPlanAction(work, { ...params, ...body }),
  }),
];
/** Pages of joint agency tasking. */
export const nominationRoutes: readonly Route[] = [
  ...pages,
  ...forms,
  ...stepRoutes(
    {
      procedure: 'nomination',
      path: '/nominations/:nominationId/steps/:nominationStep',
      permission: chairJatac,
      params: nominationStepParams,
      body: stepSchema,
      example: { params: { nominationStep: 'accept' }, body: asbExamples.step },
      words: {
        form: 'The form of a step of a nomination',
        check: 'Check a step of a nomination before it is taken',
        take: 'Take a step of a nomination: take it, do not take it, close it',
      },
    },
    {
      line: ({ nominationStep }) => lineOf(nominationTransitions, nominationStep),
      file: ({ nominationId }) => toNomination({ nominationId }),
      form: async (work, { nominationId, nominationStep }, state) => (
        <AsbStepForm
          {...{ ...state, people: [], line: lineOf(nominationTransitions, nominationStep) }}
          file={demand(await openNomination(work, nominationId))}
          address={`/nominations/${nominationId}/steps/${nominationStep}`}
        />
      ),
      prepare: (work, { nominationId, nominationStep }, input) =>
        prepareStep(nominationSteps, work, nominationId, nominationStep, input),
      check: ({ step, csrf }) => (
        <AsbStepCheck
          {...{ step, csrf }}
          address={`/nominations/${step.file.id}/steps/${step.line.action}`}
        />
      ),
      take: (work, { nominationId, nominationStep }, input) =>
        takeStep(nominationSteps, work, nominationId, nominationStep, input),
    },
  ),
];
