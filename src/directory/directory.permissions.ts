import { permission } from '../platform/access/permission.ts';
import { anyRole } from './roles.ts';

export const readDirectory = permission('directory.read', 'Look up who answers for what', anyRole);
export const editDirectory = permission('directory.edit', 'Change issue types, rules and services', [
  'directory-administrator',
]);
