import { sql } from 'kysely';
import { keepEdition } from '../enforcement/index.ts';
import { changeRow } from '../platform/database/change.ts';
import { invalid, notFound, ok, type Result, refusedByRule } from '../platform/failures/failures.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { dayWords } from '../platform/ui/index.ts';
import { independent, possibleChairs } from './review.chair.ts';
import { outcomeLetter, thresholdLetter } from './review.documents.ts';
import { mayBeRead, namedIn } from './review.screen.ts';
import {
  findApplicant,
  findReview,
  listRecommendations,
  listReviewComplaints,
  type Recommendation,
  type Review,
  type ReviewComplaint,
} from './review.store.ts';
import { reviewStatusWords, reviewTransitions } from './review.transitions.ts';
import { clockEnds } from './risk.ts';
import { settingsOf } from './setting.store.ts';
import type { StepInput } from './step.fields.ts';
import type { AsbSteps } from './steps.ts';
import { thresholdOf } from './threshold.ts';

interface Facts {
  review: Review;
  complaints: readonly ReviewComplaint[];
  recommendations: readonly Recommendation[];
}
async function decided(
  work: Work,
  { review, complaints }: Facts,
  { decision, words }: StepInput,
): Promise<Result<Record<string, unknown>>> {
  const { officerId } = officerOf(work);
  const counted = thresholdOf(review.threshold, review.appliedOn, complaints);
  // The law leaves no choice once the number is there; below it the decision is the agency's.
  if (counted.met && decision === 'not-met')
    return invalid({ field: 'decision', words: `The threshold must be met: ${counted.why}` });
  if (review.appealedOn && review.decidedBy === officerId)
    return refusedByRule('review.appeal', 'You made the first decision.', 'Somebody else decides again.');
  const named = await namedIn(work, review, 'words', words ?? '');
  if (!named.ok) return named;
  return ok({
    ...{ status: decision === 'met' ? 'threshold-met' : 'threshold-not-met', decision, decisionWords: words },
    ...{ decidedOn: work.clock.today(), decidedBy: officerId },
  });
}
async function convened(
  work: Work,
  review: Review,
  { chairId = '', on = '' }: StepInput,
): Promise<Result<Record<string, unknown>>> {
  const today = work.clock.today();
  if (on < today) return invalid({ field: 'on', words: 'The day of the panel is to come' });
  const apart = await independent(work, review.caseIds, chairId);
  if (!apart.ok) return apart;
  if (!(await possibleChairs(work, review.caseIds)).some(({ id }) => id === chairId))
    return invalid({ field: 'chairId', words: 'Choose who chairs from the list' });
  const { content } = await settingsOf(work, review.agencyId);
  return ok({ chairOfficerId: chairId, panelOn: on, reportBy: clockEnds(content.clocks.report, on) });
}

/** Passes answers on to the applicant in their own words, but for those that must not be read. */
async function passOn(work: Work, review: Review): Promise<void> {
  for (const { id, responseWords } of await listRecommendations(work, { reviewId: review.id }))
    if (await mayBeRead(work, review, responseWords ?? ''))
      await work.db
        .insertInto('asb.answerShown')
        .values({
          recommendationId: id,
          reviewId: review.id,
          agencyId: review.agencyId,
          at: work.clock.now(),
        })
        .execute();
}
async function letters(work: Work, id: string, kind: 'threshold' | 'outcome'): Promise<void> {
  const review = await findReview(work, id);
  const applicant = await findApplicant(work, id);
  if (!review || !applicant) return;
  const parts = { review, applicant, asAt: work.clock.now() };
  const document =
    kind === 'threshold'
      ? thresholdLetter(parts)
      : outcomeLetter({ ...parts, recommendations: await listRecommendations(work, { reviewId: id }) });
  await keepEdition(work, 'review', review, { kind, document, showsAddress: false });
}
/** How a case review goes on. */
export const reviewSteps: AsbSteps<Review, Facts> = {
  procedure: 'review',
  recordKind: 'case-review',
  lines: reviewTransitions,
  words: reviewStatusWords,
  find: findReview,
  actor: ({ agencyId }) => ({ agencyId, otherwise: notFound }),
  facts: async (work, review) => ({
    review,
    complaints: await listReviewComplaints(work, review.id),
    recommendations: await listRecommendations(work, { reviewId: review.id }),
  }),
  needs: {
    'complaints-listed': ({ complaints }) => ({
      words: 'The complaints are listed, and counted',
      met: complaints.length > 0,
      mend: 'List the complaints that were made.',
      field: 'complaints',
    }),
    'case-tied': ({ review }) => ({
      words: 'The case it is about is tied to it, or there is none',
      met: review.caseIds.length > 0 || review.hasNoCase,
      mend: 'Tie the case: whoever handled it cannot chair.',
      field: 'cases',
    }),
    'recommendation-written': ({ recommendations }) => ({
      words: 'One recommendation at least is written',
      met: recommendations.length > 0,
      mend: 'Write what is recommended, and to whom; without one, close the review.',
      field: 'recommendations',
    }),
    'all-answered': ({ recommendations }) => {
      const open = recommendations.filter(({ response }) => response === null);
      return {
        words: 'Every body has answered',
        met: open.length === 0,
        mend: `Still to answer: ${open.map(({ bodyName }) => bodyName).join(', ')}.`,
        field: 'recommendations',
      };
    },
  },
  async apply(work, { line, file, input }, facts) {
    const today = work.clock.today();
    switch (line.action) {
      case 'acknowledge':
        return ok({ acknowledgedOn: today });
      case 'decide':
        return decided(work, facts, input);
      case 'appeal':
        return file.appealedOn
          ? refusedByRule(
              'review.appeal-once',
              'Another decision was asked for before.',
              'The application can be made anew.',
            )
          : ok({ appealedOn: today, decision: null, decisionWords: null, decidedOn: null });
      case 'convene':
        return convened(work, file, input);
      case 'review': {
        if (file.panelOn && today < file.panelOn)
          return invalid({ field: 'outcome', words: `The panel is on ${dayWords(file.panelOn)}` });
        // Between the call and the panel somebody can have been asked to help with the case.
        const apart = await independent(work, file.caseIds, file.chairOfficerId ?? '');
        if (!apart.ok) return apart;
        const named = await namedIn(work, file, 'outcome', input.outcome ?? '');
        return named.ok ? ok({ reviewedOn: today, findings: input.findings, outcome: input.outcome }) : named;
      }
      case 'close':
        return ok({ closedOn: today });
      default:
        return ok({});
    }
  },
  change: (work, file, set) => changeRow(work.db, 'asb.review', file, set),
  async after(work, { line, file }) {
    if (line.action === 'respond') await passOn(work, file);
    if (line.action === 'decide') await letters(work, file.id, 'threshold');
    if (line.action === 'close') await letters(work, file.id, 'outcome');
    if (line.action === 'recommend')
      await sql`update asb.recommendation set is_sent = true where review_id = ${file.id}`.execute(work.db);
  },
};
