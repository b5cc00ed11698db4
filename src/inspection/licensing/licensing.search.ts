import { byReference } from '../../platform/search/reference.ts';
import { inspect } from '../inspection.permissions.ts';
import { licensingPolicy } from './licensing.policy.ts';

/** Where a review of this reference is, if the viewer may see it. */
export const licensingByReference = byReference({
  table: 'inspection.licensing',
  permission: inspect,
  policy: licensingPolicy,
  under: '/licence-reviews',
});
