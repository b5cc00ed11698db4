import { z } from 'zod';
import { listEditions, stepsShown } from '../enforcement/index.ts';
import { demand, notFound, type Result } from '../platform/failures/failures.ts';
import { apiGet, apiPost, type Route } from '../platform/http/declare.ts';
import type { Work } from '../platform/http/work.ts';
import { makeLetters, recordAttempt, voidAttempt } from './attempt.commands.ts';
import { offerToAll, offerToOne, penaliseSeller, settleFollowUp } from './follow-up.commands.ts';
import { inspect, readTests } from './inspection.permissions.ts';
import { inspectionExamples } from './inspection.words.ts';
import { editPurchase, planPurchase, takePurchaseStep } from './purchase.commands.ts';
import {
  attemptParams,
  attemptSchema,
  followUpParams,
  followUpSchema,
  offerSchema,
  purchaseEditSchema,
  purchaseListQuery,
  purchaseOfficerSchema,
  purchaseParams,
  purchaseSchema,
  purchaseStepParams,
  purchaseStepSchema,
  selectionSchema,
  tableQuery,
  voidSchema,
  volunteerSchema,
  welfareSchema,
} from './purchase.forms.ts';
import { purchasePageView } from './purchase.queries.ts';
import { listPurchases, type Purchase } from './purchase.store.ts';
import { rowOfTable, rowView, wholeView } from './purchase.views.ts';
import { addPurchaseOfficer, addVolunteer, addWelfare } from './purchase-staff.commands.ts';
import { purchaseTable } from './purchase-table.store.ts';
import { totalOf } from './purchase-table.ts';
import { toldOf } from './safety.ts';
import { choosePremises } from './selection.commands.ts';

async function shown(work: Work, id: string): Promise<z.input<typeof wholeView>> {
  const view = demand(await purchasePageView(work, id));
  const { selections, officers, volunteers, attempts, safety } = view.facts;
  return {
    ...view.purchase,
    ...{ officers: [...officers], volunteers: [...volunteers] },
    selections: selections.map((one) => ({ ...one, safety: toldOf(safety.get(one.premisesId)) })),
    ...{ attempts: [...attempts], followUps: view.followUps, welfare: view.welfare, events: view.events },
    steps: stepsShown(view.lines),
  };
}
const after = async (work: Work, result: Promise<Result<Purchase>>) => shown(work, demand(await result).id);
const path = '/api/v1/test-purchases/:purchaseId';
const own = { params: purchaseParams, output: wholeView, permission: inspect };
const ofAttempt = { ...own, params: attemptParams };

