import { z } from 'zod';
import { stepsShown } from '../enforcement/index.ts';
import { PUBLIC } from '../platform/access/permission.ts';
import { demand, type Result } from '../platform/failures/failures.ts';
import { apiGet, apiPost, type Route } from '../platform/http/declare.ts';
import type { Work } from '../platform/http/work.ts';
import { asbExamples } from './asb.examples.ts';
import { runReviews, sitAtJatac } from './asb.permissions.ts';
import { reviewPageView } from './asb.queries.ts';
import {
  publicationsView,
  receiptView,
  recommendationView,
  reviewRowView,
  reviewView,
  trackedView,
} from './asb.views.ts';
import { publishYear } from './publication.commands.ts';
import {
  addRecommendation,
  answerRecommendation,
  applyForReview,
  tieCase,
  trackReview,
} from './review.commands.ts';
import {
  applicationSchema,
  publishSchema,
  recommendationParams,
  recommendSchema,
  responseSchema,
  returnSchema,
  reviewListQuery,
  reviewParams,
  reviewStepParams,
  tieSchema,
} from './review.forms.ts';
import { reviewSteps } from './review.steps.ts';
import { listPublications, listRecommendations, listReviews, type Review } from './review.store.ts';
import { stepSchema } from './step.fields.ts';
import { takeStep } from './steps.ts';

async function shown(work: Work, id: string): Promise<z.input<typeof reviewView>> {
  const { review, applicant, threshold, recommendations, letters, events, steps } = demand(
    await reviewPageView(work, id),
  );
  const listed = { recommendations: [...recommendations], letters, events, steps: stepsShown(steps) };
  return {
    ...review,
    ...listed,
    applicantName: applicant?.name ?? '',
    threshold: { ...threshold, complaints: [...threshold.complaints] },
  };
}
const after = async (work: Work, result: Promise<Result<Review>>) => shown(work, demand(await result).id);
const path = '/api/v1/case-reviews/:reviewId';
const own = { permission: runReviews, params: reviewParams, output: reviewView };

/** Case reviews as JSON: the applicant's way in and back, the agency's, and the bodies'. */
export const reviewApi: readonly Route[] = [
  apiPost({
    path: '/api/v1/case-review-applications',
    words: 'Apply for an ASB case review; gives the reference and the words to come back with',
    permission: PUBLIC,
    audit: 'case-review.applied',
    body: applicationSchema,
    output: receiptView,
    example: { body: asbExamples.application },
    handle: async (work, { body }) => demand(await applyForReview(work, body, 'api')),
  }),
  apiPost({
    path: '/api/v1/case-review-applications/track',
    words: 'A case review for whoever has its reference and words',
    permission: PUBLIC,
    audit: 'case-review.tracked',
    isGuessable: true,
    body: returnSchema,
    output: trackedView,
    status: 200,
    example: { body: asbExamples.track },
    handle: async (work, { body }) => demand(await trackReview(work, body)),
  }),
  apiGet({
    path: '/api/v1/case-review-publications',
    words: 'Figures of ASB case reviews as agencies published them',
    permission: PUBLIC,
    audit: 'case-review-publication.listed',
    output: publicationsView,
    handle: async (work) => ({ publications: await listPublications(work) }),
  }),
  apiPost({
    path: '/api/v1/case-review-publications',
    words: 'Publish the figures of a year as they are counted now',
    permission: runReviews,
    audit: 'case-review-publication.made',
    body: publishSchema,
    output: z.object({ year: z.string(), edition: z.number() }),
    example: { body: asbExamples.publish },
    handle: async (work, { body }) => demand(await publishYear(work, body)),
  }),
  apiGet({
    path: '/api/v1/case-reviews',
    words: 'Case reviews of your agency, a page at a time',
    permission: runReviews,
    audit: 'case-review.listed',
    query: reviewListQuery,
    output: z.object({ reviews: z.array(reviewRowView), next: z.string().nullable() }),
    handle: (work, { query }) => listReviews(work, query),
  }),
  apiGet({
    ...own,
    path,
    words: 'One case review, with its complaints counted and explained',
    audit: 'case-review.read',
    handle: (work, { params }) => shown(work, params.reviewId),
  }),
  apiPost({
    ...own,
    path: `${path}/cases`,
    words: 'Tie the case that a review is about, or say that there is none',
    audit: 'case-review.tied',
    body: tieSchema,
    status: 200,
    example: { body: asbExamples.tie },
    handle: (work, { params, body }) => after(work, tieCase(work, { ...params, ...body })),
  }),
  apiPost({
    ...own,
    path: `${path}/recommendations`,
    words: 'Write a recommendation to a body',
    audit: 'case-review.recommended',
    body: recommendSchema,
    example: { body: asbExamples.recommendation },
    handle: (work, { params, body }) => after(work, addRecommendation(work, { ...params, ...body })),
  }),
  apiPost({
    ...own,
    path: `${path}/steps/:reviewStep`,
    words: 'Take a step of a case review',
    audit: 'case-review.stepped',
    params: reviewStepParams,
    body: stepSchema,
    status: 200,
    example: { params: { reviewStep: 'acknowledge' }, body: asbExamples.step },
    handle: (work, { params: { reviewId, reviewStep }, body }) =>
      after(work, takeStep(reviewSteps, work, reviewId, reviewStep, body)),
  }),
  apiGet({
    path: '/api/v1/recommendations',
    words: 'What case reviews recommended to your agency',
    permission: sitAtJatac,
    audit: 'recommendation.listed',
    output: z.object({ recommendations: z.array(recommendationView) }),
    handle: async (work) => ({ recommendations: await listRecommendations(work, { isToUs: true }) }),
  }),
  apiPost({
    path: '/api/v1/recommendations/:recommendationId/response',
    words: 'Answer a recommendation for your agency',
    permission: sitAtJatac,
    audit: 'recommendation.answered',
    params: recommendationParams,
    body: responseSchema,
    output: recommendationView,
    status: 200,
    example: { body: asbExamples.response },
    handle: async (work, { params, body }) =>
      demand(await answerRecommendation(work, { ...params, ...body })),
  }),
];
