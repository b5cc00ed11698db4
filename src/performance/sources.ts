import { type RawBuilder, sql } from 'kysely';
import { caseworkers, intelligenceReaders, type Role, victimReaders } from '../directory/index.ts';
import { abandonedPolicy, encampmentPolicy, penaltyPolicy, protectionPolicy } from '../enforcement/index.ts';
import { reportPolicy } from '../intake/index.ts';
import { itemPolicy, packagePolicy } from '../intelligence/index.ts';
import { isOneOf } from '../platform/access/policy.ts';
import { agenciesSeen, type Viewer } from '../platform/access/viewer.ts';
import { meetingPolicy, taskPolicy } from '../tasking/index.ts';
import { asbSources } from './asb.rules.ts';
import { closureSources } from './closure.rules.ts';
import { commissionSources } from './commission.rules.ts';
import { courtSources } from './court.rules.ts';
import { inspectionSources } from './inspection.rules.ts';
import { jetSources } from './jet.sources.ts';
import { operationSources } from './operation.sources.ts';
import { pspoSources } from './pspo.rules.ts';
import { dayWithin, instantWithin, london } from './spans.ts';

/** A kind of record that figures count, always through its own module's policy. Rows are under the alias `f`. */
export interface Source {
  /** FROM, with what the other expressions need joined. */
  from: RawBuilder<unknown>;
  visible(viewer: Viewer): RawBuilder<boolean>;
  id: RawBuilder<string>;
  /** The London day on which the thing happened. */
  day: RawBuilder<string>;
  /** The column that the day is read from; an index is in its order. */
  stored: RawBuilder<unknown>;
  /** A span of days as a range on the stored column, so that the index serves. */
  within(from: string, to: string | RawBuilder<string>): RawBuilder<boolean>;
  district: RawBuilder<string>;
  /** Its records name no district: asked for one, nothing is measured, which is not nought. */
  hasNoDistrict?: true;
  /** What the list of records shows of each: nothing about a person. */
  label: RawBuilder<string>;
  what: RawBuilder<string>;
  href: RawBuilder<string>;
  /** Agreements of this kind widen the sight. */
  recordKind: string;
  /** The sides of the wall on which these records can be counted; left out, operations alone. */
  sides?: readonly Viewer['side'][];
  /** The roles that they are counted for; left out, every role that reads figures. */
  readers?: readonly Role[];
  /** Where these records are counted a month at a time as they change; under the alias `f` as well. */
  tally?: Tally;
}

/** Which of a report's counts: how it was routed, how it stands, how it came, how long until it had its owner. */
export type Facet = 'routing' | 'state' | 'channel' | 'wait';
/**
 * Months counted in advance, by the columns that the policy reads: the same predicate as over the records stands over
 * the counts, so that a count is never of a record the viewer may not see.
 */
export interface Tally {
  from: RawBuilder<unknown>;
  of(facet: Facet): RawBuilder<boolean>;
  month: RawBuilder<string>;
  n: RawBuilder<number>;
}

