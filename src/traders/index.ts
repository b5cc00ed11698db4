import type { Route } from '../platform/http/declare.ts';
import { traderApi } from './trader.api.ts';
import { traderFileRoutes } from './trader.routes.tsx';
import { traderPartsRoutes } from './trader-parts.routes.tsx';

/** The scheme of checked traders. */
export const traderRoutes: readonly Route[] = [...traderFileRoutes, ...traderPartsRoutes, ...traderApi];
export { traderPolicy } from './trader.policy.ts';
export { type TraderNeedingMe, tradersNeedMe } from './trader.queries.ts';
export { traderByReference } from './trader.search.ts';
export { drawnTraders } from './trader.transitions.ts';
