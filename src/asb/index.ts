import type { DrawnProcedure } from '../enforcement/index.ts';
import type { Route } from '../platform/http/declare.ts';
import { asbApi } from './asb.api.ts';
import { caseRoutes } from './case.routes.tsx';
import { drawnAsbCase } from './case.transitions.ts';
import { jatacApi } from './jatac.api.ts';
import { nominationRoutes } from './nomination.routes.tsx';
import { drawnNomination } from './nomination.transitions.ts';
import { orderRoutes } from './order.routes.tsx';
import { drawnOrders } from './order.transitions.ts';
import { planRoutes } from './plan.routes.tsx';
import { reviewApi } from './review.api.ts';
import { reviewRoutes } from './review.routes.tsx';
import { drawnReview } from './review.transitions.ts';
import { asbSettingRoutes } from './setting.routes.tsx';

/** Anti-social behaviour: cases, joint agency tasking, case reviews. */
export const asbRoutes: readonly Route[] = [
  ...caseRoutes,
  ...orderRoutes,
  ...nominationRoutes,
  ...planRoutes,
  ...reviewRoutes,
  ...asbSettingRoutes,
  ...asbApi,
  ...jatacApi,
  ...reviewApi,
];
export { asbJobs, asbSchedule } from './asb.jobs.ts';
export {
  asbActionPolicy,
  asbActionRows,
  asbCasePolicy,
  caseReviewPolicy,
  contributionPolicy,
  nominationPolicy,
  recommendationPolicy,
  releasePlanPolicy,
} from './asb.policy.ts';
export { recountAsb } from './asb.recount.ts';
export { asbCaseKeepers, asbChairs, asbOfficers } from './asb.roles.ts';
export { asbCaseByReference, caseReviewByReference } from './asb.search.ts';
export { findAsbCase } from './case.store.ts';
export { type AsbLineForMe, asbNeedsMe } from './needs-me.queries.ts';
/** Every procedure of anti-social behaviour, for its diagram. */
export const drawnAsb: readonly DrawnProcedure[] = [
  drawnAsbCase,
  ...drawnOrders,
  drawnNomination,
  drawnReview,
];
