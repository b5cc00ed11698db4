import { caseworkers } from '../directory/index.ts';
import { permission } from '../platform/access/permission.ts';
import { pspoOfficers } from './pspo.transitions.ts';

export const readPspo = permission(
  'enforcement.read-pspo',
  'Read the public spaces orders of your agency and of agencies that share their cases',
  caseworkers,
);
export const writePspo = permission(
  'enforcement.write-pspo',
  'Propose, consult on, make, publish and end public spaces orders',
  pspoOfficers,
);
