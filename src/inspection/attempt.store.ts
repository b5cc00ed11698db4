import { type RawBuilder, sql } from 'kysely';
import type { AttemptResult, FollowUpKind } from '../../reference/inspection.ts';
import { penaltyPolicy } from '../enforcement/index.ts';
import { hasRole } from '../platform/access/viewer.ts';
import type { Day } from '../platform/clock/clock.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { purchasePolicy } from './inspection.policy.ts';
import { inspectors } from './inspection.roles.ts';
import type { FollowUpStatus } from './inspection.words.ts';

/** An attempt to buy, and what came of it. */
export interface Attempt {
  id: string;
  reference: string;
  purchaseId: string;
  purchaseName: string;
  premisesId: string;
  leadAgencyId: string;
  agencyId: string;
  agencyName: string;
  officerName: string;
  attemptedAt: Date;
  onDay: Day;
  result: AttemptResult;
  product: string;
  volunteerCode: string;
  volunteerAge: number;
  /** Which premises; null for whoever makes the figures. */
  label: string | null;
  /** What was said: for the agency that recorded it and the one that leads. */
  words: string | null;
  /** The business was written to. */
  hasLetter: boolean;
  version: number;
}
async function attemptsWhere(work: Work, part: RawBuilder<unknown>): Promise<Attempt[]> {
  const own = officerOf(work).agencyId;
  const isNamed = hasRole(work.viewer, ...inspectors);
  const { rows } =
    await sql<Attempt>`select t.id, t.reference, t.purchase_id, p.name as purchase_name, t.premises_id, t.lead_agency_id, t.agency_id,
      a.name as agency_name, f.name as officer_name, t.attempted_at, t.on_day, t.result, t.product, t.volunteer_code, t.volunteer_age,
      case when ${isNamed} then x.label end as label, case when ${isNamed} then e.words end as words,
      inspection.has_letter(t.id) as has_letter, t.version
    from inspection.attempt t join inspection.purchase p on p.id = t.purchase_id join directory.agency a on a.id = t.agency_id
      join directory.officer f on f.id = t.officer_id
      left join inspection.selection x on x.purchase_id = t.purchase_id and x.premises_id = t.premises_id
      left join inspection.attempt_detail e on e.attempt_id = t.id and ${own}::uuid in (e.agency_id, e.lead_agency_id)
    where ${purchasePolicy.visible(work.viewer, 'p')} and ${part} order by t.attempted_at, t.reference`.execute(
      work.db,
    );
  return rows;
}
/** The attempts of an operation in order, void ones among them. */
export const listAttempts = (work: Work, purchaseId: string): Promise<Attempt[]> =>
  attemptsWhere(work, sql`t.purchase_id = ${purchaseId}`);
/** The attempts on premises of the viewer's own agency. */
export const attemptsOn = (work: Work, premisesId: string): Promise<Attempt[]> =>
  attemptsWhere(
    work,
    sql`t.premises_id = ${premisesId} and t.lead_agency_id = ${officerOf(work).agencyId}::uuid`,
  );

/** What follows an attempt. */
export interface FollowUp {
  id: string;
  attemptId: string;
  attemptReference: string;
  agencyId: string;
  kind: FollowUpKind;
  status: FollowUpStatus;
  dueOn: Day | null;
  doneOn: Day | null;
  /** The seller's penalty, where the viewer may see it. */
  penaltyId: string | null;
  penaltyPence: number | null;
  payUntil: Day | null;
  version: number;
}
async function followUpsWhere(work: Work, part: RawBuilder<unknown>): Promise<FollowUp[]> {
  const { rows } =
    await sql<FollowUp>`select u.id, u.attempt_id, t.reference as attempt_reference, u.agency_id, u.kind, u.status, u.due_on, u.done_on,
      n.id as penalty_id, n.amount_pence as penalty_pence, n.pay_until, u.version
    from inspection.follow_up u join inspection.attempt t on t.id = u.attempt_id join inspection.purchase p on p.id = t.purchase_id
      left join enforcement.penalty n on n.id = u.penalty_id and ${penaltyPolicy.visible(work.viewer, 'n')}
    where ${purchasePolicy.visible(work.viewer, 'p')} and ${part} order by t.attempted_at, u.made_at, u.kind`.execute(
      work.db,
    );
  return rows;
}
export const listFollowUps = (work: Work, purchaseId: string): Promise<FollowUp[]> =>
  followUpsWhere(work, sql`t.purchase_id = ${purchaseId}`);
