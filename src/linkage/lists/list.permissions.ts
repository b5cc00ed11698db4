import { listKeepers, victimReaders } from '../../directory/index.ts';
import { permission } from '../../platform/access/permission.ts';

export const keepLists = permission(
  'linkage.keep-lists',
  'Keep the inventory of lists of people at risk, and give and see the lists of your agency',
  listKeepers,
);
export const auditOfLists = permission(
  'linkage.audit-lists',
  'See the lists of people at risk side by side: who is on several, and what each does for them',
  victimReaders,
);
