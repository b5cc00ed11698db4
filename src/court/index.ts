import type { Route } from '../platform/http/declare.ts';
import { alertRoutes } from './alert.routes.tsx';
import { outcomeRoutes } from './outcome.routes.tsx';
import { prosecutionApi } from './prosecution.api.ts';
import { prosecutionRoutes } from './prosecution.routes.tsx';

/** Cases at court: evidence, disclosure, papers, what the court decided, and that victims were told. */
export const courtRoutes: readonly Route[] = [
  ...prosecutionRoutes,
  ...prosecutionApi,
  ...outcomeRoutes,
  ...alertRoutes,
];
export { AlertList } from './alert.pages.tsx';
export { alertPolicy, type PublicAlert, publishedAlerts } from './alert.store.ts';
export { continuityHash } from './continuity.ts';
export { outcomePolicy, prosecutionPolicy } from './court.policy.ts';
export { prosecutionByReference } from './court.search.ts';
export { type CourtLine, courtNeedsMe } from './needs-me.queries.ts';
export { ProsecutionButton } from './prosecution-form.pages.tsx';
