import { sql } from 'kysely';
import type { AsbSettings } from '../../reference/asb.ts';
import { listAgencies, placeOfPostcode } from '../directory/index.ts';
import { addEvent, movedOn } from '../enforcement/index.ts';
import { hashPhrase } from '../intake/index.ts';
import type { Day } from '../platform/clock/clock.ts';
import { changeRow } from '../platform/database/change.ts';
import {
  type FieldProblem,
  invalid,
  notFound,
  ok,
  type Result,
  refusedByRule,
  stale,
} from '../platform/failures/failures.ts';
import { about, officerOf, type Work } from '../platform/http/work.ts';
import { asbCasePolicy } from './asb.policy.ts';
import { openAsbCase } from './case.commands.ts';
import type { ApplicationInput } from './review.forms.ts';
import { namedIn, withheldProblems } from './review.screen.ts';
import { reviewSteps } from './review.steps.ts';
import { councilOf, listRecommendations, type Recommendation, type Review } from './review.store.ts';
import { reviewStatusWords } from './review.transitions.ts';
import { clockEnds } from './risk.ts';
import { settingsOf } from './setting.store.ts';
import { openFile } from './steps.ts';

export const openReview = (work: Work, id: string): Promise<Result<Review>> =>
  openFile(reviewSteps, work, id);

