import { z } from 'zod';
import { listAreas, officersOf } from '../directory/index.ts';
import { stepRoutes } from '../enforcement/index.ts';
import { demand } from '../platform/failures/failures.ts';
import { addressWith } from '../platform/http/address.ts';
import { type Route, show } from '../platform/http/declare.ts';
import { page } from '../platform/http/reply.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { withHold } from '../records/index.ts';
import { asbExamples } from './asb.examples.ts';
import { keepAsb } from './asb.permissions.ts';
import { isAsbChair } from './asb.policy.ts';
import { casePageView } from './asb.queries.ts';
import {
  addComplainant,
  addIncident,
  addMeasure,
  assessRisk,
  liveCase,
  noteContact,
  openAsbCase,
  openCase,
} from './case.commands.ts';
import {
  asbParams,
  asbStepParams,
  assessmentSchema,
  caseListQuery,
  complainantSchema,
  contactSchema,
  incidentSchema,
  measureSchema,
  openCaseSchema,
  orderSchema,
} from './case.forms.ts';
import { CasePage, CasesPage } from './case.pages.tsx';
import { caseSteps } from './case.steps.ts';
import { listAsbCases, listComplainants } from './case.store.ts';
import { asbCaseTransitions } from './case.transitions.ts';
import {
  AssessmentFields,
  ComplainantFields,
  ContactFields,
  IncidentFields,
  MeasureFields,
  OpenFields,
  OrderFields,
} from './case-form.pages.tsx';
import { formRoutes, asbMarking as marking } from './form-routes.tsx';
import { prepareOrder } from './order.commands.ts';
import { settingsOf } from './setting.store.ts';
import { stepSchema } from './step.fields.ts';
import { AsbStepCheck, AsbStepForm } from './step.pages.tsx';
import { lineOf, prepareStep, takeStep } from './steps.ts';

const colleagues = (work: Work) => officersOf(work.db, [officerOf(work).agencyId]);
const toCase = ({ asbId }: { asbId: string }) => ({ href: `/asb/${asbId}`, text: 'The case' });
const ofCase = { permission: keepAsb, params: asbParams, back: toCase };

