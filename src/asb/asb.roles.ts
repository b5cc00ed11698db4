import type { Role } from '../directory/index.ts';

/** Officers who keep cases of anti-social behaviour, sit at joint agency tasking and answer case reviews. */
export const asbOfficers: readonly [Role, ...Role[]] = [
  'community-safety-coordinator',
  'service-officer',
  'police-partner',
  'partner',
];
/** Those who chair, and run case reviews. */
export const asbChairs: readonly [Role, ...Role[]] = ['community-safety-coordinator'];
/** Those of them who keep every case of their agency. A service officer has the cases that they work on, and no other. */
export const asbCaseKeepers: readonly [Role, ...Role[]] = [
  'community-safety-coordinator',
  'police-partner',
  'partner',
];
