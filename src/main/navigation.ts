import { asbOfficers } from '../asb/index.ts';
import {
  caseworkers,
  evidenceSupporters,
  figureReaders,
  intelligenceReaders,
  listKeepers,
  meetingRunners,
  reportReaders,
  schemeKeepers,
  screeners,
  victimReaders,
} from '../directory/index.ts';
import { inspectors } from '../inspection/index.ts';
import { teamReaders } from '../jet/index.ts';
import { hasRole, type OfficerViewer } from '../platform/access/viewer.ts';

interface Place {
  href: string;
  text: string;
  roles: readonly string[] | 'all';
  /** Another address whose pages belong to this place. */
  also?: string | readonly string[];
}

/** Places of one kind of work, by the name they stand under where a person has too many for one line. */
interface PlaceGroup {
  text: string;
  places: readonly Place[];
}

const alone = (place: Place): PlaceGroup => ({ text: place.text, places: [place] });

/** Where work is, by kind of work; each shown to the roles that do it. */
const groups: readonly PlaceGroup[] = [
  alone({ href: '/home', text: 'Home', roles: 'all' }),
  {
    text: 'Intelligence',
    places: [
      { href: '/intelligence', text: 'Queue', roles: intelligenceReaders },
      { href: '/intelligence/sources', text: 'Sources', roles: intelligenceReaders },
      {
        href: '/intelligence/profiles',
        text: 'Profiles',
        roles: intelligenceReaders,
        also: ['/intelligence/charts', '/intelligence/kept-charts'],
      },
      { href: '/intelligence/hot-spots', text: 'Hot spots', roles: intelligenceReaders },
      { href: '/intelligence/harm', text: 'Harm', roles: intelligenceReaders },
      { href: '/intelligence/strategy', text: 'Strategy', roles: intelligenceReaders },
      { href: '/intelligence/requirements', text: 'Requirements', roles: intelligenceReaders },
      { href: '/intelligence/groups', text: 'Groups', roles: intelligenceReaders },
      { href: '/intelligence/checks', text: 'Checks', roles: intelligenceReaders },
      { href: '/intelligence/watches', text: 'Watchlist', roles: intelligenceReaders },
      { href: '/intelligence/packages', text: 'Products', roles: intelligenceReaders },
      { href: '/intelligence/reviews', text: 'Reviews', roles: intelligenceReaders },
      { href: '/intelligence/vetting', text: 'Vetting', roles: intelligenceReaders },
      { href: '/intelligence/enquiries', text: 'Disclosure', roles: intelligenceReaders },
      { href: '/intelligence/conflicts', text: 'Conflicts', roles: intelligenceReaders },
      { href: '/packages', text: 'Packages', roles: caseworkers },
      { href: '/intelligence-forms', text: 'Intelligence form', roles: [...screeners, 'reception'] },
      { href: '/commissions', text: 'Commissions', roles: [...intelligenceReaders, ...caseworkers] },
    ],
  },
  alone({
    href: '/reports',
    text: 'Reports',
    roles: [...reportReaders, 'performance-analyst'],
    also: ['/fly-tips'],
  }),
  alone({ href: '/cases', text: 'Cases', roles: caseworkers }),
  alone({ href: '/records', text: 'People and places', roles: caseworkers }),
  alone({
    href: '/meetings',
    text: 'Meetings',
    roles: [...caseworkers, ...meetingRunners, 'communications-officer', 'performance-analyst'],
  }),
  alone({ href: '/board', text: 'Board', roles: ['board-member'] }),
  {
    text: 'Enforcement',
    places: [
      { href: '/penalties', text: 'Penalties', roles: caseworkers },
      { href: '/protection', text: 'Community protection', roles: caseworkers },
      { href: '/protection/published', text: 'Community protection', roles: ['board-member'] },
      {
        href: '/asb',
        text: 'Anti-social behaviour',
        roles: asbOfficers,
        also: ['/asb-orders', '/nominations', '/release-plans', '/case-reviews', '/recommendations'],
      },
      { href: '/closures', text: 'Closures', roles: caseworkers },
      { href: '/encampments', text: 'Encampments', roles: caseworkers },
      { href: '/abandoned-vehicles', text: 'Abandoned vehicles', roles: caseworkers },
      { href: '/pspos', text: 'Public spaces', roles: caseworkers },
      { href: '/prosecutions', text: 'Prosecutions', roles: [...caseworkers, ...evidenceSupporters] },
      { href: '/alert-drafts', text: 'Warnings', roles: [...caseworkers, 'communications-officer'] },
      { href: '/operations', text: 'Days of action', roles: caseworkers },
      {
        href: '/premises',
        text: 'Premises',
        roles: inspectors,
        also: ['/test-purchases', '/inspections', '/licence-reviews', '/schemes', '/awards'],
      },
      { href: '/teams', text: 'Joint enforcement', roles: teamReaders },
      { href: '/field', text: 'Field', roles: caseworkers },
      { href: '/traders', text: 'Checked traders', roles: schemeKeepers },
    ],
  },
  {
    text: 'Safeguarding',
    places: [
      { href: '/register', text: 'Victim register', roles: victimReaders },
      { href: '/visits', text: 'My visits', roles: ['warden', ...victimReaders] },
      { href: '/outcomes', text: 'Outcomes', roles: victimReaders },
      { href: '/screen', text: 'Screen', roles: screeners },
    ],
  },
  {
    text: 'Lists',
    places: [
      { href: '/lists', text: 'Lists', roles: listKeepers },
      { href: '/review', text: 'Review desk', roles: victimReaders },
      { href: '/people', text: 'People', roles: victimReaders },
      { href: '/questions', text: 'Questions', roles: listKeepers },
    ],
  },
  alone({
    href: '/figures',
    text: 'Figures',
    roles: [...figureReaders, ...victimReaders, ...intelligenceReaders],
  }),
  alone({ href: '/directory', text: 'Directory', roles: 'all' }),
  {
    text: 'Oversight',
    places: [
      { href: '/audit', text: 'Audit', roles: ['auditor'] },
      { href: '/subject-access', text: 'Subject access', roles: ['auditor'] },
      { href: '/retention', text: 'Retention', roles: ['auditor'] },
    ],
  },
  alone({ href: '/administration', text: 'Administration', roles: ['directory-administrator'] }),
];

