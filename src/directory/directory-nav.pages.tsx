import { SubNavigation } from '../platform/ui/index.ts';

const places = [
  { href: '/directory', text: 'A to Z' },
  { href: '/directory/services', text: 'Services' },
  { href: '/directory/agencies', text: 'Agencies' },
  { href: '/directory/areas', text: 'Areas' },
  { href: '/directory/agreements', text: 'Agreements' },
] as const;
const editorsPlaces = [
  { href: '/directory/people', text: 'People' },
  { href: '/directory/gaps', text: 'Gaps' },
  { href: '/law/penalties', text: 'Penalty law' },
  { href: '/directory/changes', text: 'Changes' },
] as const;

type Place = (typeof places)[number]['href'] | (typeof editorsPlaces)[number]['href'];

/** The parts of the directory; those who keep it see four more. */
export const DirectoryNav = ({ at, canEdit }: { at: Place; canEdit: boolean }) => (
  <SubNavigation
    label="Directory"
    items={[...places, ...(canEdit ? editorsPlaces : [])].map(({ href, text }) => ({
      href,
      children: text,
      active: href === at,
    }))}
  />
);
