import { caseworkers } from '../directory/index.ts';
import { permission } from '../platform/access/permission.ts';
import { penaltyWriters } from './penalty.transitions.ts';

export const readPenalties = permission(
  'enforcement.read-penalties',
  'Read the penalties of your agency and of agencies that share theirs',
  [...caseworkers, 'performance-analyst'],
);
export const writePenalties = permission(
  'enforcement.write-penalties',
  'Write, issue and serve penalties; a power of your own is needed to issue',
  penaltyWriters,
);
export const takePayments = permission('enforcement.take-payments', 'Record what was paid for a penalty', [
  ...penaltyWriters,
  'community-safety-coordinator',
]);
export const editLaw = permission(
  'enforcement.edit-law',
  'Record what councils adopted, and switch rows of the law on',
  ['directory-administrator'],
);
export const readLaw = permission(
  'enforcement.read-law',
  'Read the law on penalties and the amounts adopted',
  ['directory-administrator', 'auditor', 'performance-analyst', ...caseworkers],
);
