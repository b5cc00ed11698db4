import { caseworkers } from '../directory/index.ts';
import { permission } from '../platform/access/permission.ts';
import { abandonedOfficers, abandonedOpeners } from './abandoned.transitions.ts';

export const readAbandoned = permission(
  'enforcement.read-abandoned',
  'Read the abandoned vehicles of your agency and of agencies that share theirs',
  caseworkers,
);
export const beginAbandoned = permission(
  'enforcement.begin-abandoned',
  'Open a file on an abandoned vehicle',
  abandonedOpeners,
);
export const writeAbandoned = permission(
  'enforcement.write-abandoned',
  'Assess, give notice of, remove and follow up abandoned vehicles',
  abandonedOfficers,
);
