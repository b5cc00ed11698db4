import { refusedOnForm } from '../assurance/index.ts';
import { listAreas } from '../directory/index.ts';
import { ownOfficers } from '../operations/index.ts';
import { demand, FailureThrown, notFound } from '../platform/failures/failures.ts';
import { addressWith } from '../platform/http/address.ts';
import { type Again, doneUnder, formsOn } from '../platform/http/again.ts';
import { type Ask, act, type Route, show } from '../platform/http/declare.ts';
import { page } from '../platform/http/reply.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { asTyped } from '../platform/ui/index.ts';
import { withHold } from '../records/index.ts';
import { inspect, readTests } from './inspection.permissions.ts';
import { inspectionExamples } from './inspection.words.ts';
import { findQuery } from './premises.forms.ts';
import { marking, otherAgencies } from './premises.routes.tsx';
import { premisesToChoose } from './premises.store.ts';
import { editPurchase, planPurchase } from './purchase.commands.ts';
import {
  purchaseEditSchema,
  purchaseListQuery,
  purchaseOfficerParams,
  purchaseOfficerSchema,
  purchaseParams,
  purchaseSchema,
  selectionParams,
  selectionSchema,
  volunteerSchema,
  welfareSchema,
} from './purchase.forms.ts';
import { PurchasesPage } from './purchase.pages.tsx';
import { openPurchase, purchasePageView } from './purchase.queries.ts';
import { listPurchases, type Purchase } from './purchase.store.ts';
import { PurchasePage } from './purchase-file.pages.tsx';
import { PurchaseForm } from './purchase-form.pages.tsx';
import {
  addPurchaseOfficer,
  addVolunteer,
  addWelfare,
  removePurchaseOfficer,
} from './purchase-staff.commands.ts';
import { choosePremises, dropPremises } from './selection.commands.ts';

/** What was typed and what is wrong with it, and in which form of the page. */
export interface PurchaseAgain extends Again {
  form?: string;
}
const nothing: PurchaseAgain = { problems: [], typed: {} };
const back = { href: '/test-purchases', text: 'Test purchases' };
export const toFile = (id: string) => ({ href: `/test-purchases/${id}`, text: 'The operation' });

export async function shownPurchase(
  work: Work,
  id: string,
  ask: Ask,
  again: PurchaseAgain = nothing,
  find = '',
) {
  const view = demand(await purchasePageView(work, id));
  const { isLead, isInspector, purchase } = view;
  const isChosen = isLead && purchase.status === 'planned';
  const body = (
    <PurchasePage
      {...view}
      {...again}
      csrf={ask.csrf}
      colleagues={isInspector ? await ownOfficers(work) : []}
      toChooseFrom={isChosen ? await premisesToChoose(work, find) : undefined}
    />
  );
  return page(purchase.name, await withHold(work, 'purchase', id, body), {
    back: isInspector ? back : { href: '/test-purchases/table', text: 'Table of test purchases' },
    marking,
    problems: again.problems,
  });
}
/** After an act: back to the operation with a line that says what happened; a refused field shows the form again. */
export const purchaseDone = doneUnder('/test-purchases');

