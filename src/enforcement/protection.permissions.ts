import { caseworkers } from '../directory/index.ts';
import { permission } from '../platform/access/permission.ts';
import { protectionOfficers } from './protection.transitions.ts';

export const readProtection = permission(
  'enforcement.read-protection',
  'Read the community protection files of your agency and of agencies that share theirs',
  caseworkers,
);
export const writeProtection = permission(
  'enforcement.write-protection',
  'Write, serve and follow up warnings and notices; a power of your own is needed to serve',
  protectionOfficers,
);
export const publishProtection = permission(
  'enforcement.publish-protection',
  'Publish the community protection table of your agency',
  ['community-safety-coordinator'],
);
export const readProtectionTable = permission(
  'enforcement.read-protection-table',
  'Read the community protection table as it was published',
  [...caseworkers, 'board-member'],
);
