export { closureApi } from './closure.api.ts';
export { closurePolicy } from './closure.policy.ts';
export { type ClosureNeedingMe, closuresNeedingMe } from './closure.queries.ts';
export { closureRoutes } from './closure.routes.tsx';
export { closureByReference, searchClosures } from './closure.search.ts';
export { closureOfficers } from './closure.transitions.ts';
