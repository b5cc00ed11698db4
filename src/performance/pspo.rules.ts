import { sql } from 'kysely';
import { caseworkers } from '../directory/index.ts';
import { pspoPolicy } from '../enforcement/index.ts';
import type { IndicatorQuery } from './indicator.rules.ts';
import type { Source } from './sources.ts';
import { dayWithin } from './spans.ts';

/** Orders in force on the last day of each of the last two years’ quarters, and today: one line an order and a day. */
const order: Source = {
  from: sql`(select md5(p.id::text || q.day::text)::uuid as id, p.id as pspo_id, p.agency_id, p.status, p.reference, p.title, p.district_code, p.ends_on, q.day,
      exists (select 1 from enforcement.pspo_publication e where e.pspo_id = p.id and e.published_on <= q.day) as is_published
    from enforcement.pspo p
    join (select least((g + interval '3 months - 1 day')::date, platform.viewer_today()) as day
      from generate_series(date_trunc('quarter', platform.viewer_today()::timestamp) - interval '21 months', platform.viewer_today(), interval '3 months') g) q
      on p.starts_on <= q.day and p.ends_on >= q.day and p.made_on <= q.day and (p.ended_on is null or p.ended_on > q.day)
    where p.status in ('made', 'published', 'discharged')) f`,
  visible: (viewer) => pspoPolicy.visible(viewer, 'f'),
  id: sql`f.id`,
  day: sql`f.day`,
  stored: sql`f.day`,
  within: dayWithin('f.day'),
  district: sql`f.district_code`,
  label: sql`f.reference`,
  what: sql`f.title || ', to ' || to_char(f.ends_on, 'FMDD Month YYYY')`,
  href: sql`'/pspos/' || f.pspo_id`,
  recordKind: 'case',
  readers: caseworkers,
};
export const pspoSources = { order } satisfies Record<string, Source>;

/** How G-03 is counted. */
export const pspoQueries: Readonly<Record<string, IndicatorQuery>> = {
  'G-03': { source: 'order', measure: 'count', counted: () => sql<boolean>`TRUE` },
  'G-03a': {
    source: 'order',
    measure: 'count',
    counted: () => sql<boolean>`f.ends_on - interval '12 months' <= f.day`,
  },
  'G-03b': { source: 'order', measure: 'count', counted: () => sql<boolean>`not f.is_published` },
};