const reportRow: Source = {
  from: sql`intake.report f`,
  visible: (viewer) => reportPolicy.visible(viewer, 'f'),
  id: sql`f.id`,
  day: london('f.receivedAt'),
  stored: sql`f.received_at`,
  within: instantWithin('f.receivedAt'),
  district: sql`f.district_code`,
  label: sql`f.reference`,
  what: sql`(select t.name from directory.issue_type t where t.code = f.issue_type) || ', ' || replace(f.status, '-', ' ')`,
  href: sql`'/reports/' || f.id`,
  recordKind: 'report',
};
const report: Source = {
  ...reportRow,
  tally: {
    from: sql`intake.report_tally f`,
    of: (facet) => sql`f.facet = ${facet}`,
    month: sql`f.month`,
    n: sql`f.n`,
  },
};
const escalation: Source = {
  ...reportRow,
  from: sql`intake.report_event e join intake.report f on f.id = e.report_id`,
  id: sql`e.id`,
  day: london('e.at'),
  stored: sql`e.at`,
  within: instantWithin('e.at'),
};
const penalty: Source = {
  from: sql`enforcement.penalty f`,
  visible: (viewer) => penaltyPolicy.visible(viewer, 'f'),
  id: sql`f.id`,
  day: sql`f.issued_on`,
  stored: sql`f.issued_on`,
  within: dayWithin('f.issuedOn'),
  district: sql`f.district_code`,
  label: sql`f.reference`,
  what: sql`replace(f.offence, '-', ' ') || ', ' || replace(f.status, '-', ' ')`,
  href: sql`'/penalties/' || f.id`,
  recordKind: 'case',
};
const payment: Source = {
  ...penalty,
  from: sql`enforcement.penalty_payment m join enforcement.penalty f on f.id = m.penalty_id`,
  id: sql`m.id`,
  day: sql`m.paid_on`,
  stored: sql`m.paid_on`,
  within: dayWithin('m.paidOn'),
  what: sql`'£' || to_char(m.pence / 100.0, 'FM999,990.00') || ' for ' || replace(f.offence, '-', ' ')`,
};
const task: Source = {
  from: sql`tasking.task f left join tasking.series s on s.id = f.series_id`,
  visible: (viewer) => taskPolicy.visible(viewer, 'f'),
  id: sql`f.id`,
  day: sql`f.first_due_on`,
  stored: sql`f.first_due_on`,
  within: dayWithin('f.firstDueOn'),
  district: sql`s.area_code`,
  label: sql`f.reference`,
  what: sql`replace(f.status, '-', ' ')`,
  href: sql`'/tasks/' || f.id`,
  recordKind: 'task',
};
const dataReturn: Source = {
  from: sql`tasking.data_return f join tasking.meeting g on g.id = f.meeting_id join tasking.series s on s.id = g.series_id join directory.service v on v.id = f.service_id`,
  visible: (viewer) => meetingPolicy.visible(viewer, 'g'),
  id: sql`md5(f.meeting_id::text || f.service_id::text)::uuid`,
  day: sql`f.due_on`,
  stored: sql`f.due_on`,
  within: dayWithin('f.dueOn'),
  district: sql`s.area_code`,
  label: sql`s.name || ', ' || v.name`,
  what: sql`f.status`,
  href: sql`'/meetings/' || f.meeting_id`,
  recordKind: 'task',
};

/** A file of community protection on the day of one of its steps. */
const protectionOn = (column: 'warnedOn' | 'noticeOn' | 'breachedOn'): Source => ({
  from: sql`enforcement.protection f`,
  visible: (viewer) => protectionPolicy.visible(viewer, 'f'),
  id: sql`f.id`,
  day: sql.ref(`f.${column}`),
  stored: sql.ref(`f.${column}`),
  within: dayWithin(`f.${column}`),
  district: sql`f.district_code`,
  label: sql`f.reference`,
  what: sql`replace(array_to_string(f.conduct_kinds, ', '), '-', ' ') || ', ' || replace(f.status, '-', ' ')`,
  href: sql`'/protection/' || f.id`,
  recordKind: 'case',
  readers: caseworkers,
});
const warning = protectionOn('warnedOn');
const protectionNotice = protectionOn('noticeOn');
const breach = protectionOn('breachedOn');

/** Encampments by the day they were reported. */
const encampment: Source = {
  from: sql`enforcement.encampment f`,
  visible: (viewer) => encampmentPolicy.visible(viewer, 'f'),
  id: sql`f.id`,
  day: london('f.madeAt'),
  stored: sql`f.made_at`,
  within: instantWithin('f.madeAt'),
  district: sql`f.district_code`,
  label: sql`f.reference`,
  what: sql`replace(f.land_kind, '-', ' ') || ' land, ' || replace(f.status, '-', ' ')`,
  href: sql`'/encampments/' || f.id`,
  recordKind: 'case',
  readers: caseworkers,
};

/** Abandoned vehicles by the day their file was opened. */
const abandoned: Source = {
  ...encampment,
  from: sql`enforcement.abandoned f`,
  visible: (viewer) => abandonedPolicy.visible(viewer, 'f'),
  href: sql`'/abandoned-vehicles/' || f.id`,
};

