import { z } from 'zod';
import { stepsShown } from '../enforcement/index.ts';
import { demand, type Result } from '../platform/failures/failures.ts';
import { apiGet, apiPost, type Route } from '../platform/http/declare.ts';
import type { Work } from '../platform/http/work.ts';
import { asbExamples } from './asb.examples.ts';
import { keepAsb } from './asb.permissions.ts';
import { casePageView, contactMet, isOverdue, orderPageViewOf } from './asb.queries.ts';
import { caseRowView, caseView, orderPageView } from './asb.views.ts';
import {
  addComplainant,
  addIncident,
  addMeasure,
  assessRisk,
  noteContact,
  openCase,
} from './case.commands.ts';
import {
  asbParams,
  asbStepParams,
  assessmentSchema,
  breachSchema,
  caseListQuery,
  complainantSchema,
  contactSchema,
  incidentSchema,
  measureSchema,
  openCaseSchema,
  orderParams,
  orderSchema,
  orderStepParams,
} from './case.forms.ts';
import { caseSteps } from './case.steps.ts';
import { type AsbCase, listAsbCases } from './case.store.ts';
import { orderStepsFor, prepareOrder, recordBreach } from './order.commands.ts';
import { stepSchema } from './step.fields.ts';
import { takeStep } from './steps.ts';

async function shown(work: Work, id: string): Promise<z.input<typeof caseView>> {
  const { file, today, complainants, steps, ...rest } = demand(await casePageView(work, id));
  return {
    ...file,
    ...rest,
    isOverdue: isOverdue(file, today),
    complainants: complainants.map((one) => ({ ...one, isContactMet: contactMet(one, today) })),
    steps: stepsShown(steps),
  };
}
const after = async (work: Work, result: Promise<Result<AsbCase>>) => shown(work, demand(await result).id);
async function shownOrder(work: Work, id: string): Promise<z.input<typeof orderPageView>> {
  const { order, events, steps } = demand(await orderPageViewOf(work, id));
  return { ...order, events, steps: stepsShown(steps) };
}
const path = '/api/v1/asb/:asbId';
const own = { permission: keepAsb, params: asbParams, output: caseView };

/** Cases of anti-social behaviour as JSON: the same commands as the pages. */
export const asbApi: readonly Route[] = [
  apiGet({
    path: '/api/v1/asb',
    words: 'Cases of anti-social behaviour of your agency, a page at a time',
    permission: keepAsb,
    audit: 'asb-case.listed',
    query: caseListQuery,
    output: z.object({ cases: z.array(caseRowView), next: z.string().nullable() }),
    handle: async (work, { query }) => {
      const { cases, next } = await listAsbCases(work, query);
      const today = work.clock.today();
      return { cases: cases.map((one) => ({ ...one, isOverdue: isOverdue(one, today) })), next };
    },
  }),
  apiPost({
    path: '/api/v1/asb',
    words: 'Open a case of anti-social behaviour with the first who complains',
    permission: keepAsb,
    audit: 'asb-case.opened',
    body: openCaseSchema,
    output: caseView,
    example: { body: asbExamples.open },
    handle: (work, { body }) => after(work, openCase(work, body)),
  }),
  apiGet({
    ...own,
    path,
    words: 'One case: who complains, risk, incidents, actions, orders',
    audit: 'asb-case.read',
    handle: (work, { params }) => shown(work, params.asbId),
  }),
  apiPost({
    ...own,
    path: `${path}/complainants`,
    words: 'Add somebody else who complains, with their one contact',
    audit: 'asb-case.complainant-added',
    body: complainantSchema,
    example: { body: asbExamples.complainant },
    handle: (work, { params, body }) => after(work, addComplainant(work, { ...params, ...body })),
  }),
  apiPost({
    ...own,
    path: `${path}/contacts`,
    words: 'Write down what a complainant was told; the first is measured by the target',
    audit: 'asb-case.contacted',
    body: contactSchema,
    example: { body: asbExamples.contact },
    handle: (work, { params, body }) => after(work, noteContact(work, { ...params, ...body })),
  }),
  apiPost({
    ...own,
    path: `${path}/incidents`,
    words: 'Add an incident: the risk is to be assessed anew',
    audit: 'asb-case.incident-added',
    body: incidentSchema,
    example: { body: asbExamples.incident },
    handle: (work, { params, body }) => after(work, addIncident(work, { ...params, ...body })),
  }),
  apiPost({
    ...own,
    path: `${path}/assessments`,
    words: 'Assess the risk by the agency’s matrix; assessments before it stay whole',
    audit: 'asb-case.assessed',
    body: assessmentSchema,
    example: { body: asbExamples.assessment },
    handle: (work, { params, body }) => after(work, assessRisk(work, { ...params, ...body })),
  }),
  apiPost({
    ...own,
    path: `${path}/measures`,
    words: 'Write down what was done short of an order',
    audit: 'asb-case.measure-added',
    body: measureSchema,
    example: { body: asbExamples.measure },
    handle: (work, { params, body }) => after(work, addMeasure(work, { ...params, ...body })),
  }),
  apiPost({
    ...own,
    path: `${path}/orders`,
    words:
      'Prepare an acceptable behaviour contract, or a criminal behaviour order that the court is asked for',
    audit: 'asb-case.order-prepared',
    body: orderSchema,
    example: { body: asbExamples.order },
    handle: (work, { params, body }) => after(work, prepareOrder(work, { ...params, ...body })),
  }),
  apiPost({
    ...own,
    path: `${path}/steps/:asbStep`,
    words: 'Take a step of a case: watch, close, open again',
    audit: 'asb-case.stepped',
    params: asbStepParams,
    body: stepSchema,
    status: 200,
    example: { params: { asbStep: 'close' }, body: asbExamples.step },
    handle: (work, { params: { asbId, asbStep }, body }) =>
      after(work, takeStep(caseSteps, work, asbId, asbStep, body)),
  }),
  apiGet({
    path: '/api/v1/asb-orders/:orderId',
    words: 'One contract or order with its steps',
    permission: keepAsb,
    audit: 'asb-order.read',
    params: orderParams,
    output: orderPageView,
    handle: (work, { params }) => shownOrder(work, params.orderId),
  }),
  apiPost({
    path: '/api/v1/asb-orders/:orderId/breaches',
    words: 'Record a breach; custody with a release to come begins a plan before it',
    permission: keepAsb,
    audit: 'asb-order.breached',
    params: orderParams,
    body: breachSchema,
    output: caseView,
    example: { body: asbExamples.breach },
    handle: (work, { params, body }) => after(work, recordBreach(work, { ...params, ...body })),
  }),
  apiPost({
    path: '/api/v1/asb-orders/:orderId/steps/:orderStep',
    words: 'Take a step of a contract or an order',
    permission: keepAsb,
    audit: 'asb-order.stepped',
    params: orderStepParams,
    body: stepSchema,
    output: orderPageView,
    status: 200,
    example: { params: { orderStep: 'refuse' }, body: asbExamples.step },
    handle: async (work, { params: { orderId, orderStep }, body }) =>
      shownOrder(
        work,
        demand(await takeStep(await orderStepsFor(work, orderId), work, orderId, orderStep, body)).id,
      ),
  }),
];
