import { type RawBuilder, sql } from 'kysely';
import { penaltyPolicy } from '../enforcement/index.ts';
import type { Viewer } from '../platform/access/viewer.ts';
import { asbQueries } from './asb.rules.ts';
import { closureQueries } from './closure.rules.ts';
import { commissionQueries } from './commission.rules.ts';
import { courtQueries } from './court.rules.ts';
import { inspectionQueries } from './inspection.rules.ts';
import { intelligenceQueries } from './intelligence.rules.ts';
import { jetQueries } from './jet.rules.ts';
import { operationQueries } from './operation.rules.ts';
import { pspoQueries } from './pspo.rules.ts';
import type { Facet, SourceName } from './sources.ts';

type Clause = RawBuilder<boolean>;
/** How an indicator is counted: a named query over one kind of record. `on` is the day the figure is asked on. */
export interface IndicatorQuery {
  source: SourceName;
  /** Every row of the figure; for a share, the denominator. */
  counted(on: string): Clause;
  /** For a share: the rows of the numerator, among those counted. */
  part?(on: string, viewer: Viewer): Clause;
  /** For a sum or median: the amount of a row, in the unit. */
  amount?: RawBuilder<number>;
  /** For a share of an amount and not of rows: what each row counts for, in whole units. */
  weight?: RawBuilder<number>;
  /** What a row of the numerator counts for, where that is another number of the same row: of messages that were sent, those opened. */
  partWeight?: RawBuilder<number>;
  /** Which months of the source's tally hold what is counted; left out, its records are read. */
  tallied?: Tallied;
  measure: 'count' | 'share' | 'sum' | 'median';
  /** Ways in which the count can be split on its page. */
  splits?: readonly Split[];
}

/** How an indicator is read from a tally, whose columns are named as the records' are. */
export interface Tallied {
  facet: Facet;
  /** The numerator as far as the tally shows it; left out, it shows all of it. */
  part?: Clause;
  /** The rest of the numerator, read from the records: few, and found without reading the others. */
  beside?(viewer: Viewer): Clause;
  /** The amount of a line of the tally. */
  amount?: RawBuilder<number>;
}

/** One way to split a count. */
interface Split {
  /** The facet of the tally that can be split so. */
  facet?: Facet;
  code: string;
  words: string;
  /** What the rows are grouped by. */
  column(on: string): RawBuilder<string>;
  /** The words of a group's `g.key`, where they are looked up: once a group, and not once a row. */
  name?: RawBuilder<string>;
}

const all = (): Clause => sql<boolean>`TRUE`;
const tip = (): Clause => sql<boolean>`f.issue_type = 'fly-tipping' and f.status <> 'duplicate'`;
const paid = sql<boolean>`f.status in ('paid-early', 'paid-full')`;
const dropped = sql<boolean>`f.status in ('cancelled', 'void')`;
/** Still inside its time to pay, or its challenge not yet answered. */
const inWindow = (on: string): Clause =>
  sql<boolean>`(f.status = 'representations' or (f.status = 'issued' and f.pay_until >= ${on}::date))`;
const issued = (): Clause => sql<boolean>`f.issued_on is not null`;
/** Outcomes that are an enforcement action, and those that mean the waste has gone; words of the register before and now. */
const actionOutcomes = ['Warning letter sent', 'Cleared, evidence passed for investigation'];
const clearedOutcomes = [
  'solved',
  'Cleared',
  'Cleared, no evidence of who left it',
  'Cleared, evidence passed for investigation',
];

const actionTaken = sql<boolean>`f.outcome = any(${actionOutcomes}::text[])`;
/** A notice was issued on the report; one that the viewer may not see tells them nothing here either. */
const withNotice = (viewer: Viewer): Clause =>
  sql<boolean>`f.id in (select n.report_id from enforcement.penalty n where n.report_id is not null and n.issued_on is not null and ${penaltyPolicy.visible(viewer, 'n')})`;

const offenceSplit = {
  code: 'offence',
  words: 'Offence',
  column: () => sql<string>`replace(f.offence, '-', ' ')`,
};
const districtSplit = {
  code: 'district',
  words: 'District',
  column: () => sql<string>`f.district_code`,
  name: sql<string>`coalesce((select d.name from directory.area d where d.code = g.key), 'Not known')`,
};

/** How a notice stands: parts that do not overlap and together are all that were issued. */
const outcomeSplit = {
  code: 'outcome',
  words: 'How it stands',
  column: (
    on: string,
  ) => sql<string>`case when f.status = 'paid-early' then 'paid early' when f.status = 'paid-full' then 'paid in full'
    when ${dropped} then 'cancelled' when f.status in ('referred', 'convicted', 'acquitted', 'withdrawn') then 'taken to court'
    when ${inWindow(on)} then 'still in time' else 'not paid' end`,
};

