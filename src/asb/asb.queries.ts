import { listEditions, listEvents } from '../enforcement/index.ts';
import { ok } from '../platform/failures/failures.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { openAsbCase } from './case.commands.ts';
import { caseSteps } from './case.steps.ts';
import {
  type AsbCase,
  type Complainant,
  findAsbCase,
  listAssessments,
  listComplainants,
  listContacts,
  listIncidents,
  listMeasures,
} from './case.store.ts';
import { nominationSteps, openNomination } from './nomination.commands.ts';
import {
  type AsbAction,
  countActionsSet,
  listActions,
  listContributions,
  listNominations,
} from './nomination.store.ts';
import { openOrder, orderStepsFor } from './order.commands.ts';
import type { OrderPaper } from './order.documents.ts';
import { listBreaches, ordersOfCase } from './order.store.ts';
import { openPlan } from './plan.commands.ts';
import { listPlans, missingParts } from './plan.store.ts';
import { openReview } from './review.commands.ts';
import { reviewSteps } from './review.steps.ts';
import { findApplicant, listRecommendations, listReviewComplaints } from './review.store.ts';
import { settingsOf } from './setting.store.ts';
import { offeredSteps } from './steps.ts';
import { thresholdOf } from './threshold.ts';

/** Whether the first contact was in time: null while there is no target, or it is still to come. */
export function contactMet(
  one: Pick<Complainant, 'contactDueOn' | 'contactedOn'>,
  today: string,
): boolean | null {
  if (one.contactDueOn === null) return null;
  if (one.contactedOn !== null) return one.contactedOn <= one.contactDueOn;
  return today > one.contactDueOn ? false : null;
}
export const isOverdue = (file: Pick<AsbCase, 'status' | 'assessDueOn'>, today: string): boolean =>
  file.status !== 'closed' && file.assessDueOn < today;

/** Everything the page of a case shows. */
export async function casePageView(work: Work, id: string) {
  const opened = await openAsbCase(work, id);
  if (!opened.ok) return opened;
  const file = opened.value;
  const today = work.clock.today();
  return ok({
    file,
    today,
    complainants: await listComplainants(work, id),
    contacts: await listContacts(work, id),
    incidents: await listIncidents(work, id),
    assessments: await listAssessments(work, id),
    measures: await listMeasures(work, id),
    orders: await ordersOfCase(work, id),
    breaches: await listBreaches(work, id),
    nominations: (await listNominations(work, { asbId: id })).nominations,
    plans: await listPlans(work, { asbId: id }),
    settings: await settingsOf(work, file.agencyId),
    events: await listEvents(work, 'asb', id),
    steps: await offeredSteps(caseSteps, work, file),
  });
}
export type CaseView = Extract<Awaited<ReturnType<typeof casePageView>>, { ok: true }>['value'];

/** Everything the page of a contract or an order shows. */
export async function orderPageViewOf(work: Work, id: string) {
  const opened = await openOrder(work, id);
  if (!opened.ok) return opened;
  const order = opened.value;
  return ok({
    order,
    papers: await listEditions<OrderPaper>(work, 'order', id),
    breaches: (await listBreaches(work, order.asbId)).filter(({ orderId }) => orderId === id),
    events: await listEvents(work, 'order', id),
    steps: await offeredSteps(await orderStepsFor(work, id), work, order),
  });
}
export type OrderView = Extract<Awaited<ReturnType<typeof orderPageViewOf>>, { ok: true }>['value'];

/** Everything the page of a nomination shows, as far as the viewer is of the audience. */
export async function nominationPageView(work: Work, id: string) {
  const opened = await openNomination(work, id);
  if (!opened.ok) return opened;
  const nomination = opened.value;
  const { agencyId } = officerOf(work);
  return ok({
    nomination,
    isChair: nomination.chairAgencyId === agencyId,
    // A colleague who does not work on the case has no way to it.
    isOwn:
      nomination.agencyId === agencyId &&
      nomination.asbId !== null &&
      (await findAsbCase(work, nomination.asbId)) !== undefined,
    contributions: await listContributions(work, id),
    actions: await listActions(work, { nominationId: id }),
    plans: await listPlans(work, { nominationId: id }),
    events: await listEvents(work, 'nomination', id),
    steps: await offeredSteps(nominationSteps, work, nomination),
  });
}
export type NominationView = Extract<Awaited<ReturnType<typeof nominationPageView>>, { ok: true }>['value'];

/** Everything the page of a plan shows. What is missing is for the agency that leads: it alone sees every action. */
export async function planPageView(work: Work, id: string) {
  const opened = await openPlan(work, id);
  if (!opened.ok) return opened;
  const plan = opened.value;
  const actions = await listActions(work, { planId: id });
  const isLead = plan.leadAgencyId === officerOf(work).agencyId;
  const { content } = await settingsOf(work, plan.agencyId);
  return ok({
    plan,
    actions,
    isLead,
    isKeeper: plan.agencyId === officerOf(work).agencyId,
    missingNow: isLead ? missingParts(plan, actions) : [],
    parts: content.releaseActions,
  });
}
export type PlanView = Extract<Awaited<ReturnType<typeof planPageView>>, { ok: true }>['value'];

export interface AgencyAccount {
  agencyId: string;
  agencyName: string;
  open: number;
  overdue: number;
  done: number;
  notDone: number;
  actions: AsbAction[];
}
/**
 * What each agency was asked to do by the viewer's agency as chair, and how it stands: the chair holds them to account. The counts are of
 * every action; of the actions themselves the open ones come first, as far as a list goes.
 */
export async function accountOf(work: Work): Promise<AgencyAccount[]> {
  const listed = await listActions(work, { mine: 'set' });
  return (await countActionsSet(work)).map((one) => ({
    ...one,
    actions: listed.filter(({ agencyId }) => agencyId === one.agencyId),
  }));
}

/** Everything the page of a case review shows. */
export async function reviewPageView(work: Work, id: string) {
  const opened = await openReview(work, id);
  if (!opened.ok) return opened;
  const review = opened.value;
  return ok({
    review,
    today: work.clock.today(),
    applicant: await findApplicant(work, id),
    threshold: thresholdOf(review.threshold, review.appliedOn, await listReviewComplaints(work, id)),
    recommendations: await listRecommendations(work, { reviewId: id }),
    letters: await listEditions<'threshold' | 'outcome'>(work, 'review', id),
    events: await listEvents(work, 'review', id),
    steps: await offeredSteps(reviewSteps, work, review),
  });
}
export type ReviewView = Extract<Awaited<ReturnType<typeof reviewPageView>>, { ok: true }>['value'];
