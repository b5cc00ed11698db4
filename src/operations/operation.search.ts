import { byReference } from '../platform/search/reference.ts';
import { readOperations } from './operation.permissions.ts';
import { operationPolicy } from './operation.policy.ts';

/** Where a day of action of this reference is, if the viewer may see it. */
export const operationByReference = byReference({
  table: 'operations.operation',
  permission: readOperations,
  policy: operationPolicy,
  under: '/operations',
});
