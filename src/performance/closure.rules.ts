import { sql } from 'kysely';
import { caseworkers } from '../directory/index.ts';
import { closurePolicy } from '../enforcement/index.ts';
import type { IndicatorQuery } from './indicator.rules.ts';
import type { Source } from './sources.ts';
import { dayWithin, instantWithin, london } from './spans.ts';

/** What every list of closures shows of each: its kind and status, no address and no ward. */
const common = {
  from: sql`enforcement.closure f`,
  visible: (viewer: Parameters<Source['visible']>[0]) => closurePolicy.visible(viewer, 'f'),
  id: sql<string>`f.id`,
  district: sql<string>`f.district_code`,
  label: sql<string>`f.reference`,
  what: sql<string>`replace(f.premises_kind, '-', ' ') || ', ' || replace(f.status, '-', ' ')`,
  href: sql<string>`'/closures/' || f.id`,
  recordKind: 'case',
  readers: caseworkers,
} as const;
const on = (column: 'orderedOn' | 'extendedOn'): Source => ({
  ...common,
  day: sql.ref(`f.${column}`),
  stored: sql.ref(`f.${column}`),
  within: dayWithin(`f.${column}`),
});
/** Closures by the day of the notice, of the order, and of its last extension. */
export const closureSources = {
  closureNotice: {
    ...common,
    day: london('f.noticeAt'),
    stored: sql`f.notice_at`,
    within: instantWithin('f.noticeAt'),
  },
  closureOrder: on('orderedOn'),
  closureExtension: on('extendedOn'),
} satisfies Record<string, Source>;

const all = () => sql<boolean>`TRUE`;
const splits = [
  {
    code: 'premises',
    words: 'Kind of premises',
    column: () => sql<string>`replace(f.premises_kind, '-', ' ')`,
  },
  {
    code: 'district',
    words: 'District',
    column: () => sql<string>`f.district_code`,
    name: sql<string>`coalesce((select d.name from directory.area d where d.code = g.key), 'Not known')`,
  },
];
/** How A-06 is counted. */
export const closureQueries: Readonly<Record<string, IndicatorQuery>> = {
  'A-06': { source: 'closureNotice', measure: 'count', counted: all, splits },
  'A-06a': { source: 'closureOrder', measure: 'count', counted: all, splits },
  'A-06b': {
    source: 'closureOrder',
    measure: 'share',
    counted: all,
    part: () =>
      sql<boolean>`f.consulted_on <= coalesce((f.applied_at at time zone 'Europe/London')::date, f.ordered_on)`,
  },
  'A-06c': { source: 'closureExtension', measure: 'count', counted: all },
};
