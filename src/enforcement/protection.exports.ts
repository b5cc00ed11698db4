export { drawnProcedures } from './procedure.drawn.ts';
export { type DrawnProcedure, diagramOf } from './procedure.ts';
export { protectionApi } from './protection.api.ts';
export { readProtectionTable } from './protection.permissions.ts';
export { protectionPolicy } from './protection.policy.ts';
export { type ProtectionNeedingMe, protectionNeedingMe } from './protection.queries.ts';
export { protectionRoutes } from './protection.routes.tsx';
export { protectionByReference, searchProtection } from './protection.search.ts';
export { protectionOfficers } from './protection.transitions.ts';
