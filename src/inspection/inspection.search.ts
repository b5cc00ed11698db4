import { byReference } from '../platform/search/reference.ts';
import { inspect } from './inspection.permissions.ts';
import { premisesPolicy, purchasePolicy } from './inspection.policy.ts';
import { licensingPolicy } from './licensing/licensing.policy.ts';

/** Where premises of this reference are, if the viewer may see them. */
export const premisesByReference = byReference({
  table: 'inspection.premises',
  permission: inspect,
  policy: premisesPolicy,
  under: '/premises',
});

/** Where a test-purchase operation of this reference is, if the viewer may see it. */
export const purchaseByReference = byReference({
  table: 'inspection.purchase',
  permission: inspect,
  policy: purchasePolicy,
  under: '/test-purchases',
});

/** Where a review of a licence of this reference is, if the viewer may see it. */
export const licensingByReference = byReference({
  table: 'inspection.licensing',
  permission: inspect,
  policy: licensingPolicy,
  under: '/licence-reviews',
});
