import { sql } from 'kysely';
import { keepEdition } from '../enforcement/index.ts';
import { changeRow } from '../platform/database/change.ts';
import { invalid, notFound, ok, type Result, refusedByRule } from '../platform/failures/failures.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { dayWords } from '../platform/ui/index.ts';
import { outcomeLetter, thresholdLetter } from './review.documents.ts';
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
/** Whether somebody had a part in how the cases were handled: opened, wrote, assessed, kept in touch, set or did something. */
async function hasHandled(work: Work, caseIds: readonly string[], officerId: string): Promise<boolean> {
  const ids = sql`${[...caseIds]}::uuid[]`;
  const { rows } = await sql<{
    yes: boolean;
  }>`select exists (select 1 from asb.asb_case where id = any (${ids}) and opened_by = ${officerId}::uuid)
    or exists (select 1 from asb.complainant where asb_id = any (${ids}) and contact_officer_id = ${officerId}::uuid)
    or exists (select 1 from asb.asb_event where asb_id = any (${ids}) and officer_id = ${officerId}::uuid)
    or exists (select 1 from asb.nomination where asb_id = any (${ids}) and nominated_by = ${officerId}::uuid)
    or exists (select 1 from asb.contribution k join asb.nomination n on n.id = k.nomination_id where n.asb_id = any (${ids}) and k.officer_id = ${officerId}::uuid) as yes`.execute(
    work.db,
  );
  return rows[0]?.yes ?? false;
}
/**
 * A name of the tied cases in what the applicant will read: whoever it is about, and whoever else complained. The applicant's own is
 * no secret from them.
 */
export async function namedIn(
  work: Work,
  review: Pick<Review, 'id' | 'caseIds'>,
  field: string,
  words: string,
): Promise<Result<undefined>> {
  const applicant = await findApplicant(work, review.id);
  const { rows } = await sql<{
    name: string;
  }>`select subject_name as name from asb.asb_case where id = any (${[...review.caseIds]}::uuid[])
    union select name from asb.complainant where asb_id = any (${[...review.caseIds]}::uuid[])`.execute(
    work.db,
  );
  const own = [applicant?.name, applicant?.victimName].map((name) => name?.trim().toLowerCase());
  const found = rows.find(
    ({ name }) =>
      name.trim().length > 2 &&
      !own.includes(name.trim().toLowerCase()) &&
      words.toLowerCase().includes(name.trim().toLowerCase()),
  );
  return found
    ? invalid({
        field,
        words: 'The applicant reads this, and it names somebody of the case. Say it without the name',
      })
    : ok(undefined);
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
  const { rows } = await sql<{
    id: string;
  }>`select id from directory.officer where id = ${chairId}::uuid and is_active`.execute(work.db);
  if (rows.length === 0) return invalid({ field: 'chairId', words: 'Choose who chairs from the list' });
  if (await hasHandled(work, review.caseIds, chairId))
    return refusedByRule(
      'review.independent-chair',
      'Whoever chairs must have had no part in the handling of the case.',
      'Choose somebody else: a colleague who did not work on it, or another agency’s officer.',
    );
  const { content } = await settingsOf(work, review.agencyId);
  return ok({ chairOfficerId: chairId, panelOn: on, reportBy: clockEnds(content.clocks.report, on) });
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
          : ok({ appealedOn: today, decision: null });
      case 'convene':
        return convened(work, file, input);
      case 'review': {
        if (file.panelOn && today < file.panelOn)
          return invalid({ field: 'outcome', words: `The panel is on ${dayWords(file.panelOn)}` });
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
    if (line.action === 'decide') await letters(work, file.id, 'threshold');
    if (line.action === 'close') await letters(work, file.id, 'outcome');
    if (line.action === 'recommend')
      await sql`update asb.recommendation set is_sent = true where review_id = ${file.id}`.execute(work.db);
  },
};
