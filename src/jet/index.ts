import type { Route } from '../platform/http/declare.ts';
import { reviewRoutes } from './review.routes.tsx';
import { teamRoutes } from './team.routes.tsx';
import { timeApi } from './time.api.ts';
import { timeRoutes } from './time.routes.tsx';

/** Joint enforcement teams. */
export const jetRoutes: readonly Route[] = [...teamRoutes, ...timeRoutes, ...reviewRoutes, ...timeApi];
export { teamReaders } from './jet.permissions.ts';
export {
  findingPolicy,
  invitationPolicy,
  powerPolicy,
  reaccreditationPolicy,
  rosterPolicy,
  teamPolicy,
  timePolicy,
} from './jet.policy.ts';
