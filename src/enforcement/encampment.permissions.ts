import { caseworkers } from '../directory/index.ts';
import { permission } from '../platform/access/permission.ts';
import { encampmentOfficers } from './encampment.transitions.ts';

export const readEncampment = permission(
  'enforcement.read-encampment',
  'Read the unauthorised encampments of your agency and of agencies that share theirs',
  caseworkers,
);
export const writeEncampment = permission(
  'enforcement.write-encampment',
  'Report, assess, direct and follow up unauthorised encampments',
  encampmentOfficers,
);