const planning: readonly Route[] = [
  apiGet({
    path: '/api/v1/test-purchases',
    words: 'Test-purchase operations that your agency leads or takes part in, a page at a time',
    permission: inspect,
    audit: 'purchase.listed',
    query: purchaseListQuery,
    output: z.object({ purchases: z.array(rowView), next: z.string().nullable() }),
    handle: (work, { query }) => listPurchases(work, query),
  }),
  apiPost({
    path: '/api/v1/test-purchases',
    words: 'Plan a test-purchase operation',
    permission: inspect,
    audit: 'purchase.planned',
    body: purchaseSchema,
    output: wholeView,
    example: { body: inspectionExamples.purchase },
    handle: (work, { body }) => after(work, planPurchase(work, body)),
  }),
  apiGet({
    ...own,
    path,
    words: 'One test-purchase operation: plan, premises, attempts, follow-ups',
    permission: readTests,
    audit: 'purchase.opened',
    handle: (work, { params }) => shown(work, params.purchaseId),
  }),
  apiPost({
    ...own,
    path: `${path}/edit`,
    words: 'Change the plan of a test-purchase operation before it is settled',
    audit: 'purchase.edited',
    body: purchaseEditSchema,
    status: 200,
    example: { body: { ...inspectionExamples.purchase, version: 1 } },
    handle: (work, { params, body }) => after(work, editPurchase(work, { ...params, ...body })),
  }),
  apiPost({
    ...own,
    path: `${path}/premises`,
    words:
      'Choose premises to be tested, with the reason: intelligence, a complaint, a failed test or a concern',
    audit: 'purchase.premises-chosen',
    body: selectionSchema,
    example: { body: inspectionExamples.selection },
    handle: (work, { params, body }) => after(work, choosePremises(work, { ...params, ...body })),
  }),
  apiPost({
    ...own,
    path: `${path}/officers`,
    words: 'Put an officer of your agency on a part; the power it needs is checked',
    audit: 'purchase.officer-added',
    body: purchaseOfficerSchema,
    example: { body: inspectionExamples.officer },
    handle: (work, { params, body }) => after(work, addPurchaseOfficer(work, { ...params, ...body })),
  }),
  apiPost({
    ...own,
    path: `${path}/volunteers`,
    words: 'Add a volunteer by a code and the age on the day, with the days of the consents',
    audit: 'purchase.volunteer-added',
    body: volunteerSchema,
    example: { body: inspectionExamples.volunteer },
    handle: (work, { params, body }) => after(work, addVolunteer(work, { ...params, ...body })),
  }),
  apiPost({
    ...own,
    path: `${path}/welfare`,
    words: 'Write down how a volunteer is looked after',
    audit: 'purchase.welfare-written',
    body: welfareSchema,
    example: { body: inspectionExamples.welfare },
    handle: (work, { params, body }) => after(work, addWelfare(work, { ...params, ...body })),
  }),
  apiPost({
    ...own,
    path: `${path}/steps/:purchaseStep`,
    words: 'Take a step of a test-purchase operation: settle, begin, complete, cancel',
    audit: 'purchase.stepped',
    params: purchaseStepParams,
    body: purchaseStepSchema,
    status: 200,
    example: { params: { purchaseStep: 'cancel' }, body: inspectionExamples.step },
    handle: (work, { params: { purchaseId, purchaseStep }, body }) =>
      after(work, takePurchaseStep(work, { ...body, purchaseId, action: purchaseStep })),
  }),
];
const testing: readonly Route[] = [
  apiPost({
    ...own,
    path: `${path}/attempts`,
    words: 'Record an attempt to buy, and what came of it',
    audit: 'purchase.attempt-recorded',
    body: attemptSchema,
    example: { body: inspectionExamples.attempt },
    handle: (work, { params, body }) => after(work, recordAttempt(work, { ...params, ...body })),
  }),
  apiPost({
    ...ofAttempt,
    path: `${path}/attempts/:attemptId/void`,
    words: 'Make an attempt void, with why',
    audit: 'purchase.attempt-voided',
    body: voidSchema,
    status: 200,
    example: { body: inspectionExamples.void },
    handle: (work, { params, body }) => after(work, voidAttempt(work, { ...params, ...body })),
  }),
  apiPost({
    ...ofAttempt,
    path: `${path}/attempts/:attemptId/follow-ups`,
    words: 'Offer one business what follows its result',
    audit: 'purchase.offered',
    body: offerSchema,
    example: { body: { kind: 'refusals-book' } },
    handle: (work, { params, body }) => after(work, offerToOne(work, { ...params, ...body })),
  }),
  apiPost({
    ...ofAttempt,
    path: `${path}/attempts/:attemptId/penalty`,
    words: 'Draft the penalty (FPN) to the seller of a failed test',
    audit: 'purchase.seller-penalised',
    output: z.object({ penaltyId: z.string() }),
    handle: async (work, { params }) => demand(await penaliseSeller(work, params)),
  }),
  apiPost({
    ...own,
    path: `${path}/offers`,
    words: 'Offer something to every business that was tested, as training to all of them',
    audit: 'purchase.offered-to-all',
    body: offerSchema,
    example: { body: { kind: 'training' } },
    handle: (work, { params, body }) => after(work, offerToAll(work, { ...params, ...body })),
  }),
  apiPost({
    ...own,
    path: `${path}/follow-ups/:followUpId`,
    words: 'Write down what came of an offer',
    audit: 'purchase.follow-up-settled',
    params: followUpParams,
    body: followUpSchema,
    status: 200,
    example: { body: inspectionExamples.followUp },
    handle: (work, { params, body }) => after(work, settleFollowUp(work, { ...params, ...body })),
  }),
  apiPost({
    ...own,
    path: `${path}/letters`,
    words: 'Make the letters that are missing: one for each business, whatever the result',
    audit: 'purchase.letters-made',
    status: 200,
    handle: (work, { params }) => after(work, makeLetters(work, params)),
  }),
  apiGet({
    path: `${path}/attempts/:attemptId/letters`,
    words: 'The letters to one business, without their bytes',
    permission: inspect,
    audit: 'purchase.letters-listed',
    params: attemptParams,
    output: z.object({
      letters: z.array(z.object({ version: z.number(), format: z.string(), sha256: z.string() })),
    }),
    handle: async (work, { params }) => {
      const { facts } = demand(await purchasePageView(work, params.purchaseId));
      if (!facts.attempts.some(({ id }) => id === params.attemptId)) demand(notFound);
      return { letters: await listEditions<'letter'>(work, 'attempt', params.attemptId) };
    },
  }),
];
/** Test-purchase operations as JSON: the same commands as the pages. */
export const purchaseApi: readonly Route[] = [
  ...planning,
  ...testing,
  apiGet({
    path: '/api/v1/test-purchase-table',
    words: 'Test purchases by date, location and operation: visited, passed, failed, and what followed',
    permission: readTests,
    audit: 'purchase.table-read',
    query: tableQuery,
    output: z.object({
      rows: z.array(rowOfTable),
      total: z.object({
        operations: z.number(),
        visited: z.number(),
        passed: z.number(),
        failed: z.number(),
        failPercent: z.number().nullable(),
      }),
    }),
    handle: async (work, { query }) => {
      const rows = await purchaseTable(work, query);
      return { rows, total: totalOf(rows) };
    },
  }),
];
