import type { Viewer } from '../platform/access/viewer.ts';
import { hasRole } from '../platform/access/viewer.ts';
import { SubNavigation } from '../platform/ui/index.ts';
import {
  logPatrols,
  readPlans,
  readPowers,
  readReaccreditations,
  readRosters,
  readTime,
  readTraining,
} from './jet.permissions.ts';

const places = [
  { href: '/teams/time', text: 'Time', for: readTime },
  { href: '/teams/powers', text: 'Powers', for: readPowers },
  { href: '/teams/accreditations', text: 'Accreditations', for: readReaccreditations },
  { href: '/teams/duties', text: 'Duties', for: readRosters },
  { href: '/teams/plans', text: 'Patrols', for: readPlans },
  { href: '/teams/training', text: 'Training', for: readTraining },
  { href: '/teams/notes', text: 'Practice notes', for: undefined },
  { href: '/teams', text: 'All teams', for: undefined },
];
/** The places of joint enforcement that the viewer may open; one entry of the main navigation leads to all. */
export const TeamNav = ({ viewer, here }: { viewer: Viewer; here: string }) => (
  <SubNavigation
    label="Joint enforcement"
    items={places
      .filter((place) => place.for === undefined || hasRole(viewer, ...place.for.roles))
      .map(({ href, text }) => ({ href, children: text, active: href === here }))}
  />
);
export const mayLogPatrol = (viewer: Viewer): boolean => hasRole(viewer, ...logPatrols.roles);
