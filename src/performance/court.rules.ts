import { sql } from 'kysely';
import { alertPolicy, prosecutionPolicy } from '../court/index.ts';
import { caseworkers, intelligenceReaders } from '../directory/index.ts';
import { packagePolicy } from '../intelligence/index.ts';
import { hasRole } from '../platform/access/viewer.ts';
import type { IndicatorQuery } from './indicator.rules.ts';
import type { Source } from './sources.ts';
import { dayWithin, instantWithin, london } from './spans.ts';

/** What courts decided, by the day of the decision: for the service that brought the case. */
const outcome: Source = {
  from: sql`court.outcome f join court.prosecution p on p.id = f.prosecution_id`,
  visible: (viewer) => prosecutionPolicy.visible(viewer, 'p'),
  id: sql`f.id`,
  day: sql`f.on_day`,
  stored: sql`f.on_day`,
  within: dayWithin('f.onDay'),
  district: sql`null::text`,
  hasNoDistrict: true,
  label: sql`p.reference`,
  what: sql`f.result || ', ' || f.court_name`,
  href: sql`'/prosecutions/' || p.id`,
  recordKind: 'own service alone',
  readers: caseworkers,
};
/** Refusals at the wall: when and of what, and not to whom. */
const refusal: Source = {
  from: sql`intelligence.wall_refusal f`,
  visible: (viewer) =>
    viewer.kind === 'officer' && viewer.side === 'INTEL' && hasRole(viewer, ...intelligenceReaders)
      ? sql<boolean>`TRUE`
      : sql<boolean>`FALSE`,
  id: sql`f.id`,
  day: london('f.at'),
  stored: sql`f.at`,
  within: instantWithin('f.at'),
  district: sql`null::text`,
  hasNoDistrict: true,
  label: sql`'Refused to ' || f.side`,
  what: sql`f.event`,
  href: sql`'/figures/I-06'`,
  recordKind: 'own side alone',
  sides: ['INTEL'],
  readers: intelligenceReaders,
};
/** Products of the unit that left, by the day on which somebody looks whether they are still needed. */
const product: Source = {
  from: sql`intelligence.draft d join dissemination.package f on f.id = d.id`,
  visible: (viewer) => packagePolicy.visible(viewer, 'f'),
  id: sql`f.id`,
  day: sql`d.review_on`,
  stored: sql`d.review_on`,
  within: dayWithin('d.reviewOn'),
  district: sql`null::text`,
  hasNoDistrict: true,
  label: sql`f.reference`,
  what: sql`'review by ' || to_char(d.review_on, 'FMDD Month YYYY')`,
  href: sql`'/intelligence/packages/' || f.id`,
  recordKind: 'own agency alone',
  sides: ['INTEL'],
  readers: intelligenceReaders,
};
/** How warnings to residents went out, by the day: for the agency that makes them. */
const reach: Source = {
  from: sql`court.alert_reach f join court.alert a on a.id = f.alert_id`,
  visible: (viewer) => alertPolicy.visible(viewer, 'a'),
  id: sql`f.id`,
  day: sql`f.on_day`,
  stored: sql`f.on_day`,
  within: dayWithin('f.onDay'),
  district: sql`null::text`,
  hasNoDistrict: true,
  label: sql`a.reference`,
  what: sql`f.channel || ', ' || f.reached || ' reached'`,
  href: sql`'/alert-drafts/' || a.id`,
  recordKind: 'own agency alone',
  readers: ['communications-officer', ...caseworkers],
};
export const courtSources = { outcome, refusal, product, reach } satisfies Record<string, Source>;

const all = () => sql<boolean>`TRUE`;
/** How E-07 and I-06 are counted. */
export const courtQueries: Readonly<Record<string, IndicatorQuery>> = {
  'E-07': { source: 'outcome', measure: 'count', counted: all },
  'E-07a': { source: 'outcome', measure: 'share', counted: all, part: () => sql<boolean>`f.convictions > 0` },
  'E-07b': { source: 'outcome', measure: 'sum', counted: all, amount: sql<number>`f.defendants` },
  'E-07c': { source: 'outcome', measure: 'sum', counted: all, amount: sql<number>`f.convictions` },
  'E-07d': { source: 'outcome', measure: 'sum', counted: all, amount: sql<number>`(f.fine_pence / 100.0)` },
  'E-07e': {
    source: 'outcome',
    measure: 'sum',
    counted: all,
    amount: sql<number>`(f.confiscation_pence / 100.0)`,
  },
  'C-01': { source: 'reach', measure: 'sum', counted: all, amount: sql<number>`f.reached` },
  'C-01a': { source: 'reach', measure: 'sum', counted: all, amount: sql<number>`f.sent` },
  'C-01b': { source: 'reach', measure: 'sum', counted: all, amount: sql<number>`f.opened` },
  'C-01c': {
    source: 'reach',
    measure: 'share',
    counted: () => sql<boolean>`f.channel = 'e-mail' and f.sent > 0`,
    part: () => sql<boolean>`f.opened > 0`,
    weight: sql<number>`f.sent`,
    partWeight: sql<number>`f.opened`,
  },
  'I-06': { source: 'refusal', measure: 'count', counted: all },
  'I-06a': {
    source: 'product',
    measure: 'count',
    counted: (on) =>
      sql<boolean>`cardinality(f.conditions) > cardinality(f.cleared) and d.review_on < ${on}::date`,
  },
};
