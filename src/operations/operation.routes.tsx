import { refusedOnForm } from '../assurance/index.ts';
import { listAgencies, listAreas } from '../directory/index.ts';
import { mayUse } from '../platform/access/permission.ts';
import { demand, FailureThrown, notFound } from '../platform/failures/failures.ts';
import { addressWith } from '../platform/http/address.ts';
import { type Again, doneUnder } from '../platform/http/again.ts';
import { type Ask, act, type Route, show } from '../platform/http/declare.ts';
import { type PageReply, page } from '../platform/http/reply.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { asTyped } from '../platform/ui/index.ts';
import { withHold } from '../records/index.ts';
import { answerPlan, editOperation, planOperation } from './operation.commands.ts';
import {
  answerPlanSchema,
  editPlanSchema,
  officerSchema,
  operationListQuery,
  operationOfficerParams,
  operationParams,
  planSchema,
  visitSchema,
} from './operation.forms.ts';
import { OperationPage, OperationsPage } from './operation.pages.tsx';
import { planOperations, readOperations, takePart } from './operation.permissions.ts';
import { openOperation, operationPageView } from './operation.queries.ts';
import { listOperations, type Operation, ownOfficers } from './operation.store.ts';
import { operationExamples } from './operation.words.ts';
import { PlanForm } from './operation-form.pages.tsx';
import { addOfficer, removeOfficer, screenVisit } from './staff.commands.ts';

/** What was typed and what is wrong with it, and in which form of the page. */
export interface OperationAgain extends Again {
  form?: 'answer' | 'officers' | 'visits' | 'debrief';
}
const nothing: OperationAgain = { problems: [], typed: {} };
const marking = 'OFFICIAL-SENSITIVE';
const back = { href: '/operations', text: 'Days of action' };
export const toFile = (id: string) => ({ href: `/operations/${id}`, text: 'The operation' });

export async function shownOperation(
  work: Work,
  id: string,
  ask: Ask,
  again: OperationAgain = nothing,
): Promise<PageReply> {
  const view = demand(await operationPageView(work, id));
  const mayPlan = mayUse(work.viewer, planOperations);
  const body = (
    <OperationPage
      {...view}
      {...again}
      csrf={ask.csrf}
      colleagues={mayPlan ? await ownOfficers(work) : []}
      mayPlan={mayPlan}
      mayTakePart={mayUse(work.viewer, takePart)}
    />
  );
  return page(view.operation.name, await withHold(work, 'operation', id, body), {
    back,
    marking,
    problems: again.problems,
  });
}
/** After an act: back to the day of action with a line that says what happened; a refused field shows the form again. */
export const operationDone = doneUnder('/operations');

