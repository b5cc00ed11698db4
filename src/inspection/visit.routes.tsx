import { z } from 'zod';
import { refusedOnForm } from '../assurance/index.ts';
import { addDays } from '../platform/clock/clock.ts';
import { demand } from '../platform/failures/failures.ts';
import { type Again, doneUnder } from '../platform/http/again.ts';
import { type Ask, act, type Route, show } from '../platform/http/declare.ts';
import { page } from '../platform/http/reply.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { inspect } from './inspection.permissions.ts';
import { inspectionExamples } from './inspection.words.ts';
import { marking, premisesDone, shownPremises } from './premises.routes.tsx';
import { beforeVisit } from './safety.ts';
import { dueAhead } from './visit.api.ts';
import {
  addSample,
  openVisit,
  planVisit,
  recordVisit,
  screenPlanned,
  settleSample,
} from './visit.commands.ts';
import {
  companySchema,
  inspectionVisitParams,
  sampleParams,
  sampleResultSchema,
  sampleSchema,
  visitResultSchema,
  visitSchema,
} from './visit.forms.ts';
import { InspectionsPage, VisitPage } from './visit.pages.tsx';
import { dueInspections, plannedVisits, samplesOf } from './visit.store.ts';

interface VisitAgain extends Again {
  form?: 'result' | 'samples' | 'settle' | 'safety';
}
async function shownVisit(work: Work, id: string, ask: Ask, again: VisitAgain = { problems: [], typed: {} }) {
  const visit = demand(await openVisit(work, id));
  const samples = await samplesOf(work, [visit.id]);
  const isOwn = visit.agencyId === officerOf(work).agencyId;
  const before = await beforeVisit(work, visit);
  const body = <VisitPage {...{ visit, samples, isOwn, ...before }} {...again} csrf={ask.csrf} />;
  return page(visit.label, body, {
    back: { href: '/inspections', text: 'Inspections' },
    marking,
    problems: again.problems,
  });
}
const visitDone = doneUnder('/inspections');
const shared = { permission: inspect, params: inspectionVisitParams };
const premisesIn = (raw: unknown): string =>
  z.object({ premisesId: z.uuid() }).safeParse(raw).data?.premisesId ?? nowhere;

/** Pages of the inspection programme. */
export const visitRoutes: readonly Route[] = [
  show({
    path: '/inspections',
    words: 'Inspections that are due by risk, and visits that are planned',
    permission: inspect,
    audit: 'inspection-visit.due-listed',
    handle: async (work) => {
      const today = work.clock.today();
      const due = await dueInspections(work, addDays(today, dueAhead));
      const body = <InspectionsPage {...{ due, today }} planned={await plannedVisits(work)} />;
      return page('Inspections', body, { wide: true, marking });
    },
  }),
  act({
    path: '/inspections',
    words: 'Plan a visit to premises, with other agencies where it is a joint one',
    permission: inspect,
    audit: 'inspection-visit.planned',
    body: visitSchema,
    example: { body: inspectionExamples.visit },
    handle: async (work, { body }) =>
      premisesDone(refusedOnForm(await planVisit(work, body), 'plannedOn'), 'Planned'),
    invalid: (work, { raw, problems }, ask) =>
      shownPremises(work, premisesIn(raw), ask, { problems, typed: raw, form: 'visits' }),
  }),
  show({
    ...shared,
    path: '/inspections/:inspectionVisitId',
    words: 'One visit: result, findings, samples',
    audit: 'inspection-visit.opened',
    handle: (work, { params }, ask) => shownVisit(work, params.inspectionVisitId, ask),
  }),
  act({
    ...shared,
    path: '/inspections/:inspectionVisitId/screen',
    words: 'Screen for officer safety again before a planned visit, and write down who goes along',
    audit: 'inspection-visit.screened',
    body: companySchema,
    example: { body: inspectionExamples.company },
    handle: async (work, { params, body }) =>
      visitDone(refusedOnForm(await screenPlanned(work, { ...params, ...body }), 'companion'), 'Screened'),
    invalid: (work, { params, raw, problems }, ask) =>
      shownVisit(work, params.inspectionVisitId, ask, { problems, typed: raw, form: 'safety' }),
  }),
  act({
    ...shared,
    path: '/inspections/:inspectionVisitId/result',
    words: 'Record a visit with its result; one that is not in order plans the revisit',
    audit: 'inspection-visit.recorded',
    body: visitResultSchema,
    example: { body: inspectionExamples.visitResult },
    handle: async (work, { params, body }) =>
      visitDone(await recordVisit(work, { ...params, ...body }), 'Recorded'),
    invalid: (work, { params, raw, problems }, ask) =>
      shownVisit(work, params.inspectionVisitId, ask, { problems, typed: raw, form: 'result' }),
  }),
  act({
    ...shared,
    path: '/inspections/:inspectionVisitId/samples',
    words: 'Write down a sample that was taken on a visit',
    audit: 'inspection-visit.sampled',
    body: sampleSchema,
    example: { body: inspectionExamples.sample },
    handle: async (work, { params, body }) =>
      visitDone(await addSample(work, { ...params, ...body }), 'Added'),
    invalid: (work, { params, raw, problems }, ask) =>
      shownVisit(work, params.inspectionVisitId, ask, { problems, typed: raw, form: 'samples' }),
  }),
  act({
    path: '/inspections/:inspectionVisitId/samples/:sampleId',
    words: 'Write down what the laboratory said of a sample',
    permission: inspect,
    audit: 'inspection-visit.sample-settled',
    params: sampleParams,
    body: sampleResultSchema,
    example: { body: inspectionExamples.sampleResult },
    handle: async (work, { params, body }) =>
      visitDone(await settleSample(work, { ...params, ...body }), 'Saved'),
    invalid: (work, { params, problems }, ask) =>
      shownVisit(work, params.inspectionVisitId, ask, { problems, typed: {}, form: 'settle' }),
  }),
];
/** No premises have this id: a form without any is answered as one of premises that are not there. */
const nowhere = '00000000-0000-4000-8000-000000000000';