/** What the victim register counts, without a name or a reference; the database gives each agency its own alone. */
const victim: Source = {
  from: sql`safeguarding.figure_fact f`,
  visible: (viewer) => isOneOf('f.agencyId', viewer.kind === 'officer' ? [viewer.agencyId] : []),
  id: sql`f.id`,
  day: sql`f.day`,
  stored: sql`f.day`,
  within: dayWithin('f.day'),
  district: sql`null::text`,
  hasNoDistrict: true,
  label: sql`case when f.kind in ('list', 'merged', 'duplicate') then 'Of the lists' else 'Somebody on the register' end`,
  what: sql`replace(f.kind || case when f.detail = '' then '' else ', ' || f.detail end, '-', ' ')
    || case when f.pence > 0 then ', £' || to_char(f.pence / 100.0, 'FM999,999,990.00') else '' end`,
  href: sql`f.href`,
  recordKind: 'own agency alone',
  sides: ['OPS', 'SAFEGUARD'],
  readers: ['performance-analyst', ...victimReaders],
};

/** Items of the intelligence unit, by the day they came: counted on its own side of the wall, for itself alone. */
const item: Source = {
  from: sql`intelligence.item f`,
  visible: (viewer) => itemPolicy.visible(viewer, 'f'),
  id: sql`f.id`,
  day: london('f.receivedAt'),
  stored: sql`f.received_at`,
  within: instantWithin('f.receivedAt'),
  district: sql`null::text`,
  hasNoDistrict: true,
  label: sql`f.reference`,
  what: sql`f.received_how || ', ' || f.status`,
  href: sql`'/intelligence/items/' || f.id`,
  recordKind: 'own agency alone',
  sides: ['INTEL'],
  readers: intelligenceReaders,
};
/** The same with when the last of its paragraphs was graded for the first time; null where one is not. */
const grading: Source = {
  ...item,
  from: sql`intelligence.item f cross join lateral (select min(e.at) as at from intelligence.item_event e
    where e.item_id = f.id and e.kind = 'grade') g`,
};
/** Packages of the unit, by the day they were released. */
const released: Source = {
  from: sql`dissemination.package f`,
  visible: (viewer) => packagePolicy.visible(viewer, 'f'),
  id: sql`f.id`,
  day: london('f.releasedAt'),
  stored: sql`f.released_at`,
  within: instantWithin('f.releasedAt'),
  district: sql`null::text`,
  hasNoDistrict: true,
  label: sql`f.reference`,
  what: sql`'answer by ' || to_char(f.deadline, 'FMDD Month YYYY')`,
  href: sql`'/intelligence/packages/' || f.id`,
  recordKind: 'own agency alone',
  sides: ['INTEL'],
  readers: intelligenceReaders,
};

export const sources: Readonly<Record<SourceName, Source>> = {
  ...{ report, escalation, penalty, payment, task, return: dataReturn },
  ...{ warning, protectionNotice, breach, encampment, abandoned },
  ...{ victim, item, grading, released },
  ...operationSources,
  ...inspectionSources,
  ...asbSources,
  ...jetSources,
  ...commissionSources,
  ...courtSources,
  ...pspoSources,
  ...closureSources,
};
export type SourceName =
  | keyof typeof commissionSources
  | 'report'
  | 'escalation'
  | 'penalty'
  | 'payment'
  | 'task'
  | 'return'
  | 'victim'
  | 'warning'
  | 'protectionNotice'
  | 'breach'
  | 'encampment'
  | 'abandoned'
  | 'item'
  | 'grading'
  | 'released'
  | 'time'
  | 'patrol'
  | 'invitation'
  | 'accreditation'
  | 'stop'
  | 'operation'
  | 'traderStep'
  | 'traderComplaint'
  | 'attempt'
  | 'award'
  | 'dueInspection'
  | 'inspectionVisit'
  | 'schemeMember'
  | 'schemeTrained'
  | 'outcome'
  | 'refusal'
  | 'product'
  | 'reach'
  | 'order'
  | keyof typeof closureSources
  | keyof typeof asbSources;

/** Ids of the agencies whose records of a source the viewer counts over. */
export const agenciesCounted = (viewer: Viewer, source: Source): readonly string[] =>
  agenciesSeen(viewer, source.recordKind);
