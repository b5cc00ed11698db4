export { abandonedApi } from './abandoned.api.ts';
export { abandonedPolicy } from './abandoned.policy.ts';
export { abandonedRoutes } from './abandoned.routes.tsx';
export { abandonedByReference } from './abandoned.search.ts';
export { abandonedOfficers } from './abandoned.transitions.ts';
