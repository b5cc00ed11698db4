import { z } from 'zod';
import { editionsView, procedureViews, stepsShown } from '../../enforcement/index.ts';
import { demand, type Result } from '../../platform/failures/failures.ts';
import { apiGet, apiPost, type Route } from '../../platform/http/declare.ts';
import type { Work } from '../../platform/http/work.ts';
import { inspect } from '../inspection.permissions.ts';
import { draftLicensing, setLicensingClock } from './licensing.commands.ts';
import {
  licensingClockSchema,
  licensingDraftSchema,
  licensingFilterSchema,
  licensingParams,
  licensingStepParams,
  licensingStepSchema,
} from './licensing.forms.ts';
import { licensingPageView, pageOfLicensings, periodsOn } from './licensing.queries.ts';
import type { Licensing } from './licensing.store.ts';
import { licensingExamples } from './licensing.words.ts';
import { takeLicensingStep } from './licensing-step.commands.ts';

const day = z.string().nullable();
const text = z.string().nullable();
const fileView = z.object({
  id: z.string(),
  reference: z.string(),
  premisesId: z.string(),
  tradingName: z.string(),
  licenceNumber: text,
  districtName: text,
  kind: z.string(),
  status: z.string(),
  applicant: text,
  grounds: z.array(z.string()),
  appliedOn: day,
  representationsUntil: day,
  representationsWhy: text,
  advertisedOn: day,
  hearingOn: day,
  hearingBy: day,
  hearingWhy: text,
  decidedOn: day,
  outcomes: z.array(z.string()),
  conditions: text,
  suspendedUntil: day,
  appealUntil: day,
  appealWhy: text,
  appealedOn: day,
  endedOn: day,
  version: z.number(),
});
const wholeView = fileView.extend({
  caseWords: text,
  certificate: text,
  evidence: z.array(z.object({ onDay: z.string(), words: z.string() })),
  representations: z.array(
    z.object({ cameOn: z.string(), party: z.string(), standing: z.string(), words: z.string() }),
  ),
  papers: editionsView,
  ...procedureViews,
});
const periodView = z.object({
  code: z.string(),
  count: z.number().nullable(),
  source: z.string(),
  isOwn: z.boolean(),
});

async function shown(work: Work, id: string) {
  const { file, facts, representations, papers, events, lines } = demand(await licensingPageView(work, id));
  return {
    ...{ ...file, evidence: [...facts.evidence], representations, papers, events },
    steps: stepsShown(lines),
  };
}
const after = async (work: Work, result: Result<Licensing>) => shown(work, demand(result).id);

/** Licence reviews as JSON: the same commands as the pages. */
export const licensingApi: readonly Route[] = [
  apiGet({
    path: '/api/v1/licence-reviews',
    words: 'Licence reviews of your agency a page at a time, and the periods that it uses',
    permission: inspect,
    audit: 'licensing.listed',
    query: licensingFilterSchema,
    output: z.object({
      files: z.array(fileView.extend({ dueOn: day })),
      next: text,
      periods: z.array(periodView),
    }),
    handle: async (work, { query }) => {
      const { files, next } = await pageOfLicensings(work, query);
      return { files, next, periods: await periodsOn(work, work.clock.today()) };
    },
  }),
  apiPost({
    path: '/api/v1/licence-reviews',
    words: 'Begin the review of the licence of premises, with what their records show',
    permission: inspect,
    audit: 'licensing.drafted',
    body: licensingDraftSchema,
    output: wholeView,
    example: { body: licensingExamples.draft },
    handle: async (work, { body }) => after(work, await draftLicensing(work, body)),
  }),
  apiPost({
    path: '/api/v1/licence-reviews/periods',
    words: 'Enter the number that your agency uses for a period of a licence review',
    permission: inspect,
    audit: 'licensing.period-set',
    body: licensingClockSchema,
    output: z.object({ periods: z.array(periodView) }),
    status: 200,
    example: { body: licensingExamples.clock },
    handle: async (work, { body }) => {
      demand(await setLicensingClock(work, body));
      return { periods: await periodsOn(work, work.clock.today()) };
    },
  }),
  apiGet({
    path: '/api/v1/licence-reviews/:licensingId',
    words: 'One licence review: its timeline, and what each step still needs',
    permission: inspect,
    audit: 'licensing.opened',
    params: licensingParams,
    output: wholeView,
    handle: (work, { params }) => shown(work, params.licensingId),
  }),
  apiPost({
    path: '/api/v1/licence-reviews/:licensingId/steps/:licensingStep',
    words: 'Take a step: apply, notice, representation, hearing, decision, appeal, withdraw',
    permission: inspect,
    audit: 'licensing.stepped',
    params: licensingStepParams,
    body: licensingStepSchema,
    output: wholeView,
    status: 200,
    example: { params: { licensingStep: 'discard' }, body: licensingExamples.step },
    handle: async (work, { params: { licensingId, licensingStep }, body }) =>
      after(work, await takeLicensingStep(work, { ...body, licensingId, action: licensingStep })),
  }),
];
