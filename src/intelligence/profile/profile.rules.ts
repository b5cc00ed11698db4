import { addDays, type Day, dayOf } from '../../platform/clock/clock.ts';
import type { LinkKind, LinkRole } from '../link/link.words.ts';

/** From how many items, within how many days, somebody is a repeat victim and an address a repeat location (domain 3.2, V-04). */
export const repeat = { items: 2, days: 365 } as const;

/** What a profile of each kind is called. */
export const profileWords: Record<LinkKind, string> = {
  person: 'Person profile',
  organisation: 'Business profile',
  vehicle: 'Vehicle profile',
  phone: 'Telephone profile',
  email: 'E-mail profile',
  place: 'Address profile',
  account: 'Account profile',
  handle: 'Network profile',
};

/** One item that names the subject of a profile, and as what. */
export interface Tied {
  receivedAt: Date;
  role: LinkRole;
  /** Who sent it by the form; null where it came otherwise. */
  fromAgencyName: string | null;
}

/** One bar of the timeline. */
export interface Month {
  /** Like 2026-11. */
  month: string;
  items: number;
}

const monthsShown = 12;

/** The month before, like 2026-11. */
const before = (month: string): string => addDays(`${month}-01`, -1).slice(0, 7);

/** Items by month, twelve with the one of today, the newest last; and how many are earlier. */
export function timelineOf(items: readonly Tied[], today: Day): { months: Month[]; earlier: number } {
  const months = [today.slice(0, 7)];
  while (months.length < monthsShown) months.unshift(before(months[0] ?? today.slice(0, 7)));
  const [first = ''] = months;
  const of = items.map(({ receivedAt }) => dayOf(receivedAt).slice(0, 7));
  return {
    months: months.map((month) => ({ month, items: of.filter((one) => one === month).length })),
    earlier: of.filter((month) => month < first).length,
  };
}

/** What in a profile is to be said first: that a victim is one again, or an address. */
export function repeatsOf(
  kind: LinkKind,
  items: readonly Tied[],
  today: Day,
): { victim: number; location: number } {
  const since = addDays(today, -repeat.days);
  const lately = items.filter(({ receivedAt }) => dayOf(receivedAt) >= since);
  const enough = (n: number): number => (n >= repeat.items ? n : 0);
  return {
    victim: enough(lately.filter(({ role }) => role === 'victim').length),
    location: kind === 'place' ? enough(lately.length) : 0,
  };
}
