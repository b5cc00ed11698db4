import { caseworkers, evidenceSupporters, victimReaders } from '../directory/index.ts';
import { permission } from '../platform/access/permission.ts';

export const readProsecutions = permission(
  'court.read',
  'Read the prosecution files of your own services, and those that name you for evidential support',
  [...caseworkers, ...evidenceSupporters],
);
export const supportProsecutions = permission(
  'court.support',
  'Keep the evidence and the papers of a prosecution file that you may read',
  [...caseworkers, ...evidenceSupporters],
);
export const workProsecutions = permission(
  'court.work',
  'Open a prosecution file on a case of your service, ask the intelligence unit, name who supports it, and record what the court decided',
  caseworkers,
);
export const tellVictims = permission(
  'court.tell-victims',
  'See which cases have ended, and tell victims on the register of it by safe contact',
  victimReaders,
);
export const draftAlerts = permission(
  'court.draft-alerts',
  'Draft a warning to residents from a prosecution of yours or a package that you took on',
  caseworkers,
);
export const readAlerts = permission(
  'court.read-alerts',
  'See the warnings that your agency makes, and how far they reached',
  ['communications-officer', ...caseworkers],
);
export const approveAlerts = permission(
  'court.approve-alerts',
  'Approve a warning to residents that somebody else made, withdraw it, and write down its reach',
  ['communications-officer'],
);