/**
 * The shares of notices as sums of those parts, so that they are published only from parts that are themselves shown:
 * otherwise one share less another would give a number that was left out.
 */
export const sharesOfNotices: Readonly<Record<string, { part: readonly string[]; of: readonly string[] }>> = {
  'E-01a': {
    part: ['paid early', 'paid in full'],
    of: ['paid early', 'paid in full', 'taken to court', 'not paid'],
  },
  'E-01c': {
    part: ['cancelled'],
    of: ['paid early', 'paid in full', 'cancelled', 'taken to court', 'still in time', 'not paid'],
  },
  'E-01d': {
    part: ['taken to court'],
    of: ['paid early', 'paid in full', 'cancelled', 'taken to court', 'still in time', 'not paid'],
  },
  'E-01e': { part: ['paid early'], of: ['paid early', 'paid in full'] },
};

/** Of whoever a court acquitted no breach is counted. */
const notAcquitted = sql<boolean>`f.verdict is distinct from 'acquitted'`;
/** A court was asked, or the fixed penalty for a breach was issued; one that the viewer may not see tells them nothing here either. */
const withPenalty = (viewer: Viewer): Clause =>
  sql<boolean>`f.prosecuted_on is not null or f.penalty_id in (select n.id from enforcement.penalty n where n.issued_on is not null and ${penaltyPolicy.visible(viewer, 'n')})`;

/** What was reported by mistake is no encampment. */
const encamped = () => sql<boolean>`f.status <> 'void'`;
const gone = () => sql<boolean>`f.status <> 'void' and f.left_on is not null`;
/** The strongest power that was used: parts that do not overlap and together are all. */
const powerSplit = {
  code: 'power',
  words: 'Power used',
  column: () => sql<string>`case when f.ordered_on is not null then 'order of the court (s.78)'
    when f.directed_on is not null then 'direction of the council (s.77)'
    when f.police_decision = 'direct-61' then 'direction of the police (s.61)'
    when f.police_decision = 'direct-62a' then 'direction of the police (s.62A)' else 'none' end`,
};

/** What was opened by mistake is no vehicle. */
const vehicle = () => sql<boolean>`f.status <> 'void'`;
/** How the file of a vehicle stands: parts that do not overlap and together are all. */
const vehicleSplit = {
  code: 'outcome',
  words: 'How it stands',
  column:
    () => sql<string>`case when f.status = 'not-abandoned' then 'not abandoned' when f.removed_at is not null then 'removed'
    when f.status = 'police' then 'handed to the police' when f.status = 'gone' then 'gone before removal' else 'still standing' end`,
};

/** What became of the charges, by the answer that stands; the database gives each agency its own alone. */
const chargeFigure = (part: 'paid' | 'waived') =>
  ({
    source: 'abandoned',
    measure: 'sum',
    counted: () => sql<boolean>`${chargeAnswer('c.status')} in (${sql.lit(part)}, 'settled')`,
    amount: sql<number>`${part === 'paid' ? chargeAnswer('c.pence') : chargeWaived} / 100.0`,
    splits: [districtSplit],
  }) as const;
const chargeAnswer = (column: 'c.status' | 'c.pence' | 'c.waived_pence') =>
  sql`(select ${sql.ref(column)} from enforcement.vehicle_charge_answer c where c.abandoned_id = f.id order by c.position desc limit 1)`;
/** Of a charge that was settled the rest; of one that was waived all. */
const chargeWaived = sql`coalesce(${chargeAnswer('c.waived_pence')}, ${chargeAnswer('c.pence')})`;

/** One kind of what the register counts. */
const fact = (kind: string) => (): Clause => sql<boolean>`f.kind = ${kind}`;
const routeSplit = {
  code: 'route',
  words: 'Taken on by',
  column: () =>
    sql<string>`case f.detail when 'officer' then 'Victim Safeguarding Officer' else 'Community Warden' end`,
};
const scamSplit = {
  code: 'scam',
  words: 'Kind of scam',
  column: () => sql<string>`replace(f.detail, '-', ' ')`,
};

