import {
  caseworkers,
  figureReaders,
  intelligenceReaders,
  listKeepers,
  meetingRunners,
  reportReaders,
  schemeKeepers,
  screeners,
  victimReaders,
} from '../directory/index.ts';
import { hasRole, type OfficerViewer } from '../platform/access/viewer.ts';

interface Place {
  href: string;
  text: string;
  roles: readonly string[] | 'all';
  /** Another address whose pages belong to this place. */
  also?: string;
}

/** Where work is, by kind of work; each shown to the roles that do it. */
const places: readonly Place[] = [
  { href: '/home', text: 'Home', roles: 'all' },
  { href: '/intelligence', text: 'Queue', roles: intelligenceReaders },
  { href: '/intelligence/sources', text: 'Sources', roles: intelligenceReaders },
  {
    href: '/intelligence/profiles',
    text: 'Profiles',
    roles: intelligenceReaders,
    also: '/intelligence/charts',
  },
  { href: '/intelligence/packages', text: 'Products', roles: intelligenceReaders },
  { href: '/intelligence/vetting', text: 'Vetting', roles: intelligenceReaders },
  { href: '/reports', text: 'Reports', roles: [...reportReaders, 'performance-analyst'] },
  { href: '/cases', text: 'Cases', roles: caseworkers },
  { href: '/records', text: 'People and places', roles: caseworkers },
  {
    href: '/meetings',
    text: 'Meetings',
    roles: [...caseworkers, ...meetingRunners, 'communications-officer', 'performance-analyst'],
  },
  { href: '/board', text: 'Board', roles: ['board-member'] },
  { href: '/penalties', text: 'Penalties', roles: caseworkers },
  { href: '/protection', text: 'Community protection', roles: caseworkers },
  { href: '/protection/published', text: 'Community protection', roles: ['board-member'] },
  { href: '/closures', text: 'Closures', roles: caseworkers },
  { href: '/encampments', text: 'Encampments', roles: caseworkers },
  { href: '/register', text: 'Victim register', roles: victimReaders },
  { href: '/visits', text: 'My visits', roles: ['warden', ...victimReaders] },
  { href: '/screen', text: 'Screen', roles: screeners },
  { href: '/lists', text: 'Lists', roles: listKeepers },
  { href: '/review', text: 'Review desk', roles: victimReaders },
  { href: '/people', text: 'People', roles: victimReaders },
  { href: '/questions', text: 'Questions', roles: listKeepers },
  { href: '/operations', text: 'Days of action', roles: caseworkers },
  { href: '/traders', text: 'Checked traders', roles: schemeKeepers },
  { href: '/packages', text: 'Packages', roles: caseworkers },
  { href: '/intelligence-forms', text: 'Intelligence form', roles: [...screeners, 'reception'] },
  { href: '/figures', text: 'Figures', roles: [...figureReaders, ...victimReaders, ...intelligenceReaders] },
  { href: '/directory', text: 'Directory', roles: 'all' },
  { href: '/audit', text: 'Audit', roles: ['auditor'] },
  { href: '/retention', text: 'Retention', roles: ['auditor'] },
  { href: '/administration', text: 'Administration', roles: ['directory-administrator'] },
];

export function navigationFor(
  viewer: OfficerViewer,
  url: string,
): { href: string; text: string; active: boolean }[] {
  const path = url.split('?')[0] ?? '';
  const shown = places.filter((place) => place.roles === 'all' || hasRole(viewer, ...place.roles));
  // Of a place and one inside it, the inner one is where somebody is.
  const [here] = shown
    .flatMap(({ href, also }) => [{ href, root: href }, ...(also ? [{ href, root: also }] : [])])
    .filter(({ root }) => path === root || path.startsWith(`${root}/`))
    .sort((one, other) => other.root.length - one.root.length);
  return shown.map(({ href, text }) => ({ href, text, active: href === here?.href }));
}
