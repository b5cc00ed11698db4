import { z } from 'zod';
import { patrolLines, teamPriorities } from '../../reference/jet.ts';
import { listAreas } from '../directory/index.ts';
import { optional, text, withDays } from '../enforcement/index.ts';
import { mayUse } from '../platform/access/permission.ts';
import { demand, notFound, ok } from '../platform/failures/failures.ts';
import { doneUnder } from '../platform/http/again.ts';
import { type Ask, act, apiGet, apiPost, type Route, show } from '../platform/http/declare.ts';
import { page, redirect } from '../platform/http/reply.ts';
import { about, type Work } from '../platform/http/work.ts';
import { asTyped, type FormState } from '../platform/ui/index.ts';
import { jetExamples } from './jet.examples.ts';
import { logPatrols, planPatrols as mayPlanPatrols, readPlans } from './jet.permissions.ts';
import { endPlan, logPatrol, planPatrols } from './plan.commands.ts';
import { patrolSchema } from './plan.forms.ts';
import { PlanForm, PlanPage, PlansPage } from './plan.pages.tsx';
import { findPlan, listPatrols, listPlans } from './plan.store.ts';
import { codesOf, dayOf, said, someOf, versionSchema } from './time.forms.ts';

const planSchema = z.preprocess(
  withDays('fromOn', 'toOn'),
  z.object({
    title: said('the title', 100, 'Enter a title'),
    districtCode: z.string('Choose the district').min(1, 'Choose the district').max(20),
    place: said('where', 200, 'Say where'),
    orderReference: optional(text('the order', 60)),
    fromOn: dayOf('Enter the first day'),
    toOn: dayOf('Enter the last day'),
    priority: z.enum(codesOf(teamPriorities), 'Choose the priority it serves'),
    lines: someOf(patrolLines, 'Choose from the list'),
    words: text('the rest', 1000).default(''),
  }),
);
const planParams = z.object({ patrolPlanId: z.uuid() });
const planView = z.object({
  id: z.string(),
  reference: z.string(),
  title: z.string(),
  districtCode: z.string(),
  place: z.string(),
  orderReference: z.string().nullable(),
  fromOn: z.string(),
  toOn: z.string(),
  priority: z.string(),
  lines: z.array(z.string()),
  words: z.string(),
  status: z.string(),
  version: z.number(),
  patrols: z.number(),
  formsSent: z.number(),
});
const wholeView = planView.extend({
  log: z.array(
    z.object({
      reference: z.string(),
      officerName: z.string(),
      onDay: z.string(),
      minutes: z.number(),
      lines: z.array(z.string()),
      words: z.string(),
      formsSent: z.number(),
    }),
  ),
});
const opened = async (work: Work, id: string) => {
  const found = await findPlan(work, id);
  about(work, 'patrol-plan', id);
  return demand(found ? ok(found) : notFound);
};
const whole = async (work: Work, id: string) => ({
  ...(await opened(work, id)),
  log: await listPatrols(work, id),
});

async function formPage(work: Work, ask: Ask, again: FormState) {
  const districts = await listAreas(work.db, 'district', work.clock.today());
  const body = <PlanForm {...again} csrf={ask.csrf} districts={districts} />;
  return page('Plan patrols', body, {
    back: { href: '/teams/plans', text: 'Patrol plans' },
    problems: again.problems,
  });
}
async function planPage(work: Work, id: string, ask: Ask, again?: FormState) {
  const plan = await opened(work, id);
  const body = (
    <PlanPage
      {...(again ?? { problems: [], typed: asTyped({ onDay: work.clock.today() }) })}
      csrf={ask.csrf}
      plan={plan}
      patrols={await listPatrols(work, id)}
      mayPlan={mayUse(work.viewer, mayPlanPatrols)}
      mayLog={mayUse(work.viewer, logPatrols)}
      formKey={work.ids.next()}
    />
  );
  return page(plan.title, body, {
    ...{ back: { href: '/teams/plans', text: 'Patrol plans' }, marking: 'OFFICIAL-SENSITIVE' },
    problems: again?.problems ?? [],
  });
}
const planDone = doneUnder('/teams/plans');
const one = { params: planParams, output: wholeView };

