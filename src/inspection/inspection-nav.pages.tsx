import { SubNavigation } from '../platform/ui/index.ts';

const places = [
  { href: '/premises', text: 'Premises' },
  { href: '/test-purchases', text: 'Test purchases' },
  { href: '/test-purchases/table', text: 'Table of tests' },
  { href: '/inspections', text: 'Inspections' },
  { href: '/licence-reviews', text: 'Licence reviews' },
  { href: '/schemes', text: 'Schemes and awards' },
] as const;
/** The parts of the module, above each of its lists. */
export const InspectionNav = ({ here }: { here: (typeof places)[number]['href'] }) => (
  <SubNavigation
    label="Premises and tests"
    items={places.map(({ href, text }) => ({ href, children: text, active: href === here }))}
  />
);
