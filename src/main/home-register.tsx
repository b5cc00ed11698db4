import type { Content } from '../platform/ui/index.ts';
import type { RegisterNeeds } from '../safeguarding/index.ts';

/** A line of the home page: where it leads, and why it waits. */
export interface HomeLine {
  href: string;
  text: Content;
  about: Content;
  /** The day it is due; what is late stands first on the page as well. */
  dueOn?: string | null | undefined;
  /** What is to be done about it, beside its day. */
  next?: string | undefined;
}

/** What of the register waits for whoever keeps it, as far as there is any. */
export const registerLines = ({ offered, due, waiting }: RegisterNeeds): HomeLine[] => [
  ...(offered > 0
    ? [
        {
          href: '/register?lead=offered',
          text: `${people(offered)} whom you are asked to lead for`,
          about: 'Accept or decline',
        },
      ]
    : []),
  ...(waiting > 0
    ? [
        {
          href: '/register?risk=high&status=not-contacted',
          text: `${people(waiting)} of high risk whom nobody has reached`,
          about: 'Plan a visit, or ring',
        },
      ]
    : []),
  ...(due > 0
    ? [
        {
          href: '/register?due=yes',
          text: `${people(due)} to ask again, a year after support`,
          about: 'Has it happened again?',
        },
      ]
    : []),
];
const people = (n: number): string => (n === 1 ? '1 person' : `${n.toLocaleString('en-GB')} people`);
