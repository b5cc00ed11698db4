import { permission } from '../platform/access/permission.ts';
import { anyRole } from './roles.ts';

export const readDirectory = permission('directory.read', 'Look up who answers for what', anyRole);
export const editDirectory = permission(
  'directory.edit',
  'Change agencies, services, areas, issue types and rules',
  ['directory-administrator'],
);
export const managePeople = permission(
  'directory.people',
  'Add people, change their teams and roles, and help them back in; never one’s own',
  ['directory-administrator'],
);
export const manageAgreements = permission(
  'directory.agreements',
  'Make, lengthen and end agreements between agencies',
  ['directory-administrator'],
);
export const giveConsent = permission(
  'directory.consent',
  'Agree to a role for somebody of one’s own agency, when speaking for it',
  anyRole,
);