const lists: readonly Route[] = [
  show({
    path: '/asb',
    words: 'Cases of anti-social behaviour of your agency',
    permission: keepAsb,
    audit: 'asb-case.listed',
    query: caseListQuery,
    handle: async (work, { query }) => {
      const { cases, next } = await listAsbCases(work, query);
      const body = (
        <CasesPage
          {...{ cases, today: work.clock.today(), isChair: isAsbChair(work.viewer) }}
          filter={query}
          nextHref={next ? addressWith('/asb', query, { after: next }) : undefined}
        />
      );
      return page('Anti-social behaviour', body, { wide: true, marking });
    },
  }),
  show({
    path: '/asb/:asbId',
    words: 'One case: who complains, risk, incidents, actions, orders',
    permission: keepAsb,
    audit: 'asb-case.read',
    params: asbParams,
    handle: async (work, { params }) => {
      const view = demand(await casePageView(work, params.asbId));
      return page(
        view.file.reference,
        await withHold(work, 'asb-case', params.asbId, <CasePage {...view} />),
        {
          back: { href: '/asb', text: 'Anti-social behaviour' },
          marking,
        },
      );
    },
  }),
];
const forms: readonly Route[] = [
  ...formRoutes({
    path: '/asb/new',
    words: 'Open a case of anti-social behaviour with the first who complains',
    permission: keepAsb,
    audit: 'asb-case.opened',
    params: z.object({}),
    body: openCaseSchema,
    from: ['reportId', 'placeRecordId', 'subjectRecordId'],
    example: { body: asbExamples.open },
    ...{
      title: 'Open a case of anti-social behaviour',
      button: 'Open the case',
      done: 'Opened. Assess the risk next',
    },
    back: () => ({ href: '/asb', text: 'Anti-social behaviour' }),
    fields: async (work, _params, state) => (
      <OpenFields
        {...state}
        colleagues={await colleagues(work)}
        districts={await listAreas(work.db, 'district', work.clock.today())}
      />
    ),
    take: (work, _params, body) => openCase(work, body),
    to: (_params, { id }) => `/asb/${id}`,
  }),
  ...formRoutes({
    ...ofCase,
    path: '/asb/:asbId/complainants',
    words: 'Add somebody else who complains, with their one contact',
    audit: 'asb-case.complainant-added',
    body: complainantSchema,
    example: { body: asbExamples.complainant },
    ...{ title: 'Add somebody who complains', button: 'Add', done: 'Added' },
    fields: async (work, { asbId }, state) => {
      demand(await liveCase(work, asbId));
      return <ComplainantFields {...state} colleagues={await colleagues(work)} />;
    },
    take: (work, params, body) => addComplainant(work, { ...params, ...body }),
  }),
  ...formRoutes({
    ...ofCase,
    path: '/asb/:asbId/contacts',
    words: 'Write down what a complainant was told; the first is measured by the target',
    audit: 'asb-case.contacted',
    body: contactSchema,
    example: { body: asbExamples.contact },
    ...{ title: 'What somebody was told', button: 'Save', done: 'Written down' },
    fields: async (work, { asbId }, state) => {
      demand(await liveCase(work, asbId));
      return <ContactFields {...state} complainants={await listComplainants(work, asbId)} />;
    },
    start: async (work) => ({ onDay: work.clock.today() }),
    take: (work, params, body) => noteContact(work, { ...params, ...body }),
  }),
  ...formRoutes({
    ...ofCase,
    path: '/asb/:asbId/incidents',
    words: 'Add an incident: the risk is to be assessed anew',
    audit: 'asb-case.incident-added',
    body: incidentSchema,
    example: { body: asbExamples.incident },
    ...{ title: 'Add an incident', button: 'Add', done: 'Added. Assess the risk anew' },
    fields: async (work, { asbId }, state) => {
      demand(await liveCase(work, asbId));
      return <IncidentFields {...state} complainants={await listComplainants(work, asbId)} />;
    },
    take: (work, params, body) => addIncident(work, { ...params, ...body }),
  }),
  ...formRoutes({
    ...ofCase,
    path: '/asb/:asbId/assessments',
    words: 'Assess the risk by the agency’s matrix; assessments before it stay whole',
    audit: 'asb-case.assessed',
    body: assessmentSchema,
    example: { body: asbExamples.assessment },
    ...{ title: 'Assess the risk', button: 'Save the assessment', done: 'Assessed' },
    fields: async (work, { asbId }, state) => {
      const file = demand(await liveCase(work, asbId));
      const { content } = await settingsOf(work, file.agencyId);
      const { version } = state.typed;
      return (
        <AssessmentFields
          {...state}
          settings={content}
          version={typeof version === 'string' ? Number(version) : file.version}
        />
      );
    },
    take: (work, params, body) => assessRisk(work, { ...params, ...body }),
  }),
  ...formRoutes({
    ...ofCase,
    path: '/asb/:asbId/measures',
    words: 'Write down what was done short of an order',
    audit: 'asb-case.measure-added',
    body: measureSchema,
    example: { body: asbExamples.measure },
    ...{ title: 'Write down what was done', button: 'Save', done: 'Written down' },
    fields: async (work, { asbId }, state) => {
      demand(await liveCase(work, asbId));
      return <MeasureFields {...state} />;
    },
    take: (work, params, body) => addMeasure(work, { ...params, ...body }),
  }),
  ...formRoutes({
    ...ofCase,
    path: '/asb/:asbId/orders',
    words:
      'Prepare an acceptable behaviour contract, or a criminal behaviour order that the court is asked for',
    audit: 'asb-case.order-prepared',
    body: orderSchema,
    example: { body: asbExamples.order },
    ...{ title: 'Prepare a contract or an order', button: 'Prepare', done: 'Prepared' },
    fields: async (work, { asbId }, state) => {
      demand(await liveCase(work, asbId));
      return <OrderFields {...state} />;
    },
    take: (work, params, body) => prepareOrder(work, { ...params, ...body }),
  }),
];
/** Pages of cases, contracts and orders. */
export const caseRoutes: readonly Route[] = [
  ...lists,
  ...forms,
  ...stepRoutes(
    {
      procedure: 'asb',
      path: '/asb/:asbId/steps/:asbStep',
      permission: keepAsb,
      params: asbStepParams,
      body: stepSchema,
      example: { params: { asbStep: 'monitor' }, body: asbExamples.step },
      words: {
        form: 'The form of a step of a case of anti-social behaviour',
        check: 'Check a step of a case of anti-social behaviour before it is taken',
        take: 'Take a step of a case: watch, close, open again',
      },
    },
    {
      line: ({ asbStep }) => lineOf(asbCaseTransitions, asbStep),
      file: ({ asbId }) => toCase({ asbId }),
      form: async (work, { asbId, asbStep }, state) => (
        <AsbStepForm
          {...{ ...state, people: [], line: lineOf(asbCaseTransitions, asbStep) }}
          file={demand(await openAsbCase(work, asbId))}
          address={`/asb/${asbId}/steps/${asbStep}`}
        />
      ),
      prepare: (work, { asbId, asbStep }, input) => prepareStep(caseSteps, work, asbId, asbStep, input),
      check: ({ step, csrf }) => (
        <AsbStepCheck {...{ step, csrf }} address={`/asb/${step.file.id}/steps/${step.line.action}`} />
      ),
      take: (work, { asbId, asbStep }, input) => takeStep(caseSteps, work, asbId, asbStep, input),
    },
  ),
];
