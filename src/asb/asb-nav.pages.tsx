import type { RiskLevel } from '../../reference/asb.ts';
import { type Content, SubNavigation, Tag } from '../platform/ui/index.ts';
import { levelColours, levelName } from './asb.words.ts';

const places = [
  { href: '/asb', text: 'Cases', chairs: false },
  { href: '/nominations', text: 'Joint tasking', chairs: false },
  { href: '/nominations/actions', text: 'Our actions', chairs: false },
  { href: '/nominations/account', text: 'Account of agencies', chairs: true },
  { href: '/case-reviews', text: 'Case reviews', chairs: true },
  { href: '/recommendations', text: 'Recommendations to us', chairs: false },
  { href: '/asb/settings', text: 'Matrix and timetable', chairs: false },
] as const;
/** The parts of the module, above each of its lists. */
export const AsbNav = ({ here, isChair }: { here: (typeof places)[number]['href']; isChair: boolean }) => (
  <SubNavigation
    label="Anti-social behaviour"
    items={places
      .filter(({ chairs }) => isChair || !chairs)
      .map(({ href, text }) => ({ href, children: text, active: href === here }))}
  />
);
export const LevelTag = ({ level }: { level: RiskLevel | null }): Content =>
  level === null ? (
    <Tag classes="govuk-tag--grey">Not assessed</Tag>
  ) : (
    <Tag classes={`govuk-tag--${levelColours[level]}`}>{levelName(level)}</Tag>
  );
