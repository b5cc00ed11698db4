import type { Route } from '../platform/http/declare.ts';
import { operationApi } from './operation.api.ts';
import { operationPlanRoutes } from './operation.routes.tsx';
import { operationBriefingRoutes } from './operation-briefing.routes.ts';
import { operationDayRoutes } from './operation-day.routes.tsx';

/** Days of action. */
export const operationRoutes: readonly Route[] = [
  ...operationPlanRoutes,
  ...operationDayRoutes,
  ...operationBriefingRoutes,
  ...operationApi,
];
export { stopSchema } from './operation.forms.ts';
export { takePart } from './operation.permissions.ts';
export { operationPolicy } from './operation.policy.ts';
export { type OperationLineForMe, operationsNeedMe } from './operation.queries.ts';
export { operationByReference } from './operation.search.ts';
export { ownOfficers } from './operation.store.ts';
export { drawnOperations } from './operation.transitions.ts';
export { stopKindWords } from './operation.words.ts';
export { type OperationDay, operationsToday } from './operation-day.queries.ts';
export { logStop } from './stop.commands.ts';