/** Targeted patrol plans and their patrols: pages, and the same as JSON. */
export const planRoutes: readonly Route[] = [
  show({
    path: '/teams/plans',
    words: 'Your agency’s patrol plans',
    permission: readPlans,
    audit: 'patrol-plan.listed',
    handle: async (work) => {
      const plans = await listPlans(work);
      const mayPlan = mayUse(work.viewer, mayPlanPatrols);
      return page('Patrol plans', <PlansPage viewer={work.viewer} plans={plans} mayPlan={mayPlan} />, {
        wide: true,
      });
    },
  }),
  show({
    path: '/teams/plans/new',
    words: 'The form for planning patrols',
    permission: mayPlanPatrols,
    audit: 'patrol-plan.new-shown',
    handle: (work, _input, ask) => formPage(work, ask, { problems: [], typed: {} }),
  }),
  act({
    path: '/teams/plans',
    words: 'Plan targeted patrols for a priority',
    permission: mayPlanPatrols,
    audit: 'patrol-plan.made',
    body: planSchema,
    example: { body: jetExamples.plan },
    handle: async (work, { body }) => planDone(await planPatrols(work, body), 'Planned'),
    invalid: (work, { raw, problems }, ask) => formPage(work, ask, { problems, typed: raw }),
  }),
  show({
    path: '/teams/plans/:patrolPlanId',
    words: 'One patrol plan, its patrols and what came of them',
    permission: readPlans,
    audit: 'patrol-plan.opened',
    params: planParams,
    handle: (work, { params }, ask) => planPage(work, params.patrolPlanId, ask),
  }),
  act({
    path: '/teams/plans/:patrolPlanId/patrols',
    words: 'Log a patrol of a plan, with the time that it took',
    permission: logPatrols,
    audit: 'patrol.logged',
    params: planParams,
    body: patrolSchema,
    example: { body: jetExamples.patrol },
    handle: async (work, { params, body }) => {
      demand(await logPatrol(work, { ...params, ...body }));
      return redirect(`/teams/plans/${params.patrolPlanId}`, { flash: 'Logged' });
    },
    invalid: (work, { params, raw, problems }, ask) =>
      planPage(work, params.patrolPlanId, ask, { problems, typed: raw }),
  }),
  act({
    path: '/teams/plans/:patrolPlanId/end',
    words: 'End a patrol plan',
    permission: mayPlanPatrols,
    audit: 'patrol-plan.ended',
    params: planParams,
    body: versionSchema,
    example: { body: { version: 1 } },
    handle: async (work, { params, body }) => planDone(await endPlan(work, { ...params, ...body }), 'Ended'),
    invalid: (work, { params, problems }, ask) =>
      planPage(work, params.patrolPlanId, ask, { problems, typed: {} }),
  }),
  apiGet({
    path: '/api/v1/patrol-plans',
    words: 'Your agency’s patrol plans',
    permission: readPlans,
    audit: 'patrol-plan.listed',
    output: z.object({ plans: z.array(planView) }),
    handle: async (work) => ({ plans: await listPlans(work) }),
  }),
  apiPost({
    path: '/api/v1/patrol-plans',
    words: 'Plan targeted patrols for a priority',
    permission: mayPlanPatrols,
    audit: 'patrol-plan.made',
    body: planSchema,
    output: wholeView,
    example: { body: jetExamples.plan },
    handle: async (work, { body }) => whole(work, demand(await planPatrols(work, body)).id),
  }),
  apiGet({
    ...one,
    path: '/api/v1/patrol-plans/:patrolPlanId',
    words: 'One patrol plan, its patrols and what came of them',
    permission: readPlans,
    audit: 'patrol-plan.opened',
    handle: (work, { params }) => whole(work, params.patrolPlanId),
  }),
  apiPost({
    ...one,
    path: '/api/v1/patrol-plans/:patrolPlanId/patrols',
    words: 'Log a patrol of a plan, with the time that it took',
    permission: logPatrols,
    audit: 'patrol.logged',
    body: patrolSchema,
    example: { body: jetExamples.patrol },
    handle: async (work, { params, body }) => {
      demand(await logPatrol(work, { ...params, ...body }));
      return whole(work, params.patrolPlanId);
    },
  }),
  apiPost({
    ...one,
    path: '/api/v1/patrol-plans/:patrolPlanId/end',
    words: 'End a patrol plan',
    permission: mayPlanPatrols,
    audit: 'patrol-plan.ended',
    body: versionSchema,
    status: 200,
    example: { body: { version: 1 } },
    handle: async (work, { params, body }) =>
      whole(work, demand(await endPlan(work, { ...params, ...body })).id),
  }),
];
