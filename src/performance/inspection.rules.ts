import { sql } from 'kysely';
import { inspectionFrequencies } from '../../reference/inspection.ts';
import {
  awardPolicy,
  inspectionVisitPolicy,
  inspectors,
  premisesPolicy,
  purchasePolicy,
  tableReaders,
} from '../inspection/index.ts';
import { nobody } from '../platform/access/policy.ts';
import type { Viewer } from '../platform/access/viewer.ts';
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
/** Of several frequencies for premises, the one for their own kind goes before the one for all. */
const frequency = sql`(select r.months from jsonb_to_recordset(${JSON.stringify(inspectionFrequencies)}::jsonb)
    r(kind text, risk text, months int, "validFrom" date, "validTo" date)
  where r.risk = p.risk and (r.kind = p.kind or r.kind is null) and r."validFrom" <= platform.viewer_today()
    and (r."validTo" is null or r."validTo" >= platform.viewer_today()) order by r.kind nulls last limit 1)`;
const wasInspected = sql`v.kind in ('inspection', 'joint') and v.visited_on is not null and v.result <> 'no-access'`;
/** The own agency's, for those who inspect: other agencies read what is shared of premises, and never the programme. */
const ofOwnAgency = (viewer: Viewer) =>
  viewer.kind === 'officer'
    ? sql<boolean>`${premisesPolicy.visible(viewer, 'f')} and f.agency_id = ${viewer.agencyId}::uuid`
    : nobody;
/** Inspections as they fell due: after each that was done, so many months on by the risk; the first on the day of the rating. */
const dueInspection: Source = {
  ...award,
  from: sql`(select md5(p.id::text || d.due_on::text)::uuid as id, p.id as premises_id, p.agency_id, p.agency_ids, p.district_code, p.trading_name,
      p.reference, p.risk, d.due_on, d.done_on
    from inspection.premises p cross join lateral (
      select p.rated_on as due_on, (select min(v.visited_on) from inspection.visit v where v.premises_id = p.id and ${wasInspected}) as done_on
      where not exists (select 1 from inspection.visit v where v.premises_id = p.id and ${wasInspected} and v.visited_on < p.rated_on)
      union
      select (v.visited_on + make_interval(months => ${frequency}))::date,
        (select min(w.visited_on) from inspection.visit w where w.premises_id = p.id and w.kind in ('inspection', 'joint')
          and w.visited_on > v.visited_on and w.result <> 'no-access')
      from inspection.visit v where v.premises_id = p.id and ${wasInspected}) d
    where p.risk is not null and d.due_on <= platform.viewer_today()) f`,
  visible: ofOwnAgency,
  day: sql`f.due_on`,
  stored: sql`f.due_on`,
  within: dayWithin('f.dueOn'),
  district: sql`f.district_code`,
  label: sql`f.reference`,
  what: sql`f.trading_name || ', ' || f.risk || ' risk'`,
  href: sql`'/premises/' || f.premises_id`,
};
/** Visits of the own agency that were let in. */
const visit: Source = {
  ...dueInspection,
  from: sql`(select v.*, p.district_code, p.trading_name from inspection.visit v join inspection.premises p on p.id = v.premises_id
    where ${wasInspected}) f`,
  visible: (viewer) =>
    viewer.kind === 'officer'
      ? sql<boolean>`${inspectionVisitPolicy.visible(viewer, 'f')} and f.agency_id = ${viewer.agencyId}::uuid`
      : nobody,
  day: sql`f.visited_on`,
  stored: sql`f.visited_on`,
  within: dayWithin('f.visitedOn'),
  what: sql`f.trading_name || ', ' || replace(f.result, '-', ' ')`,
};
/** Members of the own agency's watches by the day they joined, and by the day they were trained. */
const member: Source = {
  ...award,
  from: sql`(select m.id, m.label, m.joined_on as on_day, s.id as scheme_id, s.agency_id, s.kind, s.district_code, s.name, s.reference
    from inspection.member m join inspection.scheme s on s.id = m.scheme_id) f`,
  visible: (viewer) => awardPolicy.visible(viewer, 'f'),
  day: sql`f.on_day`,
  stored: sql`f.on_day`,
  within: dayWithin('f.onDay'),
  district: sql`f.district_code`,
  label: sql`f.label`,
  what: sql`f.name`,
  href: sql`'/schemes/' || f.scheme_id`,
};
const memberTrained: Source = {
  ...member,
  from: sql`(select m.id, m.label, m.trained_on as on_day, s.id as scheme_id, s.agency_id, s.kind, s.district_code, s.name, s.reference
    from inspection.member m join inspection.scheme s on s.id = m.scheme_id where m.trained_on is not null) f`,
};
/** What is counted of test purchases, inspections, schemes and awards. */
export const inspectionSources = {
  ...{ attempt, award, dueInspection },
  inspectionVisit: visit,
  schemeMember: member,
  schemeTrained: memberTrained,
} satisfies Record<string, Source>;

const all = () => sql<boolean>`TRUE`;
const ofWatch = () => sql<boolean>`f.kind = 'hotel-watch'`;
const byRisk = [{ code: 'risk', words: 'Risk', column: () => sql<string>`f.risk` }];
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
  'E-09': {
    source: 'dueInspection',
    measure: 'share',
    counted: all,
    part: () => sql<boolean>`f.done_on is not null`,
    splits: byRisk,
  },
  'E-09a': {
    source: 'dueInspection',
    measure: 'count',
    counted: () => sql<boolean>`f.done_on is null`,
    splits: byRisk,
  },
  'E-09b': {
    source: 'inspectionVisit',
    measure: 'share',
    counted: all,
    part: () => sql<boolean>`f.result in ('compliant', 'broadly-compliant')`,
  },
  'P-05': { source: 'schemeMember', measure: 'count', counted: ofWatch },
  'P-05a': { source: 'schemeTrained', measure: 'count', counted: ofWatch },
  'P-04': level('bronze'),
  'P-04a': level('silver'),
  'P-04b': level('gold'),
  'P-04c': { source: 'award', measure: 'count', counted: () => sql<boolean>`f.status = 'not-met'` },
};
