import { anyRole, caseworkers, intelligenceGraders, intelligenceReaders } from '../directory/index.ts';
import { permission } from '../platform/access/permission.ts';

export const submitIntelligence = permission(
  'intelligence.submit',
  'Send an intelligence form, and see whether it was of use; nothing else of it comes back',
  anyRole,
);
export const readIntelligence = permission(
  'intelligence.read',
  'Read the queue of intelligence, with raw text and grades',
  intelligenceReaders,
);
export const gradeIntelligence = permission(
  'intelligence.grade',
  'Put items into the queue, grade them, and write what may cross instead',
  intelligenceGraders,
);
export const convertLegacy = permission(
  'intelligence.convert-legacy',
  'Convert grades of the older 5x5x5 in bulk, and undo it',
  ['intelligence-manager'],
);
export const keepWatches = permission(
  'intelligence.keep-watches',
  'Watch for a name or number in what comes in; who is watched for is seen by whoever keeps it and by the manager',
  intelligenceReaders,
);
export const reopenConflicts = permission(
  'intelligence.reopen-conflicts',
  'Open to somebody else what stays closed to them since they supported a case at court',
  ['intelligence-manager'],
);
export const assessHarm = permission(
  'intelligence.assess-harm',
  'Say how much harm somebody or somewhere does, for the ranking',
  ['intelligence-officer', 'intelligence-analyst'],
);
export const keepHarmMatrix = permission(
  'intelligence.keep-harm-matrix',
  'Change the numbers by which harm is weighed',
  ['intelligence-manager'],
);
export const keepGroups = permission(
  'intelligence.keep-groups',
  'Keep the cards of organised crime groups; the manager alone confirms one',
  ['intelligence-officer', 'intelligence-analyst', 'intelligence-manager'],
);
export const checkOutside = permission(
  'intelligence.check-outside',
  'Ask systems outside about somebody or something, with a reason; the restricted ones only where the manager let you',
  ['intelligence-officer', 'intelligence-analyst', 'intelligence-manager'],
);
export const letCheckOutside = permission(
  'intelligence.let-check-outside',
  'Say who of the unit may ask a restricted system outside, on which vetting and training',
  ['intelligence-manager'],
);
export const keepRequirements = permission(
  'intelligence.keep-requirements',
  'Say what the unit needs to know, which whoever may send a form then reads',
  ['intelligence-manager'],
);
export const workRequirements = permission(
  'intelligence.work-requirements',
  'Keep the collection plan of a requirement, and say which item answers it',
  ['intelligence-officer', 'intelligence-analyst', 'intelligence-manager'],
);
export const keepStrategy = permission(
  'intelligence.keep-strategy',
  'Write down the control strategy of the unit as it was agreed',
  ['intelligence-manager'],
);
export const handleSources = permission(
  'intelligence.handle-sources',
  'Open and keep who a source really is, and record that status drift was referred',
  ['intelligence-manager'],
);
export const draftPackages = permission(
  'intelligence.draft-packages',
  'Draft packages from text that may cross',
  ['intelligence-officer', 'intelligence-analyst'],
);
export const releasePackages = permission(
  'intelligence.release-packages',
  'Authorise a package that somebody else drafted, and clear its conditions',
  ['intelligence-manager'],
);
export const reviewIntelligence = permission(
  'intelligence.review',
  'Look whether an item is still needed, and decide that it is kept or let go',
  ['intelligence-manager'],
);
export const readPackages = permission(
  'intelligence.read-packages',
  'Open and answer the intelligence packages that name you or your agency',
  ['reception', ...caseworkers],
);
export const answerEnquiries = permission(
  'intelligence.answer-enquiries',
  'Answer whether there is relevant material about a case, or data of somebody who asks for their own, and take the schedule to the prosecutor',
  ['intelligence-manager'],
);

export const readCommissions = permission(
  'intelligence.read-commissions',
  'See what your service commissioned of the intelligence unit and what was answered, or what the unit was commissioned to do',
  [...caseworkers, ...intelligenceReaders],
);
export const giveCommissions = permission(
  'intelligence.give-commissions',
  'Commission the intelligence unit to trace somebody, or to check who applies for a grant or a loan',
  caseworkers,
);
