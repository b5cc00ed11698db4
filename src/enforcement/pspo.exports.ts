export { pspoApi } from './pspo.api.ts';
export { pspoPolicy } from './pspo.policy.ts';
export { type PspoNeedingMe, psposNeedingMe } from './pspo.queries.ts';
export { pspoRoutes } from './pspo.routes.tsx';
export { pspoByReference } from './pspo.search.ts';
export { pspoOfficers } from './pspo.transitions.ts';
