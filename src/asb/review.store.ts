import { sql } from 'kysely';
import { z } from 'zod';
import type { AsbSettings } from '../../reference/asb.ts';
import type { Day } from '../platform/clock/clock.ts';
import { pageOfRows, type Sorting, sorted } from '../platform/database/sorting.ts';
import type { Work } from '../platform/http/work.ts';
import { caseReviewPolicy, recommendationPolicy } from './asb.policy.ts';
import type { ReviewStatus } from './review.transitions.ts';

export interface Review {
  id: string;
  reference: string;
  agencyId: string;
  agencyName: string;
  status: ReviewStatus;
  channel: string;
  applicantKind: string;
  appliedOn: Day;
  districtCode: string;
  districtName: string | null;
  caseIds: string[];
  hasNoCase: boolean;
  acknowledgeBy: Day;
  agenciesBy: Day;
  decideBy: Day;
  panelBy: Day;
  reportBy: Day | null;
  acknowledgedOn: Day | null;
  decidedOn: Day | null;
  decision: 'met' | 'not-met' | null;
  decisionWords: string | null;
  decidedBy: string | null;
  chairOfficerId: string | null;
  chairName: string | null;
  panelOn: Day | null;
  reviewedOn: Day | null;
  findings: string | null;
  outcome: string | null;
  appealedOn: Day | null;
  closedOn: Day | null;
  threshold: AsbSettings['threshold'];
  version: number;
  sortValue?: string;
}
const columns = sql`r.id, r.reference, r.agency_id, a.name as agency_name, r.status, r.channel, r.applicant_kind, r.applied_on, r.district_code,
  d.name as district_name, r.case_ids, r.has_no_case, r.acknowledge_by, r.agencies_by, r.decide_by, r.panel_by, r.report_by, r.acknowledged_on, r.decided_on,
  r.decision, r.decision_words, r.decided_by, r.chair_officer_id, o.name as chair_name, r.panel_on, r.reviewed_on, r.findings, r.outcome, r.appealed_on,
  r.closed_on, r.threshold, r.version`;
const from = sql`asb.review r join directory.agency a on a.id = r.agency_id left join directory.area d on d.code = r.district_code
  left join directory.officer o on o.id = r.chair_officer_id`;

