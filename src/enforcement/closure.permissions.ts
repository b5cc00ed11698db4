import { caseworkers } from '../directory/index.ts';
import { permission } from '../platform/access/permission.ts';
import { closureOfficers } from './closure.transitions.ts';

export const readClosure = permission(
  'enforcement.read-closure',
  'Read the closures of premises of your agency and of agencies that share theirs',
  caseworkers,
);
export const writeClosure = permission(
  'enforcement.write-closure',
  'Prepare, serve and follow up closures of premises; a power of your own is needed to serve',
  closureOfficers,
);