/** The days of the timetable, counted from the application. */
export const timetable = (clocks: AsbSettings['clocks'], appliedOn: Day) => ({
  acknowledgeBy: clockEnds(clocks.acknowledge, appliedOn),
  agenciesBy: clockEnds(clocks.agencies, appliedOn),
  decideBy: clockEnds(clocks.decide, appliedOn),
  panelBy: clockEnds(clocks.panel, appliedOn),
});
export interface ApplicationReceipt {
  id: string;
  reference: string;
  /** The words to come back with, told once. */
  phrase: string;
  agencyName: string;
  acknowledgeBy: Day;
  decideBy: Day;
}
/** Takes an application, from anybody: to the council of the district, with its timetable. Gives what to come back with. */
export async function applyForReview(
  work: Work,
  input: ApplicationInput,
  channel: 'web' | 'api' | 'officer',
): Promise<Result<ApplicationReceipt>> {
  const today = work.clock.today();
  const problems: FieldProblem[] = [];
  const place = await placeOfPostcode(work.db, input.postcode, today);
  const agency = place?.districtCode ? await councilOf(work, place.districtCode) : undefined;
  if (!place?.districtCode || !agency)
    problems.push({
      field: 'postcode',
      words: 'We do not know this postcode. Check it: it says which council answers',
    });
  if (input.applicantKind === 'other' && !input.hasConsent)
    problems.push({
      field: 'hasConsent',
      words: 'Say that they agreed: somebody else applies with their consent',
    });
  if (input.applicantKind === 'other' && !input.victimName)
    problems.push({ field: 'victimName', words: 'Enter the name of whoever you apply for' });
  if (!input.phone && !input.email)
    problems.push({
      field: 'phone',
      words: 'Enter a telephone number or an e-mail address, so that you can be answered',
    });
  input.complaints.forEach(({ complainedOn }, n) => {
    if (complainedOn > today)
      problems.push({ field: `complainedOn-${n + 1}`, words: 'The day cannot be in the future' });
  });
  if (!place?.districtCode || !agency || problems.length > 0) return invalid(...problems);
  const { content } = await settingsOf(work, agency.id);
  const id = work.ids.next();
  const reference = work.ids.reference('CR');
  const phrase = work.ids.phrase();
  const days = timetable(content.clocks, today);
  await work.db
    .insertInto('asb.review')
    .values({
      ...{
        id,
        reference,
        agencyId: agency.id,
        status: 'received',
        channel,
        applicantKind: input.applicantKind,
      },
      ...{
        appliedOn: today,
        districtCode: place.districtCode,
        threshold: JSON.stringify(content.threshold),
        ...days,
      },
    })
    .execute();
  const { name, victimName, relation, hasConsent, phone, email } = input;
  await work.db
    .insertInto('asb.reviewApplicant')
    .values({
      ...{ reviewId: id, agencyId: agency.id, name, victimName, relation, phone, email: email ?? '' },
      hasConsent: input.applicantKind === 'complainant' || hasConsent,
    })
    .execute();
  await work.db
    .insertInto('asb.reviewComplaint')
    .values(
      input.complaints.map((one, n) => ({
        ...{ ...one, id: work.ids.next(), reviewId: id, agencyId: agency.id, position: n + 1 },
      })),
    )
    .execute();
  await work.db
    .insertInto('asb.reviewPhrase')
    .values({ reviewId: id, phraseHash: await hashPhrase(reference, phrase) })
    .execute();
  await addEvent(
    work,
    'review',
    { id, agencyId: agency.id },
    { kind: 'received', words: 'Application received' },
  );
  about(work, 'case-review', id);
  return ok({
    id,
    reference,
    phrase,
    agencyName: agency.name,
    acknowledgeBy: days.acknowledgeBy,
    decideBy: days.decideBy,
  });
}
/** What an applicant reads of their review: the decision and the outcome as they were written to them, and nothing of a case. */
export interface TrackedReview {
  reference: string;
  status: string;
  agencyName: string;
  appliedOn: Day;
  acknowledgeBy: Day;
  decideBy: Day;
  panelBy: Day;
  acknowledgedOn: Day | null;
  decidedOn: Day | null;
  decision: string | null;
  decisionWords: string | null;
  panelOn: Day | null;
  outcome: string | null;
  closedOn: Day | null;
  recommendations: {
    bodyName: string;
    words: string;
    response: string | null;
    responseWords: string | null;
  }[];
}
const tidyReference = (typed: string): string => {
  const parts = /^(?:CR)?([A-Z0-9]{4})([A-Z0-9]{3})$/.exec(typed.toUpperCase().replace(/[^A-Z0-9]/g, ''));
  return parts ? `CR-${parts[1]}-${parts[2]}` : typed.trim().slice(0, 40);
};
/** The review that the words belong to. A wrong pair and an unknown reference are one answer, and take one time. */
export async function trackReview(
  work: Work,
  given: { reference: string; phrase: string },
): Promise<Result<TrackedReview>> {
  const reference = tidyReference(given.reference);
  const hash = await hashPhrase(reference, given.phrase);
  const { rows } = await sql<
    Omit<TrackedReview, 'recommendations'> & { id: string }
  >`select * from asb.review_by_phrase(${reference}, ${hash})`.execute(work.db);
  const [row] = rows;
  if (!row) return notFound;
  const { rows: recommendations } = await sql<
    TrackedReview['recommendations'][number]
  >`select * from asb.recommendations_by_phrase(${reference}, ${hash})`.execute(work.db);
  const { id, status, ...rest } = row;
  about(work, 'case-review', id);
  const words: Readonly<Record<string, string>> = reviewStatusWords;
  return ok({ ...rest, status: words[status] ?? status, recommendations });
}

