import { sql } from 'kysely';
import {
  asbActionPolicy,
  asbActionRows,
  asbCasePolicy,
  asbChairs,
  asbOfficers,
  caseReviewPolicy,
  nominationPolicy,
} from '../asb/index.ts';
import type { IndicatorQuery } from './indicator.rules.ts';
import type { Source } from './sources.ts';
import { dayWithin } from './spans.ts';

/** A row of a case of the agency's own, by one of its days. Says which case, and nothing of anybody. */
const ofCase = (table: string, column: string): Source => ({
  from: sql`${sql.table(`asb.${table}`)} f join asb.asb_case c on c.id = f.asb_id`,
  visible: (viewer) => asbCasePolicy.visible(viewer, 'c'),
  id: sql`f.id`,
  day: sql.ref(`f.${column}`),
  stored: sql.ref(`f.${column}`),
  within: dayWithin(`f.${column}`),
  district: sql`c.district_code`,
  label: sql`c.reference`,
  what: sql`replace(c.sub_type, '-', ' ')`,
  href: sql`'/asb/' || c.id`,
  recordKind: 'own agency alone',
  readers: asbOfficers,
});
/** A nomination that the agency is told of, by one of its days. */
const nominationOn = (column: string): Source => ({
  ...ofCase('nomination', column),
  from: sql`asb.nomination f join tasking.series s on s.id = f.series_id`,
  visible: (viewer) => nominationPolicy.visible(viewer, 'f'),
  district: sql`s.area_code`,
  label: sql`f.reference`,
  what: sql`replace(f.category, '-', ' ') || ', ' || replace(f.status, '-', ' ')`,
  href: sql`'/nominations/' || f.id`,
});
/** A case review of the agency's own, by one of its days. */
const reviewOn = (column: string): Source => ({
  ...ofCase('review', column),
  from: sql`asb.review f`,
  visible: (viewer) => caseReviewPolicy.visible(viewer, 'f'),
  district: sql`f.district_code`,
  label: sql`f.reference`,
  what: sql`replace(f.status, '-', ' ')`,
  href: sql`'/case-reviews/' || f.id`,
  readers: asbChairs,
});
/** What is counted of anti-social behaviour. */
export const asbSources = {
  asbIncident: ofCase('incident', 'onDay'),
  asbContact: ofCase('complainant', 'contactDueOn'),
  asbAssessment: ofCase('assessment', 'assessedOn'),
  asbOrder: ofCase('order_file', 'madeOn'),
  asbBreach: ofCase('breach', 'onDay'),
  nominated: nominationOn('nominatedOn'),
  nominationTaken: nominationOn('acceptedOn'),
  nominationClosed: nominationOn('closedOn'),
  asbAction: {
    ...ofCase('action', 'dueOn'),
    from: sql`${asbActionRows} f join tasking.task t on t.id = f.task_id`,
    visible: (viewer) => asbActionPolicy.visible(viewer, 'f'),
    district: sql`null::text`,
    hasNoDistrict: true,
    label: sql`t.reference`,
    what: sql`replace(t.status, '-', ' ')`,
    href: sql`'/tasks/' || t.id`,
  },
  reviewApplied: reviewOn('appliedOn'),
  reviewDecided: reviewOn('decidedOn'),
  reviewHeld: reviewOn('reviewedOn'),
  reviewClosed: reviewOn('closedOn'),
} satisfies Record<string, Source>;

const all = () => sql<boolean>`TRUE`;
const ofKind = (kind: string) => () => sql<boolean>`f.kind = ${kind}`;
const order: IndicatorQuery = { source: 'asbOrder', measure: 'count', counted: all };
const categorySplit = { code: 'category', words: 'Category', column: () => sql<string>`c.category` };
const kindSplit = { code: 'kind', words: 'Kind', column: () => sql<string>`replace(c.sub_type, '-', ' ')` };
const jatacSplit = {
  code: 'category',
  words: 'Category',
  column: () => sql<string>`replace(f.category, '-', ' ')`,
};
const rank = (column: string) =>
  sql`array_position(array['standard', 'medium', 'high'], ${sql.ref(`f.${column}`)})`;
const openTask = sql<boolean>`t.status in ('set', 'accepted')`;

/** How anti-social behaviour is counted. */
export const asbQueries: Readonly<Record<string, IndicatorQuery>> = {
  'A-01': { source: 'asbIncident', measure: 'count', counted: all, splits: [categorySplit, kindSplit] },
  'A-02': {
    source: 'asbContact',
    measure: 'share',
    // One that is still to come, and in time, is neither met nor missed.
    counted: (on) => sql<boolean>`(f.contacted_on is not null or f.contact_due_on < ${on}::date)`,
    part: () => sql<boolean>`f.contacted_on <= f.contact_due_on`,
    splits: [
      { code: 'level', words: 'Risk', column: () => sql<string>`coalesce(c.first_level, 'not assessed')` },
    ],
  },
  'A-02a': {
    source: 'asbAssessment',
    measure: 'count',
    counted: () => sql<boolean>`f.number = 1`,
    splits: [{ code: 'level', words: 'Risk', column: () => sql<string>`f.level` }],
  },
  'A-03': { source: 'nominated', measure: 'count', counted: all, splits: [jatacSplit] },
  'A-03a': { source: 'nominationTaken', measure: 'count', counted: all, splits: [jatacSplit] },
  'A-03b': { source: 'nominationClosed', measure: 'count', counted: all, splits: [jatacSplit] },
  'A-03c': {
    source: 'asbAction',
    measure: 'share',
    counted: () => openTask,
    part: (on) => sql<boolean>`t.due_on < ${on}::date`,
  },
  'A-03d': {
    source: 'nominationClosed',
    measure: 'share',
    counted: all,
    part: () => sql<boolean>`${rank('levelClose')} < ${rank('levelOpen')}`,
  },
  'A-05': { source: 'reviewApplied', measure: 'count', counted: all },
  'A-05a': { source: 'reviewDecided', measure: 'count', counted: () => sql<boolean>`f.decision = 'not-met'` },
  'A-05b': {
    source: 'reviewHeld',
    measure: 'share',
    counted: all,
    part: () =>
      sql<boolean>`exists (select 1 from asb.recommendation m where m.review_id = f.id and m.is_sent)`,
  },
  'A-05c': { source: 'reviewClosed', measure: 'count', counted: all },
  'A-07': { ...order, counted: ofKind('abc') },
  'A-07a': { ...order, counted: ofKind('cbo') },
  'A-07b': { source: 'asbBreach', measure: 'count', counted: all },
};
