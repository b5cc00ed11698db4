import { byReference } from '../platform/search/reference.ts';
import { readPspo } from './pspo.permissions.ts';
import { pspoPolicy } from './pspo.policy.ts';

/** Where a file of this reference is, if the viewer may see it. */
export const pspoByReference = byReference({
  table: 'enforcement.pspo',
  permission: readPspo,
  policy: pspoPolicy,
  under: '/pspos',
});
