import { byReference } from '../platform/search/reference.ts';
import { readProsecutions } from './court.permissions.ts';
import { prosecutionPolicy } from './court.policy.ts';

/** Where a prosecution file of this reference is, if the viewer may see it. */
export const prosecutionByReference = byReference({
  table: 'court.prosecution',
  permission: readProsecutions,
  policy: prosecutionPolicy,
  under: '/prosecutions',
});
