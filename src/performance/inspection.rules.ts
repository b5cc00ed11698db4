import { sql } from 'kysely';
import { awardPolicy, inspectors, purchasePolicy, tableReaders } from '../inspection/index.ts';
import type { IndicatorQuery } from './indicator.rules.ts';
import type { Source } from './sources.ts';
import { dayWithin } from './spans.ts';

/** Attempts to buy of operations that the viewer's agency takes part in, void ones left out. Says which operation, and not which premises. */
const attempt: Source = {
  from: sql`inspection.attempt f join inspection.purchase o on o.id = f.purchase_id`,
  visible: (viewer) => purchasePolicy.visible(viewer, 'o'),
  id: sql`f.id`,
  day: sql`f.on_day`,
  stored: sql`f.on_day`,
  within: dayWithin('f.onDay'),
  district: sql`o.district_code`,
  label: sql`f.reference`,
  what: sql`o.name || ', ' || replace(f.result, '_', ' ')`,
  href: sql`'/test-purchases/' || f.purchase_id || '#attempt-' || f.id`,
  recordKind: 'test purchases it takes part in',
  readers: tableReaders,
};
/** Decisions on awards of the agency's own schemes. */
const award: Source = {
  ...attempt,
  from: sql`inspection.award f join inspection.scheme s on s.id = f.scheme_id`,
  visible: (viewer) => awardPolicy.visible(viewer, 'f'),
  day: sql`f.decided_on`,
  stored: sql`f.decided_on`,
  within: dayWithin('f.decidedOn'),
  district: sql`s.district_code`,
  what: sql`s.name || ', ' || coalesce(f.level, replace(f.status, '-', ' '))`,
  href: sql`'/awards/' || f.id`,
  recordKind: 'own agency alone',
  readers: inspectors,
};
/** What is counted of test purchases and awards. */
export const inspectionSources = { attempt, award } satisfies Record<string, Source>;

const tested = () => sql<boolean>`f.result <> 'void'`;
const failed = () => sql<boolean>`f.result like 'fail%'`;
const ofType = (type: string) => () => sql<boolean>`f.result <> 'void' and o.test_type = ${type}`;
const level = (code: string): IndicatorQuery => ({
  source: 'award',
  measure: 'count',
  counted: () => sql<boolean>`f.level = ${code}`,
});
const splits = [
  { code: 'type', words: 'What was tested', column: () => sql<string>`replace(o.test_type, '-', ' ')` },
  { code: 'product', words: 'What was asked for', column: () => sql<string>`f.product` },
  { code: 'location', words: 'Location', column: () => sql<string>`o.location` },
];
/** How test purchases and awards are counted. */
export const inspectionQueries: Readonly<Record<string, IndicatorQuery>> = {
  'E-06': { source: 'attempt', measure: 'share', counted: tested, part: failed, splits },
  'E-06a': {
    source: 'attempt',
    measure: 'count',
    counted: () => sql<boolean>`f.result like 'pass%'`,
    splits,
  },
  'E-06b': { source: 'attempt', measure: 'share', counted: ofType('underage'), part: failed },
  'E-06c': { source: 'attempt', measure: 'share', counted: ofType('fake-id'), part: failed },
  'P-04': level('bronze'),
  'P-04a': level('silver'),
  'P-04b': level('gold'),
  'P-04c': { source: 'award', measure: 'count', counted: () => sql<boolean>`f.status = 'not-met'` },
};