async function planForm(work: Work, ask: Ask, again: OperationAgain, operation?: Operation) {
  const today = work.clock.today();
  const own = officerOf(work).agencyId;
  const agencies = (await listAgencies(work.db, today)).filter(
    ({ id, endsOn }) => id !== own && (endsOn === null || endsOn > today),
  );
  const title = operation ? 'Change the plan' : 'Plan a day of action';
  const body = (
    <PlanForm
      title={title}
      action={operation ? `/operations/${operation.id}/edit` : '/operations'}
      hidden={operation ? { version: operation.version } : {}}
      districts={await listAreas(work.db, 'district', today)}
      agencies={operation ? undefined : agencies}
      csrf={ask.csrf}
      {...again}
    />
  );
  return page(title, body, { back: operation ? toFile(operation.id) : back, problems: again.problems });
}
async function editForm(work: Work, id: string, ask: Ask, again?: OperationAgain) {
  const operation = demand(await openOperation(work, id));
  if (operation.status !== 'planned' || operation.agencyId !== officerOf(work).agencyId)
    throw new FailureThrown(notFound.failure);
  return planForm(work, ask, again ?? { problems: [], typed: asTyped({ ...operation }) }, operation);
}
const planning: readonly Route[] = [
  show({
    path: '/operations',
    words: 'Days of action that your agency takes part in or is asked to',
    permission: readOperations,
    audit: 'operation.listed',
    query: operationListQuery,
    handle: async (work, { query }) => {
      const { operations, next } = await listOperations(work, query);
      const body = (
        <OperationsPage
          operations={operations}
          nextHref={next ? addressWith('/operations', {}, { after: next }) : undefined}
          mayPlan={mayUse(work.viewer, planOperations)}
        />
      );
      return page('Days of action', body, { wide: true, marking });
    },
  }),
  show({
    path: '/operations/new',
    words: 'The form for planning a day of action',
    permission: planOperations,
    audit: 'operation.new-shown',
    handle: (work, _input, ask) => planForm(work, ask, nothing),
  }),
  act({
    path: '/operations',
    words: 'Plan a day of action, and ask agencies to take part',
    permission: planOperations,
    audit: 'operation.planned',
    body: planSchema,
    example: { body: operationExamples.plan },
    handle: async (work, { body }) => {
      const result = await planOperation(work, body);
      return operationDone(result, 'Saved');
    },
    invalid: (work, { raw, problems }, ask) => planForm(work, ask, { problems, typed: raw }),
  }),
  show({
    path: '/operations/:operationId',
    words: 'One day of action: plan, agencies, officers, stops, debrief',
    permission: readOperations,
    audit: 'operation.opened',
    params: operationParams,
    handle: (work, { params }, ask) => shownOperation(work, params.operationId, ask),
  }),
  show({
    path: '/operations/:operationId/edit',
    words: 'The form for changing the plan of a day of action',
    permission: planOperations,
    audit: 'operation.edit-shown',
    params: operationParams,
    handle: (work, { params }, ask) => editForm(work, params.operationId, ask),
  }),
  act({
    path: '/operations/:operationId/edit',
    words: 'Change the plan of a day of action before it is settled',
    permission: planOperations,
    audit: 'operation.edited',
    params: operationParams,
    body: editPlanSchema,
    example: { body: { ...operationExamples.plan, version: 1 } },
    handle: async (work, { params, body }) => {
      const result = await editOperation(work, { ...params, ...body });
      return operationDone(result, 'Saved');
    },
    invalid: (work, { params, raw, problems }, ask) =>
      editForm(work, params.operationId, ask, { problems, typed: raw }),
  }),
  act({
    path: '/operations/:operationId/answer',
    words: 'Say for your agency whether it takes part in a day of action',
    permission: planOperations,
    audit: 'operation.answered',
    params: operationParams,
    body: answerPlanSchema,
    example: { body: { answer: 'agreed' } },
    handle: async (work, { params, body }) =>
      operationDone(await answerPlan(work, { ...params, ...body }), 'Answered'),
    invalid: (work, { params, problems }, ask) =>
      shownOperation(work, params.operationId, ask, { problems, typed: {}, form: 'answer' }),
  }),
  act({
    path: '/operations/:operationId/officers',
    words: 'Put an officer of your agency on a part of the day; the power it needs is checked',
    permission: planOperations,
    audit: 'operation.officer-added',
    params: operationParams,
    body: officerSchema,
    example: { body: operationExamples.officer },
    handle: async (work, { params, body }) => {
      const result = await addOfficer(work, { ...params, ...body });
      return operationDone(result, 'On the plan');
    },
    invalid: (work, { params, raw, problems }, ask) =>
      shownOperation(work, params.operationId, ask, { problems, typed: raw, form: 'officers' }),
  }),
  act({
    path: '/operations/:operationId/officers/:operationOfficerId/remove',
    words: 'Take an officer of your agency off a part of the day',
    permission: planOperations,
    audit: 'operation.officer-removed',
    params: operationOfficerParams,
    handle: async (work, { params }) => operationDone(await removeOfficer(work, params), 'Taken off'),
  }),
  act({
    path: '/operations/:operationId/visits',
    words: 'Screen an address or vehicle of the plan for officer-safety markers',
    permission: planOperations,
    audit: 'operation.screened',
    params: operationParams,
    body: visitSchema,
    example: { body: operationExamples.visit },
    handle: async (work, { params, body }) => {
      const result = refusedOnForm(await screenVisit(work, { ...params, ...body }), 'address');
      return operationDone(result, 'Screened');
    },
    invalid: (work, { params, raw, problems }, ask) =>
      shownOperation(work, params.operationId, ask, { problems, typed: raw, form: 'visits' }),
  }),
];

/** Planning a day of action. */
export const operationPlanRoutes = planning;
