import { permission } from '../platform/access/permission.ts';
import { asbChairs, asbOfficers } from './asb.roles.ts';

export const keepAsb = permission(
  'asb.keep',
  'Keep cases of anti-social behaviour: risk, contact, actions, contracts and orders',
  asbOfficers,
);
export const sitAtJatac = permission(
  'asb.jatac',
  'Nominate to joint agency tasking, bring what your agency knows, and answer recommendations of case reviews',
  asbOfficers,
);
export const runReviews = permission(
  'asb.review',
  'Run ASB case reviews and publish their figures; set the risk matrix, targets and timetable',
  asbChairs,
);
export const chairJatac = permission(
  'asb.chair',
  'Chair joint agency tasking: take nominations, set actions and hold agencies to account',
  asbChairs,
);