export async function findReview(work: Work, id: string): Promise<Review | undefined> {
  const { rows } =
    await sql<Review>`select ${columns} from ${from} where r.id = ${id} and ${caseReviewPolicy.visible(work.viewer, 'r')}`.execute(
      work.db,
    );
  return rows[0];
}
const sorting: Sorting = {
  usual: '-applied',
  id: sql`r.id`,
  columns: { applied: { value: sql`r.applied_on`, type: 'date' } },
};
const pageSize = 25;
/** A page of the agency's case reviews, the latest first, and where the next starts. */
export async function listReviews(
  work: Work,
  filter: { status?: ReviewStatus | undefined; after?: string | undefined },
): Promise<{ reviews: Review[]; next: string | null }> {
  const way = sorted(sorting, { after: filter.after });
  const { rows } = await sql<Review>`select ${columns}, ${way.value} as sort_value from ${from}
    where ${caseReviewPolicy.visible(work.viewer, 'r')} and ${way.after ?? sql`true`} and ${filter.status ? sql`r.status = ${filter.status}` : sql`true`}
    order by ${way.order} limit ${sql.lit(pageSize + 1)}`.execute(work.db);
  const { rows: reviews, next } = pageOfRows(way, rows, pageSize);
  return { reviews, next };
}
export interface Applicant {
  name: string;
  victimName: string;
  relation: string;
  hasConsent: boolean;
  phone: string;
  email: string;
}
/** Who applied, of a review that the viewer was given. */
export async function findApplicant(work: Work, reviewId: string): Promise<Applicant | undefined> {
  const { rows } =
    await sql<Applicant>`select p.name, p.victim_name, p.relation, p.has_consent, p.phone, p.email from asb.review_applicant p
    where p.review_id = ${reviewId}`.execute(work.db);
  return rows[0];
}
export interface ReviewComplaint {
  position: number;
  happenedOn: Day;
  complainedOn: Day;
  told: string;
  incident: string;
  words: string;
}
export async function listReviewComplaints(work: Work, reviewId: string): Promise<ReviewComplaint[]> {
  const { rows } =
    await sql<ReviewComplaint>`select c.position, c.happened_on, c.complained_on, c.told, c.incident, c.words from asb.review_complaint c
    where c.review_id = ${reviewId} order by c.position`.execute(work.db);
  return rows;
}
export interface Recommendation {
  id: string;
  reference: string;
  reviewId: string;
  agencyId: string;
  agencyName: string;
  bodyAgencyId: string;
  bodyName: string;
  words: string;
  madeOn: Day;
  response: 'accepted' | 'partly' | 'not-accepted' | null;
  responseWords: string | null;
  respondedOn: Day | null;
  isSent: boolean;
  /** Whether the applicant reads the answer in its words; told to the agency that runs the review alone. */
  isAnswerShown: boolean;
  version: number;
}
/** Listed at most; the page says so. */
export const mostRecommendations = 200;
/** Recommendations of a review, or those to the viewer's agency. */
export async function listRecommendations(
  work: Work,
  of: { reviewId?: string; id?: string; isToUs?: true },
): Promise<Recommendation[]> {
  const own = work.viewer.kind === 'officer' ? work.viewer.agencyId : null;
  const { rows } =
    await sql<Recommendation>`select m.id, m.reference, m.review_id, m.agency_id, a.name as agency_name, m.body_agency_id, b.name as body_name, m.words,
      m.made_on, m.response, m.response_words, m.responded_on, m.is_sent, s.recommendation_id is not null as is_answer_shown, m.version
    from asb.recommendation m join directory.agency a on a.id = m.agency_id join directory.agency b on b.id = m.body_agency_id
      left join asb.answer_shown s on s.recommendation_id = m.id
    where ${recommendationPolicy.visible(work.viewer, 'm')} and ${of.reviewId ? sql`m.review_id = ${of.reviewId}` : sql`true`}
      and ${of.id ? sql`m.id = ${of.id}` : sql`true`}
      and ${of.isToUs ? sql`m.body_agency_id = ${own}::uuid and m.is_sent` : sql`true`} order by m.made_on desc, m.reference limit ${sql.lit(mostRecommendations)}`.execute(
      work.db,
    );
  return rows;
}
const row = z.object({
  received: z.number(),
  notMet: z.number(),
  reviews: z.number(),
  recommended: z.number(),
  closed: z.number(),
});
/** What the law has published of a year: applications, thresholds not met, reviews, reviews with recommendations (2014 Act s.104). */
export type ReviewCounts = z.output<typeof row>;
export const countsShape = z.object({ quarters: z.array(row.extend({ quarter: z.string() })), total: row });
export type YearCounts = z.output<typeof countsShape>;
/** Counts the agency's own reviews of some days, each by the day that it happened. */
export async function countReviews(work: Work, from: Day, to: Day): Promise<ReviewCounts> {
  const within = (column: string) => sql`${sql.ref(column)} between ${from}::date and ${to}::date`;
  const { rows } = await sql`select count(*) filter (where ${within('r.appliedOn')})::int as received,
      count(*) filter (where r.decision = 'not-met' and ${within('r.decidedOn')})::int as "notMet",
      count(*) filter (where ${within('r.reviewedOn')})::int as reviews,
      count(*) filter (where ${within('r.reviewedOn')} and exists (select 1 from asb.recommendation m where m.review_id = r.id and m.is_sent))::int as recommended,
      count(*) filter (where ${within('r.closedOn')})::int as closed
    from asb.review r where ${caseReviewPolicy.visible(work.viewer, 'r')}`.execute(work.db);
  return row.parse(rows[0]);
}
export interface Publication {
  agencyId: string;
  agencyName: string;
  year: string;
  edition: number;
  counts: YearCounts;
  note: string;
  publishedOn: Day;
}
/** Every year that was published, the latest edition of each first. Public. */
export async function listPublications(work: Work): Promise<Publication[]> {
  const { rows } = await sql<Omit<Publication, 'counts'> & { counts: unknown }>`
    select p.agency_id, a.name as agency_name, p.year, p.edition, p.counts, p.note, p.published_on
    from asb.publication p join directory.agency a on a.id = p.agency_id order by a.name, p.year desc, p.edition desc limit 200`.execute(
    work.db,
  );
  return rows.map((one) => ({ ...one, counts: countsShape.parse(one.counts) }));
}

/** Kinds of agency that a case review is applied for at. */
const councilKinds: readonly string[] = ['district-council', 'unitary-council'];
/** The council of a district, read with the public's login too. */
export async function councilOf(
  { db, clock }: Work,
  districtCode: string,
): Promise<{ id: string; name: string } | undefined> {
  const { rows } = await sql<{ id: string; name: string }>`select a.id, a.name from directory.agency a
    where a.area_code = ${districtCode} and a.kind = any (${[...councilKinds]}::text[]) and (a.ends_on is null or a.ends_on > ${clock.today()}::date)
    order by a.starts_on desc limit 1`.execute(db);
  return rows[0];
}