async function planForm(work: Work, ask: Ask, again: Again, purchase?: Purchase) {
  const title = purchase ? 'Change the plan' : 'Plan a test-purchase operation';
  const body = (
    <PurchaseForm
      title={title}
      action={purchase ? `/test-purchases/${purchase.id}/edit` : '/test-purchases'}
      hidden={purchase ? { version: purchase.version } : {}}
      districts={await listAreas(work.db, 'district', work.clock.today())}
      agencies={purchase ? undefined : await otherAgencies(work)}
      csrf={ask.csrf}
      {...again}
    />
  );
  return page(title, body, { back: purchase ? toFile(purchase.id) : back, problems: again.problems });
}
async function editForm(work: Work, id: string, ask: Ask, again?: Again) {
  const purchase = demand(await openPurchase(work, id));
  if (purchase.status !== 'planned' || purchase.agencyId !== officerOf(work).agencyId)
    throw new FailureThrown(notFound.failure);
  return planForm(work, ask, again ?? { problems: [], typed: asTyped({ ...purchase }) }, purchase);
}
/** The page of an operation again, by the form of it that was sent. */
export const onPurchase = formsOn((work, { purchaseId }: { purchaseId: string }, ask, again) =>
  shownPurchase(work, purchaseId, ask, again),
);
const shared = { permission: inspect, params: purchaseParams };
/** Pages of planning a test purchase. */
export const purchasePlanRoutes: readonly Route[] = [
  show({
    path: '/test-purchases',
    words: 'Test-purchase operations that your agency leads or takes part in',
    permission: inspect,
    audit: 'purchase.listed',
    query: purchaseListQuery,
    handle: async (work, { query }) => {
      const { purchases, next } = await listPurchases(work, query);
      const nextHref = next ? addressWith('/test-purchases', {}, { after: next }) : undefined;
      return page('Test purchases', <PurchasesPage {...{ purchases, nextHref }} />, { wide: true, marking });
    },
  }),
  show({
    path: '/test-purchases/new',
    words: 'The form for planning a test-purchase operation',
    permission: inspect,
    audit: 'purchase.new-shown',
    handle: (work, _input, ask) => planForm(work, ask, nothing),
  }),
  act({
    path: '/test-purchases',
    words: 'Plan a test-purchase operation',
    permission: inspect,
    audit: 'purchase.planned',
    body: purchaseSchema,
    example: { body: inspectionExamples.purchase },
    handle: async (work, { body }) => purchaseDone(await planPurchase(work, body), 'Saved'),
    invalid: (work, { raw, problems }, ask) => planForm(work, ask, { problems, typed: raw }),
  }),
  show({
    ...shared,
    path: '/test-purchases/:purchaseId',
    words: 'One test-purchase operation: plan, premises, attempts, follow-ups',
    permission: readTests,
    audit: 'purchase.opened',
    query: findQuery,
    handle: (work, { params, query }, ask) =>
      shownPurchase(work, params.purchaseId, ask, nothing, query.find),
  }),
  show({
    ...shared,
    path: '/test-purchases/:purchaseId/edit',
    words: 'The form for changing the plan of a test-purchase operation',
    audit: 'purchase.edit-shown',
    handle: (work, { params }, ask) => editForm(work, params.purchaseId, ask),
  }),
  act({
    ...shared,
    path: '/test-purchases/:purchaseId/edit',
    words: 'Change the plan of a test-purchase operation before it is settled',
    audit: 'purchase.edited',
    body: purchaseEditSchema,
    example: { body: { ...inspectionExamples.purchase, version: 1 } },
    handle: async (work, { params, body }) =>
      purchaseDone(await editPurchase(work, { ...params, ...body }), 'Saved'),
    invalid: (work, { params, raw, problems }, ask) =>
      editForm(work, params.purchaseId, ask, { problems, typed: raw }),
  }),
  act({
    ...shared,
    path: '/test-purchases/:purchaseId/premises',
    words:
      'Choose premises to be tested, with the reason: intelligence, a complaint, a failed test or a concern',
    audit: 'purchase.premises-chosen',
    body: selectionSchema,
    example: { body: inspectionExamples.selection },
    handle: async (work, { params, body }) =>
      purchaseDone(refusedOnForm(await choosePremises(work, { ...params, ...body }), 'premisesId'), 'Chosen'),
    invalid: onPurchase('selections'),
  }),
  act({
    path: '/test-purchases/:purchaseId/premises/:selectionId/remove',
    words: 'Take premises off the plan of a test purchase',
    permission: inspect,
    audit: 'purchase.premises-dropped',
    params: selectionParams,
    handle: async (work, { params }) => purchaseDone(await dropPremises(work, params), 'Taken off'),
  }),
  act({
    ...shared,
    path: '/test-purchases/:purchaseId/officers',
    words: 'Put an officer of your agency on a part; the power it needs is checked',
    audit: 'purchase.officer-added',
    body: purchaseOfficerSchema,
    example: { body: inspectionExamples.officer },
    handle: async (work, { params, body }) =>
      purchaseDone(await addPurchaseOfficer(work, { ...params, ...body }), 'On the plan'),
    invalid: onPurchase('officers'),
  }),
  act({
    path: '/test-purchases/:purchaseId/officers/:purchaseOfficerId/remove',
    words: 'Take an officer of your agency off a part of a test purchase',
    permission: inspect,
    audit: 'purchase.officer-removed',
    params: purchaseOfficerParams,
    handle: async (work, { params }) => purchaseDone(await removePurchaseOfficer(work, params), 'Taken off'),
  }),
  act({
    ...shared,
    path: '/test-purchases/:purchaseId/volunteers',
    words: 'Add a volunteer by a code and the age on the day, with the days of the consents',
    audit: 'purchase.volunteer-added',
    body: volunteerSchema,
    example: { body: inspectionExamples.volunteer },
    handle: async (work, { params, body }) =>
      purchaseDone(await addVolunteer(work, { ...params, ...body }), 'Added'),
    invalid: onPurchase('volunteers'),
  }),
  act({
    ...shared,
    path: '/test-purchases/:purchaseId/welfare',
    words: 'Write down how a volunteer is looked after',
    audit: 'purchase.welfare-written',
    body: welfareSchema,
    example: { body: inspectionExamples.welfare },
    handle: async (work, { params, body }) =>
      purchaseDone(await addWelfare(work, { ...params, ...body }), 'Written down'),
    invalid: onPurchase('welfare'),
  }),
];