/** The queries by code. A code of the catalogue that is not here is not measured, and says so. */
export const indicatorQueries: Readonly<Record<string, IndicatorQuery>> = {
  'T-01': {
    source: 'task',
    measure: 'share',
    counted: (on) => sql<boolean>`f.status <> 'refused' and f.first_due_on <= ${on}::date`,
    part: () =>
      sql<boolean>`f.status = 'done' and (f.result_at at time zone 'Europe/London')::date <= f.first_due_on`,
  },
  'T-03': {
    source: 'return',
    measure: 'share',
    counted: (on) => sql<boolean>`f.due_on <= ${on}::date and g.status <> 'cancelled'`,
    part: () =>
      sql<boolean>`f.submitted_at is not null and (f.submitted_at at time zone 'Europe/London')::date <= f.due_on`,
  },
  'T-04': {
    source: 'report',
    measure: 'share',
    counted: all,
    tallied: { facet: 'routing' },
    part: () => sql<boolean>`f.routed_by = 'rule' and f.times_rerouted = 0`,
  },
  'T-04a': {
    source: 'report',
    measure: 'share',
    counted: all,
    tallied: { facet: 'routing' },
    part: () => sql<boolean>`f.routed_by = 'fallback'`,
  },
  'T-04b': {
    source: 'report',
    measure: 'share',
    counted: all,
    tallied: { facet: 'routing' },
    part: () => sql<boolean>`f.times_rerouted > 0`,
  },
  'T-04c': { source: 'escalation', measure: 'count', counted: () => sql<boolean>`e.kind = 'escalate'` },
  'T-04d': {
    source: 'report',
    measure: 'median',
    counted: all,
    // In whole minutes: nobody works by the second, and a month has then few different ones.
    amount: sql<number>`(floor(extract(epoch from f.routed_at - f.received_at) / 60)::float8 / 60)`,
    tallied: { facet: 'wait', amount: sql<number>`(f.minutes_to_owner::float8 / 60)` },
  },
  'A-04': { source: 'warning', measure: 'count', counted: all, splits: [districtSplit] },
  'A-04a': {
    source: 'warning',
    measure: 'share',
    counted: all,
    part: () => sql<boolean>`f.notice_on is not null`,
    splits: [districtSplit],
  },
  'A-04b': { source: 'protectionNotice', measure: 'count', counted: all, splits: [districtSplit] },
  'A-04c': {
    source: 'protectionNotice',
    measure: 'share',
    counted: all,
    part: () => sql<boolean>`f.breached_on is not null and ${notAcquitted}`,
    splits: [districtSplit],
  },
  'A-04d': { source: 'breach', measure: 'count', counted: () => notAcquitted, splits: [districtSplit] },
  'A-04e': {
    source: 'breach',
    measure: 'share',
    counted: () => notAcquitted,
    part: (_on, viewer) => withPenalty(viewer),
    splits: [districtSplit],
  },
  'E-01': {
    source: 'penalty',
    measure: 'count',
    counted: issued,
    splits: [outcomeSplit, offenceSplit, districtSplit],
  },
  'E-01a': {
    source: 'penalty',
    measure: 'share',
    counted: (on) => sql<boolean>`f.issued_on is not null and not ${dropped} and not ${inWindow(on)}`,
    part: () => paid,
    splits: [offenceSplit, districtSplit],
  },
  'E-01b': {
    source: 'payment',
    measure: 'sum',
    counted: all,
    amount: sql<number>`m.pence / 100.0`,
    splits: [offenceSplit, districtSplit],
  },
  'E-01c': {
    source: 'penalty',
    measure: 'share',
    counted: issued,
    part: () => dropped,
    splits: [offenceSplit],
  },
  'E-01d': {
    source: 'penalty',
    measure: 'share',
    counted: issued,
    part: () => sql<boolean>`f.status in ('referred', 'convicted', 'acquitted', 'withdrawn')`,
    splits: [offenceSplit],
  },
  'E-01e': {
    source: 'penalty',
    measure: 'share',
    counted: () => sql<boolean>`f.issued_on is not null and ${paid}`,
    part: () => sql<boolean>`f.status = 'paid-early'`,
  },
  'E-02': {
    source: 'report',
    measure: 'count',
    counted: tip,
    tallied: { facet: 'state' },
    splits: [{ ...districtSplit, facet: 'state' }],
  },
  'E-02a': {
    source: 'report',
    measure: 'share',
    counted: tip,
    part: (_, viewer) => sql<boolean>`(${actionTaken} or ${withNotice(viewer)})`,
    tallied: {
      facet: 'state',
      part: actionTaken,
      beside: (viewer) => sql<boolean>`(${actionTaken} is not true and ${withNotice(viewer)})`,
    },
  },
  'E-02b': {
    source: 'report',
    measure: 'share',
    counted: tip,
    tallied: { facet: 'state' },
    part: () => sql<boolean>`f.status <> 'new'`,
  },
  'E-02c': {
    source: 'report',
    measure: 'share',
    counted: tip,
    tallied: { facet: 'state' },
    part: () => sql<boolean>`f.status = 'closed' and f.outcome = any(${clearedOutcomes}::text[])`,
  },
  'E-03': { source: 'encampment', measure: 'count', counted: encamped, splits: [powerSplit, districtSplit] },
  'E-03a': {
    source: 'encampment',
    measure: 'share',
    counted: encamped,
    part: () => sql<boolean>`f.left_on is not null`,
    splits: [districtSplit],
  },
  'E-03b': {
    source: 'encampment',
    measure: 'median',
    counted: gone,
    amount: sql<number>`(f.left_on - f.arrived_on)::float8`,
  },
  'E-03c': {
    source: 'encampment',
    measure: 'share',
    counted: encamped,
    part: () =>
      sql<boolean>`f.directed_on is not null or f.ordered_on is not null or f.police_decision in ('direct-61', 'direct-62a')`,
  },
  'E-03d': {
    source: 'encampment',
    measure: 'sum',
    counted: () => sql<boolean>`f.status <> 'void' and f.cleanup_pence is not null`,
    amount: sql<number>`f.cleanup_pence / 100.0`,
    splits: [districtSplit],
  },
  'E-04': { source: 'abandoned', measure: 'count', counted: vehicle, splits: [vehicleSplit, districtSplit] },
  'E-04a': {
    source: 'abandoned',
    measure: 'count',
    counted: () => sql<boolean>`f.removed_at is not null`,
    splits: [districtSplit],
  },
  'E-04b': {
    source: 'abandoned',
    measure: 'count',
    counted: () => sql<boolean>`f.status = 'not-abandoned'`,
    splits: [districtSplit],
  },
  'E-04c': chargeFigure('paid'),
  'E-04d': chargeFigure('waived'),
  'I-01': {
    source: 'report',
    measure: 'count',
    counted: all,
    tallied: { facet: 'routing' },
    splits: [
      {
        code: 'channel',
        facet: 'channel',
        words: 'How it came',
        column: () => sql<string>`replace(f.channel, '-', ' ')`,
      },
      {
        code: 'theme',
        facet: 'state',
        words: 'Theme',
        column: () => sql<string>`f.issue_type`,
        name: sql<string>`(select t.group_name from directory.issue_type t where t.code = g.key)`,
      },
      { ...districtSplit, facet: 'routing' },
    ],
  },
  ...intelligenceQueries,
  ...commissionQueries,
  ...courtQueries,
  ...closureQueries,
  ...pspoQueries,
  ...operationQueries,
  ...inspectionQueries,
  ...asbQueries,
  ...jetQueries,
  'V-01': { source: 'victim', measure: 'count', counted: fact('identified'), splits: [routeSplit] },
  'V-01a': { source: 'victim', measure: 'count', counted: fact('contacted'), splits: [routeSplit] },
  'V-01b': { source: 'victim', measure: 'count', counted: fact('visited'), splits: [routeSplit] },
  'V-02': {
    source: 'victim',
    measure: 'sum',
    counted: fact('loss'),
    amount: sql<number>`f.pence / 100.0`,
    splits: [scamSplit],
  },
  'V-02a': {
    source: 'victim',
    measure: 'share',
    counted: fact('loss'),
    part: () => sql<boolean>`f.is_part`,
    weight: sql<number>`round(f.pence / 100.0)`,
    splits: [scamSplit],
  },
  'V-03': {
    source: 'victim',
    measure: 'sum',
    counted: () => sql<boolean>`f.kind = 'saving' and f.basis = 'documented'`,
    amount: sql<number>`f.pence / 100.0`,
  },
  'V-03a': {
    source: 'victim',
    measure: 'sum',
    counted: () => sql<boolean>`f.kind = 'saving' and f.basis = 'estimated'`,
    amount: sql<number>`f.pence / 100.0`,
  },
  'V-04': {
    source: 'victim',
    measure: 'share',
    counted: fact('supported'),
    part: () => sql<boolean>`f.is_part`,
  },
  'V-05': { source: 'victim', measure: 'count', counted: fact('list') },
  'V-05a': { source: 'victim', measure: 'count', counted: fact('merged') },
  'V-05b': { source: 'victim', measure: 'count', counted: fact('duplicate') },
  'V-06': {
    source: 'victim',
    measure: 'count',
    counted: fact('referral'),
    splits: [
      { code: 'kind', words: 'Where it went', column: () => sql<string>`replace(f.detail, '-', ' ')` },
    ],
  },
};
