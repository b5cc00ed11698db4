import { sql } from 'kysely';
import type { IndicatorQuery } from './indicator.rules.ts';

const counts = () => sql<boolean>`f.withdrawn_at is null and f.counts_as <> 'not-counted'`;
const minutes = sql<number>`f.minutes`;
const all = () => sql<boolean>`TRUE`;

/** How joint enforcement is counted; time in minutes and not in entries. */
export const jetQueries: Readonly<Record<string, IndicatorQuery>> = {
  'T-02': {
    source: 'time',
    measure: 'share',
    counted: counts,
    part: () => sql<boolean>`f.counts_as = 'enforcement'`,
    weight: minutes,
    splits: [
      { code: 'activity', words: 'Activity', column: () => sql<string>`replace(f.activity, '-', ' ')` },
    ],
  },
  'T-02a': {
    source: 'time',
    measure: 'share',
    counted: counts,
    part: () => sql<boolean>`f.task_id is null and f.plan_id is null`,
    weight: minutes,
  },
  'T-05': { source: 'patrol', measure: 'count', counted: all },
  'T-05a': { source: 'patrol', measure: 'sum', counted: all, amount: sql<number>`f.forms_sent` },
  'P-01': { source: 'accreditation', measure: 'share', counted: all, part: () => sql<boolean>`f.holds` },
  'P-01a': {
    source: 'accreditation',
    measure: 'share',
    counted: all,
    part: () => sql<boolean>`f.holds and f.ends_soon`,
  },
  'P-01b': {
    source: 'accreditation',
    measure: 'share',
    counted: all,
    part: () => sql<boolean>`f.is_unknown`,
  },
  'P-02': {
    source: 'invitation',
    measure: 'share',
    // Nobody has come yet to a session that is to come.
    counted: () => sql<boolean>`c.on_day <= platform.viewer_today()`,
    part: () => sql<boolean>`f.state in ('attended', 'passed')`,
  },
};
