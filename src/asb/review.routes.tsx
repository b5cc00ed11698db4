import { z } from 'zod';
import { listAgencies } from '../directory/index.ts';
import { findEdition, stepRoutes } from '../enforcement/index.ts';
import { documentTypes } from '../platform/documents/model.ts';
import { demand, notFound, ok } from '../platform/failures/failures.ts';
import { addressWith } from '../platform/http/address.ts';
import { download, type Route, show } from '../platform/http/declare.ts';
import { file, page } from '../platform/http/reply.ts';
import { asked, Input, Textarea } from '../platform/ui/index.ts';
import { withHold } from '../records/index.ts';
import { asbExamples } from './asb.examples.ts';
import { runReviews, sitAtJatac } from './asb.permissions.ts';
import { isAsbChair } from './asb.policy.ts';
import { reviewPageView } from './asb.queries.ts';
import { formRoutes, asbMarking as marking } from './form-routes.tsx';
import { publishYear, yearOf } from './publication.commands.ts';
import { RecommendationsPage, RecommendFields, ResponseFields, TieFields } from './recommendation.pages.tsx';
import { possibleChairs } from './review.chair.ts';
import {
  type ApplicationReceipt,
  addRecommendation,
  answerRecommendation,
  applyForReview,
  openReview,
  tieCase,
} from './review.commands.ts';
import {
  applicationSchema,
  atRows,
  letterParams,
  publishSchema,
  recommendationParams,
  recommendSchema,
  responseSchema,
  reviewListQuery,
  reviewParams,
  reviewStepParams,
  tieSchema,
} from './review.forms.ts';
import { ReviewPage, ReviewsPage } from './review.pages.tsx';
import { reviewSteps } from './review.steps.ts';
import { listRecommendations, listReviews } from './review.store.ts';
import { reviewTransitions } from './review.transitions.ts';
import { ApplicationFields, ReceiptPage } from './review-public.pages.tsx';
import { publicReviewRoutes, receiptFacts, receiptOf } from './review-public.routes.tsx';
import { stepSchema } from './step.fields.ts';
import { AsbStepCheck, AsbStepForm } from './step.pages.tsx';
import { lineOf, prepareStep, takeStep } from './steps.ts';

const list = { href: '/case-reviews', text: 'ASB case reviews' };
const takenPage = (receipt: ApplicationReceipt) =>
  page('Application taken', <ReceiptPage receipt={receipt} href={`/case-reviews/${receipt.id}`} />, {
    ...{ back: list, shownOnce: receiptFacts(receipt) },
  });
