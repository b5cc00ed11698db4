import { victimReaders } from '../directory/index.ts';
import { permission } from '../platform/access/permission.ts';

export const keepRegister = permission(
  'safeguarding.keep-register',
  'Keep the victim register: open, profile, route and join files, plan visits, refer',
  victimReaders,
);
export const visitPeople = permission(
  'safeguarding.visit',
  'See the visits that are assigned to you, and say what came of them',
  ['warden', ...victimReaders],
);
