import { sql } from 'kysely';
import { bankHolidays } from '../../reference/bank-holidays.ts';
import type { IndicatorQuery } from './indicator.rules.ts';

/** Working days from receipt until an item should be graded: a proposal (domain 3.2, I-03). */
const gradedWithin = 2;
const day = (column: string) => sql`(${sql.ref(column)} at time zone 'Europe/London')::date`;
const workingDays = sql`(select count(*) from generate_series(${day('f.receivedAt')} + 1, ${day('g.at')}, interval '1 day') d
  where extract(isodow from d) <= 5 and not d::date = any(${[...bankHolidays]}::date[]))`;
const answered = (answer: 'accepted' | 'rejected') =>
  sql<boolean>`exists (select 1 from dissemination.answer n where n.package_id = f.id and n.answer = ${answer})`;
const all = () => sql<boolean>`TRUE`;
const happened = (kind: string) =>
  sql<boolean>`exists (select 1 from intelligence.item_event e where e.item_id = f.id and e.kind = ${kind})`;

/** How the figures of the intelligence unit are counted. An item that is the same as another was received all the same. */
export const intelligenceQueries: Readonly<Record<string, IndicatorQuery>> = {
  'I-01a': {
    source: 'item',
    measure: 'count',
    counted: all,
    splits: [
      {
        code: 'way',
        words: 'How it came',
        column: () =>
          sql<string>`case f.received_how when 'form' then 'Partner’s form' when 'complaint' then 'Consumer complaint'
            when 'anonymous' then 'Anonymous report' else 'Feed of another system' end`,
      },
    ],
  },
  'I-02': {
    source: 'item',
    measure: 'count',
    counted: () => sql<boolean>`f.received_how = 'form'`,
    splits: [
      {
        code: 'agency',
        words: 'Agency',
        column: () => sql<string>`f.submitted_agency_id::text`,
        name: sql<string>`coalesce((select a.name from directory.agency a where a.id::text = g.key), 'Not known')`,
      },
    ],
  },
  'I-03': {
    source: 'grading',
    measure: 'median',
    counted: () => sql<boolean>`g.at is not null`,
    // In whole minutes, as the time until a report has its owner.
    amount: sql<number>`(floor(extract(epoch from g.at - f.received_at) / 60)::float8 / 1440)`,
  },
  'I-03a': {
    source: 'grading',
    measure: 'share',
    counted: () => sql<boolean>`f.status not in ('duplicate', 'to-delete', 'deleted')`,
    part: () => sql<boolean>`g.at is not null and ${workingDays} <= ${gradedWithin}`,
  },
  'I-04': { source: 'released', measure: 'count', counted: all },
  'I-04a': { source: 'released', measure: 'share', counted: all, part: () => answered('accepted') },
  'I-04b': { source: 'released', measure: 'share', counted: all, part: () => answered('rejected') },
  'I-04c': {
    source: 'released',
    measure: 'share',
    counted: () => answered('accepted'),
    part: () => sql<boolean>`exists (select 1 from dissemination.outcome u where u.package_id = f.id)`,
  },
  'I-04d': {
    source: 'released',
    measure: 'share',
    counted: () => sql<boolean>`exists (select 1 from dissemination.usefulness u where u.package_id = f.id)`,
    part: () =>
      sql<boolean>`(select avg(u.score) from dissemination.usefulness u where u.package_id = f.id) >= 4`,
  },
  'I-05': { source: 'item', measure: 'share', counted: all, part: () => happened('return') },
};
