import type { Route } from '../platform/http/declare.ts';
import { attemptRoutes } from './attempt.routes.tsx';
import { licensingApi } from './licensing/licensing.api.ts';
import { licensingRoutes } from './licensing/licensing.routes.tsx';
import { premisesApi } from './premises.api.ts';
import { premisesRoutes } from './premises.routes.tsx';
import { purchaseApi } from './purchase.api.ts';
import { purchasePlanRoutes } from './purchase.routes.tsx';
import { purchaseTableRoutes } from './purchase-table.routes.tsx';
import { schemeApi } from './scheme.api.ts';
import { schemeRoutes } from './scheme.routes.tsx';
import { visitApi } from './visit.api.ts';
import { visitRoutes } from './visit.routes.tsx';

/** Premises, test purchases, inspections, awards and licence reviews. */
export const inspectionRoutes: readonly Route[] = [
  ...premisesRoutes,
  ...purchaseTableRoutes,
  ...purchasePlanRoutes,
  ...attemptRoutes,
  ...visitRoutes,
  ...schemeRoutes,
  ...licensingRoutes,
  ...premisesApi,
  ...purchaseApi,
  ...visitApi,
  ...schemeApi,
  ...licensingApi,
];
export { ConcernTable } from './concern.pages.tsx';
export {
  awardPolicy,
  premisesPolicy,
  purchasePolicy,
  schemePolicy,
  visitPolicy as inspectionVisitPolicy,
} from './inspection.policy.ts';
export { inspectors, tableReaders } from './inspection.roles.ts';
export { licensingByReference, premisesByReference, purchaseByReference } from './inspection.search.ts';
export { licensingPolicy } from './licensing/licensing.policy.ts';
export { drawnLicensing } from './licensing/licensing.transitions.ts';
export { type PremisesLineForMe, premisesNeedMe } from './needs-me.queries.ts';
export { type PremisesOfConcern, premisesOfConcern } from './premises.store.ts';
export { drawnPurchases } from './purchase.transitions.ts';