/** What still stands on one line of a laptop. */
const mostOnOneLine = 9;

interface Shown {
  href: string;
  text: string;
  active: boolean;
}
/** The line under the header, and the line under that where somebody is in a kind of work with several places. */
export interface Navigation {
  main: Shown[];
  within?: { label: string; items: Shown[] };
}

/** Of a place and one inside it, the inner one is where somebody is. */
function placeAt(path: string, places: readonly Place[]): Place | undefined {
  const [here] = places
    .flatMap((place) => [
      { place, root: place.href },
      ...[place.also ?? []].flat().map((root) => ({ place, root })),
    ])
    .filter(({ root }) => path === root || path.startsWith(`${root}/`))
    .sort((one, other) => other.root.length - one.root.length);
  return here?.place;
}

/** The places that a person has work in. More than one line of them stand by kind of work, the first place of each on the line. */
export function navigationFor(viewer: OfficerViewer, url: string): Navigation {
  const own = groups
    .map(({ text, places }) => ({
      text,
      places: places.filter(({ roles }) => roles === 'all' || hasRole(viewer, ...roles)),
    }))
    .filter(({ places }) => places.length > 0);
  const all = own.flatMap(({ places }) => places);
  const here = placeAt(url.split('?')[0] ?? '', all);
  const shown = ({ href, text }: Place): Shown => ({ href, text, active: href === here?.href });
  if (all.length <= mostOnOneLine) return { main: all.map(shown) };
  const main = own.flatMap(({ text, places: [first, ...rest] }) => {
    if (!first) return [];
    if (rest.length === 0) return [shown(first)];
    return [{ href: first.href, text, active: [first, ...rest].some(({ href }) => href === here?.href) }];
  });
  const around = own.find(({ places }) => places.length > 1 && here && places.includes(here));
  return { main, ...(around && { within: { label: around.text, items: around.places.map(shown) } }) };
}
