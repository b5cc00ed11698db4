import { permission } from '../platform/access/permission.ts';

export const readRetention = permission(
  'governance.retention',
  'See how long records are kept, what of your own agency is due, and what was done',
  ['auditor'],
);
export const setRetention = permission(
  'governance.set-period',
  'Set how long your agency keeps what no law or guidance names a period for',
  ['auditor'],
);
export const holdRecords = permission(
  'governance.hold',
  'Set a legal hold on a record of your own agency, and lift it',
  ['auditor'],
);
export const answerAccess = permission(
  'governance.subject-access',
  'Answer people who ask your agency for their own data: see what it holds about them, and say of each thing whether it is given',
  ['auditor'],
);
