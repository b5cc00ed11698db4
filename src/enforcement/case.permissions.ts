import { caseworkers } from '../directory/index.ts';
import { permission } from '../platform/access/permission.ts';

export const readCases = permission(
  'enforcement.read-cases',
  'Read the cases your service is on, and those agreed between agencies',
  caseworkers,
);
export const workCases = permission(
  'enforcement.work-cases',
  'Add to a case, move it on and close it',
  caseworkers,
);