const toReview = ({ reviewId }: { reviewId: string }) => ({
  href: `/case-reviews/${reviewId}`,
  text: 'The review',
});
const lists: readonly Route[] = [
  show({
    path: '/case-reviews',
    words: 'Case reviews of your agency',
    permission: runReviews,
    audit: 'case-review.listed',
    query: reviewListQuery,
    handle: async (work, { query }) => {
      const { reviews, next } = await listReviews(work, query);
      const nextHref = next ? addressWith('/case-reviews', query, { after: next }) : undefined;
      const body = (
        <ReviewsPage {...{ reviews, nextHref, status: query.status, today: work.clock.today() }} />
      );
      return page('ASB case reviews', body, { wide: true, marking });
    },
  }),
  show({
    path: '/case-reviews/:reviewId',
    words: 'One case review, with its complaints counted and explained',
    permission: runReviews,
    audit: 'case-review.read',
    params: reviewParams,
    handle: async (work, { params }) => {
      const view = demand(await reviewPageView(work, params.reviewId));
      return page(
        view.review.reference,
        await withHold(work, 'case-review', params.reviewId, <ReviewPage {...view} />),
        { back: list, marking },
      );
    },
  }),
  show({
    path: '/recommendations',
    words: 'What case reviews recommended to your agency',
    permission: sitAtJatac,
    audit: 'recommendation.listed',
    handle: async (work) => {
      const recommendations = await listRecommendations(work, { isToUs: true });
      return page(
        'Recommendations to us',
        <RecommendationsPage {...{ recommendations, isChair: isAsbChair(work.viewer) }} />,
        {
          wide: true,
          marking,
        },
      );
    },
  }),
  download({
    path: '/case-reviews/:reviewId/letters/:letter/:edition/:format',
    words: 'A letter to an applicant as it was sent',
    permission: runReviews,
    audit: 'case-review.letter-opened',
    params: letterParams,
    example: { params: { letter: 'threshold', edition: '1', format: 'pdf' } },
    handle: async (work, { params }) => {
      const review = demand(await openReview(work, params.reviewId));
      const { letter: kind, edition: version, format } = params;
      const paper =
        (await findEdition(work, 'review', review.id, { kind, version, format })) ?? demand(notFound);
      return file(paper.name, documentTypes[format], paper.content, format === 'pdf');
    },
  }),
];
const forms: readonly Route[] = [
  ...formRoutes({
    path: '/case-reviews/new',
    words: 'Take an application for a case review for somebody',
    permission: runReviews,
    audit: 'case-review.taken',
    params: z.object({}),
    body: applicationSchema,
    example: { body: asbExamples.application },
    ...{
      title: 'Take an application',
      button: 'Save the application',
      done: 'Taken. Tell them the reference',
    },
    back: () => list,
    fields: async (_work, _params, state) => <ApplicationFields {...state} />,
    atBoxes: atRows,
    take: (work, _params, body) => applyForReview(work, body, 'officer'),
    answer: takenPage,
    answerAgain: (shown) => takenPage(receiptOf(shown)),
  }),
  ...formRoutes({
    path: '/case-reviews/:reviewId/cases',
    words: 'Tie the case that a review is about, or say that there is none',
    permission: runReviews,
    audit: 'case-review.tied',
    params: reviewParams,
    body: tieSchema,
    example: { body: asbExamples.tie },
    ...{ title: 'Tie the case', button: 'Save', done: 'Saved' },
    back: toReview,
    fields: async (work, { reviewId }, state) => {
      const review = demand(await openReview(work, reviewId));
      const { version } = state.typed;
      return (
        <TieFields {...state} version={typeof version === 'string' ? Number(version) : review.version} />
      );
    },
    take: (work, params, body) => tieCase(work, { ...params, ...body }),
  }),
  ...formRoutes({
    path: '/case-reviews/:reviewId/recommendations',
    words: 'Write a recommendation to a body',
    permission: runReviews,
    audit: 'case-review.recommended',
    params: reviewParams,
    body: recommendSchema,
    example: { body: asbExamples.recommendation },
    ...{ title: 'Write a recommendation', button: 'Save', done: 'Written. It is sent with the others' },
    back: toReview,
    fields: async (work, { reviewId }, state) => {
      demand(await openReview(work, reviewId));
      return <RecommendFields {...state} bodies={await listAgencies(work.db, work.clock.today())} />;
    },
    take: (work, params, body) => addRecommendation(work, { ...params, ...body }),
  }),
  ...formRoutes({
    path: '/recommendations/:recommendationId/response',
    words: 'Answer a recommendation for your agency',
    permission: sitAtJatac,
    audit: 'recommendation.answered',
    params: recommendationParams,
    body: responseSchema,
    example: { body: asbExamples.response },
    ...{ title: 'Answer a recommendation', button: 'Answer', done: 'Answered' },
    back: () => ({ href: '/recommendations', text: 'Recommendations to us' }),
    fields: async (work, { recommendationId }, state) => {
      const [found] = await listRecommendations(work, { id: recommendationId });
      return <ResponseFields {...state} recommendation={found ?? demand(notFound)} />;
    },
    take: (work, params, body) => answerRecommendation(work, { ...params, ...body }),
  }),
  ...formRoutes({
    path: '/case-reviews/publish',
    words: 'Publish the figures of a year as they are counted now',
    permission: runReviews,
    audit: 'case-review-publication.made',
    params: z.object({}),
    body: publishSchema,
    example: { body: asbExamples.publish },
    ...{
      title: 'Publish the figures of a year',
      button: 'Publish',
      done: 'Published. Anybody can read it now',
    },
    back: () => list,
    start: async (work) => ({ year: yearOf(work.clock.today()) }),
    fields: async (_work, _params, state) => (
      <>
        <p class="govuk-body">
          Applications, thresholds not met, reviews and reviews with recommendations, exactly as they are
          counted now. A correction is another edition; the one before stays.
        </p>
        <Input
          {...asked(state, 'year')}
          label="Year from 1 April"
          hint="Like 2026-27"
          classes="govuk-input--width-10"
        />
        <Textarea {...asked(state, 'note')} label="Note (optional)" rows={2} />
      </>
    ),
    take: async (work, _params, body) => {
      const done = await publishYear(work, body);
      return done.ok ? ok({ id: done.value.year }) : done;
    },
    to: () => '/case-review/published',
  }),
];
/** Pages of case reviews: the public's, the agency's, the bodies'. */
export const reviewRoutes: readonly Route[] = [
  ...publicReviewRoutes,
  ...lists,
  ...forms,
  ...stepRoutes(
    {
      procedure: 'review',
      path: '/case-reviews/:reviewId/steps/:reviewStep',
      permission: runReviews,
      params: reviewStepParams,
      body: stepSchema,
      example: { params: { reviewStep: 'acknowledge' }, body: asbExamples.step },
      words: {
        form: 'The form of a step of a case review',
        check: 'Check a step of a case review before it is taken',
        take: 'Take a step of a case review',
      },
    },
    {
      line: ({ reviewStep }) => lineOf(reviewTransitions, reviewStep),
      file: ({ reviewId }) => toReview({ reviewId }),
      form: async (work, { reviewId, reviewStep }, state) => {
        const file = demand(await openReview(work, reviewId));
        return (
          <AsbStepForm
            {...{ ...state, file, line: lineOf(reviewTransitions, reviewStep) }}
            address={`/case-reviews/${reviewId}/steps/${reviewStep}`}
            people={reviewStep === 'convene' ? await possibleChairs(work, file.caseIds) : []}
          />
        );
      },
      prepare: (work, { reviewId, reviewStep }, input) =>
        prepareStep(reviewSteps, work, reviewId, reviewStep, input),
      check: ({ step, csrf }) => (
        <AsbStepCheck
          {...{ step, csrf }}
          address={`/case-reviews/${step.file.id}/steps/${step.line.action}`}
        />
      ),
      take: (work, { reviewId, reviewStep }, input) =>
        takeStep(reviewSteps, work, reviewId, reviewStep, input),
    },
  ),
];
