export { encampmentApi } from './encampment.api.ts';
export { encampmentPolicy } from './encampment.policy.ts';
export { encampmentRoutes } from './encampment.routes.tsx';
export { encampmentByReference } from './encampment.search.ts';
export { encampmentOfficers } from './encampment.transitions.ts';