/** A case on which the applicant, or whoever they apply for, complains: by name, e-mail or telephone. */
async function caseOfApplicant(work: Work, reviewId: string): Promise<string | undefined> {
  const { rows } = await sql<{
    reference: string;
  }>`select c.reference from asb.review_applicant a join asb.complainant p
      on lower(p.name) in (lower(a.name), nullif(lower(a.victim_name), '')) or lower(p.email) = nullif(lower(a.email), '')
        or replace(p.phone, ' ', '') = nullif(replace(a.phone, ' ', ''), '')
    join asb.asb_case c on c.id = p.asb_id where a.review_id = ${reviewId} and ${asbCasePolicy.visible(work.viewer, 'c')}
    order by c.received_on desc, c.id limit 1`.execute(work.db);
  return rows[0]?.reference;
}
/** Ties the case it is about, so that whoever handled it is known; or says that there is none. */
export async function tieCase(
  work: Work,
  input: { reviewId: string; asbId?: string | undefined; hasNoCase: boolean; version: number },
): Promise<Result<Review>> {
  const found = await openReview(work, input.reviewId);
  if (!found.ok) return found;
  const review = found.value;
  if (!input.asbId && !input.hasNoCase)
    return invalid({
      field: 'asbId',
      words: 'Say which case, by its reference, or that there is none',
    });
  if (review.reviewedOn) return stale('The panel has reviewed it already.');
  const file = input.asbId ? await openAsbCase(work, input.asbId) : undefined;
  if (file && !file.ok) return invalid({ field: 'asbId', words: 'We know no such case' });
  const known = file || review.caseIds.length > 0 ? undefined : await caseOfApplicant(work, review.id);
  if (known)
    return invalid({
      field: 'hasNoCase',
      words: `The applicant complains on ${known}. Tie it, or another that this is about`,
    });
  const caseIds = file?.ok ? [...new Set([...review.caseIds, file.value.id])] : review.caseIds;
  const row = { id: review.id, version: input.version };
  if (
    !(await changeRow(work.db, 'asb.review', row, {
      caseIds,
      hasNoCase: caseIds.length === 0 && input.hasNoCase,
    }))
  )
    return movedOn();
  await addEvent(work, 'review', review, {
    kind: 'tied',
    words: file ? 'Tied to a case' : 'No case is kept of it',
  });
  return openReview(work, review.id);
}
/** Writes a recommendation to a body. It is sent with the others, by the step. */
export async function addRecommendation(
  work: Work,
  input: { reviewId: string; bodyAgencyId: string; words: string },
): Promise<Result<Review>> {
  const found = await openReview(work, input.reviewId);
  if (!found.ok) return found;
  const review = found.value;
  if (review.status !== 'reviewed')
    return stale('Recommendations are written once the panel has reviewed, and before they are sent.');
  const bodies = await listAgencies(work.db, work.clock.today());
  if (!bodies.some(({ id }) => id === input.bodyAgencyId))
    return invalid({ field: 'bodyAgencyId', words: 'Choose the body from the list' });
  const named = await namedIn(work, review, 'words', input.words);
  if (!named.ok) return named;
  await work.db
    .insertInto('asb.recommendation')
    .values({
      ...{
        id: work.ids.next(),
        reference: work.ids.reference('CN'),
        reviewId: review.id,
        agencyId: review.agencyId,
      },
      ...{ bodyAgencyId: input.bodyAgencyId, words: input.words, madeOn: work.clock.today() },
    })
    .execute();
  await addEvent(work, 'review', review, { kind: 'recommendation', words: 'Recommendation written' });
  return openReview(work, review.id);
}
/** A body answers what was recommended to it. */
export async function answerRecommendation(
  work: Work,
  input: { recommendationId: string; response: string; words: string; version: number },
): Promise<Result<Recommendation>> {
  const [found] = await listRecommendations(work, { id: input.recommendationId });
  if (!found?.isSent) return notFound;
  about(work, 'recommendation', found.id);
  const { officerId, agencyId } = officerOf(work);
  if (found.bodyAgencyId !== agencyId)
    return refusedByRule(
      'recommendation.body',
      `This is to ${found.bodyName}.`,
      'They answer it themselves.',
    );
  if (found.response !== null) return stale('It is answered already.');
  const withheld = withheldProblems('words', input.words);
  if (withheld.length > 0) return invalid(...withheld);
  const row = { id: found.id, version: input.version };
  const set = {
    response: input.response,
    responseWords: input.words,
    respondedOn: work.clock.today(),
    respondedBy: officerId,
  };
  if (!(await changeRow(work.db, 'asb.recommendation', row, set))) return movedOn();
  const [now] = await listRecommendations(work, { id: found.id });
  return now ? ok(now) : notFound;
}
