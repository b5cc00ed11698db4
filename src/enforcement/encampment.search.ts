import { byReference } from '../platform/search/reference.ts';
import { readEncampment } from './encampment.permissions.ts';
import { encampmentPolicy } from './encampment.policy.ts';

/** Where a file of this reference is, if the viewer may see it. */
export const encampmentByReference = byReference({
  table: 'enforcement.encampment',
  permission: readEncampment,
  policy: encampmentPolicy,
  under: '/encampments',
});
