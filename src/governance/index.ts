import type { Route } from '../platform/http/declare.ts';
import { accessApi } from './access.api.ts';
import { accessRoutes } from './access.routes.tsx';
import { retentionApi } from './retention.api.ts';
import { retentionRoutes as pages } from './retention.routes.tsx';
import { personLogRoutes } from './seen.routes.tsx';

/** How long records are kept, what is due, and legal holds. */
export const retentionRoutes: readonly Route[] = [...pages, ...retentionApi];
/** Requests of people for their own data. */
export const subjectAccessRoutes: readonly Route[] = [...accessRoutes, ...accessApi, ...personLogRoutes];
export { accessDue } from './access.clock.ts';
export { accessNeedsMe } from './access.queries.ts';
export { retentionJobs, retentionSchedule } from './retention.jobs.ts';
export { retentionPolicy } from './retention.policy.ts';
export { goingRules, retentionRules } from './retention.rules.ts';
