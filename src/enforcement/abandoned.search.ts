import { byReference } from '../platform/search/reference.ts';
import { readAbandoned } from './abandoned.permissions.ts';
import { abandonedPolicy } from './abandoned.policy.ts';

/** Where a file of this reference is, if the viewer may see it. */
export const abandonedByReference = byReference({
  table: 'enforcement.abandoned',
  permission: readAbandoned,
  policy: abandonedPolicy,
  under: '/abandoned-vehicles',
});
