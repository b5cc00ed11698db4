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
