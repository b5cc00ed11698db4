import { sql } from 'kysely';
import { caseworkers, intelligenceReaders } from '../directory/index.ts';
import { commissionPolicy } from '../intelligence/index.ts';
import type { IndicatorQuery } from './indicator.rules.ts';
import type { Source } from './sources.ts';
import { dayWithin } from './spans.ts';

/** Sums that came in after a trace, by their day: for the service that commissioned it. */
const recovery: Source = {
  from: sql`dissemination.commission_recovery f join dissemination.commission c on c.id = f.commission_id`,
  visible: (viewer) => commissionPolicy.visible(viewer, 'c'),
  id: sql`f.id`,
  day: sql`f.on_day`,
  stored: sql`f.on_day`,
  within: dayWithin('f.onDay'),
  district: sql`null::text`,
  hasNoDistrict: true,
  label: sql`c.reference`,
  what: sql`'£' || to_char(f.pence / 100.0, 'FM999999990.00') || ' recovered'`,
  href: sql`'/commissions/' || c.id`,
  recordKind: 'own service alone',
  readers: caseworkers,
};
/** Commissions that were paid for, by the day of payment: for the unit that did the work. */
const income: Source = {
  from: sql`dissemination.commission f`,
  visible: (viewer) => commissionPolicy.visible(viewer, 'f'),
  id: sql`f.id`,
  day: sql`f.paid_on`,
  stored: sql`f.paid_on`,
  within: dayWithin('f.paidOn'),
  district: sql`null::text`,
  hasNoDistrict: true,
  label: sql`f.reference`,
  what: sql`'£' || to_char(f.price_pence / 100.0, 'FM999999990.00') || ' paid'`,
  href: sql`'/commissions/' || f.id`,
  recordKind: 'own agency alone',
  sides: ['INTEL'],
  readers: intelligenceReaders,
};
export const commissionSources = { recovery, income } satisfies Record<string, Source>;

const all = () => sql<boolean>`TRUE`;
/** How M-02 is counted. */
export const commissionQueries: Readonly<Record<string, IndicatorQuery>> = {
  'M-02': { source: 'recovery', measure: 'sum', counted: all, amount: sql<number>`(f.pence / 100.0)` },
  'M-02a': { source: 'income', measure: 'sum', counted: all, amount: sql<number>`(f.price_pence / 100.0)` },
};
